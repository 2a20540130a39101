"""What the recognisers find, in places of the `Flow`, before anybody is resolved.

Offsets are those of ``Flow.text``. The drafts are mutable on purpose: they live
for one parse, inside it, and end as the frozen values of the model.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

from attrs import define, field, frozen

from minutes_model.model.enums import Act, Change, Outcome, ReplyLink, SpeechMode

__all__ = ["Decided", "Entry", "ItemDraft", "Listed", "Moved", "Said", "Slice", "Told"]

Slice: TypeAlias = tuple[int, int]
"""Start and end in ``Flow.text``, half-open."""


@define(eq=False, repr=False)
class Said:
    """A speech: who (the label's place, or words of a legend), what, and by what words reported.

    ``text`` runs over the content, paragraphs included (a line feed parts them); None where the
    document names only a topic. ``replies`` are the remarks this speech answers.
    """

    kind: Literal["remark", "response", "explanation"]
    start: int
    end: int
    who: Slice | None
    text: Slice | None = None
    label: str | None = None
    topic: Slice | None = None
    verb: Slice | None = None
    act: Act = Act.UNSPECIFIED
    mode: SpeechMode = SpeechMode.VERBATIM
    replies: Sequence[Said] = ()
    link: ReplyLink = ReplyLink.NONE
    rule: str = ""


@define(eq=False, repr=False)
class Decided:
    """A decision; ``quoted`` where it stands within a turn, whose region it leaves untouched."""

    start: int
    end: int
    outcome: Outcome
    quoted: bool = False
    rule: str = ""


@define(eq=False, repr=False)
class Moved:
    """People coming or leaving; ``people`` are the places of their designations."""

    start: int
    end: int
    change: Change
    people: list[Slice] = field(factory=list)
    rule: str = ""


@define(eq=False, repr=False)
class Told:
    """Anything else of the body; ``understood`` is False where only the fallback took it."""

    start: int
    end: int
    understood: bool = True
    rule: str = ""


Entry: TypeAlias = Said | Decided | Moved | Told


@frozen
class Listed:
    """An item of the agenda list in the header (議事次第)."""

    number: int | None
    title: str
    label: str | None = None
    section: str | None = None


@define(eq=False, repr=False)
class ItemDraft:
    """An agenda item: its heading, and the blocks of the flow from ``first`` to before ``last``; ``announced`` is where a sentence of the chair opens it that has no heading."""

    first: int
    last: int
    number: int | None = None
    label: str | None = None
    title: str = ""
    section: str | None = None
    heading: Slice | None = None
    entries: list[Entry] = field(factory=list)
    announced: int = 0
