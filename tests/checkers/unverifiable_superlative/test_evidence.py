"""Why a claim needs no evidence beside it."""

from __future__ import annotations

import pytest

from corpuslint.checkers.unverifiable_superlative.evidence import excuse
from corpuslint.checkers.unverifiable_superlative.sentence import Sentence
from corpuslint.document import Document
from tests.checkers.unverifiable_superlative.language import claim, language, sentence

BEST = "the best town"
FAR = "abcdefghi " * 20


@pytest.mark.parametrize(("text", "reason"), [
    (f"It is {BEST}.", None),
    (f"It is “{BEST}”.", "quoted"), (f"“It” is {BEST}.", None), (f"It is {BEST} “here”.", None), (f"It is “so, {BEST}.", "quoted"),
    (f"Is it {BEST}?", "asked"), (f"Is it {BEST}? ) ", "asked"), (f"¿It is {BEST}.", "asked"), (f"It is {BEST}, ¿no.", None),
    (f"What is {BEST}.", "asked"), (f"“ What is {BEST}", "quoted"), (f"(( What is {BEST}.", None), (f"( What is {BEST}.", "asked"),
    (f"We ask whether it is {BEST}.", "asked"), (f"whether {FAR[:39]} {BEST}.", None), (f"whether {FAR[:38]} {BEST}.", "asked"),
    (f"It is {BEST}, whether or what.", None),
    (f"What is so, {BEST}.", None),  # the question's clause has ended
    (f"That is whether {BEST}.", None),  # tells why, asks nothing
    (f"As all use cookies, it is {BEST}.", "site"),
    (f"{BEST} at all made.", None),  # a negation that reaches far: "le meilleur four jamais fait"
    (f"It is {BEST}.[12]", "cited"),
    (f"It is not {BEST}.", "negated"), (f"It is not so; it is {BEST}.", None), (f"It not, as {BEST}.", None), (f"It not as yet {BEST}.", "negated"),
    (f"not {FAR[:58]} {BEST}.", "negated"), (f"not {FAR[:59]} {BEST}.", None), (f"It not only is {BEST}.", None), (f"It not only sees {BEST}.", None),
    (f"{BEST} never.", "negated"), (f"{BEST} abcde never.", "negated"), (f"{BEST} abcdef never.", None), (f"{BEST}, never.", None),
    (f"If it is {BEST}.", "supposed"), (f"If only it is {BEST}.", None), (f"It is {BEST} if open.", None), (f"It is perhaps {BEST}.", "supposed"),
    (f"perhaps 23456789 0 {BEST}.", "supposed"), (f"perhaps 23456789 01 {BEST}.", None), (f"It is {BEST} perhaps.", None),
    (f"We want {BEST}.", "supposed"), (f"We want it; {BEST}.", None), (f"want {FAR[:48]} {BEST}.", "supposed"), (f"want {FAR[:49]} {BEST}.", None),
    (f"It is {BEST} we want.", None),
    (f"the word {BEST} again.", "mentioned"), (f"the word 23456789 0 {BEST}.", "mentioned"), (f"the word 23456789 01 {BEST}.", None),
    (f"{BEST} is a word.", None),
    ("the jury saw the best town.", "measured"), (f"According to Anna it is {BEST}.", "attributed"),
])
def test_the_reason(text: str, reason: str | None) -> None:
    assert excuse(sentence(text), claim(text, BEST)) == reason


@pytest.mark.parametrize(("text", "match", "code", "reason"), [
    ("It is the Best town.", "the Best town", "en", "name"), ("It is the Best town.", "the Best town", "de", None),
    ("IT IS THE BEST TOWN.", "BEST TOWN", "en", None), ("Best Western is here.", "Best Western", "en", "name"),
    ("Best towns are here.", "Best towns", "en", None), ("“ Best towns are", "Best towns", "en", "quoted"), ("( Best towns are", "Best towns", "en", None),
    ("(( Best towns are", "Best towns", "en", "name"), ("Best, Western is here.", "Best", "en", "name"), ("Best", "Best", "en", None),
])
def test_a_name(text: str, match: str, code: str, reason: str | None) -> None:
    assert excuse(sentence(text, code), claim(text, match)) == reason


@pytest.mark.parametrize(("before", "behind", "reason"), [
    ("aesthetics, aesthete. ", " aesthetic", "mentioned"), ("aesthetics, aesthete. ", " now", None),
    (f"aesthetics, aesthete. {'x' * 4990} ", " aesthetic", None), (f"aesthetics {'x' * 4980} ", " aesthetic aesthetes", "mentioned"),
    ("aesthetics aesthete ", f" {'x' * 4970} aesthetic", "mentioned"), ("aesthetics aesthete ", f" {'x' * 4995} aesthetic", None),
])
def test_beauty_in_a_treatise_on_aesthetics(before: str, behind: str, reason: str | None) -> None:
    text = f"{before}beautiful towns{behind}"
    assert excuse(sentence(text), claim(text, "beautiful towns", "peacock")) == reason
    assert excuse(sentence(text), claim(text, "towns", "peacock")) is None


@pytest.mark.parametrize(("text", "scoped", "kind", "reason"), [
    ("It is the best three throws.", False, "superlative", "counted"), ("It is the best three throws.", True, "superlative", None),
    ("It is the best three throws.", False, "peacock", None), ("See three best throws.", False, "superlative", "counted"),
    ("See three good best throws.", False, "superlative", None), ("It is the best good three.", False, "superlative", None),
])
def test_a_rank_among_results(text: str, scoped: bool, kind: str, reason: str | None) -> None:
    match = "the best" if "the best" in text else "best"
    assert excuse(sentence(text), claim(text, match, kind, scoped=scoped)) == reason


@pytest.mark.parametrize(("kind", "reason"), [("superlative", "measured"), ("attribution", "measured"), ("peacock", None), ("absolute", None)])
def test_a_jury_settles_no_praise(kind: str, reason: str | None) -> None:
    text = f"the jury saw {BEST}."
    assert excuse(sentence(text), claim(text, BEST, kind)) == reason
    text = f"{BEST} has 3 kilometre."
    assert excuse(sentence(text), claim(text, BEST, kind, gradable=True)) == reason


@pytest.mark.parametrize(("text", "reason"), [("最美的湖没有。", "negated"), ("没有最美的湖。", "negated"), ("最美的湖。", None)])
def test_a_negation_without_spaces(text: str, reason: str | None) -> None:
    whole = Sentence(Document.from_text(text), language("zh", "没有: not"), 0, len(text))
    assert excuse(whole, claim(text, "最美的湖")) == reason
