"""One self-contained HTML page: agenda, exchanges as threads, and the source text beside them.

It needs no network and no script; it may be sent by mail, read on a telephone and printed.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from importlib.resources import files

from minutes_model.interchange.characters import printable
from minutes_model.interchange.markdown import LOST_IN_READING
from minutes_model.interchange.original import Places, original
from minutes_model.interchange.reading import (
    act_label,
    facts,
    groups,
    heading,
    label_of,
    person_note,
    speaker_words,
    threads,
    title_of,
)
from minutes_model.interchange.registry import Export, exporter, losses_of
from minutes_model.model import (
    AgendaItem,
    AttendanceChange,
    Decision,
    Explanation,
    Meeting,
    Proceeding,
    Remark,
    Response,
)
from minutes_model.result import ParseResult

__all__ = ["HTML", "to_html"]

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def to_html(meeting_or_result: Meeting | ParseResult) -> str:
    """A whole page. Of a `ParseResult` it shows the source too: its regions coloured, each speech linked to its
    place and back, and what was noticed while reading in the margin.

    Text of the document is escaped: it never becomes markup.

    >>> "<h1>第３回 &lt;銀河&gt; 会議</h1>" in to_html(Meeting(title="第３回 <銀河> 会議"))
    True
    """
    result = meeting_or_result if isinstance(meeting_or_result, ParseResult) else None
    meeting = result.meeting if result is not None else meeting_or_result
    assert isinstance(meeting, Meeting)
    places = Places.of(meeting, result)
    body = "\n".join([*_top(meeting, places), *_whole(meeting, result, places)])
    style = files("minutes_model.interchange").joinpath("page.css").read_text(encoding="utf-8")
    return (
        '<!DOCTYPE html>\n<html lang="ja">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_text(title_of(meeting))}</title>\n<style>\n{style}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


@exporter("html", media_type="text/html", suffix=".html", results=True)
def HTML(meeting_or_result: Meeting | ParseResult) -> Export:
    """One page for browsers, with the source text beside the speeches."""
    is_result = isinstance(meeting_or_result, ParseResult)
    meeting = meeting_or_result.meeting if isinstance(meeting_or_result, ParseResult) else meeting_or_result
    shown = ("span",) if is_result else ()
    lost = {name: reason for name, reason in LOST_IN_READING.items() if name.split(".")[1] not in shown}
    return Export(to_html(meeting_or_result), "text/html", losses_of(meeting, lost))


def _text(text: str) -> str:
    return escape(printable(text.replace("\f", "\n")))


def _top(meeting: Meeting, places: Places) -> Iterator[str]:
    yield f'<header class="top">\n<h1>{_text(title_of(meeting))}</h1>\n<dl>'
    for label, value in facts(meeting):
        yield f"<dt>{label}</dt><dd>{_text(value)}</dd>"
    yield "</dl>"
    headed = [item for item in meeting.agenda if heading(item)]
    if headed:
        yield '<nav aria-label="議題">\n<ol>'
        yield from (f'<li><a href="#{places.name(item)}">{_text(heading(item))}</a></li>' for item in headed)
        yield "</ol>\n</nav>"
    yield "</header>"


def _whole(meeting: Meeting, result: ParseResult | None, places: Places) -> Iterator[str]:
    yield f'<div class="whole{" two" if result is not None else ""}">\n<main>'
    yield from _people(meeting, places)
    for item in meeting.agenda:
        yield from _item(item, places)
    yield "</main>"
    if result is not None:
        yield from original(result, places)
    yield "</div>"


def _people(meeting: Meeting, places: Places) -> Iterator[str]:
    if not meeting.attendees:
        return
    yield '<section class="card">\n<h2>出席者</h2>'
    for name, people in groups(meeting).items():
        yield f'<h3>{_text(name)}</h3>\n<ul class="people">'
        for person in people:
            note = person_note(person)
            faint = f' <span class="faint">{note}</span>' if note else ""
            yield f"<li{places.here(person)}>{places.linked(person, _text(person.label))}{faint}</li>"
        yield "</ul>"
    yield "</section>"


def _item(item: AgendaItem, places: Places) -> Iterator[str]:
    section = f'<span class="section">{_text(item.section)}</span> ' if item.section else ""
    yield f'<section class="card"{places.here(item)}>'
    if section or heading(item):
        yield f"<h2>{section}{places.linked(item, _text(heading(item)))}</h2>"
    names = {node.id: node for node in item.remarks}
    for thread in threads(item):
        replies = [line for reply in thread.replies for line in _node(reply, places, names, [])]
        yield from _node(thread.node, places, names, replies)
    yield "</section>"


def _node(node: Proceeding, places: Places, names: dict[str, Remark], replies: list[str]) -> Iterator[str]:
    yield f'<article class="{node.kind}"{places.here(node)}>'
    if isinstance(node, Remark | Response | Explanation):
        yield from _speech(node, places, names)
    elif isinstance(node, AttendanceChange):
        people = "、".join(_text(person.label) for person in node.people)
        yield f"<p>{places.linked(node, label_of('Change', node.change))}：{people}</p>"
    elif isinstance(node, Decision):
        yield f'<header><span class="who">決定</span><span class="tag">{label_of("Outcome", node.outcome)}</span></header>'
        yield f"<p>{places.linked(node, _text(node.text))}</p>"
    else:
        yield f"<p>{places.linked(node, _text(node.text))}</p>"
    yield from replies
    yield "</article>"


def _speech(node: Remark | Response | Explanation, places: Places, names: dict[str, Remark]) -> Iterator[str]:
    who = places.linked(node, _text(speaker_words(node.speaker)), "who")
    yield f'<header>{who}<span class="tag">{act_label(node)}</span>{_answered(node, places, names)}</header>'
    if node.topic:
        yield f'<p class="faint">話題：{_text(node.topic)}</p>'
    yield from (f"<p>{_text(paragraph)}</p>" for paragraph in node.paragraphs)


def _answered(node: Proceeding, places: Places, names: dict[str, Remark]) -> str:
    asked = [names[name] for name in getattr(node, "in_reply_to", ()) if name in names]
    links = "、".join(
        f'<a href="#{places.name(remark)}">{_text(speaker_words(remark.speaker))}</a>' for remark in asked
    )
    return f'<span class="faint">→ {links}</span>' if links else ""
