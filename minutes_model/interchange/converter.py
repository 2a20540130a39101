"""The cattrs converter between the model and plain JSON values."""

from __future__ import annotations

import datetime as dt
import typing
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

import cattrs
from cattrs.errors import (
    ClassValidationError,
    IterableValidationError,
    IterableValidationNote,
)
from cattrs.gen import make_dict_structure_fn, override

from minutes_model.era import EraDate
from minutes_model.errors import EraError, ExportError
from minutes_model.interchange.fast import Read, Write, fast_reader, fast_writer
from minutes_model.interchange.shapes import (
    CLASSES,
    PROCEEDINGS,
    enums_of,
    fields_of,
    is_tuple,
    is_union,
    optional,
    tag_of,
)
from minutes_model.patterns import regex
from minutes_model.result import ParseResult, Region
from minutes_model.spans import Span

__all__ = ["MisfitError", "make_converter", "problems_of"]


class MisfitError(ValueError):
    """A JSON value that does not fit; ``where`` is the path below the value that was looked at."""

    def __init__(self, cause: str, where: str = "") -> None:
        super().__init__(cause)
        self.where = where


def make_converter(*, detailed_validation: bool = True, forbid_extra_keys: bool = True) -> cattrs.Converter:
    """A new cattrs converter that knows every class of the model and of a parse result.

    Use it to convert classes of your own that hold meetings or parts of them; each call makes
    another, so hooks added to one change nothing elsewhere. The hooks of the model's classes are bound
    to each other when it is made: replacing one of them does not change those that hold it.
    `to_dict` and `from_dict` add and check the version of the schema; the converter itself does not.

    >>> from minutes_model.model import Narration
    >>> make_converter().unstructure(Narration(id="i1.n1", text="休憩した。"))
    {'kind': 'narration', 'id': 'i1.n1', 'text': '休憩した。'}
    """
    converter = cattrs.Converter(detailed_validation=detailed_validation)
    _register_values(converter)
    converter.register_structure_hook_factory(is_tuple, lambda hint: _tuple_reader(hint, converter))
    converter.register_structure_hook_factory(_is_optional, lambda hint: _optional_reader(hint, converter))
    converter.register_structure_hook_func(_is_proceeding, _proceeding_reader(converter))
    # From the innermost outwards, so that each finds the hooks of its parts.
    for cls in reversed(CLASSES):
        if cls is not EraDate:
            converter.register_unstructure_hook(cls, fast_writer(cls, converter))
            converter.register_structure_hook(cls, _class_reader(cls, converter, forbid_extra_keys))
    return converter


def _is_optional(hint: Any) -> bool:
    return is_union(hint) and type(None) in typing.get_args(hint)


def _is_proceeding(hint: Any) -> bool:
    return is_union(hint) and set(typing.get_args(hint)) == set(PROCEEDINGS.values())


def _register_values(converter: cattrs.Converter) -> None:
    for scalar in (str, int, float, bool):
        converter.register_structure_hook(scalar, _scalar_reader(scalar))
    # One by one: a hook for every Enum would stand behind that for str, which all of them are.
    for enum in {enum for cls in CLASSES for enum in enums_of(cls)}:
        converter.register_structure_hook(enum, _enum_reader(enum))
        converter.register_unstructure_hook(enum, lambda member: member._value_)
    for cls, write, read in _VALUES:
        converter.register_unstructure_hook(cls, write)
        converter.register_structure_hook(cls, read)


def _write_time(time: dt.time) -> str:
    if time.tzinfo is not None:
        raise ExportError(f"times are local to Japan and have no zone: {time}")
    return time.isoformat() if time.second or time.microsecond else time.isoformat("minutes")


def _write_era_date(day: EraDate) -> dict[str, str]:
    return {"date": day.to_date().isoformat(), "text": str(day)}


# Reading ---------------------------------------------------------------------------------------------


def _guarded(cls: type, read: Read, forbid_extra_keys: bool) -> Read:
    allowed = frozenset(field.name for field in fields_of(cls))
    tag = tag_of(cls)

    def guarded(value: Any, hint: Any) -> Any:
        if value.__class__ is not dict and not isinstance(value, Mapping):
            raise MisfitError(f"expected an object, not {_named(value)}")
        if forbid_extra_keys and not value.keys() <= allowed:
            raise MisfitError(f"unknown field {_listed(value.keys() - allowed)}; known: {_listed(allowed)}")
        if tag is not None and value.get("kind", tag) != tag:
            raise MisfitError(f"expected {tag!r}, not {value['kind']!r}", ".kind")
        return read(value, hint)

    return guarded


def _class_reader(cls: type, converter: cattrs.Converter, forbid_extra_keys: bool) -> Read:
    if not converter.detailed_validation:
        return fast_reader(cls, converter, forbid_extra_keys)
    overrides = {}
    if cls is ParseResult:
        # Regions may be held packed; in JSON they are what unpacking gives.
        read = _tuple_reader(tuple[Region, ...], converter)
        overrides["_regions"] = override(rename="regions", struct_hook=read)
    # By name the overrides would be taken for the other options.
    whole: Any = make_dict_structure_fn(cls, converter, **cast("Any", overrides))
    return _guarded(cls, whole, forbid_extra_keys)


def _proceeding_reader(converter: cattrs.Converter) -> Read:
    readers: dict[str, Read] = {}

    def read(value: Any, _: Any) -> Any:
        if not readers:
            readers.update({tag: converter.get_structure_hook(cls) for tag, cls in PROCEEDINGS.items()})
        try:
            reader = readers[value["kind"]]
        except (KeyError, TypeError):
            raise _no_kind(value) from None
        return reader(value, None)

    return read


