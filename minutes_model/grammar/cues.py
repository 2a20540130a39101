"""What a turn of a transcript does: it asks, calls upon somebody, passes on to the next item, closes."""

from __future__ import annotations

from enum import Enum, auto

from minutes_model.grammar.draft import Said
from minutes_model.layout import Flow
from minutes_model.patterns import regex
from minutes_model.text import squeeze

__all__ = ["GREETING", "HANDS_OVER", "Cue", "asks", "called", "cue", "ends", "tail"]

_ASKING = (
    "か", "かね", "ください", "下さい", "たい", "たいです", "たいと思います", "たいと存じます",
    "ほしい", "ほしいです", "欲しい", "欲しいです", "伺います", "お聞きします", "お尋ねします",
    "お伺いします", "お聞きいたします", "お尋ねいたします", "質問します", "質問いたします",
)  # fmt: skip
_LOOK = regex(
    r"へ伺|[御ご](?:覧|承知|安心|容赦|放念|了承|理解|参照|確認|連絡|留意|審議|検討|協力|協議|議論|判断|了解|利用|活用|遠慮|注意|来場|来館|応募|一報)|(?:諮り|検討し|進め|努め|取り組み|報告し|紹介し|実施し|図り|対応し|調整し|回答し|お答えし|いき|まいり|参り|続け|図って|改め|整え|高め|深め|広げ|生かし)たい|お(?:切り|使い|座り|開き|手元|めくり|越し|集まり|出掛け|出かけ|運び|待ち|楽しみ|問い?合わ?せ|申し?込み|願い|示し|申し?出|申し?付け|声掛け|声がけ|尋ねくだ|知らせ|寄せ|待ち|取り)"
)
_OWN_WISH = regex(
    "".join(rf"(?<!{word})" for word in ("いただき", "頂き", "もらい", "聞き", "聞きし", "聞きいたし", "伺い", "伺いし", "伺いいたし", "尋ねし", "尋ねいたし", "確認し", "願い", "願いし", "知り", "求め"))
    + r"たい(?P<polite>です|と思います|と存じます)?$"
)
"""目標に加えたいと存じます。: what an official will do himself. 加えたい。 alone tells it of the secretariat only."""
_LOOKING = 16
"""How far before a sentence's end what it asks for may stand: 御審議いただきたいと存じます。"""


def asks(flow: Flow, start: int, end: int, *, own: bool = True, plain: bool = True) -> bool:
    """Whether a text asks or requests, leaving aside 御覧ください, 諮りたい and the like.

    With ``own`` also by what somebody would like to do himself, with ``plain`` by that in the plain form.
    """
    words = flow.folded
    at = words.find("。", start, end)
    while at >= 0:
        if words.endswith(_ASKING, start, at) and not _LOOK.search(words, max(start, at - _LOOKING), at) and (own or not _is_own_wish(words, max(start, at - _LOOKING), at, plain=plain)):
            return True
        at = words.find("。", at + 1, end)
    return False


def _is_own_wish(words: str, start: int, end: int, *, plain: bool) -> bool:
    found = _OWN_WISH.search(words, start, end)
    return found is not None and (found["polite"] is not None or not plain)


class Cue(Enum):
    """What a turn asks the next speaker to do."""

    NONE = auto()
    PRESENT = auto()
    NEXT = auto()
    REPLY = auto()
    ASK = auto()
    CALL = auto()
    CLOSE = auto()
    GREET = auto()


