"""From what the recognisers claimed to a partition of the source text.

Claims are places in the flow. Every character of the source gets one region: a claim, page
furniture, a blank, or, for marks and connectives between claims, a cue of the entry beside them.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import Any

from attrs import define, field, frozen

from minutes_model.layout import Flow
from minutes_model.result import PackedRegions, RegionKind

__all__ = ["Claim", "Claims", "LazyRegions"]

_KINDS = tuple(RegionKind)
_CODE = {kind: code for code, kind in enumerate(_KINDS)}


@frozen
class Claim:
    """Some characters of the flow: what they are, of which node, and by which rule."""

    start: int
    end: int
    kind: RegionKind
    node: str | None
    rule: str


@define
class Claims:
    """Collects claims as flat numbers, five a claim, in any order."""

    numbers: array[int] = field(factory=lambda: array("q"))
    nodes: dict[str | None, int] = field(factory=lambda: {None: 0})
    rules: dict[str, int] = field(factory=lambda: {"": 0})

    def add(self, start: int, end: int, kind: RegionKind, node: str | None, rule: str) -> None:
        """Claim ``[start, end)`` of the flow; an empty claim is none."""
        if start < end:
            self.numbers.extend(
                (start, end, _CODE[kind], self.nodes.setdefault(node, len(self.nodes)), self.rules.setdefault(rule, len(self.rules)))
            )

    def lazily(self, flow: Flow, text: str) -> LazyRegions:
        """The regions of ``text``, worked out when first asked for."""
        return LazyRegions(flow, text, self)


@frozen
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


@define
class _Sweep:
    """Walks the source from left to right, giving each character to one region."""

    flow: Flow
    text: str
    claims: Claims
    out: array[int] = field(factory=lambda: array("q"))
    at: int = 0
    cue: tuple[int, int] = (0, 0)
    furniture: list[tuple[int, int, str]] = field(factory=list)
    next_furniture: int = 0

    def run(self) -> PackedRegions:
        self.furniture = list(self.flow.furniture)
        for start, end, kind, node, rule in self._sorted():
            first, last = self.flow.source_span(start, end)
            first = max(first, self.at)
            if first >= last:
                continue
            self._gap(first, node)
            self._run(first, last, kind, node, rule)
            self.cue = (node, rule)
        self._gap(len(self.text), self.cue[0])
        rules = [*self.claims.rules]
        return PackedRegions(self.out, _KINDS, tuple(self.claims.nodes), tuple(rules))

    def _sorted(self) -> Iterable[tuple[int, int, int, int, int]]:
        flat = iter(self.claims.numbers)
        return sorted(zip(flat, flat, flat, flat, flat, strict=True))

    def _rule(self, rule: str) -> int:
        return self.claims.rules.setdefault(rule, len(self.claims.rules))

    def _emit(self, start: int, end: int, kind: int, node: int, rule: int) -> None:
        if start >= end:
            return
        out = self.out
        if out and out[-4] == start and out[-3] == kind and out[-2] == node and out[-1] == rule:
            out[-4] = end
        else:
            out.extend((start, end, kind, node, rule))
        self.at = end

    def _gap(self, end: int, node: int) -> None:
        """What lies between two claims: furniture, blanks, and the marks around what was claimed."""
        while self.at < end:
            piece = self._furniture(end)
            if piece is None:
                self._residue(end, node)
                return
            self._residue(max(piece[0], self.at), node)
            self._emit(self.at, min(piece[1], end), _CODE[RegionKind.FURNITURE], 0, self._rule(piece[2]))

    def _furniture(self, end: int) -> tuple[int, int, str] | None:
        while self.next_furniture < len(self.furniture) and self.furniture[self.next_furniture][1] <= self.at:
            self.next_furniture += 1
        if self.next_furniture < len(self.furniture) and self.furniture[self.next_furniture][0] < end:
            return self.furniture[self.next_furniture]
        return None

    def _residue(self, end: int, node: int) -> None:
        words = self.text[self.at : end]
        bare = words.strip()
        if not bare:
            self._emit(self.at, end, _CODE[RegionKind.BLANK], 0, self._rule("blank"))
            return
        lead = len(words) - len(words.lstrip())
        self._emit(self.at, self.at + lead, _CODE[RegionKind.BLANK], 0, self._rule("blank"))
        self._emit(self.at, self.at + len(bare), _CODE[RegionKind.CUE], node, self._rule("connective"))
        self._emit(self.at, end, _CODE[RegionKind.BLANK], 0, self._rule("blank"))

    def _run(self, first: int, last: int, kind: int, node: int, rule: int) -> None:
        """A claim, split only by furniture."""
        while self.at < last:
            piece = self._furniture(last)
            if piece is None:
                self._emit(self.at, last, kind, node, rule)
                return
            self._emit(self.at, max(self.at, piece[0]), kind, node, rule)
            self._emit(self.at, min(piece[1], last), _CODE[RegionKind.FURNITURE], 0, self._rule(piece[2]))
