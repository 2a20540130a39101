"""Whether installed packages offer anything at all, told without importing importlib.metadata.

That import and its reading of every package cost more than a short document does to parse; where
nobody offers anything, which is the rule, a look for the group's name in the same files will do.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from importlib.machinery import PathFinder

__all__ = ["may_offer"]

_METADATA = (".dist-info", ".egg-info")


def may_offer(group: str) -> bool:
    """Whether a package may offer entry points of that group; False only where none does.

    >>> may_offer("console_scripts")
    True
    """
    finders = (finder for finder in sys.meta_path if finder is not PathFinder)
    if any(hasattr(finder, "find_distributions") for finder in finders):
        return True
    return any(_offers(folder or os.curdir, group.encode()) for folder in sys.path)


def _offers(folder: str, group: bytes) -> bool:
    # Archives are for importlib.metadata to open.
    archive = os.path.isfile(folder) or folder.endswith(".egg")
    return archive or any(group in words for words in _points(folder))


def _points(folder: str) -> Iterator[bytes]:
    """The entry points of every package in a folder, as its files hold them."""
    try:
        names = [name for name in os.listdir(folder) if name.endswith(_METADATA)]
    except OSError:
        return
    for name in names:
        try:
            with open(os.path.join(folder, name, "entry_points.txt"), "rb") as file:
                yield file.read()
        except OSError:
            continue
