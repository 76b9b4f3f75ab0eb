from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpuslint.scanner import Scanner


class _Rule:
    id = "a-rule"

    def __init__(self, *terms: str) -> None:
        self._terms = terms

    def scanned_lexicons(self) -> Iterator[tuple[tuple[str, str], Sequence[str]]]:
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


def test_entries_with_letters_beyond_ascii_and_with_other_signs_are_found() -> None:
    assert _found("we’ve seen a café, and a cafe", "we’ve", "café", "cafe") == ["we’ve", "café", "cafe"]
    assert _found("İSTANBUL ve Ankara".lower().replace("i̇", "İ"), "ankara") == ["ankara"]


def test_one_entry_of_two_lexicons_is_found_for_both() -> None:
    scanner = Scanner([_Rule("slot"), _Rule("slot")])  # type: ignore[list-item]
    assert [(hit.start, hit.end) for hit in scanner.scan("a slot")["a-rule"]] == [(2, 6), (2, 6)]
