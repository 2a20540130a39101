"""The body cut into agenda items by the headings printed in it.

Headings form levels by their decoration, learnt from the document: a heading whose first content
is another, deeper heading is a section, the deeper one an item. A numbered sentence where a
heading would stand is an item without a title. What stands under no heading is an item without
number and title.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from attrs import define, evolve, field

from minutes_model.grammar.body_end import find_end
from minutes_model.grammar.bullets import begins_report, explains, introduces
from minutes_model.grammar.column_heads import are_table_heads
from minutes_model.grammar.draft import Decided, ItemDraft, Listed, Slice
from minutes_model.grammar.headings import HOUR, ITEM_WORDS, Heading, find_heading, numbered_sentence
from minutes_model.grammar.item_titles import bare_title, similar
from minutes_model.grammar.legend import is_party
from minutes_model.grammar.opening_words import opens_by_number
from minutes_model.grammar.outcomes import is_result, outcome_of
from minutes_model.grammar.stages import is_stage, presentation, read_movement
from minutes_model.grammar.turns import MARKS, plausible
from minutes_model.layout import Block, Flow
from minutes_model.patterns import regex
from minutes_model.text import clean, fold, is_kanji, squeeze

__all__ = ["BodyDraft", "cut_items"]

_INNER = regex(
    r"(?:質疑(?:応答|・意見)?|審議|説明|概要|結果|意見|主な(?:意見|質疑|質問|発言).*|意見交換|質問|回答|結論|討論|採決|諮問事項の説明|.*の説明|報告|答弁|提案理由|審議(?:内容|結果|経過)|質疑・?応答等?|決定事項|議決|発言要旨|要旨|委員からの.*|意見・質問|問|答|各委員の意見|議事)$"
)
_PARTS = regex(
    r"(?:(?:事務局|担当課|所管課|提案者|各課)(?:から)?の?)?(?:概要)?(?:説明|報告)|(?:(?:委員|各委員|構成員)(?:から)?の?)?(?:主な)?(?:御?意見|質疑|質問|質疑応答|発言|討議|討論|協議|審議|意見交換)(?:等|・質問|・意見)?|採決|概要|(?:審議|協議)?結果|結論|まとめ"
)
"""What parts an item where it stands under several: ▽事務局説明, ▽主な意見等."""
_ENDS_PART = regex(r"(?:審議|協議)?結果|結論|採決|まとめ|質疑|質疑応答|(?:主な)?意見(?:等)?")
"""One of which there is where numbers part an item, and not a meeting."""
_DONE = regex(r"(?:原案(?:のとおり|どおり)|(?:承認|可決|了承|継続審議)(?:$|[、。( とす]))")
_LABELS = frozenset(("議題", "議事", "案件", "議案", "抽出案件", "抽出事案", "審議対象案件", "審査案件"))
_SORTS = frozenset(["答申", "諮問", "付議"])
_RESULT_BEHIND = regex(r"(?P<gap> *(?:…|‥|\.{3}|・{3})[…‥.・ ]*| +|\()(?P<result>[^ ()]{2,24}(?:(?<!\()\([^()]{1,16}\)(?=$))?)\)?$")
_CASE = regex("案件|事案|事業|施設|工事")
"""What the items of a section are counted as."""
_COUNT_BEHIND = regex(r" +(?:\d{1,4} ?(?:件|筆|名|人|議案)|[-―ー])$")
"""The number of cases, in a cell of its own behind the title: …許可申請について　４件."""

_LEADS_SENTENCE = frozenset("(0123456789①②③④⑤⑥⑦⑧⑨⑴⑵⑶⑷⑸⑹⑺⑻⑼一二三四五六七八九十")
_ROW = 2
"""How many tabs a row of a table has at least, which bears a number and is no item."""
_SORT = regex(r"[一-龥ァ-ヴー]{2,10}")
_SERIES = frozenset(("⑴", "(N)", "①", "第N"))
_TOPIC = 32
_WHO_SAYS = regex(r"[(（][^()]*(?:意見|質問|質疑|回答|発言)[^()]*[)）]|\((?:注|※)\)[^。]*(?:意見|質問|質疑|回答|発言)[^。]*。?")
"""（以下、委員からの主な質問及び意見。括弧内はセンターの回答）, （注）「・」は委員の発言である。"""
_SEVERAL_BELOW = regex(r"(?:以下|次|下記)の(?:\d{1,2}|[二三四五六七八九十]) ?(?:件|事業|案件|議案|事項|項目|施策|施設|団体|事案|計画)(?:の[^、。]{2,12}?)?(?:について|を)、?(?:審議|協議|審査|評価|検討|調査)(?:を行っ|し)た。")
"""次の2事業について審議した。 and 以下の３件の申請について審査した。, below a heading whose items follow."""
_SHORTEST = 3
"""How long a title without a number must be more than for a line of the same words to be its heading."""
"""The length of a topic, in characters, at most."""
_NO_TOPIC = regex(rf" {{2,}}{HOUR}$|[。、:?!]|「(?![^「」]*」$)|[長員者側課局]「|(?:委員|局|課|[長員者側])$|^.\d{{4}}年|(?:から|より|の)の?(?:主な)?御?(?:意見|質問|質疑|回答|要望)(?:等|・質問|・意見|・要望)?$|^.?[御ご]?(?:意見|質問|質疑|回答|答弁|要望|指摘) ?\([^()]*\)$")


@define(eq=False, repr=False)
class BodyDraft:
    """The items of the body, and the blocks after its end."""

    items: list[ItemDraft]
    headings: dict[int, Heading] = field(factory=dict)
    sections: dict[int, Heading] = field(factory=dict)
    tail: int = 0
    printed: bool = False


@define(eq=False, repr=False)
class _Open:
    """A heading that has been opened: its level and what has come since."""

    level: int
    heading: Heading
    item: ItemDraft | None = None
    indent: int = 0


def cut_items(
    flow: Flow, first: int, turns: frozenset[int], listed: Sequence[Listed], style: str | None
) -> BodyDraft:
    """The items of the body that begins at block ``first``.

    ``turns`` are blocks that open a speaker's turn and so are no headings; ``listed`` the items of
    the header's list; ``style`` the decoration of the header's labels.
    """
    above = find_heading(flow, flow.blocks[first - 1]) if first else None
    outer = (above.style, above.number) if above is not None and above.number is not None else ("", 0)
    return _Cutter(flow, first, find_end(flow, first, turns, style), turns, listed, outer).cut()


@define(eq=False, repr=False)
class _Cutter:
    flow: Flow
    first: int
    tail: int
    turns: frozenset[int]
    listed: Sequence[Listed]
    outer: tuple[str, int] = ("", 0)
    levels: dict[str, int] = field(factory=dict)
    stack: list[_Open] = field(factory=list)
    draft: BodyDraft = field(factory=lambda: BodyDraft([]))
    repeated: frozenset[str] = frozenset()
    bracketed: frozenset[str] = frozenset()
    proven: frozenset[str] = frozenset()
    numbers: dict[str, list[int]] = field(factory=dict)
    marked: dict[str, int] = field(factory=dict)
    found: dict[int, Heading] = field(factory=dict)
    unnumbered: frozenset[str] = frozenset()
    presented: frozenset[int] = frozenset()
    asides: frozenset[tuple[str, int]] = frozenset()
    spoken: int = 0

    def cut(self) -> BodyDraft:
        self.unnumbered = frozenset(title for item in self.listed if item.number is None and len(title := fold(squeeze(item.title))) > _SHORTEST)
        self.presented = frozenset(i for i in range(self.first, self.tail) if presentation(self.flow, self.flow.blocks[i]) is not None)
        self.spoken = min((i for i in self.turns if i >= self.first), default=self.tail)
        self.found = found = self._candidates()
        self._survey(found)
        item: ItemDraft | None = None
        for index in range(self.first, self.tail):
            if item is not None and index < item.first:
                # The title below its label.
                continue
            heading = found.get(index)
            opened = self._open(index, heading, item) if heading is not None else None
            if opened is not None:
                item = opened.item
                continue
            if item is None:
                item = self._item(index, None)
            item.last = index + 1
            for entry in self.stack:
                if entry.item is None:
                    entry.item = item
        self.draft.tail = self.tail
        self.draft.printed = bool(self.draft.headings)
        self._drop_empty()
        self._part_by_restart()
        self._drop_repeated()
        self._drop_label()
        return self.draft

    def _part_by_restart(self) -> None:
        """The name of a section above a number 1 again, below items that none holds, is one, and so is the label above these: 議　事 / 1. … 2. … / 報　告 / 1. ….

        Or both count on with the labels of the header: 5 報告事項 / (1) … / 6 審議事項 / (1) … / 7 その他.
        """
        headings = {self.flow.blocks[index].start: (index, heading) for index, heading in self.draft.headings.items()}
        beside = {start for start, (_, heading) in headings.items() if heading.number is not None and heading.style == self.outer[0]}
        parts = {start: index for start, (index, heading) in headings.items() if heading.section and (start in beside or (heading.style == "section" and heading.number is None))}
        items = self.draft.items
        heads = [at for at, item in enumerate(items[:-1]) if at and item.heading and item.heading[0] in parts and item.section is None and item.first == item.last and items[at + 1].number == 1]
        if not heads or items[0].number != 1 or any(item.section is not None for item in items):
            return
        section = self._label_above()
        for at, item in enumerate(items):
            if at in heads and item.heading is not None:
                section, index = item.title, parts[item.heading[0]]
                self.draft.sections[index] = self.draft.headings[index]
            elif item.heading is not None and item.heading[0] in beside:
                section = None
            item.section = section
        self.draft.items = [item for at, item in enumerate(items) if at not in heads]

    def _label_above(self) -> str | None:
        """The label above the first item, where it tells of a part of the agenda."""
        block = self.flow.blocks[self.first - 1] if self.first else None
        if block is None:
            return None
        heading = find_heading(self.flow, block)
        if heading is not None and heading.number is not None and heading.section:
            return heading.title
        above = clean(self.flow.text[block.start : block.end])
        return above if squeeze(above) in _LABELS else None

    def _drop_label(self) -> None:
        """A section that holds all items and tells only that they are those of the meeting is a label: ［議　題］."""
        sections = {squeeze(item.section) if item.section else "" for item in self.draft.items if item.title}
        if len(sections) == 1 and sections <= _LABELS:
            for item in self.draft.items:
                item.section = None

    def _drop_repeated(self) -> None:
        """A list of items above the first of them, each of which comes again as a heading with words below, is a list and no more."""
        titles = [(item.number, squeeze(item.title)) if item.title else None for item in self.draft.items]
        often, first = Counter(titles), {title: at for at, title in reversed(list(enumerate(titles)))}
        twice = [at for at, title in enumerate(titles) if title is not None and often[title] > 1 and first[title] == at]
        if len(twice) < _ROW or twice != list(range(twice[0], twice[0] + len(twice))):
            return
        listed = [self.draft.items[at] for at in twice]
        if all(item.first >= item.last and not item.entries for item in listed[:-1]):
            below = self.draft.items[twice[-1] + 1]
            for item in listed:
                self.draft.items.remove(item)
            if listed[-1].first < listed[-1].last:
                # A legend below the list stands above the first item then.
                below.first = listed[-1].first

    def _candidates(self) -> dict[int, Heading]:
        found: dict[int, Heading] = {}
        for index in range(self.first, self.tail):
            if index in self.turns:
                continue
            block = self.flow.blocks[index]
            lead = self.flow.folded[block.start]
            if lead in "「『" or block.end - block.start > 400:
                continue
            if index in self.presented or (lead in "<〈[《(-" and is_stage(self.flow, block) and read_movement(self.flow, block) is not None):
                continue
            # 1 | …延びるのか。 | …見込んでいる。, a row between strokes.
            row = lead in _LEADS_SENTENCE and (self.flow.text.count("\t", block.start, block.end) >= _ROW or self.flow.text.find("|", block.start, block.end) > 0)
            sentence = lead in _LEADS_SENTENCE and not row
            heading = find_heading(self.flow, block) or (numbered_sentence(self.flow, block) if sentence else None) or self._as_listed(block)
            if heading is not None and not self._names_speaker(index, heading):
                found[index] = heading
        sure = {i: heading for i, heading in found.items() if heading.number is not None or heading.strong}
        found = self._plain_topics() | found | self._topics() | self._beside_marked(sure) | self._points(found) | self._sorts(found) | sure
        counts = Counter((heading.style, squeeze(heading.title)) for heading in found.values())
        # （ア）説明 and （イ）討議 under every item part it, and are none themselves.
        inner = self._inner_styles(found)
        return {i: h for i, h in found.items() if not _PARTS.fullmatch(squeeze(h.title)) or (counts[h.style, squeeze(h.title)] < 2 and h.style not in inner)}

    def _inner_styles(self, found: Mapping[int, Heading]) -> frozenset[str]:
        """The styles of numbers that stand below an item before nothing but what parts it: ア　審議 / イ　結論, below (1) …について."""
        titles: dict[str, list[str]] = {}
        for _, heading in sorted(found.items()):
            title = squeeze(heading.title)
            if title in _LABELS or (titles and self._is_listed(heading) and _PARTS.fullmatch(title)):
                # ２　議題 / （１）意見交換: an item of the list, whatever its words.
                return frozenset()
            if heading.number is not None or titles:
                titles.setdefault(heading.style, []).append(title)
        outer = next(iter(titles), "")
        return frozenset(style for style, words in titles.items() if style != outer and len(words) > 1 and all(map(_PARTS.fullmatch, words)) and any(map(_ENDS_PART.fullmatch, words)))

    def _names_speaker(self, index: int, heading: Heading) -> bool:
        """Whether a number stands before who spoke, his words below: (1) 大野原町長, (2)及び(3)について（知事）."""
        if heading.number is None or index + 1 >= self.tail:
            return False
        opened = opens_by_number(self.flow, self.flow.blocks[index])
        if opened is None or self.flow.folded[self.flow.blocks[index + 1].end - 1] != "。":
            return False
        return opened.answer or not (heading.strong or heading.about or self._is_listed(heading))

    def _as_listed(self, block: Block) -> Heading | None:
        """A line that is what the list says of an item without a number, no more and no less: 市長あいさつ."""
        if block.end - block.start > _TOPIC or not self.unnumbered:
            return None
        words = squeeze(self.flow.words(block))
        if words not in self.unnumbered and not (block.gap and self._names_one(words)):
            return None
        return Heading("plain", None, None, clean(self.flow.text[block.start : block.end]), False, False, False, (block.start, block.end))

    def _names_one(self, words: str) -> bool:
        """Whether a line begins and ends as the title of an item without a number does: 審査請求に係る口頭審理, listed as 審査請求事件の口頭審理について."""
        return words[-1] not in "。、" and any(_agree_at_ends(words, bare_title(title)) for title in self.unnumbered)

    def _sorts(self, found: Mapping[int, Heading]) -> dict[int, Heading]:
        """再評価 above (1) …, and 事後評価 above a further (1): a few words, or what the list says of a part, above numbers that begin anew, are sections."""
        firsts = Counter(heading.style for heading in found.values() if heading.number == 1 and heading.title)
        above = [i - 1 for i, heading in found.items() if heading.number == 1 and firsts[heading.style] > 1]
        blocks = [self.flow.blocks[i] for i in above if i >= self.first and i not in self.turns]
        words = [squeeze(self.flow.words(block)) for block in blocks]
        listed = {fold(squeeze(item.section)) for item in self.listed if item.section}
        if len(blocks) < _ROW or len(blocks) < len(above) or len(set(words)) < len(words) or not all(block.gap and (word in listed or _SORT.fullmatch(word)) for block, word in zip(blocks, words, strict=True)):
            return {}
        return {
            i: Heading("section", None, None, clean(self.flow.text[block.start : block.end]), True, False, True, (block.start, block.end))
            for i, block in zip(above, blocks, strict=True)
        }  # fmt: skip

    def _topics(self) -> dict[int, Heading]:
        """■産業の振興: what a mark opens again and again, each time a few words with a text below, are topics."""
        by_mark: dict[str, list[int]] = {}
        for index in range(self.first, self.tail):
            mark = self.flow.folded[self.flow.blocks[index].start]
            if mark in MARKS and mark != "・" and index not in self.turns and index not in self.presented:
                by_mark.setdefault(mark, []).append(index)
        places = (i for indexes in by_mark.values() if self._are_topics(indexes) for i in indexes)
        return {i: _topic(self.flow, self.flow.blocks[i]) for i in places}

    def _plain_topics(self) -> dict[int, Heading]:
        """地下水位の観測体制, between blank lines, above points (・…。), again and again: themes that nothing decorates."""
        places = [index for index in range(self.first, self.tail - 1) if self._may_be_plain_topic(index)] if not self.turns else []
        marks = {self.flow.folded[self.flow.blocks[index + 1].start] for index in places}
        words = {self.flow.words(self.flow.blocks[index]) for index in places}
        if len(places) < _ROW or len(marks) > 1 or len(words) < len(places) or len({self.flow.blocks[index].indent for index in places}) > 1:
            return {}
        between = (self.flow.blocks[index] for index in range(places[0], places[-1]) if index not in places)
        if any(self.flow.folded[block.start] not in marks for block in between):
            return {}
        blocks = ((index, self.flow.blocks[index]) for index in places)
        return {index: Heading("topic", None, None, clean(self.flow.text[block.start : block.end]), False, True, True, (block.start, block.end)) for index, block in blocks}

    def _may_be_plain_topic(self, index: int) -> bool:
        block, below = self.flow.blocks[index], self.flow.blocks[index + 1]
        if not block.gap or index in self.presented or block.end - block.start > _TOPIC or self.flow.folded[below.start] not in MARKS or self.flow.folded[below.end - 1] != "。":
            return False
        words = self.flow.words(block)
        return is_kanji(words[0]) and not _NO_TOPIC.search(words) and not plausible(squeeze(words)) and squeeze(words) not in ITEM_WORDS

    def _beside_marked(self, sure: Mapping[int, Heading]) -> dict[int, Heading]:
        """△開会の宣告 beside △議案第52号…: a few words under the mark of the items, where no speaker has it."""
        spoken = {self.flow.folded[self.flow.blocks[index].start] for index in self.turns}
        marks = {self.flow.folded[self.flow.blocks[index].start] for index, heading in sure.items() if heading.strong and not heading.section} & set(MARKS) - spoken - {"・"}
        blocks = ((index, self.flow.blocks[index]) for index in range(self.first, self.tail) if index not in self.turns and index not in self.presented) if marks else ()
        marked = ((index, block) for index, block in blocks if self.flow.folded[block.start] in marks)
        return {
            index: _topic(self.flow, block) for index, block in marked
            if 2 < len(words := self.flow.words(block)) <= _TOPIC and not _NO_TOPIC.search(words) and not words.endswith("。")
            and index + 1 < self.tail and self.flow.folded[self.flow.blocks[index + 1].start] not in marks
        }  # fmt: skip

    def _points(self, found: Mapping[int, Heading]) -> dict[int, Heading]:
        """・旧小学校の跡地利用について, below a section or a point like it, where turns follow."""
        points: dict[int, Heading] = {}
        for index in sorted(index - 1 for index in self.turns):
            block = self.flow.blocks[index] if self.first < index < self.tail else None
            if block is None or self.flow.folded[block.start] != "・" or not _POINT_TITLE.search(self.flow.words(block)):
                continue
            above = found.get(index - 1)
            if points or (above is not None and above.section):
                points[index] = _topic(self.flow, block)
        return points

    def _are_topics(self, indexes: Sequence[int]) -> bool:
        words = [self.flow.words(self.flow.blocks[i]) for i in indexes]
        apart = all(b - a > 1 for a, b in pairwise(indexes)) and indexes[-1] + 1 < self.tail
        return len(indexes) > 1 and apart and all(2 < len(w) <= _TOPIC and not _NO_TOPIC.search(w) for w in words)

    def _survey(self, found: dict[int, Heading]) -> None:
        counts = Counter(squeeze(h.title) for h in found.values() if h.style[:1] in "【≪《<〈[")
        self.repeated = frozenset(title for title, count in counts.items() if count > 1)
        self.bracketed = frozenset(h.style[0] for h in found.values() if h.number is not None and h.style[:1] in "【≪《<〈[")
        told = Counter((h.style, self.flow.blocks[i].indent) for i, h in found.items() if h.style[:1] in "【≪《<〈[" and _ASIDE.search(fold(h.title)))
        self.asides = frozenset(place for place, count in told.items() if count > 1 and place[1])
        self.proven = frozenset(MARKS) & {self.flow.folded[self.flow.blocks[i].start] for i, h in found.items() if h.strong}
        for heading in found.values():
            if heading.title and heading.number is not None:
                self.numbers.setdefault(heading.style, []).append(heading.number)

    def _is_listed(self, heading: Heading) -> bool:
        bare = bare_title(heading.title)
        return bool(bare) and any(similar(bare, bare_title(item.title)) for item in self.listed)

    def _accepts(self, index: int, heading: Heading, item: ItemDraft | None) -> int | None:
        """The level at which a candidate is a heading; None where it is none."""
        known = self.levels.get(heading.style)
        if heading.style == "plain":
            return self._plain_level(heading, self.flow.blocks[index].indent, item)
        if not heading.title and heading.label and not heading.strong:
            return self._sentence_level(heading, known, item)
        if heading.style[:1] in "【≪《<〈[" and heading.number is None and not heading.section:
            if _FACTS.search(self.flow.words(self.flow.blocks[index])):
                return None
            if (heading.style, self.flow.blocks[index].indent) in self.asides and not self._is_listed(heading):
                # 〔理事者あいさつ〕, as far in as 〔「異議なし」と呼ぶ者あり〕
                return None
            return known if self._parts_like_sections(index, heading, known) else self._bracket_level(heading, known, item)
        if self._is_result(heading):
            return None
        if self._goes_on_outside(heading):
            return 0
        listed = self._is_listed(heading)
        if known is not None and known < len(self.stack) + 1:
            return known if self._plausible(heading, listed, item) else None
        mark = self.flow.folded[self.flow.blocks[index].start]
        if mark in self.marked and heading.strong:
            return self.marked[mark]
        empty = item is None or self._is_empty(item)
        if empty or not self.stack:
            deeper = len(self.stack)
            sure = listed or heading.strong or self._in_series(heading) or (heading.number is None and mark in self.proven)
            return deeper if sure or self.stack else None
        if heading.section and heading.strong:
            return self.stack[0].level
        first = heading.number in (1, None) or heading.style.endswith("号")
        if (heading.number == 1 or heading.label in _FIRST_KANA) and item is not None and not item.title.startswith("その他") and self._leads_on(item):
            # 資料２に沿って、論点ごとに意見交換を行った。 / ① 通学距離と通学手段
            return len(self.stack)
        if listed or (heading.about and heading.strong and heading.style not in ("plain",) and first):
            return self._beside(heading)
        if heading.number == 1 and self._counts_on(index, heading):
            return self._beside(heading)
        return None

    def _goes_on_outside(self, heading: Heading) -> bool:
        """Whether a heading has the number after that of the body's own label: ５ 主な質疑 (1) … (2) … and ６ その他."""
        style, number = self.outer
        if not number or (heading.style, heading.number) != (style, number + 1) or not heading.about:
            return False
        last = next((e.heading.number for e in reversed(self.stack) if e.heading.style == style), None)
        if last == number:
            return False
        self.outer = style, number + 1
        return True

    def _plain_level(self, heading: Heading, indent: int, item: ItemDraft | None) -> int | None:
        """A line without decoration is a heading where the list has it, or beside items of its kind, or beside sections."""
        top = self.stack[0] if self.stack else None
        if self.stack and self.stack[-1].heading.section and item is not None and self._is_empty(item) and self._is_listed(heading):
            # ２　報告事項 / 旧小学校の跡地利用について
            return len(self.stack)
        last = self.stack[-1] if self.stack else None
        if last is not None and heading.about and item is not None and self._is_empty(item) and last.heading.style[:1] in "【≪《<〈[" and last.level < max(self.levels.values()):
            # 【報告】 / 迅速審査の結果（３件）について, where items of other styles stand below 【新規審査】.
            return len(self.stack)
        if top is not None and top.heading.section and heading.title in ITEM_WORDS and indent == top.indent:
            return top.level
        if self._is_listed(heading) or (self.unnumbered and self._names_one(fold(squeeze(heading.title)))) or heading.title in ("その他", "まとめ") or (heading.title.startswith("その他") and self.stack):
            return self.stack[-1].level if self.stack else 0
        return self.levels.get("plain") if self.levels.get("plain") is not None and self.stack else (None if self.stack else 0)

    def _is_result(self, heading: Heading) -> bool:
        return not heading.section and _DONE.match(heading.title) is not None

    def _beside(self, heading: Heading) -> int:
        """The level of a new style after content: below a section that had an opening, else beside."""
        if self.stack and _counts_cases(self.stack[-1].heading, heading):
            return len(self.stack)
        above = [e for e in self.stack if not (e.heading.style == "plain" and self._is_listed(heading) and self._is_listed(e.heading))]
        above = [e for e in above if e.heading.section or squeeze(e.heading.title) in ITEM_WORDS or not (e.heading.about or squeeze(e.heading.title) in ("開会", "閉会"))]
        if heading.number is not None and above and self.stack[-1] is above[-1]:
            return len(self.stack)
        return max(0, len(self.stack) - 1)

    def _sentence_level(self, heading: Heading, known: int | None, item: ItemDraft | None) -> int | None:
        if known is not None:
            current = self.stack[-1].level if self.stack else 0
            last = next((e.heading.number for e in reversed(self.stack) if e.heading.style == heading.style), 0) or 0
            return known if known <= current and heading.number == last + 1 else None
        if not self.stack and heading.number == 1 and (item is None or not item.title) and not self._spoken(item):
            return 0
        return None

    def _spoken(self, item: ItemDraft | None) -> bool:
        """Whether turns have begun, so that a sentence with a number is among somebody's words: 一、…を徹底すること。"""
        return item is not None and self.spoken < item.last

    def _parts_like_sections(self, index: int, heading: Heading, known: int | None) -> bool:
        """Whether a title in the brackets of the sections stands above an item that is the first again: ＜意見交換＞ / １．…."""
        top = self.stack[0] if self.stack else None
        below = self.found.get(index + 1)
        return known is not None and top is not None and top.heading.section and top.heading.style == heading.style and below is not None and below.number == 1

    def _bracket_level(self, heading: Heading, known: int | None, item: ItemDraft | None) -> int | None:
        title = squeeze(heading.title)
        if (_INNER.match(title) or _TERMS.match(fold(title)) or is_result(title, self.flow.habits.decisions)) and not self._is_listed(heading):
            return None
        if title == "その他" and self.stack and self.stack[0].heading.style[:1] == heading.style[:1]:
            return self.stack[0].level
        if title in self.repeated or _ASIDE.search(fold(title)):
            return None
        if title.endswith(("開会", "閉会")):
            beside = heading.style in self.bracketed or any(h.section and h.style[:1] == heading.style[:1] for h in self.found.values())
            opens = title == "開会" and heading.style[0] in "【≪《<" and not self.stack and (item is None or self._is_empty(item))
            return 0 if title in ("開会", "閉会") and (beside or opens) else None
        if known is not None:
            return known
        if not self.stack:
            return 0
        if self._leads_to_themes(heading, item):
            return len(self.stack)
        empty = item is None or self._is_empty(item)
        if not empty and self.stack[-1].heading.number is not None and self.stack[-1].heading.style.startswith(f"{heading.style}論点"):
            # 【今後の進め方】, beside 【論点３】…
            return self.stack[-1].level
        return len(self.stack) if empty else (max(0, len(self.stack) - 1) if self.stack[-1].heading.style == heading.style else None)

    def _leads_to_themes(self, heading: Heading, item: ItemDraft | None) -> bool:
        """Whether a heading such as 主な意見 holds nothing but a sentence that introduces them, and themes come: ＜船内放送について＞."""
        above = self.stack[-1].heading
        if item is None:
            return False
        if not introduces(squeeze(above.title)):
            # ３　基本計画について / 資料２を基に意見交換を行った。 / 【施設の規模について】
            return (self._leads_on(item) or self._only_explained(item)) and self._are_themes(heading) and _SAID_TO.search(squeeze(heading.title)) is None
        return (heading.about or self._are_themes(heading)) and all(introduces(self.flow.words(self.flow.blocks[i])) for i in range(item.first, item.last))

    def _leads_on(self, item: ItemDraft) -> bool:
        """Whether all that stands under an item so far leads to what was said, and tells of nobody."""
        words = [_BEHIND_SENTENCE.sub("", self.flow.words(self.flow.blocks[i])) for i in range(item.first, item.last)]
        return bool(words) and all(one.endswith("。") and (introduces(one) or _EXCHANGED.search(one) is not None or _LEADS_BELOW.search(one) is not None) and not begins_report(one) for one in words)

    def _only_explained(self, item: ItemDraft) -> bool:
        """Whether an item was explained in a sentence or two, and nothing was said of it yet: 事務局より資料１を説明。 / ＜目標の立て方＞."""
        words = [self.flow.words(self.flow.blocks[i]) for i in range(item.first, item.last)]
        return 0 < len(words) <= _FEW and _ONLY_EXPLAINED.match(words[0]) is not None and all(introduces(one) for one in words[1:])

    def _are_themes(self, heading: Heading) -> bool:
        """Whether a bracket opens several lines that name no speaker."""
        alike = [h.title for h in self.found.values() if h.style == heading.style and h.number is None]
        return len(alike) > 1 and not any(plausible(squeeze(title)) for title in alike)

    def _in_series(self, heading: Heading) -> bool:
        numbers = self.numbers.get(heading.style, [])
        return heading.number is not None and (heading.about or (len(numbers) > 1 and heading.number <= max(numbers)))

    def _counts_on(self, index: int, heading: Heading) -> bool:
        """Whether a few words numbered 1 begin a series each of which has text below: ⑴ 第１申請者 … ⑵ 第２申請者 …"""
        if heading.style not in _SERIES or len(heading.title) > _TOPIC or index + 1 >= self.tail:
            return False
        following = next((i for i in range(index + 1, self.tail) if self._is_next(i, heading, 2)), None)
        return following is not None and following > index + 1 and following + 1 < self.tail and self._is_next(index + 1, heading, 2) is False

    def _is_next(self, index: int, heading: Heading, number: int) -> bool:
        found = self.found.get(index)
        return found is not None and found.style == heading.style and found.number == number and bool(found.title)

    def _plausible(self, heading: Heading, listed: bool, item: ItemDraft | None) -> bool:
        if heading.strong or listed or heading.style in ("plain", "section"):
            return True
        last = next((e.heading.number for e in reversed(self.stack) if e.heading.style == heading.style), None)
        return heading.number is None or last is None or heading.number in (last + 1, 1)

    def _open(self, index: int, heading: Heading, item: ItemDraft | None) -> _Open | None:
        level = self._accepts(index, heading, item)
        if level is None:
            return None
        self.levels[heading.style] = level if heading.style == "plain" else self.levels.get(heading.style, level)
        mark = self.flow.folded[self.flow.blocks[index].start]
        if mark in MARKS:
            self.marked.setdefault(mark, level)
        while self.stack and self.stack[-1].level >= level:
            self.stack.pop()
        titled = self._title_below(index) if not heading.title and heading.label else None
        if titled is not None:
            heading = evolve(heading, title=clean(self.flow.text[slice(*titled)]), text=titled)
        entry = _Open(level, heading, indent=self.flow.blocks[index].indent)
        entry.item = self._item(index, heading)
        if titled is not None and entry.item.heading is not None:
            below = next(i for i in range(index + 1, self.tail) if self.flow.blocks[i].end >= titled[1])
            entry.item.first = entry.item.last = below + 1
            entry.item.heading = entry.item.heading[0], titled[1]
        if not heading.title and heading.label:
            entry.item.last = index + 1
        self.stack.append(entry)
        self.draft.headings[index] = heading
        return entry

    def _title_below(self, index: int) -> Slice | None:
        """The title that stands below a label alone on its line, behind a label of its own, 案件１ / 契約件名 / 底質調査業務, or as it does below all such labels: 課題１ / 高温に強い水稲品種の選定."""
        for at in range(index + 1, min(index + 1 + _NEAR_LABEL, self.tail)):
            if at in self.turns or self.found.get(at) is not None:
                return None
            block = self.flow.blocks[at]
            named = _TITLE_LABEL.match(self.flow.folded, block.start, block.end)
            if named is not None and named.end() < block.end:
                return (named.end(), block.end) if _may_title(self.flow.folded[named.end() : block.end]) else None
            if named is not None:
                return self._whole(at + 1) if at + 1 < self.tail and at + 1 not in self.turns and self.found.get(at + 1) is None else None
            if _FORM_LABEL.match(self.flow.folded, block.start, block.end) is None:
                break
        own = self.found[index]
        alike = [i for i, heading in self.found.items() if heading.style == own.style and not heading.title]
        return self._whole(index + 1) if len(alike) > 1 and all(self._is_named_below(i + 1) for i in alike) else None

    def _is_named_below(self, index: int) -> bool:
        """Whether a line is a name of several words and tells nothing: neither who did something, nor what came of it, nor of a form."""
        if index >= self.tail or index in self.turns or self.found.get(index) is not None:
            return False
        words = self.flow.words(self.flow.blocks[index])
        told = " " in words or _TELLS_OF.search(words) is not None or is_result(words, self.flow.habits.decisions)
        return len(words) >= _SHORTEST_NAMED and not told and _may_title(words)

    def _whole(self, index: int) -> Slice | None:
        block = self.flow.blocks[index]
        return (block.start, block.end) if _may_title(self.flow.words(block)) else None

    def _item(self, index: int, heading: Heading | None) -> ItemDraft:
        item = ItemDraft(index + (heading is not None and bool(heading.title)), index + (heading is not None and bool(heading.title)))
        if heading is not None:
            item.number = heading.number
            item.label = heading.label
            item.title = heading.title
            block = self.flow.blocks[index]
            item.heading = (block.start, block.end if heading.title else heading.text[0])
            above = [e for e in self.stack if e.heading.title]
            item.section = above[-1].heading.title if above else None
            self._result_behind(item, heading)
        self.draft.items.append(item)
        return item

    def _result_behind(self, item: ItemDraft, heading: Heading) -> None:
        """A result printed behind the title: 承認第４号 …について　　承認, …について……承認 or …について（可決）."""
        start, end = heading.text
        found = _RESULT_BEHIND.search(self.flow.folded, start, end)
        own = self.flow.habits.decisions
        # （答申） and （諮問） tell the sort of business, not its result.
        if found is None or (found["gap"] == " " and self.flow.text[found.start()] != "\t"):
            return
        if found["result"] in _SORTS or not is_result(re.sub(r"\(.*", "", found["result"]), own):
            return
        place = found.span("result")
        enclosed = found["gap"] == "("
        if enclosed and any(fold(squeeze(listed.title)).endswith(f"({found['result']})") for listed in self.listed):
            # （継続審議）, which the list says too, before the meeting dealt with it
            return
        if not enclosed and item.heading:
            counted = _COUNT_BEHIND.search(self.flow.folded, start, found.start())
            item.title = clean(self.flow.text[start : counted.start() if counted else found.start()].lstrip().partition("\t")[0]).strip()
            item.heading = (item.heading[0], found.start())
        item.entries.append(Decided(*place, outcome_of(found["result"], own), quoted=enclosed, rule="result"))

    def _is_empty(self, item: ItemDraft) -> bool:
        """Whether nothing stands under an item's heading so far but the heads of a table's columns, or who says what, in brackets."""
        blocks = (self.flow.blocks[i] for i in range(item.first, item.last))
        return all(are_table_heads(self.flow, block) or _WHO_SAYS.fullmatch(self.flow.folded, block.start, block.end) or _SEVERAL_BELOW.fullmatch(self.flow.folded, block.start, block.end) for block in blocks)

    def _drop_empty(self) -> None:
        """Sections are headings directly followed by deeper ones: they are no items themselves."""
        items = self.draft.items
        order = sorted(self.draft.headings)
        opened = {item.heading[0]: item for item in items if item.heading}
        for index, following in pairwise(order):
            here, below = self.draft.headings[index], self.draft.headings[following]
            deeper = self.levels[below.style] > self.levels[here.style]
            item = opened[self.flow.blocks[index].start]
            if not deeper or not here.title:
                continue
            if item.first == item.last and following == index + 1:
                items.remove(item)
                self.draft.sections[index] = here
            elif here.section or not here.about or _counts_cases(here, below) or squeeze(here.title) in ITEM_WORDS or self._is_empty(item) or ((below.style[:1] in _THEMES or below.number == 1 or below.label in _FIRST_KANA) and self._leads_on(item)):
                # An opening remark under a section belongs to no item.
                item.number, item.label, item.title, item.section = None, None, "", None
                self.draft.sections[index] = here
                item.heading = None


