"""What a document says about itself: title, date, language, size; what `inspect` prints and `index add` proposes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise
from typing import NamedTuple

from corpuslint.document import Document, Span
from corpuslint.index.front_matter import front_matter
from corpuslint.lazy import regex
from corpuslint.text.language import SAMPLE
from corpuslint.text.languages import unspaced_scripts
from corpuslint.text.scripts import main_script

_LINES = 12
"""Non-blank lines among which a title is looked for: above it stand mastheads, dates and menus at most."""
_MAX_TITLE = 160
_MIN_WORDS, _MAX_WORDS = 2, 25
_MIN_LETTERS = 5
_SHORT = 4
"""A title of fewer words may be an entry of a menu, unless a date, a byline or text stands right below."""
_PROSE = 150
"""A line as long as this is text, and the title did not come before it."""
_STATED = regex(r"\s*(?:title|headline|titel|titre|título|titolo|заголовок)\s*[:=]\s*(\S[^\r\n]*)", re.IGNORECASE)
_HEADING = regex(r"#{1,2}\s+(.+?)\s*#*")
_SENTENCE = regex(r"[.;,。；，、]\Z")
_NO_TITLE = regex(
    r"^[•·*▪►>#+-]|https?://|www\.|@\w|[©|»›]|\d{1,2}:\d{2}|\b\d{4}-\d{2}-\d{2}|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}\s?[年년]"
    r"|\b\d{1,2}(?:st|nd|rd|th|\.)?,?\s+(?:de\s+)?(?:[^\W\d_]+\.?,?\s+)?(?:de\s+)?(?:19|20)\d{2}\b"
)
_BYLINE = regex(r"(?:by|von|par|por|di|door|av|af|автор|текст|author|written by|editor)\b[:\s]", re.IGNORECASE)
_SPACE = regex(r"\s+")


class Description(NamedTuple):
    """`published` is the day, month or year (ISO 8601) that the text states at `published_span`, `published_in_address` the day
    that stands in the address of the metadata (`source`); `words` counts words,
    `newline` is `lf`, `crlf`, `cr`, `mixed` or `none`."""

    title: str | None
    published: str | None
    published_span: Span | None
    language: str
    words: int
    sha256: str
    encoding: str
    newline: str
    published_in_address: str | None = None


def describe(document: Document) -> Description:
    """The facts of one document, from its text alone but for a language that its metadata gives."""
    from corpuslint.checkers.dates.addresses import path_day
    from corpuslint.checkers.dates.publication import published

    dated, addressed = published(document), path_day(document.metadata.get("source") or "")
    return Description(
        front_matter(document.text).get("title") or title(document), dated.iso if dated else None, dated.span if dated else None, document.language,
        len(document.words), document.digest, document.encoding, document.newline, addressed.isoformat() if addressed else None,
    )


def title(document: Document) -> str | None:
    """The title that the text begins with; None where its first lines are no title for sure."""
    main = main_script(document.text[:SAMPLE])
    for line, following in pairwise(_first_lines(document)):
        if stated := _STATED.fullmatch(line):
            return stated[1].strip("\"' ") or None
        if heading := _HEADING.fullmatch(line):
            return heading[1]
        if found := _headline(line, following, main):
            return found
        if _is_prose(line):
            return None
    return None


def _first_lines(document: Document) -> Iterator[str]:
    """The first lines that are not blank, each no longer than it takes to tell text from a title."""
    spans = (span for span in document.lines if document.text[slice(*span)].strip("\ufeff \t\u00a0"))
    for start, end in islice(spans, _LINES):
        yield _SPACE.sub(" ", document.text[start : start + 2 * _PROSE].lstrip("\ufeff")[: end - start]).strip()


def _headline(line: str, following: str, main: str) -> str | None:
    """A line that is a title, with the next where it ends in a colon; an entry of a menu is none."""
    if not _is_headline(line, main):
        return None
    if not _is_headline(following, main):
        return line
    if line.endswith(":"):
        return f"{line} {following}"
    return line if main in unspaced_scripts() or len(line.split()) >= _SHORT else None


def _is_prose(line: str) -> bool:
    return len(line) >= _PROSE or (_SENTENCE.search(line) is not None and len(line.split()) > _MAX_WORDS // 2)


def _is_headline(line: str, main: str) -> bool:
    words = line.split()
    letters = [char for char in line if char.isalpha()]
    if len(line) > _MAX_TITLE or len(words) > _MAX_WORDS or len(letters) < _MIN_LETTERS:
        return False
    if len(words) < _MIN_WORDS and main not in unspaced_scripts():  # one word alone is no title
        return False
    return not (
        letters[0].islower() or _SENTENCE.search(line) or _NO_TITLE.search(line) or _BYLINE.match(line)
        or main_script(line) != main
    )
