"""Rows of a list that hold people by turns with their titles or seats: 委員長 東 一郎 委員 西 次郎, １番 東 一郎."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise, takewhile

from attrs import define, evolve

from minutes_model.era.numerals import numeral
from minutes_model.grammar.draft import Slice
from minutes_model.grammar.list_people import PersonDraft, Persons, State
from minutes_model.grammar.list_rows import Token, by_honorifics, columns
from minutes_model.grammar.list_words import DITTO, cut_notes, is_house, is_institution, is_of_bare_rank
from minutes_model.model.enums import Presence, Role
from minutes_model.patterns import regex
from minutes_model.people.designation import split_designation
from minutes_model.people.plain import plain_designation
from minutes_model.people.plausible import title_suffix
from minutes_model.people.roles import role_of_title
from minutes_model.people.words import word_list
from minutes_model.text import clean, squeeze

__all__ = ["CAME", "COUNTED", "GOVERNMENT", "LONGEST_NAME", "MARKS", "OFFICE", "ROW", "SMALL_TOWN", "TOWN", "Seats", "seat_number"]

ROW = 2
"""How many people make a row."""
LONGEST_NAME = 7
OFFICE = regex(r"[^\s()◎○●]{2,}(?:[部課室局係署]|分野|センター|協議会|委員会|協会|連合会?|組合|会議所|法人|会社|病院|銀行|機構|大学|学校|研究所|市民|住民|町民|村民|県民|保護者)")
_PART_OF_BODY = regex(r"[^\s()◎○●]{2,}[都道府県市区町村省庁府][^\s()]{1,10}(?:[部課室局署所]|センター)|[^\s()◎○●]{2,}(?:管理署|事務所|管理局|保安署|保安部|管区|警察署|消防署|税務署|労働基準監督署)")
"""津々良県土木部　大貫砂防課長: a part of a government in a cell before a name and its title."""
GOVERNMENT = regex(r"内閣(?:官房|府)|[^\s()]{2,8}[省庁府]|[^\s()]{2,10}[都道府県市町村]")
"""What stands before the bureaus and divisions of a government, each in a cell of its own."""
_BUREAU = regex(r"[^\s()]{2,10}(?:労働局|整備局|運輸局|農政局|経済産業局|厚生局|財務局|法務局|国税局|振興局|総合支庁|支庁|大学|病院)")
"""雄物沢労働局, before a division of its own."""
_HOUSE = regex(r"^(?!\().*(?:大学|法人|事務所|株式会社|機構|協会|研究所|銀行|連合会|弁護士|会計士|新聞社|学院|病院)")
MARKS = "※＊*☆★◎○●△▲"
_OFFICERS = frozenset(("書記", "幹事", "事務局", "説明員", "書記長"))
"""Whom a post of his own may stand behind in a row."""
_SHORTEST_BODY = 3
_FOREIGN = regex(r"[ァ-ヴー・A-Za-z]+")
_LONGEST_TOWN = 4
_SHORTEST_OFFICE = 3
SMALL_TOWN = regex(r"[一-龥ぁ-ん]{1,3}[市町村]")
"""白岬町, before a full name and its title."""
COUNTED = regex(r"\((?:\d+|[一二三四五六七八九十]+) ?[名人]\)$")
"""農業委員（５名）: the head of a column, no person."""
_BEHIND_NOTE, _BEHIND_EACH_NOTE = regex(r"\) {2,}(?=[^ (])"), regex(r"\) +(?=[^ (])")
_EACH_NOTED = regex(r"(?:[^\s()]{1,5} *[^\s()]{1,5} *\([^()]{1,20}\) +)+[^\s()]{1,5} *[^\s()]{1,5} *\([^()]{1,20}\) *")
"""高森 省吾（識見）　能見 崇（識見）　水越 泰子（議選）: whose every name has its bracket."""
_GLUED_RANK = regex(r"(?:議員|委員|副?議長|副?委員長|副?会長)$")
"""国分　忠　道議員: the title glued to the last character of a spaced name."""
_VACANT = regex(r"[-―—ー]+|\(?(?:欠員|空席)\)?")
_SURE = 0.8
_HOUSED_TITLE = regex(r"(?P<house>.{2,20}(?:大学(?:院|校)?|高等専門学校|病院|研究所|研究機構|法律事務所))(?P<title>.{2,8})")
TOWN = regex(r"[一-龥ぁ-んァ-ヴー]{2,8}[都道府県市区町村]")
CAME = regex(r"(?:途中)?[出欠]席|[出欠]|遅刻|早退|[○×]")
"""What stands behind each name of a row that tells who came."""
_SPELT, _LONG_NAME = 6, 7


def _is_office(words: str, title: str) -> bool:
    """Whether words before the title of an official are an office and nobody's surname: 総務課 課長; not 渡部, not 波多野室 before 委員."""
    if len(words) < _SHORTEST_OFFICE or words[-1] not in "課局室係部" or OFFICE.fullmatch(words) is None or words in word_list("surnames"):
        return False
    return role_of_title(title) is Role.OFFICIAL and (words[-1] in "課局係" or words[:-1] in word_list("nouns"))


