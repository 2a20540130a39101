"""The cases as documents with what is expected of them, and the command that writes it anew.

A case is a folder: ``minutes.txt``, an invented document; ``annotation.json``, what a reader says it
holds; ``meeting.json`` and ``diagnostics.txt``, what the parser makes of it today. Where the parser is
changed on purpose, ``python -m tests.cases`` writes the last two again: read the difference before it
is committed.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import minutes_model as mm
from minutes_model.interchange import to_json
from tests.documents import case_folders

__all__ = ["annotation", "expected", "found", "parsed"]


def annotation(folder: Path) -> dict[str, Any]:
    """What a reader says the document holds."""
    read: dict[str, Any] = json.loads((folder / "annotation.json").read_text(encoding="utf-8"))
    return read


def expected(folder: Path) -> tuple[str, str]:
    """The meeting as JSON and the diagnostics, as committed."""
    return tuple((folder / name).read_text(encoding="utf-8") for name in ("meeting.json", "diagnostics.txt"))  # type: ignore[return-value]


def parsed(folder: Path) -> mm.ParseResult:
    """What the parser makes of a case."""
    text = (folder / "minutes.txt").read_text(encoding="utf-8")
    return mm.parse(mm.SourceDocument(text=text, name="minutes.txt"))


def found(result: mm.ParseResult) -> tuple[str, str]:
    """The meeting as JSON, without what changes with every release, and the diagnostics."""
    meeting = result.meeting.replace(result.meeting, provenance=None)
    lines = [
        f"{d.code} {d.severity.value} {'-' if d.span is None else result.source.locate(d.span.start).line}: {d.message}\n"
        for d in result.diagnostics
    ]
    return to_json(meeting, indent=1) + "\n", "".join(lines)


def main() -> None:
    """Write what the parser makes of every case."""
    for folder in case_folders():
        for name, text in zip(("meeting.json", "diagnostics.txt"), found(parsed(folder)), strict=True):
            (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
