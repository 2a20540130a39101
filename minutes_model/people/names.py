"""What a stretch of characters costs as the name of a person, and where its given name begins."""

from __future__ import annotations

import re
from functools import lru_cache
from math import inf

from minutes_model.patterns import regex
from minutes_model.people.words import titles, word_list
from minutes_model.text import is_kanji

__all__ = ["Name", "name_cost"]

INF = inf
Name = tuple[float, int]
"""The cost, and the length of the surname; 0 where surname and given name are not told apart."""

_KANJI = "一-鿿㐀-䶿々〆ケノツッヶ𠀀-𯿿ヵ"
_JAPANESE = regex(rf"[{_KANJI}ぁ-ん]+")
_KATAKANA = regex(r"(?:[A-Z][.・]){0,2}[ァ-ヴー]+(?:[・=][ァ-ヴー]+)*")
_LATIN = regex(r"[A-Z][A-Za-z.'\-]+(?:[ .・][A-Z][A-Za-z.'\-]*)*")
_MASK = regex(r"[A-Z]|[○●◎△□×]{1,3}|[甲乙丙丁戊]|[A-Z]{1}[0-9]?")
_TWO = regex(r"及び|並びに|又は")
_LONGEST_NAME = 9
_NO_NAMES = frozenset(("ほか", "他", "なし", "無し", "同", "等", "ら", "計", "各", "以上"))
LISTED, SINGLE, AS_PLACE, GIVEN = 3.7, 1.3, 5.5, 1.6
OFFICE_WORD = 2.2
OFFICE_END = 3.0
"""What a name on no list costs more that ends in a word of offices."""
_WITH_OFFICE = (3, 4, 5)
_GOVERNMENT = regex("[県省庁]")
_PHRASE = regex(f"[{_KANJI}][のと]$|[{_KANJI}][ぁ-ん]{{2,}}[{_KANJI}]|^[のとをにへ][{_KANJI}ぁ-ん]")
"""What is the beginning of an office's name, and on no list of names: 食の, before 安全推進課長; 森いのち支, before える課長."""
_UNLISTED = {1: 7.2, 2: 6.6, 3: 7.0, 4: 9.0, 5: 10.5}


@lru_cache(maxsize=4096)
def name_cost(word: str, gap: int = 0) -> Name | None:
    """What a word without spaces costs as a name; None if it cannot be one.

    ``gap`` is where white space was printed within it, 0 for nowhere.

    >>> name_cost("後藤"), name_cost("。")
    ((3.7, 2), None)
    """
    strange = _of_no_kanji(word) if len(word) == 1 or not is_kanji(word[:1]) else None
    if strange is not None:
        return strange
    if word in _NO_NAMES or word in titles().ranks or word in titles().heads:
        return 13.0, 0
    if len(word) > _LONGEST_NAME or not _JAPANESE.fullmatch(word) or _TWO.search(word):
        return _mixed(word)
    return _spaced(word, gap) if gap else min(_surname(word), _full(word))


def _of_no_kanji(word: str) -> Name | None:
    """What a mask, a name in katakana or one in Latin letters costs."""
    if _MASK.fullmatch(word):
        return 4.6 if word in "甲乙丙丁戊" else 2.6, 0
    if _KATAKANA.fullmatch(word):
        return 3.0 + (len(word) == 1) + 1.5 * (word in word_list("nouns")), 0
    if _LATIN.fullmatch(word):
        return 7.0 if word.isupper() else 4.5, 0
    return None


def _surname(word: str) -> Name:
    single = SINGLE if len(word) == 1 else OFFICE_WORD if word in titles().modifiers else 0.0
    if word in word_list("surnames"):
        return LISTED + single, len(word)
    if len(word) > 1 and word in word_list("places"):
        return AS_PLACE, len(word)
    if _PHRASE.search(word) is not None:
        return INF, len(word)
    # 目|情報室長 is likelier than 目情報|室長, and 西汀県|原口課長 than 西汀県原口課長 as a name of three characters.
    office = OFFICE_END if len(word) in _WITH_OFFICE and (word[-2:] in titles().modifiers or _GOVERNMENT.search(word)) else 0.0
    return _UNLISTED.get(len(word), INF) + single + office, len(word)


def _full(word: str) -> Name:
    """The cheapest division into surname and given name."""
    cuts = range(1, min(5, len(word) - 1) + 1)
    return min(((given + _surname(word[:cut])[0] if (given := _given(word[cut:])) < INF else INF, cut) for cut in cuts), default=(INF, 0))


def _given(word: str) -> float:
    listed = word in word_list("given")
    if not listed and (len(word) > 3 or _GOVERNMENT.search(word) or _PHRASE.search(word)):
        return INF
    office = OFFICE_WORD if word in titles().modifiers else 0.0
    if listed:
        return GIVEN + office + (0.8 if len(word) == 1 else 0.0)
    return 5.0 + office + abs(len(word) - 2) * 1.2 + (1.0 if word in word_list("nouns") else 0.0)


def _spaced(word: str, gap: int) -> Name:
    """A surname and a given name printed apart: either may be on no list."""
    family, given = _surname(word[:gap])[0], _given(word[gap:])
    return min(family, 5.6) + min(given, 1.4 + 0.8 * (len(word) - gap)) - 0.6, gap


def _mixed(word: str) -> Name | None:
    """A foreign name partly in kanji, or a surname with a bracket that tells namesakes apart."""
    bracket = re.fullmatch(r"([^()]{1,5})\(([^()]{1,3})\)", word)
    if bracket and (family := name_cost(bracket[1])) is not None:
        return family[0] + 0.2, len(bracket[1])
    given = re.fullmatch(rf"([{_KANJI}]{{1,4}})([ァ-ヴー]{{1,3}}[子江枝代美恵乃])", word)
    if given is not None:
        # 牛尾カツ子
        return _surname(given[1])[0] + GIVEN, len(given[1])
    halves = re.fullmatch(
        rf"([ァ-ヴー]{{2,}}(?:[・=][ァ-ヴー]+)*)([{_KANJI}ぁ-ん]{{1,4}})|([{_KANJI}]{{1,3}})([ァ-ヴー]{{2,}})", word
    )
    if halves is None:
        return None
    if halves[3]:
        return _surname(halves[3])[0] + 2.0, len(halves[3])
    return 4.5 + _given(halves[2]), len(halves[1])
