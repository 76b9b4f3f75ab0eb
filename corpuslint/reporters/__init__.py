"""Reporters: a report in, lines of text out. Nothing here reads a document or decides anything."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from corpuslint.finding import Report
from corpuslint.rule import Rule


@dataclass(frozen=True, slots=True)
class View:
    """What a reporter may know beside the report: whether to colour, to show accepted findings, and the rules."""

    colour: bool = False
    show_accepted: bool = False
    rules: tuple[Rule, ...] = ()


Reporter = Callable[[Report, View], Iterator[str]]


def _lazy(module: str, function: str) -> Reporter:
    def report(report: Report, view: View) -> Iterator[str]:
        from importlib import import_module

        lines: Iterator[str] = getattr(import_module(f"corpuslint.reporters.{module}"), function)(report, view)
        return lines

    return report


REPORTERS: Mapping[str, Reporter] = {
    "full": _lazy("text", "full"),
    "concise": _lazy("text", "concise"),
    "json": _lazy("machine", "json"),
    "json-lines": _lazy("machine", "json_lines"),
    "github": _lazy("github", "github"),
    "sarif": _lazy("sarif", "sarif"),
}
FORMATS = tuple(REPORTERS)
