"""Many sources: their order, their failures, the processes and executors they are parsed in."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

import minutes_model as mm
from minutes_model import parse_many
from minutes_model.corpus import Batches
from minutes_model.result import PackedRegions

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = sorted((ROOT / "examples" / "minutes").glob("*.txt"))

on_linux = pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for processes as Linux shows them")


def text(number: int) -> str:
    return (
        f"港湾審議会（第{number}回）議事概要\n１ 日時：令和６年９月11日（水）13:00～\n２ 出席者：大島委員\n３ 議事の概要\n"
        f"大島委員から「岸壁の第{number}案に賛成である」旨の発言があった。\n" + "審議の経過は別紙のとおりである。\n" * (number % 7)
    )


def numbers(outcomes: Iterator[mm.ParseResult | mm.ParseFailure]) -> list[int | None]:
    return [outcome.meeting.number if outcome.ok else None for outcome in outcomes]


def named(name: str) -> Callable[[], Any]:
    makers: dict[str, Callable[[], Any]] = {
        "threads": lambda: ThreadPoolExecutor(2),
        "processes": lambda: ProcessPoolExecutor(1, mp_context=get_context("spawn")),
    }
    return makers[name]


@pytest.mark.parametrize("options", [{}, {"workers": 1}, {"workers": 2}], ids=str)
def test_the_order_is_that_of_the_sources(options: dict[str, Any]) -> None:
    assert numbers(parse_many(map(text, range(1, 30)), **options)) == [*range(1, 30)]


@pytest.mark.parametrize("kind", ["threads", "processes"])
def test_an_executor_is_left_open(kind: str) -> None:
    with named(kind)() as executor:
        assert numbers(parse_many(map(text, range(1, 12)), executor=executor)) == [*range(1, 12)]
        assert executor.submit(int, "3").result() == 3


@pytest.mark.parametrize("options", [{}, {"workers": 2}], ids=str)
def test_every_kind_of_source_gives_what_parse_gives(options: dict[str, Any]) -> None:
    class Path2(os.PathLike[str]):
        def __fspath__(self) -> str:
            return str(EXAMPLES[0])

    sources = [*EXAMPLES, EXAMPLES[0].read_bytes(), mm.SourceDocument(text=text(3), name="three"), Path2()]
    found = list(parse_many(sources, **options))
    for source, outcome in zip(sources, found, strict=True):
        expected = mm.parse(source)
        assert outcome.ok
        assert outcome == expected
        assert outcome.regions == expected.regions
        assert outcome.meeting.provenance == expected.meeting.provenance


@pytest.mark.parametrize("options", [{}, {"workers": 2}], ids=str)
def test_failures_are_values(options: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "scan.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    sources = [text(1), tmp_path / "missing.txt", b"", tmp_path / "scan.png", text(5)]
    found = list(parse_many(sources, **options))
    assert [f.ok for f in found] == [True, False, False, False, True]
    failures = [f for f in found if not f.ok]
    assert [f.source_name for f in failures] == [str(tmp_path / "missing.txt"), None, str(tmp_path / "scan.png")]
    assert [type(f.error) for f in failures] == [mm.SourceError, mm.NoTextError, mm.UnsupportedSourceError]


@pytest.mark.parametrize("options", [{}, {"workers": 1}], ids=str)
def test_options_go_to_parse(options: dict[str, Any]) -> None:
    good, bad = parse_many([text(1), "これは何でもない。"], strict=True, **options)
    assert good.ok
    assert not bad.ok
    assert isinstance(bad.error, mm.ParseError)
    assert [d.code for d in bad.error.diagnostics][:1] == ["MM001"]


def test_a_fault_of_the_parser_ends_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(source: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr("minutes_model.corpus.parse", fail)
    (found,) = parse_many([Path("a.txt")])
    assert (found.ok, str(found.error)) == (False, "the parser failed: RecursionError('too deep')")


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda: parse_many("a text"), TypeError, "several sources"),
        (lambda: parse_many(Path("a.txt")), TypeError, "several sources"),
        (lambda: parse_many([], workers=0), ValueError, "from 1"),
        (lambda: parse_many([], workers=1, executor=ThreadPoolExecutor(1)), ValueError, "either"),
        (lambda: parse_many([], colour=3), TypeError, "colour"),
        (lambda: list(parse_many([3])), TypeError, "not int"),
    ],
)
def test_wrong_usage_is_raised_at_once(call: Callable[[], Any], error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        call()


class Counted:
    """Sources that tell how far they were read."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.read = 0

    def __iter__(self) -> Iterator[str]:
        for number in range(1, self.count + 1):
            self.read = number
            yield text(number)


