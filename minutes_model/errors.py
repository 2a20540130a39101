"""Every exception of the library, under one base.

All are picklable and carry what they say as attributes too, so that a program
need not read the message.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from minutes_model.diagnostics import Diagnostic
    from minutes_model.spans import Span

__all__ = [
    "EncryptedSourceError",
    "EraError",
    "EraFormatError",
    "EraRangeError",
    "ExportError",
    "LoadError",
    "MinutesError",
    "MissingExtraError",
    "ModelError",
    "NoTextError",
    "ParseError",
    "PathLikeTextWarning",
    "PluginError",
    "PluginLoadError",
    "SchemaVersionError",
    "SourceError",
    "SourceTooLargeError",
    "UnknownEraError",
    "UnknownPluginError",
    "UnsupportedSourceError",
]


class MinutesError(Exception):
    """The base of every exception this library raises on bad data."""


class PathLikeTextWarning(UserWarning):
    """A `str` was parsed as text although it looks like the path of a file."""


class SourceError(MinutesError):
    """A file cannot be read as a source of minutes; ``name`` says which."""

    def __init__(self, message: str, name: str | None = None) -> None:
        super().__init__(message, name)
        self.message = message
        self.name = name

    def __str__(self) -> str:
        return f"{self.name}: {self.message}" if self.name else self.message


class UnsupportedSourceError(SourceError, ValueError):
    """The file is of a kind, or in an encoding, that is not read here."""


class EncryptedSourceError(SourceError):
    """The file is locked with a password."""


class NoTextError(SourceError):
    """The file holds no text, such as a PDF of scanned pages."""


class SourceTooLargeError(SourceError):
    """The file exceeds one of the limits given in `Limits`."""


class ParseError(MinutesError, ValueError):
    """A strict parse met diagnostics of severity ERROR; all are in ``diagnostics``."""

    def __init__(self, message: str, diagnostics: Iterable[Diagnostic] = ()) -> None:
        self.diagnostics: tuple[Diagnostic, ...] = tuple(diagnostics)
        super().__init__(message, self.diagnostics)
        self.message = message

    def __str__(self) -> str:
        return self.message


class EraError(MinutesError, ValueError):
    """An era date cannot be read or does not exist.

    ``text`` is the whole string given, ``span`` the characters at fault in it,
    ``reason`` the cause in one sentence.
    """

    def __init__(self, reason: str, text: str = "", span: Span | None = None) -> None:
        super().__init__(reason, text, span)
        self.reason = reason
        self.text = text
        self.span = span

    def __str__(self) -> str:
        where = f" at {self.span.start}..{self.span.end}" if self.span is not None else ""
        return f"{self.reason}: {self.text!r}{where}" if self.text else self.reason


class UnknownEraError(EraError):
    """No such era name."""


class EraRangeError(EraError):
    """The day does not exist, or not under that era."""


class EraFormatError(EraError):
    """The text is no date expression, or the format string no format."""


class LoadError(MinutesError, ValueError):
    """Data cannot be loaded; ``problems`` lists each path and its cause."""

    def __init__(self, message: str, problems: Iterable[tuple[str, str]] = ()) -> None:
        self.problems: tuple[tuple[str, str], ...] = tuple(problems)
        super().__init__(message, self.problems)
        self.message = message

    def __str__(self) -> str:
        return "\n".join([self.message, *(f"  {path}: {cause}" for path, cause in self.problems)])


class SchemaVersionError(LoadError):
    """The data were written by a newer major version of the schema."""


class ModelError(MinutesError, ValueError):
    """A value does not fit the model, or a look-up in it has no single answer."""


class ExportError(MinutesError):
    """An exporter cannot write this meeting."""


class MissingExtraError(MinutesError, ImportError):
    """An optional library is not installed; ``extra`` names the extra that brings it."""

    def __init__(self, extra: str, purpose: str = "this") -> None:
        super().__init__(extra, purpose)
        self.extra = extra
        self.purpose = purpose

    def __str__(self) -> str:
        return f"{self.purpose} needs an optional library: pip install 'minutes-model[{self.extra}]'"

    def __reduce__(self) -> tuple[Any, ...]:
        # ImportError reduces by its own state, which loses our arguments.
        return type(self), (self.extra, self.purpose)


class PluginError(MinutesError):
    """A registered exporter or profile cannot be used."""


class UnknownPluginError(PluginError, LookupError):
    """No exporter or profile of that name is registered."""


class PluginLoadError(PluginError):
    """A registered exporter or profile fails to import."""
