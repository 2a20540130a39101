"""Where the body of a document begins: after its label, at the second mention of a listed item, or at its first words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from minutes_model.era.numerals import numeral
from minutes_model.grammar.column_heads import are_heads, are_speaker_heads
from minutes_model.grammar.headings import ITEM_WORDS, Heading, find_heading
from minutes_model.grammar.item_titles import similar
from minutes_model.grammar.label_words import DEALT_WITH, SECTIONS, LabelKind
from minutes_model.grammar.labels import Label, find_label
from minutes_model.grammar.list_prose import names_present
from minutes_model.grammar.list_words import ends_in_title
from minutes_model.grammar.opening_words import opens_by_number
from minutes_model.grammar.outcomes import is_decision, is_result
from minutes_model.grammar.title import of_page
from minutes_model.layout import Block, Flow
from minutes_model.patterns import regex
from minutes_model.text import squeeze

__all__ = ["FACTS", "find_body", "first_content"]

_STAGE_TIME = regex(r"^[\[(【<]?(?:開会|開議|開始|再開)?[ :]*午[前後][^。]{1,20}(?:開会|開議|開始|再開)?[\])】>]?$")
_ASKS = regex(r"[【\[(<](?:再|追加)?(?:質問|意見|質疑|要望|指摘|問)[^【】\[\]()<>]{0,6}[】\])>].")
"""【質問】…: the first question of a list of them."""
_LETTERED = regex(r"(?:問|答|[QA]|質問|回答|意見)\d{0,2}(?: ?[:.)]| +)\S")
"""問　…, Ａ１．…: the first question of a list that letters open."""
_ITEM = regex(r"[【≪《<\[]?(?:(?:審議|報告|協議|抽出|諮問)?(?:議題|案件|議案|事項)|日程)第? ?\d{1,2}号?[】≫》>\] :.、]")
_CLOCK = regex(r"午[前後] ?\d{1,2}時(?: ?\d{1,2}分)?")
_LEGEND = regex(r"[(【\[]?(?:凡例)?[)】\]]? ?:?(?:[○●◎◇◆□■△▲・→⇒](?:印)?(?:は|:|…|=) ?[^ 、。:]{1,12}[、。 ]*){2,}[)】\]]?")
"""（・は委員、→は事務局）, between a heading and what it is the legend of."""
_ASIDE = regex(r"[-―─－].{2,30}[-―─－]|[<〈《\[][^<>〈〉《》\[\]。]{2,30}(?:入室|入場|着席|出席)[>〉》\]]|\([^()。]{0,30}(?:開会|開議|開式|進行|入場|入室|委嘱|挨拶|あいさつ|黙とう|司会)[^()。]{0,12}\)")
_SENTENCE = regex(r".{8,}[。？?！](?:[」)）]|\([^()]{1,16}\))?$|.{30,}[」]$|[・○●◎◇◆→⇒] *[^ 、:。]{4,}[。？?]$", re.S)
_RESULT_LABEL = regex(r"[【\[<(]?(?:審議|議決|会議|採決|審査)?の?(?:結果|結論)[】\]>)]? ?(?::|$)")
_NOTE = "※(*＊注"
_HELD = regex(r"(?:次|以下|下記)のとおり(?:行われ|行い|開催し|実施し)(?:た|ました)。$|(?:開催|開会|[召招]集)(?:した|しました|された|されました)。$|を開いた。$|開かれ(?:た|ました)。$|(?:会|会議|会合)を[^。]{0,40}開きました。$")
_OPENS = regex(r"(?:開会|開議|開式|開会宣[言告]|開会の?(?:宣[言告]|挨拶|辞))(?:・?.{0,4}(?:挨拶|あいさつ))?")
_SPOKEN_END = regex(r"[。？?！」](?:\([^()]{1,12}\))?$")
FACTS = frozenset((LabelKind.DATE, LabelKind.VENUE, LabelKind.PEOPLE, LabelKind.OPEN))
_OPENED = regex("開会|開議")
_EXPLAINED = regex(r" *[^、。「」]{2,20}(?:から|より)、?[^。「」]{0,60}(?:説明|報告|紹介)")
"""教頭より、学校評価の結果について説明: what was done first, in words without a full stop."""
_BEFORE_OPENING = (LabelKind.AGENDA, LabelKind.PEOPLE, LabelKind.ABSENT)
"""The labels below which the time of opening begins the body."""
_DECORATION = regex(
    r"^[ ]*(?:\(?第?[\d一二三四五六七八九十]{1,3}[号).、]?\)?|[①-⑳⑴-⒇○・◆□■◇≪《【\[<「-]|[ア-ン](?=[ ).])|議[題案事]第?\d*号?|日程第\d+)[ .):]*"
)
_NOTE_BEHIND = regex(r"\([^()]*\)$")
_CLOSING = regex(r"[≫》】\]>」 ]|(?:について|の件)$")
_PART = regex(r"[【\[(<〈《■◆○●◇□] ?(?:主な|委員の|委員からの)?(?:御?意見|質問|質疑|質疑応答|回答)(?:等)?(?:(?:・|及び|と|や)(?:御?意見|質問|質疑|要望|回答|応答)(?:等)?)?[】\])>〉》]?")
"""What stands alone on a line under every item: 【意見・質問】, 【回答】."""
_PART_BELOW = 6
"""How many paragraphs below its heading the first part of an item stands at most."""
_COURSE_ENDS = regex("経過|概要|要旨|内容|議事録|会議録|てんまつ|顛末")
_COURSE = regex(rf"^(?!主な)(?!.*(?:意見|質疑|質問|回答|結果)).*(?:{_COURSE_ENDS.pattern})$")
"""The labels of what was said and done in the meeting as a whole."""
_LONGEST_LIST = 40
"""How many paragraphs a list of items within the body takes at most."""
_SECOND = 2
_FACTS = 3
"""How many of the header's facts tell where it stands."""
_OF_RECORD = regex(r"[(\[【<〈《] ?(?:お断り|おことわり|御?注意|ご注意|注記?|凡例|御?利用にあたって) ?[)\]】>〉》]")
"""[お断り]　発言の前の数字は発言番号です。: what the record says of itself."""
_OPENS_ASIDE = "([【<〈《"
_PREAMBLE = 60
"""How long a sentence above the labels of a header may be that is none of the body: ここから本文です。"""


