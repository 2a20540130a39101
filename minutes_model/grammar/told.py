"""Agenda items that neither a heading nor a chair opens, but the report: 次に、議題二について、…."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes_model.era.numerals import numeral
from minutes_model.grammar.draft import ItemDraft, Listed
from minutes_model.grammar.item_titles import bare_title, similar
from minutes_model.layout import Flow
from minutes_model.patterns import regex

__all__ = ["split_told"]

_ANNOUNCED = regex(
    r"[ ]*(?:(?:次に|続いて|続きまして|はじめに|初めに|まず|最後に|引き続き|ついで|次いで)、?)?(?P<name>議題|議案|案件|日程|報告事項|協議事項|審議事項|付議事項|審査事項|議事|項目)(?:の)?第?\(?(?P<number>\d{1,2}|[一二三四五六七八九十]{1,3})\)?(?:号)?(?:の?(?:「[^」]*」|[^、。]{0,60}?))?(?:について|に関し|に移|に入|では)"
)


def split_told(flow: Flow, blocks: range, listed: Sequence[Listed]) -> list[ItemDraft]:
    """Items that the prose announces: 次に、議題二について、…; [] where fewer than two of the list are."""
    starts: list[tuple[int, Listed]] = []
    rest = list(listed)
    for index in blocks:
        item = _announced_by(flow.words(flow.blocks[index]), rest)
        if item is not None:
            starts.append((index, item))
            rest = rest[rest.index(item) + 1 :]
    if len(starts) < 2 and len(listed) > 1:
        return []
    edges = [*(index for index, _ in starts), blocks.stop]
    before = [ItemDraft(blocks.start, edges[0])] if edges[0] > blocks.start else []
    return [*before, *(
        ItemDraft(index, edge, number=item.number, label=item.label, title=item.title, section=item.section)
        for (index, item), edge in zip(starts, edges[1:], strict=True)
    )]


def _announced_by(words: str, rest: Sequence[Listed]) -> Listed | None:
    found = _ANNOUNCED.match(words)
    if found:
        number = numeral(found["number"])
        return next((item for item in rest if item.number == number), None)
    lead = re.sub(r"^[ ]*(?:(?:次に|続いて|はじめに|初めに|まず|最後に|引き続き|次いで)、?)", "", words)[:80]
    about = re.match(r"「?([^。]{4,60}?)」?(?:について|の件)", lead)
    return next((i for i in rest if about and similar(bare_title(about[1]), bare_title(i.title))), None) if about else None
