"""Apply fixes: never a byte that an edit does not name, and nothing that would be found again.

Fixes are made together, in rounds: one can uncover the next (text decoded wrongly twice). When nothing is left to fix,
what is found now is held against what was found at first. Where a fix brought a finding that was not there, or where
fixes undo each other, its place is kept as it was, and all is done once more without it.
"""

from __future__ import annotations

import codecs
from bisect import bisect_right, insort
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from corpuslint.document import Document, Span
from corpuslint.finding import Edit, Finding, Fix, Safety
from corpuslint.fixes.places import Edited, before, composed, now, touching
from corpuslint.lazy import regex

ROUNDS = 10
"""A repair can uncover the next one; more rounds than this, in which no rule's findings were cut, mean that fixes fight."""
TRIES = 10
"""How often fixes are made anew without those that did harm; then none is made."""
_MANY = 1000
"""Fixes of one round from which it counts for none of these: what is found is cut, and the rest has its turn later."""
_MAX_ROUNDS = 1000
_DAMAGE = frozenset({"broken-word", "mojibake"})
"""Rules of how a text is written. The others judge what it says: after a safe fix, which loses nothing, it says what it
said before, and what they find only now they could not read. Such a finding is the text's own."""
_NEAR = 16
"""How many spans before a place are looked at; those of one rule, and those of chosen edits, lie apart but for few."""
_LONGEST = 1 << 40
_BYTES = regex(r"[\udc80-\udcff]{2}")
_CONTEXT = 32
"""Code points around an accepted finding by which it is known again; an edit so near can make it a new one."""

_MARKS = {
    "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE, "utf-32-be": codecs.BOM_UTF32_BE,
}

Check = Callable[[str], list[Finding]]
_Key = tuple[str, str, Span]
"""Rule, kind and one place of a finding."""


