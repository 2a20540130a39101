"""The heads of a table of questions and answers: 意見・質問 | 回答."""

from __future__ import annotations

from minutes_model.layout import Flow
from minutes_model.patterns import regex
from minutes_model.text import squeeze

__all__ = ["has_columns"]

_VIEW = "(?:御?意見|質問|質疑|指摘|要望)"
_ASKED = regex(rf"(?:各?委員(?:から)?の)?(?:主な)?{_VIEW}(?:(?:・|、|及び|又は|や){_VIEW})*(?:等|事項|内容)?")
_REPLIED = regex(r"(?:[一-龥]{1,8}の)?(?:回答|答弁|説明|対応|考え方|見解)(?:(?:・|、|及び)(?:回答|答弁|説明|対応|考え方|見解))*(?:等|内容)?")
_WIDE_GAP = regex(r" {2,}|\t")


def has_columns(flow: Flow) -> bool:
    """Whether the heads of a column of questions and one of answers stand beside or right below each other.

    >>> from minutes_model.layout import lay_out
    >>> has_columns(lay_out("意見・質問\\n\\n回　　答\\n\\n落札率はどうか。"))
    True
    """
    if "回" not in flow.folded and "答弁" not in flow.folded:
        return False
    words = [flow.words(block) if block.end - block.start <= 40 else "" for block in flow.blocks]
    for at, word in enumerate(words):
        above = _ASKED.fullmatch(squeeze(word)) is not None
        if above and at + 1 < len(words) and _REPLIED.fullmatch(squeeze(words[at + 1])):
            return True
        cells = [squeeze(cell) for cell in _WIDE_GAP.split(word.strip())] if "回答" in squeeze(word) else []
        if len(cells) == 2 and _ASKED.fullmatch(cells[0]) and _REPLIED.fullmatch(cells[1]):
            return True
    return False
