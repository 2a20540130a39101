"""The check of profiles."""

from __future__ import annotations

import os
import pickle
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import attrs

from minutes_model.bodies.profile import Profile
from minutes_model.bodies.registry import Profiles
from minutes_model.interchange.json import from_json
from minutes_model.model import Meeting
from minutes_model.model.identity import assign_ids
from minutes_model.parser import parse

__all__ = ["check_profile"]

Case: TypeAlias = "str | os.PathLike[str] | tuple[str, Meeting]"

_MOST = 20
"""How many differences of one case are told."""


def check_profile(profile: Profile, cases: Iterable[Case] = ()) -> None:
    """Assert that a profile does what it says; for the tests of whoever writes one.

    It survives pickling, which worker processes need; it is chosen for each of its bodies; and with it each
    case reads as expected. A case is a folder with the document, ``minutes.txt``, and the meeting it holds,
    ``meeting.json`` as `to_json` writes it; or a pair of a text and a `Meeting`, made by hand without ids.
    Where the profile has bodies, each document's own words must call for it. Raises `AssertionError`,
    which tells for each case, field by field, what is otherwise.

    >>> from minutes_model.model import Meeting
    >>> profile = Profile(name="ginga", bodies=["銀河評定所"], labels={"席": "venue"})
    >>> expected = Meeting(body="銀河評定所", title="銀河評定所議事概要", venue="北の間")
    >>> check_profile(profile, [("銀河評定所 議事概要\\n席：北の間\\n", expected)])
    >>> check_profile(profile, [("銀河評定所 議事概要\\n席：南の間\\n", expected)])
    Traceback (most recent call last):
        ...
    AssertionError: case 1 is not read as expected with the profile 'ginga':
      venue: expected '北の間', found '南の間'
    """
    assert isinstance(profile, Profile), f"a profile is a Profile, not a {type(profile).__name__}"
    assert pickle.loads(pickle.dumps(profile)) == profile, f"{profile.name!r} is another after pickling"
    beside = _registry(profile)
    for name in profile.names:
        _check_choice(profile, beside, name)
    for number, case in enumerate(cases, start=1):
        _check_case(profile, beside, *_opened(case, number))


def _registry(profile: Profile) -> Profiles:
    """The built-in profiles with this one among them, apart from the registry of the program."""
    beside = Profiles()
    beside.register(profile.name, profile, replace=True)
    return beside


def _check_choice(profile: Profile, beside: Profiles, body: str | None) -> None:
    chosen = beside.choose(body)
    other = repr(chosen.name) if chosen is not None else "none"
    assert chosen == profile, f"a document of {body or 'nobody'} calls for {other}, not for the profile {profile.name!r}"


def _opened(case: Case, number: int) -> tuple[str, str, Meeting]:
    if isinstance(case, tuple):
        text, meeting = case
        return f"case {number}", text, meeting
    folder = Path(case)
    text = (folder / "minutes.txt").read_text(encoding="utf-8")
    return str(folder), text, from_json((folder / "meeting.json").read_bytes())


def _check_case(profile: Profile, beside: Profiles, name: str, text: str, expected: Meeting) -> None:
    found = parse(text, profile=profile).meeting
    if profile.bodies:
        _check_choice(profile, beside, found.body or found.title)
    wanted = assign_ids(expected)
    # The id of a meeting is a hash of what is compared anyway.
    told = list(_differences("", wanted, attrs.evolve(found, id=wanted.id)))
    more = [f"and {len(told) - _MOST} more"] if len(told) > _MOST else []
    lines = "".join(f"\n  {line}" for line in (*told[:_MOST], *more))
    assert not told, f"{name} is not read as expected with the profile {profile.name!r}:{lines}"


def _differences(place: str, expected: Any, found: Any) -> Iterator[str]:
    """Where two values differ, by the path of the field."""
    if isinstance(expected, tuple) and isinstance(found, tuple):
        yield from _in_tuples(place, expected, found)
    elif attrs.has(type(expected)) and type(expected) is type(found):
        for field in attrs.fields(type(expected)):
            if field.eq:
                inner = f"{place}.{field.name}" if place else field.name
                yield from _differences(inner, getattr(expected, field.name), getattr(found, field.name))
    elif expected != found:
        yield f"{place}: expected {_shown(expected)}, found {_shown(found)}"


def _in_tuples(place: str, expected: Sequence[Any], found: Sequence[Any]) -> Iterator[str]:
    for index, (left, right) in enumerate(zip(expected, found, strict=False)):
        yield from _differences(f"{place}[{index}]", left, right)
    shared = min(len(expected), len(found))
    for index, missing in enumerate(expected[shared:], start=shared):
        yield f"{place}[{index}]: expected {_shown(missing)}, found nothing"
    for index, extra in enumerate(found[shared:], start=shared):
        yield f"{place}[{index}]: expected nothing, found {_shown(extra)}"


def _shown(value: Any) -> str:
    """A value in a line: of a node its class and its words."""
    words = next((getattr(value, name) for name in ("text", "label") if getattr(value, name, None)), None)
    return f"{type(value).__name__} {words!r}" if words and attrs.has(type(value)) else repr(value)
