"""Letters by script."""

from __future__ import annotations

import pytest

from corpuslint.text.scripts import count_scripts, main_script, named, script, scripts


@pytest.mark.parametrize(("char", "name", "of_letter"), [
    ("a", "LATIN", "LATIN"), ("я", "CYRILLIC", "CYRILLIC"), ("の", "HIRAGANA", "HIRAGANA"), ("々", "IDEOGRAPHIC", "IDEOGRAPHIC"),
    ("1", "DIGIT", ""), ("\u0301", "COMBINING", ""), ("\n", "", ""), ("\udc80", "", ""),
])
def test_a_characters_script(char: str, name: str, of_letter: str) -> None:
    assert (named(char), script(char)) == (name, of_letter)


@pytest.mark.parametrize(("text", "each", "shared"), [
    ("a 1 b!", {"LATIN": 2}, {"LATIN": 2}),
    ("", {}, {}),
    ("12", {}, {}),
    ("aя漢のカ々", {"LATIN": 1, "CYRILLIC": 1, "CJK": 1, "HIRAGANA": 1, "KATAKANA": 1, "IDEOGRAPHIC": 1}, {"LATIN": 1, "CYRILLIC": 1, "CJK": 4}),
    ("Ａ𝐁", {"FULLWIDTH": 1, "MATHEMATICAL": 1}, {"LATIN": 2}),
])
def test_letters_are_counted_by_script(text: str, each: dict[str, int], shared: dict[str, int]) -> None:
    assert (scripts(text), count_scripts(text)) == (each, shared)


def test_the_script_of_most_letters() -> None:
    assert main_script("カ漢の abc") == "CJK"
    assert main_script("… 12") == ""
