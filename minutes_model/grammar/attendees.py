"""Lists of those present, in every style printed: comma lists, groups, columns of spaced names.

The lines under 出席者, 欠席者, 説明員 … become one `Entry` a person, with the words that tell name,
title, organization, presence and note apart. What a designation means inside is read by
`minutes_model.people`; here is only what the layout of a list says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from attrs import define, evolve, field, frozen

from minutes_model.grammar.column_heads import SPEAKER_HEADS
from minutes_model.grammar.draft import Slice
from minutes_model.grammar.list_people import MARK, PersonDraft, State
from minutes_model.grammar.list_presence import LEGEND, WAY, Presences
from minutes_model.grammar.list_rows import DITTOS
from minutes_model.grammar.list_stacks import ALONE
from minutes_model.grammar.list_tables import Row, Table, find_table
from minutes_model.grammar.list_words import (
    ABSENT,
    CROWD,
    DITTO,
    NOTHING,
    PLAIN_TITLES,
    REMOTE,
    TITLE,
    cut_notes,
    ends_in_title,
    is_group,
    is_institution,
    is_of_bare_rank,
)
from minutes_model.model.enums import Presence, Role
from minutes_model.patterns import regex
from minutes_model.people.designation import split_designation
from minutes_model.people.families import possible_families
from minutes_model.people.roles import role_of_title
from minutes_model.people.words import word_list
from minutes_model.text import clean, squeeze

__all__ = ["Listing", "PersonDraft", "read_people"]

_HERE = regex(r"出席|説明|事務局|職員|傍聴|オブザーバー|列席|陪席|関係者|側$|執行部|理事者$|当局$|事業者|申請者|参考人|アドバイザー|ゲスト")
_OF_OFFICIALS = regex(r"(?:[課局部室署係]|受託者|受注者|業者|書記|幹事|執行機関|コンサルタント)$|^[国都道府県市区町村]$")
"""Whose heading below members who were absent begins a list of those who came."""
_OF_MEMBERS = regex(r"委員(?!会)|議員|構成員|評議員|理事(?!者)")
_COUNT = regex(
    r"[(\[]?(?:以上|計|合計|総数|出席|欠席|委員|議員|定数)*[ 、]*(?:\d+|[一二三四五六七八九十百]{1,4}) ?[名人](?!部)中?[、 ]*(?:うち|中)?[、 ]*(?:出席|欠席)?(?:委員)?[^()、]{0,12}?(?:\d+ ?[名人](?:が?出席|欠席|参加)?)?[)\]]?"
)
_COUNT_BEHIND = regex(rf"(?<![ 、])[ 、]*{_COUNT.pattern}$")
_ORDER_BEHIND = regex(r"[ ]*[※(](?:五十音順|50音順|敬称略|順不同)[^()]*\)?$")
_LONGEST_LINE = 4000
"""No list of people fills a longer line; it is kept as printed, not read."""
_TAIL = 60
"""Within how many characters of a line's end a count or a remark begins."""
_COLUMN_HEADS = regex(r"(?:\d*[名人])?(?:(?:議席番号|番号|議番|席番|職名?|氏名|所属|役職名?|区分|出欠|備考)[・、及び]*)+(?:は?、?(?:次|以下|下記)のとおり)?")
"""What stands above the columns of a list: 議席番号・氏名　次のとおり."""
_HEAD = regex(r"(?!.*\d[名人])[^\s、()【】\[\]<>:・※◎○●]{3,30}")
_REMARK = regex(r"[※＊*(]?(?:[^\s()、]{1,10}を除[きく]、?)?(?:五十音順|50音順|敬称略|順不同)(?:[、・,](?:五十音順|50音順|敬称略|順不同))*[^、]*\)?$|※.*$")
_REMARK_BESIDE = regex(r"\((?:五十音順|50音順|敬称略|順不同)(?:[、・,](?:五十音順|50音順|敬称略|順不同))*\) {2,}(?=\S)")
"""（敬称略）　　　委　員　高津 麻里: a remark below the label, beside whom it is about."""
_OTHERS = regex(r"[ 、]*以下\d+[名人]$|[ 、]*(?:ほか|外|その他|他)(?:[ ]?(?:関係官|関係職員|関係者|職員|担当者|事務局職員|事務局員|\d+[名人]|若干名)+)?(?:\d+[名人])?[ ]*$")
_TOTAL = regex(r"[ 、]+(?:委員|構成員)?(?:総数|定数|現在数) ?\d+ ?[名人].*$")
_RANKS_BEHIND = regex(r" *\((?:[◎○●△▲☆★](?:印?は|[:=])? ?[^◎○●△▲☆★()]{2,8}[ 、]*)+\) *$")
_NOTED_HEAD = regex(r"(?P<head> *[<【〈《\[][^<>【】〈〉《》\[\]]{2,16}[>】〉》\]]) ?\((?P<note>[^()]*(?:順|敬称)[^()]*)\)")
_BULLET = regex(r" *(?:[•・] *|[-‐–] +|\(\d{1,2}\) +(?=[^、]*[^\s、]{2,}[長官員事授役監]\S*(?:、|$)))")
_BULLETS = ("•", "・")
_NUMBERED_GROUP = regex(r" *\(\d{1,2}\) *(?=[^\s、:()]{1,16}:)")
_AWAY_TAIL = regex(r" *\((?:欠席(?:委員|議員|者)?:(?P<away>[^()]{2,60})|(?P<who>[^()]{2,30}?)[はが]、?[^()]{0,16}欠席[^()]{0,6})\)$")
_CROWD_BEHIND = regex(r"(?:[【\[(][^【】\[\]()]{1,12}[】\])] *)?(?:委員|職員|関係者|出席者|参加者|会員|団体|構成員|事務局)\d+ ?[名人] *\([^()]*、[^()]*\)")
"""【委員】委員25名（障害者団体、家族会）: how many came, and of what sorts."""
_HOUSE_OF_OFFICIALS = regex(r"(?:支所|公室|[部局課室所署院係]|センター|本部|グループ|チーム)$")
_SHARE = regex(r"(?:[^\s、()]{0,8} *)?\d+ ?[名人]中、? *\d+ ?[名人](?:出席)?(?= *(?:\([^()]*\))?$)")
"""15名中12名"""
_PAGE_MARK = regex(r"[(\[-]? ?\d{1,3} ?[)\]-]?")
_TALLY = regex(r"[^\s、]{0,8}(?:委員|議員|出席者|欠席者|構成員|現在)数(?: .*)?|[^、]*(?:総数|定数)[^、]*\d+ ?[名人][^、]*|[^\s、]{0,8}(?:総|委員|議員|出席者|欠席者|構成員|現在)数(?: *:? *\d+ ?[名人]?)?(?:[ 、]+[^\s、]{0,8}数 *:? *\d+ ?[名人]?)*")
_SIGNS_OF_PRESENCE = regex(r"[(※]*(?: ?[◎○●×△□-] ?(?:印)?(?:は|:|=|…) ?(?:出席|欠席|途中|遅参|代理|オンライン|ウェブ|Web|WEB)[^、。()]{0,8}[、。 ]?)+\)?")
"""（○は出席、×は欠席）"""
_COUNTS = regex(r"(?:[^\s、()\d]{0,10}(?: *:)? *\d+ ?[名人](?: *\([^()]*\))?[ 、]*){2,}")
"""出席　４９名　　委任状　２５名　　計　７４名（成立）"""
_COUNTED = regex(r"\([^()]*\d+ ?[名人][^()]*\)")
_NO_PERSON = regex(r"議[題案]|議事(?!係|調査|課|総務|担当)|事項|資料(?!館|室|課|係)|について|別紙|内容|報告(?!課|係)|大要|概要")
_TELEPHONE = regex(r"(?:電話|内線|TEL|FAX|ファクス|℡|☎)(?:番号)? ?:? ?[\d(]|[A-Za-z0-9._-]+@[A-Za-z0-9]|https?://")
"""What tells how to reach an office, and names nobody present."""
_LEAD_NUMBER = regex(r"^(?:\(\d{1,2}\)|\d{1,2}(?:[.)、]| +)|[①-⑳]|[ア-オ](?=[ .)]))\s*")
_BRACKETED = regex(r"^([(【\[<〈《])\s*([^()【】\[\]<>〈〉《》]{1,24}(?:(?<![(])\([^()【】]{1,12}\))?)\s*([)】\]>〉》])\s*[:：]?\s*")
_SHORTEST_HEAD, _LONGEST_KIND = 2, 3
"""How long what heads a list of its own is: 大学, 図書館; a longer institution is what its officials belong to."""
_HOUSE_LINE = regex(r"[^\s、()]{0,8} *[^\s、()]{1,16}(?:株式会社|有限会社|合同会社|省|庁|委員会|機構|大学|研究所|協会|センター|[都道府県市区町村])(?: +(?:担当)?委員)?$")
_OFFICE_LINE = regex(r"[^\s、()]{2,}[省庁府][^\s、()]*[課室部局院班所]")
_OF_GOVERNMENT = regex(r"(?:内閣.|[^\s]{2,}[省庁](?=.)).*[局課部室院班所]$")
"""内閣官房水運戦略室　名嘉室長: an office told with the government it is of, before its officials."""
_HOLDS = regex(r"オブザーバー|説明者|説明員|関係|参考人|有識者|アドバイザー|招へい|ゲスト|事業者|省庁")
_LOCAL = regex(r"(?!政府$)[一-龥ぁ-んァ-ヴ]{1,7}[都道府県市区町村]")
_FULL = 3
"""The parts of a full name with its title, each apart."""
_HEADS_ONLY = regex(r"(?:[^\s()、]{2,14} ?\(\d{1,2} ?[名人]\) *){2,}")
"""農業委員（６名）　農地利用最適化推進委員（６名）: the heads of two columns of names."""
_OFFICE_NAME = regex(r".{2,}(?:[局課部室署所]|センター)$")
_ORDERED = regex(r"(?P<group>[^\s、()]{2,16}) ?\((?:敬称略|順不同|五十音順|50音順|\d{1,2}月\d{1,2}日(?:時点|現在)|当時)(?:[・、]?(?:敬称略|順不同|五十音順|50音順))?\)")
"""食品衛生分科会員（敬称略）: a group, told by how its people are listed."""
_TWO_TITLES = regex(r"[一-龥]{1,8}[官員者事役長監](?:及び|並びに)[一-龥]{1,8}[官員者事役長監]")
"""(2) 審理官及び幹事: two titles as a heading."""
_COUNTED_ONLY = regex(r"(?![^\d]*[ほか外他])[^、:\d]{1,16}(?:\d+[名人]中)?\d+[名人]")
"""委員14名中11名、開設者（市）5名、傍聴者1名: nothing but how many came."""
_HOW_LISTED = regex(r"\((?:(?:五十音順|50音順|敬称略|順不同|[◎○●◇☆★※△▲]印?[はが][^、()]{2,8})(?:[、・,] ?)?)+\)")
_LISTED_IN = regex(r"(?P<group>[^\s、()]{2,10}) ?\((?P<list>[^()]*[、・][^()]*(?:\([^()]{1,12}\)[^()]*)*)\)(?: ?\d+[名人])?(?: ?\([^()]*順\))?")
"""事務局（林田部長、平山課長、熊田係長）３名: a list in the bracket behind its group."""
_DAY_ALONE = regex(r"(?:(?:令和|平成|昭和) ?(?:\d{1,2}|元) ?年 ?|\d{4}年)\d{1,2}月 ?\d{1,2}日(?: ?\([月火水木金土日]\))?")
_SEVERAL_SEATS = regex(r"\d+ *番 .* {2,}\d+ *番 ")
"""３番　理事　米良 英治　　４番　理事　坂元 隆: rows of more than one person, whose seats part them."""
_SEAT_IN_BRACKETS = regex(r"(?:(?<=^)|(?<= ))\((?:(?:副)?(?:会長|委員長|座長|部会長|議長)|委員|会長代理|(?:会長)?職務代理者?)\) ?(?=[^ ()])")
_KIND = regex(r"学識経験者?|(?:外部|内部|学外|学内|部外|有識者|市民)委員|有識者|.{2,10}代表|公募(?:市民|委員|区民|町民)?|関係団体|関係(?:行政)?機関|各種団体|(?:市|区|町|村|県|都|道|府)?議会(?:議員)?|[市区町村県住]民")
_SORT_OF_MEMBERS = regex(r"(?P<sort>[一-龥]{2,6})委員")
"""公益委員, 労働者委員; not 佐藤委員, whose first characters are a surname."""
_IN_WRITING = regex(r"(?:書面|文書|委任状)(?:による|での|出席|表決|$)")
_KIND_BEHIND = regex(r"(?P<title>[^\s【\[](?: *[^\s【\[]){1,5}) +[【\[](?P<kind>[^【】\[\]]{2,16})[】\]]")
_DASHED = regex(r"^[-‐－―]\s*([^-‐－―]{1,12})\s*[-‐－―]$")
_CELL = regex(r"^([^\s、:()](?: +[^\s、:()]){1,7}(?= *:|  |\t| [^\s]{2})|[^\s、:()]{1,16}?) *(?::|  +|\t| (?=\S))")
_WITHIN = regex(r"。(?!\)|$)")
_EACH_BELOW = regex(r"の? ?各 ?([^\s、()各]{2,12})$")
_CUT_TITLE = regex(r"([^\s、()]{2,6})、")
_ALIAS = regex(r"\(以下[^()]*\)")


