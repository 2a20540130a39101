"""The cells of a row of a list: titles before or behind names, seats, houses in cells of their own, names in columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise, takewhile

from attrs import define, evolve, field

from minutes_model.era.numerals import numeral
from minutes_model.grammar.draft import Slice
from minutes_model.grammar.list_people import PersonDraft, Persons, State, share_organization
from minutes_model.grammar.list_rows import (
    Token,
    by_honorifics,
    columns,
    titles_first,
    tokenize,
)
from minutes_model.grammar.list_words import (
    DITTO,
    PLAIN_TITLES,
    REMOTE,
    cut_notes,
    is_house,
    is_institution,
    is_of_bare_rank,
)
from minutes_model.model.enums import Presence, Role
from minutes_model.patterns import regex
from minutes_model.people.designation import split_designation
from minutes_model.people.families import possible_families
from minutes_model.people.plausible import title_suffix
from minutes_model.people.roles import role_of_title
from minutes_model.people.words import word_list
from minutes_model.text import clean, squeeze

__all__ = ["LONGEST_ENTRY", "LONGEST_NAME", "ROW", "Cells", "seat_number"]

_OFFICE = regex(r"[^\s()◎○●]{2,}(?:[部課室局係署]|センター|協議会|委員会|協会|連合会?|組合|会議所|法人|会社|病院|銀行|機構|大学|学校|研究所|市民|住民|町民|村民|県民|保護者)")
_BODY = regex(r"[^\s()◎○●]{2,}(?:会|本部|クラブ|[都道府県市区町村省庁]|PTA|社|院)")
"""What a body ends in where a title and a name follow in cells of their own: みなと野市医師会　会長　草刈 憲一."""
_PART_OF_BODY = regex(r"[^\s()◎○●]{2,}[都道府県市区町村省庁府][^\s()]{1,10}(?:[部課室局署所]|センター)|[^\s()◎○●]{2,}(?:管理署|事務所|管理局|保安署|保安部|管区|警察署|消防署|税務署|労働基準監督署)")
"""津々良県土木部　大貫砂防課長: a part of a government in a cell before a name and its title."""
_GOVERNMENT = regex(r"内閣(?:官房|府)|[^\s()]{2,8}[省庁府]|[^\s()]{2,10}[都道府県市町村]")
"""What stands before the bureaus and divisions of a government, each in a cell of its own."""
_BUREAU = regex(r"[^\s()]{2,10}(?:労働局|整備局|運輸局|農政局|経済産業局|厚生局|財務局|法務局|国税局|振興局|総合支庁|支庁|大学|病院)")
"""雄物沢労働局, before a division of its own."""
_HOUSE = regex(r"^(?!\().*(?:大学|法人|事務所|株式会社|機構|協会|研究所|銀行|連合会|弁護士|会計士|新聞社|学院|病院)")
_LONE_MARKS = frozenset("※*☆★")
_MARKS = "※＊*☆★◎○●△▲"
_OFFICERS = frozenset(("書記", "幹事", "事務局", "説明員", "書記長"))
"""Whom a post of his own may stand behind in a row."""
ROW = 2
LONGEST_NAME = 7
_LONGEST_GIVEN = 4
_SHORTEST_BODY = 3
_FOREIGN = regex(r"[ァ-ヴー・A-Za-z]+")
_LONGEST_TOWN = 4
_SMALL_TOWN = regex(r"[一-龥ぁ-ん]{1,3}[市町村]")
"""岬町, before a full name and its title."""
LONGEST_ENTRY = 160
"""No office, name and title together are as long."""
_SAME_HOUSE = frozenset(("同", "〃", "同上"))
_DISTRICT = regex(r"[東西南北中]部|中央(?:部|地区)?|[東西南北][一-龥]?地区|[一-龥]{2,3}地区")
_NOTED_LAST = regex(r"(?<=\S)(?: {1,}[(\[]| *[【<〈《])(?P<note>座長|副座長|会長|委員長|主査|オンライン(?:参加|出席)?|Web(?:参加|出席)?|WEB(?:参加|出席)?|リモート(?:参加)?|途中(?:から|まで|出席|退席|参加|退室)|御?欠席|代理(?:出席)?|\d{1,2}時(?:\d{1,2}分)?(?:から|まで)(?:出席)?)[)】\]>〉》] *$")
_COUNTED = regex(r"\((?:\d+|[一二三四五六七八九十]+) ?[名人]\)$")
"""農業委員（５名）: the head of a column, no person."""
_BEHIND_NOTE, _BEHIND_EACH_NOTE = regex(r"\) {2,}(?=[^ (])"), regex(r"\) +(?=[^ (])")
_EACH_NOTED = regex(r"(?:[^\s()]{1,5} *[^\s()]{1,5} *\([^()]{1,20}\) +)+[^\s()]{1,5} *[^\s()]{1,5} *\([^()]{1,20}\) *")
"""高森 省吾（識見）　能見 崇（識見）　水越 泰子（議選）: whose every name has its bracket."""
_GLUED_RANK = regex(r"(?:議員|委員|副?議長|副?委員長|副?会長)$")
"""国分　忠　道議員: the title glued to the last character of a spaced name."""
_VACANT = regex(r"[-―—ー]+|\(?(?:欠員|空席)\)?")
_POSTED = 3
_LONG_HOUSE = 6
_POST_OF_HOUSE = regex(
    r"(?P<house>(?:株式|有限|合同)会社.{2,10}?|"
    r".{2,}?(?:大学院?|短大|会社|法人|協会|連合会|連盟|機構|研究所|事務所|新聞社|放送|銀行|組合|病院|学校|学園|センター|財団|会議所|支部|支店|本部|会)(?:[^、]*(?:研究科|学部|学科|学系|研究院|[課部局室店所署])(?!長))?)"
    r"(?P<title>(?=..)(?:前|元|代表|常務|専務|名誉|特任|客員|准|副|主任|上席|首席|執行|研究)*(?:取締役|理事|社|会|頭|所|院|室|部|局|課|支店|館|園|校|学|総|機構|センター|事務局|ブロック)*"
    r"(?:長|教授|講師|助教|理事|取締役[^、]{0,14}|役員|委員|研究員|弁護士|代表|顧問|主幹|参与|部員|会頭|監事|事務局長|職員))"
)
"""実践女子大学人間社会学部教授, 株式会社良品代表取締役会長（兼）執行役員: a house and the post held there."""


def _is_full_name(family: Token, given: Token) -> bool:
    """Whether two cells are a listed surname and a given name."""
    parts = (family.words, given.words)
    if family.kind != "N" or given.kind != "N" or parts[0] not in word_list("surnames"):
        return False
    return len(parts[1]) <= _LONGEST_GIVEN and not is_house(parts[1]) and not is_institution(parts[1])


def seat_number(words: str) -> int | None:
    found = re.search(r"(\d+|[①-⑳]|[一二三四五六七八九十百]+) ?番", words)
    if found is None:
        return None
    return ord(found[1]) - ord("①") + 1 if "①" <= found[1] <= "⑳" else numeral(found[1])


def _with_districts(tokens: list[Token]) -> list[Token]:
    """東部　小俣秀樹　　西部　道祖瑠美: for which part each is chosen is told as a seat is; one alone may be a surname."""
    districts = {token.words for token in tokens if _DISTRICT.fullmatch(token.words)}
    if len(districts) < ROW or tokens[0].words not in districts:
        return tokens
    return [evolve(token, kind="S") if token.words in districts else token for token in tokens]


def _without_house(run: list[Token]) -> tuple[list[Token], list[Token]]:
    """A name's cells, and those behind them that say where else he works: 松原 健一　安西法律事務所 弁護士."""
    cut = next((at for at in range(1, len(run)) if run[at].kind in "NE" and _HOUSE.search(cut_notes(run[at].words)[0])), len(run))
    named = all(token.kind == "N" for token in run[:cut]) and sum(len(token.words) for token in run[:cut]) <= LONGEST_NAME
    return (run[:cut], run[cut:]) if named and cut > 0 else (run, [])


