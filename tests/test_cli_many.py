"""``minutes-model table`` over many files: what was read once is not read again, whatever ended the run before."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import minutes_model as mm
from minutes_model.cli import main
from minutes_model.cli.kept import Kept
from tests.generated import minutes

ROOT = Path(__file__).resolve().parent.parent
COUNT = 24

Run = Callable[..., "tuple[int, str, list[str]]"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "minutes"
    home.mkdir()
    for number, text in enumerate(minutes(COUNT), 1):
        (home / f"{number:04}.txt").write_text(text, encoding="utf-8")
    return home


@pytest.fixture
def run(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command over the folder: exit status, messages, and the names of the files that were parsed."""
    import minutes_model.corpus

    def call(*options: object, output: str = "out") -> tuple[int, str, list[str]]:
        parsed: list[str] = []

        def noted(source: Any, **choices: Any) -> mm.ParseResult:
            parsed.append(source.name)
            return mm.parse(source, **choices)

        # In the process: what is done elsewhere cannot be counted.
        monkeypatch.setattr(minutes_model.corpus, "parse", noted)
        monkeypatch.setattr("minutes_model.cli.tables._cores", lambda: None)
        status = main([str(a) for a in ("table", folder, "--to", "csv", "-o", tmp_path / output, *options)])
        return status, capsys.readouterr().err, parsed

    return call