@define(eq=False, repr=False)
class Seats(Persons):
    """The rows whose titles or seats part the people."""

    def _housed(self, start: int, tokens: list[Token], state: State) -> PersonDraft | None:
        """内閣調整府　十東参事官: a body in a cell of its own before a name and its title, 白岬町　谷地　幸恵　健康福祉課長 too."""
        names = tokens[1:-1]
        if len(names) == ROW and tokens[-1].kind == "T" and SMALL_TOWN.fullmatch(tokens[0].words) and all(token.kind == "N" for token in names):
            town = self._person(start, tokens[-1].end, state, name=(names[0].start, names[1].end), title=tokens[-1].words, printed_title=True)
            town.organization = tokens[0].words
            return town
        if len(tokens) < 2 or tokens[0].kind != "N" or tokens[-1].kind != "E":
            return None
        house, last = tokens[0], tokens[-1]
        if house.words in word_list("surnames"):
            # 三田村　悟委員: no village.
            return None
        office = len(tokens) == ROW and OFFICE.fullmatch(house.words) is not None and is_of_bare_rank(last.words)
        # 白岬町　谷総務課長補佐
        own = plain_designation(last.words) if len(tokens) == ROW and SMALL_TOWN.fullmatch(house.words) else None
        small = own is not None and (own.family or "") in word_list("surnames")
        if not small and (len(house.words) < _SHORTEST_BODY or not (is_institution(house.words) or is_house(house.words) or _PART_OF_BODY.fullmatch(house.words) or office)):
            return None
        offices = len(tokens) > ROW and GOVERNMENT.fullmatch(house.words) and all(token.kind == "N" and OFFICE.fullmatch(token.words) for token in names)
        person = self._designated(last.start if offices else tokens[1].start, last.end, evolve(state, organization=None))
        if offices and person.organization is None:
            # 国土管理省　道路管理局　真名井次長
            person.start, person.organization = house.start, squeeze(self.text[house.start : names[-1].end])
            return person
        printed = clean(self.text[house.start : house.end])
        of_houses = GOVERNMENT.fullmatch(house.words) or _BUREAU.fullmatch(house.words)
        within = person.organization if person.organization and of_houses and not person.organization.startswith(printed) else ""
        person.start, person.organization = house.start, f"{printed}{within}" if within else person.organization or printed
        return person

    def _is_town_apart(self, name: Token, house: Token) -> bool:
        """Whether a town stands wide apart from a name: 神門　豊　　　綾杉市."""
        town = TOWN.fullmatch(house.words) or GOVERNMENT.fullmatch(house.words)
        return town is not None and house.start - name.end > 1 and house.words not in word_list("surnames")

    def _single(self, token: Token, start: int, end: int, state: State) -> None:
        if token.kind == "S":
            state.column, state.seated = (None, False) if state.seated else (state.column, False)
            return
        self.found.append(self._designated(start, end, state))

    def _title_first(self, tokens: list[Token], state: State) -> None:
        """会長 佐原 紀雄, 委員 牧山 …: a title, then the name or names under it."""
        if len(tokens) > ROW and tokens[0].words in _OFFICERS and [t.kind for t in tokens[1:3]] == ["T", "N"]:
            # 書　記　　教育総務課総務係長　　猪狩 遥: what he is here, and the post he holds.
            state.group = tokens[0].words
            state.presence = Presence.PRESENT if state.of_members else state.presence
            tokens = tokens[1:]
        for title, run in _by_title(tokens):
            self._titled_run(title, run, state)
        if not state.seated and state.column is not None and role_of_title(state.column) in (Role.CHAIR, Role.DEPUTY_CHAIR):
            # 委員長 A 副委員長 B, and on the line below members whose title no word tells.
            state.column = None

    def _titled_run(self, title: Token, run: list[Token], state: State) -> None:
        """A title and what stands behind it up to the next: names, seats, people of their own titles, or nothing."""
        if title.words != DITTO:
            state.column = title.words
        elif state.column is None and self.found:
            # 本日の欠席委員 / 同　六車晃: what the list above said last.
            state.column = self.found[-1].title
        noted = run[0] if run and run[0].words.startswith("(") and run[0].words.endswith(")") and len(run) > 1 else None
        run, elsewhere = _without_house(run[1:] if noted else run)
        alone = role_of_title(title.words) is Role.CHAIR
        if not run:
            if COUNTED.search(self._words(title.start, title.end)) is None:
                self.found.append(self._person(title.start, title.end, state, name=None, title=title.words))
        elif run[0].kind == "E":
            above = self.found[-1].organization if title.words == DITTO and self.found else None
            people = [self._designated(t.start, t.end, state) for t in run]
            for person in people:
                person.organization = person.organization or above
            self.found.extend(people)
        elif any(t.kind == "S" for t in run):
            self._seats(run, state, first=title.start, alone=alone)
            if alone:
                # 会 長 1番, whose name is on the next line
                state.column = title.words if all(t.kind == "S" for t in run) else None
                state.seated = state.column is not None
        else:
            first = len(self.found)
            self._names(run[0].start, run[-1].end, state, state.column, first=title.start, printed=True)
            self._noted(self.found[first], cut_notes(self._words(title.start, title.end))[1], printed=True)
            if elsewhere and self.found[first].note is None:
                self.found[first].note = clean(self.text[elsewhere[0].start : elsewhere[-1].end])
            if noted is not None:
                self.found[first].note = noted.words.strip("()")

    def _title_last(self, tokens: list[Token], state: State) -> None:
        """井深 誠 委員 大給 健一 委員: each title closes a person."""
        run: list[Token] = []
        for token in tokens:
            run.append(token)
            if token.kind in "TE":
                self._closed(run, state)
                run = []
        if run and run[-1].end == tokens[-1].end and len(run) < len(tokens) and self._takes_house(run):
            return
        if run:
            self._seats(run, state)

    def _takes_house(self, run: list[Token]) -> bool:
        """Whether what stands behind the title of the one before is his house, and nobody more: 森　茂樹　　委員　　早瀬大学."""
        words = "".join(token.words for token in run)
        known = is_institution(words) or is_house(words)
        if not known or any(token.kind != "N" for token in run) or words in word_list("surnames") or not self.found or self.found[-1].organization:
            return False
        self.found[-1].organization = clean(self.text[run[0].start : run[-1].end])
        self.found[-1].end = run[-1].end
        return True

    def _closed(self, run: list[Token], state: State) -> None:
        names = [t for t in run[:-1] if t.kind == "N"]
        marked = next((at for at, token in enumerate(names) if len(token.words) > 1 and token.words[-1] in MARKS), len(names)) + 1
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
        elif len(names) > 1 and (is_house(names[-1].words) or GOVERNMENT.fullmatch(names[-1].words) or self._stands_apart(names)) and (sum(len(t.words) for t in names[:-1]) <= LONGEST_NAME or _FOREIGN.fullmatch(names[0].words)):
            # 阿久根　洋子　　東海学院大学　教授: where he works, and as what.
            person = self._person(run[0].start, last.end, state, name=(names[0].start, names[-2].end), title=last.words)
            person.organization = clean(self.text[names[-1].start : names[-1].end])
            self.found.append(person)
        elif len(names) == 1 and last.kind == "T" and _is_office(names[0].words, last.words):
            # 総務課　課長, whose name is not printed
            person = self._person(run[0].start, last.end, state, name=None, title=last.words)
            person.organization = names[0].words
            self.found.append(person)
        elif len(names) > 1 and self._is_housed_before(names):
            # 空域管制庁　安全部　安全政策課　真籠　亮　課長補佐
            houses = 1 + sum(1 for _ in takewhile(lambda token: OFFICE.fullmatch(token.words) and token.words not in word_list("surnames"), names[1:-1]))
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
        return len(names) == ROW and house not in word_list("surnames") and OFFICE.fullmatch(house) is not None and name in word_list("surnames")

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
        if len(run) > 1 and CAME.fullmatch(run[-1].words):
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


