"""Lists of those present, in every style printed: comma lists, groups, columns of spaced names.

The lines under 出席者, 欠席者, 説明員 … become one `Entry` a person, with the words that tell name,
title, organization, presence and note apart. What a designation means inside is read by
`minutes_model.people`; here is only what the layout of a list says.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Set
from functools import lru_cache
from itertools import pairwise

from attrs import define, evolve, field, frozen

from minutes_model.grammar.draft import Slice
from minutes_model.model.enums import Presence, Role
from minutes_model.people.designation import Designation, split_designation
from minutes_model.people.entries import split_names, split_run
from minutes_model.people.plain import plain_designation
from minutes_model.people.plausible import title_suffix
from minutes_model.people.roles import role_of_title
from minutes_model.text import clean, squeeze

__all__ = ["Listing", "PersonDraft", "read_people"]

# Words that end a title: one of them at the end of a cell makes the cell a title, not a name.
_HEADS = (
    r"(?:委員長|委員|議員|会長|座長|議長|主査|部会長|分科会長|長官|次長|局長|部長|課長|室長|所長|署長|係長|班長|院長|校長|園長|館長|学長|総長|理事長|"
    r"事務長|事務局長|教育長|本部長|町長|市長|村長|区長|知事|管理者|監事|理事|幹事|主幹|主任|主事|主査|書記長|書記|参事官|参事|審議官|調整官|専門官|専門員|企画官|調査官|監察官|"
    r"調査員|研究員|課長補佐|室長補佐|補佐|代理|代理者|代行者|代行|職務代理者|技師|技監|統括官|統括|教授|准教授|講師|弁護士|社長|取締役|専務|常務|会頭|"
    r"顧問|相談役|評議員|構成員|幹事長|主計官|監査役|大臣|副大臣|政務官|事務官|主席|首席|薬局長|看護婦長|看護師長|総看護婦長|司令|司書|"
    r"オブザーバー|チーフ|リーダー|マネージャー|部会員|職員|指導主事|協力員|推進員|代表|監)"
)
_TITLE = re.compile(rf"[^\d()]*{_HEADS}$")
_PURE = frozenset(
    ["委員長", "副委員長", "委員長代理", "委員", "会長", "副会長", "会長代理", "議長", "副議長", "座長", "副座長", "座長代理", "部会長", "副部会長", "部会長代理", "町長", "副町長", "市長", "副市長", "村長", "副村長", "区長", "副区長", "知事", "副知事", "教育長", "書記", "書記長", "主査", "副主査", "主事", "主任", "主幹", "幹事", "理事", "監事", "理事長", "副理事長", "局長", "次長", "部長", "課長", "室長", "係長", "所長", "事務局長", "事務局次長", "技師", "参事", "議員", "評議員", "構成員", "学長", "会計管理者", "委員長職務代理者", "会長職務代理者", "会長職務代行者", "教育長職務代理者", "職務代理者", "委員長職務代行者", "課長補佐", "補佐", "臨時委員", "専門委員", "特別委員", "幹事長", "事務長", "管理者", "同", "消防長", "総務課長", "調査員", "専門員"]
)
_DITTO = "同"
_SURE, _POSSIBLE = 0.9, 0.2
_GENERIC_END = re.compile(rf"{_HEADS}$|.{{3,}}(?:長|官|専門職|学芸員|[^委]員|監|士)$")
_GROUPS = re.compile(
    r"(?:[^\s、()]{0,16}(?:委員|議員|理事|評議員|構成員|委員会|者|事務局|職員|説明員|関係者|側|省|庁|課|局|部|部局|役員|監事|会|員|機関|会議|県警察|警察本部|執行部|幹事|会場|会議室|出席|欠席|室|オブザーバー|参考人|ゲスト|病院|法人|市|町|村|県|都|府|大学|会社|機構))$"
)
_REMOTE = re.compile(r"テレビ会議|(?i:web|ｗｅｂ)|ウェブ|オンライン|リモート|遠隔|Zoom")
_ABSENT = re.compile(r"欠席|不参加")
_HERE = re.compile(r"出席|説明|事務局|職員|傍聴|オブザーバー|列席|陪席|関係者")
_PARTIAL = re.compile(r"途中|遅参|早退|中座|退席|から出席|まで出席")
_COUNT = re.compile(
    r"\(?(?:以上|計|合計|総数|出席|欠席|委員|議員|定数)*[ 、]*(?:\d+|[一二三四五六七八九十百]{1,4}) ?[名人]中?[、 ]*(?:うち|中)?[、 ]*(?:出席|欠席)?(?:委員)?[^()、]{0,12}?(?:\d+ ?[名人](?:が?出席|欠席|参加)?)?\)?"
)
_NOTHING = re.compile(r"(?:なし|無し|無|該当なし|特になし|-+|ナシ)[。 ]*$")
_REMARK = re.compile(r"[※＊*(]?(?:五十音順|50音順|敬称略|順不同)[^、]*\)?$|※.*$")
_OTHERS = re.compile(r"[ 、]*以下\d+[名人]$|[ 、]*(?:ほか|外|その他|他)(?:[ ]?(?:関係官|関係職員|関係者|職員|担当者|事務局職員|事務局員|\d+[名人]|若干名)+)?(?:\d+[名人])?[ ]*$")
_LEGEND = re.compile(r"([◎○●◇☆★△▲])(?:印?[はが]?|[:=は]) ?([^\s、◎○●◇☆★△▲()]{2,14})")
_EACH = re.compile(r"[ ]*の?[ ]*各[ ]*(?P<title>[^\s、()各]{2,12})$")
_SEAT = re.compile(r"\(?\d{1,2} ?番\)?(?:委員|議員)?")
_AWAY = re.compile(r"[(※ ]*(?P<who>[^。()]{2,40}?)は、?[^。]{0,16}?欠席(?:した|され|する|$|[。)])")
_MARK = re.compile(r"^[◎○●◇◆□■・･•\-‐＊*☆★▽△▲]\s*")
_BULLET = re.compile(r" *[•・] *")
_NUMBERED_GROUP = re.compile(r" *\(\d{1,2}\) *(?=[^\s、:()]{1,16}:)")
_AWAY_TAIL = re.compile(r" *\((?:欠席(?:委員|議員|者)?:(?P<away>[^()]{2,60})|(?P<who>[^()]{2,30}?)[はが]、?[^()]{0,16}欠席[^()]{0,6})\)$")
_TITLED = re.compile(r"([^\s、:()]{2,12}) ?: ?(?=\S)")
_TALLY = re.compile(r"[^\s、]{0,8}(?:委員|議員|出席者|欠席者|構成員|現在)数(?: .*)?|[^、]*(?:総数|定数)[^、]*\d+ ?[名人][^、]*|[^\s、]{0,8}(?:総|委員|議員|出席者|欠席者|構成員|現在)数(?: *:? *\d+ ?[名人]?)?(?:[ 、]+[^\s、]{0,8}数 *:? *\d+ ?[名人]?)*")
_COUNTED = re.compile(r"\([^()]*\d+ ?[名人][^()]*\)")
_NO_PERSON = re.compile(r"議[題案]|議事(?!係|調査|課|総務|担当)|事項|資料(?!館|室|課|係)|について|別紙|内容|報告(?!課|係)|大要|概要")
_LEAD_NUMBER = re.compile(r"^(?:\(\d{1,2}\)|\d{1,2}[.)、]|[①-⑳]|[ア-オ](?=[ .)]))\s*")
_BRACKETED = re.compile(r"^([(【\[<〈《])\s*([^()【】\[\]<>〈〉《》]{1,24})\s*([)】\]>〉》])\s*[:：]?\s*")
_HOUSE_LINE = re.compile(r"[^\s、()]{0,8} *[^\s、()]{1,16}(?:株式会社|有限会社|合同会社|省|庁|委員会|機構|大学|研究所|協会|センター|[都道府県市区町村])(?: +(?:担当)?委員)?$")
_OFFICE_LINE = re.compile(r"[^\s、()]{2,}[省庁府][^\s、()]*[課室部局院班所]")
_DASHED = re.compile(r"^[-‐－―]\s*([^-‐－―]{1,12})\s*[-‐－―]$")
_CELL = re.compile(r"^([^\s、:()](?: +[^\s、:()]){1,7}(?= *:|  |\t| [^\s]{2})|[^\s、:()]{1,16}?) *(?::|  +|\t| (?=\S))")
_COMMA_OR_AND = re.compile(r"[、,，]|及び|並びに")
_EACH_ANYWHERE = re.compile(r"[^、 ][ ]*の?[ ]*各[ ]*[^\s、()各]{2,12}(?=$|[、 ])")
_COMMA = re.compile(r"[、,，]|(?<=[員長官者授事氏])(?:及び|並びに)(?=[^、]+[員長官者授事氏]|[^、]+$)")
_ALIAS = re.compile(r"\(以下[^()]*\)")


@frozen
class Listing:
    """The lines under one label: its words, its note, and the places of the lines."""

    label: str
    lines: tuple[Slice, ...]
    absent: bool = False


@define
class PersonDraft:
    """One entry of a list, as printed and split."""

    start: int
    end: int
    name: str | None = None
    family: str | None = None
    title: str | None = None
    organization: str | None = None
    honorific: str | None = None
    note: str | None = None
    group: str | None = None
    presence: Presence = Presence.PRESENT
    rule: str = ""


@define
class _State:
    """What the lines above an entry say about it."""

    group: str | None = None
    title: str | None = None
    column: str | None = None
    presence: Presence = Presence.PRESENT
    organization: str | None = None


@define
class _Reader:
    """Reads the lists of one document."""

    text: str
    folded: str
    marks: dict[str, str] = field(factory=dict)
    found: list[PersonDraft] = field(factory=list)
    open_comma: bool = False

    def listing(self, listing: Listing) -> None:
        state = _State(group=listing.label, title=_title_of_group(listing.label),
                       presence=Presence.ABSENT if listing.absent else Presence.PRESENT)
        base = evolve(state)
        for start, end in listing.lines:
            self._line(start, end, state, base)
            self.open_comma = self.folded[start:end].rstrip().endswith(("、", ",", "，"))

    def _words(self, start: int, end: int) -> str:
        return self.folded[start:end]

    def _trim(self, start: int, end: int) -> Slice:
        words = self._words(start, end)
        return start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))

    def _line(self, start: int, end: int, state: _State, base: _State) -> None:
        if _TALLY.fullmatch(self._words(start, end).strip()):
            return
        bullet = _BULLET.match(self.folded, start, end) or _NUMBERED_GROUP.match(self.folded, start, end)
        start, end = self._trim(bullet.end() if bullet else start, end)
        counted = _COUNTED.search(self.folded, start, end)
        end = self._without_tail(start, counted.start() if counted and counted.end() == end else end)
        words = self._words(start, end)
        if not words or _NOTHING.match(words) or _REMARK.match(words) or _is_sentence(words):
            return
        if self._legend(words) or self._absence(start, end, state) or self._shared_below(words):
            return
        if _NO_PERSON.search(words) and not _ends_in_title(words) and "、" not in words and ":" not in words:
            return
        away = _AWAY_TAIL.search(words)
        if away:
            self._line(start, start + away.start(), state, base)
            if away["away"] and not _NOTHING.match(away["away"]):
                self._entries(*self._trim(start + away.start("away"), start + away.end("away")), evolve(state, presence=Presence.ABSENT))
            elif away["who"]:
                self._absence(start + away.start("who"), end, state)
            return
        start = self._title_below(start, words)
        start = self._heading(start, end, state, base)
        start, end = self._trim(start, end)
        if start < end:
            self._entries(start, end, state)

    def _without_tail(self, start: int, end: int) -> int:
        """The end of the line without counts, ほか and remarks on its order."""
        while True:
            words = self._words(start, end).rstrip()
            shorter = words
            for pattern in (_OTHERS, re.compile(rf"[ 、]*{_COUNT.pattern}$"), re.compile(r"[ ]*[※(](?:五十音順|50音順|敬称略|順不同)[^()]*\)?$")):
                match = pattern.search(shorter)
                if match and (match.start() or pattern is not _OTHERS):
                    shorter = shorter[: match.start()]
            shorter = shorter.rstrip(" 、,。")
            if shorter == words:
                return start + len(words)
            end = start + len(shorter)

    def _legend(self, words: str) -> bool:
        pairs = _LEGEND.findall(words)
        if not pairs or not (words.startswith(("(", "※", "注")) or len(pairs) > 1):
            return False
        if not all(title_suffix(title) == title for _, title in pairs):
            return False
        self.marks.update(pairs)
        for person in self.found:
            mark = self.folded[person.start]
            if mark in self.marks:
                person.title = self.marks[mark]
        return True

    def _absence(self, start: int, end: int, state: _State) -> bool:
        """（佐藤進委員は所用により欠席）: absence told in words."""
        found = _AWAY.match(self._words(start, end))
        if found is None:
            return False
        before = len(self.found)
        self._entries(*self._trim(start + found.start("who"), start + found.end("who")), evolve(state, presence=Presence.ABSENT))
        self.found[before:] = [person for person in self.found[before:] if not self._listed_before(person, before)]
        return True

    def _listed_before(self, absent: PersonDraft, count: int) -> bool:
        """Whether a list names somebody whose absence is told below it; he is marked there."""
        for person in self.found[:count]:
            if person.name and (person.name, person.title) == (absent.name, absent.title):
                person.presence = Presence.ABSENT
                return True
        return False

    def _shared_below(self, words: str) -> bool:
        """各委員 on a line of its own: the title of the names above that have none."""
        found = re.match(r"の? ?各 ?([^\s、()各]{2,12})$", words)
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
        found = re.match(r"([^\s、()]{2,6})、", words)
        last = self.found[-1] if self.found else None
        if found and found[1] in _PURE and last and last.rule == "list" and last.name and not self.open_comma:
            last.title = found[1]
            return start + found.end()
        return start

    def _heading(self, start: int, end: int, state: _State, base: _State) -> int:
        """Take the group a line opens, and give where its entries begin."""
        words = self._words(start, end)
        number = _LEAD_NUMBER.match(words)
        if number and _GROUPS.match(squeeze(_ALIAS.sub("", re.sub(r"\([^()]*\)$", "", words[number.end():])))) and "、" not in words:
            self._open(re.sub(r"\([^()]*\)$", "", words[number.end():]), state, base)
            return end
        bracket = _BRACKETED.match(words)
        if bracket and (named := self._bracket(bracket, words, start, end, state, base)) is not None:
            return named
        dashed = _DASHED.match(words)
        bare = squeeze(dashed[1] if dashed else words.rstrip(":： "))
        if _OFFICE_LINE.fullmatch(words) and not _ends_in_title(words):
            self._open(bare, state, base)
            return end
        if "、" not in words and _HOUSE_LINE.match(words) and not _ends_in_title(re.sub(r"(?:担当)?委員$", "", words)):
            self._open(bare, state, base)
            return end
        colon = words.endswith(":") and "、" not in words
        if colon or ((dashed or self._alone(bare)) and (_GROUPS.match(bare) or "出席した" in bare or bare.endswith(("氏名", "名簿", "者名")))):
            self._open(bare, state, base)
            return end
        cell = _CELL.match(words)
        if cell and ":" in cell[0] and squeeze(cell[1]) in _PURE and cell.end() < len(words):
            state.column = squeeze(cell[1])
            return start + cell.end()
        named = cell is not None and (":" in cell[0] or self._is_office_column(cell, words)) and len(squeeze(cell[1])) <= 10
        if cell and (named or self._is_group_cell(squeeze(cell[1]))) and cell.end() < len(words):
            self._open(cell[1], state, base)
            return start + cell.end()
        return start

    def _alone(self, bare: str) -> bool:
        return bare in ("委員", "事務局", "説明員", "説明者", "関係者", "オブザーバー", "委員会", "出席者", "構成員", "役員", "理事者", "議員") or bool(
            re.match(r"(?:委員等?出席者|(?:出席|欠席)の?(?:委員|議員|者|構成員)の?(?:氏名|名簿)|[^、]{0,12}出席者の?氏?名|.*出席した(?:者|職員)(?:の職・?氏名|の氏名|の職及び氏名)?|.*(?:側|出席者|事務局|関係者|説明者|説明員|オブザーバー))$", bare))

    def _is_group_cell(self, cell: str) -> bool:
        return bool(re.match(
            r"(?:(?:出席|欠席)の?(?:委員|議員|者|構成員)の?氏名|.{0,8}(?:事務局|事務局側|説明者|説明員|オブザーバー|出席者|出席委員|関係者|関係課|執行部|行政側|市側|町側|県側|当局)|出席した(?:職員|者)|.{0,8}職員|会場|オンライン)$", cell))

    def _is_office_column(self, cell: re.Match[str], words: str) -> bool:
        """港湾局　　櫛引港湾局長、朝日港湾計画課長: an office before a list is its heading."""
        return cell[0].endswith("  ") and "、" in words[cell.end():] and bool(re.search(r"[局課部室庁省]$", squeeze(cell[1])))

    def _bracket(self, bracket: re.Match[str], words: str, start: int, end: int, state: _State, base: _State) -> int | None:
        name = squeeze(bracket[2])
        inner = re.match(r"(欠席|出席|オンライン|Web|代理)(?:委員|者)?[:：](.+)", name)
        if inner:
            self._aside(bracket, inner, start, state)
            return start + bracket.end()
        rest = words[bracket.end():]
        if _REMOTE.search(name) or name in ("会議室", "会場", "対面", "会場参加", "会場出席"):
            state.presence = Presence.REMOTE if _REMOTE.search(name) else Presence.PRESENT
            return start + bracket.end()
        if _ABSENT.search(name) and not rest.strip("、"):
            return start + bracket.end()
        if _GROUPS.match(name) or _TITLE.match(name) or (rest.strip() and len(name) <= 8 and not name.isdigit()):
            self._open(name, state, base)
            return start + bracket.end()
        return None

    def _aside(self, bracket: re.Match[str], inner: re.Match[str], start: int, state: _State) -> None:
        """(欠席：堂島委員): a list within a bracket."""
        at = start + bracket.start(2)
        colon = self.folded.find(":", at)
        presence = Presence.ABSENT if inner[1] == "欠席" else Presence.REMOTE if _REMOTE.search(inner[1]) else state.presence
        if not _NOTHING.match(inner[2]):
            aside = evolve(state, presence=presence)
            self._entries(*self._trim(colon + 1, start + bracket.end(2)), aside)

    def _open(self, words: str, state: _State, base: _State) -> None:
        name = squeeze(words)
        state.group = name
        state.title = _title_of_group(name)
        state.column = None
        state.organization = None
        if _REMOTE.search(name):
            state.presence = Presence.REMOTE
        elif _ABSENT.search(name):
            state.presence = Presence.ABSENT
        else:
            state.presence = Presence.PRESENT if _HERE.search(name) else base.presence

    # -- the entries of a line -------------------------------------------------

    def _entries(self, start: int, end: int, state: _State) -> None:
        words = self._words(start, end)
        if _COMMA.search(_outside(words)) or _EACH.search(words):
            self._commas(start, end, state)
        else:
            self._row(start, end, state)

    def _commas(self, start: int, end: int, state: _State) -> None:
        """A comma list; 各委員 behind a name is the title of those before it that have none."""
        waiting: list[PersonDraft] = []
        shares = bool(_EACH_ANYWHERE.search(self._words(start, end)))
        for at, stop in self._parts(start, end, shares=shares):
            each = _EACH.search(self._words(at, stop))
            inner = stop if each is None else at + each.start()
            people = self._entry(at, inner, evolve(state, title=None) if shares else state, shared=each is not None, state_out=state)
            waiting += people
            if each is not None:
                for person in waiting:
                    person.title = person.title or squeeze(each["title"])
                self.found += waiting
                waiting = []
        for person in waiting:
            person.title = person.title or (state.column or state.title if person.rule == "list" else None)
        self._by_the_others(waiting)
        _share_organization(waiting)
        self.found += waiting

    def _by_the_others(self, people: list[PersonDraft]) -> None:
        """新美育文委員 among members is no 文委員: the title most of a list bear decides between two readings."""
        titles = Counter(person.title for person in people)
        usual, often = titles.most_common(1)[0] if titles else (None, 0)
        full = sum(_is_full(person) for person in people)
        for person in people:
            title = person.title or ""
            more = len(title) - len(usual or "")
            if often > 2 and usual and 0 < more < 3 and title.endswith(usual) and titles[title] == 1:
                self._otherwise(person, {usual})
            elif person.rule == "designation" and full > 2 and full >= len(people) - 1 and not _is_full(person):
                self._otherwise(person, {title[cut:] for cut in range(1, len(title))})

    def _otherwise(self, person: PersonDraft, titles: Set[str]) -> None:
        """Read an entry the other way its words allow, if that has one of ``titles`` and this one is not sure."""
        designated = split_designation(self.text[person.start : person.end])
        others = designated.alternatives if designated.confidence < _SURE else ()
        other = next((o for o in others if o.confidence >= _POSSIBLE and o.title in titles), None)
        if other is not None and person.name:
            person.name, person.family, person.title = other.name, other.family, other.title

    def _parts(self, start: int, end: int, *, shares: bool = False) -> Iterator[Slice]:
        words = self._words(start, end)
        at = 0
        for comma in (_COMMA_OR_AND if shares else _COMMA).finditer(_outside(words)):
            yield self._trim(start + at, start + comma.start())
            at = comma.end()
        yield self._trim(start + at, end)

    def _entry(self, start: int, end: int, state: _State, *, shared: bool, state_out: _State) -> list[PersonDraft]:
        """The people of one part of a comma list: one, or several where a comma is missing."""
        if start >= end:
            return []
        words = self._words(start, end)
        titled = _TITLED.match(words)
        if titled and _ends_in_title(titled[1]):
            state_out.column = titled[1]
            return [self._person(start, end, state, name=(start + titled.end(), end), title=titled[1])]
        tokens = self._tokens(start, end)
        if tokens and _is_title_before_name(tokens):
            title = tokens[0].words
            state_out.column = state.column if title == _DITTO else title
            return [self._person(start, end, state, name=(tokens[1].start, tokens[-1].end), title=state_out.column)]
        if len(tokens) > 1 and tokens[0].kind == "T" and tokens[1].kind in "NE" and tokens[0].words in _PURE and _ends_in_title(words):
            # 委員 海老原会長: the column's title, then an entry with its own.
            state_out.column = tokens[0].words
            return [self._designated(tokens[1].start, end, state)]
        if shared or (state.column and not _ends_in_title(words)) or not _ends_in_title(words):
            return [self._named(start, end, state)]
        parts = split_run(words) if len(words) > 8 and " " not in words and "(" not in words else ()
        if len(parts) > 1:
            return self._run(start, parts, state)
        return [self._designated(start, end, state)]

    def _run(self, start: int, parts: Iterable[Designation], state: _State) -> list[PersonDraft]:
        people: list[PersonDraft] = []
        for part in parts:
            stop = start + len(part.text)
            people.append(self._designated(start, stop, state))
            start = stop
        return people

    def _named(self, start: int, end: int, state: _State) -> PersonDraft:
        """A part that is a name, perhaps with brackets, perhaps with a title of its own."""
        words = self._words(start, end)
        core, _ = _cut_notes(words)
        if _ends_in_title(core) and len(squeeze(core)) > 1:
            split = split_designation(clean(self.text[start : start + len(core)]))
            if split.title and split.confidence >= 0.5:
                return self._designated(start, end, state)
        return self._person(start, end, state, name=(start, end), title=state.column or state.title)

    # -- rows of columns -------------------------------------------------------

    def _tokens(self, start: int, end: int) -> list[_Token]:
        return list(_tokenize(self.folded, start, end))

    def _row(self, start: int, end: int, state: _State) -> None:
        tokens = _titles_first(self._tokens(start, end))
        titles = [t for t in tokens if t.kind == "T"]
        if not tokens:
            return
        if len(tokens) == 1 and tokens[0].kind != "N":
            self._single(tokens[0], start, end, state)
        elif all(t.kind in "TE" for t in tokens) and len(tokens) > 1 and not any(t.words in _PURE for t in tokens):
            for token in tokens:
                self.found.append(self._designated(token.start, token.end, state))
        elif tokens[0].kind == "S":
            self._seats(tokens, state)
        elif titles and tokens[0].kind == "T":
            self._title_first(tokens, state)
        elif titles or tokens[-1].kind == "E":
            self._title_last(tokens, state)
        elif any(t.kind == "S" for t in tokens):
            self._seats(tokens, state)
        else:
            self._names(tokens[0].start, tokens[-1].end, state, state.column or state.title)

    def _single(self, token: _Token, start: int, end: int, state: _State) -> None:
        if token.kind == "S":
            return
        self.found.append(self._designated(start, end, state))

    def _title_first(self, tokens: list[_Token], state: _State) -> None:
        """会長 佐原 紀雄, 委員 牧山 …: a title, then the name or names under it."""
        index = 0
        while index < len(tokens):
            title = tokens[index]
            index += 1
            run: list[_Token] = []
            while index < len(tokens) and tokens[index].kind != "T":
                run.append(tokens[index])
                index += 1
            if title.words != _DITTO:
                state.column = title.words
            if not run:
                self.found.append(self._person(title.start, title.end, state, name=None, title=title.words))
            elif run[0].kind == "E":
                self.found += [self._designated(t.start, t.end, state) for t in run]
            elif any(t.kind == "S" for t in run):
                self._seats(run, state, first=title.start)
            else:
                first = len(self.found)
                self._names(run[0].start, run[-1].end, state, state.column, first=title.start)
                self._noted(self.found[first], _cut_notes(self._words(title.start, title.end))[1])

    def _title_last(self, tokens: list[_Token], state: _State) -> None:
        """井深 誠 委員 大給 健一 委員: each title closes a person."""
        run: list[_Token] = []
        for token in tokens:
            run.append(token)
            if token.kind in "TE":
                self._closed(run, state)
                run = []
        if run:
            self._seats(run, state)

    def _closed(self, run: list[_Token], state: _State) -> None:
        names = [t for t in run[:-1] if t.kind == "N"]
        last = run[-1]
        if last.kind == "E":
            self.found.append(self._designated((names or run)[0].start, last.end, state))
            return
        if not names and any(t.kind == "S" for t in run):
            self.found.append(self._designated(last.start, last.end, state))
        elif not names:
            self.found.append(self._designated(run[0].start, last.end, state))
        elif len(names) > 1 and _orgish(names[0].words) and (len(names[0].words) > 3 or names[0].words[-1] in "省庁府"):
            organization = names[0].words
            person = self._person(run[0].start, last.end, state, name=(names[1].start, names[-1].end), title=last.words)
            person.organization = organization
            self.found.append(person)
        else:
            seat = [t for t in run if t.kind == "S"]
            begin = names[0].start
            self.found.append(self._person(run[0].start if not seat else begin, last.end, state,
                                           name=(begin, names[-1].end), title=last.words))

    def _seats(self, tokens: list[_Token], state: _State, first: int | None = None) -> None:
        """１番 小名木 さやか ２番 滑川 徹: a seat number opens each person."""
        run: list[_Token] = []
        for token in [*tokens, None]:
            if token is None or token.kind == "S":
                if run:
                    self._seat(run, state, first)
                    first = None
                run = []
            else:
                run.append(token)

    def _seat(self, run: list[_Token], state: _State, first: int | None) -> None:
        title = next((t.words for t in run if t.kind == "T"), None) or state.column or state.title
        names = [t for t in run if t.kind != "T"]
        start = first if first is not None else run[0].start
        if names:
            self._names(names[0].start, names[-1].end, state, title, first=start)

    def _names(self, start: int, end: int, state: _State, title: str | None, first: int | None = None) -> None:
        """Names without titles: one person, or columns of several."""
        cells = _by_honorifics(self.folded, start, end) or _columns(self.folded, start, end) or [(start, end)]
        for number, (at, stop) in enumerate(cells):
            opening = first if first is not None and number == 0 else at
            self.found.append(self._person(opening, stop, state, name=(at, stop), title=title))

    # -- one person ------------------------------------------------------------

    def _designated(self, start: int, end: int, state: _State) -> PersonDraft:
        """An entry that bears its own title: 消費者庁内藤消費者政策課長."""
        core, notes = _cut_notes(self._words(start, end))
        mark = _MARK.match(core)
        begin = start + (mark.end() if mark else 0)
        printed = self.text[begin : start + len(core)]
        split = _with_rank(printed) or plain_designation(printed) or split_designation(printed)
        person = PersonDraft(start, end, split.name, split.family, split.title, split.organization or state.organization,
                             split.honorific, split.note, state.group, state.presence, "designation")
        if mark and not split.title:
            person.title = self.marks.get(mark[0].strip())
        if person.organization == "事務局":
            person.organization, person.group = None, "事務局"
        return self._noted(person, notes)

    def _person(self, start: int, end: int, state: _State, *, name: Slice | None, title: str | None) -> PersonDraft:
        person = PersonDraft(start, end, None, None, title, state.organization, None, None, state.group, state.presence, "list")
        if name is None:
            return person
        words = self._words(*name)
        core, notes = _cut_notes(words)
        mark = _MARK.match(core)
        begin = name[0] + (mark.end() if mark else 0)
        if mark and mark[0].strip() in self.marks:
            person.title = self.marks[mark[0].strip()]
        printed = squeeze(_SEAT.sub("", self.text[begin : name[0] + len(core)]))
        honorific = re.search(r"(?<=.)(?:君|氏|さん|様|殿|先生)$", printed) if len(printed) > 2 else None
        if honorific:
            person.honorific = honorific[0]
            printed = self._after_title(printed[: honorific.start()], person)
        # An institution among the names is no person; its entry is kept as printed.
        person.name = None if len(printed) > 4 and _orgish(printed) else printed or None
        parts = self.folded[begin : name[0] + len(core)].split()
        if len(parts) == 2 and len(parts[0]) > 1:
            person.family = squeeze(self.text[begin : begin + len(parts[0])])
        return self._noted(person, notes)

    @staticmethod
    def _after_title(printed: str, person: PersonDraft) -> str:
        """委員長野村有信君: a title before a name, told by the honorific behind it."""
        title = max((t for t in _PURE if len(t) > 1 and printed.startswith(t)), key=len, default="")
        if title and 2 <= len(printed) - len(title) <= 7:
            person.title = title
            return printed[len(title) :]
        return printed

    def _noted(self, person: PersonDraft, notes: list[str]) -> PersonDraft:
        for note in notes:
            if _ABSENT.search(note):
                person.presence = Presence.ABSENT
            elif _PARTIAL.search(note):
                person.presence = Presence.PARTIAL
            elif _REMOTE.search(note):
                person.presence = Presence.REMOTE
            elif re.match(r"出席$|○$", note):
                continue
            elif (person.rule == "list" and note in _PURE) or (_TITLE.match(note) and person.rule == "list" and not _orgish_title(note)):
                person.title = note
                continue
            person.note = note if person.note is None else f"{person.note} {note}"
        return person


_RANKS = re.compile(r"(?P<name>.{2,9}?)(?P<rank>副?委員長|副?会長|副?座長|委員|構成員|議員|評議員)")


def _with_rank(printed: str) -> Designation | None:
    """原村 一委員: a spaced full name before a rank, which no word list can better."""
    parts = printed.split()
    found = _RANKS.fullmatch(squeeze(printed)) if len(parts) in (2, 3) else None
    if found is None or (_orgish(parts[0]) and len(parts[0]) > 3):
        return None
    return Designation(text=printed, organization=None, name=found["name"], family=parts[0], given=None, title=found["rank"],
                       honorific=None, note=None, confidence=1.0, alternatives=())


@frozen
class _Token:
    """A cell of a row: T a title, E a whole entry that ends in a title, S a seat, N anything else."""

    kind: str
    start: int
    end: int
    words: str


def _share_organization(people: Iterable[PersonDraft]) -> None:
    """内閣調整府轟参事官、比留間参事官補佐: one printed organization is that of the officials behind it."""
    printed: str | None = None
    for person in people:
        official = person.rule == "designation" and role_of_title(person.title or "") is Role.OFFICIAL
        if person.organization or not official:
            printed = person.organization if official else None
        else:
            person.organization = printed


def _is_full(person: PersonDraft | Designation) -> bool:
    """Whether a name holds a given name too."""
    return bool(person.name) and len(person.name or "") > max(2, len(person.family or ""))


def _is_title_before_name(tokens: list[_Token]) -> bool:
    """男女平等推進課長 鳥越真理: a title, or what could hold a name itself, and behind it a name."""
    names = tokens[1:]
    named = bool(names) and all(t.kind == "N" for t in names)
    return named and (tokens[0].kind == "T" or (tokens[0].kind == "E" and sum(len(t.words) for t in names) <= 6))


def _titles_first(tokens: list[_Token]) -> list[_Token]:
    """In a row that opens with a title, every cell that ends in one and has a name behind it is a title."""
    opens = len(tokens) > 1 and tokens[0].kind in "TE" and tokens[1].kind in "NS"
    if not opens:
        return tokens
    following = [*tokens[1:], None]
    return [
        evolve(t, kind="T") if t.kind == "E" and after is not None and after.kind in "NS" else t
        for t, after in zip(tokens, following, strict=True)
    ]


def _tokenize(folded: str, start: int, end: int) -> Iterator[_Token]:
    """The cells of a row; a title whose characters are spaced apart is one cell."""
    pieces = [(start + m.start(), start + m.end()) for m in re.finditer(r"\S+", folded[start:end])]
    index = 0
    while index < len(pieces):
        taken = _spaced_title(folded, pieces, index)
        if taken:
            first, last = pieces[index], pieces[index + taken - 1]
            yield _Token("T", first[0], last[1], squeeze(folded[first[0] : last[1]]))
            index += taken
            continue
        at, stop = pieces[index]
        yield from _cells(folded, at, stop)
        index += 1


def _cells(folded: str, at: int, stop: int) -> Iterator[_Token]:
    words = folded[at:stop]
    seat = _SEAT.match(words)
    if seat:
        yield _Token("S", at, at + seat.end(), seat[0])
        if seat.end() < len(words):
            yield from _cells(folded, at + seat.end(), stop)
        return
    core, _ = _cut_notes(words)
    if core in _PURE:
        yield _Token("T", at, stop, core)
    elif len(core) > 1 and _ends_in_title(core) and not core.startswith(("(", "◎", "○")):
        split = plain_designation(core) or split_designation(core)
        yield _Token("E" if split.name else "T", at, stop, core)
    else:
        yield _Token("N", at, stop, words)


def _spaced_title(folded: str, pieces: list[Slice], index: int) -> int:
    """How many cells from ``index`` on spell one of the plain titles (委 員 長), the longest."""
    words = ""
    best = 0
    for count, (at, stop) in enumerate(pieces[index : index + 8], start=1):
        words += folded[at:stop]
        if len(words) > 9:
            break
        if (words in _PURE and (count > 1 or words != _DITTO or len(pieces) > 1)) or (count > 1 and len(words) == count and count > best and _stands_apart(pieces, index, count) and _ends_in_title(words)):
            best = count
    return best


def _stands_apart(pieces: list[Slice], index: int, count: int) -> bool:
    """Whether single characters at one distance are followed by a wider gap: 副　学　長　　布留川."""
    if index + count >= len(pieces):
        return False
    gaps = [pieces[i + 1][0] - pieces[i][1] for i in range(index, index + count)]
    return len(set(gaps[:-1])) == 1 and gaps[-1] > gaps[0]


def _by_honorifics(folded: str, start: int, end: int) -> list[Slice] | None:
    """The cells of a row in which an honorific on its own closes each name: 真 壁 悠 君 小笠原 達 也 君."""
    closes = [start + m.end() for m in re.finditer(r"(?<= )[君氏](?= |$)", folded[start:end])]
    if not closes or closes[-1] != end:
        return None
    edges = [start, *closes]
    return [(a + len(folded[a:b]) - len(folded[a:b].lstrip()), b) for a, b in pairwise(edges)]


def _columns(folded: str, start: int, end: int) -> list[Slice] | None:
    """The cells of a row of names, by equal widths or by wide gaps; None for a single name."""
    printed = [(start + m.start(), start + m.end()) for m in re.finditer(r"\S+", folded[start:end])]
    marks = {at + 1: at for at, stop in printed if folded[at] in "◎○●" and stop > at + 1}
    runs = [(at + (folded[at] in "◎○●" and stop > at + 1), stop) for at, stop in printed]
    total = sum(stop - at for at, stop in runs)
    if len(runs) < 2 or (total <= 6 and len(runs) <= 3 and len(marks) < 2) or _spread(runs, total):
        return None
    cells = _by_widths(folded, runs) or _by_lists(folded, runs, total)
    return [(marks.get(at, at), stop) for at, stop in cells] if cells else None


def _spread(runs: list[Slice], total: int) -> bool:
    """A name whose characters stand at one distance: 野  村  誠  剛."""
    gaps = {runs[i + 1][0] - runs[i][1] for i in range(len(runs) - 1)}
    return total == len(runs) and total <= 5 and len(gaps) == 1


def _by_widths(folded: str, runs: list[Slice]) -> list[Slice] | None:
    """The one partition of a row into three or more, or two, cells of one printed width."""
    gaps = [runs[i + 1][0] - runs[i][1] for i in range(len(runs) - 1)]
    widest = max(gaps)
    if widest < 2:
        return None
    found: list[list[Slice]] = []
    for threshold in sorted({gap for gap in gaps if gap >= 2}, reverse=True):
        cells = _split_at(runs, gaps, threshold)
        widths = {_width(folded, cell) for cell in cells}
        if len(cells) > 1 and all(2 <= _visible(folded, cell) <= 7 for cell in cells):
            if len(widths) == 1:
                return cells
            found.append(cells)
    # A mark before a name shifts its cell by one.
    equal = _equal_cells(folded, runs, slack=any(folded[at - 1] in "◎○●" for at, _ in runs if at))
    return equal or (found[0] if found else None)


def _equal_cells(folded: str, runs: list[Slice], slack: int) -> list[Slice] | None:
    """Cells of exactly one width in a row, where the gap within a name may be as wide as between names."""
    begin = runs[0][0]
    for width in range(3, 10):
        cells: list[Slice] = []
        at = 0
        while at < len(runs):
            stop = next((i for i in range(at, len(runs)) if runs[i][1] - runs[at][0] == width), None)
            if stop is None:
                break
            cells.append((runs[at][0], runs[stop][1]))
            at = stop + 1
        if at == len(runs) and len(cells) > 1 and cells[0][0] == begin:
            steps = {b[0] - a[0] for a, b in pairwise(cells)}
            if max(steps) - min(steps) <= slack and min(steps) - width >= 2 and all(2 <= _visible(folded, cell) <= 7 for cell in cells):
                return cells
    return None


def _split_at(runs: list[Slice], gaps: list[int], threshold: int) -> list[Slice]:
    cells: list[Slice] = []
    at = runs[0][0]
    for index, gap in enumerate(gaps):
        if gap >= threshold:
            cells.append((at, runs[index][1]))
            at = runs[index + 1][0]
    cells.append((at, runs[-1][1]))
    return cells


def _visible(folded: str, cell: Slice) -> int:
    core, _ = _cut_notes(folded[cell[0] : cell[1]])
    return len(squeeze(core).strip("◎○●"))


def _width(folded: str, cell: Slice) -> int:
    return cell[1] - cell[0] - (folded[cell[0]] in "◎○●")


def _by_lists(folded: str, runs: list[Slice], total: int) -> list[Slice] | None:
    """Cells by what is a surname and what a given name, where widths do not tell."""
    if total <= 5:
        return None
    words = folded[runs[0][0] : runs[-1][1]]
    names = split_names(words)
    if not names or len(names) < 2:
        return None
    cells: list[Slice] = []
    index = 0
    for name in names:
        first = index
        seen = ""
        while index < len(runs) and len(seen) < len(name):
            seen += folded[runs[index][0] : runs[index][1]]
            index += 1
        if seen != name:
            return None
        cells.append((runs[first][0], runs[index - 1][1]))
    return cells


def _cut_notes(words: str) -> tuple[str, list[str]]:
    """The words without the brackets behind them, and what the brackets say.

    A bracket between a surname and a title is part of the name and stays.
    """
    notes: list[str] = []
    while True:
        words = words.rstrip()
        found = re.search(r" *\(([^()]*)\)$", words)
        if found is None or not found.start():
            return words, notes[::-1]
        if len(squeeze(found[1])) == 1 and not re.match(r"[出欠代◎○●△]", squeeze(found[1])):
            return words, notes[::-1]
        notes.append(clean(found[1]))
        words = words[: found.start()]


def _outside(words: str) -> str:
    """The words with what stands in brackets blanked, so that commas there part nothing."""
    return re.sub(r"\([^()]*\)", lambda m: "(" + "_" * (len(m[0]) - 2) + ")", words)


@lru_cache(maxsize=2048)
def _ends_in_title(words: str) -> bool:
    """Whether an entry, the notes behind it apart, ends in a title: 吉川(洋)委員, 宮沢総看護婦長."""
    core = squeeze(_cut_notes(words)[0])
    return title_suffix(core) is not None or bool(_GENERIC_END.search(core))


def _orgish(words: str) -> bool:
    return bool(re.search(r"(?:省|庁|府|局|会社|法人|大学|協会|連合会|[都道府県市区町村]|機構|研究所|センター|委員会|院|銀行|組合|学部|工業|協議会|連盟)$", words))


def _orgish_title(note: str) -> bool:
    """A title in a bracket that belongs elsewhere: （北都大学教授）, （弁護士）."""
    return bool(re.search(r"教授|弁護士|講師|代表|社長|理事|会計士|大学|研究|論説|会社|取締役|組合|協会|担当", note))


def _is_sentence(words: str) -> bool:
    return words.endswith("。") and len(words) > 14


def _title_of_group(group: str | None) -> str | None:
    """The title a heading gives those under it: 出席委員 → 委員, 〔部会長〕 → 部会長, 各関係者 → 関係者."""
    if group is None:
        return None
    if role_of_title(group) in (Role.CHAIR, Role.DEPUTY_CHAIR) and not group.startswith(("出席", "欠席")):
        return group
    found = re.search(r"(委員長|部会長|副部会長|座長|副座長|副会長|会長|議長|専門委員|臨時委員|特別委員|委員|議員|評議員|構成員|監事|オブザーバー)(?:等|の出席|出欠|の出席状況|の?氏名|名)?$", group)
    if found is None or group in ("委員等出席者",):
        return None
    title = found[1]
    return None if title == "会長" and group != "会長" else title


def read_people(text: str, folded: str, listings: Iterable[Listing]) -> list[PersonDraft]:
    """The people of the lists of a header, in order.

    ``folded`` is ``text`` in one width, of the same length; the places of the lines are offsets in both.
    """
    reader = _Reader(text, folded)
    for listing in listings:
        reader.listing(listing)
    return reader.found
