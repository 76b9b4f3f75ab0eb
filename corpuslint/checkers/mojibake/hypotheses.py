"""Which swaps of code pages are worth a try: nominated on the lines that look worst."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from corpuslint.checkers.mojibake.codecs import MULTI, Swap, characters, swap
from corpuslint.checkers.mojibake.families import all_true, letters_of, true_codecs
from corpuslint.checkers.mojibake.letters import cost, languages
from corpuslint.checkers.mojibake.swaps import gain_by, words_cost
from corpuslint.checkers.mojibake.weights import WEIGHTS
from corpuslint.checkers.mojibake.words import natural

MAX_LINES, MAX_WORDS, MAX_SAMPLE = 3, 8, 300
"""Lines and odd words of each that hypotheses are nominated on, and the code points of these words."""
MAX_NOMINATED = 5
MAX_LINE = 600
"""Code points of a line that tell which hypotheses are worth a try."""
_READ = (
    "cp1252", "latin-1", "cp1250", "iso8859-2", "cp1251", "koi8-r", "cp866", "mac-roman", "mac-cyrillic", "iso8859-5", "cp437",
    "cp850", "cp852", "cp1253", "cp1254", "cp1257", "iso8859-15", "cp1256", "gb18030", "cp932", "big5hkscs", "cp949",
)


def prior(language: str, hypothesis: Swap) -> float:
    """What a line must gain: less where the language was written in `true` anyway."""
    if language not in languages():
        return WEIGHTS.swap_prior_unknown
    return WEIGHTS.swap_prior_own if hypothesis.true in true_codecs(language) else WEIGHTS.swap_prior


def nominate(lines: Sequence[tuple[str, Sequence[str]]], language: str) -> list[Swap]:
    """The hypotheses worth trying on the whole document, best first; `lines` (with their odd words) come worst first."""
    gains: dict[Swap, float] = {}
    least = WEIGHTS.swap_prior_own if language in languages() else WEIGHTS.swap_prior_unknown
    for line, odd in lines[:MAX_LINES]:
        odd = odd[:MAX_WORDS]
        if sum(natural(language, word) - WEIGHTS.least_letter * len(word) for word in odd) < least:
            continue
        sample = _sample(line, odd)
        for hypothesis in _hypotheses(line, language):
            enough = prior(language, hypothesis)
            if _promises(odd, language, hypothesis, WEIGHTS.first * enough):
                gain, after = gain_by(sample, language, hypothesis, enough)
                if after and gain >= enough:
                    gains[hypothesis] = max(gain, gains.get(hypothesis, 0.0))
    return sorted(gains, key=lambda h: -gains[h])[:MAX_NOMINATED]


def _promises(odd: Sequence[str], language: str, hypothesis: Swap, enough: float) -> bool:
    """Whether the odd words alone gain enough, read in the document's language where that is what they must be."""
    if hypothesis.true in MULTI or hypothesis.read in MULTI or language not in languages() or hypothesis.true not in true_codecs(language):
        return gain_by(" ".join(odd)[:MAX_SAMPLE], language, hypothesis, enough)[0] >= enough
    text = " ".join(odd)
    return words_cost(text, language) - _plain_cost(text.translate(swap(*hypothesis)), language) >= enough


@lru_cache(maxsize=256)
def _plain_cost(text: str, language: str) -> float:
    """The cost of the words in this language alone; hypotheses often make the same of a text."""
    return sum(cost(language, word) for word in text.split(" "))


def _sample(line: str, odd: Sequence[str]) -> str:
    """The odd words and as many others beyond ASCII."""
    words = dict.fromkeys([*odd, *[w for w in line.split(" ") if not w.isascii()][:MAX_WORDS]])
    return " ".join(words)[:MAX_SAMPLE]


def _hypotheses(line: str, language: str) -> tuple[Swap, ...]:
    start = line[:MAX_LINE]
    high = [c for c in start if c >= "\x80" and c != "\ufffd"]
    return _explaining(frozenset(high), len(high) > WEIGHTS.dense * len(start), language)


@lru_cache(maxsize=5_000)
def _explaining(high: frozenset[str], dense: bool, language: str) -> tuple[Swap, ...]:
    """The swaps that can have made these characters; `dense`: they are so many that the text may be of any language."""
    return tuple(
        Swap(read, true) for read in _READ for true in (_from_multi if read in MULTI else _from_single)(read, high, dense, language) if true != read
    )


def _from_multi(_read: str, high: frozenset[str], _dense: bool, language: str) -> Iterator[str]:
    """What a text may have been written in that was read in an East Asian code page."""
    if any(c >= "\u2e80" for c in high):
        yield from (true for true in all_true() if true in MULTI or true in true_codecs(language))


def _from_single(read: str, high: frozenset[str], dense: bool, language: str) -> Iterator[str]:
    if len(high & characters(read)) < WEIGHTS.shown_share * len(high):
        return
    for true in all_true() if dense else true_codecs(language) if language in languages() else ():
        if dense if true in MULTI else _fits(high, read, true):
            yield true


def _fits(high: frozenset[str], read: str, true: str) -> bool:
    """Whether nearly all characters become letters or marks of a language that was written in `true`."""
    changed, good = _becoming(read, true)
    return not changed.isdisjoint(high) and len(high & good) >= WEIGHTS.fitting * len(high)


@cache
def _becoming(read: str, true: str) -> tuple[frozenset[str], frozenset[str]]:
    """The characters that the swap changes, and those that it makes, or leaves, what the languages of `true` write."""
    points, wanted = swap(read, true), letters_of(true)
    good = frozenset(c for c in characters(read) if points.get(ord(c), c).lower() in wanted)
    return frozenset(c for c in characters(read) if ord(c) in points), good
