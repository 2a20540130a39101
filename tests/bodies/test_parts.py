"""What each part of a profile changes in a document, and that the document reads as ever without it."""

from __future__ import annotations

import datetime as dt
import json
from typing import ClassVar

import pytest

import minutes_model as mm
from minutes_model import Attendee, Meeting, Outcome, Profile, Role
from minutes_model.bodies.registry import profiles
from tests.cases import annotation
from tests.documents import CASES, case_folders
from tests.scoring import agreement, f1

NONE = Profile(name="none")


def head(record: str, *lines: str) -> str:
    return "\n".join([f"銀河放送機構経営委員会（第９回）{record}", "１ 日時：令和６年５月15日（水）10：00～", *lines, ""])


def read(text: str, **known: object) -> Meeting:
    """The meeting with a profile that knows that much; every character keeps a region."""
    result = mm.parse(text, profile=Profile(name="ginga", **known))  # type: ignore[arg-type]
    assert "".join(result.excerpt(region.span) for region in result.regions) == text
    return result.meeting


def said(meeting: Meeting) -> list[tuple[str, str, str]]:
    return [(one.speaker.label, one.speaker.role.value, one.kind) for one in meeting.speeches]


class TestRoster:
    TEXT = head(
        "議事概要", "２ 議事の概要", "（１）番組の編成について",
        "沢渡委員から「再放送の割合はいくつか」との質問があった。",
        "これに対し、三雲専務から「三割である」との回答があった。",
        "沢渡委員から「承知した」との発言があった。",
        "原案のとおり決定した。",
    )  # fmt: skip
    MEMBERS = (
        Attendee(label="沢渡かおる委員", name="沢渡かおる", title="委員"),
        Attendee(label="三雲一専務", name="三雲一", family="三雲", title="専務", role=Role.OFFICIAL),
        Attendee(label="外山花子委員", name="外山花子", title="委員"),
    )

    def test_only_who_speaks_becomes_an_attendee(self) -> None:
        meeting = read(self.TEXT, roster=self.MEMBERS)
        assert [(a.id, a.label, a.role.value, a.listed) for a in meeting.attendees] == [
            ("a1", "沢渡かおる委員", "member", False),
            ("a2", "三雲一専務", "official", False),
        ]
        assert [one.speaker.attendee_id for one in meeting.speeches] == ["a1", "a2", "a1"]
        assert {one.speaker.rule for one in meeting.speeches} == {"roster_name_title"}
        assert mm.check(meeting) == ()

    def test_without_it_nobody_is_guessed(self) -> None:
        meeting = mm.parse(self.TEXT).meeting
        assert meeting.attendees == ()
        assert [one.speaker.attendee_id for one in meeting.speeches] == [None] * 3

    def test_two_of_one_surname_stay_two(self) -> None:
        other = Attendee(label="沢渡じゅん委員", name="沢渡じゅん", title="委員")
        meeting = read(self.TEXT, roster=[*self.MEMBERS, other])
        assert [one.speaker.attendee_id for one in meeting.speeches] == [None, "a1", None]
        assert mm.check(meeting) == ()

    def test_a_list_in_the_document_goes_before_it(self) -> None:
        text = self.TEXT.replace("２ 議事", "２ 出席者：沢渡委員\n３ 議事")
        meeting = read(text, roster=self.MEMBERS)
        assert [(a.label, a.listed) for a in meeting.attendees] == [("沢渡委員", True)]
        assert meeting.attendees == mm.parse(text).meeting.attendees

    def test_one_who_comes_for_an_item_is_counted_on(self) -> None:
        text = self.TEXT.replace("原案の", "国土交通省綾部課長が入室した。\n原案の")
        meeting = read(text, roster=self.MEMBERS)
        assert [a.id for a in meeting.attendees] == ["a1", "a2", "a3"]
        assert mm.check(meeting) == ()


