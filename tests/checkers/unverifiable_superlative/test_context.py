"""Words and their classes around a place, and the sentence around a claim."""

from __future__ import annotations

import pytest

from corpuslint.checkers.unverifiable_superlative.context import TaggedWord
from corpuslint.checkers.unverifiable_superlative.grammar import coordinated, noun_phrase, strength_of
from corpuslint.checkers.unverifiable_superlative.sentence import read
from corpuslint.document import Document
from tests.checkers.unverifiable_superlative.language import language, sentence

ENGLISH = language("en", "the: det, stop | don't: not | go*: verb | good*: adj | go: short | old town: place | old town hall: house | and: conj, stop | old: adj")


@pytest.mark.parametrize(("word", "classes"), [
    ("the", "det, stop"), ("go", "short"), ("going", "verb"), ("goods", "adj"), ("good", "adj"), ("g", ""), ("x", ""),
])
def test_the_word_itself_then_its_longest_stem(word: str, classes: str) -> None:
    assert ", ".join(sorted(ENGLISH.classes(word))) == classes


def test_terms_of_a_class_and_what_is_known() -> None:
    assert ENGLISH.terms("adj") == ["old", "good"]
    assert ENGLISH.known == {"det", "stop", "not", "verb", "adj", "short", "conj"}


def test_tokens_know_their_place_and_the_comma_before_them() -> None:
    assert ENGLISH.tokens("x, the don’t-go 5% y", 0, 20) == [
        TaggedWord("x", 0, 1, frozenset(), comma=False), TaggedWord("the", 3, 6, frozenset({"det", "stop"}), comma=True),
        TaggedWord("don't-go", 7, 15, frozenset(), comma=False), TaggedWord("5", 16, 17, frozenset(), comma=False),
        TaggedWord("%", 17, 18, frozenset(), comma=False), TaggedWord("y", 19, 20, frozenset(), comma=False),
    ]
    assert [word.text for word in ENGLISH.tokens("x old and the next one", 0, 22, phrase=True)] == ["x", "old", "and", "the"]


@pytest.mark.parametrize(("text", "behind"), [
    ("at one two. three", "one two"), ("at one - two", "one - two"), ("at one -- two", "one"), ("at one\ntwo", "one\ntwo"), ("at one\n\ntwo", "one"),
    ("at one (two)", "one"), (f"at {'abcd ' * 40}", "abcd " * 29 + "abcd"), (f"at 1{'abcd ' * 40}", "1" + "abcd " * 29 + "abc"),
])
def test_words_behind_a_place_up_to_the_end_of_the_clause(text: str, behind: str) -> None:
    words = ENGLISH.following(text, 2)
    assert text[words[0].start : words[-1].end] == behind


@pytest.mark.parametrize(("text", "before"), [
    ("one. two three at", "two three"), ("one at", "one"), ("one; two: three at", "three"), (f"{'abcd ' * 20}at", ("abcd " * 10).strip()),
    (f"x{'abcd ' * 20}yat", "y"), (f"{'abcd ' * 20}.at", ""),
])
def test_words_before_a_place_from_the_beginning_of_the_clause(text: str, before: str) -> None:
    words = ENGLISH.preceding(text, len(text) - 2)
    assert (text[words[0].start : words[-1].end] if words else "").endswith(before)
    assert [word.text for word in ENGLISH.preceding("a abcdefgh", 10, 8)] == ["abcdefgh"]


def test_cues_are_words_then_phrases() -> None:
    text = "the old town hall and the old town"
    found = {name: [(cue.text, cue.start, cue.end) for cue in cues] for name, cues in ENGLISH.cues(text, 0, len(text)).items()}
    assert found["place"] == [("old town", 4, 12), ("old town", 26, 34)]
    assert found["house"] == [("old town hall", 4, 17)]
    assert found["adj"] == [("old", 4, 7), ("old", 26, 29)]
    assert ENGLISH.cues("don’t", 0, 5)["not"][0].text == "don't"
    assert "place" not in ENGLISH.cues(text, 0, 7)


def test_cues_without_spaces_are_the_longest_entries() -> None:
    chinese = language("zh", "世界: world | 世界上: extreme | 上: up | 界上: no")
    text = "世界上上世界世界"
    found = {name: [(cue.start, cue.end) for cue in cues] for name, cues in chinese.cues(text, 0, len(text)).items()}
    assert found == {"extreme": [(0, 3)], "up": [(3, 4)], "world": [(4, 6), (6, 8)]}
    assert chinese.cues(text, 1, 3) == {"no": [TaggedWord("界上", 1, 3, frozenset({"no"}), comma=False)]}


