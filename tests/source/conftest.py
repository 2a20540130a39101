"""Minutes as text, PDF, web page and Word document, made afresh for each test."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, NamedTuple
from unicodedata import east_asian_width

import pytest

TITLE = "港湾利用審議会（第３回）議事概要"
HEADER = (
    ("１ 日 時：", "令和６年９月11日（水）13:00～14:30"),
    ("２ 場 所：", "臨海庁舎 大会議室"),
    ("３ 出席者：", "佐野委員長、槙委員、江口委員、"),
    ("", "田辺港湾課長、北見課長補佐"),
)
BODY = (
    "４ 議事の概要",
    "（１）議題１：岸壁の使用料について",
    "田辺港湾課長から、資料１に基づき説明があった。",
    "槙委員から「岸壁の使用料は、他の港に比べて高いと思うが、見直しの予定はあるのか、NTT Dataの調査結果も踏まえて伺いたい」旨の発言があった。",
    "これに対し、田辺港湾課長から「令和７年４月を目途に見直すこととし、年内に案をお示しする」旨の回答があった。",
    "本件は、原案のとおり決定した。",
    "（２）議題２：その他",
    "江口委員から「次回は現地で開いてはどうか」旨の発言があった。",
    "以上",
)  # fmt: skip


class Minutes(NamedTuple):
    """The parts of the minutes."""

    title: str
    header: tuple[tuple[str, str], ...]
    body: tuple[str, ...]


@pytest.fixture
def minutes() -> Minutes:
    """The minutes in parts: title, labels and values, paragraphs."""
    return Minutes(TITLE, HEADER, BODY)


@pytest.fixture
def plain() -> str:
    """The minutes as text, a paragraph a line."""
    return "\n".join([TITLE, *("".join(row) for row in HEADER), *BODY]) + "\n"


@pytest.fixture
def font() -> str:
    """The name of a font that is carried in the file."""
    return squares()


@pytest.fixture
def make_pdf() -> Callable[..., bytes]:
    """Makes a PDF of lines that are given with their place: (x, y, text, size)."""
    return draw


@cache
def squares() -> str:
    """The name of a font with a square for every character, known to reportlab.

    A PDF carries it, so that it reads the same on a machine that has no Japanese font.
    """
    builder = pytest.importorskip("fontTools.fontBuilder").FontBuilder(1000, isTTF=True)
    ttlib, subtables = pytest.importorskip("fontTools.ttLib"), pytest.importorskip("fontTools.ttLib.tables._c_m_a_p")
    pens = pytest.importorskip("fontTools.pens.ttGlyphPen")
    metrics, fonts = pytest.importorskip("reportlab.pdfbase.pdfmetrics"), pytest.importorskip("reportlab.pdfbase.ttfonts")
    widths = {".notdef": 1000, "half": 500, "full": 1000}
    characters = subtables.CmapSubtable.newSubtable(12)
    characters.platformID, characters.platEncID, characters.language = 3, 10, 0
    characters.cmap = {
        code: "full" if east_asian_width(chr(code)) in "WFA" else "half"
        for code in range(0x20, 0xFFF0)
        if not 0xD800 <= code < 0xF900
    }
    builder.setupGlyphOrder([*widths])
    builder.font["cmap"] = ttlib.newTable("cmap")
    builder.font["cmap"].tableVersion, builder.font["cmap"].tables = 0, [characters]
    builder.setupGlyf({name: _square(pens.TTGlyphPen(None), width) for name, width in widths.items()})
    builder.setupHorizontalMetrics({name: (width, 50) for name, width in widths.items()})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "Squares", "styleName": "Regular", "psName": "Squares"})
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120)
    builder.setupPost()
    file = io.BytesIO()
    builder.save(file)
    file.seek(0)
    metrics.registerFont(fonts.TTFont("Squares", file))
    return "Squares"


def _square(pen: Any, width: int) -> Any:
    pen.moveTo((50, -100))
    for point in ((50, 800), (width - 50, 800), (width - 50, -100)):
        pen.lineTo(point)
    pen.closePath()
    return pen.glyph()


def draw(
    *pages: Sequence[tuple[Any, ...]], rules: Sequence[tuple[float, float, float, float]] = (), **options: Any
) -> bytes:
    canvas_module = pytest.importorskip("reportlab.pdfgen.canvas")
    font = squares()
    file = io.BytesIO()
    canvas = canvas_module.Canvas(file, pagesize=(595, 842), **options)
    for page in pages:
        for rule in rules:
            canvas.line(*rule)
        for x, y, text, *rest in page:
            canvas.setFont(font, rest[0] if rest else 10.5)
            canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()
    return file.getvalue()
