"""Tier 2, verbatim transcripts: turns under speaker marks, stage directions, decisions in words.

A turn runs over all paragraphs up to the next label. A stage line ends a speech; what follows it
without a label is a new speech of the same speaker. A label under which nothing is printed but
《資料を用いて説明》 is an explanation whose words the record does not give.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Set

from attrs import define, field

from minutes_model.grammar.announced import split_announced, split_further
from minutes_model.grammar.answers import Occasion, Utterance, link_answers, presiders
from minutes_model.grammar.bullets import begins_report, introduces
from minutes_model.grammar.cast import Cast, read_cast_of
from minutes_model.grammar.column_heads import are_speaker_heads, is_speaker_head
from minutes_model.grammar.draft import Decided, Entry, Said, Slice, Told
from minutes_model.grammar.led import as_introduction, is_hollow, points_below
from minutes_model.grammar.legend import ARROWS
from minutes_model.grammar.outcomes import is_decision, outcome_of
from minutes_model.grammar.results import result_line
from minutes_model.grammar.stages import (
    Closing,
    closing,
    find_clock,
    is_narration,
    is_result,
    is_stage,
    presentation,
    read_movements,
    sub_heading,
)
from minutes_model.grammar.turns import Family, Shape, Turn, plausible
from minutes_model.grammar.verdicts import stated
from minutes_model.layout import Block, Flow
from minutes_model.model.enums import Act, SpeechMode
from minutes_model.patterns import regex
from minutes_model.text import clean, squeeze

__all__ = ["Reported", "find_clock", "read_cast_of", "read_transcript", "split_announced", "split_further"]

Reported = Callable[[Flow, Block], "list[Entry]"]
"""A reader of one paragraph in reported style."""

_PRESENTED = regex(r"説明|報告")
_PRESENTER = regex(
    r"(?:^|[、,(\[《〈<―─ -])(?:(?:別紙|資料|参考資料)[^、。()]{0,10}?(?:に基づき|により|を基に|をもとに|を用いて|に沿って|を使って))?(?P<who>[^、,。()\[《〈<―─-]{2,24}?)(?:から|より|が|による)、?"
    r"(?:資料[^、。]{0,12}(?:に基づき|により|を用いて|に沿って)、?)?(?:[^、。から]{1,12}の)?(?P<verb>説明|報告)"
)
_PAUSE = regex(r"休憩(?:いた)?します。$")
_FINISHED = "。」?!)』"
_UNPROVEN = frozenset((Shape.COLON, Shape.CLOSING, Shape.GAP, Shape.LINE))


def read_transcript(
    flow: Flow,
    blocks: range,
    family: Family,
    *,
    cast: Cast | None = None,
    reported: Reported | None = None,
    occasion: Occasion = Occasion.DEBATE,
) -> list[Entry]:
    """The entries of one item, in order: ``blocks`` without its heading.

    ``cast`` is that of the whole document (`read_cast_of`); without it these blocks alone tell it.
    ``reported`` reads the paragraphs of narration between turns; without it they are told. ``occasion`` is what the
    item is for: 健康福祉部長あいさつ.

    >>> from minutes_model.grammar.detect import find_family
    >>> from minutes_model.layout import lay_out
    >>> flow = lay_out("○高会長 説明を。\\n○南課長 3件です。\\n○西委員 なぜですか。\\n○南課長 雨です。")
    >>> family = find_family(flow, range(4))
    >>> [entry.kind for entry in read_transcript(flow, range(4), family)]
    ['remark', 'explanation', 'remark', 'response']
    """
    cast = cast or read_cast_of(flow, blocks, family)
    reader = _Reader(flow, family, cast, reported)
    for index in blocks:
        reader.read(index, blocks)
    reader.finish()
    if family.quoted:
        for one in reader.spoken:
            _unquote(flow, one.said)
    link_answers(flow, reader.spoken, cast, occasion=occasion)
    return list(_with_decisions(flow, reader, cast, presiders(reader.spoken, cast, occasion)))


def _unquote(flow: Flow, said: Said) -> None:
    """Leave the quotation marks around a whole turn out of its text."""
    if said.text is None:
        return
    start, end = said.text
    words = flow.folded
    start += words[start] == "「"
    if words.count("「", start, end) < words.count("」", start, end):
        end -= words[end - 1] == "」"
    if start < end:
        said.text = start, end


def _with_decisions(flow: Flow, reader: _Reader, cast: Cast, presiding: Set[str]) -> Iterator[Entry]:
    leading = {id(one.said) for one in reader.spoken if cast.leads(one.label) or one.label in presiding}
    for entry in reader.entries:
        yield entry
        if id(entry) in leading and isinstance(entry, Said) and entry.text:
            yield from stated(flow, *entry.text)


_DIRECTION = regex(r"[(《〈<\[―─-][^()《》〈〉<>\[\]。]{0,40}(?P<verb>説明|報告|紹介)(?:した|する)?。?[)》〉>\]―─-]")
_IN_A_CELL = regex(r"(?:(?:別紙|資料|参考資料|議案書?)[^。]{0,16}(?:により|に基づき|に沿って|を用いて)、?|[^。、]{2,30}(?:を|について))(?:概要を?)?(?P<verb>説明|報告)")
"""資料１により説明, in the cell behind a speaker: that he did, without his words."""
_PRESENTED_LAST = frozenset(")》〉>]―─-明告")
"""With what both end."""
_VOTE_TOLD = regex(r"(?:起立|挙手|賛成|反対|異議)(?:者)?(?:全員|多数|少数|なし|がない)?[^。、]{0,6}(?:である|と認める|です|であります|と認めます)。.")
_POINTS = frozenset("・•")
_NOTE = 60
"""How long a note of the record is at most."""


def _topic(start: int, end: int, who: Slice, verb: str) -> Said:
    """An explanation whose words the record does not give."""
    act = Act.REPORT if verb == "報告" else Act.EXPLANATION
    return Said("explanation", start, end, who, act=act, mode=SpeechMode.TOPIC, rule="stage")


@define(eq=False, repr=False)
class _Reader:
    """Reads blocks in order; ``turn`` is the label in force, ``said`` the speech that goes on."""

    flow: Flow
    family: Family
    cast: Cast
    reported: Reported | None
    entries: list[Entry] = field(factory=list)
    spoken: list[Utterance] = field(factory=list)
    turn: Turn | None = None
    said: Said | None = None
    waiting: bool = False
    result: bool = False
    closed: Closing | None = None

    def read(self, index: int, blocks: range) -> None:
        """Read one block; ``blocks`` is the range it belongs to."""
        flow, block = self.flow, self.flow.blocks[index]
        over = self.closed is Closing.SIGNED and self.family.shape in _UNPROVEN
        turn = None if over else self.cast.turns.get(block.start)
        if turn is not None:
            self._open(turn, block)
        elif is_stage(flow, block):
            self._stage(block)
        elif self.closed is not None:
            self.closed = closing(flow, block) or self.closed
            self._tell(block, "closing")
        elif not (self._noted(block) or self._aside(index, blocks)):
            self._paragraph(block)

    def _open(self, turn: Turn, block: Block) -> None:
        self.finish()
        self.turn, self.waiting, self.result, self.closed = turn, True, False, None
        presented = None
        if turn.text is not None and self.flow.folded[block.end - 1] in _PRESENTED_LAST:
            presented = _DIRECTION.fullmatch(self.flow.folded, turn.text, block.end) or _IN_A_CELL.fullmatch(self.flow.folded, turn.text, block.end)
        if presented is not None:
            # 【事務局】（資料２について説明）
            self._present(turn, presented, block.end)
        elif turn.text is not None:
            self._say(turn.text, block.end)

    def _say(self, text: int, end: int) -> None:
        """Begin a speech: under its label, or, after a stage line, without one."""
        turn = self.turn
        if turn is None:
            return
        if self.waiting:
            said = Said("remark", turn.start, end, turn.label, (text, end), rule=self.family.name)
        else:
            label = clean(self.flow.text[slice(*turn.label)])
            said = Said("remark", text, end, None, (text, end), label=label, rule="continued")
        self._add(said, turn)
        self.said = said

    def _add(self, said: Said, turn: Turn) -> None:
        self.entries.append(said)
        self.spoken.append(Utterance(said, turn.words))
        self.waiting = False

    def _paragraph(self, block: Block) -> None:
        if self.result:
            words = self.flow.words(block)
            outcome = outcome_of(words, self.flow.habits.decisions)
            self.entries.append(Decided(block.start, block.end, outcome, rule="result"))
        elif self.said is not None and self.said.text is not None:
            self.said.text = self.said.text[0], block.end
            self.said.end = block.end
        elif self.turn is not None:
            self._say(block.start, block.end)
        elif self.reported is not None and introduces(words := self.flow.words(block)) and words.find("。", 0, -1) > 0 and begins_report(words):
            # 設楽教授から、資料４に基づき説明が行われた。質疑の概要は以下のとおり。
            self._narrate(block)
        elif self.flow.folded[block.start] in _POINTS and (presented := self._presented_above()) is not None:
            # －資料１に基づき、事務局から説明－ / ・補助金の選考は例年どおり行う。
            presented.text, presented.end, presented.mode = (block.start, block.end), block.end, SpeechMode.INDIRECT
            self.said = presented
        else:
            heads = are_speaker_heads(self.flow, block)
            self._tell(block, "heads" if heads else "", understood=heads)

    def _presented_above(self) -> Said | None:
        """The explanation that a stage line right above tells of, whose points stand below it before anybody's turn."""
        last = self.entries[-1] if self.entries and self.turn is None else None
        return last if isinstance(last, Said) and last.rule == "stage" and last.text is None else None

    def _noted(self, block: Block) -> bool:
        """Whether a line behind a turn is the record's own: ※各委員一致で可決, or below words that a quotation mark closed."""
        words = self.flow.words(block)
        # What the record itself tells is told in the plain past tense: ※互選の結果、…が座長に選任された。
        noted = words[0] == "※" and len(words) < _NOTE and (not words.endswith("。") or (words.endswith("た。") and not words.endswith("ました。")))
        if not (noted or (self.family.quoted and words[0] != "「" and self._unquoted())):
            return False
        self.finish()
        first = words[: words.find("。") + 1] or words
        if is_decision(first, self.flow.habits.decisions):
            start = block.start + (words[0] == "※")
            self.entries.append(Decided(start, block.start + len(first), outcome_of(first, self.flow.habits.decisions), rule="result"))
            if len(words) > len(first):
                self.entries.append(Told(block.start + len(first), block.end, rule="note"))
        else:
            self._tell(block, "note")
        return True

    def _unquoted(self) -> bool:
        """Whether the quotation of the speech that goes on has been closed."""
        if self.said is None or self.said.text is None:
            return False
        start, end = self.said.text
        words = self.flow.folded
        return words[start] == "「" and words[end - 1] == "」" and words.count("「", start, end) <= words.count("」", start, end)

    def _aside(self, index: int, blocks: range) -> bool:
        """Whether a block without a label is nobody's words: closing lines, headings, narration."""
        flow, block = self.flow, self.flow.blocks[index]
        ends = closing(flow, block)
        heading = None if ends else sub_heading(flow, block)
        decided = result_line(flow, block) or self._behind_arrow(block) or self._concluded(block)
        if self._heads_again(index, blocks):
            self.finish()
            self._tell(block, "heads")
        elif ends is not None:
            self._leave()
            self.closed = ends
            self._tell(block, "closing")
        elif decided is not None:
            self._leave()
            self.entries.append(decided)
        elif heading is not None:
            self._leave()
            self.result = is_result(heading)
            self._tell(block, "sub_heading")
        elif not self.result and not self.waiting and not self._tells_vote(block) and (self._beside(block) or is_narration(flow, block)):
            self._leave()
            self._narrate(block)
        elif self._pauses(index, blocks):
            self.finish()
            self._tell(block, "pause")
        else:
            return False
        return True

    def _heads_again(self, index: int, blocks: range) -> bool:
        """Whether the heads of the columns stand above the next turn, as on a further page: 発言者 / 発言の内容."""
        at = index
        while at in blocks and is_speaker_head(self.flow, self.flow.blocks[at]):
            at += 1
        return at > index and at in blocks and self.flow.blocks[at].start in self.cast.turns

    def _tells_vote(self, block: Block) -> bool:
        """Whether who put something to the vote tells how it went, behind the stage line: （賛成者起立） / 起立全員である。よって、…決定した。"""
        return self.said is None and self.turn is not None and _VOTE_TOLD.match(self.flow.folded, block.start, block.end) is not None

    def _behind_arrow(self, block: Block) -> Decided | None:
        """→ 原案のとおり合意した。: what came of the turns above."""
        words = self.flow.words(block)
        if words[0] not in ARROWS or not is_decision(words, self.flow.habits.decisions):
            return None
        start = block.start + len(words) - len(words[1:].lstrip())
        return Decided(start, block.end, outcome_of(words, self.flow.habits.decisions), rule="result")

    def _concluded(self, block: Block) -> Decided | None:
        """審議の結果、実施することに決まった。: a sentence apart, in the plain past tense in which a record tells."""
        words = self.flow.words(block)
        if not block.gap or not words.endswith("た。") or words.endswith("ました。") or words.find("。") + 1 < len(words) or not is_decision(words, self.flow.habits.decisions):
            return None
        return Decided(block.start, block.end, outcome_of(words, self.flow.habits.decisions), rule="result")

    def _beside(self, block: Block) -> bool:
        """Whether a paragraph stands left of where the words of turns hang, so that it is no part of the finished one above."""
        return block.indent < self.cast.hang and (self.said is None or self.flow.folded[self.said.end - 1] in _FINISHED)

    def _pauses(self, index: int, blocks: range) -> bool:
        """休憩いたします。 alone before the time of the recess is a stage line, too."""
        block = self.flow.blocks[index]
        if not _PAUSE.match(self.flow.folded, block.start, block.end) or index + 1 not in blocks:
            return False
        return next(find_clock(self.flow, range(index + 1, index + 2)), None) is not None

    def _stage(self, block: Block) -> None:
        turn = self.turn if self.waiting else None
        moved = read_movements(self.flow, block, turn.label if turn else None)
        presented = _PRESENTED.search(self.flow.folded, block.start, block.end)
        if turn and presented:
            self._present(turn, presented, turn.head if moved else block.end)
        self.finish()
        if moved:
            self.entries += moved
        elif not (presented and (turn or self._presented_by(block))):
            self._tell(block, "stage")
        if closing(self.flow, block) is not None:
            self.turn, self.closed = None, Closing.TIMED

    def _present(self, turn: Turn, verb: re.Match[str], end: int) -> None:
        """A presentation the record does not give: （担当課）《資料を用いて説明》."""
        noun = verb.groupdict().get("verb") or verb[0]
        said = _topic(turn.start, end, turn.label, noun)
        place = verb.span("verb") if "verb" in verb.groupdict() else verb.span()
        said.verb = place if end >= place[1] else None
        self._add(said, turn)

    def _presented_by(self, block: Block) -> bool:
        """A stage line that names who presents: －資料１に基づき、事務局から説明－."""
        found = presentation(self.flow, block) or _PRESENTER.search(self.flow.folded, block.start, block.end)
        if found is None or not plausible(squeeze(found["who"])):
            return False
        said = _topic(block.start, block.end, found.span("who"), found["verb"])
        said.verb = found.span("verb")
        self.entries.append(said)
        self.spoken.append(Utterance(said, squeeze(found["who"]), narrated=True))
        return True

    def _narrate(self, block: Block) -> None:
        entries = self.reported(self.flow, block) if self.reported else []
        entries = [as_introduction(entry) if is_hollow(entry) and points_below(self.flow, entry) else entry for entry in entries]
        for entry in entries:
            if isinstance(entry, Said):
                words = entry.label or (self.flow.folded[slice(*entry.who)] if entry.who else "")
                self.spoken.append(Utterance(entry, words, narrated=True))
        self.entries += entries or [Told(block.start, block.end, rule="narration")]

    def _leave(self) -> None:
        self.finish()
        self.turn = None

    def finish(self) -> None:
        """End the speech that goes on; a label under which nobody spoke is told."""
        if self.waiting and self.turn is not None:
            self.entries.append(Told(self.turn.start, self.turn.head, rule="label"))
        self.said, self.waiting = None, False

    def _tell(self, block: Block, rule: str, *, understood: bool = True) -> None:
        self.entries.append(Told(block.start, block.end, understood, rule))
