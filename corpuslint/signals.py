"""The signals that end the command: from its first line on, since to read its modules takes longer than many a run."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import Any, NoReturn

Handler = Callable[[int, FrameType | None], Any] | int | signal.Handlers | None

ENDING = {
    getattr(signal, name): word
    for name, word in (("SIGINT", "interrupted"), ("SIGTERM", "terminated"), ("SIGHUP", "hung up"))
    if hasattr(signal, name)
}
"""And what the command says then."""
_ERROR = 2
"""Standard error, also where Python has no object for it."""


def on_ending(handler: Handler) -> None:
    """Set what these signals do; one that is ignored from the start (`nohup`) stays so."""
    for number in ENDING:
        if signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, handler)


def end_now(number: int, _frame: FrameType | None) -> NoReturn:
    """Where nothing is left to be cleaned up: workers see by themselves that their parent is gone."""
    with suppress(OSError):
        os.write(_ERROR, f"error: {ENDING[number]}\n".encode())
    os._exit(128 + number)
