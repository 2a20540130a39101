"""Which blocks of the header are its labels: the known words, those of unknown ones in their style, without groups of people and turns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from attrs import define, evolve, field

from minutes_model.grammar.body_start import FACTS
from minutes_model.grammar.label_words import SECTIONS, LabelKind
from minutes_model.grammar.labels import (
    Label,
    aligned_label,
    find_label,
    glued_label,
    lone_label,
    unknown_label,
)
from minutes_model.grammar.list_words import PLAIN_TITLES
from minutes_model.layout import Block, Flow
from minutes_model.patterns import regex
from minutes_model.text import squeeze

__all__ = ["labels_of_header", "main_style"]

_BULLETS = frozenset("•・-")
_ROWS_OF_ITEMS = frozenset(("概要", "結果", "審議結果", "議決結果", "採決結果", "提案理由", "説明", "質疑", "討論"))
"""What the rows below each item tell, where they come again and again."""
_LONGEST_HEADER = 240
"""In how many paragraphs labels are looked for: an assembly lists its members and officials a line each."""


def labels_of_header(flow: Flow, turns: frozenset[int]) -> dict[int, Label]:
    """The labels by block, those of unknown words too where they share the style of the sure ones."""
    limit = min(len(flow.blocks), _LONGEST_HEADER)
    found = {i: label for i in range(limit) if (label := find_label(flow, flow.blocks[i])) is not None}
    found |= _glued(flow, found, limit)
    found |= _aligned(flow, found, turns)
    found |= _subjects(flow, found, limit)
    sure = {i: label for i, label in found.items() if not _opens_turns(label, flow.blocks[i], i, turns)}
    timed = [label for label in sure.values() if label.kind in (LabelKind.DATE, LabelKind.VENUE)]
    # 日時 and 場所 may stand below １．開催日時・場所, whose style is that of the others.
    style = main_style([label for label in timed if "N" in label.style] or timed)
    first = min(sure, default=0)
    if style is None and first and "N" in sure[first].style:
        first, style = _numbered_above(flow, first, sure[first].style)
    if style:
        column = max((flow.blocks[i].indent for i, label in sure.items() if label.style == style), default=0)
        for index in range(first, limit):
            # ３　佐久間　トヨ子, a seat in the list below ４　委員の出欠.
            if index not in found and index not in turns and flow.blocks[index].indent <= column + 1:
                label = unknown_label(flow, flow.blocks[index], style)
                if label is not None and not _opens_turns(label, flow.blocks[index], index, turns):
                    sure[index] = label
    sure = _before_restart(flow, _without_contents(flow, sure), style)
    facts = [i for i, label in sure.items() if label.kind in FACTS]
    if facts:
        # 会議録 on a line of its own above 日時 is the end of the title.
        sure = {i: label for i, label in sure.items() if label.kind is not LabelKind.BODY or i > facts[0]}
    # 要旨：景観計画について tells what the meeting was about, （７）要　旨 above the items what was said.
    sure = {i: label for i, label in sure.items() if label.words != "要旨" or ("N" in label.style and label.value >= flow.blocks[i].end)}
    first = min(sure, default=0)
    if first in sure and sure[first].words == "公開" and sure[first].value == flow.blocks[first].end and first + 1 not in sure:
        # 【公開】, a stamp above the title
        del sure[first]
    rows = Counter(label.words for label in sure.values() if label.kind is LabelKind.BODY or label.words in _ROWS_OF_ITEMS)
    # 審議結果 under every item is no label of the document.
    sure = {i: label for i, label in sure.items() if rows[label.words] < 2}
    sure = {i: evolve(label, kind=LabelKind.OTHER) if _is_elsewhere(flow, i, label) else label for i, label in sure.items()}
    return _Pruner(flow, sure, turns, style).pruned()


def _is_elsewhere(flow: Flow, index: int, label: Label) -> bool:
    """Whether a label of the body only says that the body is told elsewhere, and the form goes on below it."""
    return label.kind is LabelKind.BODY and _ELSEWHERE.fullmatch(flow.folded, label.value, flow.blocks[index].end) is not None and _goes_on_below(flow, index)


_ELSEWHERE = regex(r"[ :\t]*(?:別紙|別添|別記|次頁以降)(?:の)?(?:とおり|通り)(?:です|である)?。? *")
"""委員からの意見・質問、それに対する回答等　別紙のとおり"""


def _goes_on_below(flow: Flow, index: int) -> bool:
    """Whether the form goes on below a label whose value is told elsewhere: 委員会による意見の具申又は勧告の内容　なし."""
    below = flow.blocks[index + 1 : index + 1 + _FORM_LINES]
    return any(_FORM_ENDS.search(squeeze(flow.words(block))) is not None for block in below)


_FORM_LINES = 3
_FORM_ENDS = regex(r"(?:具申|勧告|建議|答申)(?:の内容|の有無|等)?(?:なし|特になし|該当なし)?$")


def _without_contents(flow: Flow, labels: dict[int, Label]) -> dict[int, Label]:
    """The labels without those of a page's table of contents: • 審議会次第, where the label itself comes further down."""
    last = {label.words: label for _, label in sorted(labels.items())}

    def is_listed(index: int, label: Label) -> bool:
        alone = label.style in _BULLETS and label.value == flow.blocks[index].end
        return alone and last[label.words] is not label and last[label.words].style not in _BULLETS

    return {index: label for index, label in labels.items() if not is_listed(index, label)}


