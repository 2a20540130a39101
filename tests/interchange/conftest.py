"""Meetings for the tests of interchange: made up by hand, parsed from the examples and the samples."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest

from minutes_model.model import Meeting
from minutes_model.parser import parse
from minutes_model.result import ParseResult
from minutes_model.testing import sample_meeting, sample_result

ROOT = Path(__file__).parents[2]
TEXTS = [
    *sorted((ROOT / "examples/minutes").glob("*.txt")),
    *sorted((ROOT.parent / "shared/samples/minutes").glob("*.txt")),
]


def _everything(value: Any) -> Any:
    """A value with all that equality leaves out (spans, provenance, rules), and with its types."""
    if attrs.has(type(value)):
        fields = {
            a.name: _everything(getattr(value, a.name))
            for a in attrs.fields(type(value))
            if a.name != "_regions"
        }
        return type(value), fields
    if isinstance(value, tuple):
        return tuple(map(_everything, value))
    return type(value), value


@pytest.fixture(scope="session")
def everything() -> Callable[[Any], Any]:
    return _everything


@pytest.fixture(scope="session", params=TEXTS, ids=lambda path: path.stem)
def parsed(request: pytest.FixtureRequest) -> ParseResult:
    return parse(request.param)


@pytest.fixture(scope="session")
def meeting() -> Meeting:
    return sample_meeting()


@pytest.fixture(scope="session")
def result() -> ParseResult:
    return sample_result()
