"""JSON: the only format that keeps everything, written and read back without a loss.

A field is left out while it holds an empty default (None, "" or an empty list); everything else is
always written.
The first key is ``schema_version``, the second ``kind`` ("meeting" or "parse_result").
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, overload

from minutes_model.errors import ExportError, LoadError, SchemaVersionError
from minutes_model.interchange.converter import make_converter, problems_of
from minutes_model.model import Meeting
from minutes_model.patterns import regex
from minutes_model.result import ParseResult

if TYPE_CHECKING:
    import os

    import cattrs

__all__ = [
    "SCHEMA_VERSION",
    "from_dict",
    "from_json",
    "make_converter",
    "read_jsonl",
    "result_from_json",
    "to_dict",
    "to_json",
    "write_jsonl",
]

SCHEMA_VERSION = "1.0"
"""Major and minor version of the JSON: a minor one only adds."""

T = TypeVar("T", bound="Meeting | ParseResult")

_MAJOR, _MINOR = map(int, SCHEMA_VERSION.split("."))
_KINDS: dict[str, type[Meeting] | type[ParseResult]] = {"meeting": Meeting, "parse_result": ParseResult}
_SURROGATE = regex("[\ud800-\udfff]")


@cache
def _converter(detailed: bool, forbid: bool) -> cattrs.Converter:
    return make_converter(detailed_validation=detailed, forbid_extra_keys=forbid)


@cache
def _encoder(indent: int | None) -> json.JSONEncoder:
    # Plain values that were just made hold no circles.
    return json.JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False, indent=indent)


def to_dict(meeting_or_result: Meeting | ParseResult) -> dict[str, Any]:
    """A meeting or a parse result as plain values: what `to_json` writes, before it is text."""
    for kind, cls in _KINDS.items():
        if isinstance(meeting_or_result, cls):
            head = {"schema_version": SCHEMA_VERSION, "kind": kind}
            return {**head, **_converter(False, True).unstructure(meeting_or_result, cls)}
    raise TypeError(f"expected a Meeting or a ParseResult, not {type(meeting_or_result).__name__}")


def to_json(meeting_or_result: Meeting | ParseResult, *, indent: int | None = None) -> str:
    """A meeting, or a whole parse result with its text and regions, as JSON.

    Japanese is written as it is; lone surrogates are escaped, so that the text is always valid
    UTF-8. Raises `ExportError` for a number JSON has no form for (NaN).

    >>> to_json(Meeting(body="個人情報保護委員会", number=300))
    '{"schema_version": "1.0", "kind": "meeting", "body": "個人情報保護委員会", "number": 300, "record": "summary"}'
    """
    try:
        text = _encoder(indent).encode(to_dict(meeting_or_result))
    except ValueError as error:
        raise ExportError(f"JSON cannot express this: {error}") from None
    try:
        text.encode()
    except UnicodeEncodeError:
        return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
    return text


def from_json(data: str | bytes) -> Meeting:
    """The meeting that `to_json` wrote; equal to it, its spans and its provenance included.

    Raises `LoadError`, which lists each path and cause, for anything else; `SchemaVersionError`
    where a newer major version wrote it.

    >>> from_json('{"schema_version": "1.0", "kind": "meeting", "number": 300}').number
    300
    """
    return _loaded(_parsed(data), Meeting)


def result_from_json(data: str | bytes) -> ParseResult:
    """The parse result that `to_json` wrote: the text, the regions and the diagnostics too.

    Raises `LoadError` and `SchemaVersionError` as `from_json` does.
    """
    return _loaded(_parsed(data), ParseResult)


@overload
def from_dict(data: Mapping[str, Any], cls: type[Meeting] = Meeting) -> Meeting: ...
@overload
def from_dict(data: Mapping[str, Any], cls: type[ParseResult]) -> ParseResult: ...
def from_dict(
    data: Mapping[str, Any], cls: type[Meeting] | type[ParseResult] = Meeting
) -> Meeting | ParseResult:
    """The meeting, or with ``cls=ParseResult`` the parse result, of which `to_dict` made this.

    Raises `LoadError` and `SchemaVersionError` as `from_json` does.
    """
    if not isinstance(data, Mapping):
        raise TypeError(f"expected a mapping, not {type(data).__name__}")
    return _loaded(data, cls)


def read_jsonl(path: str | os.PathLike[str]) -> Iterator[Meeting | ParseResult]:
    """The meetings and parse results of a JSON Lines file, one at a time; empty lines are passed over.

    Raises `LoadError`, whose message names the line, where one cannot be loaded.
    """
    with Path(path).open("rb") as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                yield _line(line, number)


def write_jsonl(items: Iterable[Meeting | ParseResult], path: str | os.PathLike[str]) -> int:
    """Write meetings or parse results, one a line, as they come; the number of lines is returned."""
    count = 0
    with Path(path).open("w", encoding="utf-8", newline="\n") as file:
        for item in items:
            file.write(to_json(item) + "\n")
            count += 1
    return count


def _line(line: bytes, number: int) -> Meeting | ParseResult:
    try:
        data = _parsed(line)
        kind = data.get("kind") if isinstance(data, Mapping) else None
        return _loaded(data, ParseResult if kind == "parse_result" else Meeting)
    except LoadError as error:
        raise type(error)(f"line {number}: {error.message}", error.problems) from None


def _parsed(data: str | bytes) -> Any:
    if not isinstance(data, str | bytes | bytearray):
        raise TypeError(f"expected str or bytes, not {type(data).__name__}")
    try:
        return json.loads(data.removeprefix("\ufeff") if isinstance(data, str) else data)
    except RecursionError:
        raise _failure("no JSON that can be read", "nested too deeply") from None
    except ValueError as error:
        raise _failure("no JSON", str(error)) from None


def _failure(message: str, cause: str, path: str = "$") -> LoadError:
    return LoadError(message, [(path, cause)])


def _loaded(data: Any, cls: type[T]) -> T:
    if not isinstance(data, Mapping):
        raise _failure("no meeting", f"expected an object, not {type(data).__name__}")
    minor = _minor_version(data)
    _check_kind(data, cls)
    body = dict(data)
    del body["schema_version"], body["kind"]
    # What a newer minor version added is passed over; in our own version an unknown field is a slip.
    forbid = minor <= _MINOR
    try:
        return _converter(False, forbid).structure(body, cls)
    except Exception:  # noqa: BLE001 - read once more, slowly, to name every place and cause
        return _explained(body, cls, forbid)


def _explained(body: dict[str, Any], cls: type[T], forbid: bool) -> T:
    try:
        return _converter(True, forbid).structure(body, cls)
    except RecursionError:
        raise _failure("no JSON that can be read", "nested too deeply") from None
    except Exception as error:  # noqa: BLE001 - whatever a wrong value causes is a LoadError
        raise LoadError(f"no {cls.__name__}", problems_of(error)) from None


def _minor_version(data: Mapping[str, Any]) -> int:
    if data.get("schema_version") == SCHEMA_VERSION:
        return _MINOR
    if "schema_version" not in data:
        raise _failure("no JSON of this library", "required, but missing", "$.schema_version")
    match = re.fullmatch(r"(\d{1,9})(?:\.(\d{1,9}))?", str(data["schema_version"]), re.ASCII)
    if match is None:
        raise _failure(
            "no JSON of this library", f"no version: {data['schema_version']!r}", "$.schema_version"
        )
    if int(match[1]) != _MAJOR:
        cause = f"version {match[0]} is not read here, only {_MAJOR}.x"
        raise SchemaVersionError("JSON of another version of the schema", [("$.schema_version", cause)])
    return int(match[2] or 0)


def _check_kind(data: Mapping[str, Any], cls: type[T]) -> None:
    kind: object = data.get("kind")
    if isinstance(kind, str) and _KINDS.get(kind) is cls:
        return
    known = " or ".join(map(repr, _KINDS))
    hint = "; read it with result_from_json" if kind == "parse_result" else ""
    raise _failure(f"no {cls.__name__}", f"unexpected {kind!r}{hint}; known: {known}", "$.kind")
