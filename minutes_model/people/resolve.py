"""From the label a document prints to the attendee it means; never a guess.

A label is looked up in the roster first: word for word, then as a listed surname before a title.
Only what is left is split by the word lists. Where two attendees fit equally well both are kept as
candidates and nobody is chosen. Rules and weights: the cases of 後藤課長 for a listed 後藤海技課長, of two
小川 told apart by title, of 委員長 for the one who bears the title.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from attrs import define, evolve, field

from minutes_model.model import Attendee, Presence, Role, Speaker, SpeakerKind
from minutes_model.people.designation import Designation, split_designation
from minutes_model.people.roles import role_of_title
from minutes_model.people.variants import fold_variants
from minutes_model.spans import Span
from minutes_model.text import fold, squeeze

__all__ = ["Resolver", "speaker_kind"]

_MASKED = re.compile(r"(?:[A-Z]|[甲乙丙丁]|[○●◎△□×]{1,3}|\d{1,2})(?:委員|構成員|議員|氏|さん|理事|評議員|番委員|番)?$|(?:委員|構成員)(?:[A-Z]|\d{1,2})$")
_ANONYMOUS = re.compile(r"(?:委員|議員|構成員|評議員|傍聴者|参加者|出席者|ある委員|別の委員|他の委員|一委員|\d+人の委員|質問者|発言者|市民|意見陳述人)$")
_GROUP = re.compile(
    r"(?:各|全|複数の|数名の|\d+名の?|\d+人の|[二三四五]名の).*|.*(?:事務局|側|一同|各位|委員会|本部|当局|全員|担当課|関係課|[課局部省庁署室]|会|協会|会社|法人|機構|大学|市|町|村|県|都|府|委員ら|委員等|及び.*|、.*)$"
)
_GROUP_TITLES = re.compile(r"(?:部会|委員会|協議会|総会|議会|審議会)$")
_SECRETARIAT = re.compile(r"事務局|書記|庶務")
_EXECUTIVE = re.compile(r"説明|執行|行政|市側|町側|県側|当局|理事者|関係課|関係職員|関係省庁|省|庁|県警|警察本部|職員")
_GUEST = re.compile(r"オブザーバー|参考人|関係者|有識者|ゲスト|招へい|陪席|列席")
_MEMBERS = re.compile(r"委員|議員|構成員|評議員|部会長|座長|^(?:出席)?理事$|^役員$(?!)")
_SEVERAL = re.compile(r"(?:各|全)(?=委員|議員|構成員|理事|評議員|課|部|局|省|庁)|(?:複数|数名|\d+[名人]|[二三四五]名)の?(?=委員|議員|構成員|理事|評議員)")
_ACTING = frozenset({"委員長", "会長", "座長", "部会長", "分科会長", "議長", "理事長", "教育長"})


def speaker_kind(label: str, name: str | None, title: str | None) -> SpeakerKind:
    """What a label names, by its words alone.

    >>> speaker_kind("Ａ委員", "Ａ", "委員"), speaker_kind("官房長", None, "官房長"), speaker_kind("事務局", None, None)
    (<SpeakerKind.MASKED: 'masked'>, <SpeakerKind.OFFICE: 'office'>, <SpeakerKind.GROUP: 'group'>)
    """
    words = fold(squeeze(label))
    if _MASKED.match(words):
        return SpeakerKind.MASKED
    if _ANONYMOUS.match(words) or not words:
        return SpeakerKind.ANONYMOUS
    if name:
        return SpeakerKind.GROUP if re.search(r"及び|、", words) else SpeakerKind.PERSON
    if title and not _GROUP_TITLES.search(title) and not re.match(r"各|全", words):
        return SpeakerKind.OFFICE
    return SpeakerKind.GROUP if _GROUP.match(words) or not title else SpeakerKind.OFFICE


@define
class _Roster:
    """The attendees known so far, by the words they may be called by."""

    people: list[Attendee] = field(factory=list)
    by_label: dict[str, list[Attendee]] = field(factory=dict)
    by_name: dict[str, list[Attendee]] = field(factory=dict)
    titles: set[str] = field(factory=set)

    def add(self, person: Attendee) -> None:
        self.people.append(person)
        for words in {_key(person.label), _key((person.name or "") + (person.title or "")), _key(person.name or "")} - {""}:
            self.by_label.setdefault(words, []).append(person)
        for words in {_key(w) for w in _names(person)}:
            self.by_name.setdefault(words, []).append(person)
        if person.title:
            self.titles.add(_key(person.title))


def _names(person: Attendee) -> Iterable[str]:
    if person.name is None:
        return ()
    bare = re.sub(r"[（(][^（()）]*[）)]$", "", person.name)
    return [w for w in (person.name, bare, person.family) if w]


def _key(words: str) -> str:
    return fold_variants(fold(squeeze(words)))


def _as_printed(part: str | None, label: str) -> str | None:
    """The part of an attendee as the label prints it: 高村 listed, 髙村 here."""
    if part is None:
        return None
    words, wanted = squeeze(label), _key(part)
    at = _key(words).find(wanted)
    return part if at < 0 else words[at : at + len(wanted)]


@define
class Resolver:
    """Resolves the labels of one meeting."""

    roster: _Roster = field(factory=_Roster)
    unlisted: list[Attendee] = field(factory=list)
    seen: dict[str, Speaker] = field(factory=dict)
    secretariat: bool = False

    def listed(self, person: Attendee) -> Attendee:
        """Take an attendee of the header's lists into the roster; gives it with its role."""
        known = evolve(person, role=role_of(person))
        self.secretariat = self.secretariat or known.role is Role.SECRETARIAT
        self.roster.add(known)
        return known

    def settle(self, people: Sequence[Attendee]) -> list[Attendee]:
        """The listed attendees once all are known: the body's own officials are its secretariat.

        In a list without groups that names a 事務局長, officials of no other organization are his staff.
        """
        if not self.secretariat:
            return list(people)
        self.roster, settled = _Roster(), []
        for person in people:
            own = person.role is Role.OFFICIAL and not person.organization and not _EXECUTIVE.search(person.group or "")
            settled.append(evolve(person, role=Role.SECRETARIAT) if own else person)
            self.roster.add(settled[-1])
        return settled

    def speaker(self, label: str, span: Span | None) -> Speaker:
        """The speaker a label names."""
        known = self.seen.get(label)
        if known is None:
            known = self.seen[label] = self._resolve(label)
        return evolve(known, span=span) if span is not None else known

    def joined(self, people: Sequence[tuple[str, Span]]) -> list[Speaker]:
        """People who came for an item: those on no list become attendees; one organization is shared."""
        found: list[Speaker] = []
        organization: str | None = None
        for label, span in people:
            speaker = self._resolve(label)
            organization = speaker.organization or organization
            speaker = evolve(speaker, organization=speaker.organization or organization, span=span)
            if speaker.attendee_id is None and not speaker.candidates and speaker.kind is SpeakerKind.PERSON:
                speaker = evolve(speaker, attendee_id=self._arrived(speaker).id, rule="arrival", confidence=1.0)
            found.append(speaker)
        self.seen.clear()
        return found

    def _arrived(self, speaker: Speaker) -> Attendee:
        number = len(self.roster.people) + 1
        person = Attendee(
            id=f"a{number}", label=speaker.label, name=speaker.name, family=speaker.name, title=speaker.title,
            organization=speaker.organization, honorific=speaker.honorific, note=speaker.note,
            role=Role.OFFICIAL if speaker.organization else speaker.role, presence=Presence.PARTIAL, listed=False, span=speaker.span,
        )  # fmt: skip
        self.unlisted.append(person)
        self.roster.add(person)
        return person

    # -- one label ----------------------------------------------------------------

    def _resolve(self, label: str) -> Speaker:
        key = _key(label)
        exact = self.roster.by_label.get(key, [])
        if len(exact) == 1 and exact[0].name:
            return self._named(label, exact[0])
        if _SEVERAL.match(key):
            return self._several(label)
        if _MASKED.match(key) or _ANONYMOUS.match(key) or not key:
            return self._nobody(label)
        surname = self._listed_surname(label, key)
        if surname is not None:
            return surname
        if key in self.roster.titles:
            return self._office(label, Designation(text=label, title=squeeze(label), confidence=1.0))
        split = split_designation(label, roster=self.roster.people)
        if split.name is None:
            return self._office(label, split)
        return self._person(label, split)

    def _several(self, label: str) -> Speaker:
        return Speaker(label=label, kind=SpeakerKind.GROUP, role=role_of_title(fold(squeeze(label))), rule="group", confidence=1.0)

    def _nobody(self, label: str) -> Speaker:
        words = fold(squeeze(label))
        masked = re.match(r"(?:[A-Z甲乙丙丁○●◎△□×\d]+)", words)
        name = label[: masked.end()] if masked and _MASKED.match(words) else None
        title = label[masked.end():] if masked and name else label
        role = role_of_title(words)
        return Speaker(label=label, kind=speaker_kind(label, name, title), name=name, title=title or None, role=role, rule="anonymous", confidence=1.0)

    def _listed_surname(self, label: str, key: str) -> Speaker | None:
        """A listed surname before words that end a title: no word list is asked."""
        squeezed = squeeze(label)
        for length in range(min(6, len(key) - 1), 0, -1):
            people = self.roster.by_name.get(key[:length])
            title = squeezed[length:]
            if people and role_of_title(fold(title)) is not Role.UNKNOWN and "(" not in key[length:]:
                split = Designation(text=label, name=squeezed[:length], title=title, confidence=1.0)
                found = self._among(label, split, people)
                if found.attendee_id is not None or found.candidates:
                    return found
        return None

    def _person(self, label: str, split: Designation) -> Speaker:
        people = self.roster.by_name.get(_key(split.name or ""), [])
        if not people and split.family:
            people = self.roster.by_name.get(_key(split.family), [])
        return self._among(label, split, people)

    def _among(self, label: str, split: Designation, people: Sequence[Attendee]) -> Speaker:
        scored = sorted(((_fit(split, p), n, p) for n, p in enumerate(people)), key=lambda s: (-s[0][0], s[1]))
        fits = [s for s in scored if s[0][0] > 0.3]
        base = self._speaker(label, split)
        if not fits:
            return evolve(base, rule="unlisted", confidence=split.confidence)
        best = fits[0]
        rivals = [s for s in fits[1:] if best[0][0] - s[0][0] <= 0.1]
        if rivals:
            ids = [s[2].id for s in [best, *rivals]]
            return evolve(base, candidates=ids, rule="ambiguous", confidence=0.4)
        return self._bound(base, best[2], best[0][1], best[0][0] * split.confidence)

    def _office(self, label: str, split: Designation) -> Speaker:
        base = self._speaker(label, split)
        if base.kind is not SpeakerKind.OFFICE or not split.title:
            return evolve(base, rule="group", confidence=split.confidence)
        for rule, confidence, fits in (("title", 1.0, _same_title), ("title_end", 0.7, _ends_title), ("acting", 0.7, _acts_for)):
            people = [p for p in self.roster.people if p.title and p.presence is not Presence.ABSENT and fits(p.title, split.title) and _org_fits(split, p)]
            noted = [p for p in people if split.note and p.note == split.note]
            people = noted or people
            if len(people) == 1:
                return self._bound(base, people[0], rule, confidence)
            if people:
                return evolve(base, candidates=[p.id for p in people], rule="ambiguous", confidence=0.4)
        return evolve(base, rule="unlisted", confidence=split.confidence)

    def _named(self, label: str, person: Attendee) -> Speaker:
        """A listed label word for word; its parts in the form of kanji printed here."""
        parts = (_as_printed(part, label) for part in (person.name, person.title, person.organization))
        name, title, organization = parts
        return Speaker(
            label=label, kind=SpeakerKind.PERSON, name=name, title=title, organization=organization,
            honorific=person.honorific, note=person.note, role=person.role, attendee_id=person.id, rule="label", confidence=1.0,
        )  # fmt: skip

    def _bound(self, base: Speaker, person: Attendee, rule: str, confidence: float) -> Speaker:
        role = person.role if person.role is not Role.UNKNOWN else base.role
        return evolve(base, attendee_id=person.id, role=role, rule=rule, confidence=confidence)

    def _speaker(self, label: str, split: Designation) -> Speaker:
        kind = speaker_kind(label, split.name, split.title)
        role = role_of_title(fold(split.title or squeeze(label)))
        return Speaker(label=label, kind=kind, name=split.name, title=split.title, organization=split.organization,
                       honorific=split.honorific, note=split.note, role=role)