_SAID_TO = regex(r"(?:質疑|質問|意見|発言|回答|要望|審査|評価|結果|説明|討論|採決|表決|結論|まとめ|概要|補足)(?:応答)?(?:等|・質疑|・意見)?$")
"""What tells of a part of the talk, not of what it was about: ＜第一申請者に対する質疑＞."""
_TITLE_LABEL = regex(r"(?:(?:審議|抽出|対象)案件|契約|工事|業務|事業|施設|課題|案件|議題|委託|調達)?(?:件 *名|名称?)(?:(?<=.名)|(?<=名称))(?: *: *| {1,}|\t|$)")
_FORM_LABEL = regex(r"(?:契約|工事|業務|履行|入札|調達|審査|申請)(?:の?(?:金額|方式|方法|期間|相手方|相手|概要|番号|日|区分|種別|担当課))(?: +| *:|\t|$)")
"""What a form tells of a case besides its name, which may stand before it."""
_TELLS_OF = regex(r"から|より|[たし]$|(?:なし|無し|とおり|承認|可決|了承|説明|報告|競争|入札|方式|開会|閉会|休憩)(?:$|(?<=競争)入札)|^資料|\d円$")
_NEAR_LABEL = 4
_SHORTEST_NAMED = 6
_LONGEST_TITLE = 60


