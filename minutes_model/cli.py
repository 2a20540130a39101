"""The command line: ``minutes-model parse`` and ``minutes-model check``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from minutes_model.model import AgendaItem, Meeting, Proceeding
    from minutes_model.result import ParseResult

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit status is 0, 1 where something failed, 2 for wrong usage."""
    options = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        return run(options)
    except BrokenPipeError:
        # The reader of a pipe (head, less) went away: that is no failure of ours.
        sys.stderr.close()
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="minutes-model", description="Japanese minutes as typed data. 議事録を型のあるデータに。")
    parser.add_argument("--version", action="version", version=_version())
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    parse = commands.add_parser("parse", help="read minutes and print the meeting")
    parse.add_argument("--to", choices=("text", "json"), default="text", help="what to print (text)")
    parse.add_argument("-o", "--output", type=Path, metavar="OUT", help="write to this file, not to standard output")
    parse.set_defaults(run=_parse)
    check = commands.add_parser("check", help="print what was noticed, with line and column; exit 1 on an error")
    check.set_defaults(run=_check)
    for command in (parse, check):
        command.add_argument("files", nargs="+", metavar="FILE", help="a file of minutes; - is standard input")
    return parser


def _version() -> str:
    from minutes_model._version import __version__

    return f"minutes-model {__version__}"


def _results(options: argparse.Namespace) -> list[ParseResult | None]:
    return [_read(name) for name in options.files]


def _read(name: str) -> ParseResult | None:
    """The parse of one file; None, with a message, where it cannot be read."""
    from minutes_model.errors import SourceError
    from minutes_model.parser import parse
    from minutes_model.source import open_source

    try:
        return parse(open_source(sys.stdin.buffer.read()) if name == "-" else Path(name))
    except SourceError as error:
        print(f"minutes-model: {error}", file=sys.stderr)
        return None


def _parse(options: argparse.Namespace) -> int:
    results = _results(options)
    write = _json if options.to == "json" else _text
    text = "\n".join(write(result) for result in results if result is not None)
    if options.output is not None:
        options.output.write_text(text + "\n", encoding="utf-8")
    else:
        _print(text)
    return 1 if None in results else 0


def _check(options: argparse.Namespace) -> int:
    from minutes_model.diagnostics import Severity
    from minutes_model.result import describe

    status = 0
    for result in _results(options):
        if result is None:
            status = 1
            continue
        for diagnostic in result.diagnostics:
            _print(describe(diagnostic, result.source))
        if any(d.severity is Severity.ERROR for d in result.diagnostics):
            status = 1
    return status


def _print(text: str) -> None:
    """Print text of any characters, whatever the terminal's encoding can show."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, "replace").decode(encoding) + "\n")


def _json(result: ParseResult) -> str:
    from minutes_model.interchange import to_json

    return to_json(result.meeting, indent=2)


def _text(result: ParseResult) -> str:
    """A meeting as a person reads it in a terminal."""
    meeting = result.meeting
    lines = [meeting.title or meeting.body or "(no title)", *_facts(meeting)]
    for item in meeting.agenda:
        lines += ["", *_item_lines(item, meeting)]
    return "\n".join(lines)


def _facts(meeting: Meeting) -> list[str]:
    day = f"{meeting.date} ({meeting.era_date})" if meeting.date else "-"
    times = "–".join(t.strftime("%H:%M") if t else "" for t in (meeting.start_time, meeting.end_time))
    people = "、".join(a.label for a in meeting.attendees if a.listed)
    facts = {"body": meeting.body, "date": f"{day} {times if meeting.start_time else ''}".strip(), "venue": meeting.venue, "present": people}
    return [f"  {name:8}{value}" for name, value in facts.items() if value]


def _item_lines(item: AgendaItem, meeting: Meeting) -> list[str]:
    heading = " ".join(filter(None, (f"[{item.section}]" if item.section else "", item.label or "", item.title)))
    return [heading or "(no heading)", *(f"  {_line(p)}" for p in item.proceedings)]


def _line(proceeding: Proceeding) -> str:
    from minutes_model.model import AttendanceChange, Decision, Narration, Response

    match proceeding:
        case Decision():
            return f"=> {_short(proceeding.text)} ({proceeding.outcome})"
        case AttendanceChange():
            return f"   {proceeding.change}: {'、'.join(p.label for p in proceeding.people)}"
        case Narration():
            return f"   {_short(proceeding.text)}"
    words = _short(proceeding.text) if proceeding.text else f"({proceeding.topic or 'no content given'})"
    reply = f" -> {', '.join(proceeding.in_reply_to)}" if isinstance(proceeding, Response) and proceeding.in_reply_to else ""
    return f"{proceeding.id:7} {proceeding.kind:11} {proceeding.speaker.label}: {words}{reply}"


def _short(text: str, length: int = 60) -> str:
    text = text.replace("\n", " ")
    return text if len(text) <= length else text[: length - 1] + "…"
