"""The rule `broken-word`: words that a machine damaged, found by joint evidence and never by being unknown alone.

Each detector yields what it finds; of overlapping finds the first counts, so the surest detectors come first.
A document in a language without a word list is searched for what needs none: characters and page breaks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
from math import inf

from corpuslint.checkers.broken_word.broken import Broken
from corpuslint.checkers.broken_word.cjk import find_cjk
from corpuslint.checkers.broken_word.context import find_real_word
from corpuslint.checkers.broken_word.hyphen import find_hyphen
from corpuslint.checkers.broken_word.layout import find_page_dup
from corpuslint.checkers.broken_word.ligatures import find_spaced_ligature, lost_ligature_in
from corpuslint.checkers.broken_word.merged import merged_in
from corpuslint.checkers.broken_word.ocr import is_recognised, misread_in, misread_in_recognised
from corpuslint.checkers.broken_word.pages import WHOLE, find_whole, in_small_letters, is_in_capitals
from corpuslint.checkers.broken_word.prose import Prose
from corpuslint.checkers.broken_word.repeat import find_repeat
from corpuslint.checkers.broken_word.seams import find_seams
from corpuslint.checkers.broken_word.sentences import find_glued
from corpuslint.checkers.broken_word.signs import signs_in
from corpuslint.checkers.broken_word.split import find_split
from corpuslint.checkers.broken_word.truncated import find_truncated
from corpuslint.checkers.broken_word.unicode import find_characters
from corpuslint.checkers.broken_word.weights import WEIGHTS
from corpuslint.checkers.broken_word.words import Words
from corpuslint.data import WordLists
from corpuslint.document import Document
from corpuslint.finding import Edit, Finding, Fix, Safety
from corpuslint.rule import Rule
from corpuslint.text.characters import has_bytes, is_foreign, unusual
from corpuslint.text.frequencies import open_lexicon
from corpuslint.text.languages import traits
from corpuslint.text.spans import disjoint

# The rest rests on frequencies (`unsafe`), and a misread word on a guess.
_SAFETY: dict[str, Safety] = {"misread": "display", "truncated": "display", "real-word": "display", "cjk": "display", "slip": "display", "doubled": "display"}
_PROVABLE = {"invisible": 1, "homoglyph": 4, "ligature-letter": 1}
"""Kinds that change no letter to the eye, `safe` where a witness proves the repair, and the letters that it must have."""
_JOINERS = frozenset("\u200c\u200d")
"""Invisible characters that typesetters put into sound words, against ligatures."""


MASS = 4
"""Places of one kind from which they are told as one."""
_SOFT_HYPHEN = "\u00ad"


def check(document: Document, rule: Rule) -> Iterator[Finding]:
    capitals = is_in_capitals(document)
    judged = in_small_letters(document) if capitals else document
    found = disjoint(broken for broken in _candidates(judged, rule) if not document.is_masked(broken.start, broken.end))
    masses: dict[str, list[Finding]] = {}
    for broken in _parted(document.lower, found):
        finding = _finding(document, rule, broken._replace(repair=broken.repair.upper()) if capitals else broken)
        if mass := _mass(finding):
            masses.setdefault(mass, []).append(finding)
        else:
            yield finding
    for alike in masses.values():
        yield from [_as_one(document, rule, alike)] if len(alike) >= MASS or alike[0].kind in WHOLE else alike


def _parted(lowered: str, found: Sequence[Broken]) -> Iterator[Broken]:
    """What was found, guesses as `slip` where the document has no other: of a bad conversion more than one word bears witness.

    A name, a coinage, a slip of the pen or a term that comes again is damaged nowhere else.
    """
    guesses = {broken: lowered[broken.start : broken.end] for broken in found if _is_guess(lowered[broken.start : broken.end], broken)}
    witnesses = sum(broken.kind in _WITNESSES for broken in found if broken not in guesses)
    alone = len({*guesses.values()}) + witnesses < WEIGHTS.guesses
    yield from (broken._replace(kind="slip") if alone and broken in guesses else broken for broken in found)


def _is_guess(match: str, broken: Broken) -> bool:
    """Whether it rests on the language's words alone: two words that may be one, one sign for another, a hyphen within a word."""
    if broken.kind == "merged":
        return broken.repair.count(" ") == 1
    if broken.kind == "cjk":
        return not _PARTICLES.isdisjoint(match)
    return broken.kind in _GUESSED or (broken.kind == "hyphen" and match.replace("-", "").isalpha())


