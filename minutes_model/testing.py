"""For the tests of programs that take meetings, and of exporters: made-up meetings, and a check.

`meetings` and `check_exporter` need hypothesis, which is imported when they are called.
"""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import TYPE_CHECKING, Any

import attrs

from minutes_model.diagnostics import CODES
from minutes_model.era import EraDate, FiscalYear, parse_expression
from minutes_model.interchange.registry import Export, Exporter, Loss
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
from minutes_model.result import ParseResult, Region, RegionKind, SourceDocument
from minutes_model.spans import Span

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn, SearchStrategy

__all__ = ["check_exporter", "meetings", "sample_meeting", "sample_result"]


def meetings(*, awkward: bool = True) -> SearchStrategy[Meeting]:
    """A Hypothesis strategy for whole meetings whose ids are unique and whose references are valid.

    With ``awkward`` strings may hold what breaks careless programs: lone surrogates, control
    characters, markup, formulas of spreadsheets. Raises `MissingExtraError` without hypothesis.
    """
    try:
        from hypothesis import strategies as st
    except ImportError:
        from minutes_model.errors import MissingExtraError

        raise MissingExtraError("test", "a strategy for meetings") from None

    text = _texts(awkward)
    return st.composite(_meeting)(text, st.one_of(st.none(), text))


def _texts(awkward: bool) -> SearchStrategy[str]:
    from hypothesis import strategies as st

    plain = st.sampled_from(("委員", "小川委員", "資料１について", "賛成である。", "事務局", "第３００回", "NTT Data", "一行目\n二行目"))
    if not awkward:
        return plain
    nasty = st.sampled_from((
        "=1+1", "+81", "@SUM(A1)", "－５", "<b>&amp;</b>", "]]>", "# 見出し", "|表|", "`x`", "\ud800", "\x00\x07\x1b",
        "\ufffe", "\u2028", "𠮷野", "_x0041_", "\r\n", "  ", "javascript:alert(1)", "[a](b)", "1. 一", "---",
    ))
    return st.one_of(plain, nasty, st.text(max_size=12))


def _meeting(draw: DrawFn, text: SearchStrategy[str], words: SearchStrategy[str | None]) -> Meeting:
    from hypothesis import strategies as st

    people = draw(st.lists(_attendees(text, words), max_size=4))
    people = [attrs.evolve(person, id=f"a{number}") for number, person in enumerate(people, 1)]
    ids = [person.id for person in people]
    day = draw(st.none() | st.dates(dt.date(1873, 1, 1), dt.date(2100, 12, 31)))
    items = [_item(draw, number, ids, text, words) for number in range(1, draw(st.integers(0, 3)) + 1)]
    return assign_ids(Meeting(
        body=draw(words), title=draw(words), number=draw(st.none() | st.integers(0, 10**6)),
        session_label=draw(words), record=draw(st.sampled_from(RecordKind)), date=day,
        era_date=EraDate.from_date(day) if day and draw(st.booleans()) else None,
        start_time=draw(st.none() | st.times()), end_time=draw(st.none() | st.times()), venue=draw(words),
        attendees=people, agenda=items, provenance=draw(st.none() | _provenances(words)), span=draw(_spans()),
    ))


def _item(
    draw: DrawFn, number: int, people: list[str], text: SearchStrategy[str], words: SearchStrategy[str | None]
) -> AgendaItem:
    from hypothesis import strategies as st

    proceedings: list[Proceeding] = []
    for place in range(1, draw(st.integers(0, 5)) + 1):
        remarks = [p.id for p in proceedings if isinstance(p, Remark)]
        proceedings.append(_proceeding(draw, f"i{number}.p{place}", people, remarks, text, words))
    return AgendaItem(
        id=f"i{number}", number=draw(st.none() | st.integers(0, 99)), label=draw(words), title=draw(text | st.just("")),
        section=draw(words), proceedings=proceedings, span=draw(_spans()),
    )


def _proceeding(
    draw: DrawFn, name: str, people: list[str], remarks: list[str],
    text: SearchStrategy[str], words: SearchStrategy[str | None],
) -> Proceeding:
    from hypothesis import strategies as st

    cls = draw(st.sampled_from((Remark, Response, Explanation, Decision, AttendanceChange, Narration)))
    speakers = _speakers(people, text, words)
    if cls is Decision:
        return Decision(id=name, text=draw(text), outcome=draw(st.sampled_from(Outcome)), span=draw(_spans()))
    if cls is AttendanceChange:
        who = draw(st.lists(speakers, max_size=2))
        return AttendanceChange(id=name, change=draw(st.sampled_from(Change)), people=who, span=draw(_spans()))
    if cls is Narration:
        return Narration(id=name, text=draw(text), span=draw(_spans()))
    common: dict[str, Any] = {
        "id": name, "speaker": draw(speakers), "text": draw(text | st.just("")), "topic": draw(words),
        "act": draw(st.sampled_from(Act)), "verb": draw(words), "mode": draw(st.sampled_from(SpeechMode)),
        "span": draw(_spans()), "text_span": draw(_spans()),
    }
    if cls is Response:
        answered = draw(st.lists(st.sampled_from(remarks), unique=True, max_size=2)) if remarks else []
        return Response(**common, in_reply_to=answered, link=draw(st.sampled_from(ReplyLink)))
    return cls(**common)


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
        Attendee, label=text, name=words, family=words, title=words, organization=words, honorific=words, note=words,
        group=words, role=st.sampled_from(Role), presence=st.sampled_from(Presence), listed=st.booleans(), span=_spans(),
    )


