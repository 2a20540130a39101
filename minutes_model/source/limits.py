"""How much of a file is read, and what reading it gives."""

from __future__ import annotations

from time import monotonic

from attrs import field, frozen
from attrs.validators import ge

from minutes_model.errors import NoTextError, SourceTooLargeError
from minutes_model.spans import Span

__all__ = ["Deadline", "Extract", "Limits"]

_UNITS = {"unpacked": "bytes of memory", "seconds": "seconds of work"}


@frozen(kw_only=True)
class Limits:
    """How much of a file is read before `SourceTooLargeError` stops it.

    ``bytes`` of the file; ``pages`` of a PDF; ``characters`` of the text taken out; ``unpacked``,
    the bytes that its content takes in memory, where XML and HTML count by the size of their trees;
    ``seconds`` of work on one file, looked at between its pages or parts.

    >>> Limits(pages=5000).pages
    5000
    """

    bytes: int = field(default=100_000_000, validator=ge(1))
    pages: int = field(default=2_000, validator=ge(1))
    characters: int = field(default=20_000_000, validator=ge(1))
    unpacked: int = field(default=400_000_000, validator=ge(1))
    seconds: float = field(default=120.0, validator=ge(0))

    def hold(self, what: str, found: float, name: str | None) -> None:
        """Raise `SourceTooLargeError` where ``found`` exceeds the limit called ``what``."""
        allowed = getattr(self, what)
        if found > allowed:
            raise SourceTooLargeError(
                f"reading it takes more than {allowed:,} {_UNITS.get(what, what)}; "
                f"if you trust the file, raise the limit: open_source(…, limits=Limits({what}=…))",
                name,
            )


class Deadline:
    """The time one file may take."""

    def __init__(self, limits: Limits, name: str | None) -> None:
        self._limits, self._name, self._start = limits, name, monotonic()

    def check(self) -> None:
        """Raise `SourceTooLargeError` once the time is spent."""
        self._limits.hold("seconds", monotonic() - self._start, self._name)


@frozen(kw_only=True)
class Extract:
    """The text of a file, and how it was come by."""

    text: str
    extractor: str
    encoding: str | None = None
    pages: tuple[Span, ...] = ()

    def held(self, limits: Limits, name: str | None) -> Extract:
        """This extract; raises `SourceTooLargeError` for too long a text, `NoTextError` for none."""
        limits.hold("characters", len(self.text), name)
        if not self.text.strip():
            raise NoTextError("the file holds no text; check that it was saved or downloaded whole", name)
        return self
