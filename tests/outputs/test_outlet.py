"""`-o`: a file is replaced whole, a pipe or a device gets the bytes, and what cannot be written is one line and exit 3."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from corpuslint.cli import main
from corpuslint.outputs import outlet

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="devices and FIFOs of POSIX")


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path(".git").mkdir()
    Path("a.txt").write_text("A caf\u00c3\u00a9 by the river, 9 November 2022.\n", "utf-8")


def check(place: str) -> int:
    return main(["check", "a.txt", "--no-cache", "--select", "mojibake", "--output-format", "concise", "-o", place])


def run(place: str, stdout: int | None = subprocess.PIPE) -> tuple[int, str, str]:
    arguments = [sys.executable, "-m", "corpuslint", "check", "a.txt", "--select", "mojibake", "--output-format", "concise", "-o", place]
    done = subprocess.run(arguments, check=False, stdout=stdout, stderr=subprocess.PIPE, text=True, encoding="utf-8")
    return done.returncode, done.stdout or "", done.stderr


def test_a_dash_is_standard_output_and_no_file(capfd: pytest.CaptureFixture[str]) -> None:
    assert check("-") == 1
    assert capfd.readouterr().out.startswith("a.txt:1:6: error[mojibake]")
    assert not Path("-").exists()
    assert check("./-") == 1
    assert Path("-").read_text("utf-8").startswith("a.txt:1:6: error[mojibake]")


@pytest.mark.parametrize("place", ["/dev/stdout", "/dev/fd/1", "/dev/./fd/1", "/proc/self/fd/1"])
def test_standard_output_by_another_name(place: str, capfd: pytest.CaptureFixture[str]) -> None:
    if not Path(place).exists():
        pytest.skip("no such name here")
    assert check(place) == 1
    assert capfd.readouterr().out.startswith("a.txt:1:6: error[mojibake]")


def test_standard_output_that_is_a_file_is_written_and_not_replaced(tmp_path: Path) -> None:
    with Path("out").open("wb") as out:
        before = os.fstat(out.fileno()).st_ino
        out.write(b"first\n")
        out.flush()
        assert run("/dev/stdout", out.fileno())[0] == 1
    assert Path("out").stat().st_ino == before
    assert Path("out").read_text("utf-8").startswith("first\na.txt:1:6: ")
    assert sorted(path.name for path in tmp_path.iterdir()) == [".git", "a.txt", "out"]


def test_standard_error(capfd: pytest.CaptureFixture[str]) -> None:
    assert check("/dev/stderr") == 1
    out, err = capfd.readouterr()
    assert (out, err.startswith("a.txt:1:6: ")) == ("", True)


def test_a_device(capfd: pytest.CaptureFixture[str]) -> None:
    assert check("/dev/null") == 1
    assert capfd.readouterr() == ("", "")
    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize(("place", "message"), [
    ("/dev/full", "error: full: No space left on device\n"), ("absent/report", "error: absent: no such folder\n"),
    (".git", "error: .git: a directory, not a regular file\n"), ("a.txt/report", "error: report: Not a directory\n"),
    ("/dev/fd/999", "error: 999: Bad file descriptor\n"),
])
def test_what_cannot_be_written_is_one_line(place: str, message: str, capfd: pytest.CaptureFixture[str]) -> None:
    if place == "/dev/full" and not Path(place).exists():
        pytest.skip("no such device here")
    assert check(place) == 3
    assert capfd.readouterr() == ("", message)


def test_a_fifo_that_is_read(capfd: pytest.CaptureFixture[str]) -> None:
    os.mkfifo("fifo")
    got: list[str] = []
    reader = threading.Thread(target=lambda: got.append(Path("fifo").read_text("utf-8")))
    reader.start()
    assert check("fifo") == 1
    reader.join()
    assert got[0].startswith("a.txt:1:6: error[mojibake]")
    assert Path("fifo").is_fifo()
    assert capfd.readouterr().out == ""


def test_a_fifo_that_nobody_reads_is_not_waited_for_for_ever(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo("fifo")
    monkeypatch.setattr(outlet, "_READER_WAIT", 0)
    assert check("fifo") == 3
    assert capfd.readouterr().err == "error: fifo: nobody reads this FIFO\n"


def test_standard_output_that_is_closed() -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", '"$0" -m corpuslint check a.txt --select mojibake >&-', sys.executable],
        check=False, capture_output=True, text=True,
    )
    assert (done.returncode, done.stderr) == (3, "error: standard output is closed\n")
