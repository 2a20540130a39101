"""The words of decisions: whether a clause decides something, and what.

A decision is told by its last predicate (原案どおり決定した, 一任することとした, 適当と認める), so only
the end of a clause is read, which keeps the cost of a long clause that of a short one. Fixing the
next meeting's date, opening and closing, and 意見はなかった decide nothing. Wordings: reports of
ministry councils, commissions, universities, boards of education and assemblies.
"""

from __future__ import annotations

from functools import lru_cache

from minutes_model.habits import Outcomes
from minutes_model.model.enums import Outcome
from minutes_model.patterns import regex
from minutes_model.text import fold, squeeze

__all__ = ["is_decision", "is_result", "outcome_of", "own_outcome"]

_REACH = 120
"""How much of a clause's end is read, in characters; its predicate stands in the last ``_PREDICATE``."""
_PREDICATE = 36

_ADOPT = "決定|承認|可決|議決|決裁|採択|同意|許可|認定|決議|裁決|裁定|認容|受理|合意|答申"
_REJECT = "否決|棄却|却下|不採択|不承認|不許可|不同意|不認定|廃案"
_APPOINT = "選出|選任|再任|互選|指名|任命|推挙|当選"
_REST = "了承|了解|一任|付託|付議|継続審[議査]|継続協議|継続検討|保留|撤回|選定|議了"
_DEED = f"(?:{_REJECT}|{_ADOPT}|{_APPOINT}|{_REST})(?:[、・](?:{_ADOPT}|了承))?"
_DO = "(?:いた|致)?(?:しました|します)|した|する|し|なされた|できた"
_BE = f"(?:なった|なりました|なり|され|された|されました|決し|決した|決しました|決まった|決まりました|相成った|{_DO})"
_LEAD = "どおり|とおり|通り|について|の上|上で|なく|全員で|[多少]数で|一致で|により|結果|として|こととし?|を|に"
_END_FIRST = "あことどなにのもを一上不了互付任会保全再処副協却原取受可合同否執基報多妥委実少就履座廃当必意承持指採推提撤案棄決申異相答結継考職行裁見許該認議資賛通運適選部"
"""With what such a predicate begins, which is told faster than to try each of them everywhere."""
_END_LAST = frozenset("、いしすたのまめらりるれ・下了任出却可名命回定容意承択挙査案決理申留裁解討託認議選")
"""With what one ends: most clauses that decide nothing are told by it."""
_END = regex(
    rf"(?=[{_END_FIRST}])(?:{_DEED}(?:{_DO}|され(?:た|ました)?|を(?:行った|行い|得(?:た|られた|ました)|いただ(?:いた|きました)|受けた|した)|"
    rf"が(?:なされた|得られた|された)|(?:すべき)?(?:もの|こと)?と{_BE}|に至った|すべき(?:もの|である))"
    rf"|(?:こと|運び)[とに]、?(?:判定した|判定された|なった|なりました|なり|された|されました|した|しました|する|し|決した|決まった)|(?:案|提案|資料|申請|答申)の?(?:とおり|どおり|通り)と{_BE}"
    r"|ものと(?:した|しました|された|決した)|ことを決め(?:た|ました)"
    r"|(?:行われてい[たる]|行われた|(?:実施|処理|執行|運用|運営|履行|選定)されて(?:いる|いた)|もの|ある|適当|妥当|相当|適切|必要|ない|適正|(?:適当|妥当|適切|適正)であった|適任|(?:適合|該当|合致)(?:する|している|しない))と(?:認め(?:る|た|られた|られました|ます|ました)?|判断(?:した|された|する)|評価(?:した|された)|判定(?:した|された))"
    r"|了と(?:した|する|された|しました)|[にと]決(?:した|しました|まった|まりました)|意見(?:の一致を[見み]た|が一致(?:した|しました))|合意に(?:達|至)(?:した|った|しました)"
    r"|(?:意見|答申|結論|考え方)を(?:取りまとめ|とりまとめ)(?:た|ました|ることと(?:した|しました|なった))"
    r"|(?:案|報告(?:書)?|意見(?:書)?|答申|考え方|基準|見解|提言|結論)として(?:取り?まとめ|とりまとめ|まとめ)(?:た|られた|ました)|(?:賛成|一致|多数|全員)で決(?:まった|まりました|した|しました)"
    rf"|協議が(?:調|整)った(?:もの|こと)と{_BE}|(?:{_ADOPT}|{_REST})された(?:もの|こと)と{_BE}"
    r"|協議が(?:調|整)(?:った|いました)|協議(?:が)?成立(?:した|しました)"
    rf"|(?:適当|妥当|相当|適切|適正)(?:である)?と(?:整理)?{_BE}"
    rf"|(?:{_ADOPT})と(?:判定|裁定)(?:した|された|しました|されました)|(?:原案|案)の?(?:どおり|とおり|通り)(?:確認|承知)(?:した|された|しました|されました)"
    r"|との結論(?:に(?:至(?:った|りました)|達した)|を得(?:た|ました)|が得られた)|との結論と(?:した|しました|する|なった|なりました|いたしました)"
    rf"|異議(?:は|が)?な[しい](?:もの)?と{_BE}"
    rf"|(?:どおり|とおり|通り|異議なく|一致で)、?(?:{_ADOPT}|了承)(?:され|し)、確定(?:した|しました)"
    r"|見送(?:った|られた)|持ち?越(?:した|された|しと(?:した|なった))|継続と(?:した|なった|された)|取り?下げ(?:た|られた)"
    r"|就任(?:された|した|しました|されました)|(?:職務代[理行]者?|副?会長|副?委員長|副?座長|部会長)に指定(?:された|した|しました)"
    r"|(?:職務代[理行]者|副?会長|副?委員長|副?座長|副?議長|部会長)に(?:は、?[^、。は]{2,24}が)?選ばれ(?:た|ました)"
    r"|互選(?:により|の結果)、[^。]{2,60}が選ばれ(?:た|ました)"
    rf"|(?:{_LEAD})、?(?:全会一致で|全員一致で)?{_DEED})$"
)
"""A finite predicate that decides, at the clause's end; a bare noun only after words that lead to one."""

