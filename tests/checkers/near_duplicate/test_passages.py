"""Every shingle that an earlier string has lies in a passage or overlaps one, and passages go as far as they can."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpuslint.checkers.near_duplicate.letters import LETTERS
from corpuslint.checkers.near_duplicate.passages import Passage, covered, shared, shingles

TEXTS = st.lists(st.text(alphabet=LETTERS[:3], max_size=60), max_size=6)


@pytest.mark.parametrize(("texts", "passages"), [
    (["abcd", "abcd"], [(1, 0, 4, 0, 0)]),
    (["abc", "abc"], []),
    (["xabcdy", "zzabcdw"], [(1, 2, 6, 0, 1)]),
    (["abcdefgh", "abcdxefgh"], [(1, 0, 4, 0, 0), (1, 5, 9, 0, 4)]),
    (["abcdefgh", "efghabcd"], [(1, 0, 4, 0, 4), (1, 4, 8, 0, 0)]),
    (["abcd", "efgh", "efghabcd"], [(2, 0, 4, 1, 0), (2, 4, 8, 0, 0)]),
    (["abcd", "abcd", "xabcd"], [(1, 0, 4, 0, 0), (2, 1, 5, 0, 0)]),
    (["abcdabcd"], []),
    (["abcdabcd", "abcd"], [(1, 0, 4, 0, 0)]),
    (["abcd", "abcdabcd"], [(1, 0, 4, 0, 0), (1, 4, 8, 0, 0)]),
    (["aaaaaaaa", "aaaaaaaaaaaa"], [(1, 0, 8, 0, 0), (1, 5, 12, 0, 0)]),
    (["abcdef", "cdefgh", "abcdefgh"], [(1, 0, 4, 0, 2), (2, 0, 6, 0, 0)]),  # gh alone is less than a shingle
    (["abcdef", "cdefghij", "abcdefghij"], [(1, 0, 4, 0, 2), (2, 2, 10, 1, 0)]),  # ab alone, too
    (["", "abcd", "", "abcd"], [(3, 0, 4, 1, 0)]),
])
def test_passages_of_four_letters_and_more(texts: list[str], passages: list[tuple[int, int, int, int, int]]) -> None:
    assert [tuple(passage) for passage in shared(texts, 4)] == passages


@pytest.mark.parametrize("length", [10, 63, 64, 65, 73, 74, 75, 127, 128, 129, 138, 139])
def test_a_passage_goes_on_to_the_first_difference(length: int) -> None:
    text = "".join(LETTERS[n * n % 91] + LETTERS[n * n // 91 % 91] for n in range(100))[:length]
    assert list(shared([f"x{text}y", f"{text}z{text}"], 10)) == [
        Passage(1, 0, length, 0, 1), Passage(1, length + 1, 2 * length + 1, 0, 1),
    ]
    assert list(shared([text, f"z{text}"], 10)) == [Passage(1, 1, length + 1, 0, 0)]


@pytest.mark.parametrize(("ours", "theirs", "letters"), [
    ("abcdef", "abcdef", 6), ("abcdef", "xabcx", 3), ("abcdef", "abc def", 6), ("abcdefgh", "abcd efgh", 8), ("ab", "ab", 0),
    ("abcxdef", "abcdef", 6), ("aaaa", "aaa", 4), ("abcdef", "bcd", 3), ("abcdef", "", 0),
])
def test_what_another_covers_of_a_string(ours: str, theirs: str, letters: int) -> None:
    assert covered(shingles(ours, 3), shingles(theirs, 3), 3) == letters


def naive(texts: Sequence[str], size: int) -> list[tuple[int, int]]:
    """Where in each text a shingle begins that an earlier one has."""
    return [
        (n, at)
        for n, text in enumerate(texts) for at in range(len(text) - size + 1)
        if any(text[at : at + size] in other for other in texts[:n])
    ]


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_no_shared_shingle_is_missed_and_none_is_made_up(texts: list[str]) -> None:
    passages = list(shared(texts, 4))
    for passage in passages:
        length = passage.end - passage.start
        assert passage.other < passage.text
        assert length >= 4
        piece = texts[passage.text][passage.start : passage.end]
        assert texts[passage.other][passage.other_start : passage.other_start + length] == piece
    for n, at in naive(texts, 4):
        assert any(p.text == n and p.start < at + 4 and at < p.end for p in passages)


def test_long_passages_cost_no_more_than_their_length() -> None:
    text = "".join(LETTERS[n * n % 91] + LETTERS[n * n // 91 % 91] for n in range(20_000))
    assert list(shared([text, text[:-1], f"x{text}"], 10)) == [
        Passage(1, 0, 39_999, 0, 0), Passage(2, 1, 40_001, 0, 0),
    ]
    assert covered(shingles(text, 5), shingles(text[1:], 5), 5) == len(text)  # its first shingle stands elsewhere, too
