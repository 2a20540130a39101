"""The header all styles share: title, labels and their values, people, the list of items.

`read_header` also tells where the body begins: after a body label (議事の概要), at the second
mention of a listed item, or at the first block that can only be body.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from itertools import pairwise

from attrs import define, evolve, field

from minutes_model.grammar.body_start import FACTS, find_body, first_content
from minutes_model.grammar.column_heads import are_a_pair
from minutes_model.grammar.draft import Listed, Slice
from minutes_model.grammar.headings import Heading, find_heading
from minutes_model.grammar.label_words import DEALT_WITH, SECTIONS, LabelKind
from minutes_model.grammar.labels import (
    Label,
    aligned_label,
    find_label,
    glued_label,
    lone_label,
    unknown_label,
)
from minutes_model.grammar.list_words import PLAIN_TITLES, ends_in_title
from minutes_model.grammar.title import BODY_NAME, TitleDraft, body_in, only_date, read_title
from minutes_model.layout import Block, Flow
from minutes_model.patterns import regex
from minutes_model.result import RegionKind
from minutes_model.text import clean, squeeze

__all__ = ["HeaderDraft", "Section", "read_header"]


@define(eq=False, repr=False)
class Section:
    """A label with the blocks of its value: the rest of its own block, those after it, and rows above it where it stands beside one further down."""

    label: Label
    value: Slice | None
    blocks: list[Block] = field(factory=list)
    above: list[Block] = field(factory=list)

    def places(self) -> list[Slice]:
        """Where the value stands, line by line."""
        own = [self.value] if self.value else []
        return [*((b.start, b.end) for b in self.above), *own, *((b.start, b.end) for b in self.blocks)]


@define(eq=False, repr=False)
class HeaderDraft:
    """What stands above the body."""

    title: TitleDraft
    sections: list[Section]
    listed: list[Listed]
    body: int
    style: str | None = None
    regions: list[tuple[int, int, RegionKind, str]] = field(factory=list)

    def of(self, *kinds: LabelKind) -> list[Section]:
        """The sections of the given kinds, in order."""
        return [s for s in self.sections if s.label.kind in kinds]


def read_header(
    flow: Flow, turns: frozenset[int]
) -> tuple[Flow, HeaderDraft]:
    """The header of a document, and the flow with the body label's value as a block of its own.

    ``turns`` are the indexes of the blocks that open a speaker's turn.
    """
    flow = _parted(flow)
    labels = _labels(flow, turns)
    content = first_content(flow, turns, labels)
    first = min(labels, default=content)
    top = list(flow.blocks[: min(first, content, 12)])
    bare = _bare_sections(flow, top, {label.kind for label in labels.values()})
    title = read_title(flow, [block for block in top if not any(section.value is not None and block.start <= section.value[0] < block.end for section in bare)])
    flow, labels, body, listed_in = find_body(flow, labels, content, turns)
    header = HeaderDraft(title, bare, [], body)
    _collect(flow, labels, body, header)
    header.style = _main_style([s.label for s in header.sections])
    header.listed = _listed(flow, header, listed_in)
    if title.body is None:
        title.body = _body_elsewhere(flow, header)
    if title.number is None:
        _count_in_label(flow, header)
    return flow, header


def _count_in_label(flow: Flow, header: HeaderDraft) -> None:
    """The number under a label of its own: 〔回　　数〕第58回."""
    for section in header.sections:
        for place in section.places() if section.label.words in _COUNT_LABELS else ():
            found = re.search(r"第? ?(\d{1,4}) ?回", flow.folded[slice(*place)])
            if found is not None:
                header.title.number, header.title.session_label = int(found[1]), squeeze(flow.text[place[0] + found.start() : place[0] + found.end()])
                return
        if _NAME_LABEL.fullmatch(section.label.words) or section.label.words == "件名":
            # 件名　令和元年度 第3回…監視委員会, below a title without the number.
            draft = read_title(flow, [Block(*place, 0, 0) for place in section.places()[:1]])
            if draft.number is not None and draft.body == header.title.body:
                header.title.number, header.title.session_label = draft.number, draft.session_label
                return


_COUNT_LABELS = frozenset(("回数", "開催回", "開催回数", "会議の回数"))


_INLINE = regex(r"(?<=[\d分半時]) +(?=(?:場所|会場) +\S)|(?<=\S) +(?=(?:日 ?時|場 ?所|会 ?場|開催場所|開催日時|出席者|出席委員|開会|閉会|欠席者|傍聴者) ?:)|(?<=\S) {2,}(?=(?:\d{1,2}[ .]{1,2}|[■○◆●□◇] ?)(?:日 {0,2}時|場 {0,2}所|会 {0,2}場|開催場所|開催日時|傍 ?聴 ?者|出席者)(?: |:|$))")


def _parted(flow: Flow) -> Flow:
    """The flow with header lines cut that hold two labels, 日時：…　場所：…, or several items."""
    blocks: list[Block] = []
    head = flow.blocks[:_HEAD]
    for block in head:
        words = flow.words(block)
        cuts = [block.start + m.end() for m in _INLINE.finditer(words) if m.start() > 8] if ":" in words or "  " in words or "場" in words else []
        cuts = cuts or [at for at, _ in _beside(flow, (block.start, block.end))[1:] if "。" not in words]
        edges = [block.start, *cuts, block.end]
        blocks += [evolve(block, start=a, end=b) for a, b in pairwise(edges)] if cuts else [block]
    return evolve(flow, blocks=(*blocks, *flow.blocks[_HEAD:])) if len(blocks) > len(head) else flow


_HEAD = 40
"""In how many paragraphs two labels on one line are looked for."""


_BULLETS = frozenset("•・-")
_ROWS_OF_ITEMS = frozenset(("概要", "結果", "審議結果", "議決結果", "採決結果", "提案理由", "説明", "質疑", "討論"))
"""What the rows below each item tell, where they come again and again."""


_LONGEST_HEADER = 240
"""In how many paragraphs labels are looked for: an assembly lists its members and officials a line each."""


def _labels(flow: Flow, turns: frozenset[int]) -> dict[int, Label]:
    """The labels by block, those of unknown words too where they share the style of the sure ones."""
    limit = min(len(flow.blocks), _LONGEST_HEADER)
    found = {i: label for i in range(limit) if (label := find_label(flow, flow.blocks[i])) is not None}
    found |= _glued(flow, found, limit)
    found |= _aligned(flow, found, turns)
    sure = {i: label for i, label in found.items() if not _opens_turns(label, flow.blocks[i], i, turns)}
    timed = [label for label in sure.values() if label.kind in (LabelKind.DATE, LabelKind.VENUE)]
    # 日時 and 場所 may stand below １．開催日時・場所, whose style is that of the others.
    style = _main_style([label for label in timed if "N" in label.style] or timed)
    first = min(sure, default=0)
    if style is None and first and "N" in sure[first].style:
        first, style = _numbered_above(flow, first, sure[first].style)
    if style:
        column = max((flow.blocks[i].indent for i, label in sure.items() if label.style == style), default=0)
        for index in range(first, limit):
            # ３　佐久間　トヨ子, a seat in the list below ４　委員の出欠.
            if index not in found and index not in turns and flow.blocks[index].indent <= column + 1:
                label = unknown_label(flow, flow.blocks[index], style)
                if label is not None and not _opens_turns(label, flow.blocks[index], index, turns):
                    sure[index] = label
    sure = _before_restart(flow, _without_contents(flow, sure), style)
    facts = [i for i, label in sure.items() if label.kind in FACTS]
    if facts:
        # 会議録 on a line of its own above 日時 is the end of the title.
        sure = {i: label for i, label in sure.items() if label.kind is not LabelKind.BODY or i > facts[0]}
    rows = Counter(label.words for label in sure.values() if label.kind is LabelKind.BODY or label.words in _ROWS_OF_ITEMS)
    # 審議結果 under every item is no label of the document.
    sure = {i: label for i, label in sure.items() if rows[label.words] < 2}
    return _pruned(flow, sure, turns, style)


def _without_contents(flow: Flow, labels: dict[int, Label]) -> dict[int, Label]:
    """The labels without those of a page's table of contents: • 審議会次第, where the label itself comes further down."""
    last = {label.words: label for _, label in sorted(labels.items())}

    def is_listed(index: int, label: Label) -> bool:
        alone = label.style in _BULLETS and label.value == flow.blocks[index].end
        return alone and last[label.words] is not label and last[label.words].style not in _BULLETS

    return {index: label for index, label in labels.items() if not is_listed(index, label)}


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
        elif LabelKind.PEOPLE not in labelled and _lists_people(words):
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


