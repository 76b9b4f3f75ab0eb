"""How often each kind was right where people judged its findings: what `rules show` tells, and what keeps a kind in preview."""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt
from typing import Any, NamedTuple

from corpuslint.data import shared

_Z = 1.96
"""Standard deviations: an interval that holds the true share in 95 of 100 cases."""


class Verdicts(NamedTuple):
    """Findings of a kind in documents of a genre that a reader judged; those that can be argued about count for neither."""

    genre: str
    right: int
    wrong: int
    measured: str
    """The day, ISO 8601."""

    @property
    def judged(self) -> int:
        return self.right + self.wrong

    @property
    def precision(self) -> float:
        return self.right / self.judged if self.judged else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's interval of 95 % for the precision (E. B. Wilson, JASA 22, 1927)."""
        n = self.judged
        if not n:
            return 0.0, 1.0
        share, square = self.precision, _Z * _Z
        centre = share + square / (2 * n)
        reach = _Z * sqrt(share * (1 - share) / n + square / (4 * n * n))
        return max(0.0, (centre - reach) / (1 + square / n)), min(1.0, (centre + reach) / (1 + square / n))

    def __str__(self) -> str:
        low, high = self.interval
        return f"{self.genre}: {self.right} of {self.judged} right, {self.precision:.2f} ({low:.2f} to {high:.2f}), {self.measured}"


def verdicts(rule: str) -> Mapping[str, tuple[Verdicts, ...]]:
    """What was judged of a rule's kinds, by kind, from `rules/tables/precision.toml`; empty for a rule that is not ours."""
    import tomllib

    kinds: dict[str, dict[str, Any]] = tomllib.loads(shared("tables").text("precision")).get(rule, {})
    return {kind: tuple(Verdicts(genre, **row) for genre, row in genres.items()) for kind, genres in kinds.items()}
