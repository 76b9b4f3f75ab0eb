"""Whether a line may be boilerplate at all: most prose is told by its first two words, and is not looked at any further."""

from __future__ import annotations

import re

from corpuslint.checkers.boilerplate.tokens import SEPARATORS, fold, opening_words, skip_marks
from corpuslint.checkers.boilerplate.vocabulary import Vocabulary
from corpuslint.checkers.boilerplate.weights import WEIGHTS
from corpuslint.lazy import regex
from corpuslint.text.characters import FIRST_UNSPACED
from corpuslint.text.punctuation import BEHIND_STOP, UNSPACED_STOPS

MAX_OPENING = 64
"""Code points in which the first two words of a line are looked for."""
MAX_LETTERWISE_OPENING = 8
"""The same where each character is a word."""
MAX_TAIL = 8
"""Code points in which a line shows whether it ends as a sentence does: a mark and what closes behind it."""
_ORNAMENTS = " \t\u00a0\u3000•·∙*‣◦▪■●►▶▸✓✔←↑↓→›>»+|│#_~=[](){}【】「」<-–—…"
_MARKDOWN_LINK = regex(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_SENTENCE_END = regex(rf"(?:(?<![.…])[.!?]|[{UNSPACED_STOPS}])[{BEHIND_STOP}]*$")
_WIDE_SEPARATOR = regex("[" + re.escape("".join(sorted(SEPARATORS - set("|>/<~‹«–—")))) + "]")
_PLAIN_OPENING = regex(r"([A-Za-z\d]+(?:['’][A-Za-z\d]+)*)(?:[ .,:;!?\"-]+([A-Za-z\d]+(?:['’][A-Za-z\d]+)*))?(?=[ .,:;!?)-]|$)", re.ASCII)
"""The first two words of most lines, for which no sign has to be looked at."""


def bare(text: str) -> str:
    """The text without bullets, arrows and brackets around it, and links without their targets."""
    if "](" in text:
        text = _MARKDOWN_LINK.sub(r"\1", text)
    return text.strip(_ORNAMENTS)


def is_sentence(text: str) -> bool:
    """Whether the text ends as a sentence does; not with an ellipsis."""
    if text[-1] == ".":
        return text[-2:-1] not in (".", "…")
    return not text[-1].isalnum() and _SENTENCE_END.search(text, max(0, len(text) - MAX_TAIL)) is not None


def may_be_label(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a template may cover it by its words, or it may be a row by its parts."""
    may_be_row = len(text) <= WEIGHTS.whole and not is_sentence(text)
    if may_be_row and _has_separator(text):
        return True
    head, second = _opening(text, vocabulary)
    if not vocabulary.may_begin(head):
        return False
    if may_be_row and head in vocabulary.networks.by_head:
        return True
    return _has_words(text, head, second, vocabulary, may_be_row)


def _has_separator(text: str) -> bool:
    if "  " in text or "/" in text or "|" in text or ">" in text or "\t" in text:
        return True
    return not text.isascii() and _WIDE_SEPARATOR.search(text) is not None


def _opening(text: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """The first two tokens, '' where there is none; the second only after a head."""
    plain = _PLAIN_OPENING.match(text)
    if plain is None:
        return _odd_opening(bare(text), vocabulary)
    head = plain[1].replace("’", "'").lower()
    if not vocabulary.may_begin(head):
        return head, ""
    if plain[2]:
        return head, plain[2].replace("’", "'").lower()
    return head, _odd_opening(bare(text), vocabulary)[1] if plain.end() < len(text) else ""


def _odd_opening(body: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """The same of a text whose signs have to be looked at: tokens that are no separators, and no mark as the second."""
    is_letterwise = body[:1] >= FIRST_UNSPACED and body[0].isalpha()
    text = body[: MAX_LETTERWISE_OPENING if is_letterwise else MAX_OPENING]
    first = opening_words(text.partition(" ")[0])
    if first and not is_letterwise and not vocabulary.may_begin(first[0]):
        return first[0], ""
    low = opening_words(text)
    after = skip_marks(low, 1)
    return low[0] if low else "", low[after] if after < len(low) else ""


def _has_words(text: str, head: str, second: str, vocabulary: Vocabulary, may_be_row: bool) -> bool:
    """Whether a template goes on so, and one of the words that it needs is in the text at all."""
    templates = list(vocabulary.beginning(head, second, whole=not may_be_row))
    if not templates:
        return False
    folded = fold(bare(text)[: WEIGHTS.whole]).lower()
    is_cut = len(text) > WEIGHTS.whole
    return any(
        (labelled.is_open or not is_cut) and (not labelled.needed or any(word in folded for word in labelled.needed))
        for labelled in templates
    )
