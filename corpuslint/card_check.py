"""What is wrong with a card that can be read: its examples and its word lists. `rules check` and pytest both ask here."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from corpuslint.card import examples_of, line_of
from corpuslint.checkers import CORPUS_CHECKERS, DOCUMENT_CHECKERS
from corpuslint.data import all_shared, beside, builtin_folder
from corpuslint.errors import shown
from corpuslint.examples import problems, run
from corpuslint.rule import Example, Rule


class Problem(NamedTuple):
    """A place in a card or a word list, and what to do there."""

    path: Path
    line: int
    message: str

    def __str__(self) -> str:
        return f"{shown(self.path)}:{self.line}: {self.message}"


_LEAST = {"bad": 1, "good": 1}
"""Examples that a card of one's own needs: what it finds, and what it leaves alone."""
_LEAST_OF_OURS = {"bad": 5, "good": 8}


def card_problems(rule: Rule) -> Iterator[Problem]:
    """What is wrong with the card as a whole; `example_problems` says what is wrong with one example."""
    examples = examples_of(rule)
    yield from _too_few(rule, examples)
    yield from _without_reason(rule, examples)
    yield from _doubled(rule, examples)
    yield from _never_shown(rule, examples)
    yield from _unread_lists(rule)
    for path in sorted(rule.lists.paths):
        yield from list_problems(path)


def example_problems(rule: Rule, example: Example) -> list[str]:
    """What the rule does otherwise than the example says; a known failure (`todo`) must still be one."""
    try:
        found = list(problems(rule, example))
    except RuntimeError as error:
        return [f"cannot be run: {error}"]
    if example.status == "todo":
        return [] if found else ["is no longer a known failure: move it to [[bad]] or [[good]]"]
    return found


def numbered(examples: Iterable[Example]) -> Iterator[tuple[str, Example]]:
    """Each example with its name, `bad-0`: a node id of pytest."""
    counts: Counter[str] = Counter()
    for example in examples:
        yield f"{example.status}-{counts[example.status]}", example
        counts[example.status] += 1


def _is_ours(rule: Rule) -> bool:
    return rule.path.parent.resolve() == builtin_folder().resolve()


def _too_few(rule: Rule, examples: tuple[Example, ...]) -> Iterator[Problem]:
    for status, least in (_LEAST_OF_OURS if _is_ours(rule) else _LEAST).items():
        count = sum(example.status == status for example in examples)
        if count < least:
            what = "is found" if status == "bad" else "is right and stays silent"
            yield Problem(rule.path, 1, f"{count} examples [[{status}]], at least {least} wanted: add what {what}")


def _without_reason(rule: Rule, examples: tuple[Example, ...]) -> Iterator[Problem]:
    for name, example in numbered(examples):
        if example.status == "todo" and (not example.why or example.finds is None):
            yield Problem(rule.path, example.line, f"{name}: a known failure says what should be found (`finds`) and why it is not (`why`)")
        elif example.status == "good" and not example.why and _is_ours(rule):
            yield Problem(rule.path, example.line, f"{name}: say in `why` what makes it right")


def _doubled(rule: Rule, examples: tuple[Example, ...]) -> Iterator[Problem]:
    first: dict[object, str] = {}
    for name, example in numbered(examples):
        key = example.text, example.documents, tuple(example.files.items()), tuple(example.meta.items())
        if key in first:
            yield Problem(rule.path, example.line, f"{name}: the same example as {first[key]}: remove one")
        first.setdefault(key, name)


def _never_shown(rule: Rule, examples: tuple[Example, ...]) -> Iterator[Problem]:
    """Kinds that no `bad` example has; one that a parameter of its name switches off needs none."""
    if rule.checker not in {**DOCUMENT_CHECKERS, **CORPUS_CHECKERS}:
        return
    try:
        seen = {finding.kind for example in examples if example.status == "bad" for finding in run(rule, example)}
    except RuntimeError:  # told of the example
        return
    if _is_ours(rule) and (unknown := sorted(seen - {*rule.kinds})):
        yield Problem(rule.path, 1, f"the checker gives the kind '{unknown[0]}', which is not in [kinds]: add it, or correct its name in the code")
    for kind in rule.kinds:
        if kind not in seen and rule.parameters.get(kind) is not False:
            line = line_of(rule.path.read_text("utf-8"), ("kinds", kind))
            yield Problem(rule.path, line, f"no [[bad]] example is of kind '{kind}': add one, or remove the kind")


def _unread_lists(rule: Rule) -> Iterator[Problem]:
    """Of a card that needs no code: what `scan` does not name is never read, and what it names is a list."""
    names = {name for name, _ in rule.lists}
    line = line_of(rule.path.read_text("utf-8"), ("scan",)) if rule.scan else 1
    if rule.checker == "existence":
        for name in sorted(names - {*rule.scan}):
            yield Problem(rule.path, line, f"the word list '{name}' is read by nothing: add it to `scan`")
    for name in rule.scan:
        if name not in names:
            yield Problem(rule.path, line, f"`scan` names '{name}', and there is no such word list beside the card")


def folder_problems(folder: Path) -> Iterator[Problem]:
    """Word lists below a folder of cards that nothing reads, and what is wrong with those that cards of ours share."""
    read = {path for card in folder.glob("*.toml") for path in beside(card).paths}
    if folder.resolve() == builtin_folder().resolve():
        common = {path for lists in all_shared().values() for path in lists.paths}
        read |= common
        for path in sorted(common):
            yield from list_problems(path)
    for path in sorted({*folder.glob("*/*.txt")} - read):
        yield Problem(path, 1, "belongs to no card: a card `x.toml` reads `x/NAME.LANGUAGE.txt` beside it")


def list_problems(path: Path) -> Iterator[Problem]:
    """What is wrong with a word list: no source in its header, entries not NFC, out of order or double; a table is no list."""
    if path.suffix != ".txt" or "." not in path.stem:
        return
    lines = path.read_text("utf-8").split("\n")
    if not lines[0].startswith("#"):
        yield Problem(path, 1, "no header: say in a comment line (#) where the entries are from")
    entries = [(number, line) for number, line in enumerate(lines, 1) if line and not line.startswith("#")]
    for number, line in entries:
        if (wanted := unicodedata.normalize("NFC", line)) != line:
            yield Problem(path, number, f"{line!r} is not in Unicode's form NFC: write {wanted!r}")
    before, seen = "", dict[str, int]()
    for number, line in entries:
        term = line.partition("\t")[0]
        if term in seen:
            yield Problem(path, number, f"{term!r} stands in line {seen[term]} already: remove one")
        elif line < before:
            yield Problem(path, number, f"{line!r} is out of order: it belongs above {before!r} (by code point, as `LC_ALL=C sort` does)")
        seen.setdefault(term, number)
        before = max(before, line)
