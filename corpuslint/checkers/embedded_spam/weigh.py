"""How much a stretch of text sells: its lexicon hits weighed against its length, its shape and its document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from corpuslint.checkers.embedded_spam.structure import Shape
from corpuslint.text.hit import Hit

_FULL = 0.5
"""Share of the letters that the terms cover from which a stretch counts as made of them."""
_ALL_TERMS = 0.75
"""Share from which even a whole sentence is hardly more than terms."""
_THIN = 1.3
"""A report of a trade gathers many of its words too, in ever more prose: what is thin loses more than in proportion."""
_INTERNATIONAL = "mul"


class Weight(NamedTuple):
    """`points`: of distinct terms in one language (and the international ones), one more for each word of a phrase after
    the second; `cover`: their share of the letters; `grounded`: a phrase is among them or two words of trades."""

    points: int
    cover: float
    grounded: bool
    language: str
    terms: tuple[str, ...]
    topics: tuple[str, ...]

    @property
    def sells(self) -> float:
        """Points, less what is lost where the terms are thinly spread."""
        return self.points * float(min(1.0, self.cover / _FULL) ** _THIN)


NOTHING = Weight(0, 0.0, False, "", (), ())


def points_of(hit: Hit) -> int:
    return int(hit.tag[-1])


def weigh(hits: Sequence[Hit], letters: int, language: str) -> Weight:
    """The language whose terms weigh most; one that is not the document's must have a phrase of weight 3, or three
    words of weight 2, for single words of one language are those of another too often."""
    best = NOTHING
    first = {language: 0, "en": 1}
    for candidate in sorted({hit.language for hit in hits} | {language}, key=lambda tag: (first.get(tag, 2), tag)):
        if candidate not in (language, _INTERNATIONAL) and not _speaks(hits, candidate):
            continue
        weight = _weigh([h for h in hits if h.language in (candidate, _INTERNATIONAL)], letters, candidate)
        if weight.points > best.points:
            best = weight
    return best


def _speaks(hits: Sequence[Hit], language: str) -> bool:
    own = [(points_of(hit), hit.term) for hit in hits if hit.language == language]
    return any(points == 3 for points, _ in own) or len({term for points, term in own if points == 2}) >= 3


def _weigh(hits: Sequence[Hit], letters: int, language: str) -> Weight:
    taken = _disjoint(hits)
    terms: dict[str, int] = {}
    topics: Counter[str] = Counter()
    for hit in taken:
        if hit.term not in terms:
            terms[hit.term] = points_of(hit) + max(0, hit.term.count(" ") - 1)
            topics[hit.tag[:-2]] += points_of(hit)
    covered = sum(hit.end - hit.start - hit.term.count(" ") for hit in taken)
    ordered = tuple(dict.fromkeys(hit.term for hit in sorted(taken)))
    return Weight(
        sum(terms.values()), covered / letters if letters else 0.0, _grounds(taken), language, ordered,
        tuple(topic for topic, _ in topics.most_common()),
    )


def _grounds(hits: Sequence[Hit]) -> bool:
    points = [points_of(hit) for hit in {hit.term: hit for hit in hits}.values()]
    return 3 in points or points.count(2) >= 2


def _disjoint(hits: Sequence[Hit]) -> list[Hit]:
    """Of hits that overlap, the weightiest, then the longest."""
    if not hits:
        return []
    origin = min(hit.start for hit in hits)
    used = bytearray(max(hit.end for hit in hits) - origin)
    taken = []
    for hit in sorted(hits, key=lambda h: (-points_of(h), h.start - h.end, h.start)):
        place = slice(hit.start - origin, hit.end - origin)
        if not any(used[place]):
            used[place] = b"\1" * (hit.end - hit.start)
            taken.append(hit)
    return taken


class Place(NamedTuple):
    """Where a stretch stands, and what it does there. `alone`: on lines of its own; `address`: it speaks to the reader."""

    alone: bool
    other_script: bool
    other_language: bool
    comment: bool
    edge: bool
    hidden: bool
    address: bool
    quoted: bool
    disguised: bool


def suspicion(weight: Weight, form: Shape, place: Place) -> float:
    """The sum that is held against the rule's `points`; what is prose of the document's own kind loses."""
    total = weight.sells
    total += 3.0 * place.other_script + 2.0 * place.other_language + 4.0 * place.disguised
    total += 2.0 * place.comment + 4.0 * place.hidden + 1.0 * (place.edge and place.alone and not form.titled)
    total += 2.0 * form.contact + 1.0 * (form.symbols >= 2) + 1.0 * (form.repeated >= 2) + 1.0 * (form.capitals > 0.6)
    if place.address and not place.quoted:
        total += (3.0 + place.comment) if place.alone else 1.0
    if form.words >= 4:
        total += 1.0 * (not form.ended) + 1.0 * (form.prose < 0.1)
    if not (place.address or place.disguised or place.hidden):
        total -= _reported(weight, form, place)
    if form.words > 60:
        total -= 2.0
    return total - 2.0 * place.quoted


def _reported(weight: Weight, form: Shape, place: Place) -> float:
    """What speaks for a sentence about the trade: function words, a full stop, nothing of a shop window."""
    total = 3.0 * (form.words >= 4 and form.prose > 0.2)
    if form.ended and form.words >= 6 and not form.contact and form.symbols < 2:
        total += 3.0 if weight.cover >= _ALL_TERMS or place.comment or place.other_language else 7.0
    return total
