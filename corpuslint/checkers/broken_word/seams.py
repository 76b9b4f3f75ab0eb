"""What extraction leaves at the seams of a page: labels glued together, initials that stand apart, apostrophes lost throughout."""

from __future__ import annotations

from collections.abc import Iterator

from corpuslint.checkers.broken_word.broken import Broken
from corpuslint.checkers.broken_word.prose import PUNCTUATION, Prose
from corpuslint.checkers.broken_word.weights import WEIGHTS
from corpuslint.lazy import regex

_LABELS = regex(r"(?<![\w.@#$/\\])([A-ZÀ-Þ][a-zß-ÿ]{3,30})([A-ZÀ-Þ][a-zß-ÿ]{3,30})(?![\w(=@/\\]|\.\w)")
_AFTER_YEAR = regex(r"(?<![\w.])(\d{1,2},? (?:19|20)\d\d)([A-ZÀ-Þ][a-zß-ÿ]{1,30})(?![\w@/\\])")
_INITIAL = regex(r"(?:\A|(?<=\n))[ \t]{0,40}([A-ZÀ-Þ])(?:[ \t]{0,40}\n[ \t]{0,40}| )([a-zß-ÿ]{1,30})(?= [^\W\d_])")
_ENDING = regex(r"(?<![\w'’])([^\W\d_]{1,10}) (t|ve|re|ll|s)(?![\w'’])")


def find_seams(prose: Prose) -> Iterator[Broken]:
    """None in a text with code, whose names are joined on purpose."""
    if prose.speaks_code:
        return
    yield from _in_company([*_glued_labels(prose), *_glued_years(prose)])
    yield from _initials(prose)
    yield from _apostrophes(prose)


def _in_company(found: list[Broken]) -> list[Broken]:
    """What was found, if it is different things: a page that lost its seams lost more than one; a brand stands alone."""
    return found if len({broken.repair for broken in found}) >= WEIGHTS.guesses else []


def _glued_years(prose: Prose) -> Iterator[Broken]:
    """A word against the year of a date: `March 3, 2021By`."""
    return (Broken("glued", *match.span(), f"{match[1]} {match[2]}") for match in _AFTER_YEAR.finditer(prose.text))


def _glued_labels(prose: Prose) -> Iterator[Broken]:
    """Two words with capitals of which one stands elsewhere by itself; a brand is written so more than once, or is known."""
    for index in prose.odd:
        run = prose.runs[index]
        if run[1:].islower() or run.isupper() or prose.plain_runs[run.strip(PUNCTUATION)] > 1:
            continue
        for match in _LABELS.finditer(run):
            if _are_labels(prose, match[1], match[2]):
                base = prose.place(index)
                yield Broken("glued", base + match.start(), base + match.end(), f"{match[1]} {match[2]}")


def _are_labels(prose: Prose, left: str, right: str) -> bool:
    words = prose.words
    first, second = words.normal(left), words.normal(right)
    if words.zipf(first + second) >= WEIGHTS.sentence_one:
        return False
    apart = [word in prose.plain_runs for word in (left, right)]
    known = [words.zipf(word) >= WEIGHTS.sentence_start for word in (first, second)]
    return any(apart) and all(map(max, apart, known))


def _initials(prose: Prose) -> Iterator[Broken]:
    """A large first letter, which is no word, and the rest of its word: `T he harbour`, `W⏎hale watchers`."""
    words = prose.words
    for match in _INITIAL.finditer(prose.text):
        letter, rest = match.groups()
        whole = words.zipf(words.normal(letter + rest))
        if words.normal(letter) not in words.letters and whole >= max(WEIGHTS.frequent, words.zipf(words.normal(rest))):
            yield Broken("drop-capital", match.start(1), match.end(), letter + rest)


def _apostrophes(prose: Prose) -> Iterator[Broken]:
    """`don t`, `we ve`: endings that stand behind an apostrophe, which the text has lost in more than one word."""
    lexicon_has = prose.words.zipf
    yield from _in_company([
        Broken("lost-apostrophe", *match.span(), f"{match[1]}'{match[2]}") for match in _ENDING.finditer(prose.text)
        if lexicon_has(prose.words.normal(f"{match[1]}'{match[2]}")) >= WEIGHTS.contraction
    ])
