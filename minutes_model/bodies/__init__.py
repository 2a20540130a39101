"""What is known of single bodies, as data: profiles, and the registry `profiles` that holds them.

The package is called ``bodies`` because ``minutes_model.profiles`` is the registry: a sub-package of
that name would take its place as soon as anybody imported it.
"""

from __future__ import annotations

from minutes_model.bodies.profile import Profile
from minutes_model.bodies.registry import Profiles, profiles

__all__ = ["Profile", "Profiles", "profiles"]
