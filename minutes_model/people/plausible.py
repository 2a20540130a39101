"""Cheap judgements on short strings: does this name a speaker?

These ask set look-ups only, no list of surnames: a grammar calls them for every candidate
before から, or behind a mark, and splits afterwards what it takes.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from minutes_model.people.words import titles
from minutes_model.text import fold as _fold
from minutes_model.text import squeeze

__all__ = ["is_group", "is_title", "looks_like_designation", "title_suffix"]

_LONGEST_TITLE = 12
_LONGEST_LABEL = 40
_BRACKET = re.compile(r"\([^()]*\)$")
_GAP = re.compile(r"[\s:：]+")
_WIDE = re.compile(r"[！-～\u3000◯〇〔〕〜−]")
_MASKED = re.compile(
    r"(?:[A-Z]|[甲乙丙丁]|[○●◎△□×]{1,3})(?=委員|構成員|議員|氏|さん|理事|評議員)|(?:委員|構成員)(?:[A-Z]|\d{1,2})$|[甲乙丙丁]$"
)
_COUNTED = re.compile(
    r"(?:各|全(?=委員|員|議員)|\d+名の|\d+人の|\d|[一二三四五六七八九十数]名の|複数の|数名の|多くの|他の|別の|ある|一部の|ほかの)(?=委員|議員|理事|構成員|評議員|課|部|局|省)"
)
# A particle within: 現場の職員, 予算を担当. Surnames keep theirs (一の瀬, 井の口), names in kana too.
_CLAUSE = re.compile(
    r"[をっれけ。、「」『』]|[ァ-ヶ一-鿿][はがにでともへ][ァ-ヶ一-鿿]|(?:[一-鿿]{2}|[ぁ-んァ-ヶ])の|する|した|など"
)
_GENERIC = re.compile(r"[一-鿿ァ-ヶー][長官]$")
_NO_GENERIC = re.compile(
    r"(?:成長|延長|身長|全長|特長|助長|増長|冗長|生長|最長|波長|年長|長官|五官|器官|仕官|半官|任官|家長|消長|伸長|体長|悠長|首長)$"
)
_OFFICE_ENDS = frozenset(
    [
        "課",
        "局",
        "署",
        "室",
        "部",
        "側",
        "省",
        "支部",
        "支所",
        "支局",
        "本部",
        "事務所",
        "金融庁",
        "警察庁",
        "観察庁",
        "検察庁",
        "林野庁",
        "水産庁",
        "特許庁",
        "気象庁",
        "観光庁",
        "文化庁",
        "消防庁",
        "防衛庁",
        "総務庁",
        "復興庁",
        "規制庁",
        "国税庁",
        "消費者庁",
        "デジタル庁",
        "家庭庁",
        "エネルギー庁",
        "スポーツ庁",
        "防衛装備庁",
        "公安調査庁",
        "保安庁",
        "在留管理庁",
        "企業庁",
        "内閣府",
        "内閣官房",
        "委員会",
        "審議会",
        "協議会",
        "協会",
        "学会",
        "連合会",
        "商工会",
        "商工会議所",
        "医師会",
        "弁護士会",
        "連盟",
        "議会",
        "検討会",
        "部会",
        "大学",
        "大学院",
        "機構",
        "会社",
        "法人",
        "研究所",
        "研究院",
        "センター",
        "連合",
        "組合",
        "銀行",
        "財団",
        "病院",
        "保健所",
        "裁判所",
        "警察",
        "消防",
        "都",
        "道",
        "府",
        "県",
        "市",
        "区",
        "町",
        "村",
        "総務部",
        "企画部",
        "財政部",
        "整備部",
        "建設部",
        "土木部",
        "経済部",
        "産業部",
        "環境部",
        "福祉部",
        "健康部",
        "教育部",
        "市民部",
        "生活部",
        "農林部",
        "政策部",
        "水道部",
        "税務部",
        "管理部",
        "都市部",
        "保健部",
        "安全部",
        "観光部",
        "交通部",
        "警備部",
        "刑事部",
        "警務部",
        "財務部",
        "経営部",
        "事業部",
        "学校教育部",
    ]
)
_NO_OFFICE = re.compile(
    r"(?:郵便局|薬局|放送局|税務署名|(?:内|外|上|下|細|深|幹|頭|胸|腹|全|一|大)部|(?:反対|賛成|内|外|右|左|上|下|裏|表|両|片|北|南|東|西|買い?手|売り?手|供給|需要|受け?手|送り?手)側|反省|帰省|人間側|お役所)$"
)
_NOBODY = frozenset(
    ["全員", "人員", "定員", "動員", "満員", "増員", "欠員", "要員", "会員", "社員", "隊員", "満場一致", "関係", "担当", "補佐", "会計", "市民", "区民", "町民", "村民", "住民", "国民", "統括", "総括", "上席", "監", "等", "代表", "役員", "代理", "一同", "進行", "資料", "今後", "議会", "大学", "法人", "会社", "財団", "銀行", "病院", "警察", "学会", "協会", "機構", "組合", "連合", "センター", "研究所", "委員会", "部会", "審議会", "保護者", "研究者", "有識者", "利用者", "会場", "職員", "本職員", "教職員", "市職員", "県職員", "国家公務員", "公務員", "自治会長会", "警備", "主管", "医師", "弁護士会", "医師会"]
)  # fmt: skip


def fold(words: str) -> str:
    return _fold(words) if _WIDE.search(words) else words


@cache
def _title_words() -> frozenset[str]:
    words = titles()
    return words.heads | words.ranks - {
        "市民",
        "区民",
        "町民",
        "村民",
        "住民",
        "会員",
        "一同",
        "進行",
        "医師",
        "町内会長",
    }


def is_title(word: str) -> bool:
    """Whether the word is a known title head, perhaps with 代理, 補佐 or the like behind it.

    >>> is_title("委員長"), is_title("部会長代理"), is_title("観点")
    (True, True, False)
    """
    return word != "" and title_suffix(word) == squeeze(word)


@lru_cache(maxsize=4096)
def title_suffix(label: str) -> str | None:
    """The longest known title head a label ends in, as printed; None where it ends in none.

    >>> title_suffix("国土交通省後藤海技課長"), title_suffix("山口部会長代理"), title_suffix("立場")
    ('課長', '部会長代理', None)
    """
    words = squeeze(label)
    start = _title_start(fold(words))
    return None if start is None else words[start:]


def _title_start(words: str) -> int | None:
    """Where the longest title at the end begins: 部会長代理 is longer than a listed 代理."""
    known, suffixes, size = _title_words(), titles().suffixes, len(words)
    starts = [_longest(words, size, known)]
    starts += [_longest(words, size - n, known) for n in range(1, min(6, size)) if words[-n:] in suffixes]
    return min((start for start in starts if start is not None), default=None)


def _longest(words: str, end: int, known: frozenset[str]) -> int | None:
    for start in range(max(0, end - _LONGEST_TITLE), end):
        if words[start:end] in known:
            return start
    return None


def is_group(label: str) -> bool:
    """Whether a label names several people or an office rather than one person.

    >>> [is_group(w) for w in ("事務局", "警察本部", "各委員", "市側", "道路管理課", "小川委員")]
    [True, True, True, True, True, False]
    """
    words = _BRACKET.sub("", fold(squeeze(label)))
    if words in titles().groups or _COUNTED.match(words):
        return True
    return _ends_in_office(words) and words not in _NOBODY and not _NO_OFFICE.search(words)


def _ends_in_office(words: str) -> bool:
    """Whether the words end in an office, with enough before a short ending to be one (総務課, not 日課)."""
    for length in range(min(6, len(words)), 0, -1):
        if words[-length:] in _OFFICE_ENDS:
            if length > 3 or len(words) > length + (length == 1 and words[-1] != "側"):
                return True
    return False


@lru_cache(maxsize=8192)
def looks_like_designation(text: str) -> bool:
    """Whether a short string can be what minutes call a speaker.

    >>> [looks_like_designation(w) for w in ("小笠原委員", "国土交通省後藤海技課長", "委員長（神保千鶴さん）", "事務局")]
    [True, True, True, True]
    >>> [looks_like_designation(w) for w in ("観点", "昨年", "資料１", "現場の職員")]
    [False, False, False, False]
    """
    words = fold(squeeze(text))
    core = _BRACKET.sub("", words) if words[-1:] == ")" else words
    if not 0 < len(core) <= _LONGEST_LABEL:
        return False
    if core in titles().groups or _MASKED.match(core) or _COUNTED.match(core):
        return True
    if core in _NOBODY or _CLAUSE.search(core):
        return False
    return _titled(core) or _titled_before(text) or _honoured(core) or is_group(core)


def _titled(core: str) -> bool:
    start = _title_start(core)
    if start is not None:
        return start == 0 or core[start - 1] not in "のなたいるは"
    return len(core) > 2 and bool(_GENERIC.search(core)) and not _NO_GENERIC.search(core)


def _titled_before(text: str) -> bool:
    """主査 関, 事務局：山本: the title or the office first, then a gap and a name."""
    first, *rest = _GAP.split(text.strip(), 1)
    return bool(rest) and 0 < len(rest[0]) < 8 and (first in titles().groups or is_title(first))


def _honoured(core: str) -> bool:
    for length in (1, 2):
        if core[-length:] in titles().honorifics and len(core) > length:
            return (
                core
                not in {
                    "彼氏",
                    "同氏",
                    "両氏",
                    "某氏",
                    "諸君",
                    "皆様",
                    "皆さん",
                    "教師",
                    "医師",
                    "技師",
                    "講師",
                }
                and core[-1] != "師"
            )
    return False
