"""Which family of speaker marks a document, or an item of it, uses.

A mark proves nothing by itself: ○ alone also begins titles, opinions, header labels, deputies and
masked names. A family is proven by labels that can be designations, stand before sentences, are at
least two, and come back.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Set
from itertools import pairwise

from attrs import define, evolve, field

from minutes_model.grammar.agents import BODIES
from minutes_model.grammar.bare_names import NO_NAMES, BareNames, may_be_surname, opens_with_name
from minutes_model.grammar.bullets import POINTS
from minutes_model.grammar.cast import role_of_label
from minutes_model.grammar.column_heads import are_speaker_heads, find_columns
from minutes_model.grammar.draft import Slice
from minutes_model.grammar.legend import ARROWS
from minutes_model.grammar.list_words import is_institution
from minutes_model.grammar.opening_words import ends_signed, names_answered
from minutes_model.grammar.stacked_tables import stacked_cells
from minutes_model.grammar.turns import (
    BRACKETS,
    CLOSERS,
    DASHES,
    HEARD,
    MARKS,
    Candidate,
    Family,
    Shape,
    Turn,
    labels_at,
    may_be_side,
    may_gap,
    plausible,
    tells_part,
)
from minutes_model.layout import Block, Flow
from minutes_model.model.enums import Role
from minutes_model.patterns import regex
from minutes_model.people.plausible import looks_like_designation
from minutes_model.text import squeeze

__all__ = ["Family", "Turn", "find_family", "part_cells", "part_headings", "split_turns"]

_Key = tuple[Shape, str]
_BELOW_HEADS: _Key = (Shape.GAP, "")
"""What the rows below 発言者　発言内容 have."""
_TITLE_AND_NAME = regex(r"[^()]{1,16}[長員事査幹官任]\([^()]{2,8}\)")
_WEIGHT = {Shape.COLON: 0.9, Shape.DOTS: 0.9, Shape.QUOTE: 0.9, Shape.CLOSING: 0.8, Shape.GAP: 0.7, Shape.LINE: 0.7}
_MARKED = frozenset((Shape.MARK, Shape.BRACKET))
_BARE = _MARKED | {Shape.COLON, Shape.GAP, Shape.LINE}
"""Shapes in which a surname alone may be a label."""
_POLITE = regex(r"(?:ます|です|ました|でした|ません|ますか|ですか|でしょうか|ませんか|ましたか|ましょう|でしょう|ましょうか|ますね|ください|下さい|ますが|ですが|ですね|でしょうね|ませんね|(?:です|ます)よね?|(?:です|ます)(?:から|し|けど|けれども?|ので)ね?)[。？?」](?:\([^()]{1,12}\))?$")
_LAST_WORDS = 24
"""In how many characters they stand."""
_ARROWS = "→⇒⇨➡"
_ARROW = regex(f"[{_ARROWS}]")
_REPLIED = regex(r"[一-龥々ぁ-んァ-ヴー]{2,14}(?:の|から|より)?(?:回答|答弁) ?:")
"""事務局回答：, before what a side answers to an opinion above."""
"""An answer behind an arrow in the same paragraph is a list's habit, not a transcript's."""
_HOUSE = regex(r"[一-龥ァ-ヴーA-Za-z・]{3,16}")
_NUMBERED_FIRST = ("①", "⑴")
_GOVERNMENTS = frozenset("国都道府県市区町村")
_SENTENCE_ENDS = frozenset("。?")
_HEAD = 32
_FEW = 2
"""More turns than these, all polite, prove a family without marks."""
_MANY = 12
_POINTS = frozenset(POINTS).union(ARROWS)
_ADDRESSED = ("君)", "さん)", "氏)")
"""What a label ends in that names a person behind a title: 委員(永井好道君)."""


def find_family(flow: Flow, blocks: range, expected: str | None = None) -> Family | None:
    """The family of speaker marks in ``blocks``; None where repetition proves none.

    The ``expected`` one, by its name, needs no repetition where no other is proven: one label will do.

    >>> from minutes_model.layout import lay_out
    >>> flow = lay_out("○高会長 始めます。\\n○南課長 3件です。\\n○高会長 どうぞ。")
    >>> find_family(flow, range(3)).name
    'mark○'
    """
    survey = _Survey(flow, blocks)
    for index in blocks:
        survey.see(index)
    family = survey.family() or (_believed(flow, blocks, expected) if expected else None)
    if family is not None and family.shape is Shape.BRACKET and _are_signatures(flow, blocks, family):
        return None
    if family is not None and family.shape is Shape.GAP and ("\t" in flow.text or "|" in flow.text) and _asks_and_replies(flow):
        return None
    if family is not None and family.shape is Shape.LINE and _are_cells(flow, blocks, family):
        return None
    return _with_quotes(flow, blocks, family) if family else None


def _are_cells(flow: Flow, blocks: range, family: Family) -> bool:
    """Whether names alone on their lines are cells of a table of views and answers that has a cell a line."""
    cells = stacked_cells(flow, blocks, None)
    return bool(cells) and all(flow.blocks[index].start in cells for index in blocks if family.turn(flow, flow.blocks[index]) is not None)


def _asks_and_replies(flow: Flow) -> bool:
    """Whether who asks has a column of his own, beside those of what is asked and replied: 発言者 | 委員からの質問・意見 | 企業団の回答."""
    columns = find_columns(flow)
    return columns is not None and columns.table is not None and columns.table.who is not None


def _are_signatures(flow: Flow, blocks: range, family: Family) -> bool:
    """Whether names in brackets on lines of their own sign the points above, as others are signed at their end: ・…心配である。 / （当真委員）."""
    turns = [turn for index in blocks if (turn := family.turn(flow, flow.blocks[index])) is not None]
    alone = sum(turn.text is None for turn in turns)
    if alone * 2 <= len(turns):
        return False
    points = (flow.blocks[index] for index in blocks if flow.folded[flow.blocks[index].start] in _POINTS)
    return sum(ends_signed(flow, block) for block in points) > alone


def _believed(flow: Flow, blocks: range, name: str) -> Family | None:
    """The family of that name with its labels here; None where no designation stands before sentences so."""
    shape = next(shape for shape in Shape if name.startswith(shape))
    key = shape, name.removeprefix(shape)
    survey = _Survey(flow, blocks, settled=Family(*key))
    for index in blocks:
        survey.see(index)
    labels = frozenset(survey.proven[key])
    return Family(*key, labels) if labels else None


def split_turns(flow: Flow, family: Family) -> Flow:
    """The flow with blocks cut where a full line hid that the next one begins a turn.

    A label is looked for where a printed line starts after a sentence's end.
    """
    if [block.start for block in flow.blocks] == list(flow.starts[:-1]):
        # Every paragraph is one printed line.
        return flow
    blocks: list[Block] = []
    for block in flow.blocks:
        cuts = [at for at in _inner_lines(flow, block) if _begins_turn(flow, family, at, block.end)]
        if family.shape is Shape.LINE:
            # The words begin on the line below the name.
            cuts = sorted({*cuts, *(below for at in cuts if (below := flow.starts[bisect_right(flow.starts, at)]) < block.end)})
        if not cuts:
            blocks.append(block)
            continue
        edges = [*cuts, block.end]
        blocks.append(evolve(block, end=cuts[0], hang=-1))
        blocks += [Block(start, end, block.indent, 0) for start, end in zip(cuts, edges[1:], strict=True)]
    return evolve(flow, blocks=tuple(blocks)) if len(blocks) > len(flow.blocks) else flow


def part_cells(flow: Flow) -> Flow:
    """The flow with the cells of a table cut in which turns stand one behind the other: （事務局）定刻となったため…。（委員長）それでは…。

    What such a page prints beside them is cut too: 閉会 （会長）…, …でよろしいか。 -異議なし- （会長）….
    """
    if not any(block.end - block.start > _CELL and _turns_within(flow, block) for block in flow.blocks):
        return flow
    labels = {squeeze(one["label"]) for block in flow.blocks for one in _turns_within(flow, block)}
    blocks: list[Block] = []
    for block in flow.blocks:
        edges = [block.start, *_cuts_of_cell(flow, block, labels), block.end]
        blocks += [evolve(block, start=start, end=start + len(flow.folded[start:end].rstrip())) for start, end in pairwise(edges)]
    return evolve(flow, blocks=tuple(blocks))


def part_headings(flow: Flow, family: Family) -> tuple[Flow, Family]:
    """The flow with headings cut behind which the first speaker stands, and the family that knows him: 【１　開会】　副館長."""
    spoken = (block for block, below in pairwise(flow.blocks) if flow.folded[block.start] in BRACKETS and _POLITE.search(flow.folded, max(below.start, below.end - 8), below.end) is not None)
    named = {block.start: found for block in spoken if (found := _speaker_headed(flow, block)) is not None}
    if len(named) < _ROW:
        return flow, family
    blocks: list[Block] = []
    for block in flow.blocks:
        who = named.get(block.start)
        if who is None:
            blocks.append(block)
        else:
            blocks += [evolve(block, end=block.start + len(flow.folded[block.start : who[0]].rstrip())), evolve(block, start=who[0])]
    return evolve(flow, blocks=tuple(blocks)), evolve(family, headed={who[0]: who for who in named.values()})


def _speaker_headed(flow: Flow, block: Block) -> Slice | None:
    """Where the speaker stands behind the title of a heading in brackets with its number."""
    found = _HEADED.fullmatch(flow.folded, block.start, block.end)
    return found.span("who") if found is not None and looks_like_designation(squeeze(found["who"])) else None


_HEADED = regex(r"[【≪《<〈\[] ?\d{1,2}[.、 ] *[^【】≪≫《》<>〈〉\[\]。]{2,60}[】≫》>〉\]] *(?P<who>[^\s()「」。、:]{2,16})(?: ?\([^()]{1,20}\))?")
_ROW = 2
"""How many headings name who speaks first where any does."""


def _turns_within(flow: Flow, block: Block) -> list[re.Match[str]]:
    """The turns of a long paragraph that opens with one, their labels in brackets behind the ends of sentences."""
    if flow.folded[block.start] != "(" or flow.folded.count("(", block.start, block.end) < _FEW:
        return []
    found = [one for one in _BRACKET_TURN.finditer(flow.folded, block.start, block.end) if plausible(squeeze(one["label"]))]
    if len(found) < _FEW or found[0].start() != block.start or len({squeeze(one["label"]) for one in found}) < _FEW:
        return []
    return found


def _cuts_of_cell(flow: Flow, block: Block, labels: Set[str]) -> Iterator[int]:
    """Where the turns of known labels begin within a paragraph, and what stands between dashes."""
    for one in _WITHIN_CELL.finditer(flow.folded, block.start + 1, block.end):
        if one["label"] is None or squeeze(one["label"]) in labels:
            yield one.start()


_CELL = 160
_BRACKET_TURN = regex(r"(?:(?<=[。」?!])|(?<=[。」?!] )|(?<![^\n]))\((?P<label>[^()、。「」]{1,14})\) ?(?=[^\s()])")
_WITHIN_CELL = regex(r"(?:(?<=[。」?!])|(?<=[。」?!-] )|(?<=\S )(?=-)|(?<=[会拶他] ))(?:\((?P<label>[^()、。「」]{1,14})\) ?(?=[^\s()])|-[^-。]{2,30}-(?= |$|\n))")
"""（会長）…, or -異議なし-, behind a sentence or apart"""


def _inner_lines(flow: Flow, block: Block) -> Iterator[int]:
    """Where printed lines begin within a block, after the end of a sentence."""
    starts = flow.starts
    at = bisect_right(starts, block.start)
    while at < len(starts) and starts[at] < block.end:
        # A page mark that was taken out leaves two lines that start at one place.
        if starts[at] > starts[at - 1] and flow.folded[starts[at] - 1] in "。」)?!":
            yield starts[at]
        at += 1


def _begins_turn(flow: Flow, family: Family, start: int, end: int) -> bool:
    if not family.may_begin(flow, start):
        return False
    if family.shape is Shape.LINE:
        end = min(end, flow.starts[bisect_right(flow.starts, start)])
    return labels_at(flow, Block(start, end, 0, 0), family.shape, family.mark, family.accepts) is not None


def _with_quotes(flow: Flow, blocks: range, family: Family) -> Family:
    """The family, knowing whether its turns stand in quotation marks."""
    seen = quoted = 0
    for index in blocks:
        turn = family.turn(flow, flow.blocks[index])
        if turn is not None and turn.text is not None:
            seen += 1
            quoted += flow.folded[turn.text] == "「"
            if seen == 20:
                break
    return evolve(family, quoted=True) if seen > 1 and quoted > 0.7 * seen else family


def _in_brackets(words: str) -> bool:
    """Whether words in brackets can be a speaker's label, which governments are by one character, [県], and those who are heard: 【公述人１】."""
    return words in _GOVERNMENTS or plausible(words) or HEARD.fullmatch(words) is not None


