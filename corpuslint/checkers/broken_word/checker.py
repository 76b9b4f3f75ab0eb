"""The rule `broken-word`: words that a machine damaged, found by joint evidence and never by being unknown alone.

Each detector yields what it finds; of overlapping finds the first counts, so the surest detectors come first.
A document in a language without a word list is searched for what needs none: characters and page breaks.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from itertools import chain
from math import inf
from pathlib import Path

from corpuslint.checkers.broken_word.cjk import find_cjk
from corpuslint.checkers.broken_word.context import find_real_word
from corpuslint.checkers.broken_word.hyphen import find_hyphen
from corpuslint.checkers.broken_word.layout import find_page_dup
from corpuslint.checkers.broken_word.merged import find_glued, merged_in
from corpuslint.checkers.broken_word.ocr import find_truncated, is_recognised, misread_in
from corpuslint.checkers.broken_word.page import Damage, Page, fold
from corpuslint.checkers.broken_word.repeat import find_repeat
from corpuslint.checkers.broken_word.signs import find_spaced_ligature, lost_ligature_in, signs_in
from corpuslint.checkers.broken_word.split import find_split
from corpuslint.checkers.broken_word.unicode import find_characters
from corpuslint.document import Document
from corpuslint.finding import Edit, Finding, Fix, Safety
from corpuslint.rule import Rule
from corpuslint.text.characters import has_bytes, is_foreign, unusual
from corpuslint.text.frequencies import open_lexicon

# The rest rests on frequencies (`unsafe`), and a misread word on a guess.
_SAFETY: dict[str, Safety] = {"misread": "display", "truncated": "display", "real-word": "display", "cjk": "display"}
_PROVABLE = {"invisible": 1, "homoglyph": 4, "ligature-letter": 1}
"""Kinds that change no letter to the eye, `safe` where a witness proves the repair, and the letters that it must have."""
_JOINERS = frozenset("\u200c\u200d")
"""Invisible characters that typesetters put into sound words, against ligatures."""


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
    edit = Edit(start, end, repair)
    safety = "safe" if _is_certain(document, kind, edit) else _SAFETY.get(kind, "unsafe")
    return rule.found(document, kind, start, end, Fix(f"Replace with '{repair}'", (edit,), safety), repair=repair)


def _is_certain(document: Document, kind: str, edit: Edit) -> bool:
    word = edit.replacement
    if len(word) < _PROVABLE.get(kind, inf) or not _JOINERS.isdisjoint(document.text[edit.start : edit.end]):
        return False
    if not (word.islower() or word.istitle() or word.isupper()):
        return False  # a name made of parts, as in programs
    from corpuslint.checkers.safety.proof import certain

    return certain(document, [edit]) == [True]


def _damages(document: Document, rule: Rule) -> Iterator[Damage]:
    lexicon = open_lexicon(document.language) if document.language in _SPACED else None
    chars = unusual(document.text)
    if has_bytes(chars) and is_foreign(document.text):
        return  # a file in another encoding has no words before it is converted
    yield from find_characters(document, lexicon, chars)
    yield from find_page_dup(document, lexicon)
    yield from find_cjk(document, rule, chars)
    yield from find_real_word(document, rule)
    if not lexicon:
        return
    page = Page(document, rule, lexicon)
    yield from find_repeat(page)
    yield from find_hyphen(page)
    yield from (damage for damage in _of_odd_words(page) if not _is_of_rival(page, damage))


def _of_odd_words(page: Page) -> Iterator[Damage]:
    if not page.odd:
        return
    yield from find_glued(page)
    inside = _inside_runs(page)
    yield from (damage for damage in inside if not page.text[damage.start : damage.end].isalnum())
    yield from find_spaced_ligature(page)
    yield from _find_split(page)
    yield from inside
    if not page.speaks_code:
        more = chain(_find_relaxed(page, inside), find_truncated(page))
        yield from (damage for damage in more if not _is_term(page, damage))


def _find_split(page: Page) -> Iterator[Damage]:
    found = list(find_split(page, False))
    yield from found
    if len(found) >= _PROOF:
        yield from find_split(page, True)


def _inside_runs(page: Page) -> list[Damage]:
    """What the odd runs hold of damage by themselves; each run is looked at once a process."""
    memo = _known.setdefault((page.rule.path, page.language), {})
    if len(memo) > _MEMO:
        memo.clear()
    found: list[Damage] = []
    for index in page.odd:
        run = page.runs[index]
        inside = memo.get(run)
        if inside is None:
            inside = memo[run] = _look_inside(page, run)
        if inside:
            # One strange word after another is another language; a lost space is one all the same.
            sure = inside if not page.is_among_odd(index) else [d for d in inside if d.kind in _ANYWHERE and len(d.repair) > _SURE]
            found += _placed(sure, page.place(index))
    found = [damage for damage in found if not _is_term(page, damage)]
    return [damage for damage in found if not _is_identifier(page, damage)] if page.speaks_code else found


def _is_term(page: Page, damage: Damage) -> bool:
    """Whether what was found comes again and again as it is: a term (`compat`, `inode`), where damage differs from place to place.

    The commonest words are damaged often enough to be so in the same way (`ofthe`, `tbe`).
    """
    word, least = page.text[damage.start : damage.end], _GUESSED.get(damage.kind, 0)
    if not least or page.text.count(word) < least or page.plain_runs[word] < least:
        return False
    return not all(map(page.is_function_word, fold(damage.repair, page.language).split()))


def _is_of_rival(page: Page, damage: Damage) -> bool:
    """Whether what is no word in the detected language may be one in a neighbour that it was taken for."""
    if damage.kind not in _GUESSED or not page.rivals:
        return False
    return any(lexicon is None or lexicon.get(fold(page.text[damage.start : damage.end], page.language)).known for lexicon in page.rivals)


def _is_identifier(page: Page, damage: Damage) -> bool:
    """Whether what was found is as well a name in a program: a strange word, two words together (`accessor`, `isopen`)."""
    pieces = damage.repair.lower().split()
    return damage.kind == "misread" or (damage.kind == "merged" and len(pieces) == 2 and not all(map(page.is_function_word, pieces)))


def _look_inside(page: Page, run: str) -> tuple[Damage, ...]:
    if run.istitle() and run.isalpha() and page.lexicon.zipf(fold(run, page.language)) >= _NAME:
        return ()
    if not _IDENTIFYING.isdisjoint(run):
        return tuple(signs_in(page, run))
    return (*signs_in(page, run), *lost_ligature_in(page, run), *merged_in(page, run), *misread_in(page, run))


def _find_relaxed(page: Page, strict: list[Damage]) -> Iterator[Damage]:
    """More of the same in a text that has shown enough of it."""
    merged = sum(damage.kind == "merged" for damage in strict) >= _PROOF
    misread = {page.text[damage.start : damage.end].lower() for damage in strict if damage.kind == "misread"}
    recognised = is_recognised(page, len(misread))
    for index in page.odd if merged or recognised else ():
        run, place = page.runs[index], page.place(index)
        if merged:
            yield from _placed(merged_in(page, run, True), place)
        if recognised:
            yield from _placed(misread_in(page, run, True), place)


def _placed(found: Iterable[Damage], place: int) -> Iterator[Damage]:
    return (damage._replace(start=place + damage.start, end=place + damage.end) for damage in found)


_IDENTIFYING = frozenset("/_\\@")
"""Signs of paths, addresses and identifiers, whose parts are joined and shortened as their owners like."""
_SURE = 8
"""Code points from which a repair counts among strange words too."""
_ANYWHERE = frozenset(("merged", "stray-punct"))
_GUESSED = {"garbled": 3, "merged": 2, "misread": 3, "truncated": 3}
"""Kinds that rest on the language's words alone, and from how many places on what stands in all of them is a term."""
_PROOF = 3
"""Finds of a kind that let weaker evidence do for more of the kind."""
_NAME = 2.0
"""Zipf value from which a word with a capital is taken for a name."""
_MEMO = 200_000
_known: dict[tuple[Path, str], dict[str, tuple[Damage, ...]]] = {}

# Languages written in letters, with spaces between words, whose words the lists hold in all their forms.
_SPACED = frozenset((
    "bg", "ca", "cs", "da", "de", "el", "en", "es", "fr", "it", "mk", "nb", "nl", "pl", "pt", "ro", "ru", "sk", "sl", "sv", "tr", "uk",
))
