"""Question marks where letters were: whole texts, single letters of a language that has more than ASCII, quotes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from corpuslint.checkers.mojibake.damage import Damage
from corpuslint.checkers.mojibake.letters import alphabet, languages
from corpuslint.checkers.mojibake.weights import WEIGHTS
from corpuslint.document import Document, Span
from corpuslint.lazy import regex

_QUESTION_WORDS = regex(r"(?<![\w?])\?+(?:[\s,.:;!()«»\"'0-9–—-]{0,4}\?+){2,}")
_LONG_RUN = regex(r"(?<![\w?])\?{12,}")
_BEFORE_LETTER = regex(r"\?[^\W\d_]")
# `\?+` would do, but what begins with a character of its own is found ten times faster.
_RUN = regex(r"\?\?*")
_TRAILING = regex(r"\?(?:(?<=[,.]\?)(?=\s|$)|(?<=[?!]\?)(?=[ \t]*+$))", re.MULTILINE)
_CONTRACTION = regex(r"(?i)\?(?<=[a-z]\?)(?=(?:s|t|re|ve|ll|d|m)\b)")
_SYLLABLES = "\u0e00"
"""From Thai on scripts have large alphabets, or syllables, or ideographs."""
_VALUE = regex(r"[\w.%-]{1,40}=")
_WORD = regex(r"[^\W\d_]+")


def question_marks(document: Document) -> Iterator[Damage]:
    if "??" in document.text:
        yield from _whole_words(document.text)
    if _BEFORE_LETTER.search(document.text):
        yield from _single_letters(document)


def _are_words(lengths: list[int]) -> bool:
    """Whether runs of question marks have the lengths of words."""
    return (
        len(lengths) >= WEIGHTS.marked_words and len(set(lengths)) > 1
        and max(lengths) >= WEIGHTS.marked_word and sum(lengths) >= WEIGHTS.marked_letters
    )


def _whole_words(text: str) -> Iterator[Damage]:
    for match in _QUESTION_WORDS.finditer(text):
        lengths = [len(run) for run in re.findall(r"\?+", match[0])]
        if _are_words(lengths):
            yield Damage("question-marks", *match.span(), None)
    for match in _LONG_RUN.finditer(text):
        yield Damage("question-marks", *match.span(), None)


def _between_small_letters(text: str) -> Iterator[Span]:
    for match in _RUN.finditer(text):
        start, end = match.span()
        before, after, further = text[start - 1 : start], text[end : end + 1], text[end + 1 : end + 2]
        small = before.islower() and after.islower() and max(before, after) < _SYLLABLES
        if small and not further > "\x7f" and not _is_query(text, start):
            yield Span(start, end)


def _is_query(text: str, start: int) -> bool:
    """Whether the question mark stands in an address: a path before it, or a value behind it."""
    before = text[max(0, start - WEIGHTS.query_before) : start]
    return "/" in before[max(map(before.rfind, " \n\t")) + 1 :] or bool(_VALUE.match(text, start + 1))


def _before_words(text: str) -> list[Span]:
    """Runs of one or two right before a letter of a small script, where a word begins."""
    return [Span(*match.span()) for match in _RUN.finditer(text) if _is_before_word(text, *match.span())]


def _is_before_word(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return end - start <= 2 and (not before or before.isspace()) and after.isalpha() and after < _SYLLABLES


def _single_letters(document: Document) -> Iterator[Damage]:
    """Marks within words, before words, and behind them: two at least, or one in a language that has more letters than ASCII."""
    text = document.text
    inside, contracted = list(_between_small_letters(text)), _spans(_CONTRACTION, text)
    leading = _before_words(text)
    if not (inside or leading or contracted):
        return
    if document.language == "en" and len(inside) < 2:
        inside = contracted
    quoted = _quotes(text, leading)
    several = len(inside) > 1 or (quoted and len(inside) + len(quoted) > 1)
    if several or (inside and _has_own_letters(document.language)):
        yield from (Damage("question-marks", *span, None) for span in sorted([*inside, *quoted]))


def _spans(pattern: re.Pattern[str], text: str) -> list[Span]:
    return [Span(*match.span()) for match in pattern.finditer(text)]


def _quotes(text: str, leading: list[Span]) -> list[Span]:
    """Those before words with those behind words; without any of these, those before words that have lost something."""
    trailing = _spans(_TRAILING, text)
    return [*leading, *trailing] if leading and trailing else _of_lost_words(text, leading)


def _of_lost_words(text: str, leading: list[Span]) -> list[Span]:
    """Those before words that stand without the mark less often: `?version` beside `version` has lost nothing."""
    words = {span: match[0] for span in leading if (match := _WORD.match(text, span.end))}
    marked, every = Counter(words.values()), Counter(_WORD.findall(text))
    return [span for span, word in words.items() if 2 * marked[word] > every[word]]


def _has_own_letters(language: str) -> bool:
    return language in languages() and any(c > "\x7f" for c in alphabet(language))
