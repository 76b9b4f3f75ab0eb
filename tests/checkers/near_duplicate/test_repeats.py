"""All shingles that were there before, found by looking up or by sorting, in groups of any size."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpuslint.checkers.near_duplicate import repeats as module
from corpuslint.checkers.near_duplicate.letters import LETTERS
from corpuslint.checkers.near_duplicate.repeats import END, repeats

TEXTS = st.lists(st.text(alphabet=LETTERS[:3], max_size=60), max_size=6)
CORPUS = END.join(("", "abcdeabcd", "xabcde", "abc", "abcabc"))
FOUND = [(6, 1), (7, 2), (12, 1), (13, 2), (14, 3), (18, 1), (22, 1), (25, 1)]
"""Places of shingles of three letters that stand before, and the first place of each."""


def test_every_place_and_the_first_of_its_shingle() -> None:
    assert list(repeats(CORPUS, 3)) == FOUND
    assert list(repeats("", 3)) == list(repeats(" ab", 3)) == list(repeats(" ab abc", 3)) == []


@pytest.mark.parametrize("group", [1, 2, 3, 8, 1 << 17])
def test_groups_of_any_size_give_the_same(group: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_GROUP", group)
    assert list(module._by_looking_up(CORPUS, 3)) == FOUND


@pytest.mark.parametrize("group", [1, 2, 3, 8, 1 << 17])
@pytest.mark.parametrize("size", [1, 3, 8, 9, 16, 17, 20])
def test_sorting_in_groups_of_any_size_gives_the_same(size: int, group: int, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("numpy")
    text = LETTERS[:20]
    corpus = END.join(("", text, f"x{text}{text}", text[1:]))
    found = list(module._by_looking_up(corpus, size))
    starts = [(at, first) for at, first in found if (at - 1, first - 1) not in found]
    monkeypatch.setattr(module, "_GROUP", group)
    monkeypatch.setattr(module, "_SORTED", group)
    assert list(module._by_sorting(corpus, size)) == starts != []


def test_numpy_sorts_what_is_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_GROUP", 8)
    monkeypatch.setattr(module, "_by_sorting", lambda corpus, size: iter([(len(corpus), size)]))
    monkeypatch.setattr(module, "find_spec", lambda name: name == "numpy")
    assert list(repeats("abcdefgh", 3)) == []
    assert list(repeats("abcdefghi", 3)) == [(9, 3)]
    monkeypatch.setattr(module, "find_spec", lambda _: None)
    assert list(repeats("abcdefghi", 3)) == []


@pytest.mark.parametrize(("most", "groups"), [(1, 91), (3, 31), (99, 1), (6, 16)])
def test_letters_are_grouped_by_how_often_they_stand(most: int, groups: int) -> None:
    made = list(module._letter_groups([1] * 128, most))
    assert [chr(letter) for group in made for letter in group] == [*LETTERS]
    assert len(made) == groups
    assert max(map(len, made)) <= most


def test_a_frequent_letter_stands_alone() -> None:
    counts = [0] * 128
    counts[ord(LETTERS[5])] = 9
    assert [len(group) for group in module._letter_groups([count or 1 for count in counts], 4)][:4] == [4, 1, 1, 4]


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from([1, 4, 1 << 17]))
def test_sorting_finds_what_looking_up_finds(texts: list[str], group: int) -> None:
    pytest.importorskip("numpy")
    corpus = END.join(("", *texts))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_GROUP", group)
        patch.setattr(module, "_SORTED", group)
        found = list(module._by_looking_up(corpus, 4))
        starts = [(at, first) for at, first in found if (at - 1, first - 1) not in found]
        assert list(module._by_sorting(corpus, 4)) == starts
