"""From the lines of a page to paragraphs: wrapped lines joined, page furniture set aside.

Minutes are led by lines. A PDF breaks them anywhere, within words, names and
numbers; a web page gives a paragraph a line. `lay_out` tells the two apart by
the document's own regularities and gives one `Flow`: the paragraphs as one
string, each character of which knows its place in the source.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from attrs import define, field, frozen

from minutes_model.habits import Habits
from minutes_model.patterns import regex
from minutes_model.text import fold, squeeze

__all__ = ["Block", "Flow", "lay_out"]

_NUMBER_LINE = regex(r"(?:-+ ?\d{1,4} ?-+|\d{1,4} ?/ ?\d{1,4}|[pP](?:age|\.)? ?\d{1,4}|\d{1,4} ?(?:ページ|頁)|<\d{1,3}>)$")
_BARE_NUMBER = regex(r"\d{1,4}$")
_RULE_LINE = regex(r"(?:[─━―ー=＝_＿*＊\-‐・…~ ]{5,}|(?:&nbsp; *)+)$")
_STARS = regex(r"[◇◆○●☆★＊*※◎□■△](?: *[◇◆○●☆★＊*※◎□■△]){0,6}")
"""Marks in the middle of a page that part what comes before from what comes after."""
_GLUED_NUMBER = regex(r"(?<=[^\d\s-]) ?-\s?\d{1,3}\s?-(?=[^\d\s-])|^-\s?\d{1,3}\s?-(?=[【○◯〇第一-龥])")
_LABELS = (
    "会議の名称 会議名 審議会名 開催日時 会議日時 日時 期日 開催日 開催場所 開催方法 場所 会場 出席者 出席者の氏名 出席者氏名 出席委員 欠席者 欠席者の氏名 欠席委員 事務局 傍聴者 傍聴人 傍聴者数 傍聴人数 "
    "傍聴人の数 議題 議事 会議次第 次第 会議資料 配布資料 配付資料 担当部課名 会議の公開 公開の可否 公開区分"
)
"""The words of labels a form prints before their values with no more than a space between."""
_LABEL_WORDS = "|".join(" ?".join(label) for label in sorted(_LABELS.split(), key=len, reverse=True))
_OPENING = regex(
    rf"[ ]*(?:{_LABEL_WORDS}) (?=\S)|"
    r"[ ]*(?:(?:[一-龥々] {1,6}){1,6}[一-龥々](?= {2}|[:]| [^一-龥]|$)|[日場会出欠列陪議開閉傍説] {1,4}[時所場席題会聴事明](?: {1,4}[者人員])? |[^\s。、]{2,12}(?: {2}|[:])|[一-龥々]{0,8}(?:長|委員|議員|事務局|主査|主任|主事|代理者?|\d番) (?=\S)|\d{1,2}番 |\([^()。、]{1,16}\)|[○●◎◯◇◆□■△▲▽▼☆★▶►➢•*・※→⇒≪《【〈<\[]|[-―—] |\(?[0-9一二三四五六七八九十ア-ンa-zA-Z]{1,3}[).、]|[①-⑳⑴-⒇]|第\d|議[題案事]|日程第|[問答QA]\d{0,2}[ .:)]|[陳請]願?情?第|(?:報告|認定|諮問|承認|同意|発議)第|\d+ )"
)
_COUNTED = regex(r"\d+|[^\d()。.、:○・]{2,}")
_MARKED = regex(r"[○●◎◇◆□■△▲▽▼](?![○●◎◇◆□■△▲▽▼、。])\S")
_CENTRED = 20
_GOES_ON = regex(r"(?:について|に関|に係|に対|の|を|が|は|に|と|も|で|より|から|、|。)")
"""What no paragraph begins with."""
_ROW = regex(r"\S {2,}\S")
_TITLED = regex(r"(?:について|の件)(?:\([^()]*\))?$")
_LABEL = regex(r"(?:第? ?\d{1,2}|[一二三四五六七八九十]) ?[.、 ] ?[^\d\s。、](?: ?[^\s。、]){1,7}")
"""４．議　題: a numbered line of a few words, which goes on with no line above it."""
_SENTENCE_END = ("。", "」", "）", ")", "．")
_PAGE_BREAK = "\f\v"


@define(eq=False, repr=False)
class _Line:
    """A line of the source: where its words start and end, and at which column it ends."""

    start: int
    end: int
    width: int
    indent: int
    trailing: bool
    folded: str
    breaks: bool
    gap: int = 0
    furniture: str = ""
    opened: str | None = None

    @property
    def opening(self) -> str:
        """What the line opens with as a paragraph's first does; "" where it does not."""
        if self.opened is None:
            found = _OPENING.match(self.folded)
            self.opened = found[0] if found else ""
        return self.opened


