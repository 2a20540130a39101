"""The type checker on what readers are shown: ``python -m tests.typed`` (needs mypy).

The programs of the pages about exporters, and the examples, as a reader would check them.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGES = ("docs/writing-an-exporter.md", "docs/ja/how-to/exporter.md")
EXAMPLES = ("examples/quickstart.py", "examples/exporter_jsonld/minutes_model_jsonld/__init__.py")


def main() -> int:
    """Check every file by itself; 1 where one fails."""
    with tempfile.TemporaryDirectory() as folder:
        files = [ROOT / name for name in EXAMPLES]
        for number, page in enumerate(PAGES):
            blocks = re.findall(r"^```python\n(.*?)^```", (ROOT / page).read_text(encoding="utf-8"), re.S | re.M)
            files.append(Path(folder) / f"page{number}.py")
            files[-1].write_text("\n".join(blocks), encoding="utf-8")
        command = [sys.executable, "-m", "mypy", "--strict", "--config-file", "", f"--cache-dir={folder}/cache"]
        return max(subprocess.run([*command, str(file)], cwd=folder, check=False).returncode for file in files)


if __name__ == "__main__":
    sys.exit(main())
