"""Derive rules/mojibake/letters.txt: how letters follow each other in each language.

Run: npm pack cldr-misc-full cldr-localenames-full cldr-annotations-full, unpack them into one folder (a folder a
locale: their `package/main` and `package/annotations` trees merged), then
    python scripts/build_mojibake_letters.py FOLDER > rules/mojibake/letters.txt   (needs wordfreq)

Words come from wordfreq's lists where it has the language, else from CLDR's names of languages, territories and
scripts and its keywords for symbols; both are kept to the language's own letters (CLDR's exemplar characters), so
that foreign words and damage in the lists teach nothing.
"""

from __future__ import annotations

import json
import math
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import wordfreq

WORDS = 30_000
FEWEST_WORDS = 400
"""Below this many different words a language's names teach too little."""
MOST_LETTERS = 110
STEP, LEVELS = 0.25, 48
"""Costs are -ln P in steps of a quarter, one printable character each from '0'."""
ASCII = set("abcdefghijklmnopqrstuvwxyz")
RANKED = {"zh": 1800, "ja": 1200, "ko": 900}
"""Scripts of thousands of characters: the most frequent ones, by rank."""
WORDFREQ = {"sh": "hr"}
"""Where wordfreq's code is another than CLDR's."""
SKIPPED = {"zh", "ja", "ko", "yue", "root", "und"}
_LETTERS = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f\u05b0-\u05c7\u064b-\u065f\u0670\u0900-\u0dff\u0e31-\u0e4e\u0eb1-\u0ecd\u1000-\u109f\u1780-\u17d3]|[^\W\d_])*")


def exemplars(folder: Path, locale: str) -> tuple[set[str], set[str]]:
    """The letters of the main and of the auxiliary exemplar set."""
    characters = json.loads((folder / locale / "characters.json").read_text("utf-8"))["main"][locale]["characters"]
    return letters(characters.get("exemplarCharacters", "")), letters(characters.get("auxiliary", ""))


def letters(unicode_set: str) -> set[str]:
    found: set[str] = set()
    body = re.sub(r"\\u([0-9A-Fa-f]{4})", lambda m: chr(int(m[1], 16)), unicode_set)
    for first, last in re.findall(r"(\S)-(\S)", body):
        found |= {chr(code) for code in range(ord(first), ord(last) + 1)}
    return {c for c in found | set(body) if unicodedata.category(c)[0] in "LM"}


def names(folder: Path, locale: str) -> Iterator[str]:
    """All words of the names and keywords that CLDR has in the language, in lower case."""
    for text in (*display_names(folder, locale), *keywords(folder, locale)):
        yield from _LETTERS.findall(unicodedata.normalize("NFC", text).lower())


def keywords(folder: Path, locale: str) -> Iterator[str]:
    path = folder / locale / "annotations.json"
    if path.exists():
        for entry in json.loads(path.read_text("utf-8"))["annotations"].get("annotations", {}).values():
            yield from (*entry.get("default", ()), *entry.get("tts", ()))


def display_names(folder: Path, locale: str) -> Iterator[str]:
    for file in ("languages", "territories", "scripts"):
        path = folder / locale / f"{file}.json"
        if path.exists():
            yield from json.loads(path.read_text("utf-8"))["main"][locale]["localeDisplayNames"][file].values()


def weighted_words(folder: Path, locale: str, own: set[str]) -> Counter[str]:
    """Words and weights: the square root of their frequency stands between counting types and tokens."""
    language = next((wf for wf, cldr in WORDFREQ.items() if cldr == locale), locale)
    words: Counter[str] = Counter()
    if language in wordfreq.available_languages("best"):
        for word, frequency in list(wordfreq.get_frequency_dict(language).items())[:WORDS]:
            for part in _LETTERS.findall(unicodedata.normalize("NFC", word)):
                if set(part) <= own:
                    words[part] += math.sqrt(frequency * 1e6)
    else:
        for word, count in Counter(names(folder, locale)).items():
            if set(word) <= own:
                words[word] += math.sqrt(count)
    return words


def row(locale: str, words: Counter[str], main: set[str]) -> str:
    unigrams: Counter[str] = Counter()
    bigrams: Counter[str] = Counter()
    for word, weight in words.items():
        padded = f" {word} "
        for a, b in pairwise(padded):
            unigrams[b] += weight
            bigrams[a + b] += weight
    total = unigrams.total()
    alphabet = " " + "".join(sorted(c for c in main | set(unigrams) if c != " " and (c in main or unigrams[c] > total * 2e-5)))
    if len(alphabet) > MOST_LETTERS + 1:
        return ""
    floor = total / 3000
    share = {c: (unigrams[c] + floor) / (total + floor * len(alphabet)) for c in alphabet}
    costs = []
    for a in alphabet:
        seen = sum(bigrams[a + b] for b in alphabet)
        trust = seen / (seen + total * 4e-4)
        for b in alphabet:
            p = trust * (bigrams[a + b] / seen if seen else 0) * 0.95 + (1 - trust * 0.95) * share[b]
            costs.append(chr(48 + min(LEVELS - 1, round(-math.log(p) / STEP))))
    return f"{locale}\t{alphabet[1:]}\t{''.join(costs)}"


def ranked(language: str, count: int) -> str:
    counts: Counter[str] = Counter()
    for word, frequency in wordfreq.get_frequency_dict(language).items():
        for c in word:
            if "\u4e00" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7a3":
                counts[c] += frequency
    return f"{language}\t{''.join(c for c, _ in counts.most_common(count))}"


def main() -> None:
    folder = Path(sys.argv[1])
    print("# Costs of letter pairs by language: language, letters, -ln P(second | first) in quarters as one character")
    print("# from '0' for each pair of (space + letters); zh, ja, ko: their most frequent characters by rank.")
    print("# Derived by scripts/build_mojibake_letters.py from wordfreq 3.1.1 (word lists CC BY-SA 4.0) and CLDR 48.2")
    print("# (exemplar characters, display names and annotations, Unicode-3.0).")
    locales = [p.name for p in sorted(folder.iterdir()) if re.fullmatch(r"[a-z]{2,3}(-Cyrl|-Latn|-Arab)?", p.name)]
    alphabets: dict[str, set[str]] = {}
    for locale in locales:
        language = locale.split("-")[0]
        main_letters, auxiliary = exemplars(folder, locale)
        if locale in SKIPPED or alphabets.get(language) == main_letters or (main_letters <= ASCII and language != "en"):
            continue
        alphabets.setdefault(language, main_letters)
        words = weighted_words(folder, locale, main_letters | auxiliary)
        if len(words) >= FEWEST_WORDS and (line := row(locale, words, main_letters)):
            print(line)
    for language, count in RANKED.items():
        print(ranked(language, count))


main()
