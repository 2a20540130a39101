"""Speakers' labels that a page prints over two lines: the office above, who holds it below, before his words."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from attrs import evolve

from minutes_model.grammar.turns import MARKS, may_be_side, plausible
from minutes_model.layout import Block, Flow
from minutes_model.patterns import regex
from minutes_model.people.families import possible_families
from minutes_model.people.plausible import title_suffix
from minutes_model.people.words import word_list
from minutes_model.text import squeeze

__all__ = ["join_labels"]

_LONGEST = 24
_SEVERAL = 2
_IN_BRACKETS = regex(r"\((?P<name>[一-龥々ヶノぁ-んァ-ヴー](?: ?[一-龥々ヶノぁ-んァ-ヴー]){1,8}?)(?:君|氏|さん|様)?\)(?P<gap> +(?=\S)|$)")


def join_labels(flow: Flow) -> Flow:
    """The flow with the lines of such labels joined: 事務局長 / （北原守）　定刻となりましたので、….

    >>> from minutes_model.layout import lay_out
    >>> flow = join_labels(lay_out("事務局長\\n（北原守）　始めます。\\n会計課長\\n（戸次蓮）　3件です。"))
    >>> [flow.words(block) for block in flow.blocks]
    ['事務局長 (北原守) 始めます。', '会計課長 (戸次蓮) 3件です。']
    """
    blocks = flow.blocks
    found = _labels(flow) if "\n(" in flow.folded else []
    if len(found) < _SEVERAL:
        return flow
    below = frozenset(i + 1 for i in found)
    ends = [blocks[i].end for i in found]
    joined = tuple(
        evolve(block, end=blocks[i + 1].end, hang=blocks[i + 1].hang) if i + 1 in below else block
        for i, block in enumerate(blocks) if i not in below
    )
    return evolve(flow, text=_spaced(flow.text, ends), folded=_spaced(flow.folded, ends), blocks=joined)


def _labels(flow: Flow) -> list[int]:
    """The blocks that are an office with its holder below; who stands below two offices, as （拍手） may, holds none."""
    names: dict[int, str] = {}
    offices: defaultdict[str, set[str]] = defaultdict(set)
    for i, (block, below) in enumerate(pairwise(flow.blocks)):
        words = _office(flow, block) if below.gap == 0 and flow.folded[below.start] == "(" else ""
        name = _holder(flow, i + 1) if words else None
        if name is not None:
            names[i] = name
            offices[name].add(words)
    return [i for i, name in names.items() if len(offices[name]) == 1]


def _holder(flow: Flow, index: int) -> str | None:
    """The name in brackets that a block begins with, words said behind it or on the next line."""
    block = flow.blocks[index]
    found = _IN_BRACKETS.match(flow.folded, block.start, block.end)
    if found is None:
        return None
    name, gap = squeeze(found["name"]), flow.text[slice(*found.span("gap"))]
    if gap == " " or not may_be_side(name) or plausible(name) or name in word_list("nouns") or not possible_families(name):
        return None
    spoken = block if gap else flow.blocks[min(index + 1, len(flow.blocks) - 1)]
    return name if flow.folded.find("。", spoken.start, spoken.end) > 0 else None


def _office(flow: Flow, block: Block) -> str:
    """The post that is all a paragraph says, a mark aside; nothing where it says more."""
    if block.end - block.start > _LONGEST or flow.folded[block.end - 1] in "。)」":
        return ""
    words = squeeze(flow.words(block))
    words = words[1:] if words[0] in MARKS else words
    return words if plausible(words) and title_suffix(words) is not None and "(" not in words else ""


def _spaced(words: str, ends: list[int]) -> str:
    """The words with a space instead of the line feed where lines are joined."""
    edges = [0, *(end + 1 for end in ends), len(words) + 1]
    return " ".join(words[start : end - 1] for start, end in pairwise(edges))
