"""A profile: what is known of a body before one of its documents is read."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Any, TypeVar

from attrs import field, fields, frozen

from minutes_model.bodies.values import (
    a_body,
    a_family,
    a_kind,
    a_name,
    a_role,
    a_word,
    an_outcome,
    members,
    switches,
)
from minutes_model.errors import LoadError, ModelError
from minutes_model.model.enums import Outcome, Role
from minutes_model.model.nodes import Attendee
from minutes_model.text import fold, squeeze

__all__ = ["Profile"]

T = TypeVar("T")


def _patterns(given: Iterable[str]) -> tuple[str, ...]:
    if isinstance(given, str):
        raise ModelError(f"bodies are several names or patterns, not the one text {given!r}")
    return tuple(_held("bodies", a_body, entry) for entry in given)


def _words(name: str, value: Callable[[object], T], given: Mapping[str, Any]) -> Mapping[str, T]:
    """Words with a value each, read-only."""
    held = {_held(name, a_word, word): _held(f"{name}.{word}", value, one) for word, one in given.items()}
    return MappingProxyType(held)


def _roles(given: Mapping[str, Any]) -> Mapping[str, Role]:
    return _words("roles", a_role, given)


def _labels(given: Mapping[str, Any]) -> Mapping[str, str]:
    return _words("labels", a_kind, given)


def _decisions(given: Mapping[str, Any]) -> Mapping[str, Outcome]:
    return _words("decisions", an_outcome, given)


def _held(place: str, value: Callable[[Any], T], given: object) -> T:
    try:
        return value(given)
    except ValueError as error:
        raise ModelError(f"{place}: {error}") from None


def _name(given: str) -> str:
    return _held("name", a_name, given)


def _family(given: str | None) -> str | None:
    return None if given is None else _held("family", a_family, given)


def _rules(given: Mapping[str, bool]) -> Mapping[str, bool]:
    return MappingProxyType(_held("rules", switches, given))


@frozen(kw_only=True)
class Profile:
    """What is known of a body, or of bodies of one sort; data only, and nothing of it is required.

    - ``bodies``: the full name, or between slashes a regular expression for it as a whole, which meets the
      name in one width and without white space: ``"/.{2,3}県収用委員会/"``.
    - ``family``: the speaker marks its records use, as ``"mark○"``, ``"bracket【"``, ``"colon"``, ``"line"``:
      they are believed where a document is too short to prove them by repetition.
    - ``roles``: words a title ends in, and the part they give their bearer here (理事 is a member of
      one body and an officer of another). A list's heading, as 事務局, goes before them.
    - ``labels``: further labels of the header, and what they announce: ``"date"``, ``"open"``, ``"close"``,
      ``"venue"``, ``"people"``, ``"absent"``, ``"agenda"``, ``"body"``, ``"next"`` or ``"other"``.
    - ``decisions``: words a deciding clause ends in, and its outcome.
    - ``roster``: members known beforehand. They count only where a document lists nobody, and only
      who then speaks becomes an attendee of the meeting (``listed=False``).
    - ``rules``: rules by name, switched off by False: ``"title_end"`` (課長 is the one whose title ends so),
      ``"acting"`` (委員長 is the deputy where no chair is present), ``"staff"`` (officials without an
      organization are the secretariat where its head is listed).

    Raises `ModelError` for a value that is none of these.

    >>> board = Profile(name="board", bodies=["銀河放送協会経営委員会"], roles={"理事": "member"})
    >>> board.roles["理事"]
    <Role.MEMBER: 'member'>
    """

    name: str = field(converter=_name)
    bodies: tuple[str, ...] = field(default=(), converter=_patterns)
    family: str | None = field(default=None, converter=_family)
    roles: Mapping[str, Role] = field(factory=dict, converter=_roles, hash=False)
    labels: Mapping[str, str] = field(factory=dict, converter=_labels, hash=False)
    decisions: Mapping[str, Outcome] = field(factory=dict, converter=_decisions, hash=False)
    roster: tuple[Attendee, ...] = field(default=(), converter=members)
    rules: Mapping[str, bool] = field(factory=dict, converter=_rules, hash=False)

    @property
    def names(self) -> tuple[str, ...]:
        """The bodies given by their full names, in one width."""
        return tuple(fold(squeeze(entry)) for entry in self.bodies if not entry.startswith("/"))

    @property
    def patterns(self) -> tuple[str, ...]:
        """The regular expressions among the bodies."""
        return tuple(entry[1:-1] for entry in self.bodies if entry.startswith("/"))

    def fits(self, body: str) -> bool:
        """Whether a body's name, in any width, is one of this profile's.

        >>> Profile(name="courts", bodies=["/.{2,3}県収用委員会/"]).fits("翠川県収用委員会")
        True
        """
        words = fold(squeeze(body))
        return words in self.names or any(re.fullmatch(pattern, words) for pattern in self.patterns)

    def __reduce__(self) -> tuple[Any, ...]:
        # A read-only view of a mapping cannot be pickled; worker processes are given profiles.
        values = {each.name: getattr(self, each.name) for each in fields(Profile)}
        plain: dict[str, Any] = {
            name: dict(value) if isinstance(value, Mapping) else value for name, value in values.items()
        }
        return partial(Profile, **plain), ()

    @classmethod
    def from_toml(cls, path: str | os.PathLike[str]) -> Profile:
        """A profile from a TOML file whose keys are the fields; ``[[roster]]`` holds a member each.

        Raises `LoadError` with the place and the cause of everything that is wrong in the file.
        """
        from minutes_model.bodies.reading import profile_in

        try:
            with open(path, "rb") as file:
                data = file.read()
        except OSError as error:
            raise LoadError(f"{os.fspath(path)} cannot be read: {error.strerror or error}") from error
        return profile_in(data, os.fspath(path))
