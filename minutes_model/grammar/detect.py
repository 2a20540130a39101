"""Which family of speaker marks a document, or an item of it, uses."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator

from attrs import evolve

from minutes_model.grammar.turns import BRACKETS, MARKS, Family, Shape, Turn, labels_at, plausible
from minutes_model.layout import Block, Flow

__all__ = ["Family", "Turn", "find_family", "split_turns"]

_Key = tuple[Shape, str]
_WEIGHT = {Shape.MARK: 1.0, Shape.BRACKET: 1.0, Shape.COLON: 0.9, Shape.CLOSING: 0.8, Shape.GAP: 0.7, Shape.LINE: 0.7}
_SENTENCE = "。"


def find_family(flow: Flow, blocks: range) -> Family | None:
    """The family of speaker marks in ``blocks``; None where repetition proves none.

    >>> from minutes_model.layout import lay_out
    >>> flow = lay_out("○高委員長 始めます。\\n○南課長 説明します。\\n○高委員長 どうぞ。\\n○西委員 賛成です。")
    >>> find_family(flow, range(4)).name
    'mark○'
    """
    proven: defaultdict[_Key, Counter[str]] = defaultdict(Counter)
    others: defaultdict[_Key, Counter[str]] = defaultdict(Counter)
    for index in blocks:
        _count(flow, flow.blocks[index], _followed(flow, index, blocks), proven, others)
    best: tuple[float, Family] | None = None
    for key, labels in proven.items():
        score = labels.total() * _WEIGHT[key[0]]
        if len(labels) < 2 or labels.total() < 3 or (best and best[0] >= score):
            continue
        repeated = {label for label, count in others[key].items() if count > 1}
        best = score, Family(key[0], key[1], frozenset(labels) | repeated)
    return _with_quotes(flow, blocks, best[1]) if best else None


def _with_quotes(flow: Flow, blocks: range, family: Family) -> Family:
    """The family, knowing whether its turns stand in quotation marks."""
    seen = quoted = 0
    for index in blocks:
        turn = family.turn(flow, flow.blocks[index])
        if turn is not None and turn.text is not None:
            seen += 1
            quoted += flow.folded[turn.text] == "「"
            if seen == 20:
                break
    return evolve(family, quoted=True) if seen > 1 and quoted > 0.7 * seen else family


def split_turns(flow: Flow, family: Family) -> Flow:
    """The flow with blocks cut where a full line hid that the next one begins a turn.

    A label is looked for where a printed line starts after a sentence's end.
    """
    blocks: list[Block] = []
    for block in flow.blocks:
        cuts = [at for at in _inner_lines(flow, block) if _begins_turn(flow, family, at, block.end)]
        if not cuts:
            blocks.append(block)
            continue
        edges = [block.start, *cuts, block.end]
        blocks += [
            Block(start, end, block.indent, block.gap if start == block.start else 0)
            for start, end in zip(edges, edges[1:], strict=False)
        ]
    return evolve(flow, blocks=tuple(blocks)) if len(blocks) > len(flow.blocks) else flow


def _inner_lines(flow: Flow, block: Block) -> Iterator[int]:
    """Where printed lines begin within a block, after the end of a sentence."""
    starts = flow._starts
    at = bisect_right(starts, block.start)
    while at < len(starts) and starts[at] < block.end:
        if flow.folded[starts[at] - 1] in "。」)?!":
            yield starts[at]
        at += 1


def _begins_turn(flow: Flow, family: Family, start: int, end: int) -> bool:
    known = family.labels.__contains__ if family.shape is Shape.LINE else family.accepts
    return labels_at(flow, Block(start, end, 0, 0), family.shape, family.mark, known) is not None


def _count(
    flow: Flow,
    block: Block,
    followed: bool,
    proven: defaultdict[_Key, Counter[str]],
    others: defaultdict[_Key, Counter[str]],
) -> None:
    for key in _shapes(flow, block):
        found = labels_at(flow, block, *key, plausible)
        if found is not None:
            if _SENTENCE in flow.folded[found[2] : block.end] or (found[2] == block.end and followed):
                proven[key][_words(flow, found)] += 1
        elif key[0] in (Shape.MARK, Shape.BRACKET):
            found = labels_at(flow, block, *key, _short)
            if found is not None and _SENTENCE in flow.folded[found[2] : block.end]:
                others[key][_words(flow, found)] += 1


def _short(words: str) -> bool:
    return len(words) <= 12


def _words(flow: Flow, found: tuple[int, int, int]) -> str:
    return "".join(flow.folded[found[0] : found[1]].split())


def _followed(flow: Flow, index: int, blocks: range) -> bool:
    """Whether sentences follow a block that may be a label alone on its line."""
    if index + 1 not in blocks:
        return False
    following = flow.blocks[index + 1]
    return flow.folded[following.end - 1] in "。」)" or _SENTENCE in flow.folded[following.start : following.end]


def _shapes(flow: Flow, block: Block) -> Iterator[_Key]:
    """The shapes whose first characters a block shows."""
    words, start = flow.folded, block.start
    first = words[start]
    if first in MARKS:
        yield Shape.MARK, first
    elif first in BRACKETS:
        yield Shape.BRACKET, first
    else:
        head = words[start : min(block.end, start + 32)]
        if first.isdigit():
            bare = head.lstrip("0123456789. ")
            if bare and bare[0] in MARKS:
                yield Shape.MARK, bare[0]
        if ":" in head:
            yield Shape.COLON, ""
        if ")" in head:
            yield Shape.CLOSING, ""
        if block.end - start <= len(head):
            yield Shape.LINE, ""
        if " " in head:
            yield Shape.GAP, ""
