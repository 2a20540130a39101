"""What the words of a label name: a person, an office, a group, nobody in particular."""

from __future__ import annotations

from minutes_model.model import SpeakerKind
from minutes_model.patterns import regex
from minutes_model.text import fold, squeeze

__all__ = ["bearer_kind", "is_nobody", "is_several", "masked_name", "names_turn", "speaker_kind"]

_MASKED = regex(
    r"(?:[A-Z]|[甲乙丙丁]|[○●◎△□×]{1,3}|\d{1,2})(?:委員|構成員|議員|氏|さん|理事|評議員|番委員|番)?$"
    r"|(?:委員|構成員)(?:[A-Z]|\d{1,2})$"
)
_MASK = regex(r"[A-Z甲乙丙丁○●◎△□×\d]+")
_ANONYMOUS = regex(
    r"(?:委員|議員|構成員|評議員|傍聴者|参加者|出席者|ある委員|別の委員|他の委員|一委員|\d+人の委員|質問者|発言者|市民"
    r"|意見陳述人)$|.{2,14}である(?:委員|構成員|議員)$"
)
_TURN = regex(r"(?:再|追加)?(?:質問|質疑|回答|答弁|返答)$|(?:意見|要望|指摘|対応|応答|考え方|見解|問|答|Q|A)$")
_MEMBERS = "委員|議員|構成員|理事|評議員"
_SEVERAL = regex(
    rf"(?:各?委員|構成員|出席者|議員)?(?:一同|全員)$|(?:国|都|道|府|県|市|町|村|区|局|課|学校|病院|企業団)$|(?:各|全)(?={_MEMBERS}|課|部|局|省|庁)|(?:複数|数名|\d+[名人]|[二三四五]名)の?(?={_MEMBERS})"
)
_GROUP = regex(
    r"(?:各|全|複数の|数名の|\d+名の?|\d+人の|[二三四五]名の).*"
    r"|.*(?:事務局|側|一同|各位|委員会|本部|当局|全員|担当課|関係課|[課局部省庁署室]|会|協会|会社|法人|機構|大学"
    r"|市|町|村|県|都|府|委員ら|委員等|及び.*|、.*)$"
)
_GROUP_TITLES = regex(r"(?:部会|委員会|協議会|総会|議会|審議会)$")
_TWO = regex(r"及び|並びに|、|(?:委員|議員|構成員|[長官])・(?=.+(?:委員|議員|構成員|[長官])$)|両(?:委員|議員|構成員|理事|名|氏)$|(?:委員|議員|長|氏|さん)と(?=.{2})")
_TWO_SIGNS = frozenset("及並、・両と")
"""One of these is in whatever `_TWO` finds."""
_BRACKETED = regex(r"\([^()]*\)")


def is_nobody(words: str) -> bool:
    """Whether folded words hide who spoke: Ａ委員, ○○委員, 委員, nothing at all.

    >>> is_nobody("A委員"), is_nobody("委員"), is_nobody(""), is_nobody("小川委員")
    (True, True, True, False)
    """
    return not words or bool(_MASKED.match(words) or _ANONYMOUS.match(words))


def names_turn(words: str) -> bool:
    """Whether folded words tell a question from its answer, not who speaks: 質問, 答弁, Q, A.

    >>> names_turn("質問"), names_turn("A"), names_turn("A委員")
    (True, True, False)
    """
    return _TURN.match(words) is not None


def is_several(words: str) -> bool:
    """Whether folded words name several people: 各委員, 3名の委員, 小川及び木村委員; not 各務委員.

    >>> is_several("各委員"), is_several("3名の委員"), is_several("小川及び木村委員"), is_several("各務委員")
    (True, True, True, False)
    """
    if _SEVERAL.match(words) is not None:
        return True
    return not _TWO_SIGNS.isdisjoint(words) and _TWO.search(_BRACKETED.sub("", words)) is not None


def masked_name(words: str) -> int:
    """How many of the folded words are the mask in place of a name.

    >>> masked_name("○○委員"), masked_name("委員")
    (2, 0)
    """
    mask = _MASK.match(words)
    return mask.end() if mask and _MASKED.match(words) else 0


def speaker_kind(label: str, name: str | None, title: str | None) -> SpeakerKind:
    """What a label names, by its words alone.

    >>> speaker_kind("Ａ委員", "Ａ", "委員"), speaker_kind("官房長", None, "官房長")
    (<SpeakerKind.MASKED: 'masked'>, <SpeakerKind.OFFICE: 'office'>)
    >>> speaker_kind("事務局", None, None)
    <SpeakerKind.GROUP: 'group'>
    """
    words = fold(squeeze(label))
    if _MASKED.match(words):
        return SpeakerKind.MASKED
    if not words or _ANONYMOUS.match(words):
        return SpeakerKind.ANONYMOUS
    return SpeakerKind.GROUP if is_several(words) else bearer_kind(label, name, title)


def bearer_kind(label: str, name: str | None, title: str | None) -> SpeakerKind:
    """What a label names that hides nobody and names no several.

    >>> bearer_kind("小川委員", "小川", "委員"), bearer_kind("事務局", None, None)
    (<SpeakerKind.PERSON: 'person'>, <SpeakerKind.GROUP: 'group'>)
    """
    if name:
        return SpeakerKind.PERSON
    if title and not _GROUP_TITLES.search(title):
        return SpeakerKind.OFFICE
    return SpeakerKind.GROUP if not title or _GROUP.match(fold(squeeze(label))) else SpeakerKind.OFFICE
