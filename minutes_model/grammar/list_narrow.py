"""Rows of a table whose cells single spaces part, as pages lose the gaps between their columns: １ 会 長 三留野 信 診療に関する者 出.

Where nothing else parts cells, the heads tell their order, and what each may hold tells where one ends: a number, a title, a name, how somebody came.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from minutes_model.grammar.draft import Slice
from minutes_model.grammar.list_words import PLAIN_TITLES, ends_in_title, is_house, is_institution
from minutes_model.patterns import regex
from minutes_model.people.families import possible_families
from minutes_model.people.words import word_list
from minutes_model.text import squeeze

__all__ = ["are_narrow", "narrow_cells"]

_FEW = 6
"""Among how many lines below heads the rows tell whether wide gaps part the cells."""
_SPELT, _LONGEST_PART, _LONGEST_NAME = 5, 5, 8
_TWO = 2
_NUMBER = regex(r"\(?\d{1,3}\)?[.)]?")
_WORDS = regex(r"\S+")
_CAME = regex(r"[○×△◎〇✕-]|\((?:代理|途中|欠席|遅参|早退|オンライン|Web)[^()]{0,16}\)|(?:途中|代理)?[出欠]席?(?:\([^()]*\))?|代理.{0,6}|(?:オンライン|Web|WEB).{0,4}|遅刻|早退|途中.{0,6}|新任|再任")


def are_narrow(folded: str, heads: Slice, rows: Sequence[Slice]) -> bool:
    """Whether nothing but single spaces parts the heads of a table and its rows."""
    below = [folded[slice(*row)].strip() for row in rows[:_FEW]]
    celled = [row for row in below if row.count(" ") >= _TWO]
    return "  " not in folded[slice(*heads)].strip() and len(celled) >= _TWO and not any("  " in row or "、" in row for row in celled)


@frozen(eq=False, repr=False)
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
    before, behind = columns[: columns.index("name")], columns[columns.index("name") + 1 :]
    if before[:1] == ("other",) and last and _NUMBER.fullmatch(words.at(0)):
        before, first = before[1:], 1
    if behind[-1:] == ("remark",):
        behind = behind[:-1]
        if last - first > _TWO and (_CAME.fullmatch(words.at(last - 1)) or ("title" not in columns and words.at(last - 1) in PLAIN_TITLES)):
            last -= 1
            found["remark"] = words.places[last]
    if behind and before not in ((), ("title",)):
        return {}
    return found | (_from_left(words, first, last, before, behind) if behind else _from_right(words, first, last, before))


def _from_left(words: _Words, first: int, last: int, before: Sequence[str], behind: Sequence[str]) -> dict[str, Slice]:
    """The title, the name, and what is told behind it."""
    found: dict[str, Slice] = {}
    titled = _title(words, first, last) if before else first
    if titled > first:
        found["title"] = words.place(first, titled)
    end = _name(words, titled, last)
    if end == titled:
        return {}
    found["name"] = words.place(titled, end)
    if end == last:
        return found
    if len(behind) == 1:
        return found | {behind[0]: words.place(end, last)}
    if len(behind) != last - end:
        # No word tells where the one cell ends and the other begins.
        return found if behind[0] == "other" else found | {behind[0]: words.place(end, last)} if set(behind) == {"organization", "title"} and behind[0] == "organization" else {}
    return found | {kind: words.places[end + number] for number, kind in enumerate(behind)}


def _from_right(words: _Words, first: int, last: int, before: Sequence[str]) -> dict[str, Slice]:
    """The name at the end, and the title and the house before it."""
    begin = next((at for at in (last - _TWO, last - 1) if at >= first and _name(words, at, last) == last), last)
    if begin == last:
        return {}
    found = {"name": words.place(begin, last)}
    if begin == first:
        return found
    if before[-1:] != ("title",):
        return found | {before[-1]: words.place(first, begin)} if len(before) == 1 else {}
    title = next((at for at in range(first, begin) if squeeze(words.joined(at, begin)) in PLAIN_TITLES), begin - 1)
    if not ends_in_title(words.joined(title, begin)):
        return {}
    found["title"] = words.place(title, begin)
    if title > first and before[:-1] == ("organization",):
        found["organization"] = words.place(first, title)
    return found if title == first or "organization" in found or before[:1] == ("other",) else {}


def _title(words: _Words, first: int, last: int) -> int:
    """Where a title ends that begins here; where it begins, if none does."""
    for end in range(min(last, first + _SPELT), first, -1):
        title = words.joined(first, end)
        if title in PLAIN_TITLES or (end == first + 1 and ends_in_title(title)):
            return end
    return first


def _name(words: _Words, first: int, last: int) -> int:
    """Where a name ends that begins here; where it begins, if none does."""
    spelt = first
    while spelt < last and len(words.at(spelt)) == 1:
        spelt += 1
    if spelt - first > _TWO:
        return spelt
    pair = first + _TWO
    if pair <= last and all(_may_be_part(words.at(number)) for number in (first, first + 1)) and len(words.joined(first, pair)) <= _LONGEST_NAME:
        family, given = words.at(first), words.at(first + 1)
        if family in word_list("surnames") or given in word_list("given") or (len(family) < _LONGEST_PART - 1 and not possible_families(family)):
            return pair
    whole = words.at(first) if first < last else ""
    return first + 1 if possible_families(whole) or whole in word_list("surnames") else first


def _may_be_part(words: str) -> bool:
    return len(words) <= _LONGEST_PART and not ends_in_title(words) and not (len(words) > _TWO and (is_institution(words) or is_house(words))) and _CAME.fullmatch(words) is None
