"""How values show themselves: a short ``repr`` for consoles, HTML for notebooks.

Classes of the model import this when they are shown. It reads their fields and nothing else, so
that the model knows no format and no parser. Everything from a document is escaped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from minutes_model.patterns import regex

if TYPE_CHECKING:
    from minutes_model.diagnostics import Diagnostic
    from minutes_model.model import AgendaItem, Exchange, Meeting, Proceeding, Speech
    from minutes_model.result import ParseResult

__all__ = [
    "diagnostic_html",
    "diagnostic_repr",
    "exchange_html",
    "exchange_repr",
    "item_html",
    "item_repr",
    "meeting_html",
    "meeting_repr",
    "result_html",
    "result_repr",
    "speech_html",
    "speech_repr",
]

_MOST = 60
"""How many proceedings of an item, people, or diagnostics are shown."""
_LONGEST = 280
"""How many characters of a statement are shown."""
_SOURCE = 6_000
"""How many characters of a source are shown."""

_UNPRINTABLE = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


# In a console -----------------------------------------------------------------------------------------


def meeting_repr(meeting: Meeting) -> str:
    """``<Meeting '第３回 銀河会議 議事概要' 2024-09-11, 2 items, 5 speeches>``."""
    words = [_quoted(meeting.title or meeting.body or ""), str(meeting.date or "undated")]
    return f"<Meeting {' '.join(words)}, {_count(meeting.agenda, 'item')}, {_count(meeting.speeches, 'speech', 'speeches')}>"


def item_repr(item: AgendaItem) -> str:
    """``<AgendaItem i1 '議題１ 港の改修について', 4 proceedings>``."""
    return f"<AgendaItem {_named(item.id)}{_quoted(_heading(item))}, {_count(item.proceedings, 'proceeding')}>"


def speech_repr(speech: Speech) -> str:
    """``<Remark i1.s2 '大島委員': '駅を増やせないか'>``."""
    return f"<{type(speech).__name__} {_named(speech.id)}{_said(speech)}>"


def exchange_repr(exchange: Exchange) -> str:
    """``<Exchange '大島委員': '駅を増やせないか' → '大庭課長': '検討する'>``."""
    answers = ", ".join(map(_said, exchange.responses[:3])) or "nobody"
    answers += f" and {len(exchange.responses) - 3} more" if len(exchange.responses) > 3 else ""
    return f"<Exchange {_said(exchange.remark)} → {answers}>"


def diagnostic_repr(found: Diagnostic) -> str:
    """``<Diagnostic MM102 warning at 23..36: '…'>``."""
    place = f" at {found.span.start}..{found.span.end}" if found.span is not None else ""
    return f"<Diagnostic {found.code} {found.severity.value}{place}: {_quoted(found.message, 100)}>"


def result_repr(result: ParseResult) -> str:
    """``<ParseResult of 5438 characters of 'minutes.txt': <Meeting …>, 2 diagnostics>``."""
    name = f" of {result.source.name!r}" if result.source.name else ""
    return (
        f"<ParseResult of {len(result.source.text)} characters{name}: {meeting_repr(result.meeting)}, "
        f"{_count(result.diagnostics, 'diagnostic')}>"
    )


def _named(name: str) -> str:
    return f"{name} " if name else ""


def _said(speech: Speech) -> str:
    who = _quoted(speech.speaker.label, 20)
    if speech.text:
        return f"{who}: {_quoted(speech.text)}"
    return f"{who} on {_quoted(speech.topic)}" if speech.topic else who


def _quoted(words: str, length: int = 40) -> str:
    return repr(_short(words, length))


def _short(words: str, length: int) -> str:
    return words if len(words) <= length else words[: length - 1] + "…"


def _count(values: Sequence[object], one: str, several: str | None = None) -> str:
    return f"{len(values)} {one if len(values) == 1 else several or one + 's'}"


def _heading(item: AgendaItem) -> str:
    return " ".join(filter(None, (item.section, item.label, item.title)))


# In a notebook ----------------------------------------------------------------------------------------


def meeting_html(meeting: Meeting) -> str:
    """The head of a meeting, and each item with what was said, folded away."""
    items = "".join(_folded(item) for item in meeting.agenda)
    return f'<div class="minutes-model">{_head(meeting)}{items}</div>'


def item_html(item: AgendaItem) -> str:
    """An item with what was said in it."""
    return f'<div class="minutes-model"><b>{_text(_heading(item)) or "（無題）"}</b>{_proceedings(item)}</div>'


def speech_html(speech: Speech) -> str:
    """Who said what, whole."""
    return f'<div class="minutes-model">{_speech(speech, None)}</div>'


def exchange_html(exchange: Exchange) -> str:
    """A remark, and the answers below it."""
    answers = "".join(_speech(answer, None) for answer in exchange.responses)
    below = answers or _faint("（回答なし）")
    return f'<div class="minutes-model">{_speech(exchange.remark, None)}<div style="margin-left:2em">{below}</div></div>'


def diagnostic_html(found: Diagnostic) -> str:
    """Code, severity, message and place."""
    place = f" {found.span.start}–{found.span.end}" if found.span is not None else ""
    colour = _SEVERITIES.get(found.severity.value, "inherit")
    code = f'<b style="color:{colour}">{_text(found.code)} {found.severity.value}</b>'
    return f'<div class="minutes-model">{code} {_text(found.message)}{_faint(place)}</div>'


def result_html(result: ParseResult) -> str:
    """The source with its regions coloured, and the meeting beside it; diagnostics above."""
    noticed = "".join(map(diagnostic_html, result.diagnostics[:_MOST])) + _more(result.diagnostics)
    column = "flex:1 1 24em;min-width:0;max-height:36em;overflow:auto"
    source = f'<pre style="white-space:pre-wrap;text-align:left;margin:0">{"".join(_source(result))}</pre>'
    return (
        f'<div class="minutes-model">{noticed}<div style="display:flex;flex-wrap:wrap;gap:1.5em;text-align:left">'
        f'<div style="{column}">{source}</div><div style="{column}">{meeting_html(result.meeting)}</div></div></div>'
    )


# Readable on light and dark grounds alike.
_SEVERITIES = {"error": "#d33", "warning": "#c80", "info": "#48c"}
_COLOURS = {
    "title": "#8882", "label": "#8882", "value": "#48c3", "heading": "#84c4", "speaker": "#2a64", "cue": "#2a62",
    "content": "#fb04", "narration": "#8883", "unparsed": "#e446",
}  # fmt: skip
_KINDS = {"remark": "発言", "response": "回答", "explanation": "説明", "decision": "決定", "attendance_change": "出入り"}


def _text(words: str) -> str:
    return escape(_UNPRINTABLE.sub("\ufffd", words))


def _faint(html: str) -> str:
    return f'<span style="opacity:.65">{html}</span>' if html else ""


def _more(values: Sequence[object]) -> str:
    return _faint(f"… ほか{len(values) - _MOST}件") if len(values) > _MOST else ""


def _head(meeting: Meeting) -> str:
    # Notebooks let the cells of a heading shrink, to one character of Japanese.
    heading = "text-align:left;vertical-align:top;white-space:nowrap;padding-right:1em"
    rows = "".join(
        f'<tr><th style="{heading}">{label}</th><td style="text-align:left">{_text(value)}</td></tr>'
        for label, value in _facts(meeting)
        if value
    )
    return f"<b>{_text(meeting.title or meeting.body or '（無題）')}</b><table>{rows}</table>"


def _facts(meeting: Meeting) -> Iterator[tuple[str, str]]:
    yield "会議体", meeting.body or ""
    times = "～".join(time.strftime("%H:%M") if time else "" for time in (meeting.start_time, meeting.end_time))
    day = f"{meeting.date or ''}{f'（{meeting.era_date}）' if meeting.era_date else ''}"
    yield "日時", f"{day} {times if len(times) > 1 else ''}".strip()
    yield "場所", meeting.venue or ""
    people = [attendee.label for attendee in meeting.attendees]
    others = f" ほか{len(people) - _MOST}名" if len(people) > _MOST else ""
    yield "出席者", "、".join(people[:_MOST]) + others


def _folded(item: AgendaItem) -> str:
    heading = _text(_heading(item)) or "（無題）"
    count = _faint(f"（発言{len(item.speeches)}、決定{len(item.decisions)}）")
    return f"<details><summary>{heading} {count}</summary>{_proceedings(item)}</details>"


def _proceedings(item: AgendaItem) -> str:
    return "".join(map(_proceeding, item.proceedings[:_MOST])) + _more(item.proceedings)


def _proceeding(node: Proceeding) -> str:
    if node.kind in ("remark", "response", "explanation"):
        return _speech(node, _LONGEST)
    # The kinds that are no speech have a text, or people.
    words: str = getattr(node, "text", "") or "、".join(person.label for person in getattr(node, "people", ()))
    return f"<p>{_tag(node)}{_text(_short(words, _LONGEST))}</p>"


def _tag(node: Any) -> str:
    return _faint(_KINDS.get(node.kind, "")) + " " if node.kind in _KINDS else ""


def _speech(speech: Any, length: int | None) -> str:
    words: str = speech.text if length is None else _short(speech.text, length)
    topic = _faint(f"（{_text(speech.topic)}）") if speech.topic else ""
    paragraphs = "<br>".join(map(_text, words.split("\n")))
    return f"<p><b>{_text(speech.speaker.label)}</b> {_tag(speech)}{topic}<br>{paragraphs}</p>"


def _source(result: ParseResult) -> Iterable[str]:
    text = result.source.text
    at = 0
    for region in result.regions:
        if region.span.start >= _SOURCE:
            break
        yield _text(text[at : region.span.start])
        start, at = max(at, region.span.start), max(at, min(region.span.end, _SOURCE))
        colour = _COLOURS.get(region.kind.value)
        words = _text(text[start:at])
        yield f'<span style="background:{colour}" title="{region.kind.value}">{words}</span>' if colour else words
    yield _text(text[at:_SOURCE])
    if len(text) > _SOURCE:
        yield _faint(f"… ほか{len(text) - _SOURCE}字")
