"""Whether what a code page explains is worth saying."""

from __future__ import annotations

import pytest

from corpuslint.checkers.mojibake.stretches import Reading, Stretch, apply, cost_of, weigh
from corpuslint.checkers.mojibake.weights import WEIGHTS
from corpuslint.checkers.mojibake.words import natural


def weighed(line: str, *stretches: tuple[int, int, str], lossy: bool = False, prior: float = 0.0) -> Reading | None:
    return next(weigh(line, "en", [Stretch(*stretch, ("cp1252",), lossy) for stretch in stretches], prior), None)


def test_a_text_costs_what_its_words_do() -> None:
    assert cost_of("the  house\tand\n", "en") == natural("en", "the") + natural("en", "house") + natural("en", "and")


def test_stretches_are_put_in_their_places() -> None:
    line = "a cafÃ© itâ€™s"
    assert apply(line, [Stretch(5, 7, "é", ()), Stretch(10, 13, "’", ())], 0, len(line)) == "a café it’s"
    assert apply(line, [Stretch(5, 7, "é", ())], 2, 7) == "café"
    assert apply(line, [], 2, 5) == "caf"


def test_the_gain_is_what_the_words_cost_less() -> None:
    reading = weighed("The cafÃ© is", (7, 9, "é"))
    assert reading is not None
    assert reading.gain == pytest.approx(natural("en", "cafÃ©") - natural("en", "café"))


def test_all_words_together_must_gain_enough() -> None:
    gain = natural("en", "cafÃ©") - natural("en", "café")
    assert weighed("The cafÃ© is", (7, 9, "é"), prior=gain) is not None
    assert weighed("The cafÃ© is", (7, 9, "é"), prior=gain + 0.01) is None
    assert weighed("cafÃ© cafÃ©", (3, 5, "é"), (9, 11, "é"), prior=2 * gain) is not None


def test_a_lost_character_costs() -> None:
    reading = weighed("The cafÃ?s is", (7, 9, ""), lossy=True)
    gain = natural("en", "cafÃ?s") - natural("en", "cafs") - WEIGHTS.lost
    assert (reading is not None) == (gain >= WEIGHTS.each_lossy)
    if reading:
        assert reading.gain == pytest.approx(gain)


@pytest.mark.parametrize(
    ("line", "stretch", "told"),
    [
        ("The cafÃ© is", (7, 9, "é"), True),
        ("x ─™ x", (2, 4, "·"), False),  # no letter, before or after
        ("x “É” x", (3, 5, "х"), False),  # a letter between quotation marks
        ("x CAFÉ™ x", (5, 7, "я"), False),  # a word in sound case
        ("x menГєs x", (5, 7, "ú"), True),  # two scripts, where a common letter would stand
    ],
)
def test_what_can_bear_witness(line: str, stretch: tuple[int, int, str], told: bool) -> None:
    assert (weighed(line, stretch) is not None) is told


@pytest.mark.parametrize("repair", ["\u2801", "\ue000", "\u0378", "\ud800"])
def test_what_no_text_holds_gains_nothing(repair: str) -> None:
    assert weighed("The cafÃ© is", (7, 9, repair)) is None


def test_what_brings_two_scripts_together_gains_nothing() -> None:
    assert weighed("The cafÃ©s is", (7, 9, "ж")) is None
    assert weighed("The cafÃ©s is", (7, 9, "\u05bc")) is None


def test_a_word_is_judged_with_all_of_its_stretches() -> None:
    reading = weighed("Ã©lÃ¨ve", (0, 2, "é"), (3, 5, "è"))
    assert reading is not None
    assert reading.gain == pytest.approx(natural("en", "Ã©lÃ¨ve") - natural("en", "élève"))
    assert len(reading.stretches) == 2
