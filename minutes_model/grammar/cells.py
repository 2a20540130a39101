"""Questions and answers of a table whose columns were lost: 意見・質問 | 回答, a cell a paragraph.

Nothing marks the paragraphs; the heads of both columns stand one right below the other, and the
cells alternate. They are read only where their words agree with that: each item holds pairs, most
first cells ask or want something, and no second one asks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from minutes_model.grammar.bullets import begins_report, reports
from minutes_model.grammar.column_heads import ASKS
from minutes_model.grammar.outcomes import is_decision
from minutes_model.layout import Flow
from minutes_model.patterns import regex

__all__ = ["paired_cells"]

_QUESTION = regex(r"[かね]。$|？$|\?$")
_EMPTY = regex(r"[-―ー—－/／]|\((?:なし|回答なし|意見のみ)\)")
"""The cell of an answer that nobody gave."""
_RESULT = regex(r"[【\[(〔](?:審[議査]|協議|検討|議決|採決)?の?(?:結果|結論|決定)[】\])〕]")


def paired_cells(flow: Flow, blocks: Sequence[int]) -> Mapping[int, bool]:
    """The cells among the paragraphs of an item, by their index: False where one asks, True where it replies."""
    cells = [index for index in blocks if _is_cell(flow, index)]
    if len(cells) % 2:
        # An answer may end as decisions do: 次回から図で示すこととする。
        cells = [index for index in blocks if _is_cell(flow, index, decides=True)]
    asked, replied = cells[::2], cells[1::2]
    if len(asked) != len(replied) or not cells:
        return {}
    asking = sum(ASKS.search(flow.words(flow.blocks[index])) is not None for index in asked)
    if asking * 2 < len(asked) or any(_QUESTION.search(flow.words(flow.blocks[index])) for index in replied):
        return {}
    if any(_EMPTY.fullmatch(flow.words(flow.blocks[index])) for index in asked):
        return {}
    answered = [index for index in replied if not _EMPTY.fullmatch(flow.words(flow.blocks[index]))]
    return dict.fromkeys(asked, False) | dict.fromkeys(answered, True)


def _is_cell(flow: Flow, index: int, *, decides: bool = False) -> bool:
    words = flow.words(flow.blocks[index])
    if _EMPTY.fullmatch(words):
        return True
    if _RESULT.match(words):
        return False
    told = reports(words) or begins_report(words) or (not decides and is_decision(words, flow.habits.decisions))
    return words.endswith(("。", "?")) and not told
