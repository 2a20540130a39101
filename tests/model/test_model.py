"""The model as values: made by hand, looked up, changed, named, compared."""

from __future__ import annotations

import copy
import datetime as dt
import pickle
from typing import Any

import attrs
import pytest

from minutes_model import (
    AgendaItem,
    AttendanceChange,
    Attendee,
    Change,
    Decision,
    Explanation,
    Meeting,
    ModelError,
    Narration,
    Remark,
    ReplyLink,
    Response,
    Role,
    Speaker,
    Speech,
    assign_ids,
    check,
)


def speaker(label: str, attendee: str | None = None) -> Speaker:
    return Speaker(label=label, attendee_id=attendee)


def made() -> Meeting:
    asked = Remark(id="i1.s1", speaker=speaker("青木委員", "a1"), text="期限はいつか。\n延ばせないか。")
    added = Remark(id="i1.s2", speaker=speaker("青木委員", "a1"), text="費用は。")
    answer = Response(
        id="i1.s3", speaker=speaker("岸課長", "a2"), text="来年度である。", in_reply_to=["i1.s1", "i1.s2"], link=ReplyLink.SAME_SENTENCE
    )
    decided = Decision(id="i1.d1", text="原案どおり決定した。")
    item = AgendaItem(id="i1", number=1, title="水路の計画", proceedings=[asked, added, answer, decided])
    people = [
        Attendee(id="a1", label="青木 薫委員", name="青木薫", family="青木", role=Role.MEMBER),
        Attendee(id="a2", label="岸課長", name="岸", title="課長"),
        Attendee(id="a3", label="青木係長", name="青木", title="係長"),
    ]
    return Meeting(id="m0", body="水路委員会", date=dt.date(2024, 9, 11), attendees=people, agenda=[item])


def test_lists_become_tuples() -> None:
    meeting = made()
    assert type(meeting.attendees) is type(meeting.agenda) is type(meeting.agenda[0].proceedings) is tuple
    assert meeting.responses[0].in_reply_to == ("i1.s1", "i1.s2")


def test_values_are_frozen() -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        made().body = "別の委員会"  # type: ignore[misc]


def test_speech_is_abstract() -> None:
    with pytest.raises(TypeError, match="abstract"):
        Speech(speaker=speaker("青木委員"))


@pytest.mark.parametrize(
    ("node", "kind"),
    [
        (Remark(speaker=speaker("甲")), "remark"),
        (Response(speaker=speaker("甲")), "response"),
        (Explanation(speaker=speaker("甲")), "explanation"),
        (Decision(text="決定した。"), "decision"),
        (AttendanceChange(change=Change.JOINED), "attendance_change"),
        (Narration(text="休憩"), "narration"),
    ],
)
def test_every_proceeding_bears_its_kind(node: Any, kind: str) -> None:
    assert node.kind == kind
    with pytest.raises(TypeError):
        type(node)(kind=kind)


def test_paragraphs() -> None:
    assert made().remarks[0].paragraphs == ("期限はいつか。", "延ばせないか。")
    assert Remark(speaker=speaker("甲"), topic="国会の状況").paragraphs == ()


def test_a_response_to_two_remarks_is_in_the_exchange_of_each() -> None:
    first, second = made().exchanges
    assert first.responses == second.responses == made().responses


def test_an_exchange_for_a_remark_nobody_answered() -> None:
    item = AgendaItem(proceedings=[Remark(speaker=speaker("甲"), text="賛成。")])
    assert [e.responses for e in Meeting(agenda=[item]).exchanges] == [()]


def test_moments_are_aware() -> None:
    meeting = attrs.evolve(made(), start_time=dt.time(13), end_time=dt.time(1), end_date=dt.date(2024, 9, 12))
    assert meeting.starts_at is not None
    assert meeting.ends_at is not None
    assert meeting.starts_at.isoformat() == "2024-09-11T13:00:00+09:00"
    assert meeting.ends_at.isoformat() == "2024-09-12T01:00:00+09:00"
    assert made().starts_at is None


def test_walk_gives_the_item_of_each_proceeding() -> None:
    meeting = made()
    assert [(item.id if item else None, p.id) for item, p in meeting.walk()] == [
        ("i1", "i1.s1"), ("i1", "i1.s2"), ("i1", "i1.s3"), ("i1", "i1.d1"),
    ]  # fmt: skip


# -- look-up ------------------------------------------------------------------------


def test_get_by_id_and_by_key() -> None:
    meeting = made()
    for node in (meeting, *meeting.attendees, *meeting.agenda, *meeting.speeches, *meeting.decisions):
        assert meeting.get(node.id) is node
        assert meeting.get(meeting.key(node)) is node
    assert meeting.get("i9") is None


def test_keys_outlive_pickle_copy_and_a_new_id() -> None:
    meeting = made()
    key = meeting.key(meeting.remarks[0])
    for other in (pickle.loads(pickle.dumps(meeting)), copy.deepcopy(meeting), copy.copy(meeting)):
        assert other == meeting
        assert other.key(other.remarks[0]) == key
    renamed = meeting.replace("i1.s2", id="other")
    assert renamed.key(renamed.remarks[0]) == key


