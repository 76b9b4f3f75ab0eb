"""Where a template can end in a line: all paths at once, so that no template takes exponential time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from corpuslint.checkers.boilerplate.templates import SLOTS, WORD_SLOTS, Choice, Template
from corpuslint.checkers.boilerplate.tokens import SEPARATORS, Tokens, skip_marks, tokenize, words_of
from corpuslint.checkers.boilerplate.weights import WEIGHTS
from corpuslint.lazy import regex
from corpuslint.text.characters import FIRST_UNSPACED

_YEAR = regex(r"(?:1[89]|2[01])\d\d|[१२][०-९]{3}|[۱۲][۰-۹]{3}|[١٢][٠-٩]{3}")
# The words in a name that take no capital: 'Friends of the Earth', 'Banco do Brasil', 'Haus und Grund'.
_SMALL_WORDS = frozenset((
    "a", "al", "and", "at", "da", "das", "de", "del", "della", "den", "der", "des", "di", "die", "do", "dos",
    "du", "e", "el", "en", "et", "for", "i", "il", "in", "la", "las", "le", "les", "los", "na", "of", "on", "og",
    "och", "or", "para", "pour", "the", "to", "und", "van", "von", "w", "y", "z", "и", "в", "на"
))


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

    def end(self, low: Sequence[str], at: int) -> int:
        """Where the longest name ends that begins at a token; 0 where none does."""
        return max(self.ends(low, at), default=0) if low[at] in self.by_head else 0


def ends(template: Template, tokens: Tokens, starts: set[int], networks: Networks, *, closed: bool = False) -> set[int]:
    """Where the template can end when it begins at one of `starts`.

    `closed`: without slots of words, for a template that is followed by others in the same line.
    """
    for element in template:
        if isinstance(element, Choice):
            starts = _choice_ends(element, tokens, starts, networks, closed)
        elif element in SLOTS:
            starts = _slots_ends(element, tokens, starts, networks, closed)
        else:
            starts = _token_ends(element, tokens.low, starts)
        if not starts:
            break
    return starts


def _token_ends(token: str, low: Sequence[str], starts: set[int]) -> set[int]:
    return {at + 1 for at in (skip_marks(low, at, token) for at in starts) if at < len(low) and low[at] == token}


def _choice_ends(choice: Choice, tokens: Tokens, starts: set[int], networks: Networks, closed: bool) -> set[int]:
    found: set[int] = set()
    for at in starts:
        after = skip_marks(tokens.low, at, ":") if ":" in choice.literal else skip_marks(tokens.low, at)
        if after < len(tokens.low):
            for branch in choice.literal.get(tokens.low[after], ()):
                found |= ends(branch, tokens, {after + 1}, networks, closed=closed)
    for branch in choice.other:
        found |= ends(branch, tokens, starts, networks, closed=closed)
    return found


def _slots_ends(slot: str, tokens: Tokens, starts: set[int], networks: Networks, closed: bool) -> set[int]:
    if closed and slot in WORD_SLOTS:
        return starts if slot == "{rest}" else set()
    return {end for at in starts for end in _slot_ends(slot, tokens, at, networks)}


def _slot_ends(slot: str, tokens: Tokens, at: int, networks: Networks) -> Iterator[int]:
    low = tokens.low
    if slot == "{rest}":
        yield len(low)
        return
    if slot == "{any}":
        yield at
    at = skip_marks(low, at)
    if at >= len(low):
        return
    if slot == "{n}":
        if low[at][0].isdecimal():
            yield at + 1
    elif slot == "{year}":
        yield from _year_ends(low, at)
    elif slot == "{network}":
        yield from networks.ends(low, at)
    else:
        yield from _words_ends(slot, tokens, at)


def _year_ends(low: Sequence[str], at: int) -> Iterator[int]:
    """After a year, and after the second one of a span ('2010–2020', '2010, 2012')."""
    while at < len(low) and _YEAR.fullmatch(low[at]):
        yield at + 1
        at += 1
        while at < len(low) and (low[at] in SEPARATORS or low[at] == ","):
            at += 1


def _words_ends(slot: str, tokens: Tokens, at: int) -> Iterator[int]:
    """After each of the words that the slot takes; it ends with none that takes no capital."""
    limit = WEIGHTS.name_words if slot == "{name}" else WEIGHTS.any_words
    if tokens.low[at] >= FIRST_UNSPACED:
        limit *= WEIGHTS.letterwise
    for i in range(at, min(at + limit, len(tokens.low))):
        if tokens.low[i] in SEPARATORS or (slot == "{name}" and not _is_name_word(tokens.raw[i], tokens.low[i])):
            return
        if slot == "{any}" or tokens.low[i] not in _SMALL_WORDS:
            yield i + 1


def _is_name_word(raw: str, low: str) -> bool:
    return raw != low or raw[0].isdigit() or raw.upper() == raw or low in _SMALL_WORDS
