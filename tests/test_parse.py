"""The call itself: what it takes, what it raises, what it says of odd input."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import minutes_model as mm

TEXT = """測位委員会（第３回）議事概要
１ 日 時：令和６年９月11日（水）13：00～
２ 場 所：会議室
３ 出席者：小川委員長、大島委員、佐々木総務課長
４ 議事の概要
（１）議題１：計画について
佐々木課長から、資料に基づき説明があった。
"""


def codes(result: mm.ParseResult) -> set[str]:
    return {d.code for d in result.diagnostics}


def test_an_empty_text_gives_a_meeting_with_nothing_but_diagnostics() -> None:
    result = mm.parse("")
    assert codes(result) == {"MM001"}
    assert result.meeting == mm.Meeting(id=result.meeting.id)
    assert result.regions == ()


def test_a_path_reads_the_file(tmp_path: Path) -> None:
    path = tmp_path / "minutes.txt"
    path.write_text(TEXT, encoding="utf-8")
    result = mm.parse(path)
    assert result.meeting.number == 3
    assert result.source.name == "minutes.txt" or str(path) in str(result.source.name)
    assert result.meeting == mm.parse(TEXT).meeting


def test_a_text_that_looks_like_a_path_stays_text() -> None:
    with pytest.warns(mm.PathLikeTextWarning, match=r"pathlib\.Path"):
        result = mm.parse("議事概要.pdf")
    assert codes(result) == {"MM001", "MM002"}
    assert result.source.text == "議事概要.pdf"


def test_a_text_that_names_an_existing_file_stays_text(tmp_path: Path) -> None:
    path = tmp_path / "minutes"
    path.write_text(TEXT, encoding="utf-8")
    with pytest.warns(mm.PathLikeTextWarning):
        assert mm.parse(str(path)).meeting.number is None


def test_a_missing_file_is_a_source_error(tmp_path: Path) -> None:
    with pytest.raises(mm.SourceError, match="nowhere"):
        mm.parse(tmp_path / "nowhere.txt")


def test_strict_shows_the_line_and_a_caret() -> None:
    with pytest.raises(mm.ParseError) as caught:
        mm.parse(TEXT.replace("９月11日（水）", "２月30日"), strict=True)
    shown = str(caught.value)
    assert "１ 日 時：令和６年２月30日13：00～" in shown
    assert "^" in shown
    assert any(d.code == "MM101" for d in caught.value.diagnostics)


def test_strict_passes_a_sound_text() -> None:
    assert mm.parse(TEXT, strict=True).ok


@pytest.mark.parametrize("source", [None, 3, ["text"], object()])
def test_wrong_types_are_type_errors(source: object) -> None:
    with pytest.raises(TypeError, match="a source is"):
        mm.parse(source)  # type: ignore[arg-type]


def test_a_wrong_weekday_is_noticed() -> None:
    result = mm.parse(TEXT.replace("（水）", "（木）"))
    (slip,) = [d for d in result.diagnostics if d.code == "MM102"]
    assert "水" in slip.message
    assert slip.span is not None
    assert "11日" in result.excerpt(slip.span)


def test_an_unknown_document_keeps_its_text_and_invents_nothing() -> None:
    text = "春の園芸講座のお知らせ\n\n土は水はけのよいものを選ぶこと。\n種は重ならないように蒔くとよい。\n"
    result = mm.parse(text)
    assert result.meeting.speeches == ()
    assert result.meeting.decisions == ()
    assert result.meeting.attendees == ()
    assert "MM001" in codes(result)
    assert "".join(text[r.span.slice] for r in result.regions) == text


def test_cite() -> None:
    result = mm.parse(TEXT)
    assert result.cite(result.meeting.speeches[0]) == "測位委員会（第3回）議事概要（令和6年9月11日）〔佐々木課長〕"
    paged = mm.parse(mm.SourceDocument(text=TEXT, pages=(mm.Span(0, 60), mm.Span(60, len(TEXT)))))
    assert "2頁〔佐々木課長〕" in paged.cite(paged.meeting.speeches[0])


def test_importing_the_package_loads_nothing_else() -> None:
    code = "import sys, minutes_model; print([m for m in sys.modules if m.startswith('minutes_model.') or m in ('attr', 'cattrs')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_public_name_resolves() -> None:
    for name in mm.__all__:
        assert getattr(mm, name) is not None
    assert set(mm.__all__) <= set(dir(mm))
    with pytest.raises(AttributeError, match="nothing"):
        _ = mm.nothing  # type: ignore[attr-defined]