def test_equal_words_have_keys_of_their_own() -> None:
    same = [Remark(speaker=speaker("各委員"), text="異議なし") for _ in range(2)]
    meeting = Meeting(agenda=[AgendaItem(proceedings=same)])
    assert len({meeting.key(node) for node in meeting.remarks}) == 2


def test_a_node_of_another_meeting_has_no_key() -> None:
    with pytest.raises(ModelError, match="no node of this meeting"):
        made().key(Remark(speaker=speaker("乙"), text="別の会議"))


@pytest.mark.parametrize(
    ("who", "ids"),
    [
        ("a1", ["i1.s1", "i1.s2"]), ("青木薫", ["i1.s1", "i1.s2"]), ("青木 薫委員", ["i1.s1", "i1.s2"]),
        ("岸", ["i1.s3"]), ("岸課長", ["i1.s3"]), ("青木係長", []), ("誰もいない", []),
    ],
)  # fmt: skip
def test_speeches_by(who: str, ids: list[str]) -> None:
    assert [speech.id for speech in made().speeches_by(who)] == ids


def test_speeches_by_an_attendee() -> None:
    meeting = made()
    assert meeting.speeches_by(meeting.attendees[1]) == meeting.responses


def test_a_surname_two_attendees_bear_is_nobody_s() -> None:
    meeting = made().replace("a3", name="青木望", family="青木")
    with pytest.raises(ModelError, match=r"青木 薫委員 \(a1\)、青木係長 \(a3\)"):
        meeting.speeches_by("青木")


def test_attendee_of_a_speaker() -> None:
    meeting = made()
    assert meeting.attendee(meeting.remarks[0].speaker) == meeting.attendees[0]
    assert meeting.attendee("a2") == meeting.attendees[1]
    assert meeting.attendee(speaker("事務局")) is None
    assert meeting.attendee("i1") is None


# -- change -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("node", "changes"),
    [
        ("a1", {"note": "部会長"}), ("i1", {"title": "水路の計画（案）"}), ("i1.s2", {"text": "費用はいくらか。"}),
        ("i1.d1", {"text": "承認した。"}), ("m0", {"venue": "講堂"}),
    ],
)  # fmt: skip
def test_replace_changes_one_node_and_nothing_else(node: str, changes: dict[str, str]) -> None:
    meeting = made()
    changed = meeting.replace(node, **changes)
    found = changed.get(node)
    assert found == attrs.evolve(meeting.get(node), **changes)  # type: ignore[misc]
    assert changed.replace(node, **{name: getattr(meeting.get(node), name) for name in changes}) == meeting


def test_replace_puts_another_node_in_the_place() -> None:
    told = Narration(id="i1.n1", text="青木委員が発言した。")
    meeting = made().replace("i1.s1", told)
    assert meeting.agenda[0].proceedings[0] == told
    assert [d.code for d in check(meeting)] == ["MM402"]


@pytest.mark.parametrize(
    ("arguments", "changes", "message"),
    [
        (("i7",), {"title": "無"}, "no node of this meeting"),
        (("i1",), {"titel": "誤"}, "AgendaItem has no field titel"),
        (("i1", AgendaItem()), {"title": "両方"}, "either a new node or changed fields"),
        ((Attendee(label="よその人"),), {"note": "無"}, "no node of this meeting"),
    ],
)
def test_what_replace_refuses(arguments: tuple[Any, ...], changes: dict[str, str], message: str) -> None:
    with pytest.raises(ModelError, match=message):
        made().replace(*arguments, **changes)


# -- ids ----------------------------------------------------------------------------


def test_assign_ids_names_what_has_none_and_keeps_the_rest() -> None:
    said = [Remark(speaker=speaker("甲"), text="一"), Remark(id="i1.s1", speaker=speaker("乙"), text="二"), Narration(text="三")]
    meeting = assign_ids(Meeting(attendees=[Attendee(label="甲"), Attendee(id="a1", label="乙")], agenda=[AgendaItem(proceedings=said)]))
    assert [p.id for p in meeting.attendees] == ["a2", "a1"]
    assert [p.id for p in meeting.agenda[0].proceedings] == ["i1.s2", "i1.s1", "i1.n1"]
    assert meeting.id.startswith("m")
    assert assign_ids(meeting) == meeting
    assert check(meeting) == ()


def test_check_names_ids_borne_twice_and_references_to_nothing() -> None:
    other = AgendaItem(id="i2", proceedings=[Response(id="i1.d1", speaker=speaker("岸課長", "a9"), in_reply_to=["i1.s1"])])
    meeting = attrs.evolve(made(), agenda=[*made().agenda, other])
    assert [(d.code, d.message) for d in check(meeting)] == [
        ("MM401", "2 nodes bear the id 'i1.d1'"),
        ("MM402", "'i1.d1' refers to 'a9', no attendee"),
        ("MM402", "'i1.d1' refers to 'i1.s1', no remark of its item"),
    ]


def test_how_a_speaker_was_found_takes_no_part_in_equality() -> None:
    one = Speaker(label="岸課長", rule="label", confidence=1.0)
    assert one == Speaker(label="岸課長", rule="title_end", confidence=0.8)
    assert hash(one) == hash(Speaker(label="岸課長"))
