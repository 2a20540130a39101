"""Entries that run together: rows of spaced names, and labels without a comma."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_model.people.entries import split_names, split_run

ROWS = {
    "石 原  進 森 下 俊 三 井 伊 雅 子": ("石原進", "森下俊三", "井伊雅子"),
    "北 村 康 央 林 真由子": ("北村康央", "林真由子"),
    "大 田 弘 子　小 林 いずみ": ("大田弘子", "小林いずみ"),
    "安 田 隆 二 渡 邉 光一郎": ("安田隆二", "渡邉光一郎"),
    "佐藤 進 鈴木一郎": ("佐藤進", "鈴木一郎"),
    "草 川   健": ("草川健",),
}
RUNS = {
    "小島官房長緒方生活安全局長": ["小島", "緒方"],
    "佐藤会長山本副会長": ["佐藤", "山本"],
    "小島官房長緒方生活安全局長高木交通局長": ["小島", "緒方", "高木"],
    "山口部会長川北部会長代理竹原委員": ["山口", "川北", "竹原"],
    "加藤局長崎山部長": ["加藤", "崎山"],
}
ONE = (
    "小川委員長代理",
    "田中主任研究員",
    "国土交通省後藤海技課長",
    "原子力規制庁荻野長官官房審議官",
    "石井専門委員会委員長",
    "神山教育長職務代理者",
    "総括審議官兼総務課長",
)


@pytest.mark.parametrize("row", ROWS)
def test_a_row_is_divided_by_surnames_and_given_names(row: str) -> None:
    assert split_names(row) == ROWS[row]


@pytest.mark.parametrize("words", ["", " 　", "出席者は次のとおり", "観点 資料", "（委員）", "〇〇 太郎"])
def test_a_row_that_is_no_names_is_left_alone(words: str) -> None:
    assert split_names(words) is None


@pytest.mark.parametrize("run", RUNS)
def test_a_missing_comma_is_found(run: str) -> None:
    parts = split_run(run)
    assert [part.name for part in parts] == RUNS[run]
    assert "".join(part.text for part in parts) == run


@pytest.mark.parametrize("entry", ONE)
def test_one_designation_stays_one(entry: str) -> None:
    parts = split_run(entry)
    assert [part.text for part in parts] == [entry]


@given(st.text(alphabet="石原進 　森下俊三井伊雅子のA（", max_size=24))
def test_what_is_divided_is_all_there(row: str) -> None:
    names = split_names(row)
    assert names is None or "".join(names) == "".join(row.split())


@given(st.text(alphabet="小島官房長緒方局委員会田中部", max_size=16))
def test_parts_together_are_the_entry(entry: str) -> None:
    assert "".join(part.text for part in split_run(entry)) == entry
