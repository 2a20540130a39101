"""The labels of a header: 日時, 場所, 出席者, 議題 … with all their decorations.

A label may be numbered (３ 出席者, 第２ 出席者), marked (○日時), bracketed (〔日時〕, 【日時】), spaced
(日　時), merged (開催日時及び場所), and may stand alone on its line or before its value.
"""

from __future__ import annotations

import re
from collections.abc import Container

from attrs import evolve

from minutes_model.grammar.headings import ITEM_WORDS, SECTION_WORDS
from minutes_model.grammar.label_words import KINDS, WEAK, LabelKind
from minutes_model.grammar.list_words import PLAIN_TITLES, ends_in_title
from minutes_model.layout import Block, Flow
from minutes_model.model.enums import Role
from minutes_model.passing import passing
from minutes_model.patterns import regex
from minutes_model.people.designation import split_designation
from minutes_model.people.roles import role_of_title
from minutes_model.text import squeeze

__all__ = ["LEAD", "Label", "aligned_label", "find_label", "glued_label", "label_kind", "lead_style", "lone_label", "unknown_label"]


_LONGEST = max(map(len, KINDS))
_LENGTHS: dict[str, list[int]] = {}
for _length, _start in sorted({(len(word), word[:2]) for word in KINDS}, reverse=True):
    _LENGTHS.setdefault(_start, []).append(_length)
