"""Formats by name: those built in, and those other packages offer as ``minutes_model.exporters``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, cast, runtime_checkable

from attrs import field, fields, frozen

from minutes_model.errors import ExportError, MinutesError
from minutes_model.model import Meeting
from minutes_model.registry import Registry
from minutes_model.result import ParseResult

if TYPE_CHECKING:
    import os

    from minutes_model.model import Node

__all__ = ["Export", "Exporter", "Loss", "export", "exporter", "exporters", "losses_of"]


@frozen
class Loss:
    """What a format could not express of a meeting, why, and how often.

    ``field`` names a field (``"Attendee.note"``), a whole class (``"Attendee"``), or with ``"*"`` all
    that is not plainly there.
    """

    field: str
    reason: str
    count: int = 1

    def __str__(self) -> str:
        return f"{self.field} ×{self.count}: {self.reason}"


def _losses(values: Iterable[Loss]) -> tuple[Loss, ...]:
    return tuple(values)


@frozen
class Export:
    """A meeting in some format, and what of it the format could not express."""

    data: str | bytes = field(
        repr=lambda data: f"<{len(data)} {'characters' if isinstance(data, str) else 'bytes'}>"
    )
    media_type: str
    losses: tuple[Loss, ...] = field(default=(), converter=_losses)

    @property
    def text(self) -> str:
        """The data as text. Raises `ExportError` for a format that is none (a workbook)."""
        if isinstance(self.data, str):
            return self.data
        try:
            return self.data.decode("utf-8")
        except UnicodeDecodeError:
            raise ExportError(f"{self.media_type} is no text") from None

    def write(self, path: str | os.PathLike[str]) -> Path:
        """Write the data to a file (text as UTF-8), and return its path."""
        target = Path(path)
        target.write_bytes(
            self.data if isinstance(self.data, bytes) else self.data.encode("utf-8", "replace")
        )
        return target


@runtime_checkable
class Exporter(Protocol):
    """What writes a meeting in one format; `exporter` makes one of a function.

    An exporter whose attribute ``results`` is true is given the whole `ParseResult` where there is one.
    """

    @property
    def name(self) -> str:
        """The name it is called by."""
        ...

    @property
    def media_type(self) -> str:
        """The media type of what it writes."""
        ...

    @property
    def suffix(self) -> str:
        """The suffix of files in the format, with its dot."""
        ...

    def export(self, meeting: Meeting, /, **options: Any) -> Export:
        """The meeting in this format."""
        ...


Written: TypeAlias = "str | bytes | Export"


@frozen(repr=False)
class _FunctionExporter:
    name: str
    media_type: str
    suffix: str
    results: bool
    function: Callable[..., Written]

    def __repr__(self) -> str:
        return f"<exporter {self.name!r}: {self.media_type}>"

    def export(self, meeting: Meeting, /, **options: Any) -> Export:
        found = self.function(meeting, **options)
        return found if isinstance(found, Export) else Export(found, self.media_type)

    @property
    def __doc__(self) -> str | None:  # type: ignore[override]
        return self.function.__doc__


def exporter(
    name: str, *, media_type: str, suffix: str, results: bool = False
) -> Callable[[Callable[..., Written]], Exporter]:
    """Make an exporter of a function that takes a meeting and options and gives text, bytes or an `Export`.

    With ``results`` the function is given the whole `ParseResult` where there is one. The exporter
    is not registered by this: name it as an entry point, or use ``exporters.register``.

    >>> @exporter("titles", media_type="text/plain", suffix=".txt")
    ... def titles(meeting):
    ...     return "\\n".join(item.title for item in meeting.agenda)
    >>> titles.export(Meeting()).media_type
    'text/plain'
    """

    def make(function: Callable[..., Written]) -> Exporter:
        return cast("Exporter", _FunctionExporter(name, media_type, suffix, results, function))

    return make


def _what_is_wrong(value: object) -> str | None:
    missing = [name for name in ("name", "media_type", "suffix", "export") if not hasattr(value, name)]
    return f"it has no {', '.join(missing)}" if missing else None


_HERE = "minutes_model.interchange"

exporters: Registry[Exporter] = Registry(
    "minutes_model.exporters",
    kind="exporter",
    builtins={
        "akn": f"{_HERE}.akoma_ntoso:AKN",
        "csv": f"{_HERE}.formats:CSV",
        "html": f"{_HERE}.html:HTML",
        "json": f"{_HERE}.formats:JSON",
        "markdown": f"{_HERE}.markdown:MARKDOWN",
        "xlsx": f"{_HERE}.formats:XLSX",
    },
    check=_what_is_wrong,
)
"""Every exporter by name: ``exporters["markdown"]``; ``exporters.entries()`` tells whose each is."""


def export(meeting_or_result: Meeting | ParseResult, name: str, /, **options: Any) -> Export:
    """A meeting in the format of that name, with what the format could not express.

    Raises `UnknownPluginError` for a name nobody offers, `ExportError` where the exporter fails.

    >>> export(Meeting(title="第３回 銀河会議 議事概要"), "markdown").text.splitlines()[0]
    '# 第３回 銀河会議 議事概要'
    """
    if not isinstance(meeting_or_result, Meeting | ParseResult):
        raise TypeError(f"expected a Meeting or a ParseResult, not {type(meeting_or_result).__name__}")
    chosen = exporters.get(name)
    whole = isinstance(meeting_or_result, Meeting) or getattr(chosen, "results", False)
    given = cast("Meeting", meeting_or_result if whole else cast("ParseResult", meeting_or_result).meeting)
    try:
        found: object = chosen.export(given, **options)
    except (MinutesError, TypeError):
        raise
    except Exception as error:  # an exporter may be anybody's
        raise ExportError(f"exporter {name!r} failed: {error!r}") from error
    if not isinstance(found, Export):
        raise ExportError(f"exporter {name!r} gave a {type(found).__name__}, not an Export")
    return found


def losses_of(meeting: Meeting, unexpressed: Mapping[str, str]) -> tuple[Loss, ...]:
    """A `Loss` for every field in ``unexpressed`` (``"Class.field"`` → reason) that this meeting fills.

    A field counts as filled where it does not hold its default; a class (``"Decision"``) counts its nodes.

    >>> losses_of(Meeting(venue="銀河会館"), {"Meeting.venue": "no place for it", "Meeting.body": "nor this"})
    (Loss(field='Meeting.venue', reason='no place for it', count=1),)
    """
    counts = Counter(place for node in _nodes(meeting) for place in _filled(node))
    return tuple(Loss(place, reason, counts[place]) for place, reason in unexpressed.items() if counts[place])


def _filled(node: Any) -> Iterator[str]:
    name = type(node).__name__
    yield name
    for attribute in fields(type(node)):
        if getattr(node, attribute.name) != attribute.default:
            yield f"{name}.{attribute.name}"


def _nodes(meeting: Meeting) -> Iterable[Any]:
    yield meeting
    if meeting.provenance is not None:
        yield meeting.provenance
    yield from meeting.attendees
    yield from meeting.agenda
    for _, node in meeting.walk():
        yield node
        yield from _speakers(node)


def _speakers(node: Node) -> Iterable[Any]:
    found = getattr(node, "speaker", None)
    return (found,) if found is not None else getattr(node, "people", ())
