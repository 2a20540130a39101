"""The table of expressions: what each means, what is refused, what is found in running text.

Columns: category, text, expectation, anchor. An expectation is a kind and its values (``24:00`` and
later lie after midnight, ``-`` is an open end), with ``issue CODE`` before it where DOCUMENT reads
what STRICT refuses; ``error``; or, in the category "found", the mentions parted by ``|``, each with
``=`` and its expectation where that matters.
"""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import pytest

from minutes_model.era import DateExpression, EraError, Policy, find_dates, parse_expression

with (Path(__file__).parent / "table.tsv").open(encoding="utf-8") as file:
    ROWS = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def clock(time: dt.time | None, offset: int) -> str:
    return "-" if time is None else f"{time.hour + 24 * offset:02d}:{time.minute:02d}"


def shown(found: DateExpression) -> str:
    """An expression as the table writes it."""
    start, end = (str(d) for d in (found.start, found.end))
    opens, closes = clock(found.start_time, found.start_day_offset), clock(found.end_time, found.end_day_offset)
    match found.kind.value:
        case "date":
            values = [str(found.date)]
        case "dates":
            values = [str(d) for d in found.dates]
        case "time":
            values = [opens]
        case "time_range":
            values = [opens, closes]
        case "datetime":
            values = [f"{start}T{opens}"]
        case "datetime_range":
            values = [f"{start}T{opens}", closes if closes == "-" else f"{end}T{closes}"]
        case _:
            values = [start, end]
    issues = f"issue {found.issues[0].code} " if found.issues else ""
    return f"{issues}{found.kind.value} {' '.join(values)}"


def anchor_of(row: dict[str, str]) -> dt.date | None:
    return dt.date.fromisoformat(row["anchor"]) if row["anchor"] else None


def test_the_table_is_large() -> None:
    assert len(ROWS) >= 300


@pytest.mark.parametrize("row", [r for r in ROWS if r["category"] != "found"], ids=lambda r: f"{r['category']}-{r['text']}")
def test_expression(row: dict[str, str]) -> None:
    anchor = anchor_of(row)
    if row["expected"] == "error":
        with pytest.raises(EraError):
            parse_expression(row["text"], anchor=anchor)
        return
    found = parse_expression(row["text"], anchor=anchor)
    assert shown(found) == row["expected"]
    assert row["text"][found.span.slice] == found.text
    if found.issues:
        with pytest.raises(EraError):
            parse_expression(row["text"], anchor=anchor, policy=Policy.STRICT)
    else:
        assert parse_expression(row["text"], anchor=anchor, policy=Policy.STRICT) == found


@pytest.mark.parametrize("row", [r for r in ROWS if r["category"] == "found"], ids=lambda r: r["text"])
def test_found_in_running_text(row: dict[str, str]) -> None:
    found = list(find_dates(row["text"], anchor=anchor_of(row)))
    wanted = [mention.partition("=") for mention in row["expected"].split("|") if mention]
    assert [m.text for m in found] == [text for text, _, _ in wanted]
    assert [shown(m) for m, (_, _, value) in zip(found, wanted, strict=True) if value] == [value for _, _, value in wanted if value]
    assert all(row["text"][m.span.slice] == m.text for m in found)
