"""Cards: TOML files that declare a rule, with examples; loaded, checked, never executed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import repeat
from pathlib import Path
from typing import Any

from corpuslint.baseline import UNUSED
from corpuslint.cache.compiled import compiled
from corpuslint.checkers import CORPUS_CHECKERS, DOCUMENT_CHECKERS, INDEX_CHECKERS
from corpuslint.data import beside, builtin_folder
from corpuslint.errors import RuleFileError, nearest, shown
from corpuslint.finding import Severity
from corpuslint.lazy import regex
from corpuslint.rule import Example, Kind, Limits, Rule

FORMER_CHECKERS = {
    "claims": "unverifiable-superlative", "duplicates": "near-duplicate", "encoding": "mojibake", "residue": "boilerplate",
    "spam": "embedded-spam",
}
"""Names that cards of one's own may still give: a checker has the name of its rule by now."""
_EXAMPLES = regex(r"^\[\[", re.MULTILINE)


def load_folder(folder: Path) -> list[Rule]:
    """All cards of a folder, sorted by id. Raises RuleFileError (`path:line: …`)."""
    return [load_rule(path) for path in sorted(folder.glob("*.toml"))]


@cache
def builtin_rules() -> tuple[Rule, ...]:
    """The cards that ship with the package: they are checked by its tests, not at every start."""
    paths = sorted(builtin_folder().glob("*.toml"))

    def read() -> list[dict[str, Any]]:
        return [_read_card(path, validate=False) for path in paths]

    return tuple(_rule(path, card) for path, card in zip(paths, compiled("cards", paths, read, (dict,) * len(paths)), strict=True))


def builtin_rule(rule_id: str) -> Rule:
    return next(rule for rule in builtin_rules() if rule.id == rule_id)


def load_rule(path: Path) -> Rule:
    """Read one card; the examples behind it are parsed only when they are asked for."""
    return _rule(path, _read_card(path, validate=True))


def examples_of(rule: Rule) -> tuple[Example, ...]:
    """The examples of the rule's card, in file order; raises RuleFileError."""
    text = rule.path.read_text("utf-8")
    tables = _parse(rule.path, text)
    return tuple(
        _example(rule.path, status, row)._replace(line=line)
        for status in ("bad", "good", "todo")
        for row, line in zip(tables.get(status, []), _lines_of(text, status), strict=False)
    )


def _lines_of(text: str, status: str) -> Iterator[int]:
    """The lines where the examples of a status begin; line 1 for what cannot be told."""
    for header in re.compile(rf"^[ \t]*\[\[[ \t]*{status}[ \t]*\]\]", re.MULTILINE).finditer(text):
        yield text.count("\n", 0, header.start()) + 1
    yield from repeat(1)


def _read_card(path: Path, *, validate: bool) -> dict[str, Any]:
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RuleFileError(f"{shown(path)}: cannot be read: {error}") from None
    if validate:
        _validate(path, text)
    head = _EXAMPLES.search(text)
    return _parse(path, text[: head.start()] if head else text)


def _rule(path: Path, card: Mapping[str, Any]) -> Rule:
    return Rule(
        id=card["id"], checker=_checker(card), severity=Severity.parse(card["severity"]), summary=card["summary"],
        rationale=card["rationale"].strip(), kinds={name: _kind(kind) for name, kind in card["kinds"].items()},
        parameters=card.get("parameters", {}),
        limits={name: Limits(**limits) for name, limits in card.get("limits", {}).items()}, references=tuple(card.get("references", ())),
        aliases=tuple(card.get("aliases", ())), scan=tuple(card.get("scan", ())), terms=tuple(card.get("terms", ())),
        patterns=tuple(card.get("patterns", ())), path=path, lists=beside(path),
    )


def _checker(card: Mapping[str, Any]) -> str:
    """The name in the registry; an older name counts."""
    name: str = card["checker"]
    return FORMER_CHECKERS.get(name, name)


