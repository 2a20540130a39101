"""Whole expressions: points joined to ranges and lists, and times beside them.

`scan` walks running text from anchor to anchor; `whole` reads a string that is one expression.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import TypeAlias

from attrs import evolve

from minutes_model.diagnostics import CODES, Diagnostic
from minutes_model.era import patterns as p
from minutes_model.era.calendar import EraDate, FiscalYear, Policy, era_named
from minutes_model.era.expressions import DateExpression, ExpressionKind
from minutes_model.era.numerals import numeral
from minutes_model.era.points import Point, Reader
from minutes_model.errors import EraError, EraFormatError, EraRangeError, UnknownEraError
from minutes_model.passing import passing
from minutes_model.patterns import regex
from minutes_model.spans import Span

__all__ = ["fiscal_year_of", "scan", "whole"]

_UNKNOWN_ERA = regex(rf"(?!令和|平成|昭和|大正|明治|西暦)(?![{p.K}]|.[{p.K}])[一-龥]{{2}}(?:元|\d{{1,2}}|[一二三四五六七八九十]{{1,3}})年")
_UNTIL = regex(rf"{p.S}(?:まで)(?!に)")
_FROM_TO = regex(rf"自{p.S}(?=.*至)")
_BEHIND = regex(rf"(?:{p.S}(?:の間|頃|ごろ|開始|開会|開議|再開|休憩|閉会|散会|終了))?\s*\Z")
"""What may stand behind a whole expression without being part of it."""
_OPEN = regex(rf"{p.S}[～〜~](?!{p.S}[{p.K}午正翌令平昭])")
Anchor: TypeAlias = "dt.date | EraDate | None"


@passing(eq=False, repr=False)
class Clock:
    """A time of the day as written: the time, whether it lies after midnight, and where it stops.

    ``awhile`` is 一時 that the words around it must tell from "for a while".
    """

    time: dt.time
    offset: int
    stop: int
    half: str | None
    dotted: bool
    awhile: bool = False
    issues: tuple[Diagnostic, ...] = ()


@passing(eq=False, repr=False)
class Span2:
    """The times of an expression: from, to, and where they stop."""

    first: Clock
    last: Clock | None
    open: bool
    stop: int


def _anchored(anchor: Anchor) -> Point | None:
    if anchor is None:
        return None
    day = anchor.to_date() if isinstance(anchor, EraDate) else anchor
    if isinstance(day, dt.datetime):
        day = day.date()
    return Point("date", day, day, 0, anchor.era if isinstance(anchor, EraDate) else None)


def whole(text: str, anchor: Anchor, policy: Policy) -> DateExpression:
    """The expression that all of ``text`` is; see `parse_expression`."""
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    if start >= end:
        raise EraFormatError("no expression in an empty text", text, Span(0, 0))
    opening = _FROM_TO.match(text, start)
    try:
        before = _anchored(anchor)
        reader = Reader(text, compact=True, now=before.end if before else None)
        found = _Expressions(reader).at(opening.end() if opening else start, before)
    except (EraRangeError, UnknownEraError) as error:
        raise type(error)(error.reason, text, error.span or Span(start, end)) from None
    if found is None:
        _refuse(text, start, end, anchored=before is not None)
    assert found is not None
    if found.span.end < end and not (found.start_time and _BEHIND.match(text, found.span.end)):
        raise EraFormatError("not understood behind the expression", text, Span(found.span.end, end))
    if policy is Policy.STRICT and found.issues:
        raise EraRangeError(found.issues[0].message, text, found.issues[0].span)
    return found


def _refuse(text: str, start: int, end: int, *, anchored: bool) -> None:
    if _UNKNOWN_ERA.match(text, start):
        raise UnknownEraError("no such era", text, Span(start, start + 2))
    needs = p.RELATIVE.match(text, start) or p.MONTH.match(text, start) or p.DAY.match(text, start)
    omits = "does not fit the anchor" if anchored else "needs an anchor for what it omits"
    raise EraFormatError(omits if needs else "no date expression", text, Span(start, end))


def fiscal_year_of(text: str) -> FiscalYear:
    """The fiscal year that all of ``text`` is."""
    found = whole(text, None, Policy.DOCUMENT)
    if found.kind is not ExpressionKind.FISCAL_YEAR or found.start is None:
        raise EraFormatError("no fiscal year", text, found.span)
    year = Reader(text)._year(found.span.start)
    return FiscalYear(found.start.year, year.era if year else None)


def scan(text: str, anchor: Anchor, policy: Policy) -> Iterator[DateExpression | EraRangeError]:
    """The expressions of running text, and the errors where one cannot be."""
    before = _anchored(anchor)
    reader = _Expressions(Reader(text, now=before.end if before else None))
    at, size = 0, len(text)
    while at < size:
        place = _next_anchor(text, at, omitting=before is not None)
        if place is None:
            return
        start = place.start()
        try:
            found = reader.at(start, before)
        except EraRangeError as error:
            stop = error.span.end if error.span else place.end()
            yield EraRangeError(error.reason, text[start:stop].strip(), Span(start, stop))
            at = max(stop, place.end())
            continue
        except EraError:
            found = None
        if found is None:
            at = max(place.end(), start + 1, reader.reader.passed(start))
            continue
        at = max(found.span.end, start + 1)
        if not (policy is Policy.STRICT and found.issues):
            yield found
        if before is not None and found.dates and found.end is not None:
            before = _mentioned(found, found.end)


def _mentioned(found: DateExpression, day: dt.date) -> Point:
    """The last day of a mention of days, as the anchor of the next one; in its era where that reaches so far."""
    era = found.era_date.era if found.era_date else None
    named = era if era and (found.date or day in era_named(era)) else None
    return Point("date", day, day, 0, named)


def _next_anchor(text: str, at: int, *, omitting: bool) -> re.Match[str] | None:
    """Where the next expression can begin; with ``omitting`` also one that omits what an anchor gives."""
    place = p.ANCHOR.search(text, at)
    while place is not None and not omitting and place["omits"] is not None:
        place = p.ANCHOR.search(text, place.start() + 1)
    return place


@passing(eq=False, repr=False)
class _Expressions:
    """Reads an expression at a place of a text."""

    reader: Reader

    @property
    def text(self) -> str:
        return self.reader.text

    def at(self, start: int, before: Point | None) -> DateExpression | None:
        """The expression that begins at ``start``."""
        point = self.reader.point(start, before)
        if point is None:
            times = self._times(start, alone=True)
            return self._timed(start, times) if times else None
        if point.kind == "date":
            return self._from_day(start, point)
        if point.kind == "dates":
            return self._dated(start, self._listed(point) or point)
        ended = self._range(point)
        return self._dated(start, ended or point)

    def _from_day(self, start: int, point: Point) -> DateExpression:
        clock = self._iso_clock(start)
        if clock is None and not p.CONTINUED.match(self.text, point.stop):
            return self._dated(start, point)
        if clock is not None:
            return self._datetime(start, point, None, Span2(clock, None, False, clock.stop))
        times = self._times(self._gap(point.stop), alone=False)
        if times is not None:
            return self._datetime(start, point, self._second_day(point, times), times)
        listed = self._listed(point)
        if listed is not None:
            return self._dated(start, listed)
        ended = self._range(point)
        return self._dated(start, ended or point)

    def _gap(self, at: int) -> int:
        found = p.GAP.match(self.text, at)
        return found.end() if found else at

    # -- days ------------------------------------------------------------------------

    def _listed(self, first: Point) -> Point | None:
        """令和6年9月11日、12日及び13日."""
        days, issues, last = list(first.days), list(first.issues), first
        while len(days) < 60:
            parted = p.LISTED.match(self.text, last.stop)
            if parted is None:
                break
            following = self._quiet(parted.end(), last)
            if following is None or following.kind not in ("date", "dates"):
                break
            days += following.days
            issues += following.issues
            last = evolve(following, sep=first.sep)
        if len(days) < 2:
            return None
        return Point("dates", min(days), max(days), last.stop, first.era, first.era_date, tuple(issues), tuple(days))

    def _quiet(self, at: int, before: Point) -> Point | None:
        try:
            return self.reader.point(at, before) or self.reader.continued(at, before)
        except (ValueError, OverflowError):  # EraError is a ValueError; beyond the calendar there is no point
            return None

    def _range(self, first: Point) -> Point | None:
        """The range from a point to the one behind ～ or から."""
        parted = p.CONNECTION.match(self.text, first.stop)
        if parted is None or first.kind in ("range", "dates"):
            return None
        last = self._quiet(parted.end(), first)
        if last is None or last.end < first.start or last.kind == "dates":
            return None
        until = _UNTIL.match(self.text, last.stop)
        stop = until.end() if until else last.stop
        return Point("range", first.start, last.end, stop, first.era, first.era_date, first.issues + last.issues)

    def _dated(self, start: int, point: Point) -> DateExpression:
        kind = ExpressionKind.RANGE if point.kind == "third" else ExpressionKind(point.kind)
        return self._made(start, point.stop, kind, point, dates=point.days)

    def _made(self, start: int, stop: int, kind: ExpressionKind, point: Point | None, **more: object) -> DateExpression:
        if point is not None:
            more = {"start": point.start, "end": point.end, "era_date": point.era_date, "issues": point.issues} | more
        return DateExpression(text=self.text[start:stop], span=Span(start, stop), kind=kind, **more)  # type: ignore[arg-type]

    # -- times -----------------------------------------------------------------------

    def _iso_clock(self, start: int) -> Clock | None:
        found = p.ISO.match(self.text, start) if self.text[start] in "0123456789" else None
        if found is None or found["H"] is None:
            return None
        return self._clock_of(int(found["H"]), int(found["M"]), found.end(), start)

    def _clock(self, at: int) -> Clock | None:
        found = p.TIME.match(self.text, at)
        if found is None:
            return None
        if found["noon"]:
            return Clock(dt.time(12), 0, found.end(), None, False)
        hour = numeral(found["h"] or found["h2"] or found["h3"])
        minute = 30 if found["thirty"] else numeral(found["m"] or found["m2"] or found["m3"] or "0")
        if hour is None or minute is None:
            return None
        return self._halved(found, hour, minute, at)

    def _halved(self, found: re.Match[str], hour: int, minute: int, at: int) -> Clock:
        """By the table of 太政官布告第337号: 午前12時 is noon, 午後12時 midnight, 午後0時 noon."""
        half = found["half"]
        issues: tuple[Diagnostic, ...] = ()
        if half and hour > 12:
            issues = (CODES["MM104"].at(f"{found[0].strip()}: a 24-hour number beside {half}", Span(at, found.end())),)
        elif half in ("午前", "午後") and hour == 12 and minute:
            # The table ends at 12時: what is written beyond it is meant by the clock on the wall.
            issues = (CODES["MM104"].at(f"{found[0].strip()}: no hour follows {half}12時", Span(at, found.end())),)
        elif half in ("午後", "PM", "pm"):
            hour += 12 if half == "午後" or hour < 12 else 0
        elif half in ("AM", "am") and hour == 12:
            hour = 0
        clock = self._clock_of(hour, minute, found.end(), at)
        return evolve(clock, half=half, dotted=bool(found["h3"]), issues=issues, offset=clock.offset + bool(found["next"]),
                      awhile=self._awhile(found))

    def _awhile(self, found: re.Match[str]) -> bool:
        """Whether a time is 一時 with nothing that tells the clock: 一時的, 一時休憩, 一時、中断した."""
        if not found["h"] or found["m"] or found["thirty"] or found["half"] or found["next"]:
            return False
        if found["h"] not in p.ONE:
            return found["h"] in ("1", "１") and p.A_WHILE.match(self.text, found.end()) is not None
        alone = self.reader.compact and self.text[found.end() :].strip() in ("", "から", "より")
        return not alone and p.ONE_OCLOCK.match(self.text, found.end()) is None

    def _clock_of(self, hour: int, minute: int, stop: int, at: int) -> Clock:
        if minute > 59 or hour > 24 or (hour == 24 and minute > 59):
            raise EraRangeError("no such time", self.text[at:stop].strip(), Span(at, stop))
        return Clock(dt.time(hour % 24, minute), hour // 24, stop, None, False)

    def _times(self, at: int, *, alone: bool) -> Span2 | None:
        """A time, a range of times, or one with an open end, at ``at``."""
        first = self._clock(at)
        if first is None:
            return None
        last, stop = self._until(first)
        if last is None and (first.awhile or (first.dotted and alone and not self.reader.compact)):
            return None
        opened = _OPEN.match(self.text, stop) if last is None else None
        if opened:
            return Span2(first, None, True, opened.end())
        if last is None and alone and self.reader.compact and self.text[stop:].strip() in ("から", "より"):
            return Span2(first, None, True, len(self.text.rstrip()))
        return Span2(first, last, False, stop)

    def _until(self, first: Clock) -> tuple[Clock | None, int]:
        parted = p.CONNECTION.match(self.text, first.stop)
        if parted is None:
            return None, first.stop
        try:
            last = self._clock(parted.end())
        except EraRangeError:
            return None, first.stop
        if last is None or last.awhile:
            return None, first.stop
        last = _carried(first, last, self.text)
        until = _UNTIL.match(self.text, last.stop)
        return last, until.end() if until else last.stop

    def _timed(self, start: int, times: Span2) -> DateExpression:
        ranged = times.last is not None or times.open
        kind = ExpressionKind.TIME_RANGE if ranged else ExpressionKind.TIME
        return self._made(start, times.stop, kind, None, **_clocks(times), issues=_issues(times))

    def _datetime(self, start: int, point: Point, second: Point | None, times: Span2) -> DateExpression:
        if second is not None:
            last = self._clock(self._gap(second.stop))
            assert last is not None
            times = Span2(times.first, last, False, last.stop)
        ranged = times.last is not None or times.open
        kind = ExpressionKind.DATETIME_RANGE if ranged else ExpressionKind.DATETIME
        end = second.start if second else point.end
        issues = (*point.issues, *(second.issues if second else ()), *_issues(times))
        return self._made(start, times.stop, kind, point, end=end, dates=point.days, **_clocks(times), issues=issues)

    def _second_day(self, point: Point, times: Span2) -> Point | None:
        """11日13時～12日15時: the day of the end, where it has one of its own."""
        parted = p.CONNECTION.match(self.text, times.first.stop)
        if parted is None or times.last is not None:
            return None
        second = self._quiet(parted.end(), point)
        if second is None or second.kind != "date" or second.start < point.start:
            return None
        try:
            clock = self._clock(self._gap(second.stop))
        except EraRangeError:
            return None
        return second if clock and not clock.awhile else None


def _carried(first: Clock, last: Clock, text: str) -> Clock:
    """午後１時～３時: 午後 carries to an end without a half of its own; an end before its start is odd."""
    if last.half is None and first.half == "午後" and last.time.hour < 12 and not last.offset:
        last = evolve(last, time=last.time.replace(hour=last.time.hour + 12))
    if (last.offset, last.time) < (first.offset, first.time):
        issue = CODES["MM104"].at("the end lies before the start: read as written", Span(first.stop, last.stop))
        last = evolve(last, issues=(*last.issues, issue))
    return last


def _issues(times: Span2) -> tuple[Diagnostic, ...]:
    return (*times.first.issues, *(times.last.issues if times.last else ()))


def _clocks(times: Span2) -> dict[str, object]:
    facts: dict[str, object] = {"start_time": times.first.time, "start_day_offset": times.first.offset}
    if times.last is not None:
        facts |= {"end_time": times.last.time, "end_day_offset": times.last.offset}
    return facts
