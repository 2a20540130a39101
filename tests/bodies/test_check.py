"""`check_profile`, and the profiles of the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import minutes_model as mm
from minutes_model import AgendaItem, Decision, Meeting, Outcome, Profile, Remark, Role, Speaker, SpeakerKind
from minutes_model.cli import main
from minutes_model.testing import check_profile

TEXT = (
    "銀河放送機構経営委員会議事概要\n座所：北の間\n議事の概要\n（１）番組の編成について\n"
    "沢渡委員から「再放送の割合はいくつか」との質問があった。\n審議の末、本件は沙汰止みとした。\n"
)
PROFILE = Profile(
    name="ginga",
    bodies=["銀河放送機構経営委員会", "/銀河.*評定所/"],
    labels={"座所": "venue"},
    decisions={"沙汰止みとした": "rejected"},
)


def speaker(**changes: object) -> Speaker:
    values = {"label": "沢渡委員", "kind": SpeakerKind.PERSON, "name": "沢渡", "title": "委員", "role": Role.MEMBER}
    return Speaker(**values | changes)  # type: ignore[arg-type]


def expected(**changes: object) -> Meeting:
    remark = Remark(speaker=speaker(), text="再放送の割合はいくつか", verb="質問", act=mm.Act.QUESTION, mode=mm.SpeechMode.QUOTED)
    decision = Decision(text="審議の末、本件は沙汰止みとした。", outcome=Outcome.REJECTED)
    item = AgendaItem(number=1, label="（１）", title="番組の編成について", proceedings=[remark, decision])
    values = {"body": "銀河放送機構経営委員会", "title": "銀河放送機構経営委員会議事概要", "venue": "北の間", "agenda": [item]}
    return Meeting(**values | changes)  # type: ignore[arg-type]


def refused(profile: Profile, *cases: object) -> list[str]:
    with pytest.raises(AssertionError) as caught:
        check_profile(profile, cases)  # type: ignore[arg-type]
    return str(caught.value).splitlines()


def test_a_pair_that_reads_as_expected() -> None:
    check_profile(PROFILE)
    check_profile(PROFILE, [(TEXT, expected())])
    check_profile(PROFILE, [(TEXT, mm.assign_ids(expected()))])


def test_a_folder_that_reads_as_expected(tmp_path: Path) -> None:
    (tmp_path / "minutes.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "meeting.json").write_text(mm.to_json(mm.parse(TEXT, profile=PROFILE).meeting), encoding="utf-8")
    check_profile(PROFILE, [tmp_path, str(tmp_path)])
    (tmp_path / "meeting.json").write_text(mm.to_json(expected(venue="南の間")), encoding="utf-8")
    assert refused(PROFILE, tmp_path) == [
        f"{tmp_path} is not read as expected with the profile 'ginga':",
        "  venue: expected '南の間', found '北の間'",
    ]


def test_every_difference_is_told_field_by_field() -> None:
    [item] = expected().agenda
    other = mm.Attendee(label="三雲専務", name="三雲")
    decision = Decision(text="審議の末、本件は沙汰止みとした。", outcome=Outcome.ADOPTED)
    wrong = expected(
        number=3, attendees=[other], agenda=[AgendaItem(number=1, label="（１）", title="番組について", proceedings=[decision])]
    )
    lines = refused(PROFILE, (TEXT, expected()), (TEXT, wrong))
    assert lines[0] == "case 2 is not read as expected with the profile 'ginga':"
    told = dict(line.strip().split(": ", 1) for line in lines[1:])
    assert told["number"] == "expected 3, found None"
    assert told["attendees[0]"] == "expected Attendee '三雲専務', found nothing"
    assert told["agenda[0].title"] == "expected '番組について', found '番組の編成について'"
    assert told["agenda[0].proceedings[0]"].startswith("expected Decision '審議の末、")
    assert told["agenda[0].proceedings[1]"] == "expected nothing, found Decision '審議の末、本件は沙汰止みとした。'"
    assert item.proceedings[0].id == ""


def test_within_a_statement() -> None:
    [item] = expected().agenda
    remark = Remark(speaker=speaker(role=Role.CHAIR), text="再放送は", verb="質問", act=mm.Act.QUESTION, mode=mm.SpeechMode.QUOTED)
    lines = refused(PROFILE, (TEXT, expected(agenda=[mm.AgendaItem(number=1, label="（１）", title=item.title, proceedings=[remark, item.proceedings[1]])])))
    assert [line.strip().split(":")[0] for line in lines[1:]] == [
        "agenda[0].proceedings[0].speaker.role",
        "agenda[0].proceedings[0].text",
    ]


def test_many_differences_are_cut_short() -> None:
    items = [AgendaItem(title=f"題{n}") for n in range(40)]
    lines = refused(PROFILE, (TEXT, expected(agenda=items)))
    assert len(lines) == 22
    assert lines[-1].strip().startswith("and ")


def test_a_document_of_another_body() -> None:
    text, other = TEXT.replace("経営委員会", "運営協議会"), "銀河放送機構運営協議会"
    meeting = expected(body=other, title=other + "議事概要")
    assert refused(PROFILE, (text, meeting)) == [
        f"a document of {other} calls for none, not for the profile 'ginga'"
    ]
    check_profile(Profile(name="ginga", labels=PROFILE.labels, decisions=PROFILE.decisions), [(text, meeting)])


def test_what_is_no_profile() -> None:
    assert refused("ginga") == ["a profile is a Profile, not a str"]  # type: ignore[arg-type]


def test_the_built_in_ones_pass() -> None:
    for name in ("ppc", "npsc", "prefectural_safety", "assembly", "council"):
        check_profile(mm.profiles[name])


class TestCommandLine:
    TOML = 'name = "ginga"\n[labels]\n"座所" = "venue"\n'

    @pytest.fixture
    def files(self, tmp_path: Path) -> tuple[str, str]:
        minutes, profile = tmp_path / "minutes.txt", tmp_path / "ginga.toml"
        minutes.write_text(TEXT, encoding="utf-8")
        profile.write_text(self.TOML, encoding="utf-8")
        return str(minutes), str(profile)

    def test_parse(self, files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
        minutes, profile = files
        assert main(["parse", minutes, "--to", "json", "--profile", profile]) == 0
        found = json.loads(capsys.readouterr().out)
        assert (found["venue"], found["provenance"]["profile"]) == ("北の間", "ginga")
        assert main(["parse", minutes, "--to", "json", "--profile", "npsc"]) == 0
        found = json.loads(capsys.readouterr().out)
        assert (found.get("venue"), found["provenance"]["profile"]) == (None, "npsc")

    def test_export(self, files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
        minutes, profile = files
        assert main(["export", minutes, "--to", "markdown", "--profile", profile]) == 0
        assert "北の間" in capsys.readouterr().out

    def test_check(self, files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
        minutes, profile = files
        assert main(["check", minutes, "--profile", profile]) == 0
        assert "MM105" in capsys.readouterr().out

    def test_table(self, files: tuple[str, str], tmp_path: Path) -> None:
        minutes, profile = files
        cache = tmp_path / "cache"

        def venue(*given: str) -> str:
            out = tmp_path / "out"
            assert main(["table", minutes, "--to", "csv", "-o", str(out), "--cache", str(cache), *given]) == 0
            rows = (out / "meetings.csv").read_text(encoding="utf-8-sig").splitlines()
            return "北の間" if "北の間" in rows[1] else ""

        # Each profile has results of its own in the cache, the one changed under its name too.
        assert [venue(), venue("--profile", profile), venue("--profile", profile), venue()] == ["", "北の間", "北の間", ""]
        Path(profile).write_text('name = "ginga"\n', encoding="utf-8")
        assert venue("--profile", profile) == ""

    @pytest.mark.parametrize("command", [["parse"], ["check"], ["export", "--to", "json"], ["table", "-o", "x.csv", "--to", "csv"]])
    def test_one_that_is_not_there(
        self, command: list[str], files: tuple[str, str], capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main([*command, files[0], "--profile", "銀河"]) == 1
        assert "no profile '銀河'; there are: assembly" in capsys.readouterr().err
        assert main([*command, files[0], "--profile", "gone.toml"]) == 1
        assert "gone.toml cannot be read" in capsys.readouterr().err

    def test_a_file_with_mistakes(self, files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
        minutes, profile = files
        Path(profile).write_text('name = "x"\n[labels]\n"座所" = "place"\n', encoding="utf-8")
        assert main(["parse", minutes, "--profile", profile]) == 1
        assert "labels.座所: 'place' is none of: date, open" in capsys.readouterr().err
