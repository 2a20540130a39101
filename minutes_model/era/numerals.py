"""Japanese numerals of every width and kind, read as integers and written as kanji.

Half-width, full-width, positional kanji (二〇二四), with units (三百十二), old forms (廿, 卅, 壱, 弐, 参,
拾), 元 for one, mixed (1二), white space within.
"""

from __future__ import annotations

from functools import lru_cache

__all__ = ["DIGITS", "kanji", "numeral"]

_VALUES = {"元": 1, "廿": 20, "卄": 20, "卅": 30, "卌": 40}
_UNITS = {"十": 10, "拾": 10, "⼗": 10, "百": 100, "千": 1000}
_DIGIT = {
    **{character: value for value, character in enumerate("0123456789")},
    **{character: value for value, character in enumerate("０１２３４５６７８９")},
    **{character: value for value, character in enumerate("〇一二三四五六七八九")},
    "○": 0, "◯": 0, "零": 0, "壱": 1, "壹": 1, "弐": 2, "貳": 2, "参": 3, "參": 3, "肆": 4, "伍": 5, "陸": 6, "漆": 7, "捌": 8, "玖": 9,
    # Radicals, which some PDF files hold in place of the characters.
    "⼀": 1, "⼆": 2, "⼋": 8,
}  # fmt: skip
DIGITS = "".join(_DIGIT) + "".join(_UNITS) + "廿卄卅卌元"
"""Every character that a numeral can hold."""


@lru_cache(maxsize=4096)
def numeral(text: str) -> int | None:
    """The value of a numeral; None where the text is none.

    >>> numeral("３００"), numeral("三百十二"), numeral("二〇二四"), numeral("廿九"), numeral("元"), numeral("委員")
    (300, 312, 2024, 29, 1, None)
    """
    words = "".join(text.split())
    if not words or len(words) > 12:
        return None
    if words in _VALUES:
        return _VALUES[words]
    return _with_units(words) if any(c in _UNITS or c in _VALUES for c in words) else _positional(words)


def _positional(words: str) -> int | None:
    value = 0
    for character in words:
        digit = _DIGIT.get(character)
        if digit is None:
            return None
        value = value * 10 + digit
    return value


def _with_units(words: str) -> int | None:
    """三百十二, 廿九, 2十: a digit run before a unit multiplies it, units fall from left to right."""
    total, run, last = 0, "", 10_000
    for character in words:
        if character in _DIGIT:
            run += character
            continue
        unit = _UNITS.get(character) or (_VALUES[character] if character in _VALUES and character != "元" else 0)
        if not unit or unit >= last or (run and character in _VALUES):
            return None
        total += (_positional(run) or 0 if run else 1) * unit if character in _UNITS else unit
        run, last = "", unit if character in _UNITS else 10
    if len(run) > 1 and last <= 10:
        return None
    return total + (_positional(run) or 0 if run else 0)


def kanji(value: int) -> str:
    """A number from 1 to 9999 in kanji with units.

    >>> kanji(6), kanji(10), kanji(31), kanji(2024)
    ('六', '十', '三十一', '二千二十四')
    """
    out = ""
    for unit, name in ((1000, "千"), (100, "百"), (10, "十")):
        count, value = divmod(value, unit)
        out += ("" if count == 1 else "〇一二三四五六七八九"[count]) + name if count else ""
    return out + ("〇一二三四五六七八九"[value] if value else "")