class TestRoles:
    REPORT = head(
        "議事概要", "２ 出席者：鳴海委員長、沢渡理事、三雲理事、国土交通省外山理事、綾部総務課長", "３ 議事の概要",
        "（１）番組の編成について",
        "沢渡理事から、再放送の割合について説明があった。",
    )  # fmt: skip

    def test_a_title_is_a_members_here(self) -> None:
        meeting = read(self.REPORT, roles={"理事": "member"})
        assert [a.role.value for a in meeting.attendees] == ["chair", "member", "member", "official", "official"]
        assert said(meeting) == [("沢渡理事", "member", "remark")]

    def test_and_an_officers_without_it(self) -> None:
        meeting = mm.parse(self.REPORT).meeting
        assert [a.role.value for a in meeting.attendees] == ["chair", *["official"] * 4]
        assert said(meeting) == [("沢渡理事", "official", "explanation")]

    def test_the_longest_word_decides(self) -> None:
        meeting = read(self.REPORT, roles={"理事": "member", "事": "guest", "渡理事": "public"})
        assert meeting.attendees[1].role is Role.MEMBER

    def test_a_heading_of_the_list_goes_before_it(self) -> None:
        text = self.REPORT.replace("、綾部", "\n事務局：三浦理事、綾部")
        assert [a.role.value for a in read(text, roles={"理事": "member"}).attendees][4] == "secretariat"

    TRANSCRIPT = head(
        "議事録", "２ 議事",
        "○鳴海委員長　番組の編成を議題とします。",
        "○三雲理事　再放送の割合は三割ですか。",
        "○綾部総務課長　三割でございます。",
        "○沢渡理事　賛成です。",
        "○鳴海委員長　本日はこれで閉会します。",
    )  # fmt: skip

    def test_in_a_transcript(self) -> None:
        kinds = [(label, kind) for label, _, kind in said(read(self.TRANSCRIPT, roles={"理事": "member"}))]
        assert kinds[1:4] == [("三雲理事", "remark"), ("綾部総務課長", "response"), ("沢渡理事", "remark")]
        assert said(mm.parse(self.TRANSCRIPT).meeting)[3][1] == "official"

    def test_the_words_of_a_list_tell_the_role_of_those_below(self) -> None:
        text = head("議事概要", "２ 出席者：鳴海委員長", "３ 聴聞対象者：外山花子", "４ 議事の概要", "（１）番組の編成について")
        known = read(text, roles={"聴聞対象者": "guest"}, labels={"聴聞対象者": "people"})
        assert [(a.name, a.role.value) for a in known.attendees] == [("鳴海", "chair"), ("外山花子", "guest")]


class TestLabels:
    TEXT = (
        "銀河放送機構経営委員会（第９回）議事概要\n刻限　令和６年５月15日（水）10：00～\n座所　本社北の間\n"
        "参集した者　鳴海委員長、沢渡委員、綾部総務課長\n談合の次第\n（１）番組の編成について\n"
        "沢渡委員から「再放送の割合はいくつか」との質問があった。\n"
    )
    WORDS: ClassVar = {"刻 限": "date", "座所：": "venue", "参集した者": "people", "談合の次第": "body"}

    def test_they_open_the_parts_of_the_header(self) -> None:
        meeting = read(self.TEXT, labels=self.WORDS)
        assert (meeting.venue, meeting.date, meeting.start_time) == ("本社北の間", dt.date(2024, 5, 15), dt.time(10))
        assert [a.label for a in meeting.attendees] == ["鳴海委員長", "沢渡委員", "綾部総務課長"]
        assert [item.title for item in meeting.agenda] == ["番組の編成について"]
        assert meeting.speeches[0].speaker.attendee_id == "a2"

    def test_without_them_the_words_are_none(self) -> None:
        meeting = mm.parse(self.TEXT).meeting
        assert (meeting.venue, meeting.attendees) == (None, ())

    def test_a_known_label_may_mean_something_else(self) -> None:
        text = head("議事概要", "２ 会場：北の間", "３ 議事の概要", "（１）番組の編成について")
        assert read(text).venue == "北の間"
        assert read(text, labels={"会場": "other"}).venue is None

    def test_a_word_that_is_a_title_too_needs_a_colon_or_a_line_of_its_own(self) -> None:
        text = head("議事概要", "２ 出席者", "鳴海委員長", "客員委員　沢渡かおる", "客員委員　三雲一", "３ 議事の概要", "（１）番組の編成について")
        plain = [(a.name, a.title) for a in read(text).attendees]
        assert [(a.name, a.title) for a in read(text, labels={"客員委員": "people"}).attendees] == plain
        listed = read(text.replace("客員委員　沢渡かおる", "客員委員\n沢渡かおる"), labels={"客員委員": "people"})
        assert {a.name: a.group for a in listed.attendees}["沢渡かおる"] == "客員委員"

    def test_the_label_of_a_turn_opens_no_part(self) -> None:
        text = TestRoles.TRANSCRIPT.replace("三雲理事", "聴聞対象者")
        assert said(read(text, labels={"聴聞対象者": "people"})) == said(read(text))


