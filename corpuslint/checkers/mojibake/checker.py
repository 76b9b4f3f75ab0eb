"""Text decoded wrongly, and what is left of wrong decoding: the checker behind the rule `mojibake`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from corpuslint.checkers.mojibake.accents import spacing_accents, stripped
from corpuslint.checkers.mojibake.damage import Damage, merge
from corpuslint.checkers.mojibake.file import foreign
from corpuslint.checkers.mojibake.leftovers import marks, residue
from corpuslint.checkers.mojibake.lost import CONTROLS, controls, lost, replaced_and_misread, replaced_twice
from corpuslint.checkers.mojibake.misread import misread
from corpuslint.checkers.mojibake.question_marks import question_marks
from corpuslint.checkers.mojibake.weights import WEIGHTS
from corpuslint.checkers.safety.proof import certain
from corpuslint.checkers.safety.signs import touches_letter
from corpuslint.checkers.safety.subject import is_subject
from corpuslint.document import Document, Span
from corpuslint.finding import Edit, EvidenceValue, Finding, Fix
from corpuslint.lazy import regex
from corpuslint.rule import Rule
from corpuslint.text.characters import has_bytes, is_foreign, unusual
from corpuslint.text.punctuation import CLOSING, OPENING, STRAIGHT
from corpuslint.text.spans import disjoint

_OPENING, _CLOSING = f"{STRAIGHT}{OPENING}`(", f"{STRAIGHT}{CLOSING}`)"
_SIGNS = "“”„‘’–—…•·°§£€©®™«»\u00a0\u2009\u202f"
# A pattern for each sign: one that begins with a character of its own is found ten times faster.
_IN_WORD = {sign: regex(f"{sign}(?<=[^\\W\\d_].)(?=[^\\W\\d_])") for sign in _SIGNS if sign not in "’—"}
_TYPOGRAPHIC = frozenset((*_SIGNS, *CONTROLS, "\f"))
_WITNESSED_KINDS: Mapping[str, bool] = {"utf8-misread": True, "double": True, "entity": False, "presentation-form": False}
"""Kinds whose repair may be safe where a witness proves it, and whether it undoes a wrong decoding."""


_MASSES = frozenset({
    "bom", "c1-control", "control", "entity", "line-hyphen", "presentation-form", "private-use", "replacement", "spacing-accent",
})
"""Kinds whose places need no look each: the same cause, all over a document."""
MASS = 4
"""Places of one kind from which they are told as one: a reader who sees more of them one by one learns nothing new."""


def check(document: Document, rule: Rule) -> Iterator[Finding]:
    damages = [
        damage for damage in merge(document.text, _judged(document, _parted(document.text, disjoint(_damages(document)))))
        if not document.is_masked(damage.start, damage.end) and not _is_quoted(document, damage)
    ]
    masses = _masses(damages)
    for damage in damages:
        if (damage.kind, damage.safety, damage.repair is None) not in masses:
            yield _finding(document, rule, damage)
    for alike in masses.values():
        yield _finding_of_many(document, rule, alike)


def _parted(text: str, damages: list[Damage]) -> list[Damage]:
    """The damages, those of a swap of code pages that few letters bear witness to as `legacy-letter`."""
    letters, places = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for damage in damages:
        if damage.kind == "legacy-swap":
            places[damage.read, damage.true] += 1
            letters[damage.read, damage.true] += sum(map(str.isalpha, damage.repair or "")) * any(map(str.isalpha, text[damage.start : damage.end]))
    few = {
        swap for swap, count in letters.items()
        if count < (WEIGHTS.swapped_letters if places[swap] >= WEIGHTS.swapped_places else WEIGHTS.swapped_row)
    }
    return [d._replace(kind="legacy-letter") if d.kind == "legacy-swap" and (d.read, d.true) in few else d for d in damages]


def _masses(damages: Sequence[Damage]) -> Mapping[tuple[str, str, bool], Sequence[Damage]]:
    """Those that are told as one: of one kind, which can be repaired, or not, with the same safety."""
    alike: dict[tuple[str, str, bool], list[Damage]] = {}
    for damage in damages:
        if damage.kind in _MASSES:
            alike.setdefault((damage.kind, damage.safety, damage.repair is None), []).append(damage)
    return {key: found for key, found in alike.items() if len(found) >= MASS}


def _finding_of_many(document: Document, rule: Rule, alike: Sequence[Damage]) -> Finding:
    places = [Span(damage.start, damage.end) for damage in alike]
    first, fix = alike[0], None
    if first.repair is None:
        return rule.found_many(document, first.kind, places)
    edits = tuple(Edit(damage.start, damage.end, damage.repair or "") for damage in alike)
    fix = Fix(f"Replace {len(edits)} places, the first with '{first.repair}'", edits, first.safety)
    return rule.found_many(document, first.kind, places, fix, repair=first.repair)


def _judged(document: Document, damages: list[Damage]) -> list[Damage]:
    """The damages, `safe` only where a witness proves the repair."""
    # Where none touches a letter, they are what PDFs have for bullets and boxes, of fonts of their own.
    among_letters = any(d.kind == "c1-control" and touches_letter(document.text, d.start, d.end) for d in damages)
    unproved = _unproved(document, damages)
    return [
        damage._replace(safety="unsafe") if damage in unproved or _is_mark_in_question(document, damage)
        else damage._replace(safety="display") if damage.kind == "c1-control" and damage.repair is not None and not among_letters
        else damage
        for damage in damages
    ]


def _is_mark_in_question(document: Document, damage: Damage) -> bool:
    return damage.kind == "bom" and is_subject(document, damage.start, damage.end)


def _unproved(document: Document, damages: list[Damage]) -> set[Damage]:
    """Those whose repair lacks a witness: each is judged among those of one kind and cause."""
    causes: dict[tuple[str, str], list[Damage]] = {}
    for damage in damages:
        if damage.safety == "safe" and damage.kind in _WITNESSED_KINDS:
            causes.setdefault((damage.kind, damage.read), []).append(damage)
    found: set[Damage] = set()
    for (kind, _), alike in causes.items():
        edits = [Edit(d.start, d.end, d.repair or "") for d in alike]
        proved = certain(document, edits, decoded=_WITNESSED_KINDS[kind], spread=kind != "presentation-form")
        found.update(damage for damage, sure in zip(alike, proved, strict=True) if not sure)
    return found


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
        yield from replaced_and_misread(text, chars)
        yield from misread(document, chars)
        yield from spacing_accents(text, chars)
        yield from stripped(text, document.language)
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
