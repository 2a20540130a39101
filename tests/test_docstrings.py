"""Every example of a docstring is run, in rooms that are not public too."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import minutes_model

MODULES = [name for _, name, _ in pkgutil.walk_packages(minutes_model.__path__, "minutes_model.") if not name.endswith("__main__")]


@pytest.mark.parametrize("name", ["minutes_model", *MODULES])
def test_examples_run(name: str) -> None:
    outcome = doctest.testmod(importlib.import_module(name), optionflags=doctest.NORMALIZE_WHITESPACE | doctest.IGNORE_EXCEPTION_DETAIL)
    assert outcome.failed == 0
