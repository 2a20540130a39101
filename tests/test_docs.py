"""What the pages show is run, where they point is there, and every diagnostic code is explained."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

from minutes_model.diagnostics import CODES

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_examples_run(page: Path) -> None:
    # A page's examples end at a fence: it is no output.
    text = page.read_text(encoding="utf-8").replace("\n```\n", "\n\n")
    example = doctest.DocTestParser().get_doctest(text, {}, page.name, str(page), 0)
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE | doctest.IGNORE_EXCEPTION_DETAIL)
    assert runner.run(example).failed == 0


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)\)", page.read_text(encoding="utf-8"))
    missing = [link for link in links if "://" not in link and not (page.parent / link).exists()]
    assert missing == []


def test_every_code_is_explained() -> None:
    page = (ROOT / "docs" / "diagnostics.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| (MM\d{3}) \| (\w+) \|", page, re.M))
    assert rows == {code: entry.severity.value for code, entry in CODES.items()}


def test_the_readme_shows_two_commands() -> None:
    blocks = re.findall(r"```console\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.S)
    assert len(blocks) == 2
    assert all(line.startswith("$ ") for block in blocks for line in block.splitlines())
