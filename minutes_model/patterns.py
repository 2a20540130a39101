"""Regular expressions that are compiled when they are first used.

The grammar has hundreds, of which a document needs a part, and compiling all of them takes longer
than reading most documents.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

__all__ = ["regex"]

_METHODS = ("match", "fullmatch", "search", "finditer", "findall", "split", "sub", "subn")


def regex(words: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What ``re.compile`` gives, compiled on first use.

    >>> bool(regex("第[0-9]+回").fullmatch("第12回"))
    True
    """
    return cast("re.Pattern[AnyStr]", _Late(words, flags))


class _Late:
    """Stands for a pattern: its methods are those of the compiled one, which the first use of any puts here."""

    __slots__ = ("_flags", "pattern", *_METHODS)

    def __init__(self, words: str | bytes, flags: int) -> None:
        self.pattern = words
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)