_CLOCK_LINE = regex(r" *午[前後][^。、]{2,16}(?:開議|開会|散会|閉会|閉議|終了)")
_PLACE = regex(
    r"(?P<room>\S{3,} ?\S{2,8}の間)|(?:より|から)(?P<held>[^。、:]{2,40}?)(?:において|にて).*"
    r"|(?P<place>(?:(?!において|にて)[^。、:]){2,40}(?:室|会場|ホール|センター|会館|庁舎|講堂|オンライン|会議システム)(?:(?!において|にて)[^。、:]){0,12})"
)
"""The place below the day: 本庁舎５階会議室, or より議事堂内第１委員会室において."""


def _glued(flow: Flow, found: dict[int, Label], limit: int) -> dict[int, Label]:
    """The labels with their values right behind them, as cells of a table lose their borders: １ 日時平成18年…"""
    day = next((label for label in found.values() if label.kind is LabelKind.DATE and ("N" in label.style or not label.style)), None)
    if day is None or flow.folded[day.value - 1] in " :" or day.value in {block.end for block in flow.blocks[:limit]}:
        return {}
    others = ((i, glued_label(flow, flow.blocks[i], day.style)) for i in range(limit) if i not in found)
    return {i: label for i, label in others if label is not None}


def _aligned(flow: Flow, found: dict[int, Label], turns: frozenset[int]) -> dict[int, Label]:
    """The labels of unknown words between known ones, told by the column where the values of all begin."""
    plain = {i: label for i, label in found.items() if not label.style and label.value < flow.blocks[i].end and flow.folded[label.value - 1] == " "}
    columns = Counter((flow.blocks[i].indent, flow.column(flow.blocks[i], label.value)) for i, label in plain.items())
    (indent, _), count = max(columns.items(), key=lambda one: one[1], default=((0, 0), 0))
    if count <= _SEVERAL:
        return {}
    # The longer labels may have a column of their own.
    begin = [column for (at, column), often in columns.items() if at == indent and often >= _SEVERAL]
    more: dict[int, Label] = {}
    listing = False
    last = min(max(plain) + _BELOW_LAST, len(flow.blocks))
    for index in range(min(plain), last):
        block = flow.blocks[index]
        label = found.get(index)
        if index in turns and index > max(plain):
            break
        if label is None and index not in turns and block.indent == indent:
            hung = index + 1 < last and flow.blocks[index + 1].indent > indent
            label = aligned_label(flow, block, begin, listing=listing) or (lone_label(flow, block) if listing and hung else None)
            if label is not None:
                more[index] = label
        if label is not None:
            listing = label.kind in (LabelKind.PEOPLE, LabelKind.ABSENT)
    return more