def _in_round_brackets(words: str) -> bool:
    """Whether words in round brackets can be one, as bodies also are by what they are: （学校）; 【学校】 heads a part."""
    return words in BODIES or words in _GOVERNMENTS or plausible(words)


def _is_house(words: str) -> bool:
    """Whether a label names an institution that no word list knows as a speaker: 病院."""
    return words in BODIES or is_institution(words)


def _tally() -> defaultdict[_Key, Counter[str]]:
    return defaultdict(Counter)


@define(eq=False, repr=False)
class _Survey:
    """Counts the labels of every shape; once one is beyond doubt, only its own."""

    flow: Flow
    blocks: range
    proven: defaultdict[_Key, Counter[str]] = field(factory=_tally)
    polite: Counter[_Key] = field(factory=Counter)
    listed: Counter[_Key] = field(factory=Counter)
    others: defaultdict[_Key, Counter[str]] = field(factory=_tally)
    bare: dict[_Key, BareNames] = field(factory=dict)
    below: defaultdict[_Key, Counter[str]] = field(factory=_tally)
    settled: Family | None = None
    others_marks: str = ""
    headed: bool = False
    enclosed: Counter[str] = field(factory=Counter)
    unnamed: Counter[str] = field(factory=Counter)
    arrows: int = 0
    replied: int = 0

    def see(self, index: int) -> None:
        """Count the label a block begins with, if any."""
        block, folded = self.flow.blocks[index], self.flow.folded
        first, head = folded[block.start], min(block.end, block.start + _HEAD)
        self.headed = self.headed or are_speaker_heads(self.flow, block)
        if first in _ARROWS:
            self.arrows += 1
        if folded.find("答", block.start, head) > 0 and _REPLIED.match(folded, block.start, head) is not None:
            self.replied += 1
        if self.settled is not None and self.settled.shape is Shape.MARK and first == self.settled.mark and first in MARKS:
            self._count((Shape.MARK, first), index, block)
        elif self.settled is None or first in self.others_marks:
            for key in _shapes(self.flow, block) if self._may_speak(index, block) else ():
                self._count(key, index, block)
        elif self.settled.may_begin(self.flow, block.start):
            self._count((self.settled.shape, self.settled.mark), index, block)

    def _may_speak(self, index: int, block: Block) -> bool:
        """Whether there are sentences for any label of a block: lines of a header seldom have them."""
        return self.flow.folded.find("。", block.start, block.end) > 0 or self._spoken_below(index)

    def _spoken_below(self, index: int) -> bool:
        """Whether the next block has sentences, or ends as spoken words do."""
        if index + 1 not in self.blocks:
            return False
        words, following = self.flow.folded, self.flow.blocks[index + 1]
        return words[following.end - 1] in "。」)》]" or words.find("。", following.start, following.end) > 0

    def _stands_below(self, index: int) -> bool:
        """Whether the next block is a few words in brackets and no sentence."""
        below = self.flow.words(self.flow.blocks[index + 1]) if index + 1 in self.blocks else ""
        return below[-1:] in ")》]" and "。" not in below

    def _lists_below(self, index: int) -> bool:
        """Whether the next block opens as one of a list."""
        following = index + 1
        opening = self.flow.folded[self.flow.blocks[following].start] if following in self.blocks else ""
        return opening in _NUMBERED_FIRST or (opening != "" and opening in POINTS)

    def _plausible(self, key: _Key, block: Block) -> Candidate | None:
        """A plausible label of a shape; the settled family keeps its own, for all who ask for its turns."""
        if self.settled is None or key != (self.settled.shape, self.settled.mark):
            accepts = plausible if key[0] is not Shape.BRACKET else _in_round_brackets if key[1] == "(" else _in_brackets
            return labels_at(self.flow, block, *key, accepts)
        turn = self.settled.turn(self.flow, block)
        return (*turn.label, block.end if turn.text is None else turn.text) if turn else None

    def _count(self, key: _Key, index: int, block: Block) -> None:
        found = self._plausible(key, block)
        tally = self.proven
        if found is None and key[0] in _MARKED:
            found, tally = labels_at(self.flow, block, *key, _short), self.others
        elif found is None and key == _BELOW_HEADS and self.headed:
            # 病院 below 発言者, where others are told by names and titles.
            found, tally = labels_at(self.flow, block, *key, _is_house), self.others
        if self.settled is None and (found is None or tally is not self.proven):
            self._count_bare(key, index, block)
        if found is not None and key[1] == "・" and _ARROW.search(self.flow.folded, found[2], block.end):
            return
        if key[0] is Shape.MARK and self.settled is None:
            self._note(key[1], found, block)
        if found is None or not self._speaks(found, index, block, alone=tally is self.proven):
            return
        if tally is self.proven and self.settled is None and key[1] != " ":
            self.polite[key] += self._is_polite(index, block)
            self.listed[key] += key[0] in _MARKED and found[2] >= block.end and self._lists_below(index)
        label = squeeze(self.flow.folded[found[0] : found[1]])
        if tally is self.others and found[2] >= block.end:
            self.below[key][label] += may_be_side(label)
            return
        counts = tally[key]
        counts[label] += 1
        if self.settled is None and tally is self.proven and _beyond_doubt(key[0], counts) and not self._is_list(key, counts):
            self.settled = Family(*key)
            self.others_marks = MARKS if key[0] is Shape.MARK else ""

    def _count_bare(self, key: _Key, index: int, block: Block) -> None:
        """Count a word alone before sentences that can be a surname: 小柴　定刻になりましたので、…."""
        if key[0] not in _BARE or key[1] == " " or not opens_with_name(self.flow.folded, block.start + (key[0] in _MARKED)):
            return
        found = labels_at(self.flow, block, *key, may_be_surname)
        if found is not None and self._speaks(found, index, block, alone=True):
            label = squeeze(self.flow.folded[found[0] : found[1]])
            self.bare.setdefault(key, BareNames(block.start)).see(label, polite=self._is_polite(index, block))

    def _note(self, mark: str, found: Candidate | None, block: Block) -> None:
        """Count the sentences a mark opens that name nobody, and the names in brackets behind it: ・（事務局）…."""
        if found is None:
            self.unnamed[mark] += self.flow.folded[block.end - 1] in _SENTENCE_ENDS and block.end - block.start > _HEAD
        else:
            self.enclosed[mark] += self.flow.folded[found[0] - 1] == "("

    def _is_list(self, key: _Key, labels: Counter[str]) -> bool:
        """Whether a mark opens opinions some of which are somebody's by name, or that arrows answer: no transcript."""
        if key[0] is Shape.MARK and 3 * self.replied >= labels.total():
            # ・岩佐委員：…すべきである。 / 事務局回答：…
            return True
        listed = key[0] is Shape.MARK and self.enclosed[key[1]] >= labels.total()
        return listed and max(2 * self.unnamed[key[1]], 3 * self.arrows) >= labels.total()

    def _speaks(self, found: Candidate, index: int, block: Block, *, alone: bool) -> bool:
        """Whether sentences follow a label, on its line or, for one alone on it, on the next."""
        words = self.flow.folded
        if words[found[2] : found[2] + 1] == "「" and words[found[1] : found[1] + 1] == "「" and block.end - found[1] > 1:
            # Nothing stands behind the words, which a further paragraph may close.
            return words.find("。", found[2], block.end) > 0 and (words[block.end - 1] == "」" or words.count("「", found[2], block.end) > words.count("」", found[2], block.end))
        if found[2] < block.end:
            return words.find("。", found[2], block.end) > 0
        if self.flow.folded[block.start] not in MARKS and self.flow.folded[block.start] not in BRACKETS and self._stands_below(index):
            # 林 由布子　小水力推進機構　理事 / （欠席）: a row of a list, above the head of the next.
            return False
        enclosed = self.flow.folded[block.start] in BRACKETS and index + 1 in self.blocks and self.flow.folded[self.flow.blocks[index + 1].start] not in BRACKETS
        return (alone or enclosed) and self._spoken_below(index)

    def _is_polite(self, index: int, block: Block) -> bool:
        """Whether a turn, or what follows its label, is in the polite form, which only spoken words are."""
        following = self.flow.blocks[min(index + 1, self.blocks.stop - 1)]
        return any(_POLITE.search(self.flow.folded, max(part.start, part.end - _LAST_WORDS), part.end) for part in (block, following))

    def family(self) -> Family | None:
        """The family with the most labels, if they prove one."""
        for key, names in self.bare.items():
            heard = names.heard(self.flow.folded)
            self.proven[key] += Counter({name: names.found[name] for name in heard})
            self.polite[key] += sum(names.aloud[name] for name in heard)
        for key, labels in self.others.items():
            if key == _BELOW_HEADS:
                self.proven[key] += _repeated(labels)
            elif key not in self.proven and len(_repeated(labels)) > 1 and _repeated(labels).total() > 4:
                self.proven[key] = _repeated(labels)
        # Sides in brackets with a list below each, 【委員】 ● … ● …, gather opinions; nobody speaks in turn.
        fit = [
            key for key, labels in self.proven.items()
            if self._is_proven(key, labels) and self.listed[key] < labels.total() and not self._is_list(key, labels)
        ]
        best = max(fit, key=lambda key: self.proven[key].total() * _WEIGHT.get(key[0], 1.0), default=None)
        if best is None:
            return None
        opened = self._opened(best, fit)
        best = (Shape.CLOSING, "") if opened else best
        marks = self._marks(best)
        named = {label for mark in marks or best[1:] for label in self.proven[best[0], mark]} | opened
        unlikely = set(_repeated(self.others[best])) | set(_repeated(self.below[best]))
        if best[0] is Shape.COLON:
            unlikely |= self._houses()
        family = Family(best[0], marks or best[1], frozenset(named | unlikely), opened=bool(opened))
        if self.settled is not None and best == (self.settled.shape, self.settled.mark) and not unlikely and all(map(self.settled.accepts, named)):
            family.learn(self.settled)
        return family

    def _houses(self) -> set[str]:
        """The words before colons that come back before sentences and that a list above names: 株式会社地域総研, and 地域総研：…."""
        found: Counter[str] = Counter()
        for index in self.blocks:
            block = self.flow.blocks[index]
            label = labels_at(self.flow, block, Shape.COLON, "", self._may_be_house)
            if label is not None and label[2] < block.end and self.flow.folded[block.end - 1] in _SENTENCE_ENDS:
                found[self.flow.folded[label[0] : label[1]]] += 1
        return {house for house, count in found.items() if count > 1 and not self.flow.folded.startswith(":", self.flow.folded.find(house) + len(house))}

    def _may_be_house(self, words: str) -> bool:
        return _HOUSE.fullmatch(words) is not None and may_be_side(words) and not plausible(words)

    def _is_proven(self, key: _Key, labels: Counter[str]) -> bool:
        """Whether a mark's labels prove it, or with those of the chair, whose turns have a mark of their own: ◎会長 comes back, ○委員 only once each."""
        if _proves(key, labels, self.polite[key], headed=self.headed):
            return True
        beside = (other for other in self.proven if other[0] is Shape.MARK and other != key and _leads(self.proven[other]))
        other = next(beside, None) if key[0] is Shape.MARK and len(labels) > 1 else None
        return other is not None and _proves(key, labels + self.proven[other], self.polite[key] + self.polite[other], headed=self.headed)

    def _marks(self, best: _Key) -> str:
        """All marks of a record that gives each side one of its own: ○ the chair, ◆ members, ◎ officials; 【 members, ( officials."""
        if best[0] not in _MARKED:
            return ""
        aloud = best[0] is Shape.BRACKET
        others = (
            key[1] for key, labels in self.proven.items()
            if key[0] is best[0] and key != best and labels.total() > 1 and not (aloud and (self.polite[key] < labels.total() or self.listed[key]))
        )
        return best[1] + "".join(others)

    def _opened(self, best: _Key, fit: list[_Key]) -> frozenset[str]:
        """The labels whose closing bracket is opened, where the same people have both: 幹事）… under one item, （幹事）… under another."""
        both = (Shape.BRACKET, "("), (Shape.CLOSING, "")
        if best not in both or not set(both) <= set(fit) or len(self.proven[both[0]].keys() & self.proven[both[1]].keys()) < _FEW:
            return frozenset()
        return frozenset(self.proven[both[0]])


