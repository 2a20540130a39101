"""The domain model: a meeting, its people, its agenda and what was said and decided.

Plain immutable values. Nothing here knows a file, a format or the parser.
"""

from __future__ import annotations

from minutes_model.model.enums import (
    Act,
    Change,
    Outcome,
    Presence,
    RecordKind,
    ReplyLink,
    Role,
    SpeakerKind,
    SpeechMode,
)
from minutes_model.model.identity import assign_ids, check
from minutes_model.model.meeting import Meeting, Node, Provenance
from minutes_model.model.nodes import (
    AgendaItem,
    AttendanceChange,
    Attendee,
    Decision,
    Exchange,
    Explanation,
    Narration,
    Proceeding,
    Remark,
    Response,
    Speaker,
    Speech,
)

__all__ = [
    "Act",
    "AgendaItem",
    "AttendanceChange",
    "Attendee",
    "Change",
    "Decision",
    "Exchange",
    "Explanation",
    "Meeting",
    "Narration",
    "Node",
    "Outcome",
    "Presence",
    "Proceeding",
    "Provenance",
    "RecordKind",
    "Remark",
    "ReplyLink",
    "Response",
    "Role",
    "Speaker",
    "SpeakerKind",
    "Speech",
    "SpeechMode",
    "assign_ids",
    "check",
]
