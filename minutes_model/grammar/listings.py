"""The lists of people of a header, line by line, as `read_people` takes them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from minutes_model.grammar.attendees import Listing
from minutes_model.grammar.draft import Slice
from minutes_model.grammar.header_draft import HeaderDraft, Section
from minutes_model.grammar.label_words import LabelKind
from minutes_model.grammar.list_heads import NUMBERED_KIND, is_alone
from minutes_model.grammar.list_prose import names_present
from minutes_model.grammar.list_rows import tokenize
from minutes_model.grammar.list_words import SEAT, ends_in_title, is_group
from minutes_model.layout import Block, Flow, cuts_entry, cuts_title, stops_in_entry
from minutes_model.patterns import regex
from minutes_model.people.families import possible_families
from minutes_model.text import squeeze

__all__ = ["people_listings"]

_LONGEST_HEAD = 10
_SEVERAL = 2
_NUMBER = regex(r"^(?:\(\d{1,2}\)|\d{1,2}[.)]?|[①-⑳ア-オ][.)]?)")
_OFFICIALS = regex(r" *(?:事務局|局長|次長|課長|係長|書記|主査|主事|主任|主幹)[長次員]? *\S")
_ENTRY_OPENS = regex(
    r"(?:委 *員|会 *長|副 *会 *長|議 *[員長]|書 *記|主 *[査任事幹]|事 *務 *局|[市町村部課局] *長|幹 *事|同|[一-龥]{1,10}(?:長|委員|議員|代理者?|主査|主任|主事)(?:\([^()]{1,12}\))?) +\S|\d{1,2}番|以上、?各|[◎○【(<]|[^\s:、]{1,8}(?: {1,3}[^\s:、]{1,2}){0,4} ?:"
)


def people_listings(header: HeaderDraft, flow: Flow) -> list[Listing]:
    """The lists of people of the header, as `read_people` takes them: a line that opens an entry stands alone."""
    return [listing for section in _sections(header, flow) for listing in _listings(flow, section)]


def _sections(header: HeaderDraft, flow: Flow) -> Iterator[Section]:
    """The sections that list people: those of the known labels, who presides where the list leaves him out, and right behind them others whose lines all bear titles (○法人)."""
    listed = False
    without_chair = any(section.label.note and _WITHOUT_CHAIR.search(section.label.note) for section in header.sections)
    for section in header.sections:
        known = section.label.kind in (LabelKind.PEOPLE, LabelKind.ABSENT) or (without_chair and _CHAIR.match(section.label.words) is not None)
        listed = known or (listed and _may_list(section) and _are_entries(flow, section))
        if listed:
            yield section


_CHAIR = regex(r"議長|会長|委員長|座長")
_WITHOUT_CHAIR = regex(r"(?:議長|会長|委員長|座長)を除く")
"""議長（会長）の氏名 and 出席者（議長を除く委員）の氏名: only then is who presides no one of the list."""


def _are_entries(flow: Flow, section: Section) -> bool:
    """Whether every line below a label is a title and a name, or a list of such."""
    lines = section.places()
    return bool(lines) and not any("。" in flow.folded[slice(*line)] for line in lines) and all(_titled(flow, *line) for line in lines)


def _may_list(section: Section) -> bool:
    """Whether a label that is none of people may have people below it, or beside it where it is a house: ■所管課　寺岡俊スポーツ課長、…."""
    return _OF_HOUSE.search(section.label.words) is not None if section.label.known or section.value is not None else True


_OF_HOUSE = regex(r"[課室局部署側]$")


def _titled(flow: Flow, start: int, end: int) -> bool:
    if any(token.kind in "TE" for token in tokenize(flow.folded, start, end)):
        return True
    return any(ends_in_title(entry) for entry in flow.folded[start:end].split("、"))


def _listings(flow: Flow, section: Section) -> Iterator[Listing]:
    """The list under a label; officials under 欠席委員, below a blank line or members, are a list of their own."""
    absent = section.label.kind is LabelKind.ABSENT
    places = section.places()
    members = section.label.words.endswith(("委員", "議員"))
    below = [True, *(" " in flow.words(above) for above in section.blocks)]
    apart = next((i for i, b in enumerate(section.blocks) if absent and (b.gap or (members and i and below[i])) and _OFFICIALS.match(flow.words(b))), None)
    if apart is not None and all(b.gap == 0 for b in section.blocks[:apart]):
        own = len(places) - len(section.blocks) + apart
        yield Listing(section.label.words, tuple(_entry_lines(flow, places[:own])), absent, section.label.note)
        yield Listing("", tuple(_entry_lines(flow, places[own:])))
    else:
        yield Listing(section.label.words, tuple(_entry_lines(flow, places)), absent, section.label.note, heads=_hanging(flow, section.blocks), indents={block.start: block.indent for block in section.blocks})


def _hanging(flow: Flow, blocks: Sequence[Block]) -> dict[int, int]:
    """Where the entries begin behind groups that hang before one column, by the start of their lines.

    警察本部　　　田宮本部長　鵜飼警務部長 / 　　　　　　　箕浦交通部長 / 庶　務　　　　小此木事務室長
    """
    if len(blocks) < _SEVERAL:
        return {}
    cells = {block.start: _columns(flow, block) for block in blocks}
    shared = set.intersection(*(set(c) | {b.indent} for b, c in zip(blocks, cells.values(), strict=True)))
    for column in sorted(shared):
        heads = {b.start: cells[b.start][column] for b in blocks if b.indent != column}
        told = [squeeze(flow.folded[start:end]) for start, end in heads.items()]
        # １号委員（学識経験者）　　烏丸会長、柏葉委員
        kinds = [word for word in told if NUMBERED_KIND.fullmatch(word)]
        words = [_NUMBER.sub("", word) for word in told if word not in kinds]
        if any(_holds_title(flow.folded[start:end]) for start, end in heads.items()):
            # 部会長　綾部　文彦: the column is that of given names.
            continue
        if len(told) > 1 and all(map(is_alone, told)) and all(_holds_title(flow.folded[heads.get(b.start, b.start) : b.end]) for b in blocks):
            # 委員会　　会　長　森　茂樹 … 事務局　　館　長　谷　薫, each above rows of titles and names in one column
            return heads
        if len(told) > 1 and not any(SEAT.match(flow.folded[start:end].strip()) for start, end in heads.items()) and (kinds or any(map(is_group, words))) and all(map(_may_head, words)) and any(_several(flow, heads.get(b.start, b.start), b.end) for b in blocks):
            return heads
    return {}


def _columns(flow: Flow, block: Block) -> dict[int, int]:
    """The printed columns at which words stand behind a gap, and where those are."""
    found: dict[int, int] = {}
    if flow.folded.find(" ", block.start, block.end) < 0:
        return found
    column = block.indent
    gap = 0
    for at in range(block.start, block.end):
        width = 1 if flow.text[at] < "\x80" else 2
        if flow.folded[at] == " ":
            gap += width
        else:
            if gap > 1:
                found[column] = at
            gap = 0
        column += width
    return found


def _holds_title(words: str) -> bool:
    """Whether words open with a title in a cell of its own, with others behind it."""
    first, *others = words.split()
    return bool(others) and ends_in_title(first)


def _may_head(words: str) -> bool:
    titled = ends_in_title(words) and not words.endswith(("担当", "職員")) and not words.startswith(("出席", "欠席"))
    return 1 < len(words) <= _LONGEST_HEAD and words[0] != "(" and not titled and not possible_families(words)


def _several(flow: Flow, start: int, end: int) -> bool:
    """Whether a line holds more than one person that bears a title."""
    return "、" in flow.folded[start:end] or sum(token.kind in "TE" for token in tokenize(flow.folded, start, end)) > 1


def _is_row(flow: Flow, start: int, at: int, end: int) -> bool:
    """Whether a printed line begins at ``at`` that goes on with nothing above it: a row of names below another, or what follows ほか."""
    above, below = flow.folded[start:at], flow.folded[at:end]
    if above.endswith(("ほか", "他", "外")):
        return True
    commas = any(comma in above + below for comma in "、,，・")
    last, first = above.split("、")[-1].strip(), below.split("、")[0].strip()
    if commas and _OPENS_HOUSE.match(first) and ends_in_title(last) and ends_in_title(first):
        # …、野沢企画課長 / 独立行政法人産地資料センター木島所長、…
        return True
    if not commas and above.strip() and below.strip() and " " in above.strip() and ends_in_title(above.split()[-1]) and ends_in_title(below.split()[0]):
        # …楢原委員 呉田委員 / 小原委員
        return True
    return not commas and above.count("(") == above.count(")") and " " in above.strip() and " " in below.strip()


_OPENS_HOUSE = regex(r"(?:独立行政|国立研究開発|国立大学|公立大学|(?:一般|公益)(?:社団|財団)|特定非営利活動|社会福祉|学校|医療)法人|(?:株式|有限|合同)会社")


def _entry_lines(flow: Flow, places: Sequence[Slice]) -> list[Slice]:
    found: list[Slice] = []
    for start, end in places:
        opened = start
        if names_present(flow.folded[start:end]):
            found.append((start, end))
            continue
        for at, _ in flow.lines(start, end)[1:]:
            above, below = flow.folded[opened:at], flow.folded[at:end]
            if above[-1] == "兼" or stops_in_entry(above) or cuts_entry(above, below) or cuts_title(above, below):
                continue
            if _ENTRY_OPENS.match(flow.folded, at, end) or _is_row(flow, opened, at, end):
                found.append((opened, at))
                opened = at
        found.append((opened, end))
    return found
