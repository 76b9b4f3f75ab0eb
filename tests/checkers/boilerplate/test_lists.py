"""The lists that ship with the rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpuslint.checkers.boilerplate.lookup import source_heads
from corpuslint.checkers.boilerplate.templates import first_tokens, parse
from corpuslint.data import builtin_folder
from tests.checkers.boilerplate.samples import RULE

TEMPLATES = sorted((builtin_folder() / "boilerplate").glob("templates.*.txt"))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_every_entry_is_a_template_of_a_known_kind(path: Path) -> None:
    for term, tag in RULE.lexicon(path.suffixes[0][1:], "templates"):
        kind, _, certainty = tag.partition(" ")
        assert kind in RULE.kinds, term
        assert certainty in ("", "edge", "run", "topic"), term
        assert source_heads(term) == first_tokens(parse(term)), term
        assert "" not in first_tokens(parse(term)), term


def test_the_points_of_clues_are_numbers_of_known_kinds() -> None:
    for language in RULE.languages("clues"):
        for term, tag in RULE.lexicon(language, "clues"):
            kind, points = tag.split(" ")
            assert kind in RULE.kinds, term
            assert points in ("1", "2", "3"), term
