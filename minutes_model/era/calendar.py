"""Eras, era dates and fiscal years; the table of eras is data, and the next era is one row.

Sources: 大正改元の詔書, 昭和改元の詔書 (the day of change bears both names), 昭和64年政令第1号,
平成31年政令第143号 (the next day is the first of the new era); 太政官布告第337号 (明治5): before
1873-01-01 the calendar was lunisolar, so that no day before it is computed here.
"""

from __future__ import annotations

import datetime as dt
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import field, frozen

from minutes_model.errors import EraRangeError, UnknownEraError

if TYPE_CHECKING:
    from dateutil.relativedelta import relativedelta

__all__ = ["ERAS", "Era", "EraDate", "FiscalYear", "Policy", "era_named", "era_of"]

FIRST_DAY = dt.date(1873, 1, 1)
"""The first day of the Gregorian calendar in Japan (明治6年1月1日)."""

T = TypeVar("T", bound="EraDate")


class Policy(Enum):
    """How to read what is not canonical.

    DOCUMENT, the default, reads it as written and reports it (平成32年, a weekday that does not fit);
    STRICT refuses it. Impossible days are refused by both.
    """

    DOCUMENT = "document"
    STRICT = "strict"


@frozen
class Era:
    """An era (元号): its name, its romanization, its letter, its one-character symbol, its days.

    ``end`` is the last day, None while the era runs. ``base`` is the Western year before the first.
    """

    name: str
    romaji: str
    letter: str
    symbol: str
    start: dt.date
    end: dt.date | None

    @property
    def base(self) -> int:
        """The Western year that year 0 of the era would be: 令和 → 2018."""
        return self.start.year - 1

    def __contains__(self, day: object) -> bool:
        return isinstance(day, dt.date) and self.start <= day and (self.end is None or day <= self.end)


ERAS = (
    Era("明治", "Meiji", "M", "㍾", dt.date(1868, 1, 25), dt.date(1912, 7, 30)),
    Era("大正", "Taisho", "T", "㍽", dt.date(1912, 7, 30), dt.date(1926, 12, 25)),
    Era("昭和", "Showa", "S", "㍼", dt.date(1926, 12, 25), dt.date(1989, 1, 7)),
    Era("平成", "Heisei", "H", "㍻", dt.date(1989, 1, 8), dt.date(2019, 4, 30)),
    Era("令和", "Reiwa", "R", "㋿", dt.date(2019, 5, 1), None),
)
"""The eras since 1868, the oldest first."""

_BY_NAME: dict[str, Era] = {}
for _era in ERAS:
    for _word in (_era.name, _era.name[0], _era.letter, _era.letter.lower(), _era.symbol, _era.romaji, chr(ord(_era.letter) + 0xFEE0)):
        _BY_NAME[_word] = _era
_BASE = {era.name: era.base for era in ERAS}
_RANK = {era.name: rank for rank, era in enumerate(ERAS)}


def era_named(word: str) -> Era:
    """The era of a name, a first character, a letter, a symbol or a romanization.

    >>> era_named("R").name, era_named("㍻").name
    ('令和', '平成')

    Raises `UnknownEraError`.
    """
    found = _BY_NAME.get(word) or _BY_NAME.get("".join(word.split()))
    if found is None:
        raise UnknownEraError("no such era", word)
    return found


def era_of(day: dt.date) -> Era:
    """The era of a day; on the days of change 1912-07-30 and 1926-12-25, the new one.

    >>> era_of(dt.date(1989, 1, 7)).name, era_of(dt.date(1989, 1, 8)).name
    ('昭和', '平成')

    Raises `EraRangeError` before 1873-01-01, when the calendar was another.
    """
    if day < FIRST_DAY:
        raise EraRangeError("days before 1873-01-01 (明治6年) are not computed: the calendar was lunisolar", day.isoformat())
    return next(era for era in reversed(ERAS) if era.start <= day)


def _day(era: str, year: int, month: int, day: int) -> dt.date:
    if era not in _BASE:
        raise UnknownEraError("no such era", era)
    if year < 1:
        raise EraRangeError("years of an era count from 1 (元年)", f"{era}{year}年")
    try:
        found = dt.date(_BASE[era] + year, month, day)
    except (ValueError, OverflowError):
        raise EraRangeError("no such day", f"{era}{year}年{month}月{day}日") from None
    if found < FIRST_DAY:
        raise EraRangeError("days before 1873-01-01 (明治6年) are not computed: the calendar was lunisolar",
                            f"{era}{year}年{month}月{day}日")
    return found


