"""Text decoded wrongly, and what is left of wrong decoding: the checker behind the rule `mojibake`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from corpuslint.checkers import encoding_swaps as swaps
from corpuslint.checkers import encoding_utf8 as utf8
from corpuslint.checkers.encoding_codecs import shown
from corpuslint.checkers.encoding_damage import Damage, merge
from corpuslint.checkers.encoding_letters import expected, is_suspicious, languages, natural, speaks
from corpuslint.checkers.encoding_lost import controls, lost, question_marks
from corpuslint.checkers.encoding_residue import marks, residue
from corpuslint.document import Document
from corpuslint.finding import Edit, Finding, Fix
from corpuslint.rule import Rule

_OPENING, _CLOSING = "\"'“„«‘‚「『`(", "\"'”“»’‘」』`)"
_SUBJECT = re.compile(
    r"mojibake|encod|decod|charset|character set|unicode|UTF-?8|latin-?1|iso-?8859|windows-?125|byte order|ASCII|Zeichensatz|Zeichenfolge"
    r"|кодиров|кракозябр|乱码|亂碼|编码|編碼|文字化け|文字コード|codific|encodage|kódování|kodowani|escape|entit",
    re.IGNORECASE,
)
LONGEST = 1500
"""Longer lines are read in pieces, so that the cost stays linear."""
LONGEST_WORD = 200


class Piece(NamedTuple):
    """A suspicious line, or a piece of a long one: its offset, its text, its odd words, and how odd they are (nats)."""

    start: int
    text: str
    words: list[str]
    oddity: float


def check(document: Document, rule: Rule) -> Iterator[Finding]:
    for damage in merge(document.text, _damages(document)):
        if not document.is_masked(damage.start, damage.end) and not _is_quoted(document.text, damage):
            yield _finding(document, rule, damage)


def _damages(document: Document) -> Iterator[Damage]:
    """All damage; where two stretches overlap the one that comes first here is kept."""
    text = document.text
    if not text.isascii():
        yield from marks(text)
        yield from misread(document)
        yield from lost(text, document.language)
    yield from residue(text)
    yield from controls(text)
    if "?" in text:
        yield from question_marks(text, document.language)


def _is_quoted(text: str, damage: Damage) -> bool:
    """Whether the text quotes the damage in order to talk about it: quotation marks around it, and the subject near."""
    before, after = text[damage.start - 1 : damage.start], text[damage.end : damage.end + 1]
    if not (before and after and before in _OPENING and after in _CLOSING):
        return False
    return bool(_SUBJECT.search(text, max(0, damage.start - 300), damage.end + 300))


def misread(document: Document) -> Iterator[Damage]:
    """UTF-8 read as something else first; what that leaves suspicious may be a swap of legacy code pages."""
    pieces = list(suspicious(document))
    if not pieces:
        return
    language = document.language
    left = []
    for piece in pieces:
        reading = utf8.read_line(piece.text, language)
        if reading:
            yield from (_damage(piece, edit) for edit in reading.edits)
        else:
            left.append(piece)
    yield from _swapped(left, document.text, language)


def _swapped(pieces: list[Piece], text: str, language: str) -> Iterator[Damage]:
    worst = sorted(pieces, key=lambda piece: -piece.oddity)
    nominated = swaps.nominate([(piece.text, piece.words) for piece in worst[: swaps.SAMPLE_LINES]], language)
    if not nominated:
        return
    if language in languages() and not speaks(language, text[:2000]):
        language = "und"
    confirmed: set[swaps.Swap] = set()
    for piece in worst:
        tried = [(line.gain, h, line) for h in nominated if (line := swaps.read_line(piece.text, language, h))]
        if not tried:
            continue
        gain, hypothesis, line = max(tried, key=lambda t: (t[0], -nominated.index(t[1])))
        if gain >= (swaps.CONFIRMED if hypothesis in confirmed else swaps.prior(language, hypothesis)):
            confirmed.add(hypothesis)
            for edit in line.edits:
                yield Damage(
                    "lossy" if edit.lossy else "legacy-swap", piece.start + edit.start, piece.start + edit.end,
                    None if edit.lossy else edit.repair, shown(hypothesis.read), shown(hypothesis.true),
                )


def _damage(piece: Piece, edit: utf8.Edit) -> Damage:
    start, end = piece.start + edit.start, piece.start + edit.end
    read = ", then ".join(shown(codec) for codec in reversed(edit.layers))
    if edit.lossy:
        return Damage("lossy", start, end, None, read, "UTF-8")
    kind = "double" if len(edit.layers) > 1 else "utf8-misread"
    return Damage(kind, start, end, edit.repair, read, "UTF-8", "safe")


def suspicious(document: Document) -> Iterator[Piece]:
    language = document.language
    for line in document.lines:
        text = document.text[line.start : line.end]
        if text.isascii():
            continue
        for start, piece in _pieces(text):
            words = [w for w in piece.split(" ") if not w.isascii() and is_suspicious(language, w[:LONGEST_WORD])]
            if words:
                yield Piece(line.start + start, piece, words, _oddity(words, language))


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    while start < len(text):
        end = len(text) if len(text) - start <= LONGEST else max(text.rfind(" ", start, start + LONGEST), start) + 1
        if end == start + 1:
            end = start + LONGEST
        yield start, text[start:end]
        start = end


def _oddity(words: list[str], language: str) -> float:
    return sum(natural(language, word[:LONGEST_WORD]) - expected(word[:LONGEST_WORD]) for word in words)


def _finding(document: Document, rule: Rule, damage: Damage) -> Finding:
    evidence = {"read": damage.read, "true": damage.true} if damage.read else {}
    if damage.repair is None:
        return rule.found(document, damage.kind, damage.start, damage.end, **evidence)
    fix = Fix(f"Replace with “{damage.repair}”", (Edit(damage.start, damage.end, damage.repair),), damage.safety)
    return rule.found(document, damage.kind, damage.start, damage.end, fix, repair=damage.repair, **evidence)