def first_content(flow: Flow, turns: frozenset[int], labels: dict[int, Label]) -> int:
    """The first block that can only be body: a turn with words, or a sentence under no other label."""
    current: Label | None = None
    held = told = False
    header = _first_fact(labels)
    all_facts = [i for i in labels if labels[i].kind in FACTS]
    for index, block in enumerate(flow.blocks):
        label = labels.get(index)
        if label is not None:
            current = label
            if label.kind is LabelKind.BODY and index + 1 < len(flow.blocks):
                following = _first_sentence(flow, index + 1)
                return min(following, index + 1) if following is not None else index + 1
            continue
        words = flow.words(block)
        if index in turns and _speaks(flow, index, turns):
            return index
        if (words[0] in _OPENS_ASIDE and _OF_RECORD.match(words)) or (words[0] in _NOTE and not _SENTENCE.match(words[1:])) or (current is None and of_page(words)):
            continue
        if current is None and _tells_of_meeting(flow, index, told):
            told = True
            continue
        facts = [i for i in all_facts if i > index] if current is None else []
        near = len(facts) > 1 and (len(words) < _PREAMBLE or (len(facts) > _SECOND and facts[0] == index + 1))
        if facts and (_HELD.search(words) or _HELD.search(words[: words.find("。") + 1]) or near):
            held = held or _HELD.search(words) is not None
            continue
        if held and facts and any(label.kind is LabelKind.BODY and i > facts[0] for i, label in labels.items()):
            # What a broadcaster's council sums up above those present, and reports below 主な発言.
            continue
        if index < header:
            continue
        if current is not None and current.kind is LabelKind.OTHER and "資料" not in current.words and _ITEM.match(words):
            return index
        if words.endswith(_BEFORE_QUOTATION) and _leads_to_quotation(flow, index):
            return index
        sentence = _SENTENCE.match(words) is not None
        above = find_heading(flow, flow.blocks[index - 1]) if sentence and index and index - 1 not in labels and len(words) < _PREAMBLE else None
        if above is not None and above.number == 1 and above.about:
            return index
        if sentence and not words.startswith("※") and not _of_label(current, words):
            return index
        if current is not None and current.kind is LabelKind.AGENDA and (is_result(words, flow.habits.decisions) or _RESULT_LABEL.match(words)):
            return index
        listed = current is not None and current.kind in _BEFORE_OPENING
        if listed and _STAGE_TIME.match(words) and _OPENED.search(words) and not _lists_people(labels, index, turns):
            return index
    return len(flow.blocks)


def _tells_of_meeting(flow: Flow, index: int, told: bool) -> bool:
    """Whether a paragraph above all labels tells where the meeting was held and who was present, itself or with the next; ``told`` that one above does."""
    words = flow.words(flow.blocks[index])
    if names_present(words):
        return told or _PRESENT.search(words) is not None
    held = _HELD.search(words[: words.find("。") + 1]) is not None
    return held and index + 1 < len(flow.blocks) and _PRESENT.search(below := flow.words(flow.blocks[index + 1])) is not None and names_present(below)


