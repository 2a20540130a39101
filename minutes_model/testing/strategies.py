"""A Hypothesis strategy for meetings."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import attrs

from minutes_model.era import EraDate
from minutes_model.interchange.frames import needed
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
    Presence,
    Proceeding,
    Provenance,
    RecordKind,
    Remark,
    ReplyLink,
    Response,
    Role,
    Speaker,
    SpeakerKind,
    SpeechMode,
    assign_ids,
)
from minutes_model.spans import Span

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn, SearchStrategy

__all__ = ["meetings"]


def meetings(*, awkward: bool = True) -> SearchStrategy[Meeting]:
    """A Hypothesis strategy for whole meetings whose ids are unique and whose references are valid.

    With ``awkward`` strings may hold what breaks careless programs: lone surrogates, control
    characters, markup, formulas of spreadsheets. Raises `MissingExtraError` without hypothesis.
    """
    st = needed("hypothesis.strategies", "testing", "a strategy for meetings")
    text = _texts(awkward)
    found: SearchStrategy[Meeting] = st.composite(_meeting)(text, st.one_of(st.none(), text))
    return found


def _texts(awkward: bool) -> SearchStrategy[str]:
    from hypothesis import strategies as st

    plain = st.sampled_from(
        (
            "委員",
            "小川委員",
            "資料１について",
            "賛成である。",
            "事務局",
            "第３００回",
            "NTT Data",
            "一行目\n二行目",
        )
    )
    if not awkward:
        return plain
    nasty = st.sampled_from(
        (
            "=1+1",
            "+81",
            "@SUM(A1)",
            "－５",
            "<b>&amp;</b>",
            "]]>",
            "# 見出し",
            "|表|",
            "`x`",
            "\ud800",
            "\x00\x07\x1b",
            "\ufffe",
            "\u2028",
            "𠮷野",
            "_x0041_",
            "\r\n",
            "  ",
            "javascript:alert(1)",
            "[a](b)",
            "1. 一",
            "---",
        )
    )
    return st.one_of(plain, nasty, st.text(max_size=12))


def _meeting(draw: DrawFn, text: SearchStrategy[str], words: SearchStrategy[str | None]) -> Meeting:
    from hypothesis import strategies as st

    people = draw(st.lists(_attendees(text, words), max_size=4))
    people = [attrs.evolve(person, id=f"a{number}") for number, person in enumerate(people, 1)]
    ids = [person.id for person in people]
    day = draw(st.none() | st.dates(dt.date(1873, 1, 1), dt.date(2100, 12, 31)))
    items = [_item(draw, number, ids, text, words) for number in range(1, draw(st.integers(0, 3)) + 1)]
    return assign_ids(
        Meeting(
            body=draw(words),
            title=draw(words),
            number=draw(st.none() | st.integers(0, 10**6)),
            session_label=draw(words),
            record=draw(st.sampled_from(RecordKind)),
            date=day,
            era_date=EraDate.from_date(day) if day and draw(st.booleans()) else None,
            start_time=draw(st.none() | st.times()),
            end_time=draw(st.none() | st.times()),
            venue=draw(words),
            attendees=people,
            agenda=items,
            provenance=draw(st.none() | _provenances(words)),
            span=draw(_spans()),
        )
    )


def _item(
    draw: DrawFn, number: int, people: list[str], text: SearchStrategy[str], words: SearchStrategy[str | None]
) -> AgendaItem:
    from hypothesis import strategies as st

    proceedings: list[Proceeding] = []
    for place in range(1, draw(st.integers(0, 5)) + 1):
        remarks = [p.id for p in proceedings if isinstance(p, Remark)]
        proceedings.append(_proceeding(draw, f"i{number}.p{place}", people, remarks, text, words))
    return AgendaItem(
        id=f"i{number}",
        number=draw(st.none() | st.integers(0, 99)),
        label=draw(words),
        title=draw(text | st.just("")),
        section=draw(words),
        proceedings=proceedings,
        span=draw(_spans()),
    )


def _proceeding(
    draw: DrawFn,
    name: str,
    people: list[str],
    remarks: list[str],
    text: SearchStrategy[str],
    words: SearchStrategy[str | None],
) -> Proceeding:
    from hypothesis import strategies as st

    cls = draw(st.sampled_from((Remark, Response, Explanation, Decision, AttendanceChange, Narration)))
    speakers = _speakers(people, text, words)
    if cls is Decision:
        return Decision(id=name, text=draw(text), outcome=draw(st.sampled_from(Outcome)), span=draw(_spans()))
    if cls is AttendanceChange:
        who = draw(st.lists(speakers, max_size=2))
        return AttendanceChange(
            id=name, change=draw(st.sampled_from(Change)), people=who, span=draw(_spans())
        )
    if cls is Narration:
        return Narration(id=name, text=draw(text), span=draw(_spans()))
    common: dict[str, Any] = {
        "id": name,
        "speaker": draw(speakers),
        "text": draw(text | st.just("")),
        "topic": draw(words),
        "act": draw(st.sampled_from(Act)),
        "verb": draw(words),
        "mode": draw(st.sampled_from(SpeechMode)),
        "span": draw(_spans()),
        "text_span": draw(_spans()),
    }
    if cls is Response:
        answered = draw(st.lists(st.sampled_from(remarks), unique=True, max_size=2)) if remarks else []
        return Response(**common, in_reply_to=answered, link=draw(st.sampled_from(ReplyLink)))
    return Remark(**common) if cls is Remark else Explanation(**common)


def _spans() -> SearchStrategy[Span | None]:
    from hypothesis import strategies as st

    pairs = st.tuples(st.integers(0, 99), st.integers(0, 99)).map(sorted)
    return st.none() | pairs.map(lambda pair: Span(*pair))


def _provenances(words: SearchStrategy[str | None]) -> SearchStrategy[Provenance]:
    from hypothesis import strategies as st

    return st.builds(Provenance, source_name=words, url=words, extractor=words, profile=words)


def _attendees(text: SearchStrategy[str], words: SearchStrategy[str | None]) -> SearchStrategy[Attendee]:
    from hypothesis import strategies as st

    return st.builds(
        Attendee,
        label=text,
        name=words,
        family=words,
        title=words,
        organization=words,
        honorific=words,
        note=words,
        group=words,
        role=st.sampled_from(Role),
        presence=st.sampled_from(Presence),
        listed=st.booleans(),
        span=_spans(),
    )


def _speakers(
    people: list[str], text: SearchStrategy[str], words: SearchStrategy[str | None]
) -> SearchStrategy[Speaker]:
    from hypothesis import strategies as st

    one = st.sampled_from(people) if people else st.nothing()
    some = st.lists(one, unique=True, max_size=2) if people else st.just([])
    return st.builds(
        Speaker,
        label=text,
        kind=st.sampled_from(SpeakerKind),
        name=words,
        title=words,
        organization=words,
        honorific=words,
        note=words,
        role=st.sampled_from(Role),
        attendee_id=st.none() | one,
        candidates=some,
        rule=text,
        confidence=st.floats(0, 1),
        span=_spans(),
    )
