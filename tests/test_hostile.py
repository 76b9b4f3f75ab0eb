"""Hostile documents, names and surroundings: no traceback, no hang, documented exit codes, and nothing unseen is printed."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from corpuslint.cli import main
from corpuslint.reporters import FORMATS

_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]|##\[")
COMMAND = [sys.executable, "-m", "corpuslint"]

DOCUMENTS = {
    "empty": b"",
    "one-byte": b"\xff",
    "white": b" \n\t\r\n ",
    "invalid": b"Text \xff\xfe and \xc3( and \xed\xa0\x80 more\n",
    "nul": b"a\0b\0\0c\n",
    "controls": bytes(range(32)) + b"\x7f\xc2\x85\xc2\x9b31m text\n",
    "utf-16": "\ufeffThe vote was held.\r\nIt was fair.\n".encode("utf-16-le"),
    "utf-32": "\ufeffThe vote was held.".encode("utf-32-be"),
    "odd-utf-16": b"\xff\xfea\0b",
    "bom": b"\xef\xbb\xbfThe vote was held.\n",
    "cr-only": b"one\rtwo\rthree",
    "separators": "one\x0b two\x0c three\x1c four\u0085 five\u2028 six\u2029 seven\n".encode(),
    "bidi": "user \u202e\u2066// check\u2069 \u2066begin\n".encode(),
    "zalgo": ("e" + "\u0301" * 5000 + "\n").encode(),
    "joiners": ("\u200d" * 20000).encode(),
    "escapes": b"\x1b[31mred\x1b]0;title\x07 \x1b]52;c;aGk=\x07 \x1b]8;;http://evil.example\x07link\x1b]8;;\x07\n",
    "commands": b"::error::x\n  ::add-mask::y\ntext ##[error]z \xc3\x83\xc2\xa9\n",
    "markup": b"<script>alert(1)</script> <div style='display:none'>slot gacor casino bonus</div> [link=http://evil]x[/link]\n",
    "nested": b">" * 20000 + b"[" * 20000 + b"(" * 20000 + b"*" * 20000 + b"`" * 9999,
    "mojibake": ("Ã©" * 20000).encode(),
    "words": b"tbe ofthe " * 5000,
    "dates": b"99/99/9999 31.02.2021 0000-00-00 " * 2000,
    "digits": b"1" * 100000 + b"." * 100000,
}
pytestmark = pytest.mark.usefixtures("project")
BINARY = {"nul", "controls"}
"""Not UTF-16, and yet with a NUL: passed over."""


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_format_shows_every_document_safely(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    Path("d.txt").write_bytes(DOCUMENTS[name])
    for output_format in FORMATS:
        code = main(["check", "d.txt", "--output-format", output_format, "--jobs", "1"])
        shown = capfd.readouterr()
        if name in BINARY:
            assert (code, shown.err) == (2, "warning: nothing was checked: 1 file passed over (1 binary)\n")
        else:
            assert code in (0, 1), shown.err
            assert shown.err == ""
        assert _UNSEEN.findall(shown.out) == []
        if output_format != "github":
            assert not re.search(r"^\s*::", shown.out, re.MULTILINE)
        if output_format == "json-lines":
            assert all(json.loads(line)["path"] == "d.txt" for line in shown.out.splitlines())
        elif output_format in ("json", "sarif"):
            json.loads(shown.out)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_inspect_and_fix_take_every_document(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    Path("d.txt").write_bytes(DOCUMENTS[name])
    code = 2 if name in BINARY else 0
    assert main(["inspect", "d.txt"]) == code
    assert main(["inspect", "d.txt", "--output-format", "json-lines"]) == code
    assert main(["fix", "d.txt", "--diff", "--unsafe-fixes"]) in (0, 1, 3)
    assert _UNSEEN.findall(capfd.readouterr().out) == []
    assert Path("d.txt").read_bytes() == DOCUMENTS[name]


def test_lone_surrogates_of_a_record_are_shown_escaped(capfd: pytest.CaptureFixture[str]) -> None:
    Path("r.jsonl").write_text('{"id": "\\ud800\\u001b[1m", "text": "caf\\u00c3\\u00a9 \\ud800 \\udc80"}\n', "utf-8")
    assert main(["check", "r.jsonl", "--output-format", "json-lines", "--select", "mojibake"]) == 1
    found = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert {f["record"] for f in found} == {"\ud800\x1b[1m"}
    assert main(["check", "r.jsonl"]) == 1
    assert "r.jsonl#\\ud800\\x1b[1m:1:" in capfd.readouterr().out


@pytest.mark.skipif(sys.platform != "linux", reason="names that are no UTF-8 exist on Linux")
def test_a_name_that_is_no_utf_8_is_shown_escaped(capfd: pytest.CaptureFixture[str]) -> None:
    with open(b"\xff\x1b.txt", "wb") as file:  # noqa: PTH123 (a name in bytes)
        file.write("Ã©".encode())
    assert main(["check", os.fsdecode(b"\xff\x1b.txt"), "--output-format", "concise"]) == 1
    assert capfd.readouterr().out.startswith("\\xff\\x1b.txt:1:")
    assert main(["check", ".", "--output-format", "json-lines"]) == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs here")
def test_a_fifo_a_device_and_a_loop_do_not_block(capfd: pytest.CaptureFixture[str]) -> None:
    os.mkfifo("fifo.txt")
    Path("loop.txt").symlink_to("loop.txt")
    for path in ("fifo.txt", "loop.txt", "/dev/zero"):
        assert main(["check", path, "--output-format", "json-lines"]) == 3
    assert main(["check", "."]) == 3  # the folder, too
    assert [line.split(":")[0] for line in capfd.readouterr().err.splitlines()][:2] == ["fifo.txt", "loop.txt"]


def test_a_file_over_the_limit_is_a_failure_and_not_read_whole(capfd: pytest.CaptureFixture[str]) -> None:
    Path("corpuslint.toml").write_text("max-file-size = 1000\n", "utf-8")
    with Path("large.txt").open("wb") as file:
        file.truncate(10**12)  # sparse: reading it whole would end the test
    Path("small.txt").write_text("Ã©", "utf-8")
    assert main(["check", "large.txt", "small.txt", "--output-format", "concise"]) == 3
    shown = capfd.readouterr()
    assert shown.err.startswith("large.txt: failure ")
    assert "small.txt:1:" in shown.out


def test_findings_are_capped_and_the_rest_counted(capfd: pytest.CaptureFixture[str]) -> None:
    Path("many.txt").write_text("and it is cafÃ© again. " * 3000, "utf-8")
    assert main(["check", "many.txt", "--select", "mojibake", "--output-format", "json-lines"]) == 1
    found = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert len(found) == 1000
    assert found[-1]["message"].endswith("(and 2000 more of mojibake in this document)")


def test_fix_follows_a_link_and_refuses_a_read_only_file(capfd: pytest.CaptureFixture[str]) -> None:
    Path("real.txt").write_text("The café is a cafÃ© of the town.\n", "utf-8")
    Path("link.txt").symlink_to("real.txt")
    main(["fix", "link.txt", "--select", "mojibake", "--unsafe-fixes"])
    assert Path("link.txt").is_symlink()
    assert Path("real.txt").read_text("utf-8") == "The café is a café of the town.\n"
    capfd.readouterr()


def test_no_one_reads_the_output() -> None:
    Path("many.txt").write_text("Ã© and then more.\n" * 2000, "utf-8")
    process = subprocess.Popen([*COMMAND, "check", "many.txt"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.wait(60) in (1, 141)
    assert process.stderr is not None
    assert process.stderr.read() == b""
    process.stderr.close()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_a_failure() -> None:
    Path("b.txt").write_text("Ã©", "utf-8")
    with open("/dev/full", "wb") as full:  # noqa: PTH123 (a device)
        done = subprocess.run([*COMMAND, "check", "b.txt"], stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 3
    assert done.stderr.startswith(b"error: ")
    assert b"Traceback" not in done.stderr


def test_an_ascii_locale_prints_escapes() -> None:
    Path("b.txt").write_text("漢字 Ã©\n", "utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0"}
    done = subprocess.run([*COMMAND, "check", "b.txt"], capture_output=True, env=environment, check=False)
    assert (done.returncode, done.stderr) == (1, b"")
    assert b"\\u6f22\\u5b57 \\xc3\\xa9" in done.stdout
    done = subprocess.run([*COMMAND, "check", "b.txt", "--output-format", "json-lines"], capture_output=True, env=environment, check=False)
    assert "Ã©" in [json.loads(line)["match"] for line in done.stdout.splitlines()]


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
@pytest.mark.slow
def test_a_signal_ends_the_run_and_its_workers(number: int, code: int) -> None:
    Path("big").mkdir()
    for n in range(60):
        Path(f"big/{n}.txt").write_text(f"The town {n} was quiet, and the river was not. " * 8000, "utf-8")
    process = subprocess.Popen(
        [*COMMAND, "check", "big", "--jobs", "2", "--no-cache"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
        preexec_fn=lambda: signal.signal(number, signal.SIG_DFL),  # a shell starts its background jobs deaf to SIGINT
    )
    time.sleep(1.5)
    process.send_signal(number)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == code
    assert b"Traceback" not in errors
    time.sleep(1)
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)
