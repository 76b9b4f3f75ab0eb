"""The templates of one language, found by their first two words, so that a line is compared with few of thousands."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from corpuslint.checkers.boilerplate.labels import Label
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
    spelled_out,
)
from corpuslint.checkers.boilerplate.weights import WEIGHTS
from corpuslint.data import Entry
from corpuslint.lazy import regex

_LONG_KINDS = frozenset({"copyright", "cookie", "legal"})
"""The tail of such a notice may be long, that of a link not."""


class LabelledTemplate(NamedTuple):
    """An entry made ready for the lines that begin with one of its first tokens."""

    template: Template
    label: Label
    is_open: bool
    """Whether anything may follow."""
    is_grouped: bool
    needed: frozenset[str]
    """Tokens of which a line must have one, where all it begins with is had."""
    reach: int
    """Tokens of the longest line that it may cover."""

    @classmethod
    def of(cls, entry: Entry, head: str) -> LabelledTemplate:
        source, template, label = entry.term, parse(entry.term), Label.of_tag(entry.tag)
        is_grouped = "(" in source or "[" in source
        return cls(template, label, source.endswith("{rest}"), is_grouped, last_spelled(template), _reach(source, template, label, head))


def _reach(source: str, template: Template, label: Label, head: str) -> int:
    """What goes on with any words may cover the more of a line the more of it is spelled out."""
    if "{rest}" not in source or (label.kind in _LONG_KINDS and not source.startswith("{")):
        return sys.maxsize
    return WEIGHTS.reach[min(spelled_out(template, head), len(WEIGHTS.reach) - 1)]


_UNBOUND = WORD_SLOTS | {":"}
"""After these a second token cannot be told; a colon is optional in the line."""


@dataclass(frozen=True)
class Lookup:
    """The templates of one language by their first token; those that begin with a slot of words stand under ''."""

    by_head: Mapping[str, Sequence[Sequence[str]]]
    """The fields of each entry."""
    _by_second: dict[str, Mapping[str, tuple[LabelledTemplate, ...]]] = field(default_factory=dict)

    def seconds(self, head: str) -> Mapping[str, Sequence[LabelledTemplate]]:
        """Templates that can begin with `head` by the token that they go on with: '' where they can end, '*' where any may."""
        if head not in self.by_head:
            return {}
        if head not in self._by_second:
            self._by_second[head] = _index_seconds(head, self.by_head[head])
        return self._by_second[head]


def _index_seconds(head: str, entries: Iterable[Sequence[str]]) -> Mapping[str, tuple[LabelledTemplate, ...]]:
    index: dict[str, list[LabelledTemplate]] = {}
    for labelled in (LabelledTemplate.of(entry, head) for entry in map(Entry._make, entries)):
        seconds = {second for rest in after(labelled.template, head) for second in first_tokens(rest)}
        for key in {"*"} if head == "" or seconds & _UNBOUND else seconds:
            index.setdefault(key, []).append(labelled)
    return {key: tuple(found) for key, found in index.items()}


def by_head(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """The entries by each token that a line of theirs can begin with."""
    heads: dict[str, list[Entry]] = {}
    for entry in entries:
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
