"""How well the parser reads the cases, by tier: ``python -m tests.accuracy`` writes the table into the page.

Tier 1 are summaries that report speech, tier 2 transcripts and tier 3 lists of opinions. F1 over exact
matches, all documents of a tier taken together.
"""

from __future__ import annotations

import re
from pathlib import Path

import minutes_model as mm
from tests.cases import annotation
from tests.documents import case_folders
from tests.scoring import COLUMNS, Score, agreement, f1

PAGE = Path(__file__).resolve().parent.parent / "docs" / "accuracy.md"
TIERS = {1: "1: reported speech", 2: "2: transcripts", 3: "3: opinions and answers"}
_TABLE = re.compile(r"^\| tier \|.*?\n\n", re.S | re.M)


def measure() -> dict[int, dict[str, float]]:
    """The F1 of every column, by tier."""
    totals: dict[int, dict[str, Score]] = {tier: dict.fromkeys(COLUMNS, (0, 0, 0)) for tier in TIERS}
    for folder in case_folders():
        wanted = annotation(folder)
        meeting = mm.parse((folder / "minutes.txt").read_text(encoding="utf-8")).meeting
        total = totals[wanted["tier"]]
        for column, (hits, gold, found) in agreement(meeting, wanted).items():
            before = total[column]
            total[column] = before[0] + hits, before[1] + gold, before[2] + found
    return {tier: {column: f1(score) for column, score in total.items()} for tier, total in totals.items()}


def table(measured: dict[int, dict[str, float]]) -> str:
    """The figures as the page shows them."""
    counts = counted()
    # Cut off, not rounded: 1.000 is shown for no less.
    rows = [
        f"| {TIERS[tier]} | {counts[tier]} | " + " | ".join(f"{int(scores[column] * 1000) / 1000:.3f}" for column in COLUMNS) + " |"
        for tier, scores in measured.items()
    ]
    return "\n".join((f"| tier | documents | {' | '.join(COLUMNS)} |", "|---" * (len(COLUMNS) + 2) + "|", *rows, "", ""))


def shown() -> dict[int, dict[str, float]]:
    """The figures that the page shows now."""
    return {int(row[0][0]): dict(zip(COLUMNS, map(float, row[2:]), strict=True)) for row in _rows()}


def _rows() -> list[list[str]]:
    found = _TABLE.search(PAGE.read_text(encoding="utf-8"))
    return [line.strip("| ").split(" | ") for line in found[0].splitlines()[2:] if line] if found else []


def counted() -> dict[int, int]:
    """How many cases each tier has."""
    counts = dict.fromkeys(TIERS, 0)
    for folder in case_folders():
        counts[annotation(folder)["tier"]] += 1
    return counts


def shown_counts() -> dict[int, int]:
    """How many the page says that it has."""
    return {int(row[0][0]): int(row[1]) for row in _rows()}


def main() -> None:
    """Write the figures into the page, and print them."""
    text = table(measure())
    PAGE.write_text(_TABLE.sub(lambda _: text, PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    print(text, end="")


if __name__ == "__main__":
    main()