@frozen(eq=False, repr=False)
class Listing:
    """The lines under one label: its words and the places of the lines.

    ``heads`` tells where the entries begin in lines that open with a group in a column of its own, ``indents`` at which printed
    column lines begin.
    """

    label: str
    lines: tuple[Slice, ...]
    absent: bool = False
    heads: Mapping[int, int] = field(factory=dict)
    indents: Mapping[int, int] = field(factory=dict)


@define(eq=False, repr=False)
class _Reader(Presences):
    """Reads the lists of one document, line by line: groups, legends, absences told in words."""

    opened: bool = False
    housed: bool = False
    officed: bool = False
    ways: list[tuple[str, str]] = field(factory=list)
    table: Table | None = None

    def listing(self, listing: Listing) -> None:
        self.housed = self.officed = False
        self.ways = []
        state = State(group=listing.label or None, title=_title_of_group(listing.label),
                       presence=Presence.ABSENT if listing.absent else Presence.PRESENT, of_members=_OF_MEMBERS.search(listing.label) is not None)
        base = evolve(state)
        heads, marked = self._heads(listing.lines), self._marked(listing.lines)
        table, alone = find_table(self.text, self.folded, listing.lines, listing.indents), self._titles_above(listing.lines)
        if table is None and self.table is not None and self.table.at:
            # A further list below the heads of the first.
            table = evolve(self.table, head=-1, indents=listing.indents)
        self.table = table
        stacked = self._titles_by_turns(listing.lines) if table is None else {}
        grids: dict[int, list[tuple[str, Slice]]] = {}
        for number, (start, end) in enumerate(listing.lines):
            if number in grids:
                for title, place in grids[number]:
                    self.found.append(self._person(*place, state, name=place, title=title, printed_title=True))
                continue
            if table is None and number not in stacked and (grid := self._grid((start, end), next(iter(listing.lines[number + 1 : number + 2]), None))):
                grids[number + 1], self.gridded = grid, True
                continue
            if table is not None and number == table.head:
                continue
            if table is not None and number > table.head and (again := find_table(self.text, self.folded, [(start, end)], listing.indents)) is not None:
                # The heads of the next group's rows.
                table = self.table = evolve(again, head=number)
                continue
            if table is not None and number > table.head and not _SEVERAL_SEATS.search(self.folded, start, end) and (row := table.row(self.text, self.folded, (start, end))) is not None:
                self._tabled(row, state)
                continue
            if number in stacked:
                self._stacked(start, end, state, title=stacked[number])
                continue
            if number - 1 in stacked:
                state.column = None
            if number in alone:
                title = squeeze(self._words(start, end))
                state.column = title
                if title in ALONE:
                    state.group, state.title = state.group or title, title
                continue
            if number - 1 in alone and state.column not in ALONE:
                # The title above is this one's: 教育部次長兼教育総務課長 / 　　　　貫　井　聡　美.
                self._line(start, end, state, base)
                state.column = None
                continue
            if start in marked:
                self._open(MARK.sub("", self._words(start, end).strip()), state, base)
                state.holds = _HOLDS.search(state.group or "") is not None
                continue
            if start in heads:
                self._open_house(_LEAD_NUMBER.sub("", self._words(start, end)), state, base)
                continue
            entries = listing.heads.get(start)
            if entries is not None:
                self._open(_LEAD_NUMBER.sub("", self._words(start, entries).lstrip()), state, base)
            self._line(start if entries is None else entries, end, state, base)
            self.open_comma = self.folded[start:end].rstrip().endswith(("、", ",", "，"))
        for mark, way in self.ways:
            self._came(mark, way)

    def _tabled(self, row: Row, state: State) -> None:
        """A person told in the cells of a table: his title (同 is that above), where he is from, whether he came."""
        core, notes = cut_notes(self._words(*row.title)) if row.title else ("", [])
        title = squeeze(core)
        if title == DITTO or title in DITTOS:
            title = state.column or ""
        state.column = title or None
        person = self._person(row.start, row.end, state, name=row.name, title=title or state.title, printed_title=True)
        if row.organization and row.organization[0] < row.organization[1]:
            person.organization = clean(self.text[slice(*row.organization)])
        if row.remark and row.remark[0] < row.remark[1]:
            notes.append(squeeze(self._words(*row.remark)))
        self.found.append(self._noted(person, notes, printed=True))

    def _marked(self, lines: Sequence[Slice]) -> frozenset[int]:
        """Where a mark opens the words of a group above its people, again and again: ○審査会委員 … ○オブザーバー …."""
        heads: list[int] = []
        bulleted: list[int] = []
        for at, (start, end) in enumerate(lines[:-1]):
            words = self._words(start, end).strip()
            mark = MARK.match(words) if words[:1] not in "・•-" else None
            below = self._words(*lines[at + 1]).strip()
            if mark is not None and " " not in words[mark.end() :] and is_group(words[mark.end() :]) and not MARK.match(below):
                heads.append(start)
            elif mark is None and below[:1] in _BULLETS and words[:1] not in _BULLETS and is_group(words):
                # 人事委員, above • 委員長 … • 委員 …: bullets that are none of its own.
                bulleted.append(start)
        return frozenset([*heads, *bulleted] if len(heads) > 1 else bulleted)

    def _heads(self, lines: Sequence[Slice]) -> frozenset[int]:
        """Where lines of one cell stand above rows of a name and a title: 山並放送 / 編成局長　保田律夫."""
        cells = [len(self._words(*line).split()) for line in lines]
        alone = [at for at, count in enumerate(cells) if count == 1]
        below = ["、" in self._words(*line) for line in lines[1:]]
        heads = [at for at in alone if at + 1 < len(lines) and (at + 1 not in alone or below[at]) and _may_head(self._words(*lines[at]).strip())]
        return frozenset(lines[at][0] for at in heads if "、" in self._words(*lines[at + 1]) or self._are_titled(lines[at + 1 : next((i for i in alone if i > at), len(lines))]))

    def _are_titled(self, rows: Sequence[Slice]) -> bool:
        """Whether most rows hold a title."""
        titled = sum(any(token.kind in "TE" for token in self._tokens(*row)) for row in rows)
        return titled * 4 >= len(rows) * 3

    def _line(self, start: int, end: int, state: State, base: State) -> None:
        if end - start > _LONGEST_LINE:
            self.found.append(PersonDraft(start, end, group=state.group, presence=state.presence, rule="list"))
            return
        if _SIGNS_OF_PRESENCE.fullmatch(self._words(start, end).strip()):
            return
        if SPEAKER_HEADS.fullmatch(self.folded, start, end) or _TELEPHONE.search(self.folded, start, end):
            return
        if _TALLY.fullmatch(words := self._words(start, end).strip()) or _COUNTS.fullmatch(words):
            return
        noted = _NOTED_HEAD.fullmatch(self.folded, start, end) if self.folded[end - 1] == ")" else None
        if noted is not None:
            # ＜構成員＞（五十音順、敬称略。※はオンラインでの参加）
            self.ways += [(found["mark"], squeeze(found["way"])) for found in WAY.finditer(noted["note"])]
            end = noted.end("head")
        bullet = _BULLET.match(self.folded, start, end) or _NUMBERED_GROUP.match(self.folded, start, end)
        if bullet:
            # Each bullet is an entry of its own.
            state.column = None
            if _TWO_TITLES.fullmatch(self.folded, bullet.end(), end):
                self._open(self._words(bullet.end(), end), state, base)
                return
        start, end = self._trim(bullet.end() if bullet else start, end)
        parts = squeeze(self._words(start, end)).split("、")
        if all(CROWD.fullmatch(part) for part in parts) or (len(parts) > 1 and all(_COUNTED_ONLY.fullmatch(part) for part in parts)) or _CROWD_BEHIND.fullmatch(self._words(start, end)):
            return
        beside = _REMARK_BESIDE.match(self.folded, start, end)
        start = beside.end() if beside is not None else start
        if self._away_whole(start, end, state) or (start < end and self.folded[start] == "(" and _REMARK.match(self.folded, start, end)):
            return
        if self._way(start, end):
            return
        if _is_sentence(self._words(start, end)) or _HEADS_ONLY.fullmatch(self.folded, start, end):
            return
        inside = _LISTED_IN.fullmatch(self.folded, start, end)
        if inside is not None and (is_group(inside["group"]) or self._alone(inside["group"])):
            self._open(inside["group"], state, base)
            self._entries(*self._trim(*inside.span("list")), state)
            return
        if _HOW_LISTED.fullmatch(self.folded, start, end):
            # （敬称略、五十音順、☆は座長）
            self._legend(self._words(start, end))
            return
        start, end = self._unbracketed(start, end)
        last = self.folded.rfind("、", start, end)
        if last > 0 and "ほか" not in self._words(last, end) and CROWD.fullmatch(squeeze(self._words(last + 1, end))):
            end = last
        ranks = _RANKS_BEHIND.search(self.folded, start, end)
        if ranks is not None and ranks.start() > start:
            # …各委員　　（◎委員長　○副委員長）
            self.marks.update(LEGEND.findall(ranks[0]))
            for person in self.found:
                person.title = self.marks.get(self.folded[person.start], person.title)
            end = ranks.start()
        counted = _COUNTED.search(self.folded, start, end)
        end = self._without_tail(start, counted.start() if counted and counted.end() == end else end)
        words = self._words(start, end)
        if not words or _SHARE.match(words) or _PAGE_MARK.fullmatch(words) or NOTHING.match(squeeze(words)) or _COLUMN_HEADS.fullmatch(squeeze(words)) or _REMARK.match(words) or _is_sentence(words):
            return
        columns = [squeeze(cell) for cell in re.split(r" {2,}", words)]
        if len(columns) > 1 and all(_KIND.fullmatch(cell) for cell in columns):
            # 公益代表　　　労働者代表　　　使用者代表, above the columns of their members.
            return
        if self._legend(words) or self._absence(start, end, state) or self._shared_below(words):
            return
        if words[-1] in "日)" and _DAY_ALONE.fullmatch(words):
            return
        seats = [found.start() for found in _SEAT_IN_BRACKETS.finditer(words)] if words[0] == "(" else []
        if len(seats) > 1 and not seats[0]:
            # （会長）春日井 順子　（副会長）轡田 康夫
            for at, stop in pairwise([*seats, len(words)]):
                self._line(*self._trim(start + at, start + stop), state, base)
            return
        named = any(token.kind == "T" for token in self._tokens(start, end)[:1])
        if _NO_PERSON.search(words) and not (named or ends_in_title(words)) and "、" not in words and ":" not in words:
            return
        away = _AWAY_TAIL.search(words)
        if away:
            self._line(start, start + away.start(), state, base)
            if away["away"] and not NOTHING.match(away["away"]):
                self._entries(*self._trim(start + away.start("away"), start + away.end("away")), evolve(state, presence=Presence.ABSENT))
            elif away["who"]:
                self._absence(start + away.start("who"), end, state)
            return
        start = self._title_below(start, words)
        self.opened = False
        start = self._heading(start, end, state, base)
        start, end = self._trim(start, end)
        rest = squeeze(self._words(start, end))
        if start < end and not (_COLUMN_HEADS.fullmatch(rest) or NOTHING.match(rest)):
            self._entries(start, end, state)

    def _unbracketed(self, start: int, end: int) -> Slice:
        """A line that is a comma list in brackets, without them: （飯森課長、長沢係長）."""
        whole = self.folded[start] == "(" and self.folded[end - 1] == ")" if start < end else False
        inner = self.folded[start + 1 : end - 1]
        return (start + 1, end - 1) if whole and "、" in inner and "(" not in inner and ")" not in inner else (start, end)

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
        found = _EACH_BELOW.match(words) if words[0] in "の 各" else None
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

    def _heading(self, start: int, end: int, state: State, base: State) -> int:
        """Take the group a line opens, and give where its entries begin."""
        words = self._words(start, end)
        kind = _KIND_BEHIND.fullmatch(words)
        if kind is not None and squeeze(kind["title"]) in PLAIN_TITLES:
            # 委　員　　【学識経験者】: the kinds of members, all of whom bear the title.
            state.kept = squeeze(kind["title"])
            self._open(kind["kind"], state, base)
            return end
        ordered = _ORDERED.fullmatch(words)
        if ordered is not None and not possible_families(ordered["group"]):
            self._open(ordered["group"], state, base)
            return end
        number = _LEAD_NUMBER.match(words)
        if number and is_group(squeeze(_ALIAS.sub("", re.sub(r"\([^()]*\)$", "", words[number.end():])))) and "、" not in words:
            self._open(re.sub(r"\([^()]*\)$", "", words[number.end():]), state, base)
            return end
        inner = _CELL.match(words[number.end() :]) if number else None
        if number and inner and (self._is_group_cell(squeeze(inner[1])) or squeeze(inner[1]) == "委員" or self._is_kind(inner, words[number.end() :])) and number.end() + inner.end() < len(words):
            # （１）出席委員　会長　楢崎綾子: a numbered group, and its first entry.
            self._open(inner[1], state, base)
            return start + number.end() + inner.end()
        bracket = _BRACKETED.match(words)
        if bracket and (named := self._bracket(bracket, words, start, end, state, base)) is not None:
            return named
        dashed = _DASHED.match(words)
        bare = squeeze(dashed[1] if dashed else words.rstrip(":： "))
        if _OFFICE_LINE.fullmatch(words) and not ends_in_title(words):
            self._open_house(bare, state, base)
            return end
        if "、" not in words and _HOUSE_LINE.match(words) and words.split()[0] not in PLAIN_TITLES and not ends_in_title(re.sub(r"(?:担当)?委員$", "", words)):
            self._open_house(bare, state, base)
            return end
        colon = words.endswith(":") and "、" not in words
        if colon or ((dashed or self._alone(bare)) and (is_group(bare) or "出席した" in bare or bare.endswith(("氏名", "名簿", "者名")))):
            self._open(bare, state, base)
            return end
        cell = _CELL.match(words)
        if cell and ":" in cell[0] and squeeze(cell[1]) in PLAIN_TITLES and cell.end() < len(words):
            state.column = squeeze(cell[1])
            return start + cell.end()
        named = cell is not None and (":" in cell[0] or self._is_office_column(cell, words)) and len(squeeze(cell[1])) <= 10
        if cell and (named or self._heads_list(cell, words, start) or self._is_kind(cell, words) or self._is_group_cell(squeeze(cell[1]))) and cell.end() < len(words):
            office = squeeze(cell[1])
            if _HOLDS.search(state.group or "") and ":" not in cell[0] and _LOCAL.fullmatch(office):
                # 矢並県　日向土木部長、春原住宅課長, among those who came to explain.
                self._entries(*self._trim(start + cell.end(), end), evolve(state, organization=office, column=None))
                return end
            self._open(cell[1], state, base)
            named = ":" not in cell[0] and _OFFICE_NAME.search(office) is not None
            # 総合基盤局　垂水局長 tells what the offices of a list are.
            self.officed = self.officed or (named and is_of_bare_rank(words[cell.end() :].split("、")[0].strip()))
            if _OF_GOVERNMENT.match(office) or (named and self.officed):
                state.organization = office
            behind = start + cell.end()
            # 市執行部　【市長公室】: a part of the group on its line.
            return self._heading(behind, end, state, base) if self.folded[behind] in "【[" else behind
        return start

    def _alone(self, bare: str) -> bool:
        return bare in ("委員", "事務局", "庶務", "参考人", "ゲスト", "アドバイザー", "説明員", "説明者", "関係者", "オブザーバー", "委員会", "出席者", "構成員", "役員", "理事者", "議員") or bool(
            re.match(r"(?:委員等?出席者|(?:出席|欠席)の?(?:委員|議員|者|構成員)の?(?:氏名|名簿)|[^、]{0,12}出席者の?氏?名|.*出席した(?:者|職員)(?:の職・?氏名|の氏名|の職及び氏名)?|.*(?:側|出席者|事務局|関係者|説明者|説明員|オブザーバー))$", bare))

    def _is_kind(self, cell: re.Match[str], words: str) -> bool:
        """公益代表　　伏見洋委員: a kind of members in a cell of its own before names with titles."""
        gap = len(cell[0]) - len(cell[1])
        kind = squeeze(cell[1])
        sort = _SORT_OF_MEMBERS.fullmatch(kind)
        told = _KIND.fullmatch(kind) is not None or (sort is not None and sort["sort"] not in word_list("surnames"))
        return gap > 1 and told and ends_in_title(words[cell.end() :].split("、")[0].strip())

    def _is_group_cell(self, cell: str) -> bool:
        return bool(re.match(
            r"(?:[国都道府県市区町村]|出席|欠席|[リレ]ポート(?:提出|参加)|書面(?:参加|出席|提出)|庶務|事務担当|担当課|(?:出席|欠席)の?(?:委員|議員|者|構成員)の?氏名|.{0,8}(?:事務局|事務局側|説明者|説明員|オブザーバー|出席者|出席者名|出席者の氏名|出席委員|関係者|関係課|執行部|行政側|市側|町側|県側|当局|(?:関係)?(?:府省|省庁)等?|企業団|事業団|公社|会社側|会社側出席者|病院側|学校側)|出席した(?:職員|者)|.{0,8}職員|会場|オンライン)$", cell))

    def _heads_list(self, cell: re.Match[str], words: str, start: int) -> bool:
        """大　学　　榛葉学長、日下部副学長: before a wide gap, what can be neither a name nor a title heads a list of designations."""
        name, entries = squeeze(cell[1]), [entry for entry in words[cell.end() :].split("、") if not CROWD.fullmatch(entry.strip())]
        gap = self.text[start + cell.end(1) : start + cell.end()]
        wide = "\t" in gap or "\u3000" in gap or len(gap) > 1
        own = ends_in_title(name) or len(name) < _SHORTEST_HEAD or name in word_list("surnames") or (is_institution(name) and len(name) > _LONGEST_KIND)
        # 消防団　利部 正則 団長、奈良間 豊 副団長: full names parted by spaces, their titles behind them.
        full = all(len(parts := entry.split()) == _FULL and ends_in_title(parts[-1]) for entry in entries)
        spaced = len(entries) > 1 and " " in entries[1].strip() and not full
        return wide and len(entries) > 1 and ends_in_title(entries[0]) and not (own or spaced) and not MARK.match(name)

    def _is_office_column(self, cell: re.Match[str], words: str) -> bool:
        """港湾局　　櫛引港湾局長、朝日港湾計画課長: an office before a list is its heading."""
        return cell[0].endswith(("  ", "会 ", "本部 ")) and "、" in words[cell.end():] and bool(re.search(r"(?:[局課部室庁省]|委員会|審議会|協議会)$", squeeze(cell[1])))

    def _bracket(self, bracket: re.Match[str], words: str, start: int, end: int, state: State, base: State) -> int | None:
        name = re.sub(r"(?<=.)\([^()]*\)$", "", squeeze(bracket[2]))
        inner = re.match(r"(欠席|出席|オンライン|Web|代理)(?:委員|者)?[:：](.+)", name)
        if inner:
            self._aside(bracket, inner, start, state)
            return start + bracket.end()
        rest = words[bracket.end():]
        if REMOTE.search(name) or name in ("会議室", "会場", "対面", "会場参加", "会場出席"):
            state.presence = Presence.REMOTE if REMOTE.search(name) else Presence.PRESENT
            return start + bracket.end()
        if (ABSENT.search(name) or _IN_WRITING.match(name)) and not rest.strip("、"):
            return start + bracket.end()
        if ABSENT.fullmatch(name):
            # （欠席）四戸康太郎: one of the group who was away.
            self._entries(*self._trim(start + bracket.end(), end), evolve(state, presence=Presence.ABSENT))
            return end
        self.housed = self.housed or (bracket[1] == "(" and "、(" in rest.replace(" ", ""))
        if self.housed and bracket[1] == "(" and is_institution(name) and ends_in_title(rest.split("、")[0].strip()) and " " not in rest.strip():
            # （内閣府）青嶋参事官、（国土運輸省）番場課長補佐: a house before each.
            return None
        alone = not rest.strip() and bracket[1] in "【[<〈《" and (_HOUSE_OF_OFFICIALS.search(name) is not None or not possible_families(name))
        if alone or (state.kept is not None and not rest.strip()) or is_group(name) or TITLE.match(name) or (rest.strip() and len(name) <= 8 and not name.isdigit()):
            self._open(name, state, base)
            state.holds = not rest.strip() and _HOLDS.search(name) is not None
            return start + bracket.end()
        return None

    def _aside(self, bracket: re.Match[str], inner: re.Match[str], start: int, state: State) -> None:
        """(欠席：堂島委員): a list within a bracket."""
        at = start + bracket.start(2)
        colon = self.folded.find(":", at)
        presence = Presence.ABSENT if inner[1] == "欠席" else Presence.REMOTE if REMOTE.search(inner[1]) else state.presence
        if not NOTHING.match(inner[2]):
            aside = evolve(state, presence=presence)
            self._entries(*self._trim(colon + 1, start + bracket.end(2)), aside)

    def _open_house(self, words: str, state: State, base: State) -> None:
        """A house above its people: where they come from in a group of several such, else a group of its own."""
        if state.holds:
            state.organization, state.column = squeeze(words), None
        else:
            self._open(words, state, evolve(base, presence=state.presence))

    def _open(self, words: str, state: State, base: State) -> None:
        name = squeeze(words)
        self.opened = True
        state.group = name
        state.title = state.kept or _title_of_group(name)
        state.column = None
        state.organization = None
        state.holds = False
        if REMOTE.search(name):
            state.presence = Presence.REMOTE
        elif ABSENT.search(name):
            state.presence = Presence.ABSENT
        else:
            here = _HERE.search(name) or (state.of_members and _OF_OFFICIALS.search(name))
            if here:
                # Those present are listed from here on.
                base.presence = Presence.PRESENT
            state.presence = base.presence


