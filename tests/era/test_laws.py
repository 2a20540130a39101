"""Laws of era dates, against ICU and by Hypothesis."""

from __future__ import annotations

import copy
import datetime as dt
import pickle
import subprocess
import sys
from itertools import pairwise

import icu
import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes_model.era import (
    ERAS,
    DateExpression,
    Era,
    EraDate,
    EraError,
    EraFormatError,
    EraRangeError,
    FiscalYear,
    Policy,
    UnknownEraError,
    era_of,
    find_dates,
    find_impossible,
    parse_expression,
)

FIRST, LAST = dt.date(1873, 1, 1), dt.date(2100, 12, 31)
STYLES = ("%EY%-m月%-d日", "kanji", "wide", "jis", "abbreviated", "%EC%Ey年%m月%d日", "%EC%-Ey.%-m.%-d")
days = st.dates(FIRST, dt.date(2300, 12, 31))
PIECES = st.sampled_from(
    ["令和", "平成", "昭和", "元", "６", "十", "年", "月", "日", "度", "～", "から", "まで", "、", "（水）", "午後", "時", "分", "半",
     "正午", "翌", "同", "去る", "R", "6.", "9.", "11", "2024", "-", "/", ":", " ", "　", "\n", "〇", "廿", "㋿", "西暦", "上旬", "会",
     "9999", "00000000", "昭和", "年度", "来年度", "前日", "（2024年）", "T13:00", "Z"]
)  # fmt: skip


def every_day() -> list[dt.date]:
    return [dt.date.fromordinal(n) for n in range(FIRST.toordinal(), LAST.toordinal() + 1)]


def test_every_day_is_the_day_of_icu() -> None:
    form = icu.SimpleDateFormat("G|y|M|d", icu.Locale("ja_JP@calendar=japanese"))
    form.setTimeZone(icu.TimeZone.createTimeZone("UTC"))
    epoch = dt.date(1970, 1, 1).toordinal()
    for day in every_day():
        ours = EraDate.from_date(day)
        theirs = form.format((day.toordinal() - epoch) * 86400.0)
        assert f"{ours.era}|{ours.year}|{ours.month}|{ours.day}" == theirs
        assert ours.to_date() == day


@pytest.mark.parametrize("style", STYLES)
def test_every_day_round_trips(style: str) -> None:
    for day in every_day()[::7]:
        written = EraDate.from_date(day)
        assert EraDate.parse(written.format(style)) == written


def test_the_days_of_change() -> None:
    assert [era_of(d).name for d in (dt.date(1912, 7, 29), dt.date(1912, 7, 30))] == ["明治", "大正"]
    assert [era_of(d).name for d in (dt.date(1926, 12, 24), dt.date(1926, 12, 25))] == ["大正", "昭和"]
    assert EraDate("明治", 45, 7, 30).is_canonical
    assert EraDate("大正", 15, 12, 25).is_canonical
    assert not EraDate("昭和", 64, 1, 8).is_canonical
    assert all(a.end is not None and a.end >= b.start - dt.timedelta(days=1) for a, b in pairwise(ERAS))


@given(days, st.sampled_from(STYLES))
def test_parse_inverts_format(day: dt.date, style: str) -> None:
    written = EraDate.from_date(day)
    assert EraDate.parse(written.format(style)) == written


@given(st.text(max_size=80))
def test_nothing_but_era_errors_on_any_text(text: str) -> None:
    for read in (EraDate.parse, FiscalYear.parse, parse_expression, lambda t: parse_expression(t, policy=Policy.STRICT)):
        try:
            read(text)
        except EraError as error:
            assert error.reason
            assert isinstance(error, ValueError)
            assert pickle.loads(pickle.dumps(error)).args == error.args


@settings(max_examples=1000)
@given(st.lists(PIECES, max_size=9).map("".join), st.none() | st.dates() | days.map(EraDate.from_date))
def test_nothing_but_era_errors_on_any_pieces_and_anchor(text: str, anchor: dt.date | EraDate | None) -> None:
    for policy in Policy:
        try:
            parse_expression(text, anchor=anchor, policy=policy)
        except EraError as error:
            assert error.text == text
        assert all(m.text for m in find_dates(text, anchor=anchor, policy=policy))


