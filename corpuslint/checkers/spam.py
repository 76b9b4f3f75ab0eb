"""Advertising put into a document: lines of keywords, sentences and link texts that sell, comments, hidden markup.

Lexicon hits (the shared automaton) say where to look; the shape and place of the stretch around them
(`spam_structure`, `spam_weigh`) say whether it is a report about the trade or the trade itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpuslint.checkers.spam_judge import Judge, Verdict
from corpuslint.document import Document
from corpuslint.finding import Edit, Finding, Fix
from corpuslint.rule import Rule


def check(document: Document, rule: Rule) -> Iterator[Finding]:
    for verdict in Judge(document, rule).verdicts():
        yield _finding(document, rule, verdict)


def _finding(document: Document, rule: Rule, verdict: Verdict) -> Finding:
    weight = verdict.weight
    return rule.found(
        document, verdict.kind, *verdict.span, _removal(document, verdict),
        topic=weight.topics[0], terms=list(weight.terms), language=weight.language, points=weight.points,
        signs=list(verdict.signs),
    )


def _removal(document: Document, verdict: Verdict) -> Fix:
    """Of whole lines with their line end, of a part of a line with one of the spaces around it."""
    (start, end), text = verdict.span, document.text
    if text[:start].endswith(("\n", "\r", "")[: 2 + (start == 0)]) and text[end : end + 1] in ("\n", "\r"):
        end += 2 if text[end : end + 2] == "\r\n" else 1
    elif text[end : end + 1] == " " and text[start - 1 : start] in (" ", "\n", ""):
        end += 1
    return Fix("remove the advertising", (Edit(start, end, ""),), "unsafe")
