"""Set phrases that add up where no template foresees the whole of a line: cookie and copyright notices."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence

from corpuslint.checkers.boilerplate.labels import Certainty, Label
from corpuslint.checkers.boilerplate.weights import WEIGHTS
from corpuslint.lazy import regex
from corpuslint.text.hit import Hit
from corpuslint.text.punctuation import CLOSING, OPENING, SINGLE, STOPS, STRAIGHT, UNSPACED_STOPS

_QUOTES = frozenset(STRAIGHT + OPENING)
_SAID_OR_ASKED = frozenset(CLOSING) - frozenset(OPENING + SINGLE) | frozenset("\"?")
"""What stands at the end of a line that somebody says, or asks."""
_QUOTED = regex(r"[“„][^“”„]{1,300}[”“]|«[^«»]{1,300}»|[「『][^」』]{1,300}[」』]|\"[^\"]{1,300}\"")
_ENUMERATED = regex(r"\(?\d{1,3}[.)]\s|\([a-z]\)\s")  # a clause of a law, a question of an exam, a step
_SENTENCE_END = regex(rf"[{STOPS}][\s\u00a0]+(?=[^\W\d_])|[{UNSPACED_STOPS}]")


def read_clues(body: str, start: int, hits: Sequence[Hit]) -> Label | None:
    """What the clues in a line that begins at `start` make of it, if they have points enough."""
    if body[0] in _QUOTES or body[-1] in _SAID_OR_ASKED or _ENUMERATED.match(body):
        return None
    quoted = [match.span() for match in _QUOTED.finditer(body)]
    hits = [hit for hit in hits if not _is_mentioned_or_glued(hit, body, start, quoted)]
    kind, points = _weightiest(hits)
    strong = [hit.start - start for hit in hits if hit.tag.startswith(kind) and not hit.tag.endswith("1")]
    return Label(kind, Certainty.SURE) if points >= _enough(body) and _fill(body, strong) else None


def _is_mentioned_or_glued(hit: Hit, body: str, start: int, quoted: Sequence[tuple[int, int]]) -> bool:
    """Between quotation marks, or half of a mis-decoded letter ('cafÃ©')."""
    at = hit.start - start
    before = body[at - 1 : at] if at else ""
    if before in _QUOTES or (hit.term == "©" and before.isalpha()):
        return True
    return any(first < at < last for first, last in quoted)


def _weightiest(hits: Iterable[Hit]) -> tuple[str, int]:
    """The kind that has most points, each phrase once; none has 0."""
    points: Counter[str] = Counter()
    for _, tag in dict.fromkeys((hit.term, hit.tag) for hit in hits):
        kind, _, own = tag.partition(" ")
        points[kind] += int(own or 1)
    return points.most_common(1)[0] if points else ("", 0)


def _enough(body: str) -> int:
    """The longer the line, the more points."""
    return WEIGHTS.clue_points + (len(body) > WEIGHTS.clue_line) + (len(body) > 2 * WEIGHTS.clue_line)


def _fill(body: str, places: Sequence[int]) -> bool:
    """Whether enough of the sentences hold one of the places: a notice speaks of one thing, an article goes on."""
    ends = [match.end() for match in _SENTENCE_END.finditer(body)]
    return len({bisect_left(ends, place) for place in places}) >= WEIGHTS.clue_sentences * (len(ends) + 1)
