"""The notebooks run as they are committed, without outputs, and no chart cuts its labels."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
from pathlib import Path

import pytest

import minutes_model as mm

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOKS = sorted((ROOT / "examples" / "notebooks").glob("*.ipynb"))
CORPUS = sorted((ROOT / "examples" / "corpus").glob("*.txt"))


def test_there_are_three() -> None:
    assert [path.stem for path in NOTEBOOKS] == ["01_one_meeting", "02_corpus", "03_extending"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
# What the kernel and its client warn of is theirs: of sockets, event loops and their own names to come.
@pytest.mark.filterwarnings("default")
def test_notebook_runs(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import nbformat
    from nbclient import NotebookClient

    # The notebook's own kernel is that of this environment, whatever kernels the user has installed.
    monkeypatch.setenv("JUPYTER_PREFER_ENV_PATH", "1")
    monkeypatch.setenv("IPYTHONDIR", os.fspath(tmp_path / "ipython"))
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    notebook = nbformat.read(path, as_version=4)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert not any(cell.outputs or cell.execution_count for cell in code)
    folder = tmp_path / "examples" / "notebooks"
    NotebookClient(notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": folder}}).execute()
    said = [output for cell in code for output in cell.outputs if output.output_type == "stream" and output.name == "stderr"]
    assert said == []
    assert any(cell.outputs for cell in code)


def test_charts_are_drawn_whole() -> None:
    import vl_convert

    spec = importlib.util.spec_from_file_location("charts", ROOT / "docs" / "charts.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found = module.charts()
    assert set(found) == {"speaking_share", "questions_and_answers", "exchanges_per_item", "over_time"}
    shown = {path.stem for path in module.FOLDER.glob("*.svg")}
    assert shown == set(found)
    for name, chart in found.items():
        words = re.findall(r">([^<>]+)</text>", vl_convert.vegalite_to_svg(chart.to_dict()))
        assert any(re.search("[一-龥]", word) for word in words), name
        # Vega ends what it cuts with an ellipsis.
        assert [word for word in words if "…" in word] == []


def test_the_corpus_is_read_whole() -> None:
    results = [mm.parse(path) for path in CORPUS]
    assert len(results) == 20
    # One document has a slip, as real ones have.
    assert [found.code for result in results for found in result.diagnostics] == ["MM102"]
    assert {result.meeting.body for result in results} == {"港湾データ利用審査会", "水沼市立図書館協議会"}
