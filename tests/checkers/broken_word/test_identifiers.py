from __future__ import annotations

import pytest

from corpuslint.checkers.broken_word.identifiers import speaks_code


@pytest.mark.parametrize("text", [
    "Type `ls` here.", "```\ncode\n```", "Text\n```\n", "Call open(), close() and flush().", "open_file and read_line and max_size",
    "--no-wait, --force-all, --dry=1", "std::vector, std::map, std::set", "a->next, b->last, c->size", "$HOME, $PATH, $SHELL",
    "Call open(), set max_size, pass --no-wait.",
])
def test_code(text: str) -> None:
    assert speaks_code(text)


@pytest.mark.parametrize("text", [
    "", "Prose alone.", "A ` alone, and `` two.", "` not so `", "Call open() and close().", "open() alone, open() alone, open() alone",
    "() () ()", "a_b c_d e_f", "one -- two -- three --", "x--yard a--zone b--cone", ": : : std :: map", "-> left -> right -> up", "$H $P $S $5 $7",
])
def test_no_code(text: str) -> None:
    assert not speaks_code(text)
