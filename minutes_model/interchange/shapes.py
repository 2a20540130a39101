"""The classes that are written and read, and what their fields are: one account for JSON, its schema and the codebook."""

from __future__ import annotations

import datetime as dt
import types
import typing
from collections.abc import Mapping
from enum import Enum
from functools import cache
from typing import Any, Literal, Union

import attrs
from attrs import frozen

from minutes_model.diagnostics import Diagnostic
from minutes_model.era import DateExpression, EraDate, FiscalYear
from minutes_model.model import (
    AgendaItem,
    AttendanceChange,
    Attendee,
    Decision,
    Explanation,
    Meeting,
    Narration,
    Provenance,
    Remark,
    Response,
    Speaker,
)
from minutes_model.result import ParseResult, Region, SourceDocument

__all__ = [
    "CLASSES",
    "PROCEEDINGS",
    "Field",
    "enums_of",
    "fields_of",
    "is_tuple",
    "is_union",
    "optional",
    "tag_of",
]

PROCEEDINGS: Mapping[str, type] = types.MappingProxyType(
    {
        "remark": Remark,
        "response": Response,
        "explanation": Explanation,
        "decision": Decision,
        "attendance_change": AttendanceChange,
        "narration": Narration,
    }
)
"""The class of every kind of proceeding, by its tag."""

CLASSES: tuple[type, ...] = (
    ParseResult,
    Meeting,
    Attendee,
    AgendaItem,
    *PROCEEDINGS.values(),
    Speaker,
    Provenance,
    FiscalYear,
    DateExpression,
    EraDate,
    SourceDocument,
    Region,
    Diagnostic,
)
"""Every class that has a form in JSON, the outermost first."""


@frozen
class Field:
    """A field as JSON has it: its name, its type, and whether it is left out while empty."""

    name: str
    hint: Any
    optional: bool


def tag_of(cls: type) -> str | None:
    """The value of ``kind`` by which JSON tells the class; None for a class that needs no tag."""
    return next((tag for tag, known in PROCEEDINGS.items() if known is cls), None)


def is_union(hint: Any) -> bool:
    """Whether a type is a union, ``X | None`` included."""
    return typing.get_origin(hint) in (Union, types.UnionType)


def is_tuple(hint: Any) -> bool:
    """Whether a type is ``tuple[X, ...]``."""
    return typing.get_origin(hint) is tuple


def optional(hint: Any) -> Any:
    """``X`` of ``X | None``; any other type as it is."""
    if not is_union(hint):
        return hint
    rest = tuple(part for part in typing.get_args(hint) if part is not type(None))
    return Union[rest]  # noqa: UP007 - of a tuple made at run time


def enums_of(cls: type) -> tuple[type[Enum], ...]:
    """The enumerations among the types of a class's fields."""
    hints = (optional(field.hint) for field in fields_of(cls))
    return tuple(hint for hint in hints if isinstance(hint, type) and issubclass(hint, Enum))


def _emptiable(attribute: attrs.Attribute[Any]) -> bool:
    default = attribute.default
    return default is None or (isinstance(default, str | tuple) and not default)


@cache
def fields_of(cls: type) -> tuple[Field, ...]:
    """The fields of a class in the order of JSON: the tag and the id first.

    A field whose default is None, "" or () is left out while it holds that; all others are always written.
    """
    if cls in _SPECIAL:
        return _SPECIAL[cls]
    hints = typing.get_type_hints(cls)
    found = [Field(a.name, hints[a.name], _emptiable(a)) for a in attrs.fields(cls) if a.init]
    tag = tag_of(cls)
    return (Field("kind", Literal[tag], False), *found) if tag else tuple(found)


_SPECIAL: Mapping[type, tuple[Field, ...]] = {
    # Regions may be held packed; in JSON they are what unpacking gives.
    ParseResult: (
        Field("meeting", Meeting, False),
        Field("diagnostics", tuple[Diagnostic, ...], True),
        Field("source", SourceDocument, False),
        Field("regions", tuple[Region, ...], True),
    ),
    EraDate: (Field("date", dt.date, False), Field("text", str, False)),
}
