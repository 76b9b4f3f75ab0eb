"""Words run together: `ofthe`, `userslearn`, whole lines without spaces, and sentences without a space between.

A token is weighed as one word against the best way to cut it into known ones: P(w) = 10^(Zipf - 9) each.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

from corpuslint.checkers.broken_word.page import PUNCTUATION, Damage, Page, fold
from corpuslint.lazy import regex
from corpuslint.text.frequencies import Lexicon

_PART = regex(r"[^\W\d_]{4,400}")
_SHORT, _ROW = 12, 24
_LEAST = {1: 6.2, 2: 5.0, 3: 5.0}
"""Zipf values that a piece must have by its length; 4.0 for longer ones."""
_DRAWN_OUT = regex(r"(.)\1\1\1")
_HOST = regex(r"\.[a-z]{2,4}(?![^\W_])")
_LONGEST = 20
_LOOSE = frozenset(("ca", "en", "es", "fr", "it", "pt", "ro"))
"""Languages that make few compounds, and short ones."""
_MISSING_SPACE, _MORE_SPACES = 1.7, 0.4
"""Powers of ten against a lost space: the first, and each after it, because they come together."""
_JUNK = 2.5
"""Powers of ten by which a word that only the frequency list has is likelier to be an error itself."""
_NEVER = -9999.0
_DOMAINS = frozenset((
    "com", "net", "org", "edu", "gov", "int", "info", "de", "fr", "es", "ru", "tr", "uk", "us", "eu", "io", "co", "js", "py", "cs",
    "md", "txt", "pdf", "doc", "html",
))
"""Last parts of hosts and file names: no sentence begins there."""
_LETTER = 0.85
"""Powers of ten that each letter of a word that no list has makes it rarer; two for being in none."""
_LOWER, _UPPER = "a-zß-öø-ÿćčďęěğıłńňőřśşšťůűźżžа-яёіїєґ", "A-ZÀ-ÖØ-ÞĆČĎĘĚĞİŁŃŇŐŘŚŞŠŤŮŰŹŻŽА-ЯЁІЇЄҐ"
_GLUED = regex(rf"(?<![\w.@#$/\\])([{_UPPER}]?[{_LOWER}]{{2,30}})([.?!]?)([{_UPPER}][{_LOWER}]{{0,30}})(?![\w(=@/\\]|\.\w)")


def merged_in(page: Page, run: str, relaxed: bool = False) -> Iterator[Damage]:
    """Words run together within a run; offsets are those in the run."""
    if run[0] in "#@":
        return  # tags and handles are written so
    for match in _PART.finditer(run):
        word = match[0]
        if word[1:].islower() and not _HOST.match(run, match.end()) and (cut := _cut(page, word, relaxed)):
            yield Damage("merged", *match.span(), cut)


def _cut(page: Page, word: str, relaxed: bool) -> str:
    """The word with its spaces back, '' where it is likelier one word."""
    low, capital = fold(word, page.language), word[0].isupper()
    entry = page.lexicon.get(low)
    if len(low) != len(word) or _DRAWN_OUT.search(low) or entry.curated or entry.zipf >= 3.5 or page.is_foreign(low):
        return ""
    if not relaxed and len(low) <= _SHORT and not _has_edge(page, low):
        return ""
    if len(low) > _ROW and not any(len(glue) > 2 and glue in low for glue in page.first_words):
        return ""  # no row of words, but letters: a key, a gene
    pieces, score = _best_cut(page.lexicon, low)
    gain = score - (entry.zipf - 9.0 - _JUNK if entry.zipf else _strange(len(low)))
    if len(pieces) < 2 or not ((len(pieces) > 2 and _is_long(page, low, gain)) or _is_phrase(page, pieces, relaxed, capital, entry.zipf)):
        return ""
    if gain <= (-1.0 if relaxed or page.words("glue").intersection(pieces) else -0.2):
        return ""
    ends = list(accumulate(map(len, pieces)))
    return " ".join(word[end - len(piece) : end] for piece, end in zip(pieces, ends, strict=True))


def _is_long(page: Page, word: str, gain: float) -> bool:
    """Whether no word of the language is so long and so much like a row of words."""
    return len(word) >= 16 and gain >= 8.0 and page.language in _LOOSE


def _has_edge(page: Page, word: str) -> bool:
    """Whether a function word begins or ends the word: without one, a short word is no phrase."""
    return word.startswith(page.first_words) or word.endswith(page.last_words)


def _is_phrase(page: Page, pieces: tuple[str, ...], relaxed: bool, capital: bool, zipf: float) -> bool:
    """Whether the pieces look like a phrase and not like a compound or a name: function words are among them."""
    letters = {piece for piece in pieces if len(piece) == 1}
    if letters and (len(pieces) < 4 or not letters <= page.letters):
        return False
    if len(pieces) == 2:
        first, last = pieces
        if not capital and min(map(len, pieces)) >= (4 if relaxed else 5):
            return all(page.lexicon.zipf(piece) >= 4.0 for piece in pieces) and (relaxed or _are_no_compound(page, *pieces))
        if {first, last} <= {*page.first_words, *page.last_words}:
            return zipf < (3.5 if len(first + last) > 4 else 2.5) and len(first + last) >= (6 if capital else 4)
        if capital and zipf >= 1.0 and not relaxed:
            return False
        return _is_glued(page, first, last, capital, "first") or _is_glued(page, last, first, capital, "last")
    glued = sum(piece in page.words("glue") for piece in pieces)
    return glued >= (1 if relaxed or len(pieces) > 4 else 2) or (relaxed and len(pieces) > 3)


def _is_glued(page: Page, word: str, other: str, capital: bool, side: str) -> bool:
    """Whether a function word stands on this side of a word that is no part of a name; short ones are in many names."""
    if word not in page.words("glue") and (capital or word not in page.words(side)):
        return False
    if len(word) < 3 and word not in page.words("glue"):
        return len(other) >= 5 and page.lexicon.zipf(other) >= 3.5
    return len(other) >= 3 and page.lexicon.zipf(other) >= 3.3


def _are_no_compound(page: Page, first: str, last: str) -> bool:
    """Whether two long words would not be written as one in this language (shiprider, extraconstitutional)."""
    return page.language in _LOOSE and len(first) + len(last) > 12 and first not in page.words("prefix")


def _strange(length: int) -> float:
    """log10 of the probability of a certain word of this length that no list has."""
    return -2.0 - _LETTER * length - max(0, length - 12)


@lru_cache(maxsize=20_000)
def _best_cut(lexicon: Lexicon, word: str) -> tuple[tuple[str, ...], float]:
    """The likeliest cut of a lower-case word into known ones, and log10 of its probability."""
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(word) + 1):
        options = [(_NEVER, 0)]
        for start in range(max(0, end - _LONGEST), end):
            before = best[start][0]
            if before > _NEVER:
                piece = _piece(lexicon, word[start:end])
                options.append((before + piece, start))
        best.append(max(options))
    pieces, end = [], len(word)
    if best[end][0] <= _NEVER:
        return (), _NEVER
    while end:
        start = best[end][1]
        pieces.append(word[start:end])
        end = start
    return tuple(reversed(pieces)), best[len(word)][0] - (_MISSING_SPACE if len(pieces) > 1 else 0.0)


def _piece(lexicon: Lexicon, word: str) -> float:
    """log10 P(word) of a piece, with the cost of its space; rare short 'words' are fragments and never pieces."""
    zipf = lexicon.zipf(word)
    if zipf >= _LEAST.get(len(word), 4.0) or (zipf >= 2.5 and len(word) > 3 and lexicon.get(word).curated):
        return zipf - 9.0 - _MORE_SPACES
    return _strange(len(word)) - 3.0 if len(word) >= 4 else _NEVER


def find_glued(page: Page) -> Iterator[Damage]:
    """Two sentences without the space between them, with (`high.The`) or without (`processHe`) the full stop."""
    for index in page.odd:
        run = page.runs[index]
        if run[1:].islower() or run.isupper():
            continue
        for match in _GLUED.finditer(run):
            left, stop, right = match.groups()
            # What stands so more than once is a name (wikiHow), not a slip.
            if _are_sentences(page, left, stop, right) and page.plain_runs[run.strip(PUNCTUATION)] == 1:
                base = page.place(index)
                yield Damage("sentence-merge", base + match.start(), base + match.end(), f"{left}{stop} {right}")


def _are_sentences(page: Page, left: str, stop: str, right: str) -> bool:
    first, second = fold(left, page.language), fold(right, page.language)
    left_zipf, right_zipf = page.lexicon.zipf(first), page.lexicon.zipf(second)
    if len(right) == 1 and second not in page.letters:
        return False
    if stop:
        least = 6.0 if not left.islower() or page.speaks_code else 0.0 if len(right) > 3 and right in page.plain_runs else 4.0
        return second not in _DOMAINS and (left_zipf >= 2.5 or page.lexicon.get(first).curated) and right_zipf >= least
    if not left.islower() or len(left) < 3 or left_zipf < 3.3 or page.lexicon.zipf(first + second) >= 2.0:
        return False
    return not page.speaks_code and (right_zipf >= 6.0 or (len(right) > 3 and right in page.plain_runs))
