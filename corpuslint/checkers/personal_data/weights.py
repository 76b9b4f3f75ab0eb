"""What a number must have to be somebody's, in numbers: those of telephones are facts (ITU E.164), the rest was read off the
findings on 1,131 real documents."""

from __future__ import annotations

from typing import NamedTuple


class Weights(NamedTuple):
    """Counts of digits, where no other unit is named."""

    international: tuple[int, int] = (9, 15)
    """Of a telephone number behind a plus sign, with the country's code."""
    labelled: tuple[int, int] = (7, 13)
    """Of one that a word announces."""
    serial: float = 0.5
    """Share of digits in the name of an address from which on it is a message's, not a person's."""
    hexadecimal: int = 16
    """The longest run of hexadecimal digits that a person's address may have."""
    label: int = 40
    """Code points before digits in a row in which a word says that they are of a card."""


WEIGHTS = Weights()