def _glued(flow: Flow, found: dict[int, Label], limit: int) -> dict[int, Label]:
    """The labels with their values right behind them, as cells of a table lose their borders: １ 日時平成18年…"""
    day = next((label for label in found.values() if label.kind is LabelKind.DATE and ("N" in label.style or not label.style)), None)
    if day is None or flow.folded[day.value - 1] in " :" or day.value in {block.end for block in flow.blocks[:limit]}:
        return {}
    others = ((i, glued_label(flow, flow.blocks[i], day.style)) for i in range(limit) if i not in found)
    return {i: label for i, label in others if label is not None}


def _aligned(flow: Flow, found: dict[int, Label], turns: frozenset[int]) -> dict[int, Label]:
    """The labels of unknown words between known ones, told by the column where the values of all begin."""
    plain = {i: label for i, label in found.items() if not label.style and label.value < flow.blocks[i].end and flow.folded[label.value - 1] == " "}
    if len(plain) <= _SEVERAL:
        return {}
    columns = Counter((flow.blocks[i].indent, flow.column(flow.blocks[i], label.value)) for i, label in plain.items())
    (indent, _), count = max(columns.items(), key=lambda one: one[1], default=((0, 0), 0))
    if count <= _SEVERAL:
        return {}
    # The longer labels may have a column of their own.
    begin = [column for (at, column), often in columns.items() if at == indent and often >= _SEVERAL]
    more: dict[int, Label] = {}
    listing = False
    last = min(max(plain) + _BELOW_LAST, len(flow.blocks))
    for index in range(min(plain), last):
        block = flow.blocks[index]
        label = found.get(index)
        if index in turns and index > max(plain):
            break
        if label is None and index not in turns and block.indent == indent:
            hung = index + 1 < last and flow.blocks[index + 1].indent > indent
            label = aligned_label(flow, block, begin, listing=listing) or (lone_label(flow, block) if listing and hung else None)
            if label is not None:
                more[index] = label
        if label is not None:
            listing = label.kind in (LabelKind.PEOPLE, LabelKind.ABSENT)
    return more


_BELOW_LAST = 12
"""How many paragraphs below the last known label others are looked for."""


_SUBJECT = regex(
    r"(?:\d{1,2}[.、)]?|[一二三四五六七八九十][.、)]?) *(?P<words>(?:[^、。は ]{1,8}(?:ため|から))?(?:出席|欠席|陪席|列席|傍聴)(?:した)?(?:委員|者|職員|議員)|(?:議事録|会議録)署名(?:人|委員|者)) ?は、? *(?=[^。]+で(?:ある|あった|す|した)。$|[^。]+(?:とした|を指名した)。$)"
)
"""３　出席した委員は、会長の…の６名である。: a label that is the subject of a sentence."""


def _subjects(flow: Flow, found: dict[int, Label], limit: int) -> dict[int, Label]:
    """The labels that are subjects of sentences, numbered as those around them are."""
    style = next((label.style for label in found.values() if label.kind in FACTS and "N" in label.style), None)
    told: dict[int, Label] = {}
    for index in range(limit) if style is not None else ():
        block = flow.blocks[index]
        subject = _SUBJECT.match(flow.folded, block.start, block.end) if index not in found else None
        if subject is not None:
            words = subject["words"]
            kind = LabelKind.OTHER if "署名" in words else LabelKind.ABSENT if words.startswith("欠席") else LabelKind.PEOPLE
            told[index] = Label(kind, words, *subject.span("words"), subject.end(), style or "")
    return told


