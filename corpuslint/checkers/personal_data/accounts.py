"""Bank accounts (IBAN, ISO 13616) and payment cards (ISO/IEC 7812) whose check digits are right."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from corpuslint.checkers.personal_data.weights import WEIGHTS
from corpuslint.lazy import regex

_IBAN = regex(r"(?<![^\W_])([A-Z]{2}\d{2})((?:[ \u00a0-]?[A-Z0-9]{4}){2,7}(?:[ \u00a0-]?[A-Z0-9]{1,4})?)(?![^\W_])")
_LENGTHS = (
    "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 "
    "GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 "
    "PS29 PT25 QA29 RO24 RS22 SA24 SC31 SD18 SE24 SI19 SK24 SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20"
)
"""Country and length of its accounts."""
_SAMPLES = frozenset({"DE89370400440532013000", "GB82WEST12345698765432", "FR1420041010050500013M02606", "NL91ABNA0417164300"})
"""Those that explain the standard everywhere."""
_GROUPED = regex(r"(?<![\w.,-])(?:\d{4}([ \u00a0-])\d{4}\1\d{4}\1\d{4}|3[47]\d\d([ \u00a0-])\d{6}\2\d{5})(?![\w-]|[.,]\d|\s\d)")
_PLAIN = regex(r"(?<![\w.,/=-])(?:\d{15,16})(?![\w/-]|[.,]\d)")
_CARD = regex(r"card|visa|mastercard|amex|american express|karte|carte|tarjeta|cartão|carta|kart|карт|kaart|kort|卡|カード|카드|بطاقة")
_ISSUER = regex(r"4\d{15}|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13}|6(?:011|5\d\d)\d{12}|35\d{14}")
_TESTS = frozenset({"4111111111111111", "4242424242424242", "4012888888881881", "5555555555554444", "5105105105105100", "378282246310005", "371449635398431",
                    "6011111111111117", "3530111333300000", "4000056655665556", "1234567812345670", "5200828282828210", "4444333322221111"})
"""Those that every payment service gives out for tests."""
_BASE = 97
_NINE = 9
_HEAD = 4
"""Characters of an account's country and check digits."""
_LETTERS = 36
"""The base in which letters go on behind nine."""


def ibans(text: str) -> Iterator[tuple[int, int]]:
    """Where each account stands, in code points."""
    for match in _IBAN.finditer(text):
        number = "".join(filter(str.isalnum, match[0]))
        if len(number) == _lengths().get(number[:2]) and number not in _SAMPLES and _remainder(number) == 1:
            yield match.span()


def cards(text: str, lowered: str) -> Iterator[tuple[int, int]]:
    """Where each card's number stands: in groups, or in a row behind a word that says so."""
    for match in _GROUPED.finditer(text):
        if _is_card(match[0]):
            yield match.span()
    for match in _PLAIN.finditer(text):
        if _is_card(match[0]) and _CARD.search(lowered, max(0, match.start() - WEIGHTS.label), match.start()):
            yield match.span()


@cache
def _lengths() -> dict[str, int]:
    return {entry[:2]: int(entry[2:]) for entry in _LENGTHS.split()}


def _remainder(number: str) -> int:
    """By 97, with the country and the check digits at the end, each letter as its number (A is 10)."""
    return int("".join(str(int(char, _LETTERS)) for char in number[_HEAD:] + number[:_HEAD])) % _BASE


def _is_card(text: str) -> bool:
    number = "".join(filter(str.isdigit, text))
    return number not in _TESTS and bool(_ISSUER.fullmatch(number)) and len(set(number)) > 3 and _is_luhn(number)


def _is_luhn(number: str) -> bool:
    """Whether the last digit is that of Luhn's formula."""
    total = 0
    for place, digit in enumerate(reversed(number)):
        doubled = int(digit) * (1 + place % 2)
        total += doubled - _NINE * (doubled > _NINE)
    return total % (_NINE + 1) == 0
