"""The templates of one language, found by their first two words, so that a line is compared with few of thousands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from corpuslint.checkers.residue_templates import (
    PIECE,
    SLOTS,
    WORD_SLOTS,
    Template,
    after,
    first_tokens,
    parse,
    spelled,
)
from corpuslint.lazy import regex
from corpuslint.rule import Entry


class Pattern(NamedTuple):
    """A lexicon entry: its source, what kind of residue it is, and where it may stand (see `residue_lines.Weight`)."""

    source: str
    kind: str
    weight: str

    @property
    def template(self) -> Template:
        return parse(self.source)

    @property
    def is_grouped(self) -> bool:
        return "(" in self.source or "[" in self.source


_UNBOUND = WORD_SLOTS | {":"}
"""After these a second token cannot be told; a colon is optional in the line."""


@dataclass(frozen=True)
class Table:
    """The templates of one language by their first token; those that begin with a slot of words stand under ''."""

    by_head: Mapping[str, Sequence[Pattern]]
    _by_second: dict[str, Mapping[str, tuple[Pattern, ...]]] = field(default_factory=dict)

    def candidates(self, head: str, seconds: Iterable[str]) -> Iterator[Pattern]:
        """Templates that can begin with `head` and go on with one of `seconds` ('' where they can end after the head)."""
        if head not in self.by_head:
            return
        if head not in self._by_second:
            self._by_second[head] = _index_seconds(head, self.by_head[head])
        index = self._by_second[head]
        for second in (*seconds, "*"):
            yield from index.get(second, ())


def _index_seconds(head: str, patterns: Iterable[Pattern]) -> Mapping[str, tuple[Pattern, ...]]:
    index: dict[str, list[Pattern]] = {}
    for pattern in patterns:
        seconds = {second for rest in after(pattern.template, head) for second in first_tokens(rest)}
        for key in {"*"} if head == "" or seconds & _UNBOUND else seconds:
            index.setdefault(key, []).append(pattern)
    return {key: tuple(found) for key, found in index.items()}


def compile_table(lexicon: Iterable[Entry]) -> Table:
    heads: dict[str, list[Pattern]] = {}
    for term, tag in lexicon:
        kind, _, weight = tag.partition(" ")
        pattern = Pattern(term, kind, weight)
        for head in {"" if head in _UNBOUND else head for head in source_heads(term)}:
            heads.setdefault(head, []).append(pattern)
    return Table(heads)


_LEADING = regex(r"(?P<open>[(\[])(?P<branches>[^()\[\]]*)[)\]]\s*|(?P<word>[^\s()\[\]|]+)\s*")


def source_heads(source: str) -> frozenset[str]:
    """`first_tokens(parse(source))` without the parsing, which thousands of entries need only once a line begins so."""
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


@cache
def _first_spelled(branch: str) -> str:
    piece = PIECE.search(branch)
    word = piece[0] if piece else ""
    return word if word in SLOTS else next(iter(spelled(word)), "")
