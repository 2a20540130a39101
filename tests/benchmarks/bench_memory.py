"""Peak memory of a parse, a character of the text, by tracemalloc.

    python -m tests.benchmarks.bench_memory
"""

from __future__ import annotations

import gc
import tracemalloc

import minutes_model as mm
from tests.benchmarks import bench_texts as texts


def peak(text: str, *, regions: bool) -> float:
    """The most bytes a parse holds at one time, a character; the text itself and the word lists apart."""
    mm.parse(text[:20_000])
    gc.collect()
    tracemalloc.start()
    result = mm.parse(text)
    if regions:
        assert result.regions
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most / len(text)


def main() -> None:
    """One line a kind of text."""
    kinds = (
        ("reported speech", texts.long_report(250_000, 1), 60), ("a transcript", texts.long_transcript(250_000, 1), 60),
        ("20,000 tiny speeches", texts.tiny_speeches(20_000, 1), 250),
    )  # fmt: skip
    for name, text, target in kinds:
        plain, whole = peak(text, regions=False), peak(text, regions=True)
        print(f"{name:24}{len(text):9,} characters {plain:7.1f} bytes a character, with regions {whole:7.1f} (wanted {target})")


if __name__ == "__main__":
    main()