@frozen(eq=False, repr=False)
class Block:
    """A paragraph: its place in ``Flow.text``, its printed indent, and the blank lines before it.

    ``hang`` is the indent of its second printed line, -1 where it is of one line only.
    """

    start: int
    end: int
    indent: int
    gap: int
    hang: int = -1


@frozen(eq=False, repr=False)
class Flow:
    """The paragraphs of a document as one string, a line feed between them.

    ``text`` holds the characters as printed, ``folded`` the same in one width; equal offsets mean
    equal places, and `source` gives the offset in the document. ``habits`` are the words to look for in it
    beyond those all documents use. ``starts`` are the printed lines as offsets here, with one beyond all at
    the end; ``places`` are the same lines in the source.
    """

    text: str
    folded: str
    blocks: tuple[Block, ...]
    furniture: tuple[tuple[int, int, str], ...]
    length: int
    starts: array[int]
    places: array[int]
    habits: Habits = field(factory=Habits)

    def source(self, offset: int) -> int:
        """The place in the source of the character at ``offset``."""
        index = bisect_right(self.starts, offset) - 1
        return self.places[index] + offset - self.starts[index]

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the source of ``text[start:end]``, which must not be empty."""
        starts, places = self.starts, self.places
        index = bisect_right(starts, start) - 1
        shift = places[index] - starts[index]
        if end <= starts[index + 1]:
            return start + shift, end + shift
        last = bisect_left(starts, end) - 1
        return start + shift, end + places[last] - starts[last]

    def lines(self, start: int, end: int) -> list[tuple[int, int]]:
        """The printed lines of ``text[start:end]``, as places in it."""
        cuts = self.starts[bisect_right(self.starts, start) : bisect_left(self.starts, end)]
        edges = [start, *cuts, end]
        return list(pairwise(edges))

    def words(self, block: Block) -> str:
        """The folded text of a block."""
        return self.folded[block.start : block.end]


def lay_out(text: str) -> Flow:
    """The paragraphs of a text.

    >>> flow = lay_out("国土交通省後\\n藤海技課長が出席した。 \\n")
    >>> [flow.words(block) for block in flow.blocks]
    ['国土交通省後', '藤海技課長が出席した。']
    """
    lines = _lines(_without_borders(text))
    _mark_furniture(lines)
    printed = _printed(lines)
    joined = _Joiner(printed).joins() if len(printed) > 1 else [False] * len(printed)
    return _assemble(text, lines, printed, joined)


_BOX = "│┃┌┐└┘├┤┬┴┼─━┏┓┗┛┣┫┳┻╋╂┠┨┯┷┝┥┰┸┿"
_ROW_OF_BOX = regex(rf"^[ \t\u3000]*[{_BOX[:14]}{_BOX[15:]}].*[{_BOX}][ \t\u3000]*$", re.M)
_PIPE = regex(r"(?<=\S) \| (?=\S)")
_PIPE_ENDS = regex(r"(?: \|)+(?=[ \t]*$)|^\|(?= )", re.M)
"""The strokes before and behind the cells of such a row."""
_STROKED_ROW = regex(r"^[ \t\u3000]*｜.*｜[ \t\u3000]*$", re.M)
"""｜ 日　時 ｜ …　｜, a row of a table between strokes."""
_STROKE = regex(r"^[^\s｜|。]{2,14}｜", re.M)
"""会議の名称｜…: a stroke behind the label of a row."""
_PIPE_RULE = regex(r"^[ ]*\|(?:[ ]*:?-{2,}:?[ ]*\|)+[ ]*$", re.M)
"""|---|---|, below the heads of a table's columns."""
_PIPES = 3
"""How many strokes between spaces tell that the cells of tables were written so."""
_BLANK = str.maketrans(dict.fromkeys(_BOX, "\u3000"))


