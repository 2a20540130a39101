"""JSON keeps everything, refuses what it does not know, and says where."""

from __future__ import annotations

import copy
import datetime as dt
import json
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from minutes_model.era import EraDate, FiscalYear, parse_expression
from minutes_model.errors import ExportError, LoadError, SchemaVersionError
from minutes_model.interchange.converter import make_converter
from minutes_model.interchange.json import (
    SCHEMA_VERSION,
    from_dict,
    from_json,
    read_jsonl,
    result_from_json,
    to_dict,
    to_json,
    write_jsonl,
)
from minutes_model.interchange.shapes import CLASSES
from minutes_model.model import AgendaItem, Meeting, Narration, Remark, Speaker
from minutes_model.result import ParseResult
from minutes_model.testing import meetings, sample_meeting

OLD = sorted((Path(__file__).parent / "versions").glob("*.json"))


Everything = Callable[[Any], Any]


def same(meeting: Meeting, everything: Everything) -> None:
    text = to_json(meeting)
    back = from_json(text)
    assert back == meeting
    assert everything(back) == everything(meeting)
    assert to_json(back) == text


def test_a_meeting_with_everything(meeting: Meeting, everything: Everything) -> None:
    same(meeting, everything)


@given(meeting=meetings())
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_meeting(meeting: Meeting, everything: Everything) -> None:
    same(meeting, everything)
    json.loads(to_json(meeting).encode("utf-8"))


def test_parsed(parsed: ParseResult, everything: Everything) -> None:
    same(parsed.meeting, everything)
    text = to_json(parsed, indent=2)
    back = result_from_json(text)
    assert back == parsed
    assert back.regions == parsed.regions
    assert everything(back) == everything(parsed)
    assert to_json(back, indent=2) == text


def test_the_head_and_the_order(meeting: Meeting) -> None:
    data = to_dict(meeting)
    assert list(data)[:3] == ["schema_version", "kind", "id"]
    assert list(data["agenda"][0]["proceedings"][1])[:3] == ["kind", "id", "speaker"]
    assert data == json.loads(to_json(meeting))


def test_empty_is_left_out_and_the_rest_is_written() -> None:
    data = to_dict(Meeting(agenda=[AgendaItem(proceedings=[Remark(speaker=Speaker(label=""))])]))
    assert data["agenda"] == [
        {
            "proceedings": [
                {
                    "kind": "remark",
                    "speaker": {"label": "", "kind": "person", "role": "unknown", "confidence": 0.0},
                    "act": "unspecified",
                    "mode": "verbatim",
                }
            ]
        }
    ]


def test_lone_surrogates_are_escaped() -> None:
    text = to_json(Meeting(title="題\ud83d\n"))
    assert "\\ud83d" in text
    assert from_json(text.encode()).title == "題\ud83d\n"


def test_what_json_has_no_form_for() -> None:
    speaker = Speaker(label="x", confidence=float("nan"))
    with pytest.raises(ExportError, match="JSON"):
        to_json(Meeting(agenda=[AgendaItem(proceedings=[Remark(speaker=speaker)])]))


def test_a_time_with_a_zone_is_refused() -> None:
    with pytest.raises(ExportError, match="no zone"):
        to_json(Meeting(start_time=dt.time(13, tzinfo=dt.UTC)))


def damaged(*path: str | int, value: Any) -> dict[str, Any]:
    data = copy.deepcopy(to_dict(sample_meeting()))
    place: Any = data
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return data


SPEECH = ("agenda", 0, "proceedings", 2)


@pytest.mark.parametrize(
    ("path", "value", "place", "cause"),
    [
        (
            (*SPEECH, "kind"),
            "speech",
            "$.agenda[0].proceedings[2].kind",
            "unknown kind 'speech'; known: attendance_change, decision, explanation, narration, remark, response",
        ),
        ((*SPEECH, "kind"), ["remark"], "$.agenda[0].proceedings[2].kind", "unknown kind ['remark']"),
        ((*SPEECH, "speaker"), {}, "$.agenda[0].proceedings[2].speaker.label", "required, but missing"),
        (
            (*SPEECH, "speaker"),
            "大島",
            "$.agenda[0].proceedings[2].speaker",
            "expected an object, not a string",
        ),
        (
            (*SPEECH, "speaker", "confidence"),
            "1",
            "$.agenda[0].proceedings[2].speaker.confidence",
            "expected a number",
        ),
        ((*SPEECH, "act"), "shout", "$.agenda[0].proceedings[2].act", "unknown Act 'shout'; known: answer"),
        ((*SPEECH, "span"), [7, 3], "$.agenda[0].proceedings[2].span", "expected [start, end]"),
        ((*SPEECH, "span"), [True, 3], "$.agenda[0].proceedings[2].span", "expected [start, end]"),
        ((*SPEECH, "text"), None, "$.agenda[0].proceedings[2].text", "expected a string, not null"),
        (("attendees",), "abc", "$.attendees", "expected an array, not a string"),
        (("attendees", 0, "listed"), 1, "$.attendees[0].listed", "expected true or false, not an integer"),
        (("number",), True, "$.number", "expected an integer, not true or false"),
        (("date",), "2024-02-30", "$.date", "no such day"),
        (("date",), "2024-W37-3", "$.date", "expected a date"),
        (("start_time",), "1300", "$.start_time", "expected a time"),
        (("start_time",), "25:00", "$.start_time", "no such time"),
        (("era_date",), {"date": "2024-09-11", "text": "令和6年9月12日"}, "$.era_date", "not 2024-09-11"),
        (("era_date",), {"date": "2024-09-11", "text": "何か"}, "$.era_date", "何か"),
        (("era_date",), 6, "$.era_date", "expected"),
        (("titel",), "x", "$", "unknown field titel; known: agenda"),
        (("kind",), "summary", "$.kind", "unexpected 'summary'; known: 'meeting' or 'parse_result'"),
        (("schema_version",), "one", "$.schema_version", "no version"),
    ],
)
def test_a_misfit_is_named_with_its_path(
    path: tuple[str | int, ...], value: Any, place: str, cause: str
) -> None:
    with pytest.raises(LoadError) as caught:
        from_dict(damaged(*path, value=value))
    assert caught.value.problems[0][0] == place
    assert cause in caught.value.problems[0][1]
    assert place in str(caught.value)