_PRESENT = regex(r"(?:^|。)[^、。]{0,8}出席(?:者|した(?:委員|者))は")


def _first_fact(labels: dict[int, Label]) -> int:
    """The block where the header's facts begin, before which is no body; -1 where few are told, or no label of a body below."""
    facts = [i for i, label in labels.items() if label.kind in FACTS]
    told = len({labels[i].kind for i in facts}) >= _FACTS
    first = min(facts, default=-1)
    return first if told and any(label.kind is LabelKind.BODY and i > first for i, label in labels.items()) else -1


def _lists_people(labels: dict[int, Label], index: int, turns: frozenset[int]) -> bool:
    """Whether those present are listed between a block and the first turn, so that the header goes on."""
    first = min((turn for turn in turns if turn > index), default=index)
    return any(index < i < first and label.kind in _BEFORE_OPENING[1:] for i, label in labels.items())


def _leads_to_quotation(flow: Flow, index: int) -> bool:
    """Whether below a line that names who speaks the next opens what was said: 伊集院委員から、 / 「…."""
    following = flow.blocks[index + 1] if index + 1 < len(flow.blocks) else None
    return following is not None and flow.folded[following.start] in "「『"


_BEFORE_QUOTATION = ("から、", "より、", "から", "より")


def _first_sentence(flow: Flow, index: int) -> int | None:
    return next((i for i in range(index, len(flow.blocks)) if _SENTENCE.match(flow.words(flow.blocks[i]))), None)


_TELLS = regex(r"(?:から|より)、.*(?:旨の?|との|」)[^。]{0,20}。$")
"""What somebody said is no value of a label: 学長から、…の中、出席いただいたことに感謝する旨の挨拶があった。"""


def _of_label(current: Label | None, words: str) -> bool:
    """A sentence that is the value of a label: 傍聴者なし。 西谷委員は所用により欠席。"""
    if current is None or _ASKS.match(words) or _LETTERED.match(words):
        return False
    if is_decision(words) or _TELLS.search(words):
        return False
    if current.kind in (LabelKind.PEOPLE, LabelKind.ABSENT) and names_present(words):
        return True
    if current.kind is LabelKind.OTHER:
        return len(words) < 60 and not re.search(r"(?:次|以下|左|下記)のとおり|から、|より、", words)
    return current.kind in (LabelKind.PEOPLE, LabelKind.ABSENT, LabelKind.VENUE, LabelKind.DATE, LabelKind.NEXT) and len(words) < 50 and bool(
        re.search(r"欠席|出席|左のとおり|次のとおり|以下のとおり|開催|会議|参加|退席|到着", words)
    )


def _speaks(flow: Flow, index: int, turns: frozenset[int]) -> bool:
    words = flow.words(flow.blocks[index])
    if _SPOKEN_END.search(words) and len(words) > 10:
        return True
    following = index + 1
    if following >= len(flow.blocks) or following in turns:
        return False
    after = flow.words(flow.blocks[following])
    return (bool(_SPOKEN_END.search(after)) and len(after) > 8) or bool(re.match(r"[《(〔](?![◎○●△▲▽▼×※☆★]).*[》)〕]$", after))


def find_body(
    flow: Flow, labels: dict[int, Label], content: int, turns: frozenset[int]
) -> tuple[Flow, dict[int, Label], int, int | None]:
    """Where the body begins (a block index), and the label whose value lists the items."""
    flow, labels, start, listed = _first_of_body(flow, labels, content, turns)
    if 1 < start <= len(flow.blocks) and start - 1 not in labels and are_heads(flow, flow.blocks[start - 2]) and find_heading(flow, flow.blocks[start - 1]) is not None:
        # 委員の意見・質問　発注部局の回答 / 【運用状況について】, above the first row
        start -= 1
    last = _behind_list(flow, labels, start, turns)
    if last is None:
        above = start - (_is_section_of(flow, labels, start) or _is_opening(flow, labels, start - 1))
        return flow, {index: label for index, label in labels.items() if index < above or index >= start}, above, listed
    return flow, labels, last + 1, next((i for i in sorted(labels) if i < last and labels[i].kind is LabelKind.AGENDA), listed)


def _is_section_of(flow: Flow, labels: dict[int, Label], body: int) -> bool:
    """Whether the label above the body heads the first of its sections: 【議題】 ○…, and below 【報告】 ○…."""
    block = flow.blocks[body - 1] if 0 < body < len(flow.blocks) else None
    if block is None or body - 1 not in labels or flow.folded[block.start] not in "【≪《<〈[" or find_heading(flow, flow.blocks[body]) is None:
        return False
    own = find_heading(flow, block)
    if own is None or own.number is not None or not (own.section or squeeze(own.title) in ("議題", "議案", "案件")):
        return False
    below = (find_heading(flow, other) for other in flow.blocks[body + 1 :] if flow.folded[other.start] == flow.folded[block.start])
    return any(heading is not None and heading.section and heading.number is None for heading in below)


