"""What each stretch of a label costs as a title, as an organization, and as a name.

Costs are like negative logarithms of probability: the cheapest reading wins, and the distance to the
next one is the confidence. They are flat within a class of words: true frequencies of surnames were
measured to add less than a point.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache, reduce
from math import inf
from operator import or_

from attrs import field

from minutes_model.passing import passing
from minutes_model.patterns import regex
from minutes_model.people.words import organizations, titles, word_list
from minutes_model.text import is_kanji

__all__ = ["INF", "Lattice", "Roster", "is_hand_word"]

INF = inf

HEAD, RANK, FIXED, LOCAL, SUFFIX, MODIFIER, RANK_MODIFIER, UNIT = (1 << bit for bit in range(8))
(
    INSTITUTION,
    ORG_PREFIX,
    ORG_SUFFIX,
    ACRONYM,
    NOUN,
    PLACE,
    COMPANY,
    RUN,
    ORDINAL,
    REGION,
    TRADE,
    LETTER,
    KANA,
    OPENER,
    CIVIC,
    MINISTRY,
) = (1 << bit for bit in range(8, 24))

_LONGEST_HAND_WORD = 18
_LONGEST_LISTED = 7
_RUN = regex(r"[ァ-ヴー]{2,}(?:[・=][ァ-ヴー]{2,})*|[A-Za-z][A-Za-z0-9&.\-]*")
_HIRAGANA = regex(r"[ぁ-んー]{2,}")
_ORDINAL = regex(r"第?(?:[0-9]+|[一二三四五六七八九十]+)(?:[種号次類課](?=[^長]))?")
_REGIONS = frozenset("都道府県市区町村郡")
_METROPOLITAN = frozenset(("東京都", "東京府", "北海道", "大阪府", "京都府"))
_OPENS_RUN = frozenset("第一二三四五六七八九十")
"""The kanji that may open a run of characters no list holds: ordinals."""
_SHORT_REGIONS = frozenset(
    {
        "津市",
        "堺市",
        "呉市",
        "柏市",
        "蕨市",
        "旭市",
        "光市",
        "萩市",
        "関市",
        "燕市",
        "津村",
        "港区",
        "北区",
        "南区",
        "東区",
        "西区",
        "中区",
        "緑区",
        "泉区",
        "旭区",
        "栄区",
    }
)
_LISTS = (("nouns", NOUN, 1, _LONGEST_LISTED), ("places", PLACE, 2, _LONGEST_LISTED), ("companies", COMPANY, 3, _LONGEST_HAND_WORD))
"""The large lists: the class of their words, and how long those are that count."""
_LINKS = "・兼、,"
_NO_FIRST = f"{_LINKS}のを"
"""What no title begins with: 苅谷|食の安全推進課長."""
# Ministries and agencies on no list, of other times and countries, are told by their last character.
_MINISTRIES = frozenset("省庁")

class _Costs(dict[int, float]):
    """What a word of some classes costs: its cheapest class; worked out once for each set of classes."""

    def __init__(self, *costs: tuple[int, float]) -> None:
        super().__init__()
        self.costs = costs

    def __missing__(self, flags: int) -> float:
        self[flags] = found = min((cost for bit, cost in self.costs if flags & bit), default=INF)
        return found


# Within a title, by the class of its head.
_FREE = _Costs(
    (UNIT, 0.7),
    (MODIFIER, 0.9),
    (HEAD, 1.2),
    (NOUN, 1.3),
    (LETTER, 2.6),
    (INSTITUTION, 3.0),
    (RUN, 1.4),
    (ORDINAL, 0.8),
    (PLACE, 3.0),
    (RANK_MODIFIER, 1.5),
)
_RANKED = _Costs((RANK_MODIFIER, 0.8), (LETTER, 2.0), (ORDINAL, 2.0))
_OF_OFFICE = _Costs((PLACE, 0.5), (ORDINAL, 0.6), (REGION, 0.6))
_OF_TOWN = _Costs((PLACE, 1.0))
# Counties, towns and villages on no list; 市, 町 and 村 also end surnames.
_UNLISTED_REGIONS = {"県": 2.4, "市": 3.0, "町": 3.0, "村": 4.2}
_WHOLE_POSTS = frozenset({"本部長", "書記長", "書記次長", "事務局長", "事務局次長", "官房長", "副本部長"})
_BEFORE_A_WHOLE = 2.0
_SIZES_OF_UNIT = "室課部局班学化型系的間県"
_UNIT_FIRST = 2.0
"""What a title costs more that begins with the end of a unit's name or of another word: 葉室|環境調整室長, no 葉|室環境調整室長; 岩間|主任."""
# One character before a head is more often the end of a name (大山口課長) than a word of the title.
_USUAL_LETTERS = "副前元新現准化型系的間"
_UNKNOWN_IN_TITLE = 4.0
# Any word before one of these may be a post; those that are listed cost less.
_GENERIC_HEADS = {"長": 3.2, "官": 2.0, "員": 3.2, "役": 3.0, "監": 1.0}
_HEAD_COST, _FIXED_COST, _SUFFIX_COST, _LINK_COST = 0.5, 0.4, 0.3, 0.4
# Within the name of an organization.
_IN_ORG = _Costs(
    (REGION, 0.9),
    (PLACE, 1.0),
    (MODIFIER, 1.0),
    (NOUN, 1.1),
    (UNIT, 1.2),
    (ORG_SUFFIX, 1.0),
    (TRADE, 1.0),
    (RUN, 1.4),
    (ACRONYM, 1.2),
    (COMPANY, 1.6),
    (ORDINAL, 1.0),
    (ORG_PREFIX, 0.4),
    (OPENER, 0.3),
    (KANA, 1.6),
)
_UNKNOWN_IN_ORG, _UNKNOWN_OPENED, _LINK_IN_ORG = 3.0, 1.5, 0.3
# An organization may open with any proper name (東都大学).
_STRANGE_OPENING = ((2, 4.4), (3, 5.6))


