"""The snapshot of the public interface: write it anew, or compare the interface with that of a tag.

python -m tests.api
python -m tests.api TAG
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.api import SNAPSHOT, breaking_changes, lines


def main(arguments: list[str]) -> int:
    """Write the snapshot; with the name of a tag, print what breaks programs written for it, and 1 if anything does."""
    if not arguments:
        SNAPSHOT.write_text("\n".join(lines()) + "\n", encoding="utf-8")
        return 0
    found = breaking_changes(arguments[0], Path.cwd())
    print("\n".join(found) or f"nothing that worked with {arguments[0]} is broken")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
