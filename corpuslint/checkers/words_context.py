"""Damage that gives another good word, where the document or a set phrase is the witness."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from corpuslint.checkers.words_page import Damage
from corpuslint.document import Document
from corpuslint.rule import Rule
from corpuslint.scanner import Hit

_NEXT = re.compile(r"\s+([^\W\d_]{5,40})(?![^\W_])")


def find_real_word(document: Document, rule: Rule) -> Iterator[Damage]:
    for hit in document.hits(rule.id):
        if hit.language == document.language:
            yield from _phrase(document, hit) if hit.lexicon == "phrase" else _confused(document, hit)


def _phrase(document: Document, hit: Hit) -> Iterator[Damage]:
    """A set phrase with a wrong word: the lexicon's tag is `right word/words that show the phrase to be meant`."""
    right, _, unless = hit.tag.partition("/")
    if any(re.search(rf"\b{word}", document.lower) for word in unless.split()):
        return
    wrong = max(hit.term.split(), key=lambda word: SequenceMatcher(None, word, right).ratio())
    end = hit.start + hit.term.index(wrong) + len(wrong)
    yield Damage("real-word", hit.start, end, f"{document.text[hit.start : end - len(wrong)]}{right}")


def _confused(document: Document, hit: Hit) -> Iterator[Damage]:
    """A word before another, where elsewhere in the document the word that it is confused with stands before that one."""
    following = _NEXT.match(document.lower, hit.end)
    if not following or document.text[hit.start].isupper():
        return
    noun = following[1]
    if re.search(rf"\b{hit.tag}\s+{noun}\b", document.lower) and len(re.findall(rf"\b{hit.term}\b", document.lower)) == 1:
        yield Damage("real-word", hit.start, following.end(1), f"{hit.tag} {document.text[following.start(1) : following.end(1)]}")
