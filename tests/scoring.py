"""How far a parsed meeting agrees with an annotation: hits, wanted and found, column by column.

Strings are compared after NFKC and without white space; a speech agrees where its speaker's label
and the first and last characters of its text do.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from minutes_model import Meeting, Response

Score = tuple[int, int, int]
COLUMNS = ("header", "attendees", "agenda", "speeches", "kinds", "replies", "decisions", "attendance")


def plain(value: object) -> str:
    """A value as compared: in one width, without white space."""
    return "".join(unicodedata.normalize("NFKC", "" if value is None else str(value)).split())


def f1(score: Score) -> float:
    """The F1 of a column; 1.0 where nothing was wanted and nothing found."""
    hits, wanted, found = score
    return 1.0 if wanted == found == 0 else 2 * hits / (wanted + found)


def agreement(meeting: Meeting, gold: Mapping[str, Any]) -> dict[str, Score]:
    """Every column of a meeting against its annotation."""
    pairs = _pairs(meeting, gold)
    wanted = [speech for item in gold["agenda"] for speech in item["speeches"]]
    kinds = sum(found.kind == speech["kind"] for speech, found in pairs)
    return {
        "header": _header(meeting, gold),
        "attendees": _overlap(
            (plain(a["name"]), _bare(a["title"]), plain(a["organization"])) for a in gold["attendees"]
        )((plain(a.name), _bare(a.title), plain(a.organization)) for a in meeting.attendees if a.listed),
        "agenda": _overlap((plain(i["number"]), plain(i["title"]), plain(i["section"])) for i in gold["agenda"])(
            (plain(i.number), plain(i.title), plain(i.section)) for i in meeting.agenda
        ),
        "speeches": (len(pairs), len(wanted), len(meeting.speeches)),
        "kinds": (kinds, len(wanted), len(meeting.speeches)),
        "replies": _replies(meeting, gold, pairs),
        "decisions": _decisions(meeting, gold),
        "attendance": _overlap(
            (event["event"], plain(person)) for event in gold.get("attendance", ()) for person in event["people"]
        )(
            ("join" if change.change == "joined" else "leave", plain((p.name or "") + (_bare(p.title))) or plain(p.label))
            for change in meeting.attendance_changes
            for p in change.people
        ),
    }  # fmt: skip


def _overlap(wanted: Iterable[object]):  # type: ignore[no-untyped-def]
    gold = Counter(wanted)

    def against(found: Iterable[object]) -> Score:
        here = Counter(found)
        return (gold & here).total(), gold.total(), here.total()

    return against


def _bare(title: str | None) -> str:
    return re.sub(r"[(（][^()（）]*[)）]$", "", plain(title))


def _header(meeting: Meeting, gold: Mapping[str, Any]) -> Score:
    clock = "%H:%M"
    found = {
        "body": meeting.body,
        "number": meeting.number,
        "date": meeting.date and meeting.date.isoformat(),
        "start": meeting.start_time and meeting.start_time.strftime(clock),
        "end": meeting.end_time and meeting.end_time.strftime(clock),
        "venue": meeting.venue,
    }
    return sum(plain(found[name]) == plain(gold[name]) for name in found), len(found), len(found)


def _pairs(meeting: Meeting, gold: Mapping[str, Any]) -> list[tuple[Mapping[str, Any], Any]]:
    free = [(plain(item.title), speech) for item in meeting.agenda for speech in item.speeches]
    pairs = []
    for item in gold["agenda"]:
        for wanted in item["speeches"]:
            fits = [pair for pair in free if _same(pair[1], wanted)]
            fits.sort(key=lambda pair: pair[0] != plain(item["title"]))
            if fits:
                free.remove(fits[0])
                pairs.append((wanted, fits[0][1]))
    return pairs


def _same(speech: Any, wanted: Mapping[str, Any]) -> bool:
    text, start, end = plain(speech.text), plain(wanted["text_starts"]), plain(wanted["text_ends"])
    if plain(speech.speaker.label) != plain(wanted["speaker"]):
        return False
    return text.startswith(start) and text.endswith(end) if start else not text


def _replies(meeting: Meeting, gold: Mapping[str, Any], pairs: list[tuple[Mapping[str, Any], Any]]) -> Score:
    found = {id(wanted): speech for wanted, speech in pairs}
    hits = links = 0
    for item in gold["agenda"]:
        for wanted in item["speeches"]:
            targets = wanted["answers"] if isinstance(wanted["answers"], list) else [wanted["answers"]]
            if wanted["answers"] is None:
                continue
            links += 1
            speech = found.get(id(wanted))
            meant = {found[id(item["speeches"][t])].id for t in targets if id(item["speeches"][t]) in found}
            hits += isinstance(speech, Response) and bool(meant) and meant == set(speech.in_reply_to)
    return hits, links, links


def _decisions(meeting: Meeting, gold: Mapping[str, Any]) -> Score:
    wanted = [plain(d) for item in gold["agenda"] for d in item["decisions"]]
    pool = [plain(d.text) for d in meeting.decisions]
    hits = 0
    for decision in wanted:
        # また、 or よって、 may stand before the clause.
        fit = next((d for d in pool if 0 <= d.find(decision) <= 6 or (len(d) >= 8 and decision.startswith(d))), None)
        fit = fit or next((d for d in pool if d == decision), None)
        if fit is not None:
            pool.remove(fit)
            hits += 1
    return hits, len(wanted), len(meeting.decisions)