def _may_title(words: str) -> bool:
    """Whether a line below 案件１ can be its title: a few words, and no sentence, side, bullet or label with its value."""
    bare = words.strip()
    if not 2 < len(bare) <= _LONGEST_TITLE or "。" in bare or ":" in bare or bare[0] in MARKS or bare[0] in "([【<〈《":
        return False
    return not (is_party(squeeze(bare)) or explains(bare) or _HEADS_COLUMN.search(bare))


_HEADS_COLUMN = regex(r"(?:質問|意見|質疑|応答|回答|答弁|結果|概要|内容|説明|経過|番号|No\.?)(?:等)?$")
"""How the heads of columns and parts end, which stand below the labels of items too."""


_LEADS_BELOW = regex(r"(?:次|以下|下記)の(?:とおり|通り)(?:です|である|であった)?。$|^[※(].*(?:発言|意見|質問|回答)(?:です|である|を示す|を表す|を示します|を表します)。$")
_BEHIND_SENTENCE = regex(r"(?<=。) *\([^()]*\)$")
_EXCHANGED = regex(r"(?:意見交換|議論|討議|審議|協議|質疑(?:応答)?|検討)(?:を(?:行|おこな)った|が(?:行わ|なさ)れた|を(?:行い|実施し)ました|を実施した|した)。(?:なお、[^。]*。)?$")
"""資料２を基に意見交換が行われた。, above the themes of which each was spoken."""
_ONLY_EXPLAINED = regex(
    r" *[^、。「」]{2,24}?(?:から|より|が)(?!(?:意見|質問|質疑)).{0,200}?(?:説明|報告)(?:が?(?:あった|ありました|なされた|行われた)|を?(?:行った|した|しました|行いました|行われた))?。?"
    r"(?:[^。]{0,60}(?:意見|質疑|発言|質問)[^。]{0,40}(?:とおり|通り|ような?)[^。]{0,12}。)?$", re.S
)
_FEW = 2
_THEMES = frozenset("【≪《<〈[")
_FIRST_KANA = frozenset(("ア", "(ア)", "（ア）"))
_OF_BOTH = 0.7
"""How much of the longer of two titles their common beginning and end are, at least."""


