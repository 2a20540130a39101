"""Date and time expressions: the value of one, and how a whole string is read as one.

``DateExpression`` keeps what was written, its place, its kind and its interval. A partial date is an
interval, never a day; what is omitted comes from an explicit anchor only, never from today.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from enum import StrEnum

from attrs import field, frozen

from minutes_model.diagnostics import Diagnostic
from minutes_model.era.calendar import EraDate, FiscalYear, Policy
from minutes_model.errors import EraFormatError, EraRangeError
from minutes_model.patterns import regex
from minutes_model.spans import Span

__all__ = [
    "DateExpression",
    "ExpressionKind",
    "find_dates",
    "find_impossible",
    "parse_era_date",
    "parse_expression",
    "parse_fiscal_year",
]


class ExpressionKind(StrEnum):
    """What an expression gives: a day, several, an interval, a time of the day, or both."""

    DATE = "date"
    DATES = "dates"
    MONTH = "month"
    YEAR = "year"
    FISCAL_YEAR = "fiscal_year"
    RANGE = "range"
    TIME = "time"
    TIME_RANGE = "time_range"
    DATETIME = "datetime"
    DATETIME_RANGE = "datetime_range"


CANONICAL = regex(r"(令和|平成|昭和|大正|明治)([0-9]{1,2}|元)年([0-9]{1,2})月([0-9]{1,2})日")
_DAYS = (ExpressionKind.DATE, ExpressionKind.DATETIME)


@frozen(kw_only=True)
class DateExpression:
    """A mention of a date or time: ``text``, its place, its ``kind`` and what it means.

    ``start`` and ``end`` are the first and last day, both included; None for a time alone. Times are
    local; ``start_day_offset`` and ``end_day_offset`` are 1 where the time lies after midnight
    (午後12時, 翌1時). ``end_time`` is None where a range is open (13:00～). ``issues`` says what is odd.

    >>> found = parse_expression("令和６年９月11日（水）午後1時30分から午後3時まで")
    >>> found.kind.name, found.start.isoformat(), found.start_time.isoformat("minutes"), found.end_time.hour
    ('DATETIME_RANGE', '2024-09-11', '13:30', 15)
    """

    text: str
    span: Span
    kind: ExpressionKind
    start: dt.date | None = None
    end: dt.date | None = None
    dates: tuple[dt.date, ...] = ()
    start_time: dt.time | None = None
    end_time: dt.time | None = None
    start_day_offset: int = 0
    end_day_offset: int = 0
    era_date: EraDate | None = None
    issues: tuple[Diagnostic, ...] = field(default=(), eq=False)

    @property
    def date(self) -> dt.date | None:
        """The day, of the kinds DATE and DATETIME alone; a partial date is no date."""
        return self.start if self.kind in _DAYS else None


def parse_expression(
    text: str, *, anchor: dt.date | EraDate | None = None, policy: Policy = Policy.DOCUMENT
) -> DateExpression:
    """The expression that the whole of a text is, white space around it apart.

    ``anchor`` gives what the text omits (12日, 同年10月1日, 翌日).

    >>> parse_expression("昭和64年").start.isoformat(), parse_expression("昭和64年").end.isoformat()
    ('1989-01-01', '1989-01-07')
    >>> parse_expression("12日", anchor=dt.date(2024, 9, 11)).date.isoformat()
    '2024-09-12'

    Raises `EraFormatError` for what is no expression, `EraRangeError` for a day or time that does not
    exist, `UnknownEraError` for an era that never was; with ``policy`` STRICT also for what DOCUMENT
    reads with an issue.
    """
    quick = CANONICAL.fullmatch(text)
    if quick is not None:
        found = _canonical(quick, text)
        if found is not None:
            return found
    from minutes_model.era.scanner import whole

    return whole(text, anchor, policy)


def _canonical(quick: re.Match[str], text: str) -> DateExpression | None:
    """令和6年9月11日 within its era, without a detour; None where anything is odd."""
    era, year, month, day = quick.groups()
    try:
        written = EraDate(era, 1 if year == "元" else int(year), int(month), int(day))
    except EraRangeError:
        return None
    if not written.is_canonical:
        return None
    found = written.to_date()
    return DateExpression(text=text, span=Span(0, len(text)), kind=ExpressionKind.DATE, start=found, end=found,
                          dates=(found,), era_date=written)


def parse_era_date(text: str, policy: Policy) -> EraDate:
    """The era date that the whole of a text is; see `EraDate.parse`."""
    quick = CANONICAL.fullmatch(text)
    if quick is not None and policy is Policy.DOCUMENT:
        era, year, month, day = quick.groups()
        try:
            return EraDate(era, 1 if year == "元" else int(year), int(month), int(day))
        except EraRangeError as error:
            raise EraRangeError(error.reason, text, Span(0, len(text))) from None
    found = parse_expression(text, policy=policy)
    if found.kind is not ExpressionKind.DATE or found.era_date is None:
        raise EraFormatError("no day of an era", text, found.span)
    return found.era_date


def parse_fiscal_year(text: str) -> FiscalYear:
    """The fiscal year that the whole of a text is; see `FiscalYear.parse`."""
    from minutes_model.era.scanner import fiscal_year_of

    return fiscal_year_of(text)


def find_dates(
    text: str, *, anchor: dt.date | EraDate | None = None, policy: Policy = Policy.DOCUMENT
) -> Iterator[DateExpression]:
    """The expressions in running text, in order, with their places: ``text[m.span.slice] == m.text``.

    Impossible days (2月30日) are left out (`find_impossible` lists them), and so is what needs an
    anchor where none is given. With ``policy`` STRICT odd ones are left out too.

    >>> [m.text for m in find_dates("本委員会は、令和６年９月11日（水）に開催した。昭和区の平成小学校で、11日間である。")]
    ['令和６年９月11日（水）']
    """
    from minutes_model.era.scanner import scan

    return (found for found in scan(text, anchor, policy) if isinstance(found, DateExpression))


def find_impossible(text: str) -> Iterator[EraRangeError]:
    """What looks like a date or time in running text but does not exist: 2月30日, 13時60分.

    >>> [error.text for error in find_impossible("令和６年２月30日に開催した。")]
    ['令和６年２月30日']
    """
    from minutes_model.era.scanner import scan

    return (found for found in scan(text, None, Policy.DOCUMENT) if isinstance(found, EraRangeError))


def find_all(text: str, anchor: dt.date | None) -> Iterator[DateExpression | EraRangeError]:
    """What `find_dates` and `find_impossible` find, in one walk."""
    from minutes_model.era.scanner import scan

    return scan(text, anchor, Policy.DOCUMENT)

