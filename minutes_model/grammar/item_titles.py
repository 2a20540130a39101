"""Whether the titles of two headings name one agenda item."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from minutes_model.patterns import regex
from minutes_model.text import fold, squeeze

__all__ = ["bare_title", "similar"]

_NOTE = regex(r"(?:\([^()]*\)|<[^<>]*>)$")
_BILL = regex(r"^(?:議[案題]第?\d*号?|「)")
_ABOUT_END = regex(r"(?:について|に関して|の件)$")
_NEARLY = 0.8


@lru_cache(maxsize=256)
def bare_title(title: str) -> str:
    """A title without its number, a note behind it, and について."""
    words = _NOTE.sub("", squeeze(fold(title)))
    return _ABOUT_END.sub("", _BILL.sub("", words)).strip("「」")


def similar(left: str, right: str) -> bool:
    """Whether two titles, bare of numbers, name one item: equal, one within the other, or nearly so."""
    if left == right:
        return True
    short, long = sorted((left, right), key=len)
    if long == f"副{short}":
        # 委員長の互選 and 副委員長の互選
        return False
    if len(short) >= 6 and short in long and len(short) >= 0.6 * len(long):
        return True
    if len(short) < 8 or not _may_be_near(left, right):
        return False
    from difflib import SequenceMatcher

    return SequenceMatcher(None, left, right, autojunk=False).ratio() >= _NEARLY


def _may_be_near(left: str, right: str) -> bool:
    """What the characters two titles share tell before their order is compared: it can only lower the ratio."""
    least = _NEARLY * (len(left) + len(right)) / 2
    return min(len(left), len(right)) >= least and (Counter(left) & Counter(right)).total() >= least