class TestDecisions:
    REPORT = head(
        "議事概要", "２ 出席者：鳴海委員長、沢渡委員、綾部総務課長", "３ 議事の概要",
        "（１）番組の編成について",
        "綾部総務課長から、番組の編成に関し資料により説明があった。",
        "審議の末、本件は沙汰止みとした。",
        "（２）夏の予算について",
        "綾部総務課長から、資料に基づき説明があった。",
        "なお、本件は原案をもって大団円とした。",
    )  # fmt: skip
    WORDS: ClassVar = {"沙汰止みとした。": "rejected", "大団円とした": "adopted", "した": "other"}

    def test_a_clause_that_ends_in_them_decides(self) -> None:
        found = [(one.text, one.outcome) for one in read(self.REPORT, decisions=self.WORDS).decisions]
        assert [outcome for _, outcome in found] == [Outcome.REJECTED, Outcome.ADOPTED]
        assert found[0][0].endswith("本件は沙汰止みとした。")

    def test_without_them_it_is_told(self) -> None:
        assert mm.parse(self.REPORT).meeting.decisions == ()

    def test_the_outcome_of_common_words_may_be_another(self) -> None:
        text = self.REPORT.replace("沙汰止みとした", "了承した")
        assert [one.outcome for one in read(text).decisions] == [Outcome.NOTED]
        known = read(text, decisions={"了承した": "adopted"})
        assert [one.outcome for one in known.decisions] == [Outcome.ADOPTED]

    def test_a_result_on_its_line(self) -> None:
        text = head("議事概要", "２ 議事の概要", "（１）番組の編成について", "沢渡委員から「賛成である」との発言があった。", "結果：大団円")
        assert [one.outcome.value for one in read(text, decisions={"大団円": "adopted"}).decisions] == ["adopted"]

    def test_the_chair_states_it_in_a_turn(self) -> None:
        text = TestRoles.TRANSCRIPT.replace("本日は", "よって、本件は大団円といたします。次回は大団円といたします。本日は")
        known = read(text, decisions={"大団円とする": "adopted"})
        assert [(one.text, one.outcome.value) for one in known.decisions] == [("よって、本件は大団円といたします。", "adopted")]
        assert read(text).decisions == ()

    def test_nobody_else_does(self) -> None:
        text = TestRoles.TRANSCRIPT.replace("賛成です。", "本件は大団円といたします。")
        assert read(text, decisions={"大団円とする": "adopted"}).decisions == ()


class TestFamily:
    def short(self, before: str = "◆", after: str = "　") -> str:
        return head("議事録", "２ 議事", f"{before}鳴海委員長{after}番組の編成を議題とする。再放送は三割である。")

    def test_one_turn_is_believed(self) -> None:
        assert said(read(self.short(), family="mark◆")) == [("鳴海委員長", "chair", "remark")]
        assert read(self.short()).speeches == ()

    @pytest.mark.parametrize(
        ("family", "before", "after"),
        [("mark★", "★", "　"), ("bracket【", "【", "】"), ("bracket［", "［", "］"), ("colon", "", "："), ("closing", "", "）"), ("gap", "", "　　"), ("line", "", "\n")],
    )  # fmt: skip
    def test_every_family(self, family: str, before: str, after: str) -> None:
        text = self.short(before, after)
        assert [(label, kind) for label, _, kind in said(read(text, family=family))] == [("鳴海委員長", "remark")]

    def test_what_repetition_proves_goes_before_it(self) -> None:
        proven = TestRoles.TRANSCRIPT
        assert said(read(proven, family="colon")) == said(read(proven))

    def test_a_document_that_has_none_is_read_as_ever(self) -> None:
        for family in ("mark◆", "colon", "line", "gap", "bracket【"):
            found = read(TestRoster.TEXT, family=family)
            assert found == read(TestRoster.TEXT), family

    def test_a_document_that_calls_for_it(self, monkeypatch: pytest.MonkeyPatch) -> None:
        body = Profile(name="ginga", bodies=["銀河放送機構経営委員会"], family="mark◆")
        monkeypatch.setitem(mm.profiles._values, "ginga", body)
        monkeypatch.setitem(mm.profiles._locations, "ginga", "here")
        assert said(mm.parse(self.short()).meeting) == [("鳴海委員長", "chair", "remark")]


class TestRules:
    TEXT = head(
        "議事概要", "２ 出席者：沢渡委員長代理、三雲委員、綾部総務課長", "３ 議事の概要", "（１）番組の編成について",
        "課長から、資料に基づき説明があった。",
        "委員長から「再放送の割合はいくつか」との質問があった。",
    )  # fmt: skip

    @pytest.mark.parametrize(
        ("rules", "bound"),
        [({}, ["a3", "a1"]), ({"title_end": False}, [None, "a1"]), ({"acting": False}, ["a3", None]), ({"acting": True}, ["a3", "a1"])],
    )  # fmt: skip
    def test_who_an_office_is(self, rules: dict[str, bool], bound: list[str | None]) -> None:
        assert [one.speaker.attendee_id for one in read(self.TEXT, rules=rules).speeches] == bound

    def test_whose_officials_they_are(self) -> None:
        text = self.TEXT.replace("三雲委員", "上倉事務局長")
        assert [a.role.value for a in read(text).attendees][-1] == "secretariat"
        assert [a.role.value for a in read(text, rules={"staff": False}).attendees][-1] == "official"


