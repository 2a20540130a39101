"""Exporters by name: built in, of one's own, of installed packages; optional libraries that are missing."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest

from minutes_model.errors import (
    ExportError,
    MissingExtraError,
    PluginError,
    PluginLoadError,
    UnknownPluginError,
)
from minutes_model.interchange import export, exporter, exporters, tables, to_json
from minutes_model.interchange.registry import Export, Exporter, Loss
from minutes_model.model import Meeting
from minutes_model.registry import Entry, Registry
from minutes_model.result import ParseResult
from minutes_model.testing import check_exporter, meetings, sample_meeting

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", ["akn", "csv", "html", "json", "markdown", "xlsx"])
def test_built_in_exporters_keep_their_promises(name: str, result: ParseResult, tmp_path: Path) -> None:
    chosen = exporters[name]
    check_exporter(chosen, examples=10)
    assert isinstance(chosen, Exporter)
    assert chosen.name == name
    found = export(result, name)
    path = found.write(tmp_path / f"x{chosen.suffix}")
    assert path.read_bytes() == (found.data if isinstance(found.data, bytes) else found.data.encode())


def test_options_are_passed_on() -> None:
    assert export(sample_meeting(), "json", indent=None).text == to_json(sample_meeting())
    assert export(sample_meeting(), "csv", table="decisions").text.startswith(
        "\ufeffmeeting_id,item_id,decision_id"
    )
    with pytest.raises(ExportError, match="no table 'x'; there are: exchanges"):
        export(sample_meeting(), "csv", table="x")
    with pytest.raises(TypeError):
        export(sample_meeting(), "json", tabs=True)
    with pytest.raises(TypeError):
        export("x", "json")  # type: ignore[arg-type]
    with pytest.raises(ExportError, match="is no text"):
        _ = export(sample_meeting(), "xlsx").text


def test_unknown_names_are_told_the_known() -> None:
    with pytest.raises(
        UnknownPluginError, match="no exporter 'tei'; there are: akn, csv, html, json, markdown, xlsx"
    ):
        export(Meeting(), "tei")


def test_one_of_my_own() -> None:
    @exporter("titles", media_type="text/plain", suffix=".txt")
    def titles(meeting: Meeting) -> str:
        return meeting.title or ""

    exporters.register("titles", titles)
    try:
        assert export(sample_meeting(), "titles") == Export("銀河鉄道審議会（第７回）議事概要", "text/plain")
        with pytest.raises(PluginError, match="exists already"):
            exporters.register("titles", titles)
        assert Entry("titles", None, None, "minutes_model.interchange.registry") in exporters.entries()
        with pytest.raises(
            AssertionError, match=r"neither expressed nor named in the losses: AgendaItem\.label, (?s:.*)'word\d+x' in agenda\[0\]\.label, in the place of '議題１'"
        ):
            check_exporter(titles)
    finally:
        exporters.unregister("titles")
    assert "titles" not in exporters


def test_an_exporter_that_fails() -> None:
    @exporter("broken", media_type="text/plain", suffix=".txt")
    def broken(meeting: Meeting) -> str:
        raise KeyError("inside")

    exporters.register("broken", broken)
    try:
        with pytest.raises(ExportError, match="exporter 'broken' failed: KeyError\\('inside'\\)"):
            export(Meeting(), "broken")
    finally:
        exporters.unregister("broken")


def test_losses_and_exports_are_values() -> None:
    assert str(Loss("Attendee.note", "no place", 3)) == "Attendee.note ×3: no place"
    assert repr(Export("題名", "text/plain")).startswith("Export(data=<2 characters>")
    assert pickle.loads(pickle.dumps(Export("x", "text/plain", [Loss("a", "b")]))).losses[0].count == 1


# The registry, apart from exporters


def offering(monkeypatch: pytest.MonkeyPatch, *points: EntryPoint) -> Registry[Any]:
    monkeypatch.setattr("importlib.metadata.entry_points", lambda group: points)
    return Registry(
        "things", kind="thing", check=lambda value: None if callable(value) else "it cannot be called"
    )


def test_plug_ins_are_listed_without_a_load(monkeypatch: pytest.MonkeyPatch) -> None:
    registry = offering(
        monkeypatch,
        EntryPoint("far", "no_such_module:x", "things"),
        EntryPoint("near", "math:sqrt", "things"),
    )
    assert list(registry) == ["far", "near"]
    assert [entry.location for entry in registry.entries()] == ["no_such_module:x", "math:sqrt"]
    assert registry["near"](9) == 3
    with pytest.raises(
        PluginLoadError, match="thing 'far' of an unknown package cannot be loaded: ModuleNotFoundError"
    ):
        registry.get("far")


def test_a_plug_in_of_the_wrong_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    registry = offering(monkeypatch, EntryPoint("pi", "math:pi", "things"))
    with pytest.raises(
        PluginLoadError, match="math:pi of an unknown package is no thing: it cannot be called"
    ):
        registry.get("pi")
    with pytest.raises(PluginError, match="'e' is no thing"):
        registry.register("e", 2.7)


def test_entry_points_are_read_on_the_first_miss_only(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(group: str) -> None:
        raise AssertionError("read")

    monkeypatch.setattr("importlib.metadata.entry_points", fail)
    registry: Registry[Any] = Registry("things", kind="thing", builtins={"root": "math:sqrt"})
    assert registry["root"](4) == 2
    with pytest.raises(AssertionError, match="read"):
        registry.get("other")


# What must not be imported, and what is missing


def run(code: str, *paths: Path) -> str:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, paths))}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_nothing_heavy_is_imported_early() -> None:
    heavy = "{'pandas', 'polars', 'pyarrow', 'openpyxl', 'lxml', 'hypothesis', 'importlib.metadata'}"
    code = "import sys, minutes_model; assert 'cattrs' not in sys.modules; from minutes_model.interchange import "
    for name in ("to_json", "tables, to_html, to_markdown, to_akn, export, json_schema"):
        assert run(f"{code}{name}; print({heavy} & set(sys.modules))").strip() == "set()"


@pytest.mark.parametrize(
    ("module", "call", "extra"),
    [
        ("pandas", lambda t, p: t.meetings.to_pandas(), "pandas"),
        ("polars", lambda t, p: t.meetings.to_polars(), "polars"),
        ("pyarrow", lambda t, p: t.meetings.to_arrow(), "arrow"),
        ("pyarrow.parquet", lambda t, p: t.write_parquet(p), "arrow"),
        ("openpyxl", lambda t, p: t.write_excel(p / "x.xlsx"), "excel"),
    ],
)
def test_a_missing_library_names_its_extra(
    module: str, call: Any, extra: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtraError, match=rf"pip install 'minutes-model\[{extra}\]'") as caught:
        call(tables([sample_meeting()]), tmp_path)
    assert caught.value.extra == extra


def test_the_checks_name_their_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("hypothesis", "hypothesis.strategies"):
        monkeypatch.setitem(sys.modules, module, None)
    for call in (meetings, lambda: check_exporter(exporters["markdown"])):
        with pytest.raises(MissingExtraError, match=r"pip install 'minutes-model\[testing\]'"):
            call()
    check_exporter(exporters["markdown"], examples=0)


# The worked exporter


def test_the_worked_exporter_installs_and_works(tmp_path: Path) -> None:
    package = ROOT / "examples/exporter_jsonld"
    if not package.exists():
        pytest.skip("not in a checkout")
    pytest.importorskip("hatchling")
    command = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "-q",
        "--no-deps",
        "--no-index",
        "--no-build-isolation",
        "--target",
        str(tmp_path),
        str(package),
    ]
    subprocess.run(command, check=True, capture_output=True)
    here = [tmp_path, *([ROOT] if (ROOT / "minutes_model").exists() else [])]
    listed = run(
        "import sys; from minutes_model.interchange import exporters; print(*exporters.entries(), sep='\\n');"
        "assert 'minutes_model_jsonld' not in sys.modules",
        *here,
    )
    assert (
        "Entry(name='jsonld', package='minutes-model-jsonld', version='1.0.0', location='minutes_model_jsonld:EXPORTER')"
        in listed
    )
    tests = f"import pytest; raise SystemExit(pytest.main(['-q', '-p', 'no:cacheprovider', '--rootdir', {str(tmp_path)!r}, '-c', '/dev/null', {str(package / 'tests')!r}]))"
    assert "2 passed" in run(tests, *here)
