"""Documents that stand in the corpus twice: the same, nearly the same, or with a passage of another."""

from __future__ import annotations

import hashlib
from array import array
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import eq
from typing import Any, NamedTuple

from corpuslint.checkers.near_duplicate.content import says_nothing
from corpuslint.checkers.near_duplicate.letters import folded, hashes, letters, scale, units, words
from corpuslint.checkers.near_duplicate.passages import Passage, covered, shared, shingles
from corpuslint.checkers.near_duplicate.weights import WEIGHTS
from corpuslint.document import Document
from corpuslint.finding import Finding
from corpuslint.rule import Reread, Rule

_DIGEST = 16
"""Bytes by which two texts are the same."""
_Key = tuple[int, int, int]
"""A passage in the earlier document: its place, start and length."""
_WHOLE = 0.99
"""The similarity of documents that are not told to be the same, at most."""


class Summary(NamedTuple):
    """Names and letters (one a word) of a document; about a sixth of the text."""

    path: str
    record: str | None
    scale: int
    letters: str

    @property
    def name(self) -> str:
        return self.path if self.record is None else f"{self.path}#{self.record}"

    @property
    def stub(self) -> Document:
        """What a finding on the whole document needs of it."""
        return Document(self.path, "", self.path, self.record)


class _Held(NamedTuple):
    """What is kept of an earlier document's passage until the last later one is read: hashes of its words, their places.

    Numbers in arrays, for where much is copied there are as many words as in the corpus.
    """

    words: array[int]
    starts: array[int]
    ends: array[int]
    line: int
    """That of the first word."""
    breaks: array[int]
    """Where each further line of the passage begins."""

    @classmethod
    def of(cls, document: Document, spans: Sequence[tuple[int, int]]) -> _Held:
        first, last = (document.position(start).line for start, _ in (spans[0], spans[-1]))
        starts, ends = zip(*spans, strict=True)
        breaks = [line.start for line in document.lines[first:last]]
        return cls(hashes(document.text, spans), array("I", starts), array("I", ends), first, array("I", breaks))

    def line_of(self, start: int) -> int:
        return self.line + bisect_right(self.breaks, start)


def summarize(document: Document, rule: Rule) -> Summary:  # noqa: ARG001 (every summary function has both)
    return Summary(document.path, document.record, scale(document.text), letters(document.text))


def combine(summaries: Sequence[Any], rule: Rule, reread: Reread) -> Iterator[Finding]:
    """Each document is compared with the first that has the same: a copy of a copy names the original.

    A document that is a duplicate as a whole is reported once, and its passages are not.
    """
    known = {place: Summary(*summary) for place, summary in enumerate(summaries) if summary is not None}
    twins: dict[int, int] = {}
    passages: list[Passage] = []
    for factor in sorted({summary.scale for summary in known.values()}):
        alike = {place: summary for place, summary in known.items() if summary.scale == factor}
        same = _same(alike)
        twins |= same
        places = [place for place in alike if place not in same]
        for place, found in groupby(_shared(alike, places, _size(rule) * factor), lambda passage: passage.text):
            ours = list(found)
            original, similarity = _nearest(alike, place, ours, _size(rule) * factor)
            if similarity >= _share(rule):
                yield _near(known, place, original, similarity, rule)
            else:
                passages += ours
    yield from _looked_up(known, twins, passages, rule, reread)


def _size(rule: Rule) -> int:
    return max(1, int(rule.parameters["minimum_words"]))  # type: ignore[arg-type]


def _share(rule: Rule) -> float:
    return float(rule.parameters["similarity"])  # type: ignore[arg-type]


def _same(known: Mapping[int, Summary]) -> dict[int, int]:
    """Documents whose letters an earlier one has, and that one."""
    first: dict[str, int] = {}
    originals = {place: first.setdefault(summary.letters, place) for place, summary in known.items() if summary.letters}
    return {place: original for place, original in originals.items() if place != original}


def _shared(known: Mapping[int, Summary], places: Sequence[int], size: int) -> Iterator[Passage]:
    for passage in shared([known[place].letters for place in places], size):
        yield passage._replace(text=places[passage.text], other=places[passage.other])


def _nearest(known: Mapping[int, Summary], place: int, passages: Sequence[Passage], size: int) -> tuple[int, float]:
    """The earlier document that is most like this one, and how much of the longer is in both."""
    shares: Counter[int] = Counter()
    for passage in passages:
        shares[passage.other] += passage.length
    text, best, half = known[place].letters, (0.0, 0), int(size * WEIGHTS.shingle)
    longer = {other: max(len(text), len(known[other].letters)) for other in shares}
    candidates = [other for other, share in shares.items() if share >= WEIGHTS.candidate * longer[other] and longer[other] >= WEIGHTS.shortest * size]
    ours = shingles(text, half) if candidates else ()
    for other in candidates:
        best = max(best, (covered(ours, shingles(known[other].letters, half), half) / longer[other], -other))
    return -best[1], best[0]