_BELOW_LAST = 12
"""How many paragraphs below the last known label others are looked for."""


def _opens_turns(label: Label, block: Block, index: int, turns: frozenset[int]) -> bool:
    """《開会》 right above the first turn is a heading of the proceedings and no label."""
    return label.kind in (LabelKind.OPEN, LabelKind.CLOSE) and label.value == block.end and index + 1 in turns


def _before_restart(flow: Flow, labels: dict[int, Label], style: str | None) -> dict[int, Label]:
    """The labels without those behind a new count from 1: below ６．議事 別添のとおり, １．開会 begins the record itself."""
    last = 0
    for index, label in sorted(labels.items()):
        found = re.match(r"\(?第?(\d{1,2})", flow.words(flow.blocks[index])) if style and label.style == style else None
        number = int(found[1]) if found else 0
        if number == 1 and last > _SEVERAL:
            return {i: kept for i, kept in labels.items() if i < index}
        last = number or last
    return labels


_SEVERAL = 2
"""How far the labels must have counted before a new 1 begins something else."""


def _numbered_above(flow: Flow, first: int, style: str) -> tuple[int, str | None]:
    """The block of a label of unknown words numbered 1 above the first known one, and their common style."""
    for index in range(first):
        words = flow.words(flow.blocks[index])
        if re.match(r"\(?第?[1一]\)?[^\d]", words) and find_label(flow, flow.blocks[index], style=style) is not None:
            return index, style
    return first, None


