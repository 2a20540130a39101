"""One entry of a list as a person: name, title, organization, presence and note, told apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from functools import lru_cache
from itertools import takewhile

from attrs import define, field

from minutes_model.grammar.draft import Slice
from minutes_model.grammar.list_words import (
    ABSENT,
    PLAIN_TITLES,
    REMOTE,
    SEAT,
    TITLE,
    cut_notes,
    is_house,
    is_institution,
    is_title_elsewhere,
)
from minutes_model.model.enums import Presence, Role
from minutes_model.patterns import regex
from minutes_model.people.designation import Designation, split_designation
from minutes_model.people.families import possible_families
from minutes_model.people.plain import plain_designation
from minutes_model.people.plausible import is_title
from minutes_model.people.roles import MEMBERS, role_of_title
from minutes_model.people.words import word_list
from minutes_model.text import clean, squeeze

__all__ = ["DITTO_NOTES", "MARK", "PARTIAL", "PersonDraft", "Persons", "State", "share_organization"]

_SURE, _DOUBTFUL, _POSSIBLE, _UNLISTED = 0.9, 0.4, 0.2, 0.1
DITTO_NOTES = frozenset(("同", "同上", "〃"))
"""What a bracket holds that says of a name what that above says: 生駒 さゆり（社会教育関係者）、栗栖 勝（同）."""
_FEW = 2
_KINDS_OF_SEAT = "副新正元前主"
_SHORT_MEMBER = 4
_SEVERAL_BARE = 3
_HOUSED = regex(r"(?P<house>.{2,5}[都道府県市町村])(?P<name>.{2,3})")
PARTIAL = regex(r"途中|遅参|早退|中座|退席|から出席|まで出席")
MARK = regex(r"^[◎○●◇◆□■▶・･•\-‐＊*☆★▽△▲▼×]\s*")
_NOTED_BEFORE = regex(r"※ *(?=\S)")
"""副会長　※ 谷　薫: a mark that a note explains, before the name."""
_CAME_BY = regex(rf"\((?P<way>[^()]{{0,4}}(?:{REMOTE.pattern})[^()]{{0,6}})\) *(?=[^() ])")
"""（オンライン）仁科委員: how somebody came, before his name."""
_OWN_SIDE = regex(r"(?:側|事業者|会社|法人|当局|[^務]局|申請者)(?:の?出席者(?:名|の?氏名)?)?$")
_ALSO_HELD = ("兼務", "事務取扱", "兼任")
"""Behind what an official holds besides his post, and before his name."""
_SHORTEST_NAME, _LONGEST_NAME, _FULL_NAME, _LONGEST_GIVEN = 2, 7, 3, 3
_GENERIC = frozenset(("委員", "議員", "構成員", "評議員", "理事", "メンバー", "専門委員", "臨時委員"))
"""Titles that a rank told beside the name goes before; a post of another kind stays what it is."""
_OF_BODY = frozenset(("監事", "理事"))
_GOVERNMENTS = ("省", "庁", "府", "都", "道", "県", "市", "区", "町", "村")
_PROFESSIONS = frozenset(("医師", "歯科医師", "薬剤師", "看護師"))
"""What a member is besides: 委員　森 茂樹（医師）."""
_OF_MINISTRY = regex(r"[^\s()]{2,6}[省庁府][^\s()]")
_HONORIFICS = ("君", "氏", "さん", "様", "殿", "先生")
_HOUSED_IN_BRACKET = regex(r" *\((?P<house>[^() ]{3,}) +(?P<post>[^() ]{2,})\)")
_RANKS = regex(r"(?P<name>.{2,9}?)(?P<rank>(?:臨時|専門|特別|推進|常任|オブザーバー)委員|副?委員長|副?部会長|副?分科会長|副?会長|副?座長|委員|構成員|議員|評議員)")


@define(eq=False, repr=False)
class PersonDraft:
    """One entry of a list, as printed and split; ``seat`` is the number of a member's seat (３番)."""

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
    seat: int | None = None
    posted: bool = False
    """Whether the title is printed beside the name in a comma list: 課長　岸 豊、主幹　海老原 昌."""
    enclosed: bool = False
    """Whether the name stands in a bracket behind the title: 総務課長（関口正雄）."""
    housed: bool = False
    """Whether the organization is told before the name, so that it may be that of those behind him too."""
    mark: str = ""
    """What stands between the name and the house, and a note below the list explains: 伊良部 千夏 ＊ 潮流研究所."""