"""How long the labels are that begin with two characters: most blocks begin as none does."""
_FIRSTS = frozenset("当本 於-―─—=").union(start[0] for start in _LENGTHS)
"""With what a label can begin, a decoration and the words of a meeting (委員会における) apart."""
_CLOSING = {"【": "】", "[": "]", "<": ">", "≪": "≫", "《": "》", "〈": "〉", "「": "」", "『": "』", "(": ")"}
_MARKS = "○●◎◇◆□■▽▼▶・•※＊*▲△☆★"
_ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ"
_DECORATIONS = frozenset(f"第一二三四五六七八九十 -{_MARKS}").union(_CLOSING, map(chr, range(ord("①"), ord("⒇") + 1)), _ROMAN)
"""With what a decoration can begin, digits apart."""
LEAD = regex(
    rf"(?P<number>[{_ROMAN}]{{1,2}}(?:[.、)]| ?(?=[^\d]))|"
    r"第?\d{1,2}(?! 番 )(?:[.、)]| ?(?=[^\d:/.年月日時号回条人名番]|日 ?時(?:$|[ :])))|第[一二三四五六七八九十]{1,2} ?(?=[^号回条])|[一二三四五六七八九十]{1,2}[.、) ]|\(\d{1,2}\)|[①-⑳⑴-⒇])? ?"
    rf"(?P<mark>[{_MARKS}]|-(?= ))? ?(?P<open>[{re.escape(''.join(_CLOSING))}])? ?"
)
_OLD_WORDS = frozenset(("とき", "ところ"))
_TAIL = regex(
    r"(?: ?\((?!\d{1,2}\))(?P<note>[^()]{0,30})\)(?=[ 】\]>≫》〉」』):、;(]|$))?(?P<close> ?[】\]>≫》〉」』)])?(?: ?\((?!\d{1,2}\))(?P<note2>[^()]{0,30})\)(?=[ :、;]|$))?(?P<mark>[◇◆□■○●◎](?=[ :]|$))?(?P<sep>[ ]*[:、;](?=[^ ])|[ ]*:|[ ]*\|[ ]*|[ ]+|$)?"
)
_FULL_NAMES = regex(r" *[^\s、。()]{1,8} +[^\s、。()]{1,8}(?:\([^()]{1,16}\))?(?:、 *[^\s、。()]{1,8} +[^\s、。()]{1,8}(?:\([^()]{1,16}\))?)+")
"""向　正彦（会長）、東海林　香織: behind 委員 and a tab."""
_NUMERALS = regex(rf"\d+|[一二三四五六七八九十]+|[{_ROMAN}]+")
_SEATS = frozenset(("議長", "司会", "進行", "事務局", "委員", "説明員", "書記", "参考人"))
_COLLECTIVES = frozenset(("委員", "構成員"))
_ENTRY = regex(r"(?:副?委員長|委員|副?会長|副?座長|分科会長|部会長) +\S+ +\S+ *\(")
"""委員　委員 相澤吉春（大学教授）: the cells of a row, its head before the first entry."""
_RUN_ON = regex(r" *[^、。()]{2,10}(?:\([^()。]{2,24}\))?(?:、 *[^、。()]{2,10}(?:\([^()。]{2,24}\))?)+ *(?:の?各(?:委員|構成員))?")
"""委員　　遠山 義之（弁護士）、鷲見 朱美（税理士）の各委員: a run of names behind a wide gap."""
_POST = regex(r" *[^ 。、]{1,14}[長員官事査任師者] +[^ 。、]+(?: +[^ 。、]+)?(?:\([^()]*\))?$")
"""書記長　馬目　博之, in the cell behind 事務局."""
_SHARE = regex(r"\d{1,3} ?[名人]中、? ?\d{1,3} ?[名人]")
"""委員　11名中９名出席"""
_SPOKEN = 12
"""○議長(安曇力君) ただいまから開会します。: a seat before a sentence of more characters opens a turn."""
_ATTENDANCE = frozenset(("出席", "欠席", "傍聴", "列席", "陪席"))
_LISTS = regex(r"[【(〔\[]|\d+ ?[名人]|[^。、]{1,12}(?:長|委員|議員|理事)(?:、|$)|[^。、 :]{0,6}(?:長|代理|委員|議員|理事|監事|構成員)(?: ?:| +(?=[^ 。]))|なし")
"""What a word for attendance has behind it where it is a label: 出席 【委員】…, 傍聴 ２名."""
_OPEN_OR_NOT = regex(r"(?:一部|全部|原則)?(?:非)?公開|[可否]")
"""公開　　公開（傍聴者なし）: whether hearers were let in, behind its label."""
_MEETING = regex(r"(?:[一-龥]{0,12}会議?|当日|本日)(?:における|での|で出された|でいただいた|で(?:寄せられ|述べられ|出)た|の)(?=.)")
_WITH_ASIDE = regex(r"(?P<name>[^()、:]{2,16}?) ?\((?P<aside>[^()]{2,24})\) ?の? ?(?:職・?)?(?:氏名|名簿)(?: ?・ ?(?:出席者|欠席者|人)?数)?")
_BY_RULE = regex(r"[一-龥]{0,16}第 ?\d{1,3} ?条(?:第\d{1,2}項)?(?:の規定)?(?:に基づく|による|により)")
_SPELT_ON = regex(r" (?:[一-龥](?: [一-龥])+ *$|[係課部局室] [長員]|長 )")
_FOLLOWS = regex(r"は、?(?:左|次|以下|下記)のとおり(?:である|です|であった)?。?$")


@passing(eq=False, repr=False)
class Label:
    """A label: what it announces, its words, where they stand and where its value begins."""

    kind: LabelKind
    words: str
    start: int
    end: int
    value: int
    style: str
    note: str | None = None
    known: bool = True


def label_kind(words: str) -> LabelKind | None:
    """What the words of a label, without white space, announce; None where they are no known label."""
    return KINDS.get(words)


def lead_style(lead: re.Match[str]) -> str:
    """The decoration before a label or heading as a name: two of one style are of one level."""
    number, mark, opening = lead["number"], lead["mark"], lead["open"]
    if number:
        shape = ("Ⅰ" if number[0] in _ROMAN else "") + _NUMERALS.sub("N", number.strip())
        shape = "①" if len(shape) == 1 and "①" <= shape <= "⑳" else "⑴" if len(shape) == 1 and shape >= "⑴" else shape
        return shape + (opening or "")
    return (mark or "") + (opening or "")


