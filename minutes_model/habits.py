"""The words a body has beyond those all use, as the grammar takes them.

They travel with the text they are looked for in, so that no stage needs to know whose they are.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field

from minutes_model.model.enums import Outcome
from minutes_model.passing import passing

__all__ = ["Habits", "Outcomes", "longest_first"]

Outcomes = tuple[tuple[str, Outcome], ...]
"""Words a deciding clause ends in, each with its outcome; the longest first."""


def longest_first(words: Mapping[str, Outcome]) -> Outcomes:
    """Words and outcomes in the order in which they are looked for: 不採択とした before 採択とした."""
    return tuple(sorted(words.items(), key=lambda pair: -len(pair[0])))


@passing(eq=False, repr=False)
class Habits:
    """Labels of the header with what they announce, words that decide, and groups of the lists that can speak (県).

    All are in one width, without white space. ``houses`` are the institutions of those listed who are no members, ``directors`` tells that officers sit on the body and present what they run.
    """

    labels: Mapping[str, str] = field(factory=dict)
    decisions: Outcomes = ()
    sides: frozenset[str] = frozenset()
    houses: frozenset[str] = frozenset()
    directors: bool = False
