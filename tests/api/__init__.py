"""The public names and their signatures, one a line, as they are written in the source: nothing is run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import griffe

import minutes_model

__all__ = ["MODULES", "SNAPSHOT", "breaking_changes", "lines"]

MODULES = ("minutes_model", "minutes_model.era", "minutes_model.testing")
"""What programs import from. Names elsewhere may change with any release."""
SNAPSHOT = Path(__file__).parent / "snapshot.txt"

_COLOUR = re.compile(r"\x1b\[\d+m")
_INSTALLED = Path(minutes_model.__file__).resolve().parent.parent
_OWN_AFFAIR = {"__slots__", "__attrs_post_init__", "__repr__", "__reduce__", "__hash__"}


def lines() -> list[str]:
    """The public interface of the package that is installed, sorted by name."""
    package = _loaded(_INSTALLED)
    homes: dict[str, str] = {}
    return sorted(line for module in MODULES for line in _of_module(_found(package, module), homes))


def _loaded(folder: Path) -> griffe.Object | griffe.Alias:
    # A folder of this name where the command runs would go before the one that is meant.
    return griffe.load("minutes_model", search_paths=[folder], try_relative_path=False, resolve_aliases=True)


def breaking_changes(old_reference: str, folder: Path) -> list[str]:
    """What a program would trip over that was written for the state ``old_reference`` of the repository."""
    old = griffe.load_git("minutes_model", ref=old_reference, repo=folder, resolve_aliases=True)
    new = _loaded(folder)
    public = tuple(_public_paths(old))
    return [
        _COLOUR.sub("", change.explain(griffe.ExplanationStyle.ONE_LINE))
        for change in griffe.find_breaking_changes(old, new)
        if f"{change.obj.canonical_path}.".startswith(public)
    ]


def _public_paths(package: griffe.Object | griffe.Alias) -> Iterator[str]:
    for name in MODULES:
        module = _found(package, name)
        for exported in map(str, module.exports or ()):
            yield f"{name}.{exported}."
            yield f"{_target(module[exported]).path}."


def _found(package: griffe.Object | griffe.Alias, name: str) -> griffe.Object:
    _, _, rest = name.partition(".")
    return _target(package[rest] if rest else package)


def _target(item: griffe.Object | griffe.Alias) -> griffe.Object:
    return item.final_target if isinstance(item, griffe.Alias) else item


def _of_module(module: griffe.Object, homes: dict[str, str]) -> Iterator[str]:
    """The lines of a module; what another module has shown already is one line that says where."""
    for exported in map(str, module.exports or ()):
        item, name = _target(module[exported]), f"{module.path}.{exported}"
        home = homes.setdefault(item.path, name)
        if home != name:
            yield f"{name} is {home}"
        elif isinstance(item, griffe.Class):
            yield from _of_class(item, name)
        else:
            yield f"{name}{_signature(item)}"


def _of_class(item: griffe.Class, name: str) -> Iterator[str]:
    bases = ", ".join(base for base in map(str, item.bases) if not base.startswith("_"))
    marks = "".join(f" @{mark.value}" for mark in item.decorators)
    yield f"{name}: class({bases}){marks}"
    for member, inner in item.all_members.items():
        if _is_public(member):
            yield f"{name}.{member}{_signature(_target(inner))}"


def _is_public(member: str) -> bool:
    return not member.startswith("_") or (member.endswith("__") and member not in _OWN_AFFAIR)


def _signature(item: griffe.Object) -> str:
    if isinstance(item, griffe.Attribute):
        return _type(item) + _default(item)
    if isinstance(item, griffe.Function):
        return " | ".join(each.signature().removeprefix(item.name) for each in item.overloads or [item]) + _mark(item)
    return ""


def _mark(item: griffe.Function) -> str:
    return "".join(f" @{mark}" for mark in ("classmethod", "staticmethod") if mark in item.labels)


def _type(item: griffe.Attribute) -> str:
    return f": {'property ' if 'property' in item.labels else ''}{item.annotation}" if item.annotation else ""


def _default(item: griffe.Attribute) -> str:
    """The default of a field, the value of a member of an enumeration or of an alias of types."""
    value = item.value
    if isinstance(value, griffe.ExprCall) and str(value.function) == "field":
        # What converts, compares or shows a field is its own affair.
        given = {a.name: a.value for a in value.arguments if isinstance(a, griffe.ExprKeyword)}
        value = given.get("default", "..." if "factory" in given else None)
    shown = "class-attribute" in item.labels or str(item.annotation) == "TypeAlias"
    return f" = {value}" if shown and value is not None else ""
