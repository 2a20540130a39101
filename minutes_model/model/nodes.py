"""What a meeting is made of: people, agenda items and what happened in them.

Everything is immutable and keyword-only. Strings are as printed, without the
line wraps and the spaces of extraction. ``span`` fields count code points of
the source text; they, and how a speaker was found, take no part in equality.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias, TypeVar

from attrs import field, frozen

from minutes_model.model.enums import (
    Act,
    Change,
    Outcome,
    Presence,
    ReplyLink,
    Role,
    SpeakerKind,
    SpeechMode,
)
from minutes_model.spans import Span

__all__ = [
    "AgendaItem",
    "AttendanceChange",
    "Attendee",
    "Decision",
    "Exchange",
    "Explanation",
    "Narration",
    "Proceeding",
    "Remark",
    "Response",
    "Speaker",
    "Speech",
]

T = TypeVar("T")


def _strings(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(values)


@frozen(kw_only=True)
class Attendee:
    """A person, or an office, of the lists of those present (出席者); or one who came for an item.

    ``label`` is the entry as printed; ``name`` is None where the list gives a title only;
    ``family`` is the surname where it could be told from the given name. ``group`` is the heading
    of the list (委員, 事務局). ``listed`` is False for people who are in no list of the header.

    >>> Attendee(label="小川委員長代理", name="小川", title="委員長代理", role=Role.DEPUTY_CHAIR).name
    '小川'
    """

    id: str = ""
    label: str
    name: str | None = None
    family: str | None = None
    title: str | None = None
    organization: str | None = None
    honorific: str | None = None
    note: str | None = None
    group: str | None = None
    role: Role = Role.UNKNOWN
    presence: Presence = Presence.PRESENT
    listed: bool = True
    span: Span | None = field(default=None, eq=False, repr=False)


@frozen(kw_only=True)
class Speaker:
    """Who speaks, comes or leaves: the label as printed, its parts, and the attendee it means.

    ``attendee_id`` is set only where one attendee fits; where several do, ``candidates`` holds
    their ids. ``rule`` names the rule that decided and ``confidence`` (0..1) how sure it is.
    ``label`` is empty for an opinion in a list, where the document does not say whose it is.
    """

    label: str
    kind: SpeakerKind = SpeakerKind.PERSON
    name: str | None = None
    title: str | None = None
    organization: str | None = None
    honorific: str | None = None
    note: str | None = None
    role: Role = Role.UNKNOWN
    attendee_id: str | None = None
    candidates: tuple[str, ...] = field(default=(), converter=_strings)
    rule: str = field(default="", eq=False)
    confidence: float = field(default=0.0, eq=False)
    span: Span | None = field(default=None, eq=False, repr=False)


@frozen(kw_only=True)
class Speech:
    """What somebody said; abstract: a `Remark`, a `Response` or an `Explanation`.

    ``text`` is the content alone, paragraphs joined by a line feed; it is "" where the document
    names only a ``topic``. ``span`` runs from the speaker to the verb, ``text_span`` over the
    content; without white space and page furniture, the source there is ``text``.
    """

    kind: str = field(default="", init=False)
    id: str = ""
    speaker: Speaker
    text: str = ""
    topic: str | None = None
    act: Act = Act.UNSPECIFIED
    verb: str | None = None
    mode: SpeechMode = SpeechMode.VERBATIM
    span: Span | None = field(default=None, eq=False, repr=False)
    text_span: Span | None = field(default=None, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        if type(self) is Speech:
            raise TypeError("Speech is abstract: make a Remark, a Response or an Explanation")

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The paragraphs of ``text``."""
        return tuple(self.text.split("\n")) if self.text else ()

    def __repr__(self) -> str:
        from minutes_model.notebook import speech_repr

        return speech_repr(self)

    def _repr_html_(self) -> str:
        from minutes_model.notebook import speech_html

        return speech_html(self)


@frozen(kw_only=True, repr=False)
class Remark(Speech):
    """Anything said that is neither a reply nor the presenting side's explanation (発言, 質問, 意見 …).

    >>> Remark(speaker=Speaker(label="大島委員"), text="賛成である").kind
    'remark'
    """

    kind: Literal["remark"] = field(default="remark", init=False)


@frozen(kw_only=True, repr=False)
class Response(Speech):
    """A reply (回答, 答弁, or これに対し … whatever the verb).

    ``in_reply_to`` holds ids of remarks of the same item, and is empty where the text does not
    tell; ``link`` says what told.
    """

    kind: Literal["response"] = field(default="response", init=False)
    in_reply_to: tuple[str, ...] = field(default=(), converter=_strings)
    link: ReplyLink = ReplyLink.NONE


