"""The hand lists of titles, organizations and variants, read on first need."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from attrs import frozen

__all__ = ["Titles", "titles"]


@frozen
class Titles:
    """The words of titles by what they do in one; see ``data/titles.toml``."""

    heads: frozenset[str]
    ranks: frozenset[str]
    rank_modifiers: frozenset[str]
    suffixes: frozenset[str]
    modifiers: frozenset[str]
    honorifics: frozenset[str]
    groups: frozenset[str]


def read_words(name: str) -> dict[str, list[str]]:
    """The tables of a hand list: each value split at white space."""
    table = tomllib.loads((files("minutes_model.people") / "data" / name).read_text(encoding="utf-8"))
    return {key: str(words).split() for key, words in table.items()}


@cache
def titles() -> Titles:
    """The words of ``data/titles.toml``.

    >>> "課長" in titles().heads, "委員" in titles().ranks
    (True, True)
    """
    return Titles(**{key: frozenset(words) for key, words in read_words("titles.toml").items()})
