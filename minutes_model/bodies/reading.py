"""Profiles from TOML: every wrong key is found and named before anything is made of the file."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from minutes_model.bodies.profile import Profile
from minutes_model.bodies.values import a_body, a_family, a_kind, a_role, a_word, an_outcome, switches
from minutes_model.errors import LoadError
from minutes_model.model.nodes import Attendee

__all__ = ["profile_in"]

Problem: TypeAlias = tuple[str, str]


_WORDS: dict[str, Callable[[object], object]] = {"roles": a_role, "labels": a_kind, "decisions": an_outcome}
_PERSON = ("label", "name", "family", "title", "organization", "honorific", "note", "group")


def profile_in(data: bytes, place: object) -> Profile:
    """The profile that the TOML read from a place holds. Raises `LoadError`, which names the place."""
    try:
        given: dict[str, Any] = tomllib.loads(data.decode("utf-8-sig"))
    except ValueError as error:  # not UTF-8, or not TOML
        raise LoadError(f"{place} is no TOML: {error}") from error
    problems = list(_problems(given))
    if problems:
        raise LoadError(f"{place} holds no profile", problems)
    people = [_person(entry) for entry in given.pop("roster", ())]
    return Profile(**given, roster=people)


def _problems(data: Mapping[str, Any]) -> Iterator[Problem]:
    if not isinstance(data.get("name"), str) or not data["name"]:
        yield "name", "a profile has a name"
    for key, value in data.items():
        if key in _WORDS:
            yield from _in_words(key, value)
        elif key in _CHECKS:
            yield from _CHECKS[key](value)
        elif key != "name":
            yield key, f"no such key; there are: name, {', '.join((*_CHECKS, *_WORDS))}"


def _in_words(key: str, value: object) -> Iterator[Problem]:
    if not isinstance(value, dict):
        yield key, "expected a table of words"
        return
    for word, one in value.items():
        yield from _wrong(key, a_word, word)
        yield from _wrong(f"{key}.{word}", _WORDS[key], one)


def _wrong(place: str, check: Callable[[Any], object], value: object) -> Iterator[Problem]:
    try:
        check(value)
    except ValueError as error:
        yield place, str(error)


def _in_bodies(value: object) -> Iterator[Problem]:
    if not isinstance(value, list):
        yield "bodies", "expected a list of names and patterns"
        return
    for number, entry in enumerate(value):
        yield from _wrong(f"bodies[{number}]", a_body, entry)


def _in_family(value: object) -> Iterator[Problem]:
    return _wrong("family", a_family, value)


def _in_rules(value: object) -> Iterator[Problem]:
    if not isinstance(value, dict):
        yield "rules", "expected a table of rules"
        return
    for name, on in value.items():
        yield from _wrong(f"rules.{name}", switches, {name: on})


def _in_roster(value: object) -> Iterator[Problem]:
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        yield "roster", "expected [[roster]], a table a member"
        return
    for number, entry in enumerate(value):
        yield from _in_person(f"roster[{number}]", entry)


def _in_person(place: str, entry: Mapping[str, object]) -> Iterator[Problem]:
    if not (entry.get("name") or entry.get("label")):
        yield place, "a member has a name or a label"
    for key, value in entry.items():
        if key == "role":
            yield from _wrong(f"{place}.role", a_role, value)
        elif key not in _PERSON:
            yield f"{place}.{key}", f"no such key; there are: {', '.join((*_PERSON, 'role'))}"
        elif not isinstance(value, str):
            yield f"{place}.{key}", f"expected words, not {value!r}"


_CHECKS: dict[str, Callable[[object], Iterator[Problem]]] = {
    "bodies": _in_bodies, "family": _in_family, "rules": _in_rules, "roster": _in_roster,
}  # fmt: skip


def _person(entry: Mapping[str, str]) -> Attendee:
    given: dict[str, Any] = {"label": entry.get("name", "") + entry.get("title", ""), **entry}
    if "role" in given:
        given["role"] = a_role(given["role"])
    return Attendee(**given)
