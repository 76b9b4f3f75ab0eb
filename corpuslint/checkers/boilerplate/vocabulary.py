"""The templates of the languages that a document may hold, with English and neighbours, and the names of networks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cache, lru_cache

from corpuslint.cache.compiled import compiled
from corpuslint.checkers.boilerplate.labels import Label
from corpuslint.checkers.boilerplate.lookup import LabelledTemplate, Lookup, by_head
from corpuslint.checkers.boilerplate.matching import Networks
from corpuslint.checkers.boilerplate.tokens import Tokens, skip_marks
from corpuslint.data import Entry, WordLists
from corpuslint.text.languages import traits

ANY_LANGUAGE = ("und",)
_LISTS = ("templates", "terms")
"""Names of the lists of templates; `<card>.<language>.txt` of a card of one's own is `terms`."""

Opening = tuple[Mapping[str, Sequence[LabelledTemplate]], ...]
"""The templates that begin with a token, by language and by second token."""


@dataclass(frozen=True)
class Vocabulary:
    """What boilerplate looks like in some languages; `heads`: all that a template begins with."""

    lookups: tuple[Lookup, ...]
    networks: Networks
    heads: Set[str]
    _openings: dict[str, Opening] = field(default_factory=dict)
    read: dict[tuple[str, bool], Label | None] = field(default_factory=dict)
    """The labels of short lines, which are the same on all pages of a site."""

    @classmethod
    def of(cls, lookups: tuple[Lookup, ...], networks: Networks) -> Vocabulary:
        return cls(lookups, networks, frozenset(networks.by_head).union(*(lookup.by_head for lookup in lookups)))

    def may_begin(self, token: str) -> bool:
        return token in self.heads or token[:1].isdecimal()

    def _opening(self, token: str) -> Opening:
        if token in self._openings:
            return self._openings[token]
        found = [lookup.seconds(key) for key in self._keys(token) if key in self.heads for lookup in self.lookups]
        opening = tuple(filter(None, found))
        if token in self.heads:
            self._openings[token] = opening
        return opening

    def beginning(self, first: str, second: str, *, whole: bool, floating: bool = False) -> Iterator[LabelledTemplate]:
        """Templates by their first two tokens; `whole`: nothing may follow them; `floating`: those that begin with any words, too."""
        opening = self._opening(first)
        if floating:
            opening += self._opening("")
        keys = self._keys(second)
        if second and not whole and self.may_begin(second):
            keys += ("",)  # a template ends before the second word only where another begins with it
        return (labelled for seconds in opening for key in (*keys, "*") for labelled in seconds.get(key, ()))

    def candidates(self, tokens: Tokens, at: int, *, whole: bool, floating: bool = False) -> Sequence[LabelledTemplate]:
        """The templates that the tokens do not rule out, the first two from `at` above all."""
        low = tokens.low
        if not (floating or self.may_begin(low[at])):
            return []
        after = skip_marks(low, at + 1)
        found = self.beginning(low[at], low[after] if after < len(low) else "", whole=whole, floating=floating)
        return [labelled for labelled in found if not (labelled.needed and labelled.needed.isdisjoint(low))]

    def _keys(self, token: str) -> tuple[str, ...]:
        """The token and the slots that it can fill."""
        if token[:1].isdecimal():
            return (token, "{n}", "{year}")
        return (token, "{network}") if token in self.networks.by_head else (token,)


@lru_cache(maxsize=32)  # of all languages alone and together there would be hundreds
def vocabulary(lists: WordLists, languages: tuple[str, ...]) -> Vocabulary:
    """English, the languages themselves and their neighbours; all there is where no word tells a language."""
    known = lists.languages(*_LISTS)
    wanted = sorted(known) if languages == ANY_LANGUAGE else ["en", *languages, *(n for code in languages for n in traits(code).neighbours)]
    return Vocabulary.of(tuple(_lookup(lists, code) for code in dict.fromkeys(wanted) if code in known), _networks(lists))


@cache
def _lookup(lists: WordLists, language: str) -> Lookup:
    def read() -> dict[str, list[Entry]]:
        return by_head(entry for name in _LISTS for entry in lists.entries(name, language))

    return Lookup(compiled(f"{lists.name}-{language}", lists.sources(*_LISTS, language=language), read, {str: [(str, str)]}))


@cache
def _networks(lists: WordLists) -> Networks:
    def read() -> Networks:
        return Networks.of(entry.term for name, language in lists if name == "networks" for entry in lists.entries(name, language))

    return Networks(*compiled(f"{lists.name}-networks", lists.sources("networks"), read, ({str: [[str]]},)))
