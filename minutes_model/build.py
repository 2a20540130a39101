"""Drafts become the model: strings cleaned, ids given, people resolved, regions claimed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Any, Literal

from attrs import define, evolve, field

from minutes_model.diagnostics import CODES, Diagnostic
from minutes_model.grammar.contents import UNCLOSED
from minutes_model.grammar.draft import Decided, Entry, ItemDraft, Moved, Said, Slice, Told
from minutes_model.grammar.list_people import PersonDraft
from minutes_model.layout import Flow, unframed
from minutes_model.model import (
    AgendaItem,
    AttendanceChange,
    Attendee,
    Change,
    Decision,
    Explanation,
    Narration,
    Proceeding,
    Remark,
    Response,
    Role,
    Speaker,
    SpeakerKind,
)
from minutes_model.people.resolve import Resolver, turn_speaker
from minutes_model.people.roles import MEMBERS, role_of_title
from minutes_model.regions import CONTENT, CUE, NARRATION, SPEAKER, UNPARSED, Claims
from minutes_model.result import RegionKind
from minutes_model.spans import Span
from minutes_model.text import clean, fold

__all__ = ["Builder"]

_SPEECHES: dict[str, type[Remark | Response | Explanation]] = {"remark": Remark, "response": Response, "explanation": Explanation}
_PARTED = frozenset(("opinion.part", "opinion.cell", "opinion.gap", "opinion.colon", "opinion.bracket"))
"""By what rules a word before a speech may only tell a question from its answer."""
_LETTERS = {Decided: "d", Moved: "c", Told: "n"}


@define(eq=False, repr=False)
class Builder:
    """Makes the values of one meeting, in document order."""

    flow: Flow
    resolver: Resolver
    claims: Claims = field(factory=Claims)
    diagnostics: list[Diagnostic] = field(factory=list)
    noted: set[str] = field(factory=set)
    line: tuple[int, int, int] = (0, 0, 0)
    """The printed line asked for last, and how far it lies from its place in the source: most spans are of the same."""

    def note(self, speaker: Speaker) -> None:
        """Say, once a label, that a speaker may be several people or is on no list."""
        if speaker.attendee_id is not None or speaker.label in self.noted:
            return
        self.noted.add(speaker.label)
        if speaker.candidates:
            names = "、".join(filter(None, (self.resolver.label_of(i) for i in speaker.candidates)))
            self.diagnostics.append(CODES["MM202"].at(f"{speaker.label} may be any of: {names}", speaker.span))
        elif speaker.kind is SpeakerKind.PERSON and self.resolver.lists_people:
            self.diagnostics.append(CODES["MM203"].at(f"{speaker.label} is on no list of those present", speaker.span))

    def span(self, start: int, end: int) -> Span:
        """The place in the source of a part of the flow, which must not be empty."""
        first, last, shift = self.line
        if not first <= start < end <= last:
            starts = self.flow.starts
            index = bisect_right(starts, start) - 1
            first, last, shift = self.line = starts[index], starts[index + 1], self.flow.places[index] - starts[index]
            if end > last:
                return Span(*self.flow.source_span(start, end))
        return Span(start + shift, end + shift)

    def words(self, place: Slice) -> str:
        """A part of the flow as one reads it, paragraphs kept apart."""
        text = self.flow.text[place[0] : place[1]]
        if "\n" not in text:
            return clean(text).strip()
        return "\n".join(filter(None, (clean(line).strip() for line in text.split("\n"))))

    def attendee(self, number: int, draft: PersonDraft) -> Attendee:
        """A listed attendee; roles are the resolver's matter."""
        label = unframed(self.flow.text[draft.start : draft.end]).strip()
        if draft.name is None and draft.title is None:
            span = self.span(draft.start, draft.end)
            self.diagnostics.append(CODES["MM201"].at(f"neither name nor title could be told: {label[:60]}", span))
        return self.resolver.listed(
            Attendee(
                id=f"a{number}", label=label, name=draft.name, family=draft.family, title=draft.title,
                organization=draft.organization, honorific=draft.honorific, note=draft.note, group=draft.group,
                presence=draft.presence, span=self.span(draft.start, draft.end),
            ),
            seat=draft.seat,
        )  # fmt: skip

    def items(self, drafts: Sequence[ItemDraft]) -> list[AgendaItem]:
        """The agenda items with their proceedings."""
        return [self._item(number, draft) for number, draft in enumerate(drafts, start=1)]

    def _item(self, number: int, draft: ItemDraft) -> AgendaItem:
        name = f"i{number}"
        if draft.heading:
            self.claims.add(*draft.heading, RegionKind.HEADING, name, "heading")
        proceedings = _Proceedings(self, name).of(draft.entries)
        return AgendaItem(
            id=name, number=draft.number, label=draft.label, title=draft.title, section=draft.section,
            proceedings=proceedings, span=self._extent(draft),
        )  # fmt: skip

    def _extent(self, draft: ItemDraft) -> Span | None:
        blocks = self.flow.blocks[draft.first : draft.last]
        places = [draft.heading] if draft.heading else []
        places += [(b.start, b.end) for b in (blocks[:1] + blocks[-1:])] if blocks else []
        places += [(entry.start, entry.end) for entry in draft.entries]
        places = [p for p in places if p[0] < p[1]]
        return self.span(min(p[0] for p in places), max(p[1] for p in places)) if places else None


