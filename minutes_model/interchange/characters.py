"""Characters that other formats cannot hold, and text that spreadsheets would run."""

from __future__ import annotations

from minutes_model.patterns import regex

__all__ = ["defused", "encodable", "printable"]

_SURROGATES = regex("[\ud800-\udfff]")
# Everything XML 1.0 excludes: C0 without tab and line ends, surrogates, the two non-characters.
_UNPRINTABLE = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_FORMULA = regex(r"[=+\-@\t\r＝＋－＠]")


def encodable(text: str) -> str:
    """The text with lone surrogates as U+FFFD, which UTF-8 can hold."""
    return _SURROGATES.sub("\ufffd", text)


def printable(text: str) -> str:
    """The text with whatever XML and spreadsheets cannot hold as U+FFFD, one for each character.

    >>> printable("一\\x00二\\n三")
    '一\ufffd二\\n三'
    """
    return _UNPRINTABLE.sub("\ufffd", text)


def defused(text: str) -> str:
    """The text, behind an apostrophe where a spreadsheet would take it for a formula.

    Full-width signs count too: a Japanese Excel reads them as the half-width ones.

    >>> defused("=1+1"), defused("賛成である")
    ("'=1+1", '賛成である')
    """
    return f"'{text}" if _FORMULA.match(text) else text
