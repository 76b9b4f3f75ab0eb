"""Texts that speak of such damage: what they quote is no damage."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

from corpuslint.document import Document
from corpuslint.finding import Edit
from corpuslint.lazy import regex

SUBJECT = regex(
    r"mojibake|encod|decod|charset|character set|code ?page|unicode|utf-?\d|latin-?1|iso-?8859|windows-?125|\bcp-?\d{3}|byte order|\bbom\b|ascii"
    r"|\bappears? as\b|\bshows? up as\b|\b(?:displayed|rendered|shown) as\b|garbled|(?:strange|weird|special|wrong) char"
    r"|escape|entit|\bhtml\b|\bxml\b|ligature|glyph|homogl|homogr|look-?alike|invisible|zero-?width|soft hyphen|punycode|zeichensatz|zeichenfolge|ligatur"
    r"|кодиров|кракозябр|юникод|乱码|亂碼|编码|編碼|文字化け|文字コード|codific|encodage|kódování|kodowani"
)
"""What a text says that speaks of such damage, in lower case."""
REACH = 300
"""Code points around damage in which such a word makes it the subject."""


def is_subject(document: Document, start: int, end: int) -> bool:
    """Whether the text around speaks of such damage."""
    return SUBJECT.search(document.lower, max(0, start - REACH), end + REACH) is not None


@lru_cache(maxsize=1)
def subjects(lowered: str) -> list[int]:
    """Where a text speaks of damage; that of one document is asked for at each of its repairs."""
    return [match.start() for match in SUBJECT.finditer(lowered)]


def is_near(subjects: list[int], edit: Edit) -> bool:
    at = bisect_left(subjects, edit.start - REACH)
    return at < len(subjects) and subjects[at] < edit.end + REACH
