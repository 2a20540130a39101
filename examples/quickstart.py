"""From a text file to who asked what, and who answered.

Run it from the root of the project: ``python examples/quickstart.py``.
"""

from __future__ import annotations

from pathlib import Path

import minutes_model as mm

FILE = Path(__file__).parent / "minutes" / "shugyo_kankyo_215.txt"


def main() -> None:
    """Print the meeting, its exchanges, and where in the source the first answer stands."""
    result = mm.parse(FILE)
    meeting = result.meeting
    print(f"{meeting.body} 第{meeting.number}回  {meeting.date} ({meeting.era_date})  {meeting.venue}")

    for item in meeting.agenda:
        print(f"\n{item.label} {item.title}")
        for exchange in item.exchanges:
            print(f"  {exchange.remark.speaker.label}: {exchange.remark.text[:50]}…")
            for response in exchange.responses:
                print(f"    → {response.speaker.label} ({response.link}): {response.text[:50]}…")
        for decision in item.decisions:
            print(f"  => {decision.text} [{decision.outcome}]")

    for response in meeting.responses[:1]:
        print("\n" + result.cite(response))
        if response.span is not None:
            print(f"line {result.source.locate(response.span.start).line} of {FILE.name}")


if __name__ == "__main__":
    main()
