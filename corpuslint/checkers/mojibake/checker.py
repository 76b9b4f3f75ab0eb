"""Text decoded wrongly, and what is left of wrong decoding: the checker behind the rule `mojibake`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import compress
from typing import NamedTuple

from corpuslint.checkers.mojibake import swaps, utf8
from corpuslint.checkers.mojibake.codecs import shown
from corpuslint.checkers.mojibake.damage import Damage, merge
from corpuslint.checkers.mojibake.file import foreign
from corpuslint.checkers.mojibake.leftovers import marks, residue
from corpuslint.checkers.mojibake.letters import languages
from corpuslint.checkers.mojibake.lost import CONTROLS, controls, lost, question_marks, replaced_twice
from corpuslint.checkers.mojibake.witness import witnessed
from corpuslint.checkers.mojibake.words import fitting, may_be_odd, oddity
from corpuslint.checkers.safety.proof import certain
from corpuslint.checkers.safety.signs import touches_letter
from corpuslint.checkers.safety.subject import is_subject
from corpuslint.document import Document
from corpuslint.finding import Edit, EvidenceValue, Finding, Fix
from corpuslint.lazy import regex
from corpuslint.rule import Rule
from corpuslint.text.characters import has_bytes, is_foreign, unusual
from corpuslint.text.spans import disjoint

_OPENING, _CLOSING = "\"'“„«‘‚「『`(", "\"'”“»’‘」』`)"
_SIGNS = "“”„‘’–—…•·°§£€©®™«»\u00a0\u2009\u202f"
# A pattern for each sign: one that begins with a character of its own is found ten times faster.
_IN_WORD = {sign: regex(f"{sign}(?<=[^\\W\\d_].)(?=[^\\W\\d_])") for sign in _SIGNS if sign not in "’—"}
_TYPOGRAPHIC = frozenset((*_SIGNS, *CONTROLS, "\f"))
_C1 = regex("[\x80-\x9f]+")
_WITNESSED_KINDS: Mapping[str, bool] = {"utf8-misread": True, "double": True, "entity": False, "presentation-form": False}
"""Kinds whose repair may be safe where a witness proves it, and whether it undoes a wrong decoding."""
_EXPLAINED = 0.5
"""A reading that gains less than this share of a line's oddity leaves room for a better explanation."""
SAMPLE = 2000
"""Code points of the text that its language is told by."""
LONGEST = 1500
"""Longer lines are read in pieces, so that the cost stays linear."""
LONGEST_WORD = 200
_WITNESSED = 1.0
"""Nats that a swap must gain in a line, where words of the language bear witness to it."""


class Piece(NamedTuple):
    """A suspicious line, or a piece of a long one: its offset, its text, its odd words, and how odd they are (nats)."""

    start: int
    text: str
    words: tuple[str, ...]
    oddity: float


def check(document: Document, rule: Rule) -> Iterator[Finding]:
    for damage in merge(document.text, _judged(document, disjoint(_damages(document)))):
        if not document.is_masked(damage.start, damage.end) and not _is_quoted(document, damage):
            yield _finding(document, rule, damage)


def _judged(document: Document, damages: list[Damage]) -> list[Damage]:
    """The damages, `safe` only where a witness proves the repair: each is judged among those of one kind and cause."""
    causes: dict[tuple[str, str], list[int]] = {}
    for at, damage in enumerate(damages):
        if damage.safety == "safe" and damage.kind in _WITNESSED_KINDS:
            causes.setdefault((damage.kind, damage.read), []).append(at)
    # Where none touches a letter, they are what PDFs have for bullets and boxes, of fonts of their own.
    among_letters = any(d.kind == "c1-control" and touches_letter(document.text, d.start, d.end) for d in damages)
    for at, damage in enumerate(damages):
        if damage.kind == "bom" and damage.safety == "safe" and is_subject(document, damage.start, damage.end):
            damages[at] = damage._replace(safety="unsafe")
        elif damage.kind == "c1-control" and damage.repair is not None and not among_letters:
            damages[at] = damage._replace(safety="display")
    for (kind, _), places in causes.items():
        edits = [Edit(d.start, d.end, d.repair or "") for d in map(damages.__getitem__, places)]
        for at, proved in zip(places, certain(document, edits, decoded=_WITNESSED_KINDS[kind], spread=kind != "presentation-form"), strict=True):
            if not proved:
                damages[at] = damages[at]._replace(safety="unsafe")
    return damages


def _damages(document: Document) -> Iterator[Damage]:
    """All damage; where two stretches overlap the one that comes first here is kept."""
    text = document.text
    chars = unusual(text)
    if has_bytes(chars) and is_foreign(text):
        yield foreign(text)
        return  # to be read right before anything else can be said of it
    if not is_typographic(text, chars):
        yield from marks(text, chars)
        yield from replaced_twice(text)
        yield from misread(document, chars)
        yield from lost(document, chars)
    yield from residue(text)
    yield from controls(text, chars)
    yield from question_marks(document)


