"""A document as runs without white space: which of them are odd, and where they stand."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate, compress, count, islice
from operator import add
from typing import NamedTuple

from corpuslint.checkers.broken_word.identifiers import speaks_code
from corpuslint.checkers.broken_word.weights import WEIGHTS
from corpuslint.checkers.broken_word.words import Words
from corpuslint.data import WordLists
from corpuslint.document import Document
from corpuslint.lazy import regex
from corpuslint.text.frequencies import Lexicon, open_lexicon
from corpuslint.text.language import rivals
from corpuslint.text.languages import traits


class Token(NamedTuple):
    """A run without white space, less its outer punctuation; `low` is in its normal form, `whole`: letters only."""

    text: str
    low: str
    start: int
    end: int
    whole: bool
    opens: bool
    closes: bool
    """Whether punctuation stands before and behind it in the run."""


_NO_TOKEN = Token("", "", 0, 0, False, True, True)
PUNCTUATION = ".,;:!?…()[]{}\"'“”„‘’‚«»‹›-–—*"
_WIDE_GAP = regex(r"\s\s+")
_SMALL = regex(r"[\W_]*([^\W\d_]{2,30})[\W_]*")
_PART = regex(r"[^\W\d_]+")
# A clitic of one to three letters before or behind an apostrophe is no word of its own (l', qu', 's, 'll); in Turkish
# the endings of names stand behind one.
_PLAIN_PART = regex(r"(?:[^\W\d_]{1,3}['’ʼ])?([^\W\d_]{1,64})(?:['’ʼ][^\W\d_]{1,2}(?![^\W\d_]))?")
_SUFFIXED = regex(r"([^\W\d_]{1,64})(?:['’ʼ][^\W\d_]{1,12})?")
# A digit between letters or a sign between letters: never a plain word.
_MIXED = regex(r"[^\W\d_]\d+[^\W\d_]|[^\W\d_][^\w\s'’\-–—/&][^\W\d_]|\d[^\W\d_]{2}|[^\W\d_]{2}\d|[^\W\d_][^\W\d_a-zà-ÿ]*[a-zß-ÿ][A-ZÀ-Þ]")
_MAX_JUDGED = 300_000
"""Runs that are remembered for a language."""
_MAX_ODD = 200_000
"""Odd runs looked at in one document: twenty megabytes of prose have as many, a hostile text all of its own."""


@cache
def _judged(_lists: WordLists, _language: str) -> tuple[set[str], dict[str, str]]:
    """The runs already judged: most of any text is words that stood in the text before. An odd one has its lower-case word,
    '' where it is something else."""
    return set(), {}


@dataclass(frozen=True)
class Prose:
    """One document, and what is known of the words of its language."""

    document: Document
    words: Words

    @property
    def text(self) -> str:
        return self.document.text

    @cached_property
    def runs(self) -> list[str]:
        return self.text.split()

    @cached_property
    def _starts(self) -> list[int]:
        """Where the runs would begin if one character stood between any two."""
        return list(map(add, accumulate(map(len, self.runs), initial=0), count()))

    @cached_property
    def _shifts(self) -> tuple[list[int], list[int]]:
        """The wide gaps, by where they would begin then, and how much later all begins that is before, between and behind them."""
        gaps, shifts = [], [len(self.text) - len(self.text.lstrip())]
        for gap in _WIDE_GAP.finditer(self.text, shifts[0]):
            gaps.append(gap.start() - shifts[-1])
            shifts.append(shifts[-1] + gap.end() - gap.start() - 1)
        return gaps, shifts

    @cached_property
    def _strange(self) -> dict[str, str]:
        """The runs that hold something else than well-known words, each with its lower-case word."""
        good, odd = _judged(*self.words.key)
        if len(good) + len(odd) > _MAX_JUDGED:
            good.clear()
            odd.clear()
        strange = set(self.runs).difference(good)
        for run in strange.difference(odd):
            if self._is_good(run):
                good.add(run)
            else:
                odd[run] = match[1] if (match := _SMALL.fullmatch(run)) and match[1].islower() else ""
        return {run: odd[run] for run in strange if run in odd}

    @cached_property
    def odd(self) -> list[int]:
        """Indices of the runs that hold something else than well-known words; the first of them, if there are masses."""
        return list(islice(compress(count(), map(self._strange.__contains__, self.runs)), _MAX_ODD)) if self._strange else []

    @cached_property
    def small(self) -> list[tuple[int, str]]:
        """Those of the odd runs that are one lower-case word each, and it; none that stands among other odd ones."""
        found = ((index, self._strange[self.runs[index]]) for index in self.odd)
        return [(index, word) for index, word in found if word and not self.is_among_odd(index)]

    def _is_good(self, run: str) -> bool:
        core = run.strip(PUNCTUATION)
        if core.isalpha() or not core:
            return self._is_good_word(core)
        parts = (match[1] for match in (_SUFFIXED if traits(self.words.language).apostrophe_suffixes else _PLAIN_PART).finditer(run))
        return not _MIXED.search(run) and all(_is_acronym(part) or self.words.is_common(self.words.normal(part)) for part in parts)

    def _is_good_word(self, word: str) -> bool:
        if len(word) > 1 and not word[1:].islower():
            return _is_acronym(word)
        return not word or word.isupper() or self.words.is_common(self.words.normal(word))

    @cached_property
    def _odd_set(self) -> frozenset[int]:
        return frozenset(self.odd)

    def is_odd(self, index: int) -> bool:
        return index in self._odd_set

    def is_among_odd(self, index: int) -> bool:
        """Whether the runs on both sides are odd too: one strange word after another is another language."""
        return index - 1 in self._odd_set and index + 1 in self._odd_set

    def place(self, index: int) -> int:
        """Where a run begins in the text."""
        start = self._starts[index]
        gaps, shifts = self._shifts
        return start + shifts[bisect_left(gaps, start)]

    def token(self, index: int) -> Token:
        """The token at an index of `runs`; an empty one beyond either end."""
        if not 0 <= index < len(self.runs):
            return _NO_TOKEN
        token = self._tokens.get(index)
        if token is None:
            token = self._tokens[index] = self._make(self.runs[index], self.place(index))
        return token

    @cached_property
    def _tokens(self) -> dict[int, Token]:
        return {}

    def _make(self, run: str, start: int) -> Token:
        if run.isalpha():
            return Token(run, self.words.normal(run), start, start + len(run), True, False, False)
        at, end = 0, len(run)
        while at < end and not run[at].isalnum():
            at += 1
        while end > at and not run[end - 1].isalnum():
            end -= 1
        text = run[at:end]
        low = self.words.normal(text)
        return Token(text, low, start + at, start + at + len(text), text.isalpha(), at > 0, end < len(run))

    def gap(self, left: Token, right: Token) -> str:
        return self.text[left.end : right.start]

    @cached_property
    def plain_runs(self) -> Mapping[str, int]:
        """How often each run stands in the document, without the punctuation around it."""
        return Counter(run.strip(PUNCTUATION) for run in self.runs)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words of the document, in lower case."""
        return frozenset(_PART.findall(self.words.normal(self.text)))

    @cached_property
    def is_archaic(self) -> bool:
        """Whether the text is spelled as before about 1700: then a strange word is no damage."""
        older = sum(self.words.is_older_spelling(self.token(index).low) for index in self.odd)
        return older >= max(2, WEIGHTS.older_words * len(self.runs))

    @cached_property
    def speaks_code(self) -> bool:
        """Whether code stands in the text: then a strange word is as well an identifier."""
        return speaks_code(self.text)

    @cached_property
    def rivals(self) -> tuple[Lexicon | None, ...]:
        """Lexicons of the languages that the text may as well be in, if nobody states its language; None: there is no list."""
        if self.document.stated_language:
            return ()
        return tuple(map(open_lexicon, rivals(self.text, self.words.language)))


def _is_acronym(word: str) -> bool:
    return word.isupper() and len(word) <= WEIGHTS.acronym
