"""What each checker tells of a finding beside the matched text: the names that a card's messages may use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from string import Formatter

from corpuslint.lazy import regex

ANY = "*"
"""Stands for every kind that is not named."""

EVIDENCE: Mapping[str, Mapping[str, str]] = {
    "broken-word": {
        ANY: "repair", "repeat": "", "page-dup": "", "garbled": "", "glyph-number": "", "word-per-line": "",
    },
    "unverifiable-superlative": {ANY: "lacks missing"},
    "date-conflict": {
        "weekday": "right day", "event-weekday": "date right year event other line", "render-date": "date right year event",
        "future": "limit", "index-mismatch": "index", "updated-before-published": "other line", "two-dates": "other line",
        "before-event": "other line",
    },
    "duplicate-document": {"same-path": "other line", "case-collision": "other line", "same-content": "other"},
    "near-duplicate": {
        "exact": "other", "near": "other similarity", "passage": "other other_line other_start other_end length unit",
    },
    "mojibake": {
        ANY: "repair", "utf8-misread": "repair read true", "double": "repair read true", "legacy-swap": "repair read true", "legacy-letter": "repair read true",
        "lossy": "read true", "line-hyphen": "", "undecodable": "read advice",
        "bom": "", "replacement": "", "question-marks": "", "kunjinkao": "", "control": "", "private-use": "",
    },
    "repeated-passage": {ANY: "other_line other_start other_end length"},
    "wrong-language": {"document": "stated found language", "passage": "found language main"},
    "hash-mismatch": {"changed": "name actual file"},
    "index-syntax": {"many-cells": "cells columns", "few-cells": "cells columns", "second-table": "line"},
    "invalid-metadata": {ANY: "column hint", "unknown-column": "hint", "missing-column": "column", "missing-value": "column", "date-order": "date"},
    "missing-document": {"untracked": "file"},
    "embedded-spam": {ANY: "topic terms language points signs"},
    "unlisted-document": {"unlisted": "file"},
    "unsafe-path": {ANY: "detail", "code-in-corpus": ""},
    "unused-acceptance": {ANY: "of where entry"},
}
"""Checker, kind, names; a checker that is not here, and a kind without `ANY`, tell the match alone."""

_NUMBERS = frozenset({"similarity", "length", "points", "line", "other_line", "other_start", "other_end", "cells", "columns"})
_FORMAT = regex(r",?(?:\.\d)?[%fg]?")
"""How a number may be written: no width, which could ask for a line of a gigabyte."""


def message_problems(message: str, checker: str, kind: str) -> Iterator[str]:
    """What is wrong with a message template; empty where it can be filled for every finding of the kind."""
    kinds = EVIDENCE.get(checker, {})
    names = ["match", *kinds.get(kind, kinds.get(ANY, "")).split()]
    known = f"this kind knows {', '.join(f'{{{name}}}' for name in names)}"
    try:
        fields = list(Formatter().parse(message))
    except ValueError as error:
        yield f"unbalanced braces ({error}): {{name}} is a placeholder, {{{{ and }}}} are braces; {known}"
        return
    for _, name, form, conversion in fields:
        if name is None:
            continue
        if name not in names:
            yield f"unknown placeholder '{{{name}}}'; {known}"
        elif conversion or (form and not (name in _NUMBERS and _FORMAT.fullmatch(form))):
            written = f"{name}{f'!{conversion}' if conversion else ''}{f':{form}' if form else ''}"
            yield f"placeholder '{{{written}}}' has a format: write '{{{name}}}'"