def _pruned(flow: Flow, labels: dict[int, Label], turns: frozenset[int], style: str | None) -> dict[int, Label]:
    """Without groups inside lists of people, and without turns of those groups."""
    kept: dict[int, Label] = {}
    people = absent = listing = False
    above: int | None = None
    lists: set[str] = set()
    for index, label in sorted(labels.items()):
        if label.kind is LabelKind.AGENDA and "N" in label.style and label.style != style and _counts_from_opening(flow, index):
            # 1 開会, 2 会長あいさつ, 3 議題: the proceedings themselves.
            continue
        if label.kind is LabelKind.AGENDA and label.words in SECTIONS and _COUNT.fullmatch(flow.folded, label.value, flow.blocks[min(index + 1, len(flow.blocks) - 1)].end):
            # 報告案件　１件
            continue
        if label.kind is LabelKind.AGENDA and label.words in lists and label.value >= flow.blocks[index].end and not (people and label.words == "議事日程"):
            # 《協議事項》 below the list of the same name heads a part of the body.
            continue
        if listing and label.kind is LabelKind.AGENDA and "N" in label.style and label.style != style and label.value >= flow.blocks[index].end:
            # ２ 所管事項の報告, an item of 審査日程 with items of its own.
            continue
        lists |= {label.words} if label.kind is LabelKind.AGENDA else set()
        group = label.kind in (LabelKind.PEOPLE, LabelKind.OTHER, LabelKind.VENUE) and len(label.words) <= 12
        own = label.words in flow.habits.labels
        alone = label.value >= flow.blocks[index].end
        # 説明のため出席した者 at the place of 出席議員 stands beside it, and 委員外の出席議員 at that of 欠席委員.
        beside = alone and above is not None and ("ため" in label.words or (absent and "出席" in label.words)) and flow.blocks[index].indent == flow.blocks[above].indent
        within = (label.style != style and not beside) or (alone and above is not None and flow.blocks[index].indent > flow.blocks[above].indent)
        if people and group and label.kind is LabelKind.PEOPLE and within and not own:
            continue
        if people and alone and above is not None and label.words in _CELLS and _is_fallen(flow, above):
            continue
        if people and label.kind is LabelKind.VENUE and _NAMES.match(flow.folded, label.value, flow.blocks[index].end):
            # 会場：沼尻会長、北條委員 / Ｗｅｂ：羽鳥委員
            continue
        if people and label.kind is LabelKind.ABSENT and label.style == "(" and label.value < flow.blocks[index].end:
            # （欠席）四戸康太郎, below the others of his group.
            continue
        if people and label.kind is LabelKind.OTHER and label.words in _SPEAKING and "N" in label.style and label.style != style:
            # (1) 議 長　下斗米 実, the first of the groups present.
            continue
        spoken = label.value >= flow.blocks[index].end or flow.words(flow.blocks[index]).endswith(_SPOKEN_ENDS)
        heads = alone and index + 1 < len(flow.blocks) and not flow.words(flow.blocks[index + 1]).endswith(_SPOKEN_ENDS)
        if index in turns and spoken and not (own and heads) and label.kind in (LabelKind.PEOPLE, LabelKind.OTHER) and (own or label.words in _SPEAKING):
            continue
        colon = ":" in flow.folded[label.start : label.value]
        undecorated = not label.style and label.words in _SPEAKING and not (absent and colon)
        hung = above is not None and label.words not in PLAIN_TITLES and _hangs(flow, labels, above, index)
        if people and undecorated and not hung and flow.folded[label.value : flow.blocks[index].end].strip():
            continue
        if people and index and squeeze(flow.words(flow.blocks[index - 1])[: 3 * _HANGING]).startswith(f"{label.words}長"):
            # 幹　　事　　浦部 清志, right below 幹 事 長: titles both.
            continue
        if people and label.words in _SPEAKING and label.style[:1] in tuple("[【<(《〈≪") and label.style != style and label.value >= flow.blocks[index].end:
            # ［議　長］ between ［副議長］ and ［議　員］.
            continue
        if people and label.words in _SPEAKING and label.style == "(" != style:
            # （議　長）　内閣府　政策統括官, above （構成員）: the first of the groups present.
            continue
        people, absent = label.kind in (LabelKind.PEOPLE, LabelKind.ABSENT), label.kind is LabelKind.ABSENT
        above = index
        listing = label.kind is LabelKind.AGENDA and label.words not in SECTIONS
        kept[index] = label
    return kept


