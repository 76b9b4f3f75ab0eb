"""Characters that a recogniser confused (`tlie`, `govemment`, `e1ection`), and letters lost at a word's end."""

from __future__ import annotations

from collections.abc import Iterator

from corpuslint.checkers.broken_word.channel import complete, misread_short, nearest
from corpuslint.checkers.broken_word.page import Damage, Page, fold
from corpuslint.lazy import regex

_WORD = regex(r"[^\W_][\w|!$£¢]*[^\W_]|[|!$£¢][^\W_]+")
# An ordinal, a quantity with its unit, or a part number.
_MEASURE = regex(r"\d+[^\W\d_]{1,3}|\d{2,}[^\W\d_]+|[^\W\d_]+\d+")
# Capitals inside a word that are the shape of small letters.
_CAPITAL_SHAPES = {"U": "ll", "H": "ll", "I": "l"}
_CAPITALS = regex(r"(?<=[a-z])[UHI]")
_PATH = regex(r"\w[\\/_=]\w|[{}@#<>]|^[/\\.]\w")
_STRANGE_CASE = regex(r"(?<!^Mc)(?<!^Mac)(?<!^[DLO][aei])(?<!^Fitz)(?<=[a-zß-öø-ÿ])[A-ZÀ-Ö]")
# Languages whose words stand in a list nearly all: no long compounds, not many endings.
_LISTED = frozenset(("ca", "en", "es", "fr", "it", "pt", "ro"))
_NEAR = 80
_PROOF, _RATE = 2, 0.01
"""Confusions of the loose channel that prove a text to be a recogniser's, at least so many and so many a word."""


def is_recognised(page: Page, strict: int) -> bool:
    """Whether the whole text shows a recogniser's damage, so that weaker evidence will do for each word.

    `strict`: how many different words were found misread on stronger evidence, whatever their case. A strange word
    counts once: what a recogniser misreads differs from place to place, a term or an identifier comes back as it was.
    """
    proof, least = strict, max(_PROOF, _RATE * len(page.runs))
    words = {fold(word, page.language) for _, word in page.small if not page.is_function_word(word)}
    for left, word in zip(range(len(words), 0, -1), words, strict=True):
        if proof >= least or proof + left < least:
            break
        proof += bool(_misread(page, word, loose=True) and not _misread(page, word, loose=False))
    return proof >= least


def misread_in(page: Page, run: str, relaxed: bool = False) -> Iterator[Damage]:
    """Misread words within a run; offsets are those in the run."""
    if _PATH.search(run):
        return
    for match in _WORD.finditer(run):
        repair = _repair(page, match[0], relaxed)
        if repair or (repair == "" and page.text.count(match[0]) == 1):
            yield Damage("misread" if repair else "garbled", *match.span(), repair)


def _repair(page: Page, text: str, relaxed: bool) -> str | None:
    """What stood where the text stands, '' where only the damage is certain, None where it is not."""
    if text.isupper() or not any(char.isalpha() for char in text) or len(text) > 40:
        return None
    word = fold(text, page.language)
    if not word.isalpha():
        return _undigit(page, text, word) or None
    if not text[1:].islower():
        plain = fold(_CAPITALS.sub(lambda sign: _CAPITAL_SHAPES[sign[0]], text), page.language)
        if plain.isalpha() and plain != word and (len(text) > 3 or text[0].islower()) and page.lexicon.zipf(plain) >= (4.8 if len(plain) < 5 else 3.5):
            return plain
        return "" if relaxed and len(text) > 4 and _STRANGE_CASE.search(text) else None
    if text[0].isupper():
        return _misread_name(page, word, relaxed) or None
    older = relaxed and page.is_archaic
    repair = _misread(page, word, relaxed and not older, short=True)
    if repair or not relaxed or older or len(word) < 4 or page.language not in _LISTED:
        return repair or None
    entry = page.lexicon.get(word)
    return None if entry.known or page.is_foreign(word) else ""


