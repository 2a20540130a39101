"""What is known of single bodies, as data: `profile.Profile`, and `registry.profiles` that holds them.

The package is called ``bodies`` because ``minutes_model.profiles`` is the registry: a sub-package of
that name would take its place as soon as anybody imported it. It imports nothing by itself: whether a
document calls for a profile is told without making one.
"""
