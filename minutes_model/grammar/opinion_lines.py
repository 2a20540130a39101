"""Lines beside a list of opinions that hold no words of anybody: its legend, the heads of its columns, who came, who explained."""

from __future__ import annotations

from minutes_model.grammar.bullets import reported_in_brackets
from minutes_model.grammar.column_heads import are_heads, are_table_heads, is_one_of_heads
from minutes_model.grammar.draft import Entry, Said, Slice, Told
from minutes_model.grammar.legend import Legend, is_party
from minutes_model.grammar.stages import is_stage, lettered_part, read_movement
from minutes_model.layout import Block, Flow
from minutes_model.model.enums import Act, SpeechMode
from minutes_model.patterns import regex

__all__ = ["read_line"]

_COUNT = regex(r"(?:No|NO|№)[. ]?\d{1,3}")
_COUNTS = frozenset("N№")
_ENCLOSES = frozenset("([<〈《【―—─~-")
_EXPLAINS = regex(r"[\[【<〈《](?P<who>[^()\[\]【】<>]{2,12}?)(?:からの|より|の)?(?:説明|報告)[\]】>〉》] *(?:[^。]{0,30}(?:により|に基づき|に沿って|を用いて|について)[^。]{0,8}(?:説明|報告)(?:した|があった)?。?)")
_FACT = regex(
    r" *(?:資格種別|業種|種別|選定理由|抽出理由|(?:発注|担当|所管)(?:部局|部署|機関|課)名?|契約(?:の?相手方|金額|締結日|年月日|方式|方法|期間|業者)|入札(?:方式|方法|年月日|参加者数|者数)|"
    r"応[札募](?:者|業者)数|指名(?:業者|者)数|参加(?:業者|者)数|落札(?:率|者|業者|金額)|履行(?:期間|期限)|工期|工種|予定価格|調査基準価格|工事(?:場所|種別|概要))(?:等)? *: *[^。]{0,60}$"
)
"""契約金額　：187,550,000円: what is known of a case, above what was asked about it."""
_LONGEST_FACT = 16
_BEFORE_LEGEND = 8
_BEHIND_LEGEND = 12
"""How many characters a line may hold beside the legend it consists of."""


def read_line(flow: Flow, block: Block, legend: Legend | None) -> Entry | None:
    """What a line tells by its form alone, whatever stands around it; None where it may be of the list.

    >>> from minutes_model.layout import lay_out
    >>> flow = lay_out("＜第１申請者　退室＞\\n（経営企画課から説明）\\n・歩道が狭い。")
    >>> [type(read_line(flow, block, None)).__name__ for block in flow.blocks]
    ['Moved', 'Said', 'NoneType']
    """
    rule = _rule_of(flow, block, legend)
    if rule is not None:
        return Told(block.start, block.end, True, rule)
    moved = read_movement(flow, block) if is_stage(flow, block) else None
    return moved if moved is not None else _explained(flow, block)


def _rule_of(flow: Flow, block: Block, legend: Legend | None) -> str | None:
    """What a line is that says nothing: the legend, a number on a line of its own (No.2), the heads of a table's columns."""
    if legend is not None and legend.places and _is_legend(flow, block, legend):
        return "legend"
    if flow.folded[block.start] in _COUNTS and _COUNT.fullmatch(flow.words(block)):
        return "number"
    if lettered_part(flow, block) is not None:
        return "part"
    if flow.folded.find(":", block.start, min(block.end, block.start + _LONGEST_FACT)) >= 0 and _FACT.match(flow.folded, block.start, block.end) is not None:
        return "facts"
    columns = legend is not None and legend.cells is not None
    return "columns" if are_table_heads(flow, block) or (columns and (are_heads(flow, block) or is_one_of_heads(flow, block))) else None


def _is_legend(flow: Flow, block: Block, legend: Legend) -> bool:
    """Whether a line is nothing but the legend."""
    within = [place for place in legend.places if block.start <= place[0] < block.end]
    if not within:
        return False
    enclosed = flow.folded[block.start] == "(" and flow.folded[block.end - 1] == ")"
    return enclosed or (block.end - within[-1][1] <= _BEHIND_LEGEND and within[0][0] - block.start <= _BEFORE_LEGEND)


def _explained(flow: Flow, block: Block) -> Said | None:
    """A line in brackets that tells who explained the item: （経営企画課から説明）, or a label and by what papers: 〔事務局説明〕　資料１により説明。"""
    if flow.folded[block.start] not in _ENCLOSES:
        return None
    who = _who_explained(flow, block)
    return None if who is None else Said(
        "explanation", block.start, block.end, who, None, None, act=Act.EXPLANATION, rule="opinion.bracket", mode=SpeechMode.TOPIC
    )  # fmt: skip


def _who_explained(flow: Flow, block: Block) -> Slice | None:
    who = reported_in_brackets(flow.words(block), flow.habits.houses | flow.habits.sides)
    if who is not None:
        return block.start + who[0], block.start + who[1]
    found = _EXPLAINS.fullmatch(flow.folded, block.start, block.end)
    return found.span("who") if found is not None and is_party(found["who"]) else None
