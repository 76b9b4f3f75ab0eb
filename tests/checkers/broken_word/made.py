"""Lexicons of a few words, made for a test, so that it stands at either side of a threshold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from corpuslint.card import load_rule
from corpuslint.checkers.broken_word.prose import Prose
from corpuslint.checkers.broken_word.words import Words
from corpuslint.data import builtin_folder
from corpuslint.document import Document
from corpuslint.text.frequencies import Lexicon, compile_lexicon

RULE = load_rule(builtin_folder() / "broken-word.toml")


class _Large(Lexicon):
    """As large as one of the long frequency lists."""

    is_small = False


def made_words(zipfs: Mapping[str, float], curated: Iterable[str] = (), language: str = "en", *, large: bool = True) -> Words:
    """`zipfs`: Zipf values, which a lexicon keeps in steps of 0.04."""
    data = compile_lexicon(zipfs.items(), sorted(curated))
    return Words(RULE, _Large(data) if large else Lexicon(data), language)


def made_prose(text: str, zipfs: Mapping[str, float], curated: Iterable[str] = (), language: str = "en", *, large: bool = True) -> Prose:
    document = Document.from_text(text, metadata={"language": language})
    return Prose(document, made_words(zipfs, curated, language, large=large))
