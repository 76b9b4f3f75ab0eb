"""The time of one document: ended when it is up, and everybody else's timers and handlers are as they were."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpuslint.cache.compiled import compiled
from corpuslint.checkers import DOCUMENT_CHECKERS
from corpuslint.executors import serial
from corpuslint.executors.bounds import Bounds, Clock, check_bounded

from .faults import FAULTS, Rules, batch

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="timers of POSIX")
OVERRUN = "not checked within 0.3 s (`document-timeout` sets the bound)"


@pytest.fixture(autouse=True)
def _checkers(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(DOCUMENT_CHECKERS, "existence", DOCUMENT_CHECKERS["existence"])  # type: ignore[arg-type]
    before = signal.getsignal(signal.SIGALRM)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


def _handler(*_: object) -> None:
    raise AssertionError("no timer of ours")


@pytest.mark.parametrize("fault", ["sleep", "match"])
def test_a_document_that_takes_too_long_is_a_failure_and_the_next_is_checked(fault: str) -> None:
    (results,) = serial.run([batch("a", fault, "b")], Rules(), Bounds(0.3))
    assert [[f.message for f in r.failures] for r in results] == [[], [OVERRUN], []]
    assert [len(r.findings) for r in results] == [1, 0, 1]
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)
    assert signal.getsignal(signal.SIGALRM) == signal.SIG_DFL


def test_a_bound_shorter_than_any_tick_ends_the_check_too() -> None:
    """A timer of some nanoseconds left no time for anything but its ticks."""
    assert [f.message for f in check_bounded(batch("sleep")[0], Rules(), Bounds(1e-7)).failures] == [Bounds(1e-7).overrun]


@pytest.mark.parametrize("name", ["quick", "sleep"])
def test_an_earlier_timer_goes_on_with_its_handler(name: str) -> None:
    signal.signal(signal.SIGALRM, _handler)
    signal.setitimer(signal.ITIMER_REAL, 500, 7)
    check_bounded(batch(name)[0], Rules(), Bounds(0.3))
    rest, interval = signal.getitimer(signal.ITIMER_REAL)
    assert 300 < rest < 500 - 0.3 * (name == "sleep")
    assert interval == 7
    assert signal.getsignal(signal.SIGALRM) is _handler


def test_an_earlier_timer_that_comes_first_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []
    monkeypatch.setitem(FAULTS, "look", lambda: seen.append(signal.getsignal(signal.SIGALRM)))
    signal.signal(signal.SIGALRM, _handler)
    signal.setitimer(signal.ITIMER_REAL, 50)
    check_bounded(batch("look")[0], Rules(), Bounds(60))
    assert seen == [_handler]


@pytest.mark.parametrize("seconds", [0, float("inf"), float("nan"), 1e300])
def test_what_no_timer_takes_is_no_bound(seconds: float, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []
    monkeypatch.setitem(FAULTS, "look", lambda: seen.append(signal.getitimer(signal.ITIMER_REAL)[0]))
    assert len(check_bounded(batch("look")[0], Rules(), Bounds(seconds)).findings) == 1
    assert seen == [0]


def test_off_the_main_thread_there_is_no_timer() -> None:
    found = []
    thread = threading.Thread(target=lambda: found.append(check_bounded(batch("a")[0], Rules(), Bounds(60))))
    thread.start()
    thread.join()
    assert len(found[0].findings) == 1


def test_what_is_derived_for_all_documents_is_not_the_time_of_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CORPUSLINT_CACHE_DIR", str(tmp_path))
    monkeypatch.setitem(FAULTS, "derive", lambda: compiled("x", [], lambda: time.sleep(0.6) or "", int))
    beats: list[int] = []
    clock = Clock(lambda: beats.append(1))
    for given in (None, clock):
        if given:
            given.set(Bounds(0.3))
        result = check_bounded(batch("derive")[0], Rules(), Bounds(0.3), given)
        assert (len(result.findings), result.failures) == (1, [])
    assert beats
