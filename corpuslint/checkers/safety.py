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

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from unicodedata import category, normalize

from corpuslint.checkers.encoding_codecs import MULTI, SINGLE, to_bytes
from corpuslint.checkers.encoding_letters import drawing, script_clashes
from corpuslint.document import Document, lower
from corpuslint.finding import Edit
from corpuslint.language import script
from corpuslint.lazy import regex
from corpuslint.lexicon import Lexicon, open_lexicon

SUBJECT = regex(
    r"mojibake|encod|decod|charset|character set|code ?page|unicode|utf-?\d|latin-?1|iso-?8859|windows-?125|\bcp-?\d{3}|byte order|\bbom\b|ascii"
    r"|escape|entit|\bhtml\b|\bxml\b|ligature|glyph|homogl|homogr|look-?alike|invisible|zero-?width|soft hyphen|punycode|zeichensatz|zeichenfolge|ligatur"
    r"|кодиров|кракозябр|юникод|乱码|亂碼|编码|編碼|文字化け|文字コード|codific|encodage|kódování|kodowani"
)
"""What a text says that speaks of such damage, in lower case."""
REACH = 300
"""Code points around damage in which such a word makes it the subject."""
NEAR, SHOWN = 80, 4
"""Code points around a word in which it is shown repaired as well, and the letters that it must have."""
BESIDE = 12
"""Code points between damage and other damage of the same line that bears witness to it."""
LETTERS, LETTERS_EAST_ASIAN = 2, 3
"""Letters in a row that are a witness; more out of ideographs, which are words of one or two characters themselves."""
SHORT = 2
"""Characters that prove nothing without a letter beside them."""
KNOWN, KNOWN_SHORT = 2.0, 4.0
"""Zipf value of a word that a language has: once in ten million words, and of one of two letters."""
_UNIT = 3
"""Letters of a unit (дБ, кВт), whose capitals are its own."""
_LONGEST = 60
_SIGNS = frozenset("µªº´¨¸˙˘ˇ˛˚˝¯`^~·•°§¶†‡©®™")
_CLOSING = frozenset("”“»’…™®©°²³¹ªº.,;:!?)]")
_SHAPING = frozenset("\u200c\u200d")
_NO_WORD = regex("[\u00ad\u00d7\u00f7\u0300-\u036f\ufffd]")
"""What no word holds: signs, and accents that make no letter with the one before them."""
_MISREAD = regex("[\u00c2\u00c3][\u0080-\u00bf]")
_HIGH = regex(r"[^\x00-\x7f]{2,}")
_PART = regex(r"[^\W\d_]+")
_MARKS = ("Mn", "Mc")
_NOWHERE = ("Cc", "Co", "Cn", "Cs")
_APOSTROPHES = frozenset("'’ʼ")


def certain(document: Document, edits: Sequence[Edit], *, decoded: bool = False, spread: bool = False) -> list[bool]:
    """For each edit of one cause, sorted, whether it is beyond doubt.

    `decoded`: they undo a wrong decoding, so that a sequence is a witness; `spread`: what proves one speaks for others.
    """
    if not edits:
        return []
    text, subjects, language = document.text, _subjects(document), _language(document, edits)
    clean = _clean(text, edits)
    may = [
        c and _is_whole(text, e) and not _is_near(subjects, e) and not _is_shown(document, edits, at)
        for at, (c, e) in enumerate(zip(clean, edits, strict=True))
    ]
    sequence = [decoded and m and _is_sequence(text, e) for m, e in zip(may, edits, strict=True)]
    proved = [m and (s or is_word_again(text, language, edits, at)) for at, (m, s) in enumerate(zip(may, sequence, strict=True))]
    if not spread or not any(proved):
        return proved
    joined = _joined(text, edits, sequence)
    return [m and (p or j or _stands_out(text, e)) for m, p, j, e in zip(may, proved, joined, edits, strict=True)]


def _language(document: Document, edits: Sequence[Edit]) -> str:
    """The language that is stated, else that of the repaired text: damaged letters may have hidden it."""
    if document.stated_language or document.language != "und":
        return document.language
    from corpuslint.language import SAMPLE, detect

    return detect(_apply(document.text, edits, 0, min(len(document.text), 2 * SAMPLE)))


def _apply(text: str, edits: Sequence[Edit], start: int, end: int) -> str:
    """The stretch with those edits that lie within it."""
    parts, at = [], start
    for edit in edits[bisect_left(edits, (start,)) :]:
        if edit.end > end:
            break
        parts += [text[at : edit.start], edit.replacement]
        at = edit.end
    return "".join([*parts, text[at:end]])


def _is_whole(text: str, edit: Edit) -> bool:
    """Whether nothing of it was lost: it brings nothing that no text has, and no hole is beside it."""
    holes = text[max(0, edit.start - 1) : edit.start] + text[edit.end : edit.end + 1]
    return not any(category(c) in _NOWHERE or c == "\ufffd" for c in edit.replacement + holes if c not in "\t\n\r")


def _is_shown(document: Document, edits: Sequence[Edit], at: int) -> bool:
    """Whether the repaired word stands beside the damaged one: a text that shows both speaks of damage."""
    start, end = _word_start(document.text, edits, at), _word_end(document.text, edits, at)
    word = lower(_apply(document.text, edits, start, end))
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


def is_sign(text: str) -> bool:
    """Whether the characters are signs that are right in themselves: of units, money, mathematics, spacing accents."""
    return all(c in _SIGNS or (category(c) in ("Sm", "Sc", "Sk", "So", "No") and not drawing(c)) for c in text)


