"""What the check of one document may take: time, by an interval timer, and memory, by a limit of the system.

Either holds where the system has it; everywhere else the check runs as if there were no bound.
"""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from types import FrameType
from typing import NamedTuple

from corpuslint.document import Document
from corpuslint.engine import MAX_FINDINGS, Result, RuleSet, check_document
from corpuslint.finding import Failure

RuleSets = Callable[[str], RuleSet]
"""The rules for a document's path; picklable, so that workers compile their own."""

_MOST_SECONDS = 10_000_000.0
"""What lies above it (and `inf`, and `nan`) is no bound: timers do not take it."""
HAS_TIMER = hasattr(signal, "setitimer")
_TICKS = 20
"""Parts of the time: a process that is stopped (^Z), or a machine that sleeps, uses up one of them, however long it does."""
_LEAST_TICK = 0.001
"""Seconds; a timer that ticks faster leaves no time for anything but its ticks."""

_ONCE = {("corpuslint.cache.compiled", "compiled"), ("corpuslint.text.frequencies", "open_lexicon"), ("importlib._bootstrap", "_find_and_load")}
"""What a process does once, for all documents after it: it is not the time of the first, and is never cut short."""


class Bounds(NamedTuple):
    """0 is none. The memory is what a document may take beyond what its process holds already."""

    seconds: float = 0
    megabytes: int = 0

    @property
    def timed(self) -> bool:
        return 0 < self.seconds < _MOST_SECONDS

    @property
    def alone(self) -> Bounds:
        """Those of a process that is no worker: what breaks a bound of memory may end it (an abort in C code)."""
        return self._replace(megabytes=0)

    @property
    def overrun(self) -> str:
        """What is said of a document that took too long."""
        return f"not checked within {self.seconds:g} s (`document-timeout` sets the bound)"

    @property
    def overfull(self) -> str:
        """What is said of a document that took too much memory."""
        needs = f"it needs more than {self.megabytes} MB of memory" if self.megabytes else "out of memory"
        return f"not checked: {needs} (`document-memory` sets the bound)"


NONE = Bounds()


class Overrun(BaseException):
    """The time is up. No `Exception`: a checker's fault is one rule's, and this is the document's."""


def failed(document: Document, message: str) -> Result:
    """A document that gave nothing but this failure."""
    return Result([], [Failure(document.path, message, document.record)], {})


class Clock:
    """Ends a check when its time is up; told of each tick of a timer."""

    def __init__(self, alive: Callable[[], None] = lambda: None) -> None:
        """`alive` is called at a tick while the process derives what later documents use, too."""
        self._alive = alive
        self._ticks, self._running = 0, False

    def set(self, bounds: Bounds) -> tuple[float, float]:
        """Start the timer; what an earlier one had left."""
        signal.signal(signal.SIGALRM, self._tick)
        tick = max(bounds.seconds / _TICKS, _LEAST_TICK)
        return signal.setitimer(signal.ITIMER_REAL, tick, tick)

    def run(self, check: Callable[[], Result]) -> Result:
        """Raises Overrun."""
        self._ticks, self._running = 0, True
        try:
            try:
                return check()
            finally:
                self._running = False
        finally:  # where the time was up in the line above
            self._running = False

    def _tick(self, _number: int, frame: FrameType | None) -> None:
        if not self._running:
            return
        if _derives(frame):
            self._alive()
            return
        self._ticks += 1
        if self._ticks > _TICKS:  # and at each one after it: a callback may have lost the first exception
            raise Overrun


def check_bounded(
    document: Document, rulesets: RuleSets, bounds: Bounds, clock: Clock | None = None, most: int = MAX_FINDINGS
) -> Result:
    """What one document gives, or the failure that names it: no exception ends the run.

    A `clock` has a timer that runs already; else there is one for this document, where the system has it.
    """
    try:
        rules = rulesets(document.path)
        with _memory(bounds.megabytes):
            check = partial(check_document, document, rules, most)
            return clock.run(check) if clock else _timed(bounds, check)
    except Overrun:
        return failed(document, bounds.overrun)
    except MemoryError:
        return failed(document, bounds.overfull)
    except Exception as error:  # noqa: BLE001, RUF100 (what no rule is to blame for: the document is still named)
        return failed(document, f"cannot be checked: {type(error).__name__}: {error}")


def _timed(bounds: Bounds, check: Callable[[], Result]) -> Result:
    """The check with a timer of its own; an earlier timer and its handler are there again afterwards.

    An earlier timer that comes first is left alone: whoever set it bounds this check, too.
    """
    if not (bounds.timed and HAS_TIMER and threading.current_thread() is threading.main_thread()):
        return check()
    before = signal.getsignal(signal.SIGALRM)
    if before is None or 0 < signal.getitimer(signal.ITIMER_REAL)[0] <= bounds.seconds:
        return check()
    started = time.monotonic()
    clock = Clock()
    rest, interval = clock.set(bounds)
    try:
        return clock.run(check)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        if rest:
            signal.setitimer(signal.ITIMER_REAL, max(rest - (time.monotonic() - started), 1e-6), interval)


def _derives(frame: FrameType | None) -> bool:
    while frame is not None:
        if (frame.f_globals.get("__name__"), frame.f_code.co_name) in _ONCE:
            return True
        frame = frame.f_back
    return False


@contextmanager
def _memory(megabytes: int) -> Iterator[None]:
    """Let the process take so much more than it holds now; beyond it, what asks for memory gets a MemoryError.

    RLIMIT_DATA counts what a process writes to, and not the word lists that are mapped read-only, as RLIMIT_AS does.
    """
    held = _held() if megabytes else None
    if held is None:
        yield
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    wanted = [held + megabytes * 1_000_000, *(limit for limit in (soft, hard) if limit != resource.RLIM_INFINITY)]
    resource.setrlimit(resource.RLIMIT_DATA, (min(wanted), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))


def _held() -> int | None:
    """Bytes that RLIMIT_DATA counts; None where the system does not tell."""
    try:
        with open("/proc/self/statm", "rb") as file:  # noqa: PTH123 (for each document: no path)
            pages = int(file.read().split()[5])
    except (OSError, ValueError, IndexError):
        return None
    import resource

    return pages * resource.getpagesize()
