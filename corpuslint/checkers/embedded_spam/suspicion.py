"""How much a stretch of text looks like an advertisement: its tally, its shape and where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from corpuslint.checkers.embedded_spam.structure import Shape
from corpuslint.checkers.embedded_spam.tally import Tally
from corpuslint.checkers.embedded_spam.weights import WEIGHTS


class Setting(NamedTuple):
    """Where a stretch stands, and what it does there. `alone`: on lines of its own; `address`: it speaks to the reader."""

    alone: bool
    other_script: bool
    other_language: bool
    comment: bool
    edge: bool
    hidden: bool
    address: bool
    quoted: bool
    disguised: bool


def suspicion(tally: Tally, shape: Shape, setting: Setting) -> float:
    """The sum that is held against the rule's `points`; what is prose of the document's own kind loses."""
    reasons = [*_of_setting(shape, setting), *_of_shape(shape)]
    if not (setting.address or setting.disguised or setting.hidden):
        reasons += _of_a_report(tally, shape, setting)
    return tally.sells + sum(WEIGHTS.reasons[reason] for reason in reasons)


def _of_setting(shape: Shape, setting: Setting) -> Iterator[str]:
    yield from _named({
        "other script": setting.other_script, "other language": setting.other_language, "disguised": setting.disguised,
        "hidden": setting.hidden, "comment": setting.comment, "quoted": setting.quoted,
        "small edge": setting.edge and setting.alone and not shape.titled,
    })
    if setting.address and not setting.quoted:
        yield "address" if setting.alone else "address inside"
        yield from _named({"address in a comment": setting.alone and setting.comment})


def _of_shape(shape: Shape) -> Iterator[str]:
    has_shape = shape.words >= WEIGHTS.some_words
    return _named({
        "contact": shape.contact, "repeated": shape.repeated >= WEIGHTS.repeated, "long": shape.words > WEIGHTS.long_words,
        "no full stop": has_shape and not shape.ended, "no prose": has_shape and shape.prose < WEIGHTS.no_prose,
    })


def _of_a_report(tally: Tally, shape: Shape, setting: Setting) -> Iterator[str]:
    """What speaks for a sentence about the trade: function words, a full stop, nothing of a shop window."""
    if shape.words >= WEIGHTS.some_words and shape.prose > WEIGHTS.prose:
        yield "prose"
    if shape.ended and shape.words >= WEIGHTS.sentence_words and not shape.contact and shape.symbols < WEIGHTS.symbols:
        is_doubtful = tally.cover >= WEIGHTS.all_terms or setting.comment or setting.other_language
        yield "sentence of terms" if is_doubtful else "sentence"


def _named(reasons: dict[str, bool]) -> Iterator[str]:
    return (name for name, given in reasons.items() if given)
