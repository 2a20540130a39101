"""Entries of lists of those present: one entry, rows of spaced names, labels without a comma between.

The last two ask the word lists where layout says nothing, and leave alone what they are not sure of.
"""

from __future__ import annotations

import re
from functools import lru_cache
from math import prod

from attrs import evolve

from minutes_model.passing import passing
from minutes_model.patterns import regex
from minutes_model.people.designation import Designation, split_designation
from minutes_model.people.plain import plain_designation
from minutes_model.people.plausible import is_title, title_suffix
from minutes_model.people.variants import fold_variants
from minutes_model.people.words import word_list

__all__ = ["split_entry", "split_names", "split_run"]

_LONGEST_NAME = 8
_MARK = regex(r"[◎○◯〇●◇□■・※*☆★▽△▲]\s*(?=[^\s◎○◯〇●]{2})")
_MASKED = regex(r"[○◯〇●]{2}")
_DITTO = regex(r"同(?=\s)\s*")
_BEHIND = regex(r"(?P<core>.*\S)\s*[（(](?P<note>[^（()）]*)[)）]$", re.DOTALL)
# What a bracket behind a name may say of the part in this body; a profession there is a note.
_RANKS = regex(
    r"(?:副?(?:委員長|会長|座長|議長|部会長|分科会長|理事長|大臣|知事|市長|町長|村長|区長|主査|幹事長)|委員|専門委員|臨時委員|特別委員|幹事|理事|監事|議員|"
    r"構成員|大臣政務官|オブザーバー|教育長|長官|次長)(?:職務)?(?:代理|代行)?者?"
)
_IN_NAME = regex(r"[一-鿿㐀-䶿豈-﫿々〆ぁ-んァ-ヶー𠀀-𯿿\ufe00-\ufe0f\U000e0100-\U000e01ef]+")
_STRANGE_FAMILY, _STRANGE_GIVEN, _PER_NAME, _LONE_KANJI = 4.0, 2.5, 0.5, 0.7
_DEAREST = 3.5
_SURE, _SURER, _BESIDE_STRANGE = 1.0, 2.0, 3
_LEAST = 0.6
# An organization that holds an officer is two entries read as one.
_TWO = regex(r"[長官員]..")
_NEVER = 99.0


@passing(eq=False, repr=False)
class _Row:
    """The best division of the first pieces of a row, and what the next best costs more."""

    cost: float
    names: tuple[str, ...]
    rival: float = _NEVER


@lru_cache(maxsize=4096)
def _name_cost(name: str) -> float:
    """What a full name costs: nothing where surname and given name are both listed."""
    if not 1 < len(name) <= _LONGEST_NAME or not _IN_NAME.fullmatch(name):
        return _NEVER
    words = fold_variants(name)
    return _PER_NAME + min(_family(words[:at]) + _given(words[at:]) for at in range(1, len(words)))


def _family(name: str) -> float:
    lone = _LONE_KANJI if len(name) == 1 else 0.0
    if name in word_list("surnames"):
        return lone
    return _STRANGE_FAMILY + lone if len(name) < 4 else _NEVER


def _given(name: str) -> float:
    lone = _LONE_KANJI if len(name) == 1 else 0.0
    if name in word_list("given"):
        return lone
    return _STRANGE_GIVEN + lone if len(name) < 3 else _NEVER


def _better(row: _Row, other: _Row) -> _Row:
    """The cheaper of two divisions, which remembers the other's cost."""
    if other.cost < row.cost:
        row, other = other, row
    return _Row(row.cost, row.names, min(row.rival, other.cost))


def _divided(pieces: list[str]) -> _Row:
    best = [_Row(0.0, ())]
    for end in range(1, len(pieces) + 1):
        row = _Row(_NEVER, ())
        for start in range(max(0, end - _LONGEST_NAME), end):
            name = "".join(pieces[start:end])
            cost = _name_cost(name)
            if cost < _NEVER and best[start].cost < _NEVER:
                before = best[start]
                row = _better(row, _Row(before.cost + cost, (*before.names, name), before.rival + cost))
        best.append(row)
    return best[-1]


def split_names(text: str) -> tuple[str, ...] | None:
    """The full names of a row in which spaces stand within names as well as between them.

    A name begins and ends at white space. Gives the names as printed, without spaces; None where a
    name is of no known kind, or where two divisions are about as good.

    >>> split_names("石 原  進 森 下 俊 三 井 伊 雅 子")
    ('石原進', '森下俊三', '井伊雅子')
    >>> split_names("出席者は次のとおり") is None
    True
    """
    pieces = text.split()
    if not pieces:
        return None
    found = _divided(pieces)
    margin = found.rival - found.cost
    if found.cost >= _NEVER or margin < _SURE:
        return None
    strange = sum(_name_cost(name) > _DEAREST for name in found.names)
    # A name of no list among three that are, where no other division comes near.
    told = not strange or (margin >= _SURER and strange * _BESIDE_STRANGE < len(found.names))
    return found.names if told else None