def is_typographic(text: str, chars: frozenset[str]) -> bool:
    """Whether all that goes beyond ASCII are the signs of good typography, each where it belongs: most English texts.

    Between two letters such a sign is suspicious: 'sch”n' is cp850 read as cp1252.
    """
    return chars <= _TYPOGRAPHIC and not any(_IN_WORD[sign].search(text) for sign in _IN_WORD.keys() & chars)


def _is_quoted(document: Document, damage: Damage) -> bool:
    """Whether the text quotes the damage in order to talk about it: quotation marks around it, and the subject near."""
    text = document.text
    before, after = text[damage.start - 1 : damage.start], text[damage.end : damage.end + 1]
    if not (before and after and before in _OPENING and after in _CLOSING):
        return False
    return is_subject(document, damage.start, damage.end)


def misread(document: Document, chars: frozenset[str]) -> Iterator[Damage]:
    """Every suspicious line, explained as UTF-8 misread or as a swap of legacy code pages, whichever gains more.

    What explains one line of a document is then believed of its other lines on less evidence.
    """
    language, pieces = document.language, list(suspicious(document, document.language))
    if pieces and (language not in languages() or _many_odd(pieces)):
        better = fitting(language, document.text[:SAMPLE], _odd_words(pieces))
        if better != language:
            language, pieces = better, list(suspicious(document, better))
    readings = _readings(pieces, language)
    open_ones = [p for p in pieces if p not in readings or readings[p].gain < _EXPLAINED * p.oddity]
    swapped, language = _swapped(open_ones, document.text, language)
    explained = {p: _reading_damages(p, r) for p, r in readings.items() if p not in swapped or swapped[p].gain <= r.gain}
    explained |= {p: _swap_damages(p, line) for p, line in swapped.items() if p not in explained}
    yield from (damage for damages in explained.values() for damage in damages)
    confirmed = dict.fromkeys((line.swap for line in swapped.values()), swaps.CONFIRMED)
    if not explained:
        confirmed = dict.fromkeys(witnessed(document.text, chars, language), _WITNESSED)
    if explained or confirmed:
        codecs = dict.fromkeys(r.edits[0].layers[0] for p, r in readings.items() if p not in swapped or swapped[p].gain <= r.gain)
        yield from _others(document, explained, list(codecs), confirmed, language)


def _readings(pieces: list[Piece], language: str) -> dict[Piece, utf8.Reading]:
    """The pieces that are UTF-8 misread; the code page of the last one is tried alone first, for it is mostly the same."""
    found: dict[Piece, utf8.Reading] = {}
    last = ""
    for piece in pieces:
        reading = utf8.read_line_as(piece.text, last, language) if last else None
        if not reading or reading.gain < max(utf8.PRIOR, _EXPLAINED * piece.oddity):
            reading = utf8.read_line(piece.text, piece.words, language)
        if reading:
            found[piece] = reading
            last = reading.edits[0].layers[0]
    return found


def _others(
    document: Document, explained: Mapping[Piece, object], codecs: list[str], confirmed: Mapping[swaps.Swap, float], language: str
) -> Iterator[Damage]:
    """The lines that are left, tried with what explained others; `confirmed`: swaps, and the nats that each must gain."""
    done = {piece.start for piece in explained}
    for start, text in _lines(document):
        if start in done:
            continue
        piece = Piece(start, text, (), 0.0)
        reading = next((r for codec in codecs if (r := utf8.read_line_as(text, codec, language))), None)
        line = next((x for swap, least in confirmed.items() if (x := swaps.read_line(text, language, swap)) and x.gain >= least), None)
        if reading:
            yield from _reading_damages(piece, reading)
        elif line:
            yield from _swap_damages(piece, line)


def _odd_words(pieces: list[Piece]) -> frozenset[str]:
    return frozenset(word for piece in pieces for word in piece.words)


def _many_odd(pieces: list[Piece]) -> bool:
    """Whether so many words are odd that the language may be another."""
    return sum(len(piece.words) for piece in pieces) > 0.2 * sum(1 + piece.text.count(" ") for piece in pieces)