def test_all_problems_are_listed() -> None:
    data = damaged(*SPEECH, "act", value="shout")
    data["number"] = data["title"] = []
    with pytest.raises(LoadError) as caught:
        from_dict(data)
    assert [place for place, _ in caught.value.problems] == [
        "$.title",
        "$.number",
        "$.agenda[0].proceedings[2].act",
    ]


@pytest.mark.parametrize(
    "data",
    ["", "{", "[1]", "null", "{}", b"\xff\xfe\xff", "[" * 100_000, '{"schema_version":"1.0"}', "1" * 5000],
)
def test_foreign_data(data: str | bytes) -> None:
    with pytest.raises(LoadError):
        from_json(data)


def test_wrong_types() -> None:
    for call in (lambda: from_json(None), lambda: to_json("x"), lambda: from_dict([])):  # type: ignore[arg-type]
        with pytest.raises(TypeError):
            call()


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3),
        lambda x: st.lists(x, max_size=3) | st.dictionaries(st.text(max_size=3), x, max_size=3),
    ),
    st.randoms(use_true_random=False),
)
@settings(max_examples=150, deadline=None)
def test_nothing_but_load_errors(junk: Any, chance: Any) -> None:
    whole: Any = copy.deepcopy(to_dict(sample_meeting()))
    place = parent = whole
    while isinstance(place, dict | list) and place and (place is whole or chance.random() < 0.9):
        step = chance.choice(list(place)) if isinstance(place, dict) else chance.randrange(len(place))
        parent, place = place, place[step]
    parent[step] = junk  # pyright: ignore - the loop has run once
    try:
        fits = from_dict(whole)
    except LoadError:
        return
    assert isinstance(fits, Meeting)


def test_versions() -> None:
    newer = {**damaged("number", value=8), "schema_version": "2.0"}
    with pytest.raises(SchemaVersionError) as caught:
        from_dict(newer)
    assert caught.value.problems == (("$.schema_version", "version 2.0 is not read here, only 1.x"),)


def test_a_newer_minor_version_may_know_more_fields() -> None:
    data = {**damaged(*SPEECH, "loudness", value=11), "schema_version": "1.99"}
    assert from_dict(data) == sample_meeting()


@pytest.mark.parametrize("path", OLD, ids=lambda path: path.stem)
def test_old_files_keep_loading(path: Path) -> None:
    data = path.read_bytes()
    back = result_from_json(data) if b'"parse_result"' in data[:200] else from_json(data)
    assert json.loads(data)["schema_version"].split(".")[0] == SCHEMA_VERSION.split(".")[0]
    assert from_json(to_json(back.meeting if isinstance(back, ParseResult) else back)).number == 7


def test_there_is_a_file_of_the_current_version() -> None:
    assert any(path.stem == f"meeting-{SCHEMA_VERSION}" for path in OLD)


def test_both_ways_of_reading_agree(meeting: Meeting, everything: Everything) -> None:
    fast, slow = make_converter(detailed_validation=False), make_converter()
    data = slow.unstructure(meeting)
    assert (
        everything(fast.structure(data, Meeting))
        == everything(slow.structure(data, Meeting))
        == everything(meeting)
    )


def test_converters_are_fresh() -> None:
    mine = make_converter()
    mine.register_unstructure_hook(Narration, lambda narration: "changed")
    assert make_converter().unstructure(Narration(text="x")) == {"kind": "narration", "text": "x"}


def test_every_class_has_hooks() -> None:
    for cls in CLASSES:
        assert make_converter().get_structure_hook(cls)


def test_json_lines(tmp_path: Path, meeting: Meeting, result: ParseResult) -> None:
    path = tmp_path / "all.jsonl"
    odd = Meeting(title="\u2028\x85")
    assert write_jsonl([meeting, result, odd], path) == 3
    assert list(read_jsonl(path)) == [meeting, result, odd]
    path.write_bytes(path.read_bytes() + b"\r\n{}\n")
    with pytest.raises(LoadError, match="line 5"):
        list(read_jsonl(path))


def test_json_lines_stream(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    small = Meeting(title="題" * 500)
    tracemalloc.start()
    write_jsonl((small for _ in range(10_000)), path)
    assert sum(1 for _ in read_jsonl(path)) == 10_000
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert path.stat().st_size > 15_000_000
    assert peak < 2_000_000


def test_dates_that_outlived_their_era_keep_their_name(everything: Everything) -> None:
    meeting = Meeting(
        era_date=EraDate("平成", 32, 1, 1),
        fiscal_year=FiscalYear.parse("平成32年度"),
        next_meeting=parse_expression("平成32年2月1日"),
    )
    same(meeting, everything)
    assert to_dict(meeting)["era_date"] == {"date": "2020-01-01", "text": "平成32年1月1日"}
    assert from_dict({**to_dict(meeting), "era_date": "2020-01-01"}).era_date == EraDate("令和", 2, 1, 1)
