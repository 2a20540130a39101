"""What a parse gives: the source as it was, the meeting, and what every character is.

`SourceDocument` is what the readers of files make and the parser takes;
`ParseResult` is what the parser makes and the exporters take.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from hashlib import sha256
from types import MappingProxyType
from typing import Any, Literal, Protocol, TypeAlias

from attrs import field, frozen

from minutes_model.diagnostics import Diagnostic, Severity
from minutes_model.errors import MinutesError, ModelError, ParseError
from minutes_model.model import AgendaItem, Attendee, Meeting, Node, Speech
from minutes_model.spans import Span, made_at_once, spans_of
from minutes_model.text import fold_digits

__all__ = [
    "Location",
    "PackedRegions",
    "ParseFailure",
    "ParseResult",
    "Region",
    "RegionKind",
    "SourceDocument",
]


class RegionKind(StrEnum):
    """What a run of characters of the source is.

    CUE: the reporting clause, marks, connectives, topic words; FURNITURE: page numbers and running
    heads; UNPARSED: kept as a Narration, not understood.
    """

    __hash__ = str.__hash__

    TITLE = "title"
    LABEL = "label"
    VALUE = "value"
    HEADING = "heading"
    SPEAKER = "speaker"
    CUE = "cue"
    CONTENT = "content"
    NARRATION = "narration"
    FURNITURE = "furniture"
    BLANK = "blank"
    UNPARSED = "unparsed"


@frozen(init=False)
class Region:
    """Some characters of the source: what they are, of which node, and by which rule."""

    span: Span = field()
    kind: RegionKind = field()
    node_id: str | None = field(default=None)
    rule: str = field(default="")

    def __init__(self, span: Span, kind: RegionKind, node_id: str | None = None, rule: str = "") -> None:
        # A document has thousands: through the slots, as with spans, they are made in half the time.
        _set_span(self, span)
        _set_kind(self, kind)
        _set_node(self, node_id)
        _set_rule(self, rule)


_set_span, _set_kind, _set_node, _set_rule = (vars(Region)[name].__set__ for name in ("span", "kind", "node_id", "rule"))


@frozen
class Location:
    """Where an offset lies, counted from 1; ``page`` is None where the source has no pages."""

    page: int | None
    line: int
    column: int


# A bare `tuple` as converter leaves type checkers without the type of the argument.
def _spans(values: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(values)


def _diagnostics(values: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(values)


@frozen(kw_only=True)
class SourceDocument:
    """A text as it came out of its file, never altered, with what is known of the file.

    ``pages`` holds the span of each page in ``text``, and is empty where there are none. ``sha256``
    is the hash of the file's bytes; of the UTF-8 text where there is no file.

    >>> SourceDocument(text="一行目\\n二行目").locate(5)
    Location(page=None, line=2, column=2)
    """

    text: str = field(repr=lambda text: f"<{len(text)} characters>")
    name: str | None = None
    url: str | None = None
    media_type: str | None = None
    file_sha256: str | None = field(default=None, repr=False)
    pages: tuple[Span, ...] = field(default=(), converter=_spans, repr=False)
    encoding: str | None = None
    extractor: str | None = None

    @cached_property
    def text_sha256(self) -> str:
        """SHA-256 of the UTF-8 text, in hexadecimal."""
        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def sha256(self) -> str:
        """SHA-256 of the file's bytes, or of the UTF-8 text where there is no file."""
        return self.file_sha256 or self.text_sha256

    @cached_property
    def _line_starts(self) -> Sequence[int]:
        starts = array("q", [0])
        end = 0
        for line in self.text.splitlines(keepends=True):
            end += len(line)
            if line[-1] in "\r\n":
                starts.append(end)
        return starts

    def locate(self, offset: int) -> Location:
        """Page, line and column of an offset (0..len(text)), each counted from 1.

        Raises `ModelError` for an offset outside the text.
        """
        if not 0 <= offset <= len(self.text):
            raise ModelError(f"offset {offset} is outside the text of {len(self.text)} characters")
        line = bisect_right(self._line_starts, offset)
        page = bisect_right([span.start for span in self.pages], offset) if self.pages else None
        return Location(page, line, offset - self._line_starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """The text of a line, counted from 1, without its end."""
        starts = self._line_starts
        stop = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : stop].rstrip("\r\n")


