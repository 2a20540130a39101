"""Rows of a table whose cells single spaces part, as pages lose the gaps between their columns: １ 会 長 三留野 信 診療に関する者 出.

Where nothing else parts cells, the heads tell their order, and what each may hold tells where one ends: a number, a title, a name, how somebody came.
"""

from __future__ import annotations

from collections.abc import Sequence

from minutes_model.grammar.draft import Slice
from minutes_model.grammar.list_words import (
    CAME,
    DITTOS,
    PLAIN_TITLES,
    cut_notes,
    ends_in_title,
    is_house,
    is_institution,
)
from minutes_model.passing import passing
from minutes_model.patterns import regex
from minutes_model.people.families import possible_families
from minutes_model.people.words import word_list

__all__ = ["are_narrow", "narrow_cells", "starts_with_number"]

_FEW = 8
"""Among how many lines below heads the rows tell whether wide gaps part the cells."""
_SPELT, _LONGEST_PART, _LONGEST_NAME = 5, 5, 8
_TWO, _THREE = 2, 3
_NUMBER = regex(r"\(?(?:第?\d{1,3}号?|[-―—－‐])\)?[.)]?")
_WORDS = regex(r"\S+")
_CAME = regex(rf"{CAME.pattern}|(?:WEB|リモート).{{0,4}}|(?:会場|対面|来場|来庁|現地|オンライン|Web|WEB|リモート)(?:出席|参加)?(?:\([^()]{{1,12}}\))?|〃")
_GOVERNMENTS = frozenset("国都道府県市区町村")
_OFFICES = ("部", "課", "局", "室", "係", "署")
_BLANK = frozenset("-―—ー－‐/")
_RANKS = frozenset(("会長", "副会長", "会長代理", "委員長", "副委員長", "委員長代理", "座長", "副座長", "部会長", "副部会長", "議長", "副議長"))
_SORT = regex(r"(?:者|代表|団体|機関|公募|[市区町村県住]民|行政|警察|経験|識見|関係|議員|業界|分野)$")
"""How a kind of members ends, in a cell before the house they are from."""
_FOREIGN = regex(r"(?:[A-Z][.・])*[ァ-ヴー]{2,}(?:[・=][ァ-ヴー]+)*")


def are_narrow(folded: str, heads: Slice, rows: Sequence[Slice], columns: Sequence[str]) -> bool:
    """Whether nothing but single spaces parts the heads of a table and its rows, or the rows can be read without what parts them."""
    below = [folded[slice(*row)].strip() for row in rows[:_FEW]]
    celled = [row for row in below if row.count(" ") >= _TWO]
    if "  " in folded[slice(*heads)].strip() or len(celled) < _TWO:
        return False
    parted = sum("  " in row or "、" in row for row in celled)
    return _TWO * parted <= len(celled) or _TWO * sum("name" in narrow_cells(folded, row, columns) for row in rows[:_FEW]) >= len(celled)


def starts_with_number(folded: str, line: Slice) -> bool:
    """Whether a line begins with the number of a row."""
    return _OPENS.match(folded, *line) is not None


_OPENS = regex(r" *\(?\d{1,3}\)?[.)]? +\S")


@passing(eq=False, repr=False)
class _Words:
    """The words of a row and their places."""

    folded: str
    places: list[Slice]

    def at(self, number: int) -> str:
        return self.folded[slice(*self.places[number])]

    def joined(self, first: int, last: int) -> str:
        return "".join(self.at(number) for number in range(first, last))

    def place(self, first: int, last: int) -> Slice:
        return self.places[first][0], self.places[last - 1][1]

    def is_cut(self, number: int) -> bool:
        """Whether a line's end parts a word from the one before it."""
        return number > 0 and "\n" in self.folded[self.places[number - 1][1] : self.places[number][0]]