def _opens_turns(label: Label, block: Block, index: int, turns: frozenset[int]) -> bool:
    """《開会》 right above the first turn is a heading of the proceedings and no label."""
    return label.kind in (LabelKind.OPEN, LabelKind.CLOSE) and label.value == block.end and index + 1 in turns


def _before_restart(flow: Flow, labels: dict[int, Label], style: str | None) -> dict[int, Label]:
    """The labels without those behind a new count from 1: below ６．議事 別添のとおり, １．開会 begins the record itself.

    Where the count goes on further down, those between are the rows of a list: ４ 出席者 / １ 地域住民 / ２ 保護者 / ５ 次第.
    """
    numbers = {i: _number(flow, i) for i, label in sorted(labels.items()) if style and label.style == style}
    last, kept = 0, dict(labels)
    for index, number in numbers.items():
        if number > 1 and index - 1 not in kept and labels[index].words in PLAIN_TITLES and _number(flow, index - 1) == number - 1:
            # ２ 副会長 須原 幸子 / ３ 委 員 野尻 修: rows that count on.
            kept.pop(index, None)
            continue
        if number == 1 and last > _SEVERAL:
            behind = next((i for i, other in numbers.items() if i > index and other == last + 1 and labels[i].known), None)
            if behind is None:
                return {i: label for i, label in kept.items() if i < index}
            kept = {i: label for i, label in kept.items() if not index <= i < behind or label.known}
        if index in kept and number != last + 1 and not labels[index].known and any(i > index and other == last + 1 and labels[i].known for i, other in numbers.items()):
            # ７ 市民公募 － － 鷲尾 千恵, in the list below ３ 出席者 and above ４ 議題
            del kept[index]
            continue
        if index in kept:
            last = number or last
    return kept


def _number(flow: Flow, index: int) -> int:
    found = _LEAD_NUMBER.match(flow.words(flow.blocks[index]))
    return int(found[1]) if found else 0


_LEAD_NUMBER = regex(r"\(?第?(\d{1,2})")
_SEVERAL = 2
"""How far the labels must have counted before a new 1 begins something else."""


def _numbered_above(flow: Flow, first: int, style: str) -> tuple[int, str | None]:
    """The block of a label of unknown words numbered 1 above the first known one, and their common style."""
    for index in range(first):
        words = flow.words(flow.blocks[index])
        if re.match(r"\(?第?[1一]\)?[^\d]", words) and find_label(flow, flow.blocks[index], style=style) is not None:
            return index, style
    return first, None