def _as_officer(speaker: Speaker) -> tuple[Literal["remark", "explanation"], Speaker]:
    """Members give no explanation: one who presents does so as the officer his label calls him, or remarks."""
    role = role_of_title(fold(speaker.title or ""))
    return ("remark", speaker) if role in MEMBERS or role is Role.UNKNOWN else ("explanation", evolve(speaker, role=role))


@define(eq=False, repr=False)
class _Proceedings:
    """The proceedings of one item: ids counted by kind, replies by the ids of their remarks."""

    builder: Builder
    item: str
    counts: dict[str, int] = field(factory=dict)
    ids: dict[int, str] = field(factory=dict)

    def of(self, entries: Iterable[Entry]) -> list[Proceeding]:
        ordered = sorted(entries, key=lambda e: (e.start, -e.end))
        for entry in ordered:
            letter = "s" if isinstance(entry, Said) else _LETTERS[type(entry)]
            self.counts[letter] = self.counts.get(letter, 0) + 1
            self.ids[id(entry)] = f"{self.item}.{letter}{self.counts[letter]}"
        return [self._value(entry, self.ids[id(entry)]) for entry in ordered]

    def _value(self, entry: Entry, name: str) -> Proceeding:
        match entry:
            case Said():
                return self._speech(entry, name)
            case Decided():
                return self._decision(entry, name)
            case Moved():
                return self._change(entry, name)
            case Told():
                return self._narration(entry, name)

    def _speech(self, said: Said, name: str) -> Proceeding:
        builder = self.builder
        self._claim_speech(said, name)
        place, speaker = builder.span(said.start, said.end), self._speaker(said)
        if said.kind == "explanation" and speaker.role in MEMBERS:
            said.kind, speaker = _as_officer(speaker)
        if said.rule == UNCLOSED:
            builder.diagnostics.append(CODES["MM302"].at("the quotation 「 is never closed", place))
        more: dict[str, Any] = self._replies(said, place) if said.kind == "response" else {}
        return _SPEECHES[said.kind](
            id=name, speaker=speaker, text=builder.words(said.text) if said.text else "",
            topic=builder.words(said.topic) if said.topic else None, act=said.act,
            verb=builder.words(said.verb) if said.verb else None, mode=said.mode, span=place,
            text_span=builder.span(*said.text) if said.text else None, **more,
        )  # fmt: skip

    def _replies(self, said: Said, place: Span) -> dict[str, Any]:
        if not said.replies:
            self.builder.diagnostics.append(CODES["MM304"].at("the text does not tell which remark is answered", place))
        return {"in_reply_to": [self.ids[id(r)] for r in said.replies if id(r) in self.ids], "link": said.link}

    def _speaker(self, said: Said) -> Speaker:
        builder = self.builder
        place = builder.span(*said.who) if said.who else None
        label = said.label or (builder.words(said.who).replace("\n", "") if said.who else "")
        turn = turn_speaker(label, place) if said.rule in _PARTED else None
        if turn is not None:
            return turn
        speaker = builder.resolver.speaker(label, place)
        if place is not None:
            builder.note(speaker)
        return speaker

    def _claim_speech(self, said: Said, name: str) -> None:
        at = said.start
        parts: list[tuple[int, int]] = []
        places = [(said.who, SPEAKER), (said.text, CONTENT)]
        if said.who and said.text and said.text < said.who:
            places.reverse()
        for place, kind in places:
            if place and at <= place[0] and place[1] <= said.end:
                parts += ((place[0], CUE), (place[1], kind))
                at = place[1]
        parts.append((said.end, CUE))
        self.builder.claims.run(said.start, name, said.rule, parts)

    def _decision(self, decided: Decided, name: str) -> Decision:
        if not decided.quoted:
            self.builder.claims.run(decided.start, name, decided.rule, ((decided.end, CONTENT),))
        place = (decided.start, decided.end)
        return Decision(id=name, text=self.builder.words(place), outcome=decided.outcome, span=self.builder.span(*place))

    def _change(self, moved: Moved, name: str) -> AttendanceChange:
        add = self.builder.claims.add
        at = moved.start
        for place in moved.people:
            add(at, place[0], RegionKind.CUE, name, moved.rule)
            add(*place, RegionKind.SPEAKER, name, moved.rule)
            at = place[1]
        add(at, moved.end, RegionKind.CUE, name, moved.rule)
        resolver = self.builder.resolver
        labels = [(self.builder.words(p), self.builder.span(*p)) for p in moved.people]
        people = resolver.joined(labels) if moved.change is Change.JOINED else [resolver.speaker(*p) for p in labels]
        return AttendanceChange(id=name, change=moved.change, people=people, span=self.builder.span(moved.start, moved.end))

    def _narration(self, told: Told, name: str) -> Narration:
        builder = self.builder
        builder.claims.run(told.start, name, told.rule, ((told.end, NARRATION if told.understood else UNPARSED),))
        span = builder.span(told.start, told.end)
        text = builder.words((told.start, told.end))
        if not told.understood:
            shown = text if len(text) <= 40 else text[:39] + "…"
            builder.diagnostics.append(CODES["MM301"].at(f"not understood: {shown}", span))
        return Narration(id=name, text=text, span=span)
