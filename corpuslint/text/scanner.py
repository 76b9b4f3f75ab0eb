"""One automaton for all scanned lexicons of all rules, so that a text is read once however many rules there are."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from corpuslint.cache.compiled import compiled
from corpuslint.data import WordLists
from corpuslint.lazy import regex
from corpuslint.text.characters import is_unspaced, lower, unusual
from corpuslint.text.hit import Hit

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick


class Owner(Protocol):
    """Who has the lists: a rule, or something that looks like one here."""

    @property
    def id(self) -> str: ...
    @property
    def terms(self) -> tuple[str, ...]:
        """Entries beside those of the lists."""
    @property
    def scan(self) -> tuple[str, ...]:
        """The names of the lists that are scanned."""
    @property
    def lists(self) -> WordLists: ...


class Scanned(NamedTuple):
    """An owner that is no rule."""

    id: str
    lists: WordLists
    scan: tuple[str, ...]
    terms: tuple[str, ...] = ()


class _Part(NamedTuple):
    """The entries of one rule's scanned lexicons that are wide, or those that are not: JSON values."""

    needles: list[str]
    """Lower-cased, without their stars."""
    edges: list[int]
    """1 where any letters may stand before an entry, 2 where they may stand behind it, 3 for both."""
    tags: list[str]
    sizes: list[list[Any]]
    """Name and language of each lexicon, and how many of the entries are its own."""


_PART = ([str], [int], [str], [(str, str, int)])
_SURROGATE = regex("[\ud800-\udfff]")


_FEW = 6
"""Texts that are searched before the automaton of all entries is built, which takes as long as so many searches without."""
_SHORT = 40_000
"""Code points of a text that is searched without it."""
_PREFIX = 6
"""Code points of an entry that are looked up first where single entries are sought."""


class Scanner:
    """Finds the scanned lexicons of the given rules; built once per process, never pickled, each half when it is needed.

    An entry is found as whole words; a `*` at either edge of it stands for the rest of a word (inflection,
    compounds): `казин*`, `*카지노`. A hit's span is that of the entry without the star.
    """

    def __init__(self, rules: Iterable[Owner]) -> None:
        self._rules = [rule for rule in rules if rule.terms or any(name in rule.scan for name, _ in rule.lists)]

    @cached_property
    def _plain(self) -> _Automaton:
        return _Automaton(self._rules, wide=False)

    @cached_property
    def _wide(self) -> _Automaton:
        """The entries with a letter beyond ASCII, which most English texts do without."""
        return _Automaton(self._rules, wide=True)

    def scan(self, lowered: str) -> Mapping[str, tuple[Hit, ...]]:
        """Hits by rule id, sorted by start then end; `lowered` is the text in lower case, of the same length."""
        if not self._rules:
            return {}
        found: dict[str, list[Hit]] = defaultdict(list)
        text = without_surrogates(lowered)
        self._plain.scan(text, found)
        if _is_wide(text):
            self._wide.scan(text, found)
        return {rule: tuple(sorted(hits)) for rule, hits in found.items()}


class _Automaton:
    """The entries of all lexicons that are wide, or those that are not."""

    def __init__(self, rules: Iterable[Owner], *, wide: bool) -> None:
        self._needles: list[str] = []
        self._edges: list[int] = []
        self._tags: list[str] = []
        self._owners: list[tuple[str, str, str]] = []
        """Rule, name and language of each lexicon; it begins at the entry of the same place in `_firsts`."""
        self._firsts: list[int] = []
        self._short: list[int] = []
        """The entries of less than `_PREFIX` code points."""
        self._scans = 0
        for rule in rules:
            if rule.terms:
                self._add(rule.id, _part({("terms", "mul"): rule.terms}, wide=wide))
            if rule.scan:
                self._add(rule.id, _read_part(rule, wide=wide))

    def _add(self, rule: str, part: _Part) -> None:
        first = len(self._needles)
        for name, language, size in part.sizes:
            self._owners.append((rule, name, language))
            self._firsts.append(first)
            first += size
        self._short += (i for i, needle in enumerate(part.needles, len(self._needles)) if len(needle) < _PREFIX)
        self._needles += part.needles
        self._edges += part.edges
        self._tags += part.tags

    def scan(self, text: str, found: dict[str, list[Hit]]) -> None:
        self._scans += 1
        if self._scans > _FEW or len(text) > _SHORT:
            self._find(text, self._whole, range(len(self._needles)), found)
        elif present := self._present(text):
            self._find(text, _matcher(self._needles[index] for index in present), present, found)

    @cached_property
    def _whole(self) -> AhoCorasick:
        return _matcher(self._needles)

    def _present(self, text: str) -> Sequence[int]:
        """The entries that stand in the text somewhere: their automaton is built at once."""
        starts = {text[at : at + _PREFIX] for at in range(len(text))}
        likely = [i for i, needle in enumerate(self._needles) if needle[:_PREFIX] in starts]
        return [i for i in {*self._short, *likely} if self._needles[i] in text]

    def _find(self, text: str, matcher: AhoCorasick, indices: Sequence[int], found: dict[str, list[Hit]]) -> None:
        for match, start, end in matcher.find_matches_as_indexes(text, overlapping=True):
            index = indices[match]
            edges = self._edges[index]
            if (edges & 1 or _is_boundary(text, start)) and (edges & 2 or _is_boundary(text, end)):
                rule, name, language = self._owners[bisect_right(self._firsts, index) - 1]
                found[rule].append(Hit(start, end, self._needles[index], self._tags[index], name, language))


def _matcher(needles: Iterable[str]) -> AhoCorasick:
    from ahocorasick_rs import AhoCorasick, Implementation

    # The library's own choice for so many entries is an automaton that scans at a seventh of the speed.
    return AhoCorasick(needles, implementation=Implementation.ContiguousNFA)


def _read_part(owner: Owner, *, wide: bool) -> _Part:
    """The entries of the owner's lists, from the cache."""
    lists, sources = owner.lists, owner.lists.sources(*owner.scan)

    def read() -> _Part:
        return _part({key: lists.lines(*key) for key in lists if key[0] in owner.scan}, wide=wide)

    return _Part(*compiled(f"scan-{owner.id}-{'wide' if wide else 'plain'}", sources, read, _PART))


def _part(lexicons: Mapping[tuple[str, str], Sequence[str]], *, wide: bool) -> _Part:
    part = _Part([], [], [], [])
    for (name, language), lines in lexicons.items():
        before = len(part.needles)
        for line in lines:
            term, _, tag = line.partition("\t")
            if _is_wide(term) is wide:
                entry = lower(term)
                part.needles.append(entry.strip("*"))
                part.edges.append((entry[0] == "*") + 2 * (entry[-1] == "*"))
                part.tags.append(tag)
        part.sizes.append([name, language, len(part.needles) - before])
    return part


def _is_wide(text: str) -> bool:
    """Whether a letter beyond ASCII is in the text: not only the quotation marks, dashes and signs of English ones."""
    return not text.isascii() and any(map(str.isalpha, unusual(text)))


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
    return is_unspaced(before) or is_unspaced(after)  # no word boundary to look for
