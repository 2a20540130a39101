"""The header all styles share: title, labels and their values, people, the list of items.

`read_header` also tells where the body begins: after a body label (議事の概要), at the second
mention of a listed item, or at the first block that can only be body.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from itertools import pairwise

from attrs import evolve

from minutes_model.grammar.appended import ATTACHED, label_of_list
from minutes_model.grammar.body_start import find_body, first_content
from minutes_model.grammar.draft import Slice
from minutes_model.grammar.header_body import count_in_label, fuller_in_label, name_elsewhere
from minutes_model.grammar.header_draft import HeaderDraft, Section
from minutes_model.grammar.header_items import items_beside, listed_items
from minutes_model.grammar.header_labels import labels_of_header, main_style
from minutes_model.grammar.headings import find_heading
from minutes_model.grammar.label_words import LabelKind
from minutes_model.grammar.labels import Label
from minutes_model.grammar.list_prose import names_present
from minutes_model.grammar.list_words import ends_in_title
from minutes_model.grammar.title import only_date, read_title
from minutes_model.layout import FRAME, Block, Flow
from minutes_model.patterns import regex
from minutes_model.result import RegionKind
from minutes_model.text import squeeze

__all__ = ["read_appended", "read_header"]

_SEVERAL = 2


def read_header(
    flow: Flow, turns: frozenset[int]
) -> tuple[Flow, HeaderDraft]:
    """The header of a document, and the flow with the body label's value as a block of its own.

    ``turns`` are the indexes of the blocks that open a speaker's turn.
    """
    flow = _parted(flow)
    labels = labels_of_header(flow, turns)
    content = first_content(flow, turns, labels)
    first = min(labels, default=content)
    top = list(flow.blocks[: min(first, content, 12)])
    bare = _bare_sections(flow, top, {label.kind for label in labels.values()})
    title = read_title(flow, [block for block in top if not any(section.value is not None and block.start <= section.value[0] < block.end for section in bare)])
    flow, labels, body, listed_in = find_body(flow, labels, content, turns)
    while body - 1 > max(labels, default=0) and _HOW_TOLD.match(flow.words(flow.blocks[body - 1])):
        body -= 1
    header = HeaderDraft(title, bare, [], body)
    _collect(flow, labels, body, header)
    header.regions += [(*place, RegionKind.TITLE, "title") for place in title.lines]
    header.regions += [(*place, RegionKind.TITLE, "banner") for place in title.banners]
    header.style = main_style([s.label for s in header.sections])
    header.listed = listed_items(flow, header, listed_in)
    title.body = name_elsewhere(flow, header) if title.body is None else fuller_in_label(flow, header) or title.body
    if title.number is None:
        count_in_label(flow, header)
    return flow, header


def read_appended(flow: Flow, header: HeaderDraft) -> None:
    """Read the list of those present that stands below the record, the only paragraphs of ``flow``, as if the header had it."""
    first = 1 if ATTACHED.fullmatch(flow.words(flow.blocks[0])) else 0
    listing = evolve(flow, blocks=flow.blocks[first:])
    labels = labels_of_header(listing, frozenset())
    head = label_of_list(listing, listing.blocks[0])
    own = HeaderDraft(header.title, [], [], len(listing.blocks))
    _collect(listing, labels | ({0: head} if head is not None else {}), len(listing.blocks), own)
    header.sections += own.sections
    header.regions += own.regions
    header.regions += [(block.start, block.end, RegionKind.LABEL, "label_people") for block in flow.blocks[:first]]


_INLINE = regex(r" (?<=[\d分半時] ) *(?=(?:場所|会場) +\S)| (?<=\S ) *(?=(?:日 ?時|場 ?所|会 ?場|開催場所|開催日時|出席者|出席委員|開会|閉会|欠席者|傍聴者) ?:)| (?<=\S ) +(?=(?:\d{1,2}[ .]{1,2}|[■○◆●□◇] ?)(?:日 {0,2}時|場 {0,2}所|会 {0,2}場|開催場所|開催日時|傍 ?聴 ?者|出席者)(?: |:|$))")


def _parted(flow: Flow) -> Flow:
    """The flow with header lines cut that hold two labels, 日時：…　場所：…, or several items."""
    cuts = {index: found for index, block in enumerate(flow.blocks[:_HEAD]) if (found := _cuts(flow, block))}
    blocks: list[Block] = []
    for index, block in enumerate(flow.blocks) if cuts else ():
        edges = [block.start, *cuts.get(index, ()), block.end]
        blocks += [evolve(block, start=a, end=b) for a, b in pairwise(edges)] if index in cuts else [block]
    return evolve(flow, blocks=tuple(blocks)) if cuts else flow


def _cuts(flow: Flow, block: Block) -> list[int]:
    """Where a further label of a header line, or a further item, begins."""
    if flow.folded.find(" ", block.start, block.end) < 0:
        return []
    words = flow.words(block)
    labels = [block.start + m.end() for m in _INLINE.finditer(words) if m.start() > 8] if ":" in words or "  " in words or "場" in words else []
    return labels or ([] if "。" in words else [at for at, _ in items_beside(flow, (block.start, block.end))[1:]])


_HEAD = 40
"""In how many paragraphs two labels on one line are looked for."""


def _bare_sections(flow: Flow, blocks: Sequence[Block], labelled: Set[LabelKind]) -> list[Section]:
    """Lists of people, and the place below the day, that stand above the body without a label."""
    found: list[Section] = []
    for above, block in pairwise(blocks):
        words = flow.words(block)
        told = _DAY.match(words) if not labelled & {LabelKind.DATE, LabelKind.VENUE} else None
        if told is not None and (held := _PLACE.fullmatch(words, told.end())) and held["place"]:
            # 平成28年２月19日　議会第１会議室
            found.append(_bare(LabelKind.DATE, block.start, block.start + told.end()))
            found.append(_bare(LabelKind.VENUE, block.start + told.end(), block.end))
        elif LabelKind.PEOPLE not in labelled and (_lists_people(words) or names_present(words)):
            found.append(_bare(LabelKind.PEOPLE, block.start, block.end))
        elif LabelKind.VENUE not in labelled and (only_date(flow.words(above)) or _CLOCK_LINE.fullmatch(flow.words(above))) and (place := _PLACE.fullmatch(words)):
            start, end = place.span(next(name for name in ("room", "held", "place") if place[name]))
            # 平成27年８月４日（火）　自治会館６階大会議室
            day = _DAY.match(words, start, end)
            start = day.end() if day is not None and day.end() < end else start
            found.append(_bare(LabelKind.VENUE, block.start + start, block.start + end))
    return found


def _bare(kind: LabelKind, start: int, end: int) -> Section:
    """A section whose value stands alone."""
    return Section(Label(kind, "", start, start, start, ""), (start, end))


def _lists_people(words: str) -> bool:
    """Whether a line is a comma list of designations: 北見委員長、大瀧委員、河多委員."""
    parts = words.split("、")
    labelled = re.match(r"\S{3,} +\S", parts[0]) is not None
    return len(parts) > 2 and not labelled and all(len(part) < 40 and ends_in_title(part) for part in parts)


_HOW_TOLD = regex(r"(?:※|\((?:注|※)|注[):]|\((?=以下|文中|本文中)) ?[^。]{0,60}(?:発言|意見|質問|回答|質疑|応答|要旨)[^。]{0,40}(?:示す|表す|示します|表します|である|です|とする|とします|のとおり|の(?:回答|発言|答弁|意見|質問)(?=\)$))。?\)?$")
"""※以下、【質問】は委員、【回答】は事務局の発言である。: how the body tells who speaks, above its first item and below the last label."""
_CLOCK_LINE = regex(r" *午[前後][^。、]{2,16}(?:開議|開会|散会|閉会|閉議|終了)")
_PLACE = regex(
    r"(?P<room>\S{3,} ?\S{2,8}の間)|(?:より|から)(?P<held>[^。、:]{2,40}?)(?:において|にて).*"
    r"|(?P<place>(?:(?!において|にて)[^。、:]){2,40}(?:室|会場|ホール|センター|会館|庁舎|講堂|オンライン|会議システム)(?:(?!において|にて)[^。、:]){0,12})"
)
"""The place below the day: 本庁舎５階会議室, or より議事堂内第１委員会室において."""


def _collect(flow: Flow, labels: dict[int, Label], body: int, header: HeaderDraft) -> None:
    """Give each block above the body to its label, and each character a region."""
    current: Section | None = None
    for index in range(body):
        block = flow.blocks[index]
        label = labels.get(index)
        if label is not None:
            above = _rows_above(flow, current, label, block)
            current = Section(label, _value(flow, label, block), above=above)
            header.sections.append(current)
        elif current is not None and _begins_list(flow, current, block):
            current = Section(Label(LabelKind.AGENDA, "", block.start, block.start, block.start, ""), (block.start, block.end))
            header.sections.append(current)
        elif current is not None:
            current.blocks.append(block)
    _part_stacked(flow, header.sections)
    header.sections += _place_below_day(flow, header)
    for section in header.sections:
        _paint(section, header)


def _rows_above(flow: Flow, section: Section | None, label: Label, block: Block) -> list[Block]:
    """Take from the section before a list of people the rows that are its own, whose label stands beside one further down."""
    framed = _rows_of_cell(flow, section, label, block)
    if framed and section is not None:
        section.blocks = section.blocks[: -len(framed)]
        return framed
    if section is None or section.label.kind not in _STACKABLE or section.value is None or label.kind is not LabelKind.PEOPLE or label.value >= block.end:
        return []
    column = flow.column(block, label.value + len(flow.folded[label.value : block.end]) - len(flow.folded[label.value : block.end].lstrip()))
    taken = len(section.blocks)
    while taken and abs(section.blocks[taken - 1].indent - column) <= 1 and ends_in_title(squeeze(re.split(r" {2,}", flow.words(section.blocks[taken - 1]))[0])):
        taken -= 1
    rows, section.blocks = section.blocks[taken:], section.blocks[:taken]
    return rows


def _rows_of_cell(flow: Flow, section: Section | None, label: Label, block: Block) -> list[Block]:
    """The lines above a label in the middle of its cell that stand beside it, down from the rule of a drawn table: 　　　│◎伊集院　司… / │委　員│土居　義則…."""
    if section is None or block.gap or label.value >= block.end or not any(kind == FRAME for _, _, kind in flow.furniture):
        return []
    value = flow.folded[label.value : block.end]
    column = flow.column(block, label.value + len(value) - len(value.lstrip()))
    rows: list[Block] = []
    for above in reversed(section.blocks):
        if above.indent < column - _SHIFT:
            return []
        rows.insert(0, above)
        if above.gap:
            return rows
    return []


_SHIFT = 4
"""By how much a row that a mark opens may stand left of the others."""


def _place_below_day(flow: Flow, header: HeaderDraft) -> list[Section]:
    """The place that stands without a label below the day and the hours, as the last line of their section: １．日　　時　令和元年…開会 / 午前11時閉会 / 村役場　２階会議室."""
    days = header.of(LabelKind.DATE)
    if header.of(LabelKind.VENUE) or len(days) != 1 or not days[0].blocks or "場所" in days[0].label.words:
        return []
    *above, last = [flow.folded[slice(*place)] for place in days[0].places()]
    if not above or _DAY.match(above[0]) is None or any(_HOURS_BELOW.fullmatch(words) is None for words in above[1:]):
        return []
    if _PLACE_ALONE.fullmatch(last) is None or _DAY.match(last) is not None:
        return []
    block = days[0].blocks.pop()
    return [_bare(LabelKind.VENUE, block.start, block.end)]


_HOURS_BELOW = regex(r" *(?:(?:開会|開議|閉会|閉議|散会|終了|開始)[ :]*)?(?:午[前後] ?)?\d{1,2} ?[時:][^。、]{0,24}")
"""午前11時５分閉会, below the day and the hour at which it began."""
_PLACE_ALONE = regex(r"(?!事務局|傍聴|担当|連絡|問い?合|主催|出席|議長|委員)[^。、:]{2,40}(?:会議室|委員会室|研修室|応接室|[^整理事務]教室|会場|ホール|会館|庁舎|講堂|公民館|役場|役所|(?:庁舎|館|棟|ビル|役場|役所) ?\d階|オンライン|会議システム)(?: ?\([^()]*\))?")
"""村役場　２階会議室"""
_STACKABLE = (LabelKind.DATE, LabelKind.OPEN, LabelKind.CLOSE, LabelKind.VENUE)
_DAY = regex(r" *(?:令和|平成|昭和|\d{4}) ?(?:\d{1,2}|元)? ?年? ?(?:\d{1,2}|[一二三四五六七八九十]{1,3}) ?月 ?\d{1,2} ?日(?: ?\([^()]{1,5}\))? *")


def _part_stacked(flow: Flow, sections: Sequence[Section]) -> None:
    """Give labels that stand one below the other, their values one below the other too, each its own: 開催日時 / 開催場所 / 令和５年… / 本庁舎…."""
    for at, section in enumerate(sections):
        if section.label.kind is LabelKind.DATE and not section.places():
            _part_run(flow, sections[at:])


def _part_run(flow: Flow, sections: Sequence[Section]) -> None:
    """The values of the labels that stand below the first of these, which has none, where they stand below the last of them."""
    stacked: list[Section | None] = []
    last = sections[0]
    for section in sections:
        last = section
        unknown = section.value is None and len(section.blocks) == 1 and _LABEL_LIKE.fullmatch(flow.words(section.blocks[0])) is not None
        stacked += [section] if section.label.kind in _STACKABLE else []
        if unknown:
            # 合併協議会委員数, a label of unknown words, has a value of its own.
            stacked.append(None)
        elif section.places() or section.label.kind not in _STACKABLE:
            break
    day = next((n for n, block in enumerate(last.blocks) if _DAY.search(flow.folded, block.start, block.end)), None) if last.value is None else None
    values = last.blocks[day : day + len(stacked)] if day is not None else []
    if len(stacked) < _SEVERAL or len(values) < len(stacked):
        return
    own = [block for one, block in zip(stacked, values, strict=True) if one is not None]
    rest = [block for block in last.blocks if block not in own]
    for one, block in zip(stacked, values, strict=True):
        if one is not None:
            one.blocks = [block, *(one.blocks if one is not last else [])]
    last.blocks = [*(last.blocks[:1] if last in stacked else []), *rest]


_LABEL_LIKE = regex(r"[一-龥ァ-ヴー・ ]{2,16}[数者名法式]")


def _begins_list(flow: Flow, section: Section, block: Block) -> bool:
    """Whether a list of items without a label begins below the one line of a day or a place: １　開会, another item behind a gap only."""
    if section.label.kind not in (LabelKind.DATE, LabelKind.VENUE) or (section.value is not None) == bool(section.blocks) or len(section.blocks) > 1:
        return False
    heading = find_heading(flow, block)
    return heading is not None and heading.number == 1 and (block.gap > 0 or squeeze(heading.title) in ("開会", "開議", "開会挨拶", "開会あいさつ"))


def _value(flow: Flow, label: Label, block: Block) -> Slice | None:
    words = flow.folded[label.value : block.end]
    start = label.value + len(words) - len(words.lstrip(" :"))
    return (start, block.end) if start < block.end else None


def _paint(section: Section, header: HeaderDraft) -> None:
    if section.label.words:
        header.regions.append((section.label.start, section.label.value, RegionKind.LABEL, f"label_{section.label.kind}"))
    for start, end in section.places():
        header.regions.append((start, end, RegionKind.VALUE, f"value_{section.label.kind}"))
