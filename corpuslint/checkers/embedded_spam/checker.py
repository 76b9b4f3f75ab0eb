"""Advertising put into a document: lines of keywords, sentences and link texts that sell, comments, hidden markup.

Lexicon hits (the shared automaton) say where to look; the shape and place of the stretch around them
(`structure`, `weigh`) say whether it is a report about the trade or the trade itself.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from corpuslint.checkers.embedded_spam.judge import Judge, Verdict
from corpuslint.checkers.embedded_spam.weights import WEIGHTS
from corpuslint.document import Document
from corpuslint.finding import Edit, Finding, Fix
from corpuslint.rule import Rule
from corpuslint.text.language import SAMPLE
from corpuslint.text.lines import is_blank, next_line, start_of
from corpuslint.text.scripts import main_script


def check(document: Document, rule: Rule) -> Iterator[Finding]:
    for verdict in Judge(document, rule).verdicts():
        if not _is_shown_as_code(document, *verdict.span):
            yield _finding(document, rule, verdict)


def _is_shown_as_code(document: Document, start: int, end: int) -> bool:
    """Whether a fence or front matter holds all of the stretch: addresses are masked too, but they are parts of it."""
    at = bisect_right(document.masks, (start, len(document.text))) - 1
    return at >= 0 and document.masks[at].end >= end and "\n" in document.text[document.masks[at].start : document.masks[at].end]


def _finding(document: Document, rule: Rule, verdict: Verdict) -> Finding:
    tally = verdict.tally
    sure = tally.points >= WEIGHTS.sure or verdict.signs or _is_of_another_script(document, verdict)
    kind = verdict.kind if sure else "hint"
    return rule.found(
        document, kind, *verdict.span, _removal(document, verdict),
        topic=tally.topics[0], terms=list(tally.terms), language=tally.language, points=tally.points,
        signs=list(verdict.signs),
    )


def _is_of_another_script(document: Document, verdict: Verdict) -> bool:
    return main_script(document.text[slice(*verdict.span)]) != main_script(document.text[:SAMPLE])


def _removal(document: Document, verdict: Verdict) -> Fix:
    """Whole lines go with their line end, and where a blank line stands before them, with those after them; a part of
    a line goes with one of the spaces around it."""
    (start, end), text, lines = verdict.span, document.text, document.lines
    first, last = document.position(start).line - 1, document.position(end).line - 1
    if not (text[lines[first].start : start].strip() or text[end : lines[last].end].strip()):
        after_blank = first == 0 or is_blank(text, lines, first - 1)
        end = start_of(text, lines, next_line(text, lines, last, past_blanks=after_blank))
    elif text[end : end + 1] == " " and text[start - 1 : start] in (" ", ""):
        end += 1
    return Fix("Remove the advertising", (Edit(start, end, ""),), "unsafe")
