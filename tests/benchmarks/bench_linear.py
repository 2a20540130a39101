"""Time a character as texts grow, and on texts made to be slow, against ordinary text.

    python -m tests.benchmarks.bench_linear
"""

from __future__ import annotations

import gc
import time
from statistics import median

import minutes_model as mm
from tests.benchmarks import bench_texts as texts

SMALL = 16_000


def microseconds(text: str, rounds: int = 3) -> float:
    """What a parse costs, a character."""
    taken = []
    for _ in range(rounds):
        gc.collect()
        start = time.perf_counter()
        mm.parse(text)
        taken.append(time.perf_counter() - start)
    return median(taken) / len(text) * 1e6


def hostile() -> dict[str, str]:
    """Texts in which something opens and never ends, or repeats without end."""
    head = texts.long_report(2_000, 1)
    return {
        "20,000 open quotes": head + "「" * 20_000,
        "20,000 quotes opened on lines": head + "小川委員から、「あ\n" * 20_000,
        "20,000 chained 「あ」旨、": head + "小川委員から、" + "「あ」旨、" * 20_000 + "の発言があった。",
        "20,000 bullets": head + "・歩道の幅を広げる案を検討する。\n" * 20_000,
        "20,000 bullets of one character": head + "・あ\n" * 20_000,
        "a line of 1,000,000 characters": head + "審議の結果を踏まえて検討し、" * 71_429,
        "a line of 1,000,000 あ": head + "あ" * 1_000_000,
        "20,000 brackets": head + "（" * 20_000,
        "20,000 spaces": head + "あ " * 20_000,
        "200,000 letters above all": "a" * 200_000,
        "20,000 commas in a list": "第３回会議　議事概要\n２ 出席者：" + "、" * 20_000 + "\n３ 議事の概要\n",
        "20,000 次のとおり": head + "委員からの意見は" + "次のとおり" * 20_000 + "。\n・あ。\n・い。\n",
        "20,000 から、": head + "委員から、" * 20_000,
        "20,000 answers": head + "これに対し、総務課長から、記録に基づいて決めたとの回答があった。\n" * 20_000,
        "20,000 questions, each answered": head + "小川委員から、何年かとの質問があり、総務課長から、二年との回答があった。\n" * 20_000,
        "20,000 quotations in a paragraph": head + "小川委員から、「何年か」との質問があり、" * 20_000,
    }


def main() -> None:
    """Growth first, then each hostile text."""
    for name, make in (("reported speech", texts.long_report), ("transcript", texts.long_transcript)):
        small, large = make(SMALL, 1), make(64 * SMALL, 1)
        few, many = microseconds(small, 15), microseconds(large)
        print(f"{name:34}{few:6.2f} µs a character, 64 x the text {many:6.2f}: {many / few:5.2f} x (wanted 1.3)")
    ordinary = microseconds(texts.long_report(100_000, 1))
    for name, text in hostile().items():
        each = microseconds(text, 1)
        print(f"{name:34}{len(text):9,} characters {each:7.2f} µs a character: {each / ordinary:5.2f} x ordinary text (wanted 3)")


if __name__ == "__main__":
    main()