def _swapped(pieces: list[Piece], text: str, language: str) -> tuple[dict[Piece, swaps.Line], str]:
    """The pieces that a swap explains, and the language that the swaps were judged by."""
    worst = sorted(pieces, key=lambda piece: -piece.oddity)
    samples = [(piece.text, piece.words) for piece in worst[: swaps.SAMPLE_LINES]]
    nominated = swaps.nominate(samples, language)
    if nominated and (better := fitting(language, text[:SAMPLE], _odd_words(pieces))) != language:
        language = better
        nominated = swaps.nominate(samples, language)
    found: dict[Piece, swaps.Line] = {}
    for piece in worst if nominated else ():
        tried = [line for hypothesis in nominated if (line := swaps.read_line(piece.text, language, hypothesis))]
        if tried and (best := max(tried, key=lambda line: line.gain)).gain >= swaps.prior(language, best.swap):
            found[piece] = best
    return _telling(found), language


def _telling(found: Mapping[Piece, swaps.Line]) -> dict[Piece, swaps.Line]:
    """Those pieces whose swap changes more in the document than what sound texts have."""
    changes: dict[swaps.Swap, list[tuple[str, utf8.Edit]]] = {}
    for piece, line in found.items():
        changes.setdefault(line.swap, []).extend((piece.text, edit) for edit in line.edits)
    telling = {swap for swap, made in changes.items() if swaps.tells(made)}
    return {piece: line for piece, line in found.items() if line.swap in telling}


def _swap_damages(piece: Piece, line: swaps.Line) -> Iterator[Damage]:
    controls_only = all(_C1.fullmatch(piece.text, edit.start, edit.end) for edit in line.edits)
    for edit in line.edits:
        kind = "lossy" if edit.lossy else "c1-control" if controls_only else "legacy-swap"
        repair = None if edit.lossy else edit.repair
        yield Damage(kind, piece.start + edit.start, piece.start + edit.end, repair, shown(line.swap.read), shown(line.swap.true))


def _reading_damages(piece: Piece, reading: utf8.Reading) -> Iterator[Damage]:
    return (_damage(piece, edit) for edit in reading.edits)


def _damage(piece: Piece, edit: utf8.Edit) -> Damage:
    start, end = piece.start + edit.start, piece.start + edit.end
    read = ", then ".join(shown(codec) for codec in reversed(edit.layers))
    if edit.lossy:
        return Damage("lossy", start, end, edit.repair if edit.repair == "à" else None, read, "UTF-8")
    kind = "double" if len(edit.layers) > 1 else "utf8-misread"
    return Damage(kind, start, end, edit.repair, read, "UTF-8", "safe")


def suspicious(document: Document, language: str) -> Iterator[Piece]:
    lines = list(_lines(document))
    for start, text in compress(lines, may_be_odd(language, [text for _, text in lines])):
        odd = {w: o for w in text.split(" ") if not w.isascii() and (o := oddity(language, w[:LONGEST_WORD]))}
        if odd:
            yield Piece(start, text, tuple(odd), sum(odd.values()))


def _lines(document: Document) -> Iterator[tuple[int, str]]:
    """The lines that are not ASCII, long ones in pieces, with their offsets."""
    at = 0
    for text in document.text.replace("\r", "\n").split("\n"):
        if not text.isascii():
            yield from ((at + start, piece) for start, piece in _pieces(text))
        at += len(text) + 1


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    while start < len(text):
        end = len(text) if len(text) - start <= LONGEST else max(text.rfind(" ", start, start + LONGEST), start) + 1
        if end == start + 1:
            end = start + LONGEST
        yield start, text[start:end]
        start = end


def _finding(document: Document, rule: Rule, damage: Damage) -> Finding:
    if damage.kind == "undecodable":
        return _undecodable(document, rule, damage)
    evidence: dict[str, EvidenceValue] = {"read": damage.read, "true": damage.true} if damage.read else {}
    if damage.repair is None:
        return rule.found(document, damage.kind, damage.start, damage.end, None, **evidence)
    fix = Fix(f"Replace with '{damage.repair}'", (Edit(damage.start, damage.end, damage.repair),), damage.safety)
    return rule.found(document, damage.kind, damage.start, damage.end, fix, repair=damage.repair, **evidence)


def _undecodable(document: Document, rule: Rule, damage: Damage) -> Finding:
    """Bytes at their place; or the file as a whole, with what it is written in."""
    start, end, repair, true = damage.start, damage.end, damage.repair, damage.true
    edit, title = Edit(start, end, repair or ""), f"Replace with '{repair}'"
    if end > 0:
        advice = "bytes of another encoding" if repair is None else f"in {true} '{repair}'"
    else:
        edit, title = Edit(0, len(document.text), repair or ""), f"Read the file as {true}"
        advice = f"the file reads as {true}, convert it, e.g. iconv -f {true.split(' ')[0]} -t UTF-8" if true else "the file is in another encoding"
    fix = None if repair is None else Fix(title, (edit,), "unsafe")
    return rule.found(document, damage.kind, start, end, fix, read=damage.read, true=true, advice=advice)
