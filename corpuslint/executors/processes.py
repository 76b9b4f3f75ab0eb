"""A pool of processes on one machine: whatever ends a worker, the run goes on, in the same order.

Each worker has a socket, on which this side never waits for one of them alone, and counts the documents it began. When a
worker is gone, what it did not answer is tried again, one document at a time; a document that ends two of them is a failure.
"""

from __future__ import annotations

import selectors
import time
from collections import deque
from collections.abc import Iterable, Iterator

from corpuslint.document import Document
from corpuslint.engine import Result
from corpuslint.executors.bounds import NONE, Bounds, RuleSets, check_bounded, failed
from corpuslint.executors.channel import Batch, Task, Worker

_AHEAD = 3
"""Batches read for each worker: none waits, and memory stays flat over a stream."""
_TRIES = 2
"""Workers that a document may end: the first may have been ended by chance."""
_STILLBORN = 5
"""Workers in a row that end before they begin a document: then this process does the work."""
_GRACE = 2.0
"""Seconds above the bound of a document after which its worker is ended: it is stopped, or stuck in C code."""
_START = 60.0
"""Seconds in which a worker begins a document, also on a machine that is very busy."""
_TICKS = 10
"""Parts of the time that a worker has. As in the worker, a stop of the whole run uses up one."""


def run(stream: Iterable[list[Document]], rulesets: RuleSets, jobs: int, bounds: Bounds = NONE) -> Iterator[list[Result]]:
    """Results of each batch, in order, by `jobs` workers."""
    source = iter(stream)
    waiting: deque[Batch] = deque()
    pool = _Pool(rulesets, jobs, bounds)
    try:
        while True:
            documents = next(source, None) if len(waiting) < jobs * _AHEAD else None
            if documents is not None:
                waiting.append(Batch(documents))
                pool.todo.append(waiting[-1].task())
            elif not waiting:
                return
            pool.turn(wait=documents is None)
            while waiting and waiting[0].done:
                yield waiting.popleft().results()
    finally:
        pool.close()


class _Pool:
    """The workers, and the tasks that none of them has yet."""

    def __init__(self, rulesets: RuleSets, jobs: int, bounds: Bounds) -> None:
        self.todo: deque[Task] = deque()
        self._rulesets, self._jobs, self._bounds = rulesets, jobs, bounds
        self._workers: list[Worker] = []
        self._selector = selectors.DefaultSelector()
        self._stillborn = 0
        self._tick = (bounds.seconds + _GRACE) / _TICKS if bounds.timed else None
        self._next_tick = time.monotonic() + (self._tick or 0)

    def turn(self, *, wait: bool) -> None:
        """Hand out tasks, send and receive what is possible; `wait` until something is, where there is nothing else to do."""
        while self.todo and (free := self._free()):
            free.give(self.todo.popleft())
            self._selector.modify(free.socket, free.events, free)
        if not self._workers:
            self._work_alone()
            return
        left = None if self._tick is None else max(0.0, self._next_tick - time.monotonic())
        for key, events in self._selector.select(left if wait else 0):
            self._exchange(key.data, events)
        if self._tick is not None and time.monotonic() >= self._next_tick:
            self._next_tick = time.monotonic() + self._tick
            self._end_silent(self._tick)

    def close(self) -> None:
        """End every worker at once: what none waits for is not worth a second, and SIGKILL ends a stopped one, too."""
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            worker.close()
        self._selector.close()

    def _free(self) -> Worker | None:
        """A worker that has nothing to do, a new one where there may be more."""
        idle = next((worker for worker in self._workers if worker.task is None), None)
        if idle or len(self._workers) >= self._jobs or self._stillborn >= _STILLBORN:
            return idle
        try:
            worker = Worker(self._rulesets, self._bounds)
        except OSError:  # no process, or no descriptor, is to be had: those that are there go on
            self._stillborn += 1
            return None
        self._workers.append(worker)
        self._selector.register(worker.socket, worker.events, worker)
        return worker

    def _exchange(self, worker: Worker, events: int) -> None:
        try:
            if worker.exchange(events):
                self._stillborn = 0
        except EOFError:
            self._lost(worker, "killed its worker process twice ({ending}); skipped")
        else:
            self._selector.modify(worker.socket, worker.events, worker)

    def _end_silent(self, tick: float) -> None:
        for worker in list(self._workers):
            if worker.silent() > (_TICKS if worker.place is not None else max(_TICKS, _START / tick)):
                self._lost(worker, self._bounds.overrun)

    def _lost(self, worker: Worker, message: str) -> None:
        """The worker is gone: its document is to blame, where it had begun one; all that it held is tried again."""
        self._workers.remove(worker)
        self._selector.unregister(worker.socket)
        worker.process.kill()
        worker.close()
        if worker.task is None:
            return
        batch, place = worker.task.batch, worker.place
        if place is None:
            self._stillborn += 1
        else:
            batch.deaths[place] += 1
            if batch.deaths[place] >= _TRIES:
                batch.settle(place, failed(batch.documents[place], message.format(ending=worker.ending)))
        self.todo.extendleft(reversed(worker.task.singly()))

    def _work_alone(self) -> None:
        """One task, in this process: no worker lives long enough to begin it."""
        if self.todo and self._stillborn >= _STILLBORN:
            task = self.todo.popleft()
            for place in task.places:
                task.batch.settle(place, check_bounded(task.batch.documents[place], self._rulesets, self._bounds.alone))