@define(eq=False, repr=False)
class State:
    """What the lines above an entry say about it."""

    group: str | None = None
    title: str | None = None
    column: str | None = None
    presence: Presence = Presence.PRESENT
    organization: str | None = None
    kept: str | None = None
    above: tuple[str, str | None] | None = None
    """The bracket of the group above, alone on its line, and the title it gives: kinds in other brackets are of it."""
    holds: bool = False
    """Whether the group is one whose people come from several houses, each told above its own: オブザーバー."""
    of_members: bool = False
    """Whether the list is one of members by its label: 欠席委員."""
    seated: bool = False
    """Whether the column's title stood with a seat above the one who bears it."""
    begins: Presence = Presence.PRESENT
    """The presence of those in a group that is opened below."""
    outer: str | None = None
    """The title of the group in which a rank heads one person: -委員- above （委員長）."""


_NUMBER_ALONE = regex(r"[(（]?[\d０-９]{1,2}[)）.．]?")
"""（４）, which numbers what it stands before."""
_LONGEST_PLAIN = max(map(len, PLAIN_TITLES))


@define(eq=False, repr=False)
class Persons:
    """Makes persons of the entries of one document.

    ``folded`` is ``text`` in one width; ``marks`` are the titles that marks stand for (◎委員長), ``titles``
    those that only this body has (湯守).
    """

    text: str
    folded: str
    marks: dict[str, str] = field(factory=dict)
    found: list[PersonDraft] = field(factory=list)
    titles: frozenset[str] = frozenset()

    def _words(self, start: int, end: int) -> str:
        return self.folded[start:end]

    def _trim(self, start: int, end: int) -> Slice:
        words = self.folded[start:end]
        if words.strip() == words:
            return start, end
        return start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))

    def _designated(self, start: int, end: int, state: State) -> PersonDraft:
        """An entry that bears its own title: 消費者庁内藤消費者政策課長."""
        core, notes = cut_notes(self._words(start, end))
        mark = MARK.match(core) if core[:1] != core[1:2] else None
        begin = start + (mark.end() if mark else 0)
        came = _CAME_BY.match(self.folded, begin, start + len(core))
        if came is not None:
            begin, notes = came.end(), [clean(came["way"]), *notes]
        printed = self.text[begin : start + len(core)]
        split = _with_rank(printed) or plain_designation(printed) or split_designation(printed)
        person = PersonDraft(start, end, split.name, split.family, split.title, split.organization or state.organization,
                             split.honorific, split.note, state.group, state.presence, "designation")
        person.housed = split.organization is None or squeeze(printed).startswith(split.organization)
        if mark and not split.title:
            person.title = self.marks.get(mark[0].strip())
        if person.organization == "事務局":
            person.organization, person.group = None, "事務局"
        return self._noted(person, notes)

    def _person(self, start: int, end: int, state: State, *, name: Slice | None, title: str | None, printed_title: bool = False) -> PersonDraft:
        person = PersonDraft(start, end, None, None, title, state.organization, None, None, state.group, state.presence, "list")
        if name is None:
            return person
        words = self._words(*name)
        core, notes = cut_notes(words)
        mark = MARK.match(core) or _NOTED_BEFORE.match(core)
        begin = name[0] + (mark.end() if mark else 0)
        if mark and mark[0].strip() in self.marks and (title is None or title in _GENERIC):
            person.title = self.marks[mark[0].strip()]
        person.mark = "※" if mark and mark[0][0] == "※" else ""
        printed = squeeze(SEAT.sub("", self.text[begin : name[0] + len(core)]))
        honorific = next(word for word in _HONORIFICS if printed.endswith(word)) if len(printed) > 2 and printed.endswith(_HONORIFICS) else None
        if honorific:
            person.honorific = honorific
            printed = self._after_title(printed.removesuffix(honorific), person)
        if title and title not in PLAIN_TITLES and printed.endswith("委員") and len(printed) > _SHORT_MEMBER:
            # 北部建設事務所長　出口 剛委員: what he is here, behind the name.
            printed = printed.removesuffix("委員")
        own = max((t for t in self.titles if printed.endswith(t) and len(printed) > len(t)), key=len, default="")
        if own:
            person.title, printed = own, printed.removesuffix(own)
        # An institution among the names is no person; its entry is kept as printed.
        parts = self.folded[begin : name[0] + len(core)].split()
        nobody = (len(printed) > 4 and is_institution(printed) and not _is_spaced(parts)) or _NUMBER_ALONE.fullmatch(printed) is not None
        person.name = None if nobody else printed or None
        if len(parts) == 2 and len(parts[0]) > 1:
            person.family = squeeze(self.text[begin : begin + len(parts[0])])
        # 阿閉　稔（城南工業大学　教授） among 構成員: right behind the name it is a note, as are all brackets.
        aside = words[len(core) : len(core) + 1] == "(" and (person.title in _GENERIC or person.title == "オブザーバー")
        housed = _HOUSED_IN_BRACKET.match(words, len(core)) if notes and not (printed_title or aside) and person.organization is None else None
        if housed is not None and TITLE.fullmatch(housed["post"]) and (is_house(housed["house"]) or is_institution(housed["house"])):
            # 池永　三郎（東洋計器株式会社　技術部長）: where he is from and his post there, each in a cell of its own.
            person.organization, person.title = clean(self.text[name[0] + housed.start("house") : name[0] + housed.end("house")]), housed["post"]
            del notes[0]
        return self._noted(person, notes, printed=printed_title)

    @staticmethod
    def _after_title(printed: str, person: PersonDraft) -> str:
        """委員長沢村忠次君, 次長理事兼務土居良介君: the titles before a name, told by the honorific behind it."""
        held = max(printed.rfind(word) + len(word) if word in printed else 0 for word in _ALSO_HELD)
        plain = next((printed[:size] for size in range(min(len(printed), _LONGEST_PLAIN), 1, -1) if printed[:size] in PLAIN_TITLES), "")
        for title in (printed[:held], plain, _leading_title(printed)):
            if title and _SHORTEST_NAME <= len(printed) - len(title) <= _LONGEST_NAME:
                person.title = title
                return printed[len(title) :]
        return printed

    def _noted(self, person: PersonDraft, notes: list[str], *, printed: bool = False, behind_title: bool = False) -> PersonDraft:
        """Take what brackets say; ``printed`` tells that the person's title stands in his own row, ``behind_title`` that the brackets stand behind it."""
        for note in notes:
            if note in DITTO_NOTES:
                person.note = note
                continue
            if person.name is None and person.title and (families := possible_families(squeeze(note))):
                # 庶務議事課長（神山一美）: the name behind the title.
                person.name, person.family, person.enclosed = squeeze(note), families[-1], True
                continue
            if ABSENT.search(note) or note in ("欠", "×"):
                person.presence = Presence.ABSENT
            elif PARTIAL.search(note):
                person.presence = Presence.PARTIAL
            elif REMOTE.search(note):
                person.presence = Presence.REMOTE
            elif re.match(r"出席?$|○$", note):
                continue
            elif (printed or person.organization) and person.title and (behind_title or person.title not in _GENERIC or not _is_rank(note)):
                # 委員長　小谷松亨（副院長）, 委員　新藤拓也（ＰＴＡ会長）: what he is elsewhere. 鳥羽　滋　委員（会長）: his rank, behind his title.
                pass
            elif (person.title in _GENERIC and (note in _PROFESSIONS or (role_of_title(note) is Role.OFFICIAL and note not in PLAIN_TITLES))) or ((person.title or "").endswith("評議員") and not _is_rank(note)):
                # 委員　池谷浩久、杉山篤哉（政策室長）: the office he holds beside his seat.
                pass
            elif person.title == "オブザーバー" and _OF_MINISTRY.match(note) is not None:
                # 石動　匠（国土整備省統計室　室長補佐） among オブザーバー
                pass
            elif person.title is None and person.rule == "list" and TITLE.fullmatch(note) and _OWN_SIDE.search(person.group or "") is not None:
                # 放送事業者側出席者　大串耕造（代表取締役社長）: what he is in the house that is listed.
                person.title = note
                continue
            elif (person.rule == "list" and note in PLAIN_TITLES) or (TITLE.match(note) and person.rule == "list" and not is_title_elsewhere(note)):
                person.title = note
                continue
            person.note = note if person.note is None else f"{person.note} {note}"
        return person

    def _by_the_others(self, people: list[PersonDraft]) -> None:
        """新美育文委員 among members is no 文委員: the title most of a list bear decides between two readings."""
        self._titles_only(people)
        titles = Counter(person.title for person in people)
        usual, often = titles.most_common(1)[0] if titles else (None, 0)
        full = sum(_is_full(person) for person in people)
        for person in people:
            if person.rule == "designation":
                self._by_sure_title(person, people)
        for person in people:
            title = person.title or ""
            more = len(title) - len(usual or "")
            if often > 2 and usual and 0 < more < 3 and title.endswith(usual) and titles[title] == 1:
                self._otherwise(person, {usual})
                if person.title == title and more == 1 and person.name and len(person.name) == _FEW and person.family == person.name and not is_title(title) and title[0] not in _KINDS_OF_SEAT:
                    # 日野西委員, whose surname no list has, among 委員: there is no 西委員.
                    person.name = person.family = person.name + title[0]
                    person.title = usual
            elif person.rule == "designation" and full > 1 and full >= len(people) - 1 and not _is_full(person) and not self._is_apart(person):
                self._otherwise(person, {title[cut:] for cut in range(1, len(title))})

    def _is_apart(self, person: PersonDraft) -> bool:
        """Whether a surname of one character and a given name of one are printed apart, so that they are whole: 森　凪総務課主事."""
        printed = self.text[person.start : person.end].split()
        return person.name is not None and len(printed) == _FEW and len(printed[0]) == 1 and printed[0] in word_list("surnames") and len(person.name) == _FEW and f"{printed[0]}{printed[1][:1]}" == person.name

    def _titles_only(self, people: Sequence[PersonDraft]) -> None:
        """長官、次長、海上安全局長、会務官: in a list of posts without names every entry is a post."""
        others = [*people, *takewhile(lambda person: person.name is None, reversed(self.found))]
        bare = sum(person.name is None and person.title is not None for person in others)
        if bare < _SEVERAL_BARE or bare * 3 < len(others) * 2:
            return
        for person in people:
            printed = squeeze(self.text[person.start : person.end])
            if person.name and not _is_surname(person.name) and printed and printed[-1] in "長官監事員佐査任幹役師" and "(" not in printed and "（" not in printed:
                person.name = person.family = person.organization = None
                person.title = printed

    def _by_sure_title(self, person: PersonDraft, people: Sequence[PersonDraft]) -> None:
        """善知鳥経営企画部長 among named officials: an unlisted surname, where what is left of the words is a post for sure."""
        if person.title is None or _is_post(person.title) or (person.name and person.name in word_list("surnames")):
            return
        if person.name is None and (len(people) <= _FEW or not all(other.name for other in people if other is not person)):
            return
        designated = split_designation(self.text[person.start : person.end])
        found = next((o for o in designated.alternatives if o.name and o.title and o.confidence >= _UNLISTED and _is_post(o.title)), None)
        if found is None or designated.confidence >= (_DOUBTFUL if person.name else _SURE) or found.organization != designated.organization:
            return
        person.name, person.family, person.title = found.name, found.family, found.title
        housed = _HOUSED.fullmatch(found.name or "")
        if housed and person.organization is None:
            person.organization, person.name, person.family = housed["house"], housed["name"], housed["name"]

    def _otherwise(self, person: PersonDraft, titles: Set[str]) -> None:
        """Read an entry the other way its words allow, if that has one of ``titles`` and this one is not sure."""
        designated = split_designation(self.text[person.start : person.end])
        others = designated.alternatives if designated.confidence < _SURE else ()
        other = next((o for o in others if o.confidence >= _POSSIBLE and o.title in titles), None)
        if other is not None and person.name:
            person.name, person.family, person.title = other.name, other.family, other.title


