"""What holds of every parse, whatever the text."""

from __future__ import annotations

from itertools import pairwise

import minutes_model as mm
from minutes_model.packing import packed, unpacked
from minutes_model.text import squeeze

__all__ = ["comes_back", "hold"]


def outside(text: str, start: int, end: int, furniture: list[mm.Span]) -> str:
    """The text without the page furniture in it."""
    cut = [(max(s.start, start), min(s.end, end)) for s in furniture if s.start < end and s.end > start]
    pieces, at = [], start
    for first, last in cut:
        pieces.append(text[at:first])
        at = last
    return "".join(pieces) + text[at:end]


def hold(result: mm.ParseResult) -> None:
    """Assert what holds: regions part the text, spans give it back, nothing is said twice, what was not understood is listed."""
    text = result.source.text
    edge = 0
    for region in result.regions:
        assert region.span.start == edge < region.span.end
        edge = region.span.end
    assert edge == len(text)
    furniture = [r.span for r in result.regions if r.kind is mm.RegionKind.FURNITURE]
    for speech in result.meeting.speeches:
        assert (speech.text == "") == (speech.text_span is None)
        if speech.text_span is not None:
            source = outside(text, speech.text_span.start, speech.text_span.end, furniture)
            assert squeeze(source) == squeeze(speech.text)
    said = sorted(speech.text_span for speech in result.meeting.speeches if speech.text_span is not None)
    assert all(above.end <= below.start for above, below in pairwise(said)), "said once, listed twice"
    for region in result.regions:
        if region.kind is mm.RegionKind.UNPARSED:
            assert isinstance(result.meeting.get(region.node_id or ""), mm.Narration)
            assert any(d.span and d.span.overlaps(region.span) for d in result.diagnostics)
    assert mm.check(result.meeting) == ()


def comes_back(result: mm.ParseResult) -> None:
    """Assert that a result packed for another process is there what it was."""
    again = unpacked(packed(result))
    assert again == result
    assert again.meeting.provenance == result.meeting.provenance
    assert again.regions == result.regions
    assert [node.span for _, node in again.meeting.walk()] == [node.span for _, node in result.meeting.walk()]
    assert mm.to_json(again) == mm.to_json(result)
