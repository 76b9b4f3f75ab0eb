"""Damage of the page's layout: a passage repeated at a page break."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from corpuslint.checkers.broken_word.broken import Broken
from corpuslint.checkers.broken_word.weights import WEIGHTS
from corpuslint.document import Document
from corpuslint.lazy import regex
from corpuslint.text.frequencies import Lexicon

_BREAK = regex(r"\n[ \t\r]*\n\s*")
_WORDS = regex(r"[^\W_]+(?:['’][^\W_]+)*")
_LAST = regex(r"[^\W_]+\Z")
_MAX_REACH = 400
"""Code points to either side of a break in which the repeated words are looked for."""
_MAX_WORDS = 25
"""Words of them."""
_MAX_WORD = 40
"""Code points of the cut word."""


def find_page_dup(document: Document, lexicon: Lexicon | None) -> Iterator[Broken]:
    """A page that ends within a word, and a next page that begins some words before and has it whole.

    `justice de⏎⏎⏎development, fairness, justice`: the last words before the break, the cut one included, are the
    first words after it, whatever the punctuation between them.
    """
    text = document.text
    for match in _BREAK.finditer(text):
        end, begin = _before_blanks(text, match.start()), match.end()
        if text[end - 1 : end].isalpha() and text[begin : begin + 1].isalnum():
            yield from _around_break(document, end, begin, lexicon)


def _around_break(document: Document, end: int, begin: int, lexicon: Lexicon | None) -> Iterator[Broken]:
    """What is repeated where one page ends and the next begins."""
    lowered = document.lower
    cut = _cut_word(lowered, end)
    if not cut or lowered.find(cut, begin, begin + _MAX_REACH) < 0:
        return
    after = list(islice(_WORDS.finditer(lowered, begin, begin + _MAX_REACH), _MAX_WORDS))
    before = list(_WORDS.finditer(lowered, max(0, end - _MAX_REACH), end))[-_MAX_WORDS:]
    overlap = _overlap([word[0] for word in before], [word[0] for word in after])
    is_cut = overlap > 1 or (overlap and lexicon and _is_cut(cut, document.text[after[0].start()], lexicon))
    if is_cut and _runs_on(lowered, before[-overlap].start()):
        yield Broken("page-dup", before[-overlap].start(), after[overlap - 1].end())


def _runs_on(text: str, start: int) -> bool:
    """Whether words stand before the repeated ones on the last line of the page; a heading, a label, an item of a menu stands alone."""
    line = max(text.rfind("\n", 0, start) + 1, start - _MAX_REACH)
    return sum(1 for _ in islice(_WORDS.finditer(text, line, start), WEIGHTS.running)) == WEIGHTS.running


def _before_blanks(text: str, end: int) -> int:
    while end and text[end - 1] in " \t\r":
        end -= 1
    return end


def _cut_word(text: str, end: int) -> str:
    """The word that ends here, or the end of one that is longer than any."""
    last = _LAST.search(text, max(0, end - _MAX_WORD), end)
    return last[0] if last else ""


def _is_cut(word: str, initial: str, lexicon: Lexicon) -> bool:
    """Whether a lone word before the break was cut: `Invest` over `Investing in …` is a heading; `initial` is the text's next.

    It is no word, or the text goes on in the middle of a sentence and the word is none of the most frequent.
    """
    if len(word) < 2:
        return False
    entry = lexicon.get(word)
    if initial.islower():
        return entry.zipf < WEIGHTS.heading_amid
    return not entry.curated and entry.zipf < WEIGHTS.heading


def _overlap(before: list[str], after: list[str]) -> int:
    """How many words stand on both sides of the break, the last one cut short before it; 0 if none do."""
    cut = before[-1]
    for count in range(min(len(before), len(after)), 0, -1):
        whole = after[count - 1]
        if whole[len(cut) : len(cut) + 1].isalpha() and whole.startswith(cut) and before[-count:-1] == after[: count - 1]:
            return count
    return 0
