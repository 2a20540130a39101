"""What starting costs: the package beside attrs, the command beside attrs and dateutil; prints ratios.

Both start from compiled modules, as what pip has installed does, whatever PYTHONDONTWRITEBYTECODE says here.

    python -m tests.benchmarks.bench_import
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from statistics import median

from tests.benchmarks.bench_texts import short_document_path

ROUNDS = 15


def python(*arguments: str) -> str:
    """What a fresh interpreter prints."""
    return subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout


def seconds(*arguments: str) -> float:
    """How long a fresh interpreter takes with some arguments, its own start included."""
    start = time.perf_counter()
    python(*arguments)
    return time.perf_counter() - start


def imported(name: str) -> float:
    """How long the import of a module takes in a fresh interpreter."""
    return float(python("-c", f"import time; t = time.perf_counter(); import {name}; print(time.perf_counter() - t)"))


def one_round(path: str) -> tuple[float, float, float, float]:
    """The package, attrs, the command, and attrs with dateutil."""
    command, empty = ("-m", "minutes_model", "parse", path), ("-c", "import attrs, dateutil.tz")
    return imported("minutes_model"), imported("attrs"), seconds(*command), seconds(*empty)


def compare(name: str, ours: list[float], theirs: list[float], target: float) -> None:
    ratio = median(ours) / median(theirs)
    print(f"{name:44}{median(ours) * 1e3:7.1f} ms beside {median(theirs) * 1e3:6.1f} ms  ratio {ratio:5.2f} (wanted {target:g})")


def main() -> None:
    """Print both ratios; the runs alternate, so that a busy machine slows all alike."""
    path = str(short_document_path())
    with tempfile.TemporaryDirectory() as compiled:
        os.environ.update(PYTHONPYCACHEPREFIX=compiled, PYTHONDONTWRITEBYTECODE="", PYTHONUTF8="1")
        one_round(path)
        rounds = [one_round(path) for _ in range(ROUNDS)]
    package, attrs, command, empty = map(list, zip(*rounds, strict=True))
    compare("import minutes_model beside attrs", package, attrs, 2)
    compare("minutes-model parse beside attrs and dateutil", command, empty, 2)


if __name__ == "__main__":
    main()
