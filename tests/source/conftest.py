"""Minutes as text, PDF, web page and Word document, made afresh for each test."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

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
def make_pdf() -> Callable[..., bytes]:
    """Makes a PDF of lines that are given with their place: (x, y, text, size)."""
    return draw


def draw(
    *pages: Sequence[tuple[Any, ...]], rules: Sequence[tuple[float, float, float, float]] = (), **options: Any
) -> bytes:
    canvas_module = pytest.importorskip("reportlab.pdfgen.canvas")
    metrics = pytest.importorskip("reportlab.pdfbase.pdfmetrics")
    fonts = pytest.importorskip("reportlab.pdfbase.cidfonts")
    metrics.registerFont(fonts.UnicodeCIDFont("HeiseiMin-W3"))
    file = io.BytesIO()
    canvas = canvas_module.Canvas(file, pagesize=(595, 842), **options)
    for page in pages:
        for rule in rules:
            canvas.line(*rule)
        for x, y, text, *rest in page:
            canvas.setFont("HeiseiMin-W3", rest[0] if rest else 10.5)
            canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()
    return file.getvalue()