def _is_rank(note: str) -> bool:
    """Whether what a bracket says is a rank in the body itself: 委員（委員長）, 委員（教育長）; not （副院長）, （職務代理者）."""
    return note in PLAIN_TITLES and "代" not in note and (role_of_title(note) in MEMBERS or note == "教育長")


def _leading_title(printed: str) -> str:
    """The title that glued words begin with, a known surname behind it, or the longest that leaves a full name: 財務局長谷河健一, 事務局長南靖武."""
    cuts = [cut for cut in range(3, len(printed) - 1) if TITLE.fullmatch(printed[:cut])]
    known = [cut for cut in cuts if possible_families(printed[cut:])]
    full = [cut for cut in cuts if len(printed) - cut >= _FULL_NAME and (printed[cut : cut + 1] in word_list("surnames") or printed[cut : cut + 2] in word_list("surnames"))]
    return printed[: (known or full[-1:] or cuts or [0])[0]]


def _with_rank(printed: str) -> Designation | None:
    """原村 一委員: a spaced full name before a rank, which no word list can better."""
    parts = printed.split()
    found = _RANKS.fullmatch(squeeze(printed)) if len(parts) in (2, 3) else None
    if found is None or (is_institution(parts[0]) and len(parts[0]) > 3):
        return None
    return Designation(text=printed, organization=None, name=found["name"], family=parts[0], given=None, title=found["rank"],
                       honorific=None, note=None, confidence=1.0, alternatives=())


