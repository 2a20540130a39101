"""From the label a document prints to the attendee it means; never a guess.

A label is looked up in the roster first: word for word, then as a listed surname before a title, then
as a listed title. Only what is left is split by the word lists. Where two attendees fit equally well
both are kept as candidates and nobody is chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

from attrs import define, evolve, field

from minutes_model.era.numerals import numeral
from minutes_model.model import Attendee, Presence, Role, Speaker, SpeakerKind
from minutes_model.passing import passing
from minutes_model.patterns import regex
from minutes_model.people.designation import Designation, Known, split_designation
from minutes_model.people.families import family_of, possible_families
from minutes_model.people.fit import acts_for, ends_title, fit, key, organization_fits, same_title
from minutes_model.people.kinds import (
    bearer_kind,
    is_nobody,
    is_several,
    masked_name,
    names_turn,
    speaker_kind,
)
from minutes_model.people.roles import MEMBERS, TitleRoles, role_of_title
from minutes_model.spans import Span
from minutes_model.text import fold, squeeze

__all__ = ["Resolver", "speaker_kind", "turn_speaker"]

_SECRETARIAT = regex(r"事務局|書記|庶務")
_EXECUTIVE = regex(r"説明|執行|役員|行政|市側|町側|県側|当局|理事者|関係課|省|庁|県警|警察本部|職員")
_GUEST = regex(r"受託|受注|委託業者|コンサルタント|申請者|申立人|請求人|応募者|応募団体|オブザーバー|参考人|関係者|有識者|ゲスト|招へい|陪席|列席")
_MEMBERS = regex(r"委員(?!会)|議員|構成員|評議員|部会長|座長|^(?:出席)?理事$")
_HOUSE = regex(r"法人|会社|(?:協会|協議会|連合会?|連盟|機構|研究所|大学|銀行|組合|会議所)$")
"""A group that is another institution: its officials are nobody's staff here."""
_OTHER_HEAD = regex(r".{2,}(?:会|組合|連合|連盟|会議所|社|大学|学校|病院)(?:副?会長|理事長|議長|会頭|副?委員長|部会長|団長)$")
_OF_PRESENCE = regex(r"の出[席欠].*$")
"""役員の出欠: what a heading adds to whom it is of."""
_NO_MEMBERS = regex(r"職員|説明|事務局|以外")
_BRACKET = regex(r"[（(][^（()）]*[）)]$")
_SPACE = regex(r"\s")
_HONORIFICS = ("君", "氏", "さん", "様", "殿")
_HONORIFIC = regex(rf"(?<=..)(?:{'|'.join(_HONORIFICS)})$")
_SEAT = regex(r"(?:議席)?(\d{1,3}|[一二三四五六七八九十百]{1,6})番(?:委員|議員)?")
_LONGEST_NAME, _LONGEST_GIVEN = 6, 5
# Fits below this are another person of that surname; two closer than the margin are not told apart.
_LEAST_FIT, _MARGIN = 0.3, 0.1
_UNDECIDED = 0.4

_OFFICE_RULES: tuple[tuple[str, float, Callable[[str, str], bool]], ...] = (
    ("title", 1.0, same_title),
    ("title_end", 0.7, ends_title),
    ("acting", 0.7, acts_for),
)


