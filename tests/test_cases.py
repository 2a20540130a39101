"""Every case reads as committed, and agrees with its annotation."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import minutes_model as mm
from minutes_model.interchange import from_json, to_json
from tests.cases import annotation, expected, found, parsed
from tests.documents import CASES, SAMPLES, case_folders
from tests.laws import comes_back, hold
from tests.scoring import COLUMNS, agreement, f1

FOLDERS = case_folders()
# Where a reader and the parser still part, with the F1 reached; everything else agrees to the full.
OPEN: dict[str, dict[str, float]] = json.loads((CASES / "open.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module", params=FOLDERS, ids=lambda folder: folder.name)
def folder(request: pytest.FixtureRequest) -> Path:
    """The cases by turns: what is asked of one is asked at once."""
    asked: Path = request.param
    return asked


@pytest.fixture(scope="module")
def result(folder: Path) -> mm.ParseResult:
    """What the parser makes of a case, once for all that is asked of it."""
    return parsed(folder)


def test_case_reads_as_committed(folder: Path, result: mm.ParseResult) -> None:
    assert found(result) == expected(folder)


def test_case_agrees_with_its_annotation(folder: Path, result: mm.ParseResult) -> None:
    scores = {name: f1(score) for name, score in agreement(result.meeting, annotation(folder)).items()}
    assert set(scores) == set(COLUMNS)
    short = {name: round(score, 3) for name, score in scores.items() if score < 1}
    assert all(score >= OPEN.get(folder.name, {}).get(name, 1) for name, score in short.items()), short


def test_case_keeps_the_laws(result: mm.ParseResult) -> None:
    hold(result)
    assert not [d for d in result.diagnostics if d.severity is mm.Severity.ERROR]


def test_case_comes_back_as_it_was(result: mm.ParseResult) -> None:
    comes_back(result)


def test_items_hold_their_proceedings_in_order(result: mm.ParseResult) -> None:
    for item in result.meeting.agenda:
        spans = [one.span for one in item.proceedings if one.span is not None]
        assert item.span is None or all(item.span.start <= span.start <= span.end <= item.span.end for span in spans)
        assert [span.start for span in spans] == sorted(span.start for span in spans)


def test_case_round_trips(folder: Path) -> None:
    text = (folder / "meeting.json").read_text(encoding="utf-8")
    meeting = from_json(text)
    assert from_json(to_json(meeting)) == meeting
    assert to_json(meeting, indent=1) + "\n" == text
    assert mm.check(meeting) == ()


def test_there_are_cases_of_every_tier() -> None:
    tiers = [annotation(folder)["tier"] for folder in FOLDERS]
    assert len(tiers) >= 60
    assert min(tiers.count(tier) for tier in (1, 2, 3)) >= 15
    assert sum(len((folder / "minutes.txt").read_text(encoding="utf-8")) >= 5000 for folder in FOLDERS) >= 3


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="no samples beside the checkout")
@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.txt")), ids=lambda p: p.stem)
def test_samples_agree_with_their_annotations(path: Path) -> None:
    meeting = mm.parse(path).meeting
    gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    for item in gold["agenda"]:
        item.setdefault("section", None)
    short = {name: score for name, score in agreement(meeting, gold).items() if f1(score) < 1}
    assert not short
