"""The command from outside, killed in all the ways that it is killed: it ends at once, with one line, and nobody lives on.

Its rules do what a document says, for every start method: the script below is what a worker imports, too.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="signals of POSIX")]

SCRIPT = """
import multiprocessing, os, pathlib, re, sys, time
from corpuslint import checkers

encoding = checkers.DOCUMENT_CHECKERS["mojibake"]

def check(document, rule):
    word = document.text.split(maxsplit=1)[0]
    if word in ("sleep", "match", "kill"):
        pathlib.Path(f"begun-{os.getpid()}").touch()
    if word == "sleep":
        time.sleep(100)
    if word == "match":
        re.match(r"(a+)+$", "a" * 60 + "b")
    if word == "kill":
        os.kill(os.getpid(), 9)
    yield from encoding(document, rule)

checkers.DOCUMENT_CHECKERS["mojibake"] = check

if __name__ == "__main__":
    from corpuslint.__main__ import run
    multiprocessing.set_start_method(os.environ["START"])
    run()
"""
ENDINGS = [(signal.SIGINT, 130, "interrupted"), (signal.SIGTERM, 143, "terminated"), (signal.SIGHUP, 129, "hung up")]
LIMIT = 30
"""Seconds after which something hangs; each of these ends in a part of one."""
Start = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Start the command on documents that say what is done; it and its workers are a process group."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "script.py").write_text(SCRIPT, "utf-8")
    running = []

    def begin(*words: str, jobs: int = 2, method: str = "fork", options: tuple[str, ...] = (), deaf: bool = False) -> subprocess.Popen[str]:
        (tmp_path / "docs").mkdir()
        for n, word in enumerate(words):
            (tmp_path / f"docs/{n:03}.txt").write_text(f"{word} \u00c3\u00a9t\u00c3\u00a9 and caf\u00c3\u00a9\n", "utf-8")

        def settle() -> None:  # a shell starts its background jobs deaf to SIGINT, and nohup to SIGHUP
            for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                signal.signal(number, signal.SIG_IGN if deaf and number == signal.SIGHUP else signal.SIG_DFL)

        process = subprocess.Popen(
            [sys.executable, "script.py", "check", "docs", "-j", str(jobs), "--no-cache", "--select", "mojibake",
             "--output-format", "concise", *options],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8", env={**os.environ, "START": method},
            start_new_session=True, preexec_fn=settle,
        )
        running.append(process)
        return process

    yield begin
    for process in running:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def begun(count: int = 1) -> list[int]:
    """The processes that have begun a document, once there are so many."""
    found: list[Path] = []

    def there() -> bool:
        found[:] = Path().glob("begun-*")
        return len(found) >= count

    wait_for(there)
    return [int(path.name.removeprefix("begun-")) for path in found]


def wait_for(what: Callable[[], bool]) -> None:
    until = time.monotonic() + LIMIT
    while not what():
        assert time.monotonic() < until
        time.sleep(0.02)


def nobody_left(group: int) -> None:
    until = time.monotonic() + LIMIT
    with pytest.raises(ProcessLookupError):
        while time.monotonic() < until:
            os.killpg(group, 0)
            time.sleep(0.02)


@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(("number", "code", "word"), ENDINGS)
def test_a_signal_ends_the_command_at_once(number: int, code: int, word: str, jobs: int, times: int, start: Start) -> None:
    process = start("sleep", *["a"] * 70, "sleep", jobs=jobs)
    begun(jobs)
    for _ in range(times):
        process.send_signal(number)
    output, errors = process.communicate(timeout=LIMIT)
    assert (process.returncode, output, errors) == (code, "", f"error: {word}\n")
    nobody_left(process.pid)


@pytest.mark.parametrize("times", [1, 2])
def test_an_interrupt_from_the_keyboard_reaches_the_workers_too(times: int, start: Start) -> None:
    process = start("sleep", *["a"] * 70, "sleep")
    begun(2)
    for _ in range(times):
        os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=LIMIT)
    assert (process.returncode, errors) == (130, "error: interrupted\n")
    nobody_left(process.pid)


@pytest.mark.parametrize(("number", "code", "word"), ENDINGS)
def test_a_signal_before_the_command_is_there(number: int, code: int, word: str, tmp_path: Path) -> None:
    (tmp_path / "click.py").write_text("import pathlib, time; pathlib.Path('begun-0').touch(); time.sleep(100)", "utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "corpuslint", "check"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(tmp_path)}, preexec_fn=lambda: signal.signal(number, signal.SIG_DFL),
    )
    wait_for((tmp_path / "begun-0").exists)
    process.send_signal(number)
    output, errors = process.communicate(timeout=LIMIT)
    assert (process.returncode, output, errors) == (code, "", f"error: {word}\n")


@pytest.mark.parametrize("delay", [0.0, 0.2, 0.4])
def test_a_signal_while_the_workers_start(delay: float, start: Start) -> None:
    process = start("sleep", *["a"] * 200)
    time.sleep(0.5 + delay)
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=LIMIT)
    assert process.returncode in (130, -signal.SIGINT)  # the latter: what Python says before the command has begun
    assert process.returncode != 130 or errors == "error: interrupted\n"
    nobody_left(process.pid)


def test_a_signal_while_nobody_reads_the_output(start: Start) -> None:
    process = start(*["a"] * 1500, jobs=1)
    assert process.stdout is not None
    assert process.stdout.read(1) == "d"  # it writes: its pipe is full soon
    time.sleep(0.2)
    process.send_signal(signal.SIGTERM)
    assert process.wait(LIMIT) == 143


def test_a_command_that_shall_outlive_its_terminal_does(start: Start) -> None:
    process = start("a", "sleep", options=("--document-timeout", "2"), deaf=True)
    begun()
    process.send_signal(signal.SIGHUP)
    output, errors = process.communicate(timeout=LIMIT)
    assert (process.returncode, output.count("docs/000.txt")) == (3, 1)
    assert errors == "docs/001.txt: failure not checked within 2 s (`document-timeout` sets the bound)\n"


@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
@pytest.mark.parametrize("word", ["sleep", "match"])
def test_workers_do_not_outlive_the_command(word: str, method: str, start: Start) -> None:
    """Neither asleep in a document, nor in C code that holds the lock of the interpreter, nor idle."""
    process = start(word, *["a"] * 70, method=method)
    begun()
    process.kill()
    process.wait(LIMIT)
    nobody_left(process.pid)


@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
def test_a_dead_worker_costs_its_document_alone(method: str, start: Start) -> None:
    process = start("a", "kill", *["a"] * 70, "kill", method=method)
    output, errors = process.communicate(timeout=2 * LIMIT)
    assert process.returncode == 3
    assert [row.partition(":")[0] for row in output.splitlines() if "mojibake" in row] == [
        f"docs/{n:03}.txt" for n in range(73) if n not in (1, 72)
    ]
    message = "failure killed its worker process twice (signal 9); skipped"
    assert errors == f"docs/001.txt: {message}\ndocs/072.txt: {message}\n"


def test_a_worker_that_is_killed_once_costs_nothing(start: Start) -> None:
    """Stopped, and then killed: what a person does to a process that seems to hang."""
    process = start("a", "sleep", "a", options=("--document-timeout", "6"))
    (pid,) = begun()
    os.kill(pid, signal.SIGSTOP)
    os.kill(pid, signal.SIGKILL)
    output, errors = process.communicate(timeout=2 * LIMIT)
    assert (process.returncode, len(list(Path().glob("begun-*")))) == (3, 2)
    assert errors == "docs/001.txt: failure not checked within 6 s (`document-timeout` sets the bound)\n"
    assert output.count("docs/002.txt") == 1


def test_the_command_line_and_the_configuration_set_the_bound(start: Start) -> None:
    Path("corpuslint.toml").write_text("document-timeout = 90\n", "utf-8")
    process = start("sleep", jobs=1, options=("--document-timeout", "1.5"))
    assert process.communicate(timeout=LIMIT)[1] == "docs/000.txt: failure not checked within 1.5 s (`document-timeout` sets the bound)\n"
    Path("corpuslint.toml").write_text("document-timeout = 1.25\n", "utf-8")
    command = [sys.executable, "script.py", "fix", "docs", "--select", "mojibake"]
    done = subprocess.run(command, env={**os.environ, "START": "fork"}, capture_output=True, text=True, timeout=LIMIT, check=False)
    assert done.returncode == 3
    assert "docs/000.txt: failure not checked within 1.25 s (`document-timeout` sets the bound)\n" in done.stderr
