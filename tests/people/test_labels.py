"""Labels with more than one person about them: seats of an assembly, ほか, two joined by 及び."""

from __future__ import annotations

import pytest

from minutes_model.people import split_designation


@pytest.mark.parametrize(
    ("label", "name", "title"),
    [("１番（山田太郎君）", "山田太郎", "１番"), ("12番議員（鈴木花子さん）", "鈴木花子", "12番議員"), ("３番", None, "３番")],
)
def test_a_seat_is_the_title_of_who_sits_there(label: str, name: str | None, title: str) -> None:
    split = split_designation(label)
    assert (split.name, split.title) == (name, title)
    assert split.confidence > 0.9


@pytest.mark.parametrize(
    ("label", "title", "note"),
    [
        ("上條歯科医療管理官 他", "歯科医療管理官", "他"),
        ("上條課長ほか３名", "課長", "ほか３名"),
        ("上條課長、ほか", "課長", "ほか"),
    ],
)
def test_others_are_a_note(label: str, title: str, note: str) -> None:
    split = split_designation(label)
    assert (split.name, split.title, split.note) == ("上條", title, note)


def test_two_people_are_not_one_name() -> None:
    assert split_designation("佐藤及び鈴木委員").name != "佐藤及び鈴木"
    assert split_designation("及川委員").name == "及川"
