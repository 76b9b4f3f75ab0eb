"""Turn each weight of a rule a little and see what moves: python benchmarks/sensitivity.py ROOM CASES.jsonl…

ROOM is a folder of corpuslint/checkers (`broken_word`) that has a `weights.py`: a named tuple `Weights`, and `WEIGHTS`,
the one instance. Each number in it (also those within a tuple or a mapping) is made 20 % smaller and 20 % larger, an
integer by one at least, and the findings of the room's rules are counted against those with all weights as they are:
`right` overlap what a case expects, `wrong` overlap nothing that it expects or allows, `other` are outside of its labels.
A change of kind or of extent alone is told as `shape`. A number that moves nothing on any set is no evidence: it goes.

The cases are those of benchmarks/quality.py; a rule on the whole corpus takes them all as one, and what it finds in a case
that is not labelled for it is `other`.
"""

from __future__ import annotations

import argparse
import importlib
import json
import multiprocessing
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from quality import cases, document, pairs, touches

from corpuslint.document import Document

Found = frozenset[tuple[int, str, str, int, int]]
"""Case, rule, kind, start, end."""
CASES: list[dict[str, Any]] = []
CORPUS_ROOMS = ("near_duplicate",)
DOCUMENTS: list[Document] = []
"""Read before the processes part, so that they share them."""


class Turn(NamedTuple):
    """One number of the weights: the field, the place within it, and what stands there."""

    field: str = ""
    key: Any = None
    value: float = 0

    def __str__(self) -> str:
        return self.field if self.key is None else f"{self.field}[{self.key}]"

    def within(self, weights: Any) -> Any:
        """The weights with this number."""
        old = getattr(weights, self.field)
        if self.key is None:
            return weights._replace(**{self.field: self.value})
        if isinstance(old, Mapping):
            return weights._replace(**{self.field: {**old, self.key: self.value}})
        new = [*old[: self.key], self.value, *old[self.key + 1 :]]
        return weights._replace(**{self.field: old._make(new) if hasattr(old, "_make") else tuple(new)})


def numbers(weights: Any) -> Iterator[Turn]:
    """Every number of a named tuple, and of the tuples and mappings in it."""
    for field in weights._fields:
        value = getattr(weights, field)
        within = value.items() if isinstance(value, Mapping) else enumerate(value) if isinstance(value, tuple) else [(None, value)]
        yield from (Turn(field, key, number) for key, number in within if type(number) in (int, float))


def turned(turn: Turn, share: float) -> Turn:
    """The number a share smaller or larger; an integer by one at least."""
    new = turn.value * (1 + share)
    if isinstance(turn.value, int):
        new = min(turn.value - 1, round(new)) if share < 0 else max(turn.value + 1, round(new))
    return turn._replace(value=new)


def found(job: tuple[str, Turn | None]) -> Found:
    """What the room's rules find with one weight changed. Run in a process of its own, before the checker is imported."""
    room, turn = job
    module = importlib.import_module(f"corpuslint.checkers.{room}.weights")
    if turn is not None:
        module.WEIGHTS = turn.within(module.WEIGHTS)
    from corpuslint.engine import RuleSet, check_corpus, check_document

    rules = RuleSet(tuple(rules_of(room)))
    results = [check_document(doc, rules) for doc in DOCUMENTS]
    out = {
        (place, f.rule, f.kind, *f.span)
        for place, (case, result) in enumerate(zip(CASES, results, strict=True)) for f in result.findings if f.rule in case["scope"]
    }
    failures = [failure for result in results for failure in result.failures]
    if rules.corpus_rules:
        places = {doc.path: place for place, doc in enumerate(DOCUMENTS)}
        findings, more = check_corpus(
            [result.summaries for result in results], rules, lambda wanted: [(place, DOCUMENTS[place]) for place in sorted(wanted)]
        )
        out |= {(places[f.path], f.rule, f.kind, *f.span) for f in findings}
        failures += more
    if failures:
        raise RuntimeError(failures[0].message)
    return frozenset(out)


