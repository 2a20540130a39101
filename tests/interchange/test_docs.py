"""Every example that is shown is run."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import minutes_model.interchange
import minutes_model.testing

ROOT = Path(__file__).parents[2]
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


@pytest.mark.parametrize("name", ["interchange", "writing-an-exporter"])
def test_pages(name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from minutes_model.interchange.registry import exporters

    path = ROOT / f"docs/{name}.md"
    if not path.exists():
        pytest.skip("not in a checkout")
    monkeypatch.chdir(ROOT)
    blocks = re.findall(r"```python\n(.*?)```", path.read_text(encoding="utf-8"), re.S)
    code = "\n".join(blocks).replace("/tmp/", f"{tmp_path}/")
    try:
        exec(compile(code, str(path), "exec", dont_inherit=True), {"__name__": "page"})
    finally:
        exporters.unregister("todo")
