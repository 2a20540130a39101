"""The tables as one Excel workbook, made to be read: Japanese headings and values, links between sheets."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import frozen

from minutes_model.errors import ExportError
from minutes_model.interchange.characters import printable
from minutes_model.interchange.codebook import sheet
from minutes_model.interchange.frames import needed
from minutes_model.interchange.sheets import Page, pages

if TYPE_CHECKING:
    import os

    from minutes_model.interchange.codebook import Column
    from minutes_model.interchange.tabular import Row, Tables

__all__ = ["write_excel"]

_MAX_ROWS = 1_048_576
_MAX_LINKS = 65_000
_MAX_CELL = 32_767
_CUT = "…（以下略）"
# Excel's calendar begins in 1900, and counts a 29 February that year.
_FIRST_DAY = dt.date(1900, 3, 1)
_FORMATS: Mapping[type, str] = {dt.date: "yyyy-mm-dd", dt.time: "hh:mm"}

_LINKS: Mapping[str, tuple[tuple[str, str, tuple[str, ...]], ...]] = {
    "exchanges": (
        ("meetings", "meeting_id", ("number", "date")),
        ("speeches", "remark_id", ("asker_label", "question_act")),
        ("speeches", "response_id", ("answerer_label", "link")),
    ),
    "attendees": (("meetings", "meeting_id", ("date",)),),
    "agenda": (("meetings", "meeting_id", ("position",)),),
    "speeches": (
        ("meetings", "meeting_id", ("date",)),
        ("agenda", "item_id", ("position",)),
        ("attendees", "attendee_id", ("speaker_label", "kind")),
    ),
    "decisions": (("meetings", "meeting_id", ("date",)), ("agenda", "item_id", ("outcome",))),
    "attendance": (
        ("meetings", "meeting_id", ("date",)),
        ("agenda", "item_id", ("change",)),
        ("attendees", "attendee_id", ("label",)),
    ),
    "problems": (("meetings", "meeting_id", ("code",)),),
}
"""Which sheet the rows of a sheet lead to, by which id, and from which cell: the first that holds a short word.

