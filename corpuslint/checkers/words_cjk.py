"""Chinese characters that a recogniser took for look-alikes: `人粪命运共后体` for 人类命运共同体.

A noisy channel over a dictionary: at a character that makes no word with its neighbours, a look-alike is tried; where
a stretch of three to seven characters becomes a word by it, the character was misread. One odd character in three
already makes chance rare; any wider channel (edit distance) finds a 'misread' word in every second clean sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from corpuslint.checkers.words_page import Damage
from corpuslint.document import Document
from corpuslint.lexicon import Lexicon, open_lexicon
from corpuslint.rule import Rule

_HAN = re.compile(r"[\u4e00-\u9fff]{3,}")
_KANA = re.compile(r"[\u3041-\u30ff]")
_LONGEST = 7
_USED = 4.0
"""Zipf value of a pair of characters that stands for itself, and needs no other reading."""
_ODDS, _FLOOR = 3.5, 1.0
"""Powers of ten against a misreading; Zipf value of a character that is no word."""


def find_cjk(document: Document, rule: Rule) -> Iterator[Damage]:
    text = document.text
    if text.isascii() or not _HAN.search(text) or _KANA.search(text):
        return
    lexicon, alike = open_lexicon("zh"), _lookalikes(rule)
    if not lexicon or not alike:
        return
    for match in _HAN.finditer(text):
        yield from _misread(match[0], match.start(), lexicon, alike)


def _misread(run: str, base: int, lexicon: Lexicon, alike: Mapping[str, str]) -> Iterator[Damage]:
    covered = _covered(run, lexicon)
    done = 0
    for at, char in enumerate(run):
        if at < done or covered[at] or char not in alike:
            continue
        best = max(_readings(run, at, alike[char], lexicon), default=None)
        if best:
            _, start, word = best
            done = start + len(word)
            yield Damage("cjk", base + start, base + done, word)


def _covered(run: str, lexicon: Lexicon) -> list[bool]:
    """Which characters belong to a word of two or more that stands there as it is, and is in use."""
    covered = [False] * len(run)
    for start in range(len(run)):
        for end in range(start + 2, min(start + _LONGEST, len(run)) + 1):
            if lexicon.zipf(run[start:end]) >= (_USED if end - start == 2 else 0.01):
                covered[start:end] = [True] * (end - start)
    return covered


def _readings(run: str, at: int, others: str, lexicon: Lexicon) -> Iterator[tuple[float, int, str]]:
    """Words that come about around a place by a look-alike: how much likelier, their start in the run, and the word."""
    for start in range(max(0, at - _LONGEST + 1), at + 1):
        for end in range(max(at + 1, start + 3), min(start + _LONGEST, len(run)) + 1):
            words = [(zipf, word) for other in others if (zipf := lexicon.zipf(word := f"{run[start:at]}{other}{run[at + 1 : end]}"))]
            if words:
                zipf, word = max(words)
                gain = zipf - 9.0 - _as_it_stands(run[start:end], lexicon)
                if gain > _ODDS:
                    yield gain, start, word


def _as_it_stands(text: str, lexicon: Lexicon) -> float:
    """log10 of the probability of the text cut into words as likely as can be."""
    best = [0.0]
    for end in range(1, len(text) + 1):
        single = best[-1] + max(_FLOOR, lexicon.zipf(text[end - 1])) - 9.0
        best.append(max([single, *(
            best[start] + zipf - 9.0 for start in range(end - 1) if (zipf := lexicon.zipf(text[start:end]))
        )]))
    return best[-1]


_tables: dict[object, Mapping[str, str]] = {}


def _lookalikes(rule: Rule) -> Mapping[str, str]:
    table = _tables.get(rule.path)
    if table is None:
        table = _tables[rule.path] = dict(rule.lexicon("zh", "lookalike"))
    return table
