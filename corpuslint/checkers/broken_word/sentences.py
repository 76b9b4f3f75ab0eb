"""Two sentences without the space between them, with (`high.The`) or without (`processHe`) the full stop."""

from __future__ import annotations

from collections.abc import Iterator

from corpuslint.checkers.broken_word.broken import Broken
from corpuslint.checkers.broken_word.prose import PUNCTUATION, Prose
from corpuslint.checkers.broken_word.weights import WEIGHTS
from corpuslint.lazy import regex

_DOMAINS = frozenset((
    "com", "net", "org", "edu", "gov", "int", "info", "de", "fr", "es", "ru", "tr", "uk", "us", "eu", "io", "co", "js", "py", "cs",
    "md", "txt", "pdf", "doc", "html",
))
"""Last parts of hosts and file names: no sentence begins there."""
_LOWER, _UPPER = "a-zß-öø-ÿćčďęěğıłńňőřśşšťůűźżžа-яёіїєґ", "A-ZÀ-ÖØ-ÞĆČĎĘĚĞİŁŃŇŐŘŚŞŠŤŮŰŹŻŽА-ЯЁІЇЄҐ"
_GLUED = regex(rf"(?<![\w.@#$/\\])([{_UPPER}]?[{_LOWER}]{{2,30}})([.?!]?)([{_UPPER}][{_LOWER}]{{0,30}})(?![\w(=@/\\]|\.\w)")


def find_glued(prose: Prose) -> Iterator[Broken]:
    """What stands so more than once is a name (wikiHow), not a slip."""
    for index in prose.odd:
        run = prose.runs[index]
        if run[1:].islower() or run.isupper():
            continue
        for match in _GLUED.finditer(run):
            left, stop, right = match.groups()
            if _are_sentences(prose, left, stop, right) and prose.plain_runs[run.strip(PUNCTUATION)] == 1:
                base = prose.place(index)
                yield Broken("sentence-merge", base + match.start(), base + match.end(), f"{left}{stop} {right}")


def _are_sentences(prose: Prose, left: str, stop: str, right: str) -> bool:
    words = prose.words
    if len(right) == 1 and words.normal(right) not in words.letters:
        return False
    return _with_stop(prose, left, right) if stop else _without_stop(prose, left, right)


def _with_stop(prose: Prose, left: str, right: str) -> bool:
    words, second = prose.words, prose.words.normal(right)
    entry = words.get(words.normal(left))
    if second in _DOMAINS or not (entry.curated or entry.zipf >= WEIGHTS.sentence_end):
        return False
    if not left.islower() or prose.speaks_code:
        return words.zipf(second) >= WEIGHTS.sentence_start_sure
    return _stands_alone(prose, right) or words.zipf(second) >= WEIGHTS.sentence_start


def _without_stop(prose: Prose, left: str, right: str) -> bool:
    words = prose.words
    first, second = words.normal(left), words.normal(right)
    if not left.islower() or len(left) < 3 or words.zipf(first) < WEIGHTS.sentence_end_bare or words.zipf(first + second) >= WEIGHTS.sentence_one:
        return False
    return not prose.speaks_code and (words.zipf(second) >= WEIGHTS.sentence_start_sure or _stands_alone(prose, right))


def _stands_alone(prose: Prose, word: str) -> bool:
    """Whether a word of four letters and more stands elsewhere in the document by itself."""
    return len(word) > 3 and word in prose.plain_runs
