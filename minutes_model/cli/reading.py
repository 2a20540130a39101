"""``minutes-model parse`` and ``minutes-model check``: what is in a file, and what was noticed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from minutes_model.bodies.profile import Profile
    from minutes_model.diagnostics import Diagnostic
    from minutes_model.model import AgendaItem, Meeting, Proceeding
    from minutes_model.result import ParseResult

__all__ = ["Reading", "check", "none_found", "parse", "say", "tell_none", "write_text"]


@frozen
class Reading:
    """How files are read, as the options say: with which profile, in which encoding."""

    profile: Profile | None
    encoding: str | None

    @classmethod
    def of(cls, options: argparse.Namespace) -> Reading:
        """Raises the error of a profile or an encoding that is not there, before a file is read."""
        if options.encoding is not None:
            from minutes_model.source.text import decode

            decode(b"", encoding=options.encoding)
        return cls(_profile_of(options), options.encoding)

    def result(self, name: str) -> ParseResult | None:
        """The parse of one file (- is standard input); None, with a message, where it cannot be read."""
        from minutes_model.errors import MinutesError
        from minutes_model.parser import parse
        from minutes_model.source import open_source

        given = sys.stdin.buffer.read() if name == "-" else name
        try:
            return parse(open_source(given, encoding=self.encoding), profile=self.profile)
        except MinutesError as error:
            say(str(error))
            return None


def _profile_of(options: argparse.Namespace) -> Profile | None:
    """The profile asked for: by its name, or from a TOML file; None where none is."""
    if options.profile is None:
        return None
    if options.profile.endswith(".toml"):
        from minutes_model.bodies.profile import Profile

        return Profile.from_toml(options.profile)
    from minutes_model.bodies.registry import profiles

    return profiles.get(options.profile)


def parse(options: argparse.Namespace) -> int:
    """Print meetings as text or JSON; 1 where a file cannot be read, or holds no meeting."""
    reading = Reading.of(options)
    results = [reading.result(name) for name in options.files]
    several = len(results) > 1
    texts = [_json(r, several) if options.to == "json" else _text(r) for r in results if r is not None]
    write_text("".join(f"{text}\n" for text in texts), options.output)
    none = [tell_none(result) for result in results if result is not None]
    return 1 if None in results or any(none) else 0


def check(options: argparse.Namespace) -> int:
    """Print the diagnostics of files; 1 where one is an error or a file cannot be read."""
    from minutes_model.diagnostics import Severity
    from minutes_model.result import describe

    status = 0
    for result in map(Reading.of(options).result, options.files):
        found = result.diagnostics if result is not None else ()
        for diagnostic in found:
            write_text(describe(diagnostic, result.source) + "\n" if result else "", None)
        if result is None or any(d.severity is Severity.ERROR for d in found):
            status = 1
    return status


def none_found(result: ParseResult) -> Diagnostic | None:
    """What says that a text is no meeting's; None where there is one."""
    return next((found for found in result.diagnostics if found.code == "MM001"), None)


def tell_none(result: ParseResult) -> bool:
    """Whether a text holds no meeting, which is told: what is written of it is empty."""
    found = none_found(result)
    if found is not None:
        say(f"{result.source.name or '-'}: {found.message} [{found.code}]")
    return found is not None


def say(message: str) -> None:
    """Tell the user, on standard error."""
    encoding = sys.stderr.encoding or "utf-8"
    print(f"minutes-model: {message}".encode(encoding, "replace").decode(encoding), file=sys.stderr)


def write_text(text: str, output: Path | None) -> None:
    """Write text of any characters to a file, or print it in what the terminal's encoding can show."""
    if output is not None:
        output.write_bytes(text.encode("utf-8", "replace"))
        return
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, "replace").decode(encoding))


def _json(result: ParseResult, several: bool) -> str:
    from minutes_model.interchange import to_json

    # Several are JSON Lines: what stands one below the other is no JSON.
    return to_json(result.meeting, indent=None if several else 2)


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
