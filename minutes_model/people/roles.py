"""The part a title gives its bearer: chair, member, secretariat, official."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from attrs import field

from minutes_model.model.enums import Role
from minutes_model.passing import passing
from minutes_model.patterns import regex

__all__ = ["MEMBERS", "TitleRoles", "role_of_title"]

MEMBERS = frozenset((Role.MEMBER, Role.CHAIR, Role.DEPUTY_CHAIR))
"""The roles of who sits in the body."""

_DEPUTY = regex(r"(?:副(?:委員長|会長|座長|議長|部会長|主査|分科会長)|(?:委員長|会長|座長|議長|部会長|分科会長|主査|教育長)(?:職務)?(?:代理|代行)者?|職務代(?:理|行)者?)$")
_CHAIR = regex(r"(?:委員長|(?<!商工)会長|座長|議長|部会長|分科会長|調査会長)$")
_MEMBER = regex(r"(?:委員|委員代理|議員|構成員|評議員|総代|メンバー|番委員)$")
_SECRETARIAT = regex(r"^事務局|(?:書記|書記長|議会事務局|事務局(?:長|次長|員|職員)?)$")
_PUBLIC = regex(r"(?:傍聴者|傍聴人|公述人|記者|市民|住民)$")
_GUEST = regex(r"(?:参考人|証人|鑑定人|オブザーバー|陳述人|関係者|有識者|講師|ゲスト|説明者)$")
_OFFICIAL = regex(
    r"(?:長官|次長|[課局部室所署係校園館駅場師]長|施設長|教頭|教諭|司書|保健師|(?<!指定)管理者|責任者|プロデューサー|ディレクター|専務|常務|支配人|官房長|教育長|本部長|事務次官|審議官|参事官?|調整官|専門官|企画官|監察官|政策統括官|(?<!副)(?:刑事|警備|警察|審査|検査|戦略|統括|指導|監督|分析|管理|計画|対策|整備|運用|推進|調達|訟務|総務|防災|情報|研究|国際|交渉|連絡|保全|保護|支援|規制|制度|監視|安全|評価|技術|環境|広報|広域|地域|施設|利用|開発|振興|行政|法務|事務)官|"
    r"調査官|技監|総監|主幹|主査|主任|主事|補佐|監|[^委]員|市長|町長|村長|区長|知事|学長|総長|理事|監事|担当|"
    r"当局|[市町県区村府都道]側|局側|(?:会社|当社|病院|大学|法人|機構|協会|放送|制作|発注者|行政|学校)側|執行部|本部|[課室局部庁省]|技師|係|専門職|主席|統括|大臣|政務官|幹事|説明員|理事長|院長|事務長|センター長|機構長|社長|会社|協会|機構|助役|収入役|出納長|消防長|企業長)$"
)
_TABLE = (
    (_DEPUTY, Role.DEPUTY_CHAIR), (_CHAIR, Role.CHAIR), (_MEMBER, Role.MEMBER), (_SECRETARIAT, Role.SECRETARIAT),
    (_PUBLIC, Role.PUBLIC), (_GUEST, Role.GUEST), (_OFFICIAL, Role.OFFICIAL),
)  # fmt: skip


@lru_cache(maxsize=4096)
def role_of_title(title: str) -> Role:
    """The role a printed title or label ends in; UNKNOWN where it tells none.

    >>> role_of_title("委員長代理"), role_of_title("海技課長"), role_of_title("総務委員")
    (<Role.DEPUTY_CHAIR: 'deputy_chair'>, <Role.OFFICIAL: 'official'>, <Role.MEMBER: 'member'>)
    """
    return next((role for pattern, role in _TABLE if pattern.search(title)), Role.UNKNOWN)


@passing(eq=False, repr=False)
class TitleRoles:
    """The roles of titles where a body gives some words a part of their own; the longest word decides.

    >>> roles = TitleRoles({"理事": Role.MEMBER})
    >>> roles("常務理事"), roles("代表"), roles("海技課長")
    (<Role.MEMBER: 'member'>, <Role.UNKNOWN: 'unknown'>, <Role.OFFICIAL: 'official'>)
    """

    words: Mapping[str, Role] = field(factory=dict)

    def own(self, title: str) -> Role | None:
        """The part the body itself gives a title; None where it says nothing of it."""
        if not title.endswith(tuple(self.words)):
            return None
        ends = [word for word in self.words if title.endswith(word)]
        return self.words[max(ends, key=len)] if ends else None

    def __call__(self, title: str) -> Role:
        """The role of a title here."""
        return self.own(title) or role_of_title(title)