def _mass(finding: Finding) -> str:
    """What the finding is one of many of: signs that a whole document has, for one cause; '' for what needs a look each."""
    safety = finding.fix.safety if finding.fix else ""
    if finding.kind in WHOLE or finding.kind == "glued":
        return finding.kind
    if finding.kind in ("ligature-letter", "invisible", "homoglyph", "spaced"):
        return f"{finding.kind} {safety}"
    if finding.kind == "hyphen":
        return f"soft {safety}" if _SOFT_HYPHEN in finding.match else f"line's end {safety}" if "\n" in finding.match else ""
    return ""


def _as_one(document: Document, rule: Rule, alike: Sequence[Finding]) -> Finding:
    first = alike[0]
    edits = tuple(edit for finding in alike if finding.fix for edit in finding.fix.edits)
    fix = Fix(f"Replace {len(edits)} places, the first with '{edits[0].replacement}'", edits, first.fix.safety) if first.fix else None
    return rule.found_many(document, first.kind, [finding.span for finding in alike], fix, **first.evidence)


def _finding(document: Document, rule: Rule, broken: Broken) -> Finding:
    kind, start, end, repair = broken
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


def _candidates(document: Document, rule: Rule) -> Iterator[Broken]:
    lexicon = open_lexicon(document.language) if traits(document.language).forms_listed else None
    chars = unusual(document.text)
    if has_bytes(chars) and is_foreign(document.text):
        return  # a file in another encoding has no words before it is converted
    yield from find_characters(document, lexicon, chars)
    yield from find_whole(document)
    yield from find_page_dup(document, lexicon)
    yield from find_cjk(document, rule, chars)
    yield from find_real_word(document, rule)
    if not lexicon:
        return
    prose = Prose(document, Words(rule, lexicon, document.language))
    yield from find_repeat(prose)
    yield from find_hyphen(prose)
    yield from (broken for broken in _of_odd_words(prose) if not _is_of_rival(prose, broken))
    yield from find_seams(prose)


def _of_odd_words(prose: Prose) -> Iterator[Broken]:
    if not prose.odd:
        return
    yield from find_glued(prose)
    inside = _inside_runs(prose)
    yield from (broken for broken in inside if not prose.text[broken.start : broken.end].isalnum())
    yield from find_spaced_ligature(prose)
    yield from _find_split(prose)
    yield from inside
    if not prose.speaks_code:
        more = chain(_find_relaxed(prose, inside), find_truncated(prose))
        yield from (broken for broken in more if not _is_term(prose, broken))


def _find_split(prose: Prose) -> Iterator[Broken]:
    found = list(find_split(prose, False))
    yield from found
    if len(found) >= WEIGHTS.proof:
        yield from find_split(prose, True)


def _inside_runs(prose: Prose) -> list[Broken]:
    """What the odd runs hold of broken words by themselves."""
    found: list[Broken] = []
    for index in prose.odd:
        inside = _look_inside(prose.words, prose.runs[index])
        if inside:
            sure = filter(_is_sure, inside) if prose.is_among_odd(index) else inside
            found += _placed(sure, prose.place(index))
    return [broken for broken in found if not _is_term(prose, broken) and not (prose.speaks_code and _is_identifier(prose, broken))]


def _is_sure(broken: Broken) -> bool:
    """Whether this counts among strange words: one after another is another language; a lost space is one all the same."""
    return broken.kind in _ANYWHERE and len(broken.repair) > WEIGHTS.sure


