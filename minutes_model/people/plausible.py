"""Cheap judgements on short strings: does this name a speaker?

These ask set look-ups only, no list of surnames: a grammar calls them for every candidate
before から, or behind a mark, and splits afterwards what it takes.
"""

from __future__ import annotations

from functools import cache, lru_cache

from minutes_model.passing import passing
from minutes_model.patterns import regex
from minutes_model.people.words import read_words, titles, word_list
from minutes_model.text import fold as _fold
from minutes_model.text import is_kanji, squeeze

__all__ = ["JOINS_POSTS", "is_group", "is_title", "looks_like_designation", "named_weakly", "title_suffix"]

JOINS_POSTS = regex(r"\((?:併任?|兼任?|兼務)\)(?=\S)")
"""大臣官房参事官（併）審査室長: what joins two posts of one person."""
_LONGEST_TITLE = 12
_LONGEST_LABEL = 40
_BRACKET = regex(r"\([^()]*\)$")
_GAP = regex(r"[\s:：]+")
_WIDE = regex(r"[！-～\u3000◯〇〔〕〜−]")
_MASKED = regex(
    r"(?:[A-Z]|[甲乙丙丁]|[○●◎△□×]{1,3})(?=委員|構成員|議員|氏|さん|理事|評議員)|(?:委員|構成員)(?:[A-Z]|\d{1,2})$|[甲乙丙丁]$"
)
_COUNTED = regex(
    r"(?:各|全(?=委員|員|議員)|\d+名の|\d+人の|\d|[一二三四五六七八九十数]名の|複数の|数名の|多くの|他の|別の|ある|一部の|ほかの)(?=委員|議員|理事|構成員|評議員|課|部|局|省)"
)
_OF_CLAUSE = regex(r"[をっれけ。、「」『』]|..[ぁ-ん]の|する|した|など")
_PARTICLE = regex(r"[はがにでともへの](?<=..)")
_KANA_NAME = regex(r"(?!その|この|あの|どの|ほかの|よその)[ぁ-ん]{2,3}")
_NO_GENERIC = regex(
    r"(?:成長|延長|身長|全長|特長|助長|増長|冗長|生長|最長|波長|年長|長官|五官|器官|仕官|半官|任官|家長|消長|伸長|体長|悠長|首長)$"
)
_NO_OFFICE = regex(
    r"(?:郵便局|薬局|放送局|税務署名|(?:内|(?<!渉)外|上|下|細|深|幹|頭|胸|腹|(?<![安保])全|一|大)部|(?:反対|賛成|内|外|右|左|上|下|裏|表|両|片|北|南|東|西|買い?手|売り?手|供給|需要|受け?手|送り?手)側|反省|帰省|人間側|お役所|[官登退来入開閉在]庁|他省庁|県庁)$"
)


def fold(words: str) -> str:
    """The words in one width; most labels have none to fold, and are told so by one search."""
    return _fold(words) if _WIDE.search(words) else words


@passing(eq=False, repr=False)
class _Signs:
    """The words that tell, and the characters they end in: most words are turned away by those."""

    titles: frozenset[str]
    suffixes: frozenset[str]
    honorifics: frozenset[str]
    groups: frozenset[str]
    offices: frozenset[str]
    nobody: frozenset[str]
    title_ends: frozenset[str]
    suffix_ends: frozenset[str]
    after_names: tuple[str, ...]


@cache
def _signs() -> _Signs:
    posts = titles()
    own = {key: frozenset(words) for key, words in read_words("plausible.toml").items()}
    known = posts.heads | posts.ranks - own["weak_titles"]
    # 師 ends more professions (技師, 講師) than it honours people.
    return _Signs(
        known, posts.suffixes, posts.honorifics - {"師"}, posts.groups, own["offices"], own["nobody"],
        _ends(known), _ends(posts.suffixes), tuple(own["after_names"]),
    )  # fmt: skip


def _ends(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word[-1] for word in words)


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
    signs, size = _signs(), len(words)
    starts = [_longest(words, size, signs)]
    if words[-1:] in signs.suffix_ends:
        starts += [
            _longest(words, size - n, signs) for n in range(1, min(6, size)) if words[-n:] in signs.suffixes
        ]
    return min((start for start in starts if start is not None), default=None)


