"""Questions and answers in the cells of a table: in rows printed on one line, or a cell a paragraph."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import evolve

from minutes_model.grammar.bullets import Bullets, begins_report
from minutes_model.grammar.cells import Part, bulleted_cells, paired_cells
from minutes_model.grammar.column_heads import ASKS, Row, read_row
from minutes_model.grammar.draft import Slice
from minutes_model.grammar.legend import Legend, answers, is_party
from minutes_model.grammar.opening_words import Opening
from minutes_model.layout import Block, Flow
from minutes_model.model.enums import Act
from minutes_model.passing import passing
from minutes_model.patterns import regex
from minutes_model.text import squeeze

__all__ = ["Cell", "Cells"]

_BULLET = regex(r"[・○●◇◆-] *")
_NUMBER = regex(r"[0-9０-９]{1,2}(?:　| {2,})(?=[^\s　])")
"""1　応札が１者なのはなぜか。: the number of a row, in the cell of the question."""
_ELSEWHERE = regex(r"(?:別紙|下記|以下|次)のとおり|(?:特に)?なし")
"""別紙のとおり　別紙のとおり, in the form above the table: what stands beside words that are no sentence, as 勧告の内容 is."""
_VIEWS = regex("(?:できる|べきである|べきだ|望ましい|望まれる|よい|良い|必要である|重要である|思う|感じる)。$")
"""How views end that ask nothing."""
_ROW_NUMBER = regex(r"\d{1,3}")
_NAME_IN_CELL = regex(r"\((?P<inner>[^()、。]{2,20})\) ?:? *")


@passing(eq=False, repr=False)
class Cell:
    """What a cell of a row opens, and the place of all that is read of it."""

    opened: Opening
    start: int
    end: int


@passing(eq=False, repr=False)
class Cells:
    """The cells of the tables of one item; ``alone`` are those that are a paragraph each, by where it starts."""

    flow: Flow
    legend: Legend
    alone: Mapping[int, Part]

    @classmethod
    def of(cls, flow: Flow, blocks: Sequence[int], legend: Legend | None, bullets: Bullets | None) -> Cells | None:
        """The cells below the columns that a legend knows of, each a paragraph, perhaps with a mark all share; None without columns."""
        if legend is None or legend.cells is None:
            return None
        if bullets is None or {bullet.mark for bullet in bullets.found.values()} == {"※"}:
            alone = paired_cells(flow, blocks)
        else:
            marked = frozenset(index for index in blocks if flow.blocks[index].start in bullets.found)
            shared = len({bullet.mark for bullet in bullets.found.values()}) == 1 and not (legend.voices or legend.cells.right)
            alone = bulleted_cells(flow, blocks, marked) if shared else {}
        return cls(flow, legend, {flow.blocks[index].start: part for index, part in alone.items()})

    def lone(self, block: Block) -> Opening | None:
        """What a paragraph opens that is a cell, told by its place among the others."""
        part = self.alone.get(block.start)
        return None if part is None else self._opens(self._behind_bullet(block.start, block.end), replies=part is not Part.ASKS)

    def numbers(self, block: Block) -> bool:
        """Whether a line is nothing but the number of a row, whose cells stand below it."""
        return _ROW_NUMBER.fullmatch(self.flow.folded, block.start, block.end) is not None

    def goes_on(self, block: Block) -> bool:
        """Whether a paragraph is a further one of the answer above it."""
        return self.alone.get(block.start) is Part.GOES_ON

    def row(self, block: Block) -> tuple[Cell, ...] | None:
        """The question and the answer of a line that is a row, as far as there are any; None where it is none."""
        row = read_row(self.flow, block, self.legend.cells)
        if row is None:
            return None
        if self._are_heads(row):
            return ()
        asked = self.flow.folded[slice(*row.asked)].rstrip()
        if "。" not in asked and (asked.endswith("の内容") if row.replied is None else _ELSEWHERE.fullmatch(squeeze(self.flow.folded[slice(*row.replied)]))):
            return ()
        cells = (self._asked(row), None if row.replied is None else self._replied(row.replied, row.by))
        return tuple(cell for cell in cells if cell is not None)

    def unanswered(self, block: Block) -> tuple[Cell, ...] | None:
        """A view alone on the line right below a row whose cells a wide gap parts, as nobody answered it; None where a line may tell something else."""
        columns = self.legend.cells
        if columns is None or (columns.table is not None and not columns.table.plain):
            return None
        words = self.flow.words(block)
        asked = self._asked(Row((block.start, block.end), None)) if (ASKS.search(words) or _VIEWS.search(words)) and not begins_report(words) else None
        return None if asked is None else (asked,)

    def _are_heads(self, row: Row) -> bool:
        """Whether a row is the heads again that name both sides, 委　員　事務局, as they stand above the rows of each item."""
        heads = self.legend.cells
        if heads is None or heads.asked is None or heads.replied is None or row.replied is None:
            return False
        printed = [squeeze(self.flow.folded[slice(*place)]) for place in (row.asked, row.replied, heads.asked, heads.replied)]
        return printed[:2] == printed[2:]

    def _asked(self, row: Row) -> Cell | None:
        start, end = row.asked
        stop = start + len(self.flow.folded[start:end].rstrip())
        opened = self._named(self._opens(self._behind_bullet(start, end), replies=False), stop)
        if row.who is not None and is_party(squeeze(self.flow.folded[slice(*row.who)])):
            opened = evolve(opened, who=row.who, label=None)
        return Cell(opened, start if row.who is None else min(start, row.who[0]), stop) if opened.text < stop else None

    def _replied(self, place: Slice, by: Slice | None) -> Cell:
        start, end = place
        opened = self._named(self._opens(self._behind_bullet(start, end), replies=True), end)
        if by is None or not is_party(squeeze(self.flow.folded[slice(*by)])):
            return Cell(opened, start, end)
        return Cell(evolve(opened, who=by, label=None, stop=opened.stop or end), min(start, by[0]), max(end, by[1]))

    def _behind_bullet(self, start: int, end: int) -> int:
        bullet = _BULLET.match(self.flow.folded, start, end)
        if bullet is not None:
            return bullet.end()
        number = _NUMBER.match(self.flow.text, start, end)
        return number.end() if number is not None else start

    def _named(self, opened: Opening, end: int) -> Opening:
        """What a cell opens that begins with who speaks in it: （市民税課）勧告を行った翌年の…."""
        found = _NAME_IN_CELL.match(self.flow.folded, opened.text, end)
        if found is None or found.end() == end or not (is_party(found["inner"]) or found["inner"] in self.flow.habits.sides or answers(found["inner"])):
            return opened
        return evolve(opened, who=found.span("inner"), label=None, text=found.end())

    def _opens(self, start: int, *, replies: bool) -> Opening:
        """The words of the side that the column of a cell is of."""
        known = self.legend
        voice = known.answerer if replies else known.asker or known.members
        label = voice.label if voice else None
        return Opening(replies, start, "opinion.cell", label=label or self._unnamed(replies=replies), act=Act.ANSWER if replies else Act.UNSPECIFIED)

    def _unnamed(self, *, replies: bool) -> str | None:
        """How the words of a side are labelled that no head names."""
        words = self.legend.cells.words if self.legend.cells is not None else _UNNAMED
        return words[replies] if words is not None else None


_UNNAMED = ("質問", "回答")
"""How sides are labelled where neither a head nor a name tells."""
