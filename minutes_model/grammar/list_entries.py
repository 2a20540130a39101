"""The entries of one line of a list: comma lists with shared titles, rows of titles, seats and names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from attrs import define, evolve

from minutes_model.grammar.draft import Slice
from minutes_model.grammar.list_cells import LONGEST_ENTRY, Cells
from minutes_model.grammar.list_people import PersonDraft, State, share_organization
from minutes_model.grammar.list_rows import (
    Token,
    is_title_before_name,
)
from minutes_model.grammar.list_seats import LONGEST_NAME, ROW, seat_number
from minutes_model.grammar.list_words import (
    DITTO,
    PLAIN_TITLES,
    cut_notes,
    ends_in_title,
    is_crowd,
    is_house,
    is_institution,
    outside,
)
from minutes_model.model.enums import Role
from minutes_model.patterns import regex
from minutes_model.people.designation import Designation, split_designation
from minutes_model.people.entries import split_run
from minutes_model.people.families import family_of, possible_families
from minutes_model.people.roles import role_of_title
from minutes_model.people.words import word_list
from minutes_model.text import clean, squeeze

__all__ = ["Entries"]

_OF_ALL = "(?:各|両(?=[ ]*(?:委員|議員|構成員|評議員|理事|監事|幹事)))"
_EACH = regex(rf"[ ]*の?[ ]*{_OF_ALL}[ ]*(?P<title>[^\s、()各両]{{2,12}})$")
_SO_FAR = regex(r" ?\(以上、? ?(?!敬称|順不同|五十音)(?P<title>[^()、\d]{2,10})\)(?=$|、)")
"""田村朋子、白井智明（以上 理事）: the title of those named so far."""
_EACH_ANYWHERE = regex(rf"[^、 ][ ]*の?[ ]*{_OF_ALL}[ ]*[^\s、()各両]{{2,12}}(?=$|[、 ])|[各両](?:委員|議員|理事|構成員|評議員)(?=[一-龥ァ-ヴ])")
_COMMA = regex(r"[、,，]|(?<=[員長官者授事氏])(?:及び|並びに)(?=[^、]+[員長官者授事氏]|[^、]+$)")
_DOT = regex(" ?・ ?")
_SURNAME = regex("[一-龥々ヶノ]{1,4}")
_MEMBERS_LAST = regex("(?<!各)(?:委員|議員|構成員|評議員|理事|監事)$")
_DOTS = regex(r" ?[・/] ?|及び|並びに")
_COMMA_OR_AND = regex(r"[、,，]|及び|並びに|(?:(?<=[各両]委員)|(?<=[各両]議員)|(?<=[各両]理事)|(?<=各構成員)|(?<=各評議員))(?=[一-龥ァ-ヴ])")
"""What parts entries; behind 各委員 the line may end: ルッツ各委員 / 葛原保安部長."""
_REMARK_BEHIND = regex(r"(?<=\S) *※ *(?P<note>[^※、()]{0,20}(?:出席|欠席|参加|退席|早退|遅参|オンライン|会議|のみ)[^※、()]{0,8})$")
"""七海孝　※欠席, 猪狩朋美　※ウェブ会議による出席: how somebody came, behind the name."""
_STATUS_BEHIND = regex(r"(?<=\S)(?:  +(?=[○×△欠出代]$)| +|(?<=\))(?=代理$))(?P<status>(?<=  )[○×△欠出代]|欠席|出席|代理出席|代理|途中退席|途中出席|遅参|早退|オンライン|ウェブ)(?P<aside> ?\([^()]{2,20}\))?$")
"""神　崎　登　　欠: whether somebody came, in the last column."""
_STATUS_LAST = frozenset("○×△欠出代席理参退ンブ)")
_GLUED_TITLE = regex(r"(?P<title>副?会長|副?委員長|委員|議員|評議員|構成員|理事|監事)(?P<name>[^\s()、]{1,4} +[^\s()、]{1,4})")
_DEPUTY_BEHIND = regex(r"(?<=\)) *(?P<note>代理(?:出席)?(?:者|人)?[ :]+[^\s、()]{1,6}(?: ?[^\s、()]{1,6})?)$")
"""（豊野警察署長）　代理　小椋: who came in his place."""
_TITLED = regex(r"([^\s、:()]{2,12}) ?: ?(?=\S)")
_TITLE_DOT = regex(r"(?P<title>[^\s、:()・]{2,16})・(?=[^\s、・]{2}|[^\s、・] +[^\s、・])")
_HOUSE_AND_DOT = regex(r"(?P<house>[^\s・、():]{3,14}(?:委員会|[課室局部署所院校館園]|センター|大学|協会)) +(?=[^\s・、()]{2,14}・[^\s・、()])")
"""市教育委員会　学校教育課指導主事・満　　由紀: a house before a title and a dot."""
_NAMES_BEHIND = regex(r"\((?P<names>[^()\d]{2,40})\)$")
_AND = regex("及び|並びに")
_HOUSE_IN_BRACKETS = regex(r"\((?P<house>[^()、]{2,20})\) *")
_STATUS = regex("欠 ?席|途中退席|途中出席|遅参|早退|オンライン(?:参加|出席)?|ウェブ(?:参加|出席)?|リモート")
_CHAIRING = frozenset(("議長", "座長", "司会", "進行"))
_SIDES = frozenset(("事務局", "オブザーバー", "説明員", "傍聴者"))
_SPACED_NAME = regex(r"[一-龥々ぁ-んァ-ヴー]{1,4} [一-龥々ぁ-んァ-ヴー]{1,4} ")


def _shared(words: str) -> bool:
    """Whether words can hold a title told once for several, which few do: 北島、木村各委員; 伊集院、榊原両委員."""
    return "各" in words or "両" in words


def _told_last(words: str) -> re.Match[str] | None:
    """The title told for all so far behind the last of them; a house is none: 谷船員課長（以上、海上輸送局）."""
    so_far = _SO_FAR.search(words)
    return _EACH.search(words) or (so_far if so_far is not None and not is_institution(so_far["title"]) else None)


def _dotted(words: str) -> re.Match[str] | None:
    """The title before a dot, behind which its bearer's name stands: 会長・道佛康弘; none in 庶務課長・会計課長, トーマス・レイ."""
    found = _TITLE_DOT.match(words) if "・" in words else None
    if found is None or not ends_in_title(found["title"]) or possible_families(found["title"]):
        return None
    name = squeeze(cut_notes(words[found.end() :])[0])
    return found if len(name) <= LONGEST_NAME and not ends_in_title(name) and (found["title"] in PLAIN_TITLES or possible_families(name)) else None