def _longest(words: str, end: int, signs: _Signs) -> int | None:
    if words[end - 1 : end] in signs.title_ends:
        for start in range(max(0, end - _LONGEST_TITLE), end):
            if words[start:end] in signs.titles:
                return start
    return None


def is_group(label: str) -> bool:
    """Whether a label names several people or an office rather than one person.

    >>> [is_group(w) for w in ("事務局", "警察本部", "各委員", "市側", "道路管理課", "小川委員")]
    [True, True, True, True, True, False]
    """
    words = _BRACKET.sub("", fold(squeeze(label)))
    if words in _signs().groups or _COUNTED.match(words):
        return True
    return _ends_in_office(words) and words not in _signs().nobody and not _NO_OFFICE.search(words)


def _ends_in_office(words: str) -> bool:
    """Whether the words end in an office, with enough before a short ending to be one (総務課, not 日課)."""
    offices = _signs().offices
    for length in range(min(6, len(words)), 0, -1):
        if words[-length:] in offices and (
            length > 3 or len(words) > length + (length == 1 and words[-1] != "側")
        ):
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
    if core in _signs().groups or _MASKED.match(core) or _COUNTED.match(core):
        return True
    if core in _signs().nobody or (_is_clause(core) and not _is_kana_name(core)):
        return False
    return _titled(core) or _titled_before(text) or _honoured(core) or is_group(core) or named_weakly(core)


def named_weakly(core: str) -> bool:
    """Whether a listed surname stands before a title that most often is none.

    >>> named_weakly("江尻医師"), named_weakly("担当医師")
    (True, False)
    """
    weak = _signs().after_names
    return core.endswith(weak) and any(core.endswith(title) and core[: -len(title)] in word_list("surnames") for title in weak)


def _is_clause(core: str) -> bool:
    """A particle within: 現場の職員, 予算を担当. Surnames keep theirs (一の瀬, 井の口), names in kana too."""
    return _OF_CLAUSE.search(core) is not None or any(_parts_words(core, found.start()) for found in _PARTICLE.finditer(core))


def _is_kana_name(core: str) -> bool:
    """A surname written in kana before a title, whose small っ is of no verb: べっぷ委員."""
    start = _title_start(core) if "ぁ" <= core[0] <= "ん" else None
    return start is not None and core[start - 1] not in "たをるてとで" and _KANA_NAME.fullmatch(core, 0, start) is not None


_BEHIND_OF = ("ため", "うち", "ほか", "よう", "みな", "かた", "もの", "こと", "ところ", "とき", "ごみ", "いずれ", "すべて")


def _parts_words(core: str, at: int) -> bool:
    # Character by character: a pattern with three classes of all kanji takes half as long to compile as a document to read.
    before, behind = core[at - 1], core[at + 1 : at + 2]
    if core[at] == "の" and "ぁ" <= behind <= "ん":
        # 日高のぞみ委員, 相談のための職員
        return core.startswith(_BEHIND_OF, at + 1)
    if core[at] == "の":
        return _is_katakana(before) or (at > 1 and is_kanji(before) and is_kanji(core[at - 2]))
    return (is_kanji(before) or _is_katakana(before)) and (is_kanji(behind) or _is_katakana(behind))


def _titled(core: str) -> bool:
    start = _title_start(core)
    if start is not None:
        return start == 0 or core[start - 1] not in "のなたいるは" or bool(_KANA_NAME.fullmatch(core, 0, start))
    worded = len(core) > 2 and (is_kanji(core[-2]) or _is_katakana(core[-2]) or core[-2] == "ー")
    return worded and core[-1] in "長官" and not _NO_GENERIC.search(core)


def _is_katakana(character: str) -> bool:
    return "ァ" <= character <= "ヶ"


def _titled_before(text: str) -> bool:
    """主査 関, 事務局：山本: the title or the office first, then a gap and a name."""
    first, *rest = _GAP.split(text.strip(), 1)
    return bool(rest) and 0 < len(rest[0]) < 8 and (first in _signs().groups or title_suffix(first) is not None)


def _honoured(core: str) -> bool:
    honorifics = _signs().honorifics
    return any(core[-length:] in honorifics and len(core) > length for length in (1, 2))