def unknown_label(flow: Flow, block: Block, style: str) -> Label | None:
    """The label of unknown words, in the style of the others, that a block without a known one begins with."""
    if not _decorated(flow.folded[block.start]) or _is_tabbed_row(flow, block):
        return None
    words = flow.words(block)
    lead = LEAD.match(words)
    return None if lead is None else _unknown(words, lead, block, style)


def glued_label(flow: Flow, block: Block, style: str) -> Label | None:
    """The known label that a block begins with, its value right behind it: ２ 場所市役所５階, 開催場所市役所５階."""
    if style and not _decorated(flow.folded[block.start]):
        return None
    words = flow.words(block)
    lead = LEAD.match(words)
    if lead is None or (style and not lead["number"]) or lead_style(lead) != style:
        return None
    label = _known(flow, words, lead, block, glued=True)
    return label if style or (label is not None and len(label.words) > _SHORT_LABEL) else None


def aligned_label(flow: Flow, block: Block, columns: Container[int], *, listing: bool) -> Label | None:
    """The label of unknown words that stands beside a column where the values of the known ones begin; in a ``listing`` of people only what tells more of them."""
    found = _BESIDE.match(flow.folded, block.start, block.end)
    if found is None or flow.column(block, found.end()) not in columns:
        return None
    name = squeeze(found["words"])
    known = KINDS.get(name)
    if not 1 < len(name) <= _LONG_LABEL or SECTION_WORDS.fullmatch(name) or name in ITEM_WORDS or name in PLAIN_TITLES:
        return None
    if listing and known is None and not _TELLS_MORE.search(name):
        return None
    return Label(known or _guessed(name), name, block.start, found.end(), found.end(), "", known=False)


def lone_label(flow: Flow, block: Block) -> Label | None:
    """The words of those who came besides the members, alone on their line above them: 市執行部."""
    name = squeeze(flow.words(block)) if block.end - block.start <= _LONG_LABEL else ""
    return Label(LabelKind.PEOPLE, name, block.start, block.end, block.end, "", known=False) if _LONE.fullmatch(name) else None


_LONE = regex(r"[一-龥]{0,8}(?:執行部|事務局|説明員|説明者|関係者|職員|出席者|参考人|当局|理事者)")
_BESIDE = regex(r"(?P<words>[^\s。、「」:()\d○●◎◆◇□■・](?:[^\s。、「」:()]| (?! ))*) {2,}(?=\S)")
_TELLS_MORE = regex(r"^[一-龥]{0,8}(?:教育委員会|事務局|執行部|当局)$|氏名|名簿|[出欠列陪]席|傍聴|職員|資料|説明|議[題事案]|公開")
_SHORT_LABEL = 2
_BULLETS = ("-", "・", "•")


def find_label(flow: Flow, block: Block, *, style: str | None = None) -> Label | None:
    """The label a block begins with; ``style`` is that of the labels found so far, if any.

    In that style, words that are no known label are taken for one too (kind OTHER), when they
    stand alone or before a colon.
    """
    if style is None and not flow.habits.labels and not _may_begin(flow, block):
        return None
    words = flow.words(block)
    lead = LEAD.match(words)
    if lead is None:  # pragma: no cover - every part of the pattern is optional
        return None
    own = _own(flow, words, lead, block) if flow.habits.labels else None
    if words[0] in _RULES and (ruled := _ruled(words, block)) is not None:
        return ruled
    return (
        own
        or (_at(words, block) if words[0] in " 於" else None)
        or (_schedule(words, lead, block) if "程" in words else None)
        or _known(flow, words, lead, block)
        or (_timed_below(flow, words, lead, block) if lead["mark"] and "開" in words else None)
        or (unknown_label(flow, block, style) if style is not None else None)
    )


def _is_tabbed_row(flow: Flow, block: Block) -> bool:
    """○甲斐田　ミナ → 雲母町商工会 → 会長: a row of a table, whose mark is not that of labels."""
    return flow.text.count("\t", block.start, block.end) > 1