_WISHES = regex(r"(?<!説明)(?<!報告)(?<!紹介)(?<!審議)(?<!発言)(?<!協議)(?<!検討)(?<!挙手)(?<!進行)(?<!質問)(?<!意見)も、?(?:ぜひ、?|是非、?)?お願い(?:いた)?します。$")
"""子ども向けの解説もお願いします。: what the chair himself would like."""
_CLOSING = regex(
    "|".join(rf"{word}[とに]?(?:いた)?(?:します|しました|ました|たい|とします)" for word in ("閉会", "散会", "終了", "終わり", "これまで"))
    + "|終わ(?:ります|りとします)|お返し(?:いた)?します|ありがとう[^。]*。[^。]*退[室席]を|お疲れ[^。]*。[^。]*退[室席]を"
)
GREETING = regex(r"挨拶|自己紹介|一言、?(?:お願い|いただ|頂)")
_INTRODUCES = regex(r"(?:異動|就任|新任|着任|交代|改選)(?![^。]{0,6}(?:経緯|内容|概要))[^。]{0,40}(?:から|より)、?[^。]{0,10}紹介")
"""人事異動に伴い、幹部職員に交代がありましたので、局長より紹介があります。: people, who are greeted."""
_PRESENTING = regex(
    "|".join(
        rf"{word}(?!して(?:もら|いただ|ほし))[^。]{{0,14}}(?:願|求め|始め|ください|いただ|頂|聴取|あり|ござい|受け)"
        for word in ("説明", "報告", "紹介", "連絡", "補足", "資料の確認")
    )
    + "|何か(?:ござい|あり)|事務局(?:の[^。]{0,8})?(?:から|より)、?[^。]{0,16}(?:説明|報告)して(?:もら|いただ|頂)"
)
_LATER = regex(r"次に|続い|続き|次の|議題|議案|資料|事項|最後|連絡|その他|移り|入り")
_TOPIC = regex(
    "|".join(rf"{word}、?(?:よろしく)?お願い(?:いた)?します。?$" for word in ("について", "の件")) + r"|議題と(?:いた)?します|上程(?:いた)?します|"
    + "|".join(rf"{word}.{{0,12}}に(?:入り|移り)ます" for word in ("議題", "議案", "議事"))
)
_CALLED = regex(r"(?:続い|続き|次に)[^。]{2,40}について、[^。]{2,20}[長員官]。$")
HANDS_OVER = regex(r"(?:はい、|それでは、|では、|続いて、|次に、)?[^。、]{2,20}[長員官臣監査幹事任佐君氏局課](?:さん)?、?(?:(?:どうぞ|よろしく)?お願い(?:いた)?します|どうぞ)?。?")
"""A turn that is no more than a title with what stands before it, and so leaves open what waits for an answer: 鬼頭建設部長。"""
_CALLS = regex(r"(?:はい、|それでは、|では、|続いて、|次に、)?(?P<who>[^。、]{2,24}?)(?:から)?(?:、[^。、]{0,24}(?:お答え|お願い|どうぞ)[^。、]{0,14})?[。?]?")
"""Who is called, and for what: 高橋委員、お答えいただけますか。"""
_PASSES = regex(r"(?P<who>[^。、]{2,30}[長員授])(?:さん|先生)?から、?(?:一言|何か|少し|補足して|まず)?、?(?:お願い(?:でき|いた|し|します)|お話し?(?:いただけ|いただき|願え)|いかがで)[^。]{0,10}[。?]?$")
"""…、実際に測定をされた古木専門委員からお願いできますか。: who is to answer, at the end of a sentence that says why."""
_REPLYING = regex(r"お答え|答弁|回答|考え方?を(?:お?示し|述べ|お?聞かせ|お願い)|見解を(?:お?示し|述べ|お?聞かせ|お願い)")
_GENERAL = regex(
    r"意見|質問|異議|質疑|発言|不明|ほか[には]|他に|何か|いかが|よろし|お(?:答え|願い)|どうぞ|(?:ござい|あり)ませんか"
)
_SPECIFIC = regex(r"(?:どちら|どこ|いつ|誰|だれ|なぜ|幾ら|いくら|どれ|何[時年月日人件円回])[^。]*(?:です|ます|でしょう|のでしょう)か。?$|(?:間違い|相違)[はもが]?(?:あり|ござい)ません(?:でしょう)?か。?$")
"""２者の間で意見が割れたときは、どちらが決めるのですか。, 課長の職にあったことに間違いありませんか。: asks one thing."""
_OF_FLOOR = regex(r"(?:意見|質問|質疑|異議|発言|不明)[^。]{0,10}(?:あり|ござい|いかが|よろし|お)")
"""御意見はどちらからでもございますか。: asks the floor."""
_QUOTED = regex(r"「[^「」]*」")


def cue(flow: Flow, said: Said, *, explained: bool) -> Cue:
    if said.text is None:
        return Cue.NONE
    start, end = max(said.text[0], said.text[1] - 90), said.text[1]
    words = flow.folded[start:end]
    if HANDS_OVER.fullmatch(flow.folded, *said.text):
        return Cue.CALL
    last = _QUOTED.sub("", words[words.rfind("。", 0, -1) + 1 :])
    if _INTRODUCES.search(words):
        return Cue.GREET
    if _PRESENTING.search(words[-60:]):
        return Cue.NEXT if _LATER.search(words) or not explained else Cue.PRESENT
    if _TOPIC.search(words) or _CALLED.search(words):
        return Cue.NEXT
    if _REPLYING.search(last) or ("から" in last and _PASSES.search(last)):
        return Cue.REPLY
    if _CLOSING.search(words):
        return Cue.CLOSE
    if GREETING.search(words):
        return Cue.GREET
    if (asks(flow, start, end) and (not _GENERAL.search(last) or _is_specific(last))) or _WISHES.search(last):
        return Cue.ASK
    return Cue.NONE


def _is_specific(sentence: str) -> bool:
    """Whether a sentence asks one thing, though it holds a word of those that ask the floor."""
    return _SPECIFIC.search(sentence) is not None and _OF_FLOOR.search(sentence) is None


def called(flow: Flow, said: Said) -> str:
    """Whom the last sentence of a chair's turn calls: 高橋委員、お答えいただけますか。"""
    if said.text is None:
        return ""
    start, end = max(said.text[0], said.text[1] - 60), said.text[1]
    words = flow.folded[start:end]
    last = words[words.rfind("。", 0, -1) + 1 :].strip()
    found = (_PASSES.search(last) if "から" in last else None) or _CALLS.fullmatch(last)
    return squeeze(found["who"]) if found else ""


def tail(said: Said) -> tuple[int, int]:
    start, end = said.text or (said.start, said.start)
    return max(start, end - 90), end


def ends(said: Said) -> tuple[int, int]:
    start, end = said.text or (said.start, said.start)
    return max(start, end - 120), end
