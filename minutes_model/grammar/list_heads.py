"""What stands above the people of a list or before them: groups, offices, houses, kinds of members.

Each reader of `_OPENERS` knows one way to tell a group; the first that finds one says where the entries of its line begin.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from attrs import define, evolve

from minutes_model.grammar.agents import BODIES
from minutes_model.grammar.draft import Slice
from minutes_model.grammar.list_people import MARK, State
from minutes_model.grammar.list_presence import Presences
from minutes_model.grammar.list_stacks import ALONE
from minutes_model.grammar.list_words import (
    ABSENT,
    BARE_RANKS,
    NOTHING,
    ORDER,
    ORDERS,
    PLAIN_TITLES,
    REMOTE,
    SEAT,
    SHORT_ENTRY,
    TITLE,
    cut_notes,
    ends_in_title,
    is_crowd,
    is_group,
    is_house,
    is_institution,
    is_of_bare_rank,
    outside,
)
from minutes_model.model.enums import Presence, Role
from minutes_model.patterns import regex
from minutes_model.people.designation import split_designation
from minutes_model.people.families import possible_families
from minutes_model.people.roles import role_of_title
from minutes_model.people.words import word_list
from minutes_model.text import squeeze

__all__ = ["LEGAL_FORM", "NUMBERED_KIND", "Heads", "are_kinds", "is_alone", "is_kind_of_members", "is_sort_of_members", "title_of_group"]

_HERE = regex(r"出席|説明|事務局|職員|傍聴|オブザーバー|列席|陪席|関係者|側$|執行部|理事者$|当局$|事業者|申請者|参考人|アドバイザー|ゲスト")
_OF_OFFICIALS = regex(r"(?:[課局部室署係]|受託者|受注者|業者|書記|幹事|執行機関|コンサルタント)$|^[国都道府県市区町村]$|..[省庁都道府県市区町村]$")
"""Whose heading below members who were absent begins a list of those who came."""
_HEAD = regex(r"(?!.*\d[名人])[^\s、()【】\[\]<>:・※◎○●]{3,30}")
_BULLETS = ("•", "・")
_HOUSE_OF_OFFICIALS = regex(r"(?:支所|公室|[部局課室所署院係]|センター|本部|グループ|チーム)$")
_OFFICE_ABOVE = regex(r"[一-龥ぁ-んァ-ヴー・]{1,14}(?:[課室]|(?<!学)部|(?<!事務)局|(?<!警察)署|センター|本部|出張所|支所|分館|図書館|公民館|博物館|美術館|資料館|病院|診療所|保健所|事務所|保育[所園]|会館|体育館|文化ホール)")
"""総務課, on a line of its own above its staff: 課長　佐野 みゆき."""
_GOVERNMENT = regex(r"[^\s()]{2,8}(?:[省庁]|[都道府県市区町村])")
_GOVERNMENTS = "国都道府県市区町村"
_LEAD_NUMBER = regex(r"^(?:\(\d{1,2}\)|[⑴-⒇]|\d{1,2}(?:[.)、]| +)|[①-⑳]|[ア-オ](?=[ .)])|[Ⅰ-Ⅻ](?=[ .]))[\s.]*")
_BRACKETED = regex(r"^([(【\[<〈《])\s*([^()【】\[\]<>〈〉《》]{1,24}(?:(?<![(])\([^()【】]{1,12}\))?)\s*([)】\]>〉》])\s*[:：]?\s*")
_SHORTEST_HEAD, _LONGEST_KIND = 2, 3
"""How long what heads a list of its own is: 大学, 図書館; a longer institution is what its officials belong to."""
_HOUSE_LINE = regex(r"[^\s、()]{0,8} *[^\s、()]{1,16}(?:株式会社|有限会社|合同会社|省|庁|委員会|機構|大学|研究所|協会|センター|[都道府県市区町村])(?: +(?:担当)?委員)?$")
_OFFICE_LINE = regex(r"[^\s、()]{2,}[省庁府][^\s、()]*(?:[課室部局院班所]|[部局院] [^\s、()]{2,}[課室班])")
_OF_GOVERNMENT = regex(r"(?:内閣.|[^\s]{2,}[省庁](?=.)).*[局課部室院班所]$")
"""内閣官房水運戦略室　名嘉室長: an office told with the government it is of, before its officials."""
_HOLDS = regex(r"オブザーバー|説明者|説明員|関係|参考人|有識者|アドバイザー|招へい|ゲスト|事業者|省庁")
_SENT = frozenset(("委員", "構成員", "座長", "メンバー"))
"""Whom the houses above their names sent, where such a word stands alone in brackets above the houses."""
_LOCAL = regex(r"(?!政府$)[一-龥ぁ-んァ-ヴ]{1,7}[都道府県市区町村]")
_SEVERAL_ROWS = 2
"""How many rows a part of a list has at least, whose head its indent tells."""
_FULL = 3
"""The parts of a full name with its title, each apart."""
_SECTION = regex(r"(?<!事務|分科|審議)[課室係部局署]$")
_SECTION_COLON = regex(r" *[^\s、:()]{1,10}[課室係部局署] ?: ?\S")
_OFFICE_NAME = regex(r".{2,}(?:[局課部室署所]|センター)$")
_ORDERED = regex(rf"(?P<group>[^\s、()]{{2,16}}) ?\((?:{ORDERS}|(?:\d{{1,2}}月\d{{1,2}}日(?:時点|現在)|当時)(?:[・、]?{ORDER})?)\)")
"""食品衛生分科会員（敬称略）: a group, told by how its people are listed."""
_SORT_OF_OTHERS = regex(r"(?:(?:学校|社会|家庭|高等|幼児)?教育|学校|福祉|(?:保健)?医療|商工|地域|保健|(?:芸術)?文化|事業者?|農業|漁業|消防|交通|観光|産業|子育て|介護|自治会)関係者?|(?:地域|福祉|経済|商工|市民)団体")
"""学校関係者 and 社会教育関係者, kinds of members in a list of theirs."""
_ENCLOSED = regex(rf"\( *(?P<words>[^()、。\d]{{2,12}}?)(?:[・、 ]?{ORDER})* *\)")
_HOW_ORDERED = regex(rf"(?<=.)\({ORDERS}\)$")
_ATTENDANCE = regex(r"出席(?:者|状況)?|.{2,10}代表")
_TITLE_AND_NAME = regex(r" *[^\s、,()]{1,12}[長員]\([^()]{2,12}\)(?:[、,]|$)")
"""委員長（国枝純子），…, behind 委　員 in a cell of its own"""
_MARKED_PRESENCE = regex(r" *[○●◎・■□◇◆▼▽] ?(?:出 ?席|(?P<away>欠 ?席)) {2,}(?=\S)")
_WHO_CAME = regex(r"(?:[出列同陪]席した(?:者|職員|もの|証人|参考人)|(?:議員|委員)傍聴者)(?:の?(?:職・?|職及び)?氏名)?$")
"""５　教育委員会会議規則第６条により列席した者"""
_OF_BODY = regex(r"[^\s、()]{2,20}(?:審議会|協議会|審査会|懇談会|懇話会|検討会議?|評議会|運営委員会|策定委員会|推進委員会|選定委員会)の?(?:委員|構成員)")
"""鵜ノ島町景観審議会委員, on a line of its own above them."""
_KIND = regex(
    r"学識経験者?|(?:外部|内部|学外|学内|部外|有識者|市民|公益|労働者?|使用者|被保険者|学識|公募)委員|(?:.{2,12}(?:部会|分科会|委員会))?(?:臨時|専門|特別)委員|有識者|.{2,12}(?:を代表する(?:者|委員)?|代表(?:者|委員)?)|公募(?:市民|委員|区民|町民|による委員|者)?|[市区町村県]民公募|団体推薦|議会議員|市?(?:区市)?町村?長|首長|関係団体|関係(?:行政)?機関(?:の職員)?|各種団体|"
    r"(?:選定|互選)議員|(?:市|区|町|村|県|都|道|府)?議会(?:議員)?|[市区町村県住]民|(?:学識経験|識見|知識|見識).{0,6}を有する者"
)
_SORT_OF_MEMBERS = regex(r"(?P<sort>[一-龥]{2,4})委員")
"""公益委員, 労働者委員; not 佐藤委員, whose first characters are a surname."""
NUMBERED_KIND = regex(r"第?(?:\d{1,2}|[一二三四五六七八九十]{1,2})号(?:委員)?(?:\([^()]{2,20}\)$)?[ :]*(?P<what>[^、:]*?(?:者|職員|議員|委員|代表|[市区町村県住]民|機関|団体|経験))?")
"""第１号委員　識見を有する者: a kind of members by the paragraph of a rule."""
_RANKS = frozenset(("会長", "副会長", "会長代理", "委員長", "副委員長", "委員長代理", "座長", "副座長", "座長代理", "部会長", "副部会長", "部会長代理", "議長", "副議長", "理事長", "副理事長"))
_OF_KINDS = frozenset(("委員", "議員", "構成員", "評議員", "役員", "協議会委員", "審議会委員", "委員会委員", "運営委員"))
"""Whose kinds may head parts of their list."""
_ROLES = frozenset(("主査", "副主査"))
"""What those below are, where it stands above them alone."""
_TITLE = 2
"""Of how many characters 委員 and 理事 are, which head rows of several."""
_WITH_BEARER = 2
"""A rank on a line of its own, and the line of who bears it."""
_OFFICE_ALONE = regex(r"(?!.*[、:])[^\s()]{3,}(?:[課室局係署]|センター|事務所)")
_IN_WRITING = regex(r"(?:書面|文書|委任状)(?:による|での|出席|表決|$)")
_KIND_BEHIND = regex(r"(?P<title>[^\s【\[(](?: *[^\s【\[(]){1,5}) +(?P<open>[【\[(])(?P<kind>[^【】\[\]()]{2,16})[】\])]")
_OFFICE_LAST = frozenset("課室部局係署所")
_REMARKED = regex(rf" *(?:※[^、]*|[\[(【〔]{ORDERS}[\])】〕]) *")
"""What may stand behind a group and names nobody."""
_FOR_ITEM = regex(r"\((?:案件|議題|議案|議事|審議事項|報告事項)[^()]{0,8}\) *(?=\S)")
"""（案件１）須山会計管理者: for which item those came who follow."""
_HOW_MANY = regex(r"\((?:以上|合?計)? ?\d{1,3} ?[名人]\) *(?=[^\s、。])")
"""（８名）森　茂樹: a count below its label, which came to stand before the entries of a row."""
_POST_COLON = regex(r"(?P<title>[^\s、:()]{3,30}) ?: ?(?=\S)")
_DASHED = regex(r"^[-‐－―]\s*([^-‐－―]{1,12})\s*[-‐－―]$")
_BETWEEN_COMMAS = regex("[^、,]+")
_BEHIND_TITLE = regex(r" *\((?P<title>[^()]{2,16})\) ?(?P<name>[^()、\d]{2,8}?) *")
_CELL = regex(r"^((?:法 {1,3}人|病 {1,3}院|学 {1,3}校|組 {1,3}合|[市町村県区] {1,3}側)(?=  )|[^\s、:()](?: [^\s、:()]){1,3}(?=  )|[^\s、:()](?: +[^\s、:()]){1,7}(?= *:|  |\t| [^\s]{2})|[^\s、:()]{1,16}?) *(?::|  +|\t| (?=\S))")
_ALIAS = regex(r"\(以下[^()]*\)")
_ON_SPOT = ("会議室", "会場", "対面", "会場参加", "会場出席")
_BRACKET_BEHIND = regex(r"\([^()]*\)$")
_INNER_PRESENCE = regex(r"[御ご]?(欠席|出席|オンライン|Web|代理)(?:委員|者)?[:：](.+)")
_LONGEST_LABEL, _LONGEST_BRACKETED = 10, 8
LEGAL_FORM = regex(r"\((?:公?[財社]|一[財社]|[株有合資独学医福]|国研|地独|特非|NPO|(?:一般|公益)?(?:財団|社団)(?:法人)?)\)(?=\S)")
"""（財）沿岸資源研究センター: what a house is in law, no group."""
_ALONE = regex(
    r"委員|[陪列]席|(?:出席|欠席|参加)(?:した)?(?:委員|議員|構成員|評議員|理事|会員)|庶務|参考人|ゲスト|アドバイザー|説明員|委員会|構成員|役員|理事者|議員|委員等?出席者|(?:出席|欠席)の?(?:委員|議員|者|構成員)の?(?:氏名|名簿)|[^、]{0,12}出席者の?氏?名|"
    r"(?:[一-龥]{1,6}(?:館|校|園|院|大学|学校|センター)|[一-龥]{0,6}[市町村県区])職員|.*出席した(?:者|職員|証人|参考人)(?:の職・?氏名|の氏名|の職及び氏名)?|.*(?:側|出席者|陪席者|列席者|随行者|事務局|関係者|説明者|説明員|オブザーバー)"
)
"""What heads a list where it is all that its line holds."""
_GROUP_CELL = regex(
    r"[国都道府県市区町村]|出席|欠席|学内|学外|外部|内部|有識者|[一-龥]{2}団体|(?:受託|受注|委託|支援|運営|調査)(?:者|業者|事業者|機関|会社|団体)|(?:建設)?コンサルタント|指定管理者|[^、()]{0,8}(?:対象者|発表者|報告者|協力者|評価者)|[リレ]ポート(?:提出|参加)|書面(?:参加|出席|提出)|庶務|事務担当|担当課|執行機関|(?:出席|欠席)の?(?:委員|議員|者|構成員)の?氏名|出席した(?:職員|者)|.{0,8}職員|会場|オンライン|"
    r"[^、()]{1,10}(?:委員会|審議会|協議会|審査会)の?(?:委員|構成員)|.{0,8}(?:事務局|事務局側|陪席者|列席者|随行者|説明者|説明員|オブザーバー|出席者|出席者名|出席者の氏名|出席委員|関係者|関係課|執行部|当局|(?:関係)?(?:府省|省庁)等?|企業団|事業団|公社|会社側出席者)|[^、()]{1,8}側|法人|病院|学校|大学|センター|会社|組合|機構|事業者|申請者"
)
"""What is a group in a cell of its own, before its entries."""


@define(eq=False, repr=False)
class Heads(Presences):
    """Lists parted by groups; ``opened`` tells that the line before opened one.

    ``housed`` and ``officed`` tell that an office in a bracket, or in a column, was what its officials belong to.
    """

    opened: bool = False
    housed: bool = False
    officed: bool = False

    def _marked(self, lines: Sequence[Slice]) -> frozenset[int]:
        """Where a mark opens the words of a group above its people, again and again: ○審査会委員 … ○オブザーバー …."""
        heads: list[int] = []
        bulleted: list[int] = []
        for at, (start, end) in enumerate(lines[:-1]):
            words = self._words(start, end).strip()
            below = self._words(*lines[at + 1]).strip()
            mark = MARK.match(words) if words[:1] not in "•-" else None
            marked = squeeze(cut_notes(words[mark.end() :])[0]) if mark is not None else ""
            if mark is not None and (" " not in words[mark.end() :] or marked in PLAIN_TITLES) and is_group(marked) and not MARK.match(below):
                heads.append(start)
            elif mark is None and below[:1] in _BULLETS and words[:1] not in _BULLETS and is_group(words):
                # 人事委員, above • 委員長 … • 委員 …: bullets that are none of its own.
                bulleted.append(start)
        return frozenset([*heads, *bulleted] if len(heads) > 1 else bulleted)

    def _outdented(self, lines: Sequence[Slice], indents: Mapping[int, int]) -> frozenset[int]:
        """Where words of one cell stand left of all rows of a list, as the label above them does: 河川管理者, below 委　員 and its rows."""
        places = [indents.get(start) for start, _ in lines]
        left = min((place for place in places if place is not None), default=0)
        heads = [at for at, place in enumerate(places) if place == left]
        rows = [at for at, place in enumerate(places) if place is not None and place > left]
        if rows and heads and not heads[0] and len(heads) > 1 and all(at + 1 in rows and _is_part(squeeze(self._words(*lines[at]))) for at in heads):
            # 幹　事, 監　事 and 事務局, each above its own.
            return frozenset(lines[at][0] for at in heads)
        if not rows or not heads or heads[0] < _SEVERAL_ROWS or heads[-1] + 1 == len(lines) or len(rows) < _SEVERAL_ROWS * len(heads):
            return frozenset()
        told = all(_HEAD.fullmatch(words := self._words(*lines[at]).strip()) and not possible_families(words) and at + 1 in rows for at in heads)
        return frozenset(lines[at][0] for at in heads) if told else frozenset()

    def _enclosed(self, lines: Sequence[Slice]) -> frozenset[int]:
        """Where words in brackets stand above people, again and again from the first line on: （委員・五十音順） … （審判所） …."""
        inner = [_ENCLOSED.fullmatch(self._words(*line).strip()) for line in lines]
        heads = [at for at, found in enumerate(inner) if found is not None and not ABSENT.search(found["words"])]
        above_people = heads[:1] == [0] and len(heads) > 1 and all(below > at + 1 for at, below in pairwise([*heads, len(lines)]))
        if not above_people or any(possible_families(squeeze(found["words"])) for found in inner if found is not None):
            return frozenset()
        return frozenset(lines[at][0] for at in heads)

    def _houses_above(self, lines: Sequence[Slice]) -> frozenset[int]:
        """Where lines of one cell stand above rows of a name and a title: 山並放送 / 編成局長　保田律夫."""
        cells = [len(self._words(*line).split()) for line in lines]
        alone = [at for at, count in enumerate(cells) if count == 1]
        below = ["、" in self._words(*line) for line in lines[1:]]
        ends = dict(pairwise([*alone, len(lines)]))
        heads = [at for at in alone if at + 1 < len(lines) and (at + 1 not in ends or below[at]) and _may_head(self._words(*lines[at]).strip())]
        return frozenset(lines[at][0] for at in heads if "、" in self._words(*lines[at + 1]) or self._are_titled(lines[at + 1 : ends[at]]))

    def _ranks_above(self, lines: Sequence[Slice]) -> frozenset[int]:
        """Where 会長 alone stands above the one who is it, and 委員 above the others, as places of their lines."""
        words = [squeeze(self._words(*line)) for line in lines]
        alone = [at for at, printed in enumerate(words) if printed in _RANKS or printed in _ROLES or printed in ALONE]
        seats = [at for at in alone if words[at] not in ALONE]
        ends = [*alone[1:], len(lines)]
        one_each = all(ends[alone.index(at)] == at + _WITH_BEARER for at in seats)
        told = bool(seats) and one_each and all(end > at + 1 for at, end in zip(alone, ends, strict=True))
        return frozenset(lines[at][0] for at in alone) if told and (len(alone) > 1 or self._is_lone_name(lines[alone[0] + 1])) else frozenset()

    def _are_titled(self, rows: Sequence[Slice]) -> bool:
        """Whether most rows hold a title."""
        titled = sum(any(token.kind in "TE" for token in self._tokens(*row)) for row in rows)
        return titled * 4 >= len(rows) * 3

    def _heading(self, line: Slice, state: State) -> int:
        """Take the group a line opens, and give where its entries begin."""
        words = self._words(*line)
        for opener, sign in _OPENERS:
            if sign is not None and sign.search(words) is None:
                continue
            begin = opener(self, words, line, state)
            if begin is not None:
                return begin
        return line[0]

    def _kind_behind(self, words: str, line: Slice, state: State) -> int | None:
        """委　員　　【学識経験者】, 委員（田沢町）: the kinds of members, or where they are from, all of whom bear the title."""
        kind = _KIND_BEHIND.fullmatch(words)
        if kind is None or squeeze(kind["title"]) not in PLAIN_TITLES or (kind["open"] == "(" and _KIND.fullmatch(squeeze(kind["kind"])) is None and _LOCAL.fullmatch(squeeze(kind["kind"])) is None):
            return None
        state.kept = squeeze(kind["title"])
        self._open(kind["kind"], state)
        return line[1]

    def _ordered_group(self, words: str, line: Slice, state: State) -> int | None:
        """食品衛生分科会員（敬称略）."""
        ordered = _ORDERED.fullmatch(words)
        if ordered is None or possible_families(ordered["group"]):
            return None
        self._open(ordered["group"], state)
        return line[1]

    def _numbered_group(self, words: str, line: Slice, state: State) -> int | None:
        """（２）事務局, and （１）出席委員　会長　楢崎綾子: a numbered group, and maybe its first entry."""
        number = _LEAD_NUMBER.match(words)
        if number is None:
            return None
        rest = words[number.end() :]
        whole = _BRACKET_BEHIND.sub("", rest)
        if state.holds and number[0][0] == "(" and is_house(whole):
            # Ⅱ 病院 / （１）汐入中央病院
            state.organization, state.column = squeeze(whole), None
            return line[1]
        if "、" not in whole and (is_group(squeeze(_ALIAS.sub("", whole))) or _WHO_CAME.search(whole)):
            self._open(whole, state)
            state.holds = whole in BODIES
            return line[1]
        if number[0][0] in "(⑴⑵⑶⑷⑸⑹⑺⑻⑼" and (_may_head_part(whole) or whole in _OF_KINDS):
            # (2) 行政, below (1) 審議会委員.
            self._open(whole, state)
            return line[1]
        if state.group is not None and title_of_group(state.group) and whole in word_list("nouns") and _may_head_part(whole):
            # 2 施設, below 1 委員.
            self._open(whole, state)
            return line[1]
        inner = _CELL.match(rest)
        if inner is None or inner.end() >= len(rest):
            return None
        cell = squeeze(inner[1])
        if not (_is_group_cell(cell) or cell.removesuffix("等") in _OF_NUMBER or self._is_kind(inner, rest, line[0] + number.end())):
            return None
        self._open(inner[1], state)
        return line[0] + number.end() + inner.end()

    def _office_line(self, words: str, line: Slice, state: State) -> int | None:
        """An office or a house on a line of its own, above its people."""
        if _is_marked_office(words):
            return line[1]
        office = (_OFFICE_LINE.fullmatch(words) is not None or _is_office_alone(words)) and not ends_in_title(words)
        if not office:
            house = "、" not in words and _HOUSE_LINE.match(words) and not (" " in words and ends_in_title(words.split()[0]))
            if not house or ends_in_title(re.sub(r"(?:担当)?委員$", "", words)):
                return None
        self._open_house(_bare(words), state)
        return line[1]

    def _lone_group(self, words: str, line: Slice, state: State) -> int | None:
        """事務局, -委員-, 出席した職員の氏名, and whatever ends in a colon, on a line of its own."""
        bare = _bare(words)
        colon = words.endswith(":") and "、" not in words
        spelt = " " not in words.strip() or max(map(len, words.split())) == 1
        if not colon and not spelt and "  " in words.strip():
            # 副会長　土居内 さゆり　学校教育関係者: a row, whatever its last cell is.
            return None
        if not colon and not (spelt and (_KIND.fullmatch(bare) or _is_of_house(bare))) and not _is_numbered_kind(words):
            listed = is_group(_BRACKET_BEHIND.sub("", bare)) or "出席した" in bare or bare.endswith(("氏名", "名簿", "者名"))
            if not listed or not (_DASHED.match(words) or is_alone(bare) or (len(bare) == 1 and bare in _GOVERNMENTS)):
                return None
        self._open(bare, state)
        return line[1]

    def _marked_presence(self, words: str, line: Slice, state: State) -> int | None:
        """○出席　会　長　蛯名 喜代治: a mark and how those came who stand behind it and below, of the group they are in."""
        marked = _MARKED_PRESENCE.match(words)
        if marked is None:
            return None
        state.presence = Presence.ABSENT if marked["away"] else Presence.PRESENT
        return line[0] + marked.end()

    def _celled_title(self, words: str, line: Slice, state: State) -> int | None:
        """会長：, 保険年金課長：: a title with a colon, before who bears it."""
        cell = _CELL.match(words)
        if cell is not None and ":" in cell[0] and squeeze(cell[1]) in PLAIN_TITLES and cell.end() < len(words):
            state.column = squeeze(cell[1])
            return line[0] + cell.end()
        post = _POST_COLON.match(words)
        if post is None or "、" in words or _SECTION.search(post["title"]) or role_of_title(post["title"]) is not Role.OFFICIAL or is_alone(post["title"]) or split_designation(post["title"]).name is not None:
            return None
        state.column = post["title"]
        return line[0] + post.end()

    def _celled_group(self, words: str, line: Slice, state: State) -> int | None:
        """A group in a cell of its own before its entries."""
        cell = _CELL.match(words)
        if cell is None or cell.end() >= len(words) or _SPELT_HEAD.match(words) or (" " in cell[1] and _SPELT_ON.match(words, cell.end())):
            return None
        office = squeeze(cell[1])
        if office[:_TITLE] in PLAIN_TITLES and office.endswith(office[:_TITLE]) and len(office) > 2 * _TITLE:
            # 委　員　丸　　　武　　　委　員: two titles, and a name of single characters between them.
            return None
        if len(office) == 1 and self._is_family(office, line[0] + cell.start(1), line[1], state):
            return None
        named = (":" in cell[0] or _is_office_column(cell, words)) and len(office) <= _LONGEST_LABEL
        inner = _CELL.match(words[cell.end() :])
        parted = inner is not None and ":" in inner[0] and _KIND.fullmatch(squeeze(inner[1])) is not None
        titled = inner is not None and ":" in inner[0] and office in _OF_KINDS and ends_in_title(squeeze(inner[1]))
        listed = office in _OF_KINDS and _TITLE_AND_NAME.match(words, cell.end()) is not None
        if not (named or titled or listed or (parted and office in _OF_KINDS) or self._heads_list(cell, words, line[0]) or self._is_kind(cell, words, line[0]) or self._parts_members(cell, line[0], state) or _is_group_cell(office) or NUMBERED_KIND.fullmatch(office)):
            return None
        behind = line[0] + cell.end()
        if _HOLDS.search(state.group or "") and ":" not in cell[0] and (_LOCAL.fullmatch(office) or is_house(office)):
            # 矢並県　日向土木部長、春原住宅課長, among those who came to explain.
            known = len(self.found)
            self._entries(*self._trim(behind, line[1]), evolve(state, organization=office, column=None))
            self._under_government(office, known)
            return line[1]
        self._open(cell[1], state)
        section = ":" in cell[0] and _SECTION.search(office) is not None
        if ":" not in cell[0] or section or _OF_GOVERNMENT.match(office):
            self._house_office(office, words[cell.end() :], state)
        ranked = words[cell.end() :].split()[0] if ":" in cell[0] else ""
        if (section and ranked in BARE_RANKS) or (ranked in PLAIN_TITLES and _is_employer(office)):
            # 生活文化部：部長　茅ヶ崎　宏, 町立鮎瀬診療所：所長　海士　智彦
            state.organization = office
        # 市執行部　【市長公室】, 委員　公益代表：…: a part of the group on its line.
        bracketed = self.folded[behind] in "【[" or (self.folded[behind] == "(" and (office in _OF_KINDS or _opens_with_title(words[cell.end() :])))
        return self._heading((behind, line[1]), state) if parted or bracketed or _FOR_ITEM.match(self.folded, behind, line[1]) else behind

    def _is_family(self, head: str, start: int, end: int, state: State) -> bool:
        """Whether a character that a government may be told by is the surname in a row of members: 都　　由香里　　　町　　健太."""
        return state.title in _OF_KINDS and head in word_list("surnames") and all(token.kind == "N" and "、" not in token.words for token in self._tokens(start, end))

    def _is_kind(self, cell: re.Match[str], words: str, start: int) -> bool:
        """公益代表　　伏見洋委員, 住民代表　10番　笹一夫: a kind of members in a cell of its own before names with titles or seats."""
        if not _is_kind(squeeze(cell[1])):
            return False
        if SEAT.match(words[cell.end() :].lstrip()):
            return True
        gap = self.text[start + cell.end(1) : start + cell.end()]
        entries = [entry.strip() for entry in words[cell.end() :].split("、")]
        plain = all(" " not in entry and ends_in_title(cut_notes(entry)[0]) for entry in entries if not is_crowd(entry))
        apart = len(gap) > 1 or gap == "\t" or (gap in ("\u3000", " ") and plain and (len(entries) > 1 or are_kinds([squeeze(cell[1])])))
        return apart and any(ends_in_title(entry) for entry in (entries[0], entries[-1]))

    def _parts_members(self, cell: re.Match[str], start: int, state: State) -> bool:
        """学識経験者　　　曽我部　隆（会長）、緒方　みずほ: a kind, wide apart from names, in a list of members."""
        gap = self.text[start + cell.end(1) : start + cell.end()]
        told = state.title in _OF_KINDS or (state.title is None and _ATTENDANCE.fullmatch(state.group or "") is not None and squeeze(cell[1]).endswith("代表"))
        return len(gap) > 1 and told and _is_kind(squeeze(cell[1]))

    def _heads_list(self, cell: re.Match[str], words: str, start: int) -> bool:
        """大　学　　榛葉学長、日下部副学長: before a wide gap, what can be neither a name nor a title heads a list of designations."""
        gap = self.text[start + cell.end(1) : start + cell.end()]
        wide = "\t" in gap or "\u3000" in gap or len(gap) > 1
        if not wide or words.find("、", cell.end()) < 0:
            return False
        name, entries = squeeze(cell[1]), [entry for entry in words[cell.end() :].split("、") if not is_crowd(entry.strip())]
        own = ends_in_title(name) or len(name) < _SHORTEST_HEAD or name in word_list("surnames") or ((is_institution(name) or is_house(name)) and len(name) > _LONGEST_KIND)
        # 消防団　利部 正則 団長、奈良間 豊 副団長: full names parted by spaces, their titles behind them.
        full = all(len(parts := entry.split()) == _FULL and ends_in_title(parts[-1]) for entry in entries)
        spaced = len(entries) > 1 and " " in entries[1].strip() and not full
        return len(entries) > 1 and ends_in_title(entries[0]) and not (own or spaced) and not MARK.match(name)

    def _bracketed(self, words: str, line: Slice, state: State) -> int | None:
        """〔説明員〕, 【オンライン】, （欠席：堂島委員）: what a bracket says before the entries of its line."""
        part = _FOR_ITEM.match(words) or _HOW_MANY.match(words)
        if part is not None:
            return line[0] + part.end()
        bracket = _BRACKETED.match(words)
        if bracket is None or LEGAL_FORM.match(words) is not None:
            return None
        name = re.sub(r"(?<=.)\([^()]*\)$", "", squeeze(bracket[2]))
        behind = line[0] + bracket.end()
        if (told := self._presence_in_bracket(bracket, name, line, state)) is not None:
            return told
        rest = words[bracket.end() :]
        self.housed = self.housed or (bracket[1] == "(" and "、(" in rest.replace(" ", ""))
        if self.housed and bracket[1] == "(" and is_institution(name) and ends_in_title(rest.split("、")[0].strip()) and " " not in rest.strip():
            # （内閣府）青嶋参事官、（国土運輸省）番場課長補佐: a house before each.
            return None
        if bracket[1] == "(" and self._each_behind_title(line, state):
            return line[1]
        if bracket[1] == "(" and _bears(name, rest):
            # (生涯学習部長)田仲久雄
            state.column = name
            return behind
        if not rest.strip() and self._kind_in_bracket(bracket[1], name, state):
            return behind
        return self._group_in_bracket(bracket[1], name, (behind, line[1]), state)

    def _presence_in_bracket(self, bracket: re.Match[str], name: str, line: Slice, state: State) -> int | None:
        """How those came of whom a bracket tells: 【オンライン】, （欠席：堂島委員）, （欠席）四戸康太郎."""
        behind = line[0] + bracket.end()
        inner = _INNER_PRESENCE.match(name)
        if inner:
            self._aside(bracket, inner, line[0], state)
            return behind
        if REMOTE.search(name) or name in _ON_SPOT:
            state.presence = Presence.REMOTE if REMOTE.search(name) else Presence.PRESENT
            return behind
        if (ABSENT.search(name) or _IN_WRITING.match(name)) and not self._words(behind, line[1]).strip("、"):
            return behind
        if ABSENT.fullmatch(name):
            # （欠席）四戸康太郎: one of the group who was away.
            self._entries(*self._trim(behind, line[1]), evolve(state, presence=Presence.ABSENT))
            return line[1]
        return None

    def _kind_in_bracket(self, opened: str, name: str, state: State) -> bool:
        """Whether words alone in a bracket are a kind of the members above: （学識経験者・区民）, or where they are from: 委員（砥川町） … （木曽根町）."""
        if state.title in _OF_KINDS and are_kinds(re.split("[・、]", name)):
            self._open(name, state)
            return True
        if opened == "(" and state.title in _OF_KINDS and _LOCAL.fullmatch(name):
            title = state.title
            self._open(name, state)
            state.title = title
            return True
        return False

    def _group_in_bracket(self, opened: str, name: str, behind: Slice, state: State) -> int | None:
        """Where entries begin behind the bracket of a group: 〔説明員〕, ［委員］　※委員13名中11名出席; None where it is none."""
        rest = self._words(*behind)
        alone = not rest.strip()
        office = alone and opened in "【[<〈《" and (_HOUSE_OF_OFFICIALS.search(name) is not None or not possible_families(name))
        kind = (alone and state.kept is not None) or (not alone and len(name) <= _LONGEST_BRACKETED and not name.isdigit())
        if not (office or kind or is_group(name) or (alone and is_alone(name)) or TITLE.match(name)):
            return None
        above = state.above
        self._open(name, state)
        if alone:
            state.above = opened, state.title
        elif above is not None and above[0] != opened and above[1] in _OF_KINDS and name[-1] not in _OFFICE_LAST:
            # 【委員】 / ＜自然保護＞ 王生 哲: kinds in brackets of another form are kinds of those the brackets above name.
            state.title, state.above = state.title or above[1], above
        state.holds = alone and (_HOLDS.search(name) is not None or name in _SENT)
        # 【市長部局】道路管理課：大庭課長
        section = _SECTION_COLON.match(rest) if opened == "【" else None
        if _is_marked_office(rest):
            # 【灘川市】○企画部
            return behind[1]
        if _REMARKED.fullmatch(rest) is not None:
            # ［委員］　※委員13名中11名出席
            return behind[1]
        return behind[0] if section is None else self._heading(behind, state)

    def _each_behind_title(self, line: Slice, state: State) -> bool:
        """Whether each name of a line stands behind its title in brackets: （西支所長）森 茂樹、（同市民係長）佐野 花子."""
        parts = [part.span() for part in _BETWEEN_COMMAS.finditer(outside(self._words(*line)))]
        entries = [_BEHIND_TITLE.fullmatch(self.folded, line[0] + start, line[0] + end) for start, end in parts]
        people = [(entry, squeeze(entry["title"]), squeeze(entry["name"])) for entry in entries if entry is not None]
        if len(people) < max(_SEVERAL_ROWS, len(parts)) or not all(ends_in_title(title) and not ends_in_title(name) for _, title, name in people):
            return False
        if not any(possible_families(name) for _, _, name in people):
            return False
        for entry, title, _ in people:
            # 同市民係長, of the house of the one before; not 同志社大学教授.
            own = title if is_institution(re.split(r"(?<=大学)|(?<=会社)", title)[0]) else title.removeprefix("同")
            self.found.append(self._person(entry.start(), entry.end(), state, name=entry.span("name"), title=own, printed_title=True))
        return True

    def _aside(self, bracket: re.Match[str], inner: re.Match[str], start: int, state: State) -> None:
        """(欠席：堂島委員): a list within a bracket."""
        at = start + bracket.start(2)
        colon = self.folded.find(":", at)
        presence = Presence.ABSENT if inner[1] == "欠席" else Presence.REMOTE if REMOTE.search(inner[1]) else state.presence
        if not NOTHING.match(inner[2]):
            aside = evolve(state, presence=presence)
            self._entries(*self._trim(colon + 1, start + bracket.end(2)), aside)

    def _open_marked(self, words: str, state: State) -> None:
        """A group that a mark opens: ○オブザーバー, whose people may come from several houses."""
        enclosed = _ENCLOSED.fullmatch(words.strip())
        self._open(MARK.sub("", words.strip()) if enclosed is None else enclosed["words"], state)
        state.holds = _HOLDS.search(state.group or "") is not None

    def _open_house(self, words: str, state: State) -> None:
        """A house above its people: where they come from in a group of several such, else a group of its own."""
        words = _LEAD_NUMBER.sub("", words)
        if state.holds:
            state.organization, state.column = squeeze(words), None
            return
        begins, state.begins = state.begins, state.presence
        self._open(words, state)
        state.begins = begins
        if _OFFICE_ABOVE.fullmatch(squeeze(words)) or _OF_GOVERNMENT.fullmatch(squeeze(words)):
            state.organization = squeeze(words)

    def _open_column(self, words: str, beside: str, state: State) -> None:
        """A group in a column of its own, beside its entries."""
        self._open(_LEAD_NUMBER.sub("", words.lstrip()), state)
        self._house_office(squeeze(words), beside, state)

    def _under_government(self, head: str, known: int) -> None:
        """北白県　道路維持課　下斗米課長、細越主幹: the office of those found last is one of the government in the cell before it."""
        if not _GOVERNMENT.fullmatch(head):
            return
        office = None
        for person in self.found[known:]:
            own = person.organization
            if own is not None and not own.startswith(head) and _OFFICE_NAME.fullmatch(own):
                person.organization = office = f"{head}{own}"
            elif own == head and office is not None:
                person.organization = office

    def _house_office(self, office: str, beside: str, state: State) -> None:
        """An office before its people is where they work; 総合基盤局　垂水局長 tells what those of a whole list are."""
        named = _OFFICE_NAME.search(office) is not None
        entries = beside.replace("、", " ").split()
        self.officed = self.officed or (named and bool(entries) and (is_of_bare_rank(entries[0]) or ("、" in beside and entries[0] in BARE_RANKS)))
        if _OF_GOVERNMENT.match(office) or (named and self.officed):
            state.organization = office

    def _open(self, words: str, state: State) -> None:
        name = _HOW_ORDERED.sub("", squeeze(words))
        self.opened = True
        state.group = name
        # 出席委員 above 被保険者代表 and 公益代表: members all.
        sort = is_sort_of_members(name) and state.title in _OF_KINDS
        # 出席委員 above 市議会議員: what they are elsewhere is not their title here.
        own = None if sort and name.endswith("議会議員") else title_of_group(name)
        state.outer = (state.title if state.title in _OF_KINDS else state.outer) if own in _RANKS else None
        state.title = state.kept or own or (state.title if sort or ABSENT.fullmatch(name) else None)
        state.column = None
        state.organization = state.above = None
        state.holds = False
        if REMOTE.search(name):
            state.presence = Presence.REMOTE
        elif ABSENT.search(name):
            state.presence = Presence.ABSENT
        else:
            if _HERE.search(name) or (state.of_members and _OF_OFFICIALS.search(name)):
                # Those present are listed from here on.
                state.begins = Presence.PRESENT
            state.presence = state.begins


_Opener = Callable[[Heads, str, Slice, State], "int | None"]
_OPENERS: tuple[tuple[_Opener, re.Pattern[str] | None], ...] = (
    (Heads._kind_behind, regex(r"[【\[(]")),
    (Heads._ordered_group, regex(r"\(")),
    (Heads._numbered_group, regex(r"[(\d⑴-⒇①-⑳ア-オⅠ-Ⅻ]")),
    (Heads._bracketed, regex(r"[(【\[<〈《]")),
    (Heads._office_line, None),
    (Heads._lone_group, None),
    (Heads._marked_presence, regex("[○●◎・■□◇◆▼▽]")),
    (Heads._celled_title, regex(":")),
    (Heads._celled_group, regex(r"[:\s]")),
)
"""In the order in which they are asked, with what a line holds that they open: what is told most plainly comes first."""


def _is_marked_office(words: str) -> bool:
    """Whether a line is a mark and an office, which bears nobody's name: ○東支所, above （総務課）大塚課長、…."""
    mark, office = words.strip()[:1], words.strip()[1:].strip()
    return mark in _OFFICE_MARKS and _OFFICE_ABOVE.fullmatch(office) is not None and not possible_families(office)