def _are_dotted(words: str) -> bool:
    """Whether dots part people whose titles stand behind their names: 宮内課長・大薮主査; they do not in 庶務課長・会計課長."""
    parts = [squeeze(cut_notes(part)[0]) for part in _DOTS.split(outside(words))]
    return all(ends_in_title(part) and part not in PLAIN_TITLES for part in parts) and all(split_designation(part).name for part in parts)


def _shared_title(words: str) -> str | None:
    """The title that surnames joined by dots share, printed behind the last: 北島・木村・安藤・小田委員."""
    *others, last = [squeeze(part) for part in words.split("・")]
    found = _MEMBERS_LAST.search(last)
    surnames = [*others, last[: found.start()]] if found is not None else []
    if found is None or not others or any(_SURNAME.fullmatch(name) is None for name in surnames):
        return None
    # Of many some may be rare.
    strange = sum(name not in word_list("surnames") for name in surnames)
    return found[0] if strange * 3 <= len(others) + 1 else None


def _are_names(*parts: str) -> bool:
    """Whether words that 及び joins are names without a title; one of them at least is known as one."""
    names = [squeeze(part) for part in parts]
    if any((len(name) == 1 and name not in word_list("surnames")) or not 0 < len(name) < LONGEST_NAME or ends_in_title(name) or is_institution(name) for name in names):
        return False
    return any(family_of(name) is not None or name in word_list("surnames") for name in names)


