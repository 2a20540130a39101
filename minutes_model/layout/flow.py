"""What a layout gives: paragraphs as one string, each character of which knows its place in the source."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import Any

from attrs import field

from minutes_model.habits import Habits
from minutes_model.passing import passing

__all__ = ["BEYOND", "Block", "Flow"]

BEYOND = 2**62
"""Behind the last place of any text."""


@passing(eq=False, repr=False)
class Block:
    """A paragraph: its place in ``Flow.text``, its printed indent, and the blank lines before it.

    ``hang`` is the indent of its second printed line, -1 where it is of one line only.
    """

    start: int
    end: int
    indent: int
    gap: int
    hang: int = -1


@passing(eq=False, repr=False)
class Flow:
    """The paragraphs of a document as one string, a line feed between them.

    ``text`` holds the characters as printed, ``folded`` the same in one width; equal offsets mean
    equal places, and `source` gives the offset in the document. ``habits`` are the words to look for in it
    beyond those all documents use. ``starts`` are the printed lines as offsets here, with one beyond all at
    the end; ``places`` are the same lines in the source. ``headings`` is what was read as a heading in which place, for all
    readers of this flow and of those made of it.
    """

    text: str
    folded: str
    blocks: tuple[Block, ...]
    furniture: tuple[tuple[int, int, str], ...]
    length: int
    starts: array[int]
    places: array[int]
    habits: Habits = field(factory=Habits)
    headings: dict[tuple[int, int], Any] = field(factory=dict)

    def source(self, offset: int) -> int:
        """The place in the source of the character at ``offset``."""
        index = bisect_right(self.starts, offset) - 1
        return self.places[index] + offset - self.starts[index]

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the source of ``text[start:end]``, which must not be empty."""
        starts, places = self.starts, self.places
        index = bisect_right(starts, start) - 1
        shift = places[index] - starts[index]
        if end <= starts[index + 1]:
            return start + shift, end + shift
        last = bisect_left(starts, end) - 1
        return start + shift, end + places[last] - starts[last]

    def lines(self, start: int, end: int) -> list[tuple[int, int]]:
        """The printed lines of ``text[start:end]``, as places in it."""
        cuts = self.starts[bisect_right(self.starts, start) : bisect_left(self.starts, end)]
        edges = [start, *cuts, end]
        return list(pairwise(edges))

    def column(self, block: Block, place: int) -> int:
        """The printed column, in half widths, at which a place in a block's first line stands."""
        return block.indent + sum(1 if character.isascii() else 2 for character in self.text[block.start : place])

    def words(self, block: Block) -> str:
        """The folded text of a block."""
        return self.folded[block.start : block.end]
