"""Speakers whom a surname alone names, without a title: 小柴　定刻になりましたので、…."""

from __future__ import annotations

from collections import Counter

from attrs import define, field

from minutes_model.patterns import regex
from minutes_model.people.variants import fold_variants
from minutes_model.people.words import word_list
from minutes_model.text import squeeze

__all__ = ["NO_NAMES", "BareNames", "may_be_surname", "opens_with_name"]

_NAME = regex(r"[一-龥々ヶ][一-龥々ヶノ]{0,4}|[ァ-ヴー]{2,8}")
_UP_TO_GAP = regex(r"(?:[一-龥々ヶ](?: ?[一-龥々ヶノ]){0,4}|[ァ-ヴー]{2,8})(?=[ :」】\])>》〉\n\t]|$)")
_LONGEST_NAME = 10
_PREFECTURES = frozenset(
    ["青森", "岩手", "宮城", "秋田", "山形", "福島", "茨城", "栃木", "群馬", "埼玉", "千葉", "東京", "神奈川", "新潟", "富山", "石川", "福井", "山梨", "長野", "岐阜", "静岡", "愛知", "三重", "滋賀", "京都", "大阪", "兵庫", "奈良", "和歌山", "鳥取", "島根", "岡山", "広島", "山口", "徳島", "香川", "愛媛", "高知", "福岡", "佐賀", "長崎", "熊本", "大分", "宮崎", "鹿児島", "沖縄"]
)
_HEADER = 20_000
"""In how many characters at most a header lists people."""
NO_NAMES = frozenset(
    ["質問", "回答", "意見", "要望", "質疑応答", "意見交換", "主な意見", "審議", "採決", "討論", "結果", "概要", "説明", "報告", "結果", "備考", "問", "答", "注", "質疑", "提案", "指摘", "例", "案", "次", "他", "図", "表", "計"]
)
"""What stands before sentences as names do, and names nobody."""


@define(eq=False, repr=False)
class BareNames:
    """The words alone before sentences that can be surnames, in one shape of labels.

    ``start`` is where the first of them stands, ``aloud`` counts those whose sentences are in the polite form.
    """

    start: int
    found: Counter[str] = field(factory=Counter)
    aloud: Counter[str] = field(factory=Counter)

    def see(self, label: str, *, polite: bool) -> None:
        """Count one more."""
        self.found[label] += 1
        self.aloud[label] += polite

    def heard(self, folded: str) -> frozenset[str]:
        """Those who speak, if a surname alone is how this document has its speakers; else nobody.

        They come back, and are listed above or all speak as one does aloud; with them whose surname is not known, or is of one
        character, if he is listed or speaks aloud himself; who bears one of one character that is not known does both, and comes back.
        """
        above = squeeze(folded[: min(self.start, _HEADER)])
        names = {name for name in self.found if len(name) > 1 and _is_surname(name)}
        again = sum(self.found[name] for name in names) - len(names)
        unlisted = {name for name in names if name not in above}
        # A guest is on no list, and speaks as they do.
        listed = again > 0 and 2 * len(unlisted) < len(names) and all(self._is_aloud(name) for name in unlisted)
        # 石川 and 福島 alone may be where something was seen.
        aloud = again > 1 and all(self._is_aloud(name) for name in names) and not names <= _PREFECTURES
        if len(names) < _SEVERAL or not (listed or aloud):
            return frozenset()
        return frozenset(name for name in self.found if name in names or (len(name) > 1 and name in above) or (self._is_aloud(name) and (len(name) > 1 or self._is_rare(name, above))))

    def _is_rare(self, name: str, above: str) -> bool:
        """Whether one character is a surname: a known one, or one of somebody listed above who comes back: 楪."""
        return _is_surname(name) or (self.found[name] > 1 and name in above)

    def _is_aloud(self, name: str) -> bool:
        return self.aloud[name] == self.found[name]


_SEVERAL = 2


def may_be_surname(words: str) -> bool:
    """Whether a word can be a surname, known or not; no noun is one that is not known.

    >>> may_be_surname("小柴"), may_be_surname("林"), may_be_surname("資料"), may_be_surname("質問")
    (True, True, False, False)
    """
    if _NAME.fullmatch(words) is None or words in NO_NAMES:
        return False
    return _is_surname(words) or words not in word_list("nouns")


def _is_surname(words: str) -> bool:
    return fold_variants(words) in word_list("surnames")


def opens_with_name(folded: str, start: int) -> bool:
    """Whether the characters from ``start`` on can be a surname, up to what can part it from the text."""
    begin = start + 1 if folded.startswith(" ", start) else start
    return _UP_TO_GAP.match(folded, begin, begin + _LONGEST_NAME) is not None