_OPENINGS = ("開会", "開議", "開式", "開会の宣告", "開議の宣告")


def _is_opening(flow: Flow, labels: dict[int, Label], index: int) -> bool:
    """Whether ［開会］ or ■開会 stands here above what is said, decorated as the items below, or 開会 alone between blank lines."""
    block = flow.blocks[index] if 0 < index < len(flow.blocks) - 1 else None
    if block is None or (index in labels and not (labels[index].kind is LabelKind.OPEN and labels[index].value >= block.end)):
        return False
    if squeeze(flow.words(block)) in _OPENINGS:
        # Below the heads of the columns of a transcript, too: 発言者　発言内容 / 開会.
        below = flow.blocks[index + 1]
        timed = _STAGE_TIME.match(flow.words(below)) is not None
        return (block.gap > 0 and (below.gap > 0 or timed)) or are_speaker_heads(flow, flow.blocks[index - 1])
    if flow.folded[block.start] not in "【≪《<〈[■◆●◇□▼◎△▽":
        return False
    heading = find_heading(flow, block)
    if squeeze(heading.title if heading is not None else flow.words(block)[1:]) not in _OPENINGS:
        return False
    return any(flow.folded[below.start] == flow.folded[block.start] and find_heading(flow, below) is not None for below in flow.blocks[index + 1 :])


def _first_of_body(
    flow: Flow, labels: dict[int, Label], content: int, turns: frozenset[int]
) -> tuple[Flow, dict[int, Label], int, int | None]:
    opening = _opening_in_series(flow, labels, content, turns)
    before = [i for i in sorted(labels) if i <= (content if opening is None else opening)]
    if opening is None:
        opening = _first_of_parts(flow, content, turns)
        opening = opening and _with_section(flow, opening, [opening - 1])
    if opening is not None:
        before = [i for i in before if i <= opening]
        return flow, labels, opening, next((i for i in before if labels[i].kind is LabelKind.AGENDA), None)
    bodies = [i for i in before if labels[i].kind is LabelKind.BODY]
    agendas = [i for i in before if labels[i].kind is LabelKind.AGENDA]
    if bodies:
        flow, labels, start = _split_label(flow, labels, bodies[0])
        lists = [i for i in agendas if i < bodies[0]]
        return flow, labels, start, lists[0] if lists else None
    if agendas:
        return _body_after_list(flow, labels, agendas, content, turns)
    counted = _numbered_on(flow, labels, content)
    if counted is not None:
        return flow, labels, counted, None
    near = range(content - 1, max(-1, content - _PART_BELOW), -1)
    first = next((i for i in near if i not in labels and _is_first_heading(flow, i, content)), content)
    return flow, labels, _back_over_headings(flow, labels, first), None


def _behind_list(flow: Flow, labels: dict[int, Label], body: int, turns: frozenset[int]) -> int | None:
    """A further label of the body where nothing but the list of items stands between: 議事 … 付議事項 １… ２… / 議事経過."""
    sentences = 0
    for index in range(body, min(len(flow.blocks), body + _LONGEST_LIST)):
        if index in turns:
            return None
        words = flow.words(flow.blocks[index])
        label = labels.get(index) or (find_label(flow, flow.blocks[index]) if _COURSE_ENDS.search(squeeze(words)) else None)
        if label is not None and _COURSE.search(label.words) and label.value >= flow.blocks[index].end:
            listed = (find_heading(flow, block) for block in flow.blocks[body:index])
            return index if sum(heading is not None and heading.number is not None for heading in listed) > 1 else None
        if _RESULT_LABEL.match(words):
            return None
        sentences += words.endswith("。")
        if sentences > 1 or len(words) > _PREAMBLE + _PREAMBLE:
            return None
    return None


def _counted(flow: Flow, labels: dict[int, Label], content: int) -> int:
    """How far the numbers of the header's labels have counted: ３ 出席者, and ４ 開会 goes on."""
    last = max((i for i, label in labels.items() if i < content and "N" in label.style), default=None)
    found = re.search(r"\d+", flow.words(flow.blocks[last])) if last is not None else None
    return int(found[0]) if found else 0


