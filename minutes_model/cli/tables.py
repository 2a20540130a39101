"""``minutes-model table``: the minutes of files and folders as tables."""

from __future__ import annotations

import os
import sys
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from functools import cached_property
from glob import glob, has_magic
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from minutes_model.cli.reading import profile_of, say

if TYPE_CHECKING:
    import argparse

    from minutes_model.bodies.profile import Profile
    from minutes_model.interchange import Tables
    from minutes_model.result import ParseFailure, ParseResult

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
        found = tables(summary.watched(_outcomes(files, options)))
    except BrokenExecutor as error:
        say(f"{error}; try fewer --workers, and --cache DIR to keep what is done")
        return 1
    _write(found, kind, options.output)
    summary.tell(options.output, kind)
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


def _is_minutes(file: Path, folder: Path) -> bool:
    parts = file.relative_to(folder).parts
    hidden = any(part.startswith((".", "~$")) for part in parts)
    return not hidden and file.suffix.lower() in _SUFFIXES and file.is_file()


def _write(found: Tables, kind: str, output: Path) -> None:
    if kind == "xlsx":
        found.write_excel(output)
    else:
        getattr(found, f"write_{kind}")(output)


def _outcomes(files: list[Path], options: argparse.Namespace) -> Iterator[ParseResult | ParseFailure]:
    many = len(files) >= _MANY
    workers = options.workers or (os.cpu_count() if many else None)
    bar = many and sys.stderr.isatty() and find_spec("tqdm") is not None
    return _resumed(files, _Cache(options.cache, profile_of(options)), workers, bar)


def _resumed(files: list[Path], cache: _Cache, workers: int | None, bar: bool) -> Iterator[ParseResult | ParseFailure]:
    """The results of all files, in their order; only those are parsed that the cache does not have."""
    from minutes_model.corpus import parse_many

    # What is at hand is loaded when its turn comes: the plan holds names, no results.
    plan: deque[tuple[Path, Path | None]] = deque()

    def missing() -> Iterator[Path]:
        for file in files:
            kept = cache.find(file)
            plan.append((file, kept))
            if kept is None:
                yield file

    for outcome in parse_many(missing(), workers=workers, progress=bar, profile=cache.profile):
        while plan[0][1] is not None:
            yield cache.load(*plan.popleft())
        plan.popleft()
        cache.keep(outcome)
        yield outcome
    while plan:
        yield cache.load(*plan.popleft())


@frozen
class _Cache:
    """Results as JSON by the hash of their file's bytes, for each version of the parser and profile its own."""

    folder: Path | None
    profile: Profile | None = None

    def _place(self, digest: str) -> Path | None:
        from minutes_model._version import __version__

        return self.folder / __version__ / self._known / f"{digest}.json" if self.folder is not None else None

    @cached_property
    def _known(self) -> str:
        """A folder for what a profile says, under whatever name; none where the documents choose."""
        from hashlib import sha256

        return sha256(repr(self.profile).encode()).hexdigest()[:12] if self.profile is not None else ""

    def find(self, file: Path) -> Path | None:
        """Where the result of a file with this content is kept."""
        from hashlib import file_digest

        if self.folder is None:
            return None
        try:
            with file.open("rb") as content:
                place = self._place(file_digest(content, "sha256").hexdigest())
        except OSError:
            return None
        return place if place is not None and place.is_file() else None

    def load(self, file: Path, place: Path | None) -> ParseResult | ParseFailure:
        """What is kept, under this file's name; the file parsed anew where that cannot be read."""
        from minutes_model.corpus import parse_one
        from minutes_model.errors import LoadError
        from minutes_model.interchange import result_from_json

        try:
            result = result_from_json(place.read_bytes() if place is not None else b"")
        except (LoadError, OSError):
            return parse_one(file, {"profile": self.profile})
        name = os.fspath(file)
        origin = result.meeting.provenance
        told = evolve(origin, source_name=name) if origin is not None else None
        return evolve(result, source=evolve(result.source, name=name), meeting=evolve(result.meeting, provenance=told))

    def keep(self, outcome: ParseResult | ParseFailure) -> None:
        """Keep a result; a failure is tried again the next time."""
        from minutes_model.interchange import to_json
        from minutes_model.result import ParseFailure

        if isinstance(outcome, ParseFailure) or (place := self._place(outcome.source.sha256)) is None:
            return
        place.parent.mkdir(parents=True, exist_ok=True)
        draft = place.with_suffix(f".{os.getpid()}")
        draft.write_text(to_json(outcome), encoding="utf-8")
        # Never half a file under the final name, whenever the work is stopped.
        draft.replace(place)


@frozen
class _Summary:
    """What became of each file."""

    failures: list[str] = field(factory=list)
    counts: Counter[str] = field(factory=Counter)

    def watched(self, outcomes: Iterator[ParseResult | ParseFailure]) -> Iterator[ParseResult | ParseFailure]:
        """The same, taken note of as they pass."""
        for outcome in outcomes:
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
        empty = next((d for d in outcome.diagnostics if d.code == "MM001"), None)
        if empty is not None:
            self.failures.append(f"{outcome.source.name}: {empty.message} [{empty.code}]")
            return
        self.counts["meetings"] += 1
        self.counts["speeches"] += len(outcome.meeting.speeches)
        self.counts["noticed"] += len(outcome.diagnostics)

    def tell(self, output: Path, kind: str) -> None:
        """Print the summary."""
        from minutes_model.interchange.codebook import sheet

        meetings, files = _count(self.counts["meetings"], "meeting"), _count(self.counts["files"], "file")
        say(f"{output}: {meetings} of {files}, {_count(self.counts['speeches'], 'speech', 'speeches')}")
        if self.counts["noticed"]:
            # Whoever opens the workbook finds the table under its Japanese name.
            where = f"sheet {sheet('problems').title}" if kind == "xlsx" else "table problems"
            say(f"{_count(self.counts['noticed'], 'place')} to look at: see the {where}")
        if self.failures:
            say(f"{len(self.failures)} failed:")
            for line in self.failures:
                say(f"  {line}")


def _count(number: int, one: str, several: str | None = None) -> str:
    return f"{number} {one if number == 1 else several or one + 's'}"
