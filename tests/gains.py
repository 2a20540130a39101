"""What a change of the parser wins and loses: ``python -m tests.gains OLD [NEW]``.

The package of each commit reads the cases and samples as they are here now, and each column of each
document is held against its annotation. NEW is the working tree where it is not given. The exit
status is 1 where anything was lost.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.documents import SAMPLES, case_folders

ROOT = Path(__file__).resolve().parent.parent
Scores = dict[str, dict[str, float]]


def annotated() -> dict[str, tuple[Path, Path]]:
    """Every annotated document: its text and its annotation, by name."""
    found = {folder.name: (folder / "minutes.txt", folder / "annotation.json") for folder in case_folders()}
    found |= {f"sample_{path.stem}": (path, path.with_suffix(".json")) for path in sorted(SAMPLES.glob("*.txt"))}
    return found


def measure() -> Scores:
    """The F1 of every column of every document, by the package that Python finds."""
    import minutes_model as mm
    from tests.scoring import agreement, f1

    scores: Scores = {}
    for name, (text, gold) in annotated().items():
        wanted = json.loads(gold.read_text(encoding="utf-8"))
        for item in wanted["agenda"]:
            item.setdefault("section", None)
        try:
            meeting = mm.parse(mm.SourceDocument(text=text.read_text(encoding="utf-8"))).meeting
            scores[name] = {column: f1(score) for column, score in agreement(meeting, wanted).items()}
        except Exception as error:  # noqa: BLE001 - an old commit may fail in any way, and that is a result
            print(f"{name}: {type(error).__name__}: {error}", file=sys.stderr)
            scores[name] = {}
    return scores


def measured_at(commit: str) -> Scores:
    """The scores of the package as it was at a commit."""
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        git = ["git", "-C", str(ROOT), "worktree"]
        subprocess.run([*git, "add", "--detach", "--quiet", str(tree), commit], check=True)
        try:
            return measured_in(tree)
        finally:
            subprocess.run([*git, "remove", "--force", str(tree)], check=True)


def measured_in(tree: Path) -> Scores:
    """The scores of the package in a folder, measured by this module in a process of its own."""
    path = os.pathsep.join([str(tree), str(ROOT)])
    code = "import json, sys; from tests.gains import measure; json.dump(measure(), sys.stdout)"
    # The tree comes first on the path, so that its package is found and the tests of the working tree are used.
    done = subprocess.run([sys.executable, "-P", "-c", f"import sys; sys.path[:0] = {path.split(os.pathsep)!r}; "
                           f"import minutes_model; sys.path.remove({str(tree)!r}); {code}"],
                          capture_output=True, text=True, check=True, cwd=folder_outside())  # fmt: skip
    return dict(json.loads(done.stdout))


def folder_outside() -> str:
    """A folder in which Python finds no package."""
    return tempfile.gettempdir()


def compared(old: Scores, new: Scores) -> tuple[list[str], int]:
    """The lines to print, and how many columns lost."""
    lines, lost = [], 0
    for name in sorted(old | new):
        for column in sorted({*old.get(name, {}), *new.get(name, {})}):
            before, after = old.get(name, {}).get(column, 0.0), new.get(name, {}).get(column, 0.0)
            if before != after:
                lost += after < before
                lines.append(f"{'+' if after > before else '-'} {name} {column} {before:.3f} -> {after:.3f}")
    return lines, lost


def main() -> int:
    """Compare two commits, or a commit and the working tree."""
    parser = argparse.ArgumentParser(description="gains and losses of the parser between two commits")
    parser.add_argument("old")
    parser.add_argument("new", nargs="?", help="the working tree where it is not given")
    options = parser.parse_args()
    new = measured_at(options.new) if options.new else measured_in(ROOT)
    lines, lost = compared(measured_at(options.old), new)
    print("\n".join(lines) or "no change")
    gained = len(lines) - lost
    print(f"{gained} columns gained, {lost} lost, over {len(annotated())} documents")
    return 1 if lost else 0


if __name__ == "__main__":
    raise SystemExit(main())
