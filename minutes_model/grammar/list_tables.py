"""Lists of people in a table: 職名 | 氏名 | 所属 | 備考, its cells parted by tabs, or each column begun at one place of the page."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from attrs import evolve, field

from minutes_model.grammar.draft import Slice
from minutes_model.grammar.list_narrow import are_narrow, narrow_cells, starts_with_number
from minutes_model.grammar.list_words import (
    CAME,
    DITTOS,
    MORE,
    PLAIN_TITLES,
    cut_notes,
    ends_in_title,
    is_group,
)
from minutes_model.passing import passing
from minutes_model.patterns import regex
from minutes_model.people.families import possible_families
from minutes_model.people.words import word_list
from minutes_model.text import squeeze

__all__ = ["Row", "Table", "fallen_heads", "fallen_rows", "find_table", "printed_words", "whole_rows"]

_SEAT_BEFORE = regex(r"(?P<title>(?:副 ?)?(?:委 ?員 ?長|会 ?長|座 ?長|部 ?会 ?長)(?: ?(?:職 ?務 ?)?代 ?理(?: ?者)?)?|委 ?員|構 ?成 ?員) +(?=\S)")
"""委　員　乾　小百合: what one is here, before the name or the seat in the same cell."""
_HEADS = {
    "name": regex(r"(?:委員)?(?:氏名|名前|委員名|出席者名?)(?:\((?:敬称略|よみ|ふりがな|フリガナ|読み|職業|現職)\))?"),
    "title": regex(r"職名|役職名?|役名|職|役職等|職・?役職"),
    "organization": regex(r"所属(?:団体|機関|等)?(?:名|・役職|・職名)?|(?:団体|機関|会社|推薦団体|選出団体|推薦母体|選出母体)(?:名|等|名等)?|勤務先|機関|(?:構成)?(?:市区?町村|自治体|区市町村)名?|(?:都道府県|県|市|町|学校|法人|事業者|企業|施設|部署|部局|課|構成団体)名"),
    "remark": regex(r"備考|出欠(?:席)?|摘要|出席(?:状況|方法)?|参加方法|職業"),
    "other": regex(r"ふりがな|フリガナ|よみ(?:がな)?|読み(?:仮名|方)?|専門(?:分野)?|(?:専攻|担当)?分野|専攻|No\.?|NO\.?|番号|項番|(?:選出|委嘱|選任|委員)?区分|選出枠|議席(?:番号)?|任期|号"),
}
"""What the heads of columns say, without white space."""


@passing(eq=False, repr=False)
class Row:
    """The places of the cells that tell of one person; None where the table has no such column."""

    start: int
    end: int
    name: Slice | None
    title: Slice | None
    organization: Slice | None
    remark: Slice | None


@passing(eq=False, repr=False)
class Table:
    """Which line holds the heads, and what the columns hold in their order.

    ``blanked`` tells that single full-width spaces part the cells, ``gapped`` that wider gaps do which stand below no heads, ``narrow`` that single spaces do, ``numbered`` that a number then opens each row, ``base`` is the indent of the heads, ``within`` are the printed columns of which a row is read. ``at`` are the printed columns, in half widths, at which the cells begin where no tabs part them; ``indents`` those at which
    the lines do, by their start.
    """

    head: int
    columns: tuple[str, ...]
    at: tuple[int, ...] = ()
    indents: Mapping[int, int] = field(factory=dict)
    blanked: bool = False
    gapped: bool = False
    narrow: bool = False
    numbered: bool = False
    base: int = 0
    within: tuple[int, int] = (0, 2**31)

    def rows(self, text: str, folded: str, line: Slice) -> list[Row]:
        """The rows of a line: one, or as many as times the columns stand side by side; [] where it is no row. ``folded`` is ``text`` without the frames of tables."""
        beside = self._side_by_side()
        rows = [table.row(text, folded, line) for table in beside or (self,)]
        return [row for row in rows if row is not None]

    def _side_by_side(self) -> tuple[Table, ...]:
        """The parts of a table whose columns stand beside each other again: 議席 氏名 出欠　議席 氏名 出欠."""
        count = self.columns.count("name")
        size = len(self.columns) // count
        if self.narrow or not self.at or count < _TWICE or self.columns != self.columns[:size] * count:
            return ()
        edges = [*(self.at[part * size] for part in range(count)), _BEYOND]
        return tuple(
            evolve(self, columns=self.columns[:size], at=self.at[part * size : (part + 1) * size], within=(edges[part] - _SLACK if part else 0, edges[part + 1] - _SLACK))
            for part in range(count)
        )

    def row(self, text: str, folded: str, line: Slice) -> Row | None:
        """The cells of a line; None where it is no row of the table. ``folded`` is ``text`` without the frames of tables."""
        if self.numbered and not starts_with_number(folded, line):
            return None
        found = narrow_cells(folded, line, self.columns) if self.narrow else self._printed(text, folded, line) if self.at else self._tabbed(text, folded, line)
        name = found.get("name")
        kind = found.get("other")
        if kind is not None and "title" not in self.columns and squeeze(folded[slice(*kind)]) in PLAIN_TITLES:
            # 区分: 部会長, 臨時委員
            found["title"] = kind
        seat = _SEAT_BEFORE.match(folded, *name) if name is not None and "title" not in self.columns else None
        if seat is not None and name is not None:
            # 委　員　乾　小百合, in a cell whose head is 氏名.
            found["title"], name = seat.span("title"), (seat.end(), name[1])
        if name is not None and name[0] == name[1] and self._tells_office(folded, found):
            return Row(*line, None, found["title"], found["organization"], found.get("remark"))
        if name is None or name[0] == name[1] or any(len(word) > 1 and ends_in_title(word) for word in folded[slice(*name)].split()):
            return None
        told = [cell for kind in ("name", "title", "organization") if (cell := found.get(kind)) is not None and cell[0] < cell[1]]
        return Row(min(told)[0], max(end for _, end in told), name, found.get("title"), found.get("organization"), found.get("remark"))

    def _tells_office(self, folded: str, cells: Mapping[str, Slice]) -> bool:
        """Whether a row without a name holds a house and a post: who came is told by his office."""
        house, title = cells.get("organization"), cells.get("title")
        return not self.at and house is not None and title is not None and house[0] < house[1] and title[0] < title[1] and ends_in_title(folded[slice(*title)])

    def rest(self, text: str, folded: str, line: Slice) -> Slice | None:
        """What a line holds that goes on with the organization of the row above it: nothing but words of that column."""
        indent = self.indents.get(line[0])
        if "organization" not in self.columns or indent is None or _heads_group(folded, line):
            return None
        if self.narrow:
            return line if self.columns[-1] == "organization" and " " not in folded[slice(*line)].strip() else None
        if not self.at:
            return next(iter(_cells(text, line)), line) if self.blank_before(line) == self.columns.index("organization") > 0 else None
        at = self.columns.index("organization")
        cells = [(bisect_right(self.at, x + 1) - 1, place) for x, place in printed_words(text, folded, line, indent)]
        own = [place for column, place in cells if column == at]
        others = {self.columns[column] if column >= 0 else "" for column, _ in cells if column != at}
        return (own[0][0], own[-1][1]) if own and cells[0][0] == at and others <= {"remark"} else None

    def blank_before(self, line: Slice) -> int:
        """How many blank cells stand before a line's words, whose tabs its indent counts."""
        return 0 if self.blanked or self.gapped else max(0, self.indents.get(line[0], self.base) - self.base)

    def _tabbed(self, text: str, folded: str, line: Slice) -> dict[str, Slice]:
        if self.gapped:
            cells = _gapped(folded, line)
        elif self.blanked:
            cells = _blanked(text, line, len(self.columns))
        else:
            cells = [(line[0], line[0])] * self.blank_before(line) + _cells(text, line)
        return dict(zip(self.columns, cells, strict=False)) if 1 < len(cells) <= len(self.columns) else {}

    def _printed(self, text: str, folded: str, line: Slice) -> dict[str, Slice]:
        """The cells of a line that has one at the place of the names, by the column in which their words begin; what stands left of all heads is a title."""
        indent = self.indents.get(line[0])
        if indent is None or line[1] - line[0] > _LONGEST_ROW or "、" in folded[slice(*line)]:
            return {}
        found: dict[str, Slice] = {}
        begun = False
        behind = indent
        for x, (start, end) in printed_words(text, folded, line, indent):
            apart, behind = x - behind, x + 2 * (end - start)
            if not self.within[0] <= x < self.within[1]:
                continue
            if folded[start] in _MARKS and end > start + 1:
                # ○入　聡: the mark stands left of the column.
                x += 2
            column = self._column(x, behind, opens=(apart > _WIDE or not found) and not folded[start:end].isdecimal())
            # 会長　乾 節子, below 氏名 alone; heads may stand in the middle of their columns.
            kind = self.columns[max(0, column)] if column >= 0 or "title" in self.columns else "title"
            if (folded[start:end] in _MARKS and kind != "remark") or MORE.fullmatch(folded[start:end]):
                continue
            begun = begun or (kind == "name" and x <= self.at[max(0, column)] + (_SLACK if self.within[0] else 1))
            found[kind] = (found[kind][0] if kind in found else start, end)
        name = found.get("name")
        proper = begun and len(found) > 1 and name is not None and len(squeeze(folded[slice(*name)])) <= _LONGEST_NAME
        return found if proper else {}

    def _column(self, x: int, end: int, *, opens: bool) -> int:
        """The column that words from printed column ``x`` to ``end`` are in, -1 where they stand left of all; ``opens`` that they may begin a cell."""
        column = bisect_right(self.at, x + 1) - 1
        if opens and 0 <= column < len(self.at) - 1:
            below = self.at[column + 1]
            # A head that is narrower stands above their middle: 会長代理, below 職名.
            return column + (end >= below > x > (self.at[column] + below) // _TWICE)
        return column


def find_table(text: str, folded: str, lines: Sequence[Slice], indents: Mapping[int, int] | None = None) -> Table | None:
    """The first line of heads among those of a list, one of which is that of the names.

    ``indents`` tells at which printed column lines begin, by their start: without it only tabs part cells.

    >>> text = "職名\\t氏名\\t所属\\n会長\\t乾 節子\\t港大学"
    >>> find_table(text, text, [(0, 8), (9, 21)]).columns
    ('title', 'name', 'organization')
    """
    for number, line in enumerate(lines):
        if not _may_head_names(folded, line):
            continue
        places = _cells(text, line) or _blanked(text, line, None)
        cells = [squeeze(folded[slice(*place)]) for place in places]
        columns = tuple(_kind(cell) for cell in cells)
        blanked = not _SEPARATOR.search(text, *line)
        if len(columns) > 1 and "name" in columns and all(columns) and (not blanked or _are_blanked(text, lines[number + 1 :], len(columns))):
            if not blanked and _are_counted(text, folded, lines[number + 1 :], len(columns)):
                columns = ("other", *columns)
            return Table(number, columns, indents=indents or {}, blanked=blanked, base=(indents or {}).get(line[0], 0))
        if indents is not None and blanked and line[0] in indents and "名" in folded[slice(*line)]:
            heads = _spaced_heads(text, folded, line, indents[line[0]])
            if heads is not None:
                narrow = "name" in heads.values() and are_narrow(folded, line, lines[number + 1 :], tuple(heads.values()))
                numbered = narrow and next(iter(heads.values())) == "other" and sum(starts_with_number(folded, row) for row in lines[number + 1 :]) > 1
                if not narrow and _are_gapped(text, folded, lines[number + 1 :], indents, tuple(heads)):
                    return Table(number, tuple(heads.values()), indents=indents, gapped=True)
                at = tuple(heads) if narrow else _begun(text, folded, lines[number + 1 :], indents, tuple(heads))
                return Table(number, tuple(heads.values()), at, indents, narrow=narrow, numbered=numbered)
    return None


def _may_head_names(folded: str, line: Slice) -> bool:
    """Whether a line can hold the head of the column of names, which has one of two characters: 氏名, 名前, 出席者."""
    return folded.find("名", *line) >= 0 or folded.find("者", *line) >= 0


def _begun(text: str, folded: str, rows: Sequence[Slice], indents: Mapping[int, int], heads: tuple[int, ...]) -> tuple[int, ...]:
    """The printed columns at which all rows begin a cell, most behind a wide gap, where each of the ``heads`` has one near; else those of the heads.

    Heads spelt to another width than the cells below stand left or right of them: 所　　属　　　　職　　名　　　氏　　名.
    """
    begun: Counter[int] = Counter()
    wide: Counter[int] = Counter()
    counted = 0
    for row in rows:
        words = list(printed_words(text, folded, row, indents[row[0]])) if row[0] in indents and row[1] - row[0] <= _LONGEST_ROW else []
        if len(words) < len(heads):
            continue
        counted += 1
        behind = -_BEYOND
        for x, (start, end) in words:
            begun[x] += 1
            wide[x] += x - behind >= _WIDE
            behind = x + _width(text[start:end])
    common = [x for x in sorted(begun) if begun[x] == counted and wide[x] * 2 > counted]
    # The last characters of names stand below each other, too: 谷　　　　　薫.
    near = [min(common, key=lambda x: abs(x - head)) for head in heads] if counted > 1 and len(common) >= len(heads) else []
    told = sorted(set(near)) == near and all(abs(x - head) <= _BESIDE_HEAD for x, head in zip(near, heads, strict=False))
    return tuple(near) if near and told else heads


def _are_counted(text: str, folded: str, rows: Sequence[Slice], size: int) -> bool:
    """Whether a number opens the rows, in a column that has no head."""
    cells = [_cells(text, row) for row in rows[:_TWICE]]
    return bool(cells) and all(len(row) == size + 1 and folded[slice(*row[0])].strip().isdecimal() for row in cells)


def whole_rows(text: str, folded: str, lines: Sequence[Slice], table: Table) -> tuple[Slice, ...]:
    """The lines of a table, those joined over which the cells of one row are cut: 一般社団法人東陵県 / バス協会　専務理事　飯干 隆.

    Lines are joined only where no line alone is a row, and all of them together are one.
    """
    if table.at and not table.narrow:
        return tuple(lines)
    found: list[Slice] = list(lines[: table.head + 1])
    at = table.head + 1
    while at < len(lines):
        taken = _taken(text, folded, lines[at : at + _MOST_CUTS], table)
        found.append((lines[at][0], lines[at + taken - 1][1]))
        at += taken
    return tuple(found)


def _taken(text: str, folded: str, lines: Sequence[Slice], table: Table) -> int:
    """How many of these lines are the first row."""
    sure = _is_sure(folded, table.row(text, folded, lines[0]))
    if table.numbered:
        # What stands between two numbers is of the first.
        below = next((end for end in range(1, len(lines)) if starts_with_number(folded, lines[end])), len(lines))
        ends = [end for end in range(below, 0, -1) if _is_sure(folded, table.row(text, folded, (lines[0][0], lines[end - 1][1])))]
        return (ends[0] if below < len(lines) else ends[-1]) if ends else 1
    if table.narrow:
        return _taken_narrow(text, folded, lines, table, sure=sure)
    size = len(table.columns) - 1
    for end in range(1, len(lines)):
        if _is_sure(folded, table.row(text, folded, lines[end])) or table.blank_before(lines[end]):
            return 1
        parted = [len(_SEPARATOR.findall(text, *line)) for line in lines[: end + 1]]
        whole = table.row(text, folded, (lines[0][0], lines[end][1]))
        if _is_sure(folded, whole) and (sum(parted) == size if sure else sum(parted) <= size) and (table.narrow or (parted[0] < size and parted[-1] > 0)):
            return end + 1
        if sure:
            return 1
    return 1


def _taken_narrow(text: str, folded: str, lines: Sequence[Slice], table: Table, *, sure: bool) -> int:
    """The same where single spaces part the cells: a row goes on below while its last cell is missing, or before its name has come."""
    if sure:
        row = table.row(text, folded, lines[0])
        if "remark" not in table.columns or row is None or row.remark is not None or len(lines) == 1 or _heads_group(folded, lines[1]) or _is_sure(folded, table.row(text, folded, lines[1])):
            return 1
        whole = table.row(text, folded, (lines[0][0], lines[1][1]))
        return 2 if _is_sure(folded, whole) and whole is not None and whole.remark is not None else 1
    if _heads_group(folded, lines[0]):
        return 1
    ends = (end for end in range(1, min(len(lines), _MOST_CUT_LINES)) if not _heads_group(folded, lines[end]))
    return next((end + 1 for end in ends if _is_sure(folded, table.row(text, folded, (lines[0][0], lines[end][1])))), 1)


def _heads_group(folded: str, line: Slice) -> bool:
    """Whether a line heads a group, or is a note in brackets."""
    words = folded[slice(*line)].strip()
    return words[:1] in _OPENING or (" " not in words and len(words) <= _LONGEST_NAME and is_group(words) and not _LEGAL.match(words) and not words.endswith(_BRANCHES))


_BRANCHES = ("支部", "支店", "支社", "営業所", "連合会", "協議会")
_OPENING = frozenset("(【<[〔〈《≪■□◆◇※")
_LEGAL = regex(r"(?:一般|公益|特定)?(?:社団|財団|非営利活動|社会福祉|医療|学校|独立行政)?法人|(?:株式|有限|合同)会社")
_MOST_CUT_LINES = 3


def _is_sure(folded: str, row: Row | None) -> bool:
    """Whether a row has a name that can be one, and a title that is one if any."""
    if row is None or row.name is None:
        return False
    name = squeeze(cut_notes(folded[slice(*row.name)])[0])
    titled = row.title is None or row.title[0] == row.title[1] or ends_in_title(folded[slice(*row.title)]) or squeeze(folded[slice(*row.title)]) in _DITTO
    parts = name in word_list("surnames") or possible_families(name) or len(folded[slice(*row.name)].split()) > 1 or "・" in name
    return titled and bool(parts) and 1 < len(name) <= _LONGEST_NAME and not ends_in_title(name)


_MOST_CUTS = 6
_DITTO = DITTOS | {"同", "-", "―", "ー", "－"}


def fallen_heads(folded: str, lines: Sequence[Slice]) -> tuple[str, ...]:
    """The columns of the first table among these lines each of whose cells is a line of its own; () where there is none."""
    named = any(_may_head_names(folded, line) for line in lines)
    return next(filter(None, (_fallen_heads(folded, lines, at) for at in range(len(lines)))), ()) if named else ()


def fallen_rows(folded: str, lines: Sequence[Slice], known: tuple[str, ...] = ()) -> dict[int, Row | None]:
    """The lines of a table each of whose cells is a line of its own, heads first: 所属 / 役職 / 氏名 / 港運協会 / 会長 / 浪岡 理.

    The last line of a row has the row, all others None; what stands between the rows is not among them. Below the heads of
    a table above, its columns are ``known``.

    >>> text = "役職\\n氏名\\n会長\\n浪岡理"
    >>> [row and text[slice(*row.name)] for row in fallen_rows(text, [(0, 2), (3, 5), (6, 8), (9, 12)]).values()]
    [None, None, None, '浪岡理']
    """
    found: dict[int, Row | None] = {}
    columns = known
    at = 0
    while at < len(lines):
        heads = _fallen_heads(folded, lines, at)
        columns = heads or columns
        noted = "note" in columns and not heads
        cells = dict(zip(columns, lines[at : at + len(columns) - noted], strict=False))
        if "remark" in cells and not heads and not CAME.fullmatch(squeeze(folded[slice(*cells["remark"])])):
            # A cell that is blank has no line.
            cells.pop("remark")
        missing = not heads and "remark" in columns and "remark" not in cells
        row = None if heads or len(cells) < max(2, len(columns) - noted - missing) else _fallen_row(folded, cells)
        taken = len(heads) if heads else len(cells) if row else 0
        if not heads and columns[-1:] == ("remark",) and "title" not in columns and (row is None or "remark" not in cells):
            row, taken = _ended_row(folded, columns, lines[at : at + _MOST_CELLS]) or (row, taken)
        if row and noted and at + taken < len(lines) and not ends_in_title(folded[slice(*lines[at + taken])]):
            taken += 1
        found |= dict.fromkeys(range(at, at + taken))
        if row:
            found[at + taken - 1] = row
        at += taken or 1
    return found


def _fallen_heads(folded: str, lines: Sequence[Slice], at: int) -> tuple[str, ...]:
    """The heads of columns, a line each, that begin here; () where there are fewer than two, or none is that of the names."""
    if lines[at][1] - lines[at][0] > _LONGEST_NAME or not _kind(squeeze(folded[slice(*lines[at])])):
        return ()
    kinds: list[str] = []
    words = [squeeze(folded[slice(*line)]) if line[1] - line[0] <= _LONGEST_NAME else "" for line in lines[at : at + _MOST_HEADS + 1]]
    for number, head in enumerate(words[:_MOST_HEADS]):
        kind = _kind(head)
        if not kind and number > 1 and head and _kind(words[number + 1] if number + 1 < len(words) else ""):
            # 氏名 / 職名 / 構成要件 / 出欠: a head of unknown words among those that are known.
            kind = head
        if kind == "remark" and kind in kinds and "title" in kinds:
            # 出欠 / 備考: of the second most rows hold nothing, and have no line.
            kind = "note"
        if not kind or kind in kinds:
            break
        kinds.append(kind)
    return tuple(kinds) if len(kinds) > 1 and "name" in kinds else ()


def _fallen_row(folded: str, cells: Mapping[str, Slice]) -> Row | None:
    """The cells of one person; None where the one for the name can be none, or that for the title."""
    name, title = cells["name"], cells.get("title")
    seat = _SEAT_BEFORE.match(folded, *cells["other"]) if title is None and "other" in cells else None
    if seat is not None:
        # 会 長 1番, in the cell of the seat's number
        title = seat.span("title")
    elif title is None and "other" in cells and squeeze(folded[slice(*cells["other"])]) in PLAIN_TITLES:
        # 委員長, in the cell of 区分
        title = cells["other"]
    words = squeeze(folded[slice(*name)])
    named = len(words) <= _LONGEST_NAME and not ends_in_title(words) and _NO_NAME.search(words) is None
    if not named or (title is not None and not ends_in_title(folded[slice(*title)])):
        return None
    if title is None and not (_is_known(words) and not any(_is_known(squeeze(folded[slice(*cell)])) for kind, cell in cells.items() if kind != "name")):
        # Where no title tells, a cell that is missing would make a house of a name.
        return None
    return Row(min(cells.values())[0], max(cells.values())[1], name, title, cells.get("organization"), cells.get("remark"))


def _ended_row(folded: str, columns: Sequence[str], lines: Sequence[Slice]) -> tuple[Row, int] | None:
    """The row that ends with how somebody came, and of how many lines it is, where a cell is left out or takes two: 友利 かおる / ともり法律事務所 弁護士 / 出席."""
    last = next((at for at, line in enumerate(lines) if at > 1 and CAME.fullmatch(squeeze(folded[slice(*line)]))), None)
    if last is None:
        return None
    words = [squeeze(folded[slice(*line)]) for line in lines[:last]]
    at = next((at for at in range(min(columns.index("name") + 1, last - 1)) if len(parts := folded[slice(*lines[at])].split()) > 1 and (parts[0] in word_list("surnames") or possible_families(words[at])) and not ends_in_title(words[at])), None)
    if at is None:
        return None
    behind = at + 1 + (_KANA_END.fullmatch(words[at + 1]) is not None and at + _TWICE < last)
    end = last + (last + 1 < len(lines) and _NOTE_BELOW.fullmatch(folded[slice(*lines[last + 1])].strip()) is not None)
    organization = (lines[behind][0], lines[last - 1][1]) if "organization" in columns else None
    title = organization if organization is not None and _OF_KIND.fullmatch("".join(words[behind:last])) else None
    if title is not None and words[behind] not in DITTOS:
        organization = None
    return Row(lines[0][0], lines[end][1], (lines[at][0], lines[behind - 1][1]), title, organization, (lines[last][0], lines[end][1])), end + 1


_OF_KIND = regex(r"[〃″”仝]|(?:公募|市民|区民|町民|専門|臨時)委員")
"""What a cell 所属・役職 says of who is from nowhere, or from where the one above is."""


_MOST_CELLS = 8
_KANA_END = regex(r"[ぁ-ゖー]{1,3}|[ァ-ヴー]{1,3}")
"""The rest of a given name that did not fit its cell: 長谷部 ゆ / きの."""
_NOTE_BELOW = regex(r"\([^()]{1,14}\)")


def _is_known(words: str) -> bool:
    """Whether words are a surname, or a full name of words known as such."""
    return words in word_list("surnames") or bool(possible_families(words))


_NO_NAME = regex(r"[、。:()\[\]【】<>]")
_LONGEST_ROW, _LONGEST_NAME = 80, 12
_MOST_HEADS = 6
_MARKS = frozenset("◎○●◇◆□■☆★※＊*△▲")
_SPELT = 6
"""Of how many parts the words of a head are that are spelt out: 氏　　　名."""


def _kind(words: str) -> str:
    """What a column holds by the words of its head, without white space; "" where they are none."""
    return next((kind for kind, pattern in _HEADS.items() if pattern.fullmatch(words)), "")


def _spaced_heads(text: str, folded: str, line: Slice, indent: int) -> dict[int, str] | None:
    """The heads of a line by the printed column at which each begins: 役　　職　　　議　席　　氏　　名; None where other words stand beside them."""
    words = list(printed_words(text, folded, line, indent)) if line[1] - line[0] <= _LONGEST_ROW else []
    found: dict[int, str] = {}
    at = 0
    while at < len(words):
        ends = range(min(len(words), at + _SPELT), at, -1)
        kinds = ((end, _kind(squeeze(folded[words[at][1][0] : words[end - 1][1][1]]))) for end in ends)
        end, kind = next(((end, kind) for end, kind in kinds if kind), (0, ""))
        if not kind:
            return None
        found[words[at][0]] = kind
        at = end
    return found if len(found) > 1 and "name" in found.values() else None


def _width(words: str) -> int:
    """How many columns of half width words take on a page."""
    return sum(1 if character < "\x80" else 2 for character in words)


def printed_words(text: str, folded: str, line: Slice, indent: int) -> Iterator[tuple[int, Slice]]:
    """The words of a line that spaces part, each with the printed column at which it begins."""
    column, at = indent, line[0]
    for found in re.compile(r"\S+").finditer(folded, *line):
        column += _width(text[at : found.start()])
        yield column, found.span()
        column += _width(text[found.start() : found.end()])
        at = found.end()


def _cells(text: str, line: Slice) -> list[Slice]:
    return list(_parted(text, *line)) if _SEPARATOR.search(text, *line) else []


def _blanked(text: str, line: Slice, count: int | None) -> list[Slice]:
    """The cells of a line that single full-width spaces part, ``count`` of them: 会長　大河内 徹　久瀬短期大学."""
    words = text[slice(*line)]
    if "\u3000" not in words or "\u3000\u3000" in words or line[1] - line[0] > _LONGEST_ROW:
        return []
    found = [(line[0] + cell.start(), line[0] + cell.end()) for cell in _CELL.finditer(words)]
    return found if count is None or len(found) == count else []


def _are_blanked(text: str, lines: Sequence[Slice], count: int) -> bool:
    """Whether the first lines below heads have a cell for each of them."""
    return bool(lines) and all(_blanked(text, line, count) for line in lines[:_FEW])


def _gapped(folded: str, line: Slice) -> list[Slice]:
    """The cells of a line that gaps of two spaces or more part."""
    return [found.span() for found in _BETWEEN_GAPS.finditer(folded, *line)]


def _are_gapped(text: str, folded: str, rows: Sequence[Slice], indents: Mapping[int, int], heads: tuple[int, ...]) -> bool:
    """Whether gaps of one width part as many cells in each row as there are heads, which so stand below none of them.

    所属　　役職　　氏名 / 浅霧町　　副町長　　須佐見 敏夫 / 一般社団法人奥霧県バス協会　　会長　　鶴見 誠一郎
    """
    parted = [(cells, indents.get(row[0], 0)) for row in rows if len(cells := _gapped(folded, row)) > 1]
    if len(parted) < _TWICE or any(len(cells) != len(heads) for cells, _ in parted):
        return False
    if len({before[1] - after[0] for cells, _ in parted for before, after in pairwise(cells)}) > 1:
        return False
    begins = [indent + _width(text[cells[0][0] : cells[1][0]]) for cells, indent in parted]
    return max(begins) - min(begins) > _BESIDE_HEAD


_BETWEEN_GAPS = regex(r"\S+(?: \S+)*")
_FEW = 2
_TWICE = 2
_SLACK = 3
"""How far left of its head, in half widths, what a column holds may begin."""
_WIDE = 4
"""Behind how many half widths a cell may begin left of its head."""
_BEYOND = 2**31
_BESIDE_HEAD = 8
"""How many half widths a cell begins beside its head at most, where one of them is spelt."""
_CELL = regex(r"[^\u3000]+")
_SEPARATOR = regex(r"[\t|│┃/／](?:(?<![/／])|(?<=[ \u3000][/／])(?=[ \u3000]))")
"""What parts the cells of a row, the strokes of a table among it."""


def _parted(text: str, start: int, end: int) -> Iterator[Slice]:
    at = start
    while at <= end:
        found = _SEPARATOR.search(text, at, end)
        stop = end if found is None else found.start()
        words = text[at:stop]
        yield at + len(words) - len(words.lstrip()), max(at + len(words) - len(words.lstrip()), stop - len(words) + len(words.rstrip()))
        at = stop + 1