def _proves(key: _Key, labels: Counter[str], polite: int, *, headed: bool) -> bool:
    """Whether labels are enough: at least two, that come back the more the weaker the mark; no Q and A.

    Where all of a few turns speak politely, or stand below the heads of their columns, none need come back.
    """
    spare = labels.total() - len(labels)
    # 都市計画課長(佐野花子) stands before no other words than his.
    addressed = all(label.endswith(_ADDRESSED) for label in labels) or all(_TITLE_AND_NAME.fullmatch(label) for label in labels)
    needed = 1 if key[0] in _MARKED or addressed else 4 if key[1] == " " else 2
    asked = any(label.startswith(("Q", "問")) for label in labels)
    if len(labels) == 1:
        # One who leads, and nobody else said a word: ○議長(安曇力君).
        return key[0] in _MARKED and labels.total() > 2 and polite == labels.total() and role_of_label(next(iter(labels))) is Role.CHAIR
    few = (polite == labels.total() or headed) and labels.total() > (0 if key[0] in _MARKED else _FEW)
    return len(labels) > 1 and (spare >= needed or few) and not asked


def _leads(labels: Counter[str]) -> bool:
    """Whether labels are the chair's alone, who has spoken more than once."""
    return len(labels) == 1 < labels.total() and role_of_label(next(iter(labels))) is Role.CHAIR


