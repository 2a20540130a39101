"""Meetings as nine flat tables: for notebooks, databases and spreadsheets.

Columns, their types and their meaning are in the codebook; `table_schema` gives them as a
Table Schema, shipped as ``minutes_model/interchange/data/datapackage.json``.
"""

from __future__ import annotations

import csv
import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from minutes_model.interchange.characters import defused, encodable, printable
from minutes_model.interchange.codebook import Sheet, column_enum, sheet, sheet_names
from minutes_model.interchange.rows import rows_of

if TYPE_CHECKING:
    import os

    import pandas as pd
    import polars as pl
    import pyarrow as pa  # type: ignore[import-untyped]

    from minutes_model.model import Meeting
    from minutes_model.result import ParseFailure, ParseResult

__all__ = ["Row", "Table", "Tables", "table_schema", "tables"]

Row = Mapping[str, Any]
"""A row by column: str, int, float, bool, date, time or None."""


@frozen
class Table:
    """One table: its rows, and the same as a data frame of three libraries.

    Every column is there, with its type, even where no row has a value.
    """

    name: str
    rows: tuple[Row, ...] = field(repr=lambda rows: f"<{len(rows)} rows>")

    @property
    def sheet(self) -> Sheet:
        """The table as the codebook describes it."""
        return sheet(self.name)

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.sheet.columns)

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def to_pandas(self) -> pd.DataFrame:
        """A pandas data frame: string, Int64, Float64, boolean, datetime64[s]; times as objects.

        Raises `MissingExtraError` without pandas.
        """
        from minutes_model.interchange.frames import to_pandas

        return to_pandas(self)

    def to_polars(self) -> pl.DataFrame:
        """A polars data frame. Raises `MissingExtraError` without polars."""
        from minutes_model.interchange.frames import to_polars

        return to_polars(self)

    def to_arrow(self) -> pa.Table:
        """An Arrow table whose fields carry their description. Raises `MissingExtraError` without pyarrow."""
        from minutes_model.interchange.frames import to_arrow

        return to_arrow(self)


@frozen(kw_only=True)
class Tables:
    """The nine tables of some meetings; they join by ``meeting_id`` and the ids of items, people and speeches.

    ``exchanges`` answers who asked what, and who answered: a row for every pair of remark and
    response, and for every remark nobody answered.
    """

    exchanges: Table
    meetings: Table
    attendees: Table
    agenda: Table
    speeches: Table
    decisions: Table
    attendance: Table
    problems: Table
    failures: Table

    def __iter__(self) -> Iterator[Table]:
        return (getattr(self, name) for name in sheet_names())

    def to_pandas(self) -> dict[str, pd.DataFrame]:
        """All tables as pandas data frames, by name."""
        return {table.name: table.to_pandas() for table in self}

    def write_csv(
        self, directory: str | os.PathLike[str], *, encoding: str = "utf-8-sig", defuse: bool = True
    ) -> tuple[Path, ...]:
        """Write a CSV file for each table, and the ``datapackage.json`` that describes them.

        The default encoding is the one in which Excel opens Japanese. ``defuse`` puts an apostrophe
        before text that a spreadsheet would run as a formula. The directory is made if need be; the
        paths written are returned.
        """
        folder = _folder(directory)
        paths = [_write_csv(table, folder / f"{table.name}.csv", encoding, defuse) for table in self]
        package = folder / "datapackage.json"
        package.write_text(json.dumps(table_schema(encoding), ensure_ascii=False, indent=1), encoding="utf-8")
        return (*paths, package)

    def write_jsonl(self, directory: str | os.PathLike[str]) -> tuple[Path, ...]:
        """Write a JSON Lines file for each table, an object a row; the paths are returned."""
        folder = _folder(directory)
        return tuple(_write_lines(table, folder / f"{table.name}.jsonl") for table in self)

    def write_parquet(self, directory: str | os.PathLike[str]) -> tuple[Path, ...]:
        """Write a Parquet file for each table; the paths are returned. Raises `MissingExtraError` without pyarrow."""
        from minutes_model.interchange.frames import write_parquet

        folder = _folder(directory)
        return tuple(write_parquet(table, folder / f"{table.name}.parquet") for table in self)

    def write_excel(self, path: str | os.PathLike[str]) -> Path:
        """Write one workbook with Japanese headings; the first sheet is 質疑, the exchanges.

        Raises `MissingExtraError` without openpyxl, `ExportError` where a table has more rows than a
        sheet can hold (1,048,575).
        """
        from minutes_model.interchange.workbook import write_excel

        return write_excel(self, path)


def tables(items: Iterable[Meeting | ParseResult | ParseFailure]) -> Tables:
    """Meetings, parse results and failures as nine tables.

    Pages, problems and failures need what `parse` and `parse_many` give; a Meeting alone has none.
    Raises `TypeError` for anything else.

    >>> from minutes_model.model import AgendaItem, Meeting, Remark, Speaker
    >>> remark = Remark(speaker=Speaker(label="大島委員"), text="駅を増やせないか")
    >>> row, = tables([Meeting(agenda=[AgendaItem(proceedings=[remark])])]).exchanges
    >>> row["asker_label"], row["question"], row["answer"]
    ('大島委員', '駅を増やせないか', None)
    """
    gathered: dict[str, list[Row]] = {name: [] for name in sheet_names()}
    for item in items:
        for name, row in rows_of(item):
            gathered[name].append(row)
    return Tables(**{name: Table(name, tuple(rows)) for name, rows in gathered.items()})


def table_schema(encoding: str = "utf-8-sig") -> dict[str, Any]:
    """The tables as a Data Package with a Table Schema each: every column, its type, meaning and values."""
    return {
        "name": "minutes-model-tables",
        "profile": "tabular-data-package",
        "resources": [_resource(sheet(name), encoding) for name in sheet_names()],
    }


def _resource(entry: Sheet, encoding: str) -> dict[str, Any]:
    return {
        "name": entry.name,
        "title": entry.title,
        "description": f"{entry.words.english} {entry.words.japanese}",
        "path": f"{entry.name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": encoding,
        "schema": {"fields": [_field(column) for column in entry.columns], "missingValues": [""]},
    }


def _field(column: Any) -> dict[str, Any]:
    values = column_enum(column)
    found: dict[str, Any] = {
        "name": column.name,
        "type": "string" if values else column.type,
        "title": column.heading,
        "description": column.words.english,
        "description_ja": column.words.japanese,
    }
    if values:
        found["constraints"] = {"enum": list(values)}
        found["values"] = {
            value: [words.label, words.english, words.japanese] for value, words in values.items()
        }
    return found


# Files -----------------------------------------------------------------------------------------------


def _folder(directory: str | os.PathLike[str]) -> Path:
    folder = Path(directory)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _write_csv(table: Table, path: Path, encoding: str, defuse: bool) -> Path:
    cell = _cell_writer(defuse)
    # Characters that a smaller encoding (cp932) lacks become question marks rather than an error.
    with path.open("w", encoding=encoding, errors="replace", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(table.columns)
        writer.writerows([cell(row[name]) for name in table.columns] for row in table.rows)
    return path


def _cell_writer(defuse: bool) -> Callable[[Any], Any]:
    def cell(value: Any) -> Any:
        if isinstance(value, str):
            text = printable(value)
            return defused(text) if defuse else text
        if isinstance(value, bool):
            return "true" if value else "false"
        return value.isoformat() if isinstance(value, dt.date | dt.time) else value

    return cell


def _write_lines(table: Table, path: Path) -> Path:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for row in table.rows:
            file.write(encodable(json.dumps(row, ensure_ascii=False, default=str)) + "\n")
    return path