def _agree_at_ends(words: str, title: str) -> bool:
    """Whether two titles have the words they begin with and those they end in, and nearly nothing else."""
    head, tail = _common(words, title), _common(words[::-1], title[::-1])
    return min(head, tail) > _SHORTEST and head + tail >= _OF_BOTH * max(len(words), len(title))


def _common(left: str, right: str) -> int:
    """How many characters two titles begin with alike."""
    return next((at for at, (one, other) in enumerate(zip(left, right, strict=False)) if one != other), min(len(left), len(right)))


_ASIDE = regex(r"入室|退室|退席|入場|登壇|降壇|離席|復席|呼ぶ者|の声|声あり|笑声|発言する者|朗読|配[付布]|録音|黙とう|着席|一同|休憩|再開|省略|異議|拍手|挙手|なし|起立|^(?:賛成|反対)(?:者|多数|少数|全員|[0-9一二三四五六七八九十]+[名人])")
"""What happened, in brackets as titles are."""
_TERMS = regex(r"対象(?:契約|案件|工事|業務|事業|施設|調達|事案):|(?:入札|契約|発注)?(?:方式|方法|種別|業種|工種|工期|履行期間|金額|落札率|応札者数|所管課?|担当課|部局)[^:]{0,8}:")
"""［入札方式：一般競争入札　応札者数：１者］: facts of an item, below its heading."""
_FACTS = regex(r" [^ ]*\d[\d,.]*(?:[者社件名人円%]|万円|千円)(?: |\W?$)")
"""［一般競争入札　応札者６者　落札率91.4％］: what is known of a case, below its heading."""
_POINT_TITLE = regex(r"^[^。]{4,80}(?:について|に関して|の件|に関する件|に関すること|その他)(?:\([^()]*\))?$")


def _counts_cases(above: Heading, heading: Heading) -> bool:
    """Whether a heading counts what the one above it is of: ２ 抽出案件の審議 / （案件１）…."""
    word = _CASE.search(heading.label or "")
    return word is not None and word[0] in above.title and above.title != word[0] and above.style != heading.style


def _topic(flow: Flow, block: Block) -> Heading:
    start = block.start + 1
    title = clean(flow.text[start : block.end]).strip()
    mark = flow.folded[block.start]
    return Heading(mark, None, flow.text[block.start], title, False, True, True, (start, block.end))
