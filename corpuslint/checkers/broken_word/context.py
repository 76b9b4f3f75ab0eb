"""Broken that gives another good word, where the document or a set phrase is the witness."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from corpuslint.checkers.broken_word.broken import Broken
from corpuslint.document import Document
from corpuslint.lazy import regex
from corpuslint.rule import Rule
from corpuslint.text.hit import Hit

_NEXT = regex(r"\s+([^\W\d_]{5,40})(?![^\W_])")


def find_real_word(document: Document, rule: Rule) -> Iterator[Broken]:
    hits = [hit for hit in document.hits(rule.id) if hit.language == document.language]
    count = Counter(hit.term for hit in hits)
    meant = {tag for tag in {hit.tag for hit in hits if hit.lexicon == "phrase"} if _is_meant(document, tag)}
    for hit in hits:
        if hit.lexicon == "phrase":
            yield from _phrase(document, hit) if hit.tag not in meant else ()
        elif count[hit.term] == 1:
            yield from _confused(document, hit)


def _is_meant(document: Document, tag: str) -> bool:
    """Whether the document has a word that shows a phrase to be meant; the tag is `right word/beginnings of such`."""
    unless = tag.partition("/")[2].split()
    return bool(unless) and re.search(rf"\b(?:{'|'.join(map(re.escape, unless))})", document.lower) is not None


def _phrase(document: Document, hit: Hit) -> Iterator[Broken]:
    right = hit.tag.partition("/")[0]
    from difflib import SequenceMatcher

    wrong = max(hit.term.split(), key=lambda word: SequenceMatcher(None, word, right).ratio())
    end = hit.start + hit.term.index(wrong) + len(wrong)
    yield Broken("real-word", hit.start, end, f"{document.text[hit.start : end - len(wrong)]}{right}")


def _confused(document: Document, hit: Hit) -> Iterator[Broken]:
    """A word before another, where elsewhere in the document the word that it is confused with stands before that one."""
    following = _NEXT.match(document.lower, hit.end)
    if not following or document.text[hit.start].isupper():
        return
    noun = following[1]
    if re.search(rf"\b{re.escape(hit.tag)}\s+{noun}\b", document.lower):
        yield Broken("real-word", hit.start, following.end(1), f"{hit.tag} {document.text[following.start(1) : following.end(1)]}")