def _beyond_doubt(shape: Shape, labels: Counter[str]) -> bool:
    """Whether nothing that follows can change which family it is."""
    return len(labels) > 2 and labels.total() >= (_MANY if shape in _MARKED else 3 * _MANY)


def _repeated(labels: Counter[str]) -> Counter[str]:
    return Counter({label: count for label, count in labels.items() if count > 1 and label not in NO_NAMES})


def _short(words: str) -> bool:
    # （ア） numbers what stands behind it.
    counts = len(words) == 1 and "ァ" <= words <= "ヶ"
    return len(words) <= 12 and not counts and not words.isdecimal() and not names_answered(words) and not tells_part(words)


def _shapes(flow: Flow, block: Block) -> Iterator[_Key]:
    """The shapes whose first characters a block shows, those that need a sentence behind the label only where there is one.

    Without a sentence a label is alone on its line: what closes it stands last.
    """
    words, start = flow.folded, block.start
    first, last = words[start], words[block.end - 1]
    if first in MARKS or (first in DASHES and words.startswith(first, start + 1)):
        yield Shape.MARK, first
        return
    spoken = words.find("。", start, block.end) > 0
    if first in BRACKETS:
        if spoken or last == ":" or last == BRACKETS[first]:
            yield Shape.BRACKET, first
        return
    head = words[start : min(block.end, start + _HEAD)]
    if first.isdigit():
        bare = head.lstrip("0123456789. ")
        if bare and bare[0] in MARKS and not bare.startswith(bare[0], 1):
            yield Shape.MARK, bare[0]
    if (spoken or last == ":") and ":" in head:
        yield Shape.COLON, ""
    if (spoken or last == ")") and ")" in head:
        yield Shape.CLOSING, ""
    for mark in CLOSERS:
        if (spoken or last == mark) and mark in head[1:]:
            yield Shape.CLOSING, mark
    if spoken and "「" in head[1:]:
        yield Shape.QUOTE, ""
    if "・・" in head or "…" in head:
        yield Shape.DOTS, ""
    if last != "。" and block.end - start <= _HEAD:
        yield Shape.LINE, ""
    if not spoken:
        return
    if may_gap(flow, start):
        yield Shape.GAP, ""
    elif " " in head:
        yield Shape.GAP, " "