def _opening_in_series(flow: Flow, labels: dict[int, Label], content: int, turns: frozenset[int]) -> int | None:
    """The heading １ 開会 whose numbers go on behind the first content (２ 会長あいさつ ３ 議題 … ４ その他), and do not begin anew.

    They may go on from those of the header's labels.
    """
    counted = _counted(flow, labels, content)
    above = (i for i in range(min(content, len(flow.blocks))) if i not in turns and "開" in flow.words(flow.blocks[i]))
    headings = ((i, find_heading(flow, flow.blocks[i])) for i in above)
    found = next(((i, h) for i, h in headings if h is not None and h.number in (1, counted + 1) and _OPENS.fullmatch(squeeze(h.title))), None)
    if found is None:
        return None
    opening, first = found
    last = first.number
    for index in range(opening + 1, len(flow.blocks)):
        heading = None if index in turns else find_heading(flow, flow.blocks[index])
        if heading is None or heading.number is None or not heading.title or heading.style != first.style:
            continue
        if heading.number != (last or 0) + 1:
            return None
        last = heading.number
        if index > content:
            return opening
    return None


def _first_of_parts(flow: Flow, content: int, turns: frozenset[int]) -> int | None:
    """The heading １ of a series under each of which the same parts stand (【意見・質問】 … 【回答】), where it lies above the first content."""
    places: dict[str, list[int]] = {}
    for index, block in enumerate(flow.blocks):
        if index not in turns and flow.folded[block.start] in "【[(<〈《■◆○●◇□" and _PART.fullmatch(flow.words(block)):
            places.setdefault(squeeze(flow.words(block)), []).append(index)
    again = [indexes for indexes in places.values() if len(indexes) > 1]
    if not again:
        return None
    first, second = min((indexes[0], indexes[1]) for indexes in again)
    for index in range(first - 1, max(-1, first - _PART_BELOW - 1), -1):
        heading = find_heading(flow, flow.blocks[index])
        if heading is not None and heading.number == 1:
            following = (find_heading(flow, flow.blocks[i]) for i in range(first, second))
            series = any(h is not None and h.style == heading.style and h.number == _SECOND for h in following)
            return index if series and index < content else None
    return None


def _numbered_on(flow: Flow, labels: dict[int, Label], content: int) -> int | None:
    """The first heading that goes on with the numbers of the labels: ３．出席者, ４．報告; or ４．議事要旨の確認, where the content right below decides or reports."""
    words = flow.words(flow.blocks[content]) if content < len(flow.blocks) else ""
    told = is_decision(words) or _TELLS.search(words) is not None
    last = max((i for i, label in labels.items() if i < content and "N" in label.style and not (told and _stands_alone(flow, labels, i, content))), default=None)
    if last is None:
        return None
    number = re.search(r"\d+|[一二三四五六七八九十]+", flow.words(flow.blocks[last]))
    following = (numeral(number[0]) or 0) + 1 if number else 0
    for index in range(last + 1, min(content + 1, len(flow.blocks))):
        heading = find_heading(flow, flow.blocks[index])
        if heading is None or heading.style != labels[last].style or not following or heading.number != following:
            continue
        if squeeze(heading.title) in ITEM_WORDS or (told and _stands_alone(flow, labels, index, content)):
            return index
    return None


def _stands_alone(flow: Flow, labels: dict[int, Label], index: int, content: int) -> bool:
    """Whether a line right above the content is no label that is known, and bears no value."""
    label = labels.get(index)
    return index == content - 1 and (label is None or (label.kind is LabelKind.OTHER and label.value >= flow.blocks[index].end))


def _split_label(flow: Flow, labels: dict[int, Label], index: int) -> tuple[Flow, dict[int, Label], int]:
    """Part a body label from a value in its own block."""
    label, block = labels[index], flow.blocks[index]
    start = label.value
    if label.note and re.search(r"[○●◎◇◆・→⇒]", label.note):
        start = flow.folded.index("(", label.start)
    if start >= block.end:
        return flow, labels, index + 1
    halves = (evolve(block, end=start), evolve(block, start=start, gap=0))
    blocks = (*flow.blocks[:index], *halves, *flow.blocks[index + 1 :])
    moved = {i if i <= index else i + 1: found for i, found in labels.items()}
    return evolve(flow, blocks=blocks), moved, index + 1


