"""What the tests of both rules share."""

from __future__ import annotations

from functools import cache

from corpuslint.card import load_rule
from corpuslint.checkers.dates import conflict, missing
from corpuslint.checkers.dates.finder import find
from corpuslint.checkers.dates.publication import dates_of
from corpuslint.data import builtin_folder
from corpuslint.document import Document
from corpuslint.finding import Finding
from corpuslint.rule import Rule

PROSE = (
    "The reservoir above the town has fallen to a third of its volume, the water board said, and farmers have been told "
    "to expect shorter hours of irrigation next month."
)


@cache
def rule(name: str) -> Rule:
    return load_rule(builtin_folder() / f"{name}.toml")


def document(text: str, **metadata: str) -> Document:
    """A document in English, unless told otherwise; § stands for a paragraph of prose."""
    return Document.from_text(text.replace("§", PROSE), metadata={"language": "en", **metadata})


def conflicts(text: str, **metadata: str) -> list[tuple[str, str]]:
    """Kind and match of what `date-conflict` finds."""
    return [(f.kind, f.match) for f in conflict.check(document(text, **metadata), rule("date-conflict"))]


def missed(text: str, **metadata: str) -> list[Finding]:
    return list(missing.check(document(text, **metadata), rule("missing-date")))


def roles(text: str, **metadata: str) -> list[tuple[str, str]]:
    """Each date with its role."""
    doc = document(text, **metadata)
    return [(doc.text[role.found.first : role.found.last], role.role) for role in dates_of(doc).roles]


def days(text: str, language: str) -> list[str]:
    """The days that are found, as ISO 8601; '' for one that there is not."""
    return [item.day.isoformat() if item.day else "" for item in find(text, language)]
