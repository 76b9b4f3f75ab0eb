"""Derive the word frequencies that ship with the package, so that nobody installs a package of 40 MB for one file of it.

Run: python scripts/build_lexicons.py   (needs jieba 0.42.1, which comes as a source distribution only)

Writes corpuslint/frequencies/zh.txt.xz: a header, then a word and its frequency a line, sorted by the bytes of the word.
The frequency is the Zipf value (log10 of occurrences in 10^9 words) times 25, as compiled lexicons hold it; the same
input gives the same bytes. Licences that let a derived file be shipped: MIT (jieba). What simplemma packs comes from
sources of many licences that cannot be told apart in it, so that it stays a dependency, and so do the lists of wordfreq
(CC BY-SA 4.0), which are as large as the package.
"""

from __future__ import annotations

import lzma
from importlib.metadata import version
from importlib.util import find_spec
from math import log10
from pathlib import Path

TARGET = Path(__file__).parent.parent / "corpuslint" / "frequencies"
SCALE = 25
HEADER = """\
# Frequencies of Chinese words: word, tab, Zipf value times 25.
# Derived by scripts/build_lexicons.py from dict.txt of jieba {version} (https://github.com/fxsjy/jieba).
# Copyright (c) 2013 Sun Junyi. Licence: MIT, see jieba.LICENSE in this folder; this file is under the same licence.
"""


def frequencies(lines: list[str]) -> dict[str, int]:
    """Of lines of word, count and part of speech."""
    fields = [line.split(" ") for line in lines]
    counts = [max(1, int(field[1])) for field in fields]
    total = sum(counts)
    # Of a word that stands there twice the last count is taken, though the total has both.
    return {field[0]: round(max(0.0, log10(count / total) + 9) * SCALE) for field, count in zip(fields, counts, strict=True)}


def main() -> None:
    spec = find_spec("jieba")
    assert spec and spec.origin
    found = frequencies((Path(spec.origin).parent / "dict.txt").read_text("utf-8").splitlines())
    body = "".join(f"{word}\t{found[word]}\n" for word in sorted(found, key=str.encode))
    data = (HEADER.format(version=version("jieba")) + body).encode()
    (TARGET / "zh.txt.xz").write_bytes(lzma.compress(data, preset=9 | lzma.PRESET_EXTREME))


if __name__ == "__main__":
    main()
