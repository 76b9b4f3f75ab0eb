"""Which lines of a document to judge, and the terms of advertising in them: phrases, and words that count beside others."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate

from corpuslint.checkers.embedded_spam.disguise import signs_of_disguise
from corpuslint.checkers.embedded_spam.tally import is_trade_word
from corpuslint.checkers.embedded_spam.weights import WEIGHTS
from corpuslint.data import WordLists
from corpuslint.document import Document, Span
from corpuslint.rule import Rule
from corpuslint.text.hit import Hit
from corpuslint.text.punctuation import STOPS, UNSPACED_STOPS
from corpuslint.text.scanner import Scanned, Scanner

_ENDS = f"{STOPS}{UNSPACED_STOPS}:;,\"”»」』)]}}>|"
_WORDS = "words"


def words_in(rule: Rule, lowered: str) -> Sequence[Hit]:
    """The words of the rule's lists that no document is scanned for as a whole."""
    return _scanner(rule.lists).scan(lowered).get(_WORDS, ())


@cache
def _scanner(lists: WordLists) -> Scanner:
    return Scanner([Scanned(_WORDS, lists, (_WORDS,))])


def lines_to_judge(document: Document, rule: Rule, comments_start: int) -> Iterator[tuple[Span, Sequence[Hit]]]:
    """Lines that have a phrase of an advertisement or signs of a disguise, and those that end as no sentence does
    and have two words of trades, or may be a link under comments."""
    lines, text = document.lines, document.text
    starts = [line.start for line in lines]
    wanted = {bisect_right(starts, hit.start) - 1 for hit in document.hits(rule.id)}
    wanted |= {bisect_right(starts, at) - 1 for at in signs_of_disguise(text)}
    shortest, longest = WEIGHTS.loose
    loose = {n for n, (start, end) in enumerate(lines) if shortest <= end - start <= longest and text[end - 1] not in _ENDS}
    numbers = sorted(wanted | loose)
    words = _words_of(document, rule, [lines[number] for number in numbers])
    for number in numbers:
        line = lines[number]
        if number in wanted:
            yield line, sorted((*_phrases_in(document, rule, line), *words[line]))
        elif line.start >= comments_start or sum(map(is_trade_word, words[line])) > 1:
            yield line, words[line]


def _phrases_in(document: Document, rule: Rule, line: Span) -> Sequence[Hit]:
    phrases = document.hits(rule.id)
    first = bisect_left(phrases, (line.start,))
    return phrases[first : bisect_left(phrases, (line.end,), first)]


def _words_of(document: Document, rule: Rule, lines: Sequence[Span]) -> Mapping[Span, Sequence[Hit]]:
    """The words of trades, which are looked up only in lines in which something else is odd, in all of them at once."""
    found: dict[Span, list[Hit]] = {line: [] for line in lines}
    begins = list(accumulate((end - start + 1 for start, end in lines), initial=0))
    for hit in words_in(rule, "\n".join([document.lower[start:end] for start, end in lines])):
        at = bisect_right(begins, hit.start) - 1
        offset = lines[at].start - begins[at]
        found[lines[at]].append(hit._replace(start=hit.start + offset, end=hit.end + offset))
    return found
