"""Reporters: a report in, lines of text out. Nothing here reads a document or decides anything."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from corpuslint.finding import Report
from corpuslint.lazy import lazy
from corpuslint.rule import Rule


class View(NamedTuple):
    """What a reporter may know beside the report: whether to colour, to show accepted findings, and the rules."""

    colour: bool = False
    show_accepted: bool = False
    rules: tuple[Rule, ...] = ()


Reporter = Callable[[Report, View], Iterator[str]]


REPORTERS: Mapping[str, Reporter] = {
    "full": lazy("corpuslint.reporters.text:full"),
    "concise": lazy("corpuslint.reporters.text:concise"),
    "json": lazy("corpuslint.reporters.machine:json"),
    "json-lines": lazy("corpuslint.reporters.machine:json_lines"),
    "github": lazy("corpuslint.reporters.github:github"),
    "sarif": lazy("corpuslint.reporters.sarif:sarif"),
}
FORMATS = tuple(REPORTERS)