_OFFICE_MARKS = frozenset("○●◎■□◆◇")


def _bears(title: str, rest: str) -> bool:
    """Whether a bracket holds the title of the one official whose name stands behind it."""
    name = squeeze(rest)
    return ends_in_title(title) and not is_alone(title) and role_of_title(title) is Role.OFFICIAL and "、" not in rest and bool(possible_families(name))


def _opens_with_title(words: str) -> bool:
    """Whether words are the title of an official in a bracket, and his name: （総務部長）佐野　花子."""
    bracket = _BRACKETED.match(words)
    return bracket is not None and bracket[1] == "(" and _bears(squeeze(bracket[2]), words[bracket.end() :])


def _bare(words: str) -> str:
    """The words of a line without dashes around them and a colon behind."""
    dashed = _DASHED.match(words)
    return squeeze(dashed[1] if dashed else words.rstrip(":： "))


def is_alone(words: str) -> bool:
    """Whether words head a list where they are all that their line holds: 事務局, 出席した職員の氏名."""
    return _ALONE.fullmatch(words) is not None


def is_sort_of_members(words: str) -> bool:
    """Whether words tell for whom members sit, in a list of theirs: 学識経験者, 社会教育関係者."""
    return _KIND.fullmatch(words) is not None or _SORT_OF_OTHERS.fullmatch(words) is not None


