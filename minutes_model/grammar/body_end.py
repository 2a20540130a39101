"""Where the body of a document ends: after 以上, or at documents, signatures, a contact, an office at the right or further labels of the form."""

from __future__ import annotations

from minutes_model.grammar.headings import find_heading
from minutes_model.grammar.label_words import LabelKind
from minutes_model.grammar.labels import LEAD, find_label, lead_style
from minutes_model.layout import Flow
from minutes_model.patterns import regex
from minutes_model.text import squeeze

__all__ = ["find_end"]

_END = regex(r"[(\[【<─―—-]{0,2} ?(?:以 *上|了|終|完|終わり|おわり|閉会)(?:です)? ?[)\]】>─―—-]{0,2}$")
_END_OPENS = "([【<─―—- 以了終完お閉"
_TAIL_LABEL = regex(
    r"(?:(?:配[付布]|参考|会議|関連|添付|提出)?資料|(?:添付|関連|ダウンロード)ファイル|(?:本件(?:に関する)?|この(?:記事|ページ|会議|件|情報|内容)(?:に関する|について(?:の)?))?(?:お)?問い?合わ?せ先?|照会先|連絡先|関連(?:リンク|情報)|担当課?|所管課?|庶務担当課?|会議の公開(?:・非公開)?(?:の別)?|(?:会議録|議事録)?署名(?:委員|議員|人)?|"
    r"委員会(?:による|の)(?:意見の?具申|勧告).*|このページ.*|ページの?(?:先頭|トップ|上部?).*|(?:先頭|トップ)(?:へ|に)戻る|PDF.*|(?:Get )?Adobe.*|前頁|目次|文責|速報版)(?:一覧|等|について)?(?=$|[ :】》>)\]〕])"
)
_CONTACT = regex(r" *(?:お)?(?:問い?合わ?せ先?|照会先|連絡先)(?=$|[ :】》>)\]〕])")
_TAIL_OPENS = frozenset("ダ所委配参会関添提資本お問照連担庶議署こPGA前目文速ペ先ト")
_OFFICE = regex(r"\((?:事務局|[^():、]{2,20}[課室局部])(?::[^()]*)?\)$|[\[(【<■◆○]? ?(?:事務局|担当|作成|文責|記録)[\])】>]?[ :]*[^。、 ]{4,30}(?:[課室局部係所]|センター|委員会)$")
_SIGNATURE = regex(
    r"^(?:会議録|議事録)?署名(?:委員|議員|人)(?![はをにとが][^。]+[委議]員[^。]*(?:決定|指名|選任|選出|とした|とする|決まった|決めた)[^。]*。$)|^(?:会議録|議事録)の(?:確定|承認)$|^(?:以上|右|上記)、?(?:の)?会議の(?:経過|顛末|てん末|次第|結果)|^この会議録は|相違ないことを(?:証|認)|ここに署名|^上記のとおり(?:確認|相違)"
)
_SIGNERS = regex(r"(?:会議録|議事録)?署名(?:委員|議員|人)")
"""署名委員は佐藤委員とした。, behind the last turn: the record's own words."""
_CLOSED = regex(r"^以上で、?(?:本日の|全ての|すべての)?(?:付議事項|議事|議題|審議|案件)(?:の審議)?を(?:全て|すべて)?(?:終了|終)(?:した|わった|えた)。$")
"""以上で付議事項を終了した。, told by the record behind the last turn, whose speaker would say it politely."""
_BEFORE = 80
"""How many paragraphs above a heading the one before it in its series is looked for."""
_DIGITS = regex(r"\d+")
_OFFICE_NAME = regex(r"^\D*(?:[課室局部所係省庁]|(?<![開閉散])会|大学|機構|法人)$")
_RIGHT = 20
"""From how many columns on a line stands at the right of its page."""
_LINE = 40
"""The length of a line, in characters, at most."""


def find_end(flow: Flow, first: int, turns: frozenset[int], style: str | None) -> int:
    """The first block behind the body that begins at block ``first``; ``style`` is the decoration of the header's labels."""
    return min(_tail(flow, first, turns, style), _office_at_the_right(flow, first, turns), _form_goes_on(flow, first, turns, style))


def _tail(flow: Flow, first: int, turns: frozenset[int], style: str | None) -> int:
    """The first block behind the words of the body: after 以上, or at a list of documents, signatures, a contact."""
    blocks = flow.blocks
    end = len(blocks)
    for index in range(end - 1, max(first - 1, end - 60), -1):
        words = flow.words(blocks[index])
        if words[0] in _END_OPENS and _END.match(words) and index not in turns and (len(squeeze(words)) <= 6):
            after = range(index + 1, end)
            if not any(i in turns for i in after):
                end = index
                break
    for index in range(max(first + 1, end - 40, max(turns, default=-1) + 1), end):
        if _opens_tail(flow, index, style) or (turns and _SIGNERS.match(squeeze(flow.words(blocks[index])))) or (turns and _CLOSED.match(squeeze(flow.words(flow.blocks[index])))):
            return index
    return end


