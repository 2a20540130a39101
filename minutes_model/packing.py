"""Values as bytes, on their way between processes.

The classes of the model are small and many. Left to itself, pickle sends each as a dict of its fields,
written and read by loops in Python; here each goes as its values alone, written in half the time.
"""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Callable
from copyreg import dispatch_table
from io import BytesIO
from itertools import repeat
from operator import attrgetter, call, methodcaller
from typing import Any, TypeAlias

import attrs

from minutes_model._version import __version__
from minutes_model.errors import MinutesError

__all__ = ["packed", "unpacked"]

_VERSION = f"{__version__}\n".encode()

Reduce: TypeAlias = Callable[[Any], "str | tuple[Any, ...]"]
Put: TypeAlias = Callable[[Any, Any], None]


def packed(value: object) -> bytes:
    """A value as bytes: whatever pickle takes."""
    out = BytesIO(_VERSION)
    out.seek(0, 2)
    pickler = pickle.Pickler(out, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _REDUCE
    pickler.dump(value)
    return out.getvalue()


def unpacked(data: bytes) -> Any:
    """The value that `packed` made into bytes.

    Raises `MinutesError` where another version of the library did: its classes may have other fields.
    """
    if not data.startswith(_VERSION):
        other = data[:40].partition(b"\n")[0].decode("ascii", "replace")
        raise MinutesError(f"this process has minutes_model {__version__}, the other {other}: install the same version")
    return pickle.loads(memoryview(data)[len(_VERSION) :])


class _Reduce(dict[type, Reduce]):
    """How the values of a class are taken apart, found out when the first one comes."""

    def __missing__(self, cls: type) -> Reduce:
        if issubclass(cls, type):
            # A class goes by its name, which is what pickle does where nothing is told.
            raise KeyError(cls)
        self[cls] = reduce = dispatch_table.get(cls) or _by_fields(cls) or methodcaller("__reduce_ex__", pickle.HIGHEST_PROTOCOL)
        return reduce


class _Put(dict[type, tuple[Put, ...]]):
    """What sets the fields of a class, frozen or not."""

    def __missing__(self, cls: type) -> tuple[Put, ...]:
        self[cls] = put = tuple(getattr(cls, field.name).__set__ for field in attrs.fields(cls))
        return put


_REDUCE = _Reduce()
_PUT = _Put()
# Without a type: a ParamSpec in a map is more than type checkers follow.
_CALL: Any = call


def _by_fields(cls: type) -> Reduce | None:
    """Taking apart into the values of the fields; None for a class with its own way, or with other attributes."""
    if not attrs.has(cls) or cls.__reduce__ is not object.__reduce__ or cls.__dictoffset__:
        return None
    names = [field.name for field in attrs.fields(cls)]
    values = attrgetter(*names)
    if len(names) == 1:
        return lambda whole: (_made, (cls, values(whole)))
    return lambda whole: (_made, (cls, *values(whole)))


def _made(cls: type, *values: Any) -> Any:
    """A value of its fields, which were converted and checked when it was made first."""
    whole: Any = object.__new__(cls)
    # A loop that runs in C: there are hundreds of these in a meeting.
    deque(map(_CALL, _PUT[cls], repeat(whole), values), maxlen=0)
    return whole