def share_organization(people: Iterable[PersonDraft], above: PersonDraft | None = None, *, row: bool = False) -> None:
    """内閣調整府轟参事官、比留間参事官補佐: one printed organization is that of the officials behind it.

    ``above`` is the last one of a line that ended in a comma; in a ``row`` without commas a title that no list knows is an official's too.
    """
    official = above is not None and (above.rule == "designation" or above.posted) and role_of_title(above.title or "") is Role.OFFICIAL
    printed = above.organization if above is not None and official else None
    for person in people:
        role = role_of_title(person.title or "")
        # つむぎの会　石動代表理事、深津事務局長: of that house, and no secretariat.
        # 組合長 is no office of the body's own, and heads a house as any official does.
        heads_house = role is Role.UNKNOWN and person.title is not None and person.title.endswith("長") and person.housed
        official = person.name is not None and (role is Role.OFFICIAL or heads_house or (role is Role.SECRETARIAT and printed is not None)) and (person.rule == "designation" or person.posted)
        official = official or (row and role is Role.UNKNOWN and person.rule == "designation" and person.name is not None and person.title is not None) or (person.honorific is not None and person.title is None and person.housed)
        if official and printed and not person.organization and person.title in _OF_BODY and printed.endswith(_GOVERNMENTS):
            # 国土管理省谷課長補佐、佐野監事: no government has such, but the body that meets.
            continue
        if person.organization or not official:
            # 一般社団法人山小屋連盟　内海会長、小檜山事務局次長: who heads a house speaks for it.
            heads = role in (Role.CHAIR, Role.DEPUTY_CHAIR) and person.rule == "designation"
            printed = person.organization if (official or heads) and person.housed else None
        else:
            person.organization = printed


def _is_spaced(parts: Sequence[str]) -> bool:
    """Whether a surname stands apart from what can only be the given name behind it: 佐久間　孝　市."""
    return len(parts) > 1 and parts[0] in word_list("surnames") and sum(map(len, parts[1:])) <= _LONGEST_GIVEN


def _is_surname(name: str) -> bool:
    """Whether a name is a surname and no other word: 大庭, not 海上."""
    return name in word_list("surnames") and name not in word_list("nouns")


@lru_cache(maxsize=1024)
def _is_post(title: str) -> bool:
    """Whether words are a title and surely nothing else: 経営企画部長, not 善知鳥経営企画部長 and not 山本部長."""
    split = split_designation(title)
    return split.name is None and split.organization is None and split.confidence >= _CERTAIN


_CERTAIN = 0.95


def _is_full(person: PersonDraft | Designation) -> bool:
    """Whether a name holds a given name too."""
    return bool(person.name) and len(person.name or "") > max(2, len(person.family or ""))
