"""Labels of other people and bodies, which the word lists and costs were not fitted to when written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from minutes_model.people import split_designation

HERE = Path(__file__).parent


@pytest.mark.parametrize(
    ("name", "least", "least_sure"), [("designations_blind", 0.96, 0.98), ("designations_unseen", 0.96, 0.99)]
)
def test_the_share_that_is_right(name: str, least: float, least_sure: float) -> None:
    items = json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))
    right, sure = [], []
    for item in items:
        found = split_designation(item["text"])
        same = all(
            "".join((getattr(found, part) or "").split()) == "".join((item[part] or "").split())
            for part in ("organization", "name", "title")
        )
        right.append(same)
        if found.confidence >= 0.9:
            sure.append(same)
    assert sum(right) / len(right) >= least
    assert sum(sure) / len(sure) >= least_sure
    assert len(sure) / len(right) > 0.6
