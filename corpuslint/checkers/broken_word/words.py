"""What is known of the words of a language: how frequent they are, and their classes in the rule's word list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from corpuslint.checkers.broken_word.channel import misread_short
from corpuslint.checkers.broken_word.weights import WEIGHTS
from corpuslint.data import WordLists
from corpuslint.rule import Rule
from corpuslint.text.characters import lower
from corpuslint.text.frequencies import Entry, Lexicon, open_lexicon
from corpuslint.text.language import function_words
from corpuslint.text.languages import traits

ONE = 9.0
"""The Zipf value of a word that is all of a text: P(w) = 10^(Zipf - ONE)."""


@dataclass(frozen=True)
class Words:
    """The words of one language; all arguments are in the form that `normal` gives."""

    rule: Rule
    lexicon: Lexicon
    language: str

    @property
    def key(self) -> tuple[WordLists, str]:
        """What the answers for a word depend on."""
        return self.rule.lists, self.language

    @cached_property
    def zipf(self) -> Callable[[str], float]:
        return self.lexicon.zipf

    @cached_property
    def get(self) -> Callable[[str], Entry]:
        return self.lexicon.get

    def normal(self, text: str) -> str:
        return normal(text, self.language)

    def is_common(self, word: str) -> bool:
        """Whether a word is so frequent that it raises no question by itself."""
        if len(word) < 2:
            return word in self.letters
        if word in self.tagged("suffix"):
            return False
        entry = self.get(word)
        if len(word) <= WEIGHTS.short:
            if entry.zipf < (WEIGHTS.common_short_curated if entry.curated else WEIGHTS.common_short):
                return False
            return entry.zipf >= WEIGHTS.common_surely or not misread_short(self.lexicon, word)
        if entry.curated:
            return entry.zipf >= WEIGHTS.common_curated or self.lexicon.is_small
        return entry.zipf >= (WEIGHTS.common_outside if self.lexicon.has_dictionary else WEIGHTS.common)

    def is_foreign(self, word: str) -> bool:
        """Whether a word is a usual English one in a text of another language: quoted, not damaged."""
        if self.language == "en":
            return False
        english = open_lexicon("en")
        return english is not None and english.zipf(word) >= WEIGHTS.frequent

    def is_older_spelling(self, word: str) -> bool:
        """Whether a word is spelled as before about 1700 (olde, againe, hee)."""
        if len(word) < 3 or self.zipf(word) >= WEIGHTS.older_rare:
            return False
        modern = [word.replace("y", "i"), word.replace("v", "u"), word.replace("u", "v")]
        if word[-1] == "e":
            modern += [word[:-1], word[:-1].replace("y", "i"), f"{word[:-2]}y"]
        return any(self.zipf(form) >= WEIGHTS.older_modern for form in modern if form != word)

    def is_function_word(self, word: str) -> bool:
        """Whether some language has this among its most frequent words: short ones are so in many."""
        return word in function_words()

    def apart(self, *words: str) -> float:
        """The Zipf value of words side by side by chance."""
        return sum(max(WEIGHTS.unlisted, self.zipf(word)) for word in words) - ONE * (len(words) - 1)

    def tagged(self, tag: str) -> frozenset[str]:
        """The words of the rule's lexicon for the language that bear this tag."""
        return self._by_tag.get(tag, frozenset())

    @cached_property
    def letters(self) -> frozenset[str]:
        """The words of one letter."""
        return self.tagged("letter")

    @cached_property
    def first_words(self) -> tuple[str, ...]:
        """Function words that may be run together with the word behind them."""
        return (*self.tagged("glue"), *self.tagged("first"))

    @cached_property
    def last_words(self) -> tuple[str, ...]:
        """Function words that may be run together with the word before them."""
        return (*self.tagged("glue"), *self.tagged("last"))

    @cached_property
    def _by_tag(self) -> Mapping[str, frozenset[str]]:
        return _by_tag(*self.key)


@cache
def _by_tag(lists: WordLists, language: str) -> Mapping[str, frozenset[str]]:
    tagged: dict[str, set[str]] = {}
    for entry in lists.entries("words", language):
        for tag in entry.tag.split(","):
            tagged.setdefault(tag, set()).add(entry.term)
    return {tag: frozenset(terms) for tag, terms in tagged.items()}


def normal(text: str, language: str) -> str:
    """The form of a word that the lexicon has: lower case, and the spelling that wordfreq unifies to."""
    own = traits(language)
    if own.dotless_i:
        text = text.replace("İ", "i").replace("I", "ı")
    text = lower(text)
    for letter, unified in own.spelling.items():
        text = text.replace(letter, unified)
    return text
