"""Time and memory of splitting and resolving designations.

    python tests/benchmarks/bench_people.py

Prints: what a fresh process needs to load the word lists (ms, MB), what a designation costs when it
is new, when it was seen, and with a list of those present, and what a listed label costs to resolve.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable, Sequence
from pathlib import Path

LABELS = Path(__file__).parent.parent / "people" / "designations_own.json"
_LOAD = """
import time
from minutes_model.people import words
start = time.perf_counter()
for name in ("surnames", "given", "places", "nouns", "companies"):
    words.word_list(name)
words.titles(), words.organizations()
print(time.perf_counter() - start)
"""


def labels() -> list[str]:
    return [item["text"] for item in json.loads(LABELS.read_text(encoding="utf-8"))]


def load_seconds(repeats: int = 5) -> float:
    """The best time in which a fresh process loads all lists."""
    command = [sys.executable, "-c", _LOAD]
    return min(float(subprocess.run(command, check=True, capture_output=True).stdout) for _ in range(repeats))


def load_megabytes(texts: Sequence[str]) -> float:
    """What all lists hold in memory once designations of every kind were split."""
    from minutes_model.people import split_designation

    tracemalloc.start()
    for text in texts:
        split_designation(text)
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return held / 1e6


def microseconds(call: Callable[[str], object], texts: Sequence[str]) -> float:
    start = time.perf_counter()
    for text in texts:
        call(text)
    return (time.perf_counter() - start) / len(texts) * 1e6


def splitting(texts: Sequence[str]) -> None:
    from minutes_model.people import split_designation
    from minutes_model.people.plausible import looks_like_designation

    roster = [text for text in texts if text.endswith("委員")][:30]
    half = len(texts) // 2
    print(f"new            {microseconds(split_designation, [text + ' ' for text in texts]):8.1f} µs")
    print(f"seen           {microseconds(split_designation, texts):8.1f} µs")
    listed = lambda text: split_designation(text, roster=roster)  # noqa: E731
    listed(texts[-1])
    print(f"new, with list {microseconds(listed, texts[:half]):8.1f} µs")
    microseconds(looks_like_designation, texts)
    print(f"looks like one {microseconds(looks_like_designation, [text + '　' for text in texts]):8.1f} µs")


def resolving(texts: Sequence[str]) -> None:
    from minutes_model.model import Attendee
    from minutes_model.people import split_designation
    from minutes_model.people.resolve import Resolver

    resolver = Resolver()
    for number, text in enumerate(texts[:40]):
        split = split_designation(text)
        resolver.listed(Attendee(id=f"a{number}", label=text, name=split.name, title=split.title))
    print(f"listed label   {microseconds(lambda text: resolver.speaker(text, None), texts[:40]):8.1f} µs")


def main() -> None:
    texts = labels()
    print(f"load           {load_seconds() * 1e3:8.1f} ms")
    print(f"held           {load_megabytes(texts):8.1f} MB")
    splitting(texts)
    resolving(texts)


if __name__ == "__main__":
    main()
