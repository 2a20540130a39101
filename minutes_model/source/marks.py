"""What stands before an entry of a list: numbers as Word and web pages count them."""

from __future__ import annotations

from collections.abc import Callable

from minutes_model.patterns import regex

__all__ = ["begins_with_mark", "mark"]

_AIUEO = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
_HALF = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ"
_IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"
_HIRAGANA = "".join(chr(ord(kana) - 0x60) for kana in _AIUEO)
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_KANJI = "〇一二三四五六七八九"
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_MARKED = regex(
    r"\s*(?:[○◯〇●◎◇◆□■△▲▽▼☆★※・•‣▪*\-－―─<＜〈《≪【\[［〔]"
    r"|[(（]?(?:[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3}|[ア-ンｱ-ﾝa-zA-Zａ-ｚＡ-Ｚ])[)）.．、　 ]"
    r"|[①-⒛Ⅰ-ⅻ]|第[0-9０-９一二三四五六七八九十])"
)


def mark(style: str, number: int) -> str:
    """The number of an entry in one of the styles of Word or of CSS; decimal for any other style.

    >>> [mark(style, 4) for style in ("decimal", "aiueoFullWidth", "lowerRoman", "decimalEnclosedCircle")]
    ['4', 'エ', 'iv', '④']
    """
    return _STYLES.get(style, str)(number) if 0 < number < 10_000 else str(number)


def begins_with_mark(text: str) -> bool:
    """Whether an entry bears its mark in its own words already.

    >>> begins_with_mark("（１）会議の公開"), begins_with_mark("会議の公開")
    (True, False)
    """
    return _MARKED.match(text) is not None


def _letters(alphabet: str) -> Callable[[int], str]:
    # Behind its last letter Word doubles the first, and so do web pages with Latin ones.
    return lambda number: alphabet[(number - 1) % len(alphabet)] * min(9, 1 + (number - 1) // len(alphabet))


def _roman(number: int) -> str:
    letters = ""
    for value, letter in _ROMAN:
        count, number = divmod(number, value)
        letters += letter * count
    return letters


def _kanji(number: int) -> str:
    if number >= 100:
        return "".join(_KANJI[int(digit)] for digit in str(number))
    tens, ones = divmod(number, 10)
    return (_KANJI[tens] if tens > 1 else "") + ("十" if tens else "") + (_KANJI[ones] if ones else "")


def _circled(number: int) -> str:
    for last, first, before in ((20, "①", 1), (35, "㉑", 21), (50, "㊱", 36)):
        if number <= last:
            return chr(ord(first) + number - before)
    return str(number)


def _wide(number: int) -> str:
    return str(number).translate(_WIDE)


_STYLES: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02}",
    "decimal-leading-zero": lambda number: f"{number:02}",
    **dict.fromkeys(("decimalFullWidth", "decimalFullWidth2"), _wide),
    **dict.fromkeys(("lowerLetter", "lower-alpha", "lower-latin", "a"), _letters(_LATIN)),
    **dict.fromkeys(("upperLetter", "upper-alpha", "upper-latin", "A"), _letters(_LATIN.upper())),
    **dict.fromkeys(("lowerRoman", "lower-roman", "i"), _roman),
    **dict.fromkeys(("upperRoman", "upper-roman", "I"), lambda number: _roman(number).upper()),
    **dict.fromkeys(("aiueoFullWidth", "katakana"), _letters(_AIUEO)),
    "aiueo": _letters(_HALF),
    "hiragana": _letters(_HIRAGANA),
    **dict.fromkeys(("iroha", "irohaFullWidth", "katakana-iroha"), _letters(_IROHA)),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _circled),
    **dict.fromkeys(
        ("japaneseCounting", "japaneseLegal", "ideographDigital", "japaneseDigitalTenThousand",
         "cjk-decimal", "cjk-ideographic", "japanese-informal"), _kanji,
    ),
}  # fmt: skip
