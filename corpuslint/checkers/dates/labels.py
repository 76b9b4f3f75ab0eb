"""Words that tell what a date beside them is for, and headings of comments and of lists of other texts."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache

from corpuslint.cache.compiled import compiled
from corpuslint.checkers.dates.weights import WEIGHTS
from corpuslint.data import shared
from corpuslint.lazy import regex
from corpuslint.text.hit import Hit
from corpuslint.text.scanner import Scanned, Scanner
from corpuslint.text.spans import outermost

ROLES = {"pub": "published", "first": "published", "today": "published", "state": "published", "upd": "updated", "oth": "other", "acc": "other"}
"""The role of a date by the tag of its label."""
_OWNER = "dates"


@cache
def _headings() -> Mapping[str, str]:
    lists = shared("dates")

    def read() -> dict[str, str]:
        entries = (entry for language in lists.languages("labels") for entry in lists.entries("labels", language))
        return {entry.term: entry.tag for entry in entries if entry.tag in ("com", "rel")}

    headings: dict[str, str] = compiled("date-headings", lists.sources("labels"), read, {str: str})
    return headings


@cache
def _heading_starts() -> frozenset[str]:
    return frozenset(term.split()[0] for term in _headings())


_HEADING_WORD = regex(r"[^\W\d_][^\s:,.!?()\[\]…|]*")


def heading(lowered: str) -> str:
    """com (comments) or rel (other texts) where a short line is or begins with such a heading, else ''."""
    first = _HEADING_WORD.search(lowered)
    if not first:
        return ""
    if first[0] not in _heading_starts():
        return "" if first[0].isascii() else _unspaced_heading(first[0])
    words = _HEADING_WORD.findall(lowered)
    for count in range(min(WEIGHTS.heading_words, len(words)), max(0, len(words) - WEIGHTS.words_behind_heading - 1), -1):
        if tag := _headings().get(" ".join(words[:count])):
            return tag
    return ""


def _unspaced_heading(word: str) -> str:
    shortest = max(2, len(word) - WEIGHTS.unspaced_behind_heading)
    return next((tag for n in range(len(word), shortest - 1, -1) if (tag := _headings().get(word[:n]))), "")


@cache
def _scanner() -> Scanner:
    return Scanner([Scanned(_OWNER, shared("dates"), ("labels",))])


def labels(lowered: str, language: str) -> tuple[Hit, ...]:
    """Words in a lower-cased stretch that tell what a date beside them is for, longest where they overlap.

    Those of the document's language, of English, and of any other where the word is too long for an accident.
    """
    kept: list[Hit] = []
    for hit in _scanner().scan(lowered).get(_OWNER, ()):
        if hit.language not in (language, "en") and language != "und" and len(hit.term) <= WEIGHTS.short_label:
            continue
        if unicodedata.category(lowered[hit.end : hit.end + 1] or " ")[0] == "M":
            continue  # a vowel sign follows, so the word goes on
        kept.append(hit)
    return tuple(outermost(reversed(kept)))
