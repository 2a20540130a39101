"""The labels of a header: 日時, 場所, 出席者, 議題 … with all their decorations.

A label may be numbered (３ 出席者, 第２ 出席者), marked (○日時), bracketed (〔日時〕, 【日時】), spaced
(日　時), merged (開催日時及び場所), and may stand alone on its line or before its value.
"""

from __future__ import annotations

import re
from enum import StrEnum

from attrs import frozen

from minutes_model.grammar.headings import ITEM_WORDS, SECTION_WORDS
from minutes_model.layout import Block, Flow
from minutes_model.model.enums import Role
from minutes_model.patterns import regex
from minutes_model.people.roles import role_of_title
from minutes_model.text import squeeze

__all__ = ["LEAD", "Label", "LabelKind", "find_label", "glued_label", "label_kind", "lead_style", "unknown_label"]


class LabelKind(StrEnum):
    """What a label announces."""

    __hash__ = str.__hash__

    DATE = "date"
    OPEN = "open"
    CLOSE = "close"
    VENUE = "venue"
    PEOPLE = "people"
    ABSENT = "absent"
    AGENDA = "agenda"
    BODY = "body"
    NEXT = "next"
    OTHER = "other"


_K = LabelKind
_WORDS: dict[LabelKind, str] = {
    _K.DATE: "日時 開催日時 開催年月日 開会の日時 開会日時 開会日 招集年月日 招集日時 招集日 招集期日 召集日時 召集年月日 会議日時 会議の日時 開催日 会議日 年月日 実施日時 開催期日 "
    "期日 とき 日時場所 日時及び場所 日時・場所 開催日時及び場所 開催日時・場所 開催日時場所 開催日及び場所 開催年月日及び場所 開催日時と場所 "
    "開催の日時及び場所 会議の日時及び場所 開催日時・場所及び出席者 開催年月日時 会議開催日時 会議を開催した日時 会議の開催日時 "
    "開催年月日及び時間 開催日・場所 日時等 会議の開催日時及び場所 開会閉会の年月日 開会及び閉会の日時 開催月日 会議日時及び場所",
    _K.OPEN: "開会 開議 開始 開会時刻 開会時間 開始時刻 開会の時刻 開会・閉会 開会及び閉会 開閉会 開催時間 時間 会議時間 開会閉会時刻 開催時刻 時刻 開閉会時刻 開会及び閉会に関する事項 開会・閉会に関する事項 開会及び閉会の時刻",
    _K.CLOSE: "閉会 閉議 散会 終了 閉会時刻 終了時刻 閉会時間 散会時刻 閉会の時刻 閉会日時 閉会の日時 終了日時 散会の日時",
    _K.VENUE: "場所 開催場所 会場 会議場所 会議の場所 開催の場所 招集の場所 招集場所 開催方法 開催会場 ところ 開催地 開催形式 実施方法 会議の開催場所 "
    "於 会議場 開催場所等 場所等 会議を開催した場所 場所及び開催方法 開催場所及び方法 開催方法及び場所",
    _K.PEOPLE: "出席委員(者)氏名 出席委員(者) 出席者(委員)氏名 説明者の職・氏名 説明者の職氏名 出席委員名 事務局の職員 出席委員数 出席議員数 出席構成員数 出席者 出席委員 出席議員 委員出欠 参加委員 構成員 列席者 陪席者 参加者 出席者等 出席構成員 出席評議員 出席理事 説明員 出席説明員 説明者 "
    "オブザーバー 出席した関係職員 出席職員 関係職員 事務局職員 関係課 委員の出席 出席状況 委員の出席状況 出欠状況 出席委員等 出席者名 出席者氏名 委員等出席者 "
    "説明のため出席した者 説明のために出席した者 説明のため出席した者の職氏名 職務のため出席した者 職務のために出席した者 職務のため出席した者の職氏名 職務のため出席した事務局職員 職務のため出席した職員 職務のため出席した事務局 "
    "説明のため出席した職員 説明のため出席した説明員 説明のため会議に出席した者 職務のため議場に出席した者 事務局出席者 事務局員 出席事務局職員 事務局 "
    "出席した委員 出席した議員 出席した者 出席者の氏名 関係者 参考人 委員 推進委員 農業委員 専門委員 臨時委員 特別委員 農地利用最適化推進委員 代理出席 代理出席者 行政側出席者 市側出席者 町側出席者 県側出席者 出席幹事 列席 陪席 出席 "
    "構成員等 審議会委員 出席監事 参加構成員 議事参与者 説明のため出席した関係者 その他の出席者 その他出席者 執行機関 説明職員 随行者 書記 監事 幹事 役員 出席役員 出席監事 特別報告者 執行部 理事者 説明補助員 委員外出席者 委員外議員",
    _K.ABSENT: "欠席委員(者)氏名 欠席委員(者) 欠席者(委員)氏名 欠席委員名 欠席者 欠席委員 欠席委員数 欠席議員 欠席構成員 欠席評議員 欠席 欠席理事 欠席役員 委任状 欠席した委員 不参加者",
    _K.AGENDA: "議題 議事 議事次第 会議次第 次第 付議事項 案件 議事日程 審査日程 付議案件 議案 議案の目録 議案目録 付託案件 会議に付した事件 本日の会議に付した事件 "
    "本日の会議に付した案件 会議に付した案件 議題及び議事 審議案件 審議事項 審査案件 協議事項 会議の議題 会議事項 会議の案件 検討事項 議事事項 "
    "議題及び公開・非公開の別 議題及び公開・非公開の別並びに非公開の場合にあっては、その理由 議事及び議題 議題等 議事日程等 議案及び議事内容 議案及び議事の内容 議題及び議事内容 議事及び議題 議決事項 承認事項 諮問事項 決定事項 会議に付した議題 付議事件 付議された事件 報告事項 案件名 議題名 内容 主要議事 主な議事 主な議題 主要議題 議事一覧",
    _K.BODY: "議題及び審議結果を含む主な議論の概要 審議結果を含む主な議論の概要 議事の概要 議事概要 議事要旨 議事の要旨 議事(要旨) 議事録 議事経過 審議経過 会議の結果 会議結果 会議内容 審議内容 会議の大要 主な質疑 議事内容 "
    "会議の概要 会議の経過 審議の概要 審議概要 審議結果 会議経過 会議概要 概要 開催状況 議事の経過 審議状況 議事の内容 議事及び結果 会議の内容 議事の大要 "
    "質疑応答 主な意見 議事の要点 経過 議事の経過及び結果 議事の経過の概要 会議の要旨 会議要旨 審議の内容 審議の経過 議事及び審議の内容 発言要旨 "
    "発言内容 議事の概要及び結果 議事結果 議事の結果 議事概要等 審議要旨 会議録 議事経過の概要 会議の状況 議事の経過概要 審議等の概要 会議の経過及び結果 "
    "議事等の概要 会議の次第及び発言 発言の要旨 議事概略 会議の要点 審議の要旨 摘録 会議のてんまつ 会議の顛末 会議の顚末 てんまつ 議事のてんまつ 議事の顚末 会議のてん末",
    _K.NEXT: "次回 次回開催 次回開催予定日 次回開催予定 次回の開催 次回会議 次回開催日 次回日程 次回の予定 次回予定 次回の日程 次回の開催予定 次回の会議 "
    "次回委員会 次回会議日程 次回開催日程 次回の開催日",
    _K.OTHER: "配布資料 配付資料 資料 資料等 会議資料 使用資料 提出資料 参考資料 添付資料 傍聴人 傍聴者 傍聴 傍聴人数 傍聴者数 傍聴者の数 傍聴者の人数 傍聴人の数 会議の公開 会議の公開・非公開 "
    "公開・非公開 公開・非公開の別 公開の別 会議の公開又は非公開の別 会議の公開非公開 公開 非公開の理由 議事録署名 議事録署名人 議事録署名委員 署名委員 会議録署名 会議録署名委員 会議録署名議員 "
    "会議録署名人 担当書記 天候 公開の可否 問い合わせ先 問合せ先 お問い合わせ先 お問い合わせ 連絡先 議長 進行 司会 会議成立 定足数 担当 担当課 所管課 事務担当 "
    "備考 作成日 会議録の作成 会議録作成者 議事録作成者 作成者 審議対象期間 署名 出席者数 出席人数 参加者数 参加人数 公開の状況 会議の公開の可否 取材 欠席者数 委員出席数 報道関係者 主催 主催者 配布資料等 配付資料等 配布資料一覧 "
    "議長(委員長・会長)氏名 議長(委員長・会長)の氏名 議長(会長)氏名 会長氏名 委員長氏名 議長氏名 配付資料一覧 議長名 委員定数 委員数 傍聴者等 会議の種別 会議名 会議の名称 名称 審議会名 審議会等名称 委員会名 会議区分 開催区分 公開区分 審議会等名 審議会等の名称 附属機関等の名称 附属機関の名称 件名 記録者 記録 回数 開催回 開催回数 会議の回数",
}
_PROCEEDINGS = "議事 審議 会議 協議 審査 議題 委員会 審議会 会議等 議事等"
_ACCOUNTS = "概要 要旨 結果 経過 内容 大要 経緯 状況 記録 てんまつ 顛末 次第及び結果 結果及び経過 経過及び結果 概要及び結果"
_WORDS[_K.BODY] += "".join(
    f" {lead}{what}{link}{account}" for lead in ("", "主な") for what in _PROCEEDINGS.split() for link in ("", "の", "等の") for account in _ACCOUNTS.split()
)
_WORDS[_K.BODY] += "".join(
    f" {what}の{account}{link}{result}" for what in ("議事", "審議", "会議", "協議") for account in ("概要", "経過", "内容") for link in ("と", "及び", "・")
    for result in ("結果", "審議結果", "会議結果", "議事結果", "審議の結果", "決定事項")
)
_WORDS[_K.PEOPLE] += "".join(f" {who}の{state}" for who in ("出席者", "出席委員", "委員の出席", "委員出席") for state in ("状況", "状況等")) + " 委員の出席 出席者及び欠席者 出席者及び欠席者の氏名 出席者・欠席者 出席者等の状況 委員の出欠 委員の出欠状況 委員の出欠の状況 構成員の出欠"
_WORDS[_K.DATE] += "".join(
    f" {lead}日時{link}{place}" for lead in ("", "開催", "開会", "会議", "会議の", "開催の", "実施", "招集") for link in ("及び", "・", "と", "、", "") for place in ("場所", "開催場所", "会場")
)
_WORDS[_K.PEOPLE] += "".join(f" 出席{did}{who}の{what}" for did in ("", "した") for who in ("委員", "議員", "者", "職員", "関係者") for what in ("氏名", "職氏名", "職・氏名", "職及び氏名", "名簿"))
_WORDS[_K.ABSENT] += "".join(f" 欠席{did}{who}の{what}" for did in ("", "した") for who in ("委員", "議員", "者") for what in ("氏名", "職氏名"))
_WORDS[_K.BODY] += "".join(
    f" 議題{link}{account}" for link in ("及び", "と", "・", "並びに") for account in ("主な意見", "審議の内容", "審議内容", "議事の概要", "議事概要", "審議の結果", "審議結果", "審議の概要", "審議経過", "議事の要旨", "会議の内容", "結果", "概要")
)
_WORDS[_K.BODY] += "".join(
    f" {lead}{what}{link}{reply}" for lead in ("", "主な") for what in ("意見", "意見等", "質疑", "質問", "質問・意見", "意見・質問") for link in ("と", "及び", "並びに", "・", "に対する", "とそれに対する")
    for reply in ("対応", "回答", "考え方", "答弁", "応答")
)
_WORDS[_K.BODY] += "".join(
    f" {lead}{what}{account}" for lead in ("", "主な") for what in ("意見", "意見等", "質疑", "質疑応答", "意見交換", "発言", "議論", "討議", "質疑・意見", "意見・質疑")
    for account in ("の概要", "の要旨", "の内容", "概要", "要旨", "内容") if f"{what}{account}" not in ("意見内容",)
) + " 主な意見等 主な質疑等 主な質疑応答 主な発言 主な発言等 主な議論 主な意見・質疑 主な意見・質問 主な意見や質問"
_WORDS[_K.PEOPLE] += "".join(f" 出席した{who}" for who in ("職員", "事務局職員", "説明員", "理事者", "執行部", "関係者", "幹事", "構成員", "役員", "説明者", "市職員", "町職員", "県職員", "村職員"))
_WORDS[_K.ABSENT] += "".join(f" 欠席した{who}" for who in ("者", "議員", "構成員", "理事", "役員", "評議員"))
_WORDS[_K.PEOPLE] += " 委員出席者 議員出席者 構成員出席者 審議委員 傍聴議員 その他出席者"
_WORDS[_K.ABSENT] += " 委員欠席者 議員欠席者 構成員欠席者"
_WORDS[_K.PEOPLE] += "".join(f" 本日の{who}" for who in ("出席委員", "出席者", "出席議員", "出席説明員"))
_WORDS[_K.ABSENT] += "".join(f" 本日の{who}" for who in ("欠席委員", "欠席者", "欠席議員"))
_KINDS = {word: kind for kind, words in _WORDS.items() for word in words.split()}
_KINDS |= {f"{word}等": kind for word, kind in _KINDS.items() if kind in (_K.PEOPLE, _K.ABSENT, _K.OTHER)}
_LONGEST = max(map(len, _KINDS))
_LENGTHS: dict[str, list[int]] = {}
for _length, _start in sorted({(len(word), word[:2]) for word in _KINDS}, reverse=True):
    _LENGTHS.setdefault(_start, []).append(_length)
