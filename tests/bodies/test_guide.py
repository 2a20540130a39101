"""The file the guide shows is a profile, and does in a document what the guide says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import minutes_model as mm
from minutes_model.testing import check_profile

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "profile.md"


@pytest.fixture
def onsen(tmp_path: Path) -> mm.Profile:
    [shown] = re.findall(r"```toml\n(# onsen\.toml\n.*?)```", PAGE.read_text(encoding="utf-8"), re.S)
    (tmp_path / "onsen.toml").write_text(shown, encoding="utf-8")
    return mm.Profile.from_toml(tmp_path / "onsen.toml")


def test_the_file_holds_every_part(onsen: mm.Profile) -> None:
    check_profile(onsen)
    assert all((onsen.family, onsen.roles, onsen.labels, onsen.decisions, onsen.rules, onsen.roster))
    assert onsen.fits("星影町温泉審査会　泉源部会")


def test_a_summary_of_the_body(onsen: mm.Profile) -> None:
    text = (
        "星影町温泉審査会（第８回）議事概要\n日時：令和６年９月11日（水）10:00～\n湯の間：町役場 会議室\n議事の概要\n"
        "湯川理事から「泉温の記録を示してほしい」旨の発言があった。\nこれに対し、石原主査から「次回お示しする」旨の回答があった。\n"
        "原案に異議なく、これを諒とした。\n"
    )
    meeting = mm.parse(text, profile=onsen).meeting
    assert (meeting.venue, [a.name for a in meeting.attendees]) == ("町役場 会議室", ["湯川泉", "石原"])
    assert [one.speaker.attendee_id for one in meeting.speeches] == ["a1", "a2"]
    assert [one.outcome for one in meeting.decisions] == [mm.Outcome.ADOPTED]


def test_a_record_of_one_turn(onsen: mm.Profile) -> None:
    text = "星影町温泉審査会議事録\n湯守\n外山花子\n議事\n◆湯川理事　本日は源泉を見て回った。諒といたします。\n"
    meeting = mm.parse(text, profile=onsen).meeting
    assert [(a.name, a.role) for a in meeting.attendees] == [("外山花子", mm.Role.GUEST)]
    assert [(one.speaker.label, one.kind) for one in meeting.speeches] == [("湯川理事", "remark")]
