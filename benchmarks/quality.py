"""Score the rules on labelled sets: python benchmarks/quality.py [--rule ID]… [--groups] [--show N] CASES.jsonl…

A case is one JSON object: `id`, `text`, `meta`, `scope` (rules it is completely labelled for), `expect` and the
optional `may`, `maybe` (lists of {rule, start, end}), `ignore` ([start, end] pairs), `group`, and a `kind` in an
expected span. Document level: a case is flagged or not. Span level: a finding counts when it overlaps an
expected span. `published` (dates) and `fixed` (repairs) are scored where a case has them.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corpuslint.card import builtin_rules
from corpuslint.document import Document
from corpuslint.engine import RuleSet, check_document
from corpuslint.finding import Finding

Pair = tuple[int, int]
CONTEXT = 30


@dataclass
class Tally:
    """Counts of one rule over a set."""

    cells: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    kinds: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    spans: Counter[str] = field(default_factory=Counter)
    repair: Counter[str] = field(default_factory=Counter)
    clean_words: int = 0
    misses: list[str] = field(default_factory=list)
    alarms: list[str] = field(default_factory=list)

    @property
    def total(self) -> Counter[str]:
        return sum(self.cells.values(), Counter())


def cases(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as handle:
        yield from (json.loads(line) for line in handle if line.strip())


def document(case: dict[str, Any]) -> Document:
    meta = {key: value for key, value in (case.get("meta") or {}).items() if isinstance(value, str)}
    return Document.from_text(case["text"], id=case["id"], record=case["id"], metadata=meta)


def touches(a: Pair, b: Pair) -> bool:
    return a[0] == a[1] or b[0] == b[1] or (a[0] < b[1] and b[0] < a[1])


def pairs(rows: Sequence[dict[str, Any]], rule: str) -> list[Pair]:
    return [(row["start"], row["end"]) for row in rows if row["rule"] == rule]


def add(tally: Tally, case: dict[str, Any], rule: str, findings: Sequence[Finding]) -> None:
    want = pairs(case["expect"], rule)
    free = pairs([*case.get("may", []), *case.get("maybe", [])], rule) + [tuple(s) for s in case.get("ignore", [])]
    spans = [tuple(f.span) for f in findings]
    got = [s for s in spans if any(touches(s, w) for w in want) or not any(touches(s, m) for m in free)]
    wrong = [s for s in got if not any(touches(s, w) for w in want)]
    cell = tally.cells[case.get("group", "-")]
    if want:
        cell["tp" if len(got) > len(wrong) else "fn"] += 1
    else:
        cell["fp" if wrong else "tn"] += 1
        tally.clean_words += len(case["text"].split())
        tally.spans["clean alarms"] += len(wrong)
    tally.spans["found"] += len(got)
    tally.spans["right"] += len(got) - len(wrong)
    for row in (r for r in case["expect"] if r["rule"] == rule):
        span = (row["start"], row["end"])
        caught = any(touches(s, span) for s in got)
        if span[0] != span[1]:
            tally.spans["wanted"] += 1
            tally.spans["caught"] += caught
            tally.kinds[row.get("kind", "-")]["caught" if caught else "missed"] += 1
        if not caught:
            tally.misses.append(f"{case['id']} [{case.get('group', '')}/{row.get('kind', '')}] {shown(case['text'], span)}")
    tally.alarms += [f"{case['id']} [{case.get('group', '')}] {shown(case['text'], s)}" for s in wrong]


def shown(text: str, span: Pair) -> str:
    start, end = span
    return repr(f"{text[max(0, start - CONTEXT) : start]}⟦{text[start:end][:150]}⟧{text[end : end + CONTEXT]}")


def add_repair(tally: Tally, case: dict[str, Any], findings: Sequence[Finding]) -> None:
    """Exact repair: all edits applied give the undamaged text (compared after NFKC)."""
    if "fixed" not in case or case.get("lossy") or not case["expect"]:
        return
    from unicodedata import normalize

    text = case["text"]
    edits = sorted({edit for f in findings if f.fix and f.fix.safety != "display" for edit in f.fix.edits}, reverse=True)
    for edit in edits:
        text = text[: edit.start] + edit.replacement + text[edit.end :]
    tally.repair["all"] += 1
    tally.repair["exact"] += normalize("NFKC", text) == normalize("NFKC", case["fixed"])


def ratio(part: float, whole: float) -> float:
    return part / whole if whole else float("nan")


def f1(p: float, r: float) -> float:
    return 2 * p * r / (p + r) if p + r else 0.0


def table_row(rule: str, tally: Tally) -> str:
    t, s = tally.total, tally.spans
    p, r = ratio(t["tp"], t["tp"] + t["fp"]), ratio(t["tp"], t["tp"] + t["fn"])
    sp, sr = ratio(s["right"], s["found"]), ratio(s["caught"], s["wanted"])
    row = (
        f"| {rule} | {t['tp'] + t['fn']} + {t['fp'] + t['tn']} | {p:.3f} | {r:.3f} | {f1(p, r):.3f} "
        f"| {100 * ratio(t['fp'], t['fp'] + t['tn']):.2f} % | {sp:.3f} | {sr:.3f} | {f1(sp, sr):.3f} "
        f"| {1000 * ratio(s['clean alarms'], tally.clean_words):.2f} |"
    )
    if tally.repair:
        row += f" exact {100 * ratio(tally.repair['exact'], tally.repair['all']):.1f} % of {tally.repair['all']} |"
    return row


def run(path: Path, rules: RuleSet, wanted: Sequence[str]) -> tuple[dict[str, Tally], float, int]:
    tallies: dict[str, Tally] = defaultdict(Tally)
    seconds, size = 0.0, 0
    for case in cases(path):
        scope = [rule for rule in case["scope"] if not wanted or rule in wanted]
        if not scope:
            continue
        doc = document(case)
        before = time.process_time()
        result = check_document(doc, rules)
        seconds += time.process_time() - before
        size += len(case["text"].encode("utf-8", "surrogatepass"))
        for failure in result.failures:
            print(f"FAILURE {case['id']}: {failure.rule}: {failure.message}")
        for rule in scope:
            findings = [f for f in result.findings if f.rule == rule]
            add(tallies[rule], case, rule, findings)
            if rule == "mojibake":
                add_repair(tallies[rule], case, findings)
    return tallies, seconds, size


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", nargs="+", type=Path)
    parser.add_argument("--rule", action="append", default=[], help="run and score only this rule (repeatable)")
    parser.add_argument("--groups", action="store_true", help="break down by group and kind")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print N misses and N false alarms a rule")
    args = parser.parse_args()
    loaded = builtin_rules()
    rules = RuleSet(tuple(rule for rule in loaded if not args.rule or rule.id in args.rule))
    print("| rule | positive + clean | P | R | F1 | clean flagged | span P | span R | span F1 | alarms / 1,000 words |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    for path in args.cases:
        tallies, seconds, size = run(path, rules, args.rule)
        for rule, tally in sorted(tallies.items()):
            print(table_row(rule, tally))
            if args.groups:
                for name, counts in [*sorted(tally.cells.items()), *sorted(tally.kinds.items())]:
                    print(f"    {name}: " + "  ".join(f"{key} {n}" for key, n in sorted(counts.items())))
            for title, rows in (("missed", tally.misses), ("false alarm", tally.alarms)):
                for line in rows[: args.show]:
                    print(f"    {title} {line}")
        print(f"    {path.parent.name}/{path.name}: {size / 1e6:.2f} MB in {seconds:.2f} s of processor time")


if __name__ == "__main__":
    main()