@define(eq=False, repr=False)
class _Roster:
    """The attendees known so far, by the words they may be called by.

    ``waiting`` are those whose words are still to be taken: who settles the roles of a list sets up the roster anew.
    """

    people: list[Attendee] = field(factory=list)
    waiting: list[Attendee] = field(factory=list)
    by_label: dict[str, list[Attendee]] = field(factory=dict)
    by_name: dict[str, list[Attendee]] = field(factory=dict)
    titled: dict[str, list[Attendee]] = field(factory=dict)
    titles: set[str] = field(factory=set)
    bearers: list[tuple[str, Attendee]] = field(factory=list)
    """Who bears a title and was not away, each behind it in the form of matching."""
    known: Known = field(factory=Known)

    def add(self, person: Attendee) -> None:
        self.people.append(person)
        self.waiting.append(person)

    def read(self) -> None:
        """Take the words of those who came since they were asked for last."""
        for person in self.waiting:
            self._take(person)
        self.waiting.clear()

    def _take(self, person: Attendee) -> None:
        self.known.add(person)
        # A name or a title is compared character by character: what both have together need not be worked out.
        name, title = key(person.name or ""), key(person.title or "")
        for words in {key(person.label), name + title, name} - {""}:
            self.by_label.setdefault(words, []).append(person)
        for words in {key(form) for form in _names(person)}:
            self.by_name.setdefault(words, []).append(person)
        if title:
            self.titles.add(title)
            if person.presence is not Presence.ABSENT:
                self.bearers.append((title, person))
        if title and name:
            self.titled.setdefault(title + name, []).append(person)


def _names(person: Attendee) -> Iterator[str]:
    """What an attendee may be called: the name, also without its bracket (吉川（洋）), and the surname."""
    if person.name:
        yield person.name
        if person.name[-1] in ")）":
            yield _BRACKET.sub("", person.name)
    if person.family:
        yield person.family
    if person.name and not _SPACE.search(person.label):
        yield from possible_families(person.name)