_CELLS = frozenset(("備考", "委員", "出席", "欠席", "議長", "役員", "幹事", "監事"))
_HEADS = 6
"""Among how many paragraphs below a label the heads of a table's columns stand."""


def _is_fallen(flow: Flow, label: int) -> bool:
    """Whether the heads of columns stand below a label, a line each, as their cells do then: 役職 / 氏名 / 備考 / 会長 / …."""
    return any(squeeze(flow.words(block)) == "氏名" for block in flow.blocks[label + 1 : label + _HEADS])


def _hangs(flow: Flow, labels: Mapping[int, Label], above: int, index: int) -> bool:
    """Whether labels stand in a column of their own, which 説明員 below 出席者 shares: all that has none stands deeper."""
    column = flow.blocks[above].indent
    first = min(labels)
    bare = [flow.blocks[at].indent for at in range(first, index) if at not in labels or flow.blocks[at].indent > column]
    return flow.blocks[index].indent == column and bool(bare) and min(bare) >= column + _HANGING


_HANGING = 4
_COUNT = regex(r"\s*\d{1,3} ?件\s*")
_NAMES = regex(r"[^、。]{2,12}(?:委員長?|会長|座長|部会長|構成員|議員|理事)(?:、|$)")
"""The first of a list of members."""


def _counts_from_opening(flow: Flow, index: int) -> bool:
    """Whether a numbered opening stands right above: 1 開会."""
    return any(_OPENED.fullmatch(flow.words(block)) for block in flow.blocks[max(0, index - 4) : index])


_OPENED = regex(r" *\(?[1一]\)?[.、)]? *開 *会(?: *の?(?:宣言|あいさつ|挨拶))?")
_SPOKEN_ENDS = ("。", "」", "?", "か", ")")
_SPEAKING = frozenset(["委員", "事務局", "議長", "担当課", "関係課", "説明員", "説明者", "書記", "司会", "進行", "関係者", "参考人", "構成員", "オブザーバー", "担当", "執行機関"])


def _main_style(labels: Sequence[Label]) -> str | None:
    styles = [label.style for label in labels]
    return max(styles, key=styles.count) if styles else None


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
    for section in header.sections:
        _paint(section, header)
    for place in header.title.lines:
        header.regions.append((*place, RegionKind.TITLE, "title"))
    for place in header.title.banners:
        header.regions.append((*place, RegionKind.TITLE, "banner"))


