"""Who can be the agent of a reporting verb: X委員から, 事務局より, 各委員から; not 資料から."""

from __future__ import annotations

import re
from functools import lru_cache

from minutes_model.grammar.draft import Slice
from minutes_model.patterns import regex
from minutes_model.people.plausible import looks_like_designation

__all__ = ["AGENT", "BODIES", "COMPANY", "STAFF", "SUBJECT", "explainers", "is_agent", "longer", "skip_comma", "trim", "trim_end"]

AGENT = regex(r"(?P<who>[^、。「」\n]{1,48}?)(?P<by>から|より|の(?=「\x01*」$))(?:は|も)?(?P<next>、|(?=[「『])|の、?(?=[^、。]{4,})|(?=\n)|(?=[^、。「」\n])|$)")
SUBJECT = regex(r"(?P<who>[^、。「」\n]{2,30}?)(?P<by>が|は|も(?=[、「]))(?P<next>、|(?=[^、])|$)")
_ADVERBIAL = regex(r"について|により|に基づき|ごとに|に沿って")
_COUNTED = regex(r"(?:\d+名?|[一二三四五六七八九十]+名?|複数|各|全|他|別|一部|多く|ほか|数名|それぞれ|出席|(?:オンライン|リモート|会場|ウェブ|Web|WEB)(?:参加|出席)?|[一-龥ァ-ヴー]{2,14}(?:である|を代表する|選出|代表|推薦|公募)|公募|一般公募|有識者|地元|学識経験者)?の?(?:学外|学内|外部|公募|臨時|専門)?(?:委員|議員|構成員|評議員|理事|出席者|参加者|メンバー|傍聴者|幹事)(?:等|方|ら)?$")
_APPLICANT = regex(r"第?[\dA-Z一二三四五六七八九]{1,2}(?:申請者|応募者|提案者|候補者|事業者|団体|グループ|社|者)|(?:申請者|応募者|提案者|事業者|団体|グループ|応募団体)[\dA-Z]{1,2}|応募者|提案者|申込者|(?:申請|応募|提案|候補)(?:団体|企業)")
_FACTION = regex(
    r"[一-龥ァ-ヴーA-Za-z・]{1,10}(?:クラブ|クラブ議員団|議員団|会派|党|研究会|フォーラム|同志会|同友会|政和会|創政会|維新[^、。]{0,4}|ネット[一-龥]{0,6})|"
    r"(?!(?:市民|住民|県民|区民|町民|国民|委員|利用者|現場|地域|今後|将来)の(?:声|未来))[一-龥ァ-ヴーぁ-ん]{1,8}の(?:会|党|風|声|輪|未来)|無所属(?:[一-龥]{1,6})?"
)
"""A group of an assembly: 緑風クラブ, 清流の会, 市民ネット常葉."""
BODIES = frozenset(
    ["市", "県", "町", "村", "区", "都", "府", "道", "国", "機構", "研究所", "法人", "協会", "本部", "会社", "財団", "公社", "学校", "局", "部会", "分科会", "小委員会", "大学", "病院", "センター", "事務所", "警察", "消防", "受託者", "申請者", "申出者", "事業者", "請願者", "陳情者", "代理人", "設計業者", "委託業者", "施工業者", "工事業者", "受注者", "発注者", "会派", "専門部会", "ワーキンググループ", "有識者", "放送局", "組合", "企業団", "事業団", "広域連合", "支社", "図書館", "博物館", "美術館", "公民館", "動物園", "水族館"]
)
"""Words that name a side only where a comma or a quotation follows から: 機構から、…; not 国から示された."""
COMPANY = regex(r"(?!一部|多く|民間|他の?|各|複数|地元|同業)[一-龥ァ-ヴー]{1,8}(?:交通|電鉄|鉄道|バス|タクシー|電力|ガス)|(?!一部|多く|民間|他の?|各|複数|地元|同業)[一-龥ァ-ヴー]{2,10}(?:受託者|受注者|受託業者|委託業者|施工業者|設計業者|コンサルタント|指定管理者|事業者|製造業者|販売業者)|[一-龥]{0,6}(?:造船所|製作所|製造所)")
"""A company that speaks in the same way, by its name or by what it was hired for: 芦名交通より、…, 設計業務受託者から、…."""
STAFF = regex(r"(?:職員|担当者|実施者|協力者|関係者|説明員|説明者|傍聴人|傍聴者|参考人|申請者|申立人|請求人|設置者|事業者|届出者|提案者|応募者|受託者)(?:等|\d+名)?$")
_HOUSE = regex(r"^[^、。]{2,}(?:会|連合|連盟|組合|協会|機構|大学|会社|社|研究所|センター|病院|法人|団体|商店街)$")
"""Whose officer speaks: 全国びん商連合の三宅専務理事."""
_NOBODY = regex(r"(?:資料|観点|立場|こと|もの|とき|ところ|昨|前回|今回|時点|理由|面|上|中|側面|結果|それ|これ|ここ|以前|当初|従来|日|月|年|時|度|分|点|市民|住民|県民|国民|保護者|利用者|事業者|職員|教員|学生|生徒|児童|地域|近隣|他市|現場|派遣隊員|団体|企業|業界|報道機関|世論|以下|以上|左記|上記)$")


