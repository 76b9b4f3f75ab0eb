"""The templates of one language, found by their first two words, so that a line is compared with few of thousands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple

from corpuslint.checkers.boilerplate.templates import (
    PIECE,
    SLOTS,
    WORD_SLOTS,
    Template,
    after,
    first_tokens,
    last_spelled,
    parse,
    spelled,
)
from corpuslint.lazy import regex
from corpuslint.rule import Entry


class Weight(IntEnum):
    """Where a label counts as residue; the lexicons' tags, in lower case after the kind ('' for SURE)."""

    TOPIC = 1
    """The name of a section ('Sports'): only in a row of such, at an edge of the document."""
    RUN = 2
    """A word that can as well be a heading ('Comments'): only beside others, or as the very first or last line."""
    EDGE = 3
    """A button or a menu word ('Share'): outside the text proper, or in a run."""
    SURE = 4
    """Nothing else says this: anywhere, if it is the whole line."""


_WEIGHTS = {"": Weight.SURE, "edge": Weight.EDGE, "run": Weight.RUN, "topic": Weight.TOPIC}


class Label(NamedTuple):
    kind: str
    weight: Weight


class Pattern(NamedTuple):
    """A lexicon entry made ready; `spelled` are the words of which a line must have one, where all it begins with is had."""

    source: str
    template: Template
    label: Label
    is_open: bool
    spelled: frozenset[str]

    @classmethod
    def of(cls, entry: Entry) -> Pattern:
        kind, _, weight = entry.tag.partition(" ")
        template = parse(entry.term)
        return cls(entry.term, template, Label(kind, _WEIGHTS[weight]), entry.term.endswith("{rest}"), last_spelled(template))

    @property
    def is_grouped(self) -> bool:
        return "(" in self.source or "[" in self.source


_UNBOUND = WORD_SLOTS | {":"}
"""After these a second token cannot be told; a colon is optional in the line."""


@dataclass(frozen=True)
class Table:
    """The templates of one language by their first token; those that begin with a slot of words stand under ''."""

    by_head: Mapping[str, Sequence[Sequence[str]]]
    """The fields of each entry."""
    _by_second: dict[str, Mapping[str, tuple[Pattern, ...]]] = field(default_factory=dict)

    def seconds(self, head: str) -> Mapping[str, Sequence[Pattern]]:
        """Templates that can begin with `head` by the token that they go on with: '' where they can end, '*' where any may."""
        if head not in self.by_head:
            return {}
        if head not in self._by_second:
            self._by_second[head] = _index_seconds(head, self.by_head[head])
        return self._by_second[head]


def _index_seconds(head: str, entries: Iterable[Sequence[str]]) -> Mapping[str, tuple[Pattern, ...]]:
    index: dict[str, list[Pattern]] = {}
    for pattern in map(Pattern.of, map(Entry._make, entries)):
        seconds = {second for rest in after(pattern.template, head) for second in first_tokens(rest)}
        for key in {"*"} if head == "" or seconds & _UNBOUND else seconds:
            index.setdefault(key, []).append(pattern)
    return {key: tuple(found) for key, found in index.items()}


def by_head(lexicon: Iterable[Entry]) -> dict[str, list[Entry]]:
    """The entries by each token that a line of theirs can begin with."""
    heads: dict[str, list[Entry]] = {}
    for entry in lexicon:
        for head in {"" if head in _UNBOUND else head for head in source_heads(entry.term)}:
            heads.setdefault(head, []).append(entry)
    return heads


_LEADING = regex(r"(?P<open>[(\[])(?P<branches>[^()\[\]]*)[)\]]\s*|(?P<word>[^\s()\[\]|]+)\s*")


def source_heads(source: str) -> frozenset[str]:
    """`first_tokens(parse(source))` without the parsing, which thousands of entries need only once a line begins so."""
    word = source.partition(" ")[0]
    if word.isascii() and word.isalpha():
        return frozenset((word.lower(),))
    heads: set[str] = set()
    at = 0
    while (found := _LEADING.match(source, at)) is not None:
        firsts = [_first_spelled(branch) for branch in (found["branches"] or found["word"]).split("|")]
        if "" in firsts:
            break
        heads.update(firsts)
        at = found.end()
        if found["open"] != "[":
            return frozenset(heads)
    return first_tokens(parse(source))


def _first_spelled(branch: str) -> str:
    word = branch.partition(" ")[0]
    if word.isascii() and word.isalpha():
        return word.lower()
    piece = PIECE.search(branch)
    word = piece[0] if piece else ""
    return word if word in SLOTS else next(iter(spelled(word)), "")
