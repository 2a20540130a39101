"""The same minutes as text, PDF, web page and Word document are the same meeting."""

from __future__ import annotations

import io
import shutil
import subprocess
from html import escape
from pathlib import Path
from typing import Any

import pytest

from minutes_model import Meeting, parse
from minutes_model.source import open_source

_WIDTH = 40  # characters of a printed line
_CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")


def _has_japanese_font() -> bool:
    listed = shutil.which("fc-list") and subprocess.run(["fc-list", ":lang=ja"], check=False, capture_output=True).stdout
    return bool(listed)


def _wrapped(text: str) -> list[str]:
    return [text[start : start + _WIDTH] for start in range(0, len(text), _WIDTH)]


def _as_pdf(minutes: Any, make_pdf: Any) -> bytes:
    lines = [minutes.title, *("".join(row) for row in minutes.header), *(line for text in minutes.body for line in _wrapped(text))]
    half = len(lines) - 4
    foot = [(285, 30, f"- {number} -", 9) for number in (1, 2)]
    printed = [[(80, 780 - 18 * row, line) for row, line in enumerate(page)] for page in (lines[:half], lines[half:])]
    return make_pdf([*printed[0], foot[0]], [*printed[1], foot[1]])


def _as_html(minutes: Any, make_pdf: Any) -> bytes:
    rows = "".join(f"<tr><th>{label}</th><td>{value}</td></tr>" for label, value in minutes.header[:2])
    people = "<br>".join(value for _, value in minutes.header[2:])
    words = "".join(f"<p>{escape(text)}</p>" for text in minutes.body)
    return (
        f"<!DOCTYPE html><html lang=ja><meta charset=utf-8><title>x</title><nav><a href=/>ホーム</a></nav><main>"
        f"<h1>{minutes.title}</h1><table>{rows}<tr><th>{minutes.header[2][0]}</th><td>{people}</td></tr></table>{words}</main>"
        f"<footer>〒000-0000 臨海市一丁目</footer></html>"
    ).encode()


def _as_docx(minutes: Any, make_pdf: Any) -> bytes:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_paragraph(minutes.title)
    table = document.add_table(3, 2)
    for row, (label, value) in zip(table.rows, minutes.header, strict=False):
        row.cells[0].text, row.cells[1].text = label, value
    table.rows[2].cells[1].add_paragraph(minutes.header[3][1])
    for text in minutes.body:
        document.add_paragraph(text)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _facts(meeting: Meeting) -> tuple[object, ...]:
    return (
        meeting.id, meeting.title, meeting.date, meeting.start_time, meeting.venue,
        [(one.id, one.label) for one in meeting.attendees],
        [(item.id, item.number, item.title) for item in meeting.agenda],
        [(one.id, type(one).__name__, getattr(one, "text", "")) for _, one in meeting.walk()],
    )  # fmt: skip


@pytest.mark.parametrize("make", [_as_pdf, _as_html, _as_docx])
def test_same_meeting(make: Any, minutes: Any, make_pdf: Any, plain: str) -> None:
    expected = parse(plain).meeting
    assert len(expected.speeches) >= 4
    found = parse(make(minutes, make_pdf)).meeting
    assert _facts(found) == _facts(expected)
    assert found == expected


@pytest.mark.skipif(_CHROMIUM is None or not _has_japanese_font(), reason="no Chromium with a Japanese font here")
def test_same_meeting_from_a_browser(minutes: Any, plain: str, tmp_path: Path) -> None:
    page, pdf = tmp_path / "page.html", tmp_path / "page.pdf"
    page.write_bytes(_as_html(minutes, None).replace(b"<nav>", b"<nav hidden>").replace(b"<footer>", b"<footer hidden>"))
    command = [str(_CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path}/profile",
               "--no-pdf-header-footer", f"--print-to-pdf={pdf}", page.as_uri()]  # fmt: skip
    subprocess.run(command, check=False, capture_output=True, timeout=60)
    if not pdf.exists():
        pytest.skip("Chromium prints nothing here")
    assert _facts(parse(pdf).meeting) == _facts(parse(plain).meeting)


def test_pages_are_located(minutes: Any, make_pdf: Any) -> None:
    document = open_source(_as_pdf(minutes, make_pdf))
    assert len(document.pages) == 2
    assert document.pages[0].end == document.pages[1].start
    last = document.locate(document.text.index("以上"))
    assert (last.page, last.column) == (2, 1)
    assert document.line(last.line) == "以上"
