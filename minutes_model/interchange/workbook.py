"""The tables as one Excel workbook, made to be read: Japanese headings and values, links between sheets."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import frozen

from minutes_model.errors import ExportError
from minutes_model.interchange.characters import printable
from minutes_model.interchange.codebook import Column, column_enum
from minutes_model.interchange.frames import needed

if TYPE_CHECKING:
    import os

    from minutes_model.interchange.tabular import Row, Table, Tables

__all__ = ["write_excel"]

_MAX_ROWS = 1_048_576
_MAX_LINKS = 65_000
_MAX_CELL = 32_767
_CUT = "…（以下略）"
# Excel's calendar begins in 1900, and counts a 29 February that year.
_FIRST_DAY = dt.date(1900, 3, 1)
_FORMATS: Mapping[type, str] = {dt.date: "yyyy-mm-dd", dt.time: "hh:mm"}

_LINKS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "exchanges": {
        "body": ("meetings", "meeting_id"),
        "item": ("agenda", "item_id"),
        "asker_label": ("speeches", "remark_id"),
        "answerer_label": ("speeches", "response_id"),
    },
    "agenda": {"title": ("meetings", "meeting_id")},
    "speeches": {"speaker_label": ("attendees", "attendee_id"), "position": ("agenda", "item_id")},
    "decisions": {"text": ("agenda", "item_id")},
    "attendance": {"label": ("attendees", "attendee_id"), "change": ("agenda", "item_id")},
    "problems": {"message": ("meetings", "meeting_id")},
}
"""Which column of a sheet leads to which sheet, and by which id."""

_TARGETS: Mapping[str, str] = {
    "meetings": "meeting_id", "agenda": "item_id", "speeches": "speech_id", "attendees": "attendee_id",
}  # fmt: skip

_Places = Mapping[tuple[str, str, str], int]


def write_excel(tables: Tables, path: str | os.PathLike[str]) -> Path:
    """Write the workbook; the path is returned. See `Tables.write_excel`."""
    openpyxl = needed("openpyxl", "excel", "an Excel workbook")
    too_long = next((table for table in tables if len(table) >= _MAX_ROWS), None)
    if too_long is not None:
        raise ExportError(f"{too_long.name} has {len(too_long)} rows; a sheet of Excel holds {_MAX_ROWS - 1}")
    book = openpyxl.Workbook()
    book.remove(book.active)
    styles = _Styles.make()
    places = _places(tables)
    for table in tables:
        _write_sheet(book.create_sheet(table.sheet.title), table, places, styles)
    target = Path(path)
    book.save(target)
    return target


def _places(tables: Tables) -> _Places:
    """The row in which each node stands: by table, meeting and id."""
    return {
        (table.name, row["meeting_id"], row[_TARGETS[table.name]]): number
        for table in tables
        if table.name in _TARGETS
        for number, row in reversed(list(enumerate(table.rows, 2)))
    }


def _ordered(table: Table) -> list[Column]:
    """What people read first, then what is for programs."""
    return sorted(table.sheet.columns, key=_is_technical)


def _is_technical(column: Column) -> bool:
    """Whether a column is for programs: the ids and offsets by which they join."""
    return column.name.endswith("_id") or column.name in ("start", "end", "key", "source_sha256")


@frozen
class _Styles:
    head: Any
    fill: Any
    link: Any
    top: Any
    wrap: Any
    rule: Any

    @classmethod
    def make(cls) -> _Styles:
        styles = needed("openpyxl.styles", "excel", "an Excel workbook")
        thin = styles.Side(style="thin", color="D0D4DA")
        return cls(
            head=styles.Font(bold=True, color="FFFFFF"),
            fill=styles.PatternFill("solid", fgColor="34506B"),
            link=styles.Font(color="1F5FA8", underline="single"),
            top=styles.Alignment(vertical="top"),
            wrap=styles.Alignment(vertical="top", wrap_text=True),
            rule=styles.Border(bottom=thin),
        )


def _write_sheet(page: Any, table: Table, places: _Places, styles: _Styles) -> None:
    columns = _ordered(table)
    page.append([column.heading for column in columns])
    for cell in page[1]:
        cell.font, cell.fill, cell.alignment = styles.head, styles.fill, styles.wrap
    enums = {c.name: {value: words.label for value, words in column_enum(c).items()} for c in columns}
    for number, row in enumerate(table.rows, 2):
        for place, column in enumerate(columns, 1):
            value = row[column.name]
            page.cell(number, place).border = styles.rule
            if value is not None:
                _write_cell(page.cell(number, place), enums[column.name].get(value, value), styles)
    _link(page, table, columns, places, styles)
    _lay_out(page, table, columns)


def _write_cell(cell: Any, value: Any, styles: _Styles) -> None:
    if isinstance(value, dt.date) and value < _FIRST_DAY:
        value = value.isoformat()
    if isinstance(value, dt.time):
        value = value.replace(tzinfo=None)
    if isinstance(value, str):
        value = _cut(printable(value).replace("\r\n", "\n").replace("\r", "\n"))
        cell.value = value
        # Never a formula, whatever it begins with, and not once it is edited either.
        cell.data_type = "s"
        cell.quotePrefix = value[:1] in ("=", "+", "-", "@")
        cell.alignment = styles.wrap
    else:
        cell.value = value
        cell.alignment = styles.top
        cell.number_format = _FORMATS.get(type(value), "General")


def _cut(text: str) -> str:
    # Excel counts UTF-16 units; twice the code points is the most there can be.
    if len(text) * 2 <= _MAX_CELL or len(text.encode("utf-16-le")) // 2 <= _MAX_CELL:
        return text
    kept = text.encode("utf-16-le")[: (_MAX_CELL - len(_CUT)) * 2]
    return kept.decode("utf-16-le", "ignore") + _CUT


def _link(page: Any, table: Table, columns: list[Column], places: _Places, styles: _Styles) -> None:
    from minutes_model.interchange.codebook import sheet

    links = needed("openpyxl.worksheet.hyperlink", "excel", "an Excel workbook")
    column_of = {column.name: number for number, column in enumerate(columns, 1)}
    count = 0
    for number, row in enumerate(table.rows, 2):
        for name, (target, joined) in _LINKS.get(table.name, {}).items():
            line = _target(row, target, joined, places)
            cell = page.cell(number, column_of[name])
            if line is None or cell.value is None or count >= _MAX_LINKS:
                continue
            count += 1
            location = f"'{sheet(target).title}'!A{line}"
            cell.hyperlink = links.Hyperlink(ref=cell.coordinate, location=location)
            cell.font = styles.link


def _target(row: Row, target: str, joined: str, places: _Places) -> int | None:
    wanted = row[joined]
    return places.get((target, row["meeting_id"], wanted)) if wanted is not None else None


def _lay_out(page: Any, table: Table, columns: list[Column]) -> None:
    utils = needed("openpyxl.utils", "excel", "an Excel workbook")
    widths = {column.name: _width(table, column) for column in columns}
    for number, column in enumerate(columns, 1):
        page.column_dimensions[utils.get_column_letter(number)].width = widths[column.name]
    shown = {column.name: widths[column.name] for column in columns if not _is_technical(column)}
    for number, row in enumerate(table.rows, 2):
        page.row_dimensions[number].height = _height(row, shown)
    # Folded away: one click shows them, and they are not printed.
    technical = [utils.get_column_letter(n) for n, column in enumerate(columns, 1) if _is_technical(column)]
    page.column_dimensions.group(technical[0], technical[-1], hidden=True)
    page.freeze_panes = "A2"
    page.auto_filter.ref = f"A1:{utils.get_column_letter(len(columns))}{len(table) + 1}"
    page.print_title_rows = "1:1"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A3
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = needed(
        "openpyxl.worksheet.properties", "excel", "an Excel workbook"
    ).PageSetupProperties(fitToPage=True)
    page.oddFooter.left.text = table.sheet.title
    page.oddFooter.right.text = "&P / &N 頁"


def _width(table: Table, column: Column) -> int:
    """In characters: wide enough for the heading with its filter button, and for most values."""
    values = [str(row[column.name]) for row in table.rows[:200] if row[column.name] is not None]
    longest = max((_columns(line) for value in values for line in value.split("\n")), default=0)
    most = next(most for length, most in _WIDTHS if longest > length)
    return min(max(_columns(column.heading) + 4, longest + 2), most)


_WIDTHS = ((100, 70), (32, 28), (-1, 16))
"""How wide a column may become, by the length of its longest line; beyond that lines are wrapped."""


def _height(row: Row, widths: Mapping[str, int]) -> float:
    """In points: all lines of the tallest cell; Excel allows 409. No program finds the height by itself everywhere."""
    lines = (sum(max(1, -(-_columns(line) // (width - 3))) for line in str(row[name]).split("\n"))
             for name, width in widths.items() if isinstance(row[name], str))  # fmt: skip
    return min(15.0 * max(lines, default=1) + 3, 409)


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text[:2000])