def _without_borders(text: str) -> str:
    """The text with the frames of tables drawn in characters blanked: │日　時│令和６年…│, 日時 | 令和６年…."""
    if "|--" in text or "| --" in text or "|:-" in text:
        text = _PIPE_RULE.sub(lambda row: "-" * len(row[0]), text)
    if "｜" in text:
        text = _STROKED_ROW.sub(lambda row: row[0].replace("｜", "\u3000"), text)
    if "｜" in text and len(_STROKE.findall(text)) >= _PIPES:
        text = _STROKE.sub(lambda cell: cell[0][:-1] + "：", text)
    if " | " in text and text.count(" | ") >= _PIPES:
        text = _PIPE.sub(" \u3000 ", text)
    if "|" in text and len(_PIPE_ENDS.findall(text)) >= _PIPES:
        text = _PIPE_ENDS.sub(lambda ends: "\u3000" * len(ends[0]), text)
    if "│" not in text and "┃" not in text:
        return text
    return _ROW_OF_BOX.sub(lambda row: row[0].translate(_BLANK), text)


def _printed(lines: Sequence[_Line]) -> list[_Line]:
    """The lines that are words; one behind page furniture opens a page."""
    printed: list[_Line] = []
    behind = False
    for line in lines:
        if line.furniture:
            behind = behind or line.furniture != "rule_line"
            continue
        line.breaks = line.breaks or behind
        behind = False
        printed.append(line)
    return printed


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    folded = fold(text)
    paged = "\f" in text
    offset = gap = 0
    page = False
    for raw in text.splitlines(keepends=True):
        words = raw.strip().strip(_UNSEEN)
        if not words:
            gap += 1
            page = page or (paged and "\f" in raw)
            offset += len(raw)
            continue
        lead = raw.find(words)
        start, size = offset + lead, len(words)
        behind = raw[lead + size :]
        indent = _indent(raw[:lead]) if lead else 0
        # A Japanese character takes three bytes and two columns, a Latin one takes one of both.
        width = indent + (len(words.encode("utf-8", "surrogatepass")) + size) // 2
        trailing = behind not in ("", "\n") and behind.rstrip(_ENDS)[-1:] in _SPACES
        breaks = page or (paged and "\f" in raw[:lead])
        lines.append(_Line(start, start + size, width, indent, trailing, folded[start : start + size], breaks, gap))
        page = paged and "\f" in raw[lead:]
        gap = 0
        offset += len(raw)
    return lines


_UNSEEN = "\ufeff\u200b \u3000\t\r\n"
"""What no line begins or ends with: a byte order mark, and spaces seen and not."""
_ENDS = "\r\n\f\v\x1c\x1d\x1e\x85\u2028\u2029"
_SPACES = (" ", "\u3000", "\t")


def _indent(blank: str) -> int:
    return sum(2 if c == "\u3000" else 1 for c in blank if c not in _PAGE_BREAK)


_FURNITURE_OPENS = frozenset("&0123456789-pP<─━―ー=＝_＿*＊‐・…~ ◇◆○●☆★※◎□■△")


def _mark_furniture(lines: list[_Line]) -> None:
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
    _mark_running_heads(lines)


def _page_series(lines: Sequence[_Line], bare: Sequence[int]) -> Iterator[int]:
    """Bare numbers that count up by one from 1 or 2, or stand at a form feed, are page numbers."""
    expected = 0
    run: list[int] = []
    for index in bare:
        value = int(lines[index].folded)
        if value == expected:
            run.append(index)
        elif value in (1, 2) and not run:
            run = [index]
        else:
            continue
        expected = value + 1
    if len(run) > 1:
        yield from run
    for index in bare:
        following = lines[index + 1] if index + 1 < len(lines) else None
        if lines[index].breaks or (following is not None and following.breaks):
            yield index


