"""The header all styles share: title, labels and their values, people, the list of items.

`read_header` also tells where the body begins: after a body label (議事の概要), at the second
mention of a listed item, or at the first block that can only be body.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from attrs import define, evolve, field

from minutes_model.grammar.attendees import Listing
from minutes_model.grammar.draft import Listed, Slice
from minutes_model.grammar.headings import Heading, find_heading
from minutes_model.grammar.labels import Label, LabelKind, find_label, unknown_label
from minutes_model.grammar.outcomes import is_result
from minutes_model.grammar.title import TitleDraft, body_in, read_title
from minutes_model.layout import Block, Flow
from minutes_model.result import RegionKind
from minutes_model.text import clean, squeeze

__all__ = ["HeaderDraft", "Section", "read_header", "similar"]

_STAGE_TIME = re.compile(r"^[\[(【<]?(?:開会|開議|開始|再開)?[ :]*午[前後][^。]{1,20}(?:開会|開議|開始|再開)?[\])】>]?$")
_SENTENCE = re.compile(r".{8,}[。？?！](?:[」)）]|\([^()]{1,16}\))?$|.{30,}[」]$", re.S)
_RESULT_LABEL = re.compile(r"[【\[<(]?(?:審議|議決|会議|採決|審査)?の?(?:結果|結論)[】\]>)]? ?(?::|$)")
_NOTE = re.compile(r"[※(*＊注]")
_HELD = re.compile(r"(?:開催|開会|[召招]集)(?:した|しました|された|されました)。$|を開いた。$")
_OPENS = re.compile(r"(?:開会|開議|開式|開会宣[言告]|開会の?(?:宣[言告]|挨拶|辞))(?:・?.{0,4}(?:挨拶|あいさつ))?")
_SPOKEN_END = re.compile(r"[。？?！」](?:\([^()]{1,12}\))?$")


@define
class Section:
    """A label with the blocks of its value: the rest of its own block, and those after it."""

    label: Label
    value: Slice | None
    blocks: list[Block] = field(factory=list)

    def places(self) -> list[Slice]:
        """Where the value stands, line by line."""
        own = [self.value] if self.value else []
        return [*own, *((b.start, b.end) for b in self.blocks)]


@define
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
    content = _first_content(flow, turns, labels)
    first = min(labels, default=content)
    title = read_title(flow, list(flow.blocks[: min(first, content, 12)]))
    flow, labels, body, listed_in = _body(flow, labels, content, turns)
    header = HeaderDraft(title, [], [], body)
    _collect(flow, labels, body, header)
    header.style = _main_style([s.label for s in header.sections])
    header.listed = _listed(flow, header, listed_in)
    if title.body is None:
        title.body = _body_elsewhere(flow, header)
    return flow, header


_INLINE = re.compile(r"(?<=\S) +(?=(?:日 ?時|場 ?所|会 ?場|開催場所|開催日時|出席者|出席委員|開会|閉会|欠席者|傍聴者) ?:)")


def _parted(flow: Flow) -> Flow:
    """The flow with header lines cut that hold two labels: 日時：…　場所：…"""
    blocks: list[Block] = []
    head = flow.blocks[:_HEAD]
    for block in head:
        words = flow.words(block)
        cuts = [block.start + m.end() for m in _INLINE.finditer(words) if m.start() > 8] if ":" in words else []
        edges = [block.start, *cuts, block.end]
        blocks += [evolve(block, start=a, end=b) for a, b in pairwise(edges)] if cuts else [block]
    return evolve(flow, blocks=(*blocks, *flow.blocks[_HEAD:])) if len(blocks) > len(head) else flow


_HEAD = 40
"""In how many paragraphs two labels on one line are looked for."""


def _labels(flow: Flow, turns: frozenset[int]) -> dict[int, Label]:
    """The labels by block, those of unknown words too where they share the style of the sure ones."""
    limit = min(len(flow.blocks), 160)
    found = {i: label for i in range(limit) if (label := find_label(flow, flow.blocks[i])) is not None}
    sure = {i: label for i, label in found.items() if not _opens_turns(label, flow.blocks[i], i, turns)}
    style = _main_style([label for label in sure.values() if label.kind in (LabelKind.DATE, LabelKind.VENUE)])
    first = min(sure, default=0)
    if style is None and first and "N" in sure[first].style:
        first, style = _numbered_above(flow, first, sure[first].style)
    if style:
        for index in range(first, limit):
            if index not in found and index not in turns:
                label = unknown_label(flow, flow.blocks[index], style)
                if label is not None and not _opens_turns(label, flow.blocks[index], index, turns):
                    sure[index] = label
    bodies = Counter(label.words for label in sure.values() if label.kind is LabelKind.BODY)
    # 審議結果 under every item is no label of the document.
    sure = {i: label for i, label in sure.items() if bodies[label.words] < 2}
    facts = [i for i, label in sure.items() if label.kind in _FACTS]
    if facts:
        # 会議録 on a line of its own above 日時 is the end of the title.
        sure = {i: label for i, label in sure.items() if label.kind is not LabelKind.BODY or i > facts[0]}
    return _pruned(flow, sure, turns, style)


def _opens_turns(label: Label, block: Block, index: int, turns: frozenset[int]) -> bool:
    """《開会》 right above the first turn is a heading of the proceedings and no label."""
    return label.kind in (LabelKind.OPEN, LabelKind.CLOSE) and label.value == block.end and index + 1 in turns


def _numbered_above(flow: Flow, first: int, style: str) -> tuple[int, str | None]:
    """The block of a label of unknown words numbered 1 above the first known one, and their common style."""
    for index in range(first):
        words = flow.words(flow.blocks[index])
        if re.match(r"\(?第?[1一]\)?[^\d]", words) and find_label(flow, flow.blocks[index], style=style) is not None:
            return index, style
    return first, None


_FACTS = frozenset((LabelKind.DATE, LabelKind.VENUE, LabelKind.PEOPLE, LabelKind.OPEN))


def _pruned(flow: Flow, labels: dict[int, Label], turns: frozenset[int], style: str | None) -> dict[int, Label]:
    """Without groups inside lists of people, and without turns of those groups."""
    kept: dict[int, Label] = {}
    people = False
    for index, label in sorted(labels.items()):
        group = label.kind in (LabelKind.PEOPLE, LabelKind.OTHER, LabelKind.VENUE) and len(label.words) <= 9
        own = label.words in flow.habits.labels
        if people and group and label.kind is LabelKind.PEOPLE and label.style != style and not own:
            continue
        if index in turns and label.kind in (LabelKind.PEOPLE, LabelKind.OTHER) and (own or label.words in _SPEAKING):
            continue
        undecorated = not label.style and label.words in _SPEAKING
        if people and undecorated and flow.folded[label.value : flow.blocks[index].end].strip():
            continue
        people = label.kind in (LabelKind.PEOPLE, LabelKind.ABSENT)
        kept[index] = label
    return kept


_SPEAKING = frozenset(["委員", "事務局", "議長", "担当課", "関係課", "説明員", "説明者", "書記", "司会", "進行", "関係者", "参考人", "構成員", "オブザーバー", "担当", "執行機関"])


def _main_style(labels: Sequence[Label]) -> str | None:
    styles = [label.style for label in labels]
    return max(styles, key=styles.count) if styles else None


def _first_content(flow: Flow, turns: frozenset[int], labels: dict[int, Label]) -> int:
    """The first block that can only be body: a turn with words, or a sentence under no other label."""
    current: Label | None = None
    for index, block in enumerate(flow.blocks):
        label = labels.get(index)
        if label is not None:
            current = label
            if label.kind is LabelKind.BODY and index + 1 < len(flow.blocks):
                following = _first_sentence(flow, index + 1)
                return min(following, index + 1) if following is not None else index + 1
            continue
        words = flow.words(block)
        if index in turns and _speaks(flow, index, turns):
            return index
        if _NOTE.match(words) and not _SENTENCE.match(words[1:]):
            continue
        if _HELD.search(words) and current is None and any(labels[i].kind in _FACTS for i in labels if i > index):
            continue
        if _SENTENCE.match(words) and not words.startswith("※") and not _of_label(current, words):
            return index
        if current is not None and current.kind is LabelKind.AGENDA and (is_result(words, flow.habits.decisions) or _RESULT_LABEL.match(words)):
            return index
        if _STAGE_TIME.match(words) and current is not None and current.kind in (LabelKind.AGENDA, LabelKind.PEOPLE, LabelKind.ABSENT) and re.search(
            r"開会|開議", words
        ):
            return index
    return len(flow.blocks)


def _first_sentence(flow: Flow, index: int) -> int | None:
    return next((i for i in range(index, len(flow.blocks)) if _SENTENCE.match(flow.words(flow.blocks[i]))), None)


def _of_label(current: Label | None, words: str) -> bool:
    """A sentence that is the value of a label: 傍聴者なし。 西谷委員は所用により欠席。"""
    if current is None:
        return False
    if current.kind is LabelKind.OTHER:
        return len(words) < 60 and not re.search(r"(?:次|以下|左|下記)のとおり|から、|より、", words)
    return current.kind in (LabelKind.PEOPLE, LabelKind.ABSENT, LabelKind.VENUE, LabelKind.DATE, LabelKind.NEXT) and len(words) < 50 and bool(
        re.search(r"欠席|出席|左のとおり|次のとおり|以下のとおり|開催|会議|参加|退席|到着", words)
    )


def _speaks(flow: Flow, index: int, turns: frozenset[int]) -> bool:
    words = flow.words(flow.blocks[index])
    if _SPOKEN_END.search(words) and len(words) > 10:
        return True
    following = index + 1
    if following >= len(flow.blocks) or following in turns:
        return False
    after = flow.words(flow.blocks[following])
    return (bool(_SPOKEN_END.search(after)) and len(after) > 8) or bool(re.match(r"[《(〔].*[》)〕]$", after))


def _body(
    flow: Flow, labels: dict[int, Label], content: int, turns: frozenset[int]
) -> tuple[Flow, dict[int, Label], int, int | None]:
    """Where the body begins (a block index), and the label whose value lists the items."""
    before = [i for i in sorted(labels) if i <= content]
    bodies = [i for i in before if labels[i].kind is LabelKind.BODY]
    agendas = [i for i in before if labels[i].kind is LabelKind.AGENDA]
    if bodies:
        flow, labels, start = _split_label(flow, labels, bodies[0])
        lists = [i for i in agendas if i < bodies[0]]
        return flow, labels, start, _first_list(lists, labels)
    if agendas:
        return _body_after_list(flow, labels, agendas, content, turns)
    start = _back_over_headings(flow, labels, content)
    return flow, labels, start, None


def _first_list(lists: list[int], labels: dict[int, Label]) -> int | None:
    return lists[0] if lists else None


def _split_label(flow: Flow, labels: dict[int, Label], index: int) -> tuple[Flow, dict[int, Label], int]:
    """Part a body label from a value in its own block."""
    label, block = labels[index], flow.blocks[index]
    start = label.value
    if label.note and re.search(r"[○●◎◇◆・→⇒]", label.note):
        start = flow.folded.index("(", label.start)
    if start >= block.end:
        return flow, labels, index + 1
    halves = (evolve(block, end=start), evolve(block, start=start, gap=0))
    blocks = (*flow.blocks[:index], *halves, *flow.blocks[index + 1 :])
    moved = {i if i <= index else i + 1: found for i, found in labels.items()}
    return evolve(flow, blocks=blocks), moved, index + 1


def _body_after_list(
    flow: Flow, labels: dict[int, Label], agendas: list[int], content: int, turns: frozenset[int]
) -> tuple[Flow, dict[int, Label], int, int | None]:
    top = agendas[0]
    between = [i for i in range(top + 1, content) if labels.get(i) is None or labels[i].kind is LabelKind.AGENDA]
    own = flow.folded[labels[top].value : flow.blocks[top].end].strip()
    if content >= len(flow.blocks) and labels[top].words in _SECTIONS and not own:
        # Nothing but sections with their items: they are the body.
        return flow, labels, top, None
    others = [i for i in labels if top < i < content and labels[i].kind is not LabelKind.AGENDA]
    if others:
        # Another label parts the list from the body, whose headings stand right before the content.
        return flow, labels, _back_over_headings(flow, labels, content), top
    repeated = _second_mention(flow, between, own)
    if repeated is not None:
        return flow, labels, repeated, top
    nested = [i for i in agendas if i > top and labels[i].style == labels[top].style]
    if nested and nested[-1] < content:
        return flow, labels, nested[-1] + 1 if labels[nested[-1]].words in ("議事", "議題") else nested[-1], top
    if own and not between:
        return flow, labels, content, top
    if _goes_on(flow, between, content, turns) or not between:
        if own and find_heading(flow, flow.blocks[top]) is None and labels[top].words in ("議題", "議事", "案件"):
            return flow, labels, min(between, default=content), top
        flow, labels, start = _split_label(flow, labels, top)
        if labels[top].words in _SECTIONS:
            start = top
        return flow, labels, start, None
    return flow, labels, content, top


_SECTIONS = frozenset(["審議事項", "報告事項", "協議事項", "議決事項", "承認事項", "諮問事項", "決定事項"])


def _second_mention(flow: Flow, between: list[int], own: str) -> int | None:
    """The block that repeats an item of the list: there the body begins."""
    seen: list[tuple[int | None, str]] = [(None, _bare_title(own))] if own else []
    for position, index in enumerate(between):
        heading = find_heading(flow, flow.blocks[index])
        number = heading.number if heading else None
        words = _bare_title(flow.words(flow.blocks[index]))
        if position > 0 and len(words) >= 2 and any(n in (None, number) and similar(words, earlier) for n, earlier in seen):
            return index
        if words:
            seen.append((number, words))
    return None


_DECORATION = re.compile(
    r"^[ ]*(?:\(?第?[\d一二三四五六七八九十]{1,3}[号).、]?\)?|[①-⑳⑴-⒇○・◆□■◇≪《【\[<「-]|[ア-ン](?=[ ).])|議[題案事]第?\d*号?|日程第\d+)[ .):]*"
)
_NOTE_BEHIND = re.compile(r"\([^()]*\)$")
_CLOSING = re.compile(r"[≫》】\]>」 ]|(?:について|の件)$")
_NEARLY = 0.8


def _bare_title(words: str) -> str:
    heading = _NOTE_BEHIND.sub("", squeeze(_DECORATION.sub("", words)))
    return _CLOSING.sub("", heading)


def similar(left: str, right: str) -> bool:
    """Whether two titles, bare of numbers, name one item: equal, one within the other, or nearly so."""
    if left == right:
        return True
    short, long = sorted((left, right), key=len)
    if len(short) >= 6 and short in long and len(short) >= 0.6 * len(long):
        return True
    if len(short) < 8 or not _may_be_near(left, right):
        return False
    return SequenceMatcher(None, left, right, autojunk=False).ratio() >= _NEARLY


def _may_be_near(left: str, right: str) -> bool:
    """What the characters two titles share tell before their order is compared: it can only lower the ratio."""
    least = _NEARLY * (len(left) + len(right)) / 2
    return min(len(left), len(right)) >= least and (Counter(left) & Counter(right)).total() >= least


def _goes_on(flow: Flow, between: list[int], content: int, turns: frozenset[int]) -> bool:
    """Whether the headings before the content go on after it: then they are headings of the body."""
    if not between:
        return True
    headings = [find_heading(flow, flow.blocks[i]) for i in between]
    if _recurs(flow, [h for h in headings if h is not None], content, turns):
        return False
    if headings[-1] is None and len(headings) > 1 and between[-1] - between[0] == len(between) - 1 and len(flow.words(flow.blocks[between[-1]])) < 20:
        # Q 片桐委員: the label of the first speech stands between the heading and its words.
        between, headings = between[:-1], headings[:-1]
        content -= 1
    last = headings[-1]
    if last is None or between[-1] != content - 1:
        return len(between) == 1 and between[0] == content - 1
    for index in range(content, len(flow.blocks)):
        if index in turns:
            continue
        later = find_heading(flow, flow.blocks[index])
        if later is not None and later.style == last.style and (later.number or 0) == (last.number or 0) + 1:
            return True
    numbered = [h for h in headings if h is not None and h.style == last.style]
    return len(numbered) == 1


def _recurs(flow: Flow, headings: Sequence[Heading], content: int, turns: frozenset[int]) -> bool:
    """Whether a title listed before the content is a heading behind it: then the titles were a list."""
    titles = [bare for h in headings if len(bare := _bare_title(h.title)) > 3]
    for index in range(content, len(flow.blocks)):
        later = None if index in turns else find_heading(flow, flow.blocks[index])
        if later is not None and any(similar(_bare_title(later.title), title) for title in titles):
            return True
    return False


def _back_over_headings(flow: Flow, labels: dict[int, Label], content: int) -> int:
    start = content
    while start > 0 and start - 1 not in labels and _stands_before_body(flow, flow.blocks[start - 1]):
        start -= 1
    return start


def _stands_before_body(flow: Flow, block: Block) -> bool:
    heading = find_heading(flow, block)
    words = flow.words(block)
    opens = heading is not None and (heading.strong or (bool(heading.style) and _OPENS.fullmatch(squeeze(heading.title)) is not None))
    return opens or bool(_STAGE_TIME.match(words))


def _collect(flow: Flow, labels: dict[int, Label], body: int, header: HeaderDraft) -> None:
    """Give each block above the body to its label, and each character a region."""
    current: Section | None = None
    for index in range(body):
        block = flow.blocks[index]
        label = labels.get(index)
        if label is not None:
            current = Section(label, _value(flow, label, block))
            header.sections.append(current)
        elif current is not None:
            current.blocks.append(block)
    for section in header.sections:
        _paint(section, header)
    for place in header.title.lines:
        header.regions.append((*place, RegionKind.TITLE, "title"))
    for place in header.title.banners:
        header.regions.append((*place, RegionKind.TITLE, "banner"))


def _value(flow: Flow, label: Label, block: Block) -> Slice | None:
    words = flow.folded[label.value : block.end]
    start = label.value + len(words) - len(words.lstrip(" :"))
    return (start, block.end) if start < block.end else None


def _paint(section: Section, header: HeaderDraft) -> None:
    name = f"label_{section.label.kind}"
    header.regions.append((section.label.start, section.label.value, RegionKind.LABEL, name))
    for start, end in section.places():
        header.regions.append((start, end, RegionKind.VALUE, f"value_{section.label.kind}"))


def _listed(flow: Flow, header: HeaderDraft, top: int | None) -> list[Listed]:
    """The items listed in the header, with the sections they stand under."""
    found: list[Listed] = []
    for part in header.of(LabelKind.AGENDA):
        section = part.label.words if part.label.words in _SECTIONS else None
        headings = [_item(flow, place) for place in part.places()]
        numbered = any(h is not None and h.number is not None for h in headings)
        found += _nested([h for h in headings if h is not None and (h.style or not numbered)], section)
    return found


def _item(flow: Flow, place: Slice) -> Heading | None:
    heading = find_heading(flow, Block(place[0], place[1], 0, 0))
    words = flow.folded[slice(*place)]
    if heading is not None or words.endswith("。"):
        return heading
    title = clean(flow.text[slice(*place)]).strip().lstrip("・○◆◇ 　")
    return Heading("", None, None, title, False, False, False, place) if 3 < len(title) < 80 else None


def _nested(headings: Sequence[Heading], section: str | None) -> list[Listed]:
    """Items and sections of a list: what is directly followed by a deeper item is a section."""
    levels: dict[str, int] = {}
    found: list[Listed] = []
    above: list[tuple[int, str | None]] = [(-1, section)]
    for heading, following in zip(headings, [*headings[1:], None], strict=False):
        level = levels.setdefault(heading.style, len(levels))
        while above[-1][0] >= level:
            above.pop()
        deeper = following is not None and levels.get(following.style, len(levels)) > level
        if heading.section or (deeper and following is not None and following.number in (1, None) and following.style != heading.style):
            above.append((level, heading.title))
        else:
            found.append(Listed(heading.number, heading.title, heading.label, above[-1][1]))
    return found


def _body_elsewhere(flow: Flow, header: HeaderDraft) -> str | None:
    """The body's name where the title has none: in a label of its own, the venue, a document's name, a heading."""
    for section in header.sections:
        if section.label.words in ("会議名", "会議の名称", "名称", "審議会名", "委員会名", "審議会等名", "審議会等の名称", "附属機関等の名称", "附属機関の名称"):
            for place in section.places():
                draft = read_title(flow, [Block(place[0], place[1], 0, 0)])
                if draft.body:
                    return draft.body
                return squeeze(flow.text[slice(*place)]) or None
    for section in [*header.of(LabelKind.OTHER), *header.of(LabelKind.VENUE)]:
        for place in section.places():
            name = body_in(flow.text[slice(*place)])
            if name:
                return name
    above = flow.text[: flow.blocks[header.body].start] if header.body < len(flow.blocks) else flow.text
    return body_in(above[:1500].replace("\n", "、"))


_OFFICIALS = re.compile(r" *(?:事務局|局長|次長|課長|係長|書記|主査|主事|主任|主幹)[長次員]? *\S")
_ENTRY_OPENS = re.compile(
    r"(?:委 *員|会 *長|副 *会 *長|議 *[員長]|書 *記|主 *[査任事幹]|事 *務 *局|[市町村部課局] *長|幹 *事|同|[一-龥]{1,10}(?:長|委員|議員|代理者?|主査|主任|主事)) +\S|\d{1,2}番|[◎○【(<]|[^\s:、]{1,8}(?: {1,3}[^\s:、]{1,2}){0,4} ?:"
)


def people_listings(header: HeaderDraft, flow: Flow) -> list[Listing]:
    """The lists of people of the header, as `read_people` takes them: a line that opens an entry stands alone."""
    return [listing for section in header.of(LabelKind.PEOPLE, LabelKind.ABSENT) for listing in _listings(flow, section)]


def _listings(flow: Flow, section: Section) -> Iterator[Listing]:
    """The list under a label; officials below a blank line under 欠席委員 are a list of their own."""
    absent = section.label.kind is LabelKind.ABSENT
    places = section.places()
    apart = next((i for i, b in enumerate(section.blocks) if absent and b.gap and _OFFICIALS.match(flow.words(b))), None)
    if apart is not None and all(b.gap == 0 for b in section.blocks[:apart]):
        own = len(places) - len(section.blocks) + apart
        yield Listing(section.label.words, tuple(_entry_lines(flow, places[:own])), absent)
        yield Listing("", tuple(_entry_lines(flow, places[own:])))
    else:
        yield Listing(section.label.words, tuple(_entry_lines(flow, places)), absent)


def _entry_lines(flow: Flow, places: Sequence[Slice]) -> list[Slice]:
    found: list[Slice] = []
    for start, end in places:
        opened = start
        for at, _ in flow.lines(start, end)[1:]:
            if _ENTRY_OPENS.match(flow.folded, at, end):
                found.append((opened, at))
                opened = at
        found.append((opened, end))
    return found


