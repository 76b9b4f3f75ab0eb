"""Time grows with the text, not with its square: lines of Python are counted, seconds never but to end a hang.

The families repeat what sets a rule to work: a sign, a word, a line, and whatever the cards give as bad examples, so
that a new rule is covered by its card.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from functools import cache, partial
from types import FrameType
from typing import Any

import pytest

from corpuslint.card import builtin_rules, examples_of
from corpuslint.checkers import CORPUS_CHECKERS, DOCUMENT_CHECKERS
from corpuslint.checkers.dates.finder import find
from corpuslint.document import Document
from corpuslint.engine import RuleSet, check_corpus, check_document, select

SIGNS = [
    "0", "7", "a", "A", " ", "\n", "\r\n", "\t", "\0", "\x01", "\"", "'", "“", "”", "«", "(", ")", "[", "]", "{", "<", ">", "@", ".",
    "。", "!", ",", ":", "-", "—", "\u00ad", "w\u00ad", "\u0301", "a\u0301", "\u200d", "\u200b", "\ufeff", "\u202e", "\u00a0", "中", "年", "の",
    "ก", "한", "Ã", "Ã©", "Â", "â€", "Ð", "\ufffd", "?", "&", "+", "%", "\\", "|", "_", "*", "#", "`", "~", "/", "$", "😀", "🇰", "\udc80",
    "\ud800", "aб", "α", "ﬁ", "°", "µ", "=", "©",
]
PIECES = [
    "1-1-1-", "1/", "12 ", "0 ", "1 a ", "2020 ", "Monday ", "March ", "March 1 ", "1 March 2020 ", "2020-03-01 ", "2020-03-01\n",
    "Monday, 1 March 2020\n", "01/03/20\n", "二〇二〇年三月一日", "2020年3月1日", "http://", "https://a ", "www.", "a@", "a@b.", "a.", "A. ", "a,",
    "- ", "-\n", "a-\n", "a-\na ", "=20", "=E2=80=99", "=\n", "&amp;", "&amp;amp;", "&#1", "+AGE-", "%C3%A9", "\\u00e9", "Ã ", "â€™", "wor\ufffdd ",
    "wor?d ", "<a href", "<a href=\"http://x.y\">x</a>", "[url=http://x.y]x[/url]", "[x](http://x.y) ", "[](", "](", "[a]: x\n", "<!--", "</", "- a\n",
    "1. a\n", "| a | b |\n", "a | ", "Home | About | Contact\n", "ab\n", "Read more\n", "Read more\n\n", "The same line again.\n",
    "The same paragraph again.\n\n", "The same sentence again. ", "Copyright © 2020 Acme Inc.\n", "© 2020 ", "John Smith says:\nGood.\nReply\n\n",
    "Leave a comment\n", "Name *\nEmail *\n", "We use cookies. ", "th e ", "w o r d ", "ofthe ", "inthehouse ", "rnodern ", "the the ", "infor-\nmation ",
    "Some words de\n\n\n\nSome words, democracy ", "1\n\n", "сasino ", "aбв ", "а b ", "ef ﬁ cient ", "the best ", "It is the best. ", "the most beautiful ",
    "the greatest of all time. ", "\"the best\" ", "casino ", "buy viagra online ", "c.a.s.i.n.o ", "online poker http://x.ru ", "👩‍💻", "a\udcff",
    "```\n", "`a", "---\n", "===\n", "> ", "l' ", "10:30 ", "1,000 ", "Aa ", "The ferry leaves the northern pier at eight. ", "Паром отходит в восемь. ",
]
LONG = "The ferry leaves the northern pier at eight and comes back at dusk, every day of the year but for the Sundays and the holidays here.\n\n"
LISTS = f"Related\n\n{LONG}1 March 2020\n\n"
"""A list of other texts that a long line ends, again and again."""
SOON = ["0", "\n", "\"", "Ã©", "a\u0301", "1-1-1-", "the best ", "http://", "Home | About | Contact\n"]
"""What is tried at every run; all else is slow."""
SMALL = 1_000
TIMES = 4
SPARE = 1.4
"""More than `TIMES` as many lines for `TIMES` the text: what a sort needs, and what begins only in longer texts."""
MOST = 600
"""Lines of Python for each code point; ordinary prose takes fewer than ten."""


@cache
def _rules() -> RuleSet:
    return RuleSet(tuple(rule for rule in builtin_rules() if rule.checker in {**DOCUMENT_CHECKERS, **CORPUS_CHECKERS}))


def _sized(piece: str, size: int) -> str:
    return (piece * (size // len(piece) + 1))[:size]


def _check(text: str, rules: RuleSet | None = None) -> None:
    assert check_document(Document.from_text(text), rules or _rules()).failures == []


def _lines(run: Callable[[], object]) -> int:
    """How many lines of Python the call runs; each turn of a loop within one line counts."""
    count = 0

    def local(_frame: FrameType, event: str, _argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return local

    before = sys.gettrace()
    sys.settrace(lambda _frame, _event, _argument: local)
    try:
        run()
    finally:
        sys.settrace(before)
    return count


def _examples() -> list[tuple[str, str, str]]:
    """Name, rule and text of each example; it is its own rule that it sets to work."""
    cards = [rule for rule in builtin_rules() if rule.checker in {**DOCUMENT_CHECKERS, **CORPUS_CHECKERS}]
    return [
        (f"{rule.id}-{number}", rule.id, text + ("\n\n" if number % 2 else " "))
        for rule in cards for number, example in enumerate(e for e in examples_of(rule) if e.status != "good")
        for text in (example.documents or (example.text,)) if text
    ]


def _assert_grows_with_the_text(piece: str, small: int, rules: RuleSet | None = None) -> None:
    _check(_sized(piece, small - 1), rules)  # what a process derives once
    few, many = (_lines(partial(_check, _sized(piece, size), rules)) for size in (small, TIMES * small))
    assert many <= TIMES * SPARE * few + 2000
    assert many <= MOST * TIMES * small + 20_000


@pytest.mark.parametrize("piece", SOON, ids=ascii)
def test_lines_of_python_grow_with_the_text(piece: str) -> None:
    _assert_grows_with_the_text(piece, SMALL)


@pytest.mark.parametrize("piece", ["Monday, 1 March 2020\n", LISTS, "A title\n1 March 2020\n"], ids=["weekdays", "lists", "titles"])
def test_lines_of_python_grow_with_the_dates(piece: str) -> None:
    dates = select(builtin_rules(), ["date-conflict", "missing-date"])

    def check(size: int) -> None:
        assert check_document(Document.from_text(3 * LONG + "Related\n\n" + _sized(piece, size)), dates).failures == []

    check(4000)
    few, many = (_lines(partial(check, size)) for size in (5000, 20_000))
    assert many <= TIMES * SPARE * few


def test_a_long_run_of_digits_is_read_once() -> None:
    spent = time.process_time()
    assert find("0" * 400_000, "en") == ()
    assert time.process_time() - spent < 10  # its square takes a minute


def test_lines_of_python_grow_with_one_word_in_two_documents() -> None:
    near = select(builtin_rules(), ["near-duplicate"])

    def check(words: int) -> None:
        texts = [Document.from_text("the " * words + end, id=end) for end in ("a", "b")]
        check_corpus([check_document(text, near).summaries for text in texts], near)

    check(900)
    few, many = (_lines(partial(check, words)) for words in (2000, 8000))
    assert many <= TIMES * SPARE * few


@pytest.mark.slow
@pytest.mark.parametrize("piece", [*SIGNS, *PIECES, LISTS], ids=ascii)
def test_lines_of_python_grow_with_a_text_of_one_piece(piece: str) -> None:
    _assert_grows_with_the_text(piece, SMALL)


@pytest.mark.slow
@pytest.mark.parametrize(("rule", "piece"), [pytest.param(rule, text, id=name) for name, rule, text in _examples()])
def test_lines_of_python_grow_with_the_examples(rule: str, piece: str) -> None:
    _assert_grows_with_the_text(piece, max(SMALL, 2 * len(piece)), select(builtin_rules(), [rule]))


@pytest.mark.slow
@pytest.mark.parametrize("piece", [*SIGNS, *PIECES, LISTS], ids=ascii)
def test_a_long_text_of_one_piece_does_not_hang(piece: str) -> None:
    """What runs within one call of C is not counted: here a square would take minutes, and a line takes seconds."""
    spent = time.process_time()
    _check(_sized(piece, 50_000))
    assert time.process_time() - spent < 30


def test_a_run_of_soft_hyphens_is_entered_once() -> None:
    spent = time.process_time()
    _check("\u00ad" * 100_000)
    assert time.process_time() - spent < 10  # its square takes minutes
