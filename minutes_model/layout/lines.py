"""The printed lines of a document: where their words are, how far in they begin and end, what they open with."""

from __future__ import annotations

from attrs import define

from minutes_model.patterns import regex
from minutes_model.text import fold

__all__ = ["LABEL_WORDS", "SENTENCE_END", "Line", "is_row", "read_lines"]

_LABELS = (
    "会議の名称 会議名 審議会名 開催日時 会議日時 日時 期日 開催日 開催場所 開催方法 場所 会場 出席者 出席者の氏名 出席者氏名 出席委員 欠席者 欠席者の氏名 欠席委員 事務局 欠席 オブザーバー 陪席者 傍聴者 傍聴人 傍聴者数 傍聴人数 "
    "傍聴人の数 議題 議事 会議次第 次第 会議資料 配布資料 配付資料 担当部課名 会議の公開 公開の可否 公開区分 審議結果 協議結果 結果 結論"
)
"""The words of labels a form prints before their values with no more than a space between."""
LABEL_WORDS = "|".join(" ?".join(label) for label in sorted(_LABELS.split(), key=len, reverse=True))
_OPENS = (
    r"(?:[一-龥々] {1,6}){1,6}[一-龥々](?= {2}|[:]| [^一-龥]|$)",  # 出 席 委 員
    r"[日場会出欠列陪議開閉傍説] {1,4}[時所場席題会聴事明](?: {1,4}[者人員])? ",  # 日　時
    r"[^\s。、]{2,12}(?: {2}|[:])",  # a word before a gap or a colon
    r"[一-龥々]{0,8}(?:長|委員|議員|事務局|主査|主任|主事|代理者?|\d番) (?=\S)",  # 事務局長　…
    r"\d{1,2}番 ",  # a seat
    r"\([^()。、]{1,16}\)",  # （事務局）
    r"[○●◎◯◇◆□■▪△▲▽▼☆★▶►➢•*・※→⇒≪《【〈<\[]",
    r"[-―—] ",
    r"\(?[0-9一二三四五六七八九十ア-ンa-zA-Z]{1,3}[).、]",
    r"[①-⑳⑴-⒇]",
    r"第\d",
    r"議[題案事]",
    r"日程第",
    r"案件 ?\d{1,2}[.: ]",
    r"[問答QA]\d{0,2}[ .:)]",
    r"(?:再?質[問疑]|再?回答|答弁|意見|要望|指摘|提案)\d{0,2}[ .:)]",
    r"[陳請]願?情?第",
    r"(?:報告|認定|諮問|承認|同意|発議)第",
    r"\d+ ",
    r"[一-龥] (?=[^ ])",  # 委　…, a side told by one character
    r"[アイウエオカキクケコ] (?=[^ ])",  # ウ　…, an item below another
)
"""How the first line of a paragraph opens, whatever it is: labels, marks, numbers, speakers."""
_OPENING = regex(rf"[ ]*(?:{LABEL_WORDS})(?: (?=\S)|$)|[ ]*(?:{'|'.join(_OPENS)})")
_ROW = regex(r"\S {2,}\S")
SENTENCE_END = ("。", "」", "）", ")", "．")
_STAGE_BEHIND = regex(r"(?<=\S) {2,}(?P<stage>[(\[<《〈≪](?!途中|中途|\d|午[前後])[^()\[\]<>《》〈〉≪≫。]{2,60}(?<!途中)(?:入室|退室|入場|退場|入席|着席|退席)[)\]>》〉≫])$")
"""(1) 分館の建替えについて　　　［分館長　入室］: who comes in stands on the line of the heading."""
_HEADED = regex(r"(?:\(?[0-9一二三四五六七八九十]{1,3}[).、 ]|[①-⑳⑴-⒇]|[◇◆□■○●◎▽▼]|第\d|日程|議[題案事]|報告)")
_PAGE_BREAK = "\f\v"
_UNSEEN = "\ufeff\u200b \u3000\t\r\n"
"""What no line begins or ends with: a byte order mark, and spaces seen and not."""
_STAGE_ENDS = frozenset(")]》〉≫>）］＞")
_ENDS = "\r\n\f\v\x1c\x1d\x1e\x85\u2028\u2029"
_SPACES = (" ", "\u3000", "\t")


@define(eq=False, repr=False)
class Line:
    """A line of the source: where its words start and end, and at which column it ends.

    ``pieces`` are the parts its words have in the source where ``folded`` is without the spaces between them;
    ``numbers`` tells that it is the number of the label below it, ``celled`` that a short cell opens it, which a tab parts from the next.
    """

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
    pieces: tuple[tuple[int, int], ...] | None = None
    numbers: bool = False
    celled: bool = False

    @property
    def opening(self) -> str:
        """What the line opens with as a paragraph's first does; "" where it does not."""
        if self.opened is None:
            found = _OPENING.match(self.folded)
            self.opened = found[0] if found else ""
        return self.opened


_CELL = 10
"""How many characters the cell of a label has at most."""


def read_lines(text: str) -> list[Line]:
    """The lines of a text that bear words; each knows how many blank ones stand before it.

    >>> [(line.folded, line.indent, line.gap) for line in read_lines("議　題\\n\\n　１　計画")]
    [('議 題', 0, 0), ('1 計画', 2, 1)]
    """
    lines: list[Line] = []
    folded = fold(text)
    tabbed, paged, unseen = "\t" in text, "\f" in text, "\ufeff" in text or "\u200b" in text
    offset = gap = 0
    page = False
    for raw in text.splitlines(keepends=True):
        words = raw.strip()
        if unseen:
            words = words.strip(_UNSEEN)
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
        line = Line(start, start + size, width, indent, trailing, folded[start : start + size], breaks, gap)
        line.celled = tabbed and 0 < words.find("\t") <= _CELL
        lines.append(line)
        if words[-1] in _STAGE_ENDS:
            lines += _stage_behind(lines[-1])
        page = paged and "\f" in raw[lead:]
        gap = 0
        offset += len(raw)
    return lines


def _stage_behind(line: Line) -> list[Line]:
    """The stage direction behind a heading as a line of its own; the heading's line ends before it."""
    found = _STAGE_BEHIND.search(line.folded)
    if found is None or not _HEADED.match(line.folded):
        return []
    begin, size = found.start("stage"), len(found["stage"])
    columns = line.width - size - sum(not character.isascii() for character in found["stage"])
    stage = Line(line.start + begin, line.end, line.width, columns, line.trailing, found["stage"], breaks=False)
    line.end, line.folded = line.start + found.start(), line.folded[: found.start()]
    line.width, line.trailing = columns - (begin - found.start()), True
    return [stage]


def _indent(blank: str) -> int:
    return len(blank) + blank.count("\u3000") - sum(map(blank.count, _PAGE_BREAK))


def is_row(words: str) -> bool:
    """Whether wide gaps part the words of a line."""
    return "  " in words and _ROW.search(words) is not None