def _rows_above(flow: Flow, section: Section | None, label: Label, block: Block) -> list[Block]:
    """Take from the section before a list of people the rows that are its own, whose label stands beside one further down."""
    if section is None or section.label.kind not in _STACKABLE or section.value is None or label.kind is not LabelKind.PEOPLE or label.value >= block.end:
        return []
    column = flow.column(block, label.value + len(flow.folded[label.value : block.end]) - len(flow.folded[label.value : block.end].lstrip()))
    taken = len(section.blocks)
    while taken and abs(section.blocks[taken - 1].indent - column) <= 1 and ends_in_title(squeeze(re.split(r" {2,}", flow.words(section.blocks[taken - 1]))[0])):
        taken -= 1
    rows, section.blocks = section.blocks[taken:], section.blocks[:taken]
    return rows


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


def _listed(flow: Flow, header: HeaderDraft, top: int | None) -> list[Listed]:
    """The items listed in the header, with the sections they stand under."""
    found: list[Listed] = []
    lists = header.of(LabelKind.AGENDA)
    for part in lists:
        # 協議案件　１ …, the one list there is, beside its label.
        beside = part.value is not None and len(lists) == 1
        section = part.label.words if part.label.words in SECTIONS and not beside else None
        headings = [_item(flow, item) for place in _unwrapped(flow, _without_heads(flow, part.places())) for item in _beside(flow, place)]
        numbered = any(h is not None and h.number is not None for h in headings)
        # Where bullets come first, numbers below them count what stands under one.
        pointed = next((h.style for h in headings if h is not None), "") == _POINT
        dealt = part.label.words.endswith(DEALT_WITH)
        kept = [h for h in headings if h is not None and (pointed or h.style != _POINT or not numbered)]
        found += _nested([h for h, below in zip(kept, [*kept[1:], None], strict=False) if h.style or not numbered or h.about or _heads_part(h, below) or (dealt and h.title.endswith(_BUSINESS))], section)
    return found


def _without_heads(flow: Flow, places: Sequence[Slice]) -> Sequence[Slice]:
    """The lines of a list above the heads of a table's columns, one below the other, at which it has ended: 委員からの意見・質問 / 発注部局の回答."""
    found = next((at for at, pair in enumerate(pairwise(places)) if pair[1][1] - pair[1][0] <= _LONGEST_HEAD and are_a_pair(flow, *pair)), None)
    return places[:found]


_LONGEST_HEAD = 24
_BUSINESS = ("互選", "選挙", "選任", "指名", "の決定", "聴取", "要求")
"""What a line without decoration tells of what a meeting dealt with: 理事の互選, beside （１） …."""
_PART_ENDS = ("審査", "審議", "調査", "報告", "協議", "関係")


def _heads_part(heading: Heading, below: Heading | None) -> bool:
    """Whether a few words without decoration stand above the first item of a part: 陳情の審査 / （１）…に関する陳情."""
    return below is not None and below.number == 1 and below.style != heading.style and heading.title.endswith(_PART_ENDS)


_GOES_ON = regex(r"[ ]*(?:に(?:係る|かかる|関する|対する|つい)|[のをはがとへ](?=[一-龥ァ-ヴ])|及び|並びに|、)")
_BILL = regex(r"[ ]*(?:日程第? ?\d{1,2}[ :.、]*)?(?:報告|議案|承認|認定|同意|諮問|請願|陳情|発議|選任|協議)第? ?\d{1,3} ?号?")
"""日程第1 報告第39号, 議案第32号: a number on a line of its own, whose title stands on the next."""
_SCHEDULED = regex(r" *(?:日程|議題|案件)第? ?\d{1,2} *")
"""日程第５, the number of an item on a line of its own above whatever its title is."""
_TITLE_ENDS = regex(r"(?:について|の件|[)）」])$")


def _beside(flow: Flow, place: Slice) -> list[Slice]:
    """The items of a line that holds several: １．前回のふりかえり　２．看板の色彩のルール."""
    opened = _COUNTS.match(flow.folded, *place)
    if opened is None:
        return [place]
    number, cuts = int(opened["number"]), [place[0]]
    for found in _COUNTS_ON.finditer(flow.folded, opened.end(), place[1]):
        if int(found["number"]) == number + 1:
            number += 1
            cuts.append(found.start("item"))
    return [(at, end) for at, end in pairwise([*cuts, place[1]])]


