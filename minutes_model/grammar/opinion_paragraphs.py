"""Whether a paragraph goes on with the speech above it, or only tells of the meeting again."""

from __future__ import annotations

from minutes_model.grammar.bullets import introduces, reports
from minutes_model.grammar.draft import Said
from minutes_model.grammar.openings import PRESENTED
from minutes_model.grammar.outcomes import is_decision
from minutes_model.layout import FRAME, Block, Flow
from minutes_model.passing import passing
from minutes_model.patterns import regex

__all__ = ["LABELS", "Shape", "goes_on", "leads_on"]

LABELS = frozenset(("opinion.part", "opinion.bracket", "opinion.colon", "opinion.gap"))
"""The rules of openings that name a part or a side."""
_GO_ON = LABELS | {"opinion.legend", PRESENTED}
"""What opens a speech whose further paragraphs need not stand deeper than its first line."""
_CLOSES = regex(
    r"(?:以上|これら|(?:採点|投票|集計|審査|評価)の結果|審[議査]|採決|協議|検討|議論|質疑|討[論議]|採点|投票|審査|次回|次に、|続いて|よって|本[件案]|原案|"
    r"異議なく|全会一致|全員|互選)"
)
_TALLIED = regex(r"(?:採点|投票|集計|開票|審査|評価)の結果(?:は|、)")
_FINISHED = "。」?!)』"
_NEXT = regex(r" *次回(?:の[^、。]{1,12})?は、?[^。]*(?:開催|予定|実施|開[くき])(?:(?:する|します|とする|である|です|ます)?。?|[^。]*(?:こととした|こととされた|こととなった)。)$")
"""次回は、10月上旬に開催する。, below a blank line."""
_HEADED = regex(r"[<〈《【\[≪][^<>〈〉《》【】\[\]≪≫。]{2,16}[>〉》】\]≫]")
"""＜質疑応答＞, on a line of its own."""
_MOVES = regex(r"(?:[^、。「」]{1,16}、)?[^、。「」]{1,24}[がは]、?(?:[^。「」]{0,30}(?:により|から|ため|で)、?)?(?:入室|退室|退席|退出|入場|退場|離席|着席|復席)(?:し|した|しました)(?:[、。])")
"""設置者が退室し、審議を行った。, 仰木審査官は所用により退席した。"""
_NO_QUESTION = regex(r"[(\[【<〈《] ?(?:討 ?論|採 ?決|表 ?決|議 ?決|賛 ?否|(?:審[査議]の?)?結 ?[果論]|まとめ) ?[)\]】>〉》]")
"""【討論】 beside 【質疑】 and 【答弁】."""
_LEADS = regex("(?:次|以下|下記)の")
_FROM = regex("から|より")
_ADDS = regex(r"(?:また|なお|ただし|さらに|加えて|併せて|あわせて|一方|具体的に(?:は)?|このため|そのため|したがって|例えば|しかし)、")
"""How a paragraph begins that adds to the one above."""
_SHORT_LEAD = 48


@passing(eq=False, repr=False)
class Shape:
    """How a speech is printed: the indents of its opening and of its words, the column where they begin behind a letter, 0 where that is near, and the blank lines above."""

    base: int = 0
    inner: int = 0
    column: int = 0
    gap: int = 0


def leads_on(words: str) -> bool:
    """Whether a paragraph leads to opinions below it: 委員から次の意見があった。"""
    return introduces(words) and ("。" not in words or _LEADS.search(words) is not None)


def goes_on(flow: Flow, said: Said, shape: Shape, block: Block) -> bool:
    """Whether a paragraph that nothing opens is of the speech above it, by where it stands and by what it tells.

    >>> from minutes_model.layout import lay_out
    >>> flow = lay_out("委員　歩道が狭い。\\n　　　道も暗い。\\n以上の意見があった。")
    >>> said = Said("remark", 0, 9, (0, 2), (3, 9), rule="opinion.gap")
    >>> [goes_on(flow, said, Shape(), block) for block in flow.blocks[1:]]
    [True, False]
    """
    words = flow.words(block)
    if flow.folded[said.end - 1] not in _FINISHED and _is_broken(flow, block):
        return True
    if shape.column and block.indent == shape.column and block.gap == 0 and said.rule == "opinion.part":
        # Right below the words, which a letter and its gap set far in: Ａ３  専門家の助言を受け… / また、….
        return True
    if _tells(flow, words, block, shape):
        return False
    if block.indent > shape.base:
        return block.indent >= shape.inner or shape.inner == shape.base
    below = shape.inner == shape.base and said.rule in (_GO_ON if words.endswith("。") and words[0] not in "([【<〈《※" else LABELS)
    # Where a blank line stands between all paragraphs, only its first words tell that one goes on.
    near = block.gap == 0 or (block.gap == shape.gap and said.rule in LABELS and _ADDS.match(words) is not None)
    return below and near and not is_decision(words, flow.habits.decisions)


def _tells(flow: Flow, words: str, block: Block, shape: Shape) -> bool:
    """Whether a paragraph tells of the meeting: what was decided, who left, what comes next."""
    decides = is_decision(words, flow.habits.decisions)
    if (words.endswith("。") and decides) or _HEADED.fullmatch(words) or _NO_QUESTION.match(words):
        return True
    if len(words) <= _SHORT_LEAD and words.endswith("。") and _FROM.search(words) is not None and leads_on(words):
        # 一方、委員から次のような注文も出された。
        return True
    if _TALLIED.match(words) or (block.gap and _NEXT.match(words)):
        return True
    told = words.endswith("た。") and block.indent <= shape.base
    return bool(reports(words) or _MOVES.match(words) or (_CLOSES.match(words) and (told or decides or leads_on(words))))


def _is_broken(flow: Flow, block: Block) -> bool:
    """Whether an unfinished paragraph may go on here: over a page's end, or the next line."""
    before, here = flow.source(block.start - 2), flow.source(block.start)
    return block.gap == 0 or any(before <= start < here and kind != FRAME for start, _, kind in flow.furniture)
