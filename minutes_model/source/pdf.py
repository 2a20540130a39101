"""PDF: the lines of each page as printed, pages parted by a form feed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise
from statistics import median
from threading import Lock
from typing import TYPE_CHECKING

from attrs import frozen

from minutes_model.errors import EncryptedSourceError, MissingExtraError, NoTextError, SourceError
from minutes_model.source.columns import in_reading_order
from minutes_model.source.glyphs import Glyph, Line, lines_of
from minutes_model.source.limits import Deadline, Extract, Limits
from minutes_model.source.ruled import Row, rows_of
from minutes_model.source.streams import check_streams
from minutes_model.spans import Span

if TYPE_CHECKING:
    # It is annotated, but lacks the mark that says so.
    from pypdfium2 import PdfDocument  # type: ignore[import-untyped]

__all__ = ["read_pdf"]

_DAMAGED = "the PDF is damaged or incomplete; download it again"
_LOCKED = "the file is locked with a password; save a copy without one"
_SCAN = "the PDF has no text layer, it is a scan; run OCR on it first (ocrmypdf -l jpn)"
_UNMAPPED = "the fonts of the PDF hide their characters; run OCR on it first (ocrmypdf --force-ocr -l jpn)"
_FONTLESS = (
    "the PDF does not carry its fonts and this machine has none for its characters; "
    "install a Japanese font (Debian: fonts-ipafont), or print the PDF anew with its fonts embedded"
)
_WIDEST_INDENT = 40
_MOST_BLANK_LINES = 3
# PDFium keeps state for the whole process, and is not safe in threads.
_PDFIUM = Lock()


@frozen
class _Page:
    """What a page holds, from top to bottom; how many of its characters are unknown; whether it sets any text."""

    items: list[Line | Row]
    characters: int
    unmapped: int
    sets_text: bool

    @property
    def lines(self) -> list[Line]:
        return [item for item in self.items if isinstance(item, Line)]


def read_pdf(data: bytes, *, name: str | None, limits: Limits) -> Extract:
    """The text of a PDF: a line a printed line, columns by spaces, a form feed behind each page.

    Raises `EncryptedSourceError`, `NoTextError` for scans, `SourceTooLargeError` beyond the limits,
    `SourceError` for a damaged file, `MissingExtraError` without pypdfium2.
    """
    try:
        from pypdfium2.version import PYPDFIUM_INFO  # type: ignore[import-untyped]
    except ImportError:
        raise MissingExtraError("pdf", "reading a PDF") from None
    check_streams(data, name, limits)
    with _PDFIUM:
        document = _opened(data, name)
        try:
            limits.hold("pages", len(document), name)
            pages = [*_pages(document, name, limits)]
        finally:
            document.close()
    _check_text(pages, name)
    text, spans = _written(pages)
    return Extract(text=text, pages=spans, extractor=f"pypdfium2 {PYPDFIUM_INFO}")


def _opened(data: bytes, name: str | None) -> PdfDocument:
    from pypdfium2 import PdfDocument, PdfiumError, raw

    try:
        document = PdfDocument(data)
        if _is_cut(data) or not len(document):
            document.close()
            raise SourceError(_DAMAGED, name)
    except PdfiumError as error:
        if raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD:
            raise EncryptedSourceError(_LOCKED, name) from None
        raise SourceError(_DAMAGED, name) from error
    return document


def _is_cut(data: bytes) -> bool:
    """Whether the file's end is missing, with pages in it; PDFium reads on without a word."""
    linear = re.search(rb"/Linearized\b[^>]{0,300}?/L\s+(\d{1,12})", data[:2048])
    if linear is not None and int(linear[1]) > len(data):
        return True
    return not re.search(rb"%%EOF|startxref", data[-4096:])


def _pages(document: PdfDocument, name: str | None, limits: Limits) -> Iterator[_Page]:
    from pypdfium2 import PdfiumError

    from minutes_model.source.pdfium import glyphs_of, rules_of, sets_text

    deadline = Deadline(limits, name)
    characters = 0
    for index in range(len(document)):
        deadline.check()
        try:
            page = document[index]
            glyphs = glyphs_of(page, partial(_check_count, limits, characters, name))
            rows, outside = rows_of(glyphs, rules_of(page))
            written = bool(glyphs) or sets_text(page)
            page.close()
        except PdfiumError as error:
            raise SourceError(_DAMAGED, name) from error
        characters += len(glyphs)
        unmapped = sum(glyph.char == "\ufffd" for glyph in glyphs)
        yield _Page(_in_order(rows, outside), len(glyphs), unmapped, written)


def _check_count(limits: Limits, before: int, name: str | None, count: int) -> None:
    limits.hold("characters", before + count, name)


def _in_order(rows: Sequence[Row], outside: Sequence[Glyph]) -> list[Line | Row]:
    """Lines and rows from top to bottom; what stands between two rows keeps its columns."""
    items: list[Line | Row] = []
    left = sorted(outside, key=lambda glyph: -glyph.base)
    for row in rows:
        above = next((index for index, glyph in enumerate(left) if glyph.base < row.top), len(left))
        items += in_reading_order(lines_of(left[:above]))
        items.append(row)
        left = left[above:]
    return items + in_reading_order(lines_of(left))


def _check_text(pages: Sequence[_Page], name: str | None) -> None:
    characters = sum(page.characters for page in pages)
    if not characters:
        raise NoTextError(_FONTLESS if any(page.sets_text for page in pages) else _SCAN, name)
    if sum(page.unmapped for page in pages) * 2 > characters:
        raise NoTextError(_UNMAPPED, name)


def _written(pages: Sequence[_Page]) -> tuple[str, tuple[Span, ...]]:
    lines = [line for page in pages for line in page.lines]
    layout = _Layout.of(lines, pages)
    texts = [layout.page(page) for page in pages]
    spans: list[Span] = []
    end = 0
    for number, text in enumerate(texts, start=1):
        length = len(text) + (number < len(texts))
        spans.append(Span(end, end + length))
        end += length
    return "\f".join(texts), tuple(spans)


@frozen
class _Layout:
    """The measures of a document: its left margin, the width of its characters, its line pitch."""

    margin: float
    em: float
    pitch: float

    @classmethod
    def of(cls, lines: Sequence[Line], pages: Sequence[_Page]) -> _Layout:
        pairs = (pair for page in pages for pair in pairwise(page.lines))
        steps = [step for above, below in pairs if (step := above.base - below.base) > 0]
        return cls(
            margin=min((line.left for line in lines), default=0.0),
            em=median(line.size for line in lines) if lines else 10.5,
            pitch=median(steps) if steps else 0.0,
        )

    def page(self, page: _Page) -> str:
        """The text of a page, each line with its end."""
        pieces: list[str] = []
        above: float | None = None
        for item in page.items:
            top, bottom = (item.base, item.base) if isinstance(item, Line) else (item.top, item.bottom)
            pieces.append(self._blank_lines(above, top))
            above = bottom
            texts = (self._indented(item),) if isinstance(item, Line) else item.lines
            pieces += (text + "\n" for text in texts)
        return "".join(pieces)

    def _indented(self, line: Line) -> str:
        indent = round((line.left - self.margin) / self.em * 2) if self.em else 0
        return " " * max(0, min(_WIDEST_INDENT, indent)) + line.text().lstrip()

    def _blank_lines(self, above: float | None, below: float) -> str:
        if above is None or not self.pitch:
            return ""
        return "\n" * max(0, min(_MOST_BLANK_LINES, round((above - below) / self.pitch) - 1))
