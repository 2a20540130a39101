"""The built-in profiles as attributes, each read from its file when first asked for."""

from __future__ import annotations

import pkgutil

from minutes_model.bodies.index import BODIES
from minutes_model.bodies.profile import Profile
from minutes_model.bodies.reading import profile_in


def __getattr__(name: str) -> Profile:
    if name not in BODIES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    # importlib.resources, which reads it as well, takes longer to load than the file.
    data = pkgutil.get_data("minutes_model.bodies", f"data/{name}.toml")
    assert data is not None, f"{name}.toml is missing in the package"
    found = globals()[name] = profile_in(data, f"{name}.toml")
    return found