def _mark_running_heads(lines: Sequence[_Line]) -> None:
    """A line that stands at several page ends or starts is a running head or foot."""
    edges: list[int] = []
    for index, line in enumerate(lines):
        if line.breaks:
            edges += [index, index - 1]
        if line.furniture == "page_number":
            edges += [index - 1, index + 1]
    places = sorted({i for i in edges if 0 <= i < len(lines) and not lines[i].furniture})
    counts = Counter(_head_words(lines[i]) for i in places)
    titles = {words for line in lines[:_TITLE_LINES] if len(words := _head_words(line)) > _SHORT_HEAD and _OF_BODY.search(words)}
    often = {words for words, count in counts.items() if count > 1 and words and words[0] not in "(【○●◎[<" and not words.endswith("。")}
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


def _mark_repeated_openings(lines: Sequence[_Line]) -> None:
    """The head of a table that opens several pages counts where it stands first; a label that does is no head."""
    opened = [i + 1 for i, line in enumerate(lines[:-1]) if line.furniture == "page_number" or lines[i + 1].breaks]
    firsts = [lines[i : i + _OPENING_LINES] for i in opened]
    counts = Counter(words for page in firsts for line in page if not line.furniture and (words := _head_words(line)))
    often = {words for words, count in counts.items() if count >= _OFTEN and not words.endswith("。")}
    seen: set[str] = set()
    for page in firsts if often else ():
        heads = list(takewhile(lambda line: _head_words(line) in often, page))
        if not any(_is_row(line.folded) for line in heads):
            continue
        for line in heads:
            words = _head_words(line)
            if words in seen and not line.furniture:
                line.furniture = "running_head"
            seen.add(words)


_OPENING_LINES, _OFTEN = 2, 3
_OF_BODY = regex(r"会議|委員会|審議会|協議会|部会|評議|理事会")
_TITLE_LINES = 4
_SHORT_HEAD = 6


def _head_words(line: _Line) -> str:
    return squeeze(re.sub(r"\d+", "", line.folded))


_ASIDE = 30
"""How much of a bracket may stand on either side of a line's end."""
_OPENERS = frozenset("【≪《<〈[")


