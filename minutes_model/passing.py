"""Values that live within one parse: type checkers hold them for frozen, and at run time nothing sees to it.

A document has thousands of them, and attrs takes three times as long to make one that is frozen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from attrs import frozen as passing
else:
    from attrs import define as passing

__all__ = ["passing"]
