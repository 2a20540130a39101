"""The commonest designation, a listed surname before a post, told by set look-ups: 髙村委員, 西中事務局次長.

Of 20,000 such labels made of listed surnames and printed posts the costs of `readings` part all
alike but one (奈良本部事務局長), at a hundred times the price.
"""

from __future__ import annotations

from functools import lru_cache

from minutes_model.patterns import regex
from minutes_model.people.designation import SURE_APART, Designation, split_designation
from minutes_model.people.lattice import is_hand_word
from minutes_model.people.plausible import title_suffix
from minutes_model.people.variants import fold_variants
from minutes_model.people.words import word_list
from minutes_model.text import is_kanji

__all__ = ["plain_designation"]

_PARTED = regex(r"[\s()（）:：、，]")
_LONGEST = 24
_SURE = 0.8


@lru_cache(maxsize=4096)
def plain_designation(text: str) -> Designation | None:
    """The parts of a label that is a listed surname before a post; None for any other.

    >>> found = plain_designation("西中事務局次長")
    >>> found.name, found.title
    ('西中', '事務局次長')
    >>> plain_designation("国土交通省後藤海技課長") is None
    True
    """
    if not 2 < len(text) <= _LONGEST or not _opens_name(text[0]) or not _opens_name(text[1]) or _PARTED.search(text):
        return None
    cuts = [at for at in (2, 3) if _is_surname(text[:at]) and _is_post(text[at:])]
    if len(cuts) != 1:
        return None
    name = text[: cuts[0]]
    return Designation(text=text, name=name, family=name, title=text[cuts[0] :], confidence=SURE_APART)


def _opens_name(character: str) -> bool:
    """Whether a character is a kanji, one of the compatibility forms among them."""
    return is_kanji(character) or "\uf900" <= character <= "\ufaff"


def _is_surname(words: str) -> bool:
    """Whether words are a surname and nothing else that stands in labels (市場, 本部)."""
    known = fold_variants(words)
    return (
        known in word_list("surnames") and known not in word_list("nouns")
        and all(map(is_kanji, known)) and not is_hand_word(known)
    )


@lru_cache(maxsize=4096)
def _is_post(words: str) -> bool:
    """Whether words are read as a title and no more."""
    if title_suffix(words) is None:
        return False
    split = split_designation(words)
    return split.title == words and split.name is None and split.organization is None and split.confidence >= _SURE