"""How long the labels are that begin with two characters: most blocks begin as none does."""
_FIRSTS = frozenset("当本 於-―─—=").union(start[0] for start in _LENGTHS)
"""With what a label can begin, a decoration and the words of a meeting (委員会における) apart."""
_CLOSING = {"【": "】", "[": "]", "<": ">", "≪": "≫", "《": "》", "〈": "〉", "「": "」", "『": "』", "(": ")"}
_MARKS = "○●◎◇◆□■▽▼・※＊*▲△☆★"
_DECORATIONS = frozenset(f"第一二三四五六七八九十 {_MARKS}").union(_CLOSING, map(chr, range(ord("①"), ord("⒇") + 1)))
"""With what a decoration can begin, digits apart."""
LEAD = regex(
    r"(?P<number>第?\d{1,2}(?:[.、)]| ?(?=[^\d:/.年月日時号回条人名番]))|第[一二三四五六七八九十]{1,2} ?(?=[^号回条])|[一二三四五六七八九十]{1,2}[.、) ]|\(\d{1,2}\)|[①-⑳⑴-⒇])? ?"
    rf"(?P<mark>[{_MARKS}])? ?(?P<open>[{re.escape(''.join(_CLOSING))}])? ?"
)
_TAIL = regex(
    r"(?: ?\((?!\d{1,2}\))(?P<note>[^()]{0,30})\)(?=[ 】\]>≫》〉」』):、;(]|$))?(?P<close> ?[】\]>≫》〉」』)])?(?: ?\((?!\d{1,2}\))(?P<note2>[^()]{0,30})\)(?=[ :、;]|$))?(?P<sep>[ ]*[:、;](?=[^ ])|[ ]*:|[ ]+|$)?"
)
_NUMERALS = regex(r"\d+|[一二三四五六七八九十]+")
# Words that are also ordinary titles or groups: labels only with a bracket, a number or alone on the line.
_WEAK = frozenset(
    ["委員", "事務局", "書記", "議長", "構成員", "関係者", "参考人", "説明者", "説明員", "進行", "司会", "署名", "公開", "名称", "資料", "記録", "担当", "概要", "内容", "時間", "時刻", "経過", "開始", "終了", "次第", "出席", "欠席", "開会", "閉会", "散会", "開議", "閉議", "議案", "次回", "取材", "議長名", "傍聴", "列席", "陪席", "とき", "ところ", "於", "執行機関", "案件", "検討事項", "議事録", "会議録", "期日", "オブザーバー", "関係課", "監事", "幹事", "役員", "理事者", "執行部", "委任状", "委員外議員"]
)


