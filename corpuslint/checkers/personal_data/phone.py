"""Telephone numbers: with a country's code, announced by a word, or in the form of North America."""

from __future__ import annotations

from collections.abc import Iterator

from corpuslint.checkers.personal_data.weights import WEIGHTS
from corpuslint.lazy import regex

_BETWEEN = r"[ \u00a0.\-–/()]{0,3}"
_INTERNATIONAL = regex(rf"(?<![\w+.,])(?:\+|\(\+)[1-9](?:{_BETWEEN}\d){{6,14}}(?![\w%€$£]|[.,\-]\d)")
_LABELLED = regex(
    r"(?<![^\W_])(?:t[eé]l(?:[eé]?f(?:on[eo]?|oon|ono|oni|on:a))?|phone|call|cell|mobile?|mobil|mob|fax|handy|cellulare|celular|móvil|telefone|telemóvel|komórka"
    r"|тел(?:ефон)?|моб|факс|телефону|τηλ(?:έφωνο)?|电话|電話|手机|手機|전화|هاتف|جوال|תלפון|טלפון|फोन|फ़ोन|điện thoại|telp|hp|whatsapp)"
    rf"(?:[. ]{{0,2}}(?:no|nr|number|nummer|número|numéro|numero))?[.:：)\s|]{{1,4}}\s?(\(?[0-9](?:{_BETWEEN}\d){{6,12}})(?![\w%€$£]|[.,\-]\d)",
)
_AMERICAN = regex(r"(?<![\w+.,\-/#])(?:1[-. ])?(?:\([2-9]\d\d\) ?|[2-9]\d\d([-.]))[2-9]\d\d(?(1)\1|[-. ])\d{4}(?![\w\-/]|[.,]\d)")
_FREE = regex(r"(?:\+?1)?8(?:00|33|44|55|66|77|88)\d{7}|0?0?\d{0,3}0?800\d+")
"""Numbers that cost the caller nothing: an organisation's."""
_ROUND = "00000"
"""How an amount ends."""
_FICTION = regex(r".*55501\d\d")
"""Kept free for films and examples in North America."""
_NUMBERED = regex(r"(?:\b(?:isbn|issn|doi|ean|upc|sku|nos?|nr|id|case|file|ref|order|docket|grant|record|invoice|account|art|item|version)\b|№|#)\W{0,3}$")
_REACH = 12
"""Code points before digits in which a word says that they are no telephone's."""


def numbers(text: str, lowered: str) -> Iterator[tuple[int, int]]:
    """Where each stands, in code points; some may be found twice."""
    for match in _INTERNATIONAL.finditer(text):
        if _is_number(match[0], WEIGHTS.international) and not _is_decimal(match[0]):
            yield match.span()
    for match in _LABELLED.finditer(lowered):
        if _is_number(match[1], WEIGHTS.labelled) and not _is_plain(match[1]):
            yield match.span(1)
    for match in _AMERICAN.finditer(text):
        if _is_number(match[0], WEIGHTS.labelled) and not _NUMBERED.search(lowered, max(0, match.start() - _REACH), match.start()):
            yield match.span()


def digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _is_number(text: str, lengths: tuple[int, int]) -> bool:
    """Whether its digits are as many as a telephone's, differ, and are no free line's and no film's."""
    found = digits(text)
    least, most = lengths
    return least <= len(found) <= most and len(set(found)) > 2 and not found.endswith(_ROUND) and not _FREE.fullmatch(found) and not _FICTION.fullmatch(found)


def _is_decimal(text: str) -> bool:
    """Whether it is a number with a point: a coordinate, a share."""
    return text.count(".") == 1 and not set(text) - {*"+-.", *"0123456789"}


def _is_plain(text: str) -> bool:
    """Whether its digits are a date (2021-03-17) or a year and another number."""
    return bool(_DATE.match(text))


_DATE = regex(r"(?:19|20)\d\d[-./ ]\d{1,2}\b|\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d\d")