@define(eq=False, repr=False)
class Resolver:
    """Resolves the labels of one meeting.

    >>> meeting = Resolver()
    >>> goto = meeting.listed(Attendee(id="a1", label="後藤海技課長", name="後藤", title="海技課長"))
    >>> found = meeting.speaker("後藤課長", None)
    >>> found.attendee_id, found.rule, found.confidence
    ('a1', 'name_title_end', 0.77)
    """

    roster: _Roster = field(factory=_Roster)
    unlisted: list[Attendee] = field(factory=list)
    seen: dict[str, Speaker] = field(factory=dict)
    secretariat: bool = False
    roles: TitleRoles = field(factory=TitleRoles)
    rules: Mapping[str, bool] = field(factory=dict)
    seats: dict[int, list[str]] = field(factory=dict)
    expected: dict[str, Attendee] = field(factory=dict)
    arrived: dict[str, str] = field(factory=dict)

    def listed(self, person: Attendee, *, seat: int | None = None) -> Attendee:
        """Take an attendee of the header's lists into the roster; gives it with its role.

        ``seat`` is the number the list prints beside the name, by which the body may call him (３番委員).
        """
        known = _told(person, self._listed_role(person), person.family or family_of(person.name or ""))
        self.secretariat = self.secretariat or known.role is Role.SECRETARIAT
        self.roster.add(known)
        if seat is not None:
            self.seats.setdefault(seat, []).append(known.id)
        return known

    def settle(self, people: Sequence[Attendee]) -> list[Attendee]:
        """The listed attendees once all are known: the body's own officials are its secretariat.

        In a list without groups that names a 事務局長, officials of no other organization are his staff; the
        理事 between 委員長 and 委員 in one list are members of a committee, as in the Diet.
        """
        listed, people = list(people), _led_by_examiners(_who_met(_of_one_body(people)))
        sitting = {a.group for a in people if a.title == "委員長"} & {a.group for a in people if a.title == "委員"}
        staffed = self.secretariat and self.rules.get("staff", True)
        settled = [self._settled(person, sits=person.title == "理事" and not person.organization and person.group in sitting, staffed=staffed) for person in people]
        if settled == listed:
            return settled
        self.roster = _Roster()
        for person in settled:
            self.roster.add(person)
        return settled

    def _settled(self, person: Attendee, *, sits: bool, staffed: bool) -> Attendee:
        if person.role is not Role.OFFICIAL or self.roles.own(fold(person.title or "")) is not None:
            return person
        if sits:
            return evolve(person, role=Role.MEMBER)
        return evolve(person, role=Role.SECRETARIAT) if staffed and _is_own_official(person) else person

    def expect(self, members: Sequence[Attendee]) -> None:
        """Take members known beforehand, of whom the document lists nobody: who speaks is among them.

        They become attendees, on no list, when they first speak.
        """
        for number, person in enumerate(members, start=1):
            role = person.role if person.role is not Role.UNKNOWN else self._listed_role(person)
            family = person.family or family_of(person.name or "")
            known = evolve(person, id=f"known{number}", role=role, family=family, listed=False)
            self.expected[known.id] = known
            self.roster.add(known)

    def _listed_role(self, person: Attendee) -> Role:
        """The role of an attendee; the part the body gives a title is none for another organization's officer."""
        role = role_of(person) if person.organization else role_of(person, self.roles)
        if not self.roles.words or role in (Role.CHAIR, Role.DEPUTY_CHAIR):
            return role
        return self.roles.own(fold(squeeze(person.group or ""))) or role

    @property
    def lists_people(self) -> bool:
        """Whether the document lists anybody by name."""
        return any(person.listed and person.name for person in self.roster.people)

    def label_of(self, attendee_id: str) -> str | None:
        """The printed entry of an attendee."""
        return next((person.label for person in self.roster.people if person.id == attendee_id), None)

    def house_of(self, attendee_id: str) -> str | None:
        """The organization the lists tell of an attendee."""
        return next((person.organization for person in self.roster.people if person.id == attendee_id), None)

    def speaker(self, label: str, span: Span | None) -> Speaker:
        """The speaker a label names."""
        known = self._present(self.known(label), span) if self.expected else self.known(label)
        return _placed(known, span) if span is not None else known

    def known(self, label: str) -> Speaker:
        """Whom a label names, whether or not anything said under it is found."""
        found = self.seen.get(label)
        if found is None:
            found = self.seen[label] = self._resolve(label)
        return found

    def role_of(self, label: str) -> Role:
        """The role the words of a label give, the body's own first."""
        return self.own_role(label) or role_of_title(label)

    def own_role(self, label: str) -> Role | None:
        """The part of a speaker to whose title the body gives one of its own; the list's, where it has him.

        None where the body says nothing of the title.
        """
        if not self.roles.words:
            return None
        speaker = self.known(label)
        own = self._own_role(speaker)
        return own and (speaker.role if speaker.attendee_id and speaker.role is not Role.UNKNOWN else own)

    def _own_role(self, speaker: Speaker) -> Role | None:
        """The part the body gives a title, that of another organization's officer apart."""
        if speaker.title and speaker.organization:
            return None
        return self.roles.own(fold(speaker.title or squeeze(speaker.label)))

    def _present(self, speaker: Speaker, span: Span | None) -> Speaker:
        """The speaker with the id of an attendee, where a member known beforehand turns out to speak."""
        if not self.expected:
            return speaker
        known = self.expected.get(speaker.attendee_id or "")
        if known is None:
            return evolve(speaker, candidates=()) if speaker.candidates else speaker
        if known.id not in self.arrived:
            self.arrived[known.id] = self._next_id()
            self.unlisted.append(evolve(known, id=self.arrived[known.id], span=span))
        return evolve(speaker, attendee_id=self.arrived[known.id], rule=f"roster_{speaker.rule}")

    def _next_id(self) -> str:
        return f"a{sum(person.listed for person in self.roster.people) + len(self.unlisted) + 1}"

    def joined(self, people: Sequence[tuple[str, Span]]) -> list[Speaker]:
        """People who came for an item: those on no list become attendees; one organization is shared."""
        found: list[Speaker] = []
        organization: str | None = None
        for label, span in people:
            speaker = self._present(self._resolve(label), span)
            organization = speaker.organization or organization
            found.append(self._joined(evolve(speaker, organization=organization, span=span)))
        self.seen.clear()
        return found

    def _joined(self, speaker: Speaker) -> Speaker:
        known = speaker.attendee_id is not None or speaker.candidates
        if known or speaker.kind is not SpeakerKind.PERSON:
            return speaker
        return evolve(speaker, attendee_id=self._arrived(speaker).id, rule="arrival", confidence=1.0)

    def _arrived(self, speaker: Speaker) -> Attendee:
        person = Attendee(
            id=self._next_id(),
            label=speaker.label,
            name=speaker.name,
            family=family_of(speaker.name or "") or speaker.name,
            title=speaker.title,
            organization=speaker.organization,
            honorific=speaker.honorific,
            note=speaker.note,
            role=Role.OFFICIAL if speaker.organization else speaker.role,
            presence=Presence.PARTIAL,
            listed=False,
            span=speaker.span,
        )
        self.unlisted.append(person)
        self.roster.add(person)
        return person

    # -- one label ----------------------------------------------------------------

    def _resolve(self, label: str) -> Speaker:
        found = self._found(label)
        own = self._own_role(found) if self.roles.words and found.attendee_id is None else None
        return evolve(found, role=own) if own is not None else found

    def _found(self, label: str) -> Speaker:
        words = key(label)
        self.roster.read()
        exact = self.roster.by_label.get(words, [])
        if len(exact) == 1 and exact[0].name:
            return _as_listed(label, exact[0])
        seated = self._by_seat(label, words) if self.seats else None
        if seated is not None:
            return seated
        if is_several(words):
            return _several(label)
        if is_nobody(words):
            return _nobody(label)
        return self._by_title_and_name(label, words) or self._by_surname(label, words) or self._by_parts(label, words)

    def _by_seat(self, label: str, words: str) -> Speaker | None:
        """３番委員: the one member whose seat the list numbers so."""
        found = _SEAT.fullmatch(words)
        ids = self.seats.get(numeral(found[1]) or 0, []) if found else []
        people = [person for person in self.roster.people if person.id in ids]
        if len(people) != 1:
            return None
        return evolve(_as_listed(label, people[0]), name=None, title=None, organization=None, rule="seat")

    def _by_title_and_name(self, label: str, words: str) -> Speaker | None:
        """教育長笹山忠則君: a listed title before its bearer's name, an honorific behind."""
        printed = squeeze(label)
        honorific = _HONORIFIC.search(printed) if printed.endswith(_HONORIFICS) else None
        bare = words.removesuffix(honorific[0]) if honorific else words
        people = self.roster.titled.get(bare) or (self._fuller(bare) if honorific else [])
        if len(people) != 1:
            return None
        found = _as_listed(label, people[0])
        return evolve(found, honorific=honorific[0]) if honorific else found

    def _fuller(self, words: str) -> list[Attendee]:
        """学校教育課長天野逸平 is the 天野学校教育課長 of a list of surnames."""
        return [
            person
            for titled, people in self.roster.titled.items() if words.startswith(titled) and len(words) - len(titled) < _LONGEST_GIVEN
            for person in people
        ]  # fmt: skip

    def _by_surname(self, label: str, words: str) -> Speaker | None:
        """A listed surname before words that end in a title: no word list is asked."""
        printed = squeeze(label)
        for length in range(min(_LONGEST_NAME, len(words) - 1), 0, -1):
            people, title = self.roster.by_name.get(words[:length]), words[length:]
            if not people or "(" in title or self.roles(title) is Role.UNKNOWN:
                continue
            split = Designation(text=label, name=printed[:length], title=printed[length:], confidence=1.0)
            found = self._among(split, people)
            if found.attendee_id is not None or found.candidates:
                return found
        return None

    def _by_parts(self, label: str, words: str) -> Speaker:
        if words in self.roster.titles:
            return self._office(Designation(text=label, title=squeeze(label), confidence=1.0))
        split = split_designation(label, roster=self.roster.known)
        if split.name is None:
            return self._office(split)
        called = (key(form) for form in (split.name, split.family) if form)
        people = next((found for form in called if (found := self.roster.by_name.get(form))), [])
        return self._among(split, people)

    def _among(self, split: Designation, people: Sequence[Attendee]) -> Speaker:
        """The one attendee of that name whom title and organization fit best; both where two do."""
        fits = [(*fit(split, person), person) for person in people]
        fits = sorted((found for found in fits if found[0] > _LEAST_FIT), key=lambda found: -found[0])
        if not fits:
            return _speaker(split, "unlisted", split.confidence)
        score, rule, best = fits[0]
        close = [person for other, _, person in fits if score - other <= _MARGIN]
        if len(close) > 1:
            return _undecided(split, [person for person in people if person in close])
        return _speaker(split, rule, score * split.confidence, best)

    def _office(self, split: Designation) -> Speaker:
        """A title without a name: its bearer, the one whose title ends so, or who acts for a chair."""
        if not split.title or bearer_kind(split.text, split.name, split.title) is not SpeakerKind.OFFICE:
            return _speaker(split, "group", split.confidence)
        for rule, confidence, fits in _OFFICE_RULES:
            if not self.rules.get(rule, True):
                continue
            people = self._bearers(split, fits)
            if len(people) == 1:
                return _speaker(split, rule, confidence, people[0])
            if people:
                return _undecided(split, people)
        return _speaker(split, "unlisted", split.confidence)

    def _bearers(self, split: Designation, fits: Callable[[str, str], bool]) -> list[Attendee]:
        wanted = key(split.title or "")
        people = [person for held, person in self.roster.bearers if fits(held, wanted) and organization_fits(split, person)]
        noted = [person for person in people if split.note and person.note == split.note]
        return noted or people


