"""One point in time as written: a day, a month, a year, a fiscal year, a third of a month.

Each reader stands at one place of a text and gives the point there, or None; a point that does not
exist raises `EraRangeError`. What is omitted comes from the point before, or from the anchor.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable

from attrs import evolve, field

from minutes_model.diagnostics import CODES, Diagnostic
from minutes_model.era import patterns as p
from minutes_model.era.calendar import ERAS, FIRST_DAY, Era, EraDate, era_named
from minutes_model.era.numerals import numeral
from minutes_model.errors import EraError, EraRangeError
from minutes_model.passing import passing
from minutes_model.spans import Span

__all__ = ["Point", "Reader"]

_WEEKDAYS = "月火水木金土日"
_WEEKDAY = {word: index % 7 for index, word in enumerate(
    [*_WEEKDAYS, *"⽉⽕⽔⽊⾦⼟⽇", *"㈪㈫㈬㈭㈮㈯㈰", *"㊊㊋㊌㊍㊎㊏㊐", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
)}  # fmt: skip
_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_BRACKETS = ("（", "(", "［", "[")
_HOLIDAY_BRACKETS = (*_BRACKETS, "〔")
_PER_YEAR = {"同": 0, "翌": 1, "前": -1, "昨年": -1, "去年": -1, "今年": 0, "本年": 0, "来年": 1}


@passing(eq=False, repr=False)
class Point:
    """What one point means: its kind, its first and last day, and where it stops in the text.

    ``sep`` is the mark between the numbers of a date written with marks (R6.9.11).
    """

    kind: str
    start: dt.date
    end: dt.date
    stop: int
    era: str | None = None
    era_date: EraDate | None = None
    issues: tuple[Diagnostic, ...] = field(default=())
    days: tuple[dt.date, ...] = ()
    sep: str = ""


@passing(eq=False, repr=False)
class Year:
    """A year as written: its Western number, and the era's name and number where it has one.

    ``also`` is the same year under the next era or the one before: 平成31年（令和元年）.
    """

    number: int
    stop: int
    era: str | None = None
    of_era: int = 0
    also: tuple[str, int] | None = None

    def fitting(self, month: int, day: int) -> Year:
        """The year under that of its two eras in which the day lies."""
        if self.era is None or self.also is None:
            return self
        found = dt.date(self.number, month, day)
        if found in era_named(self.era) or found not in era_named(self.also[0]):
            return self
        return evolve(self, era=self.also[0], of_era=self.also[1], also=(self.era, self.of_era))


_LONGEST_YEAR = 48
"""How far behind the beginning of an expression a second year may stand that shares its word."""
_LONGEST_YEARS = 64
"""How far behind it that word may stand."""


def _behind_blanks(text: str, at: int) -> int:
    while at < len(text) and text[at] in p.BLANKS:
        at += 1
    return at


def _bracketed(text: str, at: int) -> int:
    """Where the words of a bracket begin that opens at ``at``; -1 where none does.

    Most days have no bracket behind them, or a weekday in it: the long patterns of second years are seldom asked.
    """
    opens = _behind_blanks(text, at)
    return _behind_blanks(text, opens + 1) if text[opens : opens + 1] in _BRACKETS else -1


def _year_in_bracket(text: str, at: int) -> bool:
    begins = _bracketed(text, at)
    return begins >= 0 and text[begins : begins + 1] in p.YEAR_FIRST


def _last(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


@passing(eq=False, repr=False)
class Reader:
    """Reads the points of a text; ``compact`` admits forms that only a whole string can be (20240911).

    ``now`` is the anchor as given, from which 去る, 来る, 昨年 and 今年 are said, whatever was mentioned since.
    """

    text: str
    compact: bool = False
    now: dt.date | None = None

    def point(self, at: int, before: Point | None) -> Point | None:
        """The point at ``at``; ``before`` is the anchor, or the point mentioned last."""
        try:
            return self._point(at, before)
        except EraError:
            raise
        except (ValueError, OverflowError):
            found = p.BEYOND.match(self.text, at)
            stop = found.end() if found else at + 1
            raise EraRangeError("beyond the years 1 to 9999", self.text[at:stop], Span(at, stop)) from None

    def _point(self, at: int, before: Point | None) -> Point | None:
        full = p.FULL.match(self.text, at)
        if full is not None:
            year = self._era_year(full["era"], numeral(full["year"]), full.end(), at)
            return self._day(year, numeral(full["month"]), numeral(full["day"]), at, full.end())
        found = self._iso(at) or self._years(at) or self._absolute(at)
        if found is None and before is not None:
            found = self._relative(at, before) or self._partial(at, before)
        return found

    # -- whole forms ---------------------------------------------------------------

    def _iso(self, at: int) -> Point | None:
        found = p.ISO.match(self.text, at) if self.text[at + 4 : at + 5] == "-" else None
        if found:
            stop = found.end("d")
            return self._day(Year(int(found["y"]), stop), int(found["m"]), int(found["d"]), at, stop)
        found = p.COMPACT.match(self.text, at) if self.compact else None
        if found is None:
            return None
        digits = found["digits"] or found["west"]
        year = self._era_year(found["era"], int(digits[:2]), found.end(), at) if found["era"] else Year(int(digits[:4]), found.end())
        return self._day(year, int(digits[-4:-2]), int(digits[-2:]), at, found.end())

    def _years(self, at: int) -> Point | None:
        """令和5～7年度, 2023～25年: two years that share one word."""
        ranged = not p.TO_FIRST.isdisjoint(self.text[at : at + _LONGEST_YEAR]) and "年" in self.text[at : at + _LONGEST_YEARS]
        found = p.SPAN_OF_YEARS.match(self.text, at) if ranged else None
        if found is None:
            return None
        stop = found.end()
        if found["era"]:
            first = self._era_year(found["era"], numeral(found["first"]), stop, at)
            last = self._era_year(found["era2"] or found["era"], numeral(found["last"]), stop, at)
        else:
            one, other = numeral(found["west"]) or 0, numeral(found["west2"]) or 0
            first, last = Year(one, stop), Year(other + (one // 100 * 100 if other < 100 else 0), stop)
        whole = self._fiscal_year if found["fiscal"] or found["fiscal2"] else self._calendar_year
        return self._between(whole(first, at, stop), whole(last, at, stop), at)

    def _between(self, first: Point, last: Point, at: int) -> Point:
        """From the beginning of one point to the end of another that shares its words; each has its own era's bounds."""
        if last.end < first.start:
            self._impossible("the range ends before it begins", at, last.stop)
        return Point("range", first.start, last.end, last.stop, first.era, first.era_date, first.issues + last.issues)

    def _absolute(self, at: int) -> Point | None:
        year = self._year(at)
        if year is None:
            return None
        dotted = p.DOTTED.match(self.text, year.stop)
        if dotted and (year.era or dotted["sep"] not in "・"):
            day = self._day(year, numeral(dotted["month"]), numeral(dotted["day"]), at, dotted.end())
            return evolve(day, sep=dotted["sep"])
        word = p.YEAR_WORD.match(self.text, year.stop)
        if word is None:
            return None
        if word["fiscal"]:
            return self._fiscal(year, word.end(), at)
        dual = self._dual(year, word.end())
        if dual and self.text.startswith("度", dual.stop):
            return self._fiscal(dual, dual.stop + 1, at)
        return self._within(dual or evolve(year, stop=word.end()), at)

    def _year(self, at: int) -> Year | None:
        first = self.text[at : at + 1]
        found = p.ERA_YEAR.match(self.text, at) if first in p.ERA_FIRST else None
        if found:
            number = numeral(found["year"])
            if number is None:
                return None
            year = self._era_year(found["era"], number, found.end(), at)
        else:
            # Most of what begins with digits is a time.
            western = first in p.WESTERN_FIRST or self.text[at : at + 4].isdecimal()
            west = p.WESTERN_YEAR.match(self.text, at) if western else None
            number = numeral(re.sub(r"西暦|\s", "", west[0])) if west else None
            if west is None or not number:
                return None
            year = Year(number, west.end())
        return self._dual(year, year.stop) or year

    def _era_year(self, word: str, number: int | None, stop: int, at: int) -> Year:
        era = era_named(word)
        if not number:
            raise EraRangeError("years of an era count from 1 (元年)", self.text[at:stop], Span(at, stop))
        return Year(era.base + number, stop, era.name, number)

    def _dual(self, year: Year, at: int) -> Year | None:
        """The same year in the other calendar, in brackets: 令和６（2024）年, 2024年（令和6年）."""
        found = p.DUAL.match(self.text, at) if _year_in_bracket(self.text, at) else None
        return self._both(year, found, at) if found else None

    def _other(self, found: re.Match[str], at: int) -> Year:
        if found["era"]:
            return self._era_year(found["era"], numeral(found["year"]), found.end(), at)
        return Year(numeral(re.sub(r"西暦|\s", "", found["west"])) or 0, found.end())

    def _both(self, year: Year, found: re.Match[str], at: int) -> Year:
        other = self._other(found, at)
        if other.number != year.number:
            raise EraRangeError(f"the two years differ: {year.number} and {other.number}", found[0], Span(at, found.end()))
        also = (other.era, other.of_era) if year.era and other.era else None
        return evolve(year if year.era else other, stop=found.end(), also=also)

    def _fiscal(self, year: Year, stop: int, at: int) -> Point:
        """A fiscal year, not clipped to the era; 平成32年度 began after the era's end."""
        found = p.DUAL_FISCAL.match(self.text, stop) if _year_in_bracket(self.text, stop) else None
        if found:
            year = self._both(year, found, at)
            stop = found.end()
        return self._fiscal_year(year, at, stop)

    def _fiscal_year(self, year: Year, at: int, stop: int) -> Point:
        start, end = dt.date(year.number, 4, 1), dt.date(year.number + 1, 3, 31)
        era = era_named(year.era) if year.era else None
        beyond = era is not None and (end < era.start or (era.end is not None and start > era.end))
        issues = self._outside(era, start, at, stop) if era and beyond else ()
        return Point("fiscal_year", start, end, stop, year.era, None, issues)

    # -- from a year down ----------------------------------------------------------

    def _within(self, year: Year, at: int) -> Point | None:
        """What follows the word 年: a month, a day, or nothing."""
        month = p.MONTH.match(self.text, year.stop)
        if month is None:
            if self.text[year.stop : year.stop + 1] in ("間", "生", "代", "目", "級", "組"):
                return None
            return self._calendar_year(year, at, year.stop)
        return self._month(year, month, at)

    def _calendar_year(self, year: Year, at: int, stop: int) -> Point:
        return self._clipped("year", year, dt.date(year.number, 1, 1), dt.date(year.number, 12, 31), stop, at)

    def _whole_month(self, year: Year, month: int, at: int, stop: int) -> Point:
        last = dt.date(year.number, month, _last(year.number, month))
        return self._clipped("month", year, last.replace(day=1), last, stop, at)

    def _month(self, year: Year, month: re.Match[str], at: int) -> Point | None:
        number = numeral(month["month"])
        if number is None or not 1 <= number <= 12:
            self._impossible("no such month", at, month.end())
        assert number is not None
        if month["last"]:
            return self._months(year, number, month, at)
        third = p.THIRD.match(self.text, month.end())
        if third:
            return self._third(year, number, third, at)
        final = p.LAST_DAY.match(self.text, month.end())
        if final:
            return self._day(year, number, _last(year.number, number), at, final.end())
        day = p.DAY.match(self.text, month.end())
        if day is None:
            return self._whole_month(year, number, at, month.end())
        return self._days(year, number, day, at)

    def _months(self, year: Year, first: int, month: re.Match[str], at: int) -> Point:
        last = numeral(month["last"])
        if last is None or not first <= last <= 12:
            self._impossible("no such months", at, month.end())
        assert last is not None
        return self._between(self._whole_month(year, first, at, month.end()), self._whole_month(year, last, at, month.end()), at)

    def _third(self, year: Year, month: int, third: re.Match[str], at: int) -> Point:
        """上旬, 中旬, 下旬: the first ten days, the next ten, the rest."""
        index = "上中下".index(third["third"].replace("初", "上"))
        last = _last(year.number, month) if index == 2 else 10 * index + 10
        start, end = dt.date(year.number, month, 10 * index + 1), dt.date(year.number, month, last)
        return self._clipped("third", year, start, end, third.end(), at)

    def _days(self, year: Year, month: int, day: re.Match[str], at: int) -> Point:
        first = self._day(year, month, numeral(day["day"]), at, day.end())
        if day["more"]:
            return self._several(first, year, month, day, at)
        if not day["last"]:
            return first
        return self._between(first, self._day(year, month, numeral(day["last"]), at, day.end()), at)

    def _several(self, first: Point, year: Year, month: int, day: re.Match[str], at: int) -> Point:
        """11、12日: days that share one word."""
        numbers = [numeral(word) for word in re.split("[、，,・]", day["more"])[1:]]
        points = (first, *(self._day(year, month, number, at, day.end()) for number in numbers))
        days, issues = tuple(point.start for point in points), tuple(issue for point in points for issue in point.issues)
        return Point("dates", min(days), max(days), day.end(), year.era, first.era_date, issues, days)

    def _day(self, year: Year, month: int | None, day: int | None, at: int, stop: int) -> Point:
        try:
            year = year.fitting(month or 0, day or 0)
            found = dt.date(year.number, month or 0, day or 0)
            written = EraDate(year.era, year.of_era, found.month, found.day) if year.era else None
        except (ValueError, OverflowError):
            self._impossible("no such day", at, stop)
            raise  # pragma: no cover
        issues = self._outside(era_named(year.era), found, at, stop) if year.era else ()
        if self.text[stop : stop + 1] in _BRACKETS:
            stop, written = self._again(found, written, at, stop)
        stop, slips = self._weekday(found, at, stop)
        return Point("date", found, found, stop, written.era if written else None, written, (*issues, *slips), (found,))

    def _again(self, day: dt.date, written: EraDate | None, at: int, stop: int) -> tuple[int, EraDate | None]:
        """The same day, or its year, in the other calendar: 令和6年9月11日（2024年9月11日）."""
        found = p.DUAL_DAY.match(self.text, stop) if _year_in_bracket(self.text, stop) else None
        if found is None:
            year = self._dual(Year(day.year, stop), stop)
            return (year.stop if year else stop), written
        year = self._other(found, at)
        month, number = numeral(found["month"]) or 0, numeral(found["day"]) or 0
        if (year.number, month, number) != (day.year, day.month, day.day):
            differ = "two years differ" if year.number != day.year else "two dates differ"
            raise EraRangeError(f"the {differ}: {day} and {year.number}-{month:02d}-{number:02d}", self.text[at : found.end()], Span(at, found.end()))
        return found.end(), written or (EraDate(year.era, year.of_era, month, number) if year.era else None)

    def _clipped(self, kind: str, year: Year, start: dt.date, end: dt.date, stop: int, at: int) -> Point:
        """A year, a month or a third of one, clipped to the era: 昭和64年 has seven days."""
        issues: tuple[Diagnostic, ...] = ()
        if year.era:
            eras = [era_named(year.era), *([era_named(year.also[0])] if year.also else [])]
            parts = [(max(start, era.start), min(end, era.end or end)) for era in eras]
            parts = [part for part in parts if part[0] <= part[1]]
            if parts:
                start, end = min(parts)[0], max(part[1] for part in parts)
            else:
                issues = self._outside(eras[0], start, at, stop)
        return Point(kind, start, end, stop, year.era, None, issues)

    def _outside(self, era: Era, day: dt.date, at: int, stop: int) -> tuple[Diagnostic, ...]:
        if day in era and day >= FIRST_DAY:
            return ()
        bounds = f"{era.start} to {era.end or 'now'}"
        return (CODES["MM103"].at(f"{self.text[at:stop]} lies outside {era.name} ({bounds}): it is {day}", Span(at, stop)),)

    def _weekday(self, day: dt.date, at: int, stop: int) -> tuple[int, tuple[Diagnostic, ...]]:
        """The weekday behind a day, checked: where it stops, and what does not fit."""
        found = self._written_weekday(stop)
        if found is None:
            return self._holiday(stop), ()
        if found.lastgroup == "c" and found[0].strip()[1:2] != "曜":
            return stop, ()
        written = _WEEKDAY[found[found.lastgroup or 0]]
        end = found.end()
        end = self._holiday(end)
        if written == day.weekday():
            return end, ()
        expected = f"{_NAMES[day.weekday()]} ({_WEEKDAYS[day.weekday()]})"
        message = f"{day} is a {expected}, not {_WEEKDAYS[written]}"
        return end, (CODES["MM102"].at(message, Span(at, end)),)

    def _written_weekday(self, at: int) -> re.Match[str] | None:
        begins = _behind_blanks(self.text, at)
        if self.text[begins : begins + 1] not in p.WEEKDAY_FIRST:
            return None
        return p.WEEKDAY.match(self.text, at) or p.WEEKDAY_AND_HOLIDAY.match(self.text, at)

    def _holiday(self, at: int) -> int:
        """Behind the name of a holiday in brackets, if one stands at ``at``."""
        opens = _behind_blanks(self.text, at)
        found = p.EXTRA.match(self.text, at) if self.text[opens : opens + 1] in _HOLIDAY_BRACKETS else None
        return found.end() if found else at

    def _impossible(self, reason: str, at: int, stop: int) -> None:
        raise EraRangeError(reason, self.text[at:stop].strip(), Span(at, stop))

    def continued(self, at: int, before: Point) -> Point | None:
        """What only follows another point: ９.13 after R6.9.11, ７年３月 after 令和６年４月."""
        year = p.OMITTED_ERA.match(self.text, at)
        if year and before.era:
            found = self._era_year(before.era, numeral(year["year"]), year.start("fiscal") if year["fiscal"] else year.end(), at)
            return self._fiscal(found, year.end(), at) if year["fiscal"] else self._within(found, at)
        short = p.MORE.match(self.text, at) if before.sep else None
        if short is None or (short["sep"] or before.sep) != before.sep:
            return None
        month = numeral(short["month"]) if short["month"] else before.end.month
        return self._day(_in_era(before.end.year, before.era, at), month, numeral(short["day"]), at, short.end())

    # -- from what was mentioned before -------------------------------------------------

    def _relative(self, at: int, before: Point) -> Point | None:
        found = p.RELATIVE.match(self.text, at)
        if found is None:
            return None
        day, era = before.end if before.kind == "date" else before.start, before.era
        if found["prefix"]:
            return self._prefixed(found, before)
        if found["year"]:
            day = self.now or day
        if found["year"] or found["unit"] in ("年", "年度"):
            step = _PER_YEAR[found["year"] or found["word"]]
            if found["fy"] or found["unit"] == "年度":
                base = day.year - (day.month < 4) + step
                return Point("fiscal_year", dt.date(base, 4, 1), dt.date(base + 1, 3, 31), found.end(), None)
            return self._within(_under_its_eras(day.year + step, era, found.end()), at)
        step = _PER_YEAR[found["word"]]
        if found["unit"] == "日":
            return self._plain(day + dt.timedelta(days=step), at, found.end())
        month = day.year * 12 + day.month - 1 + step
        return self._in_month(_under_its_eras(month // 12, era, found.end()), month % 12 + 1, at)

    def _in_month(self, year: Year, number: int, at: int) -> Point | None:
        """同月, 翌月, with a day behind it or alone."""
        day = p.DAY.match(self.text, year.stop)
        if day is not None:
            return self._days(year, number, day, at)
        third = p.THIRD.match(self.text, year.stop)
        if third:
            return self._third(year, number, third, at)
        return self._whole_month(year, number, at, year.stop)

    def _prefixed(self, found: re.Match[str], before: Point) -> Point | None:
        """去る９月11日, 来る12日, 翌12日: the words before an omitted year or month; None for what contradicts them."""
        if found["prefix"] == "翌":
            return self._following(found.end(), before)
        return self._towards(found.end(), before, -1 if found["prefix"] == "去る" else 1)

    def _following(self, at: int, before: Point) -> Point | None:
        """翌N日: the day after, across the end of a month or a year as well; 翌N月: the month after, or one of the year after."""
        day, month = before.end + dt.timedelta(days=1), p.MONTH.match(self.text, at)
        number, last = numeral(month["month"]) if month else None, before.end.month
        if number is None or number == day.month:
            inner = self._omitting(at, day, before.era)
            if number is None or inner is None or inner.start == day:
                return inner if inner is not None and inner.start == day else None
        if number > last + 1:
            return None
        return self._omitting(at, before.end.replace(year=before.end.year + (number <= last), day=1), before.era)

    def _towards(self, at: int, before: Point, step: int) -> Point | None:
        """去る, 来る: the nearest day in the direction of the word from when it is said, that day itself included."""
        said = self.now or before.end
        by_year = p.MONTH.match(self.text, at) is not None
        refused: EraRangeError | None = None
        for count in (0, step):
            months = said.year * 12 + said.month - 1 + count * (12 if by_year else 1)
            try:
                inner = self._omitting(at, dt.date(months // 12, months % 12 + 1, 1), before.era)
            except EraRangeError as error:
                refused = error
                continue
            if inner is None or (inner.end >= said if step > 0 else inner.start <= said):
                return inner
        if refused is not None:
            raise refused
        return None

    def _omitting(self, at: int, day: dt.date, era: str | None) -> Point | None:
        """What stands at ``at``, with its year, or year and month, from a day; no era is meant by it."""
        return self._partial(at, Point("date", day, day, 0, era), _under_its_eras)

    def passed(self, at: int) -> int:
        """Behind a day or month that a word before it contradicts (翌15日 after the 11th): no part of it is one of its own."""
        found = p.RELATIVE.match(self.text, at) if self.text[at] in "翌去来" else None
        if found is None or found["prefix"] is None:
            return at
        month = p.MONTH.match(self.text, found.end())
        day = p.DAY.match(self.text, month.end() if month else found.end())
        return day.end() if day else month.end() if month else at

    def _plain(self, day: dt.date, at: int, stop: int) -> Point:
        stop, slips = self._weekday(day, at, stop)
        return Point("date", day, day, stop, None, EraDate.from_date(day) if day >= FIRST_DAY else None, slips, (day,))

    def _partial(self, at: int, before: Point, year_of: Callable[[int, str | None, int], Year] | None = None) -> Point | None:
        """9月11日, 12日, 9月: the year, or year and month, of the point before, in the era named there or by ``year_of``."""
        year_of = year_of or _in_era
        month = p.MONTH.match(self.text, at)
        if month is not None:
            return self._month(year_of(before.start.year, before.era, at), month, at)
        day = p.DAY.match(self.text, at)
        if day is None:
            return None
        if year_of is _in_era and p.COUNTED.match(self.text, day.end()):
            return None
        last = before.end if before.kind == "range" else before.start
        return self._days(year_of(last.year, before.era, at), last.month, day, at)


def _in_era(year: int, era: str | None, stop: int) -> Year:
    if era is None or year - era_named(era).base < 1:
        return Year(year, stop)
    return Year(year, stop, era, year - era_named(era).base)


def _under_its_eras(year: int, era: str | None, stop: int) -> Year:
    """A year told by a word that names no era (翌年, 翌月, 来る): under both eras where it has two, ``era`` first."""
    if era is None:
        return Year(year, stop)
    names = [(e.name, year - e.base) for e in ERAS if e.start.year <= year and (e.end is None or year <= e.end.year)]
    if not names:
        return Year(year, stop)
    one, *others = sorted(names, key=lambda name: name[0] != era)
    return Year(year, stop, *one, also=others[0] if others else None)