_SEATS = frozenset(("議長", "司会", "進行", "事務局", "委員", "説明員", "書記", "参考人"))
_COLLECTIVES = frozenset(("委員", "構成員"))
_ENTRY = regex(r"(?:副?委員長|委員|副?会長|副?座長|分科会長|部会長) +\S+ +\S+ *\(")
"""委員　委員 相澤吉晴（大学教授）: the cells of a row, its head before the first entry."""
_SPOKEN = 12
"""○議長(安曇力君) ただいまから開会します。: a seat before a sentence of more characters opens a turn."""
_ATTENDANCE = frozenset(("出席", "欠席", "傍聴", "列席", "陪席"))
_LISTS = regex(r"[【(〔\[]|\d+ ?[名人]|[^。、]{1,12}(?:長|委員|議員|理事)(?:、|$)|なし")
"""What a word for attendance has behind it where it is a label: 出席 【委員】…, 傍聴 ２名."""
_OPEN_OR_NOT = regex(r"(?:一部|全部|原則)?(?:非)?公開|[可否]")
"""公開　　公開（傍聴者なし）: whether hearers were let in, behind its label."""
_MEETING = regex(r"(?:[一-龥]{0,12}会議?|当日|本日)(?:における|での|で出された|でいただいた|で(?:寄せられ|述べられ|出)た|の)(?=.)")
_SPELT_ON = regex(r" (?:[一-龥](?: [一-龥])+ *$|[係課部局室] [長員])")
_FOLLOWS = regex(r"は、?(?:左|次|以下|下記)のとおり(?:である|です|であった)?。?$")