@pytest.mark.parametrize(("text", "at", "found"), [
    ("and gifted teams", 0, (1, 2, 2)), ("and nice teams", 0, (1, 2, 1)), ("and very gifted", 0, (0, 0, 0)), ("gifted teams", 0, (0, 0, 0)),
    ("x, gifted and nice teams", 1, (1, 4, 2)), ("x and most gifted teams", 1, (1, 4, 2)), ("x and", 1, (0, 1, 0)), ("x and most", 1, (0, 1, 0)),
    ("x, nice, nice teams", 1, (1, 3, 1)), ("x and teams", 1, (0, 1, 0)),
])
def test_evaluations_that_are_joined(text: str, at: int, found: tuple[int, int, int]) -> None:
    words = language().tokens(text, 0, len(text))
    assert coordinated(words, at, language()) == found


@pytest.mark.parametrize(("text", "at", "noun"), [
    ("old town hall of x", 0, "old town hall"), ("old town the x", 0, "old town"), ("a b c d e f g h", 1, "b c d e f g"), ("x old, town", 1, "old"),
    ("x, old town", 1, ""), ("x", 1, ""), ("of x", 0, ""),
])
def test_the_noun_behind_an_evaluation(text: str, at: int, noun: str) -> None:
    assert " ".join(word.text for word in noun_phrase(language().tokens(text, 0, len(text)), at)) == noun


@pytest.mark.parametrize(("word", "strength"), [
    ("gifted", 2), ("nice", 1), ("common", 0), ("large", 2), ("glorious", 1), ("kilometre", 0), ("pewter", 0), ("team", 0),
])
def test_how_strong_an_evaluation_is(word: str, strength: int) -> None:
    (token,) = language().tokens(word, 0, len(word))
    assert strength_of(token, language()) == strength
    assert strength_of(token, language("de")) == (strength if token.classes else 0)


@pytest.mark.parametrize(("text", "quoted"), [
    ("x “abc” y", ["“abc”"]), ("x „abc“ y", ["„abc“"]), ("x »abc« y", ["»abc«"]), ('x "abc" y', ['"abc"']), ("x “abc y", ["“abc y"]),
    ("x “a «b» c” y", ["“a «b» c”"]), ("x 'abc' y", ["'abc'"]), ("x ‘abc’ y", ["‘abc’"]), ("the dogs' and cats' x", []), ("x 'don't' y", ["'don't'"]),
    ("x ” abc", []), ("x “a” “b” y", ["“a”", "“b”"]),
])
def test_quotations_of_a_sentence(text: str, quoted: list[str]) -> None:
    assert [text[span.start : span.end] for span in sentence(text).quoted] == quoted


@pytest.mark.parametrize(("text", "quoted"), [
    ("“One. Here it is. Two.” x", ["“One. Here it is. Two.”"]), ("“One.\n\nHere it is. Two.” x", []), ("“One.\n\n“Here it is. Two.” x", ["“Here it is. Two.”"]),
    ("“One.\r\n\r\nHere it is.\n\nTwo.”", []), ("„One.“\n\nHere it is. Two.", []), ("„One.“\r\n\r\nHere it is. Two.", []),
    ("One.\n\n“Here it is.” Two.", ["“Here it is.”"]), ("One.\r\n\r\n“Here it is.” Two.", ["“Here it is.”"]), ("One. Here it is. “Two.”", []), ("One. “Here it is.\n\nTwo.”", ["“Here it is."]),
    (f"“{'x' * 3997}. Here it is.”", [f"“{'x' * 3997}. Here it is.”"]), (f"“{'x' * 3998}. Here it is.”", []),
    (f"“Here it is. {'X' * 3998}”", [f"“Here it is. {'X' * 3998}”"]), (f"“Here it is. {'X' * 3999}”.", [f"“Here it is. {'X' * 3999}"]),
])
def test_a_quotation_may_hold_more_than_the_sentence(text: str, quoted: list[str]) -> None:
    document = Document.from_text(text)
    found = read(document, text.index("Here"), language())
    assert text[found.start : found.end].strip("“” \n").startswith("Here it is.")
    assert [text[span.start : span.end] for span in found.quoted] == quoted