def rules_of(room: str) -> list[Any]:
    from corpuslint.card import builtin_rules

    names = {"dates": ("missing-date", "date-conflict")}.get(room, (room.replace("_", "-"),))
    return [rule for rule in builtin_rules() if rule.id in names]


def sort_of(item: tuple[int, str, str, int, int]) -> str:
    place, rule, _, start, end = item
    case = CASES[place]
    if rule not in case["scope"]:
        return "other"
    if any(touches((start, end), want) for want in pairs(case["expect"], rule)):
        return "right"
    free = pairs([*case.get("may", []), *case.get("maybe", [])], rule) + [tuple(s) for s in case.get("ignore", [])]
    return "other" if any(touches((start, end), span) for span in free) else "wrong"


def difference(before: Found, after: Found) -> str:
    """`right -3 +1  wrong +2`; findings that another one of the same rule overlaps have changed their shape alone."""
    counts: Counter[tuple[str, str]] = Counter()
    for sign, these, those in (("-", before - after, after), ("+", after - before, before)):
        here: dict[tuple[int, str], list[tuple[int, int]]] = {}
        for place, rule, _, start, end in those:
            here.setdefault((place, rule), []).append((start, end))
        for item in these:
            kept = any(touches((item[3], item[4]), span) for span in here.get(item[:2], ()))
            counts["shape" if kept else sort_of(item), sign] += 1
    parts = []
    for name in ("right", "wrong", "other", "shape"):
        signs = [f"{sign}{counts[name, sign]}" for sign in "-+" if counts[name, sign]]
        if signs:
            parts.append(f"{name} {' '.join(signs)}")
    return ", ".join(parts) or "nothing"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("room")
    parser.add_argument("cases", nargs="+", type=Path)
    parser.add_argument("--field", action="append", default=[], help="only this weight (repeatable)")
    parser.add_argument("--step", type=float, default=0.2, help="how much a number is changed, as a share of it (default 0.2)")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="only every Nth case")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--json", type=Path, help="write the rows here, too")
    args = parser.parse_args()
    wanted = {rule.id for rule in rules_of(args.room)}
    every = [{"scope": [], "expect": [], **case} for path in args.cases for case in cases(path)]
    if args.room not in CORPUS_ROOMS:
        every = [case for case in every if wanted & set(case["scope"])]
    CASES[:] = every[:: args.every]
    DOCUMENTS[:] = map(document, CASES)
    for doc in DOCUMENTS:
        _ = doc.language  # derived once, for all processes
    context = multiprocessing.get_context("fork")
    with context.Pool(1) as pool:
        weights = tuple(pool.apply(_weights, (args.room,)))
    turns = [turn for turn in weights if not args.field or turn.field in args.field]
    jobs = [(args.room, None), *((args.room, turned(turn, share)) for turn in turns for share in (-args.step, args.step))]
    rows, still = [], []
    with context.Pool(args.jobs, maxtasksperchild=1) as pool:
        results = pool.imap(found, jobs)
        before = next(results)
        count = Counter(map(sort_of, before))
        print(f"{len(turns)} numbers, {len(CASES)} cases, {len(before)} findings: " + ", ".join(f"{n} {name}" for name, n in count.items()))
        print(f"| weight | value | {-args.step:.0%} | +{args.step:.0%} |\n| --- | --- | --- | --- |")
        for turn in turns:
            less, more = (difference(before, next(results)) for _ in range(2))
            rows.append({"weight": str(turn), "value": turn.value, "less": less, "more": more})
            still += [str(turn)] if less == more == "nothing" else []
            print(f"| {turn} | {turn.value} | {less} | {more} |", flush=True)
    print(f"{len(still)} of {len(turns)} move nothing{': ' if still else ''}{', '.join(still)}")
    if args.json:
        args.json.write_text(json.dumps(rows, indent=1) + "\n", "utf-8")


def _weights(room: str) -> list[Turn]:
    return list(numbers(importlib.import_module(f"corpuslint.checkers.{room}.weights").WEIGHTS))


if __name__ == "__main__":
    main()
