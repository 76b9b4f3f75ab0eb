"""Lines decoded wrongly: each explained as UTF-8 misread or as a swap of legacy code pages, whichever gains more.

ftfy's `fix_encoding` in place of `utf8.py` finds 3,288 of 3,462 labelled stretches that this finds and repairs 659 of
728 texts: it knows no East Asian pages. Asked first, it changes 363 of 4,590 findings (latin-1 where cp1252 is as good).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from corpuslint.checkers.mojibake import swaps, utf8
from corpuslint.checkers.mojibake.codecs import Swap, shown
from corpuslint.checkers.mojibake.damage import Damage
from corpuslint.checkers.mojibake.hypotheses import MAX_LINES, nominate, prior
from corpuslint.checkers.mojibake.letters import languages
from corpuslint.checkers.mojibake.lost import C1
from corpuslint.checkers.mojibake.pieces import Piece, lines, many_odd, odd_words, suspicious
from corpuslint.checkers.mojibake.stretches import Reading, Stretch
from corpuslint.checkers.mojibake.swaps import Swapped
from corpuslint.checkers.mojibake.weights import WEIGHTS
from corpuslint.checkers.mojibake.witness import witnessed
from corpuslint.checkers.mojibake.words import fitting
from corpuslint.document import Document

MAX_SAMPLE = 2000
"""Code points of the text that its language is told by."""


def misread(document: Document, chars: frozenset[str]) -> Iterator[Damage]:
    """Every suspicious line, explained as UTF-8 misread or as a swap of legacy code pages, whichever gains more.

    What explains one line of a document is then believed of its other lines on less evidence.
    """
    read, swapped, language = _explained(document)
    for piece, reading in read.items():
        yield from _reading_damages(piece, reading)
    for piece, line in swapped.items():
        yield from _swap_damages(piece, line)
    believed = dict.fromkeys((line.swap for line in swapped.values()), WEIGHTS.confirmed)
    if not (read or swapped):
        believed = dict.fromkeys(witnessed(document.text, chars, language), WEIGHTS.witnessed)
    if read or believed:
        codecs = list(dict.fromkeys(reading.stretches[0].layers[0] for reading in read.values()))
        yield from _others(document, {piece.start for piece in (*read, *swapped)}, codecs, believed, language)


def _explained(document: Document) -> tuple[dict[Piece, Reading], dict[Piece, Swapped], str]:
    """The suspicious pieces that are UTF-8 misread, those that are swapped, and the language that they were judged by."""
    pieces, language = _to_explain(document)
    readings = _readings(pieces, language)
    doubtful = [piece for piece in pieces if piece not in readings or readings[piece].gain < WEIGHTS.explained * piece.oddity]
    swapped, language = _swapped(doubtful, document.text, language)
    read = {piece: reading for piece, reading in readings.items() if piece not in swapped or swapped[piece].gain <= reading.gain}
    return read, {piece: line for piece, line in swapped.items() if piece not in read}, language


def _to_explain(document: Document) -> tuple[list[Piece], str]:
    """The suspicious lines, and the language that they were judged by: the document's, unless its letters fit another better."""
    language, pieces = document.language, list(suspicious(document, document.language))
    if pieces and (language not in languages() or many_odd(pieces)):
        better = fitting(language, document.text[:MAX_SAMPLE], odd_words(pieces))
        if better != language:
            return list(suspicious(document, better)), better
    return pieces, language


def _readings(pieces: list[Piece], language: str) -> dict[Piece, Reading]:
    """The pieces that are UTF-8 misread; the code page of the last one is tried alone first, for it is mostly the same."""
    found: dict[Piece, Reading] = {}
    last = ""
    for piece in pieces:
        reading = utf8.read_line_as(piece.text, last, language) if last else None
        if not reading or reading.gain < max(WEIGHTS.utf8_prior, WEIGHTS.explained * piece.oddity):
            reading = utf8.read_line(piece.text, piece.words, language)
        if reading:
            found[piece] = reading
            last = reading.stretches[0].layers[0]
    return found


def _others(
    document: Document, done: set[int], codecs: list[str], believed: Mapping[Swap, float], language: str
) -> Iterator[Damage]:
    """The lines that do not start at `done`, tried with what explained these; `believed`: swaps, and the nats that each must gain."""
    for start, text in lines(document):
        if start in done:
            continue
        piece = Piece(start, text, (), 0.0)
        reading = next((r for codec in codecs if (r := utf8.read_line_as(text, codec, language))), None)
        line = next((x for swap, least in believed.items() if (x := swaps.read_line(text, language, swap)) and x.gain >= least), None)
        if reading:
            yield from _reading_damages(piece, reading)
        elif line:
            yield from _swap_damages(piece, line)


def _swapped(pieces: list[Piece], text: str, language: str) -> tuple[dict[Piece, Swapped], str]:
    """The pieces that a swap explains, and the language that the swaps were judged by."""
    worst = sorted(pieces, key=lambda piece: -piece.oddity)
    samples = [(piece.text, piece.words) for piece in worst[:MAX_LINES]]
    nominated = nominate(samples, language)
    if nominated and (better := fitting(language, text[:MAX_SAMPLE], odd_words(pieces))) != language:
        language = better
        nominated = nominate(samples, language)
    found: dict[Piece, Swapped] = {}
    for piece in worst if nominated else ():
        tried = [line for hypothesis in nominated if (line := swaps.read_line(piece.text, language, hypothesis))]
        if tried and (best := max(tried, key=lambda line: line.gain)).gain >= prior(language, best.swap):
            found[piece] = best
    return _telling(found), language


def _telling(found: Mapping[Piece, Swapped]) -> dict[Piece, Swapped]:
    """Those pieces whose swap changes more in the document than what sound texts have."""
    changes: dict[Swap, list[tuple[str, Stretch]]] = {}
    for piece, line in found.items():
        changes.setdefault(line.swap, []).extend((piece.text, stretch) for stretch in line.stretches)
    telling = {swap for swap, made in changes.items() if swaps.tells(made)}
    return {piece: line for piece, line in found.items() if line.swap in telling}


def _swap_damages(piece: Piece, line: Swapped) -> Iterator[Damage]:
    controls_only = all(C1.fullmatch(piece.text, stretch.start, stretch.end) for stretch in line.stretches)
    for stretch in line.stretches:
        kind = "lossy" if stretch.lossy else "c1-control" if controls_only else "legacy-swap"
        repair = None if stretch.lossy else stretch.repair
        yield Damage(kind, piece.start + stretch.start, piece.start + stretch.end, repair, shown(line.swap.read), shown(line.swap.true))


def _reading_damages(piece: Piece, reading: Reading) -> Iterator[Damage]:
    return (_damage(piece, stretch) for stretch in reading.stretches)


def _damage(piece: Piece, stretch: Stretch) -> Damage:
    start, end = piece.start + stretch.start, piece.start + stretch.end
    read = ", then ".join(shown(codec) for codec in reversed(stretch.layers))
    if stretch.lossy:
        return Damage("lossy", start, end, stretch.repair if stretch.repair == "à" else None, read, "UTF-8")
    kind = "double" if len(stretch.layers) > 1 else "utf8-misread"
    return Damage(kind, start, end, stretch.repair, read, "UTF-8", "safe")
