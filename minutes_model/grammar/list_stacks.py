"""Titles on lines of their own, above the names of those who bear them: 教育長 / 来栖 治 / 委員 / 玉利 美佐."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import pairwise, takewhile

from attrs import define, field

from minutes_model.grammar.draft import Slice
from minutes_model.grammar.list_entries import Entries
from minutes_model.grammar.list_people import State
from minutes_model.grammar.list_rows import columns, may_be_title
from minutes_model.grammar.list_tables import printed_words
from minutes_model.grammar.list_words import (
    PLAIN_TITLES,
    SHORT_ENTRY,
    cut_notes,
    ends_in_title,
    house_of_post,
    is_group,
    is_house,
    is_institution,
)
from minutes_model.patterns import regex
from minutes_model.people.designation import split_designation
from minutes_model.people.families import possible_families
from minutes_model.people.words import word_list
from minutes_model.text import clean, squeeze

__all__ = ["ALONE", "Stacks"]

_LONG_TITLE, _LONGEST_TITLE = 7, 20
_GRID_CELL = regex(r"[^ ]+(?: [^ ]+)*")
_WIDE_CELL = regex(r"\S+(?: \S+)*")
_OPENS_TITLE = frozenset("《〈【[(")
_TITLE_ENCLOSED = regex(r"[《〈【\[(] ?(?P<title>[^\s《》〈〉【】\[\]()]+(?: [^\s《》〈〉【】\[\]()]+)*) ?[》〉】\])](?: ?\((?P<way>欠席|代理出席|途中退席|遅参|オンライン|Web)\))?")
"""《会　長》　　《委　員》（欠席）"""
_FAR = 8
"""How much further to the right, in half widths, a name stands below the post of who bears it."""
_FEW = 4
"""Of how many lines a person is told at most: his name, his house over two lines, his post."""
_NOTE_BELOW = regex(r"\((?P<note>[^()]{2,24})\) ?(?P<way>欠席|代理出席|途中退席|遅参|オンライン|Web)?")
_OFFICE = regex(r"(?:[部課室局署校館所園]|センター|委員会|側|者)$")
_REST = regex(r"(?!公募|市民|町民|区民|村民|県民|学識|識見|農業|漁業|林業|商業|工業|商工|女性|青年|公益|労働|使用|議会|行政|教育|福祉|医療|出席|欠席|遅刻|早退|代理|[出欠]$)[一-龥々ぁ-んァ-ヴー]{1,2}")
_PART = regex(r"(?:\(\d{1,2}\)|[⑴-⒇①-⑳]|[<【〈《\[])")
"""(2) 事務局: another part of the list."""
_SEAT_ALONE = regex(r"(?:[^\s\d] ?){0,8} *\d{1,2} ?番(?:委員)?")
"""2番, 会 長 1番"""
_KANA = regex("[ァ-ヴー]+$")
_SPELT = 2
"""Of how many characters at most the parts of a title are that is spelt out."""
_COLUMN = 2
"""How many titles a column of them has at least."""
_HONORIFICS = ("君", "氏", "さん")
ALONE = frozenset(("理事", "委員", "議員", "監事", "幹事", "評議員"))
"""Titles that stand above as many names as bear them."""


_OF_THOSE_PRESENT = ("出席者", "列席者", "陪席者", "随行者")
"""How a group's words end that are nobody's title: 所管部局出席者."""
_SURE = 0.75


def _names_nobody(words: str) -> bool:
    """Whether words that end as titles do are not for sure a name with one: 文学部長; not 田中委員長."""
    split = split_designation(words)
    return split.name is None or split.confidence < _SURE


_TURN = 2
"""A name, and what is told of him."""
_FEW_TURNS = 2
"""Of how many people it is told by turns at least, where no list above is printed so."""
_LONGEST_OF_TITLES = 4
_RANK_BEFORE = regex(r"\((?P<rank>[^()\d]{2,8})\) *(?=[^\s()])")
_OFFICE_AND_POST = regex(r"[^\s()、]{3,}(?:所|局|庁|省|課|部|室|署|センター|院|校|館|社|機構|協会|組合) +[^\s()、]{2,12}")
_NO_HOUSE = frozenset("([【<〈《「-・○●◎■□◆◇※")
_OF_HOUSE = regex(r"(?:会社|法人|大学|学校|研究所|協会|連合会|病院|センター|事務所|組合|自治会|新聞|放送|銀行)|(?:ジャーナリスト|作家|弁護士|税理士|公認会計士|司法書士|社会福祉士|医師|カウンセラー|コンサルタント|アナウンサー|評論家|農業者|主婦)$")
_SEVERAL = regex(r"(?!1 ?[名人])\d{1,3} ?[名人]")
"""理事（２名）: how many bear a title, whose names stand below it."""


@define(eq=False, repr=False)
class Stacks(Entries):
    """Lists in which a title and the names below it take lines of their own.

    ``told`` is what a bracket behind the last such title says of him who bears it, ``gridded`` that titles stood side by side
    above their names before.
    """

    told: list[str] = field(factory=list)
    house: str | None = None
    gridded: bool = False
    lone: dict[Slice, bool] = field(factory=dict)
    """Which lines are a title and no more, for all who ask."""

    def _whole_names(self, lines: tuple[Slice, ...]) -> tuple[Slice, ...]:
        """The lines, with those joined between which a narrow cell cut a name: 教育長 / 三瓶 洋一 / 郎 / 委員, 2番 / 安 孫 子 / 保 / 3番."""
        found: list[Slice] = []
        for number, line in enumerate(lines):
            rest = len(found) > 1 and self._is_rest(found[-1], line) and self._opens_person(found[-2])
            if rest and (number + 1 == len(lines) or self._opens_person(lines[number + 1]) or ends_in_title(self._words(*lines[number + 1])) or _PART.match(self.folded, *lines[number + 1])):
                found[-1] = (found[-1][0], line[1])
            else:
                found.append(line)
        return tuple(found)

    def _is_rest(self, above: Slice, line: Slice) -> bool:
        """Whether a line of one or two characters is what is left of the name above it."""
        name, rest = squeeze(self._words(*above)), self._words(*line).strip()
        if not _REST.fullmatch(rest) or not self._is_lone_name(above) or len(name) + len(rest) > _LONG_TITLE:
            return False
        # 佐藤 太郎 / 林 are two.
        return rest not in word_list("surnames") or not self._is_full_name(above)

    def _opens_person(self, line: Slice) -> bool:
        """Whether a line is the title or the seat of the one whose name stands below it."""
        return self._is_lone_title(line) or _SEAT_ALONE.fullmatch(self.folded, *line) is not None

    def _titles_above(self, lines: Sequence[Slice]) -> frozenset[int]:
        """The lines that are a title alone, which names without one stand below: 理　事 / 森　ゆうき君 / 衛田 晟一君."""
        return frozenset(at for at, (line, below) in enumerate(pairwise(lines)) if self._is_title_above(line, below))

    def _titles_by_turns(self, lines: Sequence[Slice], *, housed: bool) -> dict[int, bool | None]:
        """The lines of a list, or of a part of it, each of which is a title (True) or the name of one who bears that above it: 教育長 / 来栖 治 / 委員 / 玉利 美佐.

        A bracket below a name tells of him (None): 委員長 / 鮫島　克己 / （弁護士）. ``housed`` tells that houses stand below names, where none stands with a post above one.
        """
        found: dict[int, bool | None] = {}
        run: dict[int, bool | None] = {}
        for number, line in enumerate([*lines, None]):
            if line is not None and run.get(number - 1) is False and self._note_below(line) is not None:
                run[number] = None
                continue
            title = line is not None and (self._is_lone_title(line) or (bool(run) and not housed and self._holds_office(line)))
            if (title and not run.get(number - 1)) or (line is not None and run and not title and self._is_lone_name(line)):
                run[number] = title
                continue
            if run and run[max(run)]:
                # Nobody stands below it.
                del run[max(run)]
            if sum(one is True for one in run.values()) > 1:
                found |= run
            run = {number: True} if title else {}
        return found

    def _titles_then_names(self, lines: Sequence[Slice]) -> dict[int, str | None]:
        """The title of the name on each line, where a column of titles was read before that of the names: 委員長 / 委員 / 神代 一朗 / 東 仁美; None for the lines of the titles."""
        found: dict[int, str | None] = {}
        titles = [self._is_lone_title(line) for line in lines]
        if sum(titles) < _COLUMN:
            return found
        kinds = ["T" if title else "N" if self._is_lone_name(line) else "" for title, line in zip(titles, lines, strict=True)]
        at = 0
        while at < len(lines):
            count = len(list(takewhile("T".__eq__, kinds[at:])))
            names = len(list(takewhile("N".__eq__, kinds[at + count :])))
            if count == names >= _COLUMN:
                for number in range(at, at + count):
                    found[number] = None
                    found[number + count] = squeeze(cut_notes(self._words(*lines[number]))[0])
            at += count + names or 1
        return found

    def _houses_below(self, lines: Sequence[Slice], indents: Mapping[int, int]) -> dict[int, range]:
        """The lines of a name alone, each with those set deeper below it, which tell where he is from and his post there: 柘植　航平 / 　洋東大学工学部　教授."""
        found: dict[int, range] = {}
        for number, line in enumerate(lines):
            indent = indents.get(line[0])
            end = number + 1
            while indent is not None and end < len(lines) and indents.get(lines[end][0], 0) > indent:
                end += 1
            if 1 < end - number <= _FEW and self._is_full_name(line) and self._are_of_house(lines[number + 1 : end]):
                found[number] = range(number + 1, end)
        return found if len(found) > 1 else {}

    def _names_below(self, lines: Sequence[Slice], indents: Mapping[int, int]) -> dict[int, range]:
        """The lines of a name far to the right, each with the one above it that tells his house and his post: 海北運輸支局　運輸企画専門官 / 　　　　　小鹿　みずほ."""
        found: dict[int, range] = {}
        for number, (above, line) in enumerate(pairwise(lines), start=1):
            deeper = indents.get(line[0], 0) >= indents.get(above[0], 0) + _FAR
            if deeper and self._words(*line)[0] != "(" and self._is_lone_name(line) and self._are_of_house([above]):
                found[number] = range(number - 1, number)
        return found

    def _houses_by_turns(self, lines: Sequence[Slice], *, again: bool) -> dict[int, range]:
        """The lines of a full name, each with the one below it that tells where he is from or what he is, by turns: 大塚 学 / 早瀬大学法学部教授 / 佐野 学 / ….

        {} where a title stands above the first name, as it then may above each. ``again`` tells that a list above is printed so, and one person will do.
        """
        found: dict[int, range] = {}
        at = 0
        while at + 1 < len(lines):
            end = at
            while end + 1 < len(lines) and self._is_full_name(self._behind_rank(lines[end])) and self._tells_of_him(lines[end + 1]):
                end += _TURN
            if end - at >= (_TURN if found or again else _FEW_TURNS * _TURN) and not (at and at - _TURN not in found and (self._is_lone_title(lines[at - 1]) or self._are_of_house([lines[at - 1]]))):
                found.update((number, range(number + 1, number + _TURN)) for number in range(at, end, _TURN))
            at = max(end, at + 1)
        return found

    def _titles_below(self, lines: Sequence[Slice]) -> dict[int, range]:
        """The lines of a name, each with the title below it, where a whole list is of such pairs: 祖父江 暁子 / 会長 / 日置 泰久 / 会長代理."""
        pairs = len(lines) // _TURN
        if len(lines) % _TURN or pairs < _FEW_TURNS or not all(self._is_lone_name(name) and self._is_lone_title(title) for name, title in zip(lines[::_TURN], lines[1::_TURN], strict=True)):
            return {}
        known = sum(self._is_full_name(line) for line in lines[::_TURN])
        return {number: range(number + 1, number + _TURN) for number in range(0, len(lines), _TURN)} if known * _TURN >= pairs else {}

    def _behind_rank(self, line: Slice) -> Slice:
        """The name on a line that begins with its rank in brackets: （部会長）雨宮 慎太郎."""
        rank = _RANK_BEFORE.match(self.folded, *line)
        return (rank.end(), line[1]) if rank is not None and ends_in_title(squeeze(rank["rank"])) else line

    def _tells_of_him(self, line: Slice) -> bool:
        """Whether a line tells a house, a post in one or a profession, and neither a name nor a title borne here."""
        words = squeeze(self._words(*line))
        if words[0] == "(" and words[-1] == ")":
            # （南白根郡医師会　会長）
            words = words[1:-1]
            if ends_in_title(words) and len(words) > _LONGEST_OF_TITLES:
                return True
        return len(words) > _LONGEST_OF_TITLES and words[0] not in _NO_HOUSE and not (self._is_full_name(line) or is_group(words) or "、" in words) and (
            is_house(words) or is_institution(words) or house_of_post(words)[0] is not None or _OF_HOUSE.search(words) is not None
        )

    def _holds_office(self, line: Slice) -> bool:
        """Whether a line is an office and the post held there, above who holds it: 白根保健福祉事務所　所長."""
        return _OFFICE_AND_POST.fullmatch(self._words(*line).strip()) is not None and self._are_of_house([line])

    def _is_title_here(self, line: Slice) -> bool:
        """Whether a line is a title alone that tells no house it is held in."""
        words = squeeze(self._words(*line))
        return self._is_lone_title(line) and house_of_post(words)[0] is None and _OF_HOUSE.search(words) is None

    def _is_full_name(self, line: Slice) -> bool:
        """Whether a line holds nothing but a name whose surname is known."""
        if not self._is_lone_name(line):
            return False
        core = cut_notes(self._words(*line))[0]
        family, *given = self._tokens(line[0], line[0] + len(core))
        return bool(possible_families(squeeze(core))) or (len(given) == 1 and family.words in word_list("surnames")) or (len(given) == 1 and _KANA.match(family.words) is not None)

    def _are_of_house(self, lines: Sequence[Slice]) -> bool:
        """Whether lines tell a house and the post held there, and nobody's name."""
        words = "".join(self._words(*line) for line in lines).strip()
        house, _, post = words.rpartition(" ")
        titled = any(token.kind in "TE" for token in self._tokens(*lines[0])[:-1])
        return not titled and "、" not in words and len(house) > _SPELT and ends_in_title(post) and not ends_in_title(house) and not possible_families(squeeze(words))

    def _is_lone_title(self, line: Slice) -> bool:
        known = self.lone.get(line)
        if known is None:
            known = self.lone[line] = self._holds_title_alone(line)
        return known

    def _holds_title_alone(self, line: Slice) -> bool:
        core, notes = cut_notes(self._words(*line))
        if len(squeeze(core)) > _LONGEST_TITLE or "、" in core or core.endswith(_OF_THOSE_PRESENT) or any(_SEVERAL.fullmatch(note) for note in notes):
            return False
        parts = core.split()
        if len(parts) > 1 and max(map(len, parts)) <= _SPELT and ends_in_title(squeeze(core)):
            # 総　務　課　長, spelt out to the width of the others.
            return True
        tokens = self._tokens(line[0], line[0] + len(core)) if may_be_title(core) else ()
        return len(tokens) == 1 and (tokens[0].kind == "T" or (tokens[0].kind == "E" and len(core) > SHORT_ENTRY))

    def _is_lone_name(self, line: Slice) -> bool:
        core, _ = cut_notes(self._words(*line))
        tokens = self._tokens(line[0], line[0] + len(core)) if core and not any(mark in core for mark in "、:") else []
        return bool(tokens) and all(token.kind == "N" for token in tokens) and 1 < len(squeeze(core)) <= _LONG_TITLE + 2 and not is_group(squeeze(core))

    def _note_below(self, line: Slice) -> list[str] | None:
        """What a line in brackets tells of the one above it, and how he came: （税理士）欠席; None where it heads a part of the list."""
        found = _NOTE_BELOW.fullmatch(self.folded, *line)
        if found is None or is_group(squeeze(found["note"])) or _OFFICE.search(squeeze(found["note"])):
            return None
        return [found["note"], *([found["way"]] if found["way"] else [])]

    def _stacked(self, start: int, end: int, state: State, *, title: bool | None) -> None:
        """A line of such a list: a title, or who bears it, or what is told of him; what a bracket behind the title says is, too."""
        if title is None:
            self._noted(self.found[-1], self._note_below((start, end)) or [], printed=True)
            return
        core, notes = cut_notes(self._words(start, end))
        if title:
            house, _, post = core.strip().rpartition(" ")
            of_house = house != "" and self._holds_office((start, end))
            # 白根保健福祉事務所　所長
            self.house = clean(house) if of_house else None
            state.column, self.told = squeeze(post if of_house else core), notes
            return
        person = self._person(start, end, state, name=(start, end), title=state.column, printed_title=True)
        person.organization = self.house or person.organization
        self.house = None
        self.found.append(self._noted(person, self.told, printed=True))

    def _is_title_above(self, line: Slice, below: Slice) -> bool:
        words = self._words(*line)
        if len(words) > _LONGEST_TITLE or "、" in words or words.lstrip()[:1].isdecimal() or not may_be_title(cut_notes(words)[0]):
            return False
        row = self._tokens(*line)
        if len(row) != 1 or row[0].kind != "T":
            return False
        names = self._tokens(*below)
        # 会長職務代理者 / ９番　鵜飼 光男
        names = names[1:] if names and names[0].kind == "S" else names
        if not names or names[0].kind != "N" or any(token.kind in "TES" for token in names):
            return False
        return self._words(*below).rstrip().endswith(_HONORIFICS) if row[0].words in ALONE else self._is_one_name(below, row[0].words)

    def _is_one_name(self, line: Slice, title: str) -> bool:
        """Whether a line is the name of one person, below a title too long to stand before it."""
        words = self._words(*line).strip()
        posted = _LONG_TITLE <= len(title) <= _LONGEST_TITLE and not any(comma in title for comma in "、,，・")
        return posted and not words.endswith("なし") and " " in words and len(squeeze(words)) <= _LONG_TITLE and not any(mark in words for mark in "、()(:")

    def _are_names(self, line: Slice, count: int) -> bool:
        """Whether a row is that of so many full names and of nothing else: 江原 南　　峠 修."""
        cells = columns(self.folded, *line) or []
        return len(cells) == count and all(possible_families(squeeze(self._words(*cell))) for cell in cells)

    def _grid(self, line: Slice, below: Slice | None) -> list[tuple[str, Slice]]:
        """The titles of a row and the place of the name below each: 文学部長　理工学部長 / 名倉 弘道　志水 加代; [] where they are no such rows."""
        if below is None or "、" in self._words(*line) or "、" in self._words(*below):
            return []
        cells = list(_GRID_CELL.finditer(self.folded, *line))
        if len(cells) <= 1 and not self.gridded:
            return []
        starts, titles = [cell.start() for cell in cells], [squeeze(cell[0]) for cell in cells]
        if not all(map(ends_in_title, titles)) or not (all(map(_names_nobody, titles)) or self._are_names(below, len(titles))):
            return []
        return list(zip(titles, names, strict=True)) if (names := self._names_in_cells(line, starts, below)) else []

    def _names_in_cells(self, line: Slice, starts: Sequence[int], names: Slice) -> list[Slice]:
        """The places of the names of a row, one for each cell that begins at ``starts`` in the line of titles above or below it; [] where they are not as many."""
        printed = {place[0]: x for x, place in printed_words(self.text, self.folded, line, 0)}
        begins = [printed[start] for start in starts]
        found: dict[int, Slice] = {}
        for x, (start, end) in printed_words(self.text, self.folded, names, 0):
            column = bisect_right(begins, x + 1) - 1
            found[column] = (found[column][0] if column in found else start, end)
        if len(places := columns(self.folded, *names) or []) == len(starts):
            # Names in the middle of the cells that hold the titles.
            found = dict(enumerate(places))
        whole = list(found) == list(range(len(starts)))
        if not whole or any(len(squeeze(name := self._words(*place))) > _LONG_TITLE or ends_in_title(squeeze(name)) for place in found.values()):
            return []
        return list(found.values())

    def _holds_more(self, line: Slice, count: int) -> bool:
        """Whether a row holds more whole names than so many, none of them spelt out: 森 茂樹　　谷 薫　　佐野 泉."""
        cells = [squeeze(words) for words in _WIDE_CELL.findall(self._words(*line))]
        return len(cells) > count and all(possible_families(cell) and len(cell) > 1 for cell in cells)

    def _titles_in_brackets_below(self, line: Slice, below: Slice | None) -> list[tuple[str, Slice, str | None]]:
        """The title, the place of the name and how he came of each of a row whose titles stand in brackets in the line below: 森 茂樹　　谷 薫 / 《会　長》　《委　員》（欠席）; [] where they are no such rows."""
        if below is None or self.folded[below[0]] not in _OPENS_TITLE or "、" in self._words(*line):
            return []
        cells = list(_TITLE_ENCLOSED.finditer(self.folded, *below))
        titles = [squeeze(cell["title"]) for cell in cells]
        if len(cells) <= 1 or _TITLE_ENCLOSED.sub("", self._words(*below)).strip() or not all(title in PLAIN_TITLES for title in titles):
            return []
        if any(is_institution(squeeze(words)) for words in self._words(*line).split("  ")) or self._holds_more(line, len(cells)):
            # 潮見大学　　早瀬大学 / （教授）　　（講師）: where the people below are from.
            return []
        names = self._names_in_cells(below, [cell.start() for cell in cells], line)
        return [(title, name, cell["way"]) for title, name, cell in zip(titles, names, cells, strict=True)] if names else []
