"""Speed and memory beside codespell and typos, in one run: python benchmarks/speed.py [--folder FOLDER] [--rules]

Texts are the files of a folder as they are, with all rules. Without a folder they come from the English documents of
labelled sets (`--cases`, JSON Lines with `text`), else from the seeds, joined to files of 4 to 10 KB: those are made of
the same paragraphs again and again, which flatters what is remembered, and `near-duplicate` is left out. Seconds are processor time (user and system, children included) and the least of
the runs; compare ratios, not seconds. `--rules` prints only the time of each rule. The result is kept as JSON, too.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path

from corpuslint.card import builtin_rule, builtin_rules
from corpuslint.document import Document
from corpuslint.engine import RuleSet, check_document
from corpuslint.rule import Rule
from corpuslint.text.language import detect

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
RESULT = Path(__file__).parent / "speed.json"
TEXTS = (".txt", ".md", ".rst")
"""The files of a folder that are texts."""
_MEAN = 7500
"""Bytes of a document, on average."""
CORPUSLINT = [str(BIN / "corpuslint")]


@dataclass(frozen=True)
class Cost:
    """One command: processor seconds, wall seconds, peak memory in MB."""

    cpu: float
    wall: float
    memory: float


def cost(command: Sequence[str], folder: Path, runs: int) -> Cost:
    """The least of several runs of a command as a whole process."""
    return min((_once(command, folder) for _ in range(runs)), key=lambda each: each.cpu)


def _once(command: Sequence[str], folder: Path) -> Cost:
    environment = {**os.environ, "CORPUSLINT_CACHE_DIR": str(folder / ".cache")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    started = time.monotonic()
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return Cost(usage.ru_utime + usage.ru_stime, time.monotonic() - started, usage.ru_maxrss / 1024)


def texts(cases: Sequence[Path]) -> dict[str, list[str]]:
    """Clean texts of the labelled sets by language, or the seeds."""
    if not cases:
        return {"en": [path.read_text("utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]}
    rows = (json.loads(line) for path in cases for line in path.read_text("utf-8").split("\n") if line)
    found = defaultdict(list)
    for text in dict.fromkeys(row["text"] for row in rows if not row.get("expect")):
        found[detect(text)].append(text)
    return {**found, "en": [text for text in found["en"] if len(text) > 500]}


def real(folder: Path) -> list[str]:
    """The texts of a folder, in the order of their names."""
    files = sorted(path for path in folder.rglob("*") if path.suffix in TEXTS and path.is_file())
    return [path.read_text("utf-8", "replace") for path in files]


def foreign(found: dict[str, list[str]]) -> list[str]:
    """Documents of 6 to 7 KB in one language each, not English; a language with less text than one is left out."""
    joined = []
    for language, parts in found.items():
        size, document = 0, list[str]()
        for part in parts if language not in ("en", "und") else ():
            document.append(part)
            size += len(part.encode("utf-8", "surrogatepass"))
            if size > 6000:
                joined.append("\n\n".join(document))
                size, document = 0, []
    return sorted(joined, key=lambda text: zlib.crc32(text.encode("utf-8", "surrogatepass")))  # the languages mixed


def documents(source: Sequence[str], count: int) -> Iterator[str]:
    """Documents of 4 to 10 KB, each another run of paragraphs."""
    paragraphs = [p for text in source for p in text.split("\n\n") if p.strip()]
    at = 0
    for number in range(count):
        size, wanted, parts = 0, 4000 + (number * 997) % 6000, [f"Document {number}, published 8 November 2022"]
        while size < wanted:
            parts.append(paragraphs[at % len(paragraphs)])
            size += len(parts[-1])
            at += 1
        at += number % 3  # so that a second pass over the paragraphs gives other documents
        yield "\n\n".join(parts)


def many(folder: Path, source: Iterable[str]) -> float:
    """Write the documents as files and as one JSONL; the size in MB."""
    (folder / "files").mkdir(parents=True)
    size = 0
    with (folder / "all.jsonl").open("w", encoding="utf-8") as records:
        for number, text in enumerate(source):
            (folder / "files" / f"{number}.txt").write_text(text, "utf-8")
            records.write(json.dumps({"id": str(number), "text": text}, ensure_ascii=False) + "\n")
            size += len(text.encode())
    return size / 1e6


def rate(source: Sequence[str], *rules: Rule) -> float:
    """MB/s of these rules, in one process, on fresh documents, once a third of them has loaded what is loaded once."""
    compiled = RuleSet(rules)
    warm = len(source) // 3
    for text in source[:warm]:
        check_document(Document.from_text(text), compiled)
    size, started = 0, time.process_time()
    for text in source[warm:]:
        check_document(Document.from_text(text), compiled)
        size += len(text.encode("utf-8", "surrogatepass"))
    return size / 1e6 / (time.process_time() - started)


def rules_alone(found: dict[str, list[str]], source: Sequence[str]) -> dict[str, float]:
    """On the source, and of `mojibake` on what else than English the sets hold."""
    rules = builtin_rules()
    speeds = {}
    if others := foreign(found):  # before its tables are loaded by English documents with foreign words
        mojibake = builtin_rule("mojibake")
        speeds[f"mojibake, {len(others)} documents in {len({*map(detect, others)})} other languages"] = rate(others, mojibake)
        speeds["the same, checked again"] = rate(others, mojibake)
    for rule in rules:
        alone = RuleSet((rule,))
        if alone.document_rules or alone.corpus_rules:
            speeds[rule.id] = rate(source, rule)
    speeds["all rules"] = rate(source, *rules)
    print("\n| rule | MB/s |\n| --- | --- |")
    for name, speed in speeds.items():
        print(f"| {name} | {speed:.1f} |")
    return speeds


def start_up(folder: Path, source: Sequence[str], runs: int) -> dict[str, Cost]:
    (folder / "one.txt").write_text(next(documents(source, 1))[:5000], "utf-8")
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "corpuslint --version": [*CORPUSLINT, "--version"],
        "corpuslint, one 5 KB file": [*CORPUSLINT, "check", "one.txt", "--no-cache"],
        "corpuslint, one 5 KB file that it has checked": [*CORPUSLINT, "check", "one.txt"],
        "corpuslint, the hook on one changed document": ["sh", "-c", 'echo >> one.txt; exec "$@"', "", *CORPUSLINT, "check", "--changed-only", "one.txt"],
        "codespell, one 5 KB file": [str(BIN / "codespell"), "one.txt"],
        "typos, one 5 KB file": [str(BIN / "typos"), "-j1", "one.txt"],
    }
    return {name: cost(command, folder, runs) for name, command in commands.items()}


def throughput(folder: Path, runs: int, *, every_rule: bool) -> dict[str, Cost]:
    check = [*CORPUSLINT, "check", "--output-file", "out.txt", *(() if every_rule else ("--ignore", "near-duplicate"))]
    # What is compiled once, for each language that is there, is no part of the speed.
    _once([*check, "--no-cache", *sorted(str(path) for path in (folder / "files").iterdir())[:300]], folder)
    commands = {
        "corpuslint, files, one worker": [*check, "files", "--no-cache", "--jobs", "1"],
        "corpuslint, files, two workers": [*check, "files", "--no-cache", "--jobs", "2"],
        "corpuslint, JSONL, one worker": [*check, "all.jsonl", "--no-cache", "--jobs", "1"],
        "corpuslint, files, cache filled": [*check, "files", "--jobs", "1"],
        "corpuslint, files, from the cache": [*check, "files", "--jobs", "1"],
        "codespell, files": [str(BIN / "codespell"), "files"],
        "typos, files": [str(BIN / "typos"), "-j1", "files"],
        "codespell, JSONL as text": [str(BIN / "codespell"), "all.jsonl"],
        "typos, JSONL as text": [str(BIN / "typos"), "-j1", "all.jsonl"],
    }
    return {name: cost(command, folder, 1 if "cache filled" in name else runs) for name, command in commands.items()}


def linear(folder: Path, source: Sequence[str], *, large: bool) -> dict[str, Cost]:
    """One text of 1 and of 10 MB (`large`: also of 100), one long line, many records: ten times the text, ten times the time."""
    (folder / "corpuslint.toml").write_text("max-file-size = 200000000\n", "utf-8")
    sizes = [("one file of", 1, "\n"), ("one file of", 10, "\n")]
    sizes += [("one file of", 100, "\n"), ("one line of", 50, " ")] if large else [("one line of", 10, " ")]
    check = [*CORPUSLINT, "check", "--ignore", "near-duplicate", "--no-cache", "--jobs", "1", "-o", "out.txt"]
    found = {}
    # Written piece by piece: the peak memory that is told of a child is never below its parent's.
    for name, megabytes, newline in sizes:
        with (folder / "long.txt").open("w", encoding="utf-8") as file:
            for text in islice(documents(source, 20_000), megabytes * 1_000_000 // _MEAN):
                file.write(f"{text}\n\n".replace("\n", newline))
        found[f"corpuslint, {name} {megabytes} MB"] = cost([*check, "long.txt"], folder, 1)
    for count in (10_000, 100_000) if large else (1000, 10_000):
        with (folder / "records.jsonl").open("w", encoding="utf-8") as records:
            for number, text in enumerate(documents(source, count)):
                records.write(json.dumps({"id": str(number), "text": text[:1000]}, ensure_ascii=False) + "\n")
        found[f"corpuslint, JSONL of {count:,} records of 1 KB"] = cost([*check, "records.jsonl"], folder, 1)
    return found


def table(rows: dict[str, Cost], size: float | None, base: str) -> None:
    print("\n| command | cpu s | wall s | peak MB |" + (" MB/s |" if size else "") + f" ratio to {base} |")
    print("| --- | --- | --- | --- |" + (" --- |" if size else "") + " --- |")
    for name, each in rows.items():
        # With a size the ratio is one of speeds, else one of times.
        ratio = rows[base].cpu / each.cpu if size else each.cpu / rows[base].cpu
        speed = f" {size / each.cpu:.2f} |" if size else ""
        print(f"| {name} | {each.cpu:.3f} | {each.wall:.3f} | {each.memory:.0f} |{speed} {ratio:.2f} |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, help="real texts to check as they are")
    parser.add_argument("--cases", nargs="*", type=Path, default=[], help="labelled sets to take English texts from")
    parser.add_argument("--files", type=int, default=1000, help="how many files (default: 1000)")
    parser.add_argument("--runs", type=int, default=3, help="runs of each command (default: 3)")
    parser.add_argument("--rules", action="store_true", help="only the speed of each rule")
    parser.add_argument("--large", action="store_true", help="also 100 MB, a line of 50 MB, 100,000 records: half an hour")
    args = parser.parse_args()
    found = {"en": real(args.folder)[: args.files]} if args.folder else texts(args.cases)
    source = found["en"]
    print(f"texts: {len(source)} from {args.folder.name if args.folder else ', '.join(p.parent.name for p in args.cases) or 'the seeds'}")
    if args.rules:
        rules_alone(found, source if args.folder else list(documents(source, 1000)))
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        started = start_up(folder, source, args.runs + 2)
        table(started, None, "python -c pass")
        size = many(folder, source if args.folder else documents(source, args.files))
        through = throughput(folder, args.runs, every_rule=bool(args.folder))
        table(through, size, "codespell, files")
        long = linear(folder, source, large=args.large)
        table(long, None, "corpuslint, one file of 1 MB")
    speeds = rules_alone(found, source if args.folder else list(documents(source, 1000)))  # last: a child's peak memory is never below its parent's
    costs = {row: asdict(each) for row, each in {**started, **through, **long}.items()}
    RESULT.write_text(json.dumps({"mb": size, "rules_mb_per_s": speeds, "costs": costs}, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
