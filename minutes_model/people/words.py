"""The word lists: hand lists of titles and organizations, and large lists of names and nouns.

All are read on first need. A large list has a line for each first character, in their order, with the
words of that character on it; a line is decoded and made a set when its character is first asked for, so
that loading costs little time and memory. The words are in the forms of `fold_variants`.
"""

from __future__ import annotations

import pkgutil
import re
from bisect import bisect_left
from functools import cache

from attrs import field

from minutes_model.passing import passing

__all__ = ["Organizations", "Titles", "WordList", "organizations", "read_data", "read_words", "titles", "word_list"]

_DATA = "minutes_model.people"


@passing(eq=False, repr=False)
class Titles:
    """The words of titles by what they do in one; see ``data/titles.toml``."""

    heads: frozenset[str]
    ranks: frozenset[str]
    civic: frozenset[str]
    alone: frozenset[str]
    fixed: frozenset[str]
    rank_modifiers: frozenset[str]
    suffixes: frozenset[str]
    modifiers: frozenset[str]
    honorifics: frozenset[str]
    groups: frozenset[str]


@passing(eq=False, repr=False)
class Organizations:
    """The words organizations are told by; see ``data/orgs.toml``."""

    institutions: frozenset[str]
    prefixes: frozenset[str]
    openers: frozenset[str]
    suffixes: frozenset[str]
    trades: frozenset[str]
    units: frozenset[str]
    local_offices: frozenset[str]
    acronyms: frozenset[str]


@passing(eq=False, repr=False)
class WordList:
    """A large list of words, held as lines of UTF-8, which sort as characters do, until one is asked for.

    >>> surnames = WordList(["後藤 後閑".encode(), "斎藤".encode()])
    >>> "後藤" in surnames, "後" in surnames, "" in surnames
    (True, False, False)
    """

    _lines: list[bytes]
    _sets: _Opened = field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_sets", _Opened(self._lines))

    def __contains__(self, word: str) -> bool:
        return word in self._sets[word[:1]]

    def of(self, first: str) -> frozenset[str]:
        """The words that begin with a character."""
        return self._sets[first]


class _Opened(dict[str, frozenset[str]]):
    """The words by their first character, from the line that is opened where they are first asked for."""

    def __init__(self, lines: list[bytes]) -> None:
        super().__init__()
        self.lines = lines

    def __missing__(self, first: str) -> frozenset[str]:
        lead = first.encode("utf-8", "surrogatepass")
        at = bisect_left(self.lines, lead)
        found = first != "" and at < len(self.lines) and self.lines[at].startswith(lead)
        self[first] = words = frozenset(self.lines[at].decode().split() if found else ())
        return words


def read_words(name: str) -> dict[str, list[str]]:
    """The tables of a hand list: each value split at white space."""
    # The lists are TOML of this one shape; to load tomllib takes longer than to read them all.
    tables = re.findall(r"^(\w+) = '''(.*?)'''", read_data(name), re.M | re.S)
    return {key: words.split() for key, words in tables}


def read_data(name: str) -> str:
    """The text of a file under ``data/``."""
    return _read(name).decode()


def _read(name: str) -> bytes:
    # importlib.resources, which reads it as well, takes longer to load than the file.
    data = pkgutil.get_data(_DATA, f"data/{name}")
    assert data is not None, f"{name} is missing in the package"
    return data


@cache
def titles() -> Titles:
    """The words of ``data/titles.toml``.

    >>> "課長" in titles().heads, "委員" in titles().ranks
    (True, True)
    """
    return Titles(**{key: frozenset(words) for key, words in read_words("titles.toml").items()})


@cache
def organizations() -> Organizations:
    """The words of ``data/orgs.toml``.

    >>> "総務省" in organizations().institutions, "大学" in organizations().suffixes
    (True, True)
    """
    return Organizations(**{key: frozenset(words) for key, words in read_words("orgs.toml").items()})


@cache
def word_list(name: str) -> WordList:
    """One of the large lists: surnames, given, places, nouns or companies.

    >>> "後藤" in word_list("surnames"), "横浜" in word_list("places")
    (True, True)
    """
    return WordList(_read(f"{name}.txt").splitlines())
