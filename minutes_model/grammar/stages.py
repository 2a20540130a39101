"""Lines of a verbatim record that nobody speaks: stage directions, clocks, narration, closing lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto

from attrs import evolve

from minutes_model.grammar.draft import Moved, Slice
from minutes_model.grammar.turns import plausible
from minutes_model.layout import Block, Flow
from minutes_model.model.enums import Change
from minutes_model.passing import passing
from minutes_model.patterns import regex
from minutes_model.people.plausible import title_suffix
from minutes_model.text import squeeze

__all__ = [
    "Clock",
    "Closing",
    "closing",
    "find_clock",
    "is_narration",
    "is_result",
    "is_stage",
    "lettered_part",
    "presentation",
    "read_movement",
    "read_movements",
    "sub_heading",
]

_ENCLOSED = {"≪": "≫", "(": ")", "[": "]", "《": "》", "〈": "〉", "<": ">", "{": "}", "-": "-", "―": "―", "─": "─", "~": "~"}
_COUNT = r"(?:\d{1,2}|[零〇○一二三四五六七八九十]{1,3})"
_TIME = rf"(?:午 ?[前後] ?)?{_COUNT} ?(?:時 ?(?:半|{_COUNT} ?分?)?|: ?\d{{2}})|正午"
_EVENT = r"開 *会|開 *議|開始|開廷|閉 *会|閉議|散 *会|延会|流会|終了|終結|終会|休 *憩|再 *開|中断|中止"
_CLOCK = regex(
    rf"(?:[△▽▲○◎◇◆・] ?)?[(\[<]? ?(?:(?P<before>{_EVENT}) ?[:(]? ?)?(?P<time>{_TIME}) ?"
    rf"(?:[,、から~-]{{0,2}} ?(?:{_TIME}) ?)?(?:に|、)? ?(?P<after>{_EVENT})?(?:[、・] ?(?:{_EVENT}))? ?[)\]>]?$"
)
_LEFT = "退室|退場|退席|退出|離席|中途退席|途中退席"
_JOINED = "入室|入場|着席|出席|再入室|入席|到着|参加|復席"
_EITHER = regex(f"{_LEFT}|{_JOINED}")
_MOVE = regex(
    rf"(?:ここで、?)?(?P<who>[^。]{{0,80}}?) ?(?:[がは]、?(?:遅れて)?(?:到着|来場|登庁)し、|[がはも]、|[がはの、も:])? ?(?:(?:ここで|この時点で)、? ?)?(?:(?:所用|都合|公務|体調不良|一身上の都合)(?:により|のため)、? ?)?(?:(?:会議|会場|途中|ここで|全員)(?:に|から|で|を)?、? ?)?"
    rf"(?:(?P<left>{_LEFT})|(?P<joined>{_JOINED}))(?:する|した|しました|される|された)?。?(?:[、 (]*(?:{_TIME})(?:頃|ごろ)?|及び.*|後.*|、(?:着席|離席|再着席))?$"
)
_SEATED = regex(r"(?:第 ?)?(?:\d{1,2}|[一二三四五六七八九十]{1,3}) ?番 +(?=\S{2})")
"""６番　宮越委員: the seat is no part of the name."""
_TIMED = regex(rf"(?:{_TIME})(?:(?:頃|ごろ)[、 ]*|[、 ]+|(?<=[分半])(?=\S))")
"""午後７時　牧原委員到着"""
_BEHIND_SUBJECT = regex(r"[はが](?:、|(?:ここで|この時点で)$)")
_PRESS = regex("報道|記者|カメラ|プレス")
"""Who comes to report and takes no part."""
_PARTS = regex(r"[、・,]| ?(?:及び|並びに|と) ?")
_REPORTS = regex(
    r"(?:説明|報告|挨拶|発言|意見|質問|質疑|回答|提案|紹介|要望|補足|答弁|指摘)[がも等]?(?:(?:出|な|行わ)された|行われた|あった|なかった|述べられた)。$|(?:説明|報告)を行った。$|"
    r"(?:に基づ(?:き|いて)|により|によって|に沿っ?て|を用いて|を使って|を基に)、?[^、。]{0,10}(?:説明|報告|紹介|提案)した。$"
)
_DECIDES = regex(
    r"(?:承認|了承|決定|可決|議決|選出|選任|指名|採択|一任)(?:された|した|することと(?:した|なった|された))。$|"
    r"次のとおり(?:であった|である)?。$"
)
_MOVES = regex(r"(?P<who>[^、。「」がは]{2,20})[がは](?:[^。「」]{0,12}[、で]|[^。「」]{0,40}(?:ことから|ため|により)、?)?(?:入室|退室|出席|退席|入場|退場|着席|離席|中座)した。")
_MOVES_PLAINLY = regex(r"[ ※・]*(?P<who>[^\s、。:()「」]{2,16}) {1,8}(?:入室|退室|退席|退場|入場|着席)")
_NOTED_MOVE = regex(rf"(?:{_LEFT}|{_JOINED})(?:した|しました)?。?(?: ?\((?:{_TIME})\))?$")
_MOVED_LAST = ("入室", "退室", "退席", "退場", "入場", "着席")
_MOVED = 40
"""How long a sentence may be that tells only that somebody came or left."""
_GOES_ON = regex(r"(?:続いて|次に|その後|資料 ?\d)[^。]*(?:から|より|について|基づき)")
_AFTERWARDS = regex(r"(?:この後|このあと|その後|(?:会議|審議|議事)?終了後|[閉散]会後|休憩後|引き続き)、[^。]*(?:を行った|を実施した|(?:見学|視察|撮影|解散|移動|懇談)した)。")
"""このあと、所長の案内により、調理場の見学を行った。"""
_EXPLAINED = regex(r"(?:説明|報告)(?:を|が)?(?:した|行った|行われた|あった)。$")
"""続いて、資料２について事務局から説明した。"""
_PRESENTING = ("説明", "報告", "紹介", "挨拶", "あいさつ")
_PRESENTED = tuple(f"{word}。" for word in _PRESENTING)
"""事務局より、資料１により説明。"""
_WITH_PAPERS = regex(r"[・※-]? ?(?:別紙|資料|参考資料)[^、。]{0,12}(?:により|にて|に基づき|に沿って|を用いて)、?(?:説明|報告)")
_PRESENTER_ALONE = regex(
    r"[■□○●◎◇◆・※-]? ?(?:別紙|資料|参考資料)[^、。]{0,14}?(?:に基づ(?:いて|き)|によ(?:り|って)|にて|に沿って|を用いて|を使って)、?(?P<who>[^、。]{2,14}?)が?(?P<verb>説明|報告)"
)
"""□資料１に基づいて三国課長説明"""
_PRESENTS = regex(r"[・※-]? ?(?P<who>[^、。]{2,24}?)(?:から|より).{0,80}")
"""・事務局より、資料１に基づき説明"""
_COURSE = regex(r"(?:審議|協議|採決|投票|以上|質疑|審査|互選|検討|意見交換|質疑応答)の(?:結果|後)|(?:以上|これら|上記)の(?:御?意見|議論|審議|質疑|指摘)等?を(?:踏まえ|受け|反映)")
_NOTHING = regex(
    r"(?:特に)?(?:質疑|質問|意見|異議)(?:等|応答|・意見|・質問)?[はも]?、?(?:特に|特段)?(?:なし|なかった)。?$"
)
_SIGNED = regex(
    r"^(?:以上|上記|この|本|右|ここ|会議|議事).*(?:署名|押印|記名|調製).{0,12}。$|規定により.*署名.{0,10}。$"
)
_SIGNED_HINT = regex(r"署名|押印|記名|調製")
_ENDINGS = frozenset(("閉会", "閉議", "散会", "延会", "終了", "流会", "終会", "終結"))
_FOOT = regex(r"(?:最終更新|更新日|このページ|本ページ|ページの(?:先頭|トップ|上)|(?:先頭|トップ)(?:へ|に戻)|▲|戻る *(?:$|[|｜])|前のページ|Copyright|©|All rights|印刷用)")
_CONTACT = regex(
    r"^(?:\d{1,2}[ .]{1,2})?[○●■◆【<(\[《≪※・]? ?(?:(?:本件|この).{0,20})?(?:お?問い?合わ?せ|連絡先|照会先)"
)
_APPENDIX = regex(r"^[(【<\[〈]? ?(?:配[布付]資料|資料一覧|別紙|参考資料|添付資料|関連(?:ファイル|資料|リンク|情報|ページ)|添付ファイル|ダウンロード) ?[)】>\]〉]?$")
_END = regex(r"[(\[<]? ?(?:以 ?上|議事録 ?終|了|終|完|閉 ?会|会議終了) ?[)\]>]?$")
_RESULT = regex(r"結果|結論|決定|議決|裁決|採決|答申")


@passing(eq=False, repr=False)
class Clock:
    """A time of the day printed in the body with what happened then: 午前10時開議, 午後3時25分閉会."""

    event: str
    time: Slice
    place: Slice


def is_stage(flow: Flow, block: Block) -> bool:
    """Whether the whole block stands in brackets, （「異議なし」と呼ぶ者あり）, is a clock line, or tells that somebody presents."""
    words = flow.folded
    first, last = words[block.start], words[block.end - 1]
    if last == "。" and first != "※":
        return False
    if first in _ENCLOSED and last == _ENCLOSED[first] and block.end - block.start > 2:
        return block.end - block.start < 120 and words.find("。", block.start, block.end - 2) < 0
    if first == "【":
        # 【団体Ｐ 入室】, where a heading may stand in the same brackets.
        return last == "】" and read_movement(flow, block) is not None
    return _clock(flow, block) is not None or presentation(flow, block) is not None or ((first == "※" or last in "室場席") and _moves_plainly(flow, block))


def _moves_plainly(flow: Flow, block: Block) -> bool:
    """可児文化財課長　退席, ※堀委員は、ここで退出。: who comes or leaves, alone on a line without brackets."""
    if flow.folded[block.start] == "※" and block.end - block.start <= 2 * _MOVED and _NOTED_MOVE.search(flow.folded, block.start, block.end):
        moved = read_movement(flow, block)
        return moved is not None and any(plausible(squeeze(flow.folded[slice(*place)])) for place in moved.people)
    found = _MOVES_PLAINLY.fullmatch(flow.folded, block.start, block.end) if block.end - block.start <= _MOVED and flow.folded.endswith(_MOVED_LAST, block.start, block.end) else None
    return found is not None and title_suffix(squeeze(found["who"])) is not None and plausible(squeeze(found["who"]))


def presentation(flow: Flow, block: Block) -> re.Match[str] | None:
    """Who presents, where a line tells no more than that and by which papers: □資料１に基づいて三国課長説明."""
    if flow.folded[block.end - 1] not in "明告" or block.end - block.start > _MOVED or not flow.folded.endswith(_PRESENTING[:2], block.start, block.end):
        return None
    found = _PRESENTER_ALONE.fullmatch(flow.folded, block.start, block.end)
    return found if found is not None and plausible(squeeze(found["who"])) else None


def _clock(flow: Flow, block: Block) -> re.Match[str] | None:
    if block.end - block.start > 44 or flow.folded[block.end - 1] == "。":
        return None
    found = _CLOCK.match(flow.folded, block.start, block.end)
    return found if found and (found["before"] or found["after"]) else None


_SAID = regex(r"(?P<event>開会|開議|散会|閉会|終了)(?:と?いた|と?し|を宣)[^。]{0,8}。\((?P<time>\d{1,2}:\d{2})\)")
"""A time noted behind the sentence that opens or closes: 開会いたします。（10:03）"""


_ALONE = regex(rf"[(\[] ?(?P<time>{_TIME}) ?[)\]]")
"""A time in brackets on a line of its own, behind what opens or closes the meeting: （午前10時00分）."""
_DECLARED = regex(r"(?P<event>開会|開議|散会|閉会|終了|休憩|再開)(?:と?いた|と?し|を宣)")
_BEHIND = 3
"""Among how many paragraphs above such a time stands what it is the time of."""


def _declared(flow: Flow, blocks: range, index: int) -> str | None:
    """What the last sentence above a time in brackets declares."""
    for above in range(index - 1, max(blocks.start, index - _BEHIND) - 1, -1):
        block = flow.blocks[above]
        found = list(_DECLARED.finditer(flow.folded, block.start, block.end))
        if found:
            return found[-1]["event"]
    return None


def find_clock(flow: Flow, blocks: range) -> Iterator[Clock]:
    """The clock lines among the blocks, in order.

    >>> from minutes_model.layout import lay_out
    >>> flow = lay_out("午前10時00分　開議")
    >>> [(c.event, flow.text[slice(*c.time)]) for c in find_clock(flow, range(1))]
    [('開議', '午前10時00分')]
    """
    words = flow.folded
    noted = "。(" in words
    for index in blocks:
        block = flow.blocks[index]
        if not noted and words[block.end - 1] == "。":
            continue
        found = _clock(flow, block)
        if found:
            yield Clock(squeeze(found["before"] or found["after"]), found.span("time"), (block.start, block.end))
            continue
        alone = _ALONE.fullmatch(words, block.start, block.end) if words[block.start] in "([" else None
        if alone is not None and (event := _declared(flow, blocks, index)) is not None:
            yield Clock(event, alone.span("time"), (block.start, block.end))
            continue
        for said in _SAID.finditer(words, block.start, block.end) if noted and words.find("。(", block.start, block.end) >= 0 else ():
            yield Clock(said["event"], said.span("time"), said.span())


class Closing(Enum):
    """How the proceedings end: with a time or 以上, or for good with signatures and addresses."""

    TIMED = auto()
    SIGNED = auto()


def closing(flow: Flow, block: Block) -> Closing | None:
    """Whether with this block the proceedings are over: 以上, 閉会, the signatures, whom to ask."""
    words, length = flow.folded, block.end - block.start
    if length <= 8 and _END.match(words, block.start, block.end):
        return Closing.TIMED
    if words[block.end - 1] == "。":
        signed = _SIGNED_HINT.search(words, max(block.start, block.end - 24), block.end)
        return Closing.SIGNED if signed and _SIGNED.search(flow.words(block)) else None
    if length > 44:
        return None
    clock = _clock(flow, block)
    if clock is not None:
        return Closing.TIMED if squeeze(clock["before"] or clock["after"]) in _ENDINGS else None
    head = flow.words(block)
    return Closing.SIGNED if _CONTACT.match(head) or _APPENDIX.match(head) or _FOOT.match(head.lstrip(" ・※")) else None


def is_narration(flow: Flow, block: Block) -> bool:
    """Whether a paragraph reports in the past tense instead of giving words: …から説明があった。"""
    words = flow.folded
    if block.end - block.start <= 16 and _NOTHING.match(words, block.start, block.end):
        return True
    if words[block.end - 1] != "。":
        told = _PRESENTS.fullmatch(words, block.start, block.end) if words.endswith(_PRESENTING, block.start, block.end) else None
        if words.endswith(_PRESENTING, block.start, block.end) and _WITH_PAPERS.fullmatch(words, block.start, block.end):
            return True
        return told is not None and plausible(squeeze(told["who"]))
    if words.endswith("ました。", block.start, block.end):
        return False
    if words.endswith(_PRESENTED, block.start, block.end) and block.end - block.start <= _MOVED:
        return _agent_before(words, block.start, block.end)
    if words[block.end - 2] not in "たり":
        return False
    moved = _MOVES.fullmatch(words, block.start, block.end) if block.end - block.start <= _MOVED else None
    if moved is not None:
        return plausible(squeeze(moved["who"]))
    tail = max(block.start, block.end - 24)
    if _GOES_ON.match(words, block.start, block.end) and _EXPLAINED.search(words, tail, block.end):
        return True
    if _AFTERWARDS.fullmatch(words, block.start, block.end) or _DECIDES.search(words, tail, block.end) or _COURSE.match(words, block.start, block.end):
        return True
    reports = _REPORTS.search(words, tail, block.end)
    return reports is not None and _agent_before(words, block.start, reports.start())


def _agent_before(words: str, start: int, end: int) -> bool:
    if words.find("から", start, end) > start or words.find("より", start, end) > start:
        return True
    presenter = _PRESENTS_BY_PAPER.match(words, start, end)
    return presenter is not None and plausible(squeeze(presenter["who"]))


_PRESENTS_BY_PAPER = regex(r"(?P<who>[^、。「」がは]{2,20})が、?(?:別紙|(?:参考)?資料|議案)[^、。]{0,16}(?:により|に基づ(?:き|いて)|を用いて|に沿って)")
"""事務局が資料１により説明を行った。"""


_LETTERS = frozenset("アイウエオ")
_PART = regex(r"[ア-オ][ .、)]+(?P<part>(?:概要)?説明|審議|協議|質疑(?:応答)?|意見交換|討論|採決|結論|(?:審議|協議)?結果|まとめ)")


def lettered_part(flow: Flow, block: Block) -> str | None:
    """The words behind a letter that part an item: イ　結論; None where the block is no such."""
    found = _PART.fullmatch(flow.folded, block.start, block.end) if flow.folded[block.start] in _LETTERS else None
    return found["part"] if found is not None else None


def sub_heading(flow: Flow, block: Block) -> str | None:
    """The words of a heading within an item, 【審議】 or 【結果】; None where the block is none."""
    if block.end - block.start > 24:
        return None
    head = flow.words(block)
    if head[0] in _LETTERS:
        return lettered_part(flow, block)
    if head[0] not in "【≪《〈<[=":
        return None
    if head[0] == "=":
        return head.strip("= ") if head[-1] == "=" and len(head) > 4 else None
    return head[1:-1].strip() if head[-1] in "】≫》〉>]" else None


def is_result(words: str) -> bool:
    """Whether a heading within an item announces what was decided."""
    return bool(_RESULT.search(words))


def read_movement(flow: Flow, block: Block, owner: Slice | None = None) -> Moved | None:
    """The people a stage direction brings in or takes out; the ``owner`` of the turn where it names none."""
    start, end = block.start, block.end
    while start < end and flow.folded[start] in "([《〈<≪{【-―~※・ ":
        start += 1
    while end > start and flow.folded[end - 1] in ")]》〉>≫}】-―~、 ":
        end -= 1
    found = _MOVE.match(flow.folded, start, end) if _EITHER.search(flow.folded, start, end) is not None else None
    if found is None:
        return None
    change = Change.LEFT if found["left"] else Change.JOINED
    who, stop = found.span("who")
    # 越渡会長代理は、同じ事務所に所属しているため、審査に先立ち退席した: why and when stand behind the particle.
    reason = _BEHIND_SUBJECT.search(flow.folded, who, stop)
    people = [place for place in _people(flow, who, reason.start() if reason else stop) if not _PRESS.search(flow.folded, *place)]
    if not people and owner is not None:
        people = [owner]
    return Moved(block.start, block.end, change, people, rule="stage") if people else None


def read_movements(flow: Flow, block: Block, owner: Slice | None = None) -> list[Moved]:
    """All that a stage direction tells of who comes and leaves: 〔委員長退席、副委員長着席〕 tells of both."""
    parted = _BOTH.search(flow.folded, block.start, block.end)
    if parted is not None:
        parts = evolve(block, end=parted.end()), evolve(block, start=parted.end())
        both = [moved for part in parts if (moved := read_movement(flow, part, owner)) is not None]
        if len(both) == len(parts):
            return both
    found = read_movement(flow, block, owner)
    return [found] if found is not None else []


_BOTH = regex(rf"(?:{_LEFT}|{_JOINED})、 *(?=[^、。]{{2,20}}(?:{_LEFT}|{_JOINED}))")


def _people(flow: Flow, start: int, end: int) -> Iterator[Slice]:
    timed = _TIMED.match(flow.folded, start, end)
    at = start = timed.end() if timed else start
    for part in [*_PARTS.finditer(flow.folded, start, end), None]:
        stop = part.start() if part else end
        while at < stop and flow.folded[at] == " ":
            at += 1
        seat = _SEATED.match(flow.folded, at, stop)
        at = seat.end() if seat else at
        while stop > at and flow.folded[stop - 1] == " ":
            stop -= 1
        guest = _GUEST.fullmatch(flow.folded, at, stop)
        if guest is not None and plausible(squeeze(guest["who"])):
            # 申請者（安里医師）
            yield guest.span("who")
        elif stop > at and flow.folded[stop - 1] != "へ" and not flow.folded.endswith(_REASONS, at, stop):
            yield _behind_house(flow, at, stop), stop
        at = part.end() if part else end


_GUEST = regex(r"(?:申請者|説明者|参考人|講師|発表者|報告者|提案者|申立人|関係者)\((?P<who>[^()、]{2,16})\)")
_REASONS = ("ため", "により", "に伴い", "に当たり", "に先立ち", "終了後", "の後", "した後", "のち")


def _behind_house(flow: Flow, start: int, end: int) -> int:
    """Where the designation begins behind words that tell where he is from: 助言を行う工業技術センターの阿久比主任研究員."""
    of = flow.folded.rfind("の", start, end) + 1
    named = of > start and not plausible(squeeze(flow.folded[start:end])) and plausible(squeeze(flow.folded[of:end]))
    return of if named else start
