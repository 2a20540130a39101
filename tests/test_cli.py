"""The commands, as a user types them: what they print, where, and the exit status."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import minutes_model as mm
from minutes_model.cli import main

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples" / "minutes"
KOUTSU = EXAMPLES / "koutsu_kaigi.txt"
SLIP = "港湾審議会（第3回）議事概要\n１ 日時：令和６年９月11日（木）13:00～\n２ 出席者：大島委員\n"
IMPOSSIBLE = "港湾審議会（第3回）議事概要\n１ 日時：令和６年２月30日\n２ 出席者：大島委員\n"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    def call(*arguments: object, stdin: bytes = b"") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as end:
            status = int(end.code or 0)
        shown = capsys.readouterr()
        return status, shown.out, shown.err

    return call


def shell(*arguments: object, **options: object) -> subprocess.Popen[bytes]:
    pipe = subprocess.PIPE
    command = [sys.executable, "-m", "minutes_model", *map(str, arguments)]
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, cwd=ROOT, **options)  # type: ignore[call-overload,no-any-return]


# parse


def test_parse_prints_the_meeting(run: Run) -> None:
    status, out, err = run("parse", KOUTSU)
    assert (status, err) == (0, "")
    meeting = mm.parse(KOUTSU).meeting
    assert out.splitlines()[0] == meeting.title
    assert all(speech.speaker.label in out for speech in meeting.speeches)


def test_parse_writes_json_that_is_the_meeting(run: Run) -> None:
    status, out, _ = run("parse", KOUTSU, "--to", "json")
    assert status == 0
    assert mm.from_json(out) == mm.parse(KOUTSU).meeting


def test_several_as_json_are_json_lines(run: Run) -> None:
    files = sorted(EXAMPLES.glob("*.txt"))
    _, out, _ = run("parse", *files, "--to", "json")
    assert [mm.from_json(line) for line in out.splitlines()] == [mm.parse(file).meeting for file in files]


def test_parse_reads_standard_input(run: Run) -> None:
    status, out, _ = run("parse", "-", "--to", "json", stdin=KOUTSU.read_bytes())
    assert status == 0
    assert mm.from_json(out) == mm.parse(KOUTSU).meeting


def test_parse_writes_a_file(run: Run, tmp_path: Path) -> None:
    status, out, _ = run("parse", KOUTSU, "--to", "json", "-o", tmp_path / "m.json")
    assert (status, out) == (0, "")
    assert mm.from_json((tmp_path / "m.json").read_bytes()) == mm.parse(KOUTSU).meeting


def test_parse_goes_on_after_a_file_that_cannot_be_read(run: Run, tmp_path: Path) -> None:
    status, out, err = run("parse", tmp_path / "missing.pdf", KOUTSU)
    assert status == 1
    assert "missing.pdf: there is no such file or folder" in err
    assert "交通" in out


def test_parse_says_that_a_text_is_no_meeting(run: Run) -> None:
    for command in (("parse", "-"), ("parse", "-", "--to", "json"), ("export", "-", "--to", "markdown")):
        status, out, err = run(*command, stdin="何でもない。".encode())
        assert (status, bool(out)) == (1, True)
        assert err.startswith("minutes-model: -: ")
        assert err.endswith("[MM001]\n")


# A text whose encoding its bytes do not tell.
ODD = SLIP.replace("港湾", "Ναύπακτος").encode("utf-7")


@pytest.mark.parametrize("command", [("parse",), ("check",), ("export", "--to", "json")])
def test_an_encoding_can_be_named(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    (tmp_path / "odd.txt").write_bytes(ODD)
    _, out, err = run(*command, tmp_path / "odd.txt", "--encoding", "utf-7")
    assert err == ""
    assert "令和６年" in out or "2024-09-11" in out
    status, _, err = run(*command, tmp_path / "odd.txt", "--encoding", "klingon")
    assert (status, err) == (1, "minutes-model: there is no text encoding called 'klingon'\n")


def test_table_takes_an_encoding(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("a", "c"):
        (tmp_path / "in" / f"{name}.txt").write_bytes(SLIP.encode("utf-16-be"))
    (tmp_path / "in" / "b.txt").write_bytes(b"\xff\xd8\xfe")
    command = ("table", tmp_path / "in", "--encoding", "utf-16-be", "--cache", tmp_path / "cache", "--to", "csv", "-o")
    for name, more in {"one": (), "again": (), "two": ("--workers", 2, "--cache", tmp_path / "other")}.items():
        status, _, err = run(*command, tmp_path / name, *more)
        assert (status, "2 meetings of 3 files" in err, "b.txt: " in err) == (1, True, True)
    assert rows(tmp_path / "one" / "meetings.csv") == rows(tmp_path / "two" / "meetings.csv") == rows(tmp_path / "again" / "meetings.csv")
    assert [Path(row["source_name"]).name for row in rows(tmp_path / "one" / "meetings.csv")] == ["a.txt", "c.txt"]


@pytest.mark.parametrize("name", ["absent/m.json", "."])
def test_a_place_that_cannot_be_written_is_told(run: Run, tmp_path: Path, name: str) -> None:
    status, _, err = run("parse", KOUTSU, "-o", tmp_path / name)
    assert status == 1
    assert err.startswith("minutes-model: ")
    assert "Traceback" not in err


def test_what_a_terminal_cannot_show_does_not_end_it() -> None:
    process = shell("parse", KOUTSU, env={**os.environ, "PYTHONIOENCODING": "ascii"})
    out, err = process.communicate()
    assert (process.returncode, err) == (0, b"")
    assert out.count(b"?") > 100


# check


def test_check_shows_the_line_and_a_caret(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "slip.txt"
    file.write_text(SLIP, encoding="utf-8")
    status, out, _ = run("check", file)
    head, line, caret = out.splitlines()[:3]
    place, severity, rest = head.removeprefix(f"{file}:").split(": ", 2)
    row, column = map(int, place.split(":"))
    assert (status, severity, rest.endswith("[MM102]"), row) == (0, "warning", True, 2)
    assert line.strip() == SLIP.splitlines()[1]
    marked = "令和６年９月11日（木）"
    assert line[2:][column - 1 :].startswith(marked)
    # One wide blank for each wide character before, so that the caret stands under its own.
    assert caret == "  " + "".join("　" if c > "⺀" else " " for c in line[2 : column + 1]) + "^" * len(marked)


@pytest.mark.parametrize(("text", "status", "code"), [(IMPOSSIBLE, 1, "MM101"), ("何でもない。", 1, "MM001"), (SLIP, 0, "MM102")])
def test_check_fails_on_an_error(run: Run, text: str, status: int, code: str) -> None:
    found, out, _ = run("check", "-", stdin=text.encode())
    assert (found, code in out) == (status, True)


def test_check_is_silent_on_what_is_sound(run: Run) -> None:
    assert run("check", KOUTSU) == (0, "", "")


def test_check_fails_on_a_file_that_cannot_be_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    status, out, err = run("check", tmp_path / "a.png")
    assert (status, out) == (1, "")
    assert "run OCR" in err


# table


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def expected() -> mm.Tables:
    return mm.tables(map(mm.parse, sorted(EXAMPLES.glob("*.txt"))))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with minutes in it and below it, and other things."""
    home = tmp_path / "議事録"
    (home / "2024").mkdir(parents=True)
    (home / ".hidden").mkdir()
    first, *others = sorted(EXAMPLES.glob("*.txt"))
    (home / "first.TXT").write_bytes(first.read_bytes())
    for file in others:
        (home / "2024" / file.name).write_bytes(file.read_bytes())
    (home / ".hidden" / first.name).write_bytes(first.read_bytes())
    (home / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    return home


def test_table_takes_a_folder_with_all_below_it(run: Run, folder: Path, tmp_path: Path) -> None:
    status, out, err = run("table", folder, "--to", "csv", "-o", tmp_path / "out")
    assert (status, out) == (0, "")
    assert {row["meeting_id"] for row in rows(tmp_path / "out" / "meetings.csv")} == {
        row["meeting_id"] for row in expected().meetings
    }
    assert "3 meetings of 3 files" in err


@pytest.mark.parametrize("pattern", ["**/*.txt", "2024/*.txt", "20*"])
def test_table_takes_patterns_by_itself(run: Run, folder: Path, tmp_path: Path, pattern: str) -> None:
    status, _, err = run("table", folder / pattern, "--to", "csv", "-o", tmp_path / "out")
    assert (status, "2 meetings of 2 files" in err) == (0, True)


def test_a_file_named_twice_is_read_once(run: Run, folder: Path, tmp_path: Path) -> None:
    _, _, err = run("table", folder, folder / "first.TXT", "--to", "csv", "-o", tmp_path / "out")
    assert "3 meetings of 3 files" in err


def test_table_says_what_it_passes_over(run: Run, folder: Path, tmp_path: Path) -> None:
    for name in ("old.doc", "older.DOC", "plan.xlsx", ".hidden.doc"):
        (folder / name).write_bytes(b"x")
    status, _, err = run("table", folder, "--to", "csv", "-o", tmp_path / "out")
    assert status == 0
    assert "4 files passed over, of kinds that are not read: 2 .doc, 1 " in err


def test_table_writes_a_workbook(run: Run, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    status, _, _ = run("table", EXAMPLES, "-o", tmp_path / "out.xlsx")
    assert status == 0
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx").worksheets[0]
    assert (sheet.title, sheet.max_row) == ("質疑", 1 + len(expected().exchanges))


def test_table_writes_parquet(run: Run, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    status, _, _ = run("table", EXAMPLES, "--to", "parquet", "-o", tmp_path / "out")
    assert status == 0
    assert parquet.read_table(tmp_path / "out" / "speeches.parquet").num_rows == len(expected().speeches)


def test_table_writes_json_lines(run: Run, tmp_path: Path) -> None:
    status, _, _ = run("table", EXAMPLES, "--to", "jsonl", "-o", tmp_path / "out")
    assert status == 0
    lines = (tmp_path / "out" / "speeches.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["text"] for line in lines] == [row["text"] for row in expected().speeches]


def test_table_reads_pdf(run: Run, tmp_path: Path) -> None:
    pytest.importorskip("pypdfium2")
    canvas = pytest.importorskip("reportlab.pdfgen.canvas")
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont

    pdfmetrics.registerFont(UnicodeCIDFont("HeiseiKakuGo-W5"))
    page = canvas.Canvas(str(tmp_path / "a.pdf"))
    page.setFont("HeiseiKakuGo-W5", 11)
    for number, line in enumerate(SLIP.splitlines()):
        page.drawString(70, 770 - 20 * number, line)
    page.save()
    _, _, err = run("table", tmp_path, "--to", "csv", "-o", tmp_path / "out")
    assert "1 meeting of 1 file" in err
    assert rows(tmp_path / "out" / "problems.csv")[0]["page"] == "1"


def test_table_tells_what_failed_and_why(run: Run, folder: Path, tmp_path: Path) -> None:
    (folder / "locked.pdf").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "other.txt").write_text("何でもない。", encoding="utf-8")
    status, _, err = run("table", folder, tmp_path / "none*.txt", "--to", "csv", "-o", tmp_path / "out")
    assert status == 1
    assert "3 meetings of 7 files" in err
    assert "4 failed:" in err
    for name, cause in {"locked.pdf": "OCR", "empty.txt": "empty", "other.txt": "MM001", "none*.txt": "no such file or folder"}.items():
        assert any(name in line and cause in line for line in err.splitlines())
    # What the summary counts are the rows.
    assert len(rows(tmp_path / "out" / "failures.csv")) == 4
    assert len(rows(tmp_path / "out" / "meetings.csv")) == 3


@pytest.mark.parametrize("wrong", ["exmaples", "*.doc", "empty.txt", "novel.txt"])
def test_table_of_no_meeting_leaves_the_old_one(run: Run, tmp_path: Path, wrong: str) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "novel.txt").write_text("何でもない。", encoding="utf-8")
    (tmp_path / "out.xlsx").write_bytes(b"yesterday's")
    status, out, err = run("table", tmp_path / wrong, "-o", tmp_path / "out.xlsx")
    assert (status, out) == (1, "")
    assert (tmp_path / "out.xlsx").read_bytes() == b"yesterday's"
    assert "out.xlsx is not written: 0 meetings of 1 file" in err
    assert ("no such file or folder" in err) == (wrong in ("exmaples", "*.doc"))


def test_table_with_processes_gives_the_same(run: Run, folder: Path, tmp_path: Path) -> None:
    run("table", folder, "--to", "csv", "-o", tmp_path / "one")
    run("table", folder, "--to", "csv", "-o", tmp_path / "two", "--workers", 2)
    for file in sorted((tmp_path / "one").iterdir()):
        assert file.read_bytes() == (tmp_path / "two" / file.name).read_bytes()


def test_table_parses_no_file_twice(run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[object] = []
    parse = mm.parse
    monkeypatch.setattr("minutes_model.corpus.parse", lambda source, **_: (parsed.append(source), parse(source))[1])
    command = ("table", folder, "--to", "csv", "--cache", tmp_path / "cache", "-o")
    run(*command, tmp_path / "one")
    (folder / "2024" / "again.txt").write_bytes((folder / "first.TXT").read_bytes())
    (folder / "2024" / "new.txt").write_text(SLIP, encoding="utf-8")
    status, _, err = run(*command, tmp_path / "two")
    assert (status, "5 meetings of 5 files" in err) == (0, True)
    assert [Path(str(path)).name for path in parsed[3:]] == ["new.txt"]
    names = [Path(row["source_name"]).name for row in rows(tmp_path / "two" / "meetings.csv")]
    assert names == [file.name for file in sorted(folder.rglob("[!.]*.[tT]*")) if ".hidden" not in file.parts]
    next((tmp_path / "cache").rglob("*.json")).write_text("{", encoding="utf-8")
    assert run(*command, tmp_path / "three")[0] == 0
    assert (tmp_path / "three" / "speeches.csv").read_bytes() == (tmp_path / "two" / "speeches.csv").read_bytes()


@pytest.mark.parametrize(
    "arguments", [("-o", "out"), ("--to", "csv"), ("-o", "out.xlsx", "--workers", "0"), ("--to", "doc", "-o", "out")]
)
def test_table_used_wrongly(run: Run, arguments: tuple[str, ...]) -> None:
    status, _, err = run("table", EXAMPLES, *arguments)
    assert (status, "usage:" in err) == (2, True)


def test_table_with_a_worker_that_dies_fails(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("minutes_model.workers._COMMAND", ("-c", "raise SystemExit(7)"))
    status, _, err = run("table", EXAMPLES, "--to", "csv", "-o", tmp_path / "out", "--workers", 1)
    assert (status, "status 7" in err, (tmp_path / "out").exists()) == (1, True, False)


def test_table_of_nothing_fails(run: Run, tmp_path: Path) -> None:
    status, _, err = run("table", tmp_path, "-o", tmp_path / "out.xlsx")
    assert (status, "no files of minutes" in err) == (1, True)


def test_table_without_its_library_says_what_to_install(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("minutes_model.cli.tables.find_spec", lambda name: None)
    status, _, err = run("table", EXAMPLES, "-o", tmp_path / "out.xlsx")
    assert (status, "minutes-model[excel]" in err) == (1, True)


# export, formats


def test_export_writes_a_format_by_name(run: Run, tmp_path: Path) -> None:
    status, out, err = run("export", KOUTSU, "--to", "markdown")
    assert (status, err) == (0, "")
    assert out == mm.export(mm.parse(KOUTSU), "markdown").text
    assert run("export", KOUTSU, "--to", "akn", "-o", tmp_path / "m.xml")[0] == 0
    assert (tmp_path / "m.xml").read_bytes() == mm.export(mm.parse(KOUTSU), "akn").data


def test_export_gives_options_to_the_format(run: Run) -> None:
    _, out, _ = run("export", "-", "--to", "json", "--option", "indent=null", stdin=KOUTSU.read_bytes())
    assert len(out.splitlines()) == 1
    _, out, _ = run("export", KOUTSU, "--to", "csv", "--option", "table=decisions", "--option", "defuse=false")
    assert "outcome" in out.splitlines()[0]


def test_export_says_what_is_lost_if_asked(run: Run) -> None:
    _, _, err = run("export", KOUTSU, "--to", "markdown", "--losses")
    losses = mm.export(mm.parse(KOUTSU), "markdown").losses
    assert err.splitlines() == [f"minutes-model: not in markdown: {loss}" for loss in losses]
    assert losses


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (("--to", "tei5"), 1, "markdown"),
        (("--to", "csv", "--option", "table=3"), 1, "no table 3"),
        (("--to", "csv", "--option", "colour=3"), 2, "colour"),
        (("--to", "csv", "--option", "table"), 2, "NAME=VALUE"),
        ((), 2, "--to"),
    ],
)
def test_export_used_wrongly(run: Run, arguments: tuple[str, ...], status: int, words: str) -> None:
    found, out, err = run("export", KOUTSU, *arguments)
    assert (found, out, words in err) == (status, "", True)


def test_formats_lists_whose_each_is(run: Run) -> None:
    status, out, _ = run("formats")
    lines = [line.split() for line in out.splitlines()[1:]]
    assert status == 0
    assert [line[0] for line in lines] == list(mm.exporters)
    assert ["akn", "minutes-model", mm.__version__] in [line[:3] for line in lines]


# all


def test_a_reader_that_goes_away_is_no_failure() -> None:
    files = [str(EXAMPLES / "shugyo_kankyo_215.txt")] * 8
    process = shell("parse", *files, "--to", "json")
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    assert (process.wait(), process.stderr.read()) == (0, b"")
    process.communicate()


@pytest.mark.parametrize("arguments", [(), ("unknown",), ("parse",), ("parse", "a", "--to", "xml")])
def test_wrong_usage_gives_2(run: Run, arguments: tuple[str, ...]) -> None:
    assert run(*arguments)[0] == 2


def test_the_version(run: Run) -> None:
    assert run("--version")[:2] == (0, f"minutes-model {mm.__version__}\n")


def test_help_imports_nothing_heavy() -> None:
    script = (
        "import sys\nfrom minutes_model.cli import main\ntry:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        "print([m for m in sys.modules if m.split('.')[0] in ('attrs', 'cattrs', 'pandas', 'concurrent', 'importlib.metadata')])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.splitlines()[-1] == "[]"