def is_kind_of_members(words: str) -> bool:
    """Whether words are what all members are, and nobody's title alone on a line: 審議会委員."""
    return words in _OF_KINDS


def _is_employer(words: str) -> bool:
    """Whether words are a house whose posts may stand behind it: 町立鮎瀬診療所; not 環境審議会, whose members meet."""
    return is_house(words) and (not words.endswith("会") or words.endswith(("協会", "連合会", "商工会")))


def _is_kind(words: str) -> bool:
    """Whether words are a kind of members: 公益代表委員, 労働者委員; not 佐藤委員."""
    sort = _SORT_OF_MEMBERS.fullmatch(words)
    if sort is None or _KIND.fullmatch(words) is not None:
        return _KIND.fullmatch(words) is not None
    if len(sort["sort"]) > _LONGEST_KIND and possible_families(sort["sort"]):
        return False
    return not any(sort["sort"][:length] in word_list("surnames") for length in range(2, len(sort["sort"]) + 1))


def _is_of_house(words: str) -> bool:
    """Whether words are the members of a house: 潮見市景観審議委員; what stands between is nobody's surname."""
    if not words.endswith(tuple(_OF_KINDS)):
        return False
    if _OF_BODY.fullmatch(words) is not None:
        return True
    split = split_designation(words)
    return split.organization is not None and split.name is not None and not possible_families(split.name)


