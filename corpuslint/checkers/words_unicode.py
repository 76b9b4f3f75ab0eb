"""Characters that no word holds: invisible ones, controls, letters of another script, typographic ligatures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from corpuslint.checkers.words_page import Damage
from corpuslint.document import Document
from corpuslint.lazy import regex
from corpuslint.lexicon import Lexicon

# Letters of the scripts that are written without joiners and direction marks: Latin, Greek, Cyrillic, Armenian, Georgian.
_L = r"A-Za-z\u00aa-\u02af\u0370-\u058f\u10a0-\u10ff\u1e00-\u1fff\ufb00-\ufb06"
_UNSEEN = frozenset(map(chr, (
    0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F),
    *range(0x2060, 0x2065), *range(0x2066, 0x2070), 0xFEFF, *range(0xFFF9, 0xFFFC),
)))
_UNPRINTED = frozenset(map(chr, (*range(9), 0xB, 0xC, *range(0xE, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0), 0xFFFD)))
_INVISIBLE, _CONTROL = (re.escape("".join(sorted(chars))) for chars in (_UNSEEN, _UNPRINTED))
# Bounded, so that a long run of letters costs no more than its length.
_INSIDE = regex(rf"[{_L}]{{1,60}}(?:[{_INVISIBLE}]+[{_L}]{{1,60}})+")
_SOFT_BREAK = regex(rf"[{_L}]{{1,60}}\u00ad[ \t]*\r?\n[ \t]*[{_L}]{{1,60}}")
_BROKEN = regex(rf"(?<![^\W_])([{_L}]*)([{_CONTROL}]+)([{_L}]*)")
_STRIP = regex(f"[{_INVISIBLE}]")
_LIGATED = regex(r"([^\W\d_]{0,60})([\ufb00-\ufb06])( ?)([^\W\d_]*)")
LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st"}
LOST = ("ff", "fi", "fl", "ffi", "ffl")
"""The ligatures that text extraction loses: fonts have no code points for them."""
_UNLIGATE = str.maketrans(LIGATURES)

# Letters that look alike in Latin, Cyrillic and Greek; only pairs that cannot be told apart in print.
_CYRILLIC = dict(zip("аеорсухіјѕԛԝһӏАВЕКМНОРСТУХІЈЅԚԜҺӀ", "aeopcyxijsqwhlABEKMHOPCTYXIJSQWHI", strict=True))
_GREEK = dict(zip("ονΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ovABEZHIKMNOPTYX", strict=True))
_TO_LATIN = str.maketrans({**_CYRILLIC, **_GREEK})
_TO_CYRILLIC = str.maketrans({latin: cyrillic for cyrillic, latin in _CYRILLIC.items() if cyrillic not in "ԛԝһӏԚԜҺӀѕЅјЈ"})
_LETTERS_ALIKE = frozenset((*_CYRILLIC, *_GREEK))
_MIXED = regex(
    r"(?<![^\W_])(?=[^\W\d_]*[A-Za-z\u00c0-\u024f])(?=[^\W\d_]*[\u0391-\u03c9\u0400-\u052f])[A-Za-z\u00c0-\u024f\u0391-\u03c9\u0400-\u052f]+(?![^\W_])"
)
_MEET = regex(r"[A-Za-z\u00c0-\u024f](?=[\u0391-\u03c9\u0400-\u052f])|[\u0391-\u03c9\u0400-\u052f](?=[A-Za-z\u00c0-\u024f])")
_LATIN = regex(r"[A-Za-z\u00c0-\u024f]")


def find_characters(document: Document, lexicon: Lexicon | None, chars: Set[str]) -> Iterator[Damage]:
    """All that single characters tell; most texts have none of them, which the set of their unusual `chars` shows at once."""
    if not chars.isdisjoint(_UNSEEN):
        yield from _invisible(document)
    if not chars.isdisjoint(_LETTERS_ALIKE):
        yield from _homoglyph(document)
    if not chars.isdisjoint(LIGATURES):
        yield from _ligature_letter(document)
    if lexicon and not chars.isdisjoint(_UNPRINTED):
        yield from _control(document, lexicon)


def _invisible(document: Document) -> Iterator[Damage]:
    """Zero-width characters, direction marks and byte order marks inside words; soft hyphens are left-over hyphens."""
    for match in _SOFT_BREAK.finditer(document.text):
        yield Damage("hyphen", *match.span(), re.sub(r"\s", "", match[0]).replace("\u00ad", ""))
    for match in _INSIDE.finditer(document.text):
        signs = set(_STRIP.findall(match[0]))
        yield Damage("hyphen" if signs == {"\u00ad"} else "invisible", *match.span(), _STRIP.sub("", match[0]))


def _homoglyph(document: Document) -> Iterator[Damage]:
    """A word of two scripts that becomes a word of one when its look-alike letters are exchanged."""
    if not _MEET.search(document.text):
        return
    for match in _MIXED.finditer(document.text):
        word = match[0]
        latin, cyrillic = word.translate(_TO_LATIN), word.translate(_TO_CYRILLIC)
        if len(_LATIN.findall(latin)) == len(word):
            yield Damage("homoglyph", *match.span(), latin)
        elif not _LATIN.search(cyrillic) and len(word) > 1:
            yield Damage("homoglyph", *match.span(), cyrillic)


def _ligature_letter(document: Document) -> Iterator[Damage]:
    """A typographic ligature where letters belong (`oﬃce`), with the space that often follows it (`Pﬁ zer`)."""
    for match in _LIGATED.finditer(document.text):
        before, ligature, space, after = match.groups()
        end = match.end()
        if space and (not after or not after[0].islower()):
            after, end = "", match.start(3)
        yield Damage("ligature-letter", match.start(), end, f"{before}{LIGATURES[ligature]}{after.translate(_UNLIGATE)}")


def _control(document: Document, lexicon: Lexicon) -> Iterator[Damage]:
    """A control character or U+FFFD that stands where a ligature stood: with the ligature back, it is a word."""
    for match in _BROKEN.finditer(document.text):
        before, _, after = match.groups()
        if not (before or after) or len(before + after) < 2:
            continue
        zipf, repair = max((lexicon.zipf(word.lower()), word) for word in (before + letters + after for letters in LOST))
        if zipf >= 2.5:
            yield Damage("ligature", *match.span(), repair)