def _speakers(
    people: list[str], text: SearchStrategy[str], words: SearchStrategy[str | None]
) -> SearchStrategy[Speaker]:
    from hypothesis import strategies as st

    one = st.sampled_from(people) if people else st.nothing()
    some = st.lists(one, unique=True, max_size=2) if people else st.just([])
    return st.builds(
        Speaker, label=text, kind=st.sampled_from(SpeakerKind), name=words, title=words, organization=words,
        honorific=words, note=words, role=st.sampled_from(Role), attendee_id=st.none() | one, candidates=some,
        rule=text, confidence=st.floats(0, 1), span=_spans(),
    )


def sample_meeting() -> Meeting:
    """Every class and every field of the model, filled."""
    ogawa = Attendee(id="a1", label="小川<会長>", name="小川", family="小川", title="会長", organization="銀河大学", honorific="氏",
                     note="座長", group="委員", role=Role.CHAIR, span=Span(2, 6))
    oshima = Attendee(id="a2", label="大島委員", name="大島", title="委員", role=Role.MEMBER)
    clerk = Attendee(id="a3", label="星野課長", name="星野", title="課長", organization="運輸省", role=Role.OFFICIAL, listed=False)
    asks = Speaker(label="大島委員", name="大島", title="委員", role=Role.MEMBER, attendee_id="a2", rule="label", confidence=1.0, span=Span(17, 21))
    tells = Speaker(label="運輸省星野課長", name="星野", title="課長", organization="運輸省", role=Role.OFFICIAL, attendee_id="a3", note="鉄道", honorific="殿", rule="label", confidence=1.0)
    office = Speaker(label="事務局", kind=SpeakerKind.GROUP, role=Role.SECRETARIAT, candidates=["a1", "a3"])
    first = AgendaItem(id="i1", number=1, label="議題１", title="駅の増設 & 運賃", section="審議事項", span=Span(17, 41), proceedings=[
        AttendanceChange(id="i1.c1", change=Change.JOINED, people=[tells], span=Span(17, 18)),
        Explanation(id="i1.s0", speaker=office, topic="資料１", mode=SpeechMode.TOPIC, verb="説明", act=Act.EXPLANATION),
        Remark(id="i1.s1", speaker=asks, text="駅を増やすべき\n理由は三つある", act=Act.OPINION, verb="発言", mode=SpeechMode.QUOTED, span=Span(17, 41), text_span=Span(24, 31)),
        Remark(id="i1.s2", speaker=asks, text="=運賃はいくらか", act=Act.QUESTION, mode=SpeechMode.QUOTED),
        Response(id="i1.s3", speaker=tells, text="検討する", act=Act.ANSWER, verb="回答", mode=SpeechMode.INDIRECT, in_reply_to=["i1.s1", "i1.s2"], link=ReplyLink.CONNECTIVE),
        Remark(id="i1.s4", speaker=Speaker(label="Ａ委員", kind=SpeakerKind.MASKED), text="異議なし"),
        Decision(id="i1.d1", text="原案のとおり決定した。", outcome=Outcome.ADOPTED, span=Span(31, 41)),
        Narration(id="i1.n1", text="不明な行", span=Span(42, 46)),
    ])
    return Meeting(
        id="m1", body="銀河鉄道審議会", title="銀河鉄道審議会（第７回）議事概要", number=7, session_label="第７回", date=dt.date(2024, 9, 11),
        end_date=dt.date(2024, 9, 12), era_date=EraDate("令和", 6, 9, 11), start_time=dt.time(13), end_time=dt.time(1, 30, 15),
        venue="銀河会館 ２階", fiscal_year=FiscalYear(2024, "令和"), next_meeting=parse_expression("令和6年10月2日"), attendees=[ogawa, oshima, clerk], agenda=[first, AgendaItem(id="i2", proceedings=[])], span=Span(0, 47),
        provenance=Provenance(source_name="ginga.pdf", url="https://ginga.example/7?a=1&b=2", source_sha256="0" * 64, text_sha256="1" * 64, extractor="x", version="0.1.0", profile="ginga"),
    )


