"""Lines cut where no paragraph, no entry and no title ends, told by the characters on either side of the cut."""

from __future__ import annotations

from minutes_model.patterns import regex

__all__ = ["cuts_words"]

_NAMES_OF = regex(r"\S{0,6}?(?:[出欠列]席(?:者|委員|議員)|出席した者|説明者|説明員|事務局職員|(?:関係)?職員) ?(?:\([^()]{1,12}\))? ?の?$")
_NAMES_REST = regex(r"の? ?(?:職 ?・? ?)?氏 ?名(?: ?・ ?(?:出席者|欠席者|人)数)?$")
"""A label of names that a narrow cell broke."""
_CODE = regex(r"[A-Za-z]-$")
_SMALL_KANA = frozenset("ーァィゥェォッャュョ")
"""What no word begins with."""
_TITLES_OF_ALL = regex(r"(?:委員|議員|構成員|評議員|理事|監事|幹事)(?:$|[(、 ])")
_CLOSERS = frozenset("」』)】]>》≫〉。")
_CLOSED = 2
"""A line of no more characters than these that only closes what stands above it."""


def cuts_words(above: str, below: str) -> bool:
    """Whether two lines (folded), one right below the other, part what is one.

    >>> cuts_words("議事調査課長兼スポ", "ーツ係長"), cuts_words("…を対象としたHT-", "118の試験"), cuts_words("乾委員", "沢委員")
    (True, True, False)
    """
    first, last = below[0], above[-1]
    if first in _SMALL_KANA or last == "兼":
        # 学校教育課主幹兼 / 指　導　主　事　　中　村　　剛; …兼スポ / ーツ振興係長
        return True
    if first in "の氏職" and _NAMES_OF.match(above) is not None:
        # 出席者（委員等）の / 氏名・出席者数
        return _NAMES_REST.match(below) is not None
    if last in "各両":
        # …、武者小路、森の各 / 委員
        return _TITLES_OF_ALL.match(below) is not None
    if last == "-":
        # …を対象としたHT- / 118の第3相試験
        return first.isdecimal() and _CODE.search(above) is not None
    if last == "・":
        # トーマス・ / レイ
        return "、" in above and "ァ" <= first <= "ヴ"
    # ＜「…」（８月24日(金)放送）について / ＞
    return len(below) <= _CLOSED and _CLOSERS.issuperset(below)
