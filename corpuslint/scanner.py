"""One automaton for all scanned lexicons of all rules, so that a text is read once however many rules there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from corpuslint.document import lower
from corpuslint.lazy import regex

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


class _Lexicon(NamedTuple):
    """A scanned lexicon; `lines` as they stand in its file, an entry and its tag each."""

    rule: str
    name: str
    language: str
    lines: Sequence[str]


# Scripts that put no space between words: an edge there is no word boundary to look for.
_UNSPACED_FROM = "\u0e00"
_UNSPACED = ((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x2E80, 0x30FF), (0x3400, 0x9FFF), (0xF900, 0xFAFF))


# A letter or sign of another script: not the quotation marks, dashes and bullets of English texts.
_WIDE_LETTER = regex("[\u00a1-\u1fff\u2c00-\ud7ff\uf900-\ufefe\uff01-\uffef\U00010000-\U0003ffff]")
_SURROGATE = regex("[\ud800-\udfff]")


class Scanner:
    """Finds the scanned lexicons of the given rules; built once per process, never pickled, each half when it is needed.

    An entry is found as whole words; a `*` at either edge of it stands for the rest of a word (inflection,
    compounds): `казин*`, `*카지노`. A hit's span is that of the entry without the star.
    """

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._lexicons = [
            _Lexicon(rule.id, name, language, lines)
            for rule in rules for (name, language), lines in rule.scanned_lexicons()
        ]

    @cached_property
    def _plain(self) -> _Automaton:
        return _Automaton(self._lexicons, wide=False)

    @cached_property
    def _wide(self) -> _Automaton:
        """The entries with a letter beyond ASCII, which most English texts do without."""
        return _Automaton(self._lexicons, wide=True)

    def scan(self, lowered: str) -> Mapping[str, tuple[Hit, ...]]:
        """Hits by rule id, sorted by start then end; `lowered` is the text in lower case, of the same length."""
        if not self._lexicons:
            return {}
        found: dict[str, list[Hit]] = defaultdict(list)
        text = without_surrogates(lowered)
        self._plain.scan(text, found)
        if _is_wide(text):
            self._wide.scan(text, found)
        return {rule: tuple(sorted(hits)) for rule, hits in found.items()}


class _Automaton:
    """The entries of all lexicons that are wide, or those that are not."""

    def __init__(self, lexicons: Sequence[_Lexicon], *, wide: bool) -> None:
        from ahocorasick_rs import AhoCorasick, Implementation

        self._lexicons = lexicons
        self._entries: list[str] = []
        """Lower-cased, with their stars."""
        self._places: list[tuple[int, int]] = []
        """The lexicon and line of each entry."""
        for number, lexicon in enumerate(lexicons):
            for at, line in enumerate(map(lower, lexicon.lines)):
                if _is_wide(line) is wide:
                    self._entries.append(line.partition("\t")[0])
                    self._places.append((number, at))
        # The library's own choice for so many entries is an automaton that scans at a seventh of the speed.
        self._matcher = AhoCorasick([entry.strip("*") for entry in self._entries], implementation=Implementation.ContiguousNFA)

    def scan(self, text: str, found: dict[str, list[Hit]]) -> None:
        for index, start, end in self._matcher.find_matches_as_indexes(text, overlapping=True):
            entry = self._entries[index]
            starts = entry[0] == "*" or _is_boundary(text, start)
            if starts and (entry[-1] == "*" or _is_boundary(text, end)):
                number, line = self._places[index]
                rule, name, language, lines = self._lexicons[number]
                found[rule].append(Hit(start, end, entry.strip("*"), lines[line].partition("\t")[2], name, language))


def _is_wide(text: str) -> bool:
    return not text.isascii() and _WIDE_LETTER.search(text) is not None


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
