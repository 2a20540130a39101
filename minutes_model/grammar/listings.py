"""The lists of people of a header, line by line, as `read_people` takes them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from minutes_model.grammar.attendees import Listing
from minutes_model.grammar.draft import Slice
from minutes_model.grammar.header import HeaderDraft, Section
from minutes_model.grammar.labels import LabelKind
from minutes_model.layout import Flow
from minutes_model.patterns import regex

__all__ = ["people_listings"]

_OFFICIALS = regex(r" *(?:事務局|局長|次長|課長|係長|書記|主査|主事|主任|主幹)[長次員]? *\S")
_ENTRY_OPENS = regex(
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
