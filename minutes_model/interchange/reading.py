"""A meeting as people read it: what Markdown and HTML have in common. Labels are Japanese."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from attrs import field, frozen

from minutes_model.interchange.codebook import enum_words
from minutes_model.model import (
    AgendaItem,
    AttendanceChange,
    Attendee,
    Decision,
    Explanation,
    Meeting,
    Narration,
    Presence,
    Proceeding,
    Remark,
    Response,
    Role,
    Speaker,
)

__all__ = [
    "NAMELESS",
    "Thread",
    "act_label",
    "facts",
    "groups",
    "heading",
    "label_of",
    "person_note",
    "speaker_words",
    "threads",
    "title_of",
]

NAMELESS = "（無名）"
"""Shown in place of the label of a speaker whom the document does not name."""


@frozen
class Thread:
    """A proceeding; where it is a remark, the responses to it, and what was narrated before them."""

    node: Proceeding
    replies: list[Proceeding] = field(factory=list)


def label_of(enum: str, value: str) -> str:
    """The Japanese word for a value of an enumeration."""
    return enum_words(enum)[value].label


def title_of(meeting: Meeting) -> str:
    """The title, or what is nearest to one."""
    return meeting.title or meeting.body or "無題の会議"


def facts(meeting: Meeting) -> Iterator[tuple[str, str]]:
    """What the header of minutes says, as pairs of label and value."""
    session = meeting.session_label or (f"第{meeting.number}回" if meeting.number is not None else None)
    origin = meeting.provenance
    found = (
        ("会議体", meeting.body),
        ("回次", session),
        ("年度", str(meeting.fiscal_year.label) if meeting.fiscal_year is not None else None),
        ("日時", _when(meeting)),
        ("場所", meeting.venue),
        ("記録", label_of("RecordKind", meeting.record)),
        ("次回", meeting.next_meeting.text if meeting.next_meeting is not None else None),
        ("出典", " ".join(filter(None, (origin.source_name, origin.url))) if origin else None),
    )
    return ((label, value) for label, value in found if value)


def _when(meeting: Meeting) -> str | None:
    """令和6年9月11日（2024-09-11） 13:00～14:30."""
    day = (str(meeting.era_date) if meeting.era_date is not None else "") + (_iso(meeting) or "")
    start, end = (_clock(time) for time in (meeting.start_time, meeting.end_time))
    ending = f"{meeting.end_date.isoformat()} {end}".strip() if meeting.end_date else end
    times = f"{start}～{ending}" if ending else start
    return " ".join(filter(None, (day, times))) or None


def _iso(meeting: Meeting) -> str | None:
    if meeting.date is None:
        return None
    return f"（{meeting.date.isoformat()}）" if meeting.era_date is not None else meeting.date.isoformat()


def _clock(time: dt.time | None) -> str:
    if time is None:
        return ""
    return time.isoformat("microseconds" if time.microsecond else "seconds" if time.second else "minutes")


def groups(meeting: Meeting) -> dict[str, list[Attendee]]:
    """The attendees under the heading of their list; those on no list under one of their own."""
    found: dict[str, list[Attendee]] = {}
    for person in meeting.attendees:
        name = person.group or "出席者"
        found.setdefault(name if person.listed else "議題のため入室", []).append(person)
    return found


def person_note(person: Attendee) -> str:
    """What is known of an attendee beyond the entry as printed: role and presence, where they tell something."""
    role = label_of("Role", person.role) if person.role is not Role.UNKNOWN else None
    presence = label_of("Presence", person.presence) if person.presence is not Presence.PRESENT else None
    return "・".join(filter(None, (role, presence)))


def heading(item: AgendaItem) -> str:
    """Label and title of an item; "" for proceedings under no heading."""
    label = item.label or (str(item.number) if item.number is not None else None)
    return " ".join(filter(None, (label, item.title)))


def act_label(speech: Remark | Response | Explanation) -> str:
    """What to call a speech: 質問, 意見, 回答, 説明; 発言 where nothing says more."""
    if isinstance(speech, Remark):
        return label_of("Act", speech.act)
    return label_of("Kind", speech.kind)


def speaker_words(speaker: Speaker) -> str:
    """The label as printed; what to show where the document names nobody."""
    return speaker.label or NAMELESS


def threads(item: AgendaItem) -> list[Thread]:
    """The proceedings of an item, each response under the last of the remarks that it answers.

    Only other speeches are passed over by that. What else came before a response is shown before it: in the
    thread, where nobody else has spoken since; else the response stands at its own place.
    """
    found = _Threads()
    places: dict[str, int] = {}
    for node in item.proceedings:
        answered = [places[name] for name in getattr(node, "in_reply_to", ()) if name in places]
        if isinstance(node, Response) and answered and found.reply(node, max(answered)):
            continue
        if isinstance(node, Remark) and node.id:
            places[node.id] = len(found.threads)
        found.add(node)
    return found.threads


@frozen
class _Threads:
    """Threads in the making, and the places of those that are no speech, and of those that no thread takes in."""

    threads: list[Thread] = field(factory=list)
    narrated: list[int] = field(factory=lambda: [-1])
    others: list[int] = field(factory=lambda: [-1])

    def add(self, node: Proceeding) -> None:
        place = len(self.threads)
        if isinstance(node, Narration | AttendanceChange):
            self.narrated.append(place)
        else:
            self.others.append(place)
        if isinstance(node, Decision):
            self.narrated.append(place)
        self.threads.append(Thread(node))

    def reply(self, node: Response, place: int) -> bool:
        """Show a reply in the thread of that place, if nothing but speeches is passed over by that."""
        if self.narrated[-1] > place:
            if self.others[-1] > place:
                return False
            # Nobody has spoken since: what was narrated is part of the exchange.
            self.threads[place].replies.extend(thread.node for thread in self.threads[place + 1 :])
            del self.threads[place + 1 :]
            while self.narrated[-1] > place:
                self.narrated.pop()
        self.threads[place].replies.append(node)
        return True
