"""Which swaps of code pages are worth a try."""

from __future__ import annotations

import pytest

from corpuslint.checkers.mojibake.codecs import MULTI, Swap
from corpuslint.checkers.mojibake.families import CODE_PAGES, all_true, letters_of, true_codecs
from corpuslint.checkers.mojibake.hypotheses import _hypotheses, nominate, prior
from corpuslint.checkers.mojibake.weights import WEIGHTS

ODD = ("pøijel", "pøesnì", "spìchali", "pøes", "námìstí")


def pages(line: str, language: str) -> dict[str, set[str]]:
    """Code page that it was read in to those that it may have been written in."""
    found: dict[str, set[str]] = {}
    for read, true in _hypotheses(line, language):
        found.setdefault(read, set()).add(true)
    return found


def test_a_language_was_written_in_its_code_pages() -> None:
    assert true_codecs("cs") == ("cp1250", "iso8859-2", "cp852", "mac-latin2")
    assert true_codecs("ro")[-1] == "iso8859-16"
    assert true_codecs("xx") == all_true()
    assert len(all_true()) == len(set(all_true())) == sum(map(len, CODE_PAGES.values()))
    assert {"ř", "“"} <= letters_of("cp1250")
    assert "ø" not in letters_of("cp1250")


def test_swaps_that_make_letters_of_the_language() -> None:
    found = pages("pøesnì a naše námìstí a tak dále", "cs")
    assert found["cp1252"] == {"cp1250"} | found["cp1252"] & {"iso8859-2", "cp852", "mac-latin2"}
    assert "koi8-r" not in found
    assert all(read not in trues for read, trues in found.items())


def test_a_line_of_foreign_letters_may_be_of_any_language() -> None:
    assert "koi8-r" in pages("pøesnì", "cs")["cp1252"]
    assert set(MULTI) <= pages("pøesnì", "cs")["cp1252"]
    assert "koi8-r" not in pages("pøesnì" + "x" * 20, "cs")["cp1252"]


def test_a_line_is_dense_from_a_quarter_on() -> None:
    assert "gb18030" not in pages("øaaa", "cs").get("cp1252", set())
    assert "gb18030" in pages("øaa", "cs")["cp1252"]


def test_east_asian_text_may_have_been_read_in_an_east_asian_code_page() -> None:
    found = pages("鈥攂 and so on and on and on", "fr")
    assert set(found) == {"gb18030", "cp932", "big5hkscs", "cp949"}
    assert found["cp932"] == {"cp1252", "mac-roman", "cp850", "cp437", "gb18030", "big5hkscs", "euc_jp", "cp949"}
    assert pages("plain", "fr") == {}


def test_a_swap_that_the_odd_words_promise_is_nominated() -> None:
    line = "pøijel vlak pøesnì a cestující spìchali pøes námìstí"
    found = nominate([(line, ODD)], "cs")
    assert found[0] == Swap("cp1252", "cp1250")
    assert len(found) <= 5
    assert nominate([(line, ("pøes",))], "en") == []
    assert nominate([("ráno přijel", ("ráno",))], "cs") == []
    assert nominate([], "cs") == []


def test_only_the_worst_lines_are_looked_at() -> None:
    line = "pøijel vlak pøesnì a cestující spìchali pøes námìstí"
    sound = ("vlak přijel", ("přijel",))
    assert nominate([sound, sound, (line, ODD)], "cs") != []
    assert nominate([sound, sound, sound, (line, ODD)], "cs") == []


@pytest.mark.parametrize(
    ("language", "true", "least"),
    [("cs", "cp1250", WEIGHTS.swap_prior_own), ("cs", "cp1251", WEIGHTS.swap_prior), ("xx", "cp1250", WEIGHTS.swap_prior_unknown)],
)
def test_a_swap_must_gain_more_where_it_is_less_likely(language: str, true: str, least: float) -> None:
    assert prior(language, Swap("cp1252", true)) == least