def _told(person: Attendee, role: Role, family: str | None) -> Attendee:
    """The attendee with his role and surname; a call takes a third of the time of `evolve`."""
    return Attendee(
        id=person.id, label=person.label, name=person.name, family=family, title=person.title, organization=person.organization,
        honorific=person.honorific, note=person.note, group=person.group, role=role, presence=person.presence,
        listed=person.listed, span=person.span,
    )  # fmt: skip


def _is_own_official(person: Attendee) -> bool:
    official = person.role is Role.OFFICIAL and not person.organization
    group = person.group or ""
    return official and not _EXECUTIVE.search(group) and not _HOUSE.search(group)


# -- speakers ----------------------------------------------------------------------


def _speaker(
    split: Designation, rule: str, confidence: float, person: Attendee | None = None, candidates: Sequence[str] = ()
) -> Speaker:
    """Whom a split label, which is no several and hides nobody, names: the ``person`` it means, or one of the ``candidates``."""
    held = person.role if person is not None else Role.UNKNOWN
    return Speaker(
        label=split.text,
        kind=bearer_kind(split.text, split.name, split.title),
        name=split.name,
        title=split.title,
        organization=split.organization,
        honorific=split.honorific,
        note=split.note,
        role=held if held is not Role.UNKNOWN else role_of_title(fold(split.title or squeeze(split.text))),
        attendee_id=person.id if person is not None else None,
        candidates=candidates,
        rule=rule,
        confidence=confidence,
    )


