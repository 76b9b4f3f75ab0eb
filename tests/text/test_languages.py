"""The table of languages: a row for each language that a list is for, and nothing in it that is not known."""

from __future__ import annotations

import re
import tomllib
from typing import Any

import pytest

from corpuslint.checkers.mojibake.families import CODE_PAGES
from corpuslint.checkers.mojibake.letters import alphabet, languages
from corpuslint.data import builtin_folder
from corpuslint.text.language import function_words
from corpuslint.text.languages import Traits, by_script, east_asian, primary_tags, table, traits
from corpuslint.text.scripts import script

_PATH = builtin_folder() / "tables" / "languages.toml"
_LINE = re.compile(r'([a-z]{2,3}(?:-(?:Arab|Cyrl|Latn))?) = \{ name = "[^"]+", script = "[A-Z]+"(?:, .+)? \}')
_SPACES, _CALENDARS = ("words", "phrases", "none"), ("", "buddhist", "minguo", "nepali", "persian")


@pytest.fixture(scope="module")
def rows() -> dict[str, dict[str, Any]]:
    return tomllib.loads(_PATH.read_text("utf-8"))


def test_a_row_is_a_line_and_the_lines_are_sorted() -> None:
    lines = [line for line in _PATH.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    assert [line for line in lines if not _LINE.fullmatch(line)] == []
    tags = [line.partition(" = ")[0] for line in lines]
    assert tags == sorted(tags)


def test_a_row_names_known_keys_and_nothing_that_holds_anyway(rows: dict[str, dict[str, Any]]) -> None:
    order, usual = Traits._fields, Traits()._asdict()
    for tag, row in rows.items():
        assert list(row) == sorted(row, key=order.index), tag
        assert [key for key, value in row.items() if value in ([], usual[key])] == [], tag
        assert [key for key, value in row.items() if isinstance(value, bool) and not isinstance(usual[key], bool)] == [], tag


def test_the_values_are_those_that_somebody_reads() -> None:
    for tag, row in table().items():
        assert row.spaces in _SPACES, tag
        assert row.calendar in _CALENDARS, tag
        assert set(row.code_pages) <= CODE_PAGES.keys(), tag
        assert list(row.code_pages) == [family for family in CODE_PAGES if family in row.code_pages], tag
        assert set(row.neighbours) <= table().keys() - {tag}, tag
        assert not row.short_years or row.calendar, tag


def test_each_language_of_a_list_has_a_row() -> None:
    lists = {path.stem.rpartition(".")[2] for path in _PATH.parents[1].glob("*/*.*.txt")} - {"mul"}
    told = {language for languages_ in function_words().values() for language in languages_}
    assert sorted((lists | told | languages()) - table().keys()) == []


def test_the_letters_of_a_language_are_of_its_script() -> None:
    for language in languages():
        assert traits(language).script in {script(char) for char in alphabet(language)}, language


def test_no_two_languages_share_a_tag_or_are_told_by_one_script() -> None:
    codes = [code for row in table().values() for code in row.codes]
    assert len(codes) == len(set(codes)) == len(primary_tags())
    assert len(by_script()) == sum(row.by_script for row in table().values())


@pytest.mark.parametrize(("tag", "primary"), [("deu", "de"), ("ger", "de"), ("tl", "fil"), ("no", "nb"), ("yue", "zh")])
def test_other_tags_of_a_language(tag: str, primary: str) -> None:
    assert primary_tags()[tag] == primary


def test_a_language_without_a_row_is_in_no_case() -> None:
    assert traits("und") == traits("x") == Traits()


def test_what_stands_in_a_row() -> None:
    german = traits("de")
    assert (german.name, german.script, german.codes, german.spelling) == ("German", "LATIN", ("deu", "ger"), {"ß": "ss"})
    assert (german.verb_second, german.noun_capitals, german.few_compounds, german.spaces) == (True, True, False, "words")
    assert traits("th").calendar == "buddhist"
    assert east_asian() == {"ja", "ko", "zh"}