_ALSO = regex(rf"を(?:{_ADOPT})(?:する|した)とともに、.*(?:した|された|しました)$")
"""A decision joined with another act: 受理を決定するとともに、調査を指示した."""

_NOT = regex(
    r"(?:傍聴|入場|撮影|録音|発言|退[席室]|入[席室]|休憩|閉会|散会|開会|(?:(?<!を)|(?<=会議を)|(?<=議事を)|(?<=審議を)|(?<=審査を))再開|延会)(?:する|を(?:許可|認め|承認|了承)|を?許可|を?宣言?|し)[^。、]{0,12}$"
    r"|次[回期].*(?:開催|開会|開く|実施|[召招]集|予定)(?:する|し|を)?[^。、]{0,10}$"
    r"|次[回期].*(?:日時|日程|期日|開催日|月|日)(?!まで)(?:(?:について)?は、|を)?[^。、引継審検を]{0,22}(?:決定|確認|了承|決まった|行う|調整)[^。、]{0,10}$"
    r"|^次[回期].*連絡する?こと[^。、]{0,10}$"
    r"|^(?:次回は、?)?(?:(?:令和|平成)?[\d元]{1,4}年)?\d{1,2}月\d{1,2}日[^、。を]{0,24}(?:開催|開く|実施)(?:する)?こと[^。、]{0,10}$"
    r"|(?:(?:審議|質疑|議事|議題|採決|討論)(?:に入る|に移る|を始める|を行う)|説明を(?:求める|受ける|聴く|聞く))こと[^。、]{0,10}$"
    r"|(?:漏れ|もれ|不足|不備)(?:は|が|等は)?な[しい](?:もの)?と認め[^。、]{0,4}$"
    r"|^(?!.*の結果).*(?:互選|選挙|選任|選出|指名)を行(?:った|い|う|いました)$"
    r"|(?:異議|質疑|意見|発言|討論|質問)(?:等|は|が|も)?な[しい](?:もの)?と認め[^。、]{0,4}$"
    r"|(?:質疑|討論|質疑応答)(?:は|が)(?:全て)?(?:終局|終了|終結)した(?:もの)?と認め[^。、]{0,4}$|^去る.*(?:選任|選出|指名|任命)され[^。、]{0,4}$"
    r"|^(?!.*(?:互選|選挙|選考|推薦)).*就任[^。、]{0,6}$"
    r"|^(?:国|県|都|府|他[市県]|監査委員|第三者委員会|裁判所)の?[^、。]{0,10}(?:では|において(?:は)?|(?:調査|検査)の結果)、|^前回[^、。を]{0,8}(?:会議|会合|会)(?:で|において)"
)
"""Procedure that ends in the same predicates: hearers let in, a recess, the next meeting's date; and what others decided, or this body before: 国の検討会では、…."""

