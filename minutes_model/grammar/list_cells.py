"""The cells of a row of a list: titles before or behind names, seats, houses in cells of their own, names in columns."""

from __future__ import annotations

import re

from attrs import define, evolve, field

from minutes_model.grammar.draft import Slice
from minutes_model.grammar.list_people import PersonDraft, State, share_organization
from minutes_model.grammar.list_rows import Token, titles_first, tokenize
from minutes_model.grammar.list_seats import (
    CAME,
    COUNTED,
    GOVERNMENT,
    LONGEST_NAME,
    MARKS,
    OFFICE,
    ROW,
    SMALL_TOWN,
    TOWN,
    Seats,
)
from minutes_model.grammar.list_words import (
    DITTO,
    PLAIN_TITLES,
    REMOTE,
    cut_notes,
    ends_in_title,
    is_house,
    is_institution,
)
from minutes_model.model.enums import Role
from minutes_model.patterns import regex
from minutes_model.people.designation import split_designation
from minutes_model.people.families import possible_families
from minutes_model.people.roles import role_of_title
from minutes_model.people.words import word_list
from minutes_model.text import clean, squeeze

__all__ = ["LONGEST_ENTRY", "Cells"]

_BODY = regex(r"[^\s()◎○●]{2,}(?:会|本部|クラブ|[都道府県市区町村省庁]|PTA|社|院)")
"""What a body ends in where a title and a name follow in cells of their own: みなと野市医師会　会長　草刈 憲一."""
_LONE_MARKS = frozenset("※*☆★")
_LONGEST_GIVEN = 4
LONGEST_ENTRY = 160
"""No office, name and title together are as long."""
_SAME_HOUSE = frozenset(("同", "〃", "同上"))
_DISTRICT = regex(r"[東西南北中]部|中央(?:部|地区)?|[東西南北][一-龥]?地区|[一-龥]{2,3}地区")
_NOTED_LAST = regex(r"(?<=\S)(?: {1,}[(\[]| *[【<〈《])(?P<note>座長|副座長|会長|委員長|主査|オンライン(?:参加|出席)?|Web(?:参加|出席)?|WEB(?:参加|出席)?|リモート(?:参加)?|途中(?:から|まで|出席|退席|参加|退室)|御?欠席|代理(?:出席)?|\d{1,2}時(?:\d{1,2}分)?(?:から|まで)(?:出席)?)[)】\]>〉》] *$")
_POSTED = 3
_LONG_HOUSE = 6
_POST_OF_HOUSE = regex(
    r"(?P<house>(?:株式|有限|合同)会社.{2,10}?|"
    r".{2,}?(?:大学院?|短大|会社|法人|協会|連合会|連盟|機構|研究所|事務所|新聞社|放送|銀行|組合|病院|学校|学園|センター|財団|会議所|支部|支店|本部|会)(?:[^、]*(?:研究科|学部|学科|学系|研究院|[課部局室店所署])(?!長))?)"
    r"(?P<title>(?=..)(?:前|元|代表|常務|専務|名誉|特任|客員|准|副|主任|上席|首席|執行|研究)*(?:取締役|理事|社|会|頭|所|院|室|部|局|課|支店|館|園|校|学|総|機構|センター|事務局|ブロック)*"
    r"(?:長|教授|講師|助教|理事|取締役[^、]{0,14}|役員|委員|研究員|弁護士|代表|顧問|主幹|参与|部員|会頭|監事|事務局長|職員))"
)
"""潮見女子大学社会学部教授, 株式会社白帆代表取締役会長（兼）執行役員: a house and the post held there."""


def _is_full_name(family: Token, given: Token) -> bool:
    """Whether two cells are a listed surname and a given name."""
    parts = (family.words, given.words)
    if family.kind != "N" or given.kind != "N" or parts[0] not in word_list("surnames"):
        return False
    return len(parts[1]) <= _LONGEST_GIVEN and not is_house(parts[1]) and not is_institution(parts[1])


