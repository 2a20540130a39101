"""Era dates as text: named styles, and POSIX conversion codes with their flags.

The codes are those of POSIX strftime for a Japanese locale: ``%EC`` 令和, ``%Ey`` 6, ``%EY`` 令和6年 or
令和元年; the others have their usual meaning. Between ``%`` and the code stand the flags ``-`` (no
padding), ``_`` (spaces) and ``0`` (zeros), and a width.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

from minutes_model.era.numerals import kanji
from minutes_model.errors import EraFormatError
from minutes_model.patterns import regex
from minutes_model.spans import Span

if TYPE_CHECKING:
    from minutes_model.era.calendar import EraDate

__all__ = ["formatted"]

# A width is bounded: a format may come from outside, and must not ask for gigabytes.
_CODE = regex(r"%([-_0]*)([0-9]{0,3})(E?)([A-Za-z%])")
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_DAYS = "月火水木金土日"
_STYLES = {"jis": "%R%02Ey.%m.%d", "abbreviated": "%R%Ey.%-m.%-d"}
_LETTERS = {"明治": "M", "大正": "T", "昭和": "S", "平成": "H", "令和": "R"}
# Each code as (what to take from the date, its usual width).
_NUMBERS: dict[str, tuple[Callable[[EraDate], int], int]] = {
    "m": (lambda d: d.month, 2),
    "d": (lambda d: d.day, 2),
    "Y": (lambda d: d.to_date().year, 1),
    "y": (lambda d: d.to_date().year % 100, 2),
    "Ey": (lambda d: d.year, 1),
    "j": (lambda d: d.to_date().timetuple().tm_yday, 3),
    "u": (lambda d: d.weekday() + 1, 1),
    "w": (lambda d: (d.weekday() + 1) % 7, 1),
    "G": (lambda d: d.to_date().isocalendar()[0], 4),
    "g": (lambda d: d.to_date().isocalendar()[0] % 100, 2),
    "V": (lambda d: d.to_date().isocalendar()[1], 2),
    "U": (lambda d: int(d.to_date().strftime("%U")), 2),
    "W": (lambda d: int(d.to_date().strftime("%W")), 2),
    "C": (lambda d: d.to_date().year // 100, 2),
}
_WORDS: dict[str, Callable[[EraDate], str]] = {
    "EC": lambda d: d.era,
    "EY": lambda d: f"{d.era}{'元' if d.year == 1 else d.year}年",
    "a": lambda d: _DAYS[d.weekday()],
    "A": lambda d: f"{_DAYS[d.weekday()]}曜日",
    "b": lambda d: f"{d.month}月",
    "B": lambda d: f"{d.month}月",
    "h": lambda d: f"{d.month}月",
    "e": lambda d: f"{d.day:2d}",
    "F": lambda d: d.to_date().isoformat(),
    "x": lambda d: str(d),
    "Ex": lambda d: str(d),
    "D": lambda d: d.to_date().strftime("%m/%d/%y"),
    "R": lambda d: _LETTERS[d.era],
    "n": lambda _: "\n",
    "t": lambda _: "\t",
    "%": lambda _: "%",
}
_PLAIN = {"EC": "era", "Ey": "year", "m": "month", "d": "day"}

Formatter = Callable[["EraDate"], str]


def formatted(day: EraDate, form: str) -> str:
    """A day in a style or by codes; see `EraDate.format`."""
    return _formatter(form)(day)


@lru_cache(maxsize=256)
def _formatter(form: str) -> Formatter:
    if form == "kanji":
        return lambda d: f"{d.era}{'元' if d.year == 1 else kanji(d.year)}年{kanji(d.month)}月{kanji(d.day)}日"
    if form == "wide":
        return lambda d: str(d).translate(_WIDE)
    if form == "%EY%-m月%-d日":
        return str
    parts = list(_parts(_STYLES.get(form, form), internal=form in _STYLES))
    return _fast(parts) or (lambda d: "".join(p if isinstance(p, str) else p[0](d) for p in parts))


Part = str | tuple[Formatter, str, str]


def _parts(form: str, *, internal: bool) -> list[Part]:
    """The literal text and the conversions of a format, in order."""
    parts: list[Part] = []
    at = 0
    for found in re.finditer(r"%", form):
        if found.start() < at:
            continue
        code = _CODE.match(form, found.start())
        conversion = _conversion(code, internal=internal) if code else None
        if conversion is None or code is None:
            span = Span(found.start(), min(found.start() + 3, len(form)))
            raise EraFormatError("not a conversion code of POSIX", form, span)
        parts += [form[at : found.start()], conversion]
        at = code.end()
    return [part for part in [*parts, form[at:]] if part]


def _conversion(code: re.Match[str], *, internal: bool) -> Part | None:
    flags, width, modifier, letter = code.groups()
    name = modifier + letter
    if name in _NUMBERS:
        value, usual = _NUMBERS[name]
        spec = _spec(flags, width, usual)
        return (lambda d: format(value(d), spec)), name, spec
    if name in _WORDS and (letter != "R" or internal):
        word = _WORDS[name]
        return (lambda d: word(d).rjust(int(width or 0))), name, ""
    return None


def _spec(flags: str, width: str, usual: int) -> str:
    """The format specification of a number: no padding, spaces, or zeros to a width."""
    if "-" in flags:
        return "d"
    columns = int(width or usual)
    return f"{columns}d" if "_" in flags else f"0{columns}d"


def _fast(parts: list[Part]) -> Formatter | None:
    """One ``%`` operation for a format of era, year, month and day alone."""
    names = [part[1] for part in parts if not isinstance(part, str)]
    if not names or any(name not in _PLAIN for name in names):
        return None
    template = "".join(
        part.replace("%", "%%") if isinstance(part, str) else "%s" if part[1] == "EC" else f"%{part[2]}" for part in parts
    )
    take = attrgetter(*(_PLAIN[name] for name in names))
    return lambda d: template % take(d)
