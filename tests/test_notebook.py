"""How values show themselves: short in a console, escaped in a notebook."""

from __future__ import annotations

import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

import minutes_model as mm
from minutes_model.model import Exchange
from minutes_model.testing import meetings

EXAMPLES = Path(__file__).resolve().parent.parent / "examples" / "minutes"
TAGS = {"div", "b", "table", "tr", "th", "td", "details", "summary", "p", "br", "span", "pre"}
NASTY = "<script>alert(1)</script>&\"'\ud800\x00"


class Page(HTMLParser):
    """Holds that tags are ours, are closed in order, and gathers the text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text = ""
        html.encode()
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS
        assert {name for name, _ in attributes} <= {"style", "class", "title"}
        self.open += [tag] if tag != "br" else []

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def shown(meeting: mm.Meeting) -> list[Any]:
    found = mm.Diagnostic("MM301", mm.Severity.WARNING, meeting.title or "", mm.Span(0, 3))
    text = "".join(speech.text for speech in meeting.speeches)
    result = mm.ParseResult(meeting=meeting, source=mm.SourceDocument(text=text), diagnostics=[found])
    return [meeting, *meeting.agenda, *meeting.speeches, *meeting.exchanges, found, result]


@settings(max_examples=60)
@given(meetings())
def test_every_meeting_can_be_shown(meeting: mm.Meeting) -> None:
    for value in shown(meeting):
        Page(value._repr_html_())
        words = repr(value)
        words.encode()
        assert "\n" not in words
        assert len(words) < 1000


def test_nothing_of_a_document_is_markup() -> None:
    speaker = mm.Speaker(label=NASTY)
    remark = mm.Remark(id="r", speaker=speaker, text=NASTY, topic=NASTY)
    response = mm.Response(speaker=speaker, text=NASTY, in_reply_to=["r"])
    change = mm.AttendanceChange(change=mm.Change.LEFT, people=[speaker])
    others = [mm.Decision(text=NASTY), mm.Narration(text=NASTY), change]
    item = mm.AgendaItem(label=NASTY, title=NASTY, section=NASTY, proceedings=[remark, response, *others])
    meeting = mm.Meeting(title=NASTY, body=NASTY, venue=NASTY, attendees=[mm.Attendee(label=NASTY)], agenda=[item])
    for value in shown(meeting):
        html = value._repr_html_()
        assert "<script" not in html
        Page(html)


@pytest.mark.parametrize("file", sorted(EXAMPLES.glob("*.txt")), ids=lambda file: file.stem)
def test_a_result_shows_its_source_beside_the_meeting(file: Path) -> None:
    result = mm.parse(file)
    page = Page(result._repr_html_())
    assert result.source.text[:6000] in page.text
    assert all(speech.speaker.label in page.text for speech in result.meeting.speeches)
    assert len(repr(result)) < 250


def test_a_result_by_hand_is_shown() -> None:
    regions = [mm.Region(mm.Span(2, 4), mm.RegionKind.CONTENT), mm.Region(mm.Span(3, 90), mm.RegionKind.SPEAKER)]
    result = mm.ParseResult(meeting=mm.Meeting(), source=mm.SourceDocument(text="一二三四五"), regions=regions)
    assert Page(result._repr_html_()).text.startswith("一二三四五")


def test_long_values_are_cut_short() -> None:
    remarks = [mm.Remark(speaker=mm.Speaker(label="大島委員"), text="あ" * 999) for _ in range(500)]
    meeting = mm.Meeting(agenda=[mm.AgendaItem(proceedings=remarks)])
    assert len(meeting._repr_html_()) < 60_000
    assert "ほか440件" in meeting._repr_html_()
    assert "あ" * 999 in remarks[0]._repr_html_()


def test_the_short_forms() -> None:
    speaker = mm.Speaker(label="大島委員")
    remark = mm.Remark(id="i1.s1", speaker=speaker, text="駅を増やせないか")
    reply = mm.Response(speaker=mm.Speaker(label="大庭課長"), topic="駅の数")
    assert repr(remark) == "<Remark i1.s1 '大島委員': '駅を増やせないか'>"
    assert repr(reply) == "<Response '大庭課長' on '駅の数'>"
    assert repr(Exchange(remark=remark)) == "<Exchange '大島委員': '駅を増やせないか' → nobody>"
    item = mm.AgendaItem(id="i1", label="議題１", title="駅", proceedings=[remark])
    assert repr(item) == "<AgendaItem i1 '議題１ 駅', 1 proceeding>"
    assert repr(mm.Meeting(title="第３回", agenda=[item])) == "<Meeting '第３回' undated, 1 item, 1 speech>"
    assert repr(mm.Diagnostic("MM105", mm.Severity.INFO, "no date")) == "<Diagnostic MM105 info: 'no date'>"


def test_nothing_is_loaded_until_something_is_shown() -> None:
    script = "import sys, minutes_model as mm; mm.parse('第３回会議'); print('minutes_model.notebook' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
