"""Lists of those present, in every style printed: comma lists, groups, columns of spaced names.

The lines under 出席者, 欠席者, 説明員 … become one `PersonDraft` a person, with the words that tell name,
title, organization, presence and note apart. What a designation means inside is read by
`minutes_model.people`; here is only what the layout of a list says. A line goes through the readers of
`_LAYOUTS`, which know what the lines around it say, and is else left to `Lines`, which know its words alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from attrs import define, evolve, field

from minutes_model.grammar.draft import Slice
from minutes_model.grammar.list_heads import title_of_group
from minutes_model.grammar.list_lines import Lines
from minutes_model.grammar.list_people import PARTIAL, PersonDraft, State
from minutes_model.grammar.list_prose import names_present, told_in_sentences
from minutes_model.grammar.list_settled import settle
from minutes_model.grammar.list_stacks import ALONE
from minutes_model.grammar.list_tables import (
    Row,
    Table,
    fallen_heads,
    fallen_rows,
    find_table,
    printed_words,
    whole_rows,
)
from minutes_model.grammar.list_words import (
    ABSENT,
    DITTO,
    DITTOS,
    MORE,
    PLAIN_TITLES,
    REMOTE,
    cut_notes,
    ends_in_title,
    house_of_post,
    is_group,
    is_institution,
)
from minutes_model.model.enums import Presence, Role
from minutes_model.passing import passing
from minutes_model.patterns import regex
from minutes_model.people.families import possible_families
from minutes_model.people.roles import MEMBERS, role_of_title
from minutes_model.text import clean, fold, squeeze

__all__ = ["Listing", "read_people"]

_OF_MEMBERS = regex(r"委員(?!会)|議員|構成員|評議員|理事(?!者)")
_MEMBERS = frozenset(("委員", "構成員", "議員", "評議員"))
_OPENS_HOUSE = regex(r"(?:(?:一般|公益|特例)?(?:社団|財団)|特定非営利活動|独立行政|国立研究開発|国立大学|公立大学|学校|社会福祉|医療|地方独立行政)法人|(?:株式|有限|合同|合資)会社")
_OFFICES = ("部", "課", "室", "局", "センター", "学部", "研究科", "本部", "支店")
"""What the office ends in that a member holds a post in."""
_SEVERAL = 2
_GAP = regex(r" {2,}")
_VACANT = frozenset(("(欠員)", "欠員", "(空席)", "空席"))
_NONE = regex(r"[-―—ー－]+|なし")
_WIDEST = 3
"""How wide a gap is that parts two people of one line, each with a title."""
_SEVERAL_SEATS = regex(r"\d+ *番 .* {2,}\d+ *番 ")
"""３番　理事　米良 英治　　４番　理事　坂元 隆: rows of more than one person, whose seats part them."""
_BESIDE_HOUSE = 4
"""How far, in characters, a sign may stand from the beginning of the house above that it repeats."""
_HOUSED_IN_ROW = regex(r" *(?P<house>[^\s、()君]{2,12}(?:議会|委員会|協議会|[都道府県市区町村])|[〃″”仝同]) {2,}(?P<who>[^\s、()君](?: *[^\s、()君]){1,16})君(?=  |$)")
"""羽西市議会　　会　長　　森　　茂　樹君, of a row that may hold two such."""
_PREDICATE = regex(r"(?P<who>[^。は:※「]+?)(?:の?(?:計|合計)? ?\d+ ?[名人])?で(?:ある|あった|す|した)。")
"""会長の網走勉及び委員の刀祢太一の２名である。, behind its subject"""
_CLAUSE_PARTS = regex(r"、|及び|並びに|ならびに|および")
_OF_WHOM = regex(r"(?P<of>[^、。の]{1,20})の(?=..)")
"""委員の刀祢太一, 県水産試験場の灘主任研究員"""


@passing(eq=False, repr=False)
class Listing:
    """The lines under one label: its words and the places of the lines.

    ``note`` is what a bracket behind the label says, ``heads`` tells where the entries begin in lines that open with a group in a column of its own, ``indents`` at which printed
    column lines begin.
    """

    label: str
    lines: tuple[Slice, ...]
    absent: bool = False
    note: str | None = None
    heads: Mapping[int, int] = field(factory=dict)
    indents: Mapping[int, int] = field(factory=dict)


@passing(eq=False, repr=False)
class _Plan:
    """What the layout of a whole list says of its lines, by their number or by where they begin.

    ``sentences``, ``wide``, ``corporate`` and ``honoured`` tell that it holds a full stop, a wide gap, a house by its legal form, 君.
    """

    listing: Listing
    houses: frozenset[int]
    marked: frozenset[int]
    titles: frozenset[int]
    stacked: Mapping[int, bool | None]
    columned: Mapping[int, str | None]
    fallen: Mapping[int, Row | None]
    housed: Mapping[int, range]
    beside: frozenset[int]
    narrow: bool
    tabled: bool
    sentences: bool
    wide: bool
    corporate: bool
    honoured: bool

    @property
    def headed(self) -> bool:
        """Whether lines open a group."""
        return bool(self.marked or self.houses)

    @property
    def indents(self) -> Mapping[int, int]:
        """At which printed column lines begin."""
        return self.listing.indents


@define(eq=False, repr=False)
class _Reader(Lines):
    """Reads the lists of one document, line by line: groups, legends, absences told in words."""

    table: Table | None = None
    affiliation: str = ""
    turned: bool = False
    fallen: tuple[str, ...] = ()
    senders: list[tuple[int, str]] = field(factory=list)
    """The houses of the row above, and how far from its beginning each stands: 〃 below one is that."""
    grids: dict[int, list[tuple[str, Slice]]] = field(factory=dict)

    def listing(self, listing: Listing) -> None:
        self.housed = self.officed = False
        self.senders, self.columned = [], []
        self.ways, self.grids = self._noted_label(listing.note) if listing.note else [], {}
        presence = Presence.ABSENT if listing.absent else Presence.PRESENT
        # 欠席者（委員）の氏名
        title = title_of_group(listing.label) or (listing.note if listing.note in _MEMBERS else None)
        state = State(group=listing.label or None, title=title, presence=presence, begins=presence, of_members=_OF_MEMBERS.search(listing.label) is not None)
        lines = self._whole_names(listing.lines)
        if len(lines) < len(listing.lines):
            listing = evolve(listing, lines=lines)
        table = find_table(self.text, self.folded, listing.lines, listing.indents)
        if table is not None:
            listing = evolve(listing, lines=whole_rows(self.text, self.folded, listing.lines, table))
        plan = self._plan(listing, table)
        layouts = [layout for told, layout in _LAYOUTS if getattr(plan, told)]
        for number, line in enumerate(listing.lines):
            if any(layout(self, number, line, plan, state) for layout in layouts):
                continue
            entries = listing.heads.get(line[0])
            if entries is None:
                self._line(line, state)
            else:
                known = len(self.found)
                self._open_column(self._words(line[0], entries), self._words(entries, line[1]), state)
                self._line((entries, line[1]), state)
                self._under_government(squeeze(self._words(line[0], entries)), known)
            self.open_comma = self.folded[slice(*line)].rstrip().endswith(("、", ",", "，"))
        for mark, way in self.ways:
            self._came(mark, way)

    def _plan(self, listing: Listing, table: Table | None) -> _Plan:
        lines = listing.lines
        houses, marked = self._houses_above(lines), self._marked(lines) | self._ranks_above(lines) | self._outdented(lines, listing.indents) | self._enclosed(lines)
        titles = self._titles_above(lines)
        tabs = len(self.table.columns) - 1 if self.table is not None else 0
        tabbed = tabs > 1 and all(self.text.count("\t", *line) == tabs for line in lines)
        if table is None and self.table is not None and (self.table.at or tabbed):
            # A further list below the heads of the first.
            table = evolve(self.table, head=-1, indents=listing.indents)
        self.table = table
        narrow = any(
            "\u3000" in self.text[slice(*line)] and len(cells := _narrow_cells(self.text, line)) > _SEVERAL and self._are_titles_and_names(cells)
            and any("\u3000" in self.text[slice(*cell)] for cell in cells[1::_SEVERAL])
            for line in lines
        )  # fmt: skip
        heads = fallen_heads(self.folded, lines)
        fallen = fallen_rows(self.folded, lines) if heads else self._further_fallen(lines)
        self.fallen = heads or self.fallen
        whole = self.folded[lines[0][0] : lines[-1][1]] if lines else ""
        turned = self._houses_by_turns(lines, again=self.turned) or self._titles_below(lines) if table is None else {}
        self.turned = self.turned or bool(turned)
        below = self._houses_below(lines, listing.indents)
        stacked = self._titles_by_turns(lines, housed=bool(below)) if table is None else self._titles_behind_tabs(lines)
        if turned:
            stacked = {number: title for number, title in stacked.items() if number not in turned and number - 1 not in turned}
        housed = turned or below or self._names_below(lines, listing.indents)
        return _Plan(
            listing=listing,
            houses=houses,
            marked=marked,
            titles=frozenset() if turned else titles,
            stacked=stacked,
            columned=self._titles_then_names(lines) if table is None else {},
            fallen=fallen,
            housed=housed,
            beside=frozenset(at for places in housed.values() for at in places),
            narrow=narrow,
            tabled=table is not None,
            sentences="。" in whole,
            wide=self.gridded or "  " in whole,
            corporate="法人" in whole or "会社" in whole,
            honoured="君" in whole,
        )

    def _titles_behind_tabs(self, lines: Sequence[Slice]) -> dict[int, bool | None]:
        """The lines of titles and names by turns behind the last row of a table with tabs: （事務局） / 交通政策課長 / 与那覇　望 / …."""
        tabbed = [number for number, line in enumerate(lines) if self.text.find("\t", *line) >= 0]
        first = tabbed[-1] + 1 if tabbed else len(lines)
        return {first + number: title for number, title in self._titles_by_turns(lines[first:], housed=False).items()}

    def _further_fallen(self, lines: Sequence[Slice]) -> dict[int, Row | None]:
        """The rows that a further list begins with, whose cells stand a line each as those of the list above did below their heads."""
        size = len(self.fallen)
        if "title" not in self.fallen or "remark" in self.fallen:
            return {}
        found: dict[int, Row | None] = {}
        for at in range(0, len(lines) - size + 1, size):
            rows = fallen_rows(self.folded, lines[at : at + size], self.fallen)
            if rows.get(size - 1) is None:
                break
            found |= {at + number: row for number, row in rows.items()}
        return found

    def _by_narrow_spaces(self, number: int, line: Slice, plan: _Plan, state: State) -> bool:
        """A row whose cells narrow spaces part and whose names have wide ones: 委員長 谷地田　隆 副委員長 二ノ宮　さおり."""
        cells = _narrow_cells(self.text, line)
        if not self._are_titles_and_names(cells):
            return False
        for title, name in zip(cells[::2], cells[1::2], strict=True):
            self.found.append(self._person(title[0], name[1], state, name=name, title=squeeze(self._words(*title)), printed_title=True))
        return True

    def _are_titles_and_names(self, cells: Sequence[Slice]) -> bool:
        """Whether every other cell is a title, and none of those behind it."""
        titles, names = ([squeeze(self._words(*cell)) for cell in cells[begin::_SEVERAL]] for begin in (0, 1))
        return len(titles) == len(names) > 0 and all(map(ends_in_title, titles)) and not any(ends_in_title(name) or len(name) > _LONGEST_NAME for name in names)

    def _in_sentences(self, number: int, line: Slice, plan: _Plan, state: State) -> bool:
        """Who came, told in sentences: 事務局として、本間課長及び出水係長が出席した。"""
        words = self._words(*line)
        if not names_present(words):
            return False
        for told in told_in_sentences(words):
            place = self._trim(line[0] + told.place[0], line[0] + told.place[1])
            own = State(group=told.group or state.group, title=title_of_group(told.group or ""), presence=told.presence, begins=told.presence, of_members=state.of_members and told.group is None)
            self._line(place, own)
        return True

    def _in_predicate(self, number: int, line: Slice, plan: _Plan, state: State) -> bool:
        """Who came, told by a sentence whose subject is the label: 会長の網走勉、会長代理の宗昭夫並びに委員の刀祢太一及び鱸久義の４名である。"""
        told = _PREDICATE.fullmatch(self.folded, *line)
        if told is None:
            return False
        at = line[0]
        for cut in [*_CLAUSE_PARTS.finditer(self.folded, *told.span("who")), None]:
            start, end = self._trim(at, cut.start() if cut is not None else told.end("who"))
            at = cut.end() if cut is not None else end
            if start < end:
                self._in_clause(start, end, state)
        return True

    def _in_clause(self, start: int, end: int, state: State) -> None:
        """委員の刀祢太一, another name behind it, or 県水産試験場の灘主任研究員."""
        named = _OF_WHOM.match(self.folded, start, end)
        title = named["of"] if named is not None and ends_in_title(named["of"]) else state.column
        if named is not None and title != named["of"]:
            self.found.append(self._designated(named.end(), end, evolve(state, organization=clean(self.text[slice(*named.span("of"))]))))
        elif title is not None and not ends_in_title(self._words(start, end)):
            name = (named.end() if named is not None else start, end)
            self.found.append(self._person(start, end, state, name=name, title=title, printed_title=named is not None))
            # One only is 会長; those behind him are not.
            state.column = None if role_of_title(title) in (Role.CHAIR, Role.DEPUTY_CHAIR) else title
        else:
            self.found.append(self._designated(start, end, state))

    def _in_fallen(self, number: int, line: Slice, plan: _Plan, state: State) -> bool:
        """A cell of a table whose cells have come to stand below each other."""
        if number not in plan.fallen:
            return False
        row = plan.fallen[number]
        if row is not None:
            self._tabled(row, state)
        return True

    def _sent_in_row(self, number: int, line: Slice, plan: _Plan, state: State) -> bool:
        """A row of houses and those they sent, each closed by 君, whose house a sign below it stands for: 羽西市議会　会　長　森 茂樹君　　波止町議会　谷 薫君 / 　〃　佐野 泉君."""
        cells = list(_HOUSED_IN_ROW.finditer(self.folded, *line))
        if not cells or _HOUSED_IN_ROW.sub("", self._words(*line)).strip():
            return False
        people, senders = [], []
        for cell in cells:
            ditto = len(cell["house"]) == 1
            place = cell.start("house") - line[0]
            above = next((house for at, house in self.senders if abs(at - place) <= _BESIDE_HOUSE), None) if ditto else clean(self.text[slice(*cell.span("house"))])
            tokens = self._tokens(*cell.span("who"))
            titled = tokens[0].kind == "T" and len(tokens) > 1
            if above is None or possible_families(cell["house"]) or any(token.kind != "N" for token in tokens[titled:]):
                return False
            name = tokens[titled].start, cell.end()
            person = self._person(cell.start("house"), cell.end(), state, name=name, title=tokens[0].words if titled else state.title, printed_title=titled)
            person.organization = above
            senders.append((place, above))
            people.append(person)
        self.senders = senders
        self.found.extend(people)
        return True

    def _in_grid(self, number: int, line: Slice, plan: _Plan, state: State) -> bool:
        """Titles side by side, and their names in the line below."""
        if number in self.grids:
            for title, place in self.grids[number]:
                self.found.append(self._person(*place, state, name=place, title=title, printed_title=True))
            return True
        if self.table is not None or number in plan.stacked:
            return False
        below = next(iter(plan.listing.lines[number + 1 : number + 2]), None)
        enclosed = self._titles_in_brackets_below(line, below)
        for title, place, way in enclosed:
            person = self._person(*place, state, name=place, title=title, printed_title=True)
            self.found.append(self._noted(person, [way] if way is not None else [], printed=True))
        if enclosed:
            self.grids[number + 1] = []
            return True
        grid = self._grid(line, below)
        if grid:
            self.grids[number + 1], self.gridded = grid, True
        return bool(grid)

    def _in_table(self, number: int, line: Slice, plan: _Plan, state: State) -> bool:
        """A row of a table, or its heads."""
        if self.table is None or number < self.table.head:
            return False
        if number == self.table.head:
            return True
        again = find_table(self.text, self.folded, [line], plan.indents)
        if again is not None:
            # The heads of the next group's rows.
            self.table = evolve(again, head=number)
            return True
        several = _SEVERAL_SEATS.search(self.folded, *line) is not None or (self.table.columns.count("title") == 1 and "organization" in self.table.columns and self._holds_two(line))
        rows = self.table.rows(self.text, self.folded, line) if not several else []
        alone = self._in_order(line) if not rows else None
        for row in [alone] if alone is not None else rows:
            self._tabled(row, state)
        if rows or alone is not None:
            return True
        below = number > max(0, self.table.head) and bool(self.found) and self.found[-1].organization is not None
        rest = self.table.rest(self.text, self.folded, line) if below else None
        if rest is not None:
            self.affiliation = f"{self.affiliation or self.found[-1].organization}{self.text[slice(*rest)]}"
            self._affiliate(self.found[-1], state.column or state.title)
        return rest is not None

    def _holds_two(self, line: Slice) -> bool:
        """Whether a line holds two people, each a title and a name, a wide gap between them: 主　査　平　塚　　　健　　　　　　主　事　小　山　紗　希."""
        gap = max(_GAP.finditer(self.folded, *line), key=lambda found: found.end() - found.start(), default=None)
        if gap is None or gap.end() - gap.start() < _WIDEST:
            return False
        sides = [self._tokens(line[0], gap.start()), self._tokens(gap.end(), line[1])]
        return all(
            len(side) > 1 and side[0].kind == "T" and all(token.kind == "N" for token in side[1:]) and bool(possible_families("".join(token.words for token in side[1:])))
            for side in sides
        )

    def _in_order(self, line: Slice) -> Row | None:
        """A row whose cells stand below no heads, by their order and its widest gap: 委員長　柿崎 孝文　　　瑞穂監査法人."""
        if self.table is None or not self.table.at or self.table.columns != ("title", "name", "organization"):
            return None
        gap = max(_GAP.finditer(self.folded, *line), key=lambda found: found.end() - found.start(), default=None)
        tokens = self._tokens(line[0], gap.start()) if gap is not None else []
        if gap is None or not tokens or tokens[0].kind != "T" or len(tokens) == 1 or any(token.kind != "N" for token in tokens[1:]):
            return None
        name = tokens[1].start, tokens[-1].end
        return Row(*line, name, (tokens[0].start, tokens[0].end), (gap.end(), line[1]), None)

    def _in_stack(self, number: int, line: Slice, plan: _Plan, state: State) -> bool:
        """Titles and names by turns, a line each."""
        if number in plan.stacked:
            self._stacked(*line, state, title=plan.stacked[number])
            return True
        if number - 1 in plan.stacked:
            state.column = None
        return False

    def _in_columns(self, number: int, line: Slice, plan: _Plan, state: State) -> bool:
        """A title, or the name that stands as far down the column of names."""
        if number not in plan.columned:
            return False
        title = plan.columned[number]
        if title is not None:
            self.found.append(self._person(*line, state, name=line, title=title, printed_title=True))
        return True

    def _below_title(self, number: int, line: Slice, plan: _Plan, state: State) -> bool:
        """A title alone on its line, and the line below it: 教育部次長兼教育総務課長 / 　　　　貫　井　聡　美."""
        if number in plan.titles:
            title = state.column = squeeze(self._words(*line))
            if title in ALONE:
                state.group, state.title = state.group or title, title
            return True
        if number - 1 in plan.titles and state.column not in ALONE:
            self._line(line, state)
            state.column = None
            return True
        return False

    def _beside_house(self, number: int, line: Slice, plan: _Plan, state: State) -> bool:
        """A name alone above or below the house and the post of who bears it, and the lines of those."""
        below = plan.housed.get(number)
        if below is not None:
            places = [plan.listing.lines[at] for at in below]
            if state.outer is not None and self.found and self.found[-1].title == state.title:
                # （委員長） / 須賀 隆之 / …総長 / 大塚 学: the rank is the first one's.
                state.title, state.outer = state.outer, None
            name = self._behind_rank(line)
            rank = squeeze(self._words(line[0], name[0])).strip("()") or None
            person = self._person(min(line[0], places[0][0]), max(line[1], places[-1][1]), state, name=name, title=rank or state.title, printed_title=True)
            self.affiliation = "".join(self.text[slice(*place)] for place in places)
            if len(places) == 1 and self._is_title_here(places[0]):
                # 木材利用課長, below the name
                person.title = squeeze(self.affiliation)
            elif self.affiliation.lstrip()[:1] in "(（":
                person.note = clean(self.affiliation.strip("()（） "))
            else:
                self._affiliate(person, rank or state.title)
            self.found.append(person)
        return below is not None or number in plan.beside

    def _wrapped_post(self, number: int, line: Slice, plan: _Plan, state: State) -> bool:
        """A post below the house it is held at, in whose column it stands: 鯨井 まさみ　水と森の会 / 　　　　　　　事務局長."""
        person = self.found[-1] if self.found else None
        indents = plan.indents
        if number == 0 or person is None or person.organization is None or person.rule != "list" or person.title != (state.column or state.title):
            return False
        above = plan.listing.lines[number - 1]
        tokens = self._tokens(*line) if above[0] <= person.start < above[1] and line[0] in indents and above[0] in indents else []
        if len(tokens) != 1 or tokens[0].kind != "T":
            return False
        columns = [column for column, _ in printed_words(self.text, self.folded, above, indents[above[0]])]
        if len(columns) < _SEVERAL or columns[-1] != indents[line[0]]:
            return False
        person.title = squeeze(tokens[0].words)
        return True

    def _as_far_out(self, number: int, line: Slice, plan: _Plan, state: State) -> bool:
        """Take back the title of the row above where a name stands as far out as that title, and the label tells what all are: 理事　仁井山 武君 / 栂野 昭平君."""
        indents = plan.indents
        if not number or state.title is None or state.column in (None, state.title) or line[0] not in indents:
            return False
        above = self._tokens(*plan.listing.lines[number - 1])
        beside = indents.get(plan.listing.lines[number - 1][0]) == indents[line[0]]
        if beside and len(above) > 1 and above[0].kind == "T" and above[1].kind == "N" and all(token.kind == "N" for token in self._tokens(*line)):
            state.column = None
        return False

    def _below_office(self, number: int, line: Slice, plan: _Plan, state: State) -> bool:
        """A title and a name in the columns of those above, whose office stands before them and is told once: 健康福祉部　部 長　西条 恵 / 　　　　　　次 長　柳沼 聡."""
        person = self.found[-1] if self.found else None
        indents = plan.indents
        if number == 0 or person is None or not (person.posted and person.housed) or person.organization is None or state.organization is not None or line[0] not in indents:
            return False
        above = plan.listing.lines[number - 1]
        tokens = self._tokens(*line) if above[0] <= person.start < above[1] and above[0] in indents else []
        if len(tokens) < _SEVERAL or tokens[0].kind != "T" or any(token.kind != "N" for token in tokens[1:]):
            return False
        second = next((column for column, _ in list(printed_words(self.text, self.folded, above, indents[above[0]]))[1:]), None)
        carried = person.start == above[0] and not squeeze(self._words(*above)).startswith(squeeze(person.organization))
        if indents[line[0]] != (indents[above[0]] if carried else second):
            return False
        known = len(self.found)
        self._line(line, evolve(state, column=None))
        for below in self.found[known : known + 1]:
            below.organization = below.organization or person.organization
            below.posted = below.housed = True
        return True

    def _below_cut_house(self, number: int, line: Slice, plan: _Plan, state: State) -> bool:
        """A house that goes on in the row below it: 一般社団法人建設オペレーター / 養成協会　専務理事　　佐々木　豊."""
        lines = plan.listing.lines
        if state.organization is not None or (state.holds and line[0] in plan.houses):
            return False
        if number + 1 < len(lines) and self._is_cut_house(line, lines[number + 1]):
            return True
        if number == 0 or not self._is_cut_house(lines[number - 1], line):
            return False
        known = len(self.found)
        self._line(line, state)
        for person in self.found[known : known + 1]:
            person.organization = clean(self.text[slice(*lines[number - 1])]) + (person.organization or "")
        return True

    def _office_below(self, number: int, line: Slice, plan: _Plan, state: State) -> bool:
        """The office and the post of a member whose house ends the row above: 委　員　佐野 花子　独立行政法人沿岸研究機構 / 企画部　上席参事."""
        person = self.found[-1] if self.found else None
        if number == 0 or person is None or person.organization is None or role_of_title(person.title or "") not in MEMBERS or person.end > line[0]:
            return False
        tokens = self._tokens(*line)
        office = len(tokens) == _SEVERAL and tokens[0].kind == "N" and tokens[1].kind == "T" and tokens[0].words.endswith(_OFFICES) and tokens[1].words not in PLAIN_TITLES
        if not office or not squeeze(self._words(*plan.listing.lines[number - 1])).endswith(squeeze(fold(person.organization))):
            return False
        held = clean(self.text[slice(*line)])
        person.note = held if person.note is None else f"{person.note} {held}"
        person.end = line[1]
        return True

    def _is_cut_house(self, line: Slice, below: Slice) -> bool:
        """Whether a line opens the name of a house that closes in the first cell of the row below it, before a title and a name."""
        words = self._words(*line).strip()
        if _OPENS_HOUSE.match(words) is None or " " in words:
            return False
        tokens = self._tokens(*below)
        if len(tokens) > 1 and tokens[0].kind == "T" and all(token.kind == "N" for token in tokens[1:]):
            # 特定非営利活動法人つばさの会星置支部 / 支部長 吉野朱美, where others stand behind their houses.
            return bool(self.found) and self.found[-1].organization is not None and self.found[-1].group is not None and line[0] > self.found[-1].end
        return len(tokens) > _SEVERAL and tokens[0].kind == "N" and is_institution(tokens[0].words) and tokens[1].kind in "TE" and not is_institution(words)

    def _headed(self, number: int, line: Slice, plan: _Plan, state: State) -> bool:
        """A group above its people, told by the lines below it."""
        if line[0] in plan.marked:
            self._open_marked(self._words(*line), state)
        elif line[0] in plan.houses:
            self._open_house(self._words(*line), state)
        return line[0] in plan.marked or line[0] in plan.houses

    def _tabled(self, row: Row, state: State) -> None:
        """A person told in the cells of a table: his title (同 is that above), where he is from, whether he came."""
        if row.name is not None and (MORE.fullmatch(self._words(*row.name)) or squeeze(self._words(*row.name)) in _VACANT):
            return
        core, notes = cut_notes(self._words(*row.title)) if row.title else ("", [])
        title = squeeze(core)
        if title == DITTO or title in DITTOS:
            title = state.column or ""
        elif not title and self.table is not None and self.table.columns[:1] == ("other",) and "title" not in self.table.columns and state.column in PLAIN_TITLES:
            # A kind that is told once for the rows below it.
            title = state.column or ""
        state.column = title or None
        person = self._person(row.start, row.end, state, name=row.name, title=title or state.title, printed_title=bool(title))
        house = squeeze(self._words(*row.organization)) if row.organization else ""
        if house in DITTOS or house == DITTO:
            person.organization = self.found[-1].organization if self.found else None
        elif not house and self.table is not None and self.table.columns[:1] == ("organization",) and self.found and self.found[-1].group == state.group and role_of_title(title) is Role.OFFICIAL:
            # The office of the row above, told once.
            person.organization = self.found[-1].organization
        elif house[:1] == "(" and house[-1:] == ")" and is_group(house[1:-1]):
            # （事務局）, in the column of houses
            state.group, state.title = house[1:-1], None
        elif house and row.organization is not None and not _NONE.fullmatch(house):
            printed, aside = cut_notes(self._words(*row.organization))
            came = [note for note in aside if PARTIAL.search(note) or ABSENT.search(note) or REMOTE.search(note)]
            # 西海交通労働組合（19時から出席）
            self.affiliation = self.text[row.organization[0] : row.organization[0] + len(printed)] if aside and came == aside else self.text[slice(*row.organization)]
            notes += came if came == aside else []
            self._affiliate(person, person.title, posted=bool(title))
        if row.remark and row.remark[0] < row.remark[1]:
            notes.append(squeeze(self._words(*row.remark)))
        self.found.append(self._noted(person, notes, printed=True))

    def _affiliate(self, person: PersonDraft, title: str | None, *, posted: bool = False) -> None:
        """Where the person of a row is from, and what he is there where no cell of its own tells his title: 雄物沢県医師会　会長."""
        self.affiliation = _CUT.sub("", self.affiliation)
        house, _, post = " ".join(self.affiliation.split()).rpartition(" ")
        if not posted and house in DITTOS and self.found:
            person.organization, person.title = self.found[-1].organization, squeeze(post)
            return
        if not posted and house and ends_in_title(fold(post)):
            person.organization, person.title = clean(house), squeeze(post)
            return
        own, post = house_of_post(squeeze(self.affiliation))
        if not posted and own is None and title is None and ends_in_title(fold(squeeze(self.affiliation))):
            # 統計部長, in the column 所属・役職
            person.title = squeeze(self.affiliation)
            return
        glued = not posted and own is not None
        person.organization, person.title = (own, post) if glued else (clean(self.affiliation), title)


def _narrow_cells(text: str, line: Slice) -> list[Slice]:
    """The cells of a line that single narrow spaces part; none where wider gaps do."""
    if "  " in text[slice(*line)]:
        return []
    return [found.span() for found in _NARROW.finditer(text, *line)]


_CUT = regex(r"\s*\n\s*")
"""Where a line's end cuts a cell."""
_NARROW = regex("[^ ]+")
_LONGEST_NAME = 8
_Layout = Callable[[_Reader, int, Slice, _Plan, State], bool]
_LAYOUTS: tuple[tuple[str, _Layout], ...] = (
    ("sentences", _Reader._in_sentences), ("sentences", _Reader._in_predicate), ("narrow", _Reader._by_narrow_spaces), ("fallen", _Reader._in_fallen), ("honoured", _Reader._sent_in_row), ("wide", _Reader._in_grid), ("tabled", _Reader._in_table), ("columned", _Reader._in_columns), ("stacked", _Reader._in_stack), ("titles", _Reader._below_title),
    ("housed", _Reader._beside_house), ("indents", _Reader._wrapped_post), ("indents", _Reader._as_far_out), ("indents", _Reader._below_office), ("corporate", _Reader._below_cut_house), ("corporate", _Reader._office_below), ("headed", _Reader._headed),
)  # fmt: skip
"""Each with the part of the plan without which it reads nothing."""


def read_people(text: str, folded: str, listings: Iterable[Listing], titles: frozenset[str] = frozenset()) -> list[PersonDraft]:
    """The people of the lists of a header, in order.

    ``folded`` is ``text`` in one width, of the same length; the places of the lines are offsets in both.
    ``titles`` are the body's own.
    """
    reader = _Reader(text, folded, titles=titles)
    for listing in listings:
        reader.listing(listing)
    settle(reader.found, text, folded)
    return reader.found