def split_run(text: str) -> tuple[Designation, ...]:
    """The designations of an entry; more than one where a comma is missing between two.

    The entry is parted only behind a title, before a listed surname, where every part is a name with
    a title. The parts are as printed, so that their texts together are the entry.

    >>> [found.name for found in split_run("小島官房長緒方生活安全局長")]
    ['小島', '緒方']
    >>> len(split_run("原子力規制庁荻野長官官房審議官"))
    1
    """
    plain = plain_designation(text)
    parts = _parted(text) if plain is None else (plain,)
    return parts if len(parts) > 1 else (split_designation(text),)


@lru_cache(maxsize=512)
def _parted(text: str) -> tuple[Designation, ...]:
    """The surest way to read all of the words as people with titles; empty where there is none."""
    whole = _titled(text)
    found: list[tuple[Designation, ...]] = [(whole,)] if whole is not None else []
    for at in range(2, len(text) - 2):
        first = _titled(text[:at]) if _may_part(text, at) else None
        rest = _parted(text[at:]) if first is not None else ()
        if first is not None and rest:
            found.append((first, *rest))
    return max(found, key=_sureness, default=())


def _sureness(parts: tuple[Designation, ...]) -> float:
    """Entries that can be parted surely are: one post seldom holds another's title and surname."""
    return prod(part.confidence for part in parts) + 0.3 * (len(parts) > 1)


def _may_part(text: str, at: int) -> bool:
    """Whether a title ends here, the rest is none, and a surname begins."""
    return title_suffix(text[:at]) is not None and not is_title(text[at:]) and _surname_at(text[at:])


def _surname_at(words: str) -> bool:
    surnames = word_list("surnames")
    return any(fold_variants(words[:length]) in surnames for length in range(1, 5))


def _titled(words: str) -> Designation | None:
    """The words as one person with a title, where that is sure."""
    split = split_designation(words)
    if split.name is None or split.title is None or split.confidence < _LEAST:
        return None
    listed = len(split.name) > 1 and fold_variants(split.family or split.name) in word_list("surnames")
    return split if listed and not _TWO.search(split.organization or "") else None


def split_entry(text: str) -> tuple[Designation, ...]:
    """The people of one printed entry of a list; more than one where a comma is missing.

    A mark before it (◎, ○) goes; 同 before a name is its title, for the reader of the list to fill in;
    a rank in a bracket behind a bare name is the title (庄山 悦彦（会長）), all other brackets are notes,
    those behind one another parted by a space. Any string gives at least one `Designation`.

    >>> [(found.name, found.title, found.note) for found in split_entry("庄山 悦彦（会長）")]
    [('庄山悦彦', '会長', None)]
    >>> [(found.name, found.title, found.note) for found in split_entry("天野委員代理（槍田委員代理）（欠席）")]
    [('天野', '委員代理', '槍田委員代理 欠席')]
    """
    core = text.strip()
    if not _MASKED.match(core):
        core = _MARK.sub("", core, count=1) if _MARK.match(core) else core
    ditto = _DITTO.match(core)
    core, outer = _outer_notes(core[ditto.end() :] if ditto else core)
    parts = split_run(core) if _may_run(core) else (_ranked(split_designation(core)),)
    if ditto:
        parts = tuple(evolve(part, title=part.title or "同") for part in parts)
    if outer:
        parts = (*parts[:-1], evolve(parts[-1], note=" ".join([*filter(None, [parts[-1].note]), *outer])))
    return (evolve(parts[0], text=text),) if len(parts) == 1 else parts


def _may_run(core: str) -> bool:
    return len(core) > 8 and not re.search(r"[\s（(]", core)


def _outer_notes(core: str) -> tuple[str, list[str]]:
    """The entry with one bracket at most, and what the brackets behind that one say."""
    notes: list[str] = []
    while (found := _BEHIND.fullmatch(core)) and _BEHIND.fullmatch(found["core"]):
        notes.insert(0, found["note"].strip())
        core = found["core"]
    return core, [note for note in notes if note]


def _ranked(split: Designation) -> Designation:
    """A bare name with its rank in the bracket: the rank is its title."""
    if split.name and not split.title and split.note and _RANKS.fullmatch("".join(split.note.split())):
        return evolve(split, title="".join(split.note.split()), note=None, alternatives=())
    return split
