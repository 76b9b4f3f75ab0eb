"""The rule `wrong-language`: a document that is not in the language of its index, a passage that is not in its document's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from corpuslint.checkers.wrong_language.passages import passages
from corpuslint.checkers.wrong_language.votes import UNSURE, Vote, is_known, paragraphs, vote
from corpuslint.checkers.wrong_language.weights import WEIGHTS
from corpuslint.document import Document
from corpuslint.finding import Finding
from corpuslint.rule import Rule
from corpuslint.text.languages import traits


def check(document: Document, rule: Rule) -> Iterator[Finding]:
    """One finding about the document, or one for each passage that is a stranger in it."""
    stated = document.stated_language
    if stated and not is_known(stated):
        return
    votes = _votes(document, stated)
    if stated and (found := _another(votes, stated)):
        yield rule.found(document, "document", 0, 0, stated=_name(stated), found=_name(found), language=found)
    elif main := stated or _main(votes):
        for start, end, _, language in passages(document, votes if stated else _votes(document, main), main):
            yield rule.found(document, "passage", start, end, found=_name(language), language=language, main=_name(main))


def _votes(document: Document, expected: str) -> list[Vote]:
    return [Vote(start, end, *vote(document.text[start:end], expected)) for start, end in paragraphs(document)]


def _another(votes: Sequence[Vote], stated: str) -> str:
    """The one language of a document that is not in the stated one; '' where it may be."""
    letters = _letters(votes)
    against = letters.total() - letters[stated]
    if against < max(WEIGHTS.document, WEIGHTS.told * sum(vote.letters for vote in votes)) or letters[stated] > WEIGHTS.strays * letters.total():
        return ""
    del letters[stated]
    found, most = letters.most_common(1)[0]
    return found if most >= WEIGHTS.one * against else ""


def _main(votes: Sequence[Vote]) -> str:
    """The language of a document whose metadata give none, by most of its letters; '' where none has so many."""
    letters = _letters(votes)
    found, most = letters.most_common(1)[0] if letters else ("", 0)
    return found if most >= WEIGHTS.main * letters.total() else ""


def _letters(votes: Sequence[Vote]) -> Counter[str]:
    letters: Counter[str] = Counter()
    for _, _, count, language in votes:
        if language != UNSURE:
            letters[language] += count
    return letters


def _name(language: str) -> str:
    return traits(language).name or language
