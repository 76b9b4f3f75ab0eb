"""Break the checkers on purpose and see whether their tests notice: python benchmarks/mutation.py [--count 60] [--seed 1].

A mutant is one line of a checker with one thing changed: a comparison, a sign, a number, a truth value. Lines are drawn
with a seed, evenly over all that can be changed; each mutant is run against the tests of its rule alone,
`tests/checkers/<rule>` and the examples of its card. The share that is caught tells how much of the code the tests hold.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
CHECKERS = ROOT / "corpuslint" / "checkers"
MAX_SECONDS = 300
"""Of one mutant; one that hangs is caught."""
SWAPS: dict[type[ast.AST], str] = {
    ast.Lt: ">=", ast.LtE: ">", ast.Gt: "<=", ast.GtE: "<", ast.Eq: "!=", ast.NotEq: "==", ast.In: "not in",
    ast.NotIn: "in", ast.Is: "is not", ast.IsNot: "is", ast.And: "or", ast.Or: "and", ast.Add: "-", ast.Sub: "+",
}
SIGNS: dict[type[ast.AST], str] = {
    ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!=", ast.In: "in",
    ast.NotIn: "not in", ast.Is: "is", ast.IsNot: "is not", ast.And: "and", ast.Or: "or", ast.Add: "+", ast.Sub: "-",
}


class Mutant(NamedTuple):
    """A stretch of bytes of one line (counted from 1), and what stands there instead."""

    file: Path
    line: int
    start: int
    end: int
    text: str

    def source(self) -> bytes:
        lines = self.file.read_bytes().split(b"\n")
        row = lines[self.line - 1]
        lines[self.line - 1] = row[: self.start] + self.text.encode() + row[self.end :]
        return b"\n".join(lines)


def between(file: Path, rows: list[bytes], left: ast.expr, right: ast.expr, operator: ast.AST) -> Iterator[Mutant]:
    """The operator that stands between two expressions of one line."""
    line, end = left.end_lineno, left.end_col_offset
    if line is None or end is None or line != right.lineno or type(operator) not in SWAPS:
        return
    sign = SIGNS[type(operator)].encode()
    at = rows[line - 1].find(sign, end, right.col_offset)
    if at >= 0:
        yield Mutant(file, line, at, at + len(sign), SWAPS[type(operator)])


def mutants(file: Path) -> Iterator[Mutant]:
    """Everything in the functions of a file that can be changed; what types and docstrings say is no code."""
    source = file.read_bytes()
    rows = source.split(b"\n")
    for function in (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)):
        for node in (inner for statement in function.body for inner in ast.walk(statement)):
            if isinstance(node, ast.Compare):
                for left, operator, right in zip([node.left, *node.comparators], node.ops, node.comparators, strict=False):
                    yield from between(file, rows, left, right, operator)
            elif isinstance(node, ast.BoolOp):
                for left, right in zip(node.values, node.values[1:], strict=False):
                    yield from between(file, rows, left, right, node.op)
            elif isinstance(node, ast.BinOp):
                yield from between(file, rows, node.left, node.right, node.op)
            elif isinstance(node, ast.Constant) and type(node.value) in (int, float, bool) and node.end_col_offset:
                value = node.value
                other = str(not value) if isinstance(value, bool) else repr(value + 1 if value < 3 else type(value)(value * 1.5))
                yield Mutant(file, node.lineno, node.col_offset, node.end_col_offset, other)
            elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not) and node.lineno == node.operand.lineno:
                yield Mutant(file, node.lineno, node.col_offset, node.operand.col_offset, "")


def tests_of(file: Path) -> list[str]:
    """The tests of the rule whose room the file is in, and the examples of its card."""
    room = file.relative_to(CHECKERS).parts[0].removesuffix(".py")
    rules = {"dates": ["date-conflict", "missing-date"]}.get(room, [room.replace("_", "-")])
    found = [f"tests/checkers/{room}", *(f"rules/{rule}.toml" for rule in rules)]
    return [path for path in found if (ROOT / path).exists()]


def caught(mutant: Mutant, copy: Path) -> bool:
    place = copy / mutant.file.relative_to(ROOT)
    kept = place.read_bytes()
    place.write_bytes(mutant.source())
    try:
        command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests_of(mutant.file)]
        environment = {**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
        return bool(subprocess.run(command, cwd=copy, env=environment, capture_output=True, timeout=MAX_SECONDS).returncode)
    except subprocess.TimeoutExpired:
        return True
    finally:
        place.write_bytes(kept)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--room", help="only this folder of corpuslint/checkers")
    given = parser.parse_args()
    files = sorted(path for path in CHECKERS.glob(f"{given.room or '**'}/*.py") if path.name != "__init__.py")
    every = sorted({mutant for path in files if tests_of(path) for mutant in mutants(path)})
    drawn = random.Random(given.seed).sample(every, min(given.count, len(every)))
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".git", ".venv", "__pycache__", ".*_cache"))
        for mutant in drawn:
            found = caught(mutant, copy)
            missed += not found
            if not found:
                row = mutant.source().split(b"\n")[mutant.line - 1].decode().strip()
                print(f"missed  {mutant.file.relative_to(ROOT)}:{mutant.line}: {row}", flush=True)
    print(f"{len(drawn) - missed} of {len(drawn)} caught, of {len(every)} that can be changed")


if __name__ == "__main__":
    main()