class _Joiner:
    """Which lines go on in the next one, by the document's own regularities."""

    def __init__(self, lines: Sequence[_Line]) -> None:
        self.lines = lines
        self.certain = True
        self.width = self._wrap_width()
        self.spaced = self._double_spaced()
        self.trailing = self._trailing_marks_ends()
        self.hangs = self._hanging()

    def _wrap_width(self) -> int:
        """The width, in half-width columns, at which the document wraps; 0 where it does not."""
        wide: defaultdict[int, list[_Line]] = defaultdict(list)
        for line in self.lines:
            if line.width >= 40:
                wide[line.width].append(line)
        counts = {width: len(lines) for width, lines in wide.items()}
        for wraps in (self._many_fill, self._all_are_cut):
            self.certain = wraps == self._many_fill
            longer = 0
            for width in sorted(counts, reverse=True):
                if longer > 0.08 * len(self.lines):
                    break
                full = [line for near in range(width - 4, width + 1) for line in wide.get(near, ())]
                if width <= 130 and wraps(full) and self._go_on(full):
                    return max(range(width, width - 9, -1), key=lambda w: sum(counts.get(w - k, 0) for k in range(5)))
                longer += counts[width]
        return 0

    def _many_fill(self, full: Sequence[_Line]) -> bool:
        """Whether the lines that fill a width are many."""
        cut = sum(not line.folded.endswith(_SENTENCE_END) for line in full)
        share = 0.1 if cut >= 0.6 * len(full) else 0.2
        return len(full) >= max(3, share * len(self.lines))

    def _go_on(self, full: Sequence[_Line]) -> bool:
        """Whether most lines cut at a width are followed by words, not by the next item of a list."""
        cut = {id(line) for line in full if not line.folded.endswith(_SENTENCE_END)}
        opened = sum(id(line) in cut and following.opening != "" for line, following in self._pairs())
        return 2 * opened <= len(cut)

    @staticmethod
    def _all_are_cut(full: Sequence[_Line]) -> bool:
        """Whether the few lines that fill a width all stop in mid sentence."""
        return len(full) > 1 and not any(line.folded.endswith(_SENTENCE_END) for line in full)

    def _double_spaced(self) -> bool:
        gaps = Counter(line.gap for line in self.lines[1:])
        return gaps[0] < 0.3 * max(1, len(self.lines) - 1)

    def _full(self, line: _Line) -> bool:
        return line.width >= self.width - 5

    def _trailing_marks_ends(self) -> bool:
        """Whether a space at a line's end marks the end of a paragraph, as some PDF writers do."""
        if not self.width:
            return False
        short = [line for line in self.lines if not self._full(line)]
        full = [line for line in self.lines if self._full(line)]
        marked = sum(line.trailing for line in short)
        return (
            bool(short) and marked >= 0.8 * len(short)
            and any(not line.trailing for line in full)
            and sum(line.trailing for line in full) <= 0.6 * len(full)
        )

    def _hanging(self) -> frozenset[tuple[str, int, int]]:
        """The marks, with their indent, below which words always hang at one indent, where no paragraph of its own begins."""
        if not any(a.indent < b.indent and self._full(a) and a.folded.endswith(_SENTENCE_END) for a, b in self._pairs() if self.width):
            # No line is in doubt.
            return frozenset()
        below: defaultdict[tuple[str, int], Counter[int]] = defaultdict(Counter)
        own: set[int] = set()
        mark: tuple[str, int] | None = None
        for line, following in self._pairs():
            mark = (line.opening, line.indent) if line.opening else mark if line.indent else None
            if following.opening or not mark:
                continue
            cut = self._full(line) and not line.folded.endswith(_SENTENCE_END)
            if cut and line.opening:
                below[mark][following.indent] += 1
            elif not self._full(line) or following.gap > self._usual_gap():
                own.add(following.indent)
        return frozenset(
            (*mark, indent) for mark, counts in below.items() if len(counts) == 1
            for indent, count in counts.items() if count >= _OFTEN and mark[1] < indent and indent not in own
        )

    def joins(self) -> list[bool]:
        """For each line, whether the next one continues it."""
        wraps = bool(self.width)
        joined = [wraps and self._continues(a, b) for a, b in self._pairs()] + [False]
        self._part_hanging(joined)
        for index, line in enumerate(self.lines[:-1]):
            if not joined[index]:
                following = self.lines[index + 1]
                if following.folded in _SCRAPS and not following.gap:
                    joined[index] = self.width > 0 or line.width >= _TITLE_WIDTH
                elif following.folded[0] in _CUT_OPENS or following.indent >= line.indent + _OUTDENT:
                    joined[index] = self._hanging_title(line, following)
                if not joined[index] and following.folded[-1] == "。":
                    joined[index] = self._breaks_off(line, following)
            if not joined[index] and line.folded.rfind("(") > line.folded.rfind(")"):
                joined[index] = self._in_bracket(line, self.lines[index + 1])
            if _OPENERS.isdisjoint(line.folded[-12:]):
                continue
            for at in range(index, index + self._open_bracket(index, line)):
                joined[at] = True
        return joined

    def _part_hanging(self, joined: list[bool]) -> None:
        """A line left of those that hang below a paragraph's first one begins another, where a sentence ended."""
        first = self.lines[0] if self.lines else None
        for index, (line, following) in enumerate(self._pairs()):
            assert first is not None
            if joined[index] and line.indent > first.indent >= following.indent and line.folded.endswith(_SENTENCE_END):
                joined[index] = False
            if not joined[index]:
                first = following

    def _hanging_title(self, line: _Line, following: _Line) -> bool:
        """Whether the end of a title hangs below its beginning: 日程第２　議案第28号　…を改正する / 　　　　条例に係る意見について."""
        if following.folded[0] in _CUT_OPENS:
            cut = following.indent > line.indent and line.width >= _TITLE_WIDTH and _CUT.match(following.folded) is not None
            cut = (cut or _RELATES.match(following.folded) is not None) and not _TITLED.search(line.folded)
            if cut and not following.gap and _BEARS_NUMBER.match(line.folded):
                # １ …に関する基本方針（案）につ / いて
                return True
        if following.gap or following.indent < line.indent + _OUTDENT or line.width < _TITLE_WIDTH:
            return False
        ends = _TITLED.search(following.folded) is not None and not following.opening and following.indent + _OUTDENT < line.width
        return ends and bool(_BEARS_NUMBER.match(line.folded)) and not _TITLED.search(line.folded) and not line.folded.endswith(_SENTENCE_END)

    def _breaks_off(self, line: _Line, following: _Line) -> bool:
        """Whether a line shorter than others stops where no sentence can: 委員からの主な / 意見は以下のとおり。"""
        if line.width < _TITLE_WIDTH or (following.gap and not following.breaks) or _is_row(line.folded):
            return False
        if not line.folded.endswith(_SENTENCE_END) and _REST.fullmatch(following.folded):
            return True
        if following.opening or following.indent > line.indent + _OUTDENT:
            return False
        if line.folded.endswith(")"):
            return _DAY_LAST.search(line.folded) is not None and _HOUR_FIRST.match(following.folded) is not None
        # A comma ends no line of a paragraph that goes on; after a particle, only a line nearly as long as the others is cut.
        nearly_full = self.width > 0 and line.width >= self.width * 3 // 4
        return line.folded.endswith("、") or (nearly_full and line.folded.endswith(_NO_LAST))

    def _in_bracket(self, line: _Line, following: _Line) -> bool:
        """Whether a bracket opened near the line's end is closed near the beginning of the next: （令和６年度一般 / 会計補正予算）."""
        inside = len(line.folded) - line.folded.rfind("(") - 1
        closed = following.folded.find(")")
        near = 0 < inside <= _ASIDE and 0 <= closed <= _ASIDE and "(" not in following.folded[:closed]
        return near and following.gap <= self._usual_gap() and not (following.opening or line.folded.endswith(_SENTENCE_END))

    def _pairs(self) -> Iterator[tuple[_Line, _Line]]:
        return pairwise(self.lines)

    def _open_bracket(self, index: int, line: _Line) -> int:
        """How many lines a label takes that is broken within its bracket: <会 議 日 / 時>."""
        last = max(line.folded.rfind(mark) for mark in "【≪《<〈[")
        if last < 0 or len(line.folded) - last > 12:
            return 0
        closing = {"【": "】", "≪": "≫", "《": "》", "<": ">", "〈": "〉", "[": "]"}[line.folded[last]]
        if closing in line.folded[last:]:
            return 0
        for count, following in enumerate(self.lines[index + 1 : index + 4], start=1):
            at = following.folded.find(closing)
            if 0 <= at <= 8:
                return count
            if len(following.folded) > 6 or following.gap > 1:
                return 0
        return 0

    def _continues(self, line: _Line, following: _Line) -> bool:
        ends = line.folded.endswith(_SENTENCE_END)
        if self.trailing:
            return not line.trailing and (self._full(line) or not ends)
        if not self._full(line) or (following.gap and not self.certain):
            return False
        if following.gap > self._usual_gap() and (ends or (not following.breaks and following.gap < 3)):
            return False
        if following.indent > line.indent and _TITLED.search(line.folded) and line.opening:
            return False
        if self._same_mark(line, following) or _MARKED.match(following.folded):
            return False
        if 0 < following.indent <= line.indent - _OUTDENT and not line.opening:
            # No first line of a paragraph stands that much deeper than its others.
            return False
        if not ends:
            above, below = _is_row(line.folded), _is_row(following.folded)
            if above and below and following.indent > line.indent:
                # Columns of names that go on below those of the line above.
                return False
            rows = above or below
            opening = following.opening
            if opening and _LABEL.fullmatch(following.folded):
                return False
            if (rows and opening) or (not self.certain and (rows or opening)):
                return False
            return following.indent <= line.indent + 8 or not opening
        if line.folded.endswith(")") and _GOES_ON.match(following.folded):
            return True
        if line.folded.endswith(")") and following.folded.endswith(")") and "。" not in line.folded + following.folded:
            # Two of a list, each with a bracket behind it.
            return False
        if following.width <= 20 and not following.folded.endswith(_SENTENCE_END):
            return False
        hangs = (line.opening, line.indent, following.indent) in self.hangs
        return (hangs or following.indent <= line.indent) and not following.opening

    @staticmethod
    def _same_mark(line: _Line, following: _Line) -> bool:
        """Two lines of one list: both open with a mark or number of one shape."""
        if line.indent != following.indent or not line.opening or not following.opening:
            return False
        return _COUNTED.sub("N", line.opening) == _COUNTED.sub("N", following.opening)

    def _usual_gap(self) -> int:
        return 1 if self.spaced else 0


