"""What PDFium tells of a page: its glyphs and its rules, in points, upright as the page is seen."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable, Iterator, Sequence
from itertools import islice, pairwise
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import east_asian_width, normalize

from minutes_model.source.glyphs import Glyph
from minutes_model.source.ruled import Rule

if TYPE_CHECKING:
    # It is annotated, but lacks the mark that says so.
    from pypdfium2 import PdfObject, PdfPage, PdfTextPage  # type: ignore[import-untyped]

__all__ = ["glyphs_of", "rules_of", "sets_text"]

# Fonts share the glyph of a character with that of a radical, and some writers tell the radical's
# code. Unicode maps the two blocks but for these, which it leaves apart or maps to another form.
_RADICALS = dict(zip("⺠⻁⻄⻆⻑⻘⻝⻤⻨⻩⻫⻭⻯⻲⼾", "民虎西角長青食鬼麦黄斉歯竜亀戸", strict=True))
_HYPHENS = frozenset([0x02, 0xAD, 0xFFFE])
_MOST_PATHS = 6000  # a page with more holds a drawing
_EDGES = 6  # a frame has five points, one more where it is closed twice
_VERTICAL_SHARE = 0.6


class _Box(NamedTuple):
    """A character, its box, the point it was set at, its width and height, whether a space precedes."""

    char: str
    left: float
    bottom: float
    right: float
    top: float
    x: float
    y: float
    width: float
    size: float
    spaced: bool


def glyphs_of(page: PdfPage, check: Callable[[int], None]) -> list[Glyph]:
    """The glyphs of a page; ``check`` is told beforehand how many there are.

    Vertical writing is laid down, so that its columns are lines.
    """
    quarters = _quarters(page)
    text = page.get_textpage()
    try:
        check(text.count_chars())
        boxes = [*_read(text)]
    finally:
        text.close()
    if quarters:
        boxes = [_turned(box, quarters) for box in boxes]
    return [*map(_lying if _is_vertical(boxes) else _standing, boxes)]


def _quarters(page: PdfPage) -> int:
    """How often the page is turned clockwise by a right angle; a broken page says -1."""
    from pypdfium2 import raw

    return max(0, int(raw.FPDFPage_GetRotation(page)))


def _read(text: PdfTextPage) -> Iterator[_Box]:
    from pypdfium2 import raw

    box, matrix, x, y = raw.FS_RECTF(), raw.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
    spaced = False
    for index in range(text.count_chars()):
        if raw.FPDFText_IsGenerated(text, index) == 1:
            spaced = True
            continue
        char = _char(raw.FPDFText_GetUnicode(text, index))
        raw.FPDFText_GetLooseCharBox(text, index, box)
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        raw.FPDFText_GetMatrix(text, index, matrix)
        nominal = raw.FPDFText_GetFontSize(text, index)
        size = nominal * math.hypot(matrix.c, matrix.d)
        width = nominal * math.hypot(matrix.a, matrix.b)
        if char and size > 0:
            yield _Box(char, box.left, box.bottom, box.right, box.top, x.value, y.value, width, size, spaced)
        spaced = False


def _char(code: int) -> str:
    """The character for a code; U+FFFD for none, "" for a control."""
    if code in _HYPHENS:
        return "-"
    if code in (0, 0xFFFF) or 0xE000 <= code <= 0xF8FF or code > 0x10FFFF:
        return "\ufffd"
    char = chr(code)
    if 0x2E80 <= code <= 0x2FDF:
        return _RADICALS.get(char) or normalize("NFKC", char)
    if code == 0x09:
        return " "
    return char if code >= 0x20 and not 0x7F <= code < 0xA0 else ""


def _turned(box: _Box, quarters: int) -> _Box:
    """The box as seen on a page turned clockwise."""
    x, y = _turn(box.x, box.y, quarters)
    left, bottom, right, top = _turn_box(box.left, box.bottom, box.right, box.top, quarters)
    return box._replace(left=left, bottom=bottom, right=right, top=top, x=x, y=y)


def _turn(x: float, y: float, quarters: int) -> tuple[float, float]:
    return ((x, y), (y, -x), (-x, -y), (-y, x))[quarters % 4]


def _turn_box(left: float, bottom: float, right: float, top: float, quarters: int) -> Rule:
    one, other = _turn(left, bottom, quarters), _turn(right, top, quarters)
    return Rule(min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1]))


def _standing(box: _Box) -> Glyph:
    # For some fonts PDFium knows no advance and tells the box of the ink; a wide character fills its square.
    wide = east_asian_width(box.char) in "WF"
    left = min(box.left, box.x) if wide else box.left
    right = max(box.right, box.x + box.width) if wide else box.right
    return Glyph(box.char, left, right, box.y, box.size, box.spaced)


def _lying(box: _Box) -> Glyph:
    middle = (box.left + box.right) / 2
    return Glyph(box.char, -box.top, -box.bottom, middle, box.size, box.spaced)


def _is_vertical(boxes: Sequence[_Box]) -> bool:
    """Whether most characters stand below the one before."""
    steps = [(one, other) for one, other in pairwise(boxes) if one.char.strip() and other.char.strip()]
    below = sum(
        abs(other.x - one.x) < 0.3 * one.size and 0.5 * one.size < one.y - other.y < 2.0 * one.size
        for one, other in steps
    )
    return len(steps) > 10 and below > _VERTICAL_SHARE * len(steps)


def rules_of(page: PdfPage) -> list[Rule]:
    """The straight lines and frames printed on a page; none where a drawing has thousands."""
    from pypdfium2 import raw

    paths = [*islice(page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]), _MOST_PATHS + 1)]
    if len(paths) > _MOST_PATHS:
        return []
    quarters = _quarters(page)
    return [_turn_box(*rule, quarters) for path in paths for rule in _edges(path)]


def sets_text(page: PdfPage) -> bool:
    """Whether a page sets text, also such as PDFium drops because no font here has its characters."""
    from pypdfium2 import raw

    return any(page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=2))


def _edges(path: PdfObject) -> Iterator[Rule]:
    from pypdfium2 import raw

    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not raw.FPDFPageObj_GetBounds(path, left, bottom, right, top):
        return
    bounds = Rule(left.value, bottom.value, right.value, top.value)
    if min(bounds.right - bounds.left, bounds.top - bounds.bottom) <= 2.5:
        yield bounds
    elif _is_frame(path):
        yield bounds._replace(top=bounds.bottom)
        yield bounds._replace(bottom=bounds.top)
        yield bounds._replace(right=bounds.left)
        yield bounds._replace(left=bounds.right)


def _is_frame(path: PdfObject) -> bool:
    from pypdfium2 import raw

    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, fill, stroke)
    return bool(stroke.value) and raw.FPDFPath_CountSegments(path) <= _EDGES