def _body_after_list(
    flow: Flow, labels: dict[int, Label], agendas: list[int], content: int, turns: frozenset[int]
) -> tuple[Flow, dict[int, Label], int, int | None]:
    top = agendas[0]
    between = [i for i in range(top + 1, content) if labels.get(i) is None or labels[i].kind is LabelKind.AGENDA]
    own = flow.folded[labels[top].value : flow.blocks[top].end].strip()
    apart = all(label.style != labels[top].style for i, label in labels.items() if i < top)
    if (own or apart) and _is_first_heading(flow, top, content):
        return flow, labels, top, None
    if content >= len(flow.blocks) and labels[top].words in SECTIONS and not own:
        # Nothing but sections with their items: they are the body.
        return flow, labels, top, None
    others = [i for i in labels if top < i < content and labels[i].kind is not LabelKind.AGENDA]
    if others:
        # Another label parts the list from the body, whose headings stand right before the content, or below the heads of its columns.
        columns = next((i + 1 for i in range(others[-1] + 1, content) if are_speaker_heads(flow, flow.blocks[i])), None)
        return flow, labels, columns or _back_over_headings(flow, labels, content), top
    behind = _behind_counted(flow, labels[top].value, flow.blocks[top].end, between)
    counted, between = len(behind) < len(between), behind
    headings = [None if opens_by_number(flow, flow.blocks[i]) else find_heading(flow, flow.blocks[i]) for i in between]
    counts_on = _counts_on(flow, headings, content, turns)
    repeated = _second_mention(flow, between, own, ended=counted)
    if counts_on and not counted and repeated is not None and not _in_another_style(flow, between, repeated):
        repeated = None
    if repeated is not None:
        return flow, labels, _with_section(flow, repeated, between), top
    parts = labels[top].words in SECTIONS and top + 1 in between and find_heading(flow, flow.blocks[top + 1]) is not None
    # Sections that list items follow each other in the header.
    nested = [i for i in agendas if i > top and labels[i].style == labels[top].style and not (parts and labels[i].words in SECTIONS)]
    if nested and content in turns and labels[top].words.endswith(DEALT_WITH):
        # 本日の会議に付した事件 tells of all the meeting; 報告事項 below it is of the list, right above the turn that opens.
        return flow, labels, content, top
    if nested and nested[-1] < content:
        return flow, labels, nested[-1] + 1 if labels[nested[-1]].words in ("議事", "議題") else nested[-1], top
    if own and not between:
        return flow, labels, content, top
    if counts_on or _goes_on(flow, between, content, turns) or not between:
        if own and find_heading(flow, flow.blocks[top]) is None and labels[top].words in ("議題", "議事", "案件"):
            return flow, labels, min(between, default=content), top
        flow, labels, start = _split_label(flow, labels, top)
        above = find_heading(flow, flow.blocks[top])
        if labels[top].words in SECTIONS or (above is not None and above.section and not own):
            start = top
        return flow, labels, start, None
    return flow, labels, content, top


def _in_another_style(flow: Flow, between: list[int], repeated: int) -> bool:
    """Whether a heading that repeats an item is decorated otherwise than those of the list: １ 計画の評価について, and below it 議題１　計画の評価について."""
    heading = find_heading(flow, flow.blocks[repeated])
    listed = (find_heading(flow, flow.blocks[i]) for i in between if i < repeated)
    styles = [h.style for h in listed if h is not None and h.number is not None]
    return heading is not None and heading.number is not None and bool(styles) and heading.style not in styles


def _behind_counted(flow: Flow, start: int, end: int, between: list[int]) -> list[int]:
    """The blocks without those that go on with the numbers of the label's own line, from ``start`` to ``end``: 議題：１　方針案について / 　　　２　進め方について."""
    start = end - len(flow.folded[start:end].lstrip(" :"))
    first = find_heading(flow, Block(start, end, 0, 0)) if start < end else None
    if first is None or first.number != 1:
        return between
    for number, index in enumerate(between):
        heading = find_heading(flow, flow.blocks[index])
        if heading is None or heading.style != first.style or heading.number != number + _SECOND:
            return between[number:] if number else between
    return []


def _is_first_heading(flow: Flow, top: int, content: int) -> bool:
    """Whether what looks like the label of a list is the first heading of the body itself: 議題（１）…, and 議題（２）… below the words of it."""
    heading = find_heading(flow, flow.blocks[top])
    if heading is None or heading.number is None or not heading.label or not heading.title:
        return False
    later = (find_heading(flow, block) for block in flow.blocks[content + 1 :])
    following = next((h for h in later if h is not None and h.style == heading.style), None)
    between = (find_heading(flow, block) for block in flow.blocks[top + 1 : content])
    return following is not None and following.number == heading.number + 1 and not any(h is not None and h.style == heading.style for h in between)


def _with_section(flow: Flow, index: int, between: list[int]) -> int:
    """The block of a section's heading right above an item: 《協議事項》 / ⑴ 料金の改定について."""
    above = find_heading(flow, flow.blocks[index - 1]) if index - 1 in between else None
    if above is None or above.number is not None:
        return index
    return index - 1 if above.section or _opens_part(flow, index - 1) else index


