"""Profiles by name, and the choice of one by the words of a document."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from minutes_model.bodies.index import BODIES
from minutes_model.bodies.installed import may_offer
from minutes_model.errors import PluginLoadError
from minutes_model.registry import Registry
from minutes_model.text import fold, squeeze

if TYPE_CHECKING:
    from minutes_model.bodies.profile import Profile

__all__ = ["Profiles", "profile_of", "profiles"]


class Profiles(Registry["Profile"]):
    """The registry of profiles; it also tells which one a document calls for.

    >>> profiles.choose("国家公安委員会").name
    'npsc'
    >>> profiles.choose("銀河連邦評議会") is None
    True
    """

    def __init__(self) -> None:
        builtins = {name: f"minutes_model.bodies.builtin:{name}" for name in BODIES}
        super().__init__("minutes_model.profiles", kind="profile", builtins=builtins, check=_what_is_wrong)
        self._installed: tuple[Profile, ...] | None = None

    def choose(self, *words: str | None) -> Profile | None:
        """The profile of a document, by its body's name or else its title; None where none fits.

        A full name goes before a pattern, what the program registered before what packages offer,
        that before what is built in. Packages are asked only where no full name settles it, and a
        built-in profile is read only when it is chosen.
        """
        asked = [fold(squeeze(word)) for word in words if word]
        return next(filter(None, (self._named(word) for word in asked)), None) or next(
            filter(None, (self._like(word) for word in asked)), None
        )

    def _named(self, body: str) -> Profile | None:
        own = next((profile for profile in self._registered() if body in profile.names), None)
        if own is not None:
            return own
        name = next((name for name, bodies in self._known() if body in bodies), None)
        return self.get(name) if name else None

    def _like(self, body: str) -> Profile | None:
        for offered in (self._registered(), self._offered_by_packages()):
            found = _fitting(offered, body)
            if found is not None:
                return found
        name = next((name for name, bodies in self._known() if _matches(bodies, body)), None)
        return self.get(name) if name else None

    def _registered(self) -> tuple[Profile, ...]:
        return tuple(self._values[name] for name in tuple(self._locations))

    def _known(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The built-in profiles the program has put nothing in the place of."""
        return ((name, bodies) for name, bodies in BODIES.items() if name not in self._locations)

    def _offered_by_packages(self) -> tuple[Profile, ...]:
        if self._installed is None:
            with self._lock:
                self._installed = tuple(self._loadable()) if may_offer(self.group) else ()
        return self._installed

    def _loadable(self) -> Iterator[Profile]:
        """The profiles of installed packages; one that fails must not fail every parse."""
        for name in self._entry_points():
            try:
                yield self.get(name)
            except PluginLoadError as error:
                warnings.warn(f"a profile is passed over: {error}", RuntimeWarning, stacklevel=2)


def _fitting(offered: Iterable[Profile], body: str) -> Profile | None:
    """The first whose full name it is, else the first one of whose patterns fits."""
    several = tuple(offered)
    named = (profile for profile in several if body in profile.names)
    return next(named, None) or next((profile for profile in several if profile.fits(body)), None)


def _matches(bodies: Iterable[str], body: str) -> bool:
    return any(entry.startswith("/") and re.fullmatch(entry[1:-1], body) for entry in bodies)


def _what_is_wrong(value: object) -> str | None:
    from minutes_model.bodies.profile import Profile

    return None if isinstance(value, Profile) else f"it is a {type(value).__name__}, not a Profile"


profiles: Profiles = Profiles()
"""Every profile by name: ``profiles["npsc"]``; ``profiles.choose("国家公安委員会")`` by a body's name."""


def profile_of(given: Profile | str | None) -> Profile | None:
    """The profile that is given as itself or by its name; None for None.

    Raises `UnknownPluginError` for a name no profile has, `TypeError` for what is neither.
    """
    if given is None:
        return None
    if isinstance(given, str):
        return profiles.get(given)
    if _what_is_wrong(given) is not None:
        raise TypeError(f"a profile is a Profile or the name of one, not {type(given).__name__}")
    return given
