"""What starting costs: the package beside attrs, the command beside attrs and dateutil; prints ratios.

    python -m tests.benchmarks.bench_import
"""

from __future__ import annotations

import subprocess
import sys
import time
from statistics import median

from tests.benchmarks.bench_texts import short_document_path

ROUNDS = 15


def seconds(*arguments: str) -> float:
    """How long a fresh interpreter takes with some arguments, its own start included."""
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def imported(name: str) -> float:
    """How long the import of a module takes in a fresh interpreter."""
    code = f"import time; t = time.perf_counter(); import {name}; print(time.perf_counter() - t)"
    return float(subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout)


def compare(name: str, ours: list[float], theirs: list[float], target: float) -> None:
    ratio = median(ours) / median(theirs)
    print(f"{name:44}{median(ours) * 1e3:7.1f} ms beside {median(theirs) * 1e3:6.1f} ms  ratio {ratio:5.2f} (wanted {target:g})")


def main() -> None:
    """Print both ratios; the runs alternate, so that a busy machine slows all alike."""
    path = str(short_document_path())
    rounds = [
        (imported("minutes_model"), imported("attrs"), seconds("-m", "minutes_model", "parse", path), seconds("-c", "import attrs, dateutil.tz"))
        for _ in range(ROUNDS)
    ]
    package, attrs, command, empty = map(list, zip(*rounds, strict=True))
    compare("import minutes_model beside attrs", package, attrs, 2)
    compare("minutes-model parse beside attrs and dateutil", command, empty, 2)


if __name__ == "__main__":
    main()