def _is_row(words: str) -> bool:
    """Whether wide gaps part the words of a line."""
    return "  " in words and _ROW.search(words) is not None


_OUTDENT = 4
_TITLE_WIDTH = 36
_NO_LAST = ("、", "の", "を", "に", "は", "が", "な", "から", "より", "まで", "として", "により", "という")
"""What no sentence ends in."""
_DAY_LAST, _HOUR_FIRST = regex(r"日\([月火水木金土日](?:曜日?)?(?:・祝)?\)$"), regex(r"(?:午[前後] ?)?\d{1,2} ?[時:]")
_REST = regex(r"(?!はい|ええ|いえ)[ぁ-ん]{1,3}。")
"""What is the end of the words above: …になってい / る。"""
_RELATES = regex(r"に(?:関する|係る|関し|対する|伴う|基づく|ついて)(?!は|も|、)[^。]*$")
"""What goes on with the title above it: （１）「…」取りまとめ（案） / に関する意見募集への対応について."""
_CUT = regex(r"(?:に?つ?いて|の?件|て)(?:\([^()]*\))?$")
_SCRAPS = frozenset(("員", "長", "事", "官", "授", "員)", "長)"))
"""What is left of a title that the line above began: …、外間委 / 員."""
_CUT_OPENS = frozenset("につい件のて")
_BEARS_NUMBER = regex(r" *(?:\(?\d{1,2}[.)、]|[①-⑳⑴-⒇]|\d{1,2} +|日程第|議案第|第\d{1,3}号|議第|報告第|協議第|承認第|議題)")
_BEYOND = 2**62
"""Behind the last place of any text."""


