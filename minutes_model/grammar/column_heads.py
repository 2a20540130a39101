"""The heads of a table of questions and answers: 意見・質問 | 回答, 意見・質問（委員） | 回答（県）."""

from __future__ import annotations

from attrs import frozen

from minutes_model.grammar.draft import Slice
from minutes_model.layout import Block, Flow
from minutes_model.patterns import regex
from minutes_model.text import squeeze

__all__ = ["ASKS", "Columns", "find_columns", "row_cut"]

ASKS = regex(r"(?:か|たい|欲しい|ほしい|べきだ|べきである|必要がある|必要ではない|よいと思う|にくい|いかが|疑問である|疑問に思う|疑問に思いました|思われる|望む|願う|求める)。$")
"""How the words of a first cell end: they ask or want something."""
_GAP = regex(r"(?<=[。?]) {2,}(?=\S)")
_VIEW = "(?:御?意見|質問|質疑|指摘|要望)"
_PARTY = r"(?:\((?P<party>[^()]{1,12})\))?"
_ASKED = regex(rf"(?:各?委員(?:から)?の)?(?:主な)?{_VIEW}(?:(?:・|、|及び|又は|や){_VIEW})*(?:等|事項|内容)?{_PARTY}")
_REPLIED = regex(rf"(?:[一-龥]{{1,8}}の)?(?:回答|答弁)(?:(?:・|、|及び)(?:回答|答弁|説明|対応|考え方|見解))*(?:等|内容)?{_PARTY}")
_MEMBERS = regex(r"(?:各)?委員(?:側)?")
_OTHERS = regex(r"(?!委員|氏名|所属|備考|役職|職名|出欠|資料)[一-龥]{1,6}(?:側)?")
_LONGEST = 64
_CELL = regex(r"\S+(?: \S+)*")
"""The words of a cell, which wide gaps part from those of the next."""
_BOTH = 2
_PARTED = 24
"""From which column on the second head stands far enough right for its cells to be told by their indent."""


@frozen(eq=False, repr=False)
class Columns:
    """The places of the words in brackets behind the heads, which name a side, and the indent from which on a cell is an answer.

    ``right`` is 0 where the columns are not printed beside each other.
    """

    asked: Slice | None = None
    replied: Slice | None = None
    right: int = 0


def find_columns(flow: Flow) -> Columns | None:
    """The heads of a column of questions and one of answers, beside or right below each other; None without them.

    >>> from minutes_model.layout import lay_out
    >>> find_columns(lay_out("意見・質問\\n\\n回　　答\\n\\n落札率はどうか。")) is None
    False
    """
    above: Block | None = None
    for block in flow.blocks:
        short = block.end - block.start <= _LONGEST
        if short and "答" in flow.words(block):
            cells = _cells(flow, block)
            if len(cells) == _BOTH and _are_heads(flow, cells[0], cells[1]):
                return _columns(flow, cells[0], cells[1], _column(flow, block, cells[1][0]))
            if len(cells) == 1 and (beside := _beside(flow, block)) is not None:
                return _columns(flow, *beside)
            if above is not None and _are_heads(flow, (above.start, above.end), (block.start, block.end)):
                return _columns(flow, (above.start, above.end), (block.start, block.end))
        elif short and "委員" in flow.words(block)[:4] and (sides := _sides(flow, block)) is not None:
            return sides
        above = block if short else None
    return None


def _cells(flow: Flow, block: Block) -> list[Slice]:
    return [cell.span() for cell in _CELL.finditer(flow.folded, block.start, block.end)]


def _sides(flow: Flow, block: Block) -> Columns | None:
    """Heads that name the sides alone: 委員 | 公社, with a question in a row below."""
    cells = _cells(flow, block)
    if len(cells) != _BOTH or not (_MEMBERS.fullmatch(flow.folded, *cells[0]) and _OTHERS.fullmatch(flow.folded, *cells[1])):
        return None
    return Columns(cells[0], cells[1]) if any(row_cut(flow, below) is not None for below in flow.blocks if below.start > block.start) else None


def _beside(flow: Flow, block: Block) -> tuple[Slice, Slice] | None:
    """Two heads that a single space parts."""
    first, gap, second = flow.words(block).strip().partition(" ")
    if not gap or " " in second:
        return None
    cut = block.start + len(first)
    return ((block.start, cut), (cut + 1, block.end)) if _are_heads(flow, (block.start, cut), (cut + 1, block.end)) else None


def _are_heads(flow: Flow, first: Slice, second: Slice) -> bool:
    return _ASKED.fullmatch(squeeze(flow.folded[slice(*first)])) is not None and _REPLIED.fullmatch(squeeze(flow.folded[slice(*second)])) is not None


def _columns(flow: Flow, first: Slice, second: Slice, right: int = 0) -> Columns:
    return Columns(_party(flow, first), _party(flow, second), right // 2 if right >= _PARTED else 0)


def _party(flow: Flow, cell: Slice) -> Slice | None:
    """The place of the words in brackets at the end of a head."""
    start, end = cell
    while end > start and flow.folded[end - 1] == " ":
        end -= 1
    if flow.folded[end - 1] != ")":
        return None
    return flow.folded.rindex("(", start, end) + 1, end - 1


def _column(flow: Flow, block: Block, at: int) -> int:
    """The printed column, in half widths, at which a place in a block stands."""
    return block.indent + sum(1 if character.isascii() else 2 for character in flow.text[block.start : at])


def row_cut(flow: Flow, block: Block) -> int | None:
    """Where the answer begins in a row printed on one line: …行っているのか。　　…実施している。"""
    found = list(_GAP.finditer(flow.folded, block.start, block.end))
    if len(found) != 1 or flow.folded[block.end - 1] != "。":
        return None
    return found[0].end() if ASKS.search(flow.folded, block.start, found[0].start()) else None
