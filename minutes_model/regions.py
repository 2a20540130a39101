"""From what the recognisers claimed to a partition of the source text.

Claims are places in the flow. Every character of the source gets one region: a claim, page
furniture, a blank, or, for marks and connectives between claims, a cue of the entry beside them.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import define, field

from minutes_model.layout import Flow
from minutes_model.passing import passing
from minutes_model.result import PackedRegions, RegionKind

__all__ = ["CONTENT", "CUE", "NARRATION", "SPEAKER", "UNPARSED", "Claims", "LazyRegions"]

_KINDS = tuple(RegionKind)
_CODE = {kind: code for code, kind in enumerate(_KINDS)}
_BLANK, CUE, _FURNITURE, SPEAKER, CONTENT, NARRATION, UNPARSED = (
    _CODE[RegionKind(kind)] for kind in ("blank", "cue", "furniture", "speaker", "content", "narration", "unparsed")
)


@define(eq=False, repr=False)
class Claims:
    """Collects claims in any order, five numbers each: start, end, kind, node and rule."""

    held: array[int] = field(factory=lambda: array("q"))
    nodes: dict[str | None, int] = field(factory=lambda: {None: 0})
    rules: dict[str, int] = field(factory=lambda: {"": 0})

    def add(self, start: int, end: int, kind: RegionKind, node: str | None, rule: str) -> None:
        """Claim ``[start, end)`` of the flow; an empty claim is none."""
        if start < end:
            nodes, rules = self.nodes, self.rules
            self.held.extend((start, end, _CODE[kind], nodes.setdefault(node, len(nodes)), rules.setdefault(rule, len(rules))))

    def run(self, start: int, node: str, rule: str, parts: Iterable[tuple[int, int]]) -> None:
        """Claim parts that follow each other from ``start``: where each ends, and the code of its kind."""
        nodes, rules = self.nodes, self.rules
        node_code, rule_code = nodes.setdefault(node, len(nodes)), rules.setdefault(rule, len(rules))
        claimed: list[int] = []
        for end, kind in parts:
            if start < end:
                claimed += (start, end, kind, node_code, rule_code)
                start = end
        self.held.extend(claimed)

    def lazily(self, flow: Flow, text: str) -> LazyRegions:
        """The regions of ``text``, worked out when first asked for."""
        return LazyRegions(flow, text, self)


@passing(eq=False, repr=False)
class LazyRegions:
    """The partition, as a computation still to be done."""

    flow: Flow
    text: str
    claims: Claims

    def pack(self) -> PackedRegions:
        """Work the partition out."""
        return _Sweep(self.flow, self.text, self.claims).run()

    def __reduce__(self) -> tuple[Any, ...]:
        # Between processes the partition travels, not what it is worked out from, in 32 bits a number.
        packed = self.pack()
        numbers = array("i" if len(self.text) < 2**31 else "q", packed.numbers)
        return PackedRegions, (numbers, packed.kinds, packed.nodes, packed.rules)


@define(eq=False, repr=False)
class _Sweep:
    """Walks the source from left to right, giving each character to one region."""

    flow: Flow
    text: str
    claims: Claims
    out: list[int] = field(factory=list)
    at: int = 0
    furniture: tuple[tuple[int, int, str], ...] = ()
    next_furniture: int = 0
    blank: int = 0
    connective: int = 0

    def run(self) -> PackedRegions:
        self.furniture = self.flow.furniture
        last_node, text, out = 0, self.text, self.out
        self.blank, self.connective = self._rule("blank"), self._rule("connective")
        ahead = self.furniture[0][0] if self.furniture else len(text)
        for first, last, kind, node, rule in self._placed():
            at = self.at
            if first > at:
                if first > ahead:
                    self._gap(first, node)
                else:
                    self._residue(first, node)
            elif first < at:
                first = at
            if first >= last:
                continue
            if last > ahead:
                self._run(last, kind, node, rule)
                ahead = self._ahead()
            elif out and out[-1] == rule and out[-2] == node and out[-3] == kind:
                out[-4] = self.at = last
            else:
                out += (self.at, last, kind, node, rule)
                self.at = last
            last_node = node
        self._gap(len(text), last_node)
        return PackedRegions(array("q", self.out), _KINDS, tuple(self.claims.nodes), tuple(self.claims.rules))

    def _placed(self) -> Iterator[tuple[int, int, int, int, int]]:
        """The claims in order, at their places in the source."""
        starts, places = self.flow.starts, self.flow.places
        piece, following, shift = 0, starts[1], places[0] - starts[0]
        flat = iter(self.claims.held)
        for start, end, kind, node, rule in sorted(zip(flat, flat, flat, flat, flat, strict=True)):
            while start >= following:
                piece += 1
                following, shift = starts[piece + 1], places[piece] - starts[piece]
            if end <= following:
                yield start + shift, end + shift, kind, node, rule
            else:
                other = bisect_left(starts, end) - 1
                yield start + shift, end + places[other] - starts[other], kind, node, rule

    def _rule(self, rule: str) -> int:
        return self.claims.rules.setdefault(rule, len(self.claims.rules))

    def _emit(self, end: int, kind: int, node: int, rule: int) -> None:
        """Give what lies before ``end`` to a region, or to the last one where it is of the same kind."""
        start, out = self.at, self.out
        if start >= end:
            return
        if out and out[-3] == kind and out[-2] == node and out[-1] == rule:
            out[-4] = end
        else:
            out += (start, end, kind, node, rule)
        self.at = end

    def _gap(self, end: int, node: int) -> None:
        """What lies between two claims: furniture, blanks, and the marks around what was claimed."""
        while self.at < end:
            piece = self._furniture(end)
            if piece is None:
                self._residue(end, node)
                return
            self._residue(max(piece[0], self.at), node)
            self._emit(min(piece[1], end), _FURNITURE, 0, self._rule(piece[2]))

    def _ahead(self) -> int:
        """Where the next furniture begins; the text's end where there is none."""
        piece = self._furniture(len(self.text))
        return piece[0] if piece is not None else len(self.text)

    def _furniture(self, end: int) -> tuple[int, int, str] | None:
        while self.next_furniture < len(self.furniture) and self.furniture[self.next_furniture][1] <= self.at:
            self.next_furniture += 1
        if self.next_furniture < len(self.furniture) and self.furniture[self.next_furniture][0] < end:
            return self.furniture[self.next_furniture]
        return None

    def _residue(self, end: int, node: int) -> None:
        words = self.text[self.at : end]
        bare = words.strip()
        if bare:
            lead = words.find(bare)
            if lead:
                self._emit(self.at + lead, _BLANK, 0, self.blank)
            self._emit(self.at + len(bare), CUE, node, self.connective)
        if self.at < end:
            self._emit(end, _BLANK, 0, self.blank)

    def _run(self, last: int, kind: int, node: int, rule: int) -> None:
        """A claim, split only by furniture."""
        while self.at < last:
            piece = self._furniture(last)
            if piece is None:
                self._emit(last, kind, node, rule)
                return
            self._emit(max(self.at, piece[0]), kind, node, rule)
            self._emit(min(piece[1], last), _FURNITURE, 0, self._rule(piece[2]))
