"""Days and times of a header: carried halves, nights, meetings of several days."""

from __future__ import annotations

import datetime as dt

import pytest

import minutes_model as mm

DAY = "令和６年９月11日"
TABLE = {
    "carried to the closing label": (f"日時：{DAY}（水）\n開会：午後２時\n閉会：４時", None, "14:00", "16:00"),
    "carried to the closing clause": (f"日時：{DAY}（水）　午後２時00分開会　５時10分閉会", None, "14:00", "17:10"),
    "carried by 同": (f"日時：{DAY}（水）午後２時開会、同４時閉会", None, "14:00", "16:00"),
    "the next day": (f"日時：{DAY}（水）\n開会：22時\n閉会：翌1時", "2024-09-12", "22:00", "01:00"),
    "a closing label with its day": (f"開会：{DAY}22時\n閉会：令和６年９月12日1時", "2024-09-12", "22:00", "01:00"),
    "a range of days": (f"日時：{DAY}（水）～13日（金）", "2024-09-13", None, None),
    "two days": (f"日時：{DAY}（水）、12日（木）", "2024-09-12", None, None),
    "two parts of a day": (f"日時：{DAY}（水）10:30～正午、13:00～16:00", None, "10:30", "16:00"),
    "parts by their names": (f"日時：{DAY}（水）\n　　　第１部　10:00～12:00\n　　　第２部　13:00～15:00", None, "10:00", "15:00"),
    "hours of something else": (f"日時：{DAY}（水）10:00～12:00　懇親会　17:00～19:00", None, "10:00", "12:00"),
    "hours of a part that is told behind": (f"日時：{DAY}（水）10:00～11:00、11:15～12:00（現地視察）", None, "10:00", "11:00"),
    "hours before": (f"日時：{DAY}（水）10:00～12:00、9:00～9:30", None, "10:00", "12:00"),
    "morning to afternoon": (f"日時：{DAY}（水）午前10時～午後３時", None, "10:00", "15:00"),
}


def _parse(lines: str) -> mm.ParseResult:
    return mm.parse(f"測位委員会（第３回）議事概要\n{lines}\n議事の概要\n高橋委員から「はい」旨の発言があった。\n")


@pytest.mark.parametrize(("lines", "last", "start", "end"), TABLE.values(), ids=TABLE)
def test_schedule(lines: str, last: str | None, start: str | None, end: str | None) -> None:
    meeting = _parse(lines).meeting
    assert meeting.date == dt.date(2024, 9, 11)
    assert meeting.end_date == (last and dt.date.fromisoformat(last))
    assert (meeting.start_time, meeting.end_time) == tuple(time and dt.time.fromisoformat(time) for time in (start, end))


def test_an_end_before_the_start_is_told() -> None:
    result = _parse(f"日時：{DAY}（水）\n開会：午後２時\n閉会：午前11時")
    assert result.meeting.end_time == dt.time(11)
    assert "MM104" in {issue.code for issue in result.diagnostics}


@pytest.mark.parametrize(("opens", "closes"), [("（午前10時00分）", "（午前11時28分）"), ("午前十時開会", "午前十一時二十八分散会")])
def test_times_behind_what_the_chair_declares(opens: str, closes: str) -> None:
    text = f"青柳浜町議会臨時会会議録\n{DAY}\n○議長（綿貫正晴君）　ただいまから臨時会を開会いたします。\n{opens}\n○１番（森谷薫君）　賛成です。\n○議長（綿貫正晴君）　閉会いたします。\n御苦労さまでした。\n{closes}\n"
    meeting = mm.parse(text).meeting
    assert (meeting.start_time, meeting.end_time) == (dt.time(10), dt.time(11, 28))


def test_the_hour_alone_below_the_record() -> None:
    meeting = mm.parse("緑市総合審議会　会議録\n日時　令和５年４月１日（土）午後２時\n\n○会長　以上で終わります。\n　　　　（時に午後三時四十分）\n").meeting
    assert meeting.end_time == dt.time(15, 40)


def test_an_hour_of_nought() -> None:
    assert _parse(f"{DAY}\n午前十時三分開会\n午後零時十八分散会").meeting.end_time == dt.time(12, 18)


def test_where_each_of_several_met_names_no_body() -> None:
    text = f"日時\n総会　{DAY}（水）10:30～11:00\n建築調査委員会\n11:00～12:00\n場所\n総会　第１会議室\n出席者　三輪委員、沖委員\n１　調査の進め方\n　霞浦文化財審議会運営規則に基づき、事務局から説明があった。\n"
    assert mm.parse(text).meeting.body != "建築調査委員会"
