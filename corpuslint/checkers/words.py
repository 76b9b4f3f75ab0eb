"""The rule `broken-word`: words that a machine damaged, found by joint evidence and never by being unknown alone.

Each detector yields what it finds; of overlapping finds the first counts, so the surest detectors come first.
A document in a language without a word list is searched for what needs none: characters and page breaks.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator

from corpuslint.checkers.words_cjk import find_cjk
from corpuslint.checkers.words_hyphen import find_hyphen
from corpuslint.checkers.words_layout import find_page_dup
from corpuslint.checkers.words_merged import find_glued, find_merged
from corpuslint.checkers.words_ocr import find_ocr, find_truncated, is_recognised
from corpuslint.checkers.words_page import Damage, Page
from corpuslint.checkers.words_repeat import find_repeat
from corpuslint.checkers.words_signs import find_lost_ligature, find_stray
from corpuslint.checkers.words_split import find_split
from corpuslint.checkers.words_unicode import find_control, find_homoglyph, find_invisible, find_ligature_letter
from corpuslint.document import Document
from corpuslint.finding import Edit, Finding, Fix, Safety
from corpuslint.lexicon import open_lexicon
from corpuslint.rule import Rule

# `safe` where no other text can have been meant; the rest rests on frequencies, and a misread word on a guess.
_SAFETY: dict[str, Safety] = {
    "invisible": "safe", "homoglyph": "safe", "ligature-letter": "safe", "misread": "display", "truncated": "display",
    "real-word": "display", "cjk": "display",
}


def check(document: Document, rule: Rule) -> Iterator[Finding]:
    taken: list[tuple[int, int]] = []
    found = []
    for damage in _damages(document, rule):
        span = damage.start, damage.end
        at = bisect_left(taken, span)
        if (at and taken[at - 1][1] > span[0]) or (at < len(taken) and taken[at][0] < span[1]) or document.is_masked(*span):
            continue
        insort(taken, span)
        found.append(damage)
    for damage in sorted(found, key=lambda damage: damage.start):
        yield _finding(document, rule, damage)


def _finding(document: Document, rule: Rule, damage: Damage) -> Finding:
    kind, start, end, repair = damage
    if not repair:
        return rule.found(document, kind, start, end)
    fix = Fix(f"Replace by '{repair}'", (Edit(start, end, repair),), _SAFETY.get(kind, "unsafe"))
    return rule.found(document, kind, start, end, fix, repair=repair)


def _damages(document: Document, rule: Rule) -> Iterator[Damage]:
    lexicon = open_lexicon(document.language) if document.language in _SPACED else None
    yield from find_invisible(document)
    yield from find_homoglyph(document)
    yield from find_ligature_letter(document)
    yield from find_control(document, lexicon)
    yield from find_page_dup(document, lexicon)
    yield from find_cjk(document, rule)
    if not lexicon:
        return
    page = Page(document, rule, lexicon)
    yield from find_repeat(page)
    yield from find_hyphen(page, False)
    yield from find_glued(page)
    if not page.odd:
        return
    yield from find_stray(page)
    yield from find_lost_ligature(page)
    yield from find_split(page, False)
    yield from find_merged(page, False)
    yield from find_ocr(page, is_recognised(page))
    yield from find_truncated(page)


# Languages written in letters, with spaces between words, whose words the lists hold in all their forms.
_SPACED = frozenset((
    "bg", "ca", "cs", "da", "de", "el", "en", "es", "fr", "it", "mk", "nb", "nl", "pl", "pt", "ro", "ru", "sk", "sl", "sv", "tr", "uk",
))