@frozen(eq=False, repr=False)
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
    return _KINDS.get(words)


def lead_style(lead: re.Match[str]) -> str:
    """The decoration before a label or heading as a name: two of one style are of one level."""
    number, mark, opening = lead["number"], lead["mark"], lead["open"]
    if number:
        shape = _NUMERALS.sub("N", number.strip())
        shape = "①" if len(shape) == 1 and "①" <= shape <= "⑳" else "⑴" if len(shape) == 1 and shape >= "⑴" else shape
        return shape + (opening or "")
    return (mark or "") + (opening or "")


def unknown_label(flow: Flow, block: Block, style: str) -> Label | None:
    """The label of unknown words, in the style of the others, that a block without a known one begins with."""
    if not _decorated(flow.folded[block.start]):
        return None
    words = flow.words(block)
    lead = LEAD.match(words)
    return None if lead is None else _unknown(words, lead, block, style)


def glued_label(flow: Flow, block: Block, style: str) -> Label | None:
    """The known label that a numbered block begins with, its value right behind it: ２ 場所市役所５階."""
    if not _decorated(flow.folded[block.start]):
        return None
    words = flow.words(block)
    lead = LEAD.match(words)
    if lead is None or not lead["number"] or lead_style(lead) != style:
        return None
    return _known(words, lead, block, glued=True)


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
    return own or _at(words, block) or _known(words, lead, block) or (_unknown(words, lead, block, style) if style is not None else None)


