"""Results stated in a line of their own: under a heading, or after 結論 and 【結果】."""

from __future__ import annotations

import re

from minutes_model.grammar.draft import Decided
from minutes_model.grammar.outcomes import is_decision, is_result, outcome_of
from minutes_model.layout import Block, Flow
from minutes_model.patterns import regex

__all__ = ["is_result_label", "labelled_result", "read_result", "result_line"]

_LABEL = regex(
    r"[(\[【<〈《・○●■◆→⇒]? ?(?:審[議査]|議決|採決|協議|検討|会議|処分|評価|表決|選定|点検|確認)? ?(?:の ?)?"
    r"(?:結 ?果|結 ?論|判 ?定|決 ?定(?:事項)?|答 ?申(?=[ :])|総 ?合 ?評 ?価(?=[ :)\]】>〉》]|$)(?!.{0,12}(?:入札|方式|落札|競争)))"
    r" ?(?:[)\]】>〉》] ?:? ?|: ?| +|$)"
    r"|[(\[【<〈《] ?(?:採 ?決|表 ?決|議 ?決) ?[)\]】>〉》] ?:? ?"
)
_LABEL_FIRST = frozenset(" (<[→⇒■◆○●〈《【の・会処判点確協審採検決答結総表評議選")
"""With what it begins: most lines are told by it to have none."""
_NONE = regex(r"(?:\(?\d+ ?点|特に|なし|資料|報告|説明|別紙|以上|意見|質疑|次回|承知)")
_NEGATIVE = regex(r"(?:なかった|なし|のみ|ありませんでした)。?$")
_HEARD = regex(r"[^、。]{2,24}(?:から|より)(?:の)?[^、。]{0,12}(?:報告|説明|聴取)(?:を受け|があり|を聴き|を聞き)")
"""管理課長から報告を受け、了承した: what was heard first is told too."""
_SHORT = 60
_CLOSING = {"[": "]", "【": "】", "<": ">", "《": "》", "〈": "〉", "≪": "≫"}


def read_result(flow: Flow, block: Block) -> Decided | None:
    """The decision a block states by itself, without the label before it.

    >>> from minutes_model.layout import lay_out
    >>> flow = lay_out("結論：事業の継続を妥当と認める。\\n原案どおり可決\\n資料のとおり")
    >>> [read_result(flow, block) is not None for block in flow.blocks]
    [True, True, False]
    """
    label = _label(flow, block)
    if label is not None and label.end() < block.end:
        return labelled_result(flow, label.end(), block.end)
    if block.end - block.start > _SHORT or "。" in flow.folded[block.start : block.end - 1]:
        return None
    start, end = block.start, block.end
    if _CLOSING.get(flow.folded[start]) == flow.folded[end - 1]:
        # 〔原案のとおり可決〕
        start, end = start + 1, end - 1
    words = flow.folded[start:end]
    return _decided(flow, start, end, words) if is_result(words, flow.habits.decisions) else None


def _label(flow: Flow, block: Block) -> re.Match[str] | None:
    return _LABEL.match(flow.folded, block.start, block.end) if flow.folded[block.start] in _LABEL_FIRST else None


def is_result_label(flow: Flow, block: Block) -> bool:
    """Whether a block only announces a result: 【結果】, 審議結果：."""
    if block.end - block.start > 16:
        return False
    label = _label(flow, block)
    return label is not None and label.end() == block.end


def result_line(flow: Flow, block: Block) -> Decided | None:
    """The result in a line with the label of one, between the turns of a transcript: →結果：原案どおり承認."""
    label = _label(flow, block)
    if label is None or not label.end() < block.end <= label.end() + _SHORT:
        return None
    words = flow.folded[label.end() : block.end].strip()
    decides = is_result(words, flow.habits.decisions) or (flow.folded[block.start] in "([【<〈《" and "。" not in words[:-1] and is_decision(words, flow.habits.decisions))
    return _decided(flow, label.end(), block.end, words) if decides else None


def labelled_result(flow: Flow, start: int, end: int) -> Decided | None:
    """The decision in ``flow.text[start:end]``, which a label announces as a result."""
    words = flow.folded[start:end].strip()
    if not words or _NONE.match(words) or _NEGATIVE.search(words) or _HEARD.match(words):
        return None
    return _decided(flow, start, end, words)


def _decided(flow: Flow, start: int, end: int, words: str) -> Decided:
    return Decided(start, end, outcome_of(words, flow.habits.decisions), rule="result")
