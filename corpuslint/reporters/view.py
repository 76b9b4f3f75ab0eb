"""What a reporter is told beside the report, and where a finding stands in a file of many records."""

from __future__ import annotations

from typing import NamedTuple

from corpuslint.finding import Finding
from corpuslint.rule import Rule


class View(NamedTuple):
    """What a reporter may know beside the report: whether to colour, to show accepted findings, the rules, and what
    reads its lines: how many columns there are, and which characters can be written (others become escapes)."""

    colour: bool = False
    show_accepted: bool = False
    rules: tuple[Rule, ...] = ()
    columns: int = 100
    encoding: str = "utf-8"


class Place(NamedTuple):
    """Where a finding stands in a file that may hold many records: a line of the file, and what a message adds to it."""

    line: int
    within: str

    @classmethod
    def of(cls, finding: Finding) -> Place:
        if finding.record is None:
            return cls(finding.start.line, "")
        within = f"{finding.record}:{finding.start.line}:{finding.start.column}: "
        if finding.number is None or finding.path.lower().endswith(".parquet"):  # a table has rows and no lines
            return cls(1, f"row {finding.number}, {within}" if finding.number else within)
        return cls(finding.number, within)
