"""Write what is made from the code: the schemas that are shipped, and the codebook.

Run it from the root of the project after a change of the model or of ``codebook.toml``:
``python docs/generate.py``. The tests compare the files with what this would write.
"""

from __future__ import annotations

import json
from pathlib import Path

from minutes_model.interchange.codebook import to_markdown
from minutes_model.interchange.schema import json_schema
from minutes_model.interchange.tabular import table_schema

ROOT = Path(__file__).parents[1]
DATA = ROOT / "minutes_model/interchange/data"


def files() -> dict[Path, str]:
    """Each file with what is to stand in it."""
    return {
        DATA / "minutes.schema.json": json.dumps(json_schema(), ensure_ascii=False, indent=1) + "\n",
        DATA / "datapackage.json": json.dumps(table_schema(), ensure_ascii=False, indent=1) + "\n",
        ROOT / "docs/codebook.md": to_markdown(),
    }


if __name__ == "__main__":
    for path, text in files().items():
        path.write_text(text, encoding="utf-8")
        print(path.relative_to(ROOT))
