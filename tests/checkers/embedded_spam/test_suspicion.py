"""What speaks for an advertisement, and what against it: one reason at a time."""

from __future__ import annotations

from typing import Any

import pytest

from corpuslint.checkers.embedded_spam.structure import Shape
from corpuslint.checkers.embedded_spam.suspicion import Setting, suspicion
from corpuslint.checkers.embedded_spam.tally import NOTHING

PLAIN = Shape(words=3, prose=0.15, ended=True, titled=True, contact=False, symbols=0, repeated=0, script="LATIN")
NOWHERE = Setting(*[False] * len(Setting._fields))


def total(cover: float = 0.0, **given: Any) -> float:
    shape = PLAIN._replace(**{name: value for name, value in given.items() if name in Shape._fields})
    setting = NOWHERE._replace(**{name: value for name, value in given.items() if name in Setting._fields})
    return suspicion(NOTHING._replace(cover=cover), shape, setting)


@pytest.mark.parametrize(("given", "points"), [
    ({}, 0), ({"other_script": True}, 3), ({"other_language": True}, 2), ({"disguised": True}, 4), ({"hidden": True}, 4), ({"comment": True}, 2), ({"quoted": True}, -2),
    ({"edge": True, "alone": True, "titled": False}, 1), ({"edge": True, "alone": True}, 0), ({"edge": True, "titled": False}, 0), ({"alone": True, "titled": False}, 0),
    ({"address": True, "alone": True}, 3), ({"address": True}, 1), ({"address": True, "alone": True, "comment": True}, 3 + 1 + 2), ({"address": True, "comment": True}, 1 + 2), ({"address": True, "alone": True, "quoted": True}, -2),
    ({"contact": True}, 2), ({"repeated": 1}, 0), ({"repeated": 2}, 1),
    ({"ended": False}, 0), ({"ended": False, "words": 4}, 1), ({"prose": 0.0}, 0), ({"prose": 0.09, "words": 4}, 1), ({"prose": 0.1, "words": 4}, 0),
    ({"words": 60, "ended": False}, 1), ({"words": 61, "ended": False}, 1 - 2),
    ({"prose": 0.2, "words": 4}, 0), ({"prose": 0.21, "words": 4}, -3), ({"prose": 0.21, "words": 3}, 0),
    ({"words": 5}, 0), ({"words": 6}, -7), ({"words": 6, "ended": False}, 1), ({"words": 6, "contact": True}, 2), ({"words": 6, "symbols": 1}, -7), ({"words": 6, "symbols": 2}, 0),
    ({"words": 6, "cover": 0.74}, -7), ({"words": 6, "cover": 0.75}, -3), ({"words": 6, "comment": True}, 2 - 3), ({"words": 6, "other_language": True}, 2 - 3),
    ({"words": 6, "prose": 0.3}, -10), ({"words": 6, "prose": 0.3, "address": True}, 1), ({"words": 6, "prose": 0.3, "disguised": True}, 4), ({"words": 6, "prose": 0.3, "hidden": True}, 4),
])
def test_each_reason_has_its_points(given: dict[str, Any], points: float) -> None:
    assert total(**given) == points


def test_reasons_come_on_top_of_what_sells() -> None:
    assert suspicion(NOTHING._replace(points=5, cover=1.0), PLAIN, NOWHERE._replace(comment=True)) == 7
