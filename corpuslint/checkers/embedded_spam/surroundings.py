"""What a document is like around its advertisements: its script, its subject, where its comments begin."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from corpuslint.checkers.embedded_spam.weights import WEIGHTS
from corpuslint.document import Document, Span
from corpuslint.lazy import regex
from corpuslint.text.scripts import count_scripts, main_script

MAX_SCRIPT = 4000
"""Code points in which the document's own script shows."""
MAX_SCRIPTS = 8000
"""Code points in which its other scripts show."""
MAX_SUBJECT = 20_000
"""Code points in which a subject shows: of the document's beginning, and around a heading."""
# `Comment:` by itself is the label of a field.
_COMMENTS = regex(
    r"\n[ \t]*(?:(?:\d{1,4} )?(?:comments|comment(?!:)|replies|responses|discussion|leave a (?:reply|comment)|comentarios|comentários|"
    r"commentaires|kommentare|commenti|reacties|komentarze|komentáře|yorumlar|комментарии|коментарі|komentar|bình luận|"
    r"评论|コメント|댓글|تعليقات|hozzászólások|comentarii|σχόλια|kommentarer))(?: ?\(\d+\))?:?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)


class Surroundings:
    """Of one document, each looked up when it is first needed."""

    def __init__(self, document: Document) -> None:
        self.document, self.text = document, document.text

    @cached_property
    def script(self) -> str:
        return main_script(self.text[:MAX_SCRIPT])

    @cached_property
    def _scripts(self) -> Counter[str]:
        return count_scripts(self.text[:MAX_SCRIPTS])

    @cached_property
    def body(self) -> Span:
        """The text without the white space around it."""
        return Span(len(self.text) - len(self.text.lstrip()), len(self.text.rstrip()))

    @cached_property
    def comments_start(self) -> int:
        found = _COMMENTS.search("\n" + self.text)
        return found.end() - 1 if found else len(self.text)

    def is_other_script(self, script: str) -> bool:
        """A script that the document does not write, or hardly."""
        return script != self.script and self._scripts[script] < WEIGHTS.other_script * self._scripts.total()

    def is_subject(self, words: str) -> bool:
        """Whether the document speaks of one of the words elsewhere too (in the first part of a long one)."""
        text = self.document.lower[:MAX_SUBJECT]
        return any(text.count(word[: WEIGHTS.stem]) > 1 for word in words.lower().split() if len(word) >= WEIGHTS.subject_word)

    def goes_on_about(self, terms: Iterable[str], around: Span) -> bool:
        """Whether the text around a stretch has a word of the terms."""
        start, end = around
        rest = self.document.lower[max(0, start - MAX_SUBJECT) : start] + self.document.lower[end : end + MAX_SUBJECT]
        words = {word for term in terms for word in term.split()}
        return any(word[: WEIGHTS.stem] in rest for word in words if len(word) >= WEIGHTS.subject_word or not word.isascii())
