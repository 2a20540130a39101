"""From a label to the attendee it means, case by case."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_model.model import Attendee, Presence, Role, Speaker, SpeakerKind
from minutes_model.people.resolve import Resolver, speaker_kind
from minutes_model.spans import Span


def person(number: int, name: str | None, title: str | None, **more: object) -> Attendee:
    label = str(more.pop("label", (name or "") + (title or "")))
    return Attendee(id=f"a{number}", label=label, name=name, title=title, **more)  # type: ignore[arg-type]


def resolver(*people: Attendee) -> Resolver:
    found = Resolver()
    found.settle([found.listed(one) for one in people])
    return found


def told(label: str, *people: Attendee) -> Speaker:
    return resolver(*people).speaker(label, None)


OGAWA = person(1, "小川", "委員長代理")
OGAWA_OFFICER = person(2, "小川", "専門官")
GOTO = person(3, "後藤", "海技課長", organization="国土交通省")
SASAKI = person(4, "佐々木", "総務課長")
CHAIR = person(5, "栗生", "委員長")
NAGATANI = person(6, "長谷川", "委員")
NAGATANI_EXTRA = person(7, "長谷川", "臨時委員")
FULL = person(8, "髙村薫子", "委員", family="髙村")


class TestNames:
    def test_a_full_name_in_another_kanji_form_matches(self) -> None:
        found = told("高村薫子氏", FULL)
        assert (found.attendee_id, found.confidence) == ("a8", pytest.approx(1.0, abs=0.1))
        assert found.name == "高村薫子"

    def test_an_old_kanji_is_printed_as_written(self) -> None:
        found = told("髙村委員", person(1, "高村", "委員"))
        assert (found.attendee_id, found.name) == ("a1", "髙村")

    def test_saito_and_saito_are_two(self) -> None:
        found = told("斎藤委員", person(1, "斉藤", "委員"), person(2, "齋藤", "委員"))
        assert found.attendee_id == "a2"

    def test_a_surname_with_its_exact_title(self) -> None:
        found = told("小川委員長代理", OGAWA, SASAKI)
        assert (found.attendee_id, found.role) == ("a1", Role.DEPUTY_CHAIR)
        assert found.confidence >= 0.9

    def test_kimijima_keeps_his_kimi(self) -> None:
        found = told("君島委員", person(1, "君島", "委員"))
        assert (found.attendee_id, found.name, found.title, found.honorific) == ("a1", "君島", "委員", None)

    def test_kimijima_keeps_his_kimi_without_a_list(self) -> None:
        found = told("君島委員")
        assert (found.attendee_id, found.name, found.title) == (None, "君島", "委員")

    def test_a_surname_before_the_head_of_the_listed_title(self) -> None:
        found = told("後藤課長", GOTO, SASAKI)
        assert (found.attendee_id, found.rule) == ("a3", "name_title_end")
        assert found.confidence == pytest.approx(0.77, abs=0.08)

    def test_an_honorific_is_no_title(self) -> None:
        found = told("佐々木さん", SASAKI)
        assert (found.attendee_id, found.honorific, found.rule) == ("a4", "さん", "name")

    def test_the_body_leaves_out_the_bracket_between_namesakes(self) -> None:
        people = person(1, "吉川（洋）", "委員"), person(2, "吉川（弘）", "委員")
        assert told("吉川（洋）委員", *people).attendee_id == "a1"
        both = told("吉川委員", *people)
        assert (both.attendee_id, both.candidates) == (None, ("a1", "a2"))


    @pytest.mark.parametrize("name", ["園部逸郎", "大久保一郎", "林真由子", "森まさこ", "髙村薫子"])
    def test_a_full_name_printed_in_one_is_called_by_its_surname(self, name: str) -> None:
        meeting = resolver(person(1, name, "委員", label=name))
        family = meeting.roster.people[0].family
        assert family is not None
        assert name.startswith(family)
        assert meeting.speaker(f"{family}委員", None).attendee_id == "a1"

    def test_a_surname_that_could_end_in_two_places(self) -> None:
        one = person(1, "東海林太郎", "委員", label="東海林太郎")
        assert told("東海林委員", one).attendee_id == "a1"
        assert told("東委員", one).attendee_id is None

    def test_a_shorter_surname_is_another_person(self) -> None:
        assert told("森委員", person(1, "森田一郎", "委員", label="森田一郎")).attendee_id is None


class TestNamesakes:
    def test_the_title_decides_between_two(self) -> None:
        assert told("小川委員長代理", OGAWA, OGAWA_OFFICER).attendee_id == "a1"
        assert told("小川専門官", OGAWA, OGAWA_OFFICER).attendee_id == "a2"

    def test_an_exact_title_beats_one_that_ends_so(self) -> None:
        found = told("長谷川委員", NAGATANI, NAGATANI_EXTRA)
        assert (found.attendee_id, found.candidates) == ("a6", ())

    def test_two_that_only_end_so_are_both_kept(self) -> None:
        people = person(1, "長谷川", "臨時委員"), person(2, "長谷川", "専門委員")
        found = told("長谷川委員", *people)
        assert (found.attendee_id, found.candidates, found.rule) == (None, ("a1", "a2"), "ambiguous")

    def test_a_surname_alone_of_two_decides_nothing(self) -> None:
        found = told("小川氏", OGAWA, OGAWA_OFFICER)
        assert (found.attendee_id, found.candidates) == (None, ("a1", "a2"))
        assert found.confidence <= 0.4

    def test_the_organization_decides(self) -> None:
        people = person(1, "田中", "課長", organization="総務省"), person(2, "田中", "課長", organization="法務省")
        assert told("総務省田中課長", *people).attendee_id == "a1"
        assert told("法務省田中課長", *people).attendee_id == "a2"

    def test_another_organization_is_doubted(self) -> None:
        one = person(1, "田中", "課長", organization="総務省")
        same, other = told("総務省田中課長", one), told("法務省田中課長", one)
        assert same.attendee_id == "a1"
        assert other.attendee_id is None or other.confidence < same.confidence / 1.5

    def test_a_part_of_the_organization_is_enough(self) -> None:
        one = person(1, "田中", "課長", organization="総務省自治行政局")
        assert told("総務省田中課長", one).attendee_id == "a1"


class TestOffices:
    def test_the_bearer_of_the_title(self) -> None:
        found = told("委員長", CHAIR, OGAWA)
        assert (found.attendee_id, found.kind, found.rule, found.confidence) == ("a5", SpeakerKind.OFFICE, "title", 1.0)

    @pytest.mark.parametrize("deputy", ["委員長代理", "委員長職務代理者", "委員長職務代行"])
    def test_an_absent_chair_is_acted_for(self, deputy: str) -> None:
        absent = person(5, "栗生", "委員長", presence=Presence.ABSENT)
        found = told("委員長", absent, person(1, "小川", deputy))
        assert (found.attendee_id, found.rule, found.confidence) == ("a1", "acting", 0.7)

    def test_an_absent_deputy_does_not_act(self) -> None:
        absent = person(1, "小川", "委員長代理", presence=Presence.ABSENT)
        assert told("委員長", absent, SASAKI).attendee_id is None

    def test_a_title_that_ends_so(self) -> None:
        found = told("課長", GOTO, CHAIR)
        assert (found.attendee_id, found.rule, found.confidence) == ("a3", "title_end", 0.7)

    def test_several_that_end_so_are_all_kept(self) -> None:
        found = told("課長", GOTO, SASAKI)
        assert (found.attendee_id, found.candidates) == (None, ("a3", "a4"))

    def test_a_deputy_head_is_not_the_head(self) -> None:
        assert told("会長", person(1, "田中", "副会長")).attendee_id is None

    def test_an_office_on_no_list(self) -> None:
        found = told("官房長", CHAIR)
        assert (found.attendee_id, found.kind, found.rule) == (None, SpeakerKind.OFFICE, "unlisted")

    def test_the_note_tells_two_of_one_title_apart(self) -> None:
        people = person(1, "小柳", "審議官", note="大規模催事担当"), person(2, "楠", "審議官", note="国際担当")
        assert told("審議官（国際担当）", *people).attendee_id == "a2"


class TestNobodyListed:
    def test_a_surname_on_no_list_stays_a_speaker(self) -> None:
        found = told("木村専門官", OGAWA_OFFICER, GOTO)
        assert (found.attendee_id, found.candidates, found.name, found.rule) == (None, (), "木村", "unlisted")
        assert found.kind is SpeakerKind.PERSON

    @pytest.mark.parametrize(
        ("label", "kind"),
        [
            ("事務局", SpeakerKind.GROUP),
            ("各委員", SpeakerKind.GROUP),
            ("長谷川及び木村委員", SpeakerKind.GROUP),
            ("長谷川、木村委員", SpeakerKind.GROUP),
            ("長谷川・木村両委員", SpeakerKind.GROUP),
            ("委員", SpeakerKind.ANONYMOUS),
            ("Ａ委員", SpeakerKind.MASKED),
            ("○○委員", SpeakerKind.MASKED),
            ("委員Ａ", SpeakerKind.MASKED),
        ],
    )
    def test_groups_and_the_nameless_are_no_attendee(self, label: str, kind: SpeakerKind) -> None:
        found = told(label, CHAIR, NAGATANI)
        assert (found.attendee_id, found.candidates, found.kind) == (None, (), kind)

    def test_one_officer_in_charge_of_two_things_is_one(self) -> None:
        found = told("審議官（防災、復興担当）", person(1, "楠", "審議官", note="防災、復興担当"))
        assert (found.attendee_id, found.kind) == ("a1", SpeakerKind.OFFICE)

    def test_nothing_is_nobody(self) -> None:
        found = told("", CHAIR)
        assert (found.attendee_id, found.name, found.title, found.kind) == (None, None, None, SpeakerKind.ANONYMOUS)

    def test_the_only_member_is_not_the_anonymous_one(self) -> None:
        assert told("委員", NAGATANI).attendee_id is None


class TestWithinTheMeeting:
    def test_whoever_came_is_known_afterwards(self) -> None:
        meeting = resolver(CHAIR)
        arrived = meeting.joined([("国土交通省後藤海技課長", Span(0, 11)), ("佐々木総務課長", Span(12, 19))])
        assert [one.organization for one in arrived] == ["国土交通省", "国土交通省"]
        assert [one.listed for one in meeting.unlisted] == [False, False]
        assert meeting.speaker("後藤課長", None).attendee_id == arrived[0].attendee_id

    def test_an_organization_is_shared_within_a_clause_only(self) -> None:
        meeting = resolver(CHAIR)
        meeting.joined([("国土交通省後藤海技課長", Span(0, 11))])
        later = meeting.joined([("鈴木主査", Span(20, 24))])
        assert later[0].organization is None

    def test_a_group_that_came_is_no_attendee(self) -> None:
        meeting = resolver(CHAIR)
        meeting.joined([("事務局", Span(0, 3))])
        assert meeting.unlisted == []

    def test_a_label_is_resolved_once_and_placed_each_time(self) -> None:
        meeting = resolver(CHAIR)
        first, second = meeting.speaker("委員長", Span(0, 3)), meeting.speaker("委員長", Span(9, 12))
        assert first == second
        assert (first.span, second.span) == (Span(0, 3), Span(9, 12))


class TestRoles:
    @pytest.mark.parametrize(
        ("attendee", "role"),
        [
            (person(1, "山口", "部会長"), Role.CHAIR),
            (person(1, "川北", "部会長代理"), Role.DEPUTY_CHAIR),
            (person(1, "竹原", "委員"), Role.MEMBER),
            (person(1, "竹原", None, group="委員"), Role.MEMBER),
            (person(1, "西中", "事務局次長"), Role.SECRETARIAT),
            (person(1, "森", "課長", group="事務局"), Role.SECRETARIAT),
            (person(1, "後藤", "海技課長", organization="国土交通省"), Role.OFFICIAL),
            (person(1, "神保", None, group="オブザーバー"), Role.GUEST),
            (person(1, "神保", "主任研究員", group="参考人"), Role.GUEST),
        ],
    )
    def test_title_and_group_tell_the_role(self, attendee: Attendee, role: Role) -> None:
        assert Resolver().listed(attendee).role is role

    def test_officials_of_the_body_are_its_secretariat(self) -> None:
        found = Resolver()
        own, other = person(1, "佐々木", "総務課長"), GOTO
        people = [found.listed(one) for one in (own, other, person(9, "西中", "事務局次長"))]
        assert [one.role for one in found.settle(people)] == [Role.SECRETARIAT, Role.OFFICIAL, Role.SECRETARIAT]


@pytest.mark.parametrize(
    ("label", "name", "title", "kind"),
    [
        ("小川委員", "小川", "委員", SpeakerKind.PERSON),
        ("官房長", None, "官房長", SpeakerKind.OFFICE),
        ("海技課", None, None, SpeakerKind.GROUP),
        ("２番委員", None, "委員", SpeakerKind.MASKED),
    ],
)
def test_what_a_label_names(label: str, name: str | None, title: str | None, kind: SpeakerKind) -> None:
    assert speaker_kind(label, name, title) is kind


def test_white_space_within_a_masked_label_goes() -> None:
    found = told("Ａ　委員")
    assert (found.name, found.title, found.label) == ("Ａ", "委員", "Ａ　委員")


def test_a_proxy_is_not_who_he_stands_for() -> None:
    found = told("天野委員代理", person(1, "天野", "委員代理", note="槍田委員代理"), person(2, "槍田", "委員"))
    assert found.attendee_id == "a1"


PEOPLE = (OGAWA, OGAWA_OFFICER, GOTO, SASAKI, CHAIR, NAGATANI_EXTRA, FULL)


@given(st.text(alphabet="小川後藤髙高村委員長代理課局国土交通省事務氏君各Ａ（）() 　・、及び1", max_size=18))
def test_nobody_is_ever_guessed(label: str) -> None:
    found = resolver(*PEOPLE).speaker(label, None)
    assert found.label == label
    assert 0 <= (found.confidence or 0) <= 1
    assert found.rule
    assert not (found.attendee_id and found.candidates)
    assert len(found.candidates) != 1
    assert {found.attendee_id or "a1", *found.candidates} <= {one.id for one in PEOPLE}
    if found.kind in (SpeakerKind.ANONYMOUS, SpeakerKind.MASKED, SpeakerKind.GROUP):
        assert found.attendee_id is None
