"""Old and printed variants of kanji, brought together for matching only.

What is given out keeps the printed form. The pairs are in ``data/variants.toml``.
"""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache

from minutes_model.people.words import read_data

__all__ = ["fold_variants"]

_COMPATIBILITY = range(0xF900, 0xFB00)


@cache
def _table() -> dict[int, str]:
    groups: dict[str, str] = tomllib.loads(read_data("variants.toml"))["variants"]
    table = {ord(old): new for new, olds in groups.items() for old in olds}
    for code in _COMPATIBILITY:
        plain = unicodedata.normalize("NFC", chr(code))
        if code not in table and plain != chr(code):
            table[code] = table.get(ord(plain), plain)
    return table


def fold_variants(text: str) -> str:
    """The text with one form of each kanji; one character becomes one character.

    斎 and 斉 stay apart, since 斎藤 and 斉藤 are two surnames.

    >>> fold_variants("髙﨑渡邉澤齋齊")
    '高崎渡辺沢斎斉'
    """
    return text if text.isascii() else text.translate(_table())
