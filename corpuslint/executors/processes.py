"""A pool of processes on one machine. A document that kills its worker is named, skipped and a failure."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress

from corpuslint.document import Document
from corpuslint.engine import Result
from corpuslint.executors import RuleSets, check_batch
from corpuslint.finding import Failure

_AHEAD = 3
"""Batches in flight for each worker: none waits, and memory stays flat over a stream."""

_rulesets: RuleSets | None = None  # each worker's own, set once when it starts


def run(stream: Iterable[list[Document]], rulesets: RuleSets, jobs: int) -> Iterator[list[Result]]:
    """Results of each batch, in order, by `jobs` workers."""
    source = iter(stream)
    waiting: deque[tuple[list[Document], Future[list[Result]]]] = deque()
    pool = _pool(rulesets, jobs)
    try:
        while True:
            while len(waiting) < jobs * _AHEAD and (batch := next(source, None)) is not None:
                waiting.append((batch, _submit(pool, batch)))
            if not waiting:
                return
            batch, future = waiting.popleft()
            try:
                yield future.result()
            except BrokenProcessPool:
                lost = [batch, *(b for b, _ in waiting)]
                waiting.clear()
                pool.shutdown(wait=False, cancel_futures=True)
                for again in lost:
                    yield _one_by_one(again, rulesets)
                pool = _pool(rulesets, jobs)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _submit(pool: ProcessPoolExecutor, batch: list[Document]) -> Future[list[Result]]:
    try:
        return pool.submit(_work, batch)
    except BrokenProcessPool as error:  # it broke between two results: seen when the batch is waited for
        future: Future[list[Result]] = Future()
        future.set_exception(error)
        return future


def _one_by_one(batch: list[Document], rulesets: RuleSets) -> list[Result]:
    """A batch whose worker died, one document at a time, so that the deadly one is known."""
    results: list[Result] = []
    pool = _pool(rulesets, 1)
    for document in batch:
        try:
            results += pool.submit(_work, [document]).result()
        except BrokenProcessPool:
            failure = Failure(document.path, "killed its worker process; skipped", document.record)
            results.append(Result([], [failure], {}))
            pool.shutdown(wait=False)
            pool = _pool(rulesets, 1)
    pool.shutdown()
    return results


def _pool(rulesets: RuleSets, jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, initializer=_start, initargs=(rulesets,))


def _start(rulesets: RuleSets) -> None:
    import signal

    global _rulesets  # noqa: PLW0603, RUF100 (a worker's state lives in its module: there is nowhere else)
    with suppress(ValueError, OSError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # ^C is the parent's to handle
    _rulesets = rulesets


def _work(batch: list[Document]) -> list[Result]:
    assert _rulesets is not None
    return check_batch(batch, _rulesets)
