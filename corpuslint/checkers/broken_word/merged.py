"""Words run together: `ofthe`, `userslearn`, whole lines without spaces.

A token is weighed as one word against the best way to cut it into known ones: P(w) = 10^(Zipf - 9) each.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from corpuslint.checkers.broken_word.broken import Broken
from corpuslint.checkers.broken_word.weights import WEIGHTS, by_length
from corpuslint.checkers.broken_word.words import ONE, Words
from corpuslint.lazy import regex
from corpuslint.text.frequencies import Entry, Lexicon
from corpuslint.text.languages import traits

_PART = regex(r"[^\W\d_]{4,400}")
_DRAWN_OUT = regex(r"(.)\1\1\1")
_HOST = regex(r"\.[a-z]{2,4}(?![^\W_])")
_MAX_PIECE = 20
"""Code points of a piece: the cost of the best cut is the word's length times this."""
_NEVER = -9999.0


def merged_in(words: Words, run: str, relaxed: bool = False) -> Iterator[Broken]:
    """Words run together within a run; offsets are those in the run."""
    if run[0] in "#@":
        return  # tags and handles are written so
    for match in _PART.finditer(run):
        word = match[0]
        if word[1:].islower() and not _HOST.match(run, match.end()) and (cut := _cut(words, word, relaxed)):
            yield Broken("merged", *match.span(), cut)


def _cut(words: Words, word: str, relaxed: bool) -> str:
    """The word with its spaces back, '' where it is likelier one word."""
    low = words.normal(word)
    entry = words.get(low)
    if len(low) != len(word) or _is_one_word(words, low, entry) or not _may_be_row(words, low, relaxed):
        return ""
    pieces, score = _best_cut(words.lexicon, low)
    gain = score - (entry.zipf - ONE - WEIGHTS.merged_junk if entry.zipf else _strange(len(low)))
    if len(pieces) < 2 or gain <= _least_gain(words, pieces, relaxed):
        return ""
    if not (_is_long_row(words, low, pieces, gain) or _is_phrase(words, pieces, relaxed, word[0].isupper(), entry.zipf)):
        return ""
    letters = iter(word)
    return " ".join("".join(islice(letters, len(piece))) for piece in pieces)


def _is_one_word(words: Words, word: str, entry: Entry) -> bool:
    return entry.curated or entry.zipf >= WEIGHTS.merged_known or bool(_DRAWN_OUT.search(word)) or words.is_foreign(word)


def _may_be_row(words: Words, word: str, relaxed: bool) -> bool:
    """A quick look: whether a function word stands where it must in a row of words of this length."""
    if len(word) > WEIGHTS.merged_row:  # else letters: a key, a gene
        return any(len(glue) > 2 and glue in word for glue in words.first_words)
    return relaxed or len(word) > WEIGHTS.merged_short or word.startswith(words.first_words) or word.endswith(words.last_words)


def _least_gain(words: Words, pieces: tuple[str, ...], relaxed: bool) -> float:
    """Powers of ten by which the pieces must be likelier than one word."""
    return WEIGHTS.merged_gain_relaxed if relaxed or words.tagged("glue").intersection(pieces) else WEIGHTS.merged_gain


def _is_long_row(words: Words, word: str, pieces: tuple[str, ...], gain: float) -> bool:
    """Whether no word of the language is so long and so much like a row of words."""
    return len(pieces) > 2 and len(word) >= WEIGHTS.phrase_long and gain >= WEIGHTS.phrase_gain and traits(words.language).few_compounds


def _is_phrase(words: Words, pieces: tuple[str, ...], relaxed: bool, capital: bool, zipf: float) -> bool:
    """Whether the pieces look like a phrase and not like a compound or a name: function words are among them.

    `zipf` is that of the pieces as one word, `capital`: it begins with one.
    """
    if len(pieces) == 2:
        return _is_pair(words, *pieces, relaxed, capital, zipf)
    letters = {piece for piece in pieces if len(piece) == 1}
    if letters and (len(pieces) < WEIGHTS.phrase_pieces or not letters <= words.letters):
        return False
    glued = sum(piece in words.tagged("glue") for piece in pieces)
    if relaxed:
        return glued > 0 or len(pieces) >= WEIGHTS.phrase_pieces
    return glued >= (1 if len(pieces) > WEIGHTS.phrase_pieces else 2)


def _is_pair(words: Words, first: str, last: str, relaxed: bool, capital: bool, zipf: float) -> bool:
    if 1 in (len(first), len(last)):
        return False
    if not capital and min(len(first), len(last)) >= WEIGHTS.phrase_content - relaxed:
        return _are_content_words(words, first, last, relaxed)
    if {first, last} <= {*words.first_words, *words.last_words}:
        return _are_function_words(first + last, capital, zipf)
    if capital and zipf >= WEIGHTS.unlisted and not relaxed:
        return False
    return _is_glued(words, first, last, capital, "first") or _is_glued(words, last, first, capital, "last")


def _are_content_words(words: Words, first: str, last: str, relaxed: bool) -> bool:
    """Whether two long words are frequent, and would not be written as one in this language (shiprider, extraconstitutional)."""
    if min(words.zipf(first), words.zipf(last)) < WEIGHTS.phrase_content_zipf:
        return False
    is_compound = not traits(words.language).few_compounds or len(first) + len(last) <= WEIGHTS.phrase_compound or first in words.tagged("prefix")
    return relaxed or not is_compound


def _are_function_words(word: str, capital: bool, zipf: float) -> bool:
    """Whether a word made of two function words is no other word; with a capital, it may be a name."""
    return zipf < by_length(WEIGHTS.phrase_functions, len(word)) and (not capital or len(word) >= WEIGHTS.phrase_name)


def _is_glued(words: Words, word: str, other: str, capital: bool, side: str) -> bool:
    """Whether a function word stands on this side of a word that is no part of a name; short ones are in many names."""
    is_glue = word in words.tagged("glue")
    if not is_glue and (capital or word not in words.tagged(side)):
        return False
    if len(word) < 3 and not is_glue:
        return len(other) >= WEIGHTS.glued_to_short and words.zipf(other) >= WEIGHTS.glued_to_short_zipf
    return len(other) > 2 and words.zipf(other) >= WEIGHTS.glued_zipf


def _strange(length: int) -> float:
    """log10 of the probability of a certain word of this length that no list has."""
    return -WEIGHTS.merged_strange - WEIGHTS.merged_letter * length - max(0, length - WEIGHTS.merged_long)


@lru_cache(maxsize=20_000)
def _best_cut(lexicon: Lexicon, word: str) -> tuple[tuple[str, ...], float]:
    """The likeliest cut of a lower-case word into known ones, and log10 of its probability."""
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(word) + 1):
        options = [(_NEVER, 0)]
        for start in range(max(0, end - _MAX_PIECE), end):
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
    return tuple(reversed(pieces)), best[len(word)][0] - (WEIGHTS.merged_space if len(pieces) > 1 else 0.0)


def _piece(lexicon: Lexicon, word: str) -> float:
    """log10 P(word) of a piece, with the cost of its space; rare short 'words' are fragments and never pieces."""
    zipf = lexicon.zipf(word)
    if zipf >= by_length(WEIGHTS.merged_piece, len(word)) or (len(word) > 3 and zipf >= WEIGHTS.merged_piece_curated and lexicon.get(word).curated):
        return zipf - ONE - WEIGHTS.merged_spaces
    return _strange(len(word)) - WEIGHTS.merged_unlisted if len(word) > 3 else _NEVER
