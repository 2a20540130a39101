"""What a page bears that is no part of the minutes: its number, rules, and heads that run through all pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from minutes_model.layout.lines import LABEL_WORDS, Line, is_row
from minutes_model.patterns import regex
from minutes_model.text import squeeze

__all__ = ["mark_furniture", "without_glued_numbers"]

_NUMBER_LINE = regex(
    r"(?:-+ ?\d{1,4}(?: ?/ ?\d{1,4})? ?-+|\d{1,4} ?/ ?\d{1,4}(?: ?(?:ページ|頁))?|[pP](?:age|\.)? ?\d{1,4}(?: ?(?:/|of) ?\d{1,4})?|\d{1,4} ?(?:ページ|頁)(?: ?/ ?\d{1,4} ?(?:ページ|頁))?|<\d{1,3}>|"
    r"\(\d{1,3} ?/ ?\d{1,3}\))$"
)
_BARE_NUMBER = regex(r"\d{1,4}$")
_DIGITS = regex(r"\d+")
_RULE_LINE = regex(r"(?:[─━―ー=＝_＿*＊\-‐・…~ ]{5,}|(?:&nbsp; *)+)$")
_STARS = regex(r"[◇◆○●☆★＊*※◎□■△](?: *[◇◆○●☆★＊*※◎□■△]){0,6}")
"""Marks in the middle of a page that part what comes before from what comes after."""
_GLUED_NUMBER = regex(r"(?<=[^\d\s-]) ?-\s?\d{1,3}\s?-(?=[^\d\s-])|^-\s?\d{1,3}\s?-(?=[【○◯〇第一-龥])")
_CENTRED = 20
"""From which indent, in half-width columns, a short line stands in the middle of its page."""
_FURNITURE_OPENS = frozenset("&0123456789-pP<(─━―ー=＝_＿*＊‐・…~ ◇◆○●☆★※◎□■△")
_OPENING_LINES, _OFTEN = 2, 3
_OF_BODY = regex(r"会議|委員会|審議会|協議会|部会|評議|理事会")
_TITLE_LINES = 4
_SHORT_HEAD = 6
_HEADS_LABEL, _LABEL = regex(LABEL_WORDS), 10
"""What the line below the number of a label begins with, within how many characters."""
_WIDE_GAP = regex(r"\S {2,}(?=\S)")
_CELLS = 3
"""How many wide gaps tell that a line is a row of a table."""
_NOTES, _NOTE = 8, regex(r"(?:※|＊|\*|注)? ?\(?\d{1,2}[ ).、:]|※")
"""How many lines the notes at the foot of a page take, and with what the first of them begins."""
_RUBY, _READING, _OVER = regex(r"(?!に?つ?いて$)[ぁ-んー]+(?: +[ぁ-んー]+)*"), 16, 4
"""Readings, of so many characters at most; one may stand a little beyond the end of the name it reads."""
_PAGE, _TITLE = 6, 60
"""How many lines a page has at least, and how wide a title is at most."""
_TITLED = regex(r"(?:について|の件)(?:\([^()]*\))?$")


def mark_furniture(lines: list[Line]) -> None:
    """Say of each line that is no part of the minutes what it is: ``page_number``, ``rule_line`` or ``running_head``."""
    bare: list[int] = []
    for index, line in enumerate(lines):
        first = line.folded[0]
        if first not in _FURNITURE_OPENS and not first.isdecimal():
            continue
        if _RULE_LINE.match(line.folded) or (line.indent >= _CENTRED and _STARS.fullmatch(line.folded)):
            line.furniture = "rule_line"
        elif line.width > 60:
            continue
        elif _NUMBER_LINE.match(line.folded):
            line.furniture = "page_number"
        elif _BARE_NUMBER.match(line.folded):
            if line.indent >= _CENTRED and (line.gap or line.breaks):
                line.furniture = "page_number"
            bare.append(index)
    for index in _page_series(lines, bare):
        lines[index].furniture = "page_number"
    _mark_footnotes(lines)
    _mark_ruby(lines)
    _mark_running_heads(lines)


def _mark_footnotes(lines: Sequence[Line]) -> None:
    """Notes at the foot of a page: between a rule and the page's number or end, each with the mark that the text above refers to."""
    for index, line in enumerate(lines):
        if line.furniture != "rule_line":
            continue
        notes = list(takewhile(lambda below: not below.furniture and not below.breaks, lines[index + 1 : index + 1 + _NOTES]))
        end = lines[index + 1 + len(notes) : index + 2 + len(notes)]
        # 1 | …なぜか。 | …, below the rule of a table's heads, is a row.
        noted = bool(notes) and len(notes) < _NOTES and _NOTE.match(notes[0].folded) is not None and not (index and _is_row(lines[index - 1]) and _is_row(notes[0]))
        if noted and end and (end[0].furniture == "page_number" or end[0].breaks):
            for note in notes:
                note.furniture = "footnote"


