"""From the lines of a page to paragraphs: wrapped lines joined, page furniture set aside.

Minutes are led by lines. A PDF breaks them anywhere, within words, names and
numbers; a web page gives a paragraph a line. `lay_out` tells the two apart by
the document's own regularities and gives one `Flow`: the paragraphs as one
string, each character of which knows its place in the source.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence

from minutes_model.layout.entries import cuts_entry, cuts_title, stops_in_entry
from minutes_model.layout.flow import BEYOND, Block, Flow
from minutes_model.layout.frames import (
    FRAME,
    unframed,
    without_boxes,
    without_cell_quotes,
    without_hashes,
    without_strokes,
)
from minutes_model.layout.furniture import mark_furniture, without_glued_numbers
from minutes_model.layout.joining import Joiner
from minutes_model.layout.lines import Line, read_lines
from minutes_model.layout.spelt import rejoin

__all__ = ["FRAME", "Block", "Flow", "cuts_entry", "cuts_title", "lay_out", "stops_in_entry", "unframed"]


def lay_out(text: str) -> Flow:
    """The paragraphs of a text.

    >>> flow = lay_out("国土交通省後\\n藤海技課長が出席した。 \\n")
    >>> [flow.words(block) for block in flow.blocks]
    ['国土交通省後', '藤海技課長が出席した。']
    """
    blanked = without_hashes(without_strokes(without_boxes(without_cell_quotes(text))))
    lines = read_lines(blanked)
    mark_furniture(lines)
    printed = _printed(lines)
    rejoin(printed)
    joined = Joiner(printed).joins() if len(printed) > 1 else [False] * len(printed)
    return _assemble(text, lines, printed, joined, _frames(text, blanked, lines) if blanked is not text else [])


def _frames(text: str, blanked: str, lines: Sequence[Line]) -> list[tuple[int, int, str]]:
    """The frames of drawn tables outside the words of lines: between two lines of a cell they are no part of its text."""
    found: list[tuple[int, int, str]] = []
    at = 0
    for start, end in [*((line.start, line.end) for line in lines), (len(text), len(text))]:
        for place in range(at, start):
            if text[place] != blanked[place] and text[place] != " ":
                if found and found[-1][1] == place:
                    found[-1] = (found[-1][0], place + 1, FRAME)
                else:
                    found.append((place, place + 1, FRAME))
        at = end
    return found


def _printed(lines: Sequence[Line]) -> list[Line]:
    """The lines that are words; one behind page furniture opens a page."""
    printed: list[Line] = []
    behind = False
    for line in lines:
        if line.furniture:
            behind = behind or line.furniture != "rule_line"
            continue
        line.breaks = line.breaks or behind
        behind = False
        printed.append(line)
    return printed


def _pieces(line: Line, furniture: list[tuple[int, int, str]]) -> Iterable[tuple[int, int]]:
    """The parts of a line in the source."""
    return line.pieces if line.pieces is not None else without_glued_numbers(line, furniture)


def _assemble(text: str, lines: Sequence[Line], printed: Sequence[Line], joined: Sequence[bool], frames: Sequence[tuple[int, int, str]]) -> Flow:
    pieces: list[str] = []
    folded: list[str] = []
    starts, places = array("q"), array("q")
    furniture = [*((line.start, line.end, line.furniture) for line in lines if line.furniture), *frames]
    blocks: list[Block] = []
    offset = opened = 0
    hang = -1
    first: Line | None = None
    for line, goes_on in zip(printed, joined, strict=True):
        if first is None:
            first = line
        elif hang < 0:
            hang = line.indent
        begin = offset
        whole = line.pieces is None and "-" not in line.folded
        if whole:
            starts.append(offset)
            places.append(line.start)
            pieces.append(text[line.start : line.end])
            folded.append(line.folded)
            offset += line.end - line.start
        for start, end in () if whole else _pieces(line, furniture):
            starts.append(offset)
            places.append(start)
            pieces.append(text[start:end])
            at = start - line.start if line.pieces is None else offset - begin
            folded.append(line.folded[at : at + end - start])
            offset += end - start
        if not goes_on:
            blocks.append(Block(opened, offset, first.indent, first.gap, hang))
            pieces.append("\n")
            folded.append("\n")
            offset += 1
            opened, first, hang = offset, None, -1
    if not starts:
        starts.append(0)
        places.append(0)
    starts.append(BEYOND)
    return Flow("".join(pieces), "".join(folded), tuple(blocks), tuple(sorted(furniture)), len(text), starts, places)