def _undecided(split: Designation, people: Sequence[Attendee]) -> Speaker:
    return _speaker(split, "ambiguous", _UNDECIDED, candidates=[person.id for person in people])


def _as_listed(label: str, person: Attendee) -> Speaker:
    """A listed label word for word; its parts in the form of kanji printed here."""
    return Speaker(
        label=label,
        kind=SpeakerKind.PERSON,
        name=_as_printed(person.name, label),
        title=_as_printed(person.title, label),
        organization=_as_printed(person.organization, label),
        honorific=person.honorific,
        note=person.note,
        role=person.role,
        attendee_id=person.id,
        rule="label",
        confidence=1.0,
    )


def _as_printed(part: str | None, label: str) -> str | None:
    """The part of an attendee as the label prints it: 高村 listed, 髙村 here."""
    if part is None:
        return None
    words, wanted = squeeze(label), key(part)
    at = key(words).find(wanted)
    return part if at < 0 else words[at : at + len(wanted)]


def _placed(speaker: Speaker, span: Span) -> Speaker:
    """The speaker at a place; every speech has one, and `evolve` takes twice the time of a call."""
    return Speaker(
        label=speaker.label, kind=speaker.kind, name=speaker.name, title=speaker.title, organization=speaker.organization,
        honorific=speaker.honorific, note=speaker.note, role=speaker.role, attendee_id=speaker.attendee_id,
        candidates=speaker.candidates, rule=speaker.rule, confidence=speaker.confidence, span=span,
    )  # fmt: skip