def _is_row(line: Line) -> bool:
    """Whether wide gaps part several cells."""
    return len(_WIDE_GAP.findall(line.folded)) >= _CELLS


def _mark_ruby(lines: Sequence[Line]) -> None:
    """The readings of names, on lines of their own above rows with the kanji they read."""
    for above, below in pairwise(lines):
        reads = len(above.folded) <= _READING and "ぁ" <= above.folded[0] <= "ー" and _RUBY.fullmatch(above.folded) is not None and is_row(below.folded) and not below.gap and not below.furniture
        if reads and below.indent < above.indent and above.width <= below.width + _OVER and any("一" <= character <= "龥" for character in below.folded[-_READING:]):
            above.furniture = "ruby"


def _page_series(lines: Sequence[Line], bare: Sequence[int]) -> Iterator[int]:
    """Bare numbers that count up by one from 1 or 2 some lines apart, or stand at a form feed, are page numbers.

    Those that count closer by are of labels or headings below them, as all are where page numbers have another form.
    """
    dashed = any(line.furniture == "page_number" and not _BARE_NUMBER.match(line.folded) for line in lines)
    for run in _runs(lines, bare):
        gaps = {below - above for above, below in pairwise(run)}
        if _number_labels(lines, run) or (dashed and len(gaps) > 1):
            for index in run:
                lines[index].numbers = _may_be_numbered(lines, index)
        elif not dashed and (min(gaps) >= _PAGE or not any(_may_be_numbered(lines, index) for index in run)):
            yield from run
    for index in bare:
        following = lines[index + 1] if index + 1 < len(lines) else None
        if lines[index].breaks or (following is not None and following.breaks):
            lines[index].numbers = False
            yield index


def _runs(lines: Sequence[Line], bare: Sequence[int]) -> list[list[int]]:
    """The lines whose bare numbers count up by one from 1 or 2, series by series, those of two at least."""
    runs: list[list[int]] = []
    for index in bare:
        value = int(lines[index].folded)
        run = next((run for run in reversed(runs) if int(lines[run[-1]].folded) == value - 1), None)
        if run is not None:
            run.append(index)
        elif value in (1, 2):
            runs.append([index])
    return [run for run in runs if len(run) > 1]


def _number_labels(lines: Sequence[Line], run: Sequence[int]) -> bool:
    """Whether numbers stand above the labels of a form, each a few lines below the other: 1 / 開会の日時 / … / 2 / 閉会の日時."""
    labels = sum(index + 1 < len(lines) and _HEADS_LABEL.search(lines[index + 1].folded[:_LABEL]) is not None for index in run)
    return (2 * labels > len(run) and min(below - above for above, below in pairwise(run)) < _PAGE) or _number_titles(lines, run)


def _number_titles(lines: Sequence[Line], run: Sequence[int]) -> bool:
    """Whether each stands right above the title of an item, however far from the other: 1 / 料金について / … / 2 / 休館日の見直しについて."""
    # A title that no number stands above tells that these are of pages.
    alone = any(_TITLED.search(line.folded) is not None and not line.folded[0].isdecimal() and line.opening == "" for line in lines[: run[0]])
    return lines[run[0]].folded.strip() == "1" and not alone and all(_may_be_numbered(lines, index) and _TITLED.search(lines[index + 1].folded) is not None for index in run)


