"""One sentence around a claim: its cues, and what in it is quoted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from corpuslint.checkers.unverifiable_superlative.context import Context, TaggedWord
from corpuslint.document import Document, Span
from corpuslint.lazy import regex
from corpuslint.text.punctuation import PAIRS

MAX_SENTENCE = 450
"""Code points to each side in which a sentence is looked for; what is longer is no sentence of prose."""
MAX_PARAGRAPH = 4000
"""Code points to each side of a sentence in which quotations begin and end."""
_QUOTE = regex(f"[{''.join(sorted({*PAIRS, *''.join(PAIRS.values())}))}]")
# Single quotes are apostrophes as well: they count only where they stand at the outer edges of words.
_SINGLE_QUOTED = regex(r"(?<![\w'’])['‘](?=\S)(?:[^'‘’\n]|(?<=\w)['’](?=\w))*+['’](?!\w)")


@dataclass(frozen=True)
class Sentence:
    """One sentence of a document, and the cues in it, found when they are first asked for."""

    document: Document
    language: Context
    start: int
    end: int

    @property
    def text(self) -> str:
        """The whole document's text: places are places in it."""
        return self.document.text

    @property
    def lower(self) -> str:
        return self.document.lower

    @cached_property
    def cues(self) -> Mapping[str, Sequence[TaggedWord]]:
        return self.language.cues(self.document.lower, self.start, self.end)

    @cached_property
    def quoted(self) -> Sequence[Span]:
        return _quotations(self.document.text, Span(self.start, self.end))

    def of(self, name: str) -> Sequence[TaggedWord]:
        """The cues of one class, in order."""
        return self.cues.get(name, ())


def read(document: Document, offset: int, language: Context) -> Sentence:
    """The sentence around a place."""
    return Sentence(document, language, *document.sentence_at(offset, MAX_SENTENCE))


def _quotations(text: str, sentence: Span) -> list[Span]:
    """Quoted stretches of the paragraph up to the sentence's end; a double quote that stays open runs on."""
    left = max(0, sentence.start - MAX_PARAGRAPH)
    left = max(text.rfind("\n\n", left, sentence.start) + 1, text.rfind("\n\r\n", left, sentence.start) + 1, left)
    limit = min(len(text), sentence.end + MAX_PARAGRAPH)
    right = text.find("\n\n", sentence.end, limit)
    right = right if right >= 0 else limit
    spans, opened, closers = [], -1, ""
    for mark in _QUOTE.finditer(text, left, right):
        char = mark[0]
        if opened >= 0 and char in closers:
            spans.append(Span(opened, mark.end()))
            opened = -1
        elif opened < 0 and char in PAIRS:
            if mark.start() >= sentence.end:
                break
            opened, closers = mark.start(), PAIRS[char]
    if opened >= 0:
        spans.append(Span(opened, right))
    return [*spans, *(Span(*single.span()) for single in _SINGLE_QUOTED.finditer(text, *sentence))]
