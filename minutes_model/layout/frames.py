"""The frames of tables drawn in characters, and the hashes of headings, blanked, so that what stands in the cells reads as columns of words."""

from __future__ import annotations

import re

from minutes_model.patterns import regex
from minutes_model.text import clean

__all__ = ["FRAME", "unframed", "without_boxes", "without_cell_quotes", "without_hashes", "without_strokes"]

FRAME = "frame"
"""The kind of furniture that frames are."""
_BOX = "│┃┌┐└┘├┤┬┴┼─━┏┓┗┛┣┫┳┻╋╂┠┨┯┷┝┥┰┸┿"
_AROUND = r"[ \t\u3000\u00a0\r]*"
"""What may stand before the first stroke of a row and behind the last."""
_ROW_OF_BOX = regex(rf"^{_AROUND}[{_BOX}].*[{_BOX}]{_AROUND}$", re.M)
_COLUMN = regex(r"^[^│┃\n]*[^│┃\s][^│┃\n]*[│┃][^│┃\n]+$|^[ \t\u3000]*[│┃][^│┃\n]+$", re.M)
"""須長課長　│ただいまから…, and the further lines of its cell: one stroke alone parts two columns."""
_PIPE = regex(r"(?<=\S)[ \u00a0]\|[ \u00a0](?=\S)")
_PIPE_ENDS = regex(rf"(?: \|)+(?={_AROUND}$)|^{_AROUND}\|(?= )", re.M)
"""The strokes before and behind the cells of such a row."""
_STROKED_ROW = regex(rf"^{_AROUND}｜.*｜{_AROUND}$", re.M)
"""｜ 日　時 ｜ …　｜, a row of a table between strokes."""
_STROKE = regex(rf"^{_AROUND}[^\s｜|。](?:[^｜|。\n]{{0,12}}[^\s｜|。])?｜(?![^｜\n]*｜)", re.M)
"""会議の名称｜…: a stroke behind the label of a row."""
_PIPE_ROW = regex(rf"^{_AROUND}\|[^|\n]+(?:\|[^|\n]*)+\|{_AROUND}$", re.M)
"""|開催日時|平成28年6月3日|, a row of cells between strokes without spaces."""
_PIPE_RULE = regex(rf"^{_AROUND}(?:\| {{0,4}})?(?::?-{{2,}}:? {{0,4}}\| {{0,4}})+(?::?-{{2,}}:?)?{_AROUND}$", re.M)
"""|---|---|, below the heads of a table's columns; ---|---|--- where rows have no stroke before them."""
_PIPES = 3
"""How many strokes between spaces tell that the cells of tables were written so."""
_HASHES = regex(r"^#{1,6}(?= +\S)", re.M)
_SECOND_LEVEL = regex(r"^##{1,5} +\S", re.M)
_QUOTED_CELL = regex(r'(?:^|(?<=\t))"([^"\t]{0,2000}\n[^"\t]{0,2000})"(?=[\t\r\n]|\Z)', re.M)
_MARKS = "\u3000■◆▼▽◇"
"""What the hashes of each level are read as."""
_BLANK = str.maketrans(dict.fromkeys(_BOX, "\u3000"))
_STROKE_OF_BOX = regex("[─-╿]")


def without_boxes(text: str) -> str:
    """The text with the frames of tables drawn in box characters blanked: │日　時│令和６年…│.

    >>> without_boxes("│場所│市役所│")
    '\u3000場所\u3000市役所\u3000'
    """
    if "│" not in text and "┃" not in text:
        return text
    text = _ROW_OF_BOX.sub(lambda row: row[0].translate(_BLANK), text)
    return _COLUMN.sub(lambda row: row[0].translate(_BLANK), text) if len(_COLUMN.findall(text)) >= _PIPES else text


def without_hashes(text: str) -> str:
    """The text with the hashes of a web page's headings read as marks, a mark for each level: ## 開会, ### 議題.

    The highest level is the title's, which bears none.

    >>> without_hashes("# 第4回会合 議事録\\n## 開会")
    '\u3000 第4回会合 議事録\\n\u3000■ 開会'
    """
    if "## " not in text or _SECOND_LEVEL.search(text) is None:
        return text
    return _HASHES.sub(lambda hashes: "\u3000" * (len(hashes[0]) - 1) + _MARKS[len(hashes[0]) - 1], text)


def unframed(text: str) -> str:
    """A title or a label as one reads it, without the frames between its cells.

    >>> unframed("協議事項│１")
    '協議事項１'
    """
    return clean(text.translate(_BLANK) if _STROKE_OF_BOX.search(text) else text)


def without_cell_quotes(text: str) -> str:
    """The text with the quotes blanked that a spreadsheet writes around a cell of several lines, whose sentences go on in one line then.

    >>> without_cell_quotes('A委員\\t"道が狭い。\\n暗くもある。"')
    'A委員\\t\u3000道が狭い。\u3000暗くもある。\u3000'
    """
    if '"' not in text or "\t" not in text:
        return text
    return _QUOTED_CELL.sub(lambda cell: f"\u3000{cell[1].replace(chr(10), chr(0x3000)) if '。' in cell[1] else cell[1]}\u3000", text)


def without_strokes(text: str) -> str:
    """The text with the strokes that part the cells of rows blanked: 日時 | 令和６年…."""
    if "|--" in text or "--|" in text or "| --" in text or "-- |" in text or "|:-" in text:
        text = _PIPE_RULE.sub(lambda row: "-" * len(row[0]), text)
    if "｜" in text:
        text = _STROKED_ROW.sub(lambda row: row[0].replace("｜", "\u3000"), text)
    if "｜" in text and len(_STROKE.findall(text)) >= _PIPES:
        text = _STROKE.sub(lambda cell: cell[0][:-1] + "：", text)
    if "|" in text and len(_PIPE_ROW.findall(text)) >= _PIPES:
        text = _PIPE_ROW.sub(lambda row: row[0].replace("|", "\u3000"), text)
    if "|" in text and len(_PIPE.findall(text)) >= _PIPES:
        text = _PIPE.sub(" \u3000 ", text)
    if "|" in text and len(_PIPE_ENDS.findall(text)) >= _PIPES:
        text = _PIPE_ENDS.sub(lambda ends: "\u3000" * len(ends[0]), text)
    return text
