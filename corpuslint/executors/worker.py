"""The worker's side of the pool: it reads batches from its socket, checks them, and answers each with one message."""

from __future__ import annotations

import os
import pickle
import signal
import socket
import sys
from collections.abc import Sequence
from contextlib import suppress
from ctypes import c_ulong
from multiprocessing import connection, parent_process
from threading import Thread

from corpuslint.document import Document
from corpuslint.engine import Result
from corpuslint.executors.bounds import HAS_TIMER, Bounds, Clock, RuleSets, check_bounded, failed

HEADER = 8
"""Bytes that tell how long an answer is."""
ENDING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
"""What ends the command; held back while a worker starts, so that none of the parent's handlers runs in it."""
_PR_SET_PDEATHSIG = 1  # linux/prctl.h


def work(channel: socket.socket, begun: c_ulong, beats: c_ulong, rulesets: RuleSets, bounds: Bounds) -> None:
    """Answer batches until the parent ends this process, or is gone.

    `begun` counts documents, `beats` signs of life in what the process does for all of them: the parent reads both.
    """

    def alive() -> None:
        beats.value += 1

    _settle()
    clock = Clock(alive) if bounds.timed and HAS_TIMER else None
    if clock:
        clock.set(bounds)  # once: a timer for each document costs a short one a tenth
    with suppress(OSError, EOFError, pickle.UnpicklingError), channel.makefile("rwb") as file:
        while True:
            batch: list[Document] = pickle.load(file)
            results = []
            for document in batch:
                begun.value += 1
                results.append(check_bounded(document, rulesets, bounds, clock))
            answer = _packed(batch, results)
            file.write(len(answer).to_bytes(HEADER, "big"))
            file.write(answer)
            file.flush()


def _settle() -> None:
    """Be a process of one's own: deaf to ^C, which is the parent's to handle, and gone when the parent is."""
    for number in ENDING:
        signal.signal(number, signal.SIG_IGN if number == signal.SIGINT else signal.SIG_DFL)
    signal.set_wakeup_fd(-1)
    Thread(target=_leave_with_parent, daemon=True).start()
    if sys.platform == "linux":
        # The thread waits as long as C code holds the lock of the interpreter; the kernel does not.
        from ctypes import CDLL

        with suppress(OSError, AttributeError):
            CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)


def _leave_with_parent() -> None:
    parent = parent_process()
    assert parent is not None
    connection.wait([parent.sentinel])
    os._exit(1)


def _packed(batch: Sequence[Document], results: Sequence[Result]) -> bytes:
    """The results as bytes; one that cannot be sent is its document's failure."""
    try:
        return pickle.dumps(results, pickle.HIGHEST_PROTOCOL)
    except Exception:  # noqa: BLE001, RUF100 (whatever an object's own pickling raises)
        return pickle.dumps([_sendable(*pair) for pair in zip(batch, results, strict=True)], pickle.HIGHEST_PROTOCOL)


def _sendable(document: Document, result: Result) -> Result:
    try:
        pickle.dumps(result)
    except Exception as error:  # noqa: BLE001, RUF100 (the same)
        return failed(document, f"its result cannot be sent: {type(error).__name__}: {error}")
    return result
