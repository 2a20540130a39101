"""How long `to_json` and `from_json` take, against pydantic models of the same shape, in one run.

Run it from the root of the project: ``python tests/benchmarks/bench_json.py``. It prints microseconds
a meeting and exits with 1 where the ratio is above 2.
"""

from __future__ import annotations

import sys
import timeit
import types
import typing
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, NamedTuple, Union

import attrs
from pydantic import BaseModel, ConfigDict, Field, create_model

from minutes_model.era import EraDate, FiscalYear
from minutes_model.interchange.json import from_json, to_json
from minutes_model.interchange.shapes import CLASSES, PROCEEDINGS, fields_of
from minutes_model.model import Meeting
from minutes_model.parser import parse
from minutes_model.result import ParseResult
from minutes_model.spans import Span
from minutes_model.testing import sample_meeting

LIMIT = 2.0


class Place(NamedTuple):
    """A span as pydantic has it, an array in JSON."""

    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]


ROOT = Path(__file__).parents[2]


def pydantic_models() -> dict[Any, Any]:
    """A frozen pydantic model for each class."""
    made: dict[Any, Any] = {Span: Place}
    for cls in reversed(CLASSES):
        if cls is not ParseResult:
            fields = {field.name: field_of(cls, field, made) for field in fields_of(cls)}
            made[cls] = create_model(cls.__name__, __config__=ConfigDict(frozen=True), **fields)
    return made


def field_of(cls: type, field: Any, made: dict[Any, Any]) -> tuple[Any, Any]:
    attribute = next(
        (a for a in attrs.fields(cls) if a.name == field.name and a.default is not attrs.NOTHING), None
    )
    default = attribute.default if attribute is not None and cls not in (EraDate, FiscalYear) else ...
    return translated(field.hint, made), default


def translated(hint: Any, made: dict[Any, Any]) -> Any:
    parts = typing.get_args(hint)
    if typing.get_origin(hint) is tuple:
        return tuple[translated(parts[0], made), ...]
    if typing.get_origin(hint) in (Union, types.UnionType):
        union = Union[tuple(translated(part, made) for part in parts)]  # noqa: UP007 - of a tuple made at run time
        return (
            Annotated[union, Field(discriminator="kind")]
            if set(parts) == set(PROCEEDINGS.values())
            else union
        )
    return made.get(hint, hint)


def microseconds(*calls: Callable[[], object]) -> list[float]:
    """The best of fifteen rounds for each, a call; in turns, so that a busy machine slows all alike."""
    numbers = [max(1, int(0.02 / (timeit.timeit(call, number=5) / 5))) for call in calls]
    rounds = [
        [timeit.timeit(c, number=n) / n for c, n in zip(calls, numbers, strict=True)] for _ in range(15)
    ]
    return [min(column) * 1e6 for column in zip(*rounds, strict=True)]


def compare(name: str, meeting: Meeting, model: type[BaseModel]) -> float:
    data = to_json(meeting)
    twin = model.model_validate_json(data.replace('"schema_version": "1.0", "kind": "meeting", ', "", 1))
    ours, theirs = microseconds(
        lambda: from_json(to_json(meeting)),
        lambda: model.model_validate_json(twin.model_dump_json(exclude_none=True)),
    )
    print(
        f"{name:24} {len(data):7} characters  ours {ours:8.1f} µs  pydantic {theirs:8.1f} µs  ratio {ours / theirs:.2f}"
    )
    return ours / theirs


def main() -> int:
    """Print the comparison for the examples; 1 where one is slower than the limit."""
    model = pydantic_models()[Meeting]
    paths = sorted((ROOT / "examples/minutes").glob("*.txt"))
    meetings = {path.stem: parse(path).meeting for path in paths}
    # Few words and every field filled: no real minutes are like this, so it is shown and not judged.
    compare("(every field filled)", sample_meeting(), model)
    worst = max(compare(name, meeting, model) for name, meeting in meetings.items())
    print(f"worst ratio {worst:.2f}, limit {LIMIT}")
    return int(worst > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
