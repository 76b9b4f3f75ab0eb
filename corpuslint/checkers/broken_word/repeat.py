"""A word that stands twice in a row (`the the`), also over a line break."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress

from corpuslint.checkers.broken_word.broken import Broken
from corpuslint.checkers.broken_word.prose import PUNCTUATION, Prose, Token
from corpuslint.checkers.broken_word.weights import WEIGHTS
from corpuslint.checkers.broken_word.words import Words


def find_repeat(prose: Prose) -> Iterator[Broken]:
    """Only in languages whose own doublings are listed."""
    if not (prose.words.tagged("double") or prose.words.tagged("repeat")):
        return
    runs = prose.document.lower.split()
    for index in compress(range(len(runs)), map(str.startswith, runs[1:], runs)):
        if runs[index + 1].rstrip(PUNCTUATION) != runs[index]:
            continue
        left, right = prose.token(index), prose.token(index + 1)
        if left.low == right.low and left.whole and not left.closes and not right.opens and _is_slip(prose, index, left, right):
            yield Broken("repeat" if _is_small_word(prose.words, left.low) else "doubled", left.start, right.end, left.text)


def _is_slip(prose: Prose, index: int, left: Token, right: Token) -> bool:
    word = left.low
    if not _is_near(prose, left, right) or right.text[0].isupper() or left.text.isupper() > (len(word) == 1):
        return False
    if word in prose.words.tagged("double") or _is_rhythm(prose, index, word) or not _is_in_prose(prose.text, left.start, right.end):
        return False
    return _are_lone_letters(prose, index) if len(word) == 1 else _is_no_doubling(prose.words, left)


def _is_small_word(words: Words, word: str) -> bool:
    """Whether this is a word that nobody doubles for emphasis: `sweet sweet revenge`, `way way too large` stand so on purpose."""
    return len(word) == 1 or words.is_function_word(word) or word in words.first_words or word in words.last_words


def _is_in_prose(text: str, start: int, end: int) -> bool:
    """Whether the line goes on beyond the two: a label and the name of its icon (`share share`) stand alone."""
    first = max(text.rfind("\n", 0, start) + 1, start - WEIGHTS.repeat_line)
    last = text.find("\n", end, end + WEIGHTS.repeat_line)
    line = text[first:start] + text[end : last if last >= 0 else end + WEIGHTS.repeat_line]
    return len(line.split()) >= WEIGHTS.repeat_beside or "\n" in text[start:end]


def _is_no_doubling(words: Words, token: Token) -> bool:
    """Whether the language makes no word of this one twice."""
    word, slips = token.low, words.tagged("repeat")
    zipf = words.zipf(word)
    if slips:
        return word in slips or (len(word) >= WEIGHTS.repeat_long and zipf >= WEIGHTS.frequent)
    # Doublings that make a word (tom tom, mahi mahi) are short; of short words only the most frequent are slips.
    return zipf >= (WEIGHTS.frequent if len(word) > WEIGHTS.short and token.text.islower() else WEIGHTS.repeat_zipf)


def _is_near(prose: Prose, left: Token, right: Token) -> bool:
    """A space or one line break; a line of this one word is a list."""
    text, gap = prose.text, prose.gap(left, right)
    if gap.count("\n") == 0:
        return gap in (" ", "  ", "\u00a0")
    if gap.count("\n") > 1 or gap.strip(" \t\r\n"):
        return False
    alone_before = left.start == 0 or text[left.start - 1] in "\r\n"
    return not alone_before and text[right.end : right.end + 1] not in ("\n", "\r", "")


def _is_rhythm(prose: Prose, index: int, word: str) -> bool:
    """Whether the word stands a third time, as in a verse or a table."""
    return word in (prose.token(index - 1).low, prose.token(index + 2).low)


def _are_lone_letters(prose: Prose, index: int) -> bool:
    """Whether a frequent word of one letter stands twice in the same case, side by side and in no row of letters."""
    left, right = prose.token(index), prose.token(index + 1)
    if left.low not in prose.words.letters or prose.words.zipf(left.low) < WEIGHTS.repeat_zipf:
        return False
    around = prose.token(index - 1).low, prose.token(index + 2).low
    return left.text == right.text and right.start - left.end == 1 and 1 not in map(len, around)