def _with_districts(tokens: list[Token]) -> list[Token]:
    """東部　小俣秀樹　　西部　道祖瑠美: for which part each is chosen is told as a seat is; one alone may be a surname."""
    districts = {token.words for token in tokens if _DISTRICT.fullmatch(token.words)}
    if len(districts) < ROW or tokens[0].words not in districts:
        return tokens
    return [evolve(token, kind="S") if token.words in districts else token for token in tokens]


def _is_house_cell(words: str) -> bool:
    """Whether a cell behind a name tells where somebody is from, and names nobody: 波止町自治会, 株式会社みどり."""
    if is_house(words):
        return words not in word_list("surnames")
    body = _BODY.fullmatch(words) or OFFICE.fullmatch(words)
    return body is not None and len(words) > _LONGEST_GIVEN and not possible_families(words)


_BEFORE_SURNAMES = ("委員長", "副委員長", "会長", "副会長", "議長", "副議長", "座長", "副座長", "部会長", "副部会長", "理事", "委員", "議員", "監事")
"""Titles that lists print right before a surname."""


def _is_titled_family(words: str) -> bool:
    """Whether a title and a surname stand in one cell: 副委員長中村."""
    return any(words.startswith(title) and words[len(title) :] in word_list("surnames") for title in _BEFORE_SURNAMES)


def _without_head(tokens: list[Token]) -> list[Token]:
    """A row without the head before its first entry: 委員 委員 田邊 茂, 委員 会長 御厨 渉; 委　員　　榊原　泰三　　　委員長."""
    if len(tokens) > 2 and tokens[0].kind == tokens[1].kind == "T" and (tokens[0].words == tokens[1].words or (tokens[0].words in _OF_ROWS and tokens[1].words in PLAIN_TITLES and tokens[2].kind == "N")):
        return tokens[1:]
    if len(tokens) > ROW and tokens[0].words in _OF_ROWS and tokens[0].kind == tokens[-1].kind == "T" and tokens[-1].words in PLAIN_TITLES and all(token.kind == "N" for token in tokens[1:-1]):
        return tokens[1:]
    return tokens


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
            if _KIND.fullmatch(words) and (not behind or CAME.fullmatch(behind) or REMOTE.fullmatch(behind)):
                return first, last
    return None


_SPELT_KIND = 4
_KIND = regex(r"[一-龥・]{2,10}(?:関係者|関係団体|代表者?|経験者?|有識者)|学識経験(?:者|を有する者)|公募(?:委員|市民|[区町村県]民)?|[市町村区県]民(?:代表|公募)?|識見(?:者|を有する者)|有識者|行政(?:機関)?")
"""学校教育関係者, 公　募: for whom a member sits."""
_OF_ROWS = frozenset(("委員", "議員", "評議員", "構成員", "役員", "理事"))
"""What heads the rows of all members, whose titles stand behind it."""