def _second_mention(flow: Flow, between: list[int], own: str, *, ended: bool) -> int | None:
    """The block that repeats an item of the list: there the body begins. Where the list has ``ended``, the first may."""
    seen: list[tuple[int | None, str]] = [(None, _bare_title(own))] if own else []
    for position, index in enumerate(between):
        heading = find_heading(flow, flow.blocks[index])
        number = heading.number if heading else None
        words = _bare_title(flow.words(flow.blocks[index]))
        if _STEPS.fullmatch(words):
            continue
        # １．議案第57号　… is 議案第57号　… of the list.
        again = (position > 0 or ended) and any((n in (None, number) or (len(earlier) >= _LONG and words.endswith(earlier))) and similar(words, earlier) for n, earlier in seen)
        if len(words) >= 2 and (again or words == _bare_title(own)):
            return index
        if words:
            seen.append((number, words))
    return None


_LONG = 12
_STEPS = regex(r"(?:(?:理事者|提出者|執行部|事務局|提案理由の?|趣旨)?説明|質疑(?:応答)?|討論|採決|審議|報告)(?:(?:、|・|及び)(?:質疑|討論|採決|審議))*")
"""How each item of a list is dealt with, below it: 理事者説明 / 質疑、討論、採決."""


def _bare_title(words: str) -> str:
    heading = _NOTE_BEHIND.sub("", squeeze(_DECORATION.sub("", _DECORATION.sub("", words)) if words[:1] in "【≪《<〈[" else _DECORATION.sub("", words)))
    return _CLOSING.sub("", heading)


def _goes_on(flow: Flow, between: list[int], content: int, turns: frozenset[int]) -> bool:
    """Whether the headings before the content go on after it: then they are headings of the body."""
    if not between:
        return True
    headings = [find_heading(flow, flow.blocks[i]) for i in between]
    timed = content < len(flow.blocks) and _STAGE_TIME.match(flow.words(flow.blocks[content])) is not None
    spoken = content in turns or (timed and content + 1 in turns)
    if _recurs(flow, [h for h in headings if h is not None], content, turns):
        return False
    if headings[-1] is None and len(headings) > 1 and between[-1] - between[0] == len(between) - 1 and len(flow.words(flow.blocks[between[-1]])) < 20:
        # Q 片桐委員: the label of the first speech stands between the heading and its words.
        between, headings = between[:-1], headings[:-1]
        content -= 1
    last = headings[-1]
    if last is None or between[-1] != content - 1:
        return len(between) == 1 and between[0] == content - 1
    for index in range(content, len(flow.blocks)):
        if index in turns:
            continue
        later = find_heading(flow, flow.blocks[index])
        if later is not None and later.style == last.style and (later.number or 0) == (last.number or 0) + 1:
            return True
    numbered = [h for h in headings if h is not None and h.style == last.style]
    plain = [i for i, h in zip(between, headings, strict=True) if h is None and not (_STAGE_TIME.match(words := flow.words(flow.blocks[i])) or _ASIDE.fullmatch(words))]
    others = [*plain, *(h for h in headings if h is not None and h.style != last.style and not h.section)]
    # Items of several kinds right above the first turn are a list, whatever the last of them looks like.
    return len(numbered) == 1 and not (spoken and len(others) > 1)


def _counts_on(flow: Flow, headings: Sequence[Heading | None], content: int, turns: frozenset[int]) -> bool:
    """Whether a heading behind the content has the number after that of the last one before it."""
    last = next((h for h in reversed(headings) if h is not None and h.number is not None), None)
    if last is None or last.number is None:
        return False
    numbers = [h.number for h in headings if h is not None and h.style == last.style]
    if numbers != list(range(last.number - len(numbers) + 1, last.number + 1)):
        return False
    for index in range(content, len(flow.blocks)):
        later = None if index in turns else find_heading(flow, flow.blocks[index])
        if later is not None and later.style == last.style:
            return later.number == last.number + 1
    return False


def _recurs(flow: Flow, headings: Sequence[Heading], content: int, turns: frozenset[int]) -> bool:
    """Whether a title listed before the content is a heading behind it: then the titles were a list."""
    titles = [(h, bare) for h in headings if len(bare := _bare_title(h.title)) > 3]
    for index in range(content, len(flow.blocks)):
        later = None if index in turns else find_heading(flow, flow.blocks[index])
        if later is not None and any(_may_be(later, h) and similar(_bare_title(later.title), title) for h, title in titles):
            return True
    return False


def _may_be(later: Heading, listed: Heading) -> bool:
    """Whether a heading may name a listed item by its number: 議案第20号 is not 議案第18号."""
    return later.style != listed.style or later.number == listed.number


def _back_over_headings(flow: Flow, labels: dict[int, Label], content: int) -> int:
    start = content
    above = find_heading(flow, flow.blocks[content - 1]) if content else None
    if above is not None and squeeze(above.title) in ("閉会", "散会") and above.number != 1:
        # 1.開会 … 8.閉会: what ends with the closing is the order of business.
        return content
    start = _first_counted(flow, labels, start)
    floor = _listed_in_value(flow, labels, start)
    while start > floor and start - 1 not in labels and (_stands_before_body(flow, flow.blocks[start - 1]) or _opens_part(flow, start - 1) or _counts_parts(flow, labels, start - 1)):
        start -= 1
    while start < content and _LEGEND.fullmatch(flow.words(flow.blocks[start])):
        # A legend above the first heading is the header's.
        start += 1
    return start


