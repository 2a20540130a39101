"""The items that the header lists, with the sections they stand under."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from attrs import evolve

from minutes_model.grammar.column_heads import are_a_pair
from minutes_model.grammar.draft import Listed, Slice
from minutes_model.grammar.header_draft import HeaderDraft, Section
from minutes_model.grammar.headings import Heading, find_heading
from minutes_model.grammar.item_titles import bare_title
from minutes_model.grammar.label_words import DEALT_WITH, SECTIONS, LabelKind
from minutes_model.layout import Block, Flow
from minutes_model.patterns import regex
from minutes_model.text import clean

__all__ = ["items_beside", "listed_items"]


def listed_items(flow: Flow, header: HeaderDraft, top: int | None) -> list[Listed]:
    """The items listed in the header, with the sections they stand under."""
    found: list[Listed] = []
    lists = header.of(LabelKind.AGENDA)
    for part in lists:
        above = len(found)
        # 協議案件　１ …, the one list there is, beside its label, and one below 付議案件, which says no more than 議題.
        beside = len(lists) == 1 and (part.value is not None or part.label.words.startswith("付議"))
        section = part.label.words if part.label.words in SECTIONS and not beside else None
        headings = [_item(flow, item) for place in _unwrapped(flow, _without_heads(flow, part.places())) for item in items_beside(flow, place)]
        numbered = any(h is not None and h.number is not None for h in headings)
        # Where bullets come first, numbers below them count what stands under one.
        pointed = next((h.style for h in headings if h is not None), "") == _POINT
        dealt = part.label.words.endswith(DEALT_WITH)
        kept = [h for h in headings if h is not None and (pointed or h.style != _POINT or not numbered)]
        beside_label = _beside_label(flow, part) if section is not None else frozenset()
        found += _nested([h for h, below in zip(kept, [*kept[1:], None], strict=False) if h.style or not numbered or h.about or _heads_part(h, below) or (dealt and h.title.endswith(_BUSINESS))], section)
        found = [evolve(one, section=None) if one.section == section and one.title in beside_label else one for one in found] if beside_label else found
        # …の改正について（可決）, in a list below that of the web page, which has …の改正について＜総務課＞
        found = found[:above] + [one for one in found[above:] if not any(_is_same_item(one, other) for other in found[:above])]
    return found


def _is_same_item(one: Listed, other: Listed) -> bool:
    """Whether two lists tell of one item: by one number, and by titles that differ in nothing but a note behind them."""
    return one.number is not None and one.number == other.number and len(bare := bare_title(one.title)) > _SHORTEST_TITLE and bare == bare_title(other.title)


_SHORTEST_TITLE = 6


def _beside_label(flow: Flow, part: Section) -> frozenset[str]:
    """その他 as far out as the name of the section above deeper items: 報告事項 / 　① 調査の結果について / その他."""
    at = bisect_right(flow.blocks, part.label.start, key=lambda block: block.start) - 1
    rest = [block for block in part.blocks if flow.words(block) == "その他" and block.indent <= flow.blocks[at].indent]
    deeper = any(block.indent > flow.blocks[at].indent for block in part.blocks)
    return frozenset(flow.words(block) for block in rest) if deeper and not part.label.style else frozenset()


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


def items_beside(flow: Flow, place: Slice) -> list[Slice]:
    """The items of a line that holds several: １．前回のふりかえり　２．看板の色彩のルール."""
    part = _PART.match(flow.folded, *place)
    if part is not None:
        return [(place[0], part.end("part")), *items_beside(flow, (part.end(), place[1]))]
    first = flow.folded[place[0]]
    opened = _COUNTS.match(flow.folded, *place) if first in " (" or first.isdecimal() else None
    if opened is None:
        return [place]
    number, cuts = int(opened["number"]), [place[0]]
    for found in _COUNTS_ON.finditer(flow.folded, opened.end(), place[1]):
        if int(found["number"]) == number + 1:
            number += 1
            cuts.append(found.start("item"))
    return [(at, end) for at, end in pairwise([*cuts, place[1]])]


_PART = regex(r"(?P<part>[\[【<〈《][^\[\]【】<>〈〉《》、。\d]{1,10}の部[\]】>〉》]) *(?=\(?\d{1,2}[.) ])")
"""［前半の部］　１ …: a part of the meeting before the first of its items."""
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