def _decorated(first: str) -> bool:
    """Whether a character can begin a decoration: a number, a mark, a bracket."""
    return first in _DECORATIONS or first.isdecimal()


def _may_begin(flow: Flow, block: Block) -> bool:
    """What the first character tells of a label: most blocks begin as none does."""
    folded, start = flow.folded, block.start
    first, end = folded[start], min(block.end, start + 2 * _LONGEST)
    if first in _FIRSTS or _decorated(first) or folded.find("会", start, end) >= 0:
        return True
    return folded.find("条", start, end) >= 0 and _BY_RULE.match(folded, start, end) is not None


_AT = regex(r" *於(?: ?[・、:] *| {2,}| (?=[^。、]{1,30}(?:会議室|委員会室|研修室|応接室|会場|ホール|センター|会館|庁舎|講堂|公民館|役場|役所|\d階)(?:[ (][^。、]{0,20})?$))")


def _at(words: str, block: Block) -> Label | None:
    """於・第三委員会室, 於　第三委員会室: the old way to name the place."""
    found = _AT.match(words)
    end = block.start + found.end() if found else 0
    return Label(LabelKind.VENUE, "於", block.start, end, end, "") if found else None


_LONGEST_SCHEDULE = 48
_N = r"(?:\d{1,3}|[一二三四五六七八九十百]{1,5})"
_SCHEDULE = regex(rf"(?:{_N}月{_N}日|(?:第 ?{_N} ?回)?[^\s。、:()]{{2,14}}(?:定例会|臨時会|議会))? ?議 ?事 ?日 ?程 *\(? ?第 ?{_N} ?号 ?\)?(?:追加の{_N})? *")
"""議事日程第１号, 八月八日議事日程第一号, 第１回目黒区議会定例会議事日程　第１号"""


def _schedule(words: str, lead: re.Match[str], block: Block) -> Label | None:
    """議事日程第１号, alone above its list: each sitting of an assembly has one."""
    if len(words) > _LONGEST_SCHEDULE:
        return None
    begin = next((at for at in (lead.end(), 0) if _SCHEDULE.fullmatch(words, at)), None)
    if begin is None:
        return None
    return Label(LabelKind.AGENDA, "議事日程", block.start, block.end, block.end, lead_style(lead))


_OPENINGS = frozenset(("開会", "開議", "開始"))
_TIME_BELOW = regex(r"\s*(?:午[前後] ?)?\d{1,2} ?[時:]")


def _timed_below(flow: Flow, words: str, lead: re.Match[str], block: Block) -> Label | None:
    """○開会, which heads the proceedings elsewhere, is a label where the next line is its time."""
    if squeeze(words[lead.end() :]) not in _OPENINGS or not _TIME_BELOW.match(flow.folded, block.end):
        return None
    return Label(LabelKind.OPEN, squeeze(words[lead.end() :]), block.start, block.end, block.end, lead_style(lead))


_RULES = frozenset("-―─—=")
_RULED = regex(r"[-―─—=]+ *(?P<words>[^-―─—= ](?: ?[^-―─—= ]){1,15}) *[-―─—=]+")


def _ruled(words: str, block: Block) -> Label | None:
    """――　会議の経過　――: the label of the body between rules."""
    found = _RULED.fullmatch(words)
    if found is None or KINDS.get(squeeze(found["words"])) is not LabelKind.BODY:
        return None
    return Label(LabelKind.BODY, squeeze(found["words"]), block.start, block.end, block.end, found[0][0])


def _own(flow: Flow, words: str, lead: re.Match[str], block: Block) -> Label | None:
    """A label of the body's own; where its words are also a title, only with what makes weak ones labels."""
    labels = flow.habits.labels
    head = words[lead.end() :][: 2 * max(map(len, labels)) + 6]
    tight = squeeze(head)
    for name in sorted((label for label in labels if tight.startswith(label)), key=len, reverse=True):
        kind = LabelKind(labels[name])
        lists = kind in (LabelKind.PEOPLE, LabelKind.ABSENT)
        weak = name in WEAK or (lists and role_of_title(name) is not Role.UNKNOWN)
        label = _finished(words, lead, block, lead.end() + _reach(head, len(name)), name, kind, weak=weak)
        if label is not None:
            return label
    return None


