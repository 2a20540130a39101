"""Patterns that are compiled on first use, and that all of the grammar's are."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import minutes_model
from minutes_model.patterns import regex

COUNTED = """
import re, sys
compiled, made = re.compile, []
def counted(*given, **named):
    made.append(sys._getframe(1).f_globals["__name__"])
    return compiled(*given, **named)
re.compile = counted
import minutes_model.parser
print([name for name in made if name.startswith("minutes_model")])
"""


def test_it_does_what_a_compiled_pattern_does() -> None:
    late, compiled = regex(r"(?P<n>[0-9]+)回"), re.compile(r"(?P<n>[0-9]+)回")
    assert late.pattern == compiled.pattern
    for _ in range(2):
        found = late.search("第12回")
        assert found is not None
        assert found["n"] == "12"
        assert late.sub("", "第12回") == "第"
        assert dict(late.groupindex) == {"n": 1}
        assert late.flags == compiled.flags


def test_flags_and_bytes() -> None:
    assert regex("a.b", re.DOTALL | re.IGNORECASE).fullmatch("A\nB")
    assert regex(rb"\d+").findall(b"1 23") == [b"1", b"23"]


def test_nothing_is_compiled_when_the_parser_is_imported() -> None:
    run = subprocess.run([sys.executable, "-c", COUNTED], check=True, capture_output=True, text=True)
    assert run.stdout.strip() == "[]"


def test_no_module_gives_one_name_to_two_patterns() -> None:
    """The second would replace the first wherever it is used, also above."""
    twice: list[str] = []
    for path in Path(minutes_model.__file__).parent.rglob("*.py"):
        body = ast.parse(path.read_text("utf-8")).body
        names = Counter(target.id for node in body if isinstance(node, ast.Assign) for target in node.targets if isinstance(target, ast.Name))
        twice += [f"{path.name}: {name}" for name, count in names.items() if count > 1]
    assert not twice
