"""Whether a repair is certain. What is `safe` is applied unseen, so it must be right always.

A repair that looks right proves nothing: a few characters are valid in many code pages, letters have look-alikes, and
texts hold signs, units, names and formulas that no word list has. So it needs a witness beyond itself:

- a word: the language has it repaired, and lacks it as it stands;
- a sequence: several letters of one script come out in a row, whatever code page is tried;
- the same cause, proved by one of these, right beside it or elsewhere in the document.

None is enough for a sign that is right in itself, for a character or two that touch no letter, or where the text
speaks of such damage. Every rule that changes characters inside words passes through `certain`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from unicodedata import category

from corpuslint.checkers.mojibake.codecs import MULTI, SINGLE, to_bytes
from corpuslint.checkers.mojibake.scripts import script_clashes
from corpuslint.checkers.safety.signs import looks_right, touches_letter
from corpuslint.checkers.safety.subject import REACH, is_near, subjects
from corpuslint.checkers.safety.words import (
    LETTERS,
    LETTERS_EAST_ASIAN,
    NOWHERE,
    PART,
    SHORT,
    apply,
    is_word_again,
    word_end,
    word_start,
)
from corpuslint.document import Document
from corpuslint.finding import Edit
from corpuslint.lazy import regex
from corpuslint.text.characters import lower
from corpuslint.text.punctuation import QUOTES

NEAR, SHOWN = 80, 4
"""Code points around a word in which it is shown repaired as well, and the letters that it must have."""
BESIDE = 12
"""Code points between damage and other damage of the same line that bears witness to it."""
_QUOTES = frozenset(QUOTES + "`")
_OPENERS = {"”": "“„", "“": "„", "’": "‘‚", "‘": "‚", "»": "«", "›": "‹"}
_SHAPING = frozenset("\u200c\u200d")
_MISREAD = regex("[\u00c2\u00c3][\u0080-\u00bf]")
_HIGH = regex(r"[^\x00-\x7f]{2,}")


def certain(document: Document, edits: Sequence[Edit], *, decoded: bool = False, spread: bool = False) -> list[bool]:
    """For each edit of one cause, sorted, whether it is beyond doubt.

    `decoded`: they undo a wrong decoding, so that a sequence is a witness; `spread`: what proves one speaks for others.
    """
    if not edits:
        return []
    text, language = document.text, _language(document, edits)
    provable = _provable(document, edits)
    sequences = {at for at in provable if decoded and _is_sequence(text, edits[at])}
    proved = sequences | {at for at in provable - sequences if is_word_again(text, language, edits, at)}
    if spread and proved:
        proved |= provable & _beside(text, edits, sequences)
        proved |= {at for at in provable - proved if _stands_out(text, edits[at])}
    return [at in proved for at in range(len(edits))]


def _provable(document: Document, edits: Sequence[Edit]) -> set[int]:
    """Those that a witness may speak for: nothing of them is lost or damaged, and the text does not speak of damage."""
    text, spoken_of, clean = document.text, subjects(document.lower), _clean(document.text, edits)
    return {
        at for at, edit in enumerate(edits)
        if clean[at] and _is_whole(text, edit) and not is_near(spoken_of, edit) and not _is_named(text, edit) and not _is_shown(document, edits, at)
    }


def _language(document: Document, edits: Sequence[Edit]) -> str:
    """The language that is stated, else that of the repaired text: damaged letters may have hidden it."""
    if document.stated_language or document.language != "und":
        return document.language
    from corpuslint.text.language import SAMPLE, detect

    if edits[0].start >= SAMPLE:
        return document.language  # what is looked at stays as it is
    return detect(apply(document.text, edits, 0, min(len(document.text), 2 * SAMPLE)))


def _is_whole(text: str, edit: Edit) -> bool:
    """Whether nothing of it was lost: it brings nothing that no text has, and no hole is beside it."""
    holes = text[max(0, edit.start - 1) : edit.start] + text[edit.end : edit.end + 1]
    return not any(category(c) in NOWHERE or c == "\ufffd" for c in edit.replacement + holes if c not in "\t\n\r")


def _is_named(text: str, edit: Edit) -> bool:
    """Whether it is a character or two alone between quotation marks: named, not used."""
    before, after = text[edit.start - 1 : edit.start], text[edit.end : edit.end + 1]
    return len(edit.replacement) <= SHORT and before in _QUOTES and after in _QUOTES


def _is_shown(document: Document, edits: Sequence[Edit], at: int) -> bool:
    """Whether the repaired word stands beside the damaged one: a text that shows both speaks of damage."""
    start, end = word_start(document.text, edits, at), word_end(document.text, edits, at)
    word = lower(apply(document.text, edits, start, end))
    if len(word) < SHOWN or document.text[start:end].isascii():
        return False
    lowered = document.lower
    return lowered.find(word, max(0, start - NEAR), start) >= 0 or lowered.find(word, end, end + NEAR) >= 0


def _clean(text: str, edits: Sequence[Edit]) -> list[bool]:
    """Which repairs are no damage themselves, each with those that follow without a gap."""
    found: list[bool] = []
    while len(found) < len(edits):
        first = last = len(found)
        while last + 1 < len(edits) and edits[last + 1].start == edits[last].end:
            last += 1
        repair = "".join(edit.replacement for edit in edits[first : last + 1])
        start, end = edits[first].start, edits[last].end
        clashes = script_clashes(text[max(0, start - 1) : start] + repair + text[end : end + 1]) > script_clashes(repair)
        found += [not clashes and _is_clean(repair)] * (last + 1 - first)
    return found


def _is_clean(repair: str) -> bool:
    """Whether there is nothing unseen in it, no glyph forms, no text that was misread once more, no lone lead of such."""
    if any((category(c) == "Cf" and c not in _SHAPING) or "\ufb00" <= c <= "\ufb06" for c in repair) or repair in ("Ã", "Â"):
        return False
    return not _MISREAD.search(repair) and not any(_readings(run) for run in _HIGH.findall(repair))


def _is_sequence(text: str, edit: Edit) -> bool:
    letters = max((run for run in PART.findall(edit.replacement)), key=len, default="")
    least = LETTERS_EAST_ASIAN if any(c >= "\u2e80" for c in text[edit.start : edit.end]) else LETTERS
    if len(letters) < least or letters.isascii() or looks_right(text, edit.start, edit.end):
        return False
    return not script_clashes(letters) and not _readings(text[edit.start : edit.end]) - {edit.replacement}


@lru_cache(maxsize=10_000)
def _readings(stretch: str) -> frozenset[str]:
    """All texts that this is UTF-8 of in some code page, of letters and signs that are assigned."""
    found = set()
    for codec in (*SINGLE, *MULTI):
        if (data := to_bytes(stretch, codec)) is not None:
            try:
                meant = data.decode("utf-8")
            except UnicodeDecodeError:
                continue
            if not script_clashes(meant) and not any(category(c) in NOWHERE for c in meant):
                found.add(meant)
    return frozenset(found)


def _beside(text: str, edits: Sequence[Edit], sequences: set[int]) -> set[int]:
    """Those that stand right beside a sequence, or beside others that do."""
    found = set(sequences)
    for order in (range(1, len(edits)), range(len(edits) - 2, -1, -1)):
        for at in order:
            other = at - order.step
            if other in found and at not in found:
                gap = text[min(edits[at].end, edits[other].end) : max(edits[at].start, edits[other].start)]
                if len(gap) < BESIDE and "\n" not in gap and "\r" not in gap:
                    found.add(at)
    return found


def _stands_out(text: str, edit: Edit) -> bool:
    """Whether an edit whose cause is proved elsewhere is one that no sound text has."""
    if _closes(text, edit):
        return False
    short = edit.end - edit.start <= SHORT
    if short and (not touches_letter(text, edit.start, edit.end) or _is_contradicted(text, edit)):
        return False
    return not edit.replacement.isspace() and not looks_right(text, edit.start, edit.end)


def _is_contradicted(text: str, edit: Edit) -> bool:
    """Whether it would be an accent on no plain letter, or a letter beside it is left: what misread one had misread the other.

    Latin letters beside it may be the leads of others, whose second bytes were lost.
    """
    before, after = text[max(0, edit.start - 1) : edit.start], text[edit.end : edit.end + 1]
    adrift = category(edit.replacement[:1] or " ") == "Mn" and not (before.isascii() and before.isalpha())
    return adrift or any(c >= "\u0370" and c.isalpha() for c in before + after)


def _closes(text: str, edit: Edit) -> bool:
    """Whether its last character closes a quotation that the line opens before it."""
    last = text[edit.end - 1]
    near = max(0, edit.start - REACH)
    before = text[max(text.rfind("\n", near, edit.start) + 1, near) : edit.start]
    return any(before.rfind(c) > before.rfind(last) for c in _OPENERS.get(last, ""))
