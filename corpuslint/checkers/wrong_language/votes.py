"""What each paragraph says of its language: the document's, another one, or nothing that is sure."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from corpuslint.checkers.wrong_language.weights import WEIGHTS
from corpuslint.document import Document
from corpuslint.lazy import regex
from corpuslint.text.characters import FIRST_UNSPACED, is_unspaced
from corpuslint.text.language import detect, function_words, word_hits
from corpuslint.text.languages import table, traits
from corpuslint.text.scripts import count_scripts

UNSURE = "und"
_NEAR = {"ckb": ("ku",), "hr": ("sr", "bs", "sh", "cnr"), "sr": ("hr", "bs", "sh", "cnr")}
"""One language of several under a tag, or of several under several, which are written in more scripts than the table knows."""
_LATIN = regex(r"\b(?:ab|ac|ad|amet|atque|autem|cum|dolor|ea|enim|eos|erat|est|et|ex|haec|hoc|id|ipsum|itaque|lorem|nec|non|nunc|quae|quam|qui|quia|quid|quo|quod"
               r"|sanctus|sed|sic|sit|sunt|te|tibi|ut|vel|vero)\b")
"""Frequent words of Latin, which is no language of the table, and of the sample text of typesetters."""
_END = regex(r"[.!?…:;。！？।۔؟][\s\"'”’»)\]]*$")


class Vote(NamedTuple):
    """A paragraph, code points `start` to `end`, and its language: `und` where it does not tell."""

    start: int
    end: int
    letters: int
    language: str


def paragraphs(document: Document) -> Iterator[tuple[int, int]]:
    """Lines that follow each other without a blank one until one that ends a sentence; without the white space around them."""
    first = last = -1
    for start, end in document.lines:
        line = document.text[start:end]
        if line.strip():
            last = start + len(line.rstrip())
            first = last - len(line.strip()) if first < 0 else first
        if first >= 0 and (not line.strip() or _END.search(line)):
            yield first, last
            first = -1
    if first >= 0:
        yield first, last


def vote(text: str, expected: str) -> tuple[int, str]:
    """The letters of a paragraph, as many as hold as much in Latin script, and its language.

    `expected` where it may be in it; another only where nothing speaks for the expected one; '' asks for any.
    """
    size = weigh(text)
    if size < WEIGHTS.paragraph:
        return size, UNSURE
    found = detect(text)
    if found in (UNSURE, expected) or not expected:
        return size, found
    return size, found if contradicts(text, found, expected) else UNSURE


def contradicts(text: str, found: str, expected: str, least: int = WEIGHTS.hits) -> bool:
    """Whether a text that looks like `found` cannot be in the expected language: by its script, or by its frequent words."""
    if expected in _NEAR.get(found, ()):
        return False
    hits = word_hits(text)
    if hits.get(found, 0) and len(_LATIN.findall(text.lower())) >= hits[found]:
        return False  # its words are in lists of languages that it is the mother of, and of others by chance
    if found in _languages_of_words() and hits.get(found, 0) < least:
        return False
    scripts = _scripts(expected)
    counts = count_scripts(text)
    if scripts and sum(counts[script] for script in scripts) <= (1 - WEIGHTS.script) * counts.total():
        return True
    return {found, expected} <= _languages_of_words() and hits[found] >= WEIGHTS.lead * hits.get(expected, 0)


def is_known(language: str) -> bool:
    """Whether anything can contradict the language."""
    return bool(traits(language).script)


def weigh(text: str) -> int:
    """The letters of the text, those of scripts without spaces several times."""
    letters = sum(map(str.isalpha, text))
    if max(text, default="") < FIRST_UNSPACED:
        return letters
    return letters + (WEIGHTS.unspaced - 1) * sum(map(is_unspaced, text))


@cache
def _languages_of_words() -> frozenset[str]:
    return frozenset(language for languages in function_words().values() for language in languages)


@cache
def _scripts(language: str) -> frozenset[str]:
    """Those that the language is written in, as far as the table knows."""
    return frozenset(row.script for tag, row in table().items() if tag.split("-")[0] == language)
