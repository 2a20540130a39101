"""The readings of a label, each with its cost: where organization, name and title meet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from math import exp

from attrs import define, evolve

from minutes_model.passing import passing
from minutes_model.people.lattice import INF, Lattice, Roster
from minutes_model.people.names import name_cost
from minutes_model.people.words import titles

__all__ = ["Reading", "rank", "readings"]

Slice = tuple[int, int]
EMPTY: Slice = (0, 0)

_LONGEST_NAME = 24
_ORG_FIRST, _ORG_BEHIND = 0.3, 0.5
_NO_NAME, _NO_NAME_OF_BODY, _NO_NAME_OF_OFFICE, _KNOWN_TITLE = 4.2, 3.5, 1.2, 1.5
_NO_TITLE, _ORG_ALONE, _HONOURED = 4.4, 1.8, 0.2
_AT_GAP, _OVER_GAP, _DOUBLED = -0.8, 2.0, 2.0
_LISTED_HERE = 1.0
_HEADS_ITS_OFFICE = 1.5
_TITLE_WITHIN, _TITLE_ALONE = 2.5, 0.5
_DEAREST_BEFORE_BODY = 8.5
# At this sharpness what is said with .9 and more was right in 99 of 100 on every labelled set.
_SHARPNESS = 1.1
_NOISE = 15.0
_DOUBLES = "ー○●◎△□×・々ッ"


@passing(eq=False, repr=False)
class Reading:
    """One way to read a label: half-open slices of it, (0, 0) for a part it lacks."""

    cost: float
    organization: Slice = EMPTY
    name: Slice = EMPTY
    title: Slice = EMPTY
    family: int = 0


@define(slots=False, eq=False, repr=False)
class _Reader:
    text: str
    gaps: frozenset[int]
    roster: Roster
    honoured: bool

    @cached_property
    def lattice(self) -> Lattice:
        return Lattice(self.text, self.roster)

    @cached_property
    def whole(self) -> list[float]:
        """The costs of the label's beginnings as an organization with its units."""
        costs = self.lattice.organization(0, whole=True)
        return [0.0, *(cost + _ORG_FIRST for cost in costs[1:])]

    def name(self, start: int, end: int) -> tuple[float, int] | None:
        word = self.text[start:end]
        inner = [gap - start for gap in self.gaps if start < gap < end] if self.gaps else ()
        found = name_cost(word, inner[0] if len(inner) == 1 else 0)
        if word in self.roster.names:
            return _LISTED_HERE, found[1] if found else 0
        if found is None:
            return None
        extra = _OVER_GAP if len(inner) > 1 and not word.isascii() else 0.0
        return found[0] + extra + self._seam(end), found[1]

    def _seam(self, at: int) -> float:
        return _AT_GAP if at in self.gaps else 0.0

    def all(self) -> Iterator[Reading]:
        yield from self._named()
        yield from self._unnamed()
        if not self.honoured and self.lattice.may_close(whole=False):
            yield from self._body_behind()

    def _named(self) -> Iterator[Reading]:
        """[organization] name [title]."""
        size, title = len(self.text), self.lattice.title
        for start in range(size):
            if self.whole[start] == INF:
                continue
            for end in range(start + 1, min(size, start + _LONGEST_NAME) + 1):
                rest = (_HONOURED if self.honoured else _NO_TITLE) if end == size else title[end]
                if rest == INF or (found := self.name(start, end)) is None:
                    continue
                heads = start and end < size and self._heads(start, end)
                yield Reading(
                    self.whole[start] + found[0] + rest + (self._seam(start) if start else 0) - (_HEADS_ITS_OFFICE if heads else 0.0),
                    (0, start),
                    (start, end),
                    (end, size),
                    found[1],
                )

    def _heads(self, start: int, end: int) -> bool:
        """Whether a title is that of who heads the organization before the name: …事務所佐久間所長, 総務課高橋課長."""
        return self.text.endswith("長") and self.text.endswith(self.text[end:-1], 0, start)

    def _unnamed(self) -> Iterator[Reading]:
        """[institution] title, or an organization alone."""
        size, lattice = len(self.text), self.lattice
        if self.text in titles().alone:
            yield Reading(_TITLE_ALONE, title=(0, size))
        institution = lattice.organization(0, whole=False)
        if lattice.title[0] < INF:
            yield Reading(lattice.title[0] + self._nameless(), title=(0, size))
        for at in range(1, size):
            if institution[at] < INF and lattice.title[at] < INF:
                yield Reading(
                    institution[at] + lattice.title[at] + _NO_NAME_OF_BODY + self._seam(at),
                    (0, at),
                    title=(at, size),
                )
        if self.whole[size] < INF:
            alone = 0.2 if self.text in titles().groups else _ORG_ALONE
            if min(lattice.title[1:]) < 3.0:
                alone += _TITLE_WITHIN
            yield Reading(self.whole[size] + alone, (0, size))

    def _nameless(self) -> float:
        if self.lattice.office[0] < INF:
            return _NO_NAME_OF_OFFICE
        known = titles()
        listed = self.text in known.heads or self.text in known.ranks or self.text in known.fixed
        return _NO_NAME - _KNOWN_TITLE if listed else _NO_NAME

    def _body_behind(self) -> Iterator[Reading]:
        """name institution title: 山口内閣府大臣官房審議官."""
        size, title = len(self.text), self.lattice.title
        for start in range(1, min(6, size)):
            posts = [at for at in range(start + 2, size) if title[at] < INF]
            found = self.name(0, start) if posts else None
            if found is None or found[0] > _DEAREST_BEFORE_BODY:
                continue
            institution = self.lattice.organization(start, whole=False)
            for at in posts:
                if institution[at] < INF:
                    yield Reading(
                        found[0] + institution[at] + title[at] + _ORG_BEHIND,
                        (start, at),
                        (0, start),
                        (at, size),
                        found[1],
                    )


def readings(text: str, gaps: Iterable[int], roster: Roster, *, honoured: bool) -> list[Reading]:
    """Every reading of a label, the cheapest first, each place of the seams once.

    ``text`` is without spaces and in the forms of matching; ``gaps`` says where spaces were.
    ``honoured`` means that an honorific stood behind it, so that a name needs no title.
    """
    best: dict[tuple[Slice, Slice, Slice], Reading] = {}
    doubled = [at for at in range(1, len(text)) if text[at] == text[at - 1] and text[at] not in _DOUBLES]
    for reading in _Reader(text, frozenset(gaps), roster, honoured).all():
        reading = _undoubled(reading, doubled) if doubled else reading
        place = (reading.organization, reading.name, reading.title)
        if reading.cost < best.get(place, _WORST).cost:
            best[place] = reading
    return sorted(best.values(), key=lambda reading: reading.cost)


_WORST = Reading(INF)


def _undoubled(reading: Reading, doubled: list[int]) -> Reading:
    """A kanji printed twice is where two parts meet (浜|浜松市, 都|都市計画課長): elsewhere it costs."""
    seams = {edge for part in (reading.organization, reading.name, reading.title) for edge in part}
    missed = sum(at not in seams for at in doubled)
    return evolve(reading, cost=reading.cost + _DOUBLED * missed) if missed else reading


def rank(found: list[Reading]) -> list[tuple[float, Reading]]:
    """The readings with their shares of probability, over all and over none being right."""
    if not found:
        return []
    weights = [exp((found[0].cost - reading.cost) * _SHARPNESS) for reading in found]
    total = sum(weights) + exp((found[0].cost - _NOISE) * _SHARPNESS)
    return [(weight / total, reading) for weight, reading in zip(weights, found, strict=True)]
