"""Templates of lines: the small pattern language of the lists, its parser, and what a parsed template tells.

A template is words with groups and slots: `share (on|via) {network}`, `leave a comment [below]`. `(a|b)` is one of,
`[a|b]` at most one of; groups nest. Slots: `{n}` a number, `{year}` a year or a span of years, `{network}` a social
network, `{name}` some words that look like a name, `{any}` some words or none, `{rest}` whatever follows.
Punctuation other than `:` and `©` is not compared, nor are case, accents and width.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from corpuslint.checkers.boilerplate.tokens import tokenize, words_of
from corpuslint.lazy import regex


class Choice(NamedTuple):
    """Alternatives, by their first literal token where they have one."""

    literal: Mapping[str, tuple[Template, ...]]
    other: tuple[Template, ...]


Template = tuple["str | Choice", ...]

PIECE = regex(r"\{\w+\}|[()\[\]|]|[^\s()\[\]|{}]+")
SLOTS = frozenset({"{n}", "{year}", "{network}", "{name}", "{any}", "{rest}"})
WORD_SLOTS = frozenset({"{name}", "{any}", "{rest}"})


@cache
def parse(source: str) -> Template:
    """Raises ValueError for a group that is not closed or a slot that is none."""
    pieces = PIECE.findall(source)
    template, end = _sequence(pieces, 0)
    if end != len(pieces):
        raise ValueError(f"template {source!r}: unexpected {pieces[end]!r}")
    return template


def _sequence(pieces: Sequence[str], at: int) -> tuple[Template, int]:
    elements: list[str | Choice] = []
    while at < len(pieces) and pieces[at] not in "|)]":
        piece = pieces[at]
        if piece in "([":
            choice, at = _group(pieces, at)
            elements.append(choice)
            continue
        if piece.startswith("{") and piece not in SLOTS:
            raise ValueError(f"no such slot: {piece}")
        elements += [piece] if piece in SLOTS else spelled(piece)
        at += 1
    return tuple(elements), at


@cache
def spelled(piece: str) -> tuple[str, ...]:
    if piece.isascii() and piece.isalpha():
        return (piece.lower(),)
    return tuple(token for token in words_of(tokenize(piece)).low if token != ",")


def _group(pieces: Sequence[str], at: int) -> tuple[Choice, int]:
    close = {"(": ")", "[": "]"}[pieces[at]]
    branches: list[Template] = [()] if close == "]" else []
    while True:
        branch, at = _sequence(pieces, at + 1)
        if branch or close == "]":
            branches.append(branch)
        else:
            raise ValueError(f"empty alternative in {' '.join(pieces)!r}")
        if at >= len(pieces) or (pieces[at] != "|" and pieces[at] != close):
            raise ValueError(f"group not closed by {close!r} in {' '.join(pieces)!r}")
        if pieces[at] == close:
            return _choice(branches), at + 1


def _choice(branches: Iterable[Template]) -> Choice:
    literal: dict[str, tuple[Template, ...]] = {}
    other: list[Template] = []
    for branch in branches:
        head = branch[0] if branch else None
        if isinstance(head, str) and head not in SLOTS:
            literal[head] = (*literal.get(head, ()), branch[1:])
        else:
            other.append(branch)
    return Choice(literal, tuple(other))


def first_tokens(template: Template) -> frozenset[str]:
    """The tokens and slots that the template can begin with; '' where it can be empty."""
    heads: set[str] = set()
    for element in template:
        found = frozenset({element}) if isinstance(element, str) else _heads(element)
        heads |= found - {""}
        if "" not in found:
            return frozenset(heads)
    return frozenset(heads | {""})


def _heads(choice: Choice) -> frozenset[str]:
    return frozenset(choice.literal).union(*(first_tokens(branch) for branch in choice.other))


def last_spelled(template: Template) -> frozenset[str]:
    """Tokens of which any line that the template covers has one: those of the last element that is spelled out."""
    for element in reversed(template):
        found = frozenset({element}) if isinstance(element, str) else _heads(element)
        if "" not in found and found.isdisjoint(SLOTS):
            return found
    return frozenset()


def spelled_out(template: Template, head: str) -> int:
    """The least number of words, numbers and networks that the template spells out where it begins with the token `head`.

    A colon counts double: a line that has one where the template has it is hardly a sentence.
    """
    ways = [1 + _literals(rest) for rest in after(template, head)] if head not in SLOTS else []
    return min(ways) if ways else _literals(template)


def _literals(template: Template) -> int:
    total = 0
    for element in template:
        if isinstance(element, Choice):
            branches = [1 + _literals(branch) for options in element.literal.values() for branch in options]
            total += min([*branches, *map(_literals, element.other)])
        elif element not in WORD_SLOTS:
            total += 1 + (element == ":")
    return total


def after(template: Template, head: str) -> Iterator[Template]:
    """What is left of the template once its first token is `head`, in every way that can be."""
    if not template:
        return
    element, rest = template[0], template[1:]
    if isinstance(element, str):
        if element == head:
            yield rest
        return
    for branch in element.literal.get(head, ()):
        yield branch + rest
    for branch in element.other:
        yield from after(branch + rest, head)