def _several(label: str) -> Speaker:
    role = role_of_title(fold(squeeze(label)))
    return Speaker(label=label, kind=SpeakerKind.GROUP, role=role, rule="group", confidence=1.0)


def _nobody(label: str) -> Speaker:
    printed = squeeze(label)
    words = fold(printed)
    mask = masked_name(words)
    name, title = printed[:mask] or None, printed[mask:].rpartition("である")[2] or None
    return Speaker(
        label=label,
        kind=speaker_kind(label, name, title),
        name=name,
        title=title,
        role=role_of_title(words),
        rule="anonymous",
        confidence=1.0,
    )


def turn_speaker(label: str, span: Span | None) -> Speaker | None:
    """Whom a word names that only tells a question from its answer (問, 答弁, Ｑ): nobody."""
    if not names_turn(fold(squeeze(label))):
        return None
    return Speaker(label=label, kind=SpeakerKind.ANONYMOUS, rule="anonymous", confidence=1.0, span=span)


def _leads_elsewhere(person: Attendee) -> bool:
    """商工会連合会会長 among the members leads another body."""
    return bool(_MEMBERS.search(person.group or "") and _OTHER_HEAD.search(person.title or ""))


def _of_one_body(people: Sequence[Attendee]) -> list[Attendee]:
    """The listed, of whom one at most leads the body: who leads an association that several are from is a member here.

    青葉市医師会会長 and 青葉市小中学校長会会長 among the members.
    """
    leaders = [person for person in people if person.role is Role.CHAIR and person.listed]
    others = [person for person in leaders if _is_of_association(person)]
    if len(leaders) < _SEVERAL or len(leaders) - len(others) > 1:
        return list(people)
    led = {person.id for person in people if person.role in MEMBERS and _is_of_association(person)}
    return [evolve(person, role=Role.MEMBER) if person.id in led else person for person in people]


def _is_of_association(person: Attendee) -> bool:
    """Whether an office is told with the association it is held in."""
    title = person.title or ""
    if role_of_title(fold(person.note or "")) in MEMBERS:
        # 医師会会長（議長）: what he is here is told as well.
        return False
    held = _ASSOCIATION.search(person.organization or "") is not None
    return held or (_ELSEWHERE.fullmatch(title) is not None and not (person.organization or role_of_title(title) is Role.MEMBER))


def _led_by_examiners(people: Sequence[Attendee]) -> list[Attendee]:
    """The listed, of whom a 主査 leads the working group whose 委員 stand below him, where nobody else does."""
    sitting = {person.group for person in people if person.title == "委員"} - {person.group for person in people if person.role is Role.CHAIR}
    return [evolve(person, role=_EXAMINERS[person.title or ""]) if person.title in _EXAMINERS and person.group in sitting else person for person in people]


_EXAMINERS = {"主査": Role.CHAIR, "主査代理": Role.DEPUTY_CHAIR, "副主査": Role.DEPUTY_CHAIR}