def narrow_cells(folded: str, line: Slice, columns: Sequence[str]) -> dict[str, Slice]:
    """The cells of a row by what its columns hold, in their order; {} where the words cannot be parted for sure.

    >>> row = "1 会 長 三留野 信 診療に関する者 出"
    >>> cells = narrow_cells(row, (0, len(row)), ("other", "title", "name", "other", "remark"))
    >>> [(kind, row[slice(*place)]) for kind, place in cells.items()]
    [('remark', '出'), ('title', '会 長'), ('name', '三留野 信'), ('other', '診療に関する者')]
    """
    words = _Words(folded, [found.span() for found in _WORDS.finditer(folded, *line)])
    first, last = 0, len(words.places)
    found: dict[str, Slice] = {}
    at = columns.index("name")
    before, behind = tuple(columns[:at]), tuple(columns[at + 1 :])
    if before[:1] == ("other",) and last and _NUMBER.fullmatch(words.at(0)):
        before, first = before[1:], 1
    remarks = 0
    while behind[-1:] == ("remark",):
        behind, remarks = behind[:-1], remarks + 1
    end = _remarks(words, first, last, remarks, ranked=remarks > 1 or "title" not in behind)
    if end < last:
        found["remark"] = words.place(end, last)
    if behind and before not in ((), ("title",), ("other",)):
        return {}
    return found | (_from_left(words, first, end, before, behind) if behind else _from_right(words, first, end, before))


def _remarks(words: _Words, first: int, last: int, most: int, *, ranked: bool) -> int:
    """Where the cells begin that tell how somebody came, and perhaps his rank."""
    end = last
    while last - end < most and end - first > _TWO and (_CAME.fullmatch(words.at(end - 1)) or (ranked and words.at(end - 1) in _RANKS)):
        end -= 1
    return end


def _from_left(words: _Words, first: int, last: int, before: Sequence[str], behind: Sequence[str]) -> dict[str, Slice]:
    """The title, the name, and what is told behind it."""
    found: dict[str, Slice] = {}
    titled = _title(words, first, last) if before else first
    if titled > first:
        found["title"] = words.place(first, titled)
    end = _before_title(words, titled, _name(words, titled, last)) if behind[:1] == ("title",) else _name(words, titled, last)
    if end == titled or (not before and _is_office(words.at(first))):
        return {}
    found["name"] = words.place(titled, end)
    if end == last:
        return found
    if behind[0] == "title" and len(behind) == _TWO and (told := _title(words, end, last)) > end:
        found["title"] = words.place(end, told)
        return found | ({behind[1]: words.place(told, last)} if told < last else {})
    if len(behind) == 1 or set(behind) == {"organization", "title"} == {*behind[:1], "title"}:
        return found | {behind[0]: words.place(end, last)}
    if len(behind) != last - end:
        # No word tells where the one cell ends and the other begins.
        return found if behind[0] == "other" else {}
    return found | {kind: words.places[end + number] for number, kind in enumerate(behind)}


def _before_title(words: _Words, first: int, last: int) -> int:
    """Where a name ends that a title follows, both spelt out: 岸 睦 子 館 長."""
    ends = (end for end in range(last - _TWO, first + 1, -1) if words.joined(end, last) in PLAIN_TITLES or (last - end < _SPELT and ends_in_title(words.joined(end, last))))
    return next(ends, last) if all(len(words.at(number)) == 1 for number in range(first, last)) else last


def _is_office(words: str) -> bool:
    return len(words) > _TWO and words.endswith(_OFFICES) and words not in word_list("surnames")


def _from_right(words: _Words, first: int, last: int, before: Sequence[str]) -> dict[str, Slice]:
    """The name at the end, and the title, the house and the kind before it."""
    begins = [at for at in range(max(first, last - _SPELT), last) if _name(words, at, last) == last]
    if "title" in before:
        begins = [at for at in begins if at == first or _title_before(words, first, at) is not None] or begins
    begin = next((at for at in begins if possible_families(words.joined(at, last))), min(begins, default=last))
    if begin == last:
        return {}
    found = {"name": words.place(begin, last)}
    if "title" in before and begin > first:
        title = _title_before(words, first, begin)
        if title is None:
            return {}
        if title < begin and words.at(title) not in _BLANK:
            found["title"] = words.place(title, begin)
        begin = title
    if "organization" in before and begin > first:
        house = _behind_sort(words, first, begin) if "other" in before else first
        if house < begin and words.at(house) not in _BLANK:
            found["organization"] = words.place(house, begin)
    return found