def _fit(split: Designation, person: Attendee) -> tuple[float, str]:
    """How well a designation with a name fits an attendee of that name, and by which rule."""
    score, rule = _title_fit(split, person)
    if person.name and split.name and _key(person.name) == _key(split.name) and len(person.name) > 3 and person.family:
        score, rule = 1.0, "full_name"
    if not _org_fits(split, person):
        score *= 0.5
    return score, rule


def _title_fit(split: Designation, person: Attendee) -> tuple[float, str]:
    wanted, held = _key(split.title or ""), _key(person.title or "")
    if not wanted or not held:
        return 0.9, "name"
    if wanted == held:
        return 0.95, "name_title"
    if held.endswith(wanted) and not _deputises(held, wanted):
        return 0.77, "name_title_end"
    if wanted.endswith(held) and not _deputises(wanted, held):
        return 0.7, "name_title_end"
    if wanted in ("委員", "議員", "構成員", "評議員") and person.role in (Role.CHAIR, Role.DEPUTY_CHAIR, Role.MEMBER):
        return 0.6, "name_member"
    return (0.4, "name_deputy") if wanted in held or held in wanted else (0.1, "name")


def _deputises(longer: str, shorter: str) -> bool:
    return longer.removesuffix(shorter).endswith("副")


def _org_fits(split: Designation, person: Attendee) -> bool:
    if not split.organization or not person.organization:
        return True
    wanted, held = _key(split.organization), _key(person.organization)
    return wanted in held or held in wanted


def _same_title(held: str, wanted: str) -> bool:
    return _key(held) == _key(wanted)


def _ends_title(held: str, wanted: str) -> bool:
    longer, shorter = _key(held), _key(wanted)
    return len(shorter) > 1 and longer.endswith(shorter) and not _deputises(longer, shorter)


def _acts_for(held: str, wanted: str) -> bool:
    return wanted in _ACTING and bool(re.match(rf"{wanted}(?:職務)?(?:代理|代行)者?$", held))


def role_of(person: Attendee) -> Role:
    """The role of a listed attendee, by title first, then by the group of the list."""
    group = person.group or ""
    by_title = role_of_title(fold(person.title)) if person.title else Role.UNKNOWN
    if by_title in (Role.CHAIR, Role.DEPUTY_CHAIR) and not _EXECUTIVE.search(group):
        return by_title
    if _SECRETARIAT.search(group):
        return Role.SECRETARIAT
    if _MEMBERS.search(group) and not re.search(r"職員|説明|事務局|以外", group):
        return Role.MEMBER
    if _GUEST.search(group) and by_title in (Role.UNKNOWN, Role.OFFICIAL):
        return Role.GUEST
    if _EXECUTIVE.search(group):
        return Role.OFFICIAL
    return by_title
