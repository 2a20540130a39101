"""JSON Schema 2020-12 of the JSON, made from the classes and the codebook."""

from __future__ import annotations

import datetime as dt
import typing
from collections.abc import Mapping
from enum import Enum
from typing import Any

from minutes_model.interchange.codebook import Words, enum_words, field_words
from minutes_model.interchange.json import SCHEMA_VERSION
from minutes_model.interchange.shapes import CLASSES, enums_of, fields_of, is_tuple, is_union, optional
from minutes_model.model import Meeting
from minutes_model.result import ParseResult
from minutes_model.spans import Span

__all__ = ["json_schema"]


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of what `to_json` writes; validate with the format checker on.

    It is shipped as ``minutes_model/interchange/data/minutes.schema.json``. Each field is described
    in English (``description``) and Japanese (``x-description-ja``). Raises nothing.

    >>> json_schema()["$defs"]["Remark"]["properties"]["kind"]["const"]
    'remark'
    """
    major = SCHEMA_VERSION.split(".")[0]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:minutes-model:schema:{SCHEMA_VERSION}",
        "title": "minutes_model",
        "description": "A meeting, or a parse result, as Japanese minutes tell it.",
        "x-description-ja": "日本の議事録・議事概要から読み取った会議、または解析結果。",
        "oneOf": [_document("meeting", Meeting, major), _document("parse_result", ParseResult, major)],
        "$defs": {**{cls.__name__: _class(cls) for cls in CLASSES}, "Span": _SPAN, **_enums()},
    }


def _described(schema: dict[str, Any], words: Words) -> dict[str, Any]:
    return {**schema, "description": words.english, "x-description-ja": words.japanese}


def _document(kind: str, cls: type, major: str) -> dict[str, Any]:
    body = _class(cls)
    head = {
        "schema_version": {"type": "string", "pattern": rf"^{major}\.[0-9]+$"},
        "kind": {"const": kind},
    }
    return {
        **body,
        "title": kind,
        "properties": {**head, **body["properties"]},
        "required": [*head, *body["required"]],
    }


def _class(cls: type) -> dict[str, Any]:
    fields = fields_of(cls)
    name = cls.__name__
    schema: dict[str, Any] = {
        "type": "object",
        "properties": {f.name: _described(_type(f.hint), field_words(name, f.name)) for f in fields},
        "required": [f.name for f in fields if not f.optional],
        "additionalProperties": False,
    }
    return _described(schema, field_words(name))


def _type(hint: Any) -> dict[str, Any]:
    inner = optional(hint)
    if inner in _PLAIN:
        return dict(_PLAIN[inner])
    if is_tuple(inner):
        return {"type": "array", "items": _type(typing.get_args(inner)[0])}
    if is_union(inner):
        return {"oneOf": [_type(part) for part in typing.get_args(inner)]}
    if typing.get_origin(inner) is typing.Literal:
        return {"const": typing.get_args(inner)[0]}
    return {"$ref": f"#/$defs/{inner.__name__}"}


def _enums() -> dict[str, Any]:
    found = {enum for cls in CLASSES for enum in enums_of(cls)}
    return {enum.__name__: _enum(enum) for enum in sorted(found, key=lambda enum: enum.__name__)}


def _enum(enum: type[Enum]) -> dict[str, Any]:
    words = enum_words(enum.__name__)
    # oneOf of constants, so that every value has a description of its own.
    return {"type": "string", "oneOf": [_described({"const": m.value}, words[m.value]) for m in enum]}


_PLAIN: Mapping[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    dt.date: {"type": "string", "format": "date"},
    # "format": "time" would demand a time zone; these are local to Japan.
    dt.time: {"type": "string", "pattern": r"^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]{1,6})?)?$"},
    Span: {"$ref": "#/$defs/Span"},
}

_SPAN = {
    "type": "array",
    "items": {"type": "integer", "minimum": 0},
    "minItems": 2,
    "maxItems": 2,
    "description": "Start and end of some characters of the source text, half-open, in Unicode code points.",
    "x-description-ja": "原文における開始位置と終了位置（終了位置の文字は含まない。Unicodeの符号位置）。",
}
