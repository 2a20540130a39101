"""Old and printed variants of kanji, brought together for matching only.

What is given out keeps the printed form. The pairs are in ``data/variants.toml``.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from minutes_model.people.words import read_data

__all__ = ["fold_variants"]

_COMPATIBILITY = range(0xF900, 0xFB00)


@cache
def _table() -> dict[int, str]:
    # TOML of one shape, read as `read_words` reads its lists.
    groups: list[tuple[str, str]] = re.findall(r'^"(.)" = "(.+)"', read_data("variants.toml"), re.M)
    table = {ord(old): new for new, olds in groups for old in olds}
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