@cache
def _hand_words() -> dict[str, int]:
    """Every word of the hand lists, with the classes it belongs to as bits."""
    posts, bodies = titles(), organizations()
    classes = (
        (HEAD, posts.heads), (RANK, posts.ranks), (FIXED, posts.fixed), (SUFFIX, posts.suffixes), (MODIFIER, posts.modifiers),
        (RANK_MODIFIER, posts.rank_modifiers), (LOCAL, {f"{office}長" for office in bodies.local_offices}), (UNIT, bodies.units | bodies.local_offices),
        (INSTITUTION, bodies.institutions), (ORG_PREFIX, bodies.prefixes), (ORG_SUFFIX, bodies.suffixes | bodies.local_offices), (ACRONYM, bodies.acronyms), (TRADE, bodies.trades),
        (OPENER, bodies.openers), (CIVIC, posts.civic), (MINISTRY, _MINISTRIES),
    )  # fmt: skip
    found: dict[str, int] = {}
    for bit, words in classes:
        for word in words:
            letter = len(word) == 1 and bit & (MODIFIER | RANK_MODIFIER) and word not in _USUAL_LETTERS
            found[word] = found.get(word, 0) | (LETTER if letter else bit)
    return found


@cache
def _hand_words_by_first() -> dict[str, dict[str, int]]:
    found: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for word, flags in _hand_words().items():
        found[word[0]][word] = flags
    return dict(found)


@cache
def _words_of(first: str) -> tuple[dict[str, int], int]:
    """All listed words that begin with a character, with their classes, and the length of the longest."""
    found = dict(_hand_words_by_first().get(first, {}))
    for name, bit, least, longest in _LISTS:
        for word in word_list(name).of(first):
            if least <= len(word) <= longest:
                found[word] = found.get(word, 0) | bit
    for word, flags in found.items():
        if flags & OPENER:
            found[word] = flags & ~NOUN
    return found, max(map(len, found), default=1)


def _is_region(word: str) -> bool:
    if word[-1] in "都道府":
        # 橋本都委員 bears a given name.
        return word in _METROPOLITAN
    return len(word) > 1 and word[:-1] in word_list("places") and (len(word) > 2 or word in _SHORT_REGIONS)


def _is_proper(word: str) -> bool:
    """Whether two or three characters can be a proper name on no list: kanji, a ノ or ヶ between two."""
    linked = len(word) == 3 and word[1] in "ノヶケガ"
    return is_kanji(word[0]) and is_kanji(word[-1]) and (len(word) == 2 or linked or is_kanji(word[1]))


def is_hand_word(word: str) -> bool:
    """Whether a word, in the forms of matching, is on one of the hand lists."""
    return word in _hand_words()


@passing(eq=False, repr=False)
class Roster:
    """Names, titles and organizations that are known to occur, in the forms of matching."""

    names: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    organizations: frozenset[str] = frozenset()


