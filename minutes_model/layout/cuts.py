"""Lines cut where no paragraph, no entry and no title ends, told by the characters on either side of the cut."""

from __future__ import annotations

from minutes_model.patterns import regex

__all__ = ["cuts_label", "cuts_words"]

_NAMES_OF = regex(r"\S{0,6}?(?:[出欠列]席(?:者|委員|議員)|出席した者|説明者|説明員|事務局職員|(?:関係)?職員) ?(?:\((?!敬称略|[^()]*順\))[^()]{1,12}\))? ?の?$")
_NAMES_REST = regex(r"の? ?(?:職 ?・? ?)?氏 ?名(?: ?・ ?(?:出席者|欠席者|人)数)?$")
"""A label of names that a narrow cell broke."""
_COUNT_OF = regex(r"\S{0,10}(?:氏名|名簿) ?(?:・|及び) ?(?:[出欠]席?)?$")
_COUNT_REST = regex(r"(?:席?者)?数$")
"""欠席者の氏名・欠席 / 者数"""
_CODE = regex(r"[A-Za-z]-$")
_WHOLE = frozenset(("農地利用最適化推進委員", "会長職務代理者", "委員長職務代理者", "会長職務代行者", "教育長職務代理者", "教育委員会事務局", "事務局職員", "会議録署名委員", "議事録署名委員",
    "会議に出席した職員", "会議に出席した者", "会議に出席した説明員", "説明のため出席した者", "説明のために出席した者", "職務のため出席した者", "職務のために出席した者"))
"""Labels that a narrow cell breaks anywhere: 農地利用最適 / 化推進委員."""
_NUMBER = regex(r"^(?:\d{1,2}[.)、]?|\(\d{1,2}\)) ?")
_PARTICLES = frozenset("をはがにでと約")
_COUNTED = regex(r"(?P<count>\d{1,4}) ?(?:分(?![野類会科担析])|時間|件(?!名)|人(?![権口材事員])|名(?![称簿義誉])|回(?![答収数覧線])|年(?![度間金次末報])|か月|ヶ月|日(?![時程本常])|円|[%％]|週|か所|箇所|校(?![区舎長則庭])|km|m|ha)")
"""A count, which is no number of an item."""
_OWN_NUMBER = regex(r"\(?(?P<number>\d{1,2})(?=[.)、 ])")
_MINUTES = regex(r"\d{1,2} ?分")
_SMALL_KANA = frozenset("ーァィゥェォッャュョ")
"""What no word begins with."""
_TITLES_OF_ALL = regex(r"(?:委員|議員|構成員|評議員|理事|監事|幹事)(?:$|[(、 ])")
_CLOSERS = frozenset("」』)】]>》≫〉。")
_COMPOUNDS = frozenset((
    "決定", "議決", "可決", "説明", "質問", "質疑", "承認", "審議", "審査", "報告", "提案", "了承", "異議", "意見", "回答", "答弁", "要望", "指摘",
    "発言", "協議", "検討", "議事", "実施", "開催", "開会", "閉会", "議案", "議題", "委員", "会議", "資料", "計画", "事業", "出席", "欠席", "退席", "傍聴",
))  # fmt: skip
_LONG = 16
"""How long a line is at least that stops within such a word."""
_CLOSED = 2
"""A line of no more characters than these that only closes what stands above it."""


def cuts_words(above: str, below: str) -> bool:
    """Whether two lines (folded), one right below the other, part what is one.

    >>> cuts_words("議事調査課長兼スポ", "ーツ係長"), cuts_words("…を対象としたHT-", "118の試験"), cuts_words("乾委員", "沢委員")
    (True, True, False)
    """
    first, last = below[0], above[-1]
    if first in _SMALL_KANA or last == "兼":
        # 学校教育課主幹兼 / 指　導　主　事　　中　村　　剛; …兼スポ / ーツ振興係長
        return True
    if last == "。" and len(above) >= _LONG and len(below) > _CLOSED:
        return False
    label = "" if len(above) >= _LONG else _NUMBER.sub("", above) if above[0] == "(" or above[0].isdecimal() else above
    if label and (label + below).replace(" ", "") in _WHOLE:
        return True
    if last + first in _COMPOUNDS and len(above) >= _LONG and below[1:2] not in " 　:":
        # …送付することに決 / 定いたします。
        return True
    if last in _PARTICLES and first.isdecimal() and len(above) >= _LONG:
        # …質疑の時間を / 5 分確保する; but １ …に / ２ …
        counted, own = _COUNTED.match(below), _OWN_NUMBER.match(above)
        return counted is not None and (own is None or int(counted["count"]) != int(own["number"]) + 1)
    if last == "時" and _MINUTES.match(below) is not None:
        # 午後１時30分から午後２時 / 45 分まで
        return True
    if first in "の氏職" and _NAMES_OF.match(above) is not None:
        # 出席者（委員等）の / 氏名・出席者数
        return _NAMES_REST.match(below) is not None
    if last in "席出欠・び" and first in "席者数" and _COUNT_OF.search(above) is not None:
        return _COUNT_REST.match(below) is not None
    if last == "氏" and below == "名":
        # 出席者（事務局）の職・氏 / 名
        return True
    if last in "各両":
        # …、武者小路、森の各 / 委員
        return _TITLES_OF_ALL.match(below) is not None
    if last == "-":
        # …を対象としたHT- / 118の第3相試験
        return first.isdecimal() and _CODE.search(above) is not None
    if last == "・":
        # トーマス・ / レイ
        return "、" in above and "ァ" <= first <= "ヴ"
    # ＜「…」（８月24日(金)放送）について / ＞
    return len(below) <= _CLOSED and _CLOSERS.issuperset(below)


_LABEL_FIRST = regex(r"事 ?務 ?局|\d{1,2} ?番|(?:推進|農業|臨時|専門)?委 ?員|[^\s、。()]{2,6}[課局室部]")
_LABEL_REST = regex(r"(?:(?:次|課|係|室|局|班|主)? ?[長任事査幹]|課長補佐|補佐|書記)|[^\s、。()]{1,4} ?(?:委員|議員)|\([^\s、。()]{1,5}\)")


def cuts_label(above: str, below: str) -> bool:
    """Whether two lines (folded) are the label of a speaker that a narrow column broke.

    >>> cuts_label("事務局", "次 長"), cuts_label("4 番", "鵜飼委員"), cuts_label("推進委員", "(生江)"), cuts_label("事務局", "課長 乾 武")
    (True, True, True, False)
    """
    if _LABEL_FIRST.fullmatch(above) is None or _LABEL_REST.fullmatch(below) is None:
        return False
    return above[-1] != "番" or below.endswith("員")
