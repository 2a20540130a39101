"""`parse_many` on a Dask cluster: two worker processes with a scheduler, as on many machines."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

import minutes_model as mm
from minutes_model import parse_many
from tests.generated import minutes

dask = pytest.importorskip("dask")
distributed = pytest.importorskip("distributed")

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = sorted((ROOT / "examples" / "minutes").glob("*.txt"))


@contextmanager
def running(workers: int) -> Iterator[Any]:
    """A client of a cluster of worker processes, each watched by a nanny that starts another in its place."""
    settings = {"n_workers": workers, "threads_per_worker": 1, "processes": True, "dashboard_address": ":0"}
    # Workers that are killed on purpose are logged as errors.
    with distributed.LocalCluster(**settings, silence_logs=50) as cluster, distributed.Client(cluster) as client:
        yield client


@pytest.fixture(scope="module")
def client() -> Iterator[Any]:
    with running(2) as client:
        yield client


def test_the_results_are_those_of_one_process_in_order(client: Any) -> None:
    texts = list(minutes(60))
    sources = [*EXAMPLES, Path("missing.txt"), EXAMPLES[0].read_bytes(), *texts, mm.SourceDocument(text=texts[0], name="one")]
    found = list(parse_many(sources, executor=client.get_executor()))
    expected = list(parse_many(sources))
    assert [f.ok for f in found] == [e.ok for e in expected]
    for one, other in zip(found, expected, strict=True):
        if one.ok and other.ok:
            assert one == other
            assert one.regions == other.regions
            assert one.meeting.provenance == other.meeting.provenance
        elif not (one.ok or other.ok):
            assert (one.source_name, type(one.error), str(one.error)) == (other.source_name, type(other.error), str(other.error))


def test_both_workers_take_part(client: Any) -> None:
    list(parse_many(minutes(100), executor=client.get_executor()))
    loaded = client.run(lambda: "minutes_model.parser" in __import__("sys").modules)
    assert list(loaded.values()) == [True, True]


def test_the_executor_is_left_open(client: Any) -> None:
    executor = client.get_executor()
    outcomes = parse_many(minutes(500), executor=executor)
    assert next(outcomes).ok
    outcomes.close()  # type: ignore[attr-defined]
    assert executor.submit(int, "3").result() == 3


def test_options_go_along(client: Any) -> None:
    (found,) = parse_many(["これは何でもない。"], executor=client.get_executor(), strict=True)
    assert not found.ok
    assert isinstance(found.error, mm.ParseError)
    assert found.error.diagnostics[0].code == "MM001"


def processes(client: Any) -> set[int]:
    return set(client.run(os.getpid).values())


def test_nothing_is_lost_with_a_worker_that_is_killed(client: Any) -> None:
    count = 600
    outcomes = parse_many(minutes(count), executor=client.get_executor())
    found = list(islice(outcomes, 50))
    at_work = {address: tasks for address, tasks in client.processing().items() if tasks}
    assert at_work, "nothing was left to be lost"
    victim = client.run(os.getpid, workers=[next(iter(at_work))]).popitem()[1]
    os.kill(victim, signal.SIGKILL)
    found += outcomes
    assert [outcome.ok and outcome.meeting.number for outcome in found] == [*range(1, count + 1)]
    assert victim not in processes(client)


def end_the_worker() -> None:
    import minutes_model.corpus

    def parse(source: object) -> None:
        os._exit(3)

    minutes_model.corpus.parse = parse  # type: ignore[assignment]


def test_a_cluster_that_gives_up_is_raised() -> None:
    with dask.config.set({"distributed.scheduler.allowed-failures": 0}), running(1) as client:
        client.run(end_the_worker)
        with pytest.raises(distributed.KilledWorker):
            list(parse_many(minutes(20), executor=client.get_executor()))
