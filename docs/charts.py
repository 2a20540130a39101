"""Draw the charts of the second notebook for the page that shows them: ``python docs/charts.py``.

It needs vl-convert-python and, so that text is measured rightly, a Japanese font. The text of the
drawings stays text: the reader's browser draws it with a font of its own.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOK = ROOT / "examples" / "notebooks" / "02_corpus.ipynb"
FOLDER = ROOT / "docs" / "_static" / "charts"


def charts() -> dict[str, Any]:
    """Every chart of the notebook, by the name of its variable."""
    import altair as alt

    cells = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    code = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
    names: dict[str, Any] = {}
    before = Path.cwd()
    os.chdir(NOTEBOOK.parent)
    try:
        exec(compile(code, str(NOTEBOOK), "exec", dont_inherit=True), names)
    finally:
        os.chdir(before)
    return {name: value for name, value in names.items() if isinstance(value, alt.TopLevelMixin)}


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, chart in charts().items():
        path = FOLDER / f"{name}.svg"
        chart.save(path)
        print(path.relative_to(ROOT))
