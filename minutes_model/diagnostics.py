"""What was noticed while reading: stable codes, severities and places."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from minutes_model.spans import Span

__all__ = ["CODES", "Code", "Diagnostic", "Severity"]


class Severity(StrEnum):
    """How much a diagnostic matters.

    ERROR: nothing of a meeting was found, or a stated fact is impossible (2月30日).
    WARNING: text not understood, a weekday that does not fit, a speaker who may be two people.
    INFO: a hint.
    """

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@frozen
class Diagnostic:
    """One thing noticed: a stable code, how much it matters, what, and where.

    ``span`` counts code points of the source text; it is None where the whole
    document is meant.

    >>> print(Diagnostic("MM102", Severity.WARNING, "2024-09-11 is a Wednesday (水), not 木", Span(4, 5)))
    MM102 warning: 2024-09-11 is a Wednesday (水), not 木
    """

    code: str
    severity: Severity
    message: str
    span: Span | None = None

    def __str__(self) -> str:
        return f"{self.code} {self.severity.value}: {self.message}"

    def __repr__(self) -> str:
        from minutes_model.notebook import diagnostic_repr

        return diagnostic_repr(self)

    def _repr_html_(self) -> str:
        from minutes_model.notebook import diagnostic_html

        return diagnostic_html(self)


@frozen
class Code:
    """What a diagnostic code stands for: its usual severity, a title, and what to do."""

    code: str
    severity: Severity
    title: str
    remedy: str

    def at(self, message: str, span: Span | None = None) -> Diagnostic:
        """A diagnostic of this code."""
        return Diagnostic(self.code, self.severity, message, span)


def _table(*rows: tuple[str, Severity, str, str]) -> dict[str, Code]:
    return {code: Code(code, severity, title, remedy) for code, severity, title, remedy in rows}


CODES = _table(
    ("MM001", Severity.ERROR, "no meeting found",
     "Give the text of minutes. A str is always text: pass a pathlib.Path to read a file."),
    ("MM002", Severity.WARNING, "the text looks like a path",
     "A str is always text: pass a pathlib.Path to read a file."),
    ("MM101", Severity.ERROR, "impossible date or time", "The document states a day or time that does not exist."),
    ("MM102", Severity.WARNING, "weekday does not fit", "Either the date or the weekday is a slip in the document."),
    ("MM103", Severity.WARNING, "date outside its era",
     "The name outlived or precedes its era (平成32年); the day is computed from it all the same."),
    ("MM104", Severity.WARNING, "unusual time",
     "Twelve-hour words beside a 24-hour number (午後13時), or an end before its start: read as written."),
    ("MM105", Severity.INFO, "no date found", "Neither a label nor the title states the day of the meeting."),
    ("MM106", Severity.ERROR, "two dates that contradict each other", "Era year and Western year name different years."),
    ("MM201", Severity.WARNING, "attendee not understood", "The entry is kept as a label; name and title are open."),
    ("MM202", Severity.WARNING, "speaker may be several people",
     "All who fit are in Speaker.candidates; nobody was chosen."),
    ("MM203", Severity.INFO, "speaker on no list", "The speaker is kept as printed, without an attendee."),
    ("MM301", Severity.WARNING, "text not understood",
     "The text is kept as a Narration and its region is UNPARSED; read it there."),
    ("MM302", Severity.WARNING, "quotation never closed", "A 「 has no 」; the statement is read up to the next sure place."),
    ("MM303", Severity.INFO, "style of minutes not recognised", "Header and text are kept; speeches may be missing."),
    ("MM304", Severity.INFO, "answer to nobody", "The text does not tell which remark is answered."),
    ("MM401", Severity.ERROR, "duplicate id", "Give every node of a meeting an id of its own, or use assign_ids."),
    ("MM402", Severity.ERROR, "dangling reference", "An id is referred to that no node of the meeting bears."),
)
"""Every diagnostic code: ``CODES["MM102"].title``."""