_RESULT = regex(
    r"(?:(?:本[案件]は|全会一致で?|全員一致で?|(?:全員)?賛成(?:[多少]数)?で?|挙手(?:多数|全員)で?|起立(?:多数|全員)で?|異議なく|満場一致で?|審[議査]の(?:結果|上|うえ)|採決の結果|"
    r"一部|字句|趣旨|条件付きで?|(?:原|提出|事務局|本)?(?:案|議案|提案|申請|諮問|答申)の?(?:とおり|どおり|通り)|原案(?=可決|承認|決定|議決|了承|同意)|修正(?:の上|のうえ|して)?|附帯決議を付し(?:て)?|[^、。]{1,24}を(?:加え|付し|付け|修正し|訂正し)て?)[、,]?)*"
    rf"(?:{_DEED}|継続|(?:次回[へに]?)?(?:引き?続き|継続し?て)(?:審[議査]|協議|検討)|原案の?(?:とおり|どおり|通り)|適当|妥当|適任|取り?下げ|差し?戻し)(?:す(?:べき)?(?:もの|る)|とする|済み?|相当|とした)?"
)
"""A result line as a whole: 原案どおり可決, 一部修正の上可決, 承認, 継続審議."""

_TAIL_NOTE = regex(r"\([^()]{0,40}\)$")
_WITHHELD = regex(r"非公[表開]|公[表開]しない|不開示|公表を(?:控え|差し控え|見送)")
_REJECTED = regex(
    rf"(?:(?:{_REJECT})[^、。]{{0,20}}|(?:承認|許可|採択|同意|可決|認定)(?:し|すべきで)ない[^、。]{{0,14}}|認め(?:ない|られな)[^、。]{{0,14}})$"
)
_CONTINUED = regex(
    r"継続(?:(?:審[議査]|協議|検討|調査)[^、。]{0,16}|(?:扱い)?(?:と[しなす][^、。]{0,8})?)$|(?:引き?続き|継続して|改めて|再度|次回(?!まで)|次の会議).{0,40}"
    r"(?:審議|検討|協議|審査|議論|調査)(?:を?(?:する|し|行|続|重|深|進|さ))[^。、]{0,6}(?:こと|もの)[^。、]{0,14}$|再審[議査][^、。]{0,16}$|(?:保留|持ち?越|見送)[^、。]{0,14}$"
)
_APPOINTED = regex(
    rf"(?:(?:{_APPOINT}|選ばれ)(?!委員会|に|の|案)[^、。]{{0,14}}|(?:互選|選挙).*(?:就任|決定|決まった|選ばれ)[^、。]{{0,8}})$"
)
_REFERRED = regex(r"(?:一任|付託|付議|委任)[^。、]{0,14}$")
_ADOPTED = regex(
    rf"(?:案|提案|申請|答申|諮問)の?(?:とおり|どおり|通り)|(?:{_ADOPT})(?:[^、。]{{0,16}}$|するとともに)"
    rf"|(?:{_ADOPT})(?:され|し)、確定"
    r"|協議が(?:調|整)|(?:適当|妥当|相当|適切|適正|適任|得ない|もの|(?:適合|該当|合致)(?:する|している))(?:であ(?:る|った))?と(?:認め|判断|評価|の結論を得)|[にと]決[しま]"
)
_NOTED = regex(r"(?:了承|了解|了と)[^、。]{0,14}$")
_AMENDED = regex(
    r"(?:修正|訂正|変更|見直し|加筆|追記|削除)(?:の|した|を(?:加えた|行った|施した|した|経た))?(?:うえ|上)|修正(?:して|を加えて|可決|議決|承認)|(?:見直|改め)した(?:うえ|上)"
)

