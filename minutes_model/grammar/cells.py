"""Questions and answers of a table whose columns were lost: 意見・質問 | 回答, a cell a paragraph.

Nothing marks the paragraphs; the heads of both columns stand one right below the other, and the
cells alternate. They are read only where their words agree with that: each item holds pairs, most
first cells ask or want something, and no second one asks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from enum import Enum, auto

from minutes_model.grammar.bullets import begins_report, reports
from minutes_model.grammar.column_heads import ASKS
from minutes_model.grammar.outcomes import is_decision
from minutes_model.layout import Flow
from minutes_model.patterns import regex

__all__ = ["Part", "bulleted_cells", "paired_cells"]

_QUESTION = regex(r"[かね]。$|？$|\?$")
_ASKS_FIRST = regex(r"(?:か|れたい|いただきたい|願いたい|ほしい|欲しい)。(?=[^ ])")
"""…理由を説明されたい。著作権は局に帰属しているはずである。: what is asked before why."""
_OBJECTS = regex(r"(?:適切|妥当|十分|適正|適当|合理的)で(?:は)?ない。$|(?:問題|疑問|不適切|不十分|不自然)(?:である|だ|がある|が残る)。$")
"""How a first cell ends that finds fault."""
_PLANS = regex(r"(?:て(?:い(?:る|ます)|おり?ます|まいります|いく|いきます)|(?:予定|ところ)(?:である|です)|(?:いた)?し(?:ます|ました)|こととし(?:た|ている|ています))。$")
"""次回からは、…長く取ることを検討しています。: how a further paragraph of an answer ends."""
_INTENDS = regex(r"(?:こととし|(?<![いおご])[一-龥]し|てい[きく]|てまいり|(?:進め|改め|努め|行い|図り|続け))たい。$")
"""今後は図で示すこととしたい。: what an office means to do."""
_EMPTY = regex(r"[-―ー—－/／]|\((?:なし|回答なし|意見のみ)\)")
"""The cell of an answer that nobody gave."""
_NUMBER = regex(r"\d{1,3}")
_SEVERAL = 2
_RESULT = regex(r"[【\[(〔](?:審[議査]|協議|検討|議決|採決)?の?(?:結果|結論|決定)[】\])〕]|(?:審[議査]|協議|検討|評価)の?(?:結果|結論)(?: |:)")


class Part(Enum):
    """What a cell holds: a question, the answer to it, or a further paragraph of the answer above."""

    ASKS = auto()
    REPLIES = auto()
    GOES_ON = auto()


def paired_cells(flow: Flow, blocks: Sequence[int]) -> Mapping[int, Part]:
    """The cells among the paragraphs of an item, by their index.

    >>> from minutes_model.layout import lay_out
    >>> flow = lay_out("応札者が1者なのはなぜですか。\\n\\n工期が短いためと聞いています。\\n\\n来年度は早く公告することを検討しています。")
    >>> [part.name for part in paired_cells(flow, range(3)).values()]
    ['ASKS', 'REPLIES', 'GOES_ON']
    """
    cells = [index for index in blocks if _is_cell(flow, index)]
    if len(cells) % 2:
        # An answer may end as decisions do: 次回から図で示すこととする。
        cells = [index for index in blocks if _is_cell(flow, index, decides=True)]
    return _alternating(flow, cells) or _below_numbers(flow, blocks) or _running_on(flow, cells)


def _below_numbers(flow: Flow, blocks: Sequence[int]) -> Mapping[int, Part]:
    """Cells in rows whose numbers stand alone above them, counted on: 9 / …と聞いた。 / …指導する。 / 10 / …."""
    rows: list[tuple[int, list[int]]] = []
    for index in blocks:
        number = _NUMBER.fullmatch(flow.words(flow.blocks[index]))
        if number is not None:
            rows.append((int(number[0]), []))
        elif rows and _is_cell(flow, index, decides=True):
            rows[-1][1].append(index)
    numbers = [number for number, _ in rows]
    if len(rows) < _SEVERAL or numbers != list(range(numbers[0], numbers[0] + len(rows))) or not all(0 < len(cells) <= _SEVERAL for _, cells in rows):
        return {}
    if any(_QUESTION.search(flow.words(flow.blocks[index])) for _, cells in rows for index in cells[1:]):
        return {}
    parts = (zip(cells, (Part.ASKS, Part.REPLIES), strict=False) for _, cells in rows)
    return {index: part for pairs in parts for index, part in pairs if not _EMPTY.fullmatch(flow.words(flow.blocks[index]))}


def bulleted_cells(flow: Flow, blocks: Sequence[int], marked: Set[int]) -> Mapping[int, Part]:
    """The cells among paragraphs each of which begins with one mark, those at ``marked``: most first ones ask, and no second one does.

    ・応札者が１者なのはなぜか。 / ・工期が短いためである。, and below it perhaps a line without the mark.
    """
    cells = [index for index in blocks if index in marked]
    asked, replied = ([flow.words(flow.blocks[index]) for index in cells[begin::2]] for begin in (0, 1))
    asking = sum(ASKS.search(words) is not None or "か。" in words for words in asked)
    if not asking or len(asked) != len(replied) or asking * 2 < len(asked) or any(_wants(words) for words in replied):
        return {}
    replies = frozenset(cells[1::2])
    further = {
        index: Part.GOES_ON for index in blocks
        if index not in marked and (index - 1) in replies and not flow.blocks[index].gap and _is_cell(flow, index)
    }  # fmt: skip
    return dict.fromkeys(cells[::2], Part.ASKS) | dict.fromkeys(replies, Part.REPLIES) | further


def _wants(words: str) -> bool:
    """Whether words end as a question or a wish does; what an office means to do (示すこととしたい。) is none."""
    return ASKS.search(words) is not None and _INTENDS.search(words) is None


def _running_on(flow: Flow, cells: Sequence[int]) -> Mapping[int, Part]:
    """Cells that alternate but for answers of several paragraphs, of which each further one tells what is done or planned."""
    parts: dict[int, Part] = {}
    above: Part | None = None
    for index in cells:
        above = _behind(above, flow.words(flow.blocks[index]))
        if above is None:
            return {}
        parts[index] = above
    kinds = Counter(parts.values())
    return parts if above is not Part.ASKS and kinds[Part.GOES_ON] <= kinds[Part.ASKS] else {}


def _behind(above: Part | None, words: str) -> Part | None:
    """What a cell holds, by the one above it; None where its words do not agree with that."""
    if ASKS.search(words) is not None:
        return None if above is Part.ASKS else Part.ASKS
    if above is None or _EMPTY.fullmatch(words):
        return None
    if above is Part.ASKS:
        return Part.REPLIES
    return Part.GOES_ON if _PLANS.search(words) else None


def _alternating(flow: Flow, cells: Sequence[int]) -> Mapping[int, Part]:
    """Cells each other of which replies."""
    asked, replied = cells[::2], cells[1::2]
    if len(asked) != len(replied) or not cells:
        return {}
    words = [flow.words(flow.blocks[index]) for index in asked]
    asking = sum(ASKS.search(one) is not None for one in words)
    told = len(words) > 1 and all(ASKS.search(one) or _ASKS_FIRST.search(one) or _OBJECTS.search(one) for one in words)
    if (asking * 2 < len(asked) and not told) or any(_QUESTION.search(flow.words(flow.blocks[index])) for index in replied):
        return {}
    if any(_EMPTY.fullmatch(flow.words(flow.blocks[index])) for index in asked):
        return {}
    answered = [index for index in replied if not _EMPTY.fullmatch(flow.words(flow.blocks[index]))]
    return dict.fromkeys(asked, Part.ASKS) | dict.fromkeys(answered, Part.REPLIES)


def _is_cell(flow: Flow, index: int, *, decides: bool = False) -> bool:
    words = flow.words(flow.blocks[index])
    if _EMPTY.fullmatch(words):
        return True
    if _RESULT.match(words) or words[0] == "※":
        return False
    told = reports(words) or begins_report(words) or (not decides and is_decision(words, flow.habits.decisions))
    return words.endswith(("。", "?")) and not told
