"""Printed variants of characters, brought together for matching only.

Old kanji, small kana and full-width forms get one form each; what is given out keeps the printed one.
The kanji are in ``data/variants.toml``.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from minutes_model.text import fold

__all__ = ["fold_variants"]

_PLAIN = re.compile(r"[\x00-\x7f]*\Z")
_SMALL_KANA = {"ヶ": "ケ", "ヵ": "カ"}


@cache
def _table() -> dict[int, str]:
    text = (files("minutes_model.people") / "data" / "variants.toml").read_text(encoding="utf-8")
    groups: dict[str, str] = tomllib.loads(text)["variants"]
    return str.maketrans(_SMALL_KANA | {old: new for new, olds in groups.items() for old in olds})


def fold_variants(text: str) -> str:
    """The text in the one form it is matched in; one character becomes one character.

    斎 and 斉 stay apart, since 斎藤 and 斉藤 are two surnames.

    >>> fold_variants("髙﨑渡邉澤齋齊"), fold_variants("吉ヶ原（Ａ）")
    ('高崎渡辺沢斎斉', '吉ケ原(A)')
    """
    return text if _PLAIN.match(text) else fold(text).translate(_table())