_ORDER = (
    (_WITHHELD, Outcome.WITHHELD), (_REJECTED, Outcome.REJECTED), (_CONTINUED, Outcome.CONTINUED),
    (_APPOINTED, Outcome.APPOINTED), (_REFERRED, Outcome.OTHER), (_ADOPTED, Outcome.ADOPTED),
    (_NOTED, Outcome.NOTED),
)  # fmt: skip
"""The outcomes in the order in which their words prevail: 継続審議を承認した is CONTINUED."""


def is_decision(clause: str, own: Outcomes = ()) -> bool:
    """Whether a clause (folded or as printed) decides something; ``own`` are the body's words that do.

    >>> is_decision("審議の結果、原案のとおり承認された。"), is_decision("特段の意見はなかった。")
    (True, False)
    >>> is_decision("次回は、３月27日（火）14時から開催することとした。")
    False
    """
    return _decides(_tail(clause), own)


def own_outcome(clause: str, own: Outcomes) -> Outcome | None:
    """The outcome of the longest of the body's own words that a clause ends in.

    >>> own_outcome("本請願は沙汰止みとした。", (("沙汰止みとした", Outcome.REJECTED),))
    <Outcome.REJECTED: 'rejected'>
    """
    return _own(_tail(clause), own)


def _own(tail: str, own: Outcomes) -> Outcome | None:
    return next((outcome for word, outcome in own if tail.endswith(word)), None)


def _decides(tail: str, own: Outcomes) -> bool:
    if own and _own(tail, own) is not None:
        return True
    decides = (_END.search(tail, max(0, len(tail) - _PREDICATE)) or _ALSO.search(tail)) if tail[-1:] in _END_LAST else None
    return decides is not None and _NOT.search(tail) is None


def is_result(line: str, own: Outcomes = ()) -> bool:
    """Whether a line under or behind a heading is its result, no sentence but the words for one.

    >>> is_result("一部修正の上可決"), is_result("（可決）"), is_result("予算の承認")
    (True, True, False)
    """
    if len(line) > _REACH or (line[-1:] == "。" and ("から" in line or "より" in line)):
        # Who said something is told in a sentence that is no result.
        return False
    tail = _tail(line)
    return _RESULT.fullmatch(tail) is not None or ("。" not in line and _decides(tail, own))


@lru_cache(maxsize=1024)
def outcome_of(text: str, own: Outcomes = ()) -> Outcome:
    """The outcome a decision's words tell; OTHER where they tell none of the closed list.

    原案どおり is ADOPTED whatever the verb, 了承 alone NOTED, 修正の上 AMENDED; the body's ``own`` words
    go before all others.

    >>> outcome_of("一部修正の上、了承した。"), outcome_of("役員会へ付議することとした。")
    (<Outcome.AMENDED: 'amended'>, <Outcome.OTHER: 'other'>)
    """
    tail = _tail(text)
    known = _own(tail, own) if own else None
    if known is not None:
        return known
    outcome = next((outcome for pattern, outcome in _ORDER if pattern.search(tail)), Outcome.OTHER)
    if outcome in (Outcome.ADOPTED, Outcome.NOTED) and _AMENDED.search(tail):
        return Outcome.AMENDED
    return outcome


def _tail(clause: str) -> str:
    """The end of a clause, in one width, without white space, full stop and a note behind it."""
    words = fold(squeeze(clause[-2 * _REACH :]))[-_REACH:].rstrip("。.、,")
    if words.startswith("(") and words.endswith(")"):
        words = words[1:-1]
    elif words.endswith(")"):
        words = _TAIL_NOTE.sub("", words)
    return words.rstrip("。")