@define(eq=False, repr=False)
class _Pruner:
    """Goes through what looks like labels in order, and keeps those that are.

    ``above`` is the last one kept, ``people`` that it heads a list of people, ``absent`` one of those who are not there, ``listing`` a list of items
    of the whole meeting; ``lists`` are the words of the lists of items so far.
    """

    flow: Flow
    labels: Mapping[int, Label]
    turns: frozenset[int]
    style: str | None
    kept: dict[int, Label] = field(factory=dict)
    people: bool = False
    absent: bool = False
    listing: bool = False
    above: int | None = None
    lists: set[str] = field(factory=set)

    def pruned(self) -> dict[int, Label]:
        """Without groups inside lists of people, and without turns of those groups."""
        for index, label in sorted(self.labels.items()):
            if label.kind is LabelKind.AGENDA:
                if self._is_of_items(index, label):
                    continue
                self.lists.add(label.words)
            if self._is_turn(index, label) or (self.people and any(rule(self, index, label) for rule in _OF_PEOPLE)):
                continue
            self.people, self.absent = label.kind in (LabelKind.PEOPLE, LabelKind.ABSENT), label.kind is LabelKind.ABSENT
            self.listing = label.kind is LabelKind.AGENDA and label.words not in SECTIONS
            self.above = index
            self.kept[index] = label
        return self.kept

    def _stands_alone(self, index: int, label: Label) -> bool:
        return label.value >= self.flow.blocks[index].end

    def _is_own(self, label: Label) -> bool:
        return label.words in self.flow.habits.labels

    def _is_of_items(self, index: int, label: Label) -> bool:
        """Whether what could head a list of items is one, or a part of the body."""
        numbered = "N" in label.style and label.style != self.style
        alone = self._stands_alone(index, label)
        if numbered and _counts_from_opening(self.flow, index):
            # 1 開会, 2 会長あいさつ, 3 議題: the proceedings themselves.
            return True
        below = self.flow.blocks[min(index + 1, len(self.flow.blocks) - 1)]
        if label.words in SECTIONS and _COUNT.fullmatch(self.flow.folded, label.value, below.end):
            # 報告案件　１件
            return True
        if label.words in self.lists and alone and not (self.people and label.words == "議事日程"):
            # 《協議事項》 below the list of the same name heads a part of the body.
            return True
        # ２ 所管事項の報告, an item of 審査日程 with items of its own.
        return self.listing and numbered and alone

    def _is_turn(self, index: int, label: Label) -> bool:
        """Whether a group speaks: 事務局, and below it what was said."""
        if index not in self.turns or label.kind not in (LabelKind.PEOPLE, LabelKind.OTHER):
            return False
        own, alone = self._is_own(label), self._stands_alone(index, label)
        spoken = alone or self.flow.words(self.flow.blocks[index]).endswith(_SPOKEN_ENDS)
        below = self.flow.words(self.flow.blocks[index + 1]) if alone and index + 1 < len(self.flow.blocks) else ""
        # 委員 / 委員長 / 鮫島　克己: a list of people, a cell a line.
        heads = below != "" and not below.endswith(_SPOKEN_ENDS) and (own or squeeze(below) in PLAIN_TITLES)
        return spoken and not heads and (own or label.words in _SPEAKING)

    def _is_group(self, index: int, label: Label) -> bool:
        """Whether a label heads a group of the list above: 事務局, deeper or in another style."""
        if label.kind is not LabelKind.PEOPLE or len(label.words) > _LONGEST_GROUP or self._is_own(label):
            return False
        alone, above = self._stands_alone(index, label), self.above
        level = self.flow.blocks[above].indent if above is not None else None
        indent = self.flow.blocks[index].indent
        # 説明のため出席した者 at the place of 出席議員 stands beside it, and 委員外の出席議員 at that of 欠席委員.
        beside = alone and indent == level and ("ため" in label.words or (self.absent and "出席" in label.words))
        return (label.style != self.style and not beside) or (alone and level is not None and indent > level)

    def _is_cell(self, index: int, label: Label) -> bool:
        """Whether a label is a cell of a table whose cells have fallen to lines of their own."""
        if not self._stands_alone(index, label) or self.above is None or label.words not in _CELLS:
            return False
        # 欠席した委員 / 委員 / 長南　昇, below a list whose table has fallen.
        goes_on = self.absent and index == self.above + 1 and any(kept.kind is LabelKind.PEOPLE and _is_fallen(self.flow, at) for at, kept in self.kept.items())
        return goes_on or _is_fallen(self.flow, self.above)

    def _is_in_row(self, index: int, label: Label) -> bool:
        """Whether a label is the first cell of a row below the heads of columns that tell houses and names: 委員会事務局　　主任書記　　辺見 佑香, below 所属　職名　氏名."""
        if label.style or self.above is None or not label.words.endswith(("局", "課", "室", "部")) or self._stands_alone(index, label):
            return False
        blocks = self.flow.blocks[self.above + 1 : index]
        return any(block.indent == self.flow.blocks[index].indent and _HEADS_OF_ROWS.fullmatch(squeeze(self.flow.words(block))) for block in blocks)

    def _is_way(self, index: int, label: Label) -> bool:
        """Whether a place tells how members came: 会場：沼尻会長、北條委員 / Ｗｅｂ：羽鳥委員."""
        return label.kind is LabelKind.VENUE and _NAMES.match(self.flow.folded, label.value, self.flow.blocks[index].end) is not None

    def _is_remark(self, index: int, label: Label) -> bool:
        """（欠席）四戸康太郎, below the others of his group."""
        return label.kind is LabelKind.ABSENT and label.style == "(" and not self._stands_alone(index, label)

    def _is_first_of_groups(self, index: int, label: Label) -> bool:
        """(1) 議 長　下斗米 実, （議　長）　内閣府　政策統括官, and ［議　長］ between ［副議長］ and ［議　員］."""
        if label.words not in _SPEAKING or label.style == self.style:
            return False
        numbered = label.kind is LabelKind.OTHER and "N" in label.style
        return numbered or label.style == "(" or (label.style[:1] in _BRACKETS and self._stands_alone(index, label))

    def _is_title(self, index: int, label: Label) -> bool:
        """Whether an undecorated word before a name is his title, and no label in a column of labels."""
        undecorated = not label.style and label.words in _SPEAKING and not (self.absent and ":" in self.flow.folded[label.start : label.value])
        hung = self.above is not None and label.words not in PLAIN_TITLES and _hangs(self.flow, self.labels, self.above, index)
        return undecorated and not hung and bool(self.flow.folded[label.value : self.flow.blocks[index].end].strip())

    def _is_below_its_chief(self, index: int, label: Label) -> bool:
        """幹　　事　　浦部 清志, right below 幹 事 長: titles both; so is 事務局員 below 事務局長."""
        chiefs = f"{label.words}長", f"{label.words.removesuffix('員')}長"
        return index > 0 and squeeze(self.flow.words(self.flow.blocks[index - 1])[: 3 * _HANGING]).startswith(chiefs)


