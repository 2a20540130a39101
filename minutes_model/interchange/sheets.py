"""The tables as people read them in a workbook: what stands to the left, what is added, what is folded away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from minutes_model.interchange.codebook import (
    Column,
    Sheet,
    Words,
    code_title,
    column_enum,
    error_title,
    sheet,
)

if TYPE_CHECKING:
    from minutes_model.interchange.tabular import Row, Table, Tables

__all__ = ["Page", "pages"]

_MEETING = ("body", "date")
_ITEM = ("body", "date", "item")
_LEFT: Mapping[str, tuple[str, ...]] = {
    "attendees": _MEETING, "agenda": _MEETING, "speeches": _ITEM, "decisions": _ITEM, "attendance": _ITEM,
    "problems": (*_MEETING, "code", "code_title"), "failures": ("error", "error_title"),
}  # fmt: skip
"""What a sheet begins with. What its table lacks, since it joins by ids, is of the meeting and the item of the row."""

_RIGHT: Mapping[str, tuple[str, ...]] = {
    "exchanges": tuple(f"{who}_{part}" for who in ("asker", "answerer") for part in ("name", "title", "role", "organization")),
    "speeches": (
        "speaker_kind", "speaker_name", "speaker_title", "speaker_role", "speaker_organization", "candidate_count",
        "confidence", "act", "verb", "mode",
    ),
    "meetings": ("end_date", "fiscal_year", "url"),
}  # fmt: skip
"""What is to be filtered by, not to be read in a line: behind the rest, and not printed."""

_TITLES = {
    "code_title": Column("code_title", "string", "指摘", Words("What the code says.", "コードの意味。")),
    "error_title": Column("error_title", "string", "理由", Words("What the error says.", "エラーの意味。")),
}
_YES = {True: "はい", False: "いいえ"}


@frozen
class Page:
    """One sheet: the columns in their order, and the rows with what is added to them."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    printed: tuple[str, ...]
    folded: frozenset[str]
    _labels: Mapping[str, Mapping[Any, str]] = field(repr=False)

    @classmethod
    def of(cls, entry: Sheet, rows: tuple[Row, ...]) -> Page:
        """A table's columns, with those that a reader needs and a program joins."""
        known = {**_added(), **{column.name: column for column in entry.columns}}
        names = list(dict.fromkeys((*_LEFT.get(entry.name, ()), *(column.name for column in entry.columns))))
        folded = frozenset(name for name in names if _is_technical(name))
        right = _RIGHT.get(entry.name, ())
        printed = tuple(name for name in names if name not in folded and name not in right)
        order = (*printed, *right, *(name for name in names if name in folded))
        columns = tuple(known[name] for name in order)
        return cls(entry.name, entry.title, columns, rows, printed, folded, {c.name: _words(c) for c in columns})

    def shown(self, row: Row, column: Column) -> Any:
        """A value as it is shown: that of an enumeration, and yes and no, in Japanese."""
        value = row[column.name]
        return self._labels[column.name].get(value, value)


def pages(tables: Tables) -> Iterator[Page]:
    """The sheets of a workbook, in their order."""
    meetings = {row["meeting_id"]: row for row in reversed(tables.meetings.rows)}
    items = {(row["meeting_id"], row["item_id"]): row for row in reversed(tables.agenda.rows)}
    for table in tables:
        yield Page.of(table.sheet, tuple(_rows(table, meetings, items)))


def _rows(table: Table, meetings: Mapping[str, Row], items: Mapping[tuple[str, str], Row]) -> Iterator[Row]:
    left = _LEFT.get(table.name, ())
    for row in table.rows:
        meeting = meetings.get(row.get("meeting_id", ""), {})
        item = items.get((row.get("meeting_id", ""), row.get("item_id", "")), {})
        added = {
            "body": meeting.get("body"),
            "date": meeting.get("date"),
            "item": " ".join(filter(None, (item.get("label"), item.get("title")))) or None,
            "code_title": code_title(row.get("code", "")) or None,
            "error_title": error_title(row.get("error", "")) or None,
        }
        yield {**{name: value for name, value in added.items() if name in left}, **row}


def _added() -> dict[str, Column]:
    return {**{c.name: c for c in sheet("exchanges").columns if c.name in _ITEM}, **_TITLES}


def _is_technical(name: str) -> bool:
    """Whether a column is for programs: the ids and offsets by which they join."""
    return name.endswith("_id") or name in ("start", "end", "key", "source_sha256")


def _words(column: Column) -> dict[Any, str]:
    if column.type == "boolean":
        return dict(_YES)
    return {value: words.label for value, words in column_enum(column).items()}
