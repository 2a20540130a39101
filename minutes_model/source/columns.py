"""The lines of a page in the order in which they are read, where the page has columns.

Words beside each other are one row as a rule: a label and its value, names and titles. Only where
both sides hold running text, line after line with one gutter, is the left side read first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from minutes_model.source.glyphs import Glyph, Line, lines_of

__all__ = ["in_reading_order"]

_FEWEST_LINES = 8
_RUNNING = 13  # characters of a line of running text, at least
_STEPS = 40


def in_reading_order(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page, those of a left column before those of a right one."""
    gutter = _gutter(lines)
    if gutter is None:
        return [*lines]
    return [*_by_columns(lines, gutter)]


def _gutter(lines: Sequence[Line]) -> float | None:
    gaps = [line.gaps() for line in lines]
    if sum(map(bool, gaps)) < max(_FEWEST_LINES, 0.6 * len(lines)):
        return None
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    places = [left + (right - left) * (0.35 + 0.3 * step / _STEPS) for step in range(_STEPS + 1)]
    best = max(places, key=lambda place: sum(_parts(gap, place) for gap in gaps))
    parted = [line for line, gap in zip(lines, gaps, strict=True) if _parts(gap, best)]
    if len(parted) < max(_FEWEST_LINES, 0.6 * len(lines)):
        return None
    sides = [len(side) for line in parted for side in _sides(line, best)]
    full = sum(length >= _RUNNING for length in sides)
    return best if full >= 0.75 * len(sides) else None


def _parts(gaps: Sequence[tuple[float, float]], place: float) -> bool:
    """Whether one of the gaps of a line leaves this place free."""
    return any(start <= place <= end for start, end in gaps)


def _sides(line: Line, place: float) -> tuple[list[Glyph], list[Glyph]]:
    return (
        [glyph for glyph in line.glyphs if glyph.right <= place],
        [glyph for glyph in line.glyphs if glyph.right > place],
    )


def _by_columns(lines: Sequence[Line], gutter: float) -> Iterator[Line]:
    columns: tuple[list[Glyph], list[Glyph]] = ([], [])
    for line in lines:
        crosses = line.left < gutter < line.right and not _parts(line.gaps(), gutter)
        if crosses:
            yield from _flushed(columns)
            yield line
            continue
        for column, side in zip(columns, _sides(line, gutter), strict=True):
            column.extend(side)
    yield from _flushed(columns)


def _flushed(columns: tuple[list[Glyph], list[Glyph]]) -> Iterator[Line]:
    for column in columns:
        yield from lines_of(column)
        column.clear()