@frozen(kw_only=True, repr=False)
class Explanation(Speech):
    """What the presenting side explains or reports (説明, 報告); never a member's or the chair's."""

    kind: Literal["explanation"] = field(default="explanation", init=False)


@frozen(kw_only=True)
class Decision:
    """What was decided: the deciding clause as printed, and its ``outcome``."""

    kind: Literal["decision"] = field(default="decision", init=False)
    id: str = ""
    text: str
    outcome: Outcome = Outcome.OTHER
    span: Span | None = field(default=None, eq=False, repr=False)


def _speakers(values: Iterable[Speaker]) -> tuple[Speaker, ...]:
    return tuple(values)


@frozen(kw_only=True)
class AttendanceChange:
    """People coming or leaving in the course of the meeting."""

    kind: Literal["attendance_change"] = field(default="attendance_change", init=False)
    id: str = ""
    change: Change
    people: tuple[Speaker, ...] = field(default=(), converter=_speakers)
    span: Span | None = field(default=None, eq=False, repr=False)


@frozen(kw_only=True)
class Narration:
    """A sentence of the body that is nothing else, kept as printed."""

    kind: Literal["narration"] = field(default="narration", init=False)
    id: str = ""
    text: str
    span: Span | None = field(default=None, eq=False, repr=False)


Proceeding: TypeAlias = Remark | Response | Explanation | Decision | AttendanceChange | Narration


@frozen(kw_only=True)
class Exchange:
    """A remark and the responses to it; ``responses`` is empty where nobody answered."""

    remark: Remark
    responses: tuple[Response, ...] = ()

    def __repr__(self) -> str:
        from minutes_model.notebook import exchange_repr

        return exchange_repr(self)

    def _repr_html_(self) -> str:
        from minutes_model.notebook import exchange_html

        return exchange_html(self)


def _proceedings(values: Iterable[Proceeding]) -> tuple[Proceeding, ...]:
    return tuple(values)


class Proceedings:
    """The derived views that a meeting and its items share."""

    __slots__ = ()

    def _proceedings(self) -> Iterator[Proceeding]:
        raise NotImplementedError

    def _of(self, kind: type[T]) -> tuple[T, ...]:
        return tuple(p for p in self._proceedings() if isinstance(p, kind))

    @property
    def speeches(self) -> tuple[Remark | Response | Explanation, ...]:
        """All speeches in document order."""
        return tuple(p for p in self._proceedings() if isinstance(p, Remark | Response | Explanation))

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """All remarks in document order."""
        return self._of(Remark)

    @property
    def responses(self) -> tuple[Response, ...]:
        """All responses in document order."""
        return self._of(Response)

    @property
    def explanations(self) -> tuple[Explanation, ...]:
        """All explanations in document order."""
        return self._of(Explanation)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """All decisions in document order."""
        return self._of(Decision)

    @property
    def attendance_changes(self) -> tuple[AttendanceChange, ...]:
        """All comings and goings in document order."""
        return self._of(AttendanceChange)

    @property
    def exchanges(self) -> tuple[Exchange, ...]:
        """One exchange for every remark; a response to several remarks is in each of theirs."""
        replies: dict[str, list[Response]] = {}
        for response in self.responses:
            for target in response.in_reply_to:
                replies.setdefault(target, []).append(response)
        return tuple(
            Exchange(remark=remark, responses=tuple(replies.get(remark.id, ()) if remark.id else ()))
            for remark in self.remarks
        )


@frozen(kw_only=True)
class AgendaItem(Proceedings):
    """One item of business (議題): its heading and what happened, in document order.

    ``label`` bears the number as printed (（１）議題１, 議案第21号), ``number`` is the first number on
    the heading, ``title`` the rest, ``section`` the heading above (審議事項). Proceedings under no
    heading are an item with number None and title "".
    """

    id: str = ""
    number: int | None = None
    label: str | None = None
    title: str = ""
    section: str | None = None
    proceedings: tuple[Proceeding, ...] = field(default=(), converter=_proceedings)
    span: Span | None = field(default=None, eq=False, repr=False)

    def _proceedings(self) -> Iterator[Proceeding]:
        return iter(self.proceedings)

    def __repr__(self) -> str:
        from minutes_model.notebook import item_repr

        return item_repr(self)

    def _repr_html_(self) -> str:
        from minutes_model.notebook import item_html

        return item_html(self)
