"""Characters that a recogniser confused: `tlie`, `govemment`, `e1ection`."""

from __future__ import annotations

from collections.abc import Iterator

from corpuslint.checkers.broken_word.broken import Broken
from corpuslint.checkers.broken_word.channel import misread_short, nearest
from corpuslint.checkers.broken_word.prose import Prose
from corpuslint.checkers.broken_word.weights import WEIGHTS, by_length
from corpuslint.checkers.broken_word.words import Words
from corpuslint.lazy import regex
from corpuslint.text.languages import traits

_WORD = regex(r"[^\W_][\w|!$£¢]*[^\W_]|[|!$£¢][^\W_]+")
_MAX_WORD = 40
"""Code points of a word: the candidates are as many as its letters."""
# An ordinal, a quantity with its unit, or a part number.
_MEASURE = regex(r"\d+[^\W\d_]{1,3}|\d{2,}[^\W\d_]+|[^\W\d_]+\d+")
# Capitals inside a word that are the shape of small letters.
_CAPITAL_SHAPES = {"U": "ll", "H": "ll", "I": "l"}
_CAPITALS = regex(r"(?<=[a-z])[UHI]")
_PATH = regex(r"\w[\\/_=]\w|[{}@#<>]|^[/\\.]\w")
_STRANGE_CASE = regex(r"(?<!^Mc)(?<!^Mac)(?<!^[DLO][aei])(?<!^Fitz)(?<=[a-zß-öø-ÿ])[A-ZÀ-Ö]")


def is_recognised(prose: Prose, strict: int) -> bool:
    """Whether the whole text shows a recogniser's damage, so that weaker evidence will do for each word.

    `strict`: how many different words were found misread on stronger evidence, whatever their case. A strange word
    counts once: what a recogniser misreads differs from place to place, a term or an identifier comes back as it was.
    """
    proof, least, words = strict, max(WEIGHTS.recognised, WEIGHTS.recognised_share * len(prose.runs)), prose.words
    strange = {words.normal(word) for _, word in prose.small if not words.is_function_word(word)}
    for seen, word in enumerate(strange):
        if not proof < least <= proof + len(strange) - seen:
            break
        proof += bool(_misread_loosely(words, word, WEIGHTS.short_gap_proof) and not _misread(words, word))
    return proof >= least


def misread_in(words: Words, run: str) -> Iterator[Broken]:
    """Misread words within a run of any text; offsets are those in the run."""
    for start, end, text in _words_of(run):
        if repair := _repair(words, text, relaxed=False):
            yield Broken("misread", start, end, repair)


def misread_in_recognised(prose: Prose, run: str) -> Iterator[Broken]:
    """The same in a recogniser's text, where less is asked and a strange word is garbled, whatever it was."""
    for start, end, text in _words_of(run):
        if repair := _repair(prose.words, text, relaxed=True, archaic=prose.is_archaic):
            yield Broken("misread", start, end, repair)
        elif _is_garbled(prose, text):
            yield Broken("garbled", start, end)


def _words_of(run: str) -> Iterator[tuple[int, int, str]]:
    if _PATH.search(run):
        return
    for match in _WORD.finditer(run):
        text = match[0]
        if len(text) <= _MAX_WORD and not text.isupper() and any(map(str.isalpha, text)):
            yield match.start(), match.end(), text


def _repair(words: Words, text: str, *, relaxed: bool, archaic: bool = False) -> str:
    """What stood where the text stands, '' where nothing tells."""
    word = words.normal(text)
    if not word.isalpha():
        return _undigit(words, text, word)
    if not text[1:].islower():
        return _with_small_letters(words, text, word)
    if text[0].isupper():
        return _misread_recognised_name(words, word, archaic) if relaxed else _misread_name(words, word)
    return _misread_loosely(words, word) if relaxed and not archaic else _misread(words, word)


def _is_garbled(prose: Prose, text: str) -> bool:
    """Whether a word that stands only once was certainly misread: by its case, or because no list has it."""
    words = prose.words
    word = words.normal(text)
    if len(text) <= 3 or not word.isalpha():
        return False
    if not text[1:].islower():
        strange = len(text) > WEIGHTS.short and bool(_STRANGE_CASE.search(text))
    elif text[0].isupper() or prose.is_archaic or not traits(words.language).few_compounds:
        strange = False
    else:
        strange = not words.get(word).known and not words.is_foreign(word)
    return strange and prose.text.count(text) == 1