def _is_house_cell(words: str) -> bool:
    """Whether a cell behind a name tells where somebody is from, and names nobody: 波止町自治会, 株式会社みどり."""
    if is_house(words):
        return words not in word_list("surnames")
    body = _BODY.fullmatch(words) or _OFFICE.fullmatch(words)
    return body is not None and len(words) > _LONGEST_GIVEN and not possible_families(words)


def _kind_behind(tokens: list[Token]) -> tuple[int, int] | None:
    """Where in a row of a title and a name a kind of members begins and ends, wide apart from the name, at its end or before how somebody came."""
    if len(tokens) < _POSTED or tokens[0].kind != "T":
        return None
    for first in reversed(range(ROW, len(tokens))):
        if tokens[first].start - tokens[first - 1].end < ROW or tokens[first - 1].kind != "N":
            continue
        for last in range(first + 1, min(len(tokens), first + _SPELT_KIND) + 1):
            words = "".join(token.words for token in tokens[first:last])
            behind = squeeze("".join(token.words for token in tokens[last:]))
            if _KIND.fullmatch(words) and (not behind or _CAME.fullmatch(behind) or REMOTE.fullmatch(behind)):
                return first, last
    return None


_SPELT_KIND = 4
_KIND = regex(r"[一-龥・]{2,10}(?:関係者|関係団体|代表者?|経験者?|有識者)|学識経験(?:者|を有する者)|公募(?:委員|市民|[区町村県]民)?|[市町村区県]民(?:代表|公募)?|識見(?:者|を有する者)|有識者|行政(?:機関)?")
"""学校教育関係者, 公　募: for whom a member sits."""