@pytest.mark.parametrize("text", ["00000000", "0000-01-01", "昭和9999年度", "9999年度", "令和9999年", "令和8000～9999年", "R999999"])
def test_beyond_the_calendar_is_refused(text: str) -> None:
    with pytest.raises(EraError):
        parse_expression(text)
    assert list(find_dates(text)) == []


@pytest.mark.parametrize("text", ["翌日", "翌月", "翌年", "来年度", "前日", "前月", "前年", "昨年"])
def test_steps_beyond_the_calendar_are_refused(text: str) -> None:
    anchor = dt.date.max if text[0] in "翌来" else dt.date.min
    with pytest.raises(EraError):
        parse_expression(text, anchor=anchor)


@pytest.mark.parametrize("form", ["%", "%E", "%Q", "%99999999999d", "%1000Ey", "%OY"])
def test_formats_that_are_none(form: str) -> None:
    with pytest.raises(EraFormatError):
        EraDate("令和", 6, 9, 11).format(form)


@given(st.lists(PIECES, max_size=30).map("".join), st.none() | days)
def test_found_spans_give_the_text_back(text: str, anchor: dt.date | None) -> None:
    edge = 0
    for found in find_dates(text, anchor=anchor):
        assert text[found.span.slice] == found.text
        assert edge <= found.span.start < found.span.end
        edge = found.span.end
    for error in find_impossible(text):
        assert error.span is not None
        assert error.text
    try:
        whole = parse_expression(text, anchor=anchor)
    except EraError:
        return
    assert text[whole.span.slice] == whole.text


@given(st.sampled_from(ERAS), st.integers(1, 70), st.integers(0, 70), st.sampled_from(["年", "年度"]))
def test_a_range_of_years_has_the_ends_and_the_issues_of_its_years(era: Era, first: int, more: int, word: str) -> None:
    one, other = (parse_expression(f"{era.name}{number}{word}") for number in (first, first + more))
    for text in (f"{first}～{first + more}{word}", f"{first}{word}～{first + more}{word}", f"{first}{word}から{era.name}{first + more}{word}まで"):
        found = parse_expression(era.name + text)
        assert (found.start, found.end) == (one.start, other.end)
        assert [issue.code for issue in found.issues] == [issue.code for issue in (*one.issues, *other.issues)]


@given(st.sampled_from(ERAS), st.integers(6, 70), st.integers(1, 12), st.sampled_from(["上旬", "中旬", "下旬"]))
def test_a_third_of_a_month_is_refused_where_none_of_its_days_is_of_the_era(era: Era, number: int, month: int, third: str) -> None:
    found = parse_expression(f"{era.name}{number}年{month}月{third}")
    assert found.start is not None
    assert found.end is not None
    span = [dt.date.fromordinal(n) for n in range(found.start.toordinal(), found.end.toordinal() + 1)]
    assert all(day in era for day in span) or (found.issues and not any(day in era for day in span))


@given(days, st.integers(1, 31))
def test_the_next_day_is_the_day_after_or_nothing(anchor: dt.date, number: int) -> None:
    following = anchor + dt.timedelta(days=1)
    for given_anchor in (anchor, EraDate.from_date(anchor)):
        assert parse_expression(f"翌{following.day}日", anchor=given_anchor, policy=Policy.STRICT).date == following
        found = list(find_dates(f"翌{number}日", anchor=given_anchor))
        assert [m.date for m in found] == ([following] if number == following.day else [])


@given(days, days)
def test_words_of_direction_hold(anchor: dt.date, other: dt.date) -> None:
    for word, step in (("去る", -1), ("来る", 1)):
        for text in (f"{other.month}月{other.day}日", f"{other.day}日"):
            for given_anchor in (anchor, EraDate.from_date(anchor)):
                for found in find_dates(word + text, anchor=given_anchor, policy=Policy.STRICT):
                    assert found.text == word + text
                    assert found.date is not None
                    assert 0 <= (found.date - anchor).days * step < 731
                    between = (anchor + dt.timedelta(days=n * step) for n in range((found.date - anchor).days * step))
                    assert not any(day.day == other.day and ("月" not in text or day.month == other.month) for day in between)