def _no_kind(value: Any) -> MisfitError:
    if not isinstance(value, Mapping):
        return MisfitError(f"expected an object, not {_named(value)}")
    if "kind" not in value:
        return MisfitError(f"kind is missing; known: {_listed(PROCEEDINGS)}")
    return MisfitError(f"unknown kind {value['kind']!r}; known: {_listed(PROCEEDINGS)}", ".kind")


def _tuple_reader(hint: Any, converter: cattrs.Converter) -> Read:
    inner = typing.get_args(hint)[0]
    read = converter.get_structure_hook(inner)

    def read_all(values: Any, _: Any) -> Any:
        if not isinstance(values, list | tuple):
            raise MisfitError(f"expected an array, not {_named(values)}")
        return tuple([read(value, inner) for value in values])

    def read_each(values: Any, _: Any) -> Any:
        errors = list(_failures(values, read, inner)) if isinstance(values, list | tuple) else []
        if errors:
            raise cast("Any", IterableValidationError)(f"while reading {hint}", errors, hint)
        return read_all(values, None)

    return read_each if converter.detailed_validation else read_all


def _failures(values: Iterable[Any], read: Read, inner: Any) -> Iterator[Exception]:
    for index, value in enumerate(values):
        try:
            read(value, inner)
        except Exception as error:  # noqa: BLE001 - all are gathered
            error.add_note(IterableValidationNote(f"at index {index}", index, inner))
            yield error


def _optional_reader(hint: Any, converter: cattrs.Converter) -> Read:
    inner = optional(hint)
    read = converter.get_structure_hook(inner)
    return lambda value, _: None if value is None else read(value, inner)


def _scalar_reader(cls: type[str | int | float]) -> Read:
    def read(value: Any, _: Any) -> Any:
        if value.__class__ is cls:
            return value
        if cls is float and value.__class__ is int:
            return float(value)
        raise MisfitError(f"expected {_NAMES[cls]}, not {_named(value)}")

    return read


def _enum_reader(cls: Any) -> Read:
    members = {member.value: member for member in cls}

    def read(value: Any, _: Any) -> Any:
        try:
            return members[value]
        except (KeyError, TypeError):
            raise MisfitError(f"unknown {cls.__name__} {value!r}; known: {_listed(members)}") from None

    return read


def _read_span(value: Any, _: Any) -> Span:
    try:
        start, end = value
    except (TypeError, ValueError):
        start = end = -1
    if start.__class__ is not int or end.__class__ is not int or not 0 <= start <= end:
        raise MisfitError(f"expected [start, end] with 0 <= start <= end, not {value!r}")
    return Span(start, end)


_TIME = regex(r"\d\d:\d\d(:\d\d(\.\d{1,6})?)?")


def _read_date(value: Any, _: Any) -> dt.date:
    # fromisoformat alone takes 2024-W37-3 and 20240911 too, which would be written back otherwise.
    if not isinstance(value, str) or len(value) != 10 or value[4] != "-" or value[7] != "-":
        raise MisfitError(f"expected a date such as '2024-09-11', not {value!r}")
    try:
        return dt.date.fromisoformat(value)
    except ValueError as error:
        raise MisfitError(f"no such day as {value!r}: {error}") from None


def _read_time(value: Any, _: Any) -> dt.time:
    if not isinstance(value, str) or not _TIME.fullmatch(value):
        raise MisfitError(f"expected a time such as '13:00', not {value!r}")
    try:
        return dt.time.fromisoformat(value)
    except ValueError as error:
        raise MisfitError(f"no such time as {value!r}: {error}") from None


def _read_era_date(value: Any, _: Any) -> EraDate:
    """As written (平成32年 stays what it is); the ISO date alone names the era of that day."""
    try:
        if isinstance(value, str):
            return EraDate.from_date(_read_date(value, None))
        if not isinstance(value, Mapping) or "date" not in value:
            raise MisfitError(f"expected {{'date': …, 'text': …}} or an ISO date, not {value!r}")
        day = _read_date(value["date"], None)
        if "text" not in value:
            return EraDate.from_date(day)
        written = EraDate.parse(value["text"])
    except (EraError, TypeError) as error:
        raise MisfitError(str(error)) from None
    if written.to_date() != day:
        raise MisfitError(f"{value['text']!r} is {written.to_date()}, not {day}")
    return written


_VALUES: tuple[tuple[type, Write, Read], ...] = (
    (Span, lambda span: [span.start, span.end], _read_span),
    (dt.date, dt.date.isoformat, _read_date),
    (dt.time, _write_time, _read_time),
    (EraDate, _write_era_date, _read_era_date),
)


# Problems --------------------------------------------------------------------------------------------

_NAMES: Mapping[type, str] = {
    str: "a string",
    int: "an integer",
    float: "a number",
    bool: "true or false",
    dict: "an object",
    list: "an array",
    type(None): "null",
}


def _named(value: object) -> str:
    return _NAMES.get(type(value), type(value).__name__)


def _listed(names: Iterable[object]) -> str:
    return ", ".join(sorted(str(name) for name in names))


def problems_of(error: BaseException, path: str = "$") -> Iterator[tuple[str, str]]:
    """Each place and cause of a failed structuring: ``("$.agenda[0].title", "expected a string, not null")``."""
    if isinstance(error, IterableValidationError):
        for inner, note in error.group_exceptions()[0]:
            yield from problems_of(inner, f"{path}[{note.index}]")
    elif isinstance(error, ClassValidationError):
        noted, bare = error.group_exceptions()
        for inner, place in noted:
            yield from problems_of(inner, f"{path}.{place.name}")
        for inner in bare:
            yield from problems_of(inner, path)
    elif isinstance(error, MisfitError):
        yield path + error.where, str(error)
    elif isinstance(error, KeyError):
        yield path, "required, but missing"
    else:
        yield path, str(error)
