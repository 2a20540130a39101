"""What the package promises."""

from __future__ import annotations

import json

from minutes_model_jsonld import EXPORTER

import minutes_model as mm
from minutes_model.testing import check_exporter, sample_meeting


def test_it_keeps_the_promises_of_an_exporter() -> None:
    check_exporter(EXPORTER)


def test_it_is_found_by_name() -> None:
    event = json.loads(mm.export(sample_meeting(), "jsonld").text)
    assert event["@type"] == "Event"
    assert event["startDate"] == "2024-09-11T13:00:00+09:00"
    assert event["subEvent"][0]["subjectOf"][0]["suggestedAnswer"][0]["text"] == "検討する"