def _decorated(first: str) -> bool:
    """Whether a character can begin a decoration: a number, a mark, a bracket."""
    return first in _DECORATIONS or first.isdecimal()


def _may_begin(flow: Flow, block: Block) -> bool:
    """What the first character tells of a label: most blocks begin as none does."""
    first = flow.folded[block.start]
    return first in _FIRSTS or _decorated(first) or "会" in flow.words(block)[: 2 * _LONGEST]


_AT = regex(r" *於 ?[・、:] *")


def _at(words: str, block: Block) -> Label | None:
    """於・第三委員会室: the old way to name the place."""
    found = _AT.match(words) if words[0] in " 於" else None
    end = block.start + found.end() if found else 0
    return Label(LabelKind.VENUE, "於", block.start, end, end, "") if found else None


_RULES = frozenset("-―─—=")
_RULED = regex(r"[-―─—=]+ *(?P<words>[^-―─—= ](?: ?[^-―─—= ]){1,15}) *[-―─—=]+")


def _ruled(words: str, block: Block) -> Label | None:
    """――　会議の経過　――: the label of the body between rules."""
    found = _RULED.fullmatch(words)
    if found is None or _KINDS.get(squeeze(found["words"])) is not LabelKind.BODY:
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
        weak = name in _WEAK or (lists and role_of_title(name) is not Role.UNKNOWN)
        label = _finished(words, lead, block, lead.end() + _reach(head, len(name)), name, kind, weak=weak)
        if label is not None:
            return label
    return None


