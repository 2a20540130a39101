"""The list of those present that stands below the whole record: 出席者名簿, where the header says 別紙のとおり or nothing."""

from __future__ import annotations

from minutes_model.grammar.draft import Slice
from minutes_model.grammar.label_words import LabelKind
from minutes_model.grammar.labels import Label, find_label
from minutes_model.layout import Block, Flow
from minutes_model.patterns import regex
from minutes_model.text import squeeze

__all__ = ["ATTACHED", "find_appended", "label_of_list"]

_HEADER = 40
"""In how many paragraphs the header says who was present."""
_LONGEST = 120
"""How many paragraphs a list below the record takes at most."""
_FEWEST = 2
_LONGEST_LINE = 60
"""How long a row without a full stop is at most."""
ATTACHED = regex(r"[(【<\[〈《]? ?(?:別 *紙|別 *添|別 *記|別 *表|参 *考)(?: ?(?:資料)?\d{0,2})? ?[)】>\]〉》]?")
"""別紙, alone above the list."""
_LIST = regex(r"[■□○●◎◇◆【<\[(〈《]?[^。、:]{0,40}(?:名簿|(?:出席|委員)者?一覧)(?:表)?[】>\])〉》]?(?:\([^()]*\))*")
"""出席者名簿（順不同、敬称略）, 第３回検討会　出席者名簿, without white space."""
_ELSEWHERE = regex(r"別紙|別添|別記|末尾|巻末|文末|後掲|後述|後記|最終(?:頁|ページ)|名簿")
_SENTENCE = 10
"""Of how many characters a sentence is at least."""


def find_appended(flow: Flow) -> int:
    """The first paragraph of a list of those present below the record; the number of paragraphs where there is none.

    Only where the header says that another list tells who was present, or says nothing of it and the list does (出席者名簿, not 委員名簿).
    """
    blocks = flow.blocks
    start = _start(flow)
    if start == len(blocks) or not any(_is_sentence(flow.words(block)) for block in blocks[:start]):
        return len(blocks)
    told = _tells_who(flow, blocks[: min(start, _HEADER)])
    if told or (told is None and "席" not in flow.words(blocks[start])):
        return len(blocks)
    return start - 1 if start and ATTACHED.fullmatch(flow.words(blocks[start - 1])) else start


def _start(flow: Flow) -> int:
    """The last paragraph that heads a list of people with rows to the end of the document below it."""
    blocks = flow.blocks
    for index in range(len(blocks) - 1, max(-1, len(blocks) - _LONGEST), -1):
        words = flow.words(blocks[index])
        if _is_sentence(words) or len(words) > 2 * _LONGEST_LINE:
            break
        if "名簿" in squeeze(words) or "一覧" in words:
            below = len(blocks) - index - 1
            return index if below >= _FEWEST and label_of_list(flow, blocks[index]) is not None else len(blocks)
    return len(blocks)


def _is_sentence(words: str) -> bool:
    return len(words) > _SENTENCE and words.rstrip("」』)").endswith(("。", "？", "?"))


def label_of_list(flow: Flow, block: Block) -> Label | None:
    """The label of a list of people that stands alone on its line."""
    found = find_label(flow, block)
    if found is not None and found.kind is LabelKind.PEOPLE:
        return found
    words = squeeze(flow.words(block))
    return Label(LabelKind.PEOPLE, "出席者名簿", block.start, block.end, block.end, "") if _LIST.fullmatch(words) else None


def _tells_who(flow: Flow, header: tuple[Block, ...]) -> bool | None:
    """Whether the header itself lists who was present; False where it says of anybody that another list does, None where it says nothing."""
    told: bool | None = None
    for at, block in enumerate(header):
        label = find_label(flow, block)
        if label is not None and label.kind is LabelKind.BODY:
            break
        if label is None or label.kind is not LabelKind.PEOPLE or "。" in flow.folded[label.value : block.end]:
            continue
        value: Slice = (label.value, block.end)
        words = squeeze(flow.folded[slice(*value)]) or (squeeze(flow.words(header[at + 1])) if at + 1 < len(header) else "")
        if _ELSEWHERE.search(words) is not None:
            return False
        told = True
    return told