def touches_letter(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start].isalpha() or text[end : end + 1].isalpha()


def looks_right(text: str, start: int, end: int) -> bool:
    """Whether the stretch may stand so in a sound text: signs; drawings; letters as a word or a unit has them, with what closes it."""
    stretch = text[start:end]
    if is_sign(stretch) or all(map(drawing, stretch)):
        return True
    letters = stretch.rstrip("".join(_CLOSING))
    if letters != stretch and text[end : end + 1].isalpha():
        return False
    if not letters.isalpha() or len({script(c) for c in letters}) > 1:
        return False
    sound = letters.islower() or letters.isupper() or letters.istitle() or letters.lower() == letters.upper()
    return (sound and (len(letters) == 1 or min(letters) >= "\u0370")) or (len(letters) <= _UNIT and min(letters) >= "\u0370")


def is_word_again(text: str, language: str, edits: Sequence[Edit], at: int) -> bool:
    """Whether the word that the edit stands in is one of the language with all edits of it, and is none without."""
    start, end = _word_start(text, edits, at), _word_end(text, edits, at)
    damaged = text[start:end]
    first, last = _PART.search(damaged), len(damaged.rstrip("".join(c for c in set(damaged) if not _is_inside(c))))
    core = damaged[first.start() : last].rstrip("ªº") if first else ""
    # What is misspelt often enough stands in lists of words as well, of two scripts too.
    if core and all(map(_is_inside, core)) and not script_clashes(core) and _is_known(language, core):
        return False
    repaired = _apply(text, edits, start, end)
    letters = "".join(filter(str.isalpha, repaired))
    sound = letters.islower() or letters.isupper() or letters[1:].islower() or letters.lower() == letters.upper()
    return (sound or not any(map(str.isalpha, edits[at].replacement))) and _is_known(language, repaired)


def _word_start(text: str, edits: Sequence[Edit], at: int) -> int:
    start, floor = edits[at].start, edits[at].start - _LONGEST
    while start > max(floor, 0):
        if at and edits[at - 1].end == start:
            at -= 1
            start = edits[at].start
        elif _is_inside(text[start - 1]):
            start -= 1
        else:
            break
    return start


def _word_end(text: str, edits: Sequence[Edit], at: int) -> int:
    end, ceiling = edits[at].end, edits[at].end + _LONGEST
    while end < min(ceiling, len(text)):
        if at + 1 < len(edits) and edits[at + 1].start == end:
            at += 1
            end = edits[at].end
        elif _is_inside(text[end]):
            end += 1
        else:
            break
    return end


def _is_inside(char: str) -> bool:
    return char.isalpha() or char in _APOSTROPHES or category(char) in _MARKS


@lru_cache(maxsize=20_000)
def _is_known(language: str, word: str) -> bool:
    """Whether all its parts are words of the language, or of English; a letter or two only beside an apostrophe."""
    from corpuslint.checkers.words_page import fold

    parts = _PART.findall(normalize("NFC", word))
    longest = max(map(len, parts), default=0)
    if longest < LETTERS or _NO_WORD.search(normalize("NFC", word)) or any(category(c) in _NOWHERE for c in word):
        return False
    clitics = not _APOSTROPHES.isdisjoint(word)
    parts = [part for part in parts if not (clitics and len(part) <= LETTERS < longest)]
    for name in dict.fromkeys((language, "en")):
        lexicon = open_lexicon(name)
        if lexicon and all(_is_word(lexicon, fold(part, name)) for part in parts):
            return True
    return False


def _is_word(lexicon: Lexicon, word: str) -> bool:
    entry = lexicon.get(word)
    return entry.curated or entry.zipf >= (KNOWN if len(word) > LETTERS else KNOWN_SHORT)


def is_subject(document: Document, start: int, end: int) -> bool:
    """Whether the text around speaks of such damage."""
    return SUBJECT.search(document.lower, max(0, start - REACH), end + REACH) is not None


def _subjects(document: Document) -> list[int]:
    return [match.start() for match in SUBJECT.finditer(document.lower)]


def _is_near(subjects: list[int], edit: Edit) -> bool:
    at = bisect_left(subjects, edit.start - REACH)
    return at < len(subjects) and subjects[at] < edit.end + REACH


def _is_sequence(text: str, edit: Edit) -> bool:
    letters = max((run for run in _PART.findall(edit.replacement)), key=len, default="")
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
            if not script_clashes(meant) and not any(category(c) in _NOWHERE for c in meant):
                found.add(meant)
    return frozenset(found)


def _joined(text: str, edits: Sequence[Edit], sequence: Sequence[bool]) -> list[bool]:
    """Which edits stand right beside a sequence, or beside others that do."""
    found = list(sequence)
    for order in (range(1, len(edits)), range(len(edits) - 2, -1, -1)):
        for at in order:
            other = at - order.step
            if found[other] and not found[at]:
                gap = text[min(edits[at].end, edits[other].end) : max(edits[at].start, edits[other].start)]
                found[at] = len(gap) < BESIDE and "\n" not in gap and "\r" not in gap
    return found


def _stands_out(text: str, edit: Edit) -> bool:
    """Whether an edit whose cause is proved elsewhere is one that no sound text has."""
    if not touches_letter(text, edit.start, edit.end) and edit.end - edit.start <= SHORT:
        return False
    return not edit.replacement.isspace() and not looks_right(text, edit.start, edit.end)
