"""The words a body has beyond those all use, as the grammar takes them.

They travel with the text they are looked for in, so that no stage needs to know whose they are.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from minutes_model.model.enums import Outcome

__all__ = ["Habits", "Outcomes"]

Outcomes = tuple[tuple[str, Outcome], ...]
"""Words a deciding clause ends in, each with its outcome; the longest first."""


def _longest_first(words: Mapping[str, Outcome]) -> Outcomes:
    ends = ((word.rstrip("。"), outcome) for word, outcome in words.items())
    return tuple(sorted(ends, key=lambda pair: -len(pair[0])))


@frozen
class Habits:
    """Labels of the header with what they announce, and words that decide; in one width, without white space.

    >>> Habits({"側用人": "people"}, {"沙汰止み": Outcome.REJECTED}).decisions
    (('沙汰止み', <Outcome.REJECTED: 'rejected'>),)
    """

    labels: Mapping[str, str] = field(factory=dict)
    decisions: Outcomes = field(factory=dict, converter=_longest_first)
