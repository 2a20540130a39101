"""A table of views and of what became of them reads the same as text, PDF, web page and Word document."""

from __future__ import annotations

import io
from html import escape
from typing import Any

import pytest

from minutes_model import Remark, Response, parse

TITLE = "渚町総合計画審議会（第２回）意見と対応"
HEADER = ("日時  令和６年10月22日（火）18:30～20:00", "場所  渚町役場 ３階会議室")
ITEM = "（１）暮らしの安全について"
HEADS = ("No.", "委員からの意見", "対応")
ROWS = (
    ("1", "海岸の遊歩道は夜になると暗い。街灯を増やすことを計画に書き込んでほしい。", "第３章に「遊歩道の照明の整備」を加えました。"),
    ("2", "避難の訓練に観光客が入っていない。宿の人だけでは案内しきれないのではないか。", "宿泊施設と共に行う訓練を、令和７年度から始めます。"),
    ("3", "防災の無線が聞こえない家がある。", "御意見のとおり修正しました。"),
)
_COLUMNS = (80, 110, 310, 510)  # where the rules stand, in points
_SIZE = 10


def _wrapped(words: str, width: int) -> list[str]:
    return [words[start : start + width] for start in range(0, len(words), width)]


def _sentences(words: str) -> list[str]:
    return [f"{part}。" for part in words.split("。") if part] if words.endswith("。") else [words]


def _broken(words: str) -> str:
    return "<br>".join(map(escape, _sentences(words)))


def _as_text(make_pdf: Any) -> str:
    return "\n".join([TITLE, *HEADER, ITEM, *("  ".join(row) for row in (HEADS, *ROWS))]) + "\n"


def _as_pdf(make_pdf: Any) -> bytes:
    words = [(80, 800 - 18 * at, line) for at, line in enumerate((TITLE, *HEADER, ITEM))]
    y, levels = 725, [725]
    for row in (HEADS, *ROWS):
        cells = [_wrapped(cell, int(right - left - 8) // _SIZE) for cell, left, right in zip(row, _COLUMNS, _COLUMNS[1:], strict=False)]
        for left, lines in zip(_COLUMNS, cells, strict=False):
            words += [(left + 4, y - 14 - 14 * at, line, _SIZE) for at, line in enumerate(lines)]
        y -= 14 * max(map(len, cells)) + 8
        levels.append(y)
    rules = [(_COLUMNS[0], level, _COLUMNS[-1], level) for level in levels] + [(x, levels[-1], x, levels[0]) for x in _COLUMNS]
    return make_pdf(words, rules=rules)


def _as_html(make_pdf: Any) -> bytes:
    rows = "".join(f"<tr>{''.join(f'<td>{_broken(cell)}</td>' for cell in row)}</tr>" for row in ROWS)
    heads = "".join(f"<th>{head}</th>" for head in HEADS)
    above = "".join(f"<p>{line}</p>" for line in (*HEADER, ITEM))
    return f"<!DOCTYPE html><meta charset=utf-8><h1>{TITLE}</h1>{above}<table><tr>{heads}</tr>{rows}</table>".encode()


def _as_docx(make_pdf: Any) -> bytes:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    for line in (TITLE, *HEADER, ITEM):
        document.add_paragraph(line)
    table = document.add_table(len(ROWS) + 1, len(HEADS))
    for printed, row in zip(table.rows, (HEADS, *ROWS), strict=True):
        for cell, words in zip(printed.cells, row, strict=True):
            first, *more = _sentences(words)
            cell.text = first
            for part in more:
                cell.add_paragraph(part)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


@pytest.mark.parametrize("make", [_as_text, _as_pdf, _as_html, _as_docx])
def test_each_view_stands_beside_its_answer(make: Any, make_pdf: Any) -> None:
    meeting = parse(make(make_pdf)).meeting
    views = [one for one in meeting.speeches if isinstance(one, Remark)]
    answers = [one for one in meeting.speeches if isinstance(one, Response)]
    assert [one.text for one in views] == [row[1] for row in ROWS]
    assert [one.text for one in answers] == [row[2] for row in ROWS]
    assert [one.speaker.label for one in views] == ["委員"] * len(ROWS)
    assert [one.in_reply_to for one in answers] == [(one.id,) for one in views]
