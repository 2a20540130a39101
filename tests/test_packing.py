"""What travels between processes: the same values, smaller, and never between two versions."""

from __future__ import annotations

import datetime
import pickle
from typing import Any

import pytest
from hypothesis import given, settings

import minutes_model as mm
from minutes_model import packing
from minutes_model.diagnostics import CODES
from minutes_model.packing import packed, unpacked
from minutes_model.result import PackedRegions
from minutes_model.testing import meetings
from tests.documents import beside_cases, texts
from tests.laws import comes_back


@pytest.mark.parametrize("text", beside_cases().values(), ids=beside_cases().keys())
def test_a_result_comes_back_as_it_was(text: str) -> None:
    comes_back(mm.parse(text))


@given(meetings())
@settings(max_examples=50)
def test_any_meeting_comes_back_as_it_was(meeting: mm.Meeting) -> None:
    again = unpacked(packed(meeting))
    assert again == meeting
    assert mm.to_json(again) == mm.to_json(meeting)


VALUES = [
    mm.Role, mm.Role.CHAIR, mm.Meeting, mm.Span(2, 5), mm.EraDate("令和", 6, 9, 11), mm.FiscalYear(2024), CODES["MM001"].at("a"),
    datetime.date(2024, 9, 11), {"a": [1, "\ud800", None, 2.5, (b"", frozenset("x"))]}, int,
]  # fmt: skip


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_other_values_travel_too(value: Any) -> None:
    assert unpacked(packed(value)) == value


def test_an_error_keeps_what_it_tells() -> None:
    failure = mm.ParseFailure(source_name="a.pdf", error=mm.ParseError("nothing found", (CODES["MM001"].at("nothing"),)))
    again = unpacked(packed(failure)).error
    assert (type(again), str(again), again.diagnostics) == (mm.ParseError, str(failure.error), failure.error.diagnostics)  # type: ignore[attr-defined]


def test_what_was_worked_out_stays_behind() -> None:
    result = mm.parse(max(texts().values(), key=len))
    before = len(packed(result))
    assert result.regions
    assert result.source.locate(0)
    assert abs(len(packed(result)) - before) < 100
    assert isinstance(unpacked(packed(result))._regions, PackedRegions)
    assert before < len(pickle.dumps(result, pickle.HIGHEST_PROTOCOL))


def test_two_versions_do_not_understand_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "_VERSION", b"0.0.7\n")
    data = packed(3)
    monkeypatch.undo()
    with pytest.raises(mm.MinutesError, match=r"the other 0\.0\.7: install"):
        unpacked(data)