def _assemble(text: str, lines: Sequence[_Line], printed: Sequence[_Line], joined: Sequence[bool]) -> Flow:
    pieces: list[str] = []
    folded: list[str] = []
    starts, places = array("q"), array("q")
    furniture = [(line.start, line.end, line.furniture) for line in lines if line.furniture]
    blocks: list[Block] = []
    offset = opened = 0
    hang = -1
    first: _Line | None = None
    for line, goes_on in zip(printed, joined, strict=True):
        if first is None:
            first = line
        elif hang < 0:
            hang = line.indent
        for start, end in _pieces(line, furniture) if "-" in line.folded else ((line.start, line.end),):
            starts.append(offset)
            places.append(start)
            pieces.append(text[start:end])
            folded.append(line.folded[start - line.start : end - line.start])
            offset += end - start
        if not goes_on:
            blocks.append(Block(opened, offset, first.indent, first.gap, hang))
            pieces.append("\n")
            folded.append("\n")
            offset += 1
            opened, first, hang = offset, None, -1
    if not starts:
        starts.append(0)
        places.append(0)
    starts.append(_BEYOND)
    return Flow("".join(pieces), "".join(folded), tuple(blocks), tuple(sorted(furniture)), len(text), starts, places)


def _pieces(line: _Line, furniture: list[tuple[int, int, str]]) -> Iterator[tuple[int, int]]:
    """The spans of a line's words, without a page number that extraction glued into them."""
    at = line.start
    for found in _GLUED_NUMBER.finditer(line.folded):
        start, end = line.start + found.start(), line.start + found.end()
        furniture.append((start, end, "page_number"))
        yield at, start
        at = end
    if at < line.end:
        yield at, line.end
