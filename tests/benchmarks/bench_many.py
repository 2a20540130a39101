"""What `parse_many` costs beside `parse`, and whether its memory stays flat, over 10,000 generated documents.

Run it from the root of the project: ``python -m tests.benchmarks.bench_many``. It prints ratios of
one run, since no two runs find the machine equally busy, and exits with 1 where a limit is passed.

Throughput: 10,000 documents in rounds of 1,000, each round by one warm worker of `parse_many` and by
a process that does nothing but `parse`, one directly after the other. Judged is the median over the
rounds of the processor time that `parse` takes over what the worker takes, in which all is counted
that a worker does for a document: the ratio of a worker with a core to itself. Beside it by the clock,
and what the parent takes: how many workers one parent can keep busy.
Memory: the highest resident size of a parent that reads 1,000, and of one that reads 10,000.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

import psutil

from minutes_model import parse, parse_many
from tests.generated import minutes

COUNT, ROUND, WARM = 10_000, 1_000, 200
LEAST_THROUGHPUT = 0.8
MOST_GROWTH = 1.1


class Cost(NamedTuple):
    """Milliseconds a document: by the clock, of the processor in the worker, and in the parent."""

    clock: float
    worker: float
    parent: float


def drained(items: Iterable[object]) -> int:
    return sum(1 for _ in items)


def alone(texts: list[str]) -> Cost:
    """`parse` and nothing else."""
    drained(map(parse, texts[:WARM]))
    clock, used = time.perf_counter(), time.process_time()
    count = drained(map(parse, texts[WARM:]))
    used = time.process_time() - used
    return Cost((time.perf_counter() - clock) * 1e3 / count, used * 1e3 / count, 0.0)


def by_one_worker(texts: list[str]) -> Cost:
    """`parse_many` with a worker that has loaded its word lists."""
    outcomes = parse_many(texts, workers=1)
    drained(islice(outcomes, WARM))
    (worker,) = psutil.Process().children()
    clock, parent, before = time.perf_counter(), time.process_time(), worker.cpu_times()
    # The last ones are left: with them the worker ends, and its times are gone.
    count = drained(islice(outcomes, len(texts) - WARM - 100))
    after = worker.cpu_times()
    costs = (time.perf_counter() - clock, after.user + after.system - before.user - before.system, time.process_time() - parent)
    outcomes.close()  # type: ignore[attr-defined]
    return Cost(*(cost * 1e3 / count for cost in costs))


def rounds(count: int, size: int) -> Iterator[tuple[Cost, Cost]]:
    texts = minutes(count)
    for _ in range(count // size):
        batch = list(islice(texts, size))
        yield alone(batch), by_one_worker(batch)


def throughput() -> float:
    """The median ratio; each round is printed."""
    ratios = []
    print("ms a document    parse: clock  processor    parse_many: clock  worker  parent    ratio: clock  processor")
    for plain, many in rounds(COUNT, ROUND):
        ratios.append((plain.clock / many.clock, plain.worker / many.worker, many.worker / many.parent))
        print(f"{plain.clock:29.2f} {plain.worker:10.2f} {many.clock:21.2f} {many.worker:7.2f} {many.parent:7.2f} {ratios[-1][0]:15.2f} {ratios[-1][1]:10.2f}")
    clock, processor, kept_busy = (statistics.median(column) for column in zip(*ratios, strict=True))
    print(f"throughput of a worker over parse: {processor:.2f} by processor time (limit {LEAST_THROUGHPUT}), {clock:.2f} by the clock")
    print(f"one parent keeps {kept_busy:.1f} workers busy")
    return float(processor)


def peak(count: int) -> int:
    """The highest resident size, in KiB, of a process that reads so many with two workers."""
    command = [sys.executable, "-m", "tests.benchmarks.bench_many", str(count)]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def read(count: int) -> None:
    drained(parse_many(minutes(count), workers=2))
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def main(arguments: list[str]) -> int:
    """Print the ratios; 1 where one is beyond its limit."""
    if arguments:
        read(int(arguments[0]))
        return 0
    ratio = throughput()
    small, large = peak(COUNT // 10), peak(COUNT)
    growth = large / small
    print(f"peak of the parent: {small / 1024:.0f} MiB at {COUNT // 10:,}, {large / 1024:.0f} MiB at {COUNT:,}: ratio {growth:.2f} (limit {MOST_GROWTH})")
    return int(ratio < LEAST_THROUGHPUT or growth > MOST_GROWTH)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
