"""The check of exporters."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import attrs
from attrs import frozen

from minutes_model.interchange.frames import needed
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
    losses. ``options`` are passed on to the exporter. Raises `AssertionError`, which says what is wrong,
    and `MissingExtraError` without hypothesis, which makes the meetings up (``examples=0`` needs none).

    >>> from minutes_model.interchange.registry import exporters
    >>> check_exporter(exporters["markdown"], examples=5)
    """
    if examples:
        # Told at once, not after all that needs none has passed.
        needed("hypothesis", "testing", "check_exporter, for its made-up meetings,")
    _check_description(exporter)
    _check_export(exporter, Meeting(), options)
    _check_export(exporter, sample_meeting(), options)
    if getattr(exporter, "results", False):
        _check_export(exporter, sample_result(), options)
    _check_losses(exporter, options)
    if examples:
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
    words: dict[str, _Word] = {}
    meeting = _marked(sample_meeting(), "", words)
    text = _check_export(exporter, meeting, options)
    lost = {loss.field for loss in exporter.export(meeting, **options).losses}
    silent = [
        word for word in words.values()
        if word.new not in text and not lost & {word.field, word.field.split(".")[0], "*"}
    ]  # fmt: skip
    assert not silent, _told(silent)


@frozen
class _Word:
    """A word that stands in a field for this check: which field, where, and in the place of what."""

    new: str
    field: str
    place: str
    old: str


def _told(silent: list[_Word]) -> str:
    silent.sort(key=lambda word: word.field)
    one = silent[0]
    fields = ", ".join(dict.fromkeys(word.field for word in silent))
    return (
        f"neither expressed nor named in the losses: {fields}\n"
        f"{one.field}, for one: {one.new!r} in {one.place}, in the place of {one.old!r}"
    )


_REFERENCES = ("id", "attendee_id", "candidates", "in_reply_to", "kind")


def _marked(value: Any, place: str, words: dict[str, _Word]) -> Any:
    """The value with a word of its own in every string field; ``words`` tells where each stands."""
    if isinstance(value, tuple):
        return tuple(_marked(part, f"{place}[{number}]", words) for number, part in enumerate(value))
    if not attrs.has(type(value)) or not isinstance(value, _MARKED):
        return value
    changes: dict[str, Any] = {}
    for attribute in attrs.fields(type(value)):
        old = getattr(value, attribute.name)
        if not attribute.init or attribute.name in _REFERENCES:
            continue
        here = f"{place}.{attribute.name}".removeprefix(".")
        if type(old) is str and old:
            word = _Word(f"word{len(words)}x", f"{type(value).__name__}.{attribute.name}", here, old)
            changes[attribute.name] = word.new
            words[word.new] = word
        else:
            changes[attribute.name] = _marked(old, here, words)
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