@pytest.mark.parametrize(("options", "most"), [({}, 1), ({"workers": 2}, 2 * 4 * 16)], ids=str)
def test_sources_are_read_only_a_little_ahead(options: dict[str, Any], most: int) -> None:
    sources = Counted(600)
    furthest = 0
    for taken, _ in enumerate(parse_many(sources, **options), 1):
        furthest = max(furthest, sources.read - taken + 1)
    assert taken == 600
    assert furthest <= most


class Cluster:
    """An executor that does not tell how many workers it has."""

    def submit(self, function: Callable[..., Any], *arguments: Any) -> Future[Any]:
        future: Future[Any] = Future()
        future.set_result(function(*arguments))
        return future


def test_an_executor_of_unknown_size_is_filled_so_far() -> None:
    sources = Counted(400)
    outcomes = parse_many(sources, executor=Cluster())  # type: ignore[arg-type]
    next(outcomes)
    assert sources.read == 64


class Forgetful(Cluster):
    """An executor that loses what it was given, so many times in a row, and works again."""

    def __init__(self, losses: int, error: Exception | None) -> None:
        self.losses = losses
        self.error = error

    def submit(self, function: Callable[..., Any], *arguments: Any) -> Future[Any]:
        if not self.losses:
            return super().submit(function, *arguments)
        self.losses -= 1
        future: Future[Any] = Future()
        if self.error:
            future.set_exception(self.error)
        else:
            future.cancel()
        return future


@pytest.mark.parametrize("error", [None, ValueError("not enough values to unpack")], ids=["cancelled", "failed"])
def test_what_an_executor_loses_is_submitted_once_more(error: Exception | None) -> None:
    found = parse_many(map(text, range(1, 200)), executor=Forgetful(3, error))  # type: ignore[arg-type]
    assert numbers(found) == [*range(1, 200)]


def test_what_an_executor_loses_twice_is_raised() -> None:
    with pytest.raises(ValueError, match="lost again"):
        list(parse_many([text(1)], executor=Forgetful(2, ValueError("lost again"))))  # type: ignore[arg-type]


@pytest.mark.parametrize("losses", [1, 2])
def test_a_broken_executor_is_given_no_second_task(losses: int) -> None:
    executor = Forgetful(losses, BrokenExecutor("gone"))
    with pytest.raises(BrokenExecutor, match="gone"):
        list(parse_many([text(1)], executor=executor))  # type: ignore[arg-type]
    assert executor.losses == losses - 1


def test_short_sources_travel_together() -> None:
    batches = Batches()
    cut = batches.cut(map(text, range(1, 1000)))
    sizes = []
    for seconds in (0.001, 0.002, 0.004, 0.008, 0.016, 0.5, 60, 60, 60, 0.001):
        sizes.append(len(next(cut)))
        batches.learn(sizes[-1], seconds)
    assert sizes == [1, 2, 4, 8, 16, 16, 3, 1, 1, 1]


def test_a_batch_of_heavy_sources_ends_early() -> None:
    batches = Batches()
    batches.size = 16
    heavy, small = b"a" * 900_000, Path("a.pdf")
    sources: list[Any] = [heavy, heavy, small, mm.SourceDocument(text="x" * 2_000_000), small, small]
    assert [len(batch) for batch in batches.cut(sources)] == [2, 2, 2]


def test_a_source_that_is_long_in_coming_holds_nothing_up() -> None:
    batches = Batches()
    batches.size = 16

    def slow() -> Iterator[str]:
        for number in range(3):
            time.sleep(0.11)
            yield text(number)

    assert [len(batch) for batch in batches.cut(slow())] == [1, 1, 1]


def test_what_is_not_taken_is_not_parsed() -> None:
    taken: list[int] = []

    def sources() -> Iterator[str]:
        for number in range(1, 100_000):
            taken.append(number)
            yield text(number)

    outcomes = parse_many(sources(), workers=2)
    assert next(outcomes).ok
    outcomes.close()  # type: ignore[attr-defined]
    assert len(taken) < 10_000


def read(path: Path) -> bytes:
    """What stands in a file of a thread or a process; nothing where it has just ended."""
    try:
        return path.read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return b""


def children() -> set[int]:
    found = {int(child) for task in Path("/proc/self/task").iterdir() for child in read(task / "children").split()}
    return {child for child in found if b"minutes_model.workers" in read(Path(f"/proc/{child}/cmdline"))}


@on_linux
def test_a_worker_that_dies_is_raised() -> None:
    outcomes = parse_many(map(text, range(1, 200)), workers=1)
    assert next(outcomes).ok
    for child in children():
        os.kill(child, signal.SIGKILL)
    with pytest.raises(BrokenExecutor, match="-9"):
        list(outcomes)
    assert children() == set()


