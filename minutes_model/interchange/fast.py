"""Hooks for cattrs, generated for speed: straight code for each class, no loop over its fields.

A loop takes three times as long to write, and cattrs' own functions half as long again to read,
which would be more than twice what compiled libraries take. Here a misfit only fails;
the converter with detailed validation says where and why.
"""

from __future__ import annotations

import typing
from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any, TypeAlias

import attrs
import cattrs

from minutes_model.interchange.shapes import Field, fields_of, is_tuple, is_union, optional, tag_of
from minutes_model.spans import Span

__all__ = ["Read", "Write", "fast_reader", "fast_writer"]

Write: TypeAlias = Callable[[Any], Any]
Read: TypeAlias = Callable[[Any, Any], Any]


def fast_writer(cls: type, converter: cattrs.Converter) -> Write:
    """A function from an instance to a dict in the order of `fields_of`, without what is empty."""
    known: dict[str, Any] = {}
    lines = ["def write(x):", " out = {}"]
    for number, field in enumerate(fields_of(cls)):
        value = _INLINE.get(_kind(field.hint)) or f"w{number}(v)"
        known[f"w{number}"] = _write_of(field.hint, converter)
        empty = "if v is not None: " if is_union(field.hint) else "if v: "
        lines += [f" v = x.{field.name}", f" {empty if field.optional else ''}out[{field.name!r}] = {value}"]
    return _compiled([*lines, " return out"], known, "write")


# What is written so often that a call for each would be felt.
_INLINE = {"plain": "v", "enum": "v._value_", "span": "[v.start, v.end]"}


def _kind(hint: Any) -> str:
    inner = optional(hint)
    if inner in _SCALARS or typing.get_origin(inner) is typing.Literal:
        return "plain"
    if isinstance(inner, type) and issubclass(inner, Enum):
        return "enum"
    return "span" if inner is Span else "other"


def _write_of(hint: Any, converter: cattrs.Converter) -> Write | None:
    """How values of a type are written; None where they are written as they are."""
    inner = optional(hint)
    if _kind(hint) == "plain":
        return None
    if is_tuple(inner):
        each = _write_of(typing.get_args(inner)[0], converter)
        return list if each is None else lambda values: [each(value) for value in values]
    if is_union(inner):
        writers = {cls: converter.get_unstructure_hook(cls) for cls in typing.get_args(inner)}
        return lambda value: writers[value.__class__](value)
    return converter.get_unstructure_hook(inner)


def fast_reader(cls: type, converter: cattrs.Converter, forbid_extra_keys: bool) -> Read:
    """A function from a dict to an instance; any exception means that the dict does not fit."""
    fields = [field for field in fields_of(cls) if field.name != "kind" or tag_of(cls) is None]
    allowed = frozenset(field.name for field in fields_of(cls))
    known: dict[str, Any] = {"cls": cls, "allowed": allowed, "Mapping": Mapping, "whole": _whole}
    lines = [
        "def read(x, _):",
        " if x.__class__ is not dict and not isinstance(x, Mapping): raise ValueError",
    ]
    if forbid_extra_keys:
        lines.append(" if not x.keys() <= allowed: raise ValueError")
    if (tag := tag_of(cls)) is not None:
        lines.append(f" if x.get('kind', {tag!r}) != {tag!r}: raise ValueError")
    for number, field in enumerate(fields):
        lines += _reading(number, field, cls, known, converter)
    arguments = ", ".join(f"{field.name}=v{number}" for number, field in enumerate(fields))
    return _compiled([*lines, f" return cls({arguments})"], known, "read")


def _reading(
    number: int, field: Field, cls: type, known: dict[str, Any], converter: cattrs.Converter
) -> list[str]:
    """The lines that read one field into ``v{number}``, or fail."""
    v, d, inner = f"v{number}", f"d{number}", optional(field.hint)
    default = next(a.default for a in attrs.fields(cls) if a.alias == field.name)
    known[d] = default
    lines = [
        f" {v} = x[{field.name!r}]" if default is attrs.NOTHING else f" {v} = x.get({field.name!r}, {d})"
    ]
    if inner in _SCALARS:
        test = f"{v}.__class__ is not {inner.__name__}"
        fail = "raise ValueError" if inner is not float else f"{v} = whole({v})"
    else:
        # The default itself stands for a field that is left out.
        test = "True" if default is attrs.NOTHING else f"{v} is not {d}"
        known[f"r{number}"] = read = _read_of(inner, converter)
        fail = f"{v} = r{number}[{v}]" if isinstance(read, dict) else f"{v} = r{number}({v}, None)"
    if inner is not field.hint:
        test = f"{v} is not None and {test}"
    return [*lines, f" if {test}: {fail}"]


def _read_of(hint: Any, converter: cattrs.Converter) -> Any:
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {member.value: member for member in hint}
    return converter.get_structure_hook(hint)


def _whole(value: Any) -> float:
    if value.__class__ is not int:
        raise ValueError
    return float(value)


def _compiled(lines: list[str], known: dict[str, Any], name: str) -> Callable[..., Any]:
    exec("\n".join(lines), known)
    function: Callable[..., Any] = known[name]
    return function


_SCALARS = (str, int, float, bool)
