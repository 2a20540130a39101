"""Tables as data frames of other libraries, and as Parquet; each library is imported where it is used."""

from __future__ import annotations

import datetime as dt
from importlib import import_module
from typing import TYPE_CHECKING, Any

from minutes_model.errors import MissingExtraError
from minutes_model.interchange.characters import encodable
from minutes_model.interchange.codebook import column_enum

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd
    import polars as pl
    import pyarrow as pa  # type: ignore[import-untyped]

    from minutes_model.interchange.codebook import Column
    from minutes_model.interchange.tabular import Table

__all__ = ["needed", "to_arrow", "to_pandas", "to_polars", "write_parquet"]

_LIMIT = 2**63

_PANDAS = {
    "string": "string", "integer": "Int64", "number": "Float64", "boolean": "boolean",
    "date": "datetime64[s]", "time": "object",
}  # fmt: skip
_POLARS = {
    "string": "String", "integer": "Int64", "number": "Float64", "boolean": "Boolean", "date": "Date", "time": "Time",
}  # fmt: skip


def needed(module: str, extra: str, purpose: str) -> Any:
    """The module; `MissingExtraError`, which names the extra that brings it, where it is not installed."""
    try:
        return import_module(module)
    except ImportError:
        raise MissingExtraError(extra, purpose) from None


def _type(column: Column) -> str:
    return "string" if column_enum(column) else column.type


def _values(table: Table, column: Column) -> list[Any]:
    values = [row[column.name] for row in table.rows]
    if _type(column) == "string":
        return [None if value is None else encodable(value) for value in values]
    if _type(column) == "integer":
        # A number that 64 bits cannot hold was misread, or is none.
        return [value if value is not None and -_LIMIT <= value < _LIMIT else None for value in values]
    return values


def to_pandas(table: Table) -> pd.DataFrame:
    """A pandas data frame with nullable types."""
    pandas = needed("pandas", "pandas", "a pandas data frame")
    series = {c.name: pandas.Series(_values(table, c), dtype=_PANDAS[_type(c)]) for c in table.sheet.columns}
    frame: pd.DataFrame = pandas.DataFrame(series)
    return frame


def to_polars(table: Table) -> pl.DataFrame:
    """A polars data frame."""
    polars = needed("polars", "polars", "a polars data frame")
    schema = {column.name: getattr(polars, _POLARS[_type(column)]) for column in table.sheet.columns}
    values = {column.name: _values(table, column) for column in table.sheet.columns}
    frame: pl.DataFrame = polars.DataFrame(values, schema=schema)
    return frame


def to_arrow(table: Table) -> pa.Table:
    """An Arrow table; the metadata of each field hold its meaning in both languages."""
    arrow = needed("pyarrow", "arrow", "an Arrow table")
    types = {
        "string": arrow.string(), "integer": arrow.int64(), "number": arrow.float64(), "boolean": arrow.bool_(),
        "date": arrow.date32(), "time": arrow.time64("us"),
    }  # fmt: skip
    fields = [
        arrow.field(
            column.name, types[_type(column)],
            metadata={"description": column.words.english, "description_ja": column.words.japanese},
        )
        for column in table.sheet.columns
    ]  # fmt: skip
    values = [[_naive(value) for value in _values(table, column)] for column in table.sheet.columns]
    found: pa.Table = arrow.table(values, schema=arrow.schema(fields))
    return found


def _naive(value: Any) -> Any:
    return value.replace(tzinfo=None) if isinstance(value, dt.time) else value


def write_parquet(table: Table, path: Path) -> Path:
    """Write one table as Parquet."""
    parquet = needed("pyarrow.parquet", "arrow", "Parquet")
    parquet.write_table(to_arrow(table), path)
    return path
