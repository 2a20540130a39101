"""The schema and the codebook are current, complete, and true of what is written."""

from __future__ import annotations

import copy
import importlib.util
import json
import re
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator, ValidationError

from minutes_model import errors
from minutes_model.diagnostics import CODES
from minutes_model.interchange.codebook import _book as book
from minutes_model.interchange.codebook import column_enum, enum_words, field_words, sheet, sheet_names
from minutes_model.interchange.json import from_dict, to_dict
from minutes_model.interchange.schema import json_schema
from minutes_model.interchange.shapes import CLASSES, enums_of, fields_of
from minutes_model.model import Meeting
from minutes_model.result import ParseResult
from minutes_model.testing import meetings, sample_meeting

ROOT = Path(__file__).parents[2]
VALIDATOR = Draft202012Validator(json_schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)


def test_every_code_and_error_has_a_japanese_title() -> None:
    assert set(book()["code"]) == set(CODES)
    known = {name for name in dir(errors) if name.endswith("SourceError") or name in _READING}
    assert set(book()["error"]) == known
    assert all(re.search("[一-龥]", title) for name in ("code", "error") for title in book()[name].values())


_READING = ("NoTextError", "SourceTooLargeError", "MissingExtraError", "ParseError")


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(json_schema())


def test_shipped_files_and_codebook_are_current() -> None:
    script = ROOT / "docs/generate.py"
    if not script.exists() or not (ROOT / "minutes_model").exists():
        pytest.skip("not in a checkout")
    spec = importlib.util.spec_from_file_location("generate", script)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for path, text in module.files().items():
        assert path.read_text(encoding="utf-8") == text, f"{path.name} is old: run .venv/bin/python docs/generate.py"


def test_results_of_the_parser_are_valid(parsed: ParseResult, result: ParseResult) -> None:
    for found in (parsed, result):
        VALIDATOR.validate(to_dict(found.meeting))
        VALIDATOR.validate(to_dict(found))


@given(meetings())
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_meeting_is_valid(meeting: Meeting) -> None:
    VALIDATOR.validate(to_dict(meeting))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("date", "2024-09-31"),
        ("start_time", "25:00"),
        ("titel", "x"),
        ("number", "7"),
        ("record", "film"),
        ("agenda", [{"proceedings": [{"kind": "speech"}]}]),
        ("span", [1]),
        ("schema_version", "2.0"),
        ("kind", "other"),
    ],
)
def test_what_is_refused_is_invalid(key: str, value: Any) -> None:
    data = copy.deepcopy(to_dict(sample_meeting()))
    data[key] = value
    with pytest.raises(ValidationError):
        VALIDATOR.validate(data)
    with pytest.raises(ValueError, match=r"\$"):
        from_dict(data)


def test_every_field_and_value_is_described_in_both_languages() -> None:
    words = [field_words(cls.__name__) for cls in CLASSES]
    words += [field_words(cls.__name__, field.name) for cls in CLASSES for field in fields_of(cls)]
    for enum in {enum for cls in CLASSES for enum in enums_of(cls)}:
        described = enum_words(enum.__name__)
        assert set(described) == {member.value for member in enum}
        words += described.values()
        assert all(word.label for word in described.values())
    words += [column.words for name in sheet_names() for column in sheet(name).columns]
    words += [
        word
        for name in sheet_names()
        for column in sheet(name).columns
        for word in column_enum(column).values()
    ]
    assert all(word.english and word.japanese and not word.english.isspace() for word in words)


def test_nothing_is_described_that_is_not() -> None:
    known = {cls.__name__: {f.name for f in fields_of(cls)} for cls in CLASSES}
    for name, entry in book()["class"].items():
        assert set(entry) - {"doc"} <= known[name], name
    enums: set[type[Enum]] = {enum for cls in CLASSES for enum in enums_of(cls)}
    assert set(book()["enum"]) == {enum.__name__ for enum in enums} | {"Kind"}


def test_the_shipped_schema_is_json(tmp_path: Path) -> None:
    from importlib.resources import files

    shipped = (
        files("minutes_model.interchange").joinpath("data/minutes.schema.json").read_text(encoding="utf-8")
    )
    assert json.loads(shipped)["$defs"]["Meeting"]["properties"]["venue"]["x-description-ja"] == "開催場所。"
