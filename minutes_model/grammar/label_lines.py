"""Speakers' labels that a page prints over two lines: the office above, who holds it in brackets before his words."""

from __future__ import annotations

from itertools import pairwise

from attrs import evolve

from minutes_model.grammar.turns import may_be_side, plausible
from minutes_model.layout import Block, Flow
from minutes_model.patterns import regex
from minutes_model.people.plausible import title_suffix
from minutes_model.text import squeeze

__all__ = ["join_labels"]

_LONGEST = 24
_SEVERAL = 2
_NAMED = regex(r"\((?P<name>[一-龥々ヶノぁ-んァ-ヴー](?: ?[一-龥々ヶノぁ-んァ-ヴー]){1,8})\)(?P<gap> +)(?=\S)")


def join_labels(flow: Flow) -> Flow:
    """The flow with the lines of such labels joined: 事務局長 / （北居守）　定刻となりましたので、….

    >>> from minutes_model.layout import lay_out
    >>> flow = join_labels(lay_out("事務局長\\n（北居守）　始めます。\\n会計課長\\n（戸次蓮）　3件です。"))
    >>> [flow.words(block) for block in flow.blocks]
    ['事務局長 (北居守) 始めます。', '会計課長 (戸次蓮) 3件です。']
    """
    if "\n(" not in flow.folded:
        return flow
    blocks = flow.blocks
    found = [i for i in range(len(blocks) - 1) if _names_holder(flow, blocks[i + 1]) and _is_office(flow, blocks[i])]
    if len(found) < _SEVERAL:
        return flow
    above, below = frozenset(found), frozenset(i + 1 for i in found)
    ends = [blocks[i].end for i in found]
    joined = tuple(
        evolve(block, end=blocks[i + 1].end, hang=blocks[i + 1].hang) if i in above else block
        for i, block in enumerate(blocks) if i not in below
    )
    return evolve(flow, text=_spaced(flow.text, ends), folded=_spaced(flow.folded, ends), blocks=joined)


def _names_holder(flow: Flow, block: Block) -> bool:
    """Whether a paragraph is a name in brackets and, behind a gap, words said: no （拍手）, and nobody's label by itself, as （会長） is."""
    found = _NAMED.match(flow.folded, block.start, block.end) if flow.folded[block.start] == "(" else None
    if found is None or flow.folded.find("。", found.end(), block.end) < 0:
        return False
    gap, name = flow.text[slice(*found.span("gap"))], squeeze(found["name"])
    return (len(gap) > 1 or gap == "\u3000") and may_be_side(name) and not plausible(name)


def _is_office(flow: Flow, block: Block) -> bool:
    """Whether a paragraph is nothing but a post."""
    if block.end - block.start > _LONGEST or flow.folded[block.end - 1] in "。)":
        return False
    words = squeeze(flow.words(block))
    return plausible(words) and title_suffix(words) is not None and "(" not in words


def _spaced(words: str, ends: list[int]) -> str:
    """The words with a space instead of the line feed where lines are joined."""
    edges = [0, *(end + 1 for end in ends), len(words) + 1]
    return " ".join(words[start : end - 1] for start, end in pairwise(edges))