@frozen
class PackedRegions:
    """Regions as flat integers, five a region: start, end, kind, node, rule; unpacked on demand."""

    numbers: array[int]
    kinds: tuple[RegionKind, ...]
    nodes: tuple[str | None, ...]
    rules: tuple[str, ...]

    def pack(self) -> PackedRegions:
        """These regions, which are packed already."""
        return self

    def unpack(self) -> tuple[Region, ...]:
        """The regions, one object each."""
        starts, ends, kinds, nodes, rules = (self.numbers[column::5] for column in range(5))
        columns = (
            (_set_span, spans_of(starts, ends)), (_set_kind, map(self.kinds.__getitem__, kinds)),
            (_set_node, map(self.nodes.__getitem__, nodes)), (_set_rule, map(self.rules.__getitem__, rules)),
        )  # fmt: skip
        return tuple(made_at_once(Region, len(starts), columns))


class RegionMaker(Protocol):
    """Regions still to be worked out."""

    def pack(self) -> PackedRegions:
        """Work them out."""
        ...


def _kept(regions: Any) -> Any:
    return regions if hasattr(regions, "pack") else tuple(regions)


@frozen(kw_only=True)
class ParseResult:
    """A meeting with the text it came from, the region of every character, and the diagnostics."""

    ok: Literal[True] = field(default=True, init=False, repr=False)
    meeting: Meeting
    diagnostics: tuple[Diagnostic, ...] = field(default=(), converter=_diagnostics)
    source: SourceDocument
    _regions: tuple[Region, ...] | RegionMaker = field(default=(), converter=_kept, eq=False, repr=False, alias="regions")

    @cached_property
    def regions(self) -> tuple[Region, ...]:
        """A partition of the source text: in order, none empty, no gap, no overlap."""
        held = self._regions
        return held if isinstance(held, tuple) else held.pack().unpack()

    @cached_property
    def coverage(self) -> Mapping[RegionKind, int]:
        """How many characters each kind of region takes."""
        counts = dict.fromkeys(RegionKind, 0)
        for region in self.regions:
            counts[region.kind] += len(region.span)
        return MappingProxyType(counts)

    def excerpt(self, node_or_span: Node | Span) -> str:
        """The source text of a node or a span, as printed; "" for a node without a span."""
        span = node_or_span if isinstance(node_or_span, Span) else node_or_span.span
        return self.source.text[span.slice] if span is not None else ""

    def raise_for_errors(self) -> ParseResult:
        """This result; raises `ParseError` if any diagnostic has severity ERROR."""
        errors = [d for d in self.diagnostics if d.severity is Severity.ERROR]
        if errors:
            message = "\n".join(describe(error, self.source) for error in errors)
            raise ParseError(message, self.diagnostics)
        return self

    def cite(self, node: Node) -> str:
        """A citation: title, date, page and speaker, as Japanese legal writing gives them.

        個人情報保護委員会（第300回）議事概要（令和6年9月11日）2頁〔清水委員〕
        """
        meeting = self.meeting
        title = fold_digits(meeting.title or meeting.body or self.source.name or "無題")
        day = meeting.era_date or meeting.date
        dated = f"（{day}）" if day is not None else ""
        page = self.source.locate(node.span.start).page if node.span is not None else None
        paged = f"{page}頁" if page is not None else ""
        return title + dated + paged + _cited(node)

    def __repr__(self) -> str:
        from minutes_model.notebook import result_repr

        return result_repr(self)

    def _repr_html_(self) -> str:
        from minutes_model.notebook import result_html

        return result_html(self)


def _cited(node: Node) -> str:
    if isinstance(node, Speech):
        return f"〔{node.speaker.label}〕"
    if isinstance(node, Attendee):
        return f"〔{node.label}〕"
    if isinstance(node, AgendaItem) and (node.label or node.title):
        return f"〔{node.label or ''}{node.title}〕"
    return ""


@frozen(kw_only=True)
class ParseFailure:
    """A source that could not be parsed, and why."""

    ok: Literal[False] = field(default=False, init=False, repr=False)
    source_name: str | None
    error: MinutesError


def describe(diagnostic: Diagnostic, source: SourceDocument) -> str:
    """A diagnostic as a compiler prints it: place, severity, message, the line and a caret."""
    name = source.name or "<text>"
    if diagnostic.span is None:
        return f"{name}: {diagnostic.severity}: {diagnostic.message} [{diagnostic.code}]"
    place = source.locate(diagnostic.span.start)
    line = source.line(place.line)
    before = line[: place.column - 1]
    # A caret stands under its character only if wide characters before it take two columns.
    pad = "".join("　" if ord(c) > 0x2E7F else " " for c in before)
    width = max(1, min(len(diagnostic.span), len(line) - len(before)))
    head = f"{name}:{place.line}:{place.column}: {diagnostic.severity}: {diagnostic.message} [{diagnostic.code}]"
    return f"{head}\n  {line}\n  {pad}{'^' * width}"


Result: TypeAlias = ParseResult | ParseFailure
