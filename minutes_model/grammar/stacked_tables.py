"""A table of views and answers that has lost its frame, a cell a line: the heads of its columns, and its rows below them.

番号 / 項目 / 委員名 / 意見 / 市の考え方 / １ / 駅前の駐輪場 / 別府委員 / … / …: each row has as many lines as there are
heads. It is read only where the cells of every row agree with the heads above them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from minutes_model.grammar.column_heads import Columns, Table, heads_of, is_head, is_unanswered
from minutes_model.grammar.draft import Slice
from minutes_model.grammar.legend import Legend, Voice, is_party
from minutes_model.grammar.opening_words import Opening
from minutes_model.grammar.opinion_cells import Cell
from minutes_model.layout import Block, Flow
from minutes_model.model.enums import Act
from minutes_model.patterns import regex
from minutes_model.text import clean, squeeze

__all__ = ["stacked_cells"]

_HEADS = range(3, 9)
"""How many heads stand below each other; of two the cells alternate."""
_ROWS = 2
"""How many rows tell the table by themselves."""
_LONGEST_CELL = 40
"""How long what is no view nor answer is: a number, a matter, a name."""
_NUMBER_HEAD = regex(r"[Nn][Oo][.,]?|[№#]|(?:項|整理|意見|通し)?番号?")
_NUMBER = regex(r"\(?\d{1,3}[).]?")
_SENTENCE_ENDS = "。?!)」"
_WORDS = ("意見", "回答")
"""How sides are labelled that nothing names."""


def stacked_cells(flow: Flow, blocks: Sequence[int], legend: Legend | None) -> Mapping[int, Cell | None]:
    """The cells of such tables that speak, among the paragraphs of an item, by where they start; None for the other lines of the tables.

    >>> from minutes_model.layout import lay_out
    >>> lines = "項目", "意見", "市の考え方", "道路", "道が狭い。", "広げる。", "公園", "夜は暗い。", "灯を増やす。"
    >>> flow = lay_out("\\n\\n".join(lines))
    >>> [(one.opened.answer, one.opened.label) for one in stacked_cells(flow, range(9), None).values() if one is not None]
    [(False, '意見'), (True, '市'), (False, '意見'), (True, '市')]
    """
    found: dict[int, Cell | None] = {}
    at = 0
    while at < len(blocks):
        width = sum(1 for _ in takewhile(lambda index: is_head(flow, flow.blocks[index]), blocks[at : at + _HEADS.stop]))
        heads = [flow.blocks[index] for index in blocks[at : at + width]]
        columns = heads_of(flow, [(block.start, block.end) for block in heads], gapped=True) if width in _HEADS else None
        rows = list(_rows(flow, [flow.blocks[index] for index in blocks[at + width :]], columns, heads)) if columns is not None else []
        if columns is None or len(rows) < _ROWS:
            at += 1
            continue
        found |= dict.fromkeys((block.start for block in heads), None)
        for row in rows:
            found |= _cells(flow, row, columns, legend)
        at += width + sum(map(len, rows))
    return found


def _rows(flow: Flow, below: Sequence[Block], columns: Columns, heads: Sequence[Block]) -> Iterator[Sequence[Block]]:
    """The rows below the heads, as long as their cells agree with them; the blank answer at the end of a numbered one has left nothing."""
    table, numbered = columns.table, _NUMBER_HEAD.fullmatch(squeeze(flow.words(heads[0]))) is not None
    assert table is not None
    at = 0
    while at < len(below):
        row = below[at : at + table.width]
        agree = sum(1 for _ in takewhile(lambda cell: _agrees(flow, cell[1], cell[0], table, numbered=numbered), enumerate(row)))
        unanswered = numbered and agree == table.replied == table.width - 1 and (len(row) == agree or _NUMBER.fullmatch(flow.words(row[agree])))
        if agree < table.width and not unanswered:
            return
        yield row[:agree]
        at += agree


def _agrees(flow: Flow, block: Block, place: int, table: Table, *, numbered: bool) -> bool:
    """Whether a cell holds what stands below its head: sentences below those of views and answers, a few words below the others."""
    words = squeeze(flow.words(block))
    whole = words[-1] in _SENTENCE_ENDS and not _NUMBER.fullmatch(words)
    if place == table.asked:
        return whole
    if place == table.replied:
        return whole or is_unanswered(words)
    if place == 0 and numbered:
        return _NUMBER.fullmatch(words) is not None
    if place == table.who:
        return is_party(words)
    return len(words) <= _LONGEST_CELL and "。" not in words


def _cells(flow: Flow, row: Sequence[Block], columns: Columns, legend: Legend | None) -> Mapping[int, Cell | None]:
    """The cells of a row that speak; who asks and who answers is named in a cell of his own, or by the head."""
    table = columns.table
    assert table is not None
    found: dict[int, Cell | None] = dict.fromkeys((block.start for block in row), None)
    words = columns.words or _WORDS
    asker, answerer = (legend.asker, legend.answerer) if legend is not None else (None, None)
    cells = [_cell(flow, row, table.asked, table.who, _label(flow, columns.asked, asker) or words[0])]
    if table.replied < len(row) and not is_unanswered(squeeze(flow.words(row[table.replied]))):
        cells.append(_cell(flow, row, table.replied, table.by, _label(flow, columns.replied, answerer) or words[1], answer=True))
    return found | {cell.start: cell for cell in cells}


def _cell(flow: Flow, row: Sequence[Block], place: int, who: int | None, label: str, *, answer: bool = False) -> Cell:
    """A cell that speaks, together with that of the name where it stands right before or behind it."""
    block, act = row[place], Act.ANSWER if answer else Act.UNSPECIFIED
    named = row[who] if who is not None and is_party(squeeze(flow.words(row[who]))) else None
    if who is None or named is None or abs(who - place) > 1:
        opened = Opening(answer, block.start, "opinion.cell", label=clean(flow.text[named.start : named.end]) if named is not None else label, act=act)
        return Cell(opened, block.start, block.end)
    opened = Opening(answer, block.start, "opinion.cell", (named.start, named.end), act=act, stop=block.end)
    return Cell(opened, min(block.start, named.start), max(block.end, named.end))


def _label(flow: Flow, head: Slice | None, voice: Voice | None) -> str | None:
    """Whom the head of a column names, or else a sentence above."""
    if head is not None:
        return clean(flow.text[slice(*head)])
    return voice.label if voice is not None else None
