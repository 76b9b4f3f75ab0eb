"""The lexicons of one language as look-ups, and the words around a place with their classes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from corpuslint.data import Lexicon, WordLists
from corpuslint.lazy import regex
from corpuslint.text.languages import traits
from corpuslint.text.spans import outermost

Classes = frozenset[str]
NONE: Classes = frozenset()

MAX_CLAUSE = 150
"""Code points of a clause behind a place that are read; no set needs more."""
MAX_BEFORE = 50
"""The same before a place."""
MAX_WORD = 24
"""Code points of a word that is looked at alone before a hit; a longer one is in no list."""

_TOKEN = regex(r"[^\W_]+(?:['’ʼ-][^\W_]+)*|%")
# One set of characters and then what must be true of each, which `re` searches many times faster than alternatives.
_CLAUSE_END = regex(r"[.;:!?()\[\]\"“”„«»…—–\n-](?:(?<![\n-])|(?<=-)-|(?<=\n)[ \t\r]*\n)")
_COMMAS = frozenset(",，、،")
_SHORTEST_STEM = 2
_PHRASE_GOES_ON = frozenset({"adj", "conj", "most"})


class TaggedWord(NamedTuple):
    """A lower-cased word or entry with its place, its classes, and whether a comma stands before it (of a word alone)."""

    text: str
    start: int
    end: int
    classes: Classes
    comma: bool


@dataclass(frozen=True)
class Context:
    """`rules/<rule>/context.<language>.txt`, by word, by stem (`*`) and by the first two words of a phrase.

    `lengths` are those of the stems with the same first letters, longest first.
    """

    language: str
    words: Mapping[str, Classes]
    stems: Mapping[str, Classes]
    lengths: Mapping[str, Sequence[int]]
    phrases: Mapping[str, Mapping[str, Sequence[tuple[list[str], Classes]]]]
    known: Classes

    @cached_property
    def is_unspaced(self) -> bool:
        """Whether no spaces stand between words: entries are found as strings, and nothing is parsed."""
        return traits(self.language).spaces == "none"

    def classes(self, word: str) -> Classes:
        """All classes of a lower-cased word; those of the longest stem where the word itself has none."""
        if found := self.words.get(word):
            return found
        for length in self.lengths.get(word[:_SHORTEST_STEM], ()):
            if found := self.stems.get(word[:length]):
                return found
        return NONE

    def terms(self, name: str) -> list[str]:
        """The words and stems of a class."""
        return [term for table in (self.words, self.stems) for term, classes in table.items() if name in classes]

    def tokens(self, lower: str, start: int, end: int, *, phrase: bool = False) -> list[TaggedWord]:
        """The words of a stretch, whatever stands between them; those of its first phrase, and perhaps some more."""
        tokens: list[TaggedWord] = []
        before, words = start, self.words
        for match in _TOKEN.finditer(lower, start, end):
            word = match[0]
            if "’" in word:
                word = word.replace("’", "'")
            first, last = match.span()
            gap = lower[before:first]
            classes = words.get(word) or self.classes(word)
            tokens.append(TaggedWord(word, first, last, classes, gap != " " and not _COMMAS.isdisjoint(gap)))
            if phrase and "stop" in classes and _PHRASE_GOES_ON.isdisjoint(classes):
                break
            before = last
        return tokens

    def following(self, lower: str, at: int, limit: int = MAX_CLAUSE, *, phrase: bool = False) -> list[TaggedWord]:
        """The words behind a place, up to the end of its clause, or up to the word behind its phrase."""
        stop = _CLAUSE_END.search(lower, at, at + limit)
        return self.tokens(lower, at, stop.start() if stop else at + limit, phrase=phrase)

    def preceding(self, lower: str, at: int, limit: int = MAX_BEFORE) -> list[TaggedWord]:
        """The words before a place, from the beginning of its clause."""
        left = max(0, at - limit)
        for stop in _CLAUSE_END.finditer(lower, left, at):
            left = stop.end()
        return self.tokens(lower, left, at)

    def cues(self, lower: str, start: int, end: int) -> Mapping[str, Sequence[TaggedWord]]:
        """Every entry found between two places, by class: words in order, then phrases in order."""
        if self.is_unspaced:
            return self._strings(lower, start, end)
        found: dict[str, list[TaggedWord]] = defaultdict(list)
        matches = list(_TOKEN.finditer(lower, start, end))
        texts = [match[0].replace("’", "'") for match in matches]
        for match, text in zip(matches, texts, strict=True):
            if classes := self.words.get(text) or self.classes(text):
                token = TaggedWord(text, *match.span(), classes, comma=False)
                for name in classes:
                    found[name].append(token)
        for at, text in enumerate(texts[:-1]):
            if text in self.phrases:
                for words, classes in self.phrases[text].get(texts[at + 1], ()):
                    last = at + len(words)
                    if texts[at:last] == words:
                        token = TaggedWord(" ".join(words), matches[at].start(), matches[last - 1].end(), classes, comma=False)
                        for name in classes:
                            found[name].append(token)
        return found

    def _strings(self, lower: str, start: int, end: int) -> Mapping[str, Sequence[TaggedWord]]:
        """The same without spaces: entries as strings, where no longer entry holds them."""
        found: dict[str, list[TaggedWord]] = defaultdict(list)
        cues: list[TaggedWord] = []
        for term, classes in self.words.items():
            at = lower.find(term, start, end)
            while at >= 0:
                cues.append(TaggedWord(term, at, at + len(term), classes, comma=False))
                at = lower.find(term, at + len(term), end)
        for cue in outermost(cues):
            for name in cue.classes:
                found[name].append(cue)
        return found


@cache
def context(lists: WordLists, language: str) -> Context:
    """The context lexicon of a rule in a language, read once."""
    return _index(lists.entries("context", language), language)


def _index(lexicon: Lexicon, language: str) -> Context:
    words: dict[str, Classes] = {}
    stems: dict[str, Classes] = {}
    lengths: dict[str, set[int]] = defaultdict(set)
    phrases: dict[str, dict[str, list[tuple[list[str], Classes]]]] = {}
    tags: dict[str, Classes] = {}
    for term, tag in lexicon:
        classes = tags.get(tag) or tags.setdefault(tag, frozenset(tag.split(", ")))
        if term.endswith("*"):
            stems[term[:-1]] = classes
            lengths[term[:_SHORTEST_STEM]].add(len(term) - 1)
        elif " " in term:
            parts = term.split(" ")
            phrases.setdefault(parts[0], {}).setdefault(parts[1], []).append((parts, classes))
        else:
            words[term] = classes
    longest_first = {first: sorted(found, reverse=True) for first, found in lengths.items()}
    known = NONE.union(*words.values(), *stems.values())
    return Context(language, words, stems, longest_first, phrases, known)
