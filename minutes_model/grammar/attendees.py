"""Lists of those present, in every style printed: comma lists, groups, columns of spaced names.

The lines under 出席者, 欠席者, 説明員 … become one `PersonDraft` a person, with the words that tell name,
title, organization, presence and note apart. What a designation means inside is read by
`minutes_model.people`; here is only what the layout of a list says. A line goes through the readers of
`_LAYOUTS`, which know what the lines around it say, and is else worn down by those of `_STEPS`: each takes
off what names nobody, or reads the line to its end.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise

from attrs import define, evolve, field, frozen

from minutes_model.grammar.column_heads import SPEAKER_HEADS
from minutes_model.grammar.draft import Slice
from minutes_model.grammar.list_heads import Heads, are_kinds, is_alone, title_of_group
from minutes_model.grammar.list_people import PARTIAL, PersonDraft, State
from minutes_model.grammar.list_presence import LEGEND, WAY
from minutes_model.grammar.list_rows import DITTOS
from minutes_model.grammar.list_stacks import ALONE
from minutes_model.grammar.list_tables import Row, Table, fallen_rows, find_table, printed_words
from minutes_model.grammar.list_words import (
    ABSENT,
    CROWD,
    DITTO,
    NOTHING,
    PLAIN_TITLES,
    REMOTE,
    cut_notes,
    ends_in_title,
    house_of_post,
    is_group,
    is_institution,
)
from minutes_model.model.enums import Presence
from minutes_model.patterns import regex
from minutes_model.people.designation import split_designation
from minutes_model.text import clean, fold, squeeze

__all__ = ["Listing", "PersonDraft", "read_people"]

_OF_MEMBERS = regex(r"委員(?!会)|議員|構成員|評議員|理事(?!者)")
_COUNT = regex(
    r"[(\[]?(?:以上|計|合計|総数|出席|欠席|委員|議員|定数)*[ 、]*(?:\d+|(?!一 ?人)[一二三四五六七八九十百]{1,4}) ?[名人](?!部)中?[、 ]*(?:うち|中)?[、 ]*(?:出席|欠席)?(?:委員)?[^()、]{0,12}?(?:\d+ ?[名人](?:が?出席|欠席|参加)?)?[)\]]?"
)
_COUNT_BEFORE = regex(r"^[(\[](?:以上|合?計)? ?\d+ ?[名人][)\]] *")
_COUNT_BEHIND = regex(rf"(?<![ 、])[ 、]*{_COUNT.pattern}$")
_ORDER_BEHIND = regex(r"[ ]*[※(](?:五十音順|50音順|敬称略|順不同|名簿順|席次順|あいうえお順)[^()]*\)?$")
_LONGEST_LINE = 4000
"""No list of people fills a longer line; it is kept as printed, not read."""
_TAIL = 60
"""Within how many characters of a line's end a count or a remark begins."""
_COLUMN_HEADS = regex(r"(?:\d*[名人])?(?:(?:議席番号|番号|議番|席番|職名?|氏名|所属|役職名?|区分|出欠|備考)[・、及び]*)+(?:は?、?(?:次|以下|下記)のとおり)?")
"""What stands above the columns of a list: 議席番号・氏名　次のとおり."""
_HEADS_IN_BRACKETS = regex(r"(?:\((?:氏名|所属|役職|職名|備考|区分|所属・役職|職)\))+")
"""（氏名）　　（所属）　　（役職）"""
_REMARK = regex(r"[※＊*(]?(?:[^\s()、]{1,10}を除[きく]、?)?(?:五十音順|50音順|敬称略|順不同|名簿順|席次順|あいうえお順)(?:[、・,](?:五十音順|50音順|敬称略|順不同|名簿順|席次順|あいうえお順))*[^、]*\)?$|※.*$")
_REMARK_BESIDE = regex(r"\((?:五十音順|50音順|敬称略|順不同|名簿順|席次順|あいうえお順)(?:[、・,](?:五十音順|50音順|敬称略|順不同|名簿順|席次順|あいうえお順))*\) {2,}(?=\S)")
"""（敬称略）　　　委　員　高津 麻里: a remark below the label, beside whom it is about."""
_OTHERS = regex(
    r"[ 、]*(?:以下|始め|はじめ)(?:\d+|[一二三四五六七八九十]{1,3}) ?[名人]$|[ 、]*(?:ほか|外|その他|他)(?:[ ]?(?:(?:関係|担当|事務局)?(?:関係官|職員|調査官|担当官|係官)|関係者|担当者|事務局員|(?:\d+|[一二三四五六七八九十]{1,3})[名人]|若干名)+)?(?:\d+[名人])?[ ]*$"
)
_TOTAL = regex(r"[ 、]+(?:委員|構成員)?(?:総数|定数|現在数) ?\d+ ?[名人].*$")
_RANKS_BEHIND = regex(r" *\((?:[◎○●△▲☆★](?:印?は|[:=])? ?[^◎○●△▲☆★()]{2,8}[ 、]*)+\) *$")
_NOTED_HEAD = regex(r"(?P<head> *[<【〈《\[][^<>【】〈〉《》\[\]]{2,16}[>】〉》\]]) ?\((?P<note>[^()]*(?:順|敬称|[※＊*☆★][^()]{0,4}[はが][^()]*(?:出席|参加))[^()]*)\)")
_BULLET = regex(r" *(?:[•・] *|[-‐–:] +|(?:\(\d{1,2}\)|[⑴-⒇]) +(?=[^、]*[^\s、]{2,}[長官員事授役監]\S*(?:、|$)))")
_NUMBERED_GROUP = regex(r" *(?:\(\d{1,2}\)|[⑴-⒇]) *(?=[^\s、:()]{1,16}:)")
_AWAY_TAIL = regex(r" *\((?:欠席(?:委員|議員|者)?:(?P<away>[^()]{2,60})|(?P<who>(?:[^()]|\([^()]{1,3}\)){2,30}?)[はが]、?[^()]{0,16}欠席[^()]{0,6})\)$")
_CROWD_BEHIND = regex(r"(?:[【\[(][^【】\[\]()]{1,12}[】\])] *)?(?:委員|職員|関係者|出席者|参加者|会員|団体|構成員|事務局)\d+ ?[名人] *\([^()]*、[^()]*\)")
"""【委員】委員25名（障害者団体、家族会）: how many came, and of what sorts."""
_SHARE = regex(r"(?:[^\s、()]{0,8} *)?\d+ ?[名人]中、? *\d+ ?[名人](?:出席)?(?= *(?:\([^()]*\))?$)")
"""15名中12名"""
_PAGE_MARK = regex(r"[(\[-]? ?\d{1,3} ?[)\]-]?")
_TALLY = regex(r"[^\s、]{0,8}(?:委員|議員|出席者|欠席者|構成員|現在)数(?: .*)?|[^、]*(?:総数|定数)[^、]*\d+ ?[名人][^、]*|[^\s、]{0,8}(?:総|委員|議員|出席者|欠席者|構成員|現在)数(?: *:? *\d+ ?[名人]?)?(?:[ 、]+[^\s、]{0,8}数 *:? *\d+ ?[名人]?)*")
_SIGNS_OF_PRESENCE = regex(r"[(※]*(?: ?[◎○●×△□-] ?(?:印)?(?:は|:|=|…) ?(?:出席|欠席|途中|遅参|代理|オンライン|ウェブ|Web|WEB)[^、。()]{0,8}[、。 ]?)+\)?")
"""（○は出席、×は欠席）"""
_COUNTS = regex(r"(?:[^\s、()\d]{0,10}(?: *:)? *\d+ ?[名人](?: *\([^()]*\))?[ 、]*){2,}")
"""出席　４９名　　委任状　２５名　　計　７４名（成立）"""
_COUNT_ALONE = regex(r"\d+ ?[名人](?: *\([^()、]*(?<![員長])\))?")
_COUNTED = regex(r"\([^()]*\d+ ?[名人][^()]*\)")
_NO_PERSON = regex(r"午[前後] ?\d|次回|未定$|議[題案]|議事(?!係|調査|課|総務|担当)|事項|資料(?!館|室|課|係)|について|別紙|内容|報告(?!課|係)|大要|概要|(?:挨拶|あいさつ|紹介|手続|諮問・答申)$")
_NOTED_BEHIND = regex(r" *(?:\([^()]*\)| *※[^※()]*)+$")
_INNER_BULLET = regex(r"(?:^|(?<= ))・")
_TELEPHONE = regex(r"(?:電話|内線|TEL|FAX|ファクス|℡|☎)(?:番号)? ?:? ?[\d(]|[A-Za-z0-9._-]+@[A-Za-z0-9]|https?://")
"""What tells how to reach an office, and names nobody present."""
_HEADS_ONLY = regex(r"(?:[^\s()、]{2,14} ?\(\d{1,2} ?[名人]\) *){2,}")
"""農業委員（６名）　農地利用最適化推進委員（６名）: the heads of two columns of names."""
_TWO_TITLES = regex(r"[一-龥]{1,8}[官員者事役長監](?:及び|並びに)[一-龥]{1,8}[官員者事役長監]")
"""(2) 審理官及び幹事: two titles as a heading."""
_COUNTED_ONLY = regex(r"(?![^\d]*[ほか外他])[^、:\d]{1,16}(?:\d+[名人]中)?\d+[名人]")
"""委員14名中11名、開設者（市）5名、傍聴者1名: nothing but how many came."""
_HOW_LISTED = regex(r"\((?:(?:五十音順|50音順|敬称略|順不同|名簿順|席次順|あいうえお順|[◎○●◇☆★※△▲](?:印?[はが]|[:=]|…)?[^、。()]{2,14})(?:[、・,。 ] ?)?)+\)")
_LISTED_IN = regex(r"(?P<group>[^\s、()]{2,10}) ?\((?P<list>[^()]*[、・][^()]*(?:\([^()]{1,12}\)[^()]*)*)\)(?: ?\d+[名人])?(?: ?\([^()]*順\))?")
"""事務局（林田部長、平山課長、熊田係長）３名: a list in the bracket behind its group."""
_DAY_ALONE = regex(r"(?:(?:令和|平成|昭和) ?(?:\d{1,2}|元) ?年 ?|\d{4}年)\d{1,2}月 ?\d{1,2}日(?: ?\([月火水木金土日]\))?")
_OPENS_HOUSE = regex(r"(?:(?:一般|公益|特例)?(?:社団|財団)|特定非営利活動|独立行政|国立研究開発|国立大学|公立大学|学校|社会福祉|医療|地方独立行政)法人|(?:株式|有限|合同|合資)会社")
_SEVERAL = 2
_GAP = regex(r" {2,}")
_MORE = regex(r"(?:他|外|ほか)? ?\d+ ?[名人]")
_VACANT = frozenset(("(欠員)", "欠員", "(空席)", "空席"))
_NONE = regex(r"[-―—ー－]+|なし")
_COUNTED_LIST = regex(r"\d+ ?[名人] ?\((?P<list>[^()]*[員長](?:[、(][^()]*)*(?:\([^()]{1,3}\)[^()]*)*)\)")
"""２名（荻委員、的野委員）"""
_COUNTED_HEAD = regex(r"(?P<group>[^\s()、:\d]{2,16}) ?\( ?(?:定数)?\d+ ?[名人](?:中|のうち)、? ?\d+ ?[名人](?:が?出席)?\)")
"""協議会委員（10人中8人）, above them."""
_STROKE, _SLASH = regex(r" ?\| ?"), regex(r" ?/ ?")
_BRACKET_BEHIND = regex(r"[(（](?P<inner>[^()（）]+)[)）]")
_LABELLED = regex(r"(?:(?<=^)|(?<= ))(?P<label>[^\s、:()]{2,10}) ?:")
"""公益委員：楠本会長、…　　労働者委員：板東、…: groups one after another on a line."""
_CROWD_LAST = regex(r"(?<=\S)[ 、]+(?P<who>[^\s、()\d]{2,8})(?<![ほか外他計])\d+ ?[名人]$")
_HOUSES_TOLD = regex(r"(?:括弧|かっこ|カッコ|\( ?\))内は、?(?:所属|現職|所属先)(?P<posts>(?:・|及び|、|と)(?:役職|職名?|肩書))?")
"""（敬称略。括弧内は所属）"""
_SEVERAL_SEATS = regex(r"\d+ *番 .* {2,}\d+ *番 ")
"""３番　理事　米良 英治　　４番　理事　坂元 隆: rows of more than one person, whose seats part them."""
_SEAT_IN_BRACKETS = regex(r"(?:(?<=^)|(?<= ))\((?:(?:副)?(?:会長|委員長|座長|部会長|議長)|委員|会長代理|(?:会長)?職務代理者?)\) ?(?=[^ ()])")
_WITHIN = regex(r"。(?!\)|$)")
_EACH_BELOW = regex(r"(?:の|以上、?)? ?各 ?([^\s、()各]{2,12})$")
_CUT_TITLE = regex(r"([^\s、()]{2,6})、")


