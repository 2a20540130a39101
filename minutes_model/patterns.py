"""Regular expressions that are compiled when they are first used.

The grammar has hundreds, of which a document needs a part, and compiling all of them takes longer
than reading most documents.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

__all__ = ["regex"]

_PARTS = ("match", "fullmatch", "search", "finditer", "findall", "split", "sub", "subn", "flags", "groups", "groupindex")


def regex(words: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What ``re.compile`` gives, compiled on first use.

    >>> bool(regex("第[0-9]+回").fullmatch("第12回"))
    True
    """
    return cast("re.Pattern[AnyStr]", _Late(words, flags))


class _Pattern:
    """What a compiled pattern can do."""

    __slots__ = ("_given", "pattern", *_PARTS)

    def __init__(self, words: str | bytes, flags: int) -> None:
        self.pattern = words
        self._given = flags


class _Late(_Pattern):
    """One that is not compiled yet: the first use of any part brings all of them, and ends its being late."""

    __slots__ = ()

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self._given)
        for part in _PARTS:
            setattr(self, part, getattr(compiled, part))
        # A class with this method looks every attribute up by a detour.
        object.__setattr__(self, "__class__", _Pattern)
        return getattr(compiled, name)
