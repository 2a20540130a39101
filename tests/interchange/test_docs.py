"""Every example of a docstring is run."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import minutes_model.interchange
import minutes_model.testing

MODULES = [
    "minutes_model.registry",
    *(
        found.name
        for package in (minutes_model.interchange, minutes_model.testing)
        for found in pkgutil.iter_modules(package.__path__, package.__name__ + ".")
    ),
]


@pytest.mark.parametrize("name", MODULES)
def test_docstrings(name: str) -> None:
    outcome = doctest.testmod(importlib.import_module(name))
    assert outcome.failed == 0
