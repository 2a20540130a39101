"""What must hold of every sample holds of every case as well."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from minutes_model.interchange import (
    from_json,
    json_schema,
    result_from_json,
    tables,
    to_akn,
    to_dict,
    to_html,
    to_json,
    to_markdown,
)
from minutes_model.parser import parse

CASES = sorted((Path(__file__).parents[1] / "cases").glob("*/minutes.txt"))
VALIDATOR = Draft202012Validator(json_schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.parent.name)
def test_case(path: Path, everything: Callable[[Any], Any], check_akn: Callable[[bytes], None]) -> None:
    result = parse(path)
    text = to_json(result.meeting)
    assert everything(from_json(text)) == everything(result.meeting)
    assert to_json(from_json(text)) == text
    whole = to_json(result)
    assert everything(result_from_json(whole)) == everything(result)
    assert to_json(result_from_json(whole)) == whole
    VALIDATOR.validate(to_dict(result))
    assert to_html(result)
    assert to_markdown(result.meeting)
    check_akn(to_akn(result.meeting))
    found = tables([result])
    assert len({row["key"] for row in found.speeches}) == len(result.meeting.speeches)
    assert len(found.exchanges) >= len(result.meeting.remarks)