def _counts_parts(flow: Flow, labels: dict[int, Label], index: int) -> bool:
    """Whether a heading with the number 1 stands above items that begin with 1, as those of its style do below: 1.総会 / (1) … / 2.各委員会 / (1) …."""
    above = find_heading(flow, flow.blocks[index])
    item = find_heading(flow, flow.blocks[index + 1]) if index + 1 < len(flow.blocks) else None
    if above is None or item is None or (above.number, item.number) != (1, 1) or not above.title or above.style == item.style:
        return False
    if not any(label.kind in FACTS for at, label in labels.items() if at < index):
        # 1 会議の概要 / (1) 日時, of the header itself
        return False
    later = ((flow.blocks[at + 1 : at + 2], find_heading(flow, flow.blocks[at])) for at in range(index + 2, len(flow.blocks)))
    following = next(((below, heading) for below, heading in later if heading is not None and heading.style == above.style), None)
    if following is None or following[1].number != 2 or not following[0]:
        return False
    below = find_heading(flow, following[0][0])
    return below is not None and (below.style, below.number) == (item.style, 1)


_ONE = regex(r"[(]?1[).]? *(?=[^\d\s).])")


def _listed_in_value(flow: Flow, labels: dict[int, Label], content: int) -> int:
    """The block behind a list whose 1 stands beside the last label: 配付資料　１　報告書 / ２　集計結果 / ３　財務の状況."""
    last = max((index for index in labels if index < content), default=-1)
    if last < 0 or labels[last].kind is not LabelKind.OTHER or _ONE.match(flow.folded, labels[last].value, flow.blocks[last].end) is None:
        return 0
    at, number = last + 1, 2
    while at < content and (heading := find_heading(flow, flow.blocks[at])) is not None and heading.number == number:
        at, number = at + 1, number + 1
    return at


_FRAME = frozenset(("開会", "閉会", "挨拶", "あいさつ", "開会挨拶", "会長挨拶", "議事", "議題", "協議", "報告", "審議"))
"""What an order of business counts, of which some is told and some not."""


def _first_counted(flow: Flow, labels: dict[int, Label], content: int) -> int:
    """The heading numbered 1 of a series that stands right above the content: 1.人事異動者紹介 2.前回議事要旨確認 3.諮問・答申."""
    run: list[Heading] = []
    for index in range(content - 1, -1, -1):
        heading = None if index in labels else find_heading(flow, flow.blocks[index])
        title = squeeze(heading.title) if heading is not None else ""
        if heading is None or heading.number is None or not title or ends_in_title(title) or title in _FRAME:
            return content
        if run and heading.style == run[-1].style and heading.number != (run[-1].number or 0) - 1:
            return content
        if not run or heading.style == run[-1].style:
            run.append(heading)
        if heading.number == 1 and len(run) > 1 and heading.style == run[-1].style:
            styled = any(label.style and heading.style.strip(".)") in label.style for label in labels.values())
            return content if styled else index
    return content


def _opens_part(flow: Flow, index: int) -> bool:
    """Whether a title in brackets, or behind a mark, stands here, and later another in the same: 【運用状況の報告】 … 【抽出案件の審議】."""
    heading = find_heading(flow, flow.blocks[index])
    marked = heading is not None and heading.style in ("◆", "■", "◎", "▼") and flow.blocks[index].gap > 0
    if heading is None or heading.number is not None or not (marked or heading.style[:1] in tuple("【≪《<〈[")):
        return False
    # 【議事要旨の確認】 above what was done, where 【審議事項】 is to come.
    sure = marked or heading.about
    if not sure and not any(block.gap for block in flow.blocks[index : index + 2]):
        return False
    later = (find_heading(flow, block) for block in flow.blocks[index + 1 :] if flow.folded[block.start] == flow.folded[flow.blocks[index].start])
    return any(h is not None and h.style == heading.style and ((sure and h.about) or h.section) for h in later)


def _stands_before_body(flow: Flow, block: Block) -> bool:
    heading = find_heading(flow, block)
    words = flow.words(block)
    opens = heading is not None and (heading.strong or (bool(heading.style) and _OPENS.fullmatch(squeeze(heading.title)) is not None))
    return opens or are_heads(flow, block) or _EXPLAINED.fullmatch(words) is not None or bool(_STAGE_TIME.match(words) or _CLOCK.fullmatch(words) or _ASIDE.fullmatch(words) or _LEGEND.fullmatch(words))
