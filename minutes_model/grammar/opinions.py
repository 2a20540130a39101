"""Opinion lists, questions and answers, and items with nothing but a result (tier 3).

A paragraph opens a speech by its mark (○, →, with or without a legend), by the name of a side in
brackets （局側）, or by the word of its part (Q, 回答, 問). Who speaks is told by the label, by the legend,
or by the sentence that introduces the list; a list of nobody's words stays narration. An answer
belongs to the opinion above it; answers in a block of their own belong to opinions of one number.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import takewhile

from attrs import define, evolve, field

from minutes_model.grammar.bullets import (
    begins_report,
    explains,
    introduces,
    last_sentence,
    reports_behind_number,
)
from minutes_model.grammar.draft import Decided, Entry, Said, Slice, Told
from minutes_model.grammar.led import Led, as_introduction, is_hollow, points_below
from minutes_model.grammar.legend import INDENTED, Legend, Voice, answers, is_party, presents, read_intro
from minutes_model.grammar.opening_words import Opening, ends_signed, names_nothing, stands_apart
from minutes_model.grammar.openings import PRESENTED, Openings
from minutes_model.grammar.opinion_lines import read_line
from minutes_model.grammar.opinion_paragraphs import LABELS, Shape, goes_on, leads_on
from minutes_model.grammar.opinion_rounds import Round
from minutes_model.grammar.opinion_survey import Surveyed, survey
from minutes_model.grammar.outcomes import is_decision
from minutes_model.grammar.results import is_result_label, labelled_result, read_result
from minutes_model.layout import Block, Flow
from minutes_model.model.enums import Act, ReplyLink, SpeechMode
from minutes_model.patterns import regex
from minutes_model.text import clean, squeeze

__all__ = ["Sentences", "read_opinions"]

Sentences = Callable[[range], list[Entry]]
"""Reads the blocks that are no opinions: the reader of reported speech."""

_PRESENTED = regex(r"[(\[《<][^()\[\]《》<>。]{0,40}(?:説明|報告|紹介)(?:した|する)?。?[)\]》>]")
_POLITE = regex(r"(?:です|ます|ました|ません|でしょうか|ますか|ですか|ください)。?$")
_CONCLUDED = regex(r" *(?:(?:結論|結果|評価結果|審議結果|判定) ?:|(?:以上|これら)?.{0,8}(?:協議|審[議査]|採決|検討|評決|討議)の結果|全会一致|全員(?:一致|賛成)|賛成[多全]数|異議なく|原案|(?:一部|字句)(?:を|の)?修正|提案のとおり|事務局案|継続審[議査]|(?:次回以降も、?)?引き?続き、?(?:審議|検討|協議))")
_PUT_TO_VOTE = regex(r" *(?:採決の結果|全会一致|全員(?:一致|賛成)|賛成[多全]数)[^。]*。$")
"""・採決の結果、賛成多数により計画を承認。, among the points of a list of opinions"""
_POINTS_BELOW = frozenset("・●○◇◆□▲△▼▽◎•-→⇒QA問")
"""What opens the points that stand below the sentence that leads to them."""
_PARTS_BELOW = tuple(bracket + word for bracket in ("(", "【", "[", "<", "") for word in ("質疑", "質問", "意見", "要望"))
"""The words of parts that do so as well: （質疑）."""
_DECIDED_POINTS = "決定事項"
_ADDED = regex(r" *(?:なお|ただし|また)、")
"""How a sentence begins that adds to the result above it."""
_TO_EARLIER = regex(r"(?:質問|意見|質疑|指摘|要望|注文)(?:等|事項)?(?:に対し|に対する|への)")
"""What a sentence says that leads to answers of what an item above asked."""
_ANSWER_BY_NOBODY = regex(r"(?:から|より)の?[^。\n]{0,20}(?:これ|それ)(?:ら)?に対する回答")
"""委員からの意見・質問、それに対する回答等"""
_CONNECTIVE = 12
"""Within how many characters before its speaker an answer says what it answers: これに対して、."""
_AFTERWARDS = regex(r"今後の(?:対応|対応方針|方針|予定|取組|取り組み|スケジュール)(?:について|等)?|決定事項|(?:審議|協議|検討|会議)の?結果")
"""The headings of what comes of a meeting."""
_WORD = 16
"""How long a bullet may be that is itself the result: ・原案どおり可決."""
_NOTE_BEHIND = regex(r"\([^()]{1,12}\)")
_FAR = 4
"""How far, in columns, the words stand behind what opens them where a line right below them can only go on."""
_RESOLVED = regex(r"(?:承認|可決|了承|議決|採択|同意|決定)(?:され|し|と[しな])[^。]{0,6}。?$")
_PASSED = regex(r"(?:こと|もの)と(?:された|なった)。$|(?:承認|了承|可決|議決|選出|選任|指名)された。$")
_LINE = 60
"""How long a line may be that only announces what comes below it."""


def read_opinions(
    flow: Flow, blocks: Sequence[int], legend: Legend | None, *, sentence: Sentences, title: str = "", item: str = "", usual: set[str] | None = None, begin: int = 0
) -> list[Entry]:
    """The entries of one agenda item, in order; what is no opinion is read by ``sentence``.

    ``title`` is that above the blocks: 主な意見 introduces what stands below it; ``item`` the agenda item's own. ``usual`` are the marks of opinions in
    the items before, to which those of this one are added; ``begin`` is where the first of them does.

    >>> from minutes_model.layout import lay_out
    >>> flow = lay_out("委員からの意見は次のとおり。\\n・歩道が狭い。\\n（事務局）広げる。")
    >>> said = read_opinions(flow, range(3), None, sentence=lambda blocks: [])
    >>> [(s.kind, s.label or flow.text[slice(*s.who)], flow.text[slice(*s.text)]) for s in said]
    [('remark', '委員', '歩道が狭い。'), ('response', '事務局', '広げる。')]
    """
    usual = set() if usual is None else usual
    marks = usual.union(legend.voices if legend is not None else ())
    if blocks and _AFTERWARDS.fullmatch(squeeze(item)) and not any(flow.folded[flow.blocks[index].start] in marks for index in blocks):
        # What is to be done is told, in bullets or not, and nobody's opinion.
        return sentence(range(blocks[0], blocks[-1] + 1))
    known = survey(flow, blocks, legend, introduced=introduces(title), usual=usual, title=title, item=item)
    return _Reader(flow, blocks, legend, sentence, known, begin).read()


@define(eq=False, repr=False)
class _Reader:
    """Walks the paragraphs of one item.

    ``waiting`` are blocks for the reader of sentences; ``label`` is an opening that stands alone on
    its line; ``open`` the speech that a further paragraph may continue, ``shape`` how it is printed; ``listed`` that a label of
    results stands above the line before, ``decided`` that it tells of several: 決定事項, ``points`` the mark of the points below it; ``rows`` the indent of the row of a table right above, and where the next paragraph begins; ``begin`` where the first item begins; ``round`` the remarks since the last answer.
    """

    flow: Flow
    blocks: Sequence[int]
    legend: Legend | None
    sentence: Sentences
    known: Surveyed
    begin: int
    openings: Openings = field(init=False)
    entries: list[Entry] = field(factory=list)
    waiting: list[int] = field(factory=list)
    label: tuple[Opening, Block] | None = None
    result: bool = False
    open: Said | None = None
    shape: Shape = field(factory=Shape)
    listed: bool = False
    decided: bool = False
    points: str | None = None
    rows: tuple[int, int] | None = None
    round: Round = field(init=False)
    introduced: bool = field(init=False)
    below: Block | None = None
    readers: tuple[Callable[[_Reader, Block], bool], ...] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.openings = self.known.openings
        self.introduced = self.known.introduced
        self.round = Round(self.flow)
        cells = self.known.cells
        # Methods bound to their reader would hold it, and the whole document, until unused objects are looked for.
        self.readers = (
            *((_Reader._in_stack,) if self.known.stacked else ()), *((_Reader._signs,) if self.openings.signed else ()), _Reader._line,
            *((_Reader._in_row,) if cells is not None else ()), *((_Reader._in_cell,) if cells is not None and cells.alone else ()),
            *((_Reader._led,) if self.known.led else ()),
        )  # fmt: skip

    def read(self) -> list[Entry]:
        for position, index in enumerate(self.blocks):
            block = self.flow.blocks[index]
            self.below = self.flow.blocks[self.blocks[position + 1]] if position + 1 < len(self.blocks) else None
            self._block(index, block, position)
        self._drop_label()
        self._flush()
        for entry in self.entries:
            if isinstance(entry, Said) and entry.text is not None and entry.rule.startswith("opinion") and self.flow.folded[entry.text[0]] == "「":
                entry.text = self._unquoted(*entry.text)
        return self.entries

    def _unquoted(self, start: int, end: int) -> Slice:
        """The words within one quotation that is all of them, but for a note behind it: 「…」(レポート)."""
        depth = 0
        for at in range(start, end):
            depth += (self.flow.folded[at] == "「") - (self.flow.folded[at] == "」")
            if not depth:
                behind = self.flow.folded[at + 1 : end].strip(" 。")
                whole = at > start + 1 and (not behind or _NOTE_BEHIND.fullmatch(behind))
                return (start + 1, at) if whole else (start, end)
        return start, end

    def _block(self, index: int, block: Block, position: int) -> None:
        """Give a paragraph to the first who can read it: what is told by its form goes before what its opening tells."""
        for reads in self.readers:
            if reads(self, block):
                return
        self._opened(index, block, position)

    def _opened(self, index: int, block: Block, position: int) -> None:
        """A paragraph by its opening: it begins a speech or a label, goes on with one, or is told."""
        opened = self.openings.find(block) or self._above_points(block)
        if opened is not None and opened.rule == "opinion.arrow" and opened.who is None and self._concludes(opened.text, block):
            opened = None
        if opened is not None and opened.bullet is not None and opened.who is None and self._decided_in_list(opened, block):
            return
        self.points = None
        if (opened is None or 0 < block.end - opened.text < _WORD) and self._result(block):
            return
        if self.label is not None and self._below_label(*self.label, block, opened):
            return
        if opened is None:
            opened = self._signed_anew(block) or self._set_in(block)
        words = self.flow.folded[opened.text : block.end] if opened is not None else ""
        if opened is not None and (self._passed(opened, words) or (opened.who is None and self._side(opened) is None and self._resolves(opened, words))):
            # ◎発言の順序は、抽選の結果のとおりとすることに決定した。
            opened = None
        if opened is None:
            if self.open is None or names_nothing(self.flow.words(block)) or not self._goes_on(block):
                self._narrate(index, block, position)
        elif opened.text >= block.end:
            self._drop_label()
            self.open, self.label = None, (opened, block)
        else:
            self._begin(opened, block.start, block, block.indent)

    def _decided_in_list(self, opened: Opening, block: Block) -> bool:
        """Whether a point below 【決定事項】 tells what was decided, as those below it may: ・公募を10月１日から始めること。"""
        decided = labelled_result(self.flow, opened.text, block.end) if self.result or opened.bullet == self.points else None
        if decided is None:
            return False
        self._close(decided)
        self.result, self.points = False, opened.bullet
        return True

    def _above_points(self, block: Block) -> Opening | None:
        """A side alone on its line, whose the points below it are, as in the cells of a table: 委員 / ・指摘の件数が増えている。"""
        if block.start not in self.known.sides:
            return None
        side = squeeze(self.flow.words(block))
        return Opening(answers(side) and self.openings.asked, block.end, "opinion.bracket", (block.start, block.end))

    def _signed_anew(self, block: Block) -> Opening | None:
        """A paragraph that bears a name in brackets of its own, the first or below one whose words another name has closed."""
        said = self.open
        unsigned = said is not None and (said.text is None or said.text[1] == said.end)
        if unsigned or not self.openings.signed or (said is None and not ends_signed(self.flow, block)):
            return None
        opened = self.openings.by_signature(block)
        return opened if opened is not None and opened.who is not None else None

    def _set_in(self, block: Block) -> Opening | None:
        """A paragraph deeper than the opinion above it, where the legend says whose words those are: 字下げした文は美術館の回答."""
        said, voice = self.open, self.legend.voices.get(INDENTED) if self.legend is not None else None
        if voice is None or said is None or said.kind != "remark" or block.indent <= self.shape.base or self.flow.folded[said.end - 1] not in "。?」)":
            return None
        return Opening(voice.answers, block.start, "opinion.legend", label=voice.label, act=voice.act)

    def _line(self, block: Block) -> bool:
        """Whether a line holds no words of anybody, by its form alone."""
        told = read_line(self.flow, block, self.legend)
        if told is not None:
            self._close(told)
        return told is not None

    def _in_cell(self, block: Block) -> bool:
        """Whether a paragraph is the cell of a table, told by its place among the others."""
        cells, said = self.known.cells, self.open
        if cells is not None and cells.numbers(block):
            self._close(Told(block.start, block.end, True, "label"))
            return True
        opened = cells.lone(block) if cells is not None and not leads_on(self.flow.words(block)) else None
        if opened is not None and cells is not None and cells.goes_on(block) and said is not None and said.text is not None:
            said.end, said.text = block.end, (said.text[0], block.end)
        elif opened is not None:
            self._begin(opened, block.start, block, block.indent)
        return opened is not None

    def _in_stack(self, block: Block) -> bool:
        """Whether a line is of a table that has a cell a line: one of its heads, or a cell, told by its place among the others."""
        if block.start not in self.known.stacked:
            return False
        cell = self.known.stacked[block.start]
        if cell is not None:
            self._drop_label()
            self._flush(leads=True)
            self._said(cell.opened, cell.start, cell.end)
        elif self.open is None or block.end > self.open.end:
            # The name of who spoke is of what he said.
            self._close(Told(block.start, block.end, True, "label"))
        return True

    def _in_row(self, block: Block) -> bool:
        """Whether a line is a row of a table, with a question and its answer."""
        cells = self.known.cells.row(block) if self.known.cells is not None else None
        if cells is None and self.known.cells is not None and (block.indent, block.start) == self.rows and not block.gap:
            cells = self.known.cells.unanswered(block)
        if cells is None:
            return False
        framed = "|" in self.flow.text[block.start : block.end]
        self.rows = None if framed or self.below is None else (block.indent, self.below.start)
        if not cells:
            self._close(Told(block.start, block.end, True, "label"))
            return True
        self._drop_label()
        self._flush(leads=True)
        self.shape = Shape(block.indent, block.indent)
        for cell in cells:
            self._said(cell.opened, cell.start, cell.end)
        if framed:
            # The frame of the table closes what is said in its cells.
            self.open = None
        return True

    def _led(self, block: Block) -> bool:
        """Whether the sentence above tells who speaks in a paragraph."""
        led, said = self.known.led.get(block.start), self.open
        if led is None:
            return False
        if led.goes_on and said is not None and said.text is not None:
            said.end, said.text = block.end, (said.text[0], block.end)
            return True
        if led.act is Act.EXPLANATION or (led.explains and not self.openings.asked):
            self._presents(led, block)
            return True
        self.introduced = True
        self._begin(Opening(led.answer, block.start, "opinion.led", label=led.label, act=led.act), block.start, block, block.indent)
        if led.to_all and self.open is not None and self.open.kind == "response":
            self.open.replies = self.round.remarks
        return True

    def _presents(self, led: Led, block: Block) -> None:
        """The words of a presentation that the sentence above announces, which is no speech of its own then."""
        self._drop_label()
        self._flush()
        # …次のとおり説明があり、了承された。
        at = next((at for at in range(len(self.entries) - 1, -1, -1) if not isinstance(self.entries[at], Decided)), -1)
        above = self.entries[at] if at >= 0 else None
        if isinstance(above, Said) and above.text is None:
            self.entries[at] = as_introduction(above)
        self.open = Said("explanation", block.start, block.end, None, (block.start, block.end), led.label, act=Act.EXPLANATION,
                         rule="opinion.led", mode=SpeechMode.INDIRECT)  # fmt: skip
        self.entries.append(self.open)

    def _signs(self, block: Block) -> bool:
        """Whether a line is the name below the words it signs, which are then his."""
        said = self.open
        signed = self.openings.signature(block) if said is not None and said.who is None else None
        if signed is None or said is None or signed[0] != block.start:
            return False
        said.end = block.end
        self._sign(said, signed[1])
        return True

    def _sign(self, said: Said, name: Slice) -> None:
        """The open speech is that of who signs it below; an official's answers the one before it."""
        said.who, said.label = name, None
        if said.kind == "remark" and stands_apart(squeeze(self.flow.folded[slice(*name)])):
            self.round.turn_to_answer(said)

    # -- speeches --------------------------------------------------------------------------

    def _below_label(self, label: Opening, place: Block, block: Block, opened: Opening | None) -> bool:
        """The block below a label that stands alone: its words, or the first of a list of them."""
        gapped = self.openings.by_gap(block) if opened is None else None
        if gapped is not None:
            self.label, self.openings.gapped = None, True
            self._tell(place, "introduction")
            self._begin(gapped, block.start, block, block.indent)
            return True
        second = self.openings.bullets.second if self.openings.bullets else None
        if opened is not None and opened.number is not None and opened.who is None and label.label is not None:
            # 〈委員の意見・質問〉 / ［意見１］ …: whose the numbered ones below are.
            self.openings.speak(label)
        if (opened is not None and opened.bullet is None) or begins_report(self.flow.words(block)) or reports_behind_number(self.flow.words(block)):
            return False
        self.label = None
        if opened is None or opened.bullet == second:
            self._begin(evolve(label, text=block.start), place.start, block, place.indent)
            return True
        self._flush(leads=True)
        self._tell(place, "introduction")
        self.introduced = True
        self.openings.section = evolve(label, rule=PRESENTED if label.rule == PRESENTED else "opinion.section", word=None)
        first = self.openings.find(block) or opened
        if first.text >= block.end:
            # (3) 大野原町長 / (4) 沢渡市長: a label below a label.
            self.label = (first, block)
        else:
            self._begin(first, block.start, block, block.indent)
        return True

    def _begin(self, opened: Opening, start: int, block: Block, base: int) -> None:
        self._drop_label()
        if opened.rule in LABELS and not (opened.answer and opened.number is not None):
            # 〔①への回答〕 is one of the answers that the sentence above leads to.
            self.openings.section = None
        if opened.rule == "opinion.arrow" and opened.label is not None and self.open is None:
            # Below what is told, an arrow that the legend has not may point to anything: ・７月に視察する。 / →８月に答申する。
            opened = evolve(opened, label=None)
        unnamed = opened.who is None and self._side(opened) is None
        signed = self._signed_below() if unnamed else None
        if signed:
            opened, unnamed = evolve(opened, label=signed), False
        if unnamed and not self._of_nobody(opened, block.end):
            # No list of opinions is known to stand here: the words stay, as told.
            self._flush()
            self.entries.append(Told(start, block.end, True, "opinion"))
            self.open = None
            return
        self._flush(leads=True)
        column = self.flow.column(block, opened.text)
        self.shape = Shape(base, block.indent, column if start == block.start and column >= base + _FAR else 0, block.gap)
        said = self._said(opened, start, block.end)
        if said.kind == "remark" and said.text is not None:
            self._split(said, opened, block)

    def _of_nobody(self, opened: Opening, end: int) -> bool:
        """Whether what nobody is named for is an opinion or an answer all the same: a point below 主な意見, an arrow below one."""
        if is_party(squeeze(self.flow.folded[opened.text : end])):
            return False
        if opened.rule == "opinion.arrow":
            return opened.answer and self.openings.asked
        return (self.introduced and (opened.bullet is not None or opened.rule == "opinion.led")) or opened.bullet in self.known.answered

    def _signed_below(self) -> str | None:
        """Who said a paragraph, where the next line is nothing but his name, or goes on with his words and ends in it."""
        signed = self.openings.signature(self.below) if self.below is not None else None
        if signed is None or self.below is None or not (signed[0] == self.below.start or self._goes_below(self.below)):
            return None
        return clean(self.flow.text[slice(*signed[1])])

    def _goes_below(self, block: Block) -> bool:
        """Whether a line right below a point is none itself: ・配り間違いが一番怖い。 / トレイの色を変えるだけでも違う。（委員）"""
        bullets = self.openings.bullets
        return bullets is not None and block.start not in bullets.found and not block.gap

    def _said(self, opened: Opening, start: int, end: int) -> Said:
        if opened.answer and _PRESENTED.fullmatch(self.flow.folded, opened.text, end):
            return self._presented(opened, start, end)
        # An arrow answers, even what nobody is known to have said.
        replying = opened.answer and (self.openings.asked or opened.rule == "opinion.arrow")
        verbatim = opened.rule == "opinion.part" and _POLITE.search(self.flow.folded, end - 12, end)
        # Whose marks answer explains where nothing was asked before.
        explains = opened.rule == PRESENTED or (opened.answer and not replying and opened.rule == "opinion.legend")
        replying &= not explains
        said = Said(
            "response" if replying else "explanation" if explains else "remark", start, end, opened.who, (opened.text, opened.stop or end),
            None if opened.who else self._side(opened), act=opened.act, rule=opened.rule,
            mode=SpeechMode.VERBATIM if verbatim else SpeechMode.INDIRECT,
        )  # fmt: skip
        if replying:
            self.round.answer(said, opened)
        elif not explains:
            self.round.ask(said, opened.number)
            self.openings.asked, self.openings.asking = True, opened.bullet
        self.entries.append(said)
        self.open = said
        return said

    def _presented(self, opened: Opening, start: int, end: int) -> Said:
        """●（資料１に基づき説明）: that the side presented, without what it said."""
        said = Said("explanation", start, end, opened.who, None, None if opened.who else self._side(opened), act=Act.EXPLANATION,
                    rule=opened.rule, mode=SpeechMode.TOPIC)  # fmt: skip
        self.entries.append(said)
        self.open = None
        return said

    def _side(self, opened: Opening) -> str | None:
        """The words that name the side: the label's, the introduction's, or the part's own."""
        if opened.label:
            return opened.label
        intro = self.openings.intro
        voice = intro.answerer if opened.answer else intro.asker
        if voice is not None and opened.word is not None and intro.answerer is None and _ANSWER_BY_NOBODY.match(self.flow.folded, voice.place[1]):
            # The words 質問 and 回答 tell both sides, of which the phrase names but one.
            voice = None
        if voice is not None and opened.word is not None and intro.answerer is None and self._asks_elsewhere(voice):
            # Q:…, below 主な質疑は以下のとおり。, after an item in which 構成員 gave opinions
            voice = None
        if voice is None and not opened.answer and self.legend and (self.introduced or self.openings.arrows_answer) and opened.word is None:
            voice = self.legend.members
        if voice is None and opened.rule == "opinion.list" and self.legend is not None:
            voice = self.legend.asks_alone
        if voice is None and opened.word is not None:
            # 質　　問, which fills its column
            return squeeze(self.flow.text[slice(*opened.word)])
        return voice.label if voice else None

    def _asks_elsewhere(self, voice: Voice) -> bool:
        """Whether a sentence of another item named who asks, which tells of that one; what stands above all items tells of each."""
        if not (self.blocks and self.begin <= voice.place[0] < self.flow.blocks[self.blocks[0]].start):
            return False
        # A sentence with no point below it leads to those of the next heading.
        below = bisect_right(self.flow.blocks, voice.place[0], key=lambda block: block.start)
        start = self.flow.blocks[below].start
        return self.flow.folded[start] in _POINTS_BELOW or self.flow.folded.startswith(_PARTS_BELOW, start)

    def _split(self, said: Said, asked: Opening, block: Block) -> None:
        """An answer behind an arrow or in brackets, in the paragraph of its question, is a speech of its own, and what is asked behind it another."""
        while said.kind == "remark" and said.text is not None:
            found = self.openings.inline(*said.text, block)
            if found is None or found[0] <= said.text[0] or found[1].text >= block.end or not (found[1].who or self._side(found[1])):
                return
            at, opened = found
            said.end, said.text = at, (said.text[0], min(said.text[1], at))
            rest = self.flow.folded[opened.stop + 1 : block.end] if opened.stop is not None and self.flow.folded[opened.stop] == ")" else ""
            end = block.end - len(rest.lstrip())
            self._said(opened, at, end)
            if end == block.end:
                return
            said = self._said(evolve(asked, text=end), end, block.end)

    # -- paragraphs that go on -------------------------------------------------------------

    def _goes_on(self, block: Block) -> bool:
        """Whether a block continues the open speech, which then holds it too."""
        said = self.open
        if said is None or said.text is None or said.text[1] < said.end or not (self._signed_on(said, block) or goes_on(self.flow, said, self.shape, block)):
            return False
        signed = self.openings.signature(block) if said.who is None else None
        said.end, said.text = block.end, (said.text[0], signed[0] if signed else block.end)
        if signed is not None:
            self._sign(said, signed[1])
        return True

    def _signed_on(self, said: Said, block: Block) -> bool:
        """Whether a line right below a point that nobody is named for ends in the name of who said both."""
        return said.who is None and self._goes_below(block) and self.openings.signature(block) is not None

    # -- the rest --------------------------------------------------------------------------

    def _decides(self, words: str) -> bool:
        return is_decision(words, self.flow.habits.decisions)

    def _resolves(self, opened: Opening, words: str) -> bool:
        """Whether what nobody is named for was decided; behind an arrow a plan of the side that answers is none: →…を１年置くこととした。"""
        return self._decides(words) and (opened.rule != "opinion.arrow" or _RESOLVED.search(words) is not None)

    def _passed(self, opened: Opening, words: str) -> bool:
        """Whether a point of the list tells what was decided: - 素案を…次回の委員会で審議することとされた。, ・採決の結果、計画を承認。"""
        told = opened.rule in ("opinion.list", "opinion.section") and opened.who is None
        return told and (_PASSED.search(words) or _PUT_TO_VOTE.match(words)) is not None and self._decides(words)

    def _concludes(self, start: int, block: Block) -> bool:
        """Whether an arrow points to what was decided and to no answer: ⇒　協議の結果、全会一致で承認された。"""
        words = self.flow.folded[start : block.end]
        tabled = self.legend is not None and self.legend.cells is not None
        return (tabled or _CONCLUDED.match(words) is not None) and self._decides(words[: words.find("。") + 1] or words)

    def _result(self, block: Block) -> bool:
        """A result line, or the label of one that stands on the next."""
        announced, self.result = self.result, is_result_label(self.flow, block)
        if self.result:
            self.decided = _DECIDED_POINTS in self.flow.words(block)
            self._close(Told(block.start, block.end, True, "introduction"))
            return True
        above = self.entries[-1] if self.entries and not self.waiting else None
        added = isinstance(above, Decided) and above.rule == "result" and self.listed and self._adds(block)
        self.listed = announced or added
        announced = announced or added
        decided = read_result(self.flow, block) if self.label is None else None
        if decided is None and announced:
            decided = labelled_result(self.flow, block.start, block.end)
        if decided is not None:
            self._close(decided)
        return decided is not None

    def _adds(self, block: Block) -> bool:
        """Whether a paragraph below a result is of it: なお、…, or a further sentence right below 決定事項."""
        further = self.decided and not block.gap and self.flow.folded[block.end - 1] == "。"
        return further or _ADDED.match(self.flow.words(block)) is not None

    def _close(self, entry: Entry) -> None:
        self._drop_label()
        self._flush()
        self.entries.append(entry)
        self.open = self.openings.section = None

    def _narrate(self, index: int, block: Block, position: int) -> None:
        self._drop_label()
        self.open = None
        words = self.flow.words(block)
        if names_nothing(words):
            self._tell(block, "nothing")
        elif "。" not in words and len(words) <= _LINE and self._leads(position) and not (begins_report(words) or explains(words)):
            self._tell(block, "introduction")
        else:
            if self.waiting and self.waiting[-1] != index - 1:
                self._flush()
            self.waiting.append(index)
        bullets = self.openings.bullets
        if bullets is None or block.start not in bullets.found:
            self.openings.muted = presents(words)
        if introduces(words):
            self._introduce(block, words)

    def _introduce(self, block: Block, words: str) -> None:
        """Take from an introducing sentence who speaks below, and whether answers alone follow."""
        openings = self.openings
        self.introduced = True
        begin = block.start + last_sentence(words)
        openings.pending.append((begin, block.end))
        openings.section = None
        openings.asked = openings.asked or _TO_EARLIER.search(words) is not None
        said = read_intro(self.flow, begin, block.end) if openings.asked else None
        if said is not None and said.answerer is not None and said.asker is None:
            voice = said.answerer
            openings.section = Opening(True, 0, "opinion.section", label=voice.label, act=voice.act)
            openings.lent = True

    def _leads(self, position: int) -> bool:
        """Whether the next block opens a speech."""
        following = self.blocks[position + 1 : position + 2]
        return bool(following) and self.openings.find(self.flow.blocks[following[0]]) is not None

    def _drop_label(self) -> None:
        """A label nothing came to is told."""
        if self.label is not None:
            place, self.label = self.label[1], None
            self._tell(place, "label")

    def _tell(self, block: Block, rule: str) -> None:
        self._flush()
        self.entries.append(Told(block.start, block.end, True, rule))

    def _answer_above(self, found: Sequence[Entry]) -> None:
        """これに対し、事務局から…旨の回答があった below an opinion answers it, and so does 局長は「…」と述べた right below one."""
        for entry in found:
            if not isinstance(entry, Said):
                return
            open_ = entry.kind == "response" and not entry.replies
            above = _remark_above(self.entries) if open_ else None
            lead = self.flow.folded[max(0, entry.start - _CONNECTIVE) : entry.start]
            if above is not None and ("これ" in lead or "この点" in lead):
                entry.replies = _remarks_above(self.entries) if "これら" in lead else [above]
                entry.link = ReplyLink.CONNECTIVE
            elif (open_ or (entry.kind == "remark" and not any(entry in one.replies for one in found if isinstance(one, Said)))) and self._answers_right_below(entry):
                entry.kind, entry.replies, entry.link = "response", self.round.remarks[-1:], ReplyLink.ROLE_ORDER
            elif entry.kind == "remark":
                return

    def _answers_right_below(self, said: Said) -> bool:
        """Whether the quoted words of an official stand right below an opinion."""
        last = self.entries[-1] if self.entries else None
        below = isinstance(last, Said) and last.kind == "remark" and self.round.remarks[-1:] == [last]
        return below and said.mode is SpeechMode.QUOTED and said.who is not None and answers(squeeze(self.flow.folded[slice(*said.who)]))

    def _flush(self, *, leads: bool = False) -> None:
        """Hand the waiting blocks to the reader of sentences; ``leads`` when a speech opens next.

        The 意見があった that introduces a list is no speech of its own.
        """
        if not self.waiting:
            return
        found = self.sentence(range(self.waiting[0], self.waiting[-1] + 1))
        self._answer_above(found)
        last = self.flow.blocks[self.waiting[-1]]
        leads = leads and introduces(self.flow.words(last))
        self.entries += [as_introduction(e) if is_hollow(e) and ((leads and e.start >= last.start) or points_below(self.flow, e)) else e for e in found]
        self.waiting = []


def _remark_above(entries: Sequence[Entry]) -> Said | None:
    return next((e for e in reversed(entries) if isinstance(e, Said) and e.kind == "remark"), None)


def _remarks_above(entries: Sequence[Entry]) -> list[Said]:
    """The remarks made since somebody last answered or explained, in order."""
    saids = (entry for entry in reversed(entries) if isinstance(entry, Said))
    return [*takewhile(lambda said: said.kind == "remark", saids)][::-1]
