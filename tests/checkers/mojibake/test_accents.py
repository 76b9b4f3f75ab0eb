"""Accents beside their letters, letters whose controls are gone, and what is told once for many places."""

from __future__ import annotations

import pytest

from corpuslint.card import builtin_rule
from corpuslint.checkers.mojibake.checker import MASS
from corpuslint.engine import RuleSet, check_text

RULES = RuleSet((builtin_rule("mojibake"),))


def found(text: str, language: str = "en") -> list[tuple[str, str, str | None]]:
    return [
        (finding.kind, finding.match, finding.fix.edits[0].replacement if finding.fix else None)
        for finding in check_text(text, RULES, language=language)
    ]


@pytest.mark.parametrize(("text", "match", "repair"), [
    ("The old Universit´e of the town has a garden.", "´e", "é"),
    ("The town of M¨unster has a garden.", "¨u", "ü"),
    ("The town of M¨ unster has a garden.", "¨ u", "ü"),
    ("A man named Fran¸cois planted trees.", "¸c", "ç"),
    ("A man named Franc¸ois planted trees.", "c¸", "ç"),
])
def test_an_accent_goes_back_to_its_letter(text: str, match: str, repair: str) -> None:
    assert found(text) == [("spacing-accent", match, repair)]


@pytest.mark.parametrize("text", [
    "They don´t know it, and it´s late.",  # an apostrophe
    "C´est l´eau de dell´arte qu´elle aime.",
    "The unit vectors eˆI and eˆL span the plane.",  # a hat
    "A ´quoted´ word and a `command` here.",
    "The accents ´ and ¨ stand alone.",
])
def test_an_accent_that_is_none_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_an_a_with_a_hat_was_an_apostrophe_in_english_alone() -> None:
    assert found("The ferryâs captain smiled.") == [("lossy", "â", "’")]
    assert found("Le gâteau est prêt, et la pâte est là.", "fr") == []
    assert found("Le château est là, and it is old.") == []


def test_the_others_are_told_where_two_contractions_show_it() -> None:
    assert found("She said âcome inâ at noon.") == []
    text = "The ferryâs captain said that itâs late by now: âlet all of them come in at onceâ."
    assert found(text) == [("lossy", "â", "’"), ("lossy", "â", "’"), ("lossy", "â", None), ("lossy", "â", None)]


@pytest.mark.parametrize("form", ["ï¿½", "пїЅ", "占쏙옙", "ÔøΩ", "∩┐╜"])
def test_the_sign_for_a_lost_letter_that_was_misread(form: str) -> None:
    assert found(f"They met in K{form}ln.") == [("replacement", form, None)]


def test_the_mark_of_a_hyphen() -> None:
    assert found("a high\ufffelevel view") == [("line-hyphen", "\ufffe", None)]
    assert [kind for kind, _, _ in found("a high\ufffflevel view")] == ["undecodable"]


@pytest.mark.parametrize(("count", "places"), [(MASS - 1, 0), (MASS, MASS)])
def test_what_comes_in_masses_is_told_once(count: int, places: int) -> None:
    findings = check_text("\n".join("\ue095 Pin" for _ in range(count)), RULES)
    assert (len(findings), len(findings[0].places)) == (1 if places else count, places)


def test_one_repair_for_a_mass() -> None:
    (finding,) = check_text("\n".join(f"a re{sign}ect" for sign in "ﬂﬂﬂﬂ"), RULES)
    assert finding.fix is not None
    assert [edit.replacement for edit in finding.fix.edits] == ["fl"] * 4


@pytest.mark.parametrize("text", ["Grill, B×H×T: 53,3×49,2×31 cm", "http://a.example/?id=1&key=AAb&other=AAc"])
def test_signs_and_values_are_no_damage(text: str) -> None:
    assert found(text) == []


def test_a_swap_that_few_letters_show_is_in_preview() -> None:
    rule = builtin_rule("mojibake")
    assert rule.kinds["legacy-letter"].preview and not rule.kinds["legacy-swap"].preview


@pytest.mark.parametrize("text", ["مـــحـــمـــد رســـول الله", "بنـــــاء تصـــــاع ا هـــنا", "قـــريبـــاً"])
def test_stretched_arabic_is_no_swap(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(("text", "kinds"), [("Ðîññèÿ.", ["legacy-letter"]), ("Ðîññèÿ.\nÌîñêâà.", ["legacy-swap"] * 2)])
def test_a_swap_in_one_place_is_a_letter_in_two_a_swap(text: str, kinds: list[str]) -> None:
    assert [finding.kind for finding in check_text(text, RULES)] == kinds
