"""The meeting itself: header, people, agenda; look-up and change by value."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any, TypeAlias, cast

from attrs import evolve, field, fields_dict, frozen

from minutes_model.era import DateExpression, EraDate, FiscalYear
from minutes_model.errors import ModelError
from minutes_model.model.enums import RecordKind
from minutes_model.model.identity import keys
from minutes_model.model.nodes import (
    AgendaItem,
    Attendee,
    Explanation,
    Proceeding,
    Proceedings,
    Remark,
    Response,
    Speaker,
)
from minutes_model.spans import Span

__all__ = ["Meeting", "Node", "Provenance"]


@frozen(kw_only=True)
class Provenance:
    """Where a meeting was read from, and by what.

    The hashes are SHA-256 in hexadecimal: ``source_sha256`` over the bytes of the file (None where
    there was none), ``text_sha256`` over the UTF-8 of the text that was parsed.
    """

    source_name: str | None = None
    url: str | None = None
    source_sha256: str | None = None
    text_sha256: str | None = None
    extractor: str | None = None
    version: str | None = None
    profile: str | None = None


def _attendees(values: Iterable[Attendee]) -> tuple[Attendee, ...]:
    return tuple(values)


def _items(values: Iterable[AgendaItem]) -> tuple[AgendaItem, ...]:
    return tuple(values)


@frozen(kw_only=True)
class Meeting(Proceedings):
    """A meeting as its minutes tell it (会議).

    ``body`` is the body that met (個人情報保護委員会), ``number`` the running number (第３００回 → 300),
    ``session_label`` what is printed of it (令和5年度第4回). ``date`` is the day, ``era_date`` the same
    as the document wrote it; times are local to Japan. What the document does not say is None.

    >>> meeting = Meeting(body="個人情報保護委員会", number=300, date=dt.date(2024, 9, 11),
    ...                   start_time=dt.time(13))
    >>> meeting.starts_at.isoformat()
    '2024-09-11T13:00:00+09:00'
    """

    id: str = ""
    body: str | None = None
    title: str | None = None
    number: int | None = None
    session_label: str | None = None
    record: RecordKind = RecordKind.SUMMARY
    date: dt.date | None = None
    end_date: dt.date | None = None
    era_date: EraDate | None = None
    fiscal_year: FiscalYear | None = None
    start_time: dt.time | None = None
    end_time: dt.time | None = None
    venue: str | None = None
    attendees: tuple[Attendee, ...] = field(default=(), converter=_attendees)
    agenda: tuple[AgendaItem, ...] = field(default=(), converter=_items)
    next_meeting: DateExpression | None = None
    provenance: Provenance | None = field(default=None, eq=False, repr=False)
    span: Span | None = field(default=None, eq=False, repr=False)

    def _proceedings(self) -> Iterator[Proceeding]:
        return (proceeding for item in self.agenda for proceeding in item.proceedings)

    @property
    def starts_at(self) -> dt.datetime | None:
        """Day and opening time in Asia/Tokyo; None where either is unknown."""
        return _moment(self.date, self.start_time)

    @property
    def ends_at(self) -> dt.datetime | None:
        """Day and closing time in Asia/Tokyo; None where either is unknown."""
        return _moment(self.end_date or self.date, self.end_time)

    def walk(self) -> Iterator[tuple[AgendaItem | None, Proceeding]]:
        """Every proceeding in document order, with the item it belongs to."""
        return ((item, proceeding) for item in self.agenda for proceeding in item.proceedings)

    @cached_property
    def _keys(self) -> dict[int, str]:
        return keys(self)

    @cached_property
    def _nodes(self) -> dict[str, Node]:
        nodes: list[Node] = [self, *self.attendees, *self.agenda, *self._proceedings()]
        found: dict[str, Node] = {self._keys[id(node)]: node for node in reversed(nodes)}
        found.update({node.id: node for node in reversed(nodes) if node.id})
        return found

    def get(self, id_or_key: str) -> Node | None:
        """The node of that id or key; None where there is none."""
        return self._nodes.get(id_or_key)

    def key(self, node: Node) -> str:
        """A name for a node that outlives one parse: for links, corrections, joins over versions.

        It is a hash over the meeting's id, the item, the speaker's label and the text without white
        space, and the ordinal among equals. Raises `ModelError` for a node of another meeting.
        """
        found = self._keys.get(id(node)) or self._keys.get(id(self._nodes.get(node.id)))
        if found is None or (node.id and self._nodes.get(node.id) != node):
            raise ModelError(f"no node of this meeting: {node!r}")
        return found

    def attendee(self, speaker_or_id: Speaker | str) -> Attendee | None:
        """The attendee a speaker was resolved to, or the one of that id; None where there is none."""
        wanted = speaker_or_id if isinstance(speaker_or_id, str) else speaker_or_id.attendee_id
        node = self._nodes.get(wanted) if wanted else None
        return node if isinstance(node, Attendee) else None

    def _named(self, words: str) -> tuple[Attendee, ...]:
        node = self._nodes.get(words)
        if isinstance(node, Attendee):
            return (node,)
        exact = tuple(a for a in self.attendees if words in (a.name, a.label))
        return exact or tuple(a for a in self.attendees if words == (a.family or a.name))

    def speeches_by(self, who: Attendee | str) -> tuple[Remark | Response | Explanation, ...]:
        """What one person said: ``who`` is an attendee, an id, a full name, a label, or a surname.

        Raises `ModelError` where several attendees bear the name, naming them. Somebody who said
        nothing, or is not there, gives ().
        """
        people = (who,) if isinstance(who, Attendee) else self._named(who)
        if len(people) > 1:
            borne = "、".join(f"{a.label} ({a.id})" for a in people)
            raise ModelError(f"{who!r} may be any of: {borne}")
        if people:
            return tuple(s for s in self.speeches if s.speaker.attendee_id == people[0].id)
        return tuple(s for s in self.speeches if s.speaker.label == who)

    def replace(self, node_or_id: Node | str, new: Node | None = None, /, **changes: Any) -> Meeting:
        """A meeting with one node changed (``changes``), or with ``new`` in its place.

        >>> meeting = Meeting(attendees=[Attendee(id="a1", label="大島委員")])
        >>> meeting.replace("a1", note="欠席").attendees[0].note
        '欠席'

        Raises `ModelError` where the node is not of this meeting, or has no such field.
        """
        old = self._own(node_or_id)
        fresh = _changed(old, changes) if new is None else new
        if new is not None and changes:
            raise ModelError("give either a new node or changed fields, not both")
        if old is self:
            return cast("Meeting", fresh)
        if isinstance(old, Attendee):
            return evolve(self, attendees=_swap(self.attendees, old, fresh))
        if isinstance(old, AgendaItem):
            return evolve(self, agenda=_swap(self.agenda, old, fresh))
        home = next(item for item in self.agenda if any(p is old for p in item.proceedings))
        changed = evolve(home, proceedings=_swap(home.proceedings, old, fresh))
        return evolve(self, agenda=_swap(self.agenda, home, changed))

    def __repr__(self) -> str:
        from minutes_model.notebook import meeting_repr

        return meeting_repr(self)

    def _repr_html_(self) -> str:
        from minutes_model.notebook import meeting_html

        return meeting_html(self)

    def _own(self, node_or_id: Node | str) -> Node:
        if isinstance(node_or_id, str):
            node = self.get(node_or_id)
        elif id(node_or_id) in self._keys:
            node = node_or_id
        else:
            node = self.get(node_or_id.id)
            node = node if node == node_or_id else None
        if node is None:
            raise ModelError(f"no node of this meeting: {node_or_id!r}")
        return node


Node: TypeAlias = Meeting | Attendee | AgendaItem | Proceeding


def _moment(day: dt.date | None, time: dt.time | None) -> dt.datetime | None:
    if day is None or time is None:
        return None
    from dateutil import tz

    return dt.datetime.combine(day, time, tzinfo=tz.gettz("Asia/Tokyo"))


def _changed(node: Node, changes: dict[str, Any]) -> Node:
    known = {name for name, attribute in fields_dict(type(node)).items() if attribute.init}
    unknown = sorted(set(changes) - known)
    if unknown:
        raise ModelError(f"{type(node).__name__} has no field {', '.join(unknown)}")
    return evolve(node, **changes)


def _swap(nodes: Iterable[Any], old: object, new: object) -> tuple[Any, ...]:
    return tuple(new if node is old else node for node in nodes)
