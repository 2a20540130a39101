"""The check of exporters."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import attrs

from minutes_model.interchange.registry import Export, Exporter, Loss
from minutes_model.model import (
    AgendaItem,
    AttendanceChange,
    Attendee,
    Decision,
    Explanation,
    Meeting,
    Narration,
    Provenance,
    Remark,
    Response,
    Speaker,
)
from minutes_model.testing.samples import sample_meeting, sample_result
from minutes_model.testing.strategies import meetings

__all__ = ["check_exporter"]


def check_exporter(exporter: Exporter, /, *, examples: int = 25, **options: Any) -> None:
    """Assert that an exporter keeps its promises; for the tests of its package.

    It has a name, a media type and a suffix; it takes an empty meeting, one in which everything is
    filled, and ``examples`` made-up ones full of awkward characters; what it gives is an `Export`
    that can be written as a file; and every string of a meeting is either in it or named in its
    losses. ``options`` are passed on to the exporter. Raises `AssertionError`, which says what is wrong.

    >>> from minutes_model.interchange.registry import exporters
    >>> check_exporter(exporters["markdown"], examples=5)
    """
    _check_description(exporter)
    _check_export(exporter, Meeting(), options)
    _check_export(exporter, sample_meeting(), options)
    if getattr(exporter, "results", False):
        _check_export(exporter, sample_result(), options)
    _check_losses(exporter, options)
    _check_made_up(exporter, examples, options)


def _check_description(exporter: Exporter) -> None:
    for name in ("name", "media_type", "suffix"):
        assert isinstance(getattr(exporter, name, None), str), f"an exporter has a {name}, a str"
    assert "/" in exporter.media_type, f"{exporter.media_type!r} is no media type"
    assert exporter.suffix.startswith("."), f"the suffix {exporter.suffix!r} begins with no dot"


def _check_export(exporter: Exporter, given: Any, options: dict[str, Any]) -> str:
    """The data as text to look for words in."""
    found: object = exporter.export(given, **options)
    assert isinstance(found, Export), f"export gives an Export, not a {type(found).__name__}"
    assert isinstance(found.data, str | bytes), f"its data is str or bytes, not {type(found.data).__name__}"
    assert found.media_type == exporter.media_type, f"its media type is {found.media_type!r}"
    assert all(isinstance(loss, Loss) for loss in found.losses), "its losses are of class Loss"
    if isinstance(found.data, str):
        # A lone surrogate would fail only when the file is written.
        found.data.encode("utf-8")
        return found.data
    return _unpacked(found.data)


def _unpacked(data: bytes) -> str:
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return data.decode("utf-8", "replace")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


def _check_losses(exporter: Exporter, options: dict[str, Any]) -> None:
    words: dict[str, str] = {}
    meeting = _marked(sample_meeting(), words)
    text = _check_export(exporter, meeting, options)
    lost = {loss.field for loss in exporter.export(meeting, **options).losses}
    silent = sorted({
        place for word, place in words.items()
        if word not in text and not lost & {place, place.split(".")[0], "*"}
    })  # fmt: skip
    assert not silent, f"neither expressed nor named in the losses: {', '.join(silent)}"


_REFERENCES = ("id", "attendee_id", "candidates", "in_reply_to", "kind")


def _marked(value: Any, words: dict[str, str]) -> Any:
    """The value with a word of its own in every string field; ``words`` tells where each stands."""
    if isinstance(value, tuple):
        return tuple(_marked(part, words) for part in value)
    if not attrs.has(type(value)) or not isinstance(value, _MARKED):
        return value
    changes: dict[str, Any] = {}
    for attribute in attrs.fields(type(value)):
        old = getattr(value, attribute.name)
        if not attribute.init or attribute.name in _REFERENCES:
            continue
        if type(old) is str and old:
            changes[attribute.name] = f"word{len(words)}x"
            words[changes[attribute.name]] = f"{type(value).__name__}.{attribute.name}"
        else:
            changes[attribute.name] = _marked(old, words)
    return attrs.evolve(value, **changes)


_MARKED = (
    Meeting, Attendee, AgendaItem, Remark, Response, Explanation, Decision, AttendanceChange, Narration, Speaker,
    Provenance,
)  # fmt: skip


def _check_made_up(exporter: Exporter, examples: int, options: dict[str, Any]) -> None:
    from hypothesis import HealthCheck, given, settings

    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(meetings())
    def run(meeting: Meeting) -> None:
        _check_export(exporter, meeting, options)

    run()
