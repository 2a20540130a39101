"""Lines of a structured document: blocks, entries of lists, rows of tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest
from unicodedata import east_asian_width

from minutes_model.patterns import regex

__all__ = ["GAP", "LineWriter", "row_lines"]

GAP = "  "
"""What parts the cells of a row: the parser takes two spaces for a column."""

_SPACES = regex(r"[ \t\r\n\f]+")


def row_lines(cells: Sequence[Sequence[str]]) -> list[str]:
    """The lines of a table's row, as they stand side by side; cells of running text beside each other stay whole, a line a row.

    >>> row_lines([["日時"], ["令和６年９月11日", "13:00～"]])
    ['日時  令和６年９月11日', '13:00～']
    >>> row_lines([["遅い。", "いつ開くのか。"], ["春に開く。"]])
    ['遅い。いつ開くのか。  春に開く。']
    """
    if sum(any("。" in line for line in cell) for cell in cells) > 1:
        cells = [["".join(line.strip() for line in cell)] for cell in cells]
    return [GAP.join(filter(None, line)) for line in zip_longest(*cells, fillvalue="")]


class LineWriter:
    """Takes the pieces of a document in order and gives its lines.

    White space of the source collapses as in a browser, except at a line end between Japanese
    characters, which only the source shows; a break stays. Within a row, lines go to its cells.
    """

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._pieces: list[str] = []
        self._mark = ""
        self._outer: list[list[str]] = []
        self._rows: list[list[list[str]]] = []

    def add(self, text: str) -> None:
        """Running text, whose white space means nothing."""
        words = _SPACES.sub(_collapsed, text)
        if not self._pieces or self._pieces[-1][-1] in " \n":
            words = words.lstrip(" ")
        if words:
            self._pieces.append(words)

    def add_exactly(self, text: str) -> None:
        """Text whose spaces and line ends count."""
        if text:
            self._pieces.append(text.replace("\r\n", "\n").replace("\r", "\n"))

    def break_line(self) -> None:
        """A line break within a block."""
        self._pieces.append("\n")

    def end_block(self) -> None:
        """What follows begins a line."""
        if not self._pieces:
            return
        words = "".join(self._pieces)
        self._pieces.clear()
        lines = [line.rstrip(" ") for line in words.split("\n") if line.strip()]
        if lines and self._mark:
            lines[0] = self._mark + lines[0].lstrip()
            self._mark = ""
        self.lines += lines

    def begin_entry(self, mark: str) -> None:
        """The next line opens an entry of a list and bears this mark."""
        self.end_block()
        self._mark = mark

    def end_entry(self) -> None:
        """The entry is whole; without words it leaves no mark."""
        self.end_block()
        self._mark = ""

    def begin_row(self) -> None:
        """What follows are the cells of a row."""
        self.end_block()
        self._rows.append([])

    def begin_cell(self) -> None:
        """What follows is one cell of the row."""
        self.end_block()
        self._outer.append(self.lines)
        self.lines = []

    def end_cell(self) -> None:
        """The cell is whole."""
        self.end_block()
        if self._outer:
            cell, self.lines = self.lines, self._outer.pop()
            if self._rows:
                self._rows[-1].append(cell)

    def end_row(self) -> None:
        """The row is whole, and its lines are written."""
        self.end_block()
        if self._rows:
            self.lines += row_lines(self._rows.pop())


def _collapsed(space: re.Match[str]) -> str:
    text, start, end = space.string, space.start(), space.end()
    if "\n" not in space[0] or not start or end == len(text):
        return " "
    return "" if all(east_asian_width(char) in "WF" for char in (text[start - 1], text[end])) else " "

