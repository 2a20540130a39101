"""Where a first character decides whether a pattern is tried, no match of the pattern may begin otherwise; where a last one does, none may end otherwise."""

from __future__ import annotations

import re
import re._constants as op  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
from collections.abc import Iterable

import pytest

from minutes_model.era import patterns as era
from minutes_model.grammar import (
    body_end,
    body_start,
    headings,
    labels,
    list_rows,
    list_words,
    outcomes,
    reported,
    results,
    statements,
    title,
)

SAMPLE = [chr(code) for code in (*range(0x20, 0x500), *range(0x2000, 0x2800), *range(0x3000, 0xA000), *range(0xF900, 0xFFF0))]


def first(words: str, items: Iterable[object]) -> tuple[set[str], bool]:
    """The characters of the sample a sequence can begin with, and whether it can be empty."""
    found: set[str] = set()
    for kind, value in items:  # type: ignore[misc]
        some, empty = _first_of(words, kind, value)
        found |= some
        if not empty:
            return found, False
    return found, True


def _first_of(words: str, kind: object, value: object) -> tuple[set[str], bool]:
    if kind is op.LITERAL:
        return {chr(value)}, False  # type: ignore[arg-type]
    if kind in (op.AT, op.ASSERT, op.ASSERT_NOT):
        return set(), True
    if kind is op.IN:
        return {c for c in SAMPLE if _within(c, value)}, False  # type: ignore[arg-type]
    if kind is op.SUBPATTERN:
        return first(words, value[-1])  # type: ignore[index]
    if kind is op.BRANCH:
        parts = [first(words, branch) for branch in value[1]]  # type: ignore[index]
        return set().union(*(some for some, _ in parts)), any(empty for _, empty in parts)
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        some, empty = first(words, value[2])  # type: ignore[index]
        return some, empty or value[0] == 0  # type: ignore[index]
    raise AssertionError(f"{kind} in {words}")


def _within(character: str, items: list[tuple[object, object]]) -> bool:
    negated = items[0][0] is op.NEGATE
    inside = any(_is(character, *item) for item in items if item[0] is not op.NEGATE)
    return inside is not negated


def _is(character: str, kind: object, value: object) -> bool:
    if kind is op.LITERAL:
        return ord(character) == value
    if kind is op.RANGE:
        return value[0] <= ord(character) <= value[1]  # type: ignore[index]
    category = {op.CATEGORY_DIGIT: r"\d", op.CATEGORY_SPACE: r"\s", op.CATEGORY_WORD: r"\w"}[value]
    return re.fullmatch(category, character) is not None


PAIRS = {
    "a numbered heading": (headings._NUMBERED, headings._OPENS_NUMBER),
    "a heading with a word": (headings._KEYWORD, headings._OPENS_KEYWORD),
    "a heading with its number first": (headings._GOU_FIRST, headings._OPENS_KEYWORD),
    "a bracketed heading": (headings._BRACKET, frozenset(headings._CLOSE)),
    "the label of a tail": (body_end._TAIL_LABEL, body_end._TAIL_OPENS),
    "the end of a body": (body_end._END, frozenset(body_end._END_OPENS)),
    "a decoration": (labels.LEAD, labels._DECORATIONS),
    "a connective": (statements.LEADS, statements._LEADS_FIRST),
    "a number of a paragraph": (reported._ENUMERATOR, reported._ENUMERATOR_FIRST),
    "the label of a row": (reported._ROW_LABEL, reported._ROW_LABEL_FIRST),
    "the label of a result": (results._LABEL, results._LABEL_FIRST),
    "a predicate that decides": (outcomes._END, frozenset(outcomes._END_FIRST)),
    "what a record says of itself": (body_start._OF_RECORD, frozenset(body_start._OPENS_ASIDE)),
    "a seat": (list_words.SEAT, list_rows._SEAT_OPENS),
    "an era and its year": (era.ERA_YEAR, era.ERA_FIRST),
    "a Western year": (era.WESTERN_YEAR, era.WESTERN_FIRST),
    "the document's word in a title": (title._HAS_RECORD, frozenset(title._RECORD_FIRST)),
    "a weekday": (era.WEEKDAY, era.BLANKS | era.WEEKDAY_FIRST),
    "a weekday beside a holiday": (era.WEEKDAY_AND_HOLIDAY, era.BLANKS | era.WEEKDAY_FIRST),
}


@pytest.mark.parametrize("name", PAIRS)
def test_no_match_begins_otherwise(name: str) -> None:
    pattern, known = PAIRS[name]
    found, _ = first(name, parser.parse(pattern.pattern))
    assert {c for c in found if not c.isdecimal()} <= known


def _turned(items: Iterable[object]) -> list[object]:
    """A sequence from its end to its beginning."""
    return [(kind, _turned_within(kind, value)) for kind, value in reversed(list(items))]  # type: ignore[misc]


def _turned_within(kind: object, value: object) -> object:
    if kind is op.SUBPATTERN:
        return (*value[:-1], _turned(value[-1]))  # type: ignore[index]
    if kind is op.BRANCH:
        return value[0], [_turned(branch) for branch in value[1]]  # type: ignore[index]
    return value


LAST = {
    "a title": (list_words.GENERIC_END, list_words._GENERIC_LAST),
    "a predicate that decides": (outcomes._END, outcomes._END_LAST),
    "a decision joined with another act": (outcomes._ALSO, outcomes._END_LAST),
}


@pytest.mark.parametrize("name", LAST)
def test_no_match_ends_otherwise(name: str) -> None:
    pattern, known = LAST[name]
    found, _ = first(name, _turned(parser.parse(pattern.pattern)))
    assert found <= known
