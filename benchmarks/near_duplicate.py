"""Time and memory of near-duplicate on generated corpora, and whether what was planted is found.

python benchmarks/near_duplicate.py [--documents 100000] [--words 300]

Each corpus size runs in its own process; the time of generating the texts is not counted. Documents are drawn from a
vocabulary with the frequencies of Zipf's law. One in a hundred is the copy of an earlier one in capitals, one a copy
with every fortieth word changed, two quote twelve words of an earlier one, and every tenth ends with the same licence
line. With NumPy installed (the extra `fast`) the second step is several times faster.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import accumulate

from corpuslint.card import builtin_rules
from corpuslint.document import Document
from corpuslint.engine import check_corpus, check_document, select

VOCABULARY = 50_000
LICENCE = "This text may be copied and changed by anyone who names its author and its source."


@lru_cache(1)
def vocabulary() -> tuple[list[str], list[float]]:
    draw = random.Random(1)
    words = ["".join(draw.choices("abcdefghiklmnoprstuvw", k=draw.randint(2, 9))) for _ in range(VOCABULARY)]
    return words, list(accumulate(1 / rank for rank in range(1, VOCABULARY + 1)))


def planted(number: int) -> str:
    """What document `number` (from 0) is: `exact`, `near`, `passage`, `licence`, or nothing in particular."""
    kinds = {50: "exact", 51: "near", 52: "passage", 53: "passage"}
    return kinds.get(number % 100, "licence" if number % 10 == 7 else "")


def words_of(number: int, count: int) -> list[str]:
    words, weights = vocabulary()
    return random.Random(f"document {number}").choices(words, cum_weights=weights, k=count)


def text_of(number: int, count: int) -> str:
    kind, original = planted(number), number // 100 * 100 + 1
    if kind in ("exact", "near"):
        copied = words_of(original, count)
        if kind == "near":
            copied[20::40] = [f"{word}x" for word in copied[20::40]]
        return " ".join(copied).upper()
    own = words_of(number, count)
    if kind == "passage":
        own[100:112] = words_of(original, count)[50:62]
    return " ".join(own) + (f".\n{LICENCE}\n" if kind == "licence" else ".\n")


def run(documents: int, words: int) -> dict[str, float]:
    rules = select(builtin_rules(), ["near-duplicate"])

    def document(number: int) -> Document:
        return Document.from_text(text_of(number, words), id=f"{number}.txt")

    def reread(wanted: Collection[int]) -> Iterator[tuple[int, Document]]:
        nonlocal generating
        for number in sorted(wanted):
            before = time.process_time()
            again = document(number)
            generating += time.process_time() - before
            yield number, again

    size, generating, summaries = 0, 0.0, []
    vocabulary()
    start = time.process_time()
    for number in range(documents):
        before = time.process_time()
        one = document(number)
        generating += time.process_time() - before
        size += len(one.text)
        summaries.append(check_document(one, rules).summaries)
    mapped = time.process_time() - start - generating
    held, generating, start = peak(), 0.0, time.process_time()
    findings, failures = check_corpus(summaries, rules, reread)
    assert not failures, failures
    reduced = time.process_time() - start - generating
    kinds = Counter(finding.kind for finding in findings)
    wanted = Counter(filter(None, map(planted, range(documents))))
    wanted["passage"] += wanted.pop("licence") - 1
    return {
        "documents": documents, "mb": size / 1e6, "summarize_s": mapped, "combine_s": reduced, "held_mb": held,
        "peak_mb": peak(), **{f"{kind}_wanted": wanted[kind] for kind in sorted(wanted)},
        **{f"{kind}_found": kinds[kind] for kind in sorted(wanted)},
    }


def peak() -> float:
    """Megabytes that the process held at its most."""
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--words", type=int, default=300, help="words of one document")
    parser.add_argument("--only", action="store_true", help="this size alone, as one line of JSON")
    args = parser.parse_args()
    if args.only:
        print(json.dumps(run(args.documents, args.words)))
        return
    print("| documents | text | summarize | combine | MB/s | peak memory | exact | near | passage |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    for part in (8, 4, 2, 1):
        command = [sys.executable, __file__, "--only", "--documents", str(args.documents // part), "--words", str(args.words)]
        row = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        found = " | ".join(f"{row[f'{kind}_found']} of {row[f'{kind}_wanted']}" for kind in ("exact", "near", "passage"))
        rate = row["mb"] / (row["summarize_s"] + row["combine_s"])
        print(
            f"| {row['documents']} | {row['mb']:.0f} MB | {row['summarize_s']:.1f} s | {row['combine_s']:.1f} s "
            f"| {rate:.1f} | {row['peak_mb']:.0f} MB | {found} |", flush=True,
        )


if __name__ == "__main__":
    main()
