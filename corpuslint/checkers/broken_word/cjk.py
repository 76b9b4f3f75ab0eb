"""Chinese characters that a recogniser took for look-alikes: `人粪命运共后体` for 人类命运共同体.

A noisy channel over a dictionary: at a character that makes no word with its neighbours, a look-alike is tried; where
a stretch of three to seven characters becomes a word by it, the character was misread. One odd character in three
already makes chance rare; any wider channel (edit distance) finds a 'misread' word in every second clean sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from functools import cache, lru_cache

from corpuslint.checkers.broken_word.broken import Broken
from corpuslint.checkers.broken_word.weights import WEIGHTS
from corpuslint.checkers.broken_word.words import ONE
from corpuslint.data import WordLists
from corpuslint.document import Document
from corpuslint.lazy import regex
from corpuslint.rule import Rule
from corpuslint.text.frequencies import Lexicon, open_lexicon

_HAN = regex(r"[\u4e00-\u9fff]{3,}")
_KANA = regex(r"[\u3041-\u30ff]")
_LONGEST = 7
"""Characters of the longest words that are looked for; the lexicon has few longer ones."""


def find_cjk(document: Document, rule: Rule, chars: Set[str]) -> Iterator[Broken]:
    """`chars` are the unusual ones of the text; one with kana is Japanese, whose words the dictionary does not have."""
    text = document.text
    if max(chars, default="") < "\u3041" or not _HAN.search(text) or _KANA.search(text):
        return
    lexicon, alike = open_lexicon("zh"), _lookalikes(rule.lists)
    if not lexicon or not alike:
        return
    for match in _HAN.finditer(text):
        yield from _misread(match[0], match.start(), lexicon, alike)


def _misread(run: str, base: int, lexicon: Lexicon, alike: Mapping[str, str]) -> Iterator[Broken]:
    pairs = [lexicon.zipf(run[at : at + 2]) >= WEIGHTS.han_pair for at in range(len(run) - 1)]
    done = 0
    for at, char in enumerate(run):
        # A character of a usual pair needs no other reading, nor does a particle or a pronoun.
        if at < done or True in pairs[max(0, at - 1) : at + 1] or char not in alike or lexicon.zipf(char) >= WEIGHTS.han_particle:
            continue
        first = max(0, at - _LONGEST + 1)
        if best := _best_reading(run[first : at + _LONGEST], at - first, alike[char], lexicon):
            _, start, word = best
            done = first + start + len(word)
            yield Broken("cjk", base + first + start, base + done, word)


@lru_cache(maxsize=4096)
def _best_reading(run: str, at: int, others: str, lexicon: Lexicon) -> tuple[float, int, str] | None:
    """The word that comes about around a place by a look-alike: how much likelier, its start in the run, and it.

    `run` reaches as far as a word over the place does. None where a word stands there already.
    """
    best = None
    for start, word, zipf in _words_around(run, at, others, lexicon):
        if run.startswith(word, start):
            return None
        if _differs_here(run, start, word, at, others) and not _is_word_beside(run, start, word, at, lexicon):
            gain = zipf - ONE - _as_it_stands(run[start : start + len(word)], lexicon)
            if gain > WEIGHTS.han_odds and (len(word) > 3 or zipf >= WEIGHTS.han_short) and (not best or gain > best[0]):
                best = gain, start, word
    return best


def _differs_here(run: str, start: int, word: str, at: int, others: str) -> bool:
    """Whether the run has the word from `start` on, with a look-alike `at` one place."""
    here = at - start
    return word[here] in others and run[start:at] == word[:here] and run[at + 1 : start + len(word)] == word[here + 1 :]


def _is_word_beside(run: str, start: int, word: str, at: int, lexicon: Lexicon) -> bool:
    """Whether the look-alike stands at an edge of the word, and the rest is one by itself: then that is something else."""
    end = start + len(word)
    return at in (start, end - 1) and lexicon.zipf(run[start:at] or run[at + 1 : end]) > 0


def _words_around(run: str, at: int, others: str, lexicon: Lexicon) -> Iterator[tuple[int, str, float]]:
    """Words of three to seven characters that may stand over a place, found by two characters beside it."""
    for start in range(max(0, at - _LONGEST + 1), at - 1):
        for word, zipf in _beginning(lexicon, run[start : start + 2]):
            if at - start < len(word) <= len(run) - start:
                yield start, word, zipf
    for end in range(at + 3, min(len(run), at + _LONGEST) + 1):
        for word, zipf in _ending(lexicon, run[end - 2 : end]):
            if end - len(word) in (at, at - 1):
                yield end - len(word), word, zipf
    if 0 < at < len(run) - 1 and not (lexicon.zipf(run[at - 1 : at + 1]) or lexicon.zipf(run[at : at + 2])):
        for other in others:
            word = f"{run[at - 1]}{other}{run[at + 1]}"
            if zipf := lexicon.zipf(word):
                yield at - 1, word, zipf


@lru_cache(maxsize=20_000)
def _beginning(lexicon: Lexicon, pair: str) -> tuple[tuple[str, float], ...]:
    return tuple((word, entry.zipf) for word, entry in lexicon.starting(pair) if 3 <= len(word) <= _LONGEST)


@lru_cache(maxsize=20_000)
def _ending(lexicon: Lexicon, pair: str) -> tuple[tuple[str, float], ...]:
    return tuple((word, entry.zipf) for word, entry in lexicon.ending(pair) if 3 <= len(word) <= _LONGEST)


def _as_it_stands(text: str, lexicon: Lexicon) -> float:
    """log10 of the probability of the text cut into words as likely as can be."""
    best = [0.0]
    for end in range(1, len(text) + 1):
        single = best[-1] + max(WEIGHTS.han_unlisted, lexicon.zipf(text[end - 1])) - ONE
        best.append(max([single, *(
            best[start] + zipf - ONE for start in range(end - 1) if (zipf := lexicon.zipf(text[start:end]))
        )]))
    return best[-1]


@cache
def _lookalikes(lists: WordLists) -> Mapping[str, str]:
    return dict(lists.entries("lookalike", "zh"))
