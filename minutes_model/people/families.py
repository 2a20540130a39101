"""Where a surname ends in a full name that is printed without a space."""

from __future__ import annotations

from functools import lru_cache

from minutes_model.people.names import name_cost
from minutes_model.people.variants import fold_variants
from minutes_model.people.words import word_list
from minutes_model.text import fold

__all__ = ["family_of", "possible_families"]


@lru_cache(maxsize=4096)
def family_of(name: str) -> str | None:
    """The surname of a full name without spaces; None for a surname alone and for what is no such name.

    >>> family_of("園部逸郎"), family_of("林真由子"), family_of("佐々木"), family_of("スミス")
    ('園部', '林', None, None)
    """
    if len(name) < 3:
        return None
    found = name_cost(fold_variants(fold(name)))
    return name[: found[1]] if found is not None and 0 < found[1] < len(name) else None


@lru_cache(maxsize=4096)
def possible_families(name: str) -> tuple[str, ...]:
    """Every surname of the lists a full name may begin with, where a listed given name follows.

    >>> possible_families("東海林太郎"), possible_families("林茂"), possible_families("北島")
    (('東海', '東海林'), ('林',), ())
    """
    words = fold_variants(fold(name))
    surnames, given = word_list("surnames"), word_list("given")
    cuts = range(1, len(words)) if words not in surnames else range(0)
    return tuple(name[:cut] for cut in cuts if words[:cut] in surnames and words[cut:] in given)
