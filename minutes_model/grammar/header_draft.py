"""What stands above the body, as far as it is read."""

from __future__ import annotations

from attrs import define, field

from minutes_model.grammar.draft import Listed, Slice
from minutes_model.grammar.label_words import LabelKind
from minutes_model.grammar.labels import Label
from minutes_model.grammar.title import TitleDraft
from minutes_model.layout import Block
from minutes_model.result import RegionKind

__all__ = ["HeaderDraft", "Section"]


@define(eq=False, repr=False)
class Section:
    """A label with the blocks of its value: the rest of its own block, those after it, and rows above it where it stands beside one further down."""

    label: Label
    value: Slice | None
    blocks: list[Block] = field(factory=list)
    above: list[Block] = field(factory=list)

    def places(self) -> list[Slice]:
        """Where the value stands, line by line."""
        own = [self.value] if self.value else []
        return [*((b.start, b.end) for b in self.above), *own, *((b.start, b.end) for b in self.blocks)]


@define(eq=False, repr=False)
class HeaderDraft:
    """What stands above the body."""

    title: TitleDraft
    sections: list[Section]
    listed: list[Listed]
    body: int
    style: str | None = None
    regions: list[tuple[int, int, RegionKind, str]] = field(factory=list)

    def of(self, *kinds: LabelKind) -> list[Section]:
        """The sections of the given kinds, in order."""
        return [s for s in self.sections if s.label.kind in kinds]