@passing(eq=False, repr=False)
class Lattice:
    """The costs of one label, its characters in the forms of matching and without spaces.

    ``title[i]`` is what the label costs from ``i`` to its end as a title, INF where it is none;
    ``office[i]`` the same for posts of local offices (東北運輸局長) only. ``classes`` are those of all its words.
    """

    text: str
    roster: Roster = field(factory=Roster)
    words: list[list[tuple[int, int]]] = field(init=False)
    classes: int = field(init=False)
    title: list[float] = field(init=False)
    office: list[float] = field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "words", [self._words_at(start) for start in range(len(self.text))])
        object.__setattr__(self, "classes", reduce(or_, (flags for words in self.words for _, flags in words), 0))
        object.__setattr__(self, "title", [INF] * (len(self.text) + 1))
        object.__setattr__(self, "office", [INF] * (len(self.text) + 1))
        self._titles()

    def _words_at(self, start: int) -> list[tuple[int, int]]:
        """The words that begin here, as (end, classes)."""
        text, first = self.text, self.text[start]
        known, longest = _words_of(first)
        found = []
        for end in range(start + 1, min(len(text), start + longest) + 1):
            word = text[start:end]
            flags = known.get(word, 0)
            if text[end - 1] in _REGIONS and _is_region(word):
                flags |= REGION
            if flags:
                found.append((end, flags))
        bare = "一" <= first <= "鿿" and first not in _OPENS_RUN
        return found if bare else found + self._runs_at(start)

    def _runs_at(self, start: int) -> list[tuple[int, int]]:
        found = []
        run = _RUN.match(self.text, start)
        if run and not (start and _RUN.match(self.text[start - 1] * 2)):
            found.append((run.end(), RUN))
        kana = _HIRAGANA.match(self.text, start)
        if kana and not (start and _HIRAGANA.match(self.text[start - 1] * 2)):
            found.append((kana.end(), KANA))
        ordinal = _ORDINAL.match(self.text, start)
        if ordinal:
            found.append((ordinal.end(), ORDINAL))
        return found

    # -- titles, from right to left ------------------------------------------------

    def _titles(self) -> None:
        size, classes = len(self.text), self.classes
        tail = [INF] * size + [0.0]
        free, ranked, bare, civic = ([INF] * (size + 1) for _ in range(4))
        for start in range(size - 1, -1, -1):
            tail[start] = self._tail(start, tail)
            free[start] = self._step(start, free, tail, HEAD, _FREE, _UNKNOWN_IN_TITLE)
            if start:
                free[start] = min(free[start], _GENERIC_HEADS.get(self.text[start], INF) + tail[start + 1])
            # Without a word that can be its head, a kind of title costs INF from every place.
            if classes & RANK:
                ranked[start] = self._step(start, ranked, tail, RANK, _RANKED, INF)
            if classes & LOCAL:
                bare[start] = self._step(start, bare, tail, LOCAL, None, INF)
                self.office[start] = self._step(start, bare, tail, LOCAL, _OF_OFFICE, INF)
            if self.text[start] in _NO_FIRST:
                continue
            best = min(free[start], ranked[start], self.office[start], self._whole(start, tail))
            if classes & CIVIC:
                civic[start] = self._step(start, civic, tail, CIVIC, None, INF)
                best = min(best, self._step(start, civic, tail, CIVIC, _OF_TOWN, INF))
            if self.text[start] in _SIZES_OF_UNIT and all(end == start + 1 for end, _ in self.words[start]):
                best += _UNIT_FIRST
            self.title[start] = best
        # A last character alone is never a title: 裁判所|松|長.
        self.title[size - 1] = INF

    def _tail(self, start: int, tail: list[float]) -> float:
        """What may follow a head: 代理, 補佐, or ・ and another title."""
        if self.text[start] in _LINKS:
            return _LINK_COST + self.title[start + 1]
        if not self.classes & SUFFIX:
            return INF
        return min(
            (_SUFFIX_COST + tail[end] for end, flags in self.words[start] if flags & SUFFIX), default=INF
        )

    def _step(
        self,
        start: int,
        onward: list[float],
        tail: list[float],
        head: int,
        costs: _Costs | None,
        unknown: float,
    ) -> float:
        best = unknown + onward[start + 1]
        if self.text[start] == "・":
            best = min(best, _LINK_COST + onward[start + 1])
        for end, flags in self.words[start]:
            if flags & head and (cost := _HEAD_COST + tail[end]) < best:
                best = cost
            if costs is not None and onward[end] < INF:
                tight = _BEFORE_A_WHOLE if flags & LETTER and self._is_post(end) else 0.0
                best = min(best, costs[flags] + tight + onward[end])
        return best

    def _is_post(self, start: int) -> bool:
        """Whether the rest is a post by itself (本部長), which no lone character specifies (山本部長)."""
        return self.text[start:] in _WHOLE_POSTS

    def _whole(self, start: int, tail: list[float]) -> float:
        known = 0.3 if self.text[start:] in self.roster.titles else INF
        if not self.classes & FIXED:
            return known
        return min((known, *(_FIXED_COST + tail[end] for end, flags in self.words[start] if flags & FIXED)))

    # -- organizations, from left to right -----------------------------------------

    def organization(self, start: int, *, whole: bool) -> list[float]:
        """What the label costs from ``start`` to each place as an organization.

        With ``whole`` units within it count as part of it (国土交通省海事局), else the institution only.
        """
        text, size = self.text, len(self.text)
        costs = [INF] * (size + 1)
        if not self.may_close(whole=whole):
            return costs
        pending = [INF] * (size + 1)
        pending[start] = 0.0
        for length, cost in _STRANGE_OPENING:
            if start + length <= size and _is_proper(text[start : start + length]):
                pending[start + length] = cost
        free = [False] * (size + 1)
        for at in range(start, size):
            base = min(pending[at], costs[at] if whole else INF)
            if base == INF:
                continue
            opened, first = free[at], at == start
            strange = base + (_LINK_IN_ORG if text[at] in "・&-ー" else _UNKNOWN_OPENED if opened else _UNKNOWN_IN_ORG)
            if strange < pending[at + 1]:
                pending[at + 1] = strange
            free[at + 1] = free[at + 1] or opened
            fresh = first or (whole and costs[at] < INF) or opened
            for end, flags in self.words[at]:
                free[end] = free[end] or opened or bool(flags & ORG_PREFIX)
                if (inner := base + _within(flags, first)) < pending[end]:
                    pending[end] = inner
                if (closed := base + self._closing(at, start, flags, whole=whole, free=opened, fresh=fresh)) < costs[end]:
                    costs[end] = closed
        if start < size:
            self._listed(start, costs)
        return costs

    def may_close(self, *, whole: bool) -> bool:
        """Whether anything in the label can end an organization; in most there is a name before a post, and nothing can."""
        closers = _CLOSERS | UNIT if whole else _CLOSERS
        return bool(self.classes & closers or self.roster.organizations or not _CLOSING_REGIONS.isdisjoint(self.text))

    def _closing(self, at: int, start: int, flags: int, *, whole: bool, free: bool, fresh: bool) -> float:
        """What a word costs that ends an organization here; INF if it cannot.

        ``fresh`` says that the word is a whole name: nothing stands before it but bodies or 株式会社.
        """
        cost = _closing(flags, at == start, whole, free, fresh)
        if at == start:
            return cost
        last = self.text[at]
        if last == "府" and self.text.startswith("内閣", start):
            cost = min(cost, 1.4 if whole else 2.4)
        return min(cost, _UNLISTED_REGIONS[last]) if last in _UNLISTED_REGIONS and at > start + 1 else cost

    def _listed(self, start: int, costs: list[float]) -> None:
        for end, flags in self.words[start]:
            if flags & ORG_PREFIX:
                costs[end] = INF
        for name in self.roster.organizations:
            if self.text.startswith(name, start):
                costs[start + len(name)] = min(costs[start + len(name)], 0.5)


