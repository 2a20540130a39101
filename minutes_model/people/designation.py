"""From what minutes call a person, or an office, to its parts.

Before a name everything is organization (国土交通省海事局|後藤|海技課長); behind it, or without a name, only
the institution is (山口|内閣府|大臣官房審議官).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from functools import lru_cache
from typing import Any

from attrs import define, evolve, field, frozen

from minutes_model.patterns import regex
from minutes_model.people.lattice import Roster
from minutes_model.people.names import name_cost
from minutes_model.people.plausible import JOINS_POSTS, is_title, title_suffix
from minutes_model.people.readings import Reading, rank, readings
from minutes_model.people.variants import fold_variants
from minutes_model.people.words import titles
from minutes_model.text import fold

__all__ = ["SURE_APART", "Designation", "Known", "split_designation"]

_LONGEST = 64
_LONGEST_PRINTED = 200
_ALTERNATIVES = 2
SURE_APART = 0.97
"""The confidence where parts are told apart by rule."""
_BRACKET = regex(r"(?P<core>.+?)\s*\((?P<inner>[^()]*(?:\([^()]*\)[^()]*)?)\)$", re.DOTALL)
# A seat number before a name is neither name nor title: 2番 山田議員.
_SEVERAL = regex(r"(?:委員|議員|構成員|[^員]員|[長官])[、，・](?=.*(?:委員|議員|構成員|[長官])\s*$)")
_SEVERAL_MARKS = frozenset("、，・")
_SEATED = regex(r"(?:[0-9]{1,3}|[一二三四五六七八九十百]{1,6})番(?![ヶケヵカ場匠合])(?:議員|委員)?\s*(?=\S)")
_GAP = regex(r"\s+")
_PIECES = 2
"""A title or an office before a name has a gap behind it."""
_JOINED = regex(r"(?P<office>.{2,}?)[:：](?P<name>.+)", re.DOTALL)
_NUMBERED = regex(
    r"(?P<title>委員|構成員|議員|評議員|参考人|発言者|質問者)(?P<name>[0-9]{1,2}|[A-Z]|[甲乙丙丁])$"
)
_SEAT = regex(r"(?:[0-9]{1,3}|[一二三四五六七八九十百]{1,6})番(?:委員|議員)?")
_OTHERS = regex(
    r"(?P<core>.{2,}?)\s*(?:、|,)?\s*(?P<others>(?:ほか|他|外)(?:[0-9]{1,3}[名人])?)", re.DOTALL
)
_OTHERS_FIRST = frozenset("ほ他外")
"""With what the word for others begins."""
_OF_OFFICE = regex(r"(?P<office>(?:(?:株式|有限|合同|合資)会社|[一-龥]{2,4}法人).{1,24}|.{2,30}?(?:[省庁府局部課室係所院会校社構署県市町村]|センター|本部|大学|支店|法人|組合|団体|財団|事業団|公団|連盟|銀行|警察|学部|実施機関))の(?P<person>[一-龥ァ-ヴ].+)", re.DOTALL)
"""環境省の田中課長, 株式会社みどりの田中所長: the office told by a particle."""
_OF_STANDING = regex(r"(?P<standing>所有者|申請者|届出者|事業者|提案者|発案者|発明者|請願者|陳情者|請求人|公述人|参考人|証人|代理人|当事者|有識者|専門家|遺族|保護者|利用者|経験者|店主|家主)の(?P<person>[一-龥ァ-ヴ].+)", re.DOTALL)
"""所有者の浦島氏: as what somebody came, told by a particle."""
_SELECTORS = regex("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_ABOUT = regex(r"担当|参加|出席|欠席|代理|退席|オンライン|web|WEB|弁護士|議長|会長|委員$|大学|協会")


def _tuple(items: Iterable[Designation]) -> tuple[Designation, ...]:
    return tuple(items)


@frozen(kw_only=True)
class Designation:
    """A label and its parts, each as printed without white space, None where it has none.

    ``family`` and ``given`` are set where they can be told apart; ``note`` is what stands in a bracket
    behind it; ``confidence`` (0..1) is the share of this reading among all there are, and
    ``alternatives`` are the next ones, at most two, without alternatives of their own.

    >>> Designation(text="小川委員", name="小川", title="委員").name
    '小川'
    """

    text: str
    organization: str | None = None
    name: str | None = None
    family: str | None = None
    given: str | None = None
    title: str | None = None
    honorific: str | None = None
    note: str | None = None
    confidence: float = 0.0
    alternatives: tuple[Designation, ...] = field(default=(), converter=_tuple, repr=False)


def split_designation(text: str, *, roster: Iterable[object] | Known = ()) -> Designation:
    """Split what minutes call a speaker or an attendee into organization, name and title.

    ``roster`` are people known to be at the meeting: strings (names, or designations), or objects with
    ``name``, ``title`` and ``organization``. Any string gives a `Designation`; the empty one has no
    name, no title, and confidence 0, and so has one that names several people (小川委員、大島委員). Raises `TypeError` for what is no string.

    >>> split = split_designation("国土交通省後藤海技課長")
    >>> split.organization, split.name, split.title
    ('国土交通省', '後藤', '海技課長')
    >>> split_designation("吉川（洋）委員").name, split_designation("委員長（小野寺康典君）").honorific
    ('吉川（洋）', '君')
    """
    if not isinstance(text, str):
        raise TypeError(f"a designation is a str, not {type(text).__name__}")
    if isinstance(roster, str):
        raise TypeError("roster holds the people known, one by one; a str is none")
    if not _SEVERAL_MARKS.isdisjoint(text) and _SEVERAL.search(text):
        return Designation(text=text, confidence=0.0)
    known = roster if isinstance(roster, Known) else Known.of(roster)
    return _split(text, known.within(text))


RosterKey = tuple[frozenset[str], frozenset[str], frozenset[str]]
_NONE: frozenset[str] = frozenset()
_NOBODY: RosterKey = (_NONE, _NONE, _NONE)


@define(eq=False, repr=False)
class _Index:
    """Words in the forms of matching, by the character they begin with."""

    found: dict[str, set[str]] = field(factory=dict)

    def __bool__(self) -> bool:
        return bool(self.found)

    def add(self, word: str) -> None:
        if word:
            self.found.setdefault(word[0], set()).add(word)

    def within(self, label: str) -> frozenset[str]:
        """Those that occur in a label."""
        return frozenset([word for first in self.found.keys() & set(label) for word in self.found[first] if word in label])


@define(eq=False, repr=False)
class Known:
    """Names, titles and organizations of people known to be at a meeting, in the forms of matching."""

    titles: _Index = field(factory=_Index)
    organizations: _Index = field(factory=_Index)
    names: _Index = field(factory=_Index)
    called: dict[str, set[str]] = field(factory=dict)
    """The names by their first character whose surnames are still to be told: most begin as no label holds."""
    people: list[object] = field(factory=list)
    """Those whose words are still to be taken: in many documents no label is ever split."""

    @classmethod
    def of(cls, people: Iterable[object]) -> Known:
        """All of these people: strings, or objects with ``name``, ``title`` and ``organization``."""
        known = cls()
        for person in people:
            known.add(_split(person, _NOBODY) if isinstance(person, str) else person)
        return known

    def add(self, person: object) -> None:
        """One more of them."""
        self.people.append(person)

    def _take(self, person: object) -> None:
        name, title = getattr(person, "name", None), getattr(person, "title", None)
        if name and (words := _match(name)):
            self.called.setdefault(words[0], set()).add(words)
        if title:
            self.titles.add(_match(title))
        organization = getattr(person, "organization", None)
        if organization:
            self.organizations.add(_match(organization))

    def within(self, text: str) -> RosterKey:
        """Those that occur in a label: the same for many documents, which share what was split before."""
        while self.people:
            self._take(self.people.pop())
        if not (self.called or self.names or self.titles or self.organizations):
            return _NOBODY
        words = _match(text)
        for first in self.called.keys() & set(words):
            for form in (form for name in self.called.pop(first) for form in _forms(name)):
                self.names.add(form)
        return self.names.within(words), self.titles.within(words), self.organizations.within(words)


def _occurring(known: Set[str], words: str) -> frozenset[str]:
    return frozenset([word for word in known if word in words])


def _narrowed(text: str, key: RosterKey) -> RosterKey:
    """Of what occurs in a label that which occurs in a part of it, which other labels share (委員, 総務課長)."""
    if key == _NOBODY:
        return _NOBODY
    words = _match(text)
    names, titles, organizations = key
    return _occurring(names, words), _occurring(titles, words), _occurring(organizations, words)


def _part(text: str, key: RosterKey) -> Designation:
    """A part of a label, split by itself."""
    return _split(text, _narrowed(text, key))


@lru_cache(maxsize=1024)
def _roster(key: RosterKey) -> Roster:
    return Roster(*key)


def _forms(words: str) -> set[str]:
    """What a listed person may be called by: the name, in the form of matching, its surname, and both without a bracket."""
    cost = name_cost(words)
    forms = {words, words[: cost[1]] if cost and cost[1] else words}
    return forms | {form[: form.index("(")] for form in forms if "(" in form}


@lru_cache(maxsize=4096)
def _match(words: str) -> str:
    return fold_variants(fold(_SELECTORS.sub("", "".join(words.split()))))


_COLLECTIVE = frozenset(("関係者", "関係職員", "担当者", "代表者"))


@lru_cache(maxsize=4096)
def _split(text: str, key: RosterKey) -> Designation:
    core = text.strip().rstrip("：:、，,。 \u3000")
    if not core or len(core) > _LONGEST_PRINTED:
        return Designation(text=text)
    found = None if _OTHERS_FIRST.isdisjoint(core) else _OTHERS.fullmatch(fold(core))
    if found is not None and title_suffix(found["core"]) is not None:
        return _with(
            _bracketed(core[: found.end("core")], key), text=text, note=core[found.start("others") :]
        )
    split = _with(_bracketed(core, key), text=text)
    # 海技教育振興機構関係者 names nobody.
    return evolve(split, name=None, family=None, given=None, title=split.name) if split.name in _COLLECTIVE and split.title is None else split


def _with(split: Designation, **changes: Any) -> Designation:
    """The designation and its alternatives with some of their parts set."""
    if all(getattr(one, part) == value for one in (split, *split.alternatives) for part, value in changes.items()):
        return split
    return evolve(split, alternatives=[evolve(other, **changes) for other in split.alternatives], **changes)


def _bracketed(text: str, key: RosterKey) -> Designation:
    """A designation with a bracket behind it: a note, or the name itself."""
    found = _BRACKET.fullmatch(fold_variants(fold(text))) if text.endswith((")", "）")) else None
    if found is None:
        return _joined(text, key)
    core, inner = text[: found.end("core")], text[found.start("inner") : found.end("inner")]
    outer = _joined(core, key)
    if outer.name is None and not _ABOUT.search(inner):
        held = _part(inner, key)
        if (
            held.name is not None
            and held.organization is None
            and (held.title is None or outer.title is None)
            and (outer.title or outer.organization)
        ):
            return _held(outer, held)
    return _with(outer, note=inner.strip() or None)


def _held(outer: Designation, held: Designation) -> Designation:
    """委員長（小野寺康典君）, 国土交通省（鶴田課長補佐）, 議長 芦田 慎三 内閣総理大臣: title and person apart.

    The first title is the one borne here; another is a note.
    """
    sure = min(SURE_APART, max(0.5, outer.confidence) * max(0.9, held.confidence))
    note = held.title if outer.title and held.title else held.note
    return evolve(
        held,
        organization=outer.organization,
        title=outer.title or held.title,
        note=note,
        confidence=round(sure, 4),
        alternatives=(),
    )


def _joined(text: str, key: RosterKey) -> Designation:
    """事務局：山本, and titles before names: 主査 関."""
    folded = fold_variants(fold(text))
    if "番" in folded and _SEAT.fullmatch(folded):
        return Designation(text=text, title=text, confidence=SURE_APART)
    seated = _SEATED.match(folded) if "番" in folded else None
    if seated and (person := _part(text[seated.end() :], key)).name is not None:
        return person
    of_office = _OF_OFFICE.fullmatch(folded) if "の" in folded else None
    if of_office is not None and (person := _part(text[of_office.start("person") :], key)).name and (person.title or person.honorific) and person.organization is None:
        return evolve(person, organization="".join(text[: of_office.end("office")].split()))
    as_what = _OF_STANDING.fullmatch(folded) if "の" in folded else None
    if as_what is not None and (person := _part(text[as_what.start("person") :], key)).name and (person.title or person.honorific):
        return evolve(person, title=person.title or text[: as_what.end("standing")])
    both = JOINS_POSTS.search(folded) if "(" in folded else None
    if both is not None and title_suffix(text[both.end() :]) is not None and (person := _part(text[: both.start()], key)).title:
        return evolve(person, title="".join((person.title + text[both.start() :]).split()))
    parted = _JOINED.fullmatch(folded) if ":" in folded else None
    if parted is None:
        return _titled_first(text, folded, key) or _honoured(text, key)
    return _behind(text[: parted.end("office")], text[parted.start("name") :], key) or _honoured(text, key)


def _titled_first(text: str, folded: str, key: RosterKey) -> Designation | None:
    pieces = folded.split()
    numbered = _NUMBERED.fullmatch("".join(pieces))
    if numbered:
        squeezed = "".join(text.split())
        cut = numbered.end("title")
        return Designation(text=text, name=squeezed[cut:], title=squeezed[:cut], confidence=SURE_APART)
    for gap in () if len(pieces) < _PIECES or is_title(text) else _GAP.finditer(text):
        front = text[: gap.start()]
        if title_suffix(front) is not None or front in titles().groups:
            return _behind(front, text[gap.end() :], key)
    return None


def _behind(front: str, person: str, key: RosterKey) -> Designation | None:
    """A title or an office before a name; None unless a name follows."""
    held = _part(person, key)
    if held.name is None or held.organization is not None:
        return None
    if front in titles().groups:
        return evolve(held, organization=front, confidence=max(0.9, held.confidence))
    split = _part(front, key)
    outer = next((one for one in (split, *split.alternatives) if one.name is None and one.title), None)
    return None if outer is None else _held(outer, held)


def _honoured(text: str, key: RosterKey) -> Designation:
    squeezed = "".join(text.split())
    for length in (2, 1, 3):
        honorific = squeezed[-length:]
        if (
            honorific in titles().honorifics
            and len(squeezed) > length
            and not is_title(squeezed)
            and honorific != "師"
        ):
            bare = _cut(text, length)
            return _with(_read(bare, _narrowed(bare, key), honoured=True), honorific=honorific)
    return _read(text, _narrowed(text, key), honoured=False)


def _cut(text: str, count: int) -> str:
    """The text without its last ``count`` visible characters."""
    for _ in range(count):
        text = text.rstrip()[:-1]
    return text.rstrip()


@lru_cache(maxsize=4096)
def _read(text: str, key: RosterKey, *, honoured: bool) -> Designation:
    pieces = _SELECTORS.sub("", text).split()
    squeezed = "".join(pieces)
    if len(squeezed) > _LONGEST or not squeezed:
        return Designation(text=text)
    gaps, at = [], 0
    for piece in pieces[:-1]:
        at += len(piece)
        gaps.append(at)
    ranked = rank(readings(fold_variants(fold(squeezed)), gaps, _roster(key), honoured=honoured))
    if not ranked:
        return Designation(text=text)
    others = [_made(text, squeezed, share, reading) for share, reading in ranked[1 : _ALTERNATIVES + 1]]
    return _made(text, squeezed, *ranked[0], others)


def _made(text: str, squeezed: str, share: float, reading: Reading, alternatives: Iterable[Designation] = ()) -> Designation:
    name = squeezed[slice(*reading.name)] or None
    told = name is not None and 0 < reading.family <= len(name)
    return Designation(
        text=text,
        organization=squeezed[slice(*reading.organization)] or None,
        name=name,
        family=name[: reading.family] if name and told else None,
        given=_given_of(name, reading.family) if name and told else None,
        title=squeezed[slice(*reading.title)] or None,
        confidence=round(share, 4),
        alternatives=alternatives,
    )


def _given_of(name: str, family: int) -> str | None:
    """What follows the surname, unless it is a bracket that tells namesakes apart."""
    given = name[family:]
    return given if given and given[0] not in "（(" else None
