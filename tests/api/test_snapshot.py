"""The public interface is what was committed: whoever changes it sees the change, and says so in the changelog."""

from __future__ import annotations

import difflib
import importlib
import re
import shutil
import subprocess
from pathlib import Path

import pytest

pytest.importorskip("griffe")

import minutes_model
from tests.api import MODULES, SNAPSHOT, breaking_changes, lines


def test_the_interface_is_as_committed() -> None:
    committed = SNAPSHOT.read_text(encoding="utf-8").splitlines()
    changes = list(difflib.unified_diff(committed, lines(), "snapshot.txt", "the package", n=0, lineterm=""))
    assert not changes, "\n".join([*changes, "if this is meant: python -m tests.api, and the changelog"])


@pytest.mark.parametrize("module", MODULES)
def test_every_name_is_there_and_listed(module: str) -> None:
    public = importlib.import_module(module)
    assert [name for name in public.__all__ if not hasattr(public, name)] == []
    listed = {re.split(r"[:( ]", line)[0] for line in SNAPSHOT.read_text(encoding="utf-8").splitlines()}
    assert [name for name in public.__all__ if f"{module}.{name}" not in listed] == []


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_what_breaks_programs_is_told_and_nothing_else(tmp_path: Path) -> None:
    package = tmp_path / "minutes_model"
    shutil.copytree(Path(minutes_model.__file__).parent, package, ignore=shutil.ignore_patterns("__pycache__", "data"))
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    for command in (["init", "-q"], ["add", "."], [*who, "commit", "-qm", "old"], ["tag", "v0"]):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    assert breaking_changes("v0", tmp_path) == []
    changed(package / "corpus.py", "def parse_one(source: Source,", "def parse_one(colour: int, source: Source,")
    changed(package / "corpus.py", "    progress: bool = False,", "    progress: bool = True,")
    changed(package / "model" / "meeting.py", "    venue: str | None = None", "    place: str | None = None")
    for line in ('    "to_akn",\n', "        to_akn,\n"):
        changed(package / "__init__.py", line, "")
    found = breaking_changes("v0", tmp_path)
    assert [(words in "\n".join(found)) for words in ("parse_many(progress)", "Meeting.venue", "to_akn")] == [True] * 3, found
    assert len(found) == 3


def changed(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
