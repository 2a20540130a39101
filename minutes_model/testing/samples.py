"""A meeting and a parse result made by hand, in which every field is filled."""

from __future__ import annotations

import datetime as dt

from minutes_model.diagnostics import CODES
from minutes_model.era import EraDate, FiscalYear, parse_expression
from minutes_model.model import (
    Act,
    AgendaItem,
    AttendanceChange,
    Attendee,
    Change,
    Decision,
    Explanation,
    Meeting,
    Narration,
    Outcome,
    Provenance,
    Remark,
    ReplyLink,
    Response,
    Role,
    Speaker,
    SpeakerKind,
    SpeechMode,
)
from minutes_model.result import ParseResult, Region, RegionKind, SourceDocument
from minutes_model.spans import Span

__all__ = ["sample_meeting", "sample_result"]


def sample_meeting() -> Meeting:
    """Every class and every field of the model, filled."""
    ogawa = Attendee(
        id="a1",
        label="小川<会長>",
        name="小川",
        family="小川",
        title="会長",
        organization="銀河大学",
        honorific="氏",
        note="座長",
        group="委員",
        role=Role.CHAIR,
        span=Span(2, 6),
    )
    oshima = Attendee(id="a2", label="大島委員", name="大島", title="委員", role=Role.MEMBER)
    clerk = Attendee(
        id="a3",
        label="星野課長",
        name="星野",
        title="課長",
        organization="運輸省",
        role=Role.OFFICIAL,
        listed=False,
    )
    asks = Speaker(
        label="大島委員",
        name="大島",
        title="委員",
        role=Role.MEMBER,
        attendee_id="a2",
        rule="label",
        confidence=1.0,
        span=Span(17, 21),
    )
    tells = Speaker(
        label="運輸省星野課長",
        name="星野",
        title="課長",
        organization="運輸省",
        role=Role.OFFICIAL,
        attendee_id="a3",
        note="鉄道",
        honorific="殿",
        rule="label",
        confidence=1.0,
    )
    office = Speaker(label="事務局", kind=SpeakerKind.GROUP, role=Role.SECRETARIAT, candidates=["a1", "a3"])
    first = AgendaItem(
        id="i1",
        number=1,
        label="議題１",
        title="駅の増設 & 運賃",
        section="審議事項",
        span=Span(17, 41),
        proceedings=[
            AttendanceChange(id="i1.c1", change=Change.JOINED, people=[tells], span=Span(17, 18)),
            Explanation(
                id="i1.s0",
                speaker=office,
                topic="資料１",
                mode=SpeechMode.TOPIC,
                verb="説明",
                act=Act.EXPLANATION,
            ),
            Remark(
                id="i1.s1",
                speaker=asks,
                text="駅を増やすべき\n理由は三つある",
                act=Act.OPINION,
                verb="発言",
                mode=SpeechMode.QUOTED,
                span=Span(17, 41),
                text_span=Span(24, 31),
            ),
            Remark(
                id="i1.s2", speaker=asks, text="=運賃はいくらか", act=Act.QUESTION, mode=SpeechMode.QUOTED
            ),
            Response(
                id="i1.s3",
                speaker=tells,
                text="検討する",
                act=Act.ANSWER,
                verb="回答",
                mode=SpeechMode.INDIRECT,
                in_reply_to=["i1.s1", "i1.s2"],
                link=ReplyLink.CONNECTIVE,
            ),
            Remark(id="i1.s4", speaker=Speaker(label="Ａ委員", kind=SpeakerKind.MASKED), text="異議なし"),
            Decision(id="i1.d1", text="原案のとおり決定した。", outcome=Outcome.ADOPTED, span=Span(31, 41)),
            Narration(id="i1.n1", text="不明な行", span=Span(42, 46)),
        ],
    )
    return Meeting(
        id="m1",
        body="銀河鉄道審議会",
        title="銀河鉄道審議会（第７回）議事概要",
        number=7,
        session_label="第７回",
        date=dt.date(2024, 9, 11),
        end_date=dt.date(2024, 9, 12),
        era_date=EraDate("令和", 6, 9, 11),
        start_time=dt.time(13),
        end_time=dt.time(1, 30, 15),
        venue="銀河会館 ２階",
        fiscal_year=FiscalYear(2024, "令和"),
        next_meeting=parse_expression("令和6年10月2日"),
        attendees=[ogawa, oshima, clerk],
        agenda=[first, AgendaItem(id="i2", proceedings=[])],
        span=Span(0, 47),
        provenance=Provenance(
            source_name="ginga.pdf",
            url="https://ginga.example/7?a=1&b=2",
            source_sha256="0" * 64,
            text_sha256="1" * 64,
            extractor="x",
            version="0.1.0",
            profile="ginga",
        ),
    )


def sample_result() -> ParseResult:
    """A result made by hand: two pages, a region for everything, one diagnostic."""
    text = "銀河鉄道審議会（第７回）議事概要\n大島委員から「駅を増やすべき」旨の発言があった。\f不明な行\n"
    parts = [
        (16, RegionKind.TITLE, "m1"),
        (17, RegionKind.BLANK, None),
        (21, RegionKind.SPEAKER, "i1.s1"),
        (24, RegionKind.CUE, "i1.s1"),
        (31, RegionKind.CONTENT, "i1.s1"),
        (41, RegionKind.CUE, "i1.s1"),
        (42, RegionKind.FURNITURE, None),
        (46, RegionKind.UNPARSED, "i1.n1"),
        (47, RegionKind.BLANK, None),
    ]
    starts = [0, *(end for end, *_ in parts)]
    regions = [
        Region(Span(start, end), kind, node, "hand")
        for start, (end, kind, node) in zip(starts, parts, strict=False)
    ]
    source = SourceDocument(
        text=text, name="ginga.pdf", media_type="application/pdf", pages=(Span(0, 42), Span(42, 47))
    )
    return ParseResult(
        meeting=sample_meeting(),
        source=source,
        regions=regions,
        diagnostics=[
            CODES["MM301"].at("text not understood: 不明な行", Span(42, 46)),
            CODES["MM105"].at("no date found"),
        ],
    )
