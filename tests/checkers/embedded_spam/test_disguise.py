"""Words that are hidden from a reader of letters."""

from __future__ import annotations

import pytest

from corpuslint.checkers.embedded_spam.disguise import disguises, signs_of_disguise, undisguised

MIXED = "саsinо"
MATH = "𝗼𝗻𝗹𝗶𝗻𝗲𝗮𝗯"


@pytest.mark.parametrize(("text", "found"), [
    ("an ordinary line", []), (f"{MIXED} bоnus", ["look-alikes"]), (f"{MIXED} bonus", []), (f"{MIXED} bоnus" + " word" * 18, ["look-alikes"]), (f"{MIXED} bоnus" + " word" * 19, []),
    (MATH, ["mathematical letters"]), (MATH[:-1], []), ("c a s i n o", ["letter-spaced"]), ("c a s i n", []), ("c a s i n o " + "x" * 15, ["letter-spaced"]), ("c a s i n o " + "x" * 16, []),
    ("g4m3s b0nus p0ker", ["digits for letters"]), ("g4m3s p0ker", []), ("g4m3s b0nus p0ker" + " word" * 9, ["digits for letters"]), ("g4m3s b0nus p0ker" + " word" * 10, []),
])
def test_how_words_are_hidden(text: str, found: list[str]) -> None:
    assert disguises(text) == found


@pytest.mark.parametrize(("text", "places"), [
    ("an ordinary line, 2nd 4k", []), ("p0ker", [1]), ("x c a s i n", [1]), ("в casino", []), ("саsino", [1]), (MATH[:4], [0]), (MATH[:3], []), ("bet365", []), ("Über é 25", []),
])
def test_where_something_looks_disguised(text: str, places: list[int]) -> None:
    assert sorted(signs_of_disguise(text)) == places


@pytest.mark.parametrize(("text", "plain"), [
    ("0nl1ne Cas1n0", ("online casino",)), ("c a s i n o  p l a y", ("casino play",)), ("c-a-s-i-n-o", ("casino",)), ("c a s i n o p", ("casinop",)), (MATH, ("onlineab",)), ("саsinо", ("casino", "саѕіпо")), ("ca\u200bsi\u00adno", ("casino",)), ("bet365", ("bet365",)),
])
def test_the_text_undisguised(text: str, plain: tuple[str, ...]) -> None:
    assert undisguised(text) == plain