def _known(flow: Flow, words: str, lead: re.Match[str], block: Block, *, glued: bool = False) -> Label | None:
    at = lead.end()
    head = words[at : at + 2 * _LONGEST + 6]
    if _begins_none(head):
        return None
    tight = squeeze(head[: 2 * _LONGEST])
    for length in _LENGTHS.get(tight[:2], _LENGTHS.get(tight[:1], ())):
        name = tight[:length]
        kind = KINDS.get(name)
        if kind is None:
            continue
        end = at + _reach(head, length)
        # The cells of a form, parted by a tab: 委員　→　委員長 海保昌弘.
        tabbed = flow.text[block.start + end : block.start + end + 1] == "\t" and (name not in _SEATS or _POST.match(words, end + 1) is not None or _FULL_NAMES.fullmatch(words, end + 1) is not None)
        label = _finished(words, lead, block, end, name, kind, weak=name in WEAK, glued=glued, tabbed=tabbed)
        if label is not None:
            return label
    return (
        (_around_aside(words, lead, block) if "(" in words else None)
        or (_of_body(words, lead, block) if "席" in words or "事務局" in words else None)
        or _of_meeting(words, lead, block, tight)
        or (_of_rule(words, lead, block, tight) if "条" in tight else None)
    )


def _begins_none(head: str) -> bool:
    """Whether two characters without a gap already tell that no label begins with them."""
    pair = head[:2]
    if not pair.isalnum() or pair in _LENGTHS or pair[0] in _LENGTHS:
        return False
    return "会" not in head and pair not in ("当日", "本日") and not _is_by_rule(head)


def _is_by_rule(words: str) -> bool:
    return "条" in words and _BY_RULE.match(words) is not None


def _of_meeting(words: str, lead: re.Match[str], block: Block, tight: str) -> Label | None:
    """The label of the body behind the words of the meeting it is of: 委員会における質疑の概要."""
    found = _MEETING.match(tight) if "で" in tight or "の" in tight or "おける" in tight else None
    name = tight[found.end() :] if found else ""
    if found is None or KINDS.get(name) is not LabelKind.BODY:
        return None
    parts = words[lead.end() :].split()
    if len(parts) > 1 and max(map(len, parts)) > 1:
        # 御影浦町防災会議　会議の概要 is a title.
        return None
    end = lead.end() + _reach(words[lead.end() :], len(tight))
    return _finished(words, lead, block, end, name, LabelKind.BODY, weak=True)


_OF_BODY = regex(r"[一-龥ァ-ヴー・]{1,14}側の?(?P<side>[出欠列陪]席(?:者|委員|議員)?)|[一-龥ァ-ヴー・]{1,14}会の?(?P<name>[出欠列陪]席(?:者|委員|議員)(?:の?氏名|名簿)?|事務局(?:職員|出席者)?)")


def _of_body(words: str, lead: re.Match[str], block: Block) -> Label | None:
    """合併協議会出席者, on a line of its own or before its list: a label told with the body it is of."""
    name = squeeze(words[lead.end() :])
    found = _OF_BODY.fullmatch(name)
    end = len(words)
    if found is None and name:
        end = words.find(" ", lead.end() + 1)
        found = _OF_BODY.fullmatch(words, lead.end(), end) if end > 0 else None
    kind = KINDS.get(found["name"] or found["side"]) if found is not None else None
    return _finished(words, lead, block, end, found[0], kind, weak=False) if found is not None and kind is not None else None