_COUNTS = regex(r" *\(?(?P<number>\d{1,2})[.)]")
_COUNTS_ON = regex(r"(?<=\S) +(?P<item>\(?(?P<number>\d{1,2})[.)] *(?=[^\d\s]))")


def _unwrapped(flow: Flow, places: Sequence[Slice]) -> list[Slice]:
    """The lines of a list, one that goes on with a particle or whose number stands alone above it, made one with the line above."""
    found: list[Slice] = []
    for start, end in places:
        above = flow.folded[slice(*found[-1])].rstrip() if found else ""
        goes_on = _GOES_ON.match(flow.folded, start, end) and not _TITLE_ENDS.search(above)
        if above and (goes_on or (_BILL.fullmatch(above) and not _BILL.match(flow.folded, start, end)) or (_SCHEDULED.fullmatch(above) and not _SCHEDULED.match(flow.folded, start, end))):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _item(flow: Flow, place: Slice) -> Heading | None:
    heading = find_heading(flow, Block(place[0], place[1], 0, 0))
    words = flow.folded[slice(*place)]
    pointed = heading is not None and heading.style == "plain" and words[0] in "・•"
    if (heading is not None and not pointed) or words.endswith("。"):
        return heading
    if _ELSEWHERE.fullmatch(words):
        return None
    title = clean(flow.text[slice(*place)]).strip().lstrip("・•○◆◇ 　")
    return Heading(_POINT if words[0] in "・•" else "", None, None, title, False, False, False, place) if 3 < len(title) < 80 else None


_ELSEWHERE = regex(r" *(?:以下|次|下記|別紙|別添|下表|会議録)の?(?:次第)?のとおり(?:です|である)?。? *")
"""内容　　以下のとおり: no item."""
_POINT = "・"
"""The style of an item that a bullet opens."""


def _nested(headings: Sequence[Heading], section: str | None) -> list[Listed]:
    """Items and sections of a list: what is directly followed by a deeper item is a section."""
    levels: dict[str, int] = {}
    found: list[Listed] = []
    above: list[tuple[int, str | None]] = [(-1, section)]
    for heading, following in zip(headings, [*headings[1:], None], strict=False):
        plain = heading.style == "plain" and not heading.section and bool(levels)
        # …について（報告） without a number stands beside 議案第91号.
        level = min(levels.values()) if plain and "" not in levels else levels.setdefault(_rank(heading), len(levels))
        while above[-1][0] >= level:
            above.pop()
        if heading.section and found and level > min(levels.values()):
            # (2) 報告案件, below the items of a section that the label above them names.
            above = [(-1, heading.title)]
            continue
        deeper = following is not None and not (following.style == "plain" and "" not in levels and not following.section) and levels.get(_rank(following), len(levels)) > level
        if heading.section or (deeper and following is not None and following.number in (1, None)):
            above.append((level, heading.title))
        else:
            found.append(Listed(heading.number, heading.title, heading.label, above[-1][1]))
    return found


def _rank(heading: Heading) -> str:
    """The style that tells a heading's level: a line without decoration is of one, whatever its words."""
    return "" if heading.style == "plain" else heading.style


