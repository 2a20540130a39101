"""Era dates beside japanera, jpdatetime and ja-timex, in one run; prints ratios.

Run it with the ``bench`` group installed: ``python tests/benchmarks/bench_era.py``.
"""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
import timeit
from collections.abc import Callable

from ja_timex import TimexParser
from japanera import EraDate as JapaneraDate
from jpdatetime import jpdatetime

from minutes_model.era import EraDate, find_dates, parse_expression

TEXT = "令和6年9月11日"
PAGE = (
    "個人情報保護委員会は、令和６年９月11日（水）に第300回の会議を開き、平成30年3月15日付けの通知について審議した。"
    "事務局から、資料に基づき説明があった。委員からは、保存期間を5年とした理由を教えていただきたい旨の発言があった。"
) * 12  # fmt: skip


def per_second(run: Callable[[], object]) -> float:
    """Calls a second, the best of five rounds."""
    timer = timeit.Timer(run)
    count = max(1, int(0.05 / max(timer.timeit(1), 1e-7)))
    return count / min(timer.repeat(5, count))


def table(title: str, ours: float, peers: dict[str, float], wanted: float) -> None:
    """One line a peer, and ours against the fastest."""
    print(title)
    for name, rate in peers.items():
        print(f"  {name:12} {rate:14,.0f}/s")
    ratio = ours / max(peers.values())
    print(f"  {'this library':12} {ours:14,.0f}/s   {ratio:.1f} x the fastest (wanted {wanted:g})\n")


def main() -> None:
    """Print every ratio."""
    day, other = EraDate("令和", 6, 9, 11), JapaneraDate.from_date(dt.date(2024, 9, 11))
    diet = jpdatetime(2024, 9, 11)
    timex = TimexParser()
    table("parsing 令和6年9月11日", per_second(lambda: EraDate.parse(TEXT)), {
        "japanera": per_second(lambda: JapaneraDate.strptime(TEXT, "%-K%-y年%-m月%-d日")),
        "jpdatetime": per_second(lambda: jpdatetime.strptime(TEXT, "%G年%m月%d日")),
        "ja-timex": per_second(lambda: timex.parse(TEXT)),
    }, 3)  # fmt: skip
    print(f"  parse_expression {per_second(lambda: parse_expression(TEXT)):,.0f}/s\n")
    table("formatting", per_second(lambda: day.format("%EC%Ey年%-m月%-d日")), {
        "japanera": per_second(lambda: other.strftime("%-K%-y年%-m月%-d日")),
        "jpdatetime": per_second(lambda: diet.strftime("%G年%m月%d日")),
    }, 5)  # fmt: skip
    scans = per_second(lambda: list(find_dates(PAGE))) * len(PAGE)
    table("scanning a page, characters", scans, {"ja-timex": per_second(lambda: timex.parse(PAGE)) * len(PAGE)}, 20)
    linearity()
    print(f"import of minutes_model.era: attrs + {1000 * (imported('minutes_model.era') - imported('attrs')):.1f} ms (wanted 10)")


def linearity() -> None:
    """Time per character of adversarial text against ordinary text."""
    ordinary = (PAGE * (100_000 // len(PAGE) + 1))[:100_000]
    base = min(timeit.repeat(lambda: list(find_dates(ordinary)), number=1, repeat=5))
    for name, unit in (("令和", "令和"), ("digits", "1"), ("spaces", " "), ("kanji numerals", "十"), ("令和 and space", "令和 "), ("1年", "1年")):
        text = (unit * 100_000)[:100_000]
        took = min(timeit.repeat(lambda text=text: list(find_dates(text)), number=1, repeat=3))
        print(f"  100,000 characters of {name:15} {took / base:5.2f} x ordinary text (wanted 3)")


def imported(name: str) -> float:
    """Seconds to import a module in a fresh interpreter, the best of seven, the interpreter's own start apart."""
    code = f"import time; t = time.perf_counter(); import {name}; print(time.perf_counter() - t)"
    return min(float(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout) for _ in range(7))


if __name__ == "__main__":
    main()
