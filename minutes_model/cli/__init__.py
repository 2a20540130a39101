"""The command line: ``minutes-model parse``, ``check``, ``table``, ``export`` and ``formats``.

Each command is imported when it runs, so that the quick ones stay quick.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["main"]

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


_COLLECTED_EVERY = 50_000
"""How many objects are made before unused ones are looked for: Python's 700 are reached hundreds of times at the start."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit status is 0, 1 where something failed, 2 for wrong usage.

    Without ``arguments`` the command is the whole of its process, which reads them and ends with it.
    """
    if arguments is not None:
        return _status(arguments)
    gc.set_threshold(_COLLECTED_EVERY)
    try:
        return _status(sys.argv[1:])
    finally:
        # The process ends: nothing has to be looked through for what is unused.
        gc.freeze()


def _status(arguments: Sequence[str]) -> int:
    from minutes_model.errors import MinutesError

    options = _parser().parse_args(arguments)
    try:
        status = _run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader of a pipe (head, less) went away: that is no failure of ours, and nothing is
        # left to write to when the interpreter flushes once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (MinutesError, OSError) as error:
        print(f"minutes-model: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return status


def _run(options: argparse.Namespace) -> int:
    module, function = options.run.split(":")
    status: int = getattr(import_module(f"minutes_model.cli.{module}"), function)(options)
    return status


def _parser() -> argparse.ArgumentParser:
    about = "Japanese minutes as typed data. 議事録を型のあるデータに。"
    parser = argparse.ArgumentParser(prog="minutes-model", description=about)
    parser.add_argument("--version", action="version", version=_version())
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for add in (_add_parse, _add_check, _add_table, _add_export, _add_formats):
        add(commands)
    return parser


def _version() -> str:
    from minutes_model._version import __version__

    return f"minutes-model {__version__}"


def _path(words: str) -> Path:
    from pathlib import Path

    return Path(words)


_FILE = "a file of minutes; - is standard input"


def _add_parse(commands: Commands) -> None:
    command = commands.add_parser("parse", help="read minutes and print the meeting")
    command.add_argument("files", nargs="+", metavar="FILE", help=_FILE)
    command.add_argument(
        "--to", choices=("text", "json"), default="text", help="what to print (text); several files as JSON are JSON Lines"
    )
    _add_reading(command)
    _add_output(command)
    command.set_defaults(run="reading:parse")


def _add_check(commands: Commands) -> None:
    command = commands.add_parser("check", help="print what was noticed, with line and column; exit 1 on an error")
    command.add_argument("files", nargs="+", metavar="FILE", help=_FILE)
    _add_reading(command)
    command.set_defaults(run="reading:check")


def _add_table(commands: Commands) -> None:
    command = commands.add_parser("table", help="write the minutes of files and folders as tables: who asked what")
    command.add_argument("paths", nargs="+", metavar="PATH", help="a file, a folder with all below it, or a pattern (*.pdf)")
    command.add_argument("--to", choices=("xlsx", "csv", "parquet", "jsonl"), help="the format (that of OUT's suffix)")
    command.add_argument(
        "-o", "--output", type=_path, metavar="OUT", required=True, help="the workbook; for csv, parquet and jsonl a folder"
    )
    command.add_argument("--workers", type=int, metavar="N", help="parse in N processes (one a core, where there is much)")
    command.add_argument("--cache", type=_path, metavar="DIR", help="keep results here for good, and parse no file twice (else in OUT.part until OUT is written)")
    _add_reading(command)
    command.set_defaults(run="tables:table", usage_error=command.error)


def _add_export(commands: Commands) -> None:
    command = commands.add_parser("export", help="write one meeting in another format")
    command.add_argument("file", metavar="FILE", help=_FILE)
    command.add_argument("--to", required=True, metavar="NAME", help="the name of a format: see minutes-model formats")
    command.add_argument(
        "--option", action="append", default=[], metavar="K=V", help="an option of the format, such as table=speeches"
    )
    command.add_argument("--losses", action="store_true", help="say on standard error what the format cannot express")
    _add_reading(command)
    _add_output(command)
    command.set_defaults(run="formats:export", usage_error=command.error)


def _add_formats(commands: Commands) -> None:
    command = commands.add_parser("formats", help="list the formats of export, and the package each comes from")
    command.set_defaults(run="formats:formats")


def _add_reading(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--encoding", metavar="NAME", help="the encoding of texts and web pages, such as cp932 (what their bytes tell)"
    )
    command.add_argument(
        "--profile", metavar="PROFILE", help="what is known of the body: a profile's name, or a TOML file (what the document calls for)"
    )


def _add_output(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "-o", "--output", type=_path, metavar="OUT", help="write to this file, not to standard output"
    )