def _who_met(people: Sequence[Attendee]) -> list[Attendee]:
    """The listed, of whom those under 出席者 are the members where each is from a house of his own and others come under a label of theirs: 陪席者, 事務局.

    So a panel lists whom it invited by the posts they hold elsewhere: 楡野市　副市長, 楡野日報社　論説委員長. Where most are of
    governments, they meet as the officials they are.
    """
    met = [person for person in people if person.group in _MET]
    houses = {person.organization for person in met}
    governed = sum(_GOVERNMENT.search(person.organization or "") is not None for person in met)
    if 2 * governed >= len(met) or len(houses) <= _SEVERAL or None in houses or len(met) == len(people) or any(person.role is Role.MEMBER for person in people):
        return list(people)
    return [evolve(person, role=Role.MEMBER) if person in met and person.title not in _PRESIDES | _DEPUTIES else person for person in people]


_GOVERNMENT = regex(r"(?:[省庁府都道県市区町村局部課]|本部)$")
_MET = frozenset(("出席者", "欠席者"))
_PRESIDES = frozenset(("議長", "座長", "会長", "委員長", "部会長"))
_DEPUTIES = frozenset(("副座長", "座長代理", "副議長"))
_SEVERAL = 2
_ASSOCIATION = regex(r"(?:会|組合|連盟|連合|クラブ|団|協会|支部|財団|法人|本部)$")
_ELSEWHERE = regex(r".{2,}(?:会|組合|連盟|クラブ|団|協会|支部)(?:副?会長|副?委員長|理事長|団長|部会長|代表)")


@passing(eq=False, repr=False)
class _Kind:
    """What the heading of a list tells of those on it."""

    executive: bool
    guest: bool
    secretariat: bool
    members: bool
    others: bool


@lru_cache(maxsize=512)
def _kind_of(group: str) -> _Kind:
    patterns = (_EXECUTIVE, _GUEST, _SECRETARIAT, _MEMBERS, _NO_MEMBERS)
    return _Kind(*(pattern.search(group) is not None for pattern in patterns))


def role_of(person: Attendee, roles: Callable[[str], Role] = role_of_title) -> Role:
    """The role of a listed attendee, by title and the rank noted beside it, then by the group of the list.

    ``roles`` gives that of a title: 永井委員（部会長） is the chair.

    >>> role_of(Attendee(label="後藤", name="後藤", group="事務局"))
    <Role.SECRETARIAT: 'secretariat'>
    """
    group = person.group or ""
    kind = _kind_of(group)
    by_title = roles(fold(person.title)) if person.title else Role.UNKNOWN
    ranked = person.note is not None and by_title is Role.MEMBER and not _OTHER_HEAD.search(person.note)
    if person.note in _PRESIDES and by_title is Role.OFFICIAL and (kind.members or group in _MET):
        # 久米市長（議長）, among those who make up the meeting, or came.
        return Role.CHAIR
    by_rank = roles(fold(person.note)) if person.note and ranked else Role.UNKNOWN
    executive = kind.executive and roles(_OF_PRESENCE.sub("", fold(group))) is not Role.MEMBER
    if kind.guest and person.organization and by_title in (Role.CHAIR, Role.DEPUTY_CHAIR):
        # 参考人　日本さく井技術協会　宇留野 桂 技術委員長
        return Role.GUEST
    for role in (by_title, by_rank):
        if role in (Role.CHAIR, Role.DEPUTY_CHAIR) and not (executive):
            return role
    if kind.secretariat:
        return Role.SECRETARIAT
    if roles(fold(group)) in (Role.CHAIR, Role.DEPUTY_CHAIR):
        return roles(fold(group))
    if kind.members and not kind.others:
        return Role.MEMBER
    if kind.guest and (by_title in (Role.UNKNOWN, Role.OFFICIAL, Role.SECRETARIAT)):
        return Role.GUEST
    return Role.OFFICIAL if executive else by_title
