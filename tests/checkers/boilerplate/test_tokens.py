"""What templates see of a line."""

from __future__ import annotations

import pytest

from corpuslint.checkers.boilerplate.tokens import fold, opening_words, skip_marks, tokenize, words_of


@pytest.mark.parametrize(("text", "low"), [
    ("Share on Facebook!", ["share", "on", "facebook"]),
    ("Don't miss: it's 5 o'clock", ["don't", "miss", ":", "it's", "5", "o'clock"]),
    ("A | B > C ~ D / E", ["a", "|", "b", ">", "c", "~", "d", "/", "e"]),
    ("Überschrift, Éditeur, Łódź", ["uberschrift", ",", "editeur", ",", "lodz"]),
    ("ΤΑ ΣΧΌΛΙΑ ΕΊΝΑΙ ΚΛΕΙΣΤΆ", ["τα", "σχολια", "ειναι", "κλειστα"]),
    ("हमारे बारे में", ["हमर", "बर", "म"]),
    ("返回 top", ["返", "回", "top"]),
    ("ข่าว", ["ข", "า", "ว"]),
    ("댓글 3", ["댓", "글", "3"]),
    ("İletişim IŞIK", ["iletisim", "isik"]),
    ("(c) 2020 ⓒ 2021 (C) 2022", ["©", "2020", "©", "2021", "©", "2022"]),
    ("a cafÃ© by the sea", ["a", "cafa", "by", "the", "sea"]),
    ("Ａｂｏｕｔ：ｕｓ", ["about", ":", "us"]),
    ("نشریه\u200cای", ["نشریه", "ای"]),
    ("snake_case", ["snake", "case"]),
])
def test_tokens(text: str, low: list[str]) -> None:
    assert list(tokenize(text).low) == low


def test_the_tokens_as_they_stand() -> None:
    assert list(tokenize("More From Élan").raw) == ["More", "From", "Elan"]
    assert list(tokenize("İ I").raw) == ["i", "I"]


def test_a_token_each_where_lower_case_is_cut_otherwise() -> None:
    for text in ("ẞ x", "ŉ x", "İstanbul İ", "ǰ x"):
        tokens = tokenize(text)
        assert len(tokens.low) == len(tokens.raw)


@pytest.mark.parametrize(("text", "folded"), [
    ("plain (text)", "plain (text)"), ("café", "cafe"), ("cafÃ©", "cafA "), ("© x", "© x"), ("e\u0301", "e"), ("שָׁלוֹם", "שלום"),
    ("\u0903", ""), ("\u0964", "\u0964"), ("ﬁ", "ﬁ"), ("ß", "ss"), ("日", "日"),
])
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_the_words_of_an_opening_leave_separators_out() -> None:
    assert opening_words("› Read • More") == ["read", "more"]
    assert opening_words("Read: more") == ["read", ":", "more"]


def test_words_are_tokens_without_separators() -> None:
    tokens = tokenize("Home > News")
    assert words_of(tokens) == (["home", "news"], ["Home", "News"])
    plain = tokenize("Home, News")
    assert words_of(plain) is plain


@pytest.mark.parametrize(("at", "wanted", "found"), [(0, "", 0), (1, "", 3), (1, ":", 1), (2, ":", 3), (1, ",", 2), (3, "", 3), (4, "", 5), (5, "", 5)])
def test_marks_are_skipped_unless_one_is_wanted(at: int, wanted: str, found: int) -> None:
    assert skip_marks(["a", ":", ",", "b", ","], at, wanted) == found
