"""One automaton for all scanned lexicons of all rules, so that a text is read once however many rules there are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from corpuslint.document import lower

if TYPE_CHECKING:
    from corpuslint.rule import Rule


class Hit(NamedTuple):
    """A lexicon entry found as whole words: span in the text, the entry, its tag, lexicon and language."""

    start: int
    end: int
    term: str
    tag: str
    lexicon: str
    language: str


class _Source(NamedTuple):
    rule: str
    tag: str
    lexicon: str
    language: str
    open_start: bool
    open_end: bool


# Scripts that put no space between words: an edge there is no word boundary to look for.
_UNSPACED_FROM = "\u0e00"
_UNSPACED = ((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x2E80, 0x30FF), (0x3400, 0x9FFF), (0xF900, 0xFAFF))


_SURROGATE = re.compile("[\ud800-\udfff]")


class Scanner:
    """Finds the scanned lexicons of the given rules; built once per process, never pickled.

    An entry is found as whole words; a `*` at either edge of it stands for the rest of a word (inflection,
    compounds): `казин*`, `*카지노`. A hit's span is that of the entry without the star.
    """

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._sources: dict[str, list[_Source]] = defaultdict(list)
        for rule in rules:
            for (name, language), lexicon in rule.scanned_lexicons():
                for entry in lexicon:
                    term = lower(entry.term)
                    source = _Source(rule.id, entry.tag, name, language, term.startswith("*"), term.endswith("*"))
                    self._sources[term.strip("*")].append(source)

    @cached_property
    def _terms(self) -> list[str]:
        return list(self._sources)

    @cached_property
    def _automaton(self) -> object:
        from ahocorasick_rs import AhoCorasick

        return AhoCorasick(self._terms)

    def scan(self, lowered: str) -> Mapping[str, tuple[Hit, ...]]:
        """Hits by rule id, sorted by start then end; `lowered` is the text in lower case, of the same length."""
        if not self._sources:
            return {}
        found: dict[str, list[Hit]] = defaultdict(list)
        matches = self._automaton.find_matches_as_indexes(without_surrogates(lowered), overlapping=True)  # type: ignore[attr-defined]
        for index, start, end in matches:
            starts, ends = _is_boundary(lowered, start), _is_boundary(lowered, end)
            term = self._terms[index]
            for source in self._sources[term]:
                if (starts or source.open_start) and (ends or source.open_end):
                    found[source.rule].append(Hit(start, end, term, source.tag, source.lexicon, source.language))
        return {rule: tuple(sorted(hits)) for rule, hits in found.items()}


def without_surrogates(text: str) -> str:
    """The text with U+FFFD for each lone surrogate, which no UTF-8 can carry to a library; the length is kept."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", text)
    return text


def _is_boundary(text: str, at: int) -> bool:
    if at == 0 or at == len(text):
        return True
    before, after = text[at - 1], text[at]
    if not (before.isalnum() and after.isalnum()):
        return True
    return max(before, after) >= _UNSPACED_FROM and (_is_unspaced(before) or _is_unspaced(after))


def _is_unspaced(char: str) -> bool:
    point = ord(char)
    return point >= 0x0E00 and any(low <= point <= high for low, high in _UNSPACED)
