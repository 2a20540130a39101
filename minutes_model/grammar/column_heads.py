"""The heads of a table of questions and answers: 意見・質問 | 回答."""

from __future__ import annotations

from minutes_model.layout import Flow
from minutes_model.patterns import regex
from minutes_model.text import squeeze

__all__ = ["has_columns"]

_VIEW = "(?:御?意見|質問|質疑|指摘|要望)"
_ASKED = regex(rf"(?:各?委員(?:から)?の)?(?:主な)?{_VIEW}(?:(?:・|、|及び|又は|や){_VIEW})*(?:等|事項|内容)?")
_REPLIED = regex(r"(?:[一-龥]{1,8}の)?(?:回答|答弁)(?:(?:・|、|及び)(?:回答|答弁|説明|対応|考え方|見解))*(?:等|内容)?")
_ROW = regex(rf"{_ASKED.pattern} {_REPLIED.pattern}")
_LONGEST = 40
_WIDE_GAP = regex(r" {2,}|\t")


def has_columns(flow: Flow) -> bool:
    """Whether the heads of a column of questions and one of answers stand beside or right below each other.

    >>> from minutes_model.layout import lay_out
    >>> has_columns(lay_out("意見・質問\\n\\n回　　答\\n\\n落札率はどうか。"))
    True
    """
    above = ""
    for block in flow.blocks:
        words = flow.words(block) if block.end - block.start <= _LONGEST else ""
        if "答" in words:
            cells = [squeeze(cell) for cell in _WIDE_GAP.split(words.strip())]
            if len(cells) == 2 and _ASKED.fullmatch(cells[0]) and _REPLIED.fullmatch(cells[1]):
                return True
            if _ROW.fullmatch(words.strip()):
                return True
            if _REPLIED.fullmatch(squeeze(words)) and _ASKED.fullmatch(squeeze(above)):
                return True
        above = words
    return False