def _body_elsewhere(flow: Flow, header: HeaderDraft) -> str | None:
    """The body's name where the title has none: in a label of its own, the venue, a document's name, a heading."""
    for section in header.sections:
        if _NAME_LABEL.fullmatch(section.label.words):
            # 令和３年度第１回 / 柚木原町国民健康保険運営協議会: the number on a line of its own.
            for place in _with_kind(flow, section.places()[:_SEVERAL]):
                draft = read_title(flow, [Block(place[0], place[1], 0, 0)])
                if header.title.number is None:
                    header.title.number, header.title.session_label = draft.number, draft.session_label
                if draft.body:
                    return draft.body
                if _ONLY_COUNT.fullmatch(flow.folded, *place) is None:
                    return squeeze(flow.text[slice(*place)]) or None
    venues = header.of(LabelKind.VENUE)
    listed = [section for section in venues if len(section.places()) > _SEVERAL]
    for section in [*header.of(LabelKind.OTHER), *venues]:
        for place in section.places() if section not in listed else ():
            name = body_in(flow.text[slice(*place)])
            if name:
                return name
    opened = _opened_body(flow, header)
    if opened is not None:
        return opened
    # The first sentence of the body may tell where the meeting was held: …、鳴瀬県収用委員会審理室において…開催し.
    first = flow.blocks[header.body] if header.body < len(flow.blocks) else None
    held = first is not None and "開催" in flow.words(first).split("。")[0]
    above = flow.text if first is None else flow.text[: first.end if held else first.start]
    for start, end in (place for section in listed for place in section.places()):
        # Where each of several met: 総会 / 第１会議室 / 絵画彫刻委員会 / 第２会議室.
        above = above[:start] + "、" * (end - start) + above[end:]
    name = body_in(above[:1500].replace("\n", "、"))
    if name is not None and header.title.number is None:
        _count_beside(flow, header, name)
    return name or _body_in_headings(flow, header.body)


_OPENS_BODY = regex(r"(?:ただいま|只今|これ)(?:から|より)、?(?P<name>[^。「」]{4,60}?)を(?:開会|開催|開き|開始|始め)")
_SPOKEN = 1500
"""In how many characters the chair tells what he opens."""


def _opened_body(flow: Flow, header: HeaderDraft) -> str | None:
    """The body that is opened in a record without a title: ただいまから令和７年第１回品坂区議会定例会を開会いたします。"""
    start = flow.blocks[header.body].start if header.body < len(flow.blocks) else 0
    found = _OPENS_BODY.search(flow.folded, start, start + _SPOKEN)
    if found is None or header.title.lines:
        return None
    draft = read_title(flow, [Block(*found.span("name"), 0, 0)])
    if draft.body is None or BODY_NAME.fullmatch(draft.body) is None or draft.body.startswith(("本日", "今回", "この", "当")):
        return None
    if header.title.number is None:
        header.title.number, header.title.session_label = draft.number, draft.session_label
    return draft.body


_KIND_BELOW = regex(r"[一-龥ぁ-んァ-ヴー]{0,12}(?:会議?|部会)")


def _with_kind(flow: Flow, places: list[Slice]) -> list[Slice]:
    """The places of a name, the last word of which a narrow cell may have cut: …子ども・子育て / 会議."""
    if len(places) < _SEVERAL or not _KIND_BELOW.fullmatch(flow.folded, *places[1]) or BODY_NAME.search(flow.folded, *places[0]) is not None or _ONLY_COUNT.fullmatch(flow.folded, *places[0]) is not None:
        return places
    return [(places[0][0], places[1][1])]


_ONLY_COUNT = regex(r" *(?:(?:令和|平成|昭和) ?(?:\d{1,2}|元) ?年 ?度? ?|\d{4} ?年 ?度? ?)?(?:第 ?\d{1,3} ?回)? *(?:(?:定例|臨時)会(?: *\([^()]*\))?)? *")
_NAME_LABEL = regex(r"(?:(?:会議|審議会|委員会|附属機関|付属機関)(?:等)?の?)?(?:名|名称)")


def _count_beside(flow: Flow, header: HeaderDraft, name: str) -> None:
    """The number told beside the body's name: 第655回番組審議委員会を４月15日に開催しました。"""
    found = re.search(rf"第 ?(?P<number>\d{{1,4}}) ?回 ?{re.escape(name)}", flow.folded[:1500])
    if found is not None:
        header.title.number, header.title.session_label = int(found["number"]), f"第{found['number']}回"


def _body_in_headings(flow: Flow, first: int) -> str | None:
    """The body's name in a heading of the body: （4）広域消防委員会への意見・要望文書等の措置について."""
    headings = (find_heading(flow, block) for block in flow.blocks[first:])
    return next(filter(None, (body_in(h.title) for h in headings if h is not None)), None)