def _around_aside(words: str, lead: re.Match[str], block: Block) -> Label | None:
    """出席した者（傍聴人を除く。）の氏名: a bracket within the words of a label."""
    found = _WITH_ASIDE.match(words, lead.end()) if "(" in words[: 2 * _LONGEST] else None
    name = squeeze(found["name"]) if found is not None else ""
    kind = KINDS.get(name)
    label = _finished(words, lead, block, found.end(), name, kind, weak=False) if found is not None and kind is not None else None
    return evolve(label, note=squeeze(found["aside"])) if label is not None and label.note is None and found is not None else label


def _of_rule(words: str, lead: re.Match[str], block: Block, tight: str) -> Label | None:
    """The label of those who came by a rule: 条例第７条に基づく出席者の氏名."""
    found = _BY_RULE.match(tight)
    name = tight[found.end() :] if found else ""
    length = next((size for size in range(len(name), 1, -1) if KINDS.get(name[:size]) is LabelKind.PEOPLE), 0)
    if found is None or not length:
        return None
    end = lead.end() + _reach(words[lead.end() :], found.end() + length)
    return _finished(words, lead, block, end, tight[: found.end() + length], LabelKind.PEOPLE, weak=False)


def _reach(head: str, length: int) -> int:
    """How many characters of ``head`` hold its first ``length`` visible ones."""
    seen = 0
    for index, character in enumerate(head):
        seen += character != " "
        if seen == length:
            return index + 1
    return len(head)


def _finished(
    words: str, lead: re.Match[str], block: Block, end: int, name: str, kind: LabelKind, *, weak: bool, glued: bool = False, tabbed: bool = False
) -> Label | None:
    if words[end : end + 1] not in _BEHIND and kind not in _OF_DAYS and not glued:
        # The word goes on.
        return None
    tail = _TAIL.match(words, end)
    if tail is None:  # pragma: no cover - every part of the pattern is optional
        return None
    spaced = " " in words[lead.end() : end]
    if (spaced or kind is LabelKind.AGENDA) and _is_of_more(words, end, tail, name, kind, weak=weak, spaced=spaced, glued=glued):
        return None
    opening, (closing, mark, printed) = lead["open"], tail.group("close", "mark", "sep")
    closing, sep = (closing or "").strip(), printed or ""
    if (opening and closing != _CLOSING[opening]) or (closing and not opening):
        return None
    if mark and (opening or mark != lead["mark"]):
        # ◇日にち◇
        return None
    follows = _FOLLOWS.match(words, end) if words.startswith("は", end) else None
    alone = tail.end() == len(words) or follows is not None
    decorated = bool(lead["number"] or lead["mark"] or opening)
    if not (sep or closing or alone):
        begins_date = kind in _OF_DAYS and re.match(
            r"令|平|昭|大正|明治|\d|午[前後]|[RHS]\d", words[end:])
        if not begins_date and not glued:
            return None
    if "、" in sep and (kind is LabelKind.BODY or name in _SEATS):
        return None
    if name in _ONLY_ALONE and not alone:
        return None
    if name in _SEATS and len(words) - tail.end() > _SPOKEN and words.endswith(("。", "」")):
        return None
    if weak and not (decorated or alone or ":" in sep or tabbed or spaced or (sep and _lists(words, tail.end(), name, sep)) or (name in _OLD_WORDS and _is_fact(words, tail))):
        return None
    if kind is LabelKind.OPEN and name in _OPENINGS and alone and decorated and not opening:
        return None
    stop = len(words) if follows else tail.end()
    start = block.start + lead.end() - len(opening or "") if not lead["number"] and not lead["mark"] else block.start
    return Label(kind, name, min(start, block.start + lead.start()), block.start + stop, block.start + stop,
                 lead_style(lead), tail["note"] or tail["note2"])


