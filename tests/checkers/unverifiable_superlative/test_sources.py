"""What counts as a source, a figure or a verdict beside a claim, and what does not."""

from __future__ import annotations

import pytest

from corpuslint.checkers.unverifiable_superlative.sources import is_attributed, is_awarded, is_cited, is_measured
from tests.checkers.unverifiable_superlative.language import claim, sentence

BEST = "the best town"
FAR = "abcdefghi " * 20


@pytest.mark.parametrize(("text", "cited"), [
    (f"It is {BEST}.[12]", True), (f"It is {BEST}. [12]", True), (f"It is {BEST} [12].", True), (f"It is {BEST}[a].", True),
    (f"It is {BEST}[note 3].", True), (f"It is {BEST}[1, 2].", True), (f"It is {BEST}[^x].", True), (f"It is {BEST}<ref.", True),
    (f"It is {BEST}².", True), (f"In [12] it is {BEST}.", False), (f"It is {BEST} [1999].", False), (f"It is {BEST} (1999).", False),
    (f"It is {BEST} (Rossi 1999).", True), (f"(Rossi, 1999) it is {BEST}.", True), (f"It is {BEST} (see Rossi and Bauer, 2011, p. 4).", True),
    (f"It is {BEST} (March 1999).", False), (f"It is {BEST} (born 1985).", False), (f"It is {BEST} (Rossi 1499).", False),
    (f"It is {BEST} (Rossi 2011b).", True),
])
def test_a_reference(text: str, cited: bool) -> None:
    assert is_cited(sentence(text), claim(text, BEST)) is cited


def test_a_note_behind_the_sentence() -> None:
    text = f"It is {BEST}.[12] It rains."
    whole = sentence(text)
    for end in (text.index("[") - 1, text.index("[")):
        assert is_cited(type(whole)(whole.document, whole.language, 0, end), claim(text, BEST))
    assert not is_cited(type(whole)(whole.document, whole.language, 0, text.index("[") - 2), claim(text, BEST))


@pytest.mark.parametrize(("text", "gradable", "measured"), [
    (f"{BEST} has 3 kilometre", True, True), (f"{BEST} has 3 kilometre", False, False), (f"{BEST} has 3 houses", True, False),
    (f"{BEST} has kilometre 3", True, False), (f"3 kilometre from {BEST}", True, True), (f"{BEST} has 3 long abcde kilometre", True, True),
    (f"{BEST} has 3 long abcdef kilometre", True, False), (f"{BEST} has x3 kilometre", True, False),
    (f"{BEST} has 4 houses or 3 kilometre", True, True),
    (f"{BEST}{' ' * 68} 3 kilometre", True, True), (f"{BEST}{' ' * 69} 3 kilometre", True, False),
    (f"3 kilometre{' ' * 68}{BEST}", True, False), (f"3{' ' * 58}kilometre{' ' * 2}{BEST}", True, True), (f"3{' ' * 59}kilometre{' ' * 2}{BEST}", True, False),
    (f"3 kilometre{' ' * 59}{BEST}", True, True), (f"3 kilometre{' ' * 60}{BEST}", True, False),
    (f"{BEST} since the war", True, True), (f"{BEST} since the war", False, False), (f"since the war {BEST}", True, False),
    (f"{BEST} 23456789 0 since", True, True), (f"{BEST} 23456789 01 since", True, False), ("the best since 1990", True, True),
])
def test_a_figure_that_measures(text: str, gradable: bool, measured: bool) -> None:
    match = BEST if BEST in text else "the best since 1990"
    assert is_measured(sentence(text), claim(text, match, gradable=gradable)) is measured


def test_a_jury() -> None:
    assert is_awarded(sentence(f"the jury saw {BEST}"))
    assert not is_awarded(sentence(f"we saw {BEST}"))


@pytest.mark.parametrize(("text", "attributed"), [
    (f"according to Anna it is {BEST}", True), (f"according to many it is {BEST}", False), (f"according to 23456789012 many, {BEST}", True),
    (f"according to 2345678901 many, {BEST}", False), (f"according to 23456789 many, {BEST}", False),
    (f"it is {BEST}, according to Anna", True),
    (f"Anna said it is {BEST}", True), (f"said it is {BEST}", False), (f"critics said it is {BEST}", False), (f"he said it is {BEST}", False),
    (f"Anna said {FAR}it is {BEST}", True), (f"Anna called it {BEST}", True), (f"Anna called {FAR}it {BEST}", False),
    (f"Anna called {FAR[:57]}, {BEST}", True), (f"Anna called {FAR[:58]}, {BEST}", False),
    (f"Anna called; it {BEST}", False), (f"Anna called Old Mint, is {BEST}", False), (f"Anna holds that it is {BEST}", True),
    (f"Anna holds that {FAR}it is {BEST}", False), (f"critics x y z a b said it is {BEST}", False), (f"critics x y z a b c said it is {BEST}", True),
    (f"it was said that it is {BEST}", False), (f"it was said by Anna that it is {BEST}", True), (f"it was said by critics that it is {BEST}", False),
    (f"it was often said it is {BEST}", False), (f"it was very often said it is {BEST}", True), (f"by Anna it was said it is {BEST}", False),
    (f"it was said by 2345678 9 critics it is {BEST}", False), (f"it was said by 23456789 01 critics it is {BEST}", True),
    (f"he often said it is {BEST}", False), (f"he very often said it is {BEST}", True),
    (f"it is {BEST}, Anna said", True), (f"it is {BEST} Anna said", False), (f"it is {BEST}, he said", False), (f"it is {BEST}, many said", False),
    (f"it is {BEST}, it was said", False), (f"it is {BEST}, that said", False), (f"it is {BEST}, {FAR[:42]} said", True),
    (f"it is {BEST}, {FAR[:43]} said", False), (f"it is {BEST}, Anna said{' ' * 90}", True), (f"it is {BEST}, Anna said{' ' * 91}", False),
    (f"it is {BEST}, called so by Anna", False),
])
def test_somebody_in_particular_says_it(text: str, attributed: bool) -> None:
    assert is_attributed(sentence(text), claim(text, BEST)) is attributed


@pytest.mark.parametrize(("text", "code", "attributed"), [
    (f"Anna it {BEST} called", "de", True), (f"Anna it {BEST} called", "en", False), (f"it was {BEST} called", "de", False),
    (f"Anna it {BEST} {FAR[:58]} called", "de", True), (f"Anna it {BEST} {FAR[:59]} called", "de", False),
    ("it the best 0123456789 called 0123456789", "de", True), (f"it the best called {'x' * 38}", "de", True), (f"it the best called {'x' * 39}", "de", False),
])
def test_a_verb_of_judgement_may_stand_last(text: str, code: str, attributed: bool) -> None:
    match = BEST if BEST in text else text[3:]
    assert is_attributed(sentence(text, code), claim(text, match)) is attributed