def _may_be_numbered(lines: Sequence[Line], index: int) -> bool:
    """Whether the line below a bare number can be what it numbers: a few words, and no sentence."""
    below = lines[index + 1] if index + 1 < len(lines) else None
    return below is not None and not below.gap and not below.furniture and below.width <= _TITLE and below.folded[-1] != "。" and not below.folded.isdecimal()


_SPEAKER = regex(r".{1,8}(?:委員|議員|構成員|[会座議部課係室局所館院校園署次]長|主[査任幹事]|補佐|理事|監事|参事|教授|氏|君|さん|:)|事務局|.{0,4}委員")
"""A speaker on a line of his own may stand last on more than one page: 鶴谷副館長."""


def _mark_running_heads(lines: Sequence[Line]) -> None:
    """A line that stands at several page ends or starts is a running head or foot."""
    edges: list[int] = []
    numbers = [index for index, line in enumerate(lines) if line.furniture == "page_number"]
    # The numbers of a table's rows stand closer than pages do.
    rows = {index for pair in pairwise(numbers) if pair[1] - pair[0] < _PAGE for index in pair}
    for index, line in enumerate(lines):
        if line.breaks:
            edges += [index, index - 1]
        if line.furniture == "page_number" and index not in rows:
            edges += [index - 1, index + 1]
    places = sorted({i for i in edges if 0 <= i < len(lines) and not lines[i].furniture})
    if not places:
        # Nothing tells where a page ends.
        _mark_repeated_openings(lines)
        return
    counts = Counter(_head_words(lines[i]) for i in places)
    titles = {words for line in lines[:_TITLE_LINES] if len(words := _head_words(line)) > _SHORT_HEAD and _OF_BODY.search(words)}
    often = {words for words, count in counts.items() if count > 1 and words and words[0] not in "(【○●◎[<" and not words.endswith("。") and not _SPEAKER.fullmatch(words)}
    # A page may repeat the title, or a part of it, once.
    for i in places:
        words = _head_words(lines[i])
        if i >= _TITLE_LINES and len(words) > _SHORT_HEAD and _OF_BODY.search(words) and any(words.removeprefix("第回") in title for title in titles):
            lines[i].furniture = "running_head"
    _mark_repeated_openings(lines)
    if not often:
        return
    everywhere = Counter(words for line in lines if (words := _head_words(line)) in often)
    for i in places:
        words = _head_words(lines[i])
        if words in often and lines[i].width <= 70 and everywhere[words] - counts[words] <= 1:
            lines[i].furniture = "running_head"


def _mark_repeated_openings(lines: Sequence[Line]) -> None:
    """The head of a table that opens several pages counts where it stands first; a label that does is no head."""
    opened = [i + 1 for i, line in enumerate(lines[:-1]) if line.furniture == "page_number" or lines[i + 1].breaks]
    if not opened:
        return
    firsts = [lines[i : i + _OPENING_LINES] for i in opened]
    counts = Counter(words for page in firsts for line in page if not line.furniture and (words := _head_words(line)))
    often = {words for words, count in counts.items() if count >= _OFTEN and not words.endswith("。")}
    seen: set[str] = set()
    for page in firsts if often else ():
        heads = list(takewhile(lambda line: _head_words(line) in often, page))
        if not any(is_row(line.folded) for line in heads):
            continue
        for line in heads:
            words = _head_words(line)
            if words in seen and not line.furniture:
                line.furniture = "running_head"
            seen.add(words)


def _head_words(line: Line) -> str:
    return squeeze(_DIGITS.sub("", line.folded))


def without_glued_numbers(line: Line, furniture: list[tuple[int, int, str]]) -> Iterator[tuple[int, int]]:
    """The spans of a line's words, without a page number that extraction glued into them."""
    at = line.start
    for found in _GLUED_NUMBER.finditer(line.folded):
        start, end = line.start + found.start(), line.start + found.end()
        furniture.append((start, end, "page_number"))
        yield at, start
        at = end
    if at < line.end:
        yield at, line.end