def _is_numbered_kind(words: str) -> bool:
    """Whether a line is a kind of members by number alone: １号委員：学識経験者; not ４号委員：二階堂委員."""
    found = NUMBERED_KIND.fullmatch(words)
    what = squeeze(found["what"] or "") if found is not None else ""
    return found is not None and (not what or _is_kind(what) or not ends_in_title(what) or split_designation(what).name is None)


def are_kinds(words: Sequence[str]) -> bool:
    """Whether all of these are kinds of members, as heads of columns are: 公益代表, 労働者代表, 使用者代表."""
    return all(_KIND.fullmatch(cell) for cell in words)


def _may_head_part(words: str) -> bool:
    """Whether what a number in brackets stands before, alone on its line, heads a part of a list: it is no name, and bears no title."""
    return " " not in words and "、" not in words and 1 < len(words) <= _LONGEST_BRACKETED and not (ends_in_title(words) or possible_families(words))


def _is_part(words: str) -> bool:
    """Whether words are what those below them are, or a group of their own: 幹事, 監事, 事務局, 住民代表, 病院."""
    return words in _OF_NUMBER or words in _OF_KINDS or is_alone(words) or _is_group_cell(words) or are_kinds([words])


def _is_office_alone(words: str) -> bool:
    return _OFFICE_ALONE.fullmatch(words) is not None and not possible_families(words)


