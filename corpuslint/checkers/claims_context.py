"""The lexicons of one language as look-ups, and the words around a place with their classes."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from corpuslint.lazy import regex
from corpuslint.rule import Lexicon, Rule, read_lexicon

Classes = frozenset[str]
NONE: Classes = frozenset()
UNSPACED = frozenset({"ja", "th", "zh"})
"""Languages without spaces between words: their entries are found as strings, and nothing is parsed."""

_TOKEN = regex(r"[^\W_]+(?:['’ʼ-][^\W_]+)*|%")
_CLAUSE_END = regex(r"[.;:!?()\[\]\"“”„«»…]|--|[—–]|\n[ \t\r]*\n")
_COMMAS = frozenset(",，、،")
_SHORTEST_STEM = 2


class Token(NamedTuple):
    """A lower-cased word with its place, its classes, and whether a comma stands before it."""

    text: str
    start: int
    end: int
    classes: Classes
    comma: bool


class Cue(NamedTuple):
    """An entry of the context lexicon found in a sentence."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Context:
    """`rules/lexicons/<rule>.context.<language>.txt`, by word, by stem (`*`) and by the first two words of a phrase."""

    language: str
    words: Mapping[str, Classes]
    stems: Mapping[str, Classes]
    phrases: Mapping[tuple[str, str], Sequence[tuple[list[str], Classes]]]
    known: Classes

    def classes(self, word: str) -> Classes:
        """All classes of a lower-cased word; those of the longest stem where the word itself has none."""
        if found := self.words.get(word):
            return found
        if self.stems:
            for length in range(len(word), _SHORTEST_STEM - 1, -1):
                if found := self.stems.get(word[:length]):
                    return found
        return NONE

    def terms(self, name: str) -> list[str]:
        """The words and stems of a class."""
        return [term for table in (self.words, self.stems) for term, classes in table.items() if name in classes]

    def tokens(self, lower: str, start: int, end: int) -> Iterator[Token]:
        """The words of a stretch, whatever stands between them."""
        before = start
        for match in _TOKEN.finditer(lower, start, end):
            first, last = match.span()
            word = match[0] if "’" not in match[0] else match[0].replace("’", "'")
            gap = lower[before:first]
            comma = gap != " " and not _COMMAS.isdisjoint(gap)
            yield Token(word, first, last, self.classes(word), comma)
            before = last

    def following(self, lower: str, at: int, limit: int = 150) -> list[Token]:
        """The words behind a place, up to the end of its clause."""
        stop = _CLAUSE_END.search(lower, at, at + limit)
        return list(self.tokens(lower, at, stop.start() if stop else min(len(lower), at + limit)))

    def preceding(self, lower: str, at: int, limit: int = 50) -> list[Token]:
        """The words before a place, from the beginning of its clause."""
        left = max(0, at - limit)
        for stop in _CLAUSE_END.finditer(lower, left, at):
            left = stop.end()
        return list(self.tokens(lower, left, at))

    def cues(self, lower: str, start: int, end: int) -> Mapping[str, list[Cue]]:
        """Every entry found between two places, by class and in order."""
        found: dict[str, list[Cue]] = defaultdict(list)
        if self.language in UNSPACED:
            return self._strings(lower, start, end, found)
        tokens = list(self.tokens(lower, start, end))
        texts = [token.text for token in tokens]
        for token in tokens:
            for name in token.classes:
                found[name].append(Cue(token.start, token.end, token.text))
        for i, pair in enumerate(itertools.pairwise(texts)):
            for words, names in self.phrases.get(pair, ()):
                last = i + len(words)
                if texts[i:last] == words:
                    for name in names:
                        found[name].append(Cue(tokens[i].start, tokens[last - 1].end, " ".join(words)))
        return found

    def _strings(self, lower: str, start: int, end: int, found: dict[str, list[Cue]]) -> Mapping[str, list[Cue]]:
        """The same without spaces: entries as strings, where no longer entry holds them."""
        cues: list[Cue] = []
        for term in self.words:
            at = lower.find(term, start, end)
            while at >= 0:
                cues.append(Cue(at, at + len(term), term))
                at = lower.find(term, at + len(term), end)
        last = start
        for cue in sorted(cues, key=lambda cue: (cue.start, -cue.end)):
            if cue.end > last:
                last = cue.end
                for name in self.words[cue.text]:
                    found[name].append(cue)
        return found


def context(rule: Rule, language: str) -> Context:
    """The context lexicon of a rule in a language, read once."""
    return _context(rule.path, language)


@cache
def _context(path: Path, language: str) -> Context:
    file = path.parent / "lexicons" / f"{path.stem}.context.{language}.txt"
    return _index(read_lexicon(file) if file.is_file() else (), language)


def _index(lexicon: Lexicon, language: str) -> Context:
    words: dict[str, Classes] = {}
    stems: dict[str, Classes] = {}
    phrases: dict[tuple[str, str], list[tuple[list[str], Classes]]] = defaultdict(list)
    for entry in lexicon:
        classes = frozenset(entry.tag.split(", "))
        if entry.term.endswith("*"):
            stems[entry.term[:-1]] = classes
        elif " " in entry.term:
            parts = entry.term.split(" ")
            phrases[parts[0], parts[1]].append((parts, classes))
        else:
            words[entry.term] = classes
    return Context(language, words, stems, phrases, frozenset().union(*words.values(), *stems.values()))
