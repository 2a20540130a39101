"""Where a sign in a line decides whether a step reads it, the step leaves a line without one as it is."""

from __future__ import annotations

import pytest

import minutes_model as mm
from minutes_model.grammar import list_heads, list_lines
from tests.documents import case_folders

EVERY = 20
"""Of so many cases one is read; all of them take long."""


@pytest.mark.parametrize(("module", "name"), [(list_lines, "_STEPS"), (list_heads, "_OPENERS")], ids=["lines", "heads"])
def test_no_sign_hides_what_a_step_does(monkeypatch: pytest.MonkeyPatch, module: object, name: str) -> None:
    texts = [(folder / "minutes.txt").read_text(encoding="utf-8") for folder in case_folders()[::EVERY]]
    known = [mm.parse(text).meeting.attendees for text in texts]
    monkeypatch.setattr(module, name, tuple((step, None) for step, _ in getattr(module, name)))
    assert [mm.parse(text).meeting.attendees for text in texts] == known
    assert sum(map(len, known)) > len(texts)
