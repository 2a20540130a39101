"""Ids within a meeting, keys across versions, and the check of references."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import TYPE_CHECKING, TypeAlias

from attrs import evolve

from minutes_model.diagnostics import CODES, Diagnostic
from minutes_model.model.nodes import (
    AgendaItem,
    AttendanceChange,
    Attendee,
    Decision,
    Narration,
    Proceeding,
    Response,
    Speaker,
    Speech,
)
from minutes_model.text import fold, squeeze

if TYPE_CHECKING:
    from minutes_model.model.meeting import Meeting

    Child: TypeAlias = Attendee | AgendaItem | Proceeding

__all__ = ["LETTERS", "assign_ids", "check", "digest", "keys", "meeting_id"]

LETTERS = {"remark": "s", "response": "s", "explanation": "s", "decision": "d", "attendance_change": "c",
           "narration": "n"}
"""The letter of each kind of proceeding in its id: ``i1.s3``."""


def digest(parts: Iterable[str], length: int) -> str:
    """``length`` hexadecimal digits of SHA-256 over ``parts``, a record separator between them."""
    return sha256("\x1e".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:length]


def meeting_id(meeting: Meeting) -> str:
    """The id of a meeting: the same for its text, its PDF and its web page."""
    words = (meeting.body, meeting.title, meeting.number, meeting.date, meeting.start_time)
    return "m" + digest((fold(squeeze("" if w is None else str(w))) for w in words), 12)


def _fresh(prefix: str, taken: set[str], start: int) -> tuple[str, int]:
    while f"{prefix}{start}" in taken:
        start += 1
    taken.add(f"{prefix}{start}")
    return f"{prefix}{start}", start + 1


def _numbered_proceedings(item: AgendaItem, taken: set[str]) -> Iterator[Proceeding]:
    following: Counter[str] = Counter()
    for proceeding in item.proceedings:
        letter = LETTERS[proceeding.kind]
        if proceeding.id:
            following[letter] += 1
            yield proceeding
            continue
        name, count = _fresh(f"{item.id}.{letter}", taken, following[letter] + 1)
        following[letter] = count - 1
        yield evolve(proceeding, id=name)


def assign_ids(meeting: Meeting) -> Meeting:
    """The meeting with an id on every node that has none; ids given by hand stay.

    >>> from minutes_model.model import Meeting, Remark, Speaker
    >>> item = AgendaItem(proceedings=[Remark(speaker=Speaker(label="清水委員"), text="賛成である")])
    >>> assign_ids(Meeting(agenda=[item])).agenda[0].remarks[0].id
    'i1.s1'
    """
    taken = {node.id for node in _children(meeting) if node.id}
    people: list[Attendee] = []
    following = 1
    for person in meeting.attendees:
        if not person.id:
            name, following = _fresh("a", taken, following)
            person = evolve(person, id=name)
        people.append(person)
    items: list[AgendaItem] = []
    following = 1
    for item in meeting.agenda:
        if not item.id:
            name, following = _fresh("i", taken, following)
            item = evolve(item, id=name)
        items.append(evolve(item, proceedings=_numbered_proceedings(item, taken)))
    whole = evolve(meeting, attendees=people, agenda=items)
    return whole if whole.id else evolve(whole, id=meeting_id(whole))


def _children(meeting: Meeting) -> Iterator[Child]:
    yield from meeting.attendees
    for item in meeting.agenda:
        yield item
        yield from item.proceedings


def _references(meeting: Meeting) -> Iterator[tuple[str, Proceeding, str]]:
    """Each reference as (wanted id, proceeding that refers, the kind of node it must name)."""
    for node in meeting._proceedings():
        people: tuple[Speaker, ...] = ()
        if isinstance(node, Speech):
            people = (node.speaker,)
        elif isinstance(node, AttendanceChange):
            people = node.people
        for person in people:
            for reference in filter(None, (person.attendee_id, *person.candidates)):
                yield reference, node, "attendee"
        if isinstance(node, Response):
            for reference in node.in_reply_to:
                yield reference, node, "remark of its item"


def check(meeting: Meeting) -> tuple[Diagnostic, ...]:
    """What is inconsistent in a meeting: ids borne twice (MM401), references to nothing (MM402).

    A response refers to remarks of its own item; a speaker to attendees of the meeting.
    """
    found: list[Diagnostic] = []
    bearers: dict[str, list[Child]] = {}
    for child in _children(meeting):
        bearers.setdefault(child.id, []).append(child)
    for name, nodes in bearers.items():
        if name and len(nodes) > 1:
            found.append(CODES["MM401"].at(f"{len(nodes)} nodes bear the id {name!r}", nodes[1].span))
    attendees = {person.id for person in meeting.attendees}
    remarks = {id(p): {r.id for r in item.remarks} for item in meeting.agenda for p in item.proceedings}
    for reference, referrer, kind in _references(meeting):
        if reference not in (attendees if kind == "attendee" else remarks[id(referrer)]):
            who = referrer.id or referrer.kind
            found.append(CODES["MM402"].at(f"{who!r} refers to {reference!r}, no {kind}", referrer.span))
    return tuple(found)


def _words(node: Child) -> tuple[str, ...]:
    if isinstance(node, Speech):
        return node.speaker.label, node.text or node.topic or ""
    if isinstance(node, AttendanceChange):
        return node.change.value, "、".join(p.label for p in node.people)
    if isinstance(node, Decision | Narration):
        return "", node.text
    if isinstance(node, Attendee):
        return "attendee", node.label
    return "item", node.section or "", node.label or "", node.title


def keys(meeting: Meeting) -> dict[int, str]:
    """The key of every node, by ``id()`` of the node: stable over versions of the parser."""
    seen: Counter[tuple[str, ...]] = Counter()
    out = {id(meeting): meeting.id or meeting_id(meeting)}
    base = out[id(meeting)]

    def name(node: Child, home: tuple[str, ...]) -> None:
        words = (base, *home, *(fold(squeeze(word)) for word in _words(node)))
        seen[words] += 1
        out[id(node)] = "k" + digest((*words, str(seen[words])), 16)

    for person in meeting.attendees:
        name(person, ())
    for item in meeting.agenda:
        name(item, ())
        home = (out[id(item)],)
        for proceeding in item.proceedings:
            name(proceeding, home)
    return out