def _is_group_cell(cell: str) -> bool:
    return _GROUP_CELL.fullmatch(cell) is not None and cell not in PLAIN_TITLES


_OF_NUMBER = frozenset(("委員", "書記", "幹事", "監事"))
"""Titles that are kinds of those present, too: (3) 書記　小日向 舞, below (1) 評議員 and (2) 説明員."""
_SPELT_ON = regex(r" *[長員官] ")
"""病　院 before 長: a title spelt out, of which no part heads a group."""
_SPELT_HEAD = regex(r"[都道府県市区町村] 長(?: |$)")
"""市 長　牟 田 正 稔: a title, whose first character is no group."""


def _is_office_column(cell: re.Match[str], words: str) -> bool:
    """港湾局　　櫛引港湾局長、朝日港湾計画課長: an office before a list is its heading."""
    return cell[0].endswith(("  ", "会 ", "本部 ")) and "、" in words[cell.end():] and bool(re.search(r"(?:[局課部室庁省]|委員会|審議会|協議会)$", squeeze(cell[1])))


def _may_head(words: str) -> bool:
    """Whether a line of one cell can head rows below it: it is no name, and no person with a title."""
    return _HEAD.fullmatch(words) is not None and not possible_families(words) and not _is_entry(words)


def _is_entry(head: str) -> bool:
    """Whether words without a gap are a person with a title and head nobody: 国立環境技術センター多和田主任研究員."""
    if not ends_in_title(head):
        return False
    if len(head) < SHORT_ENTRY:
        return _KIND_OF_MEMBERS.fullmatch(head) is None
    split = split_designation(head)
    if split.name is None or split.confidence < _LIKELY:
        return False
    return not head.endswith("委員") or (split.organization is None and split.title == "委員" and split.confidence > _SURELY)


