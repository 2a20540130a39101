"""Glyphs of a page to lines: reading order, spaces, what is printed twice, small print above.

A page of a PDF is a heap of glyphs with places. Its own spaces are kept; others are told from the
gaps, measured in widths of the character (em), since the spread of justified lines is no space.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, zip_longest
from statistics import median
from typing import NamedTuple
from unicodedata import east_asian_width

from attrs import define

from minutes_model.patterns import regex

__all__ = ["Glyph", "Line", "lines_of"]

_KANA = regex(r"[ぁ-ゖァ-ヺー・\s]+")
_SAME_LINE = 0.45
_SAME_PLACE = 0.2
_SPACE = 0.4
_NARROW_SPACE = 0.15
_FULL_SPACE = 0.75
_COLUMN = 1.0
_RUBY = 0.65
_WIDEST = 40


class Glyph(NamedTuple):
    """A character with its left and right edge, its base line (upwards) and its size, in points.

    ``spaced``: the page's own order has a space before it, which may be narrower than others.
    """

    char: str
    left: float
    right: float
    base: float
    size: float
    spaced: bool = False


@define
class Line:
    """The glyphs on one base line, from left to right."""

    glyphs: list[Glyph]
    base: float
    size: float

    @classmethod
    def of(cls, glyphs: Iterable[Glyph]) -> Line:
        """A line of some glyphs, each once; there must be one at least."""
        ordered = [*_once(sorted(glyphs, key=lambda glyph: glyph.left))]
        sizes = sorted(glyph.size for glyph in ordered)
        return cls(ordered, median(glyph.base for glyph in ordered), sizes[len(sizes) // 2])

    @property
    def left(self) -> float:
        """Where its first word begins."""
        return next((glyph.left for glyph in self.glyphs if not glyph.char.isspace()), self.glyphs[0].left)

    @property
    def right(self) -> float:
        """Where its last glyph ends."""
        return self.glyphs[-1].right

    def text(self) -> str:
        """Its characters, with spaces for gaps; two and more part columns."""
        pieces = [self.glyphs[0].char]
        for before, glyph in pairwise(self.glyphs):
            pieces.append(_gap(before, glyph))
            pieces.append(glyph.char)
        return "".join(pieces)

    def gaps(self) -> list[tuple[float, float]]:
        """Where it is empty for the width of a character and more."""
        printed = (glyph for glyph in self.glyphs if not glyph.char.isspace())
        return [
            (before.right, glyph.left)
            for before, glyph in pairwise(printed)
            if glyph.left - before.right > _COLUMN * glyph.size
        ]

    def words(self) -> str:
        """Its characters without any space."""
        return "".join(glyph.char for glyph in self.glyphs if not glyph.char.isspace())


def lines_of(glyphs: Iterable[Glyph]) -> list[Line]:
    """The lines of a page or of a part of it, from top to bottom, without ruby.

    >>> row = [Glyph("議", 0, 10, 700, 10), Glyph("題", 10, 20, 700, 10), Glyph("１", 40, 50, 700, 10)]
    >>> [line.text() for line in lines_of([*row, Glyph("ぎ", 2, 7, 709, 5)])]
    ['議題　　１']
    """
    lines = [Line.of(row) for row in _rows(sorted(glyphs, key=lambda glyph: -glyph.base))]
    return _labels_raised([*_without_small_print(lines)])


def _rows(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    row: list[Glyph] = []
    for glyph in glyphs:
        if row and row[0].base - glyph.base > _SAME_LINE * max(row[0].size, min(glyph.size, 2 * row[0].size)):
            yield row
            row = []
        row.append(glyph)
    if row:
        yield row


def _once(glyphs: Iterable[Glyph]) -> Iterator[Glyph]:
    """Each glyph once: some writers print bold by printing twice, a hair apart."""
    recent: list[Glyph] = []
    for glyph in glyphs:
        hair = _SAME_PLACE * glyph.size
        recent = [one for one in recent if glyph.left - one.left <= hair][-8:]
        if not any(one.char == glyph.char and abs(one.right - glyph.right) <= hair for one in recent):
            recent.append(glyph)
            yield glyph


def _gap(before: Glyph, glyph: Glyph) -> str:
    em = max(before.size, glyph.size)
    gap = (glyph.left - before.right) / em if em else 0.0
    if gap > _FULL_SPACE and _is_wide(before) and _is_wide(glyph):
        # What a typist printed as full-width spaces, some writers print as a gap.
        return "　" * min(_WIDEST, round(gap))
    if gap > _COLUMN:
        return " " * min(_WIDEST, max(2, round(gap * 2)))
    if glyph.char.isspace() or before.char.isspace():
        return ""
    narrow = glyph.spaced or (before.char < "\u0250" and glyph.char < "\u0250")
    return " " if gap > (_NARROW_SPACE if narrow else _SPACE) else ""


def _is_wide(glyph: Glyph) -> bool:
    return east_asian_width(glyph.char) in "WFA"


def _without_small_print(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines; ruby above one is dropped, a raised number joins it."""
    raised: Line | None = None
    for line, below in zip_longest(lines, lines[1:]):
        if raised is not None:
            line = Line.of([*raised.glyphs, *line.glyphs])
            raised = None
        small = below is not None and line.size <= _RUBY * below.size and _within(line, below)
        if not small or below is None or line.base - below.base > 1.6 * below.size:
            yield line
        elif not _KANA.fullmatch(line.words()):
            if line.base - below.base > 0.7 * below.size:
                yield line
            else:
                raised = line


def _labels_raised(lines: Sequence[Line]) -> list[Line]:
    """The lines, where a label half way down the cell beside it joins the cell's first line."""
    result: list[Line | None] = [*lines]
    for index in range(1, len(lines) - 1):
        label, beside = lines[index], lines[index - 1]
        if not _between(beside, label, lines[index + 1]):
            continue
        first = index - _half_height(lines, index)
        result[first] = Line.of([*label.glyphs, *lines[first].glyphs])
        result[index] = None
    return [line for line in result if line is not None]


def _between(above: Line, label: Line, below: Line) -> bool:
    """Whether a line stands left of two that are too close for one between them."""
    return (
        above.base - label.base < label.size
        and label.base - below.base < label.size
        and label.right <= min(above.left, below.left)
        and abs(above.left - below.left) < above.size / 2
    )


def _half_height(lines: Sequence[Line], index: int) -> int:
    """How many lines of the cell stand above its label, and as many below."""
    left, size = lines[index - 1].left, lines[index].size
    count = 1
    while index > count and index + count + 1 < len(lines):
        outer = (lines[index - count - 1], lines[index + count + 1])
        if any(abs(line.left - left) >= size / 2 for line in outer):
            break
        count += 1
    return count


def _within(small: Line, line: Line) -> bool:
    return small.left >= line.left - line.size and small.right <= line.right + line.size
