"""Words cut in pieces: each threshold has a word at either side."""

from __future__ import annotations

import pytest

from corpuslint.checkers.broken_word.split import _best_part, _gain, find_split
from tests.checkers.broken_word.made import made_prose

COMMON = {"the": 7.0, "house": 6.0, "stood": 6.0}


def found(text: str, zipfs: dict[str, float], *, relaxed: bool = False) -> list[tuple[str, str, str]]:
    prose = made_prose(text, {**COMMON, **zipfs})
    return [(b.kind, text[b.start : b.end], b.repair) for b in find_split(prose, relaxed)]


@pytest.mark.parametrize(("pieces", "zipfs", "relaxed", "gain"), [
    (("gov", "ernment"), {"government": 2.72}, False, 2.72 - 2.0 + 9 - 5),
    (("gov", "ernment"), {"government": 2.68}, False, 0.0),
    (("gov", "ern", "ment"), {"government": 2.0}, False, 2.0 - 3.0 + 18 - 5),
    (("gov", "ern", "ment"), {"government": 1.96}, False, 0.0),
    (("gov", "ernment"), {"government": 2.0}, True, 2.0 - 2.0 + 9 - 2.5),
    (("gov", "ernment"), {"government": 1.96}, True, 0.0),
    (("gov", "ern", "ment"), {"government": 1.32}, True, 1.32 - 3.0 + 18 - 2.5),
    (("gov", "ern", "ment"), {"government": 1.28}, True, 0.0),
    (("gov", "ernment"), {"government": 5.0, "gov": 4.0, "ernment": 3.0}, False, 5.0 - 7.0 + 9 - 5),
    (("w", "e", "l", "l"), {"well": 4.8}, False, 4.8 - 4.0 + 27 - 5),
    (("w", "e", "l", "l"), {"well": 4.76}, False, 0.0),
    (("w", "e", "ll"), {"well": 7.0}, False, 0.0),
    (("we", "ll"), {"well": 7.0}, False, 0.0),
    (("we", "ll"), {"well": 7.0}, True, 7.0 - 2.0 + 9 - 2.5),
    (("w", "e", "b"), {"web": 7.0}, False, 0.0),
    (("we", "lls"), {"wells": 7.0}, False, 7.0 - 2.0 + 9 - 5),
    (("back", "warded"), {"backward": 4.0}, False, 4.0 - 2.0 + 9 - 2.5),
    (("back", "warded"), {"backward": 4.0, "backwarded": 4.2}, False, 4.2 - 2.0 + 9 - 2.5),
    (("back", "wa", "rded"), {"backward": 4.0}, False, 0.0),
])
def test_what_a_join_gains(pieces: tuple[str, ...], zipfs: dict[str, float], relaxed: bool, gain: float) -> None:
    assert _gain(made_prose("", zipfs), pieces, relaxed) == pytest.approx(gain)


@pytest.mark.parametrize(("pieces", "odd", "part"), [
    (("the", "gov", "ernment", "the"), 1, (1, 2)),
    (("the", "gov", "ernment", "the"), 2, (1, 2)),
    (("the", "gov", "ern", "ment", "the"), 2, (1, 3)),
    (("the", "house"), 0, None),
    (("partia", "lly", "ment"), 1, (0, 2)),
    (("partia", "llyme", "nt"), 1, None),
    (("parti", "allyme"), 0, (0, 1)),
])
def test_the_best_part_of_a_window(pieces: tuple[str, ...], odd: int, part: tuple[int, int] | None) -> None:
    words = {"government": 6.0, "partiallyment": 6.0, "partiallyme": 6.0 if len(pieces) == 2 else 0.0}
    assert _best_part(made_prose("", {**COMMON, **words}), False, pieces, odd) == part


@pytest.mark.parametrize(("text", "expected"), [
    ("the gov ernment stood", [("split", "gov ernment", "government")]),
    ("the Gov ernment stood", [("split", "Gov ernment", "Government")]),
    ("the gov Ernment stood", []),
    ("the gov, ernment stood", []),
    ("the gov (ernment stood", []),
    ("the (gov ernment), stood", [("split", "gov ernment", "government")]),
    ("the gov\nernment stood", [("split", "gov\nernment", "government")]),
    ("the gov\r\nernment stood", [("split", "gov\r\nernment", "government")]),
    ("the gov  ernment stood", [("split", "gov  ernment", "government")]),
    ("the gov\u00a0ernment stood", [("split", "gov\u00a0ernment", "government")]),
    ("the gov   ernment stood", []),
    ("the gov\n\nernment stood", []),
    ("gov ernment", [("split", "gov ernment", "government")]),
    ("the g o v e r n m e n t stood", [("spaced", "g o v e r n m e n t", "government")]),
    ("the G O V E R N M E N T stood", []),
    ("the g o v ernment stood", [("split", "g o v ernment", "government")]),
    ("the g\no v e r n m e n t stood", []),
    ("the x g o v e r n m e n t stood", []),
    ("the g o v e r n m e n t x stood", []),
    ("the gov ernment gov ernment stood", [("split", "gov ernment", "government"), ("split", "gov ernment", "government")]),
    ("the gov5 ernment stood", []),
])
def test_pieces(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(text, {"government": 6.0}) == expected


@pytest.mark.parametrize(("text", "zipfs", "relaxed", "expected"), [
    ("the gov house", {"govhouse": 6.0}, False, ["govhouse"]),
    ("the gov house", {"govhouse": 2.68}, False, []),
    ("the hous estood", {"hous": 4.0, "estood": 0.0, "housestood": 5.0}, False, ["housestood"]),
    ("the house xment", {"housexment": 2.68}, True, ["housexment"]),
    ("the house xment", {"housexment": 1.96}, True, []),
    ("the xtra house", {"xtrahouse": 4.0}, True, ["xtrahouse"]),
    ("the house ment", {"housement": 2.72}, True, ["housement"]),
    ("the 5house xment", {"housexment": 6.0}, False, []),
    ("the house 5xment", {"housexment": 6.0}, False, []),
])
def test_one_known_piece(text: str, zipfs: dict[str, float], relaxed: bool, expected: list[str]) -> None:
    assert [repair for _, _, repair in found(text, zipfs, relaxed=relaxed)] == expected


def test_a_window_has_a_bound() -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    assert [repair for _, _, repair in found(" ".join(letters[:15]), {letters[:15]: 6.0})] == [letters[:15]]
