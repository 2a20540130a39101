"""Names for things that other packages can add: exporters, profiles.

Entry points are read on the first name that is not known, or when everything is listed, and
loaded only when their name is asked for: a plug-in costs nothing until it is used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from threading import RLock
from typing import TYPE_CHECKING, Generic, TypeVar

from attrs import frozen

from minutes_model.errors import PluginError, PluginLoadError, UnknownPluginError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

__all__ = ["Entry", "Registry"]

T = TypeVar("T")


@frozen
class Entry:
    """What is known of a registered name without loading it: where its value is, and whose it is.

    ``package`` is the distribution it comes from, None for one registered by a program.
    """

    name: str
    package: str | None
    version: str | None
    location: str


class Registry(Generic[T]):
    """Values by name: built in, registered by the program, or offered by installed packages.

    ``group`` is the group of entry points, ``kind`` what a value is called in messages,
    ``builtins`` maps names to ``"module:attribute"``. ``check`` says what is wrong with a value that
    a plug-in offers; None where nothing is.
    """

    def __init__(
        self,
        group: str,
        *,
        kind: str,
        builtins: Mapping[str, str] | None = None,
        check: Callable[[object], str | None] = lambda value: None,
    ) -> None:
        self.group = group
        self.kind = kind
        self._builtins = dict(builtins or {})
        self._check = check
        self._values: dict[str, T] = {}
        self._locations: dict[str, str] = {}
        self._points: dict[str, EntryPoint] | None = None
        self._lock = RLock()

    def register(self, name: str, value: T, *, replace: bool = False) -> T:
        """Give a value a name for the running program, and return it.

        Raises `PluginError` where the name is taken, unless ``replace`` is true.
        """
        with self._lock:
            wrong = self._check(value)
            if wrong is not None:
                raise PluginError(f"{name!r} is no {self.kind}: {wrong}")
            if not replace and (name in self._values or name in self._builtins):
                raise PluginError(
                    f"{self.kind} {name!r} exists already; replace=True puts another in its place"
                )
            self._values[name] = value
            self._locations[name] = type(value).__module__
        return value

    def unregister(self, name: str) -> None:
        """Forget what was registered under a name; built-in and installed ones come back."""
        with self._lock:
            self._values.pop(name, None)
            self._locations.pop(name, None)

    def get(self, name: str) -> T:
        """The value of that name.

        Raises `UnknownPluginError`, which lists the names there are, and `PluginLoadError` where the
        package that offers it fails to load.
        """
        with self._lock:
            if name not in self._values:
                self._values[name] = self._loaded(name)
            return self._values[name]

    __getitem__ = get

    def __contains__(self, name: object) -> bool:
        return name in self._values or name in self._builtins or name in self._entry_points()

    def __iter__(self) -> Iterator[str]:
        return iter(sorted({*self._values, *self._builtins, *self._entry_points()}))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __repr__(self) -> str:
        return f"<Registry of {self.group}: {', '.join(self)}>"

    def entries(self) -> tuple[Entry, ...]:
        """Every name with the package it comes from; nothing is loaded for it."""
        return tuple(self._entry(name) for name in self)

    def _entry(self, name: str) -> Entry:
        from minutes_model._version import __version__

        if name in self._locations:
            return Entry(name, None, None, self._locations[name])
        if name in self._builtins:
            return Entry(name, "minutes-model", __version__, self._builtins[name])
        point = self._entry_points()[name]
        made_by = point.dist
        return Entry(
            name, made_by.name if made_by else None, made_by.version if made_by else None, point.value
        )

    def _entry_points(self) -> dict[str, EntryPoint]:
        if self._points is None:
            from importlib.metadata import entry_points

            # Of two packages that offer one name the first found stays, as with modules on a path.
            self._points = {point.name: point for point in reversed(tuple(entry_points(group=self.group)))}
        return self._points

    def _loaded(self, name: str) -> T:
        if name in self._builtins:
            module, attribute = self._builtins[name].split(":")
            value: T = getattr(import_module(module), attribute)
            return value
        point = self._entry_points().get(name)
        if point is None:
            raise UnknownPluginError(f"no {self.kind} {name!r}; there are: {', '.join(self) or 'none'}")
        return self._offered(point)

    def _offered(self, point: EntryPoint) -> T:
        whose = point.dist.name if point.dist else "an unknown package"
        try:
            value: T = point.load()
        except Exception as error:  # a plug-in may fail in any way
            raise PluginLoadError(
                f"{self.kind} {point.name!r} of {whose} cannot be loaded: {error!r}"
            ) from error
        wrong = self._check(value)
        if wrong is not None:
            raise PluginLoadError(f"{point.value} of {whose} is no {self.kind}: {wrong}")
        return value
