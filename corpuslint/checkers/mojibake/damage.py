"""What the parts of the encoding checker hand back, and how neighbours join."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from corpuslint.finding import Safety

GAP = 12
"""Damage less than this many code points apart, on one line, is one stretch to a reader and one edit to a fixer."""


class Damage(NamedTuple):
    """A damaged stretch; `repair` is the text that stood there, None where nobody can know."""

    kind: str
    start: int
    end: int
    repair: str | None
    read: str = ""
    true: str = ""
    safety: Safety = "unsafe"


def merge(text: str, damages: Iterable[Damage]) -> list[Damage]:
    """Join neighbours of one kind, cause and safety; `damages` are disjoint and sorted. Bytes keep their places."""
    kept: list[Damage] = []
    for damage in damages:
        last = kept[-1] if kept else None
        if last and damage.kind != "undecodable" and last[:1] + last[4:] == damage[:1] + damage[4:] and _near(text, last.end, damage.start):
            kept[-1] = _joined(text, last, damage)
        else:
            kept.append(damage)
    return kept


def _near(text: str, end: int, start: int) -> bool:
    return start - end < GAP and "\n" not in text[end:start] and "\r" not in text[end:start]


def _joined(text: str, a: Damage, b: Damage) -> Damage:
    repair = None if a.repair is None or b.repair is None else a.repair + text[a.end : b.start] + b.repair
    return a._replace(end=b.end, repair=repair)
