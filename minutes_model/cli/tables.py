"""``minutes-model table``: the minutes of files and folders as tables."""

from __future__ import annotations

import os
import sys
from collections import Counter, deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from glob import glob, has_magic
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import field, frozen

from minutes_model.cli.kept import Kept
from minutes_model.cli.reading import Reading, none_found, say

if TYPE_CHECKING:
    import argparse

    from minutes_model.interchange import Tables
    from minutes_model.result import ParseFailure, ParseResult, SourceDocument

__all__ = ["table"]

_SUFFIXES = (".txt", ".text", ".md", ".pdf", ".htm", ".html", ".xhtml", ".shtml", ".docx")
_MANY = 16
"""From how many files on it pays to start processes."""
_NEEDED = {"xlsx": ("openpyxl", "excel", "a workbook"), "parquet": ("pyarrow", "arrow", "Parquet")}


def table(options: argparse.Namespace) -> int:
    """Write the tables of all minutes found, with a summary on standard error; 1 where a file failed."""
    kind = _kind(options)
    files = list(dict.fromkeys(file for path in options.paths for file in _files(path)))
    if not files:
        say(f"no files of minutes ({' '.join(_SUFFIXES)}) in {' '.join(options.paths)}")
        return 1
    from concurrent.futures import BrokenExecutor

    from minutes_model.interchange import tables

    summary = _Summary()
    try:
        with _keeping(options, len(files) >= _MANY) as kept:
            found = tables(summary.watched(_outcomes(files, options, kept)))
            if summary.counts["meetings"]:
                _write(found, kind, options.output)
    except BrokenExecutor as error:
        say(f"{error}; try fewer --workers")
        return 1
    summary.tell(options.output, kind)
    _tell_passed_over(options.paths)
    return 1 if summary.failures else 0


def _kind(options: argparse.Namespace) -> str:
    """The format, known to be possible before thousands of files are read."""
    kind: str = options.to or options.output.suffix.removeprefix(".")
    if kind not in ("xlsx", "csv", "parquet", "jsonl"):
        options.usage_error("the format cannot be told from OUT: give --to xlsx, csv, parquet or jsonl")
    if options.workers is not None and options.workers < 1:
        options.usage_error("--workers is a number from 1")
    module, extra, purpose = _NEEDED.get(kind, ("json", "", ""))
    if find_spec(module) is None:
        from minutes_model.errors import MissingExtraError

        raise MissingExtraError(extra, purpose)
    if kind != "xlsx" and options.output.is_file():
        options.usage_error(f"{options.output} is a file; {kind} is written to a folder")
    return kind


def _files(path: str) -> Iterable[Path]:
    """The files a path means: those of a kind that is read in a folder, those that fit a pattern, itself."""
    if os.path.isdir(path):
        return sorted(file for file in Path(path).rglob("*") if _is_minutes(file, Path(path)))
    if has_magic(path) and not os.path.exists(path):
        found = sorted(Path(name) for name in glob(path, recursive=True))
        return [file for name in found for file in (_files(str(name)) if name.is_dir() else [name])] or [Path(path)]
    return [Path(path)]


def _tell_passed_over(paths: Iterable[str]) -> None:
    """Say which files of the folders are of no kind that is read, so that none is missed unseen."""
    folders = [Path(path) for path in paths if os.path.isdir(path)]
    files = (file for folder in folders for file in folder.rglob("*") if _is_open(file, folder) and not _is_minutes(file, folder))
    kinds = Counter(file.suffix.lower() or "without a suffix" for file in files)
    if kinds:
        several = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
        say(f"{_count(kinds.total(), 'file')} passed over, of kinds that are not read: {several}")


def _is_open(file: Path, folder: Path) -> bool:
    return file.is_file() and not any(part.startswith((".", "~$")) for part in file.relative_to(folder).parts)


def _is_minutes(file: Path, folder: Path) -> bool:
    return file.suffix.lower() in _SUFFIXES and _is_open(file, folder)


def _write(found: Tables, kind: str, output: Path) -> None:
    if kind == "xlsx":
        found.write_excel(output)
    else:
        getattr(found, f"write_{kind}")(output)


@contextmanager
def _keeping(options: argparse.Namespace, many: bool) -> Iterator[Kept]:
    """What was read before; beside OUT, until that is written, where no folder is named for it."""
    beside = Path(f"{os.path.abspath(options.output)}.part") if many else None
    reading = Reading.of(options)
    kept = Kept(options.cache or beside, reading.profile, reading.encoding)
    try:
        yield kept
    except BaseException:
        if kept.folder is not None and kept.folder.is_dir():
            say(f"what was read is kept in {kept.folder}: the same command goes on from there")
        raise
    if options.cache is None:
        kept.clear()