class Fixed(NamedTuple):
    """The text after all rounds, the fixes that made it, in order, and the places that they changed.

    `withheld` are findings whose fix was not made, because the text would then have been found fault with.
    """

    text: str
    applied: tuple[Finding, ...]
    places: tuple[Edited, ...] = ()
    withheld: tuple[Finding, ...] = ()


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text with all edits, which must not overlap."""
    parts, at = [], 0
    for edit in sorted(edits):
        parts += [text[at : edit.start], edit.replacement]
        at = edit.end
    return "".join([*parts, text[at:]])


def choose(findings: Iterable[Finding], allowed: Sequence[Safety], text: str = "", keep: Iterable[Span] = ()) -> list[Finding]:
    """The findings whose fixes can be made together: of overlapping ones the first, and none that touches `keep`."""
    chosen: list[Finding] = []
    taken = sorted(keep)
    for finding in findings:
        fix = finding.fix
        if fix is None or fix.safety not in allowed:
            continue
        if finding.places:
            finding, fix = _with_room(finding, fix, taken)
        spans = sorted(Span(edit.start, edit.end) for edit in fix.edits)
        if _have_room(spans, taken) and _changes(text, fix) and not any(_joins(text, edit) for edit in fix.edits):
            chosen.append(finding)
            for span in spans:
                insort(taken, span)
    return chosen


def _with_room(finding: Finding, fix: Fix, taken: Sequence[Span]) -> tuple[Finding, Fix]:
    """A finding that stands for many, with the edits that overlap nothing taken and the places that these repair."""
    free = fix._replace(edits=tuple(edit for edit in fix.edits if not _clashes(Span(edit.start, edit.end), taken)))
    spans = [Span(edit.start, edit.end) for edit in sorted(free.edits)]
    places = tuple(place for place in finding.places if _touches(place, spans))
    return finding._replace(fix=free, places=places), free


def _have_room(spans: Sequence[Span], taken: Sequence[Span]) -> bool:
    """Whether the sorted spans of one fix overlap neither what is taken nor each other."""
    return not any(_clashes(span, taken) for span in spans) and not any(b.start < a.end for a, b in pairwise(spans))


def _changes(text: str, fix: Fix) -> bool:
    return any(text[edit.start : edit.end] != edit.replacement for edit in fix.edits)


def fix_text(text: str, check: Check, allowed: Sequence[Safety], keep: Sequence[Span] = ()) -> Fixed:
    """Check and repair until nothing is left to repair; what touches `keep`, which somebody accepted, stays as it is.

    The same again changes nothing. `check` must give the findings of any text.
    """
    fixed, kept = _best(text, check, allowed, keep)
    if len(kept) > len(keep) and fixed.text != text:  # what was withheld may look otherwise in the text that came out
        again, _ = _best(fixed.text, check, allowed, [now(span, fixed.places) for span in keep])
        if again.text != fixed.text:
            return Fixed(text, (), (), tuple(choose(check(text), allowed, text, keep)))
    return fixed


def _best(text: str, check: Check, allowed: Sequence[Safety], keep: Sequence[Span]) -> tuple[Fixed, Sequence[Span]]:
    """The fixes that do no harm, and the places that are kept, those where fixes did harm among them."""
    first, kept = check(text), list(keep)
    for _ in range(TRIES):
        fixed, harmful = _attempt(text, first, check, allowed, kept, keep)
        if not harmful:
            return fixed, kept
        kept += harmful
    return Fixed(text, (), (), tuple(choose(first, allowed, text, keep))), kept


def _attempt(
    text: str, first: list[Finding], check: Check, allowed: Sequence[Safety], kept: Sequence[Span], accepted: Sequence[Span]
) -> tuple[Fixed, list[Span]]:
    """Rounds of fixes until none is left, and the places (of the text as it was) where they did harm."""
    findings, places, applied = first, list[Edited](), list[Finding]()
    seen, touched, counted = {text: 0}, list[list[Span]](), 0
    made = {key for finding in choose(first, allowed, text, kept) for key in _keys(finding)}
    while chosen := choose(findings, allowed, text, [now(span, places) for span in kept]):
        text, places, changed = _round(text, places, chosen)
        touched.append(changed)
        applied += chosen
        counted += len(chosen) < _MANY
        if text in seen or counted >= ROUNDS or len(touched) >= _MAX_ROUNDS:
            since = seen.get(text, len(touched) - 1)
            return Fixed(text, ()), list(chain.from_iterable(touched[since:]))
        seen[text] = len(touched)
        findings = check(text)
    withheld = choose(findings, allowed, text, [now(span, places) for span in accepted])
    old = [key for finding in first for key in _keys(finding) if key not in made]
    return Fixed(text, tuple(applied), tuple(places), tuple(withheld)), _harm(old, findings, places, accepted)


def _round(text: str, places: Sequence[Edited], chosen: Iterable[Finding]) -> tuple[str, list[Edited], list[Span]]:
    """The text with the fixes of one round, the places that all rounds changed, and those of this one, as they were."""
    edits = [(edit, finding.fix.safety == "safe") for finding in chosen if finding.fix for edit in finding.fix.edits]
    return apply_edits(text, {edit for edit, _ in edits}), *composed(places, edits)


def _harm(old: Iterable[_Key], new: list[Finding], places: Sequence[Edited], accepted: Sequence[Span]) -> list[Span]:
    """The places (as they were) that touch a finding which was not there; `old` are those that no fix was made for."""
    spans: dict[str, list[Span]] = {}
    for rule, _, span in old:
        insort(spans.setdefault(rule, []), span)
    woken = sorted(accepted)
    harmful: list[Span] = []
    for rule, _, span in chain.from_iterable(map(_keys, new)):
        if not places or span == (0, 0):
            continue
        was = before(span, places)
        if _touches(was, spans.get(rule, [])):
            continue
        near = touching(span, places, _CONTEXT if _touches(was, woken) else 0)
        if rule in _DAMAGE or not all(place.safe for place in near):
            harmful += [place.before for place in near]
    return harmful


def encode(text: str, document: Document, data: bytes) -> bytes | None:
    """The bytes of the repaired text in the file's own encoding; None where they cannot be given without loss.

    `data` is the file as it was read: what it holds must come back from its own text byte for byte first.
    """
    encoding = "utf-8" if document.encoding == "utf-8-sig" else document.encoding
    mark = _MARKS.get(encoding, b"")
    mark = mark if data.startswith(mark) else b""
    errors = "surrogateescape" if encoding == "utf-8" else "strict"
    try:
        if mark + document.text.encode(encoding, errors) != data:
            return None
        return mark + text.encode(encoding, errors)
    except UnicodeEncodeError:
        return None


def _clashes(span: Span, taken: Sequence[Span]) -> bool:
    """Whether the span overlaps one of these, or begins where one begins; an empty one must not touch."""
    at = bisect_right(taken, (span.end, span.end))
    for other in reversed(taken[max(0, at - _NEAR) : at]):
        if (span.start < other.end and other.start < span.end) or span.start == other.start:
            return True
        if (span.start == span.end or other.start == other.end) and span.start <= other.end and other.start <= span.end:
            return True
    return False


def _keys(finding: Finding) -> Iterator[_Key]:
    return ((finding.rule, finding.kind, span) for span in finding.spans)


def _touches(span: Span, spans: Sequence[Span]) -> bool:
    at = bisect_right(spans, (span.end, span.end + _LONGEST))
    return any(other.end >= span.start for other in spans[max(0, at - _NEAR) : at])


def _joins(text: str, edit: Edit) -> bool:
    """Whether bytes that do not decode would come to stand together: they could be read as a letter then."""
    parts = f"{text[max(0, edit.start - 1) : edit.start]}|{edit.replacement}|{text[edit.end : edit.end + 1]}"
    return bool(_BYTES.search(parts.replace("|", "")) and not _BYTES.search(parts))