def _misread(page: Page, word: str, loose: bool, *, short: bool = False) -> str:
    """The frequent word that this rare lower-case one was; '' if there is none.

    With `loose`, a known word of two to four letters may be a much more frequent one too; with `short` a lesser
    difference will do.
    """
    entry = page.lexicon.get(word)
    rare = entry.zipf < 2.7 and not entry.curated
    if (len(word) < 3 and not loose) or (not rare and not (loose and len(word) <= 4)):
        return ""
    if page.is_foreign(word) or (len(word) > 4 and word[-1] == "e" and page.lexicon.zipf(word[:-1]) >= 4.5):
        return ""  # another language, or the silent e of older spelling
    if not rare:
        return misread_short(page.lexicon, word, 2.2 if short else 2.7)
    best, zipf, weak = nearest(page.lexicon, word, "loose" if loose else "usual")
    gap = zipf - max(entry.zipf, 1.0)
    if loose:
        return best if gap >= (2.0 if len(word) > 3 else 3.5) and zipf >= (4.0 if len(word) < 7 else 3.0) else ""
    if len(word) < 5 and zipf >= 6.3 and gap >= 4.5 and not page.is_function_word(word):
        return best
    least = 5.5 if len(word) == 4 else 4.0 if len(word) == 5 or (weak and len(word) < 8) else 3.2
    return best if len(word) > 3 and zipf >= least and gap >= 2.0 and not (weak and len(word) < 6) else ""


def _misread_name(page: Page, word: str, relaxed: bool) -> str:
    """The frequent word that one with a capital was; a name that is known as one needs more than others."""
    entry = page.lexicon.get(word)
    if relaxed and len(word) < 5 and not page.is_archaic and (short := misread_short(page.lexicon, word)):
        return short
    best, zipf, weak = nearest(page.lexicon, word, "narrow" if not relaxed else "loose" if len(word) > 5 else "usual")
    if entry.known and not (relaxed and entry.zipf < 1.5 and not entry.curated) and zipf - entry.zipf < 5.0:
        return ""
    return best if zipf >= (6.0 if len(word) < 6 else 4.5) - relaxed and (relaxed or not weak) else ""


def _undigit(page: Page, text: str, word: str) -> str:
    """A word with digits or signs for letters, most of it letters."""
    letters = sum(char.isalpha() for char in word)
    if letters < 2 or letters < len(word) - letters or (text[0].isupper() and len(word) < 5) or _MEASURE.fullmatch(word):
        return ""
    best, zipf, _ = nearest(page.lexicon, word, "usual")
    return best if zipf >= (3.0 if len(word) > 4 else 5.0) else ""


def find_truncated(page: Page) -> Iterator[Damage]:
    """Words that lost letters at their start or end, which a frequent word completes.

    One at the edge of a line asks for less, and two at the same edge are a cut column.
    """
    edges: dict[str, list[Damage]] = {"left": [], "right": [], "": []}
    sure = []
    for index, small in page.small:
        word = fold(small, page.language)
        entry = page.lexicon.get(word)
        if entry.curated or entry.zipf >= 3.0 or page.is_foreign(word):
            continue
        start = page.place(index) + page.runs[index].index(small)
        end = start + len(small)
        if page.lexicon.is_small and page.text[max(0, start - _NEAR) : end + _NEAR].isascii():
            continue  # written without the language's diacritics
        edge = _edge(page.text, start, end)
        repair, certain = _completed(page, word, edge)
        if repair:
            damage = Damage("truncated", start, end, repair)
            edges[edge].append(damage)
            if certain:
                sure.append(damage)
    for edge in ("left", "right"):
        if len(edges[edge]) > 1:
            sure += edges[edge]
    yield from sure


def _completed(page: Page, word: str, edge: str) -> tuple[str, bool]:
    """The whole word, and whether it is certain by itself."""
    entry = page.lexicon.get(word)
    if len(word) < (3 if edge else 4) or (not edge and entry.zipf >= 1.5):
        return "", False
    if word[-1] == "e" and page.lexicon.zipf(word[:-1]) >= 3.0:
        return "", False  # the silent e of older spelling (drunke, returne)
    best, zipf = complete(page.lexicon, word, edge)
    certain = zipf >= (4.5 if len(word) < 6 - bool(edge) else 3.5 if len(word) < 8 else 3.0) and zipf - entry.zipf >= 3.0 and entry.zipf < 1.5 and len(word) > 3
    return (best, certain) if zipf >= 2.7 and zipf - entry.zipf >= 1.5 else ("", False)


def _edge(text: str, start: int, end: int) -> str:
    if start == 0 or text[start - 1] in "\r\n":
        return "left"
    return "right" if end == len(text) or text[end] in "\r\n" else ""