def _near(known: Mapping[int, Summary], place: int, original: int, similarity: float, rule: Rule) -> Finding:
    return rule.found(
        known[place].stub, "near", 0, 0, other=known[original].name, similarity=round(min(similarity, _WHOLE), 2)
    )


def _looked_up(
    known: Mapping[int, Summary], twins: Mapping[int, int], passages: Sequence[Passage], rule: Rule, reread: Reread
) -> Iterator[Finding]:
    """Read the documents concerned once more: letters suggest, words decide, and the text gives the places."""
    later: dict[int, list[Passage]] = defaultdict(list)
    earlier: dict[int, list[Passage]] = defaultdict(list)
    for passage in passages:
        later[passage.text].append(passage)
        earlier[passage.other].append(passage)
    held: dict[_Key, _Held] = {}
    wanted = Counter(map(_key, passages))
    digests: dict[int, bytes] = {}
    originals = set(twins.values())
    for place, document in reread({*later, *earlier, *twins, *originals}):
        spans = units(document.text)
        if len(spans) != len(known[place].letters):
            continue  # it has changed since
        if place in originals:
            digests[place] = _digest(document)
        elif (original := twins.get(place)) is not None and original in digests:
            if digests[original] == _digest(document):
                yield rule.found(document, "exact", 0, 0, other=known[original].name)
            elif _is_long(known[place], rule):
                yield _near(known, place, original, 1.0, rule)
        yield from _passages(document, spans, later.get(place, ()), held, known, rule)
        _let_go(later.pop(place, ()), wanted, held)
        for passage in earlier.pop(place, ()):
            if (key := _key(passage)) not in held:
                held[key] = _Held.of(document, spans[passage.other_start : passage.other_start + passage.length])


def _let_go(passages: Iterable[Passage], wanted: Counter[_Key], held: dict[_Key, _Held]) -> None:
    """Forget what no later document waits for."""
    for passage in passages:
        wanted[key := _key(passage)] -= 1
        if not wanted[key]:
            held.pop(key, None)


def _is_long(summary: Summary, rule: Rule) -> bool:
    """Whether a document is long enough to be a near-duplicate."""
    return len(summary.letters) >= WEIGHTS.shortest * _size(rule) * summary.scale


def _key(passage: Passage) -> _Key:
    return passage.other, passage.other_start, passage.length


def _digest(document: Document) -> bytes:
    return hashlib.blake2b("\0".join(folded(document.text)).encode("utf-8", "surrogatepass"), digest_size=_DIGEST).digest()


def _passages(
    document: Document, spans: Sequence[tuple[int, int]], passages: Sequence[Passage], held: Mapping[_Key, _Held],
    known: Mapping[int, Summary], rule: Rule,
) -> Iterator[Finding]:
    """The findings of one document; a passage that it repeats is found once."""
    seen: set[tuple[int, bytes]] = set()
    for passage in passages:
        if not (theirs := held.get(_key(passage))):
            continue
        factor = known[passage.text].scale
        ours = spans[passage.start : passage.end]
        folded_words = hashes(document.text, ours)
        start, end = _longest_equal(folded_words, theirs.words)
        same = (passage.other, folded_words[start:end].tobytes())
        if end - start < _size(rule) * factor or same in seen:
            continue  # the first: some words only shared a letter
        seen.add(same)
        text = document.text[ours[start][0] : ours[end - 1][1]]
        if (held_words := words(text, end - start)) < _size(rule) or says_nothing(text, held_words):
            continue
        yield rule.found(
            document, "passage", ours[start][0], ours[end - 1][1],
            other=known[passage.other].name, other_line=theirs.line_of(theirs.starts[start]),
            other_start=theirs.starts[start], other_end=theirs.ends[end - 1],
            length=end - start, unit="words" if factor == 1 else "characters",
        )


def _longest_equal(ours: Sequence[int], theirs: Sequence[int]) -> tuple[int, int]:
    """The longest stretch in which both have the same at the same places."""
    if ours == theirs:
        return 0, len(ours)
    best, at = (0, 0), 0
    for same, run in groupby(map(eq, ours, theirs)):
        length = sum(1 for _ in run)
        if same and length > best[1] - best[0]:
            best = (at, at + length)
        at += length
    return best
