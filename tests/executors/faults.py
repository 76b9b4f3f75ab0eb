"""Rules that do what a document says: sleep, die, take memory. For every start method: they change the worker that calls them."""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpuslint.checkers import DOCUMENT_CHECKERS, existence
from corpuslint.document import Document
from corpuslint.engine import RuleSet
from corpuslint.finding import Finding, Severity
from corpuslint.rule import Kind, Rule

RULES = RuleSet((Rule("bad-word", "existence", Severity.ERROR, "s", "r", {"term": Kind("{match}")}, terms=("bad",)),))


@dataclass(frozen=True)
class Rules:
    """A rule that finds the word 'bad', and does before what the document's id says. `once`: a file for each thing done."""

    once: Path | None = None

    def __call__(self, path: str) -> RuleSet:  # noqa: ARG002 (the rules are the same for all)
        DOCUMENT_CHECKERS["existence"] = self.check  # type: ignore[index]
        return RULES

    def check(self, document: Document, rule: Rule) -> Iterator[Finding]:
        fault, *again = document.id.split()[0].split("-")
        if "once" in again:
            assert self.once is not None
            try:
                (self.once / document.id).touch(exist_ok=False)
            except FileExistsError:
                fault = ""
        if fault == "lambda":
            yield from (f._replace(evidence={"a": lambda: 1}) for f in existence.check(document, rule))  # type: ignore[dict-item]
            return
        if fault == "long":
            yield from (f._replace(message="x" * 8_000_000) for f in existence.check(document, rule))
            return
        if fault in FAULTS:
            FAULTS[fault]()
        yield from existence.check(document, rule)


def _sleep() -> None:
    for _ in range(600):
        try:
            time.sleep(0.1)
        except Exception:  # noqa: BLE001, S112, RUF100 (a checker that is broad in what it passes over)
            continue


def _stuck() -> None:
    """What C code does that asks for no signals."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
    time.sleep(60)


def _deep() -> None:
    _deep()


FAULTS = {
    "kill": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "stop": lambda: os.kill(os.getpid(), signal.SIGSTOP),
    "exit": lambda: os._exit(7),
    "sleep": _sleep,
    "stuck": _stuck,
    "match": lambda: re.match(r"(a+)+$", "a" * 60 + "b"),
    "memory": lambda: bytearray(3_000_000_000),
    "deep": _deep,
}


def batch(*names: str) -> list[Document]:
    return [Document.from_text(f"{name} is bad", id=name) for name in names]
