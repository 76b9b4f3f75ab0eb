"""One line of text: is it, as a whole, something that a web page says around an article?"""

from __future__ import annotations

from corpuslint.checkers.boilerplate.gate import bare, is_sentence, may_be_label
from corpuslint.checkers.boilerplate.items import item
from corpuslint.checkers.boilerplate.labels import Certainty, Label
from corpuslint.checkers.boilerplate.menus import menu, side_by_side
from corpuslint.checkers.boilerplate.tokens import Tokens, tokenize, words_of
from corpuslint.checkers.boilerplate.vocabulary import Vocabulary
from corpuslint.checkers.boilerplate.weights import WEIGHTS
from corpuslint.lazy import regex

MAX_LINE = 1500
"""Code points of a line that is looked at: no notice is longer, and what is costs time."""
MAX_REMEMBERED = 60
"""Code points of the longest line whose label is remembered: those of menus and share bars come again."""
MAX_MEMO = 1 << 12
"""Lines that are remembered for one vocabulary, about half a megabyte."""
_SAID = regex(r"[\"“”„‟‘‚'『]|[«»‹›](?=.*[»«›‹])|[—–]\s|-\s\S.*[.!?…]$|>\s.*[.!?]$")
_COLUMNS = regex(r"\t+| {2,}")


def read_label(text: str, vocabulary: Vocabulary, *, floating: bool) -> Label | None:
    """What the line is, if a template or a row of templates covers it; `floating`: try those that begin with any words."""
    if len(text) > MAX_LINE or (not text[0].isalnum() and _SAID.match(text)):
        return None
    floating = floating and len(text) <= WEIGHTS.floating
    if not floating and not may_be_label(text, vocabulary):
        return None
    if len(text) > MAX_REMEMBERED:
        return _read(text, vocabulary, floating)
    if (text, floating) not in vocabulary.read:
        if len(vocabulary.read) >= MAX_MEMO:
            vocabulary.read.clear()
        vocabulary.read[text, floating] = _read(text, vocabulary, floating)
    return vocabulary.read[text, floating]


def _read(text: str, vocabulary: Vocabulary, floating: bool) -> Label | None:
    tokens = tokenize(_marked_columns(bare(text)[: WEIGHTS.whole]))
    words = words_of(tokens)
    if not words.low:
        return None
    is_cut = len(text) > WEIGHTS.whole
    label = item(words, vocabulary, cut=is_cut, floating=floating)
    if label and label.certainty == Certainty.SURE:
        return label
    if is_sentence(text):
        return None
    row = None if is_cut else _row(tokens, words, vocabulary, label, floating)
    return max(filter(None, (label, row)), key=lambda found: found.certainty, default=None)


def _row(tokens: Tokens, words: Tokens, vocabulary: Vocabulary, label: Label | None, floating: bool) -> Label | None:
    """What the line is as a row of items, where it has separators, or is none as a whole."""
    if floating or words is not tokens:
        return menu(tokens, vocabulary)
    return None if label else side_by_side(tokens, vocabulary)


def _marked_columns(text: str) -> str:
    """Two spaces or a tab stand between the items of a menu that was laid out in columns."""
    return _COLUMNS.sub(" | ", text) if "  " in text or "\t" in text else text