def _is_term(prose: Prose, broken: Broken) -> bool:
    """Whether what was found comes again and again as it is: a term (`compat`, `inode`), where damage differs from place to place.

    The commonest words are damaged often enough to be so in the same way (`ofthe`, `tbe`).
    """
    if broken.kind not in _GUESSED:
        return False
    word, least = prose.text[broken.start : broken.end], WEIGHTS.term_merged if broken.kind == "merged" else WEIGHTS.term
    if prose.text.count(word) < least or prose.plain_runs[word] < least:
        return False
    return not all(map(prose.words.is_function_word, prose.words.normal(broken.repair).split()))


def _is_of_rival(prose: Prose, broken: Broken) -> bool:
    """Whether what is no word in the detected language may be one in a neighbour that it was taken for."""
    if broken.kind not in _GUESSED or not prose.rivals:
        return False
    word = prose.words.normal(prose.text[broken.start : broken.end])
    return any(lexicon is None or lexicon.get(word).known for lexicon in prose.rivals)


def _is_identifier(prose: Prose, broken: Broken) -> bool:
    """Whether what was found is as well a name in a program: a strange word, two words together (`accessor`, `isopen`)."""
    pieces = broken.repair.lower().split()
    is_pair = broken.kind == "merged" and len(pieces) == 2 and not all(map(prose.words.is_function_word, pieces))
    return is_pair or broken.kind == "misread"


def _look_inside(words: Words, run: str) -> tuple[Broken, ...]:
    """What is broken within a run, which is looked at once a process; offsets are those in the run."""
    memo = _known(*words.key)
    inside = memo.get(run)
    if inside is None:
        if len(memo) > _MAX_KNOWN:
            memo.clear()
        inside = memo[run] = tuple(_within(words, run))
    return inside


def _within(words: Words, run: str) -> Iterator[Broken]:
    if run.istitle() and run.isalpha() and words.zipf(words.normal(run)) >= WEIGHTS.name:
        return
    yield from signs_in(words, run)
    if _IDENTIFYING.isdisjoint(run):
        yield from lost_ligature_in(words, run)
        yield from merged_in(words, run)
        yield from misread_in(words, run)


def _find_relaxed(prose: Prose, strict: list[Broken]) -> Iterator[Broken]:
    """More of the same in a text that has shown enough of it."""
    merged = sum(broken.kind == "merged" for broken in strict) >= WEIGHTS.proof
    misread = {prose.text[broken.start : broken.end].lower() for broken in strict if broken.kind == "misread"}
    recognised = is_recognised(prose, len(misread))
    for index in prose.odd if merged or recognised else ():
        run, place = prose.runs[index], prose.place(index)
        if merged:
            yield from _placed(merged_in(prose.words, run, True), place)
        if recognised:
            yield from _placed(misread_in_recognised(prose, run), place)


def _placed(found: Iterable[Broken], place: int) -> Iterator[Broken]:
    return (broken._replace(start=place + broken.start, end=place + broken.end) for broken in found)


_IDENTIFYING = frozenset("/_\\@")
"""Signs of paths, addresses and identifiers, whose parts are joined and shortened as their owners like."""
_ANYWHERE = frozenset(("merged", "stray-punct"))
_GUESSED = frozenset(("garbled", "merged", "misread", "truncated"))
"""Kinds that rest on the language's words alone."""
_PARTICLES = frozenset("的了是在不有和就也都地得著着过過")
"""Particles and the like of Chinese, which stand beside every word: with one in it, a stretch is two words."""
_WITNESSES = frozenset(("hyphen", "ligature", "merged", "spaced", "split"))
"""Kinds that tell of a bad conversion as guesses do, and are sure by themselves."""
_MAX_KNOWN = 200_000
"""Runs of a language that are remembered."""


@cache
def _known(_lists: WordLists, _language: str) -> dict[str, tuple[Broken, ...]]:
    """What is broken in the runs that were looked at before."""
    return {}