def die(*ignored: object) -> None:
    os._exit(3)


def test_a_broken_pool_is_raised() -> None:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as executor:
        executor.submit(die)
        with pytest.raises(BrokenExecutor):
            list(parse_many(map(text, range(1, 50)), executor=executor))


def run(script: str, folder: Path, argument: str) -> str:
    (folder / "script.py").write_text(script, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, argument], cwd=folder, capture_output=True, timeout=60, check=False, input=script,
        encoding="utf-8", env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


SCRIPT = """
import minutes_model as mm
print("started")
sources = [f"港湾審議会（第{n}回）議事概要" for n in range(1, 9)]
print([r.meeting.number for r in mm.parse_many(sources, workers=2)])
"""


@pytest.mark.parametrize("argument", ["script.py", "-"])
def test_a_script_needs_no_main_guard(argument: str, tmp_path: Path) -> None:
    assert run(SCRIPT, tmp_path, argument).splitlines() == ["started", "[1, 2, 3, 4, 5, 6, 7, 8]"]


def test_results_travel_packed() -> None:
    for path in EXAMPLES:
        result = mm.parse(path)
        data = pickle.dumps(result, pickle.HIGHEST_PROTOCOL)
        again = pickle.loads(data)
        assert again == result
        assert again.regions == result.regions
        assert isinstance(again._regions, PackedRegions)
        plain = len(pickle.dumps((result.meeting, result.source, result.diagnostics), pickle.HIGHEST_PROTOCOL))
        assert len(data) - plain < 30 * len(result.regions) + 1500


INTERRUPTED = """
import itertools
import minutes_model as mm
for outcome in mm.parse_many((f"港湾審議会（第{n}回）議事概要" for n in itertools.count(1)), workers=2):
    if outcome.meeting.number == 1:
        print("begun", flush=True)
"""


@on_linux
def test_an_interrupt_from_the_keyboard_ends_all(tmp_path: Path) -> None:
    pipe = subprocess.PIPE
    process = subprocess.Popen(
        [sys.executable, "-c", INTERRUPTED], stdout=pipe, stderr=pipe, cwd=tmp_path, start_new_session=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == b"begun\n"
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=30)
    assert errors.count(b"Traceback") == 1
    assert b"KeyboardInterrupt" in errors
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)


LEFT = """
import minutes_model as mm
outcomes = mm.parse_many([f"港湾審議会（第{n}回）議事概要" for n in range(1, 500)], workers=2)
print(next(outcomes).meeting.number)
"""


def test_a_program_may_end_with_work_left(tmp_path: Path) -> None:
    assert run(LEFT, tmp_path, "script.py") == "1\n"


NOTEBOOK = """
import minutes_model as mm
sources = [*(f"港湾審議会（第{n}回）議事概要" for n in range(1, 40)), b""]
print([getattr(outcome, "meeting", None) and outcome.meeting.number for outcome in mm.parse_many(sources, workers=2, progress=True)])
"""


def test_a_notebook_has_workers_and_a_bar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nbclient, nbformat = pytest.importorskip("nbclient"), pytest.importorskip("nbformat")
    pytest.importorskip("ipykernel")
    pytest.importorskip("tqdm")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(NOTEBOOK)])
    nbclient.NotebookClient(notebook, timeout=60, resources={"metadata": {"path": str(tmp_path)}}).execute()
    shown = {"stdout": "", "stderr": ""}
    for output in notebook.cells[0].outputs:
        # A bar of ipywidgets is a display; without them it is text.
        name = output.get("name", "stderr")
        shown[name] += output.get("text") or output.get("data", {}).get("text/plain", "")
    assert shown["stdout"] == f"{[*range(1, 40), None]}\n"
    assert "/40" in shown["stderr"]


def test_a_bar_shows_the_progress(capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("tqdm")
    assert numbers(parse_many([text(1), b"", text(2)], progress=True)) == [1, None, 2]
    shown = capsys.readouterr().err
    assert "3/3" in shown
    assert "failed=1" in shown


@on_linux
def test_a_bar_lets_go_of_the_workers() -> None:
    pytest.importorskip("tqdm")
    outcomes = parse_many(map(text, range(1, 500)), workers=2, progress=True)
    assert next(outcomes).ok
    outcomes.close()  # type: ignore[attr-defined]
    assert children() == set()


def test_a_bar_needs_tqdm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tqdm.auto", None)
    with pytest.raises(mm.MissingExtraError, match=r"minutes-model\[progress\]"):
        parse_many([], progress=True)