def _outcomes(files: list[Path], options: argparse.Namespace, kept: Kept) -> Iterator[ParseResult | ParseFailure]:
    from minutes_model.corpus import with_progress

    many = len(files) >= _MANY
    outcomes = _resumed(files, kept, options.workers or (_cores() if many else None))
    bar = many and sys.stderr.isatty() and find_spec("tqdm") is not None
    return with_progress(outcomes, len(files)) if bar else outcomes


def _cores() -> int:
    """How many processors this process may use; a container often has fewer than its machine."""
    usable = getattr(os, "sched_getaffinity", None)
    return len(usable(0)) if usable is not None else os.cpu_count() or 1


def _resumed(files: list[Path], kept: Kept, workers: int | None) -> Generator[ParseResult | ParseFailure, None, None]:
    """The results of all files, in their order; only those are parsed that are not kept."""
    from minutes_model.corpus import parse_many
    from minutes_model.result import ParseFailure

    # What is at hand is loaded when its turn comes: the plan holds names, no results.
    plan: deque[tuple[Path, Path | ParseFailure | None]] = deque()

    def missing() -> Iterator[Path | SourceDocument]:
        for file in files:
            place = kept.find(file)
            if place is not None:
                plan.append((file, place))
                continue
            source = kept.opened(file)
            if isinstance(source, ParseFailure):
                plan.append((file, source))
            else:
                plan.append((file, None))
                yield source

    def at_hand() -> Iterator[ParseResult | ParseFailure]:
        while plan and (ready := plan[0][1]) is not None:
            file, _ = plan.popleft()
            yield ready if isinstance(ready, ParseFailure) else kept.load(file, ready)

    for outcome in parse_many(missing(), workers=workers, profile=kept.profile):
        yield from at_hand()
        plan.popleft()
        kept.keep(outcome)
        yield outcome
    yield from at_hand()


@frozen
class _Summary:
    """What became of each file."""

    failures: list[str] = field(factory=list)
    counts: Counter[str] = field(factory=Counter)

    def watched(self, outcomes: Iterator[ParseResult | ParseFailure]) -> Iterator[ParseResult | ParseFailure]:
        """The same, taken note of as they pass; a text that is no meeting's among those that failed."""
        for outcome in map(_failed, outcomes):
            self._note(outcome)
            yield outcome

    def _note(self, outcome: ParseResult | ParseFailure) -> None:
        from minutes_model.result import ParseFailure

        self.counts["files"] += 1
        if isinstance(outcome, ParseFailure):
            # An error of a file names it; any other does not.
            words, name = str(outcome.error), outcome.source_name or "?"
            self.failures.append(words if words.startswith(name) else f"{name}: {words}")
            return
        self.counts["meetings"] += 1
        self.counts["speeches"] += len(outcome.meeting.speeches)
        self.counts["noticed"] += len(outcome.diagnostics)

    def tell(self, output: Path, kind: str) -> None:
        """Print the summary."""
        from minutes_model.interchange.codebook import sheet

        meetings, files = _count(self.counts["meetings"], "meeting"), _count(self.counts["files"], "file")
        if self.counts["meetings"]:
            say(f"{output}: {meetings} of {files}, {_count(self.counts['speeches'], 'speech', 'speeches')}")
        else:
            # A mistyped name must not cost the tables of yesterday.
            say(f"{output} is not written: {meetings} of {files}")
        if self.counts["noticed"]:
            # Whoever opens the workbook finds the table under its Japanese name.
            where = f"sheet {sheet('problems').title}" if kind == "xlsx" else "table problems"
            say(f"{_count(self.counts['noticed'], 'place')} to look at: see the {where}")
        if self.failures:
            say(f"{len(self.failures)} failed:")
            for line in self.failures:
                say(f"  {line}")


def _failed(outcome: ParseResult | ParseFailure) -> ParseResult | ParseFailure:
    """A text without a meeting as what could not be read: it is no row of the meetings."""
    from minutes_model.errors import ParseError
    from minutes_model.result import ParseFailure

    found = none_found(outcome) if not isinstance(outcome, ParseFailure) else None
    if found is None or isinstance(outcome, ParseFailure):
        return outcome
    return ParseFailure(source_name=outcome.source.name, error=ParseError(f"{found.message} [{found.code}]", outcome.diagnostics))


def _count(number: int, one: str, several: str | None = None) -> str:
    return f"{number} {one if number == 1 else several or one + 's'}"
