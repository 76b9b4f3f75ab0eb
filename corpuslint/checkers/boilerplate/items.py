"""One item: a stretch of tokens that a template, or the name of a network, covers from end to end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpuslint.checkers.boilerplate.labels import Certainty, Label
from corpuslint.checkers.boilerplate.matching import ends
from corpuslint.checkers.boilerplate.tokens import Tokens, skip_marks
from corpuslint.checkers.boilerplate.vocabulary import Vocabulary
from corpuslint.checkers.boilerplate.weights import WEIGHTS
from corpuslint.text.characters import FIRST_UNSPACED

_NETWORK = Label("share", Certainty.EDGE)


def item(tokens: Tokens, vocabulary: Vocabulary, *, cut: bool = False, floating: bool = False) -> Label | None:
    """What the surest template that covers the tokens makes of them; of a line that was cut off, one with an open end.

    One word alone is sure only where the list has it as an entry, not where groups happen to leave it over.
    """
    best: Label | None = None
    size, is_word = len(tokens.low), _is_word(tokens.low)
    for labelled in vocabulary.candidates(tokens, 0, whole=True, floating=floating):
        label = labelled.label.at_most(Certainty.EDGE) if is_word and labelled.is_grouped else labelled.label
        if (best and label.certainty <= best.certainty) or (cut and not labelled.is_open) or size > labelled.reach:
            continue
        if _is_whole(tokens.low, ends(labelled.template, tokens, {0}, vocabulary.networks)):
            best = label
    return best or (_NETWORK if is_network(tokens, vocabulary) else None)


def is_network(tokens: Tokens, vocabulary: Vocabulary) -> bool:
    """Whether the tokens are the name of a network, and no more than marks behind it."""
    end = vocabulary.networks.end(tokens.low, 0)
    return end > 0 and skip_marks(tokens.low, end) == len(tokens.low)


def items_at(tokens: Tokens, at: int, vocabulary: Vocabulary) -> Iterator[tuple[int, Label]]:
    """The items that begin at a token, by where they end; others follow."""
    for labelled in vocabulary.candidates(tokens, at, whole=False):
        for end in ends(labelled.template, tokens, {at}, vocabulary.networks, closed=True):
            if end > at:
                yield end, labelled.label
    if end := vocabulary.networks.end(tokens.low, at):
        yield end, _NETWORK


def _is_word(low: Sequence[str]) -> bool:
    return len(low) == 1 or (len(low) <= WEIGHTS.letterwise and low[0] >= FIRST_UNSPACED)


def _is_whole(low: Sequence[str], ends: set[int]) -> bool:
    return any(skip_marks(low, end) == len(low) for end in ends)