def _may_head(words: str) -> bool:
    """Whether a line of one cell can head rows below it: it is no name, and no person with a title."""
    return _HEAD.fullmatch(words) is not None and not possible_families(words) and not _is_entry(words)


def _is_entry(head: str) -> bool:
    """Whether words without a gap are a person with a title and head nobody: 国立環境技術センター多和田主任研究員."""
    if not ends_in_title(head):
        return False
    if len(head) < _SHORT_ENTRY:
        return _KIND_OF_MEMBERS.fullmatch(head) is None
    split = split_designation(head)
    return split.name is not None and split.confidence >= _LIKELY and not head.endswith("委員")


_KIND_OF_MEMBERS = regex(r"(?:継続|新任|再任|学識(?:経験)?|専門|臨時|特別|公募|常任|市民|外部|有識者|審議|学校|地域)委員|(?:局|市|町|村|県|区|関係|病院|学校|大学)職員")
_SHORT_ENTRY, _LIKELY = 8, 0.5


def _is_sentence(words: str) -> bool:
    return "。" in words and (_WITHIN.search(words) is not None or (words.endswith("。") and len(words) > 14))


def _title_of_group(group: str | None) -> str | None:
    """The title a heading gives those under it: 出席委員 → 委員, 〔部会長〕 → 部会長, 各関係者 → 関係者."""
    if group is None:
        return None
    if role_of_title(group) in (Role.CHAIR, Role.DEPUTY_CHAIR) and not group.startswith(("出席", "欠席")):
        return group
    found = re.search(r"(委員長|部会長|副部会長|座長|副座長|副会長|会長|議長|農地利用最適化推進委員|推進委員|専門委員|臨時委員|特別委員|委員|議員|評議員|構成員|監事|参考人|オブザーバー)(?:等|の出席|出欠|の出席状況|の?氏名|名)?$", group)
    if found is None or group in ("委員等出席者",):
        return None
    title = found[1]
    return None if title == "会長" and group != "会長" else title


def read_people(text: str, folded: str, listings: Iterable[Listing], titles: frozenset[str] = frozenset()) -> list[PersonDraft]:
    """The people of the lists of a header, in order.

    ``folded`` is ``text`` in one width, of the same length; the places of the lines are offsets in both.
    ``titles`` are the body's own.
    """
    reader = _Reader(text, folded, titles=titles)
    for listing in listings:
        reader.listing(listing)
    return reader.found
