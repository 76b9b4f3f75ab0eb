"""Whatever happens to a worker or in a document: the run ends, in order, with all that is not to blame."""

from __future__ import annotations

import multiprocessing
import os
import re
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from corpuslint.checkers import DOCUMENT_CHECKERS
from corpuslint.document import Document
from corpuslint.engine import Result
from corpuslint.executors import channel, processes, serial
from corpuslint.executors.bounds import NONE, Bounds

from .faults import Rules, batch

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="signals of POSIX")
QUICK = Bounds(seconds=1)


@pytest.fixture(autouse=True)
def _checkers(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(DOCUMENT_CHECKERS, "existence", DOCUMENT_CHECKERS["existence"])  # type: ignore[arg-type]
    monkeypatch.setattr(processes, "_GRACE", 0.5)
    yield
    assert multiprocessing.active_children() == []


def told(results: Iterator[list[Result]]) -> list[str]:
    """A word for each document: 'found', or what its failure says."""
    return [("found" if r.findings else "nothing") if not r.failures else r.failures[0].message for batch in results for r in batch]


def start_with(method: str, monkeypatch: pytest.MonkeyPatch) -> None:
    context = multiprocessing.get_context(method)
    monkeypatch.setattr(channel, "get_context", lambda: context)


@pytest.mark.parametrize("jobs", [1, 2, 4])
def test_the_same_comes_out_whoever_did_the_work(jobs: int) -> None:
    stream = [batch(*(f"d-{n}-{m}" for m in range(n % 5 + 1))) for n in range(12)]
    assert list(processes.run(stream, Rules(), jobs, QUICK)) == list(serial.run(stream, Rules()))


@pytest.mark.parametrize(("fault", "message"), [
    ("kill", "killed its worker process twice (signal 9); skipped"),
    ("exit", "killed its worker process twice (exit code 7); skipped"),
    ("sleep", "not checked within 1 s (`document-timeout` sets the bound)"),
    ("match", "not checked within 1 s (`document-timeout` sets the bound)"),
    ("stuck", "not checked within 1 s (`document-timeout` sets the bound)"),
    ("stop", "not checked within 1 s (`document-timeout` sets the bound)"),
    ("lambda", r"its result cannot be sent: .*"),
    ("deep", r"checker crashed: RecursionError: .*"),
])
def test_a_document_is_named_and_nothing_else_is_lost(fault: str, message: str) -> None:
    stream = [batch("a", "b", f"{fault} 1", "c"), batch("d"), batch(f"{fault} 2"), batch("e", "f")]
    results = list(processes.run(stream, Rules(), 2, QUICK))
    said = told(iter(results))
    assert [text for n, text in enumerate(said) if n not in (2, 5)] == ["found"] * 6
    for n in (2, 5):
        assert re.fullmatch(message if ".*" in message else re.escape(message), said[n])
    assert [f.path for rs in results for r in rs for f in r.failures] == [f"{fault} 1", f"{fault} 2"]


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="the system does not tell what a process holds")
def test_a_document_that_takes_too_much_memory_is_named() -> None:
    said = told(processes.run([batch("a", "memory", "b")], Rules(), 1, Bounds(megabytes=500)))
    assert said == ["found", "not checked: it needs more than 500 MB of memory (`document-memory` sets the bound)", "found"]


@pytest.mark.parametrize("fault", ["kill-once", "exit-once", "stop-once", "stuck-once"])
def test_what_ends_one_worker_alone_is_tried_again(fault: str, tmp_path: Path) -> None:
    stream = [batch("a", f"{fault} 1", "b"), batch(f"{fault} 2"), batch("c")]
    assert told(processes.run(stream, Rules(tmp_path), 2, QUICK)) == ["found"] * 5
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize("method", ["spawn", "forkserver"])
def test_every_start_method(method: str, monkeypatch: pytest.MonkeyPatch) -> None:
    start_with(method, monkeypatch)
    stream = [batch("a", "kill", "b"), batch("sleep")]
    assert told(processes.run(stream, Rules(), 2, QUICK)) == [
        "found", "killed its worker process twice (signal 9); skipped", "found",
        "not checked within 1 s (`document-timeout` sets the bound)",
    ]


@pytest.mark.parametrize("when", ["before", "amid", "after"])
def test_workers_that_are_killed_again_and_again(when: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """As they get a task, while the answer is on its way (it is longer than a socket holds), and when they are idle."""
    exchange, killed = channel.Worker.exchange, 0

    def deadly(self: channel.Worker, events: int) -> bool:
        nonlocal killed
        done = exchange(self, events)
        here = {"before": self.place is None and not done, "amid": bool(self._received), "after": done}[when]
        if here and killed < 3:
            killed += 1
            self.process.kill()
        return done

    monkeypatch.setattr(channel.Worker, "exchange", deadly)
    stream = [batch(f"long {n}", f"b {n}") for n in range(4)]
    results = list(processes.run(stream, Rules(), 2, NONE))
    assert killed == 3
    assert results == list(serial.run(stream, Rules()))


def test_all_workers_killed_at_once() -> None:
    stream = [batch(f"a {n}") for n in range(20)]
    results = processes.run(stream, Rules(), 3)
    said = [next(results)]
    for child in multiprocessing.active_children():
        os.kill(child.pid or 0, signal.SIGKILL)
    assert told(iter([*said, *results])) == ["found"] * 20


def _die(*_: object) -> None:
    os._exit(1)


def _refuse(*_: object) -> None:
    raise BlockingIOError("no process is to be had")


@pytest.mark.parametrize(("room", "name", "stub"), [(channel, "work", _die), (processes, "Worker", _refuse)])
def test_where_no_worker_lives_this_process_does_the_work(room: object, name: str, stub: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, name, stub)
    assert told(processes.run([batch("a", "b"), batch("c"), batch("sleep")], Rules(), 2, QUICK)) == [
        "found", "found", "found", "not checked within 1 s (`document-timeout` sets the bound)",
    ]


def test_long_documents_and_long_results_do_not_wait_for_each_other() -> None:
    stream = [[Document.from_text("x" * 5_000_000 + " bad", id=f"long {n}")] for n in range(6)]
    results = [r for done in processes.run(stream, Rules(), 2, Bounds(60)) for r in done]
    assert [[len(f.message) for f in r.findings] for r in results] == [[8_000_000]] * 6


def test_a_run_that_is_given_up_leaves_no_process() -> None:
    results = processes.run([batch("a"), batch("sleep"), batch("sleep")], Rules(), 2)
    assert told(iter([next(results)])) == ["found"]
    results.close()  # type: ignore[attr-defined]
    assert multiprocessing.active_children() == []