def _is_of_more(words: str, end: int, tail: re.Match[str], name: str, kind: LabelKind, *, weak: bool, spaced: bool, glued: bool) -> bool:
    """Whether the words of a label are but the first of what is printed."""
    if kind is LabelKind.AGENDA and (glued or spaced) and _BILL_NUMBER.match(words, end):
        # 2 議案第1号 …, 議 案 第 1 号 …: the number of an item, no label and its value.
        return True
    if not spaced:
        return False
    if words.startswith(" ", end) and _SPELT_ON.match(words, end):
        # 農 業 委 員 会 議 事 録: the first of more characters spelt at one distance.
        return True
    if name in _KINDS_OF_MEMBER and _NO_WIDER.match(words, end):
        # 臨 時 委 員 矢 作 健: the title of a row, no wider apart from the name than its own characters.
        return True
    # 監　　事　　前 田 昭 夫　　　総 務 部 長　　杉 山 理 恵: a row of two titles and their names.
    return weak and name in PLAIN_TITLES and any(ends_in_title(squeeze(cell)) for cell in _GAPS.split(words[tail.end() :])[1:-1])


def _lists(words: str, at: int, name: str, sep: str) -> bool:
    """Whether what stands behind a gap is what such a label announces: whether all may listen, or who came."""
    if name == "公開":
        return _OPEN_OR_NOT.match(words, at) is not None
    if name in _ATTENDANCE and _LISTS.match(words, at) is not None:
        return True
    if name not in _COLLECTIVES:
        return False
    return (_ENTRY.match(words, at) or _SHARE.match(words, at) or (_RUN_ON.fullmatch(words, at) if len(sep) > 1 else None)) is not None


_OF_DAYS = frozenset((LabelKind.DATE, LabelKind.OPEN, LabelKind.CLOSE))
"""The labels behind which a day or an hour may stand without a gap."""
_ONLY_ALONE = frozenset(("幹事会",))
"""What heads its people on a line of its own, and elsewhere speaks or meets: 幹事会：資料を作成した。"""
_BEHIND = frozenset(("", *" :、;(は◇◆□■○●◎", *_CLOSING.values()))
"""What stands behind all others, unless what they announce is glued to them."""
_GAPS = regex(" {2,}")
_KINDS_OF_MEMBER = frozenset(("臨時委員", "専門委員", "特別委員"))
_NO_WIDER = regex(r" [^ :(]")
_BILL_NUMBER = regex(r" ?第 ?\d{1,3} ?号(?!議案)")


def _is_fact(words: str, tail: re.Match[str]) -> bool:
    """Whether behind とき or ところ stands what they announce: a wide gap parts it, or it is a day or a place."""
    return len(tail["sep"] or "") > 1 or (bool(tail["sep"]) and _DAY_OR_PLACE.fullmatch(words, tail.end()) is not None)


_DAY_OR_PLACE = regex(r"(?:令和|平成|昭和|\d{4}年)[^。]*|[^。、]{1,30}(?:室|会場|ホール|センター|会館|庁舎|講堂|公民館|役場|役所|\d階)(?:[ (][^。、]{0,20})?")
_SPOKEN_PART = regex(r"(?:[長員](?:の)?(?:発言|挨拶|あいさつ|報告)|質疑|質疑応答|討議|意見交換)$|^(?:その他|その他の事項|その他事項|連絡事項|事務連絡)$")
"""警察本部長発言 is a part of the body."""
_ALL_SAID = regex(r"[^、。]{2,14}に(?:関する|対する|ついての)(?:質疑|審議|意見)(?:応答|等|の概要|の内容|の要旨)?")
"""評価対象事業に関する質疑: all that was said, in its parts."""
_LISTS_PEOPLE = regex(r"(?:出席者|欠席者|列席者|出席した者|職員|氏名|事務局)$")
_LONG_LABEL = 28
"""地方自治法第105条の規定による出席者: what lists people may be told by its rule."""
_HOURS = regex(r"(?:午[前後] ?)?\d{1,2} ?(?:時|:\d)")
"""2 午前10時～午前11時40分, a value whose label a page read by columns leaves below it."""
_UNKNOWN = regex(r"[国都道府県市区町村](?= *(?:$|:)| {2,})|[一-龥](?: {1,4}[一-龥]){1,4}(?=$| {2,}| *:|[】\]>])|[^\s。、「」:()【】\[\]<>≪≫《》〈〉]{2,28}(?: [^\s。、「」:()【】\[\]<>≪≫《》〈〉]{1,6})*")


