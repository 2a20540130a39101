"""What the paragraphs of an item have in common, before the first of them is read: their marks, signatures, cells and presentations."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from itertools import pairwise

from minutes_model.grammar.bullets import Bullet, Bullets, find_bullets, opening
from minutes_model.grammar.column_heads import ASKS
from minutes_model.grammar.led import Led, greeting, led_paragraphs
from minutes_model.grammar.legend import ARROWS, Intro, Legend, answers, is_party
from minutes_model.grammar.opening_words import (
    ends_signed,
    has_heads,
    is_signature,
    marks_before_names,
    replies_by_word,
)
from minutes_model.grammar.openings import Openings
from minutes_model.grammar.opinion_cells import Cell, Cells
from minutes_model.grammar.stacked_tables import stacked_cells
from minutes_model.layout import Block, Flow
from minutes_model.model.enums import Act
from minutes_model.passing import passing
from minutes_model.patterns import regex
from minutes_model.text import squeeze

__all__ = ["Surveyed", "survey"]

_WORDED = "回答"
"""Beside the marks of opinions, that words (質問, 意見, 回答) open them."""
_REPLY_OPENS = frozenset(f"([【<{ARROWS}")
_IS_QUOTED = regex(r". ?「.*」(?: ?\([^()]{1,12}\))?")
"""・「…」, a point that is a quotation as a whole."""


@passing(eq=False, repr=False)
class Surveyed:
    """What is known of an item: how its speeches open, its cells, who speaks below sentences that lead, by where the paragraph starts.

    ``introduced`` is True where what stands there is opinions without a word that says so; ``answered`` are the marks below whose points arrows stand,
    ``sides`` where sides stand alone on their lines by turns, each above its points, ``stacked`` the lines of tables that have a cell a line.
    """

    openings: Openings
    cells: Cells | None
    led: Mapping[int, Led]
    introduced: bool
    answered: Set[str | None]
    sides: Set[int]
    stacked: Mapping[int, Cell | None]


def survey(flow: Flow, blocks: Sequence[int], legend: Legend | None, *, introduced: bool, usual: set[str], title: str, item: str) -> Surveyed:
    """Look over the paragraphs of an item; the marks of its opinions are added to ``usual``, those of the items before it."""
    right = legend.cells.right if legend is not None and legend.cells is not None else 0
    introduced = introduced or right > 0
    bullets = find_bullets(flow, blocks, legend, introduced=introduced, usual=_usual(flow, blocks, usual) | _signed_marks(flow, blocks))
    if bullets is not None:
        usual |= bullets.marks
    cells = Cells.of(flow, blocks, legend, bullets)
    signatures = _signatures(flow, blocks, bullets)
    openings = Openings(
        flow, legend, bullets, _told_so_far(flow, blocks, legend), signed=signatures > (not usual - {_WORDED}),
        headed=bullets is not None and has_heads(flow, bullets), right=right,
        named=marks_before_names(flow, bullets) if bullets is not None else frozenset(),
        worded=_WORDED in usual or any(replies_by_word(flow, flow.blocks[index]) for index in blocks),
    )  # fmt: skip
    if openings.worded:
        usual.add(_WORDED)

    def opens(block: Block) -> bool:
        return (openings.find(block) or openings.by_gap(block)) is not None

    led = {} if cells is not None and cells.alone else _led(flow, blocks, bullets, opens, title, item, answered=openings.told.answerer is not None)
    return Surveyed(
        openings, cells, {flow.blocks[index].start: one for index, one in led.items()}, introduced,
        _answered_by_arrows(flow, blocks, bullets) if bullets is not None and not signatures else frozenset(),
        _sides_above(flow, blocks, bullets) if bullets is not None else frozenset(), stacked_cells(flow, blocks, legend),
    )  # fmt: skip


def _sides_above(flow: Flow, blocks: Sequence[int], bullets: Bullets) -> Set[int]:
    """Where a side stands alone on its line above points, those who ask and those who answer by turns, and above every point: 委員 / ・… / 事務局 / ・…."""
    found: dict[int, str] = {}
    pointed = [index for index in blocks if flow.blocks[index].start in bullets.found]
    for above, index in pairwise(blocks):
        block, below = flow.blocks[above], bullets.found.get(flow.blocks[index].start)
        if below is not None and below.mark == "・" and block.start not in bullets.found and block.end - block.start <= _LONGEST_SIDE and is_party(words := squeeze(flow.words(block))):
            found[block.start] = words
    replying = sum(map(answers, found.values()))
    turned = 0 < replying < len(found) and len(found) > 2 and bool(pointed) and min(found) < flow.blocks[pointed[0]].start
    return frozenset(found) if turned else frozenset()


_LONGEST_SIDE = 16


def _told_so_far(flow: Flow, blocks: Sequence[int], legend: Legend | None) -> Intro:
    """Who asks and who answers by what the document says up to the end of an item: a sentence further down leads to the list below it."""
    if legend is None or not blocks:
        return Intro(None, None)
    end = flow.blocks[blocks[-1]].end
    asker, answerer = ((voice if voice is not None and voice.place[0] < end else None) for voice in (legend.asker, legend.answerer))
    return Intro(asker, answerer)


def _led(
    flow: Flow, blocks: Sequence[int], bullets: Bullets | None, opens: Callable[[Block], bool], title: str, item: str, *, answered: bool
) -> Mapping[int, Led]:
    """The paragraphs whose speaker the sentence above them tells, by their indexes."""
    led = led_paragraphs(flow, blocks, opens, title, answered=answered)
    if bullets is not None:
        # Beside marks only a presentation and an answer have paragraphs of their own.
        return {index: one for index, one in led.items() if one.act is Act.EXPLANATION or one.answer}
    return led or greeting(flow, blocks, item, opens)


def _signatures(flow: Flow, indexes: Sequence[int], bullets: Bullets | None) -> int:
    """How many paragraphs end with a name in brackets, or have it on a line of its own between two bullets."""
    blocks, found = [flow.blocks[index] for index in indexes], bullets.found if bullets else {}
    count = sum(ends_signed(flow, block) for block in blocks)
    if not found:
        return count
    for above, block, below in zip(blocks, blocks[1:], [*blocks[2:], None], strict=False):
        between = above.start in found and (below is None or below.start in found)
        count += between and flow.folded[block.start] in "([" and is_signature(flow, block)
    return count


def _answered_by_arrows(flow: Flow, blocks: Sequence[int], bullets: Bullets) -> Set[str | None]:
    """The marks below whose points arrows stand: ◇…ではないか。 / ⇒…する。 tells opinions without a word that leads to them."""
    starts = [flow.blocks[index].start for index in blocks]
    pairs = ((bullets.found[above].mark, bullets.found[below].mark) for above, below in pairwise(starts) if above in bullets.found and below in bullets.found)
    return {mark for mark, reply in pairs if reply in ARROWS and mark in bullets.marks}


def _usual(flow: Flow, blocks: Sequence[int], usual: set[str]) -> set[str]:
    """The marks that opened opinions before and do here: points that end as questions and wishes do, or name who made them, or beside replies."""
    if not usual:
        return usual
    points = [(bullet, block) for index in blocks if (bullet := opening(flow, block := flow.blocks[index])) is not None and bullet.mark in usual]
    asking = sum(_asks(flow, bullet, block) for bullet, block in points) * 2 > len(points)
    return usual if asking or _replies(flow, blocks) else set()


def _signed_marks(flow: Flow, blocks: Sequence[int]) -> set[str]:
    """The marks of points that end with the name of who spoke, which open opinions though there be but one: ◆再放送してほしい。（別府委員）."""
    signed = (block for index in blocks if ends_signed(flow, block := flow.blocks[index]))
    return {bullet.mark for block in signed if (bullet := opening(flow, block)) is not None}


def _asks(flow: Flow, bullet: Bullet, block: Block) -> bool:
    """Whether a point is somebody's by how it ends, or by who is named before a colon: 4　委員：…."""
    words = flow.words(block)
    named = _NAMED.match(flow.folded, bullet.text, block.end)
    return ASKS.search(words) is not None or _IS_QUOTED.fullmatch(words) is not None or ends_signed(flow, block) or (named is not None and is_party(named["who"]))


_NAMED = regex("(?P<who>[^、。:()「」]{1,16}):")


def _replies(flow: Flow, blocks: Sequence[int]) -> bool:
    """Whether a paragraph opens as answers do: （事務局）…, →…; an official's own points have none."""
    return any(flow.folded[flow.blocks[index].start] in _REPLY_OPENS for index in blocks)