@frozen(eq=False, repr=False)
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


@frozen(eq=False, repr=False)
class _Plan:
    """What the layout of a whole list says of its lines, by their number or by where they begin."""

    listing: Listing
    houses: frozenset[int]
    marked: frozenset[int]
    titles: frozenset[int]
    stacked: Mapping[int, bool]
    fallen: Mapping[int, Row | None]
    housed: Mapping[int, range]


@define(eq=False, repr=False)
class _Reader(Heads):
    """Reads the lists of one document, line by line: groups, legends, absences told in words."""

    ways: list[tuple[str, str]] = field(factory=list)
    table: Table | None = None
    affiliation: str = ""
    grids: dict[int, list[tuple[str, Slice]]] = field(factory=dict)

    def listing(self, listing: Listing) -> None:
        self.housed = self.officed = False
        self.ways, self.grids = self._noted_label(listing.note) if listing.note else [], {}
        presence = Presence.ABSENT if listing.absent else Presence.PRESENT
        state = State(group=listing.label or None, title=title_of_group(listing.label), presence=presence, begins=presence, of_members=_OF_MEMBERS.search(listing.label) is not None)
        plan = self._plan(listing)
        for number, line in enumerate(listing.lines):
            if any(layout(self, number, line, plan, state) for layout in _LAYOUTS):
                continue
            entries = listing.heads.get(line[0])
            if entries is not None:
                self._open_column(self._words(line[0], entries), state)
            self._line((line[0] if entries is None else entries, line[1]), state)
            self.open_comma = self.folded[slice(*line)].rstrip().endswith(("、", ",", "，"))
        for mark, way in self.ways:
            self._came(mark, way)

    def _plan(self, listing: Listing) -> _Plan:
        lines = listing.lines
        houses, marked = self._houses_above(lines), self._marked(lines) | self._ranks_above(lines)
        table, titles = find_table(self.text, self.folded, lines, listing.indents), self._titles_above(lines)
        if table is None and self.table is not None and self.table.at:
            # A further list below the heads of the first.
            table = evolve(self.table, head=-1, indents=listing.indents)
        self.table = table
        return _Plan(listing, houses, marked, titles, self._titles_by_turns(lines) if table is None else {}, fallen_rows(self.folded, lines), self._houses_below(lines, listing.indents) or self._names_below(lines, listing.indents))

    def _in_fallen(self, number: int, line: Slice, plan: _Plan, state: State) -> bool:
        """A cell of a table whose cells have come to stand below each other."""
        if number not in plan.fallen:
            return False
        row = plan.fallen[number]
        if row is not None:
            self._tabled(row, state)
        return True

    def _in_grid(self, number: int, line: Slice, plan: _Plan, state: State) -> bool:
        """Titles side by side, and their names in the line below."""
        if number in self.grids:
            for title, place in self.grids[number]:
                self.found.append(self._person(*place, state, name=place, title=title, printed_title=True))
            return True
        if self.table is not None or number in plan.stacked:
            return False
        grid = self._grid(line, next(iter(plan.listing.lines[number + 1 : number + 2]), None))
        if grid:
            self.grids[number + 1], self.gridded = grid, True
        return bool(grid)

    def _in_table(self, number: int, line: Slice, plan: _Plan, state: State) -> bool:
        """A row of a table, or its heads."""
        if self.table is None or number < self.table.head:
            return False
        if number == self.table.head:
            return True
        again = find_table(self.text, self.folded, [line], plan.listing.indents)
        if again is not None:
            # The heads of the next group's rows.
            self.table = evolve(again, head=number)
            return True
        rows = self.table.rows(self.text, self.folded, line) if not _SEVERAL_SEATS.search(self.folded, *line) else []
        alone = self._in_order(line) if not rows else None
        for row in [alone] if alone is not None else rows:
            self._tabled(row, state)
        if rows or alone is not None:
            return True
        rest = self.table.rest(self.text, self.folded, line) if self.found and self.found[-1].organization else None
        if rest is not None:
            self.affiliation = f"{self.affiliation or self.found[-1].organization}{self.text[slice(*rest)]}"
            self._affiliate(self.found[-1], state.title)
        return rest is not None

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
            person = self._person(min(line[0], places[0][0]), max(line[1], places[-1][1]), state, name=line, title=state.title, printed_title=True)
            self.affiliation = "".join(self.text[slice(*place)] for place in places)
            self._affiliate(person, state.title)
            self.found.append(person)
        return below is not None or any(number in lines for lines in plan.housed.values())

    def _wrapped_post(self, number: int, line: Slice, plan: _Plan, state: State) -> bool:
        """A post below the house it is held at, in whose column it stands: 鯨井 まさみ　水と森の会 / 　　　　　　　事務局長."""
        person = self.found[-1] if self.found else None
        indents = plan.listing.indents
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

    def _below_cut_house(self, number: int, line: Slice, plan: _Plan, state: State) -> bool:
        """A house that goes on in the row below it: 一般社団法人建設オペレーター / 養成協会　専務理事　　佐々木　豊."""
        lines = plan.listing.lines
        if state.organization is not None:
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
        if row.name is not None and (_MORE.fullmatch(self._words(*row.name)) or squeeze(self._words(*row.name)) in _VACANT):
            return
        core, notes = cut_notes(self._words(*row.title)) if row.title else ("", [])
        title = squeeze(core)
        if title == DITTO or title in DITTOS:
            title = state.column or ""
        state.column = title or None
        person = self._person(row.start, row.end, state, name=row.name, title=title or state.title, printed_title=bool(title))
        if row.organization and row.organization[0] < row.organization[1] and not _NONE.fullmatch(self._words(*row.organization)):
            self.affiliation = self.text[slice(*row.organization)]
            self._affiliate(person, person.title, posted=bool(title))
        if row.remark and row.remark[0] < row.remark[1]:
            notes.append(squeeze(self._words(*row.remark)))
        self.found.append(self._noted(person, notes, printed=True))

    def _affiliate(self, person: PersonDraft, title: str | None, *, posted: bool = False) -> None:
        """Where the person of a row is from, and what he is there where no cell of its own tells his title: 雄物沢県医師会　会長."""
        house, _, post = " ".join(self.affiliation.split()).rpartition(" ")
        if not posted and house and ends_in_title(fold(post)):
            person.organization, person.title = clean(house), squeeze(post)
            return
        own, post = house_of_post(squeeze(self.affiliation))
        glued = not posted and own is not None
        person.organization, person.title = (own, post) if glued else (clean(self.affiliation), title)

    def _line(self, line: Slice, state: State) -> None:
        """Read a line by its words alone."""
        for step in _STEPS:
            left = step(self, line, state)
            line = self._trim(*left) if left is not None else (0, 0)
            if line[0] >= line[1]:
                return
        self._entries(*line, state)

    def _as_printed(self, line: Slice, state: State) -> Slice | None:
        """A line too long for a list is kept whole; telephones, counts and heads of columns name nobody."""
        if line[1] - line[0] > _LONGEST_LINE:
            self.found.append(PersonDraft(*line, group=state.group, presence=state.presence, rule="list"))
            return None
        words = self._words(*line).strip()
        told = _SIGNS_OF_PRESENCE.fullmatch(words) or any(_TALLY.fullmatch(form) for form in (words, squeeze(words))) or SPEAKER_HEADS.fullmatch(self.folded, *line) or _COUNT_ALONE.fullmatch(words) or _MORE.fullmatch(words) or _TELEPHONE.search(words) or _COUNTS.fullmatch(words)
        return None if told else line

    def _without_note_on_group(self, line: Slice, state: State) -> Slice | None:
        """＜構成員＞（五十音順、敬称略。※はオンラインでの参加）: the group alone."""
        noted = _NOTED_HEAD.fullmatch(self.folded, *line) if self.folded[line[1] - 1] == ")" else None
        if noted is None:
            return line
        self.ways += [(found["mark"], squeeze(found["way"])) for found in WAY.finditer(noted["note"])]
        return line[0], noted.end("head")

    def _without_bullet(self, line: Slice, state: State) -> Slice | None:
        """Each bullet is an entry of its own, or heads those of two titles."""
        bullet = _BULLET.match(self.folded, *line) or _NUMBERED_GROUP.match(self.folded, *line)
        if bullet is None:
            return line
        state.column = None
        if _TWO_TITLES.fullmatch(self.folded, bullet.end(), line[1]):
            self._open(self._words(bullet.end(), line[1]), state)
            return None
        return bullet.end(), line[1]

    def _unless_counted(self, line: Slice, state: State) -> Slice | None:
        """Nothing but how many came."""
        words = self._words(*line)
        headed = _COUNTED_HEAD.fullmatch(words)
        if headed is not None and not self.open_comma and (is_group(squeeze(headed["group"])) or title_of_group(headed["group"])):
            self._open(headed["group"], state)
            return None
        parts = squeeze(words).split("、")
        counted = all(CROWD.fullmatch(part) for part in parts) or (len(parts) > 1 and all(_COUNTED_ONLY.fullmatch(part) for part in parts))
        return None if counted or _CROWD_BEHIND.fullmatch(words) or _HEADS_ONLY.fullmatch(words) else line

    def _unless_presence(self, line: Slice, state: State) -> Slice | None:
        """Who was away, and how those came whose names bear a mark."""
        beside = _REMARK_BESIDE.match(self.folded, *line)
        line = (beside.end(), line[1]) if beside is not None else line
        told = self._away_whole(*line, state) or (self.folded[line[0]] == "(" and _REMARK.match(self.folded, *line)) or self._way(*line)
        return None if told else line

    def _unless_sentence(self, line: Slice, state: State) -> Slice | None:
        return None if _is_sentence(self._words(*line)) else line

    def _unless_listed_in_bracket(self, line: Slice, state: State) -> Slice | None:
        """事務局（林田部長、平山課長）, and （敬称略、五十音順、☆は座長）."""
        counted = _COUNTED_LIST.fullmatch(self.folded, *line)
        if counted is not None:
            self._entries(*self._trim(*counted.span("list")), state)
            return None
        inside = _LISTED_IN.fullmatch(self.folded, *line)
        if inside is not None and (is_group(inside["group"]) or is_alone(inside["group"])):
            self._open(inside["group"], state)
            self._entries(*self._trim(*inside.span("list")), state)
            return None
        if _HOW_LISTED.fullmatch(self.folded, *line):
            self.ways += self._noted_label(self._words(*line))
            self._rank_by_marks()
            return None
        if self.folded.startswith(("(注)", "(注:", "注)"), line[0]):
            return None
        return self._unbracketed(*line)

    def _without_crowd(self, line: Slice, state: State) -> Slice | None:
        """The line without those counted at its end, and without what its marks stand for."""
        start, end = line
        last = self.folded.rfind("、", start, end)
        if last > 0 and "ほか" not in self._words(last, end) and CROWD.fullmatch(squeeze(self._words(last + 1, end))):
            end = last
        crowd = _CROWD_LAST.search(self._words(start, end))
        if crowd is not None and split_designation(crowd["who"]).name is None:
            # 三瓶参事官　調査官２名
            end = start + crowd.start()
        ranks = _RANKS_BEHIND.search(self.folded, start, end)
        if ranks is not None and ranks.start() > start:
            # …各委員　　（◎委員長　○副委員長）
            self.marks.update(LEGEND.findall(ranks[0]))
            for person in self.found:
                person.title = self.marks.get(self.folded[person.start], person.title)
            end = ranks.start()
        counted = _COUNTED.search(self.folded, start, end)
        return start, self._without_tail(start, counted.start() if counted and counted.end() == end else end)

    def _unless_remark(self, line: Slice, state: State) -> Slice | None:
        """Shares, pages, heads of columns, remarks and days: 15名中12名, （敬称略）, 公益代表　　　労働者代表."""
        words = self._words(*line)
        bare = squeeze(words)
        if _HEADS_IN_BRACKETS.fullmatch(bare) or _SHARE.match(words) or _PAGE_MARK.fullmatch(words) or NOTHING.match(bare) or _COLUMN_HEADS.fullmatch(bare) or _REMARK.match(words) or _is_sentence(words):
            return None
        columns = [squeeze(cell) for cell in re.split(r" {2,}", words)]
        if len(columns) > 1 and are_kinds(columns):
            return None
        if self._legend(_COUNT_BEFORE.sub("", words)) or self._absence(*line, state) or self._shared_below(words):
            return None
        return None if words[-1] in "日)" and _DAY_ALONE.fullmatch(words) else line

    def _by_strokes(self, line: Slice, state: State) -> Slice | None:
        """伊良部 潔委員 | 江積 洋平委員 |: cells without heads, parted by strokes; 事務局長　横溝 剛／総務課長　谷田貝 睦."""
        words = self._words(*line)
        parts = [part.split() for part in words.split("/")] if "/" in words else []
        parted = all(len(part) > 1 for part in parts) and sum(ends_in_title(part[0]) for part in parts) >= _SEVERAL
        # 保健医療部　猪爪部長／医務薬務課　郡司課長、祝課長補佐
        parted = parted or ("、" in words and "/" in words and all(ends_in_title(part.split("、")[-1]) for part in words.split("/")))
        stroke = _STROKE if "|" in words else _SLASH if parted else None
        strokes = [found.end() for found in stroke.finditer(words)] if stroke is not None else []
        if not strokes:
            return line
        for at, stop in pairwise([0, *strokes, line[1] - line[0]]):
            cell = self._trim(line[0] + at, line[0] + stop)
            end = cell[0] + len(self._words(*cell).rstrip(" |/"))
            if end > cell[0]:
                self._line((cell[0], end), state)
        return None

    def _by_labels(self, line: Slice, state: State) -> Slice | None:
        words = self._words(*line)
        labels = [found.start() for found in _LABELLED.finditer(words) if words[found.start() - 2 : found.start()] in ("", "  ") or ends_in_title(found["label"]) or is_group(found["label"])]
        if len(labels) < _SEVERAL or labels[0]:
            return line
        self._in_turn(line, labels, state)
        return None

    def _in_turn(self, line: Slice, begins: Sequence[int], state: State) -> None:
        """The parts of a line, one after another as if each had one of its own."""
        for at, stop in pairwise([*begins, line[1] - line[0]]):
            self._line(self._trim(line[0] + at, line[0] + stop), state)

    def _by_seats(self, line: Slice, state: State) -> Slice | None:
        """（会長）春日井 順子　（副会長）轡田 康夫: one after another."""
        words = self._words(*line)
        seats = [found.start() for found in _SEAT_IN_BRACKETS.finditer(words)] if words[0] == "(" else []
        if len(seats) < _SEVERAL or seats[0]:
            return line
        self._in_turn(line, seats, state)
        return None

    def _unless_matter(self, line: Slice, state: State) -> Slice | None:
        """What was spoken of, and no person: 資料, 議題."""
        words = _NOTED_BEHIND.sub("", self._words(*line))
        if _NO_PERSON.search(squeeze(words)) is None or "、" in words or ":" in words or ends_in_title(words):
            return line
        return line if any(token.kind == "T" for token in self._tokens(*line)[:1]) else None

    def _with_absent_behind(self, line: Slice, state: State) -> Slice | None:
        """…（欠席：堂島委員）, and …（堂島委員は欠席）: those who came, and who did not."""
        away = _AWAY_TAIL.search(self._words(*line))
        if away is None:
            return line
        start = line[0]
        self._line((start, start + away.start()), state)
        if away["away"] and not NOTHING.match(away["away"]):
            self._entries(*self._trim(start + away.start("away"), start + away.end("away")), evolve(state, presence=Presence.ABSENT))
        elif away["who"]:
            self._absence(start + away.start("who"), line[1], state)
        return None

    def _below_head(self, line: Slice, state: State) -> Slice | None:
        """The entries of the line, behind what heads them."""
        start = self._title_below(line[0], self._words(*line))
        self.opened = False
        start, end = self._trim(self._heading((start, line[1]), state), line[1])
        words = self._words(start, end)
        if words[:1] == "・" and self.opened:
            # 【４号委員】・委員　伊藤公平　・委員　長崎しのぶ
            self._in_turn((start, end), [found.start() for found in _INNER_BULLET.finditer(words)], state)
            return None
        rest = squeeze(words)
        if self.opened and rest and are_kinds([rest]):
            # 【１号委員】学識経験者
            return None
        return None if _COLUMN_HEADS.fullmatch(rest) or _HEADS_IN_BRACKETS.fullmatch(rest) or NOTHING.match(rest) else (start, end)

    def _unbracketed(self, start: int, end: int) -> Slice:
        """A line that is a comma list in brackets, without them: （飯森課長、長沢係長）."""
        inner = self.folded[start + 1 : end - 1]
        whole = self.folded[start] == "(" and self.folded[end - 1] == ")" and "(" not in inner and ")" not in inner if start < end else False
        # （副議長　前 川 尚 志）
        listed = whole and ("、" in inner or [token.kind for token in self._tokens(start + 1, end - 1)[:2]] == ["T", "N"])
        return (start + 1, end - 1) if listed else (start, end)

    def _without_tail(self, start: int, end: int) -> int:
        """The end of the line without counts, ほか and remarks on its order."""
        while True:
            words = self._words(start, end).rstrip(" 、,。")
            shorter = words
            counted = "名" in words or "人" in words
            for pattern in (_TOTAL, _OTHERS, _COUNT_BEHIND, _ORDER_BEHIND) if counted else (_OTHERS, _ORDER_BEHIND):
                match = pattern.search(shorter, max(0, len(shorter) - _TAIL))
                if match and (match.start() or pattern is not _OTHERS):
                    shorter = shorter[: match.start()]
            shorter = shorter.rstrip(" 、,。")
            if shorter == words:
                return start + len(words)
            end = start + len(shorter)

    def _shared_below(self, words: str) -> bool:
        """各委員 on a line of its own: the title of the names above that have none."""
        found = _EACH_BELOW.match(words) if words[0] in "の 各以" else None
        if found is None:
            return False
        for person in reversed(self.found):
            if person.rule != "list" or person.title:
                break
            person.title = squeeze(found[1])
            person.name = person.name.removesuffix("の") if person.name and len(person.name) > 2 else person.name
        return True

    def _title_below(self, start: int, words: str) -> int:
        """A title cut from its name by the line's end: 沼尾剛 / 委員、根岸史郎委員."""
        found = _CUT_TITLE.match(words)
        last = self.found[-1] if self.found else None
        if found and found[1] in PLAIN_TITLES and not self.opened and last and last.rule == "list" and last.name and not self.open_comma:
            last.title = found[1]
            return start + found.end()
        return start


