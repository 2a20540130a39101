"""Many minutes, one after another or many at once: `parse_many`."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import closing
from inspect import signature
from operator import length_hint
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from minutes_model.bodies.registry import profile_of
from minutes_model.errors import MinutesError, MissingExtraError, ParseError
from minutes_model.parser import parse
from minutes_model.result import ParseFailure, ParseResult, SourceDocument

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

__all__ = ["Batches", "parse_batch", "parse_many", "parse_one", "with_progress"]

Source: TypeAlias = "str | os.PathLike[str] | bytes | SourceDocument"
Outcome: TypeAlias = "ParseResult | ParseFailure"
Outcomes: TypeAlias = "Generator[Outcome, None, None]"
Submit: TypeAlias = "Callable[[bytes], Future[tuple[float, list[bytes]]]]"
S = TypeVar("S")
T = TypeVar("T")

_AHEAD = 4
"""How many batches a worker has waiting: enough that none idles behind a slow one."""

_UNKNOWN = 16
"""How many workers an executor is taken to have that does not tell, such as a cluster."""

_BATCH_SECONDS = 0.1
_BATCH_SIZE = 16
_BATCH_WEIGHT = 1_000_000


def parse_many(
    sources: Iterable[Source],
    *,
    workers: int | None = None,
    executor: Executor | None = None,
    progress: bool = False,
    **parse_options: Any,
) -> Iterator[ParseResult | ParseFailure]:
    """Parse many sources, in their order: a `ParseResult` for each, or a `ParseFailure` where one fails.

    Each source is what `parse` takes, and ``parse_options`` are those of `parse`; a profile named here is
    looked up here, where the program may have registered it. The sources are parsed in the calling process;
    with ``workers`` in that many processes, which end with the iteration; with ``executor`` wherever that
    runs (threads, processes, a Dask cluster), and it is left open. Sources are read, and results held,
    only a little way ahead of what was taken: 64 for each worker at most. ``progress`` shows a bar.

    >>> sources = ["第３回 銀河会議 議事概要", Path("no such file")]
    >>> [(outcome.ok, getattr(outcome, "source_name", None)) for outcome in parse_many(sources)]
    [(True, None), (False, 'no such file')]

    Raises `TypeError` for what is no source and for an unknown option, `UnknownPluginError` for the name of
    a profile that is not there, `ValueError` for ``workers`` below 1 or beside an ``executor``,
    `MissingExtraError` where ``progress`` lacks tqdm. An executor that breaks is raised as the executor
    does it (`concurrent.futures.BrokenExecutor` where a worker process dies), never given as a failure of
    a source; what one loses without breaking, as a cluster may with a machine, is submitted once more.
    """
    if isinstance(sources, str | bytes | os.PathLike | SourceDocument):
        raise TypeError("parse_many takes several sources; give a list of one, or use parse")
    if executor is not None and workers is not None:
        raise ValueError("give either workers or an executor: an executor has workers of its own")
    if workers is not None and workers < 1:
        raise ValueError(f"workers is a number of processes from 1, not {workers}")
    signature(parse).bind("", **parse_options)
    if "profile" in parse_options:
        parse_options["profile"] = profile_of(parse_options["profile"])
    outcomes = _outcomes(map(_portable, sources), workers, executor, parse_options)
    return with_progress(outcomes, length_hint(sources)) if progress else outcomes


def _outcomes(
    sources: Iterator[Source], workers: int | None, executor: Executor | None, options: Mapping[str, Any]
) -> Outcomes:
    from concurrent.futures import ThreadPoolExecutor

    if workers is not None:
        return _in_processes(sources, workers, options)
    if executor is None:
        return (parse_one(source, options) for source in sources)
    most = getattr(executor, "_max_workers", 0) or _UNKNOWN
    if isinstance(executor, ThreadPoolExecutor):
        return _ahead(sources, lambda source: executor.submit(parse_one, source, options), _AHEAD * most)
    return _packed(sources, lambda task: executor.submit(parse_batch, task), _AHEAD * most, options)


def _in_processes(sources: Iterator[Source], workers: int, options: Mapping[str, Any]) -> Outcomes:
    from minutes_model.workers import Workers

    with Workers(workers) as pool:
        outcomes = _packed(sources, lambda task: pool.submit(parse_batch, task), _AHEAD * workers, options)
        with closing(outcomes):
            yield from outcomes


def _packed(sources: Iterator[Source], submit: Submit, window: int, options: Mapping[str, Any]) -> Outcomes:
    """The outcomes of sources that travel to other processes in batches, and come back one by one in them."""
    from minutes_model.packing import packed, unpacked

    batches = Batches()
    answers = _ahead(batches.cut(sources), lambda batch: submit(packed((batch, options))), window)
    with closing(answers):
        for seconds, outcomes in answers:
            batches.learn(len(outcomes), seconds)
            # Unpacked when its turn comes: what waits is held small.
            yield from map(unpacked, outcomes)


def _ahead(items: Iterable[S], submit: Callable[[S], Future[T]], window: int) -> Generator[T, None, None]:
    """The results of futures in the order of the items, never more than ``window`` of them at work.

    An item whose future fails is submitted once more, unless the executor says that it is broken.
    """
    from concurrent.futures import BrokenExecutor

    waiting: deque[tuple[S, Future[T]]] = deque()

    def first() -> T:
        item, future = waiting.popleft()
        try:
            return future.result()
        except BrokenExecutor:
            raise
        except Exception:  # noqa: BLE001 - what is submitted raises nothing: this is of the executor's own making
            return submit(item).result()

    try:
        for item in items:
            waiting.append((item, submit(item)))
            if len(waiting) >= window:
                yield first()
        while waiting:
            yield first()
    finally:
        for _, future in waiting:
            future.cancel()


class Batches:
    """Cuts sources into batches that take a tenth of a second: a message costs half as much as a short text.

    A batch starts with one source, and ends early where its sources are heavy or slow to come.
    """

    def __init__(self) -> None:
        self.size: int = 1

    def learn(self, count: int, seconds: float) -> None:
        """Take note of how long a batch took."""
        fitting = int(_BATCH_SECONDS * count / max(seconds, 1e-6))
        self.size = max(1, min(fitting, 2 * self.size, _BATCH_SIZE))

    def cut(self, sources: Iterable[Source]) -> Iterator[list[Source]]:
        """The sources in batches of the size that fits when each begins."""
        batch: list[Source] = []
        weight, start = 0, monotonic()
        for source in sources:
            batch.append(source)
            weight += _weight(source)
            if len(batch) >= self.size or weight > _BATCH_WEIGHT or monotonic() - start > _BATCH_SECONDS:
                yield batch
                batch, weight, start = [], 0, monotonic()
        if batch:
            yield batch


def _weight(source: Source) -> int:
    """About how many bytes a source is on its way."""
    if isinstance(source, SourceDocument):
        return len(source.text)
    return len(source) if isinstance(source, str | bytes) else 0


def parse_batch(task: bytes) -> tuple[float, list[bytes]]:
    """Parse packed ``(sources, options)``: the seconds it took, and each outcome packed."""
    from minutes_model.packing import packed, unpacked

    sources, options = unpacked(task)
    start = monotonic()
    outcomes = [packed(parse_one(source, options)) for source in sources]
    return monotonic() - start, outcomes


def parse_one(source: Source, options: Mapping[str, Any]) -> ParseResult | ParseFailure:
    """The result of one source, or why it failed. Raises nothing that an `Exception` is."""
    try:
        return parse(source, **options)
    except MinutesError as error:
        return ParseFailure(source_name=_name(source), error=error)
    except Exception as error:  # noqa: BLE001 - one document must not end the work on ten thousand
        return ParseFailure(source_name=_name(source), error=ParseError(f"the parser failed: {error!r}"))


def _name(source: Source) -> str | None:
    if isinstance(source, SourceDocument):
        return source.name
    return os.fspath(source) if isinstance(source, os.PathLike) else None


def _portable(source: object) -> Source:
    """A source that another process can load: a path of a class of the caller's becomes a plain one."""
    if isinstance(source, str | bytes | SourceDocument):
        return source
    if isinstance(source, os.PathLike):
        return Path(os.fsdecode(source))
    raise TypeError(f"a source is a str, a path, bytes or a SourceDocument, not {type(source).__name__}")


def with_progress(outcomes: Outcomes, total: int) -> Outcomes:
    """The same, with a bar by tqdm in a terminal or notebook; ``total`` is 0 where it is not known.

    Raises `MissingExtraError` where there is no tqdm.
    """
    try:
        from tqdm.auto import tqdm
    except ImportError:
        raise MissingExtraError("progress", "a progress bar") from None
    return _counted(outcomes, lambda: tqdm(total=total or None, unit="doc"))


def _counted(outcomes: Outcomes, bar: Callable[[], Any]) -> Outcomes:
    failed = 0
    with closing(outcomes), bar() as shown:
        for outcome in outcomes:
            if not outcome.ok:
                failed += 1
                shown.set_postfix(failed=failed, refresh=False)
            shown.update()
            yield outcome