_KIND_OF_MEMBERS = regex(r"(?:継続|新任|再任|学識(?:経験)?|専門|臨時|特別|公募|常任|市民|外部|有識者|審議|学校|地域)委員|(?:局|市|町|村|県|区|関係|病院|学校|大学)職員")
_LIKELY, _SURELY = 0.5, 0.8
_TITLE_OF_GROUP = regex(r"(委員長|部会長|副部会長|座長|副座長|副会長|会長|議長|農地利用最適化推進委員|^農業委員|推進委員|選定議員|互選議員|代議員|協議委員|専門委員|臨時委員|特別委員|委員|議員|評議員|構成員|総代|監事|(?<!副)幹事|参考人|オブザーバー|書記|.{0,8}(?:対象者|発表者|報告者|協力者))(?:等|の出席|の?出欠|の出席状況|の?氏名|名|[出欠]席者?)?$")


def title_of_group(group: str | None) -> str | None:
    """The title a heading gives those under it: 出席委員 → 委員, 〔部会長〕 → 部会長, 各関係者 → 関係者."""
    if group is None:
        return None
    if role_of_title(group) in (Role.CHAIR, Role.DEPUTY_CHAIR) and not group.startswith(("出席", "欠席")):
        return group
    # １号委員（学識経験者）
    found = _TITLE_OF_GROUP.search(_BRACKET_BEHIND.sub("", group) if NUMBERED_KIND.fullmatch(group) else group)
    if found is None or group in ("委員等出席者",):
        return group if group in _ROLES else None
    title = found[1]
    return None if title == "会長" and group not in ("会長", "会長の氏名", "会長名") else title