def _unknown(words: str, lead: re.Match[str], block: Block, style: str) -> Label | None:
    if not style or lead_style(lead) != style:
        return None
    body = _UNKNOWN.match(words, lead.end())
    if body is None or _HOURS.match(body[0]) is not None or len(squeeze(body[0])) > (_LONG_LABEL if _LISTS_PEOPLE.search(body[0]) or _SAID_AND_ANSWERED.fullmatch(squeeze(body[0])) else 18) or body[0].endswith(("について", "の件")) or (_SPOKEN_PART.search(squeeze(body[0])) and not _ALL_SAID.fullmatch(squeeze(body[0]))) or SECTION_WORDS.fullmatch(squeeze(body[0])) or squeeze(body[0]) in ITEM_WORDS:
        return None
    if lead["mark"] in _BULLETS and split_designation(squeeze(body[0])).name is not None:
        # - 古田会長, an entry of the list above.
        return None
    tail = _TAIL.match(words, body.end())
    opening = lead["open"]
    if tail is None or (opening and (tail["close"] or "").strip() != _CLOSING[opening]):
        return None
    colon = ":" in (tail["sep"] or "")
    apart = len(tail["sep"] or "") > 1
    if not (opening or colon or apart or tail.end() == len(words)):
        return None
    end = block.start + tail.end()
    name = squeeze(body[0])
    kind = _guessed(name)
    if kind is LabelKind.OTHER and colon and _lists_designations(words[tail.end() :]):
        kind = LabelKind.PEOPLE
    return Label(kind, name, block.start, end, end, style, tail["note"], known=False)


_SAID_AND_ANSWERED = regex(
    r"(?:[^、。]{1,10}ごとの)?(?:主な|委員(?:から)?の|市民(?:から)?の|寄せられた)?(?:公述|意見|質疑|質問|要望|発言)(?:・(?:意見|質疑|質問|要望))?等?(?:の要旨|の概要|の内容)?"
    r"(?:及び|と|並びに|、)(?:これ|それ|その|公述|意見|質疑)?(?:ら)?(?:に対する)?[一-龥]{0,6}の?(?:考え方|回答|見解|対応|答弁|説明)(?:等|について|の概要|の要旨)?"
)
"""公述の要旨及びこれに対する県の考え方: what was said, and what is said to it."""


def _lists_designations(value: str) -> bool:
    """Whether what stands behind a label of unknown words are people with their titles: ■学校：西郡校長、阿久津教頭."""
    entries = value.split("、")
    return len(entries) > 1 and all(len(entry) <= _ENTRY_LENGTH and (split := split_designation(squeeze(entry))).name is not None and split.title is not None for entry in entries)


_ENTRY_LENGTH = 24


def _guessed(name: str) -> LabelKind:
    """An unlisted label by its last word: 農業委員会事務局職員 lists people."""
    if re.search(r"開会.*閉会|開催.*日時", name):
        return LabelKind.OPEN
    if _SAID_AND_ANSWERED.fullmatch(name) or _ALL_SAID.fullmatch(name):
        return LabelKind.BODY
    if re.search(r"(?:欠席)", name):
        return LabelKind.ABSENT
    if re.search(r"(?:管理者|自治体|団体|機関|当局|教育委員会)$", name):
        return LabelKind.PEOPLE
    if len(name) == 1 or role_of_title(name) is Role.CHAIR:
        # ■県　　保健医療部　猪爪部長, ＜座　長＞　入来院 晴彦
        return LabelKind.PEOPLE
    if re.search(r"(?:出席者|出席委員|出席した者|職員|事務局|執行部|理事者|委員|議員|説明員|役員|関係者|構成員|参加者|幹事|部局|氏名|側|事業者|申請者|参考人|アドバイザー|ゲスト|専門家|来賓|受託者|コンサルタント)$", name):
        return LabelKind.PEOPLE
    return LabelKind.OTHER
