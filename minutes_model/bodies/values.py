"""The values a profile may hold, each from plain data; a `ValueError` says what is allowed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TypeVar

from minutes_model.model.enums import Outcome, Role
from minutes_model.model.nodes import Attendee
from minutes_model.text import fold, squeeze

__all__ = [
    "KINDS",
    "OPENING",
    "RULES",
    "SHAPES",
    "a_body",
    "a_family",
    "a_kind",
    "a_name",
    "a_role",
    "a_word",
    "an_outcome",
    "members",
    "switches",
]

KINDS = ("date", "open", "close", "venue", "people", "absent", "agenda", "body", "next", "other")
"""What a label may announce."""
RULES = ("title_end", "acting", "staff")
"""The rules a profile may switch off."""
SHAPES = ("mark", "bracket", "colon", "closing", "dots", "quote", "gap", "line")
"""How the label of a speaker may stand before the turn; the first two are followed by their sign."""
OPENING = "【[(≪《<〈"
"""The brackets that may stand around a label, in one width."""

E = TypeVar("E", bound=StrEnum)


def a_name(value: object) -> str:
    """Words, not none."""
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"expected words, not {value!r}")
    return value


def _one_of(value: object, allowed: Iterable[str]) -> str:
    names = list(allowed)
    if value not in names:
        raise ValueError(f"{value!r} is none of: {', '.join(names)}")
    return str(value)


def _member(kind: type[E], value: object) -> E:
    return kind(_one_of(value, [one.value for one in kind]))


def a_word(value: object) -> str:
    """A word to look for, in one width, without white space and the mark behind it.

    >>> a_word("座 所："), a_word("沙汰止みとした。")
    ('座所', '沙汰止みとした')
    """
    words = fold(squeeze(a_name(value))).rstrip("。:")
    if not words:
        raise ValueError(f"expected words, not {value!r}")
    return words


def a_role(value: object) -> Role:
    """A role from its value.

    >>> a_role("member")
    <Role.MEMBER: 'member'>
    """
    return _member(Role, value)


def an_outcome(value: object) -> Outcome:
    """An outcome of a decision from its value."""
    return _member(Outcome, value)


def a_kind(value: object) -> str:
    """What a label announces."""
    return _one_of(value, KINDS)


def a_body(value: object) -> str:
    """A body's name, or between slashes a regular expression for it."""
    words = a_name(value)
    if words.startswith("/"):
        if len(words) < 3 or not words.endswith("/"):
            raise ValueError(f"{words!r} begins as a pattern and has no slash at its end")
        try:
            re.compile(words[1:-1])
        except re.error as error:
            raise ValueError(f"{words!r} is no regular expression: {error}") from None
    return words


def a_family(value: object) -> str:
    """The name of a family of speaker marks: a shape, with its sign where it has one.

    >>> a_family("bracket［")
    'bracket['
    """
    words = fold(a_name(value))
    shape = next((one for one in SHAPES if words.startswith(one)), "")
    if not shape or not _is_sign(shape, words.removeprefix(shape)):
        raise ValueError(f"{words!r} is no family of marks: mark○, bracket【, colon, closing, dots, quote, gap, line")
    return words


def _is_sign(shape: str, sign: str) -> bool:
    """Whether the sign is one the shape may have: any single mark, an opening bracket, or none."""
    if shape == "mark":
        return len(sign) == 1 and not sign.isalnum() and not sign.isspace()
    return sign != "" and sign in tuple(OPENING) if shape == "bracket" else sign == ""


def switches(value: Mapping[str, object]) -> dict[str, bool]:
    """Rules by name, switched on or off."""
    for name, on in value.items():
        _one_of(name, RULES)
        if not isinstance(on, bool):
            raise ValueError(f"{name} is true or false, not {on!r}")
    return {name: bool(on) for name, on in value.items()}


def members(value: Iterable[Attendee]) -> tuple[Attendee, ...]:
    """The members of a roster."""
    found = tuple(value)
    for person in found:
        if not isinstance(person, Attendee):
            raise TypeError(f"a roster holds attendees, not {type(person).__name__}")
    return found
