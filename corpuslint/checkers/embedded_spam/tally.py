"""What terms of advertising a stretch of text holds, and how much it sells by them alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from corpuslint.checkers.embedded_spam.weights import WEIGHTS
from corpuslint.text.hit import Hit
from corpuslint.text.spans import disjoint

INTERNATIONAL = "mul"
_POINTS = {
    **{str(points): points for points in range(10)}, "3": WEIGHTS.phrase, "2": WEIGHTS.trade_word, "1": WEIGHTS.shop_word,
}
"""By the last character of a term's tag; in lists of one's own others may stand there."""


class Tally(NamedTuple):
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
        return self.points * float(min(1.0, self.cover / WEIGHTS.full) ** WEIGHTS.thin)


NOTHING = Tally(0, 0.0, False, "", (), ())


def is_phrase(hit: Hit) -> bool:
    return hit.tag[-1] == "3"


def is_trade_word(hit: Hit) -> bool:
    return hit.tag[-1] == "2"


def points_of(hit: Hit) -> int:
    return _POINTS[hit.tag[-1]]


def topic_of(hit: Hit) -> str:
    return hit.tag[:-2]


def tally(hits: Sequence[Hit], letters: int, language: str) -> Tally:
    """The language whose terms have most points; one that is not the document's must have a phrase, or several words of
    trades, for single words of one language are those of another too often."""
    best = NOTHING
    first = {language: 0, "en": 1}
    for candidate in sorted({hit.language for hit in hits} | {language}, key=lambda tag: (first.get(tag, 2), tag)):
        if candidate in (language, INTERNATIONAL) or _speaks(hits, candidate):
            found = _tally([hit for hit in hits if hit.language in (candidate, INTERNATIONAL)], letters, candidate)
            best = max(best, found, key=lambda known: known.points)
    return best


def _speaks(hits: Sequence[Hit], language: str) -> bool:
    own = [hit for hit in hits if hit.language == language]
    return any(map(is_phrase, own)) or len({hit.term for hit in own if is_trade_word(hit)}) >= WEIGHTS.trade_words


def _tally(hits: Sequence[Hit], letters: int, language: str) -> Tally:
    taken = sorted(disjoint(sorted(hits, key=_rank)), key=_rank)
    terms: dict[str, int] = {}
    topics: Counter[str] = Counter()
    for hit in taken:
        if hit.term not in terms:
            terms[hit.term] = points_of(hit) + max(0, hit.term.count(" ") - 1)
            topics[topic_of(hit)] += points_of(hit)
    covered = sum(hit.end - hit.start - hit.term.count(" ") for hit in taken)
    ordered = tuple(dict.fromkeys(hit.term for hit in sorted(taken)))
    return Tally(
        sum(terms.values()), covered / letters if letters else 0.0, _grounds(taken), language, ordered,
        tuple(topic for topic, _ in topics.most_common()),
    )


def _grounds(hits: Sequence[Hit]) -> bool:
    return any(map(is_phrase, hits)) or len({hit.term for hit in hits if is_trade_word(hit)}) > 1


def _rank(hit: Hit) -> tuple[int, int, int]:
    """The weightiest first, then the longest."""
    return -points_of(hit), hit.start - hit.end, hit.start