@given(st.dates(dt.date(1875, 1, 1), dt.date(2100, 12, 31)))
def test_words_that_name_no_era_leave_none(anchor: dt.date) -> None:
    for text in ("翌日", "翌月", "翌年", "前年4月1日", "翌年3月31日", "翌月3日", "同月下旬", "来る5月3日", "去る1日", "翌1月", "昨年12月"):
        plain = parse_expression(text, anchor=anchor)
        found = parse_expression(text, anchor=EraDate.from_date(anchor), policy=Policy.STRICT)
        assert (found.start, found.end) == (plain.start, plain.end)


@given(days, days)
def test_order_hash_and_pickle_agree_with_equality(one: dt.date, other: dt.date) -> None:
    a, b = EraDate.from_date(one), EraDate.from_date(other)
    assert (a < b, a == b, a > b, a <= b, a >= b) == (one < other, one == other, one > other, one <= other, one >= other)
    assert (a == b) == (hash(a) == hash(b)) or a != b
    assert pickle.loads(pickle.dumps(a)) == copy.deepcopy(a) == a
    assert a - b == one - other
    assert a.same_day(one)
    assert a != one


@given(days, st.integers(-3000, 3000))
def test_arithmetic_is_that_of_the_calendar(day: dt.date, count: int) -> None:
    moved = day + dt.timedelta(days=count)
    if moved >= FIRST:
        assert (EraDate.from_date(day) + dt.timedelta(days=count)).to_date() == moved
        assert EraDate.from_date(moved) - dt.timedelta(days=count) == EraDate.from_date(day)


def test_relativedelta() -> None:
    assert EraDate("平成", 31, 1, 31) + relativedelta(months=4) == EraDate("令和", 1, 5, 31)
    assert EraDate("令和", 1, 5, 1) - relativedelta(days=1) == EraDate("平成", 31, 4, 30)


def test_a_date_is_no_era_date() -> None:
    written = EraDate("令和", 6, 9, 11)
    with pytest.raises(TypeError):
        _ = written < dt.date(2024, 9, 11)  # type: ignore[operator]
    with pytest.raises(TypeError):
        _ = written - dt.date(2024, 9, 11)
    with pytest.raises(TypeError):
        _ = written + 1  # type: ignore[operator]


def test_non_canonical_names_survive() -> None:
    written = EraDate.parse("平成32年1月1日")
    assert str(written) == "平成32年1月1日"
    assert written.canonical() == EraDate("令和", 2, 1, 1)
    assert written != written.canonical()
    assert written.same_day(written.canonical())


def test_errors_name_text_place_and_reason() -> None:
    with pytest.raises(EraRangeError) as caught:
        parse_expression(" 令和6年2月30日 ")
    assert caught.value.text == " 令和6年2月30日 "
    assert caught.value.span is not None
    assert caught.value.text[caught.value.span.slice] == "令和6年2月30日"
    assert "no such day" in caught.value.reason
    with pytest.raises(UnknownEraError):
        EraDate("光文", 1, 1, 1)
    with pytest.raises(EraFormatError):
        EraDate("令和", 6, 9, 11).format("%Q")
    with pytest.raises(EraRangeError):
        EraDate("明治", 5, 12, 3)


def test_formats() -> None:
    day = EraDate("令和", 1, 5, 1)
    assert f"{day:%EC%Ey年%m月%d日(%a)}" == "令和1年05月01日(水)"
    assert day.format("%EY%_m月%_d日 %A %F %%") == "令和元年 5月 1日 水曜日 2019-05-01 %"
    assert day.format("%3Ey|%-j|%G-W%V-%u") == "001|121|2019-W18-3"
    assert [day.format(s) for s in ("kanji", "wide", "jis", "abbreviated")] == [
        "令和元年五月一日", "令和元年５月１日", "R01.05.01", "R1.5.1",
    ]  # fmt: skip


def test_the_path_loads_no_parser() -> None:
    code = (
        "import sys, minutes_model.era;"
        "print(sorted(m for m in sys.modules if m.split('.')[0] in ('dateutil', 'jaconv', 'cattrs', 'icu')"
        " or m.startswith(('minutes_model.parser', 'minutes_model.model', 'minutes_model.grammar', 'minutes_model.layout'))))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_expressions_are_values() -> None:
    found = parse_expression("令和6年9月11日（水）13:00～15:00")
    assert isinstance(found, DateExpression)
    assert found == parse_expression("令和6年9月11日（水）13:00～15:00")
    assert pickle.loads(pickle.dumps(found)) == found
    assert {found: 1}[copy.deepcopy(found)] == 1