def _noted_parts(folded: str, start: int, end: int) -> Iterator[Slice]:
    """A row of names cut behind each bracket that a wide gap follows: 福留隆文（座長）　　蟹江 円."""
    at = start
    each = _EACH_NOTED.fullmatch(folded, start, end)
    for gap in (_BEHIND_NOTE if each is None else _BEHIND_EACH_NOTE).finditer(folded, start, end):
        yield at, gap.start() + 1
        at = gap.end()
    yield at, end


def _with_notes(folded: str, cells: Iterable[Slice]) -> list[Slice]:
    """The cells of a row, one in brackets taken to the name before it: 千布　和歌子　（弁護士）."""
    joined: list[Slice] = []
    for at, stop in cells:
        if joined and folded[at] == "(" and folded[stop - 1] == ")":
            joined[-1] = (joined[-1][0], stop)
        else:
            joined.append((at, stop))
    return joined


def _office_of(words: str) -> tuple[str | None, str]:
    """The institution and the title in words behind a name: 内閣府政策統括官; words that are a title alone stay whole."""
    housed = _HOUSED_TITLE.fullmatch(words)
    if housed is not None and title_suffix(housed["title"]) == housed["title"]:
        return housed["house"], housed["title"]
    split = split_designation(words)
    if split.organization and split.title and split.name is None and split.confidence >= _SURE:
        return split.organization, split.title
    return None, words


_SURE = 0.8
_HOUSED_TITLE = regex(r"(?P<house>.{2,20}(?:大学(?:院|校)?|高等専門学校|病院|研究所|研究機構|法律事務所))(?P<title>.{2,8})")


_OF_ROWS = frozenset(("委員", "議員", "評議員", "構成員", "役員"))
"""What heads the rows of all members, whose titles stand behind it."""


