"""Questions and answers of a table whose columns were lost: 意見・質問 | 回答, a cell a paragraph.

Nothing marks the paragraphs; the heads of both columns stand one right below the other, and the
cells alternate. They are read only where their words agree with that: each item holds pairs, most
first cells ask or want something, and no second one asks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from minutes_model.grammar.bullets import begins_report, reports
from minutes_model.grammar.outcomes import is_decision
from minutes_model.layout import Block, Flow
from minutes_model.patterns import regex

__all__ = ["paired_cells", "row_cut"]

_ASKS = regex(r"(?:か|たい|欲しい|ほしい|べきだ|べきである|必要がある|必要ではない|よいと思う|にくい|いかが|疑問である|疑問に思う|疑問に思いました|思われる|望む|願う|求める)。$")
_GAP = regex(r"(?<=[。?]) {2,}(?=\S)")
_QUESTION = regex(r"[かね]。$|？$|\?$")


def paired_cells(flow: Flow, blocks: Sequence[int]) -> Mapping[int, bool]:
    """The cells among the paragraphs of an item, by their index: False where one asks, True where it replies."""
    cells = [index for index in blocks if _is_cell(flow, index)]
    asked, replied = cells[::2], cells[1::2]
    if len(asked) != len(replied) or not cells:
        return {}
    asking = sum(_ASKS.search(flow.words(flow.blocks[index])) is not None for index in asked)
    if asking * 2 < len(asked) or any(_QUESTION.search(flow.words(flow.blocks[index])) for index in replied):
        return {}
    return dict.fromkeys(asked, False) | dict.fromkeys(replied, True)


def row_cut(flow: Flow, block: Block) -> int | None:
    """Where the answer begins in a row printed on one line: …行っているのか。　　…実施している。"""
    found = list(_GAP.finditer(flow.folded, block.start, block.end))
    if len(found) != 1 or flow.folded[block.end - 1] != "。":
        return None
    return found[0].end() if _ASKS.search(flow.folded, block.start, found[0].start()) else None


def _is_cell(flow: Flow, index: int) -> bool:
    words = flow.words(flow.blocks[index])
    return words.endswith(("。", "?")) and not (reports(words) or begins_report(words) or is_decision(words, flow.habits.decisions))
