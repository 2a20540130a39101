"""The source text as HTML: every region coloured and linked to its node, pages and diagnostics marked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from html import escape

from attrs import frozen

from minutes_model.diagnostics import Diagnostic
from minutes_model.interchange.characters import printable
from minutes_model.interchange.codebook import code_title, enum_words
from minutes_model.model import Meeting, Node
from minutes_model.result import ParseResult, Region, RegionKind
from minutes_model.spans import Span

__all__ = ["Places", "original"]

_SILENT = (RegionKind.BLANK, RegionKind.FURNITURE)


@frozen
class Places:
    """Anchors: ``p7`` is where the seventh node is shown, ``s7`` where it stands in the source.

    They are numbers of their own, since ids may hold anything, or be missing.
    """

    numbers: dict[int, int]
    by_id: dict[str, int]
    first_region: dict[int, int]
    offsets: dict[int, int]

    @classmethod
    def of(cls, meeting: Meeting, result: ParseResult | None) -> Places:
        nodes: list[Node] = [*meeting.attendees, *meeting.agenda, *(node for _, node in meeting.walk())]
        numbers = {id(node): number for number, node in enumerate(nodes, 1)}
        by_id = {node.id: numbers[id(node)] for node in reversed(nodes) if node.id}
        if result is None:
            return cls(numbers, by_id, {}, {})
        first: dict[int, int] = {}
        for region in result.regions:
            if region.node_id in by_id and region.kind not in _SILENT:
                first.setdefault(by_id[region.node_id], region.span.start)
        length = len(result.source.text)
        offsets = {
            numbers[id(node)]: node.span.start
            for node in nodes
            if node.span is not None and node.span.end <= length and numbers[id(node)] not in first
        }
        return cls(numbers, by_id, first, offsets)

    def name(self, node: Node) -> str:
        """The anchor of a node where it is shown."""
        return f"p{self.numbers[id(node)]}"

    def here(self, node: Node) -> str:
        """The attribute that makes an element the place where a node is shown."""
        return f' id="{self.name(node)}"'

    def linked(self, node: Node, words: str, style: str = "") -> str:
        """Words that lead to the place of a node in the source; plain words where it has none."""
        number = self.numbers[id(node)]
        attribute = f' class="{style}"' if style else ""
        if number in self.first_region or number in self.offsets:
            return f'<a{attribute} href="#s{number}" title="原文の位置へ">{words}</a>'
        return f"<span{attribute}>{words}</span>" if style else words


def original(result: ParseResult, places: Places) -> Iterator[str]:
    """The column of the source text."""
    noted = " noted" if any(d.span is not None for d in result.diagnostics) else ""
    yield f'<aside class="card source{noted}">\n<h2>原文</h2>'
    kinds = {region.kind for region in result.regions} - set(_SILENT)
    if kinds:
        words = enum_words("RegionKind")
        shown = (kind for kind in RegionKind if kind in kinds)
        legend = "".join(
            f'<li><span class="r {_style(kind)}">{words[kind].label}</span></li>' for kind in shown
        )
        yield f'<ul class="legend" aria-label="色の意味">{legend}</ul>'
    yield from (_note(found) for found in result.diagnostics if found.span is None)
    yield f'<div class="text">{"".join(_pieces(result, places))}</div>\n</aside>'


def _style(kind: RegionKind) -> str:
    return "narration-r" if kind is RegionKind.NARRATION else kind.value


def _note(found: Diagnostic) -> str:
    words = escape(printable(found.message))
    title = code_title(found.code)
    # The title is Japanese as the page is; what is told of this place is English.
    told = f'{title} <small lang="en">{words}</small>' if title else words
    return f'<span class="note {found.severity.value}" role="note"><b>{found.code}</b> {told}</span>'


def _pieces(result: ParseResult, places: Places) -> Iterator[str]:
    text = result.source.text
    marks = _marks(result, places)
    offsets = sorted(marks)
    at = 0
    for region in _gapless(result.regions, len(text)):
        for start, end in _cut(region.span, offsets):
            yield from marks.pop(start, ())
            yield _piece(escape(printable(text[start:end].replace("\f", "\n"))), region, start, places)
        at = region.span.end
    yield from marks.pop(at, ())


def _marks(result: ParseResult, places: Places) -> dict[int, list[str]]:
    """What stands between characters: the beginnings of pages, anchors, notes."""
    found: dict[int, list[str]] = {}
    text = result.source.text
    noted = [(min(d.span.start, len(text)), _note(d)) for d in result.diagnostics if d.span is not None]
    for start, note in noted:
        # Behind the line, which stays whole: on a narrow page a note is as wide as the text.
        found.setdefault(_line_end(text, start), []).append(note)
    for number, page in enumerate(result.source.pages, 1):
        found.setdefault(page.start, []).append(f'<span class="page">{number}頁</span>')
    for number, start in places.offsets.items():
        found.setdefault(start, []).append(f'<a id="s{number}"></a>')
    for start, _ in noted:
        found.setdefault(start, []).append('<i class="here"></i>')
    return found


def _line_end(text: str, start: int) -> int:
    """Where the line behind the one of a place begins."""
    end = text.find("\n", start)
    return end + 1 if end >= 0 else len(text)


def _gapless(regions: Iterable[Region], length: int) -> Iterator[Region]:
    """Regions that cover the text, whatever those of a result made by hand leave out or cover twice."""
    at = 0
    for region in regions:
        start, end = max(at, region.span.start), min(region.span.end, length)
        if start >= end:
            continue
        if start > at:
            yield Region(Span(at, start), RegionKind.BLANK)
        yield Region(Span(start, end), region.kind, region.node_id, region.rule)
        at = end
    if at < length:
        yield Region(Span(at, length), RegionKind.BLANK)


def _cut(span: Span, offsets: list[int]) -> Iterator[tuple[int, int]]:
    inner = offsets[bisect_right(offsets, span.start) : bisect_left(offsets, span.end)]
    yield from zip([span.start, *inner], [*inner, span.end], strict=True)


def _piece(words: str, region: Region, start: int, places: Places) -> str:
    if region.kind is RegionKind.BLANK:
        return words
    style = f'class="r {_style(region.kind)}"'
    number = places.by_id.get(region.node_id or "")
    if number is None or region.kind in _SILENT:
        return f"<span {style}>{words}</span>"
    anchor = f' id="s{number}"' if places.first_region.get(number) == start else ""
    return f'<a {style}{anchor} href="#p{number}">{words}</a>'
