"""Reporters: a report in, lines of text out. Nothing here reads a document or decides anything."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from corpuslint.finding import Report
from corpuslint.lazy import lazy
from corpuslint.reporters.view import View

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