No program but Excel wraps a linked text: titles and messages are never links.
"""

_TARGETS: Mapping[str, str] = {
    "meetings": "meeting_id", "agenda": "item_id", "speeches": "speech_id", "attendees": "attendee_id",
}  # fmt: skip

_Places: TypeAlias = Mapping[tuple[str, str, str], int]


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
    for page in pages(tables):
        _write_sheet(book.create_sheet(page.title), page, places, styles)
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
        body = needed("openpyxl.styles.fonts", "excel", "an Excel workbook").DEFAULT_FONT
        # A font without name and size is another in every program.
        same = {"name": body.name, "sz": body.sz, "family": body.family, "scheme": body.scheme}
        return cls(
            head=styles.Font(bold=True, color="FFFFFF", **same),
            fill=styles.PatternFill("solid", fgColor="34506B"),
            link=styles.Font(color="1F5FA8", underline="single", **same),
            top=styles.Alignment(vertical="top", horizontal="left"),
            wrap=styles.Alignment(vertical="top", wrap_text=True),
            rule=styles.Border(bottom=thin),
        )


def _write_sheet(target: Any, page: Page, places: _Places, styles: _Styles) -> None:
    target.append([column.heading for column in page.columns])
    for cell in target[1]:
        cell.font, cell.fill, cell.alignment = styles.head, styles.fill, styles.wrap
    for number, row in enumerate(page.rows, 2):
        for place, column in enumerate(page.columns, 1):
            value = page.shown(row, column)
            target.cell(number, place).border = styles.rule
            if value is not None:
                _write_cell(target.cell(number, place), value, styles)
    widths = {column.name: _width(page, column) for column in page.columns}
    _link(target, page, widths, places, styles)
    _lay_out(target, page, widths)


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


def _link(target: Any, page: Page, widths: Mapping[str, int], places: _Places, styles: _Styles) -> None:
    links = needed("openpyxl.worksheet.hyperlink", "excel", "an Excel workbook")
    number_of = {column.name: number for number, column in enumerate(page.columns, 1)}
    for line, name, location in islice(_found_links(page, widths, places), _MAX_LINKS):
        cell = target.cell(line, number_of[name])
        cell.hyperlink = links.Hyperlink(ref=cell.coordinate, location=location)
        cell.font = styles.link


def _found_links(page: Page, widths: Mapping[str, int], places: _Places) -> Iterator[tuple[int, str, str]]:
    """Line and column of every cell that leads somewhere, and where to."""
    columns = {column.name: column for column in page.columns}
    for number, row in enumerate(page.rows, 2):
        for target, joined, names in _LINKS.get(page.name, ()):
            line = _target(row, target, joined, places)
            short = (name for name in names if _fits(page.shown(row, columns[name]), widths[name]))
            name = next(short, None)
            if line is not None and name is not None:
                yield number, name, f"'{sheet(target).title}'!A{line}"


def _fits(value: Any, width: int) -> bool:
    return value is not None and "\n" not in str(value) and 0 < _columns(str(value)) < width


def _target(row: Row, target: str, joined: str, places: _Places) -> int | None:
    wanted = row[joined]
    return places.get((target, row["meeting_id"], wanted)) if wanted is not None else None


def _lay_out(target: Any, page: Page, widths: Mapping[str, int]) -> None:
    utils = needed("openpyxl.utils", "excel", "an Excel workbook")
    letters = {c.name: utils.get_column_letter(number) for number, c in enumerate(page.columns, 1)}
    for name, letter in letters.items():
        target.column_dimensions[letter].width = widths[name]
    target.row_dimensions[1].height = _HEAD_HEIGHT
    shown = {name: width for name, width in widths.items() if name not in page.folded}
    for number, row in enumerate(page.rows, 2):
        target.row_dimensions[number].height = _height(page, row, shown)
    # Folded away: one click shows them.
    folded = [letter for name, letter in letters.items() if name in page.folded]
    target.column_dimensions.group(folded[0], folded[-1], hidden=True)
    target.freeze_panes = "A2"
    last = len(page.rows) + 1
    target.auto_filter.ref = f"A1:{list(letters.values())[-1]}{last}"
    target.print_area = f"A1:{letters[page.printed[-1]]}{last}"
    target.print_title_rows = "1:1"
    target.page_setup.orientation = "landscape"
    target.page_setup.paperSize = target.PAPERSIZE_A3
    target.page_setup.fitToHeight = 0
    target.sheet_properties.pageSetUpPr = needed(
        "openpyxl.worksheet.properties", "excel", "an Excel workbook"
    ).PageSetupProperties(fitToPage=True)
    target.oddFooter.left.text = page.title
    target.oddFooter.right.text = "&P / &N 頁"


_HEAD_HEIGHT = 20.0


def _width(page: Page, column: Column) -> int:
    """In characters: wide enough for the heading with its filter button, and for most values."""
    values = (page.shown(row, column) for row in page.rows[:200])
    longest = max((_columns(line) for v in values if v is not None for line in str(v).split("\n")), default=0)
    most = next(most for length, most in _WIDTHS if longest > length)
    return min(max(_columns(column.heading) + 4, longest + 2), most)


_WIDTHS = ((100, 60), (32, 32), (-1, 24))
"""How wide a column may become, by the length of its longest line; beyond that lines are wrapped."""


def _height(page: Page, row: Row, widths: Mapping[str, int]) -> float:
    """In points: all lines of the tallest cell; Excel allows 409. No program finds the height by itself everywhere."""
    texts = ((page.shown(row, column), widths[column.name]) for column in page.columns if column.name in widths)
    lines = (sum(max(1, -(-_columns(line) // (width - 3))) for line in text.split("\n"))
             for text, width in texts if isinstance(text, str))  # fmt: skip
    return min(16.0 * max(lines, default=1) + 3, 409)


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text[:2000])
