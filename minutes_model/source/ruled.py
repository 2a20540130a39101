"""Tables with printed rules: which glyphs share a cell.

A cell's words may stand in its middle, between the lines of the cell beside it; only the rules
tell that they are one row.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from attrs import frozen

from minutes_model.patterns import regex
from minutes_model.source.glyphs import Glyph, Line, lines_of
from minutes_model.source.lines import row_lines

__all__ = ["Row", "Rule", "rows_of"]

_THIN = 2.5
_SHORT = 6.0
_NEAR = 4.0
_NEARLY_FULL = 1.7  # characters that a full line may leave free
_BEGINS = regex(r"[・○●◎◇◆■□※→⇒]|[(（]?[\d０-９①-⑳]{1,2}[)）.．、 　]|【")
"""What opens a paragraph of its own."""
_MOST = 3000  # rules on a page; a drawing has more


class _Cell(NamedTuple):
    """Where a cell lies, in points; ``depth`` grows down the page, so that cells sort from top to bottom and left to right."""

    depth: float
    left: float
    bottom: float
    right: float


class Rule(NamedTuple):
    """The place of a printed rule, in points."""

    left: float
    bottom: float
    right: float
    top: float


@frozen
class Row:
    """A row of a table: where it lies, and its lines."""

    top: float
    bottom: float
    lines: tuple[str, ...]


@frozen
class _Grid:
    """The rules of one direction: their places in order, and the stretch that each covers."""

    places: list[float]
    stretches: list[tuple[float, float]]

    @classmethod
    def of(cls, rules: Iterable[tuple[float, float, float]]) -> _Grid:
        ordered = sorted(rules)
        return cls([rule[0] for rule in ordered], [rule[1:] for rule in ordered])

    def around(self, place: float, across: float) -> tuple[float, float] | None:
        """The nearest rules before and behind a place that cover ``across``."""
        index = bisect_left(self.places, place)
        before = next((at for at in range(index - 1, -1, -1) if self._covers(at, across)), None)
        behind = next((at for at in range(index, len(self.places)) if self._covers(at, across)), None)
        return None if before is None or behind is None else (self.places[before], self.places[behind])

    def _covers(self, index: int, across: float) -> bool:
        start, end = self.stretches[index]
        return start - _NEAR <= across <= end + _NEAR


def rows_of(glyphs: Iterable[Glyph], rules: Sequence[Rule]) -> tuple[list[Row], list[Glyph]]:
    """The rows of the ruled tables of a page, and the glyphs outside of them."""
    level = _Grid.of((rule.bottom, rule.left, rule.right) for rule in rules if _is_level(rule))
    upright = _Grid.of((rule.left, rule.bottom, rule.top) for rule in rules if _is_upright(rule))
    if not 2 <= len(level.places) <= _MOST or not 3 <= len(upright.places) <= _MOST:
        return [], [*glyphs]
    cells: dict[_Cell, list[Glyph]] = defaultdict(list)
    outside: list[Glyph] = []
    for glyph in glyphs:
        middle, height = (glyph.left + glyph.right) / 2, glyph.base + glyph.size / 3
        beside, above = upright.around(middle, height), level.around(height, middle)
        if beside is None or above is None:
            outside.append(glyph)
        else:
            cells[_Cell(-above[1], beside[0], above[0], beside[1])].append(glyph)
    return [*_joined(cells)], outside


def _joined(cells: dict[_Cell, list[Glyph]]) -> Iterator[Row]:
    """Cells whose tops are level stand in one row."""
    row: list[_Cell] = []
    for cell in sorted(cells):
        if row and cell.depth - row[0].depth > _NEAR:
            yield _row(row, cells)
            row = []
        row.append(cell)
    if row:
        yield _row(row, cells)


def _row(row: list[_Cell], cells: dict[_Cell, list[Glyph]]) -> Row:
    ordered = sorted(row, key=lambda cell: cell.left)
    texts = [_paragraphs(lines_of(cells[cell]), cell.left, cell.right) for cell in ordered]
    return Row(-row[0].depth, min(cell.bottom for cell in row), tuple(line for line in row_lines(texts) if line))


def _paragraphs(lines: Sequence[Line], left: float, right: float) -> list[str]:
    """The lines of a cell; in running text one that goes on to the next is joined to it, as it does on a page without columns."""
    texts = [line.text().strip(" ") for line in lines]
    if not any("。" in text for text in texts):
        return texts
    # The space beside the words is about the same on both sides of a cell.
    margin = min(line.left for line in lines) - left
    paragraphs: list[str] = []
    goes_on = False
    for line, text in zip(lines, texts, strict=True):
        if goes_on and not _BEGINS.match(text):
            paragraphs[-1] += text
        else:
            paragraphs.append(text)
        goes_on = right - line.right < margin + _NEARLY_FULL * line.size and not text.endswith("。")
    return paragraphs


def _is_level(rule: Rule) -> bool:
    return rule.top - rule.bottom <= _THIN and rule.right - rule.left >= _SHORT


def _is_upright(rule: Rule) -> bool:
    return rule.right - rule.left <= _THIN and rule.top - rule.bottom >= _SHORT