_CLOSERS = INSTITUTION | ACRONYM | REGION | COMPANY | ORG_PREFIX | ORG_SUFFIX | TRADE | MINISTRY
"""The classes of words that may end an organization, or let another do so, units apart; see `_closing`."""
_CLOSING_REGIONS = frozenset("府").union(_UNLISTED_REGIONS)


@lru_cache(maxsize=1024)
def _within(flags: int, first: bool) -> float:
    """What a word costs inside the name of an organization: a second place is rare."""
    cost = _IN_ORG[flags]
    if flags & (REGION | PLACE) and not flags & (NOUN | MODIFIER | TRADE):
        cost += 0.0 if first else 1.6
    return cost


@lru_cache(maxsize=4096)
def _closing(flags: int, first: bool, whole: bool, free: bool, fresh: bool) -> float:
    """What a word costs by its classes that ends an organization; ``first`` where it is all of it."""
    cost = INF
    if flags & (INSTITUTION | ACRONYM):
        cost = 1.0 if fresh else 4.0
    elif flags & REGION:
        cost = 1.3 if fresh else 4.0
    elif flags & COMPANY:
        cost = 1.8 if fresh else 4.0
    elif free and flags & (RUN | NOUN | PLACE | KANA):
        cost = 2.4
    if not first:
        if flags & ORG_SUFFIX:
            cost = min(cost, 0.5 if whole else 1.0)
        elif flags & TRADE:
            cost = min(cost, 0.6 if free else 2.8)
        if flags & MINISTRY:
            cost = min(cost, 1.4 if whole else 2.4)
        if whole and flags & UNIT:
            cost = min(cost, 0.6)
    return cost
