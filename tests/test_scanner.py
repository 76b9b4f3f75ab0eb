from __future__ import annotations

from collections.abc import Iterator

from corpuslint.rule import Entry, Lexicon
from corpuslint.scanner import Scanner


class _Rule:
    id = "a-rule"

    def __init__(self, *terms: str) -> None:
        self._terms = tuple(Entry(term, "") for term in terms)

    def scanned_lexicons(self) -> Iterator[tuple[tuple[str, str], Lexicon]]:
        yield ("terms", "mul"), self._terms


def _found(text: str, *terms: str) -> list[str]:
    hits = Scanner([_Rule(*terms)]).scan(text).get("a-rule", ())  # type: ignore[list-item]
    return [text[hit.start : hit.end] for hit in hits]


def test_an_entry_is_whole_words() -> None:
    assert _found("a slot, two slots, a backslot", "slot") == ["slot"]


def test_a_star_stands_for_the_rest_of_a_word() -> None:
    assert _found("казино, казинодағы, озказино", "казин*") == ["казин", "казин"]
    assert _found("온라인카지노 카지노 카지노에서", "*카지노") == ["카지노", "카지노"]


def test_unspaced_scripts_have_no_word_edges() -> None:
    assert _found("在线赌场网站", "赌场") == ["赌场"]