_Layout = Callable[[_Reader, int, Slice, _Plan, State], bool]
_LAYOUTS: tuple[_Layout, ...] = (_Reader._in_fallen, _Reader._in_grid, _Reader._in_table, _Reader._in_stack, _Reader._below_title, _Reader._beside_house, _Reader._wrapped_post, _Reader._below_cut_house, _Reader._headed)
_Step = Callable[[_Reader, Slice, State], "Slice | None"]
_STEPS: tuple[_Step, ...] = (
    _Reader._as_printed,
    _Reader._without_note_on_group,
    _Reader._without_bullet,
    _Reader._unless_counted,
    _Reader._unless_presence,
    _Reader._unless_listed_in_bracket,
    _Reader._unless_sentence,
    _Reader._without_crowd,
    _Reader._unless_remark,
    _Reader._by_strokes,
    _Reader._by_labels,
    _Reader._by_seats,
    _Reader._unless_matter,
    _Reader._with_absent_behind,
    _Reader._below_head,
)
"""In this order: what is taken off first would hide what is looked for later."""


def _is_sentence(words: str) -> bool:
    return "。" in words and (_WITHIN.search(words) is not None or (words.endswith("。") and len(words) > 14))


def read_people(text: str, folded: str, listings: Iterable[Listing], titles: frozenset[str] = frozenset()) -> list[PersonDraft]:
    """The people of the lists of a header, in order.

    ``folded`` is ``text`` in one width, of the same length; the places of the lines are offsets in both.
    ``titles`` are the body's own.
    """
    reader = _Reader(text, folded, titles=titles)
    for listing in listings:
        reader.listing(listing)
    told = _HOUSES_TOLD.search(folded, 0, reader.found[-1].end) if reader.found else None
    for person in reader.found if told is not None else ():
        _take_house(person, text, posts=told is not None and told["posts"] is not None)
    for person in reader.found:
        if person.title is not None and person.organization is None and person.name is not None:
            person.organization, person.title = house_of_post(person.title)
    return reader.found


def _take_house(person: PersonDraft, text: str, *, posts: bool) -> None:
    """The bracket behind a name is where he is from, as the list says, and with ``posts`` what he is there."""
    printed = _BRACKET_BEHIND.search(text, person.start, person.end)
    house = clean(printed["inner"]) if printed is not None else ""
    if (person.organization is not None and not posts) or not house or REMOTE.search(house) or PARTIAL.search(house) or ABSENT.search(house) or "代理" in house:
        return
    split = split_designation(house) if posts else None
    if split is not None and split.title is not None and house.endswith(split.title) and len(split.title) < len(house):
        person.organization, person.title = house.removesuffix(split.title), split.title
    else:
        person.organization = house
    person.note = (person.note or "").replace(house, "", 1).strip() or None
