"""Which printed lines go on in the next one, by the document's own regularities."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from minutes_model.layout.cuts import cuts_label, cuts_words
from minutes_model.layout.entries import cuts_entry, cuts_title, stops_in_entry
from minutes_model.layout.lines import SENTENCE_END, Line, is_row
from minutes_model.layout.spelt import goes_down
from minutes_model.patterns import regex

__all__ = ["Joiner"]

_COUNTED = regex(r"\d+|[^\d()。.、:○・]{2,}")
_MARKED = regex(r"[○●◎◇◆□■△▲▽▼▶](?![○●◎◇◆□■△▲▽▼、。])\S")
_GOES_ON = regex(r"(?:について|に関|に係|に対|の|を|が|は|に|と|も|で|より|から|、|。)")
"""What no paragraph begins with."""
_TITLED = regex(r"(?:について|の件)(?:\([^()]*\))?$")
_SPELT = regex(r"\S(?: \S){3,11}")
"""開 催 日 及 び 場 所: a label whose characters stand apart, which goes on with no line whose do not."""
_TELLS = regex("から|より|は、|が、")
"""What no title holds, and a sentence cut behind …について does."""
_TELLS_ON = regex(r"(?:説明|報告|審[議査]|質疑|質問|意見|協議|検討|議論|御?指摘|[^。]{1,12}(?:説明|報告|質問|回答)(?:が|を)あ?)")
_LABEL = regex(r"(?:第? ?\d{1,2}|[一二三四五六七八九十]) ?[.、 ] ?[^\d\s。、](?: ?[^\s。、]){1,7}")
"""４．議　題: a numbered line of a few words, which goes on with no line above it."""
_NUMBERED_LABEL = regex(r"(?:第? ?\d{1,2}|[一二三四五六七八九十]) ?[.、 ] ?(?:[出欠列陪]席(?:者|委員|議員)|(?:配[布付])?資料|議 ?題|議 ?事(?:次第|概要|内容|の概要)?|案 ?件|(?:開催)?(?:日 ?時|場 ?所)|会 ?場|傍聴者?|事務局) ?:")
"""４．議題：…, below a list as wide as the page"""
_ANNOUNCES = regex(r"(?:[出欠列陪]席(?:者|委員|議員)?|説明[者員]|傍聴[者人]?|参考人|オブザーバー|関係(?:者|職員)|事務局|議題|案件|資料|配[布付]資料|(?:開催|会議)?(?:日時|場所))(?: |:)")
"""説明者　情報係長: words that begin a line of their own wherever white space or a colon is behind them."""
_LABELS = frozenset(("委員", "出席者", "出席委員", "欠席者", "欠席委員", "事務局", "議題", "議事", "日時", "場所", "会場", "傍聴者", "資料", "案件", "次第"))
_SPELT_LABEL = 10
"""How long a label may be whose characters stand apart."""
_PLACE_LAST = frozenset("室館階場号棟ル)")
"""With what the words of a place end, below which a label stands on a line of its own."""
_ASIDE = 30
"""How much of a bracket may stand on either side of a line's end."""
_LONG_ASIDE = 60
"""How much of one that the next line is the rest of may stand before it."""
_LABEL_WIDTH = 8
"""How long the first part of a speaker's label is at most that a narrow column broke, in characters."""
_OFFICE_LAST = frozenset("長員官事任")
"""With what the word for an office ends."""
_OPENERS = frozenset("【≪《<〈[")
_OUTDENT = 4
_TITLE_WIDTH = 36
_COUNT_LAST = regex(r"\d ?[件名人回円]$")
"""What a list of counts ends in: 分家住宅２件、駐車場１件."""
_SENTENCE_MARKS = ("。", "」", ")", ":", "?", "!", "』", "…")
_LABELLED = regex(r"[^ 、。:「」]{2,14}: *(?=[^ :])")
_NO_LAST = ("、", "の", "を", "に", "は", "が", "な", "から", "より", "まで", "として", "により", "という")
"""What no sentence ends in."""
_DAY_LAST, _HOUR_FIRST = regex(r"日\([月火水木金土日](?:曜日?)?(?:・祝)?\)$"), regex(r"(?:午[前後] ?)?\d{1,2} ?[時:]")
_WITHIN_WORDS = frozenset("ー々っゃゅょぁぃぅぇぉッャュョァィゥェォ、。)」")
"""What no cell begins with."""
_NO_FIRST = frozenset("るれろっんをゃゅょばずげ")
"""The syllables no word begins with in a sentence: …次回までに用意す / る旨の回答があった。"""
_REST = regex(r"(?!はい|ええ|いえ)[ぁ-ん]{1,3}。")
"""What is the end of the words above: …になってい / る。"""
_RELATES = regex(r"に(?:関する|係る|関し|対する|伴う|基づく|ついて)(?!は|も|、)[^。]*$")
"""What goes on with the title above it: （１）「…」取りまとめ（案） / に関する意見募集への対応について."""
_PART_OF_TITLE = regex(r"\((?:第 ?\d{1,3} ?[号次回]|案|その ?\d{1,2}|[上下]半期|継続)\)")
"""◎日程第３　議案第39号　…補正予算 / （第１号）: a bracket on a line of its own that is of the title above."""
_CUT = regex(r"(?:に?つ?いて|の?件|て)(?:\([^()]*\))?$")
_REST_OF_TITLE = regex(r"(?!その他)[^\s。、()「」]{1,4}(?:について|の件)(?:\([^()]{1,12}\))?")
_WHOLE_TITLES = ("報告", "計画", "概要", "結果", "状況", "案", "案)", "方針", "その他")
_NARROW = 28
"""How wide a title is at least that goes on in the next line."""
_PARTS = frozenset("、・/")
"""What parts the entries of a list."""
_SCRAPS = frozenset(("員", "長", "事", "官", "授", "員)", "長)"))
"""What is left of a title that the line above began: …、外間委 / 員."""
_SCRAPS_OPEN = frozenset(scrap[0] for scrap in _SCRAPS).union("兼")
_CUT_OPENS = frozenset("につい件のて")
_SLACK = 4
"""By how many columns a line may end before another that is as full."""
_OFTEN = 3
"""How many times words must hang below a mark to tell that they always do."""
_ENDS_TITLE = regex(r"(?:について|の件|条例|予算|計画|認定|選任)(?:\([^()]*\))?$")
"""What a title ends in whose end hangs far below its number."""
_LEADS_ON = regex(r"(?:する|した|に係る|に関する|における|及び|並びに|[のをにびへ]|・|、)$")
"""What a title cut by the line's end stops in, so that the next line need not hang: 日程第２　議案第28号　…を改正する / 条例に係る意見について."""
_LEADER = regex(r" *(?:…|‥|\.{3}|・{3})[…‥.・ ]*[^\s…‥]{0,12}$")
"""……………　原案可決: the line that leads from a title to its result."""
_LEADERS = frozenset("…‥.・")
_LONGEST_LEADER = 240
"""How wide such a line is at most, in half widths."""
_LEADS_LAST, _TITLE_LAST = frozenset("るたにをのびへ・、"), frozenset("て件例算画定任)")
"""With what such a line, and the end of a title, can end."""
_WHO_FIRST = regex(r"[^、。「」]{1,14}(?:から|より)")
_BEARS_NUMBER = regex(r"[△▲◎○●■◆◇□]? *(?:\(?\d{1,2}[.)、]|[①-⑳⑴-⒇]|\d{1,2} +|第\d{1,2} +|日程第|議案第|第\d{1,3}号|議第|報告第|協議第|承認第|議題)")


