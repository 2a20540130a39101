"""What ``minutes-model table`` has read already, so that the next run goes on from there."""

from __future__ import annotations

import os
from contextlib import suppress
from functools import cached_property
from hashlib import file_digest, sha256
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from minutes_model._version import __version__

if TYPE_CHECKING:
    from minutes_model.bodies.profile import Profile
    from minutes_model.result import ParseFailure, ParseResult, SourceDocument

__all__ = ["Kept"]


@frozen
class Kept:
    """Results as JSON by the hash of their file's bytes, for each version of the parser and profile its own.

    Nothing is kept where ``folder`` is None. Regions are not: no table has them.
    """

    folder: Path | None
    profile: Profile | None = None
    encoding: str | None = None

    @cached_property
    def _home(self) -> Path | None:
        # A profile is what it says, under whatever name; where there is none the documents choose.
        given = [repr(option) for option in (self.profile, self.encoding) if option is not None]
        if self.folder is None or not given:
            return self.folder and self.folder / __version__
        return self.folder / __version__ / sha256("".join(given).encode()).hexdigest()[:12]

    def find(self, file: Path) -> Path | None:
        """Where the result of a file with this content is kept."""
        if self._home is None:
            return None
        try:
            with file.open("rb") as content:
                place = self._home / f"{file_digest(content, 'sha256').hexdigest()}.json"
        except OSError:
            return None
        return place if place.is_file() else None

    def opened(self, file: Path) -> Path | SourceDocument | ParseFailure:
        """What is to be parsed: the file, or where its encoding is given, the text that it holds in that."""
        from minutes_model.errors import MinutesError
        from minutes_model.result import ParseFailure
        from minutes_model.source import open_source

        if self.encoding is None:
            return file
        try:
            return open_source(file, encoding=self.encoding)
        except MinutesError as error:
            return ParseFailure(source_name=os.fspath(file), error=error)

    def load(self, file: Path, place: Path) -> ParseResult | ParseFailure:
        """What is kept, under this file's name; the file parsed anew where that cannot be read."""
        from minutes_model.corpus import parse_one
        from minutes_model.errors import LoadError
        from minutes_model.interchange import result_from_json
        from minutes_model.result import ParseFailure

        try:
            result = result_from_json(place.read_bytes())
        except (LoadError, OSError):
            source = self.opened(file)
            outcome = source if isinstance(source, ParseFailure) else parse_one(source, {"profile": self.profile})
            self.keep(outcome)
            return outcome
        name = os.fspath(file)
        origin = result.meeting.provenance
        told = evolve(origin, source_name=name) if origin is not None else None
        return evolve(result, source=evolve(result.source, name=name), meeting=evolve(result.meeting, provenance=told))

    def keep(self, outcome: ParseResult | ParseFailure) -> None:
        """Keep a result; a failure is tried again the next time."""
        from minutes_model.interchange import to_json
        from minutes_model.result import ParseResult

        if self._home is None or not isinstance(outcome, ParseResult):
            return
        self._home.mkdir(parents=True, exist_ok=True)
        draft = self._home / f"{outcome.source.sha256}.{os.getpid()}"
        draft.write_text(to_json(evolve(outcome, regions=())), encoding="utf-8")
        # Never half a file under the final name, whenever the work is stopped.
        draft.replace(draft.with_suffix(".json"))

    def clear(self) -> None:
        """Take away what is kept, and nothing that others put beside it."""
        if self.folder is not None:
            rmtree(self.folder / __version__, ignore_errors=True)
            with suppress(OSError):
                self.folder.rmdir()
