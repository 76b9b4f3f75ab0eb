"""Write rules/tables/precision.toml from judged findings: how often each kind was right, by genre.

usage: record_precision.py [JUDGED.jsonl] [--check]

A row: `document`, `rule`, `kind`, `genre`, `start`, `end`, `verdict` (right, wrong, debatable), `measured` (the day). With --check nothing
is written: exit 1 where the table is not that of the rows. benchmarks/judged.jsonl has the rows of this project, without the texts.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parent.parent
JUDGED = ROOT / "benchmarks" / "judged.jsonl"
TABLE = ROOT / "rules" / "tables" / "precision.toml"
HEAD = """\
# How often each kind was right on real documents, by genre: web pages, print (text of PDFs).
# Written by scripts/record_precision.py from benchmarks/judged.jsonl, as docs/precision.md tells.
"""


def table(lines: list[str]) -> str:
    """The TOML of judged rows, sorted; what can be argued about counts for neither."""
    counts: Counter[tuple[str, str, str, str]] = Counter()
    days: dict[tuple[str, str, str], str] = {}
    for row in map(json.loads, lines):
        key = row["rule"], row["kind"], row["genre"]
        if row["verdict"] in ("right", "wrong"):
            counts[*key, row["verdict"]] += 1
            days[key] = max(days.get(key, ""), row["measured"])
    parts, section = [HEAD], ""
    for rule, kind, genre in sorted(days):
        if section != f"[{rule}.{kind}]":
            section = f"[{rule}.{kind}]"
            parts.append(f"\n{section}\n")
        right, wrong = (counts[rule, kind, genre, verdict] for verdict in ("right", "wrong"))
        parts.append(f'{genre} = {{right = {right}, wrong = {wrong}, measured = "{days[rule, kind, genre]}"}}\n')
    return "".join(parts)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("judged", type=Path, nargs="?", default=JUDGED)
    parser.add_argument("--check", action="store_true")
    asked = parser.parse_args()
    made = table(asked.judged.read_text("utf-8").splitlines())
    if asked.check:
        return int(made != TABLE.read_text("utf-8"))
    TABLE.write_text(made, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
