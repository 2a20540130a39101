"""Akoma Ntoso 3.0 (OASIS LegalDocML): ``<debate name="minutes">``, valid against the strict schema.

Whoever speaks has an entry of his own in ``references``: attendees and unresolved people as TLCPerson,
groups (事務局) as TLCOrganization, offices without a name as TLCRole. Decisions are steps of the
``workflow`` with an outcome, since ``voting`` would demand a count of votes. What the vocabulary has
no place for stands in ``meta/proprietary``, one element for each node, in the namespace `NAMESPACE`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import Enum
from typing import Any
from xml.etree import ElementTree as ET

import attrs
from attrs import define, field

from minutes_model.interchange.characters import printable
from minutes_model.interchange.codebook import enum_words
from minutes_model.interchange.reading import NAMELESS, facts, heading, title_of
from minutes_model.interchange.registry import Export, exporter, losses_of
from minutes_model.model import (
    Act,
    AgendaItem,
    AttendanceChange,
    Attendee,
    Decision,
    Explanation,
    Meeting,
    Narration,
    Node,
    Remark,
    Response,
    Role,
    Speaker,
    SpeakerKind,
)
from minutes_model.model.identity import meeting_id
from minutes_model.spans import Span

__all__ = ["AKN", "NAMESPACE", "to_akn"]

_AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
NAMESPACE = "urn:minutes-model:akn:1"
"""The namespace of the elements in ``meta/proprietary``."""

_UNKNOWN_DAY = "0001-01-01"
_SPEAKER = "the speaker is written by label, entry and role"
_LOST = {
    **{f"Speaker.{name}": _SPEAKER for name in (
        "kind", "name", "title", "organization", "honorific", "note", "candidates", "rule", "confidence", "span")},
    **{f"Provenance.{name}": "only the name and the address of the source are written" for name in (
        "source_sha256", "text_sha256", "extractor", "version", "profile")},
}  # fmt: skip


def to_akn(meeting: Meeting) -> bytes:
    """The meeting as an Akoma Ntoso 3.0 document, UTF-8; every reference in it resolves.

    A day that is not known is written as 0001-01-01, since the format demands one.
    ``export(meeting, "akn").losses`` tells what is not expressed.

    >>> b'<debate name="minutes">' in to_akn(Meeting(title="銀河会議"))
    True
    """
    root = _Writer(meeting).document()
    _indent(root)
    data: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return data + b"\n"


@exporter("akn", media_type="application/akn+xml", suffix=".xml")
def AKN(meeting: Meeting) -> Export:
    """Akoma Ntoso 3.0, for legislative informatics."""
    return Export(to_akn(meeting), "application/akn+xml", losses_of(meeting, _LOST))


def _element(
    tag: str, *children: ET.Element, text: str | None = None, **attributes: str | None
) -> ET.Element:
    found = ET.Element(
        tag, {name.rstrip("_"): printable(value) for name, value in attributes.items() if value is not None}
    )
    found.text = printable(text) if text is not None else None
    found.extend(children)
    return found


_INLINE = {"p", "narrative", "scene", "summary", "from", "num", "heading", "subheading"}
_TAGS = {"TLCPerson": "person", "TLCOrganization": "organization", "TLCRole": "role"}


def _indent(root: ET.Element) -> None:
    """Indent the structure; white space within running text would be text."""
    ET.indent(root)
    for found in root.iter():
        if found.tag in _INLINE and len(found):
            found.text = found.text if (found.text or "").strip() else None
            for child in found:
                child.tail = child.tail if (child.tail or "").strip() else None


@define
class _Writer:
    meeting: Meeting
    entries: dict[tuple[str, str], ET.Element] = field(factory=dict)
    steps: list[ET.Element] = field(factory=list)
    notes: list[ET.Element] = field(factory=list)
    places: dict[int, str] = field(factory=dict)
    people: dict[str, str] = field(factory=dict)
    remarks: dict[str, Remark] = field(factory=dict)

    def document(self) -> ET.Element:
        self._entry("TLCOrganization", "minutes-model", "minutes_model", "minutes-model")
        self._entry("TLCOrganization", "body", self.meeting.body or "（名称不明）", "body")
        self._name_places()
        self.notes.append(self._note(self.meeting, None))
        body = _element("debateBody", self._roll_call(), *map(self._item, self.meeting.agenda))
        preface = _element("preface", *self._preface())
        debate = _element("debate", self._meta(), preface, body, name="minutes")
        return _element("akomaNtoso", debate, xmlns=_AKN, **{"xmlns:mm": NAMESPACE})

    def _name_places(self) -> None:
        for number, person in enumerate(self.meeting.attendees, 1):
            name = f"person_{number}"
            self.places[id(person)] = name
            self.people.setdefault(person.id, name)
            self._entry("TLCPerson", name, person.label, name)
        for number, item in enumerate(self.meeting.agenda, 1):
            self.places[id(item)] = f"item_{number}"
            for place, node in enumerate(item.proceedings, 1):
                self.places[id(node)] = f"item_{number}__p_{place}"
        self.remarks = {remark.id: remark for remark in self.meeting.remarks if remark.id}

    # Metadata --------------------------------------------------------------------------------------

    def _entry(self, kind: str, key: str, shown: str, name: str | None = None) -> str:
        """A reference to the entry of that kind and key, which is made if need be."""
        if (kind, key) not in self.entries:
            name = name or f"{kind[3:].lower()}-{len(self.entries)}"
            path = f"/ontology/{kind[3:].lower()}/jp/{name}"
            self.entries[kind, key] = _element(kind, eId=name, href=path, showAs=shown or NAMELESS)
        return f"#{self.entries[kind, key].get('eId')}"

    def _meta(self) -> ET.Element:
        source = "#minutes-model"
        workflow = [_element("workflow", *self.steps, source=source)] if self.steps else []
        references = _element("references", *self.entries.values(), source=source)
        proprietary = _element("proprietary", *self.notes, source=source)
        return _element("meta", self._identification(), *workflow, references, proprietary)

    def _identification(self) -> ET.Element:
        m = self.meeting
        day = m.date.isoformat() if m.date is not None else _UNKNOWN_DAY
        work = f"/akn/jp/debate/minutes/{day}/{meeting_id(m)}"
        dated = {"date": day, "name": "meeting" if m.date is not None else "unknown"}
        levels = (("Work", work), ("Expression", f"{work}/jpn@"), ("Manifestation", f"{work}/jpn@.xml"))
        parts = [_frbr(level, uri, dated) for level, uri in levels]
        return _element("identification", *parts, source="#minutes-model")

    def _note(self, node: Node, place: str | None) -> ET.Element:
        """What the vocabulary has no place for: the plain fields of a node as attributes."""
        found = ET.Element(f"mm:{type(node).__name__[0].lower()}{type(node).__name__[1:]}")
        if place is not None:
            found.set("ref", f"#{place}")
        for attribute in attrs.fields(type(node)):
            value = _plain(getattr(node, attribute.name))
            if value is not None and attribute.name not in ("kind", "text", "label"):
                found.set(attribute.name, printable(value))
        if isinstance(node, Response):
            found.set(
                "in_reply_to", " ".join(f"#{self.places[id(remark)]}" for remark in self._answered(node))
            )
        return found

    def _answered(self, node: Response) -> list[Remark]:
        return [self.remarks[name] for name in node.in_reply_to if name in self.remarks]

    # The text --------------------------------------------------------------------------------------

    def _preface(self) -> Iterable[ET.Element]:
        yield _element("p", _element("docTitle", text=title_of(self.meeting)))
        for label, value in facts(self.meeting):
            yield _element("p", text=f"{label}：{value}")

    def _roll_call(self) -> ET.Element:
        lines = [self._present(person) for person in self.meeting.attendees]
        return _element(
            "rollCall",
            _element("heading", text="出席者"),
            *(lines or [_element("narrative", text="記載なし")]),
        )

    def _present(self, person: Attendee) -> ET.Element:
        name = self.places[id(person)]
        self.notes.append(self._note(person, name))
        return _element("narrative", _element("person", text=person.label, refersTo=f"#{name}"))

    def _item(self, item: AgendaItem) -> ET.Element:
        name = self.places[id(item)]
        self.notes.append(self._note(item, name))
        # A subheading stands only behind a heading.
        named = (
            ("num", item.label),
            ("heading", item.title or item.section),
            ("subheading", item.section if item.title else None),
        )
        head = [_element(tag, text=words) for tag, words in named if words]
        inner = [self._proceeding(node) for node in item.proceedings]
        empty = [] if inner else [_element("narrative", text=heading(item))]
        return _element("debateSection", *head, *inner, *empty, name="item", eId=name)

    def _proceeding(self, node: Any) -> ET.Element:
        name = self.places[id(node)]
        self.notes.append(self._note(node, name))
        if isinstance(node, Remark | Response | Explanation):
            return self._speech(node, name)
        if isinstance(node, Decision):
            return self._decision(node, name)
        if isinstance(node, AttendanceChange):
            return self._scene(node, name)
        assert isinstance(node, Narration)
        return _element("narrative", text=node.text, eId=name)

    def _scene(self, node: AttendanceChange, name: str) -> ET.Element:
        people = [self._mention(person) for person in node.people]
        for person in people[:-1]:
            person.tail = "、"
        return _element("scene", *people, text=f"{enum_words('Change')[node.change].label}：", eId=name)

    def _mention(self, person: Speaker) -> ET.Element:
        who = self._who(person)
        kind = next(kind for (kind, _), entry in self.entries.items() if f"#{entry.get('eId')}" == who)
        return _element(_TAGS[kind], text=person.label, refersTo=who)

    def _speech(self, node: Remark | Response | Explanation, name: str) -> ET.Element:
        tag, to = "speech", None
        if isinstance(node, Response):
            tag, to = "answer", next((self._who(r.speaker) for r in self._answered(node)), None)
        elif isinstance(node, Remark) and node.act is Act.QUESTION:
            tag = "question"
        role = node.speaker.role
        acted = (
            self._entry("TLCRole", role, enum_words("Role")[role].label) if role is not Role.UNKNOWN else None
        )
        paragraphs = [_element("p", text=words) for words in node.paragraphs or (node.topic or "",)]
        said = _element("from", text=node.speaker.label)
        return _element(tag, said, *paragraphs, by=self._who(node.speaker), as_=acted, to=to, eId=name)

    def _who(self, speaker: Speaker) -> str:
        known = self.people.get(speaker.attendee_id or "")
        if known is not None:
            return f"#{known}"
        kind = {SpeakerKind.GROUP: "TLCOrganization", SpeakerKind.OFFICE: "TLCRole"}.get(
            speaker.kind, "TLCPerson"
        )
        return self._entry(kind, f"label {speaker.label}", speaker.label)

    def _decision(self, node: Decision, name: str) -> ET.Element:
        outcome = self._entry("TLCConcept", node.outcome, enum_words("Outcome")[node.outcome].label)
        day = self.meeting.date.isoformat() if self.meeting.date is not None else _UNKNOWN_DAY
        self.steps.append(_element("step", date=day, by="#body", outcome=outcome, refersTo=f"#{name}"))
        return _element("summary", text=node.text, eId=name)


def _frbr(level: str, uri: str, dated: dict[str, str]) -> ET.Element:
    parts = [
        _element("FRBRthis", value=f"{uri}/!main" if level == "Work" else uri),
        _element("FRBRuri", value=uri),
        _element("FRBRdate", **dated),
        _element("FRBRauthor", href="#body"),
    ]
    if level == "Work":
        parts.append(_element("FRBRcountry", value="jp"))
    elif level == "Expression":
        parts.append(_element("FRBRlanguage", language="jpn"))
    return _element(f"FRBR{level}", *parts)


def _plain(value: object) -> str | None:
    """A plain value as an attribute; None for what is empty, or is written elsewhere."""
    if isinstance(value, Span):
        return f"{value.start} {value.end}"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return str(value) if isinstance(value, str | int) and value != "" else None
