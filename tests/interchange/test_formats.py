"""Markdown, HTML, Akoma Ntoso: text stays text, references resolve, losses are told."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings

from minutes_model.interchange.akoma_ntoso import to_akn
from minutes_model.interchange.html import to_html
from minutes_model.interchange.markdown import to_markdown
from minutes_model.interchange.registry import export
from minutes_model.model import AgendaItem, Decision, Meeting, Narration, Remark, Response, Speaker
from minutes_model.result import ParseResult, SourceDocument
from minutes_model.spans import Span
from minutes_model.testing import meetings, sample_meeting

ANY = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
NASTY = (
    "<script>alert(1)</script>",
    "*x* _y_ `z` [a](b) ![i](u)",
    "# 一",
    "1. 二",
    "- 三",
    "> 四",
    "| 五 |",
    "&amp; &copy;",
    "---",
    "===",
    "~~~",
    "```",
    "    六",
    "http://example.com/a_b",
    "\\",
    "<!-- 七 -->",
    "\x00\x0c八",
)


def nasty() -> Meeting:
    notes = [Narration(text=text) for text in NASTY]
    said = [Remark(speaker=Speaker(label=text), text=text) for text in NASTY]
    return Meeting(
        title=NASTY[0], venue=NASTY[1], agenda=[AgendaItem(title=NASTY[7], proceedings=[*notes, *said])]
    )


# Markdown


def rendered(text: str) -> str:
    markdown = pytest.importorskip("markdown_it")
    return str(markdown.MarkdownIt("commonmark").enable("table").render(text))


class Words(HTMLParser):
    """The text of a page, its elements, its anchors and links."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.ids += [value or "" for name, value in attributes if name == "id"]
        self.links += [value or "" for name, value in attributes if name in ("href", "src")]
        assert not [name for name, _ in attributes if name.startswith("on")]
        if tag not in ("meta", "br", "hr"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return "".join("".join(self.words).split())


def test_markdown_shows_every_character() -> None:
    page = Words(rendered(to_markdown(nasty())))
    assert page.tags <= {"h1", "h2", "ul", "li", "p", "strong", "blockquote"}
    for text in NASTY:
        shown = re.sub("[\x00\x0c]", "\ufffd", text)
        assert page.text.count("".join(shown.split())) >= 3, text


@given(meetings())
@ANY
def test_markdown_of_any_meeting(meeting: Meeting) -> None:
    page = Words(rendered(to_markdown(meeting)))
    assert not page.tags - {"h1", "h2", "h3", "ul", "li", "p", "strong", "em", "blockquote"}
    for speech in meeting.speeches:
        for line in speech.text.splitlines():
            assert (
                "".join(re.sub("[\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]", "\ufffd", line).split())
                in page.text
                or not line.isprintable()
            )


def test_markdown_reads_as_minutes(meeting: Meeting) -> None:
    text = to_markdown(meeting)
    assert text.startswith("# 銀河鉄道審議会（第７回）議事概要\n\n- 会議体：銀河鉄道審議会\n")
    assert "## 【審議事項】議題１ 駅の増設 \\& 運賃" in text
    assert "> **運輸省星野課長**　回答（大島委員へ）\n>\n> > 検討する" in text


def speech(kind: type, name: str, text: str, *answered: str) -> Any:
    more = {"in_reply_to": answered} if answered else {}
    return kind(id=name, speaker=Speaker(label="誰か"), text=text, **more)


ORDERS = [
    ("before the answer", [speech(Remark, "s1", "甲"), Narration(text="乙"), speech(Response, "s2", "丙", "s1")], "甲乙丙"),
    (
        "between questions and answer",
        [speech(Remark, "s1", "甲"), speech(Remark, "s2", "乙"), Narration(text="丙"), speech(Response, "s3", "丁", "s1")],
        "甲乙丙丁",
    ),
    ("a decision", [speech(Remark, "s1", "甲"), Decision(text="乙"), speech(Response, "s2", "丙", "s1")], "甲乙丙"),
    ("a speech is passed over", [speech(Remark, "s1", "甲"), speech(Remark, "s2", "乙"), speech(Response, "s3", "丙", "s1")], "甲丙乙"),
    (
        "both",
        [
            speech(Remark, "s1", "甲"), Narration(text="乙"), speech(Response, "s2", "丙", "s1"), Narration(text="丁"),
            speech(Response, "s3", "戊", "s1"), speech(Remark, "s4", "己"),
        ],
        "甲乙丙丁戊己",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("proceedings", "order"), [case[1:] for case in ORDERS], ids=[case[0] for case in ORDERS])
def test_what_is_narrated_stands_at_its_place(proceedings: list[Any], order: str) -> None:
    meeting = Meeting(agenda=[AgendaItem(proceedings=proceedings)])
    for written in (to_markdown(meeting), to_html(meeting)):
        assert "".join(re.findall("[甲乙丙丁戊己]", written)) == order


# HTML


def nameless() -> Meeting:
    """An opinion of nobody, and the answer of nobody."""
    asked = Remark(id="i1.s1", speaker=Speaker(label=""), text="資料が古い。")
    answer = Response(id="i1.s2", speaker=Speaker(label=""), text="改める。", in_reply_to=["i1.s1"])
    return Meeting(title="議事要旨", agenda=[AgendaItem(id="i1", title="議題", proceedings=[asked, answer])])


def test_who_is_not_named_is_shown_as_such(check_akn: Callable[[bytes], None]) -> None:
    assert re.findall(r"\*\*([^*]*)\*\*　(.*)", to_markdown(nameless())) == [("（無名）", "発言"), ("（無名）", "回答")]
    page = to_html(nameless())
    assert page.count("（無名）") == 3
    assert not re.search(r"<(a|span)[^>]*></\1>", page)
    check_akn(to_akn(nameless()))


def test_html_is_whole_and_self_contained(result: ParseResult, parsed: ParseResult) -> None:
    for found in (result, parsed):
        page = Words(to_html(found))
        assert not page.open
        assert len(set(page.ids)) == len(page.ids)
        assert all(link.startswith("#") and link[1:] in page.ids for link in page.links)
        assert not page.tags & {"script", "link", "img", "iframe"}
        assert "url(" not in to_html(found)


def test_html_links_each_speech_to_its_place_and_back(parsed: ParseResult) -> None:
    page = to_html(parsed)
    anchors = re.findall(
        r'<article class="(?:remark|response|explanation)" id="p(\d+)">\n<header><a class="who" href="#s(\d+)"',
        page,
    )
    assert [a for a, _ in anchors] == [b for _, b in anchors]
    assert len(anchors) == len(parsed.meeting.speeches)
    for number, _ in anchors:
        assert f'id="s{number}" href="#p{number}"' in page


def test_html_shows_the_whole_source(parsed: ParseResult) -> None:
    page = to_html(parsed)
    shown = Words(
        re.sub(
            r'<span class="(note|page)[^>]*>.*?</span>',
            "",
            page[page.index('<div class="text">') : page.index("</aside>")],
        )
    )
    assert shown.text == "".join(parsed.source.text.replace("\f", "\n").split())


def test_html_notes_and_pages(result: ParseResult) -> None:
    page = to_html(result)
    assert '<span class="page">2頁</span>' in page
    # The place is marked, and the note stands behind its line.
    assert (
        '<i class="here"></i><a class="r unparsed" id="s13" href="#p13">不明な行</a>\n'
        '<span class="note warning" role="note"><b>MM301</b> 理解できない文 <small lang="en">text not understood: 不明な行</small></span>'
        in page
    )


def test_html_text_is_never_markup() -> None:
    meeting = nasty()
    source = SourceDocument(text="".join(NASTY), pages=[Span(0, 5)])
    for page in (to_html(meeting), to_html(ParseResult(meeting=meeting, source=source))):
        found = Words(page)
        assert "script" not in found.tags
        assert all("".join(re.sub("[\x00]", "\ufffd", text).split()) in found.text for text in NASTY)


@given(meetings())
@ANY
def test_html_of_any_meeting(meeting: Meeting) -> None:
    # Spans of these meetings point anywhere, beyond the end of this text too.
    for given_ in (meeting, ParseResult(meeting=meeting, source=SourceDocument(text="短い\ud800"))):
        page = to_html(given_)
        page.encode("utf-8")
        assert not Words(page).open


# Akoma Ntoso

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"


def test_akn_is_valid_and_its_references_resolve(
    parsed: ParseResult, result: ParseResult, check_akn: Callable[[bytes], None]
) -> None:
    for meeting in (parsed.meeting, result.meeting, Meeting(), nasty()):
        check_akn(to_akn(meeting))


@given(meeting=meetings())
@ANY
def test_akn_of_any_meeting(meeting: Meeting, check_akn: Callable[[bytes], None]) -> None:
    check_akn(to_akn(meeting))


def test_akn_says_who_asks_and_who_answers(meeting: Meeting) -> None:
    root = ET.fromstring(to_akn(meeting))
    answer = root.find(f".//{AKN}answer")
    assert answer is not None
    assert (answer.get("by"), answer.get("to")) == ("#person_3", "#person_2")
    scene = root.find(f".//{AKN}scene")
    assert scene is not None
    assert "".join(scene.itertext()) == "入室：運輸省星野課長"


def test_losses_are_told_with_their_number() -> None:
    losses = {loss.field: loss.count for loss in export(sample_meeting(), "akn").losses}
    assert losses["Speaker.confidence"] == 4
    assert export(sample_meeting(), "json").losses == ()
    assert "Meeting.span" in {loss.field for loss in export(sample_meeting(), "markdown").losses}
