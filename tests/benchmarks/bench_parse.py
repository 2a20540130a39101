"""A whole structured parse beside MeCab, in one run; prints ratios.

MeCab is `fugashi` with unidic-lite and ``-Owakati`` on the same text. The parse includes designations and
regions. Surnames are others in each round, so that what was learnt of a label helps nobody.

    python -m tests.benchmarks.bench_parse [FILE ...]
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

import fugashi
import unidic_lite

import minutes_model as mm
from tests.benchmarks import bench_texts as texts

ROUNDS = 9
Texts = Callable[[int], list[str]]


def tagger() -> fugashi.GenericTagger:
    """MeCab that prints words apart."""
    return fugashi.GenericTagger(f"-Owakati -r /dev/null -d {unidic_lite.DICDIR}")


def milliseconds(run: Callable[[str], object], given: list[str]) -> float:
    """What one pass over some texts takes."""
    start = time.perf_counter()
    for text in given:
        run(text)
    return (time.perf_counter() - start) * 1e3


def whole(text: str) -> object:
    """A parse with everything that is worked out on demand."""
    return mm.parse(text).regions


def compare(name: str, make: Texts, target: float, mecab: fugashi.GenericTagger) -> float:
    """One line for a kind of text: the median of alternating rounds of both."""
    ours, theirs, characters = [], [], 0
    whole(make(0)[0])
    for number in range(1, ROUNDS + 1):
        given = make(number)
        characters = sum(map(len, given))
        gc.collect()
        theirs.append(milliseconds(mecab.parse, given))
        ours.append(milliseconds(whole, given))
    ratio = median(a / b for a, b in zip(ours, theirs, strict=True))
    print(
        f"{name:34}{characters:8} characters {len(given):3} texts {median(ours):8.2f} ms  MeCab {median(theirs):7.2f} ms"
        f"  ratio {ratio:5.2f} (wanted {target:g})"
    )
    return ratio


def others(given: list[str]) -> Texts:
    """The same documents with other surnames in each round."""
    known = [(text, texts.surnames_of(text)) for text in given]
    return lambda number: [texts.renamed(text, names, number) for text, names in known]


def one(make: Callable[[int, int], str], size: int) -> Texts:
    """A long text made anew in each round."""
    return lambda number: [make(size, number)]


def main(paths: list[str]) -> None:
    """Print every ratio."""
    against = partial(compare, mecab=tagger())
    for size in (50_000, 200_000):
        against(f"reported speech, {size:,}", one(texts.long_report, size), 0.5)
        against(f"transcript, {size:,}", one(texts.long_transcript, size), 0.5)
    against("examples", others(texts.short_documents(5_000, 7_000)), 1.0)
    against("documents of 1,500", others(texts.short_documents(1_300, 1_700)), 2.5)
    for path in map(Path, paths):
        text = path.read_text(encoding="utf-8")
        against(path.name, others([text]), 1.0 if len(text) > 3_000 else 2.5)


if __name__ == "__main__":
    main(sys.argv[1:])