def seat_number(words: str) -> int | None:
    found = re.search(r"(\d+|[①-⑳]|[一二三四五六七八九十百]+) ?番", words)
    if found is None:
        return None
    return ord(found[1]) - ord("①") + 1 if "①" <= found[1] <= "⑳" else numeral(found[1])


def _by_title(tokens: list[Token]) -> Iterator[tuple[Token, list[Token]]]:
    """Each title of a row and what stands behind it, a house at the row's end told by a title of its own with it.

    委員長　森 茂樹　早瀬大学副学長: what he is elsewhere, and nobody more.
    """
    starts = [at for at, token in enumerate(tokens) if not at or token.kind == "T"]
    if len(starts) > 1 and starts[-1] == len(tokens) - 1 and starts[-1] - starts[-2] > 1 and _HOUSE.match(tokens[-1].words) is not None:
        starts.pop()
        tokens = [*tokens[:-1], evolve(tokens[-1], kind="N")]
    for at, below in pairwise([*starts, len(tokens)]):
        yield tokens[at], tokens[at + 1 : below]


def _without_house(run: list[Token]) -> tuple[list[Token], list[Token]]:
    """A name's cells, and those behind them that say where else he works: 真壁 学　沖田法律事務所 弁護士."""
    cut = next((at for at in range(1, len(run)) if run[at].kind in "NE" and _HOUSE.search(cut_notes(run[at].words)[0])), len(run))
    named = all(token.kind == "N" for token in run[:cut]) and sum(len(token.words) for token in run[:cut]) <= LONGEST_NAME
    return (run[:cut], run[cut:]) if named and cut > 0 else (run, [])


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


def _run_together(words: str) -> bool:
    """Whether spelt names stand side by side that no width and no list could part: 井 田 佐登司 荒 木 友 貴 土 遠 孝 昌."""
    printed = cut_notes(words)[0].split()
    return len(printed) >= _SPELT and sum(map(len, printed)) >= _LONG_NAME and max(map(len, printed)) < _SPELT