@define(eq=False, repr=False)
class Cells(Seats):
    """Reads the cells of a row; ``read`` are those of the places looked at so far."""

    read: dict[Slice, tuple[Token, ...]] = field(factory=dict)

    def _posted(self, start: int, tokens: list[Token], state: State, *, last: bool = False) -> PersonDraft | None:
        """鹿島 純 潮見女子大学社会学部教授: a full name, and behind it a post told with its house; the other way round where the name comes ``last``."""
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
        if _is_titled_family(tokens[0].words):
            # 委員長野村　有人君: no village.
            return None
        houses = self._houses_before(tokens)
        if houses > 1:
            person = self._affiliated(tokens[houses - 1].start, end, tokens[houses - 1 :], state)
            if person is not None:
                person.start, person.organization = tokens[0].start, squeeze(self.text[tokens[0].start : tokens[houses - 1].end])
            return person
        titled = tokens[1].kind in "TE" and len(tokens) > 2
        long = titled and len(tokens[0].words) > LONGEST_NAME and not possible_families(tokens[0].words)
        if not (long or (titled and self._is_beside_houses(tokens, state)) or OFFICE.fullmatch(tokens[0].words) or is_house(tokens[0].words) or (titled and (_BODY.fullmatch(tokens[0].words) or SMALL_TOWN.fullmatch(tokens[0].words)) and not possible_families(tokens[0].words))):
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

    def _sent_by_house(self, end: int, tokens: list[Token], state: State) -> PersonDraft | None:
        """委員　　中州県企業局　　工業用水課長　　八月朔日　稔: what somebody is here, the house, and the post there, beside the name."""
        rank, *beside = tokens
        if rank.words in PLAIN_TITLES and len(beside) == _POSTED and self._is_before_name(beside):
            # 会　長　　北峰大学大学院　　　蓬田　弘樹
            named = self._person(rank.start, end, state, name=(beside[1].start, beside[2].end), title=rank.words, printed_title=True)
            named.organization = clean(self.text[beside[0].start : beside[0].end])
            return named
        if rank.words not in PLAIN_TITLES or len(beside) <= ROW or beside[0].kind != "N" or beside[1].kind != "T" or beside[1].words in (rank.words, *_OF_ROWS):
            return None
        person = self._affiliated(beside[0].start, end, beside, state)
        if person is not None:
            person.start, person.note = rank.start, rank.words
        return person

    @staticmethod
    def _is_before_name(cells: list[Token]) -> bool:
        """Whether a cell stands wide apart from a full name behind it, and can be neither a name nor a kind of members."""
        house, family, given = cells
        apart = family.start - house.end > given.start - family.end and family.start - house.end >= ROW
        plain = all(cell.kind == "N" for cell in cells) and len(house.words) > ROW and house.words not in word_list("surnames") and _KIND.fullmatch(house.words) is None
        return apart and plain and not possible_families(house.words) and _is_full_name(family, given)

    def _is_beside_houses(self, tokens: list[Token], state: State) -> bool:
        """Whether a cell wide apart from a title stands below houses told so: 伊佐布信用金庫　　　業務課長　　寺　門　　優."""
        last = self.found[-1] if self.found else None
        wide = tokens[1].start - tokens[0].end > 1
        return wide and last is not None and last.posted and last.housed and last.organization is not None and last.group == state.group

    def _houses_before(self, tokens: list[Token]) -> int:
        """How many cells name an institution and its offices before a title and a name: 水産食料省　漁政局　資源管理課長　田能村　徹."""
        houses = 0
        while houses < len(tokens) and tokens[houses].kind == "N" and (GOVERNMENT.fullmatch(tokens[houses].words) or OFFICE.fullmatch(tokens[houses].words)):
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
        if self._ends_title_above(start, end):
            return
        noted = _NOTED_LAST.search(self.folded, start, end)
        if noted is not None:
            self._noted_row(start, noted, state)
            return
        tokens = titles_first(self._tokens(start, end))
        if self._with_bracket_apart(start, tokens, state):
            return
        if len(tokens) > 1 and not tokens[-1].words.strip(MARKS):
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
        if mark is None and len(tokens) > ROW + 1 and not tokens[0].words.strip(MARKS) and {token.kind for token in tokens[1:]} == {"N"}:
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

    def _with_bracket_apart(self, start: int, tokens: list[Token], state: State) -> bool:
        """Whether a row is a name, a title and, apart, a bracket that tells of him: 森 茂樹　　委員長　　（潮見大学　教授）."""
        opens = next((at for at, token in enumerate(tokens) if token.words[0] == "("), 0)
        if opens < ROW or tokens[-1].words[-1] != ")" or tokens[opens - 1].kind != "T" or any(token.kind != "N" for token in tokens[: opens - 1]):
            return False
        title, bracket = tokens[opens - 1], (tokens[opens].start, tokens[-1].end)
        inner = self._words(bracket[0] + 1, bracket[1] - 1)
        if "(" in inner or ")" in inner:
            return False
        person = self._person(start, bracket[1], state, name=(tokens[0].start, tokens[opens - 2].end), title=title.words, printed_title=True)
        self.found.append(self._noted(person, [clean(inner)], printed=True, behind_title=True))
        return True

    def _ends_title_above(self, start: int, end: int) -> bool:
        """Whether a line is the second post of the one above it: 会計管理者兼　　佐野 花子 / 会　計　課　長."""
        last = self.found[-1] if self.found else None
        words = squeeze(self._words(start, end))
        if last is None or last.title is None or not last.title.endswith("兼") or not ends_in_title(words) or split_designation(words).name is not None:
            return False
        last.title += words
        last.end = end
        return True

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
        tokens = _without_head(tokens)
        above = self._house_above(tokens)
        if above is not None:
            tokens, state = tokens[1:], evolve(state, organization=above)
        tokens = _with_districts(tokens)
        titles = [t for t in tokens if t.kind == "T"]
        if not tokens:
            return
        if len(tokens) == 1 and tokens[0].kind != "N":
            self._single(tokens[0], start, end, state)
        elif (person := self._one_of_row(start, end, tokens, state)) is not None:
            self.found.append(person)
        else:
            self._several_of_row(start, end, tokens, titles, state)

    def _several_of_row(self, start: int, end: int, tokens: list[Token], titles: list[Token], state: State) -> None:
        """The people of a row that its titles, seats and names part."""
        if all(t.kind in "TE" for t in tokens) and len(tokens) > 1 and not any(t.words in PLAIN_TITLES for t in tokens):
            people = [self._designated(token.start, token.end, state) for token in tokens if not COUNTED.search(token.words)]
            self._by_the_others(people)
            self.found.extend(people)
        elif tokens[0].kind == "S":
            self._seats(tokens, state)
        elif titles and tokens[0].kind == "T":
            self._title_first(tokens, state)
        elif len(titles) > 1 and tokens[1].kind == "T" and OFFICE.fullmatch(tokens[0].words) and not possible_families(tokens[0].words):
            # 環境政策課　　課　長　松本　多恵　　　主　幹　樋　　　翔太: an office before its titles and names.
            self._title_first(tokens[1:], evolve(state, organization=tokens[0].words))
        elif len(tokens) == ROW and titles and (TOWN.fullmatch(tokens[0].words) or GOVERNMENT.fullmatch(tokens[0].words)) and tokens[0].words not in word_list("surnames"):
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

    def _one_of_row(self, start: int, end: int, tokens: list[Token], state: State) -> PersonDraft | None:
        """The one person whose row tells where he works or who sent him; None where it tells nothing of that, or of several."""
        if (all(t.kind in "TE" for t in tokens) and not any(t.words in PLAIN_TITLES for t in tokens)) or tokens[0].kind == "S":
            return None
        # 新妻 佐和子 株式会社マリンリサーチ 代表取締役, whose title the row above tells.
        below = self._before_house(tokens, state) if tokens[0].kind == "N" else None
        person = below or self._posted(start, tokens, state) or self._affiliated(start, end, tokens, state) or self._posted(start, tokens, state, last=True) or self._before_house(tokens, state)
        if person is not None:
            return person
        if len(tokens) > ROW and tokens[0].kind == "T" and (at_house := self._housed(tokens[1].start, tokens[1:], state)) is not None:
            # 病院長　　中央病院　　久我院長: what those of the rows are, above all of them
            state.column = None
            return at_house
        return self._sent_by_house(end, tokens, state)

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
        if len(name) != ROW or house.kind != "N" or not (_is_house_cell(core) or self._is_town_apart(name[-1], evolve(house, words=core))):
            return None
        given = evolve(name[1], words=name[1].words.rstrip(MARKS) or name[1].words)
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
        came = last.kind == "N" and (CAME.fullmatch(last.words) or _MARK_OF_PRESENCE.fullmatch(last.words) or REMOTE.fullmatch(last.words)) is not None
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


_MARK_OF_PRESENCE = regex("[○●△▲×]")
_UNTOLD = regex("[○●△▲]")
"""Marks of which only a note tells whether somebody came."""