def _parse(path: Path, text: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line (\d+)", str(error))
        raise RuleFileError(f"{shown(path)}:{place[1] if place else 1}: not valid TOML: {error}") from None


def _kind(table: Mapping[str, Any]) -> Kind:
    severity = table.get("severity")
    return Kind(table["message"], Severity.parse(severity) if severity else None, tuple(table.get("yields", ())), table.get("preview", False))


def _example(path: Path, status: str, row: Mapping[str, Any]) -> Example:
    known = {"text", "finds", "kinds", "fixed", "why", "meta", "documents", "files"}
    if unknown := sorted(set(row) - known):
        raise RuleFileError(f"{shown(path)}: unknown key '{unknown[0]}' in [[{status}]]{nearest(unknown[0], sorted(known))}")
    finds, kinds = row.get("finds"), row.get("kinds")
    return Example(
        status, row.get("text", ""), None if finds is None else tuple(finds), None if kinds is None else tuple(kinds),
        row.get("fixed"), row.get("why", ""), row.get("meta", {}), tuple(row.get("documents", ())), row.get("files", {}),
    )


def _validate(path: Path, text: str) -> None:
    from corpuslint.schemas import problems

    card = _parse(path, text)
    for problem in problems("rule", card):
        raise RuleFileError(f"{shown(path)}:{line_of(text, problem.path)}: {problem.message}")
    if card["id"] != path.stem:
        raise RuleFileError(f"{shown(path)}:{line_of(text, ('id',))}: id '{card['id']}' must be the file's name, '{path.stem}'")
    _validate_checker(path, text, card)


def _validate_checker(path: Path, text: str, card: Mapping[str, Any]) -> None:
    """The checker must be one of the registry; messages, limits and patterns must be such that it can use them."""
    from corpuslint.checkers import evidence
    from corpuslint.checkers.existence import compile_pattern

    known = {*DOCUMENT_CHECKERS, *CORPUS_CHECKERS, *INDEX_CHECKERS, UNUSED}
    if (name := _checker(card)) not in known:
        raise RuleFileError(f"{shown(path)}:{line_of(text, ('checker',))}: unknown checker '{name}'{nearest(name, sorted(known))}")
    for kind, table in card["kinds"].items():
        for problem in evidence.message_problems(table["message"], _checker(card), kind):
            raise RuleFileError(f"{shown(path)}:{line_of(text, ('kinds', kind, 'message'))}: message of '{kind}': {problem}")
    _validate_parameters(path, text, card)
    for pattern in card.get("patterns", ()):
        if problem := compile_pattern(pattern).problem:
            raise RuleFileError(f"{shown(path)}:{line_of(text, ('patterns',))}: pattern '{pattern}' cannot be used: {problem}")


def _validate_parameters(path: Path, text: str, card: Mapping[str, Any]) -> None:
    """Limits are those of a parameter that is a number, and its default keeps them."""
    parameters = card.get("parameters", {})
    for name in card.get("limits", {}):
        value = parameters.get(name)
        if not isinstance(value, int | float) or isinstance(value, bool):
            raise RuleFileError(f"{shown(path)}:{line_of(text, ('limits', name))}: limits of '{name}', which is no parameter with a number")
    for name, value in parameters.items():
        if problem := Limits(**card.get("limits", {}).get(name, {})).problem(value):
            raise RuleFileError(f"{shown(path)}:{line_of(text, ('parameters', name))}: parameter '{name}' is {value!r}, {problem}")


def line_of(text: str, keys: Sequence[str | int]) -> int:
    """The line where the deepest named key of the path stands; 1 if it cannot be told."""
    at, line = 0, 1
    for key in keys:
        pattern = rf"^[ \t]*\[*(?:[\w.\"'-]+\.)?[\"']?{re.escape(str(key))}\b"
        if isinstance(key, str) and (m := re.compile(pattern, re.MULTILINE).search(text, at)):
            at, line = m.start(), text.count("\n", 0, m.start()) + 1
    return line
