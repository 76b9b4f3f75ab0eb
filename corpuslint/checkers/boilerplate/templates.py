"""Templates of page residue: the small pattern language of the lexicons, its parser and its matcher.

A template is words with groups and slots: `share (on|via) {network}`, `leave a comment [below]`. `(a|b)` is one of,
`[a|b]` at most one of; groups nest. Slots: `{n}` a number, `{year}` a year or a span of years, `{network}` a social
network, `{name}` one to six words that look like a name, `{any}` up to eight words, `{rest}` whatever follows.
Punctuation other than `:` and `©` is not compared, nor are case, accents and width.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from corpuslint.checkers.boilerplate.tokens import SEPARATORS, Line, skip_marks, tokenize, words_of
from corpuslint.lazy import regex

NAME_WORDS = 6
ANY_WORDS = 8
_LETTERWISE_FACTOR = 3
"""How much longer the two may be in scripts whose characters are tokens of their own."""
_YEAR = regex(r"(?:1[89]|2[01])\d\d|[१२][०-९]{3}|[۱۲][۰-۹]{3}|[١٢][٠-٩]{3}")
# The words in a name that take no capital: 'Friends of the Earth', 'Banco do Brasil', 'Haus und Grund'.
_SMALL_WORDS = frozenset((
    "a", "al", "and", "at", "da", "das", "de", "del", "della", "den", "der", "des", "di", "die", "do", "dos",
    "du", "e", "el", "en", "et", "for", "i", "il", "in", "la", "las", "le", "les", "los", "na", "of", "on", "og",
    "och", "or", "para", "pour", "the", "to", "und", "van", "von", "w", "y", "z", "и", "в", "на"
))


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


class Networks(NamedTuple):
    """Names of social networks, as tokens by the first of them: JSON values."""

    by_head: Mapping[str, Sequence[Sequence[str]]]

    @classmethod
    def of(cls, names: Iterable[str]) -> Networks:
        heads: dict[str, list[list[str]]] = {}
        for name in names:
            tokens = list(words_of(tokenize(name)).low)
            heads.setdefault(tokens[0], []).append(tokens)
        return cls(heads)

    def ends(self, low: Sequence[str], at: int) -> Iterator[int]:
        for tokens in self.by_head.get(low[at], ()):
            if low[at : at + len(tokens)] == tokens:
                yield at + len(tokens)


def ends(template: Template, line: Line, starts: set[int], networks: Networks, *, closed: bool = False) -> set[int]:
    """Where the template can end when it begins at one of `starts`: a simulation of all paths, so never exponential.

    `closed`: without slots of words, for a template that is followed by others in the same line.
    """
    for element in template:
        if isinstance(element, Choice):
            starts = _choice_ends(element, line, starts, networks, closed)
        elif element in WORD_SLOTS and closed:
            starts = starts if element == "{rest}" else set()
        elif element in SLOTS:
            starts = {end for at in starts for end in _slot_ends(element, line, at, networks)}
        else:
            starts = {at + 1 for at in (skip_marks(line.low, at, element) for at in starts) if at < len(line.low) and line.low[at] == element}
        if not starts:
            break
    return starts


def _choice_ends(choice: Choice, line: Line, starts: set[int], networks: Networks, closed: bool) -> set[int]:
    found: set[int] = set()
    for at in starts:
        after = skip_marks(line.low, at, ":") if ":" in choice.literal else skip_marks(line.low, at)
        if after < len(line.low):
            for branch in choice.literal.get(line.low[after], ()):
                found |= ends(branch, line, {after + 1}, networks, closed=closed)
    for branch in choice.other:
        found |= ends(branch, line, starts, networks, closed=closed)
    return found


def _slot_ends(slot: str, line: Line, at: int, networks: Networks) -> Iterator[int]:
    low = line.low
    if slot == "{rest}":
        yield len(low)
        return
    if slot == "{any}":
        yield at
    at = skip_marks(low, at)
    if at >= len(low):
        return
    if slot == "{n}":
        if low[at][0].isdecimal() or (low[at][-1:] in ("k", "m") and low[at][:-1].isdecimal()):
            yield at + 1
    elif slot == "{year}":
        yield from _year_ends(low, at)
    elif slot == "{network}":
        yield from networks.ends(low, at)
    else:
        yield from _run_ends(slot, line, at)


def _year_ends(low: Sequence[str], at: int) -> Iterator[int]:
    """After a year, and after the second one of a span ('2010–2020', '2010, 2012')."""
    while at < len(low) and _YEAR.fullmatch(low[at]):
        yield at + 1
        at += 1
        while at < len(low) and (low[at] in SEPARATORS or low[at] == ","):
            at += 1


def _run_ends(slot: str, line: Line, at: int) -> Iterator[int]:
    limit = NAME_WORDS if slot == "{name}" else ANY_WORDS
    if line.low[at] >= "\u0e00":
        limit *= _LETTERWISE_FACTOR
    for i in range(at, min(at + limit, len(line.low))):
        if line.low[i] in SEPARATORS or (slot == "{name}" and not _is_name_word(line.raw[i], line.low[i])):
            return
        if slot == "{any}" or line.low[i] not in _SMALL_WORDS:
            yield i + 1


def _is_name_word(raw: str, low: str) -> bool:
    return raw != low or raw[0].isdigit() or raw.upper() == raw or low in _SMALL_WORDS


@cache
def literals(source: str, head: str) -> int:
    """The least number of words, numbers and networks that the template spells out where it begins with `head`.

    A colon counts double: a line that has one where the template has it is hardly a sentence.
    """
    ways = [1 + _literals(rest) for rest in after(parse(source), head)]
    return min(ways) if ways else _literals(parse(source))


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