def _known(words: str, lead: re.Match[str], block: Block, *, glued: bool = False) -> Label | None:
    at = lead.end()
    head = words[at : at + 2 * _LONGEST + 6]
    if _begins_none(head):
        return None
    tight = squeeze(head[: 2 * _LONGEST])
    for length in _LENGTHS.get(tight[:2], _LENGTHS.get(tight[:1], ())):
        name = tight[:length]
        kind = _KINDS.get(name)
        if kind is None:
            continue
        end = at + _reach(head, length)
        label = _finished(words, lead, block, end, name, kind, weak=name in _WEAK, glued=glued)
        if label is not None:
            return label
    return _of_meeting(words, lead, block, tight)


def _begins_none(head: str) -> bool:
    """Whether two characters without a gap already tell that no label begins with them."""
    pair = head[:2]
    if not pair.isalnum() or pair in _LENGTHS or pair[0] in _LENGTHS:
        return False
    return "会" not in head and pair not in ("当日", "本日")


def _of_meeting(words: str, lead: re.Match[str], block: Block, tight: str) -> Label | None:
    """The label of the body behind the words of the meeting it is of: 委員会における質疑の概要."""
    found = _MEETING.match(tight) if "で" in tight or "の" in tight or "おける" in tight else None
    name = tight[found.end() :] if found else ""
    if _KINDS.get(name) is not LabelKind.BODY:
        return None
    end = lead.end() + _reach(words[lead.end() :], len(tight))
    return _finished(words, lead, block, end, name, LabelKind.BODY, weak=True)


def _reach(head: str, length: int) -> int:
    """How many characters of ``head`` hold its first ``length`` visible ones."""
    seen = 0
    for index, character in enumerate(head):
        seen += character != " "
        if seen == length:
            return index + 1
    return len(head)