def sample_result() -> ParseResult:
    """A result made by hand: two pages, a region for everything, one diagnostic."""
    text = "銀河鉄道審議会（第７回）議事概要\n大島委員から「駅を増やすべき」旨の発言があった。\f不明な行\n"
    parts = [(16, RegionKind.TITLE, "m1"), (17, RegionKind.BLANK, None), (21, RegionKind.SPEAKER, "i1.s1"),
             (24, RegionKind.CUE, "i1.s1"), (31, RegionKind.CONTENT, "i1.s1"), (41, RegionKind.CUE, "i1.s1"),
             (42, RegionKind.FURNITURE, None), (46, RegionKind.UNPARSED, "i1.n1"), (47, RegionKind.BLANK, None)]
    starts = [0, *(end for end, *_ in parts)]
    regions = [Region(Span(start, end), kind, node, "hand") for start, (end, kind, node) in zip(starts, parts, strict=False)]
    source = SourceDocument(text=text, name="ginga.pdf", media_type="application/pdf", pages=(Span(0, 42), Span(42, 47)))
    return ParseResult(
        meeting=sample_meeting(), source=source, regions=regions,
        diagnostics=[CODES["MM301"].at("text not understood: 不明な行", Span(42, 46)), CODES["MM105"].at("no date found")],
    )


# The check of exporters ------------------------------------------------------------------------------


def check_exporter(exporter: Exporter, /, *, examples: int = 25, **options: Any) -> None:
    """Assert that an exporter keeps its promises; for the tests of its package.

    It has a name, a media type and a suffix; it takes an empty meeting, one in which everything is
    filled, and ``examples`` made-up ones full of awkward characters; what it gives is an `Export`
    that can be written as a file; and every string of a meeting is either in it or named in its
    losses. ``options`` are passed on to the exporter. Raises `AssertionError`, which says what is wrong.

    >>> from minutes_model.interchange.registry import exporters
    >>> check_exporter(exporters["markdown"], examples=5)
    """
    _check_description(exporter)
    _check_export(exporter, Meeting(), options)
    _check_export(exporter, sample_meeting(), options)
    if getattr(exporter, "results", False):
        _check_export(exporter, sample_result(), options)
    _check_losses(exporter, options)
    _check_made_up(exporter, examples, options)


def _check_description(exporter: Exporter) -> None:
    for name in ("name", "media_type", "suffix"):
        assert isinstance(getattr(exporter, name, None), str), f"an exporter has a {name}, a str"
    assert "/" in exporter.media_type, f"{exporter.media_type!r} is no media type"
    assert exporter.suffix.startswith("."), f"the suffix {exporter.suffix!r} begins with no dot"


def _check_export(exporter: Exporter, given: Any, options: dict[str, Any]) -> str:
    """The data as text to look for words in."""
    found: object = exporter.export(given, **options)
    assert isinstance(found, Export), f"export gives an Export, not a {type(found).__name__}"
    assert isinstance(found.data, str | bytes), f"its data is str or bytes, not {type(found.data).__name__}"
    assert found.media_type == exporter.media_type, f"its media type is {found.media_type!r}"
    assert all(isinstance(loss, Loss) for loss in found.losses), "its losses are of class Loss"
    if isinstance(found.data, str):
        # A lone surrogate would fail only when the file is written.
        found.data.encode("utf-8")
        return found.data
    return _unpacked(found.data)


def _unpacked(data: bytes) -> str:
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return data.decode("utf-8", "replace")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


def _check_losses(exporter: Exporter, options: dict[str, Any]) -> None:
    words: dict[str, str] = {}
    meeting = _marked(sample_meeting(), words)
    text = _check_export(exporter, meeting, options)
    lost = {loss.field for loss in exporter.export(meeting, **options).losses}
    silent = sorted({
        place for word, place in words.items()
        if word not in text and not lost & {place, place.split(".")[0], "*"}
    })  # fmt: skip
    assert not silent, f"neither expressed nor named in the losses: {', '.join(silent)}"


_REFERENCES = ("id", "attendee_id", "candidates", "in_reply_to", "kind")


def _marked(value: Any, words: dict[str, str]) -> Any:
    """The value with a word of its own in every string field; ``words`` tells where each stands."""
    if isinstance(value, tuple):
        return tuple(_marked(part, words) for part in value)
    if not attrs.has(type(value)) or not isinstance(value, _MARKED):
        return value
    changes: dict[str, Any] = {}
    for attribute in attrs.fields(type(value)):
        old = getattr(value, attribute.name)
        if not attribute.init or attribute.name in _REFERENCES:
            continue
        if type(old) is str and old:
            changes[attribute.name] = f"word{len(words)}x"
            words[changes[attribute.name]] = f"{type(value).__name__}.{attribute.name}"
        else:
            changes[attribute.name] = _marked(old, words)
    return attrs.evolve(value, **changes)


_MARKED = (
    Meeting, Attendee, AgendaItem, Remark, Response, Explanation, Decision, AttendanceChange, Narration, Speaker,
    Provenance,
)  # fmt: skip


def _check_made_up(exporter: Exporter, examples: int, options: dict[str, Any]) -> None:
    from hypothesis import HealthCheck, given, settings

    @settings(max_examples=examples, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(meetings())
    def run(meeting: Meeting) -> None:
        _check_export(exporter, meeting, options)

    run()
