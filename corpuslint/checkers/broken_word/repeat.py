"""A word that stands twice in a row (`the the`), also over a line break."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress

from corpuslint.checkers.broken_word.page import PUNCTUATION, Damage, Page, Token

_FREQUENT = 5.5
_KNOWN = 3.0
_LONG = 10


def find_repeat(page: Page) -> Iterator[Damage]:
    """Only in languages whose own doublings are listed; a third in the row is rhythm or a table."""
    if not (page.words("double") or page.words("repeat")):
        return
    runs = page.document.lower.split()
    for index in compress(range(len(runs)), map(str.startswith, runs[1:], runs)):
        if runs[index + 1].rstrip(PUNCTUATION) != runs[index]:
            continue
        left, right = page.token(index), page.token(index + 1)
        if left.low == right.low and left.whole and not left.closes and not right.opens and _is_slip(page, index, left, right):
            yield Damage("repeat", left.start, right.end, left.text)


def _is_slip(page: Page, index: int, left: Token, right: Token) -> bool:
    word, gap = left.low, page.gap(left, right)
    if not _is_near(page, gap, left, right) or right.text[0].isupper() or left.text.isupper() > (len(word) == 1):
        return False
    if word in page.words("double") or page.token(index - 1).low == word or page.token(index + 2).low == word:
        return False
    zipf = page.lexicon.zipf(word)
    if len(word) == 1:
        if len(page.token(index - 1).low) == 1 or len(page.token(index + 2).low) == 1 or len(gap) > 1:
            return False
        return word in page.letters and zipf >= _FREQUENT and left.text == right.text
    if page.words("repeat"):
        return word in page.words("repeat") or (len(word) >= _LONG and zipf >= _KNOWN)
    # Doublings that make a word (tom tom, mahi mahi) are short; of short words only the most frequent are slips.
    return zipf >= (_KNOWN if len(word) > 4 and left.text.islower() else _FREQUENT)


def _is_near(page: Page, gap: str, left: Token, right: Token) -> bool:
    """A space or one line break; a line of this one word is a list."""
    if gap.count("\n") == 0:
        return gap in (" ", "  ", "\u00a0")
    if gap.count("\n") > 1 or gap.strip(" \t\r\n"):
        return False
    text = page.text
    alone_before = left.start == 0 or text[left.start - 1] in "\r\n"
    return not alone_before and text[right.end : right.end + 1] not in ("\n", "\r", "")