def _office_at_the_right(flow: Flow, first: int, turns: frozenset[int]) -> int:
    """The first of the last lines that stand far to the right and are no sentences: the office that kept the record."""
    end = len(flow.blocks)
    while end - 1 > max(first, max(turns, default=first)):
        block = flow.blocks[end - 1]
        if block.indent < _RIGHT or block.end - block.start > _LINE or not _OFFICE_NAME.search(squeeze(flow.words(block))):
            break
        end -= 1
    return end


def _counts_on(flow: Flow, index: int) -> bool:
    """Whether a heading goes on with the numbers of one above it: (1) 実地監査の結果 … (2) 次回の開催."""
    heading = find_heading(flow, flow.blocks[index])
    if heading is None or heading.number is None or heading.number < 2:
        return False
    above = (find_heading(flow, block) for block in flow.blocks[max(0, index - _BEFORE) : index])
    return any(h is not None and h.style == heading.style and h.number == heading.number - 1 for h in above)


def _form_goes_on(flow: Flow, first: int, turns: frozenset[int], style: str | None) -> int:
    """Where the labels of the header count on behind the body: ７ 審議機関の答申…　特になし, with no sentence below, or ８　問合せ先, whatever is below."""
    end = len(flow.blocks)
    above = _lead_number(flow, first - 1, style) if first and style and "N" in style else 0
    begin = max(first, max(turns, default=first - 1) + 1)
    told = False
    for index in range(end - 1, begin - 1, -1) if above else ():
        words = flow.words(flow.blocks[index])
        told = told or words.endswith("。")
        if _lead_number(flow, index, style) == above + 1:
            lead = LEAD.match(words)
            if lead is not None and (_CONTACT.match(words, lead.end()) or _PLANS.fullmatch(squeeze(words[lead.end() :]))):
                return index
            if told:
                return end
            counted = any(_lead_number(flow, i, style) for i in range(first, index))
            return end if counted else index
    return end


def _lead_number(flow: Flow, index: int, style: str | None) -> int:
    """The number a block begins with, in a style of labels; 0 where it begins with none."""
    words = flow.words(flow.blocks[index])
    lead = LEAD.match(words) if words[0].isdecimal() or words[0] in "第(" else None
    number = _DIGITS.search(lead["number"]) if lead and lead["number"] and lead_style(lead) == style else None
    return int(number[0]) if number else 0


_NEXT_DAY = regex(r"次回(?:の?(?:開催|会議|委員会|審議会|予定|日程))*(?:日|日時)?(?: *:| +) *(?:(?:令和|平成) ?(?:\d{1,2}|元) ?年|\d{4} ?年|\d{1,2} ?月)[^。]*")
"""次回　2022年4月7日（木）18:30～"""


_PLANS = regex(r"今後の?(?:予定|スケジュール|日程|開催予定)(?:について)?")
"""■今後の予定, above days and what is planned for each, without a sentence."""


def _opens_tail(flow: Flow, index: int, style: str | None) -> bool:
    """Whether a block behind the last turn begins what belongs to no item."""
    block = flow.blocks[index]
    words = flow.words(block)
    lead = LEAD.match(words) if style and "N" in style and _lead_number(flow, index, style) else None
    if lead is not None and len(words) > lead.end():
        # ６　配布資料, counted as the labels of the header are.
        words = words[lead.end() :]
    marks = "【(<[〈《■○◆◇□●・※▲△↑ "
    bare = squeeze(words).lstrip(marks)
    if ("署名" in bare or "会議" in bare or "相違" in bare or "上記" in bare) and _SIGNATURE.search(bare):
        return True
    if "次回" in words and _NEXT_DAY.fullmatch(words.lstrip(marks)) is not None:
        return True
    if words.endswith("。") and len(words) > 40:
        return False
    label = find_label(flow, block) if "次回" in bare or flow.habits.labels else None
    if label is not None and label.kind is LabelKind.NEXT and not words.endswith("。") and (lead is not None or not _counts_on(flow, index)):
        return not any(find_heading(flow, b) and "。" in flow.words(b) for b in flow.blocks[index + 1 :])
    if bare.startswith("今後") and _PLANS.fullmatch(bare.rstrip("】>)]》〉")) and not any("。" in flow.words(b) for b in flow.blocks[index + 1 :]):
        return True
    if bare[:1] not in _TAIL_OPENS or not (_TAIL_LABEL.match(bare) or _TAIL_LABEL.match(words.lstrip(marks))):
        return index == len(flow.blocks) - 1 and _OFFICE.match(words) is not None
    if any((found := find_label(flow, b)) is not None and found.kind is LabelKind.BODY for b in flow.blocks[index + 1 :]):
        return False
    later = [flow.words(b) for b in flow.blocks[index + 1 :]]
    return not any(len(w) > 60 and w.endswith("。") for w in later)
