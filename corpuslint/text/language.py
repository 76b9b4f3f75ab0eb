"""Which language a text is in: by script where one script has one language, else by its most frequent words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache

from corpuslint.data import shared
from corpuslint.lazy import regex
from corpuslint.text.characters import lower
from corpuslint.text.languages import by_script
from corpuslint.text.scripts import scripts

SAMPLE = 4000
"""Code points looked at."""
_SHORT = 1000
"""Code points looked at first: within them function words settle the matter, save in mixed and in odd texts."""
_SURE_HITS, _SURE_LEAD = 20, 2
"""Function words that leave no doubt, and how many times as many as of the next language."""
_LEAST_HITS, _LEAST_SHARE, _MAX_COUNTED = 2, 0.08, 200
"""Function words that there must be, and their share of the words, of which no more are counted."""
_MOST_OF_ONE = 8
"""Times that one word counts."""
_CLOSE = 0.8
"""Share of the hits of a text's own language from which another is as likely."""
_KANA = 0.05
"""Share of kana among the letters that shows Japanese."""
_OTHER_LETTERS = 0.02
"""Share of letters in other scripts up to which a text is in one."""

# Letters that one language of a shared script has and its neighbours lack.
_TELLING = (
    ("ARABIC", regex(r"[ۈۋ]"), "ug"),
    ("ARABIC", regex(r"[ټډړښځڅڼ]"), "ps"),
    ("ARABIC", regex(r"[ڵڕێ]"), "ckb"),
    ("ARABIC", regex(r"[ٹڈڑںے]"), "ur"),
    ("ARABIC", regex(r"[پچژگکی]"), "fa"),
    ("ARABIC", regex(r""), "ar"),
    ("HEBREW", regex(r"[װױײ]|א[ַָ]"), "yi"),
    ("DEVANAGARI", regex(r"ळ|आहे|आणि"), "mr"),
    ("DEVANAGARI", regex(r"हरू|लाई|(?<!\S)छ(?!\S)"), "ne"),
    ("BENGALI", regex(r"[ৰৱ]"), "as"),
)
_WORD = regex(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_NO_LETTER = bytes(code for code in range(256) if not (code < 128 and chr(code).isalpha()))
_SPACED = bytes(code if code > 127 or chr(code).isalpha() or chr(code) == "'" else ord(" ") for code in range(256))


def detect(text: str) -> str:
    """The language of the text as an ISO 639-1 tag, `und` where the evidence does not tell.

    A shared script (Latin, Cyrillic) is decided by the hits among the most frequent words of each
    language; a line of a few words is often `und`, which is honest.
    """
    short = _detect(text[:_SHORT], sure=True) if len(text) > 2 * _SHORT else "und"
    return _detect(text[:SAMPLE]) if short == "und" else short


def _detect(sample: str, *, sure: bool = False) -> str:
    """`sure`: only where the words leave no doubt."""
    if _is_latin(sample):
        return _by_words(sample, sure=sure)
    found = scripts(sample)
    if not found:
        return "und"
    main = found.most_common(1)[0][0]
    if found["HIRAGANA"] + found["KATAKANA"] > _KANA * found.total():
        return "ja"
    for name, letters, language in _TELLING:
        if main == name and letters.search(sample):
            return language
    if sure and found.total() - found[main] > _OTHER_LETTERS * found.total():
        return "und"
    return by_script().get(main) or _by_words(sample, sure=sure)


def _is_latin(sample: str) -> bool:
    """Whether nearly all letters are ASCII's, so that no other script can come into question."""
    if sample.isascii():
        return True
    plain = sample.encode("ascii", "ignore")
    return len(sample) - len(plain) <= _OTHER_LETTERS * len(plain.translate(None, _NO_LETTER))


def likely(text: str, most: int = 6) -> tuple[str, ...]:
    """The languages that the text may be in by its most frequent words, best first; none where no word tells."""
    ranked = sorted(_scores(_words(text[:SAMPLE])).items(), key=lambda item: (-item[1], item[0]))
    return tuple(language for language, _ in ranked[:most])


def word_hits(text: str) -> Mapping[str, int]:
    """How often the most frequent words of each language stand in the text, one word eight times at most."""
    return _scores(_words(text))


def rivals(text: str, language: str) -> tuple[str, ...]:
    """The languages whose most frequent words the text has nearly as often as those of its own."""
    score = _scores(_words(text[:SAMPLE]))
    least = _CLOSE * score.get(language, 0)
    return tuple(sorted(other for other, hits in score.items() if hits >= least > 0 and other != language))


def _by_words(sample: str, *, sure: bool = False) -> str:
    words = _words(sample)
    score = _scores(words)
    if not score:
        return "und"
    if "hr" in score and "sr" in score:  # so near to each other that neither is evidence against the other
        del score["sr" if score["hr"] >= score["sr"] else "hr"]
    best = max(score, key=score.__getitem__)
    hits = score.pop(best)
    second = max(score.values(), default=0)
    if hits < max(_LEAST_HITS, _LEAST_SHARE * min(words.total(), _MAX_COUNTED)) or second == hits:
        return "und"
    return "und" if sure and (hits < _SURE_HITS or hits < _SURE_LEAD * second) else best


def _words(sample: str) -> Counter[str]:
    text = lower(sample).replace("’", "'").encode("utf-8", "surrogatepass").translate(_SPACED).decode("utf-8", "surrogatepass")
    words = Counter(text.split())
    for piece in [piece for piece in words if not piece.isalpha()]:
        count = words.pop(piece)
        for word in _WORD.findall(piece):
            words[word] += count
    return words


def _scores(words: Mapping[str, int]) -> dict[str, int]:
    known = function_words()
    score: dict[str, int] = {}
    for word in words.keys() & known.keys():
        count = min(words[word], _MOST_OF_ONE)
        for language in known[word]:
            score[language] = score.get(language, 0) + count
    return score


@cache
def function_words() -> Mapping[str, tuple[str, ...]]:
    """The most frequent words of each language, and the languages that each of them has."""
    return languages_of_words("function-words")


def languages_of_words(name: str) -> Mapping[str, tuple[str, ...]]:
    """The words of a table with a language and its words a line, and the languages that each of them has."""
    table: dict[str, list[str]] = {}
    for line in shared("tables").lines(name):
        language, _, words = line.partition(":")
        for word in words.split():
            table.setdefault(word, []).append(language)
    return {word: tuple(languages) for word, languages in table.items()}
