"""Paragraphs of reported speech that one quotation or one sentence holds together, their quotations masked."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from attrs import define

from minutes_model.grammar.draft import Slice
from minutes_model.layout import Flow
from minutes_model.patterns import regex

__all__ = ["Unit", "units"]

_GOES_ON = ("との", "旨の", "旨、", "という旨", "と述べ")
_BEHIND_COMMA = ("「", "と", "旨の", "旨、")
_GOES_ON_FIRST = frozenset(words[0] for words in (*_GOES_ON, *_BEHIND_COMMA))
_BEFORE_WORDS = ("、", "から", "より")
_ADDED = frozenset(("また、", "さらに、", "更に、", "加えて、"))
"""What stands alone between two quotations of one speaker."""
_FURTHEST = 400
"""How many paragraphs a quotation may take, the one it opens in among them."""
_CLOSES = regex(r"」(?=(?:という|との|と)?(?:旨|発言|質問|意見|回答|説明))")
_CLOSED = regex(r"」(?:という|との|と)?(?:旨|発言|質問|意見|回答|説明)[^「」]*。$")


@define(eq=False, repr=False)
class Unit:
    """Paragraphs that one quotation or one sentence holds together, with the quotations masked."""

    base: int
    words: str
    masked: str
    quotes: list[Slice]
    closed: bool = True

    def within(self, start: int, end: int) -> list[Slice]:
        """The quotations that open in a part of the words: a paragraph may hold thousands."""
        return self.quotes[bisect_left(self.quotes, (start,)) : bisect_left(self.quotes, (end,))]


def units(flow: Flow, blocks: Sequence[int]) -> Iterator[Unit]:
    """Paragraphs, joined while a quotation is open or a sentence goes on over the line."""
    index = 0
    while index < len(blocks):
        stop = _closing(flow, blocks, index)
        yield _unit(flow, blocks[index], blocks[stop])
        index = stop + 1


def _closing(flow: Flow, blocks: Sequence[int], index: int) -> int:
    """The position of the last paragraph that belongs with the one at ``index``."""
    depth, folded = 0, flow.folded
    # 委員からは、 / 「…」 / 「…」 / との意見が出された。
    led = _leads(folded, flow.blocks[blocks[index]].end)
    last = min(len(blocks), index + _FURTHEST)
    for position in range(index, last):
        block = flow.blocks[blocks[position]]
        depth += folded.count("「", block.start, block.end) - folded.count("」", block.start, block.end)
        if depth > 0:
            if folded.find("」", block.end, flow.blocks[blocks[last - 1]].end) < 0:
                break
            continue
        if position + 1 == len(blocks):
            return position
        following = flow.blocks[blocks[position + 1]]
        if not led and folded[following.start] not in _GOES_ON_FIRST:
            return position
        further = led and folded[block.end - 1] == "」"
        openings = _BEHIND_COMMA if further or _leads(folded, block.end) else _GOES_ON
        if not folded.startswith(openings, following.start, following.end) and not (further and flow.words(following) in _ADDED):
            return position
        led = led or _leads(folded, block.end)
    return _sure_end(flow, blocks, index)


def _leads(folded: str, end: int) -> bool:
    """Whether a paragraph stops before what somebody said: 委員からは、, 虫明委員から."""
    return folded.endswith(_BEFORE_WORDS, 0, end)


def _sure_end(flow: Flow, blocks: Sequence[int], index: int) -> int:
    """Where a quotation is never closed: its end is where its verb stands, or the paragraph's."""
    stop = min(len(blocks), index + 40)
    if flow.folded.find("」", flow.blocks[blocks[index]].start, flow.blocks[blocks[stop - 1]].end) < 0:
        return index
    for position in range(index, stop):
        words = flow.words(flow.blocks[blocks[position]])
        if "」" in words and _CLOSED.search(words):
            return position
    return index


def _unit(flow: Flow, first: int, last: int) -> Unit:
    start, end = flow.blocks[first].start, flow.blocks[last].end
    words = flow.folded[start:end]
    if "「" not in words:
        return Unit(start, words, words, [])
    quotes, unclosed = _quotations(words)
    if unclosed is not None:
        quotes += _unclosed(words, unclosed)
    pieces, at = [], 0
    for begin, stop in quotes:
        pieces += [words[at : begin + 1], "\x01" * (stop - begin - 2), words[stop - 1 : stop]]
        at = stop
    return Unit(start, words, "".join(pieces) + words[at:], quotes, closed=unclosed is None)


def _quotations(words: str) -> tuple[list[Slice], int | None]:
    """The outermost quotations, and where one opens that is never closed."""
    quotes: list[Slice] = []
    opened = words.find("「")
    while opened >= 0:
        depth, at = 1, opened + 1
        while depth:
            close = words.find("」", at)
            if close < 0:
                return quotes, opened
            depth += words.count("「", at, close) - 1
            at = close + 1
        quotes.append((opened, at))
        opened = words.find("「", at)
    return quotes, None


def _unclosed(words: str, opened: int) -> list[Slice]:
    """The span of a quotation whose brackets do not balance: up to the last 」 before a verb."""
    closings = list(_CLOSES.finditer(words, opened))
    return [(opened, closings[-1].end())] if closings else []
