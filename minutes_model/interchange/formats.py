"""The exporters of JSON and of tables."""

from __future__ import annotations

import tempfile
from pathlib import Path

from minutes_model.errors import ExportError
from minutes_model.interchange.codebook import sheet_names
from minutes_model.interchange.json import to_json
from minutes_model.interchange.registry import Export, Loss, exporter, losses_of
from minutes_model.interchange.tabular import tables
from minutes_model.model import Meeting
from minutes_model.result import ParseResult

__all__ = ["CSV", "JSON", "XLSX"]

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_NO_COLUMN = "no table has a column for it"
_LOST: dict[str, str] = dict.fromkeys(
    (
        *(
            "Narration.id",
            "Narration.text",
            "Narration.span",
            "Provenance.text_sha256",
            "Provenance.extractor",
        ),
        *(
            "Provenance.version",
            "Provenance.profile",
            "Speaker.honorific",
            "Speaker.note",
            "Speaker.candidates",
        ),
        *("Speaker.rule", "Remark.text_span", "Response.text_span", "Explanation.text_span"),
    ),
    _NO_COLUMN,
)


@exporter("json", media_type="application/json", suffix=".json", results=True)
def JSON(meeting: Meeting | ParseResult, *, indent: int | None = 2) -> str:
    """The format of this library: the only one that loses nothing."""
    return to_json(meeting, indent=indent)


@exporter("csv", media_type="text/csv", suffix=".csv", results=True)
def CSV(meeting: Meeting | ParseResult, *, table: str = "exchanges", defuse: bool = True) -> Export:
    """One of the nine tables, by default who asked what and who answered."""
    if table not in sheet_names():
        raise ExportError(f"no table {table!r}; there are: {', '.join(sheet_names())}")
    with tempfile.TemporaryDirectory() as folder:
        tables([meeting]).write_csv(folder, defuse=defuse)
        data = (Path(folder) / f"{table}.csv").read_bytes()
    others = Loss("*", f"only the table {table} is written")
    return Export(data, "text/csv", (others,))


@exporter("xlsx", media_type=_XLSX, suffix=".xlsx", results=True)
def XLSX(meeting: Meeting | ParseResult) -> Export:
    """A workbook of the nine tables for Excel."""
    with tempfile.TemporaryDirectory() as folder:
        data = tables([meeting]).write_excel(Path(folder) / "minutes.xlsx").read_bytes()
    return Export(
        data, _XLSX, losses_of(meeting.meeting if isinstance(meeting, ParseResult) else meeting, _LOST)
    )
