"""The rows of every table, from one meeting, one parse result or one failure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, TypeAlias

from attrs import frozen

from minutes_model.diagnostics import Diagnostic
from minutes_model.model import (
    AgendaItem,
    AttendanceChange,
    Attendee,
    Decision,
    Explanation,
    Meeting,
    Node,
    Presence,
    Remark,
    Response,
    Speaker,
    assign_ids,
)
from minutes_model.model.identity import digest, keys
from minutes_model.result import ParseFailure, ParseResult, SourceDocument
from minutes_model.spans import Span

__all__ = ["rows_of"]

Row: TypeAlias = dict[str, Any]


def rows_of(item: Meeting | ParseResult | ParseFailure) -> Iterator[tuple[str, Row]]:
    """Every row of an item, each with the name of its table."""
    if isinstance(item, ParseFailure):
        yield "failures", _failure(item)
    elif isinstance(item, ParseResult):
        yield from _Rows.of(item.meeting, item.source, item.diagnostics).all()
    elif isinstance(item, Meeting):
        yield from _Rows.of(item, None, ()).all()
    else:
        raise TypeError(f"expected a Meeting, a ParseResult or a ParseFailure, not {type(item).__name__}")


def _failure(failure: ParseFailure) -> Row:
    name, error, message = failure.source_name, type(failure.error).__name__, str(failure.error)
    key = "f" + digest((name or "", error, message), 16)
    return {
        "error": error,
        "message": message,
        "source_name": name,
        "page": None,
        "start": None,
        "end": None,
        "key": key,
    }


@frozen
class _Rows:
    """What the rows of one meeting need to know of it."""

    meeting: Meeting
    source: SourceDocument | None
    diagnostics: tuple[Diagnostic, ...]
    source_name: str | None
    keys: dict[int, str]
    people: dict[str, Attendee]

    @classmethod
    def of(
        cls, meeting: Meeting, source: SourceDocument | None, diagnostics: tuple[Diagnostic, ...]
    ) -> _Rows:
        if not meeting.id or any(not node.id for node in _inner(meeting)):
            meeting = assign_ids(meeting)
        told = meeting.provenance
        name = (source.name or source.url) if source else (told.source_name or told.url) if told else None
        people = {person.id: person for person in meeting.attendees}
        return cls(meeting, source, diagnostics, name, keys(meeting), people)

    def all(self) -> Iterator[tuple[str, Row]]:
        yield "meetings", self.meeting_row()
        for person in self.meeting.attendees:
            yield "attendees", self.attendee_row(person)
        for position, item in enumerate(self.meeting.agenda, 1):
            yield "agenda", self.item_row(item, position)
            for exchange in item.exchanges:
                for response in exchange.responses or (None,):
                    yield "exchanges", self.exchange_row(item, exchange.remark, response)
        yield from self.proceedings()
        yield from (("problems", row) for row in self.problem_rows())

    def proceedings(self) -> Iterator[tuple[str, Row]]:
        position = 0
        for item in self.meeting.agenda:
            for node in item.proceedings:
                if isinstance(node, Remark | Response | Explanation):
                    position += 1
                    yield "speeches", self.speech_row(item, node, position)
                elif isinstance(node, Decision):
                    yield "decisions", self.decision_row(item, node)
                elif isinstance(node, AttendanceChange):
                    yield from (("attendance", row) for row in self.attendance_rows(item, node))

    # What several tables share ---------------------------------------------------------------------

    def place(self, span: Span | None, key: str) -> Row:
        """The columns every table ends with."""
        start, end = (span.start, span.end) if span is not None else (None, None)
        page = (
            self.source.locate(start).page
            if self.within(span) and self.source and start is not None
            else None
        )
        return {"source_name": self.source_name, "page": page, "start": start, "end": end, "key": key}

    def within(self, span: Span | None) -> bool:
        return span is not None and self.source is not None and span.end <= len(self.source.text)

    def node(self, node: Node) -> Row:
        return self.place(node.span, self.keys[id(node)])

    def who(self, speaker: Speaker, prefix: str) -> Row:
        """A speaker's parts, completed from the list of attendees."""
        person = self.people.get(speaker.attendee_id or "")
        return {
            f"{prefix}label": speaker.label,
            f"{prefix}name": speaker.name or (person.name if person else None),
            f"{prefix}title": speaker.title or (person.title if person else None),
            f"{prefix}role": speaker.role.value,
            f"{prefix}organization": speaker.organization or (person.organization if person else None),
        }

    # Tables ----------------------------------------------------------------------------------------

    def meeting_row(self) -> Row:
        m, origin = self.meeting, self.meeting.provenance
        return {
            "meeting_id": m.id, "body": m.body, "title": m.title, "number": m.number,
            "session_label": m.session_label, "record": m.record.value, "date": m.date, "end_date": m.end_date,
            "era_date": str(m.era_date) if m.era_date is not None else None,
            "fiscal_year": m.fiscal_year.year if m.fiscal_year is not None else None,
            "start_time": m.start_time, "end_time": m.end_time, "venue": m.venue,
            "next_meeting": m.next_meeting.text if m.next_meeting is not None else None,
            "attendee_count": sum(a.presence is not Presence.ABSENT for a in m.attendees),
            "item_count": sum(bool(item.label or item.title) for item in m.agenda),
            "speech_count": len(m.speeches),
            "url": origin.url if origin else None, "source_sha256": origin.source_sha256 if origin else None,
            **self.node(m),
        }  # fmt: skip

    def attendee_row(self, person: Attendee) -> Row:
        return {
            "meeting_id": self.meeting.id, "attendee_id": person.id, "label": person.label, "name": person.name,
            "family": person.family, "title": person.title, "organization": person.organization,
            "honorific": person.honorific, "note": person.note, "group": person.group, "role": person.role.value,
            "presence": person.presence.value, "listed": person.listed, **self.node(person),
        }  # fmt: skip

    def item_row(self, item: AgendaItem, position: int) -> Row:
        return {
            "meeting_id": self.meeting.id, "item_id": item.id, "position": position, "number": item.number,
            "label": item.label, "title": item.title or None, "section": item.section,
            "speech_count": len(item.speeches), **self.node(item),
        }  # fmt: skip

    def exchange_row(self, item: AgendaItem, remark: Remark, response: Response | None) -> Row:
        m = self.meeting
        pair = (self.keys[id(remark)], self.keys[id(response)] if response else "")
        return {
            "meeting_id": m.id, "item_id": item.id, "remark_id": remark.id,
            "response_id": response.id if response else None, "body": m.body, "number": m.number, "date": m.date,
            "item": " ".join(filter(None, (item.label, item.title))) or None,
            **self.who(remark.speaker, "asker_"), "asker_attendee_id": remark.speaker.attendee_id,
            "question_act": remark.act.value, "question": remark.text or remark.topic,
            **(self.who(response.speaker, "answerer_") if response else _NOBODY),
            "answerer_attendee_id": response.speaker.attendee_id if response else None,
            "answer": (response.text or response.topic) if response else None,
            "link": response.link.value if response else None,
            **self.place(remark.span, "x" + digest(pair, 16)),
        }  # fmt: skip

    def speech_row(self, item: AgendaItem, speech: Remark | Response | Explanation, position: int) -> Row:
        return {
            "meeting_id": self.meeting.id, "item_id": item.id, "speech_id": speech.id, "position": position,
            "kind": speech.kind, **self.who(speech.speaker, "speaker_"), "speaker_kind": speech.speaker.kind.value,
            "attendee_id": speech.speaker.attendee_id, "candidate_count": len(speech.speaker.candidates),
            "confidence": speech.speaker.confidence, "act": speech.act.value, "verb": speech.verb,
            "mode": speech.mode.value, "topic": speech.topic, "text": speech.text or None, **self.node(speech),
        }  # fmt: skip

    def decision_row(self, item: AgendaItem, decision: Decision) -> Row:
        return {
            "meeting_id": self.meeting.id, "item_id": item.id, "decision_id": decision.id,
            "outcome": decision.outcome.value, "text": decision.text, **self.node(decision),
        }  # fmt: skip

    def attendance_rows(self, item: AgendaItem, change: AttendanceChange) -> Iterator[Row]:
        for number, person in enumerate(change.people, 1):
            key = "p" + digest((self.keys[id(change)], str(number)), 16)
            yield {
                "meeting_id": self.meeting.id, "item_id": item.id, "change_id": change.id,
                "change": change.change.value, **self.who(person, ""), "attendee_id": person.attendee_id,
                **self.place(person.span or change.span, key),
            }  # fmt: skip

    def problem_rows(self) -> Iterator[Row]:
        seen: Counter[tuple[str, str]] = Counter()
        for found in self.diagnostics:
            seen[found.code, found.message] += 1
            words = (self.meeting.id, found.code, found.message, str(seen[found.code, found.message]))
            place = self.place(found.span, "d" + digest(words, 16))
            source = self.source if self.within(found.span) else None
            yield {
                "meeting_id": self.meeting.id, "code": found.code, "severity": found.severity.value,
                "message": found.message,
                "line": source.locate(found.span.start).line if source and found.span else None,
                "excerpt": source.text[found.span.slice] if source and found.span else None, **place,
            }  # fmt: skip


_NOBODY: Row = dict.fromkeys(
    f"answerer_{part}" for part in ("label", "name", "title", "role", "organization")
)


def _inner(meeting: Meeting) -> Iterator[Node]:
    yield from meeting.attendees
    for item in meeting.agenda:
        yield item
        yield from item.proceedings
