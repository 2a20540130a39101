"""Words that extraction spelt out: every character apart from the next, across the line or down the page.

Some PDF writers place each character by itself. Where that shows as a space between all characters of a sentence, the
spaces are none that anybody typed; where a narrow cell of a table set its label a character a line, the lines are one word.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from minutes_model.layout.lines import LABEL_WORDS, Line
from minutes_model.patterns import regex

__all__ = ["goes_down", "rejoin"]

_SHARE = 4
"""A line is looked at where more than one of so many characters is a space."""
_CJK = "ぁ-んァ-ヴー一-龥々、。「」"
_APART = regex(rf"(?<=[{_CJK}]) (?=[{_CJK}])")
_TIGHT = regex(rf"[{_CJK}](?=[{_CJK}])")
_SPELT_KANA = regex(r"(?<=[ぁ-ん]) (?=[ぁ-ん一-龥、。])")
_FEWEST, _SENTENCE = 6, 4
"""Of how many characters apart a line must be, and how many of them kana in a row: names in columns have hardly any."""
_SINGLE = regex(r"(?<=\S) (?=\S)")
_LEAD = regex(rf"(?:(?:\d ?){{1,2}}|(?:{LABEL_WORDS})) (?=[^\s.、)])")
"""What parts from the words behind it: the number of a heading, a label."""
_PLACE = regex(r"(?<=[0-9分半]) (?=(?:場 所|会 場) \S)|(?<=[0-9分半] 場 所) |(?<=[0-9分半] 会 場) ")
"""１３：３０～　場所 …, a second label on the line of the day."""


def rejoin(lines: Sequence[Line]) -> None:
    """Take the spaces out of lines that are spelt, and of all lines where most that hold a sentence are.

    >>> from minutes_model.layout.lines import read_lines
    >>> lines = read_lines("そ れ で は 、 質 疑 に 入 り ま す 。\\n高 野   進  乾 武 志")
    >>> rejoin(lines)
    >>> [line.folded for line in lines]
    ['それでは、質疑に入ります。', '高野   進  乾武志']
    """
    thin = [line for line in lines if line.folded.count(" ") * _SHARE > len(line.folded)]
    spelt = [line for line in thin if _is_spelt(line.folded)]
    if not spelt:
        return
    sentences = sum(_is_prose(line.folded) for line in lines)
    for line in thin if 2 * len(spelt) > sentences else spelt:
        _close(line)


def _is_spelt(words: str) -> bool:
    """Whether the characters of a sentence stand apart."""
    apart = len(_APART.findall(words))
    if apart < _FEWEST or apart <= len(_TIGHT.findall(words)):
        return False
    return len(_SPELT_KANA.findall(words)) >= _SENTENCE


def _is_prose(words: str) -> bool:
    return words[-1] == "。" or "、" in words


def _close(line: Line) -> None:
    """The line without its single spaces, those behind a number or a label that opens it apart."""
    words = line.folded
    lead = _LEAD.match(words)
    kept = {lead.end() - 1} if lead is not None else set()
    kept.update(found.start() for found in _PLACE.finditer(words))
    cuts = [found.start() for found in _SINGLE.finditer(words) if found.start() not in kept]
    edges = pairwise([-1, *cuts, len(words)])
    line.pieces = tuple((line.start + before + 1, line.start + behind) for before, behind in edges)
    line.folded = "".join(words[start - line.start : end - line.start] for start, end in line.pieces)


_LABELS = regex(rf"(?:{LABEL_WORDS})+")
_HEAD = regex(r"(?P<rest>[一-龥々])(?: +\S|$)")


def goes_down(lines: Sequence[Line]) -> dict[int, bool]:
    """For each line of a word set a character a line, whether the next line goes on with it.

    >>> from minutes_model.layout.lines import read_lines
    >>> goes_down(read_lines("開\\n催\\n日\\n時 平成22年\\n欠\\n席\\n者\\n議\\n題\\n結果"))
    {0: True, 1: True, 2: True, 4: True, 5: True, 6: False, 7: True, 8: False}
    """
    found: dict[int, bool] = {}
    at = next((number for number, line in enumerate(lines) if len(line.folded) == 1), len(lines))
    while at < len(lines):
        if len(lines[at].folded) > 1:
            at += 1
            continue
        end = at
        while end < len(lines) and len(lines[end].folded) == 1 and "一" <= lines[end].folded <= "龥" and (end == at or not lines[end].gap):
            end += 1
        if end - at > 1:
            found.update(_down(lines, at, end))
        at = max(end, at + 1)
    return found


def _down(lines: Sequence[Line], at: int, end: int) -> dict[int, bool]:
    """Which of the lines of single characters the next ones go on with: one after another, or the words of labels."""
    word = "".join(line.folded for line in lines[at:end])
    last = _HEAD.match(lines[end].folded) if end < len(lines) and not lines[end].gap else None
    whole = word + (last["rest"] if last is not None else "")
    goes_on = dict.fromkeys(range(at, end), True)
    goes_on[end - 1] = last is not None
    if _LABELS.fullmatch(whole):
        stop = 0
        while stop < len(whole):
            label = _LABEL.match(whole, stop)
            assert label is not None
            stop = label.end()
            if at + stop - 1 < end:
                goes_on[at + stop - 1] = False
    return goes_on


_LABEL = regex(rf"(?:{LABEL_WORDS})")
