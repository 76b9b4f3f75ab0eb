"""The parent's side of one worker: its process, the task that it holds, and the bytes on their way to it and back."""

from __future__ import annotations

import pickle
import selectors
import signal
import socket
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from ctypes import c_ulong
from multiprocessing import get_context
from multiprocessing.sharedctypes import RawValue
from typing import NamedTuple

from corpuslint.document import Document
from corpuslint.engine import Result
from corpuslint.executors.bounds import Bounds, RuleSets
from corpuslint.executors.worker import ENDING, HEADER, work

_CHUNK = 1 << 20
"""Bytes read from a socket at a time."""
_REAP = 1.0
"""Seconds in which a killed process is gone; one that hangs in the kernel is left to it."""


class Batch:
    """Documents, and their results as far as they are known."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self.documents = documents
        self.deaths: Counter[int] = Counter()
        """How many workers the document of a place has ended."""
        self._results: dict[int, Result] = {}

    @property
    def done(self) -> bool:
        return len(self._results) == len(self.documents)

    def task(self) -> Task:
        return Task(self, range(len(self.documents)))

    def settle(self, place: int, result: Result) -> None:
        self._results[place] = result

    def is_open(self, place: int) -> bool:
        return place not in self._results

    def results(self) -> list[Result]:
        return [self._results[place] for place in range(len(self.documents))]


class Task(NamedTuple):
    """The documents of a batch that a worker gets at a time."""

    batch: Batch
    places: range

    def message(self) -> bytes:
        return pickle.dumps([self.batch.documents[place] for place in self.places], pickle.HIGHEST_PROTOCOL)

    def singly(self) -> list[Task]:
        """A task for each document that is not done."""
        return [Task(self.batch, range(place, place + 1)) for place in self.places if self.batch.is_open(place)]


class Worker:
    """A process and its socket; it holds one task at most, so that nobody waits behind a slow one."""

    def __init__(self, rulesets: RuleSets, bounds: Bounds) -> None:
        """Start it. Raises OSError where the system has nothing to give."""
        self.task: Task | None = None
        self._begun: c_ulong = RawValue(c_ulong, 0)
        self._beats: c_ulong = RawValue(c_ulong, 0)
        self._answered = 0
        self._seen, self._ticks = (0, 0), 0
        self._unsent = memoryview(b"")
        self._received = bytearray()
        self.socket, theirs = socket.socketpair()
        self.socket.setblocking(False)
        arguments = (theirs, self._begun, self._beats, rulesets, bounds)
        self.process = get_context().Process(target=work, args=arguments, daemon=True)
        try:
            with theirs, _held_back():
                self.process.start()
        except BaseException:
            self.socket.close()
            if self.process.pid:
                self.process.kill()
            raise

    @property
    def events(self) -> int:
        """What the socket is watched for."""
        return selectors.EVENT_READ | (selectors.EVENT_WRITE if self._unsent else 0)

    @property
    def place(self) -> int | None:
        """The place in its batch of the document that the worker began last, None before the first of its task."""
        begun = self._begun.value - self._answered
        return self.task.places[begun - 1] if self.task and begun else None

    @property
    def ending(self) -> str:
        code = self.process.exitcode or 0
        return f"signal {-code}" if code < 0 else f"exit code {code}"

    def give(self, task: Task) -> None:
        self.task, self._unsent, self._ticks = task, memoryview(task.message()), 0

    def exchange(self, events: int) -> bool:
        """Send and receive what is possible now; whether that was the answer. Raises EOFError when the worker is gone."""
        try:
            if events & selectors.EVENT_WRITE:
                self._unsent = self._unsent[self.socket.send(self._unsent) :]
            data = self.socket.recv(_CHUNK) if events & selectors.EVENT_READ else None
        except BlockingIOError:
            return False
        except OSError:
            data = b""
        if data == b"":
            raise EOFError
        self._received += data or b""
        end = HEADER + int.from_bytes(self._received[:HEADER], "big")
        if len(self._received) < max(end, HEADER + 1):
            return False
        try:
            self._answer(pickle.loads(memoryview(self._received)[HEADER:]))
        except Exception:  # noqa: BLE001, RUF100 (what a process sends whose memory is damaged may be anything)
            raise EOFError from None
        return True

    def silent(self) -> int:
        """Ticks since the worker got a task, began a document or gave a sign of life; to be asked once a tick."""
        now = self._begun.value, self._beats.value
        self._ticks = self._ticks + 1 if self.task and now == self._seen else 0
        self._seen = now
        return self._ticks

    def close(self) -> None:
        """What is left of a process that was killed."""
        self.process.join(_REAP)
        self.socket.close()

    def _answer(self, results: Sequence[Result]) -> None:
        assert self.task is not None
        for place, result in zip(self.task.places, results, strict=True):
            self.task.batch.settle(place, result)
        self._answered += len(results)
        self.task, self._received = None, bytearray()


@contextmanager
def _held_back() -> Iterator[None]:
    """A process that starts meanwhile gets none of the signals that end the command before it has settled."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
