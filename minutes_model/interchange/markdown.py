"""Readable minutes in Markdown (CommonMark), with Japanese headings."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_model.interchange.characters import printable
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
from minutes_model.patterns import regex

__all__ = ["LOST_IN_READING", "MARKDOWN", "to_markdown"]

_SPECIAL = regex(r"[\\`*_{}\[\]<>#|~&]|^[-+=:]|^(\d+)(?=[.)])|(?<=\S)(?=:/{2})")

_ONLY_LABEL = "only the label as printed is written"
LOST_IN_READING = {
    **{f"{name}.span": "offsets into the source text are for programs" for name in (
        "Meeting", "Attendee", "AgendaItem", "Remark", "Response", "Explanation", "Decision", "AttendanceChange",
        "Narration", "Speaker")},
    **{f"{name}.text_span": "offsets into the source text are for programs" for name in ("Remark", "Response", "Explanation")},
    **{f"{name}.id": "ids are for programs" for name in (
        "Meeting", "Attendee", "AgendaItem", "Remark", "Response", "Explanation", "Decision", "AttendanceChange", "Narration")},
    **{f"Attendee.{name}": _ONLY_LABEL for name in ("name", "family", "title", "organization", "honorific", "note")},
    **{f"Speaker.{name}": _ONLY_LABEL for name in (
        "kind", "name", "title", "organization", "honorific", "note", "role", "attendee_id", "candidates", "rule", "confidence")},
    **{f"{name}.verb": "the kind of speech is written, not its verb" for name in ("Remark", "Response", "Explanation")},
    **{f"{name}.mode": "quoted or paraphrased is not told apart" for name in ("Remark", "Response", "Explanation")},
    **{f"{name}.act": "a response or explanation is called that" for name in ("Response", "Explanation")},
    "Response.link": "what told that it is an answer is not written",
    "Meeting.number": "the number as printed is written",
    "AgendaItem.number": "the label as printed is written",
    **{f"Provenance.{name}": "only the name and the address of the source are written" for name in (
        "source_sha256", "text_sha256", "extractor", "version", "profile")},
}  # fmt: skip
"""What neither Markdown nor the text of the HTML page expresses, and why."""


def to_markdown(meeting: Meeting) -> str:
    """The meeting as minutes to read: header, attendees, and per item who said what and what was decided.

    Text of the document is escaped: it never becomes markup. What is not expressed is told by
    ``export(meeting, "markdown").losses``.

    >>> print(to_markdown(Meeting(title="銀河会議", venue="[別館]")))
    # 銀河会議
    <BLANKLINE>
    - 場所：\\[別館\\]
    - 記録：議事概要
    <BLANKLINE>
    """
    lines = [
        f"# {_line(title_of(meeting))}",
        "",
        *(f"- {label}：{_line(value)}" for label, value in facts(meeting)),
        "",
    ]
    if meeting.attendees:
        lines += ["## 出席者", "", *_people(meeting)]
    for item in meeting.agenda:
        lines += _item(item)
    return "\n".join(lines)


@exporter("markdown", media_type="text/markdown", suffix=".md")
def MARKDOWN(meeting: Meeting) -> Export:
    """Readable minutes with Japanese headings."""
    return Export(to_markdown(meeting), "text/markdown", losses_of(meeting, LOST_IN_READING))


def _escaped(line: str) -> str:
    return _SPECIAL.sub(lambda match: f"{match[1]}\\" if match[1] else f"\\{match[0]}", line.strip())


def _line(text: str) -> str:
    """One line of Markdown that shows the text."""
    return _escaped(" ".join(printable(text).split()))


def _paragraphs(text: str, mark: str) -> Iterator[str]:
    for paragraph in filter(str.strip, printable(text).splitlines()):
        yield from (f"{mark}{_escaped(paragraph)}", mark.rstrip())


def _people(meeting: Meeting) -> Iterator[str]:
    for name, people in groups(meeting).items():
        yield from (f"### {_line(name)}", "")
        for person in people:
            note = person_note(person)
            yield f"- {_line(person.label)}" + (f"（{note}）" if note else "")
        yield ""


def _item(item: AgendaItem) -> Iterator[str]:
    if heading(item) or item.section:
        section = f"【{_line(item.section)}】" if item.section else ""
        yield from (f"## {section}{_line(heading(item))}", "")
    elif item.proceedings:
        yield from ("## （見出しなし）", "")
    labels = {node.id: node.speaker.label for node in item.remarks if node.speaker.label}
    for thread in threads(item):
        yield from _node(thread.node, "", labels)
        for reply in thread.replies:
            yield from _node(reply, "> ", labels)


def _node(node: Proceeding, mark: str, labels: dict[str, str]) -> Iterator[str]:
    if isinstance(node, Remark | Response | Explanation):
        yield from _speech(node, mark, labels)
    elif isinstance(node, AttendanceChange):
        people = "、".join(_line(person.label) for person in node.people)
        yield from (f"*〔{label_of('Change', node.change)}：{people}〕*", "")
    elif isinstance(node, Decision):
        yield from (f"**決定（{label_of('Outcome', node.outcome)}）**", "", *_paragraphs(node.text, "> "), "")
    else:
        yield from (*_paragraphs(node.text, ""), "")


def _speech(node: Remark | Response | Explanation, mark: str, labels: dict[str, str]) -> Iterator[str]:
    names = (labels[name] for name in getattr(node, "in_reply_to", ()) if name in labels)
    asked = "、".join(map(_line, dict.fromkeys(names)))
    arrow = f"（{asked}へ）" if asked else ""
    topic = f"　話題：{_line(node.topic)}" if node.topic else ""
    yield f"{mark}**{_line(speaker_words(node.speaker))}**　{act_label(node)}{arrow}{topic}"
    yield mark.rstrip()
    yield from _paragraphs(node.text, f"{mark}> ")
    yield ""