def _title_before(words: _Words, first: int, last: int) -> int | None:
    """Where the title begins that ends here, perhaps cut by the line's end; None where the words before the name are none."""
    if words.at(last - 1) in _BLANK or words.at(last - 1) in DITTOS:
        return last - 1
    for begin in range(max(first, last - _SPELT), last):
        if words.joined(begin, last) in PLAIN_TITLES:
            return begin
    if words.is_cut(last - 1) and last - _TWO >= first and ends_in_title(words.joined(last - _TWO, last)) and _is_cut_title(words.at(last - _TWO), words.at(last - 1)):
        # 首席運輸企画専門 / 官
        return last - _TWO
    return last - 1 if ends_in_title(words.at(last - 1)) else None


def _is_cut_title(above: str, below: str) -> bool:
    """Whether a line's end parts a title: 首席運輸 / 企画専門官, unlike 有限会社港タクシー / 代表取締役."""
    return not ends_in_title(above) and (len(below) <= _TWO or not (is_institution(above) or is_house(above)))


def _behind_sort(words: _Words, first: int, last: int) -> int:
    """Where the house begins behind the kind of members in the cell before it, which some rows leave out."""
    if last - first >= _TWO and words.at(first) in _GOVERNMENTS:
        return first + 1
    whole = [at for at in range(first + 1, last) if _SORT.search(words.joined(first, at)) and not is_house(words.joined(first, at))]
    if words.at(last - 1) in _BLANK:
        return last - 1
    return max(whole, default=first)


def _title(words: _Words, first: int, last: int) -> int:
    """Where a title ends that begins here; where it begins, if none does."""
    for end in range(min(last, first + _SPELT), first, -1):
        title = words.joined(first, end)
        if title in PLAIN_TITLES or (end - first in (1, len(title)) and ends_in_title(title)):
            return end
    return first


def _name(words: _Words, first: int, last: int) -> int:
    """Where a name ends that begins here; where it begins, if none does."""
    spelt = first
    while spelt < last and len(words.at(spelt)) == 1:
        spelt += 1
    if spelt - first > _TWO:
        return spelt
    if first + _THREE <= last and _are_three_parts(words, first):
        return first + _THREE
    pair = first + _TWO
    if pair <= last and all(_may_be_part(words.at(number)) for number in (first, first + 1)) and len(cut_notes(words.joined(first, pair))[0]) <= _LONGEST_NAME:
        family, given = words.at(first), cut_notes(words.at(first + 1))[0]
        if family in word_list("surnames") or given in word_list("given") or (len(family) < _LONGEST_PART - 1 and not possible_families(family)):
            return pair
    whole = cut_notes(words.at(first))[0] if first < last else ""
    return first + 1 if possible_families(whole) or whole in word_list("surnames") or _FOREIGN.fullmatch(whole) else first


def _are_three_parts(words: _Words, first: int) -> bool:
    """Whether three words are a name, its surname or its given name parted: 阿久 津 隆, 御手洗 文 男."""
    family, second, third = (words.at(number) for number in range(first, first + _THREE))
    if not _may_be_part(family):
        return False
    if len(family) > 1 and len(second) == len(third) == 1:
        return family in word_list("surnames") or len(family) < _LONGEST_PART - 1
    return _may_be_part(second) and _may_be_part(third) and family + second in word_list("surnames") and len(family + second + cut_notes(third)[0]) <= _LONGEST_NAME


def _may_be_part(words: str) -> bool:
    bare = cut_notes(words)[0]
    return len(bare) <= _LONGEST_PART and bare not in _BLANK and not ends_in_title(bare) and not (len(bare) > _TWO and bare not in word_list("surnames") and (is_institution(bare) or is_house(bare))) and _CAME.fullmatch(words) is None