_EXPLAINS = regex(r"(?:により|に基づき|について|に沿って|、)(?P<who>[一-龥ァ-ヴーA-Za-z]{2,12})(?:から|より)、?(?:概要を?|内容を?)?(?:説明|報告)")
"""資料１により志津川町から説明があった後"""


def explainers(folded: str) -> frozenset[str]:
    """Who explained papers by what a text (folded) tells, of whatever kind: 志津川町, 県民ホール.

    >>> sorted(explainers("資料１により志津川町から説明があった後、資料２に基づき県民ホールより報告。"))
    ['志津川町', '県民ホール']
    """
    return frozenset(found["who"] for found in _EXPLAINS.finditer(folded) if not _NOBODY.search(found["who"]))


@lru_cache(maxsize=8192)
def is_agent(who: str) -> bool:
    """Whether words before から or より name somebody of the meeting."""
    if not who or len(who) > 40 or "\x01" in who or _ADVERBIAL.search(who):
        return False
    if _COUNTED.match(who) or _APPLICANT.fullmatch(who) or _FACTION.fullmatch(who):
        return True
    if _NOBODY.search(who):
        return False
    for duty in ("担当の", "所管の", "主管の"):
        _, of, bearer = who.rpartition(duty)
        if of:
            # 保存科学担当の学芸員, 所管の区政課
            return is_agent(bearer)
    house, of, bearer = who.rpartition("の")
    if of and _HOUSE.search(house) is not None and looks_like_designation(bearer):
        # 全国びん商連合の三宅専務理事
        return True
    *_, last = re.split(r"及び|並びに|・|と(?=.{3,}$)", who)
    return looks_like_designation(who) or (last != who and looks_like_designation(last) and is_agent(who[: -len(last)].rstrip("及び並に・と")))


def longer(pattern: re.Pattern[str], masked: str, at: int, stop: int, end: int) -> re.Match[str] | None:
    """The match at ``at`` whose particle stands behind ``stop``."""
    particle = re.compile(r"から|より" if pattern is AGENT else "が").search(masked, stop, end)
    if particle is None or "、" in masked[at : particle.start()] or "。" in masked[at : particle.start()]:
        return None
    return re.compile(rf"(?P<who>.{{{particle.start() - at}}})(?P<by>から|より|が)(?:は|も)?(?P<next>、?)", re.S).match(masked, at, end)


def skip_comma(masked: str, at: int, end: int) -> int:
    """The place behind a comma, 後 or ところ."""
    at += 3 * masked.startswith("ところ", at, end)
    at += masked.startswith("後", at, end)
    while at < end and masked[at] in "、 \n":
        at += 1
    return at


def trim(masked: str, start: int, end: int) -> Slice:
    """A place without spaces and commas before it and spaces behind it."""
    while start < end and masked[start] in " \n、":
        start += 1
    return start, trim_end(masked, start, end, " \n")


def trim_end(masked: str, start: int, end: int, marks: str = " \n") -> int:
    """The end without the ``marks`` before it."""
    while end > start and masked[end - 1] in marks:
        end -= 1
    return end