class Joiner:
    """Which lines go on in the next one, by the document's own regularities."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines: Sequence[Line] = lines
        self.certain: bool = True
        self.width: int = self._wrap_width()
        self.spaced: bool = self._double_spaced()
        self.trailing: bool = self._trailing_marks_ends()
        self.hangs: frozenset[tuple[str, int, int]] = self._hanging()
        self.outdents: frozenset[str] = self._outdenting() if self.width else frozenset()

    def _wrap_width(self) -> int:
        """The width, in half-width columns, at which the document wraps; 0 where it does not."""
        wide: defaultdict[int, list[Line]] = defaultdict(list)
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

    def _many_fill(self, full: Sequence[Line]) -> bool:
        """Whether the lines that fill a width are many."""
        if len(full) < max(3, 0.1 * len(self.lines)):
            return False
        cut = sum(not line.folded.endswith(SENTENCE_END) for line in full)
        share = 0.1 if cut >= 0.6 * len(full) else 0.2
        return len(full) >= max(3, share * len(self.lines))

    def _go_on(self, full: Sequence[Line]) -> bool:
        """Whether most lines cut at a width are followed by words, not by the next item of a list."""
        cut = {id(line) for line in full if not line.folded.endswith(SENTENCE_END)}
        opened = sum(id(line) in cut and following.opening != "" for line, following in self._pairs())
        return 2 * opened <= len(cut)

    @staticmethod
    def _all_are_cut(full: Sequence[Line]) -> bool:
        """Whether the few lines that fill a width all stop in mid sentence."""
        return len(full) > 1 and not any(line.folded.endswith(SENTENCE_END) for line in full)

    def _double_spaced(self) -> bool:
        close = [line.gap for line in self.lines[1:]].count(0)
        return close < 0.3 * max(1, len(self.lines) - 1)

    def _full(self, line: Line) -> bool:
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
        if not self.width or not any(a.indent < b.indent and self._full(a) and a.folded.endswith(SENTENCE_END) for a, b in self._pairs()):
            # No line is in doubt.
            return frozenset()
        below: defaultdict[tuple[str, int], Counter[int]] = defaultdict(Counter)
        own: set[int] = set()
        mark: tuple[str, int] | None = None
        for line, following in self._pairs():
            opening = line.opening
            mark = (opening, line.indent) if opening else mark if line.indent else None
            if not mark or following.opening:
                continue
            full = self._full(line)
            if opening and full and not line.folded.endswith(SENTENCE_END):
                below[mark][following.indent] += 1
            elif not full or following.gap > self._usual_gap():
                own.add(following.indent)
        return frozenset(
            (*mark, indent) for mark, counts in below.items() if len(counts) == 1
            for indent, count in counts.items() if count >= _OFTEN and mark[1] < indent and indent not in own
        )

    def _outdenting(self) -> frozenset[str]:
        """The marks below which words always stand deeper, so that none goes on right below its mark."""
        deeper: Counter[str] = Counter()
        same: set[str] = set()
        for line, following in self._pairs():
            if self._full(line) and not line.folded.endswith(SENTENCE_END) and line.opening and not following.opening:
                deeper[line.opening] += following.indent > line.indent
                if following.indent <= line.indent:
                    same.add(line.opening)
        return frozenset(mark for mark, count in deeper.items() if count > 1 and mark not in same)

    def joins(self) -> list[bool]:
        """For each line, whether the next one continues it."""
        wraps = bool(self.width)
        joined = [a.numbers or (wraps and self._continues(a, b)) for a, b in self._pairs()] + [False]
        if True in joined:
            self._part_hanging(joined)
        for index, (line, following) in enumerate(self._pairs()):
            above = line.folded
            if not joined[index]:
                self._join_words(joined, index, line, following)
            if "(" in above and not joined[index] and above.rfind("(") > above.rfind(")"):
                joined[index] = self._in_bracket(line, following)
            if _OPENERS.isdisjoint(above[-12:]):
                continue
            for at in range(index, index + self._open_bracket(index, line)):
                joined[at] = True
        for index, goes_on in goes_down(self.lines).items():
            joined[index] = goes_on
        for index, (line, following) in enumerate(self._pairs()):
            quoted = line.folded.count("「") > line.folded.count("」")
            if following.celled and not (line.numbers or quoted) and following.folded[0] not in _WITHIN_WORDS:
                # 回　　答	手術を行わない夜間…: a row of its own.
                joined[index] = False
        return joined

    def _join_words(self, joined: list[bool], index: int, line: Line, following: Line) -> None:
        """Join a line with the next one where the words on either side of the cut tell that they are one."""
        above, below, near = line.folded, following.folded, not following.gap
        first, end, last = below[0], below[-1], above[-1]
        if first in _SCRAPS_OPEN and near and (below in _SCRAPS or cuts_title(above, below)):
            joined[index] = self.width > 0 or line.width >= _TITLE_WIDTH
        elif end in _TITLE_LAST and near and _REST_OF_TITLE.fullmatch(below) is not None:
            # １ …の利用定 / 員について, in a narrow column
            joined[index] = line.width >= _NARROW and _BEARS_NUMBER.match(above) is not None and not (_TITLED.search(above) or above.endswith(_WHOLE_TITLES))
        elif first in _LEADERS and near and following.width <= _LONGEST_LEADER and _LEADER.fullmatch(below) is not None:
            joined[index] = _BEARS_NUMBER.match(above) is not None and _LEADER.search(above) is None
        elif first == "(" and near and _PART_OF_TITLE.fullmatch(below) is not None:
            joined[index] = line.width >= _TITLE_WIDTH and _BEARS_NUMBER.match(above) is not None
        elif first in _CUT_OPENS or following.indent >= line.indent + _OUTDENT or (last in _LEADS_LAST and end in _TITLE_LAST):
            joined[index] = self._hanging_title(line, following)
        if near:
            if cuts_words(above, below) or (len(above) <= _LABEL_WIDTH and self._cuts_label(index)):
                joined[index] = True
            if not joined[index] and "、" in below and _BEARS_NUMBER.match(below) is None:
                joined[index] = " " in below.partition("、")[0].strip() and stops_in_entry(above)
            if not joined[index] and last not in "、。" and not _PARTS.isdisjoint(above):
                joined[index] = self._cuts_entry(line, following)
        if last != "。" and not joined[index] and (end == "。" or joined[index + 1]):
            joined[index] = self._breaks_off(line, following)

    def _cuts_label(self, index: int) -> bool:
        """Whether the label of a speaker goes on in the next line, and his words stand below it."""
        above, below = self.lines[index : index + 2]
        words = self.lines[index + 2 : index + 3]
        return bool(words) and not words[0].gap and (words[0].width >= _TITLE_WIDTH or words[0].folded[-1] == "。") and cuts_label(above.folded, below.folded)

    def _cuts_entry(self, line: Line, following: Line) -> bool:
        """Whether a list as wide as the page, or its column, goes on within one of its entries."""
        opening = following.opening.strip()
        # 委員・辻恵 / 一、委員・…: what numbers an item elsewhere may be the rest of a name.
        rest = (len(opening) == 1 or (opening[1:] == "、" and "・" in line.folded and "・" in following.folded)) and "一" <= opening[0] <= "龥"
        wide = following.width <= line.width + _SLACK and following.indent >= line.indent - 2 and (not opening or rest)
        return wide and cuts_entry(line.folded, following.folded)

    def _part_hanging(self, joined: list[bool]) -> None:
        """A line left of those that hang below a paragraph's first one begins another, where a sentence ended."""
        first = self.lines[0] if self.lines else None
        for index, (line, following) in enumerate(self._pairs()):
            assert first is not None
            if joined[index] and line.indent > first.indent >= following.indent and line.folded.endswith(SENTENCE_END):
                joined[index] = False
            if not joined[index]:
                first = following

    def _hanging_title(self, line: Line, following: Line) -> bool:
        """Whether the end of a title hangs below its beginning: 日程第２　議案第28号　…を改正する / 　　　　条例に係る意見について."""
        led = following.width <= _LONGEST_LEADER and not _LEADERS.isdisjoint(following.folded)
        rest = _LEADER.sub("", following.folded) if led else following.folded
        if following.folded[0] in _CUT_OPENS:
            cut = following.indent >= line.indent and line.width >= _TITLE_WIDTH and _CUT.match(rest) is not None
            cut = (cut or _RELATES.match(rest) is not None) and not _TITLED.search(line.folded)
            if cut and not following.gap and _BEARS_NUMBER.match(line.folded):
                # １ …に関する基本方針（案）につ / いて
                return True
        if following.gap or line.width < _TITLE_WIDTH:
            return False
        if following.indent < line.indent + _OUTDENT and not (following.indent >= line.indent and _LEADS_ON.search(line.folded)):
            return False
        ends = _ENDS_TITLE.search(rest) is not None and not (following.opening and rest == following.folded) and following.indent + _OUTDENT < line.width
        return ends and bool(_BEARS_NUMBER.match(line.folded)) and not _TITLED.search(line.folded) and not line.folded.endswith(SENTENCE_END)

    def _breaks_off(self, line: Line, following: Line) -> bool:
        """Whether a line shorter than others stops where no sentence can: 委員からの主な / 意見は以下のとおり。"""
        if line.width < _TITLE_WIDTH or (following.gap and not following.breaks) or is_row(line.folded):
            return False
        if not line.folded.endswith(SENTENCE_END) and (_REST.fullmatch(following.folded) or following.folded[0] in _NO_FIRST):
            return True
        if following.opening or (following.indent > line.indent + _OUTDENT and not self._hangs_below_label(line, following)):
            return False
        if line.folded.endswith(")"):
            return _DAY_LAST.search(line.folded) is not None and _HOUR_FIRST.match(following.folded) is not None
        # A comma ends no line of a paragraph that goes on; after a particle, only a line nearly as long as the others is cut.
        nearly_full = self.width > 0 and line.width >= self.width * 3 // 4
        if line.folded.endswith("、") or (nearly_full and line.folded.endswith(_NO_LAST)):
            return True
        # Where digits are narrower than the width counts them, a full line of prose seems a little short.
        return self.certain and line.width >= self.width * 7 // 8 and "、" in line.folded and not line.gap and not (line.folded.endswith(_SENTENCE_MARKS) or _COUNT_LAST.search(line.folded))

    def _hangs_below_label(self, line: Line, following: Line) -> bool:
        """Whether a line stands below the words behind a speaker's label, which may have been cut a little before the page's width: 会長:　…答申することに / 　　　決定いたしました。"""
        label = _LABELLED.match(line.folded) if 4 * line.width >= 3 * self.width > 0 else None
        return label is not None and following.indent <= line.indent + 2 * label.end() + _OUTDENT

    def _in_bracket(self, line: Line, following: Line) -> bool:
        """Whether a bracket opened near the line's end is closed near the beginning of the next: （令和６年度一般 / 会計補正予算）."""
        inside = len(line.folded) - line.folded.rfind("(") - 1
        closed = following.folded.find(")")
        # 雄川靖史（一般財団法人…総合計画本部 / 水門設備グループ主任技師）
        rest = closed == len(following.folded) - 1 and inside <= _LONG_ASIDE and not line.gap
        near = (0 < inside <= _ASIDE or rest) and 0 <= closed <= _ASIDE and "(" not in following.folded[:closed]
        # ン）、 is no number where it closes the bracket.
        opens = following.opening and following.opening.strip() != following.folded[: closed + 1]
        return near and following.gap <= self._usual_gap() and not (opens or line.folded.endswith(SENTENCE_END))

    def _pairs(self) -> Iterator[tuple[Line, Line]]:
        return pairwise(self.lines)

    def _open_bracket(self, index: int, line: Line) -> int:
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

    def _continues(self, line: Line, following: Line) -> bool:
        ends = line.folded.endswith(SENTENCE_END)
        if self.trailing:
            return not line.trailing and (self._full(line) or not ends)
        if not self._full(line) or (following.gap and not self.certain):
            return False
        if following.gap > self._usual_gap() and (ends or (not following.breaks and following.gap < 3)):
            return False
        if following.gap and following.opening and following.folded == following.opening.strip():
            # 欠席, a label on a line of its own.
            return False
        if following.folded in _LABELS and line.folded[-1] in _PLACE_LAST:
            # …本庁舎　第１会議室 / 委員
            return False
        if line.opening and line.folded.endswith(_WHOLE_TITLES) and _WHO_FIRST.match(following.folded) is not None and _BEARS_NUMBER.match(line.folded) is not None:
            # １　昨年度より、遅れが生じた橋について報告 / 課長から、…: a title, and the sentence below it.
            return False
        if line.opening and following.indent >= line.indent and _TITLED.search(line.folded):
            # ◇議案第22号　…の一部改正について / 学校教育課長から、…: a title as wide as the page goes on with a particle only.
            sentence = _TELLS.search(line.folded) or _GOES_ON.match(following.folded) or _TELLS_ON.match(following.folded)
            if following.indent > line.indent or not sentence:
                return False
        if " " in following.folded and len(following.folded) <= _SPELT_LABEL and following.folded.replace(" ", "") in _LABELS:
            # 会　場, on a line of its own
            return False
        if self._same_mark(line, following) or _MARKED.match(following.folded) or (_SPELT.fullmatch(following.folded) and not _SPELT.fullmatch(line.folded)):
            return False
        if 0 < following.indent <= line.indent - _OUTDENT and not line.opening:
            # No first line of a paragraph stands that much deeper than its others.
            return False
        if not ends:
            return self._is_cut(line, following)
        if line.folded.endswith(")") and _GOES_ON.match(following.folded):
            return True
        if line.folded.endswith(")") and following.folded.endswith(")") and "。" not in line.folded + following.folded:
            # Two of a list, each with a bracket behind it.
            return False
        if following.width - max(0, following.indent - line.indent) <= 20 and not following.folded.endswith(SENTENCE_END):
            return False
        if line.opening in self.outdents and following.indent <= line.indent:
            return False
        hangs = (line.opening, line.indent, following.indent) in self.hangs
        return (hangs or following.indent <= line.indent) and not following.opening

    def _is_cut(self, line: Line, following: Line) -> bool:
        """Whether a full line that ends no sentence goes on in the next, which is no row, label or head."""
        above, below = is_row(line.folded), is_row(following.folded)
        if above and below:
            # Columns of names that go on below those of the line above.
            return False
        if above and following.indent == line.indent and len(following.folded) <= _LABEL_WIDTH and following.folded[-1] in _OFFICE_LAST:
            # 総務部長, whose name is not printed, below a title and a name
            return False
        rows = above or below
        opening = following.opening
        if (opening and (_LABEL.fullmatch(following.folded) or _NUMBERED_LABEL.match(following.folded))) or _ANNOUNCES.match(following.folded):
            return False
        if (rows and opening) or (not self.certain and (rows or opening)):
            return False
        return following.indent <= line.indent + 8 or not opening

    @staticmethod
    def _same_mark(line: Line, following: Line) -> bool:
        """Two lines of one list: both open with a mark or number of one shape."""
        if line.indent != following.indent or not line.opening or not following.opening:
            return False
        return _COUNTED.sub("N", line.opening) == _COUNTED.sub("N", following.opening)

    def _usual_gap(self) -> int:
        return 1 if self.spaced else 0