@define(eq=False, repr=False)
class Cells(Persons):
    """Reads the cells of a row; ``read`` are those of the places looked at so far."""

    read: dict[Slice, tuple[Token, ...]] = field(factory=dict)

    def _housed(self, start: int, tokens: list[Token], state: State) -> PersonDraft | None:
        """内閣調整府　十東参事官: a body in a cell of its own before a name and its title, 岬町　谷地　幸恵　健康福祉課長 too."""
        names = tokens[1:-1]
        if len(names) == ROW and tokens[-1].kind == "T" and _SMALL_TOWN.fullmatch(tokens[0].words) and all(token.kind == "N" for token in names):
            town = self._person(start, tokens[-1].end, state, name=(names[0].start, names[1].end), title=tokens[-1].words, printed_title=True)
            town.organization = tokens[0].words
            return town
        if len(tokens) < 2 or tokens[0].kind != "N" or tokens[-1].kind != "E":
            return None
        house, last = tokens[0], tokens[-1]
        if house.words in word_list("surnames"):
            # 三田村　悟委員: no village.
            return None
        office = len(tokens) == ROW and _OFFICE.fullmatch(house.words) is not None and is_of_bare_rank(last.words)
        if len(house.words) < _SHORTEST_BODY or not (is_institution(house.words) or is_house(house.words) or _PART_OF_BODY.fullmatch(house.words) or office):
            return None
        offices = len(tokens) > ROW and _GOVERNMENT.fullmatch(house.words) and all(token.kind == "N" and _OFFICE.fullmatch(token.words) for token in names)
        person = self._designated(last.start if offices else tokens[1].start, last.end, evolve(state, organization=None))
        if offices and person.organization is None:
            # 国土管理省　道路管理局　真名井次長
            person.start, person.organization = house.start, squeeze(self.text[house.start : names[-1].end])
            return person
        printed = clean(self.text[house.start : house.end])
        of_houses = _GOVERNMENT.fullmatch(house.words) or _BUREAU.fullmatch(house.words)
        within = person.organization if person.organization and of_houses and not person.organization.startswith(printed) else ""
        person.start, person.organization = house.start, f"{printed}{within}" if within else person.organization or printed
        return person

    def _posted(self, start: int, tokens: list[Token], state: State, *, last: bool = False) -> PersonDraft | None:
        """鹿島 敬 実践女子大学人間社会学部教授: a full name, and behind it a post told with its house; the other way round where the name comes ``last``."""
        if len(tokens) < _POSTED or any(token.kind == "S" for token in tokens):
            return None
        name, post = (tokens[-2:], tokens[:-2]) if last else (tokens[:2], tokens[2:])
        if not last and len(post) == ROW and _is_full_name(*name) and is_house(post[0].words) and post[1].kind in "TE":
            # 波多野　周　　株式会社みどり計測　データ事業部長: a cell for the house and one for the post.
            person = self._person(start, tokens[-1].end, state, name=(name[0].start, name[1].end), title=post[1].words, printed_title=True)
            person.organization = clean(self.text[post[0].start : post[0].end])
            return person
        if not _is_full_name(*name) or (len(post) < ROW or len(post[0].words) < _LONG_HOUSE if last else len(post) > 1):
            return None
        words = squeeze(cut_notes(self._words(post[0].start, post[-1].end))[0])
        house = _POST_OF_HOUSE.fullmatch(words)
        if house is None and last and [token for token in post if token.kind in "TE"] == post[-1:]:
            return self._person(start, tokens[-1].end, state, name=(name[0].start, name[1].end), title=words, printed_title=True)
        if house is None:
            return None
        person = self._person(start, tokens[-1].end, state, name=(name[0].start, name[1].end), title=house["title"], printed_title=True)
        person.organization = house["house"]
        return person

    def _affiliated(self, start: int, end: int, tokens: list[Token], state: State) -> PersonDraft | None:
        """子ども政策課　課長　西多　勝己, 私立幼稚園協議会　伊東　聡: a cell of its own for the office or body."""
        if len(tokens) < 2 or tokens[0].kind != "N" or tokens[0].words in word_list("surnames"):
            # 日下部　　　文: no department.
            return None
        houses = self._houses_before(tokens)
        if houses > 1:
            person = self._affiliated(tokens[houses - 1].start, end, tokens[houses - 1 :], state)
            if person is not None:
                person.start, person.organization = tokens[0].start, squeeze(self.text[tokens[0].start : tokens[houses - 1].end])
            return person
        titled = tokens[1].kind in "TE" and len(tokens) > 2
        long = titled and len(tokens[0].words) > LONGEST_NAME and not possible_families(tokens[0].words)
        if not (long or (titled and self._is_beside_houses(tokens, state)) or _OFFICE.fullmatch(tokens[0].words) or is_house(tokens[0].words) or (titled and (_BODY.fullmatch(tokens[0].words) or _SMALL_TOWN.fullmatch(tokens[0].words)) and not possible_families(tokens[0].words))):
            return None
        names = tokens[1 + titled :]
        if any(t.kind != "N" for t in names) or len(names) > LONGEST_NAME or not names:
            return None
        if len(squeeze(cut_notes(self._words(names[0].start, names[-1].end))[0])) > LONGEST_NAME:
            return None
        shared = state.column if state.column in PLAIN_TITLES else None
        title = tokens[1].words if titled else shared or state.title
        person = self._person(start, end, state, name=(names[0].start, names[-1].end), title=title, printed_title=titled)
        person.organization = clean(self.text[tokens[0].start : tokens[0].end])
        person.posted = person.housed = titled
        return person

    def _is_beside_houses(self, tokens: list[Token], state: State) -> bool:
        """Whether a cell wide apart from a title stands below houses told so: 伊佐布信用金庫　　　業務課長　　寺　門　　優."""
        last = self.found[-1] if self.found else None
        wide = tokens[1].start - tokens[0].end > 1
        return wide and last is not None and last.posted and last.housed and last.organization is not None and last.group == state.group

    def _houses_before(self, tokens: list[Token]) -> int:
        """How many cells name an institution and its offices before a title and a name: 水産食料省　漁政局　資源管理課長　田能村　徹."""
        houses = 0
        while houses < len(tokens) and tokens[houses].kind == "N" and (_GOVERNMENT.fullmatch(tokens[houses].words) or _OFFICE.fullmatch(tokens[houses].words)):
            houses += 1
        behind = tokens[houses:]
        return houses if houses > 1 and len(behind) > 1 and behind[0].kind in "TE" else 0

    def _tokens(self, start: int, end: int) -> list[Token]:
        start, end = self._trim(start, end)
        known = self.read.get((start, end))
        if known is None:
            known = self.read[start, end] = tuple(tokenize(self.folded, start, end))
        return list(known)

    def _row(self, start: int, end: int, state: State) -> None:
        if end - start > LONGEST_ENTRY and " " not in self._words(start, end):
            self.found.append(PersonDraft(start, end, group=state.group, presence=state.presence, rule="list"))
            return
        noted = _NOTED_LAST.search(self.folded, start, end)
        if noted is not None:
            self._noted_row(start, noted, state)
            return
        tokens = titles_first(self._tokens(start, end))
        if len(tokens) > 1 and not tokens[-1].words.strip(_MARKS):
            # …代表取締役　※: a mark that a note explains.
            tokens, end = tokens[:-1], tokens[-2].end
        away = next((at for at, token in enumerate(tokens[1:-1], 1) if token.words == "欠" and tokens[at - 1].kind in "TE"), None)
        if away is not None:
            # 歯科医師会　理事　欠　月見里 菫: a column of its own tells who stayed away.
            known = len(self.found)
            self._cells_of_row(start, end, [*tokens[:away], *tokens[away + 1 :]], state)
            for person in self.found[known:]:
                self._noted(person, ["欠席"], printed=True)
            return
        mark = next((at for at, token in enumerate(tokens[1:-1], 1) if token.words in _LONE_MARKS and tokens[at - 1].kind == "N"), None)
        if mark is None and len(tokens) > ROW + 1 and not tokens[0].words.strip(_MARKS) and {token.kind for token in tokens[1:]} == {"N"}:
            # ◎ 越川　直樹　　東邦情報大学
            mark = 0
        if mark is not None:
            known, sign = len(self.found), tokens.pop(mark).words
            self._cells_of_row(start, end, tokens, state)
            if len(self.found) == known + 1:
                self.found[known].mark = sign
                if not mark:
                    self.found[known].title = self.marks.get(sign, self.found[known].title)
            return
        self._cells_of_row(start, end, tokens, state)

    def _cells_of_row(self, start: int, end: int, tokens: list[Token], state: State) -> None:
        """The people of a row by its cells."""
        kind = _kind_behind(tokens)
        if kind is not None:
            # 委　員　林　　徹　　学校教育関係者　欠　席: a kind of members behind the name, and perhaps whether he came.
            known, came = len(self.found), squeeze(self._words(tokens[kind[1]].start, tokens[-1].end)) if kind[1] < len(tokens) else ""
            self._cells_of_row(start, tokens[kind[0] - 1].end, tokens[: kind[0]], state)
            if came and len(self.found) == known + 1:
                self._noted(self.found[known], [came], printed=True)
            return
        if len(tokens) > 2 and tokens[0].kind == tokens[1].kind == "T" and (tokens[0].words == tokens[1].words or (tokens[0].words in _OF_ROWS and tokens[1].words in PLAIN_TITLES and tokens[2].kind == "N")):
            # 委員 委員 田邊 尚, 委員 会長 御厨 孝: the head of the row and the title.
            tokens = tokens[1:]
        elif len(tokens) > ROW and tokens[0].words in _OF_ROWS and tokens[0].kind == tokens[-1].kind == "T" and tokens[-1].words in PLAIN_TITLES and all(token.kind == "N" for token in tokens[1:-1]):
            # 委　員　　榊原　泰三　　　委員長: what the members are, before the first of them.
            tokens = tokens[1:]
        above = self._house_above(tokens)
        if above is not None:
            tokens, state = tokens[1:], evolve(state, organization=above)
        tokens = _with_districts(tokens)
        titles = [t for t in tokens if t.kind == "T"]
        if not tokens:
            return
        if len(tokens) == 1 and tokens[0].kind != "N":
            self._single(tokens[0], start, end, state)
        elif all(t.kind in "TE" for t in tokens) and len(tokens) > 1 and not any(t.words in PLAIN_TITLES for t in tokens):
            people = [self._designated(token.start, token.end, state) for token in tokens if not _COUNTED.search(token.words)]
            self._by_the_others(people)
            self.found.extend(people)
        elif tokens[0].kind == "S":
            self._seats(tokens, state)
        elif tokens[0].kind == "N" and (below := self._before_house(tokens, state)) is not None:
            # 新妻 佐和子 株式会社マリンリサーチ 代表取締役, whose title the row above tells.
            self.found.append(below)
        elif (person := self._posted(start, tokens, state) or self._affiliated(start, end, tokens, state) or self._posted(start, tokens, state, last=True)) is not None:
            self.found.append(person)
        elif (housed := self._before_house(tokens, state)) is not None:
            self.found.append(housed)
        elif len(tokens) > ROW and tokens[0].kind == "T" and (at_house := self._housed(tokens[1].start, tokens[1:], state)) is not None:
            # 病院長　　中央病院　　久我院長: what those of the rows are, above all of them
            state.column = None
            self.found.append(at_house)
        elif titles and tokens[0].kind == "T":
            self._title_first(tokens, state)
        elif len(titles) > 1 and tokens[1].kind == "T" and _OFFICE.fullmatch(tokens[0].words) and not possible_families(tokens[0].words):
            # 環境政策課　　課　長　松本　多恵　　　主　幹　樋　　　翔太: an office before its titles and names.
            self._title_first(tokens[1:], evolve(state, organization=tokens[0].words))
        elif len(tokens) == ROW and titles and (_TOWN.fullmatch(tokens[0].words) or _GOVERNMENT.fullmatch(tokens[0].words)) and tokens[0].words not in word_list("surnames"):
            # 磯竹市　環境課長: who came for a city, without his name.
            self._single(tokens[1], tokens[1].start, end, evolve(state, organization=tokens[0].words))
        elif titles or tokens[-1].kind == "E":
            known = len(self.found)
            self._title_last(tokens, state)
            # こども課　五代課長　野際課長補佐
            share_organization(self.found[known:], row=True)
        elif any(t.kind == "S" for t in tokens):
            self._seats(tokens, state)
        elif (person := self._of_house(start, tokens, state)) is not None:
            self.found.append(person)
        else:
            self._names(tokens[0].start, tokens[-1].end, state, state.column or state.title)

    def _noted_row(self, start: int, noted: re.Match[str], state: State) -> None:
        """渡久地　さおり　　宅配事業者連合会　法務部長　（オンライン）: a row whose last cell tells how he came."""
        known = len(self.found)
        self._row(*self._trim(start, noted.start()), state)
        if len(self.found) == known + 1:
            self._noted(self.found[known], [squeeze(noted["note"])], printed=True)
            self.found[known].end = noted.start() + len(noted[0].rstrip())

    def _house_above(self, tokens: list[Token]) -> str | None:
        """The organization of the row above that a row begins with: 同　　　企画官　　アダムス　梨花."""
        ditto = len(tokens) > ROW and tokens[0].words in _SAME_HOUSE and tokens[1].kind == "T"
        return self.found[-1].organization if ditto and self.found else None

    def _of_house(self, start: int, tokens: list[Token], state: State) -> PersonDraft | None:
        """鯨井　まさみ※　特定非営利活動法人水と森: a full name, and where he is from; his post may stand on the next line."""
        *name, house = tokens
        core, notes = cut_notes(house.words)
        if len(name) != ROW or house.kind != "N" or not (is_house(core) or self._is_town_apart(name[-1], evolve(house, words=core))):
            return None
        given = evolve(name[1], words=name[1].words.rstrip(_MARKS) or name[1].words)
        if not _is_full_name(name[0], given):
            return None
        person = self._person(start, house.end, state, name=(name[0].start, name[1].end), title=state.column or state.title)
        person.organization = clean(self.text[house.start : house.start + len(core)])
        return self._noted(person, notes, printed=True)

    def _before_house(self, tokens: list[Token], state: State) -> PersonDraft | None:
        """委員　折茂　カヨ　　波止町自治会: a title, a name, and the house he is from; behind it perhaps his post there, or whether he came.

        Below such a row the title may be left out: 　　　　九　勝也　日向灘鉄道株式会社.
        """
        column = self._column_of_row(tokens[0], state)
        if column is None:
            return None
        titled, last = tokens[0].kind == "T", tokens[-1]
        came = last.kind == "N" and (_CAME.fullmatch(last.words) or _MARK_OF_PRESENCE.fullmatch(last.words) or REMOTE.fullmatch(last.words)) is not None
        posted = last.kind == "T" and len(tokens) > ROW
        *name, house = tokens[titled : -1 if came or posted else None] or tokens[:1]
        if not self._are_name_and_house(name, house):
            return None
        core, notes = cut_notes(house.words)
        state.column = None if role_of_title(column) in (Role.CHAIR, Role.DEPUTY_CHAIR) else column
        person = self._person(tokens[0].start, last.end, state, name=(name[0].start, name[-1].end), title=column, printed_title=True)
        person.organization = clean(self.text[house.start : house.start + len(core)])
        self._noted(person, [*notes, last.words] if came and not _UNTOLD.fullmatch(last.words) else notes, printed=True)
        if posted:
            held = clean(self.text[last.start : last.end])
            person.note = held if person.note is None else f"{held} {person.note}"
        return person

    def _column_of_row(self, first: Token, state: State) -> str | None:
        """The title of a row by its first cell: its own, or, where that repeats or leaves it out, the one of the row above."""
        above = self.found[-1] if self.found else None
        if first.kind == "T":
            return first.words if first.words != DITTO else state.column or (above.title if above is not None else None)
        return state.column if above is not None and above.organization is not None and above.title == state.column else None

    def _are_name_and_house(self, name: list[Token], house: Token) -> bool:
        """Whether cells are those of one name, spelt or not, and of a house."""
        if not name or any(token.kind != "N" for token in (*name, house)):
            return False
        spelt = len(name) <= ROW or len(name[0].words) == 1 or all(len(token.words) == 1 for token in name[1:])
        whole = spelt and 1 < sum(len(token.words) for token in name) <= LONGEST_NAME
        return whole and (_is_house_cell(cut_notes(house.words)[0]) or self._is_town_apart(name[-1], house))

    def _is_town_apart(self, name: Token, house: Token) -> bool:
        """Whether a town stands wide apart from a name: 神門　豊　　　綾杉市."""
        town = _TOWN.fullmatch(house.words) or _GOVERNMENT.fullmatch(house.words)
        return town is not None and house.start - name.end > 1 and house.words not in word_list("surnames")

    def _single(self, token: Token, start: int, end: int, state: State) -> None:
        if token.kind == "S":
            state.column, state.seated = (None, False) if state.seated else (state.column, False)
            return
        self.found.append(self._designated(start, end, state))

    def _title_first(self, tokens: list[Token], state: State) -> None:
        """会長 佐原 紀雄, 委員 牧山 …: a title, then the name or names under it."""
        index = 0
        if len(tokens) > ROW and tokens[0].words in _OFFICERS and [t.kind for t in tokens[1:3]] == ["T", "N"]:
            # 書　記　　教育総務課総務係長　　猪狩 遥: what he is here, and the post he holds.
            state.group, index = tokens[0].words, 1
            state.presence = Presence.PRESENT if state.of_members else state.presence
        while index < len(tokens):
            title = tokens[index]
            index += 1
            run: list[Token] = []
            while index < len(tokens) and tokens[index].kind != "T":
                run.append(tokens[index])
                index += 1
            if title.words != DITTO:
                state.column = title.words
            elif state.column is None and self.found:
                # 本日の欠席委員 / 同　六車晃: what the list above said last.
                state.column = self.found[-1].title
            noted = run[0] if run and run[0].words.startswith("(") and run[0].words.endswith(")") and len(run) > 1 else None
            run = run[1:] if noted else run
            run, elsewhere = _without_house(run)
            alone = role_of_title(title.words) is Role.CHAIR
            if not run and _COUNTED.search(self._words(title.start, title.end)):
                continue
            if not run:
                self.found.append(self._person(title.start, title.end, state, name=None, title=title.words))
            elif run[0].kind == "E":
                above = self.found[-1].organization if title.words == DITTO and self.found else None
                people = [self._designated(t.start, t.end, state) for t in run]
                for person in people:
                    person.organization = person.organization or above
                self.found.extend(people)
            elif any(t.kind == "S" for t in run):
                self._seats(run, state, first=title.start, alone=alone)
            else:
                first = len(self.found)
                self._names(run[0].start, run[-1].end, state, state.column, first=title.start, printed=True)
                self._noted(self.found[first], cut_notes(self._words(title.start, title.end))[1], printed=True)
                if elsewhere and self.found[first].note is None:
                    self.found[first].note = clean(self.text[elsewhere[0].start : elsewhere[-1].end])
                if noted is not None:
                    self.found[first].note = noted.words.strip("()")
            if alone and run[-1:] and any(t.kind == "S" for t in run):
                # 会 長 1番, whose name is on the next line
                state.column = title.words if all(t.kind == "S" for t in run) else None
                state.seated = state.column is not None
        if state.seated:
            return
        if state.column is not None and role_of_title(state.column) in (Role.CHAIR, Role.DEPUTY_CHAIR):
            # 委員長 A 副委員長 B, and on the line below members whose title no word tells.
            state.column = None

    def _title_last(self, tokens: list[Token], state: State) -> None:
        """井深 誠 委員 大給 健一 委員: each title closes a person."""
        run: list[Token] = []
        for token in tokens:
            run.append(token)
            if token.kind in "TE":
                self._closed(run, state)
                run = []
        if run:
            self._seats(run, state)

    def _closed(self, run: list[Token], state: State) -> None:
        names = [t for t in run[:-1] if t.kind == "N"]
        marked = next((at for at, token in enumerate(names) if len(token.words) > 1 and token.words[-1] in _MARKS), len(names)) + 1
        if marked < len(names) and run[-1].kind == "T":
            # 真栄城　エリ※　東浦水道企業団　総務課長: a mark closes the name.
            person = self._person(run[0].start, run[-1].end, state, name=(names[0].start, names[marked - 1].end), title=run[-1].words)
            person.organization = clean(self.text[names[marked].start : names[-1].end])
            self.found.append(person)
            return
        last = run[-1]
        if last.kind == "E":
            housed = self._housed((names or run)[0].start, [*names, last], state)
            self.found.append(housed or self._designated((names or run)[0].start, last.end, state))
            return
        if not names and any(t.kind == "S" for t in run):
            self.found.append(self._designated(last.start, last.end, state))
        elif not names:
            self.found.append(self._designated(run[0].start, last.end, state))
        elif len(names) > 1 and (is_house(names[-1].words) or _GOVERNMENT.fullmatch(names[-1].words) or self._stands_apart(names)) and (sum(len(t.words) for t in names[:-1]) <= LONGEST_NAME or _FOREIGN.fullmatch(names[0].words)):
            # 阿久根　洋子　　東海学院大学　教授: where he works, and as what.
            person = self._person(run[0].start, last.end, state, name=(names[0].start, names[-2].end), title=last.words)
            person.organization = clean(self.text[names[-1].start : names[-1].end])
            self.found.append(person)
        elif len(names) > 1 and self._is_housed_before(names):
            # 空域管制庁　安全部　安全政策課　真籠　亮　課長補佐
            houses = 1 + sum(1 for _ in takewhile(lambda token: _OFFICE.fullmatch(token.words) and token.words not in word_list("surnames"), names[1:-1]))
            person = self._person(run[0].start, last.end, state, name=(names[houses].start, names[-1].end), title=last.words)
            person.organization = "".join(token.words for token in names[:houses])
            self.found.append(person)
        else:
            seat = [t for t in run if t.kind == "S"]
            begin = names[0].start
            office, title = _office_of(last.words)
            person = self._person(run[0].start if not seat else begin, last.end, state, name=(begin, names[-1].end), title=title)
            person.organization = office or person.organization
            self.found.append(self._noted(person, cut_notes(self._words(last.start, last.end))[1], printed=True, behind_title=True))

    @staticmethod
    def _is_housed_before(names: list[Token]) -> bool:
        """Whether a house stands before a name: 空域管制庁　真籠　亮; 経営企画課　須永."""
        house, name = names[0].words, names[1].words
        if is_institution(house) or is_house(house):
            return len(house) > 3 or house[-1] in "省庁府" or (len(names) > ROW and len(house) > 1 and name in word_list("surnames"))
        return len(names) == ROW and house not in word_list("surnames") and _OFFICE.fullmatch(house) is not None and name in word_list("surnames")

    @staticmethod
    def _stands_apart(names: list[Token]) -> bool:
        """Whether a wider gap parts the last cell from a full name: 雨海　貴之　　　浜郷市; グェン・ティ・ラン　桃山南日本語教室."""
        last = names[-1].words
        if len(names) > ROW:
            wider = names[-1].start - names[-2].end > max(b.start - a.end for a, b in pairwise(names[:-1]))
            return wider and (len(last) > _LONGEST_TOWN or last[-1] in "都道府県市区町村")
        return "・" in names[0].words and _FOREIGN.fullmatch(names[0].words) is not None and len(last) > _LONGEST_TOWN

    def _seats(self, tokens: list[Token], state: State, first: int | None = None, *, alone: bool = False) -> None:
        """１番 小名木 さやか ２番 滑川 徹: a seat number opens each person; ``alone`` is a title that one only bears."""
        run: list[Token] = []
        seat: int | None = None
        for token in [*tokens, None]:
            if token is None or token.kind == "S":
                if run:
                    known = len(self.found)
                    self._seat(run, state, first)
                    first = None
                    state.column = None if alone else state.column
                    if len(self.found) == known + 1:
                        self.found[-1].seat = seat
                run = []
                seat = seat_number(token.words) if token else None
            else:
                run.append(token)

    def _seat(self, run: list[Token], state: State, first: int | None) -> None:
        if len(run) > 1 and _CAME.fullmatch(run[-1].words):
            # １番　浜野　秋男　　出席　　　２番　大道寺　薫　　欠席
            known = len(self.found)
            self._seat(run[:-1], state, first)
            for person in self.found[known:]:
                self._noted(person, [run[-1].words], printed=True)
            return
        glued = _GLUED_RANK.search(self.folded, run[0].start, run[-1].end) if len(run) > 1 and all(t.kind == "N" for t in run[:-1]) else None
        if glued is not None and len(squeeze(self.folded[run[0].start : glued.start()])) <= LONGEST_NAME:
            start = run[0].start if first is None else first
            self.found.append(self._person(start, run[-1].end, state, name=(run[0].start, glued.start()), title=glued[0]))
            return
        title = next((t.words for t in run if t.kind == "T"), None) or state.column or state.title
        names = [t for t in run if t.kind != "T"]
        start = first if first is not None else run[0].start
        sent = names[-1] if len(names) > 1 and (self._is_town_apart(names[-2], names[-1]) or is_house(names[-1].words)) else None
        if sent is not None and 1 < sum(len(token.words) for token in names[:-1]) <= LONGEST_NAME:
            # １番　滝　俊輔　　白根市: whose assembly sent him.
            person = self._person(start, sent.end, state, name=(names[0].start, names[-2].end), title=title)
            person.organization = clean(self.text[sent.start : sent.end])
            self.found.append(person)
        elif names and not _VACANT.fullmatch(names[0].words):
            # A seat is one person's, however wide the gaps in the name.
            narrow = len(squeeze(cut_notes(self._words(names[0].start, names[-1].end))[0])) <= LONGEST_NAME
            if narrow:
                self.found.append(self._person(start, names[-1].end, state, name=(names[0].start, names[-1].end), title=title))
            else:
                self._names(names[0].start, names[-1].end, state, title, first=start)

    def _names(self, start: int, end: int, state: State, title: str | None, first: int | None = None, *, printed: bool = False) -> None:
        """Names without titles: one person, or columns of several."""
        parts = [*_noted_parts(self.folded, start, end)]
        cells = [cell for part in parts for cell in by_honorifics(self.folded, *part) or columns(self.folded, *part) or [part]]
        for number, (at, stop) in enumerate(_with_notes(self.folded, cells)):
            opening = first if first is not None and number == 0 else at
            if _run_together(self._words(at, stop)):
                self.found.append(PersonDraft(opening, stop, group=state.group, presence=state.presence, rule="list"))
                continue
            self.found.append(self._person(opening, stop, state, name=(at, stop), title=title, printed_title=printed))


_TOWN = regex(r"[一-龥ぁ-んァ-ヴー]{2,8}[都道府県市区町村]")
_MARK_OF_PRESENCE = regex("[○●△▲×]")
_UNTOLD = regex("[○●△▲]")
"""Marks of which only a note tells whether somebody came."""
_CAME = regex(r"(?:途中)?[出欠]席|[出欠]|遅刻|早退|[○×]")
"""What stands behind each name of a row that tells who came."""


def _run_together(words: str) -> bool:
    """Whether spelt names stand side by side that no width and no list could part: 井 田 佐登司 荒 木 友 貴 土 遠 孝 昌."""
    printed = cut_notes(words)[0].split()
    return len(printed) >= _SPELT and sum(map(len, printed)) >= _LONG_NAME and max(map(len, printed)) < _SPELT


_SPELT, _LONG_NAME = 6, 7
