"""The invented documents of the tests: cases, examples, and the samples where they are."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CASES = ROOT / "tests" / "cases"
EXAMPLES = ROOT / "examples" / "minutes"
SAMPLES = ROOT.parent / "shared" / "samples" / "minutes"


def case_folders() -> list[Path]:
    """The folders of the cases, by name."""
    return sorted(path.parent for path in CASES.glob("*/minutes.txt"))


def texts() -> dict[str, str]:
    """Every document by its name."""
    return {folder.name: (folder / "minutes.txt").read_text(encoding="utf-8") for folder in case_folders()} | beside_cases()


def beside_cases() -> dict[str, str]:
    """The documents that are no cases, by their names."""
    paths = {path.stem: path for path in sorted(EXAMPLES.glob("*.txt"))}
    paths |= {f"sample_{path.stem}": path for path in sorted(SAMPLES.glob("*.txt"))}
    return {name: path.read_text(encoding="utf-8") for name, path in paths.items()}
