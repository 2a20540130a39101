"""The built-in profiles as attributes, each read from its file when first asked for."""

from __future__ import annotations

from importlib.resources import files

from minutes_model.bodies.index import BODIES
from minutes_model.bodies.profile import Profile
from minutes_model.bodies.reading import read_profile


def __getattr__(name: str) -> Profile:
    if name not in BODIES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = read_profile(files("minutes_model.bodies").joinpath("data", f"{name}.toml"))
    return found