def _finished(
    words: str, lead: re.Match[str], block: Block, end: int, name: str, kind: LabelKind, *, weak: bool, glued: bool = False
) -> Label | None:
    tail = _TAIL.match(words, end)
    if tail is None:  # pragma: no cover - every part of the pattern is optional
        return None
    if _SPELT_ON.match(words, end) and " " in words[lead.end() : end]:
        # 農 業 委 員 会 議 事 録: the first of more characters spelt at one distance.
        return None
    opening, closing = lead["open"], (tail["close"] or "").strip()
    if (opening and closing != _CLOSING[opening]) or (closing and not opening):
        return None
    follows = _FOLLOWS.match(words, end)
    alone = tail.end() == len(words) or follows is not None
    decorated = bool(lead["number"] or lead["mark"] or opening)
    if not (tail["sep"] or closing or alone):
        begins_date = kind in (LabelKind.DATE, LabelKind.OPEN, LabelKind.CLOSE) and re.match(
            r"令|平|昭|大正|明治|\d|午[前後]|[RHS]\d", words[end:])
        if not begins_date and not glued:
            return None
    if (kind is LabelKind.BODY or name in _SEATS) and "、" in (tail["sep"] or ""):
        return None
    colon = ":" in (tail["sep"] or "")
    opened = name == "公開" and bool(tail["sep"]) and _OPEN_OR_NOT.match(words, tail.end()) is not None
    listed = opened or (name in _ATTENDANCE and bool(tail["sep"]) and _LISTS.match(words, tail.end()) is not None)
    if name in _SEATS and len(words) - tail.end() > _SPOKEN and words.endswith(("。", "」")):
        return None
    listed = listed or (name in _COLLECTIVES and bool(tail["sep"]) and _ENTRY.match(words, tail.end()) is not None)
    if weak and not (decorated or alone or colon or listed or " " in words[lead.end() : end]):
        return None
    if kind is LabelKind.OPEN and name in ("開会", "開議", "開始") and alone and decorated and not opening:
        return None
    stop = len(words) if follows else tail.end()
    start = block.start + lead.end() - len(opening or "") if not lead["number"] and not lead["mark"] else block.start
    return Label(kind, name, min(start, block.start + lead.start()), block.start + stop, block.start + stop,
                 lead_style(lead), tail["note"] or tail["note2"])


_SPOKEN_PART = regex(r"(?:[長員](?:の)?(?:発言|挨拶|あいさつ|報告)|質疑|質疑応答|討議|意見交換)$|^(?:その他|その他の事項|その他事項|連絡事項|事務連絡)$")
"""警察本部長発言 is a part of the body."""
_LISTS_PEOPLE = regex(r"(?:出席者|欠席者|列席者|出席した者|職員|氏名|事務局)$")
_LONG_LABEL = 28
"""地方自治法第105条の規定による出席者: what lists people may be told by its rule."""
_UNKNOWN = regex(r"[国都道府県市区町村](?= *(?:$|:))|[一-龥](?: {1,4}[一-龥]){1,4}(?=$| {2,}| *:)|[^\s。、「」:()【】\[\]<>≪≫《》〈〉]{2,28}(?: [^\s。、「」:()【】\[\]<>≪≫《》〈〉]{1,6})*")


def _unknown(words: str, lead: re.Match[str], block: Block, style: str) -> Label | None:
    if not style or lead_style(lead) != style:
        return None
    body = _UNKNOWN.match(words, lead.end())
    if body is None or len(squeeze(body[0])) > (_LONG_LABEL if _LISTS_PEOPLE.search(body[0]) else 18) or body[0].endswith(("について", "の件")) or _SPOKEN_PART.search(squeeze(body[0])) or SECTION_WORDS.fullmatch(squeeze(body[0])) or squeeze(body[0]) in ITEM_WORDS:
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
    return Label(_guessed(name), name, block.start, end, end, style, tail["note"], known=False)


def _guessed(name: str) -> LabelKind:
    """An unlisted label by its last word: 農業委員会事務局職員 lists people."""
    if re.search(r"開会.*閉会|開催.*日時", name):
        return LabelKind.OPEN
    if re.search(r"(?:欠席)", name):
        return LabelKind.ABSENT
    if re.search(r"(?:出席者|出席委員|出席した者|職員|事務局|執行部|理事者|委員|議員|説明員|役員|関係者|構成員|参加者|幹事|部局|氏名)$", name):
        return LabelKind.PEOPLE
    return LabelKind.OTHER