@define(eq=False, repr=False)
class Entries(Cells):
    """Reads the entries of a line, which follow the group and the column they stand in.

    ``open_comma`` tells that the line above ended in a comma.
    """

    open_comma: bool = False

    def _entries(self, start: int, end: int, state: State) -> None:
        words = self._words(start, end)
        remark = _REMARK_BEHIND.search(words) if "※" in words else _DEPUTY_BEHIND.search(words) if "代理" in words else None
        if remark is not None:
            known = len(self.found)
            self._entries(start, start + remark.start(), state)
            people = self.found[known:]
            if len(people) == 1:
                # Behind several it may be told of the last or of all.
                self._noted(people[0], [squeeze(remark["note"])])
            return
        status = _STATUS_BEHIND.search(words) if words[-1:] in _STATUS_LAST else None
        if status is not None and "、" not in words:
            known = len(self.found)
            self._entries(*self._trim(start, start + status.start()), state)
            for person in self.found[known:]:
                self._noted(person, [status["status"], *([status["aside"].strip(" ()")] if status["aside"] else [])], printed=True)
            return
        each = _EACH.search(words) if _shared(words) else None
        if each is not None and "、" not in words and "," not in words and len(words[: each.start()].split()) > 1:
            # 田子森　博　　馬目一成　各委員: columns of names that share a title, and those of the lines above.
            known = len(self.found)
            self._names(start, start + each.start(), state, squeeze(each["title"]))
            for person in self.found[:known]:
                if person.rule == "list" and not person.title and person.group == state.group:
                    person.title = squeeze(each["title"])
        elif ("・" in words or "/" in words) and not _COMMA.search(outside(words)) and (")・" in words or _are_dotted(words)):
            # 佐野善太（潮見大学）・藤田俊作（早瀬大学）, 根来渉会長・稲生春子副会長
            self._commas(start, end, state, dotted=True)
        elif "・" in words and (title := _shared_title(words)) is not None:
            # 北島・木村・安藤・小田委員
            self._commas(*self._trim(start, end - len(title)), evolve(state, title=title), dotted=True)
        elif _COMMA.search(outside(words)) or each is not None:
            several = words.count("・") > 1 or (each is not None and "・" in words and _are_names(*words[: each.start()].split("・")))
            self._commas(start, end, state, dotted=each is not None and "、" not in words and several)
        elif "・" in words and (housed := _HOUSE_AND_DOT.match(words)) is not None and _dotted(words[housed.end() :]) is not None:
            known = len(self.found)
            self._entries(start + housed.end(), end, state)
            for person in self.found[known:]:
                person.start, person.organization = start, clean(self.text[start : start + housed.end("house")])
        elif _dotted(words) is not None or (end - start <= LONGEST_ENTRY and self._is_housed_in_brackets(words)):
            self.found.extend(self._entry(start, end, state, shared=False, state_out=state))
        else:
            self._row(start, end, state)

    def _is_housed_in_brackets(self, words: str) -> bool:
        """Whether a bracket before a designation tells the house, or what he does here: （国土運輸省）番場課長補佐, （議長）鬼頭学長."""
        housed = _HOUSE_IN_BRACKETS.match(words)
        if housed is None:
            return False
        return (is_institution(housed["house"]) or squeeze(housed["house"]) in _CHAIRING) and ends_in_title(words[housed.end() :])

    def _commas(self, start: int, end: int, state: State, *, dotted: bool) -> None:
        """A comma list; 各委員 behind a name is the title of those before it that have none. In a ``dotted`` one ・ parts them."""
        waiting: list[PersonDraft] = []
        told = False
        words = self._words(start, end)
        shares = _shared(words) and _EACH_ANYWHERE.search(words) is not None
        shares = shares or _SO_FAR.search(words) is not None
        parts = self._parts(start, end, _DOTS if dotted else _COMMA_OR_AND if shares else _COMMA)
        for at, stop in (person for part in parts for both in self._both(*part) for person in self._dotted_part(*both)):
            if is_crowd(squeeze(self._words(at, stop))):
                continue
            each = _told_last(self._words(at, stop)) if shares else None
            inner = stop if each is None else at + each.start()
            people = self._entry(at, inner, evolve(state, title=None) if shares else state, shared=each is not None, state_out=state)
            waiting += people
            if each is not None:
                shared = squeeze(each["title"])
                for person in waiting:
                    person.title = person.title or shared
                if not told:
                    self._told_above(shared)
                told = True
                self.found.extend(waiting)
                waiting = []
        waiting = self._bracketed_names(self._further_posts(waiting))
        for person in waiting:
            person.title = person.title or (state.column or state.title if person.rule == "list" else None)
        self._by_the_others(waiting)
        share_organization(waiting, self.found[-1] if self.open_comma and self.found else None)
        self.found.extend(waiting)

    def _further_posts(self, people: list[PersonDraft]) -> list[PersonDraft]:
        """The people of a comma list, those behind a full name apart who are nobody but a further post of his: 住吉 裕子 弁護士、獨協大学特任教授."""
        first = people[0] if people else None
        full = first is not None and first.name is not None and _SPACED_NAME.match(self.folded, first.start, first.end) is not None
        if first is None or not full or len(people) < ROW or not all(self._is_post(person) for person in people[1:]):
            return people
        more = "、".join(clean(self.text[person.start : person.end]) for person in people[1:])
        first.note = more if first.note is None else f"{first.note} {more}"
        first.end = people[-1].end
        return [first]

    def _bracketed_names(self, people: list[PersonDraft]) -> list[PersonDraft]:
        """The people of a list whose names stand in brackets behind the posts, several of one post too: 課長（秋谷 ゆう）、主査（虻川 純、宮本 均）."""
        brackets = [_NAMES_BEHIND.search(self.folded, person.start, person.end) for person in people]
        if sum(found is not None and person.name is not None for found, person in zip(brackets, people, strict=True)) < ROW or not all(brackets):
            return people
        found: list[PersonDraft] = []
        for bracket, person in zip(brackets, people, strict=True):
            assert bracket is not None
            if person.name is not None:
                found.append(person)
                continue
            at = bracket.start("names")
            for name in bracket["names"].split("、"):
                printed = self.text[at : at + len(name)]
                found.append(evolve(person, start=person.start if not at - bracket.start("names") else at, name=squeeze(printed), family=printed.split()[0] if len(printed.split()) > 1 else None, note=None))
                at += len(name) + 1
        return found

    def _is_post(self, person: PersonDraft) -> bool:
        """Whether an entry is a post without a name, perhaps one held before: 前日本経済新聞社編集委員."""
        return person.title is not None and (person.name is None or self.folded[person.start] in "前元")

    def _told_above(self, title: str) -> None:
        """The title told at the end of a list also belongs to the names of the lines above it that end in a comma."""
        if not self.open_comma:
            return
        for person in reversed(self.found):
            if person.title or person.rule != "list" or self.folded[person.end : person.end + 2].strip(" \n")[:1] not in ("、", ""):
                break
            person.title = title

    def _parts(self, start: int, end: int, commas: re.Pattern[str]) -> Iterator[Slice]:
        words = self._words(start, end)
        at = 0
        for comma in commas.finditer(outside(words)):
            yield self._trim(start + at, start + comma.start())
            at = comma.end()
        yield self._trim(start + at, end)

    def _dotted_part(self, start: int, end: int) -> Iterator[Slice]:
        """The people of an office that dots part within a comma list: 学芸課　増子課長・杉主任学芸員、…."""
        words = self._words(start, end)
        dots = [found.span() for found in _DOT.finditer(words)] if "・" in words else []
        titled = [squeeze(cut_notes(part)[0]) for part in words.split("・")]
        if not dots or not all(ends_in_title(part) and part not in PLAIN_TITLES for part in titled) or not all(split_designation(part).name for part in titled[1:]):
            yield start, end
            return
        at = start
        for begin, stop in dots:
            yield self._trim(at, start + begin)
            at = start + stop
        yield self._trim(at, end)

    def _both(self, start: int, end: int) -> Iterator[Slice]:
        """The last two names of a list, which a word joins: 高瀬由美及び上運天誠."""
        words = self._words(start, end)
        joined = _AND.search(words) if "び" in words else None
        if joined is not None and _are_names(words[: joined.start()], words[joined.end() :]):
            yield self._trim(start, start + joined.start())
            start += joined.end()
        yield self._trim(start, end)

    def _entry(self, start: int, end: int, state: State, *, shared: bool, state_out: State) -> list[PersonDraft]:
        """The people of one part of a comma list: one, or several where a comma is missing."""
        if start >= end:
            return []
        words = self._words(start, end)
        if len(words) > LONGEST_ENTRY:
            return [PersonDraft(start, end, group=state.group, presence=state.presence, rule="list")]
        if (titled := self._behind_title(start, end, state, state_out)) is not None:
            return [titled]
        tokens = self._tokens(start, end)
        if len(tokens) > 1 and all(token.kind == "E" for token in tokens):
            # 北田善明専門委員 坂田すが専門委員: a space for a comma.
            return [self._designated(token.start, token.end, state) for token in tokens]
        housed = _HOUSE_IN_BRACKETS.match(words)
        if housed is not None and (people := self._behind_bracket(housed, start, end, state, shared=shared, state_out=state_out)) is not None:
            return people
        if (several := self._run_together(start, end, tokens, state, shared=shared, state_out=state_out)):
            return several
        if (known := self._by_tokens(start, end, tokens, state, state_out)) is not None:
            return [known]
        if shared or not ends_in_title(words):
            return [self._named(start, end, state)]
        parts = split_run(words) if len(words) > 8 and " " not in words and "(" not in words else ()
        if len(parts) > 1:
            return self._run(start, parts, state)
        return [self._designated(start, end, state)]

    def _behind_title(self, start: int, end: int, state: State, state_out: State) -> PersonDraft | None:
        """Whose title a sign parts from the name behind it, or nothing: 会長・道佛康弘, 委員：塚田晴江."""
        words = self._words(start, end)
        dotted = _dotted(words)
        if dotted is not None:
            # Behind 委員・塚田晴江 stand the others who are.
            state_out.column = dotted["title"] if role_of_title(dotted["title"]) is Role.MEMBER else None
            return self._person(start, end, state, name=(start + dotted.end(), end), title=dotted["title"], printed_title=True)
        titled = _TITLED.match(words)
        if titled and ends_in_title(titled[1]):
            state_out.column = titled[1]
            return self._person(start, end, state, name=(start + titled.end(), end), title=titled[1])
        glued = _GLUED_TITLE.fullmatch(words)
        if glued is None or state_out.column not in PLAIN_TITLES or glued["name"].split()[0] not in word_list("surnames"):
            return None
        # …、委員 / 伊集院 学、…: the line's end has taken the space.
        state_out.column = glued["title"]
        return self._person(start, end, state, name=(start + glued.start("name"), end), title=glued["title"])

    def _behind_bracket(self, housed: re.Match[str], start: int, end: int, state: State, *, shared: bool, state_out: State) -> list[PersonDraft] | None:
        """The people behind a bracket that tells what they do here or their house: （議長）鬼頭学長, （国土運輸省）番場課長補佐."""
        words = self._words(start, end)
        if _STATUS.fullmatch(housed["house"]) is not None:
            # 池　武、（欠席）轟　浩: whether somebody came, before the name.
            people = self._entry(start + housed.end(), end, state, shared=shared, state_out=state_out)
            for person in people:
                person.start = start
                self._noted(person, [housed["house"]], printed=True)
            return people
        chairing = squeeze(housed["house"]) in _CHAIRING and ends_in_title(words[housed.end() :])
        if not chairing and (housed.end() == len(words) or not (is_institution(housed["house"]) or is_house(housed["house"]))):
            return None
        people = self._entry(start + housed.end(), end, state, shared=shared, state_out=state_out)
        for person in () if chairing else people:
            person.start, person.organization = start, person.organization or clean(self.text[start + housed.start("house") : start + housed.end("house")])
        return people

    def _run_together(self, start: int, end: int, tokens: list[Token], state: State, *, shared: bool, state_out: State) -> list[PersonDraft]:
        """The people of a part in which a comma, or the end of a line, is missing."""
        group = next((t for t in tokens[1:-1] if t.words in _SIDES and t.kind == "N"), None)
        if group is not None and tokens[-1].kind in "TE":
            # 立川彩子 事務局 細井館長: the lines of a list run together.
            before = self._entry(start, group.start - 1, state, shared=shared, state_out=state_out)
            state_out.group, state_out.column, state_out.title = group.words, None, None
            return [*before, *self._entry(tokens[tokens.index(group) + 1].start, end, evolve(state_out), shared=False, state_out=state_out)]
        if (several := self._titled_in_turn(tokens, state, state_out)):
            return several
        if tokens and tokens[0].kind == "S" and sum(token.kind == "S" for token in tokens) > 1:
            # 13番　永井好道　14番　成瀬幸吉: the numbers tell the comma.
            already = len(self.found)
            self._seats(tokens, state)
            seated, self.found[already:] = self.found[already:], []
            return seated
        return []

    def _by_tokens(self, start: int, end: int, tokens: list[Token], state: State, state_out: State) -> PersonDraft | None:
        """Whose seat, post, house and title what stands apart tells, or nothing."""
        known = self._seated(start, end, tokens, state, state_out) or self._posted(start, tokens, state) or self._affiliated(start, end, tokens, state) or self._housed(start, tokens, state)
        known = known or self._posted(start, tokens, state, last=True)
        if known is not None:
            return known
        if tokens and is_title_before_name(tokens):
            title = tokens[0].words
            state_out.column = state.column if title == DITTO else title
            person = self._person(start, end, state, name=(tokens[1].start, tokens[-1].end), title=state_out.column)
            person.posted = person.housed = True
            return person
        if len(tokens) > 1 and tokens[0].kind == "T" and tokens[1].kind in "NE" and tokens[0].words in PLAIN_TITLES and ends_in_title(self._words(start, end)):
            # 委員 海老原会長: the column's title, then an entry with its own.
            state_out.column = tokens[0].words
            return self._designated(tokens[1].start, end, state)
        return None

    def _titled_in_turn(self, tokens: list[Token], state: State, state_out: State) -> list[PersonDraft]:
        """委員長　志摩 佳苗　　委員　榎戸 徹: titles, each before the name of one, the last told for those behind the comma."""
        titles = [at for at, token in enumerate(tokens) if token.kind == "T"]
        runs = [(tokens[at], tokens[at + 1 : below]) for at, below in pairwise([*titles, len(tokens)])]
        if len(titles) < ROW or titles[0] or not all(run and all(token.kind == "N" for token in run) for _, run in runs):
            return []
        state_out.column = tokens[titles[-1]].words
        return [self._person(title.start, run[-1].end, state, name=(run[0].start, run[-1].end), title=title.words) for title, run in runs]

    def _seated(self, start: int, end: int, tokens: list[Token], state: State, state_out: State) -> PersonDraft | None:
        """委員　１番　濱田俊夫, and behind it ３番　中里康夫: a seat before a name, the title said once."""
        seat = next((t for t in tokens if t.kind == "S"), None)
        others = [t for t in tokens if t.kind != "S"]
        titled = bool(others) and others[0].kind == "T"
        names = others[titled:]
        if seat is None or not names or any(t.kind != "N" for t in names):
            return None
        if titled:
            state_out.column = None if role_of_title(others[0].words) is Role.CHAIR else others[0].words
        title = others[0].words if titled else state_out.column or state.title
        person = self._person(start, end, state, name=(names[0].start, names[-1].end), title=title)
        person.seat = seat_number(seat.words)
        return person

    def _run(self, start: int, parts: Iterable[Designation], state: State) -> list[PersonDraft]:
        people: list[PersonDraft] = []
        for part in parts:
            stop = start + len(part.text)
            people.append(self._designated(start, stop, state))
            start = stop
        return people

    def _named(self, start: int, end: int, state: State) -> PersonDraft:
        """A part that is a name, perhaps with brackets, perhaps with a title of its own."""
        words = self._words(start, end)
        core, _ = cut_notes(words)
        if ends_in_title(core) and len(squeeze(core)) > 1:
            split = split_designation(clean(self.text[start : start + len(core)]))
            if split.title and split.confidence >= 0.5:
                return self._designated(start, end, state)
        return self._person(start, end, state, name=(start, end), title=state.column or state.title)
