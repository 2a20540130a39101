"""Meetings as schema.org JSON-LD."""

from __future__ import annotations

import json
from typing import Any

from minutes_model import AgendaItem, Attendee, Export, Meeting, Remark, Response, exporter
from minutes_model.interchange.registry import losses_of

MEDIA_TYPE = "application/ld+json"

# What schema.org has no word for; a test holds this against what is really written.
UNEXPRESSED = {
    **{f"Meeting.{name}": "no property for it" for name in ("id", "number", "session_label", "record", "span")},
    **{f"Meeting.{name}": "dates are ISO 8601" for name in ("era_date", "fiscal_year", "next_meeting")},
    **{f"Attendee.{name}": "no property for it" for name in ("note", "group", "role", "presence", "listed", "span", "id", "family")},
    **{f"AgendaItem.{name}": "no property for it" for name in ("id", "number", "section", "span")},
    "Speaker": "a speaker is a name",
    "Explanation": "only questions and comments are written",
    "Decision": "only questions and comments are written",
    "AttendanceChange": "only questions and comments are written",
    "Narration": "only questions and comments are written",
    **{f"{cls}.{name}": "no property for it" for cls in ("Remark", "Response") for name in (
        "id", "act", "verb", "mode", "topic", "span", "text_span", "link")},
    **{f"Provenance.{name}": "no property for it" for name in (
        "source_name", "source_sha256", "text_sha256", "extractor", "version", "profile")},
}  # fmt: skip


@exporter("jsonld", media_type=MEDIA_TYPE, suffix=".jsonld")
def EXPORTER(meeting: Meeting, *, indent: int | None = 2) -> Export:
    """schema.org JSON-LD of an Event with its questions and answers."""
    # Escaped throughout, so that lone surrogates and "</script>" are harmless in a web page.
    data = json.dumps(_event(meeting), indent=indent).replace("<", "\\u003c")
    return Export(data, MEDIA_TYPE, losses_of(meeting, UNEXPRESSED))


def _event(meeting: Meeting) -> dict[str, Any]:
    return _filled({
        "@context": "https://schema.org",
        "@type": "Event",
        "name": meeting.title,
        "organizer": meeting.body and {"@type": "Organization", "name": meeting.body},
        "startDate": _moment(meeting.starts_at or meeting.date),
        "endDate": _moment(meeting.ends_at or meeting.end_date),
        "location": meeting.venue and {"@type": "Place", "name": meeting.venue},
        "attendee": [_person(person) for person in meeting.attendees],
        "url": meeting.provenance and meeting.provenance.url,
        "subEvent": [_item(item) for item in meeting.agenda],
    })  # fmt: skip


def _filled(data: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if value}


def _moment(value: Any) -> str | None:
    return value.isoformat() if value is not None else None


def _person(person: Attendee) -> dict[str, Any]:
    organization = person.organization and {"@type": "Organization", "name": person.organization}
    return _filled({
        "@type": "Person", "name": person.name or person.label, "alternateName": person.label,
        "jobTitle": person.title, "honorificSuffix": person.honorific, "affiliation": organization,
    })  # fmt: skip


def _item(item: AgendaItem) -> dict[str, Any]:
    return _filled({
        "@type": "Event", "name": item.title, "alternateName": item.label,
        "subjectOf": [_question(exchange.remark, exchange.responses) for exchange in item.exchanges],
    })  # fmt: skip


def _question(remark: Remark, responses: tuple[Response, ...]) -> dict[str, Any]:
    answers = [
        {"@type": "Answer", "author": response.speaker.label, "text": response.text} for response in responses
    ]
    return _filled(
        {"@type": "Question", "author": remark.speaker.label, "text": remark.text, "suggestedAnswer": answers}
    )
