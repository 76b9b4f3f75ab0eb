"""Which templates a line is compared with, and in which languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpuslint.checkers.boilerplate.tokens import tokenize
from corpuslint.checkers.boilerplate.vocabulary import vocabulary
from corpuslint.data import WordLists, beside
from tests.checkers.boilerplate import samples

WORDS = samples.vocabulary("share it\tshare", "share [now]\tshare edge", "{n} views\ttools", "on {network}\tshare", "{any} reserved\tcopyright", "go {rest}\trelated")


@pytest.mark.parametrize(("token", "may"), [("share", True), ("facebook", True), ("truth", True), ("7", True), ("5k", True), ("", True), ("it", False), ("x", False)])
def test_what_a_template_may_begin_with(token: str, may: bool) -> None:
    assert WORDS.may_begin(token) is may


def test_only_openings_of_templates_are_remembered() -> None:
    words = samples.vocabulary("share it\tshare")
    words.candidates(tokenize("share it"), 0, whole=True)
    words.candidates(tokenize("x it"), 0, whole=True, floating=True)
    assert set(words._openings) == {"share"}


@pytest.mark.parametrize(("line", "whole", "floating", "kinds"), [
    ("share it", True, False, ["share"]), ("share", True, False, ["share"]), ("share now", True, False, ["share"]),
    ("share x", True, False, []), ("share share", True, False, []), ("share share", False, False, ["share"]), ("share x", False, False, []),
    ("7 views", True, False, ["tools"]), ("5k views", True, False, ["tools"]), ("on facebook", True, False, ["share"]), ("go on", True, False, ["related"]),
    ("x reserved", True, False, []), ("x reserved", True, True, ["copyright"]), ("go reserved", True, True, ["related", "copyright"]), ("x y", True, True, []),
    ("share, it", True, False, ["share"]),
])
def test_candidates(line: str, whole: bool, floating: bool, kinds: list[str]) -> None:
    found = WORDS.candidates(tokenize(line), 0, whole=whole, floating=floating)
    assert [labelled.label.kind for labelled in found] == kinds


def test_candidates_from_a_later_token() -> None:
    assert [labelled.label.kind for labelled in WORDS.candidates(tokenize("x share it"), 1, whole=True)] == ["share"]


def test_a_template_must_have_its_last_word_in_the_line() -> None:
    words = samples.vocabulary("go {any} home\tnavigation")
    assert len(words.candidates(tokenize("go straight home"), 0, whole=True)) == 1
    assert words.candidates(tokenize("go straight"), 0, whole=True) == []


def own_lists(folder: Path, **lists: str) -> WordLists:
    (folder / "own").mkdir()
    for name, text in lists.items():
        (folder / "own" / f"{name.replace('_', '.')}.txt").write_text(text, "utf-8")
    return beside(folder / "own.toml")


def test_a_document_is_read_in_its_language_its_neighbours_and_english(tmp_path: Path) -> None:
    lists = own_lists(tmp_path, templates_en="home\tshare\n", templates_uk="дім\tshare\n", templates_ru="дом\tshare\n", templates_de="heim\tshare\n", networks_mul="facebook\n")
    assert vocabulary(lists, ("uk",)).heads == {"home", "дім", "дом", "facebook"}
    assert vocabulary(lists, ("en",)).heads == {"home", "facebook"}
    assert vocabulary(lists, ("sw",)).heads == {"home", "facebook"}
    assert vocabulary(lists, ("und",)).heads == {"home", "дім", "дом", "heim", "facebook"}


def test_a_card_of_ones_own_may_have_both_lists(tmp_path: Path) -> None:
    lists = own_lists(tmp_path, templates_en="home\tshare\n", terms_en="away\tshare\n", clues_en="at sea\tshare 1\n")
    assert vocabulary(lists, ("en",)).heads == {"home", "away"}
