"""``minutes-model export`` and ``minutes-model formats``: one meeting in formats by name."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from minutes_model.cli.reading import Reading, say, tell_none, write_text

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from minutes_model.interchange import Export

__all__ = ["export", "formats"]


def export(options: argparse.Namespace) -> int:
    """Write one meeting in the format of a name."""
    from minutes_model.interchange import export as written
    from minutes_model.interchange import exporters

    given = _options(options)
    exporters.get(options.to)
    result = Reading.of(options).result(options.file)
    if result is None:
        return 1
    try:
        found = written(result, options.to, **given)
    except TypeError as error:
        options.usage_error(f"{options.to}: {error}")
        return 2
    _write(found, options)
    return 1 if tell_none(result) else 0


def formats(options: argparse.Namespace) -> int:
    """List what can be written, and whose it is."""
    from minutes_model.interchange import exporters

    rows = [
        (entry.name, f"{entry.package or '-'} {entry.version or ''}".strip(), entry.location)
        for entry in exporters.entries()
    ]
    write_text("".join(f"{line}\n" for line in _columns([("NAME", "PACKAGE", "FROM"), *rows])), None)
    return 0


def _columns(rows: Sequence[tuple[str, ...]]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]


def _options(options: argparse.Namespace) -> dict[str, Any]:
    """Options as values: ``indent=2`` a number, ``defuse=false`` a truth value, anything else text."""
    given: dict[str, Any] = {}
    for words in options.option:
        name, equals, value = words.partition("=")
        if not (equals and name.isidentifier()):
            options.usage_error(f"an option is NAME=VALUE, not {words!r}")
        given[name] = _value(value)
    return given


def _value(words: str) -> Any:
    try:
        return json.loads(words)
    except ValueError:
        return words


def _write(found: Export, options: argparse.Namespace) -> None:
    if options.losses:
        for loss in found.losses:
            say(f"not in {options.to}: {loss}")
    if options.output is not None:
        found.write(options.output)
    elif isinstance(found.data, str):
        write_text(found.data if found.data.endswith("\n") else found.data + "\n", None)
    elif sys.stdout.isatty() and not found.media_type.startswith("text/"):
        options.usage_error(f"{options.to} is nothing to look at in a terminal: give -o OUT")
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(found.data)
