"""Opinion lists, questions and answers, and items with nothing but a result (tier 3).

A paragraph opens a speech by its mark (○, →, with or without a legend), by the name of a side in
brackets （局側）, or by the word of its part (Q, 回答, 問). Who speaks is told by the label, by the legend,
or by the sentence that introduces the list; a list of nobody's words stays narration. An answer
belongs to the opinion above it; answers in a block of their own belong to opinions of one number.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from itertools import pairwise
from typing import TypeVar

from attrs import define, evolve, field

from minutes_model.grammar.bullets import (
    Bullets,
    begins_report,
    explains,
    find_bullets,
    introduces,
    reported_in_brackets,
    reports,
)
from minutes_model.grammar.cells import paired_cells
from minutes_model.grammar.column_heads import ASKS, Row, are_heads, are_table_heads, read_row
from minutes_model.grammar.draft import Decided, Entry, Said, Slice, Told
from minutes_model.grammar.led import Led, greeting, led_paragraphs
from minutes_model.grammar.legend import ARROWS, Intro, Legend, answers, is_party, presents, read_intro
from minutes_model.grammar.openings import (
    Opening,
    Openings,
    ends_signed,
    has_heads,
    is_signature,
    marks_before_names,
    names_nothing,
    stands_apart,
)
from minutes_model.grammar.outcomes import is_decision
from minutes_model.grammar.results import is_result_label, labelled_result, read_result
from minutes_model.grammar.stages import is_stage, read_movement
from minutes_model.layout import FRAME, Block, Flow
from minutes_model.model.enums import Act, ReplyLink, SpeechMode
from minutes_model.patterns import regex
from minutes_model.text import clean, squeeze

__all__ = ["Sentences", "read_opinions"]

Sentences = Callable[[range], list[Entry]]
_Found = TypeVar("_Found")
"""Reads the blocks that are no opinions: the reader of reported speech."""

_CLOSES = regex(
    r"(?:以上|これら|(?:採点|投票|集計|審査|評価)の結果|審[議査]|採決|協議|検討|議論|質疑|討[論議]|採点|投票|審査|次回|次に、|続いて|よって|本[件案]|原案|"
    r"異議なく|全会一致|全員|互選)"
)
_PRESENTED = regex(r"[(\[《<][^()\[\]《》<>。]{0,40}(?:説明|報告|紹介)(?:した|する)?。?[)\]》>]")
_TALLIED = regex(r"(?:採点|投票|集計|開票|審査|評価)の結果(?:は|、)")
_POLITE = regex(r"(?:です|ます|ました|ません|でしょうか|ますか|ですか|ください)。?$")
_LABELS = frozenset(("opinion.part", "opinion.bracket", "opinion.colon", "opinion.gap"))
_GO_ON = _LABELS | {"opinion.legend"}
"""What opens a speech whose further paragraphs need not stand deeper than its first line."""
_REPLY_OPENS = frozenset(f"([【<{ARROWS}")
_BULLET = regex(r"[・○●◇◆-] *")
_NAME_IN_CELL = regex(r"\((?P<inner>[^()、。]{2,20})\) ?:? *")
_CONCLUDED = regex(r" *(?:(?:結論|結果|評価結果|審議結果|判定) ?:|(?:以上|これら)?.{0,8}(?:協議|審[議査]|採決|検討|評決|討議)の結果|全会一致|全員(?:一致|賛成)|賛成[多全]数|異議なく|原案|(?:一部|字句)(?:を|の)?修正|提案のとおり|事務局案)")
_TO_EACH = regex(r" *(?:いずれ|両方|どちら|全て|すべて|以上|[2二]つ|[2二]点)の(?:御|ご)?(?:意見|質問|質疑|指摘|要望)(?:も|に)")
"""いずれの御意見も: an answer to every opinion since the last answer."""
_ADDED = regex(r" *(?:なお|ただし|また)、")
"""How a sentence begins that adds to the result above it."""
_COUNT = regex(r"(?:No|NO|№)[. ]?\d{1,3}")
_TO_EARLIER = regex(r"(?:質問|意見|質疑|指摘|要望)(?:等|事項)?(?:に対し|に対する|への)")
"""What a sentence says that leads to answers of what an item above asked."""
_FINISHED = "。」?!)』"
_CONNECTIVE = 12
"""Within how many characters before its speaker an answer says what it answers: これに対して、."""
_WORD = 16
"""How long a bullet may be that is itself the result: ・原案どおり可決."""
_NEXT = regex(r" *次回(?:の[^、。]{1,12})?は、?[^。]*(?:開催|予定|実施|開[くき])(?:する|します|とする|である|です|ます)?。?$")
"""次回は、10月上旬に開催する。, below a blank line."""
_IS_QUOTED = regex(r". ?「.*」(?: ?\([^()]{1,12}\))?")
"""・「…」, a point that is a quotation as a whole."""
_HEADED = regex(r"[<〈《【\[≪][^<>〈〉《》【】\[\]≪≫。]{2,16}[>〉》】\]≫]")
"""＜質疑応答＞, on a line of its own."""
_NOTE_BEHIND = regex(r"\([^()]{1,12}\)")
_MOVES = regex(r"[^、。「」]{1,24}が、?(?:入室|退室|退席|退出|入場|退場|離席|着席|復席)(?:し|した|しました)(?:[、。])")
"""設置者が退室し、審議を行った。"""
_SHORT_LABEL = 2
_FAR = 4
"""How far, in columns, the words stand behind what opens them where a line right below them can only go on."""
_BELOW = regex(r" *(?:次|以下|下記)の(?:よう|とおり|通り|意見|質問)")
_NO_QUESTION = regex(r"[(\[【<〈《] ?(?:討 ?論|採 ?決|表 ?決|議 ?決|賛 ?否|(?:審[査議]の?)?結 ?[果論]|まとめ) ?[)\]】>〉》]")
"""【討論】 beside 【質疑】 and 【答弁】."""
_ENCLOSES = frozenset("([<〈《【")
_EXPLAINS = regex(r"[\[【<〈《](?P<who>[^()\[\]【】<>]{2,12}?)(?:からの|より|の)?(?:説明|報告)[\]】>〉》] *(?:[^。]{0,30}(?:により|に基づき|に沿って|を用いて|について)[^。]{0,8}(?:説明|報告)(?:した|があった)?。?)")
_RESOLVED = regex(r"(?:承認|可決|了承|議決|採択|同意|決定)(?:され|し|と[しな])[^。]{0,6}。?$")
_LEADS = regex("(?:次|以下|下記)の")
_LINE = 60
"""How long a line may be that only announces what comes below it."""


def read_opinions(
    flow: Flow, blocks: Sequence[int], legend: Legend | None, *, sentence: Sentences, title: str = "", item: str = "", usual: set[str] | None = None
) -> list[Entry]:
    """The entries of one agenda item, in order; what is no opinion is read by ``sentence``.

    ``title`` is that above the blocks: 主な意見 introduces what stands below it; ``item`` the agenda item's own. ``usual`` are the marks of opinions in
    the items before, to which those of this one are added.

    >>> from minutes_model.layout import lay_out
    >>> flow = lay_out("委員からの意見は次のとおり。\\n・歩道が狭い。\\n（事務局）広げる。")
    >>> said = read_opinions(flow, range(3), None, sentence=lambda blocks: [])
    >>> [(s.kind, s.label or flow.text[slice(*s.who)], flow.text[slice(*s.text)]) for s in said]
    [('remark', '委員', '歩道が狭い。'), ('response', '事務局', '広げる。')]
    """
    return _Reader(flow, blocks, legend, sentence, introduced=introduces(title), title=title, usual=set() if usual is None else usual, item=item).read()


@define(eq=False, repr=False)
class _Reader:
    """Walks the paragraphs of one item.

    ``waiting`` are blocks for the reader of sentences; ``label`` is an opening that stands alone on
    its line; ``open`` the speech that a further paragraph may continue, ``indents`` those of its
    opening and of its words, ``column`` where its words begin behind a letter, ``listed`` that a label of
    results stands above the line before; ``round`` the numbered remarks since the last answer.
    """

    flow: Flow
    blocks: Sequence[int]
    legend: Legend | None
    sentence: Sentences
    openings: Openings = field(init=False)
    entries: list[Entry] = field(factory=list)
    waiting: list[int] = field(factory=list)
    label: tuple[Opening, Block] | None = None
    result: bool = False
    open: Said | None = None
    indents: tuple[int, int] = (0, 0)
    column: int = 0
    listed: bool = False
    round: list[tuple[int | None, Said]] = field(factory=list)
    answered: bool = False
    replied: list[Said] = field(factory=list)
    introduced: bool = False
    answered_by_arrows: Set[str | None] = frozenset()
    usual: set[str] = field(factory=set)
    cells: Mapping[int, bool] = field(factory=dict)
    led: Mapping[int, Led] = field(factory=dict)
    below: Block | None = None
    title: str = ""
    item: str = ""
    readers: tuple[Callable[[Block], bool], ...] = ()

    def __attrs_post_init__(self) -> None:
        known = self.legend
        intro = Intro(known.asker, known.answerer) if known else Intro(None, None)
        right = known.cells.right if known and known.cells else 0
        self.introduced = self.introduced or right > 0
        bullets = find_bullets(self.flow, self.blocks, known, introduced=self.introduced, usual=self._usual())
        if bullets is not None:
            self.usual |= bullets.marks
        self.cells = self._by_start(paired_cells(self.flow, self.blocks)) if known and known.cells and bullets is None else {}
        signatures = self._signatures(bullets)
        signed = signatures > 1
        if bullets is not None and not signatures:
            self.answered_by_arrows = self._answered_by_arrows(bullets)
        self.openings = Openings(self.flow, known, bullets, intro, signed=signed, headed=bullets is not None and has_heads(self.flow, bullets), right=right,
                                 named=marks_before_names(self.flow, bullets) if bullets is not None else frozenset())
        if not self.cells:
            led = led_paragraphs(self.flow, self.blocks, self._opens, self.title)
            if bullets is not None:
                # Beside marks only a presentation has paragraphs of its own.
                led = {index: one for index, one in led.items() if one.act is Act.EXPLANATION}
            elif not led:
                led = greeting(self.flow, self.blocks, self.item, self._opens)
            self.led = self._by_start(led)
        columned = known is not None and known.cells is not None
        self.readers = (
            *((self._signs,) if self.openings.signed else ()), self._stage, self._explained, self._heads,
            *((self._in_row,) if columned else ()), *((self._in_cell,) if self.cells else ()), *((self._led,) if self.led else ()),
        )  # fmt: skip

    def _by_start(self, found: Mapping[int, _Found]) -> dict[int, _Found]:
        """What was found of paragraphs by their indexes, by where they start."""
        return {self.flow.blocks[index].start: value for index, value in found.items()}

    def _opens(self, block: Block) -> bool:
        """Whether a paragraph tells by itself whose words it holds."""
        return (self.openings.find(block) or self.openings.by_gap(block)) is not None

    def _signatures(self, bullets: Bullets | None) -> int:
        """How many paragraphs end with a name in brackets, or have it on a line of its own between two bullets."""
        blocks, found = [self.flow.blocks[index] for index in self.blocks], bullets.found if bullets else {}
        count = sum(ends_signed(self.flow, block) for block in blocks)
        for above, block, below in zip(blocks, blocks[1:], [*blocks[2:], None], strict=False):
            between = above.start in found and (below is None or below.start in found)
            count += between and self.flow.folded[block.start] == "(" and is_signature(self.flow, block)
        return count

    def _answered_by_arrows(self, bullets: Bullets) -> Set[str | None]:
        """The marks below whose points arrows stand: ◇…ではないか。 / ⇒…する。 tells opinions without a word that leads to them."""
        starts = [self.flow.blocks[index].start for index in self.blocks]
        pairs = ((bullets.found[above].mark, bullets.found[below].mark) for above, below in pairwise(starts) if above in bullets.found and below in bullets.found)
        return {mark for mark, reply in pairs if reply in ARROWS and mark in bullets.marks}

    def _replies(self) -> bool:
        """Whether a paragraph opens as answers do: （事務局）…, →…; an official's own points have none."""
        return any(self.flow.folded[self.flow.blocks[index].start] in _REPLY_OPENS for index in self.blocks)

    def _usual(self) -> set[str]:
        """The marks that opened opinions before and do here: points that end as questions and wishes do, or beside replies."""
        points = [words for index in self.blocks if (words := self.flow.words(self.flow.blocks[index]))[:1] in self.usual]
        asking = sum(ASKS.search(words) is not None or _IS_QUOTED.fullmatch(words) is not None for words in points) * 2 > len(points)
        return self.usual if asking or self._replies() else set()

    def read(self) -> list[Entry]:
        for position, index in enumerate(self.blocks):
            block = self.flow.blocks[index]
            self.below = self.flow.blocks[self.blocks[position + 1]] if position + 1 < len(self.blocks) else None
            if not self._legend(block) and not self._counts(block):
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
            if reads(block):
                return
        self._opened(index, block, position)

    def _opened(self, index: int, block: Block, position: int) -> None:
        """A paragraph by its opening: it begins a speech or a label, goes on with one, or is told."""
        opened = self.openings.find(block)
        if opened is not None and opened.rule == "opinion.arrow" and opened.who is None and self._concludes(opened.text, block):
            opened = None
        if (opened is None or 0 < block.end - opened.text < _WORD) and self._result(block):
            return
        if self.label is not None and self._below_label(*self.label, block, opened):
            return
        opened = opened or self._signed_anew(block)
        if opened is not None and opened.who is None and self._side(opened) is None and self._resolves(opened, self.flow.folded[opened.text : block.end]):
            # ◎発言の順序は、抽選の結果のとおりとすることに決定した。
            opened = None
        if opened is None:
            if not self._goes_on(block):
                self._narrate(index, block, position)
        elif opened.text >= block.end:
            self._drop_label()
            self.open, self.label = None, (opened, block)
        else:
            self._begin(opened, block.start, block, block.indent)

    def _signed_anew(self, block: Block) -> Opening | None:
        """A paragraph that bears a name in brackets of its own, below one whose words another name has closed."""
        said = self.open
        if said is None or said.text is None or said.text[1] == said.end or not self.openings.signed:
            return None
        opened = self.openings.by_signature(block)
        return opened if opened is not None and opened.who is not None else None

    def _heads(self, block: Block) -> bool:
        """Whether a line is the heads of a table's columns."""
        columns = self.legend is not None and self.legend.cells is not None
        heads = are_table_heads(self.flow, block) or (columns and are_heads(self.flow, block))
        if heads:
            self._close(Told(block.start, block.end, True, "columns"))
        return heads

    def _in_cell(self, block: Block) -> bool:
        """Whether a paragraph is the cell of a table, told by its place among the others."""
        replies = self.cells.get(block.start) if not _leads_on(self.flow.words(block)) else None
        if replies is not None:
            self._begin(self._of_cell(block.start, replies=replies), block.start, block, block.indent)
        return replies is not None

    def _in_row(self, block: Block) -> bool:
        """Whether a line is a row of a table, with a question and its answer."""
        columns = self.legend.cells if self.legend is not None else None
        row = read_row(self.flow, block, columns) if columns is not None else None
        if row is not None:
            self._row(row, block)
        return row is not None

    def _row(self, row: Row, block: Block) -> None:
        self._drop_label()
        self._flush(leads=True)
        self.indents = (block.indent, block.indent)
        start, end = row.asked
        bullet = _BULLET.match(self.flow.folded, start, end)
        stop = start + len(self.flow.folded[start:end].rstrip())
        opened = self._by_name(self._of_cell(bullet.end() if bullet else start, replies=False), stop)
        if row.who is not None and is_party(squeeze(self.flow.folded[slice(*row.who)])):
            opened = evolve(opened, who=row.who, label=None)
        if opened.text < stop:
            self._said(opened, start if row.who is None else min(start, row.who[0]), stop)
        if row.replied is not None:
            start, end = row.replied
            bullet = _BULLET.match(self.flow.folded, start, end)
            self._said(self._by_name(self._of_cell(bullet.end() if bullet else start, replies=True), end), start, end)
        if "|" in self.flow.text[block.start : block.end]:
            # The frame of the table closes what is said in its cells.
            self.open = None

    def _by_name(self, opened: Opening, end: int) -> Opening:
        """What a cell opens that begins with who speaks in it: （市民税課）勧告を行った翌年の…."""
        found = _NAME_IN_CELL.match(self.flow.folded, opened.text, end)
        if found is None or found.end() == end or not (is_party(found["inner"]) or found["inner"] in self.flow.habits.sides or answers(found["inner"])):
            return opened
        return evolve(opened, who=found.span("inner"), label=None, text=found.end())

    def _led(self, block: Block) -> bool:
        """Whether the sentence above tells who speaks in a paragraph."""
        led, said = self.led.get(block.start), self.open
        if led is None:
            return False
        if led.goes_on and said is not None and said.text is not None:
            said.end, said.text = block.end, (said.text[0], block.end)
            return True
        if led.act is Act.EXPLANATION:
            self._presents(led, block)
            return True
        self.introduced = True
        self._begin(Opening(led.answer, block.start, "opinion.led", label=led.label, act=led.act), block.start, block, block.indent)
        if led.to_all and self.open is not None and self.open.kind == "response":
            self.open.replies = [remark for _, remark in self.round]
        return True

    def _presents(self, led: Led, block: Block) -> None:
        """The words of a presentation that the sentence above announces, which is no speech of its own then."""
        self._drop_label()
        self._flush()
        above = self.entries[-1] if self.entries else None
        if isinstance(above, Said) and above.text is None:
            self.entries[-1] = _told(above)
        self.open = Said("explanation", block.start, block.end, None, (block.start, block.end), led.label, act=Act.EXPLANATION,
                         rule="opinion.led", mode=SpeechMode.INDIRECT)  # fmt: skip
        self.entries.append(self.open)

    def _of_cell(self, start: int, *, replies: bool) -> Opening:
        """What the cell of a table opens: the words of the side that its column is of."""
        known = self.legend
        voice = (known.answerer if replies else known.asker or known.members) if known else None
        label = voice.label if voice else None
        return Opening(replies, start, "opinion.cell", label=label or ("回答" if replies else "質問"), act=Act.ANSWER if replies else Act.UNSPECIFIED)

    def _stage(self, block: Block) -> bool:
        """Whether a line in brackets tells of people who come or leave: ＜第１申請者　退室＞."""
        moved = read_movement(self.flow, block) if is_stage(self.flow, block) else None
        if moved is not None:
            self._close(moved)
        return moved is not None

    def _explained(self, block: Block) -> bool:
        """Whether a line in brackets tells who explained the item: （経営企画課から説明）."""
        habits = self.flow.habits
        enclosed = self.flow.folded[block.start] in _ENCLOSES
        who = reported_in_brackets(self.flow.words(block), habits.houses | habits.sides) if enclosed else None
        if who is not None:
            place = block.start + who[0], block.start + who[1]
            self._close(Said("explanation", block.start, block.end, place, None, None, act=Act.EXPLANATION, rule="opinion.bracket", mode=SpeechMode.TOPIC))
        return who is not None or (enclosed and self._explained_behind(block))

    def _explained_behind(self, block: Block) -> bool:
        """Whether a label in brackets tells who explained, by what papers: 〔事務局説明〕　資料１により説明。"""
        found = _EXPLAINS.fullmatch(self.flow.folded, block.start, block.end)
        if found is None or not is_party(found["who"]):
            return False
        self._close(Said("explanation", block.start, block.end, found.span("who"), None, None, act=Act.EXPLANATION, rule="opinion.bracket", mode=SpeechMode.TOPIC))
        return True

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
        asked = [entry for entry in self.round if entry[1] is not said]
        if said.kind == "remark" and asked and stands_apart(squeeze(self.flow.folded[slice(*name)])):
            self.round, self.answered = asked, True
            said.kind, said.replies, said.link = "response", [asked[-1][1]], ReplyLink.MARK

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
        if (opened is not None and opened.bullet is None) or begins_report(self.flow.words(block)):
            return False
        self.label = None
        if opened is None or opened.bullet == second:
            self._begin(evolve(label, text=block.start), place.start, block, place.indent)
            return True
        self._tell(place, "introduction")
        self.introduced = True
        self.openings.section = evolve(label, rule="opinion.section", word=None)
        self._begin(self.openings.find(block) or opened, block.start, block, block.indent)
        return True

    def _begin(self, opened: Opening, start: int, block: Block, base: int) -> None:
        self._drop_label()
        if opened.rule in _LABELS:
            self.openings.section = None
        if opened.who is None and self._side(opened) is None:
            opened = evolve(opened, label=self._signed_below())
        if opened.who is None and self._side(opened) is None and not self._of_nobody(opened, block.end):
            # No list of opinions is known to stand here: the words stay, as told.
            self._flush()
            self.entries.append(Told(start, block.end, True, "opinion"))
            self.open = None
            return
        self._flush(leads=True)
        self.indents = (base, block.indent)
        letter = self.flow.text[block.start : opened.text]
        column = block.indent + sum(1 if character.isascii() else 2 for character in letter)
        self.column = column if start == block.start and column >= base + _FAR else 0
        said = self._said(opened, start, block.end)
        if said.kind == "remark" and said.text is not None:
            self._split(said, block)

    def _of_nobody(self, opened: Opening, end: int) -> bool:
        """Whether what nobody is named for is an opinion or an answer all the same: a point below 主な意見, an arrow below one."""
        if is_party(squeeze(self.flow.folded[opened.text : end])):
            return False
        if opened.rule == "opinion.arrow":
            return opened.answer and self.openings.asked
        return (self.introduced and (opened.bullet is not None or opened.rule == "opinion.led")) or opened.bullet in self.answered_by_arrows

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
        explains = opened.answer and not replying and opened.rule == "opinion.legend"
        said = Said(
            "response" if replying else "explanation" if explains else "remark", start, end, opened.who, (opened.text, opened.stop or end),
            None if opened.who else self._side(opened), act=opened.act, rule=opened.rule,
            mode=SpeechMode.VERBATIM if verbatim else SpeechMode.INDIRECT,
        )  # fmt: skip
        if replying:
            self._answer(said, opened)
        elif not explains:
            self._ask(said, opened)
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
        if voice is None and not opened.answer and self.legend and (self.introduced or self.openings.arrows_answer) and opened.word is None:
            voice = self.legend.members
        if voice is None and opened.word is not None:
            return self.flow.text[slice(*opened.word)]
        return voice.label if voice else None

    def _ask(self, said: Said, opened: Opening) -> None:
        if self.answered:
            self.round, self.answered, self.replied = [], False, []
        self.round.append((opened.number, said))
        self.openings.asked, self.openings.asking = True, opened.bullet

    def _answer(self, said: Said, opened: Opening) -> None:
        """It answers the opinion above; in a block of answers that of its number, or a lone one."""
        self.answered = True
        own = {opened.number, *opened.also} - {None}
        numbered = [remark for number, remark in self.round if number in own]
        if own and len(numbered) == len(own):
            said.replies = numbered
        elif _TO_EACH.match(self.flow.folded, opened.text):
            said.replies = [remark for _, remark in self.round]
        elif opened.rule != "opinion.section" or len(self.round) == 1 or not self.replied:
            named = [remark for _, remark in self.round[:-1] if self._is_named(remark, said)]
            said.replies = [*named, *(remark for _, remark in self.round[-1:])]
        else:
            # Of several answers to several opinions none tells which it answers.
            self.replied[0].replies, self.replied[0].link = [], ReplyLink.NONE
        if opened.rule == "opinion.section":
            self.replied.append(said)
        said.link = ReplyLink.MARK if said.replies else ReplyLink.NONE

    def _is_named(self, remark: Said, answer: Said) -> bool:
        """Whether an answer begins with whose remark it takes up: 公述人Ｄの御意見については、…."""
        if remark.who is None or answer.text is None:
            return False
        label = squeeze(self.flow.folded[slice(*remark.who)])
        return len(label) > _SHORT_LABEL and squeeze(self.flow.folded[answer.text[0] : answer.text[0] + _WORD * 2]).startswith(label)

    def _split(self, said: Said, block: Block) -> None:
        """An answer behind an arrow in the paragraph of its question is a speech of its own."""
        assert said.text is not None
        found = self.openings.inline(*said.text, block)
        if found is None or found[0] <= said.text[0] or found[1].text >= block.end or not (found[1].who or self._side(found[1])):
            return
        at, opened = found
        said.end, said.text = at, (said.text[0], at)
        self._said(opened, at, block.end)

    # -- paragraphs that go on -------------------------------------------------------------

    def _goes_on(self, block: Block) -> bool:
        """Whether a block continues the open speech, which then holds it too."""
        said = self.open
        if said is None or said.text is None or said.text[1] < said.end or not self._continues(said, block):
            return False
        signed = self.openings.signature(block) if said.who is None else None
        said.end, said.text = block.end, (said.text[0], signed[0] if signed else block.end)
        if signed is not None:
            self._sign(said, signed[1])
        return True

    def _continues(self, said: Said, block: Block) -> bool:
        words = self.flow.words(block)
        if self.flow.folded[said.end - 1] not in _FINISHED and self._broken(block):
            return True
        if said.who is None and self._goes_below(block) and self.openings.signature(block) is not None:
            return True
        if self.column and block.indent == self.column and block.gap == 0 and said.rule == "opinion.part":
            # Right below the words, which a letter and its gap set far in: Ａ３  専門家の助言を受け… / また、….
            return True
        if (words.endswith("。") and self._decides(words)) or _HEADED.fullmatch(words) or _NO_QUESTION.match(words):
            return False
        if _TALLIED.match(words) or (block.gap and _NEXT.match(words)):
            return False
        base, inner = self.indents
        told = words.endswith("た。") and block.indent <= base
        if reports(words) or _MOVES.match(words) or (_CLOSES.match(words) and (told or self._decides(words) or _leads_on(words))):
            return False
        if block.indent > base:
            return block.indent >= inner or inner == base
        below = inner == base and said.rule in (_GO_ON if words.endswith("。") and words[0] not in "([【<〈《※" else _LABELS)
        return below and block.gap == 0 and not self._decides(words)

    def _decides(self, words: str) -> bool:
        return is_decision(words, self.flow.habits.decisions)

    def _resolves(self, opened: Opening, words: str) -> bool:
        """Whether what nobody is named for was decided; behind an arrow a plan of the side that answers is none: →…を１年置くこととした。"""
        return self._decides(words) and (opened.rule != "opinion.arrow" or _RESOLVED.search(words) is not None)

    def _broken(self, block: Block) -> bool:
        """Whether an unfinished paragraph may go on here: over a page's end, or the next line."""
        before = self.flow.source(block.start - 2)
        here = self.flow.source(block.start)
        return block.gap == 0 or any(before <= start < here and kind != FRAME for start, _, kind in self.flow.furniture)

    # -- the rest --------------------------------------------------------------------------

    def _legend(self, block: Block) -> bool:
        """A block that is nothing but the legend."""
        places = self.legend.places if self.legend else ()
        if not places:
            return False
        within = [place for place in places if block.start <= place[0] < block.end]
        enclosed = self.flow.folded[block.start] == "(" and self.flow.folded[block.end - 1] == ")"
        if not within or not (enclosed or (block.end - within[-1][1] <= 12 and within[0][0] - block.start <= 8)):
            return False
        self._close(Told(block.start, block.end, True, "legend"))
        return True

    def _counts(self, block: Block) -> bool:
        """No.2, on a line of its own between questions."""
        if not _COUNT.fullmatch(self.flow.words(block)):
            return False
        self._close(Told(block.start, block.end, True, "number"))
        return True

    def _concludes(self, start: int, block: Block) -> bool:
        """Whether an arrow points to what was decided and to no answer: ⇒　協議の結果、全会一致で承認された。"""
        words = self.flow.folded[start : block.end]
        tabled = self.legend is not None and self.legend.cells is not None
        return (tabled or _CONCLUDED.match(words) is not None) and self._decides(words[: words.find("。") + 1] or words)

    def _result(self, block: Block) -> bool:
        """A result line, or the label of one that stands on the next."""
        announced, self.result = self.result, is_result_label(self.flow, block)
        if self.result:
            self._close(Told(block.start, block.end, True, "introduction"))
            return True
        above = self.entries[-1] if self.entries and not self.waiting else None
        added = isinstance(above, Decided) and above.rule == "result" and self.listed and _ADDED.match(self.flow.words(block)) is not None
        self.listed = announced or added
        announced = announced or added
        decided = read_result(self.flow, block) if self.label is None else None
        if decided is None and announced:
            decided = labelled_result(self.flow, block.start, block.end)
        if decided is not None:
            self._close(decided)
        return decided is not None

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
        begin = block.start + words.rstrip("。)]】 ").rfind("。") + 1
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
            if above is not None and self.flow.folded[entry.start - _CONNECTIVE : entry.start].rfind("これ") >= 0:
                entry.replies, entry.link = [above], ReplyLink.CONNECTIVE
            elif (open_ or entry.kind == "remark") and self._answers_right_below(entry):
                entry.kind, entry.replies, entry.link = "response", [self.round[-1][1]], ReplyLink.ROLE_ORDER
            elif entry.kind == "remark":
                return

    def _answers_right_below(self, said: Said) -> bool:
        """Whether the quoted words of an official stand right below an opinion."""
        last = self.entries[-1] if self.entries else None
        below = isinstance(last, Said) and last.kind == "remark" and bool(self.round) and self.round[-1][1] is last
        return below and said.mode is SpeechMode.QUOTED and said.who is not None and answers(squeeze(self.flow.folded[slice(*said.who)]))

    def _points_below(self, entry: Entry) -> bool:
        """Whether all that an entry tells of its words is that they stand below: 委員から次のような意見があった。"""
        return isinstance(entry, Said) and entry.topic is not None and _BELOW.match(self.flow.folded, *entry.topic) is not None

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
        self.entries += [_told(e) if _hollow(e) and ((leads and e.start >= last.start) or self._points_below(e)) else e for e in found]
        self.waiting = []


def _leads_on(words: str) -> bool:
    return introduces(words) and ("。" not in words or _LEADS.search(words) is not None)


def _remark_above(entries: Sequence[Entry]) -> Said | None:
    return next((e for e in reversed(entries) if isinstance(e, Said) and e.kind == "remark"), None)


def _hollow(entry: Entry) -> bool:
    return isinstance(entry, Said) and entry.kind != "explanation" and entry.text is None


def _told(entry: Entry) -> Entry:
    return Told(entry.start, entry.end, True, "introduction")
