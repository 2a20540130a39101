"""Characters: width folding that keeps every position, and white space.

`fold` maps one character to one character, so that a place in the folded text
is a place in the text itself. NFKC is not used, since it changes lengths and
meanings (㋿ → 令和, ～ → ー).
"""

from __future__ import annotations

import re

from minutes_model.patterns import regex

__all__ = ["clean", "fold", "fold_digits", "is_kanji", "squeeze"]

_FOLDS = (
    *((chr(code + 0xFEE0), chr(code)) for code in range(0x21, 0x7E)),
    *((space, " ") for space in "\u3000\u00a0\t\u2009\u200b\ufeff"),
    *((wave, "~") for wave in "〜～∼"),
    *((dash, "-") for dash in "−‐‑–"),
    *((circle, "○") for circle in "◯〇"),
    *((square, "■") for square in "◼◾"),
    *((square, "□") for square in "▫☐❏❑◻◽"),
    *((bullet, "▶") for bullet in "➢➤►▸▷‣"),
    *zip("､｡｢｣･", "、。「」・", strict=True),
    ("〔", "["),
    ("〕", "]"),
)

_FOLDED = regex("[," + "".join(re.escape(mark) for mark, _ in _FOLDS) + "]")
"""What folding may change, the commas beside Japanese characters among it."""
_TABLE = {ord(mark): plain for mark, plain in _FOLDS}
_COMMA = regex(r"[,，](?:(?=[^\x00-\x7f０-９])|(?<=[^\x00-\x7f０-９].))")
"""A comma beside a Japanese character is what others write as 、; within 1,000 and NTT, KDDI it is none."""
_STOP = regex(r"．(?<=[ぁ-ん一-龥][ぁ-ん].)(?![0-9０-９])")
"""A point behind the end of a verb is what others write as 。; behind １ and ア it numbers."""
_SHORT = 400
"""Up to this length looking each character up costs less than searching for every mark."""

_LOOSE = regex(r"\s(?:(?<![!-~\s]\s)\s*|\s*(?![!-~\s])|(?<=\d\s)(?:(?<=\n)|[^\S\n]*\n)\s*(?=\d))")
_GAP = regex(r"\s+")
_LATIN_GAP = regex(r"[!-~]\s+[!-~]")
"""The only white space of which any may stay."""


def fold(text: str) -> str:
    """The text with full-width ASCII, spaces, dashes, circles, pointed bullets and the marks of sentences in one form each.

    One character becomes one character: ``len(fold(text)) == len(text)``.

    >>> fold("（第３００回）　◯"), fold("辻村委員から，異議なしとした．")
    ('(第300回) ○', '辻村委員から、異議なしとした。')
    """
    short = len(text) < _SHORT
    if short and _FOLDED.search(text) is None:
        return text
    if "，" in text or "," in text:
        text = _COMMA.sub("、", text)
    if "．" in text:
        text = _STOP.sub("。", text)
    if short:
        return text.translate(_TABLE)
    for mark, plain in _FOLDS:
        # A search and a replacement in C beat str.translate by far on Japanese text.
        if mark in text:
            text = text.replace(mark, plain)
    return text


def is_kanji(character: str) -> bool:
    """Whether a character is a kanji, or repeats one.

    >>> is_kanji("佐"), is_kanji("々"), is_kanji("ヶ")
    (True, True, False)
    """
    return "一" <= character <= "鿿" or character == "々"


def squeeze(text: str) -> str:
    """The text without any white space.

    >>> squeeze("山田　太郎\\n委員")
    '山田太郎委員'
    """
    return "".join(text.split())


def clean(text: str) -> str:
    """The text as one reads it: line wraps and the spaces of extraction are gone.

    White space next to a Japanese character goes, a wrap within a number goes; between two
    Latin words one space stays.

    >>> clean("株式会社 NTT  Data\\n等の 20\\n万人")
    '株式会社NTT Data等の20万人'
    """
    words = text.split()
    if len(words) < 2:
        return words[0] if words else ""
    if _LATIN_GAP.search(text) is None:
        return "".join(words)
    return _GAP.sub(" ", _LOOSE.sub("", text))


_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")


def fold_digits(text: str) -> str:
    """The text with half-width digits.

    >>> fold_digits("（第３００回）")
    '（第300回）'
    """
    return text.translate(_DIGITS)