@frozen(eq=True, order=False)
class EraDate:
    """A day as written in an era (和暦の日付), never equal to a `date`.

    The written era is kept: 平成32年1月1日 stays so, and `canonical` gives 令和2年1月1日.

    >>> day = EraDate("令和", 6, 9, 11)
    >>> str(day), day.to_date().isoformat(), day.weekday()
    ('令和6年9月11日', '2024-09-11', 2)

    Raises `UnknownEraError`, and `EraRangeError` for a day that does not exist.
    """

    era: str
    year: int
    month: int
    day: int
    _date: dt.date = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_date", _day(self.era, self.year, self.month, self.day))

    @classmethod
    def parse(cls, text: str, *, policy: Policy = Policy.DOCUMENT) -> EraDate:
        """The era date that the whole of a text is.

        >>> EraDate.parse("R6.9.11")
        EraDate(era='令和', year=6, month=9, day=11)

        Raises `EraError` for anything else, a Western date included.
        """
        from minutes_model.era.expressions import parse_era_date

        return parse_era_date(text, policy)

    @classmethod
    def from_date(cls, day: dt.date) -> EraDate:
        """The era date of a day; raises `EraRangeError` before 1873-01-01."""
        if isinstance(day, dt.datetime):
            day = day.date()
        era = era_of(day)
        return cls(era.name, day.year - era.base, day.month, day.day)

    def to_date(self) -> dt.date:
        """The same day as a `date`."""
        return self._date

    def weekday(self) -> int:
        """Monday is 0, Sunday 6, as `date.weekday` counts."""
        return self._date.weekday()

    def same_day(self, other: dt.date | EraDate) -> bool:
        """Whether another date, of whatever kind and era, names the same day."""
        return self._date == (other._date if isinstance(other, EraDate) else other)

    @property
    def is_canonical(self) -> bool:
        """Whether the day lies in the era it is written in."""
        return self._date in _BY_NAME[self.era]

    def canonical(self) -> EraDate:
        """The day in the era it belongs to: 平成32年1月1日 → 令和2年1月1日."""
        return self if self.is_canonical else EraDate.from_date(self._date)

    def format(self, form: str = "%EY%-m月%-d日") -> str:
        """The day in a named style (kanji, wide, jis, abbreviated) or by POSIX codes.

        >>> day = EraDate("令和", 1, 5, 1)
        >>> day.format(), day.format("%EC%Ey/%m/%d"), day.format("jis"), day.format("kanji")
        ('令和元年5月1日', '令和1/05/01', 'R01.05.01', '令和元年五月一日')

        Raises `EraFormatError` for a code that POSIX does not know.
        """
        from minutes_model.era.formatting import formatted

        return formatted(self, form)

    def __str__(self) -> str:
        year = self.year
        return f"{self.era}{'元' if year == 1 else year}年{self.month}月{self.day}日"

    def __format__(self, form: str) -> str:
        return self.format(form) if form else str(self)

    def _key(self) -> tuple[dt.date, int]:
        return self._date, _RANK[self.era]

    def __lt__(self, other: object) -> bool:
        return self._key() < other._key() if isinstance(other, EraDate) else NotImplemented

    def __le__(self, other: object) -> bool:
        return self._key() <= other._key() if isinstance(other, EraDate) else NotImplemented

    def __gt__(self, other: object) -> bool:
        return self._key() > other._key() if isinstance(other, EraDate) else NotImplemented

    def __ge__(self, other: object) -> bool:
        return self._key() >= other._key() if isinstance(other, EraDate) else NotImplemented

    def __add__(self, other: dt.timedelta | relativedelta) -> EraDate:
        moved: Any = _moved(self._date, other, 1)
        return EraDate.from_date(moved) if moved is not None else NotImplemented

    __radd__ = __add__

    def __sub__(self, other: Any) -> Any:
        if isinstance(other, EraDate):
            return self._date - other._date
        if isinstance(other, dt.date):
            return NotImplemented
        moved = _moved(self._date, other, -1)
        return EraDate.from_date(moved) if moved is not None else NotImplemented


def _moved(day: dt.date, delta: object, sign: int) -> dt.date | None:
    """The day moved by a `timedelta` or a `relativedelta`; None for anything else."""
    if not isinstance(delta, dt.timedelta) and type(delta).__name__ != "relativedelta":
        return None
    try:
        return day + delta if sign > 0 else day - delta  # type: ignore[operator]
    except (OverflowError, ValueError):
        raise EraRangeError("no such day", f"{day} {'+' if sign > 0 else '-'} {delta}") from None


@frozen
class FiscalYear:
    """A Japanese fiscal year (年度): 1 April of ``year`` to 31 March (財政法11条, 地方自治法208条).

    ``era`` is the era it is written in, None for a Western year; 令和元年度 and 平成31年度 are the same
    days under two labels.

    >>> FiscalYear(2024, "令和").label, FiscalYear(2024).start.isoformat(), FiscalYear(2024).end.isoformat()
    ('令和6年度', '2024-04-01', '2025-03-31')
    """

    year: int
    era: str | None = None

    def __attrs_post_init__(self) -> None:
        if not 1868 <= self.year <= 9998:
            raise EraRangeError("a fiscal year lies between 1868 and 9998", str(self.year))
        if self.era is not None and self.year - era_named(self.era).base < 1:
            raise EraRangeError(f"{self.era} had not begun", str(self.year))

    @classmethod
    def parse(cls, text: str) -> FiscalYear:
        """The fiscal year that the whole of a text is: 令和6年度, R6年度, 2024年度.

        Raises `EraError` for anything else.
        """
        from minutes_model.era.expressions import parse_fiscal_year

        return parse_fiscal_year(text)

    @property
    def start(self) -> dt.date:
        """The first day, 1 April."""
        return dt.date(self.year, 4, 1)

    @property
    def end(self) -> dt.date:
        """The last day, 31 March of the next year."""
        return dt.date(self.year + 1, 3, 31)

    @property
    def label(self) -> str:
        """The fiscal year as one writes it: 令和6年度, 2024年度."""
        if self.era is None:
            return f"{self.year}年度"
        number = self.year - era_named(self.era).base
        return f"{self.era}{'元' if number == 1 else number}年度"

    def __str__(self) -> str:
        return self.label

    def __contains__(self, day: object) -> bool:
        return isinstance(day, dt.date) and self.start <= day <= self.end