def _undigit(words: Words, text: str, word: str) -> str:
    """A word with digits or signs for letters, most of it letters."""
    letters = sum(map(str.isalpha, word))
    if letters < 2 or letters < len(word) - letters or (text[0].isupper() and len(word) <= WEIGHTS.short) or _MEASURE.fullmatch(word):
        return ""
    best, zipf, _ = nearest(words.lexicon, word, "usual")
    return best if zipf >= WEIGHTS.frequent else ""


def _with_small_letters(words: Words, text: str, word: str) -> str:
    """A word whose capitals were small letters of their shape: `shaU`."""
    plain = words.normal(_CAPITALS.sub(lambda sign: _CAPITAL_SHAPES[sign[0]], text))
    if plain == word or not plain.isalpha() or (len(text) <= 3 and text[0].isupper()):
        return ""
    return plain if words.zipf(plain) >= by_length(WEIGHTS.capitals_zipf, len(plain)) else ""


def _misread(words: Words, word: str) -> str:
    """The frequent word that this rare lower-case one was; '' if there is none."""
    entry = words.get(word)
    if len(word) < 3 or not _is_rare(words, word) or _is_as_it_was(words, word):
        return ""
    best, zipf, weak = nearest(words.lexicon, word, "usual")
    gap = zipf - max(entry.zipf, WEIGHTS.unlisted)
    if _is_sure_short(words, word, zipf, gap):
        return best
    if len(word) <= 3 or gap < WEIGHTS.misread_gap or (weak and len(word) < WEIGHTS.weak_least):
        return ""
    least = by_length(WEIGHTS.misread_zipf, len(word))
    return best if zipf >= (max(least, WEIGHTS.weak_zipf) if weak and len(word) < WEIGHTS.weak_long else least) else ""


def _is_sure_short(words: Words, word: str, zipf: float, gap: float) -> bool:
    """Whether a short word, no function word of another language, is so near to a most frequent one that it was that."""
    if len(word) > WEIGHTS.short or words.is_function_word(word):
        return False
    return zipf >= WEIGHTS.misread_short_zipf and gap >= WEIGHTS.misread_short_gap


def _misread_loosely(words: Words, word: str, short_gap: float = WEIGHTS.short_gap) -> str:
    """The same in a recogniser's text; a known word of up to four letters may be a much more frequent one, too."""
    rare = _is_rare(words, word)
    if (not rare and len(word) > WEIGHTS.short) or _is_as_it_was(words, word):
        return ""
    if not rare:
        return misread_short(words.lexicon, word, short_gap)
    best, zipf, _ = nearest(words.lexicon, word, "loose")
    gap = zipf - max(words.zipf(word), WEIGHTS.unlisted)
    return best if gap >= by_length(WEIGHTS.loose_gap, len(word)) and zipf >= by_length(WEIGHTS.loose_zipf, len(word)) else ""


def _is_rare(words: Words, word: str) -> bool:
    entry = words.get(word)
    return entry.zipf < WEIGHTS.rare and not entry.curated


def _is_as_it_was(words: Words, word: str) -> bool:
    """Whether a word is of another language, or has the silent e of older spelling."""
    return words.is_foreign(word) or (len(word) > WEIGHTS.short and word[-1] == "e" and words.zipf(word[:-1]) >= WEIGHTS.silent_e)


def _misread_name(words: Words, word: str) -> str:
    """The frequent word that one with a capital was, by what chance does not do."""
    best, zipf, _ = nearest(words.lexicon, word, "narrow")
    return best if zipf >= by_length(WEIGHTS.name_zipf, len(word)) and not _is_known_name(words, word, zipf) else ""


def _misread_recognised_name(words: Words, word: str, archaic: bool) -> str:
    """The same in a recogniser's text, where a name that hardly any list has is no name."""
    if len(word) <= WEIGHTS.short and not archaic and (short := misread_short(words.lexicon, word)):
        return short
    best, zipf, _ = nearest(words.lexicon, word, "loose" if len(word) > WEIGHTS.name_short else "usual")
    entry = words.get(word)
    if (entry.curated or entry.zipf >= WEIGHTS.name_rare) and _is_known_name(words, word, zipf):
        return ""
    return best if zipf >= by_length(WEIGHTS.name_zipf, len(word)) - WEIGHTS.name_recognised else ""


def _is_known_name(words: Words, word: str, zipf: float) -> bool:
    """Whether a name is known as one, and hardly rarer than what it may have been."""
    entry = words.get(word)
    return entry.known and zipf - entry.zipf < WEIGHTS.name_gap