_Rule = Callable[[_Pruner, int, Label], bool]
_OF_PEOPLE: tuple[_Rule, ...] = (
    _Pruner._is_group, _Pruner._is_cell, _Pruner._is_in_row, _Pruner._is_way, _Pruner._is_remark, _Pruner._is_first_of_groups, _Pruner._is_title, _Pruner._is_below_its_chief,
)  # fmt: skip
"""What is no label below one that heads a list of people."""
_LONGEST_GROUP = 12
_BRACKETS = tuple("[【<(《〈≪")


_CELLS = frozenset(("備考", "出欠", "委員", "出席", "欠席", "議長", "役員", "幹事", "監事"))
_CHAIRS = frozenset(("委員長", "会長", "座長", "部会長", "議長", "理事長"))
_HEADS_OF_ROWS = regex(r"(?:所属|機関名?|団体名?|区分)(?:団体|機関|課)?(?:職名?|役職名?|氏名|名前|備考)*(?:氏名|名前)(?:備考)?")
_HEADS = 6
"""Among how many paragraphs below a label the heads of a table's columns stand."""


def _is_fallen(flow: Flow, label: int) -> bool:
    """Whether the heads of columns stand below a label, a line each, as their cells do then: 役職 / 氏名 / 備考 / 会長 / …; or the first post: 委員 / 委員長 / 鮫島　克己."""
    first = squeeze(flow.words(flow.blocks[label + 1])) if label + 1 < len(flow.blocks) else ""
    return first in _CHAIRS or any(squeeze(flow.words(block)) == "氏名" for block in flow.blocks[label + 1 : label + _HEADS])


def _hangs(flow: Flow, labels: Mapping[int, Label], above: int, index: int) -> bool:
    """Whether labels stand in a column of their own, which 説明員 below 出席者 shares: all that has none stands deeper."""
    column = flow.blocks[above].indent
    first = min(labels)
    bare = [flow.blocks[at].indent for at in range(first, index) if at not in labels or flow.blocks[at].indent > column]
    return flow.blocks[index].indent == column and bool(bare) and min(bare) >= column + _HANGING


_HANGING = 4
_COUNT = regex(r"\s*\d{1,3} ?件\s*")
_NAMES = regex(r"[^、。]{2,12}(?:委員長?|会長|座長|部会長|議長|構成員|議員|理事)(?:、| {2}|$)")
"""The first of a list of members."""


def _counts_from_opening(flow: Flow, index: int) -> bool:
    """Whether a numbered opening stands right above: 1 開会."""
    return any(_OPENED.fullmatch(flow.words(block)) for block in flow.blocks[max(0, index - 4) : index])


_OPENED = regex(r" *\(?[1一]\)?[.、)]? *開 *会(?: *の?(?:宣言|あいさつ|挨拶))?")
_SPOKEN_ENDS = ("。", "」", "?", "か", ")")
_SPEAKING = frozenset(["委員", "事務局", "議長", "担当課", "関係課", "説明員", "説明者", "書記", "司会", "進行", "関係者", "参考人", "構成員", "オブザーバー", "担当", "執行機関"])


def main_style(labels: Sequence[Label]) -> str | None:
    styles = [label.style for label in labels]
    return max(styles, key=styles.count) if styles else None