class TestBuiltIn:
    """What each knows tells in a document of its bodies; no case is read worse than with none."""

    def test_officers_of_the_prefectural_police(self) -> None:
        text = (
            "翠川県公安委員会定例会議の概要\n１ 日時 令和６年５月15日（水）10：00～\n２ 出席者 鳴海委員長、沢渡委員\n"
            "３ 警察本部出席者　三雲本部長、綾部警務部長\n４ 議事の概要\n（１）交通安全運動について\n警務部長から、実施結果について報告があった。\n"
        )
        known = mm.parse(text).meeting
        assert [(a.label, a.role.value) for a in known.attendees[2:]] == [("三雲本部長", "official"), ("綾部警務部長", "official")]

    def test_officers_who_are_no_secretariat(self) -> None:
        text = (
            "国家公安委員会定例会議の開催概要\n１ 日時 令和６年５月15日（水）10：00～\n２ 出席者 鳴海委員長、沢渡委員、上倉事務局長\n"
            "３ 警察庁側出席者 三雲長官、綾部官房長\n４ 議事の概要\n（１）交通安全運動について\n官房長から、実施結果について報告があった。\n"
        )
        known = mm.parse(text).meeting
        assert [(a.label, a.role.value) for a in known.attendees[3:]] == [("三雲長官", "official"), ("綾部官房長", "official")]

    def test_officers_of_the_commission_and_of_a_ministry(self) -> None:
        text = (
            "個人情報保護委員会（第３１２回）議事概要\n１ 日時：令和６年５月15日（水）10：00～\n２ 出席者：鳴海委員長、綾部参事官、国土交通省三雲参事官\n"
            "３ 議事の概要\n（１）港湾の測位情報について\n綾部参事官から、資料に基づき説明があった。\n"
        )
        known = mm.parse(text).meeting
        assert [a.role.value for a in known.attendees] == ["chair", "secretariat", "official"]

    def test_a_member_who_brings_a_petition(self) -> None:
        text = (
            "水明市議会建設環境委員会会議録\n令和６年５月15日（水）\n出席委員\n鳴海委員長　沢渡委員　三雲委員\n紹介議員\n外山花子\n欠員　１人\n"
            "午前10時開議\n○鳴海委員長　ただいまから開会いたします。\n○外山紹介議員　請願の趣旨を説明いたします。\n"
            "○沢渡委員　何件ありますか。\n○外山紹介議員　三件です。\n○鳴海委員長　本日はこれで閉会いたします。\n"
        )
        result = mm.parse(text)
        known, diagnostics = result.meeting, result.diagnostics
        assert [(a.name, a.role.value) for a in known.attendees[3:]] == [("外山花子", "guest")]
        assert [one.kind for one in known.speeches[1:4]] == ["explanation", "remark", "response"]
        assert diagnostics == ()

    def test_who_is_heard(self) -> None:
        text = (
            "港湾料金制度懇談会（第３回）議事録\n日時：令和６年５月15日（水）10：00～\n委員：鳴海座長、沢渡委員\nヒアリング対象者：外山花子\n議事\n"
            "○鳴海座長　ただいまから開会いたします。\n○外山発表者　料金の現状を説明いたします。\n○沢渡委員　何件ありますか。\n"
            "○外山発表者　三件です。\n○鳴海座長　本日はこれで閉会いたします。\n"
        )
        known = mm.parse(text).meeting
        assert known.attendees[2].role is Role.GUEST
        assert known.speeches[1].speaker.role is Role.GUEST

    def test_no_case_is_read_worse(self) -> None:
        used = set()
        for folder in case_folders():
            committed = json.loads((folder / "meeting.json").read_text(encoding="utf-8"))
            if profiles.choose(committed.get("body") or committed.get("title")) is None:
                # To parse all would take minutes, and most are of bodies that nothing is known of.
                continue
            text, gold = (folder / "minutes.txt").read_text(encoding="utf-8"), annotation(folder)
            known = mm.parse(text).meeting
            assert known.provenance is not None
            assert known.provenance.profile is not None, folder
            used.add(known.provenance.profile)
            plain = agreement(mm.parse(text, profile=NONE).meeting, gold)
            assert all(f1(score) >= f1(plain[column]) for column, score in agreement(known, gold).items()), folder
        assert len(used) >= 3, CASES


def test_a_profile_that_knows_nothing_changes_nothing() -> None:
    for text in (TestRoster.TEXT, TestRoles.REPORT, TestRoles.TRANSCRIPT, TestLabels.TEXT, TestRules.TEXT):
        assert mm.parse(text, profile=NONE).meeting == mm.parse(text).meeting
