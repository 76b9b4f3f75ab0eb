"""What the broken-word detectors share: tokens of a document, which of them are odd, and what is known of words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, compress, count, islice
from operator import add
from pathlib import Path
from typing import NamedTuple

from corpuslint.checkers.broken_word.channel import misread_short
from corpuslint.document import Document, lower
from corpuslint.lazy import regex
from corpuslint.rule import Lexicon as WordClasses
from corpuslint.rule import Rule
from corpuslint.text.frequencies import Lexicon, open_lexicon
from corpuslint.text.language import function_words, rivals


class Damage(NamedTuple):
    """A damaged stretch, code points `start` to `end`, and what should stand there ('' where that is not certain)."""

    kind: str
    start: int
    end: int
    repair: str = ""


class Token(NamedTuple):
    """A run without white space, less its outer punctuation; `low` is in lower case, `whole`: letters only."""

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
# Signs in the names of programs. Each pattern begins with the sign, which is found at once; the name is looked for behind.
_NAMES = {
    "()": regex(r"\(\)(?<=\w\(\))"), "_": regex(r"_(?<=[A-Za-z]{2}_)[A-Za-z]\w"), "--": regex(r"--(?<![^\s\"'(]--)[a-z]+(?:-[a-z]+|=)"),
    "::": regex(r"::(?<=\w::)\w+"), "->": regex(r"->(?<=\w->)\w+"), "$": regex(r"\$[A-Z]{2,}"),
}
_IDENTIFIERS, _BESIDE = 3, 6
"""Different names that make a text technical, and the code points beside the sign by which they differ."""
_CODE = regex(r"(?<!`)`[^`\s][^`\n]*`(?!`)|^```", re.MULTILINE)
_ACRONYM = 5
_MEMO = 300_000
_MOST = 200_000
"""Odd runs looked at in one document: twenty megabytes of prose have as many, a hostile text all of its own."""
# Runs already judged, by rule and language: most of any text is words that stood in the text before. An odd one has
# its lower-case word, '' where it is something else.
_judged: dict[tuple[Path, str], tuple[set[str], dict[str, str]]] = {}
_RARE = 1.0
COMMON, COMMON_OUTSIDE = 2.5, 3.6
"""Zipf value from which a word of five letters or more raises no question; and if the dictionary lacks it (`ofthe`)."""
COMMON_CURATED, COMMON_SHORT = 4.0, 4.7
"""The same for shorter ones, in a dictionary or not: fragments are among the short 'words' of any web corpus."""


@dataclass(frozen=True)
class Page:
    """One document with its lexicon."""

    document: Document
    rule: Rule
    lexicon: Lexicon

    @property
    def text(self) -> str:
        return self.document.text

    @cached_property
    def language(self) -> str:
        return self.document.language

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
        good, odd = _judged.setdefault((self.rule.path, self.language), (set(), {}))
        if len(good) + len(odd) > _MEMO:
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
        return list(islice(compress(count(), map(self._strange.__contains__, self.runs)), _MOST)) if self._strange else []

    @cached_property
    def small(self) -> list[tuple[int, str]]:
        """Those of the odd runs that are one lower-case word each, and it; none that stands among other odd ones."""
        found = ((index, self._strange[self.runs[index]]) for index in self.odd)
        return [(index, word) for index, word in found if word and not self.is_among_odd(index)]

    def _is_good(self, run: str) -> bool:
        core = run.strip(PUNCTUATION)
        if core.isalpha() or not core:
            if core[1:].islower() or len(core) < 2:
                return not core or core.isupper() or self.is_common(fold(core, self.language))
            return core.isupper() and len(core) <= _ACRONYM
        parts = (match[1] for match in (_SUFFIXED if self.language == "tr" else _PLAIN_PART).finditer(run))
        return not _MIXED.search(run) and all(
            (part.isupper() and len(part) <= _ACRONYM) or self.is_common(fold(part, self.language)) for part in parts
        )

    def is_common(self, word: str) -> bool:
        """Whether a lower-case word is so frequent that it raises no question by itself."""
        if len(word) < 2:
            return word in self.letters
        if word in self.words("suffix"):
            return False
        entry = self.lexicon.get(word)
        if len(word) < 5:
            if entry.zipf < (COMMON_CURATED if entry.curated else COMMON_SHORT):
                return False
            return entry.zipf >= 5.0 or not misread_short(self.lexicon, word)
        if entry.curated:
            return entry.zipf >= 1.5 or self.lexicon.is_small
        return entry.zipf >= (COMMON_OUTSIDE if self.lexicon.has_dictionary else COMMON)

    def apart(self, *words: str) -> float:
        """The Zipf value of lower-case words side by side by chance: P(w) = 10^(Zipf - 9) each.

        A word that no list has counts as a rare one, for names are never all listed.
        """
        return sum(max(_RARE, self.lexicon.zipf(word)) for word in words) - 9.0 * (len(words) - 1)

    @cached_property
    def letters(self) -> frozenset[str]:
        """The words of one letter."""
        return self.words("letter")

    @cached_property
    def first_words(self) -> tuple[str, ...]:
        """Function words that may be run together with the word behind them."""
        return (*self.words("glue"), *self.words("first"))

    @cached_property
    def last_words(self) -> tuple[str, ...]:
        """Function words that may be run together with the word before them."""
        return (*self.words("glue"), *self.words("last"))

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
            return Token(run, fold(run, self.language), start, start + len(run), True, False, False)
        at, end = 0, len(run)
        while at < end and not run[at].isalnum():
            at += 1
        while end > at and not run[end - 1].isalnum():
            end -= 1
        text = run[at:end]
        low = fold(text, self.language)
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
        return frozenset(_PART.findall(fold(self.text, self.language)))

    @cached_property
    def is_archaic(self) -> bool:
        """Whether the text is spelled as before about 1700 (olde, againe, hee): then a strange word is no damage."""
        older = sum(self._is_older_spelling(self.token(index).low) for index in self.odd)
        return older >= max(2, 0.01 * len(self.runs))

    def _is_older_spelling(self, word: str) -> bool:
        if len(word) < 3 or self.lexicon.zipf(word) >= 4.0:
            return False
        modern = [word.replace("y", "i"), word.replace("v", "u"), word.replace("u", "v")]
        if word[-1] == "e":
            modern += [word[:-1], word[:-1].replace("y", "i"), f"{word[:-2]}y"]
        return any(self.lexicon.zipf(form) >= 4.5 for form in modern if form != word)

    @cached_property
    def speaks_code(self) -> bool:
        """Whether code stands in the text: then a strange word is as well an identifier (`helpDialog`, `atheris`)."""
        if "`" in self.text and _CODE.search(self.text):
            return True
        names: set[str] = set()
        for match in (m for sign, pattern in _NAMES.items() if sign in self.text for m in pattern.finditer(self.text)):
            names.add(self.text[max(0, match.start() - _BESIDE) : match.end() + _BESIDE])
            if len(names) == _IDENTIFIERS:
                return True
        return False

    @cached_property
    def rivals(self) -> tuple[Lexicon | None, ...]:
        """Lexicons of the languages that the text may as well be in, if nobody states its language; None: there is no list."""
        if self.document.stated_language:
            return ()
        return tuple(map(open_lexicon, rivals(self.text, self.language)))

    def is_foreign(self, word: str) -> bool:
        """Whether a word is a usual English one in a text of another language: quoted, not damaged."""
        if self.language == "en":
            return False
        english = open_lexicon("en")
        return english is not None and english.zipf(word) >= 3.0

    def is_function_word(self, word: str) -> bool:
        """Whether some language has this among its most frequent words: short ones are so in many."""
        return word in function_words()

    def words(self, tag: str) -> frozenset[str]:
        """The words of the rule's lexicon for the document's language that bear this tag."""
        return self._by_tag.get(tag, frozenset())

    @cached_property
    def _by_tag(self) -> Mapping[str, frozenset[str]]:
        key = self.rule.path, self.language
        if key not in _tagged:
            _tagged[key] = _by_tag(self.rule.lexicon(self.language, "words"))
        return _tagged[key]


_tagged: dict[tuple[Path, str], Mapping[str, frozenset[str]]] = {}


def _by_tag(words: WordClasses) -> Mapping[str, frozenset[str]]:
    tagged: dict[str, set[str]] = {}
    for entry in words:
        for tag in entry.tag.split(","):
            tagged.setdefault(tag, set()).add(entry.term)
    return {tag: frozenset(terms) for tag, terms in tagged.items()}


def fold(text: str, language: str) -> str:
    """The form of a word that the lexicon has: lower case, and the spelling that wordfreq unifies to."""
    if language == "tr":
        text = text.replace("İ", "i").replace("I", "ı")
    text = lower(text)
    if language == "de":
        return text.replace("ß", "ss")
    return text.replace("ş", "ș").replace("ţ", "ț") if language == "ro" else text