def content(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


def names(*numbers: int) -> list[str]:
    return [f"{number:04}.txt" for number in numbers]


def test_a_second_run_parses_nothing(run: Run, tmp_path: Path) -> None:
    assert run("--cache", tmp_path / "cache")[2] == names(*range(1, COUNT + 1))
    status, message, parsed = run("--cache", tmp_path / "cache", output="again")
    assert (status, parsed) == (0, [])
    assert f"{COUNT} meetings of {COUNT} files" in message
    assert content(tmp_path / "out") == content(tmp_path / "again")


def test_a_changed_file_is_read_again_and_a_moved_one_is_not(run: Run, folder: Path, tmp_path: Path) -> None:
    run("--cache", tmp_path / "cache")
    changed = folder / "0007.txt"
    changed.write_text(changed.read_text(encoding="utf-8").replace("第7回", "第700回"), encoding="utf-8")
    (folder / "0001.txt").rename(folder / "0001_moved.txt")
    (folder / "0000.txt").write_bytes((folder / "0002.txt").read_bytes())
    status, _, parsed = run("--cache", tmp_path / "cache", output="again")
    assert (status, parsed) == (0, ["0007.txt"])
    meetings = (tmp_path / "again" / "meetings.csv").read_text(encoding="utf-8-sig")
    assert "第700回" in meetings
    assert "0001_moved.txt" in meetings


def test_another_profile_reads_again(run: Run, tmp_path: Path) -> None:
    run("--cache", tmp_path / "cache")
    profile = next(iter(mm.profiles))
    assert len(run("--cache", tmp_path / "cache", "--profile", profile)[2]) == COUNT
    assert run("--cache", tmp_path / "cache", "--profile", profile)[2] == []


@pytest.mark.parametrize("half", [b"", b'{"schema_version": "1.0", "kin', b"\xff\xfe", b"[]"])
def test_what_is_half_written_is_read_again_once(run: Run, tmp_path: Path, half: bytes) -> None:
    run("--cache", tmp_path / "cache")
    expected = content(tmp_path / "out")
    victim = sorted((tmp_path / "cache").rglob("*.json"))[3]
    victim.write_bytes(half)
    victim.with_suffix(".4711").write_bytes(half)
    assert len(run("--cache", tmp_path / "cache")[2]) == 1
    assert run("--cache", tmp_path / "cache")[2] == []
    assert content(tmp_path / "out") == expected


def test_what_failed_is_tried_again(run: Run, folder: Path, tmp_path: Path) -> None:
    (folder / "0003.txt").write_bytes(b"")
    assert run("--cache", tmp_path / "cache")[0] == 1
    status, message, parsed = run("--cache", tmp_path / "cache")
    assert (status, parsed) == (1, ["0003.txt"])
    assert "1 failed:" in message


def test_a_run_that_ends_early_is_gone_on_with(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(output="whole")
    keep, kept = Kept.keep, []

    def ended(self: Kept, outcome: Any) -> None:
        if len(kept) == 10:
            raise KeyboardInterrupt
        keep(self, outcome)
        kept.append(outcome)

    monkeypatch.setattr(Kept, "keep", ended)
    status, message, _ = run()
    assert (status, f"what was read is kept in {tmp_path / 'out.part'}" in message) == (130, True)
    assert not (tmp_path / "out").exists()
    monkeypatch.setattr(Kept, "keep", keep)
    status, _, parsed = run()
    assert (status, parsed) == (0, names(*range(11, COUNT + 1)))
    assert content(tmp_path / "out") == content(tmp_path / "whole")
    assert not (tmp_path / "out.part").exists()


def test_what_others_put_beside_the_output_stays(run: Run, tmp_path: Path) -> None:
    (tmp_path / "out.part").mkdir()
    (tmp_path / "out.part" / "mine.txt").write_text("mine")
    assert run()[0] == 0
    assert [file.name for file in (tmp_path / "out.part").iterdir()] == ["mine.txt"]


def test_an_output_that_cannot_be_written_costs_no_second_reading(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*ignored: object) -> None:
        raise PermissionError(13, "open in another program")

    with monkeypatch.context() as patch:
        patch.setattr("minutes_model.cli.tables._write", fail)
        status, message, _ = run()
        assert (status, "open in another program" in message) == (1, True)
    assert run()[2] == []


COMMAND = [sys.executable, "-m", "minutes_model", "table", "minutes", "--to", "csv", "-o", "out", "--workers", "2"]


def started(folder: Path, **options: Any) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(COMMAND, cwd=folder.parent, env=environment, **options)


def test_a_run_that_is_killed_is_gone_on_with(run: Run, folder: Path, tmp_path: Path) -> None:
    for number, text in enumerate(minutes(300), 1):
        (folder / f"{number:04}.txt").write_text(text, encoding="utf-8")
    process = started(folder, stderr=subprocess.DEVNULL)
    while process.poll() is None and len(list((tmp_path / "out.part").rglob("*.json"))) < 20:
        time.sleep(0.01)
    process.kill()
    process.wait()
    done = len(list((tmp_path / "out.part").rglob("*.json")))
    assert 20 <= done < 300
    status, message, parsed = run()
    assert (status, len(parsed)) == (0, 300 - done)
    assert "300 meetings of 300 files" in message


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_terminal_has_a_bar(folder: Path, tmp_path: Path) -> None:
    pytest.importorskip("tqdm")
    import pty
    import termios

    (folder / "0002.txt").write_bytes(b"")
    reader, writer = pty.openpty()
    termios.tcsetwinsize(writer, (24, 100))
    process = started(folder, stderr=writer)
    os.close(writer)
    shown = b""
    while True:
        try:
            piece = os.read(reader, 65536)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    os.close(reader)
    assert process.wait() == 1
    text = shown.decode()
    assert f"{COUNT}/{COUNT}" in text
    assert "failed=1" in text
    assert f"{COUNT - 1} meetings of {COUNT} files" in text


@pytest.mark.skipif(sys.platform == "win32", reason="sends a signal")
def test_an_interrupt_tells_where_to_go_on(folder: Path, tmp_path: Path) -> None:
    for number, text in enumerate(minutes(600), 1):
        (folder / f"{number:04}.txt").write_text(text, encoding="utf-8")
    process = started(folder, stderr=subprocess.PIPE)
    while process.poll() is None and not list((tmp_path / "out.part").rglob("*.json")):
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, message = process.communicate(timeout=30)
    assert process.returncode == 130
    assert message.decode().splitlines() == [f"minutes-model: what was read is kept in {tmp_path / 'out.part'}: the same command goes on from there"]
