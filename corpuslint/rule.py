"""Rules: TOML cards with their parameters, lexicons and examples; loaded, checked, never executed."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from corpuslint.cache.compiled import compiled
from corpuslint.document import Document, Span
from corpuslint.errors import RuleFileError, UsageError, shown
from corpuslint.finding import NOTHING, EvidenceValue, Finding, Fix, Severity, excerpt, fingerprint
from corpuslint.lazy import regex

ParameterValue = str | int | float | bool | list[Any]
_MAX_QUOTED = 60
"""Code points of the document's text, or of its repair, in a message."""
_MAX_EVIDENCE = 240
"""Code points of anything else in a message: the longest path that an index takes stays whole."""
FORMER_CHECKERS = {
    "claims": "unverifiable-superlative", "duplicates": "near-duplicate", "encoding": "mojibake", "residue": "boilerplate",
    "spam": "embedded-spam",
}
"""Names that cards of one's own may still give: a checker has the name of its rule by now."""
_EXAMPLES = regex(r"^\[\[", re.MULTILINE)


class Entry(NamedTuple):
    """A lexicon entry; `tag` is what stands behind a tab, for a checker that wants classes of entries."""

    term: str
    tag: str


Lexicon = tuple[Entry, ...]


class Kind(NamedTuple):
    """A sub-type of a rule's findings: its message, its own severity where it differs, and the rules it leaves a place to."""

    message: str
    severity: Severity | None = None
    yields: tuple[str, ...] = ()


class Limits(NamedTuple):
    """What a number may be, both ends included."""

    minimum: float = float("-inf")
    maximum: float = float("inf")

    def problem(self, value: object) -> str:
        """What is wrong with a parameter's value; '' where nothing is. A list or a text has no limits."""
        if not isinstance(value, int | float) or isinstance(value, bool):
            return ""
        if value in (float("inf"), float("-inf")) or value != value:
            return f"which is no finite number{self}"
        return "" if self.minimum <= value <= self.maximum else f"wants a number{self}"

    def __str__(self) -> str:
        least, most = self.minimum > float("-inf"), self.maximum < float("inf")
        if least and most:
            return f" from {self.minimum:g} to {self.maximum:g}"
        return f", {self.minimum:g} or more" if least else f", {self.maximum:g} or less" if most else ""


class Example(NamedTuple):
    """A text that must be found (`bad`), must stay silent (`good`), or is a known miss or false alarm (`todo`)."""

    status: str
    text: str = ""
    finds: tuple[str, ...] | None = None
    kinds: tuple[str, ...] | None = None
    fixed: str | None = None
    why: str = ""
    meta: Mapping[str, str] = NOTHING
    documents: tuple[str, ...] = ()
    files: Mapping[str, str] = NOTHING


class Rule(NamedTuple):
    """One card of `rules/`. `kinds` maps a kind to its message template (`{match}` and evidence keys)."""

    id: str
    checker: str
    severity: Severity
    summary: str
    rationale: str
    kinds: Mapping[str, Kind]
    parameters: Mapping[str, ParameterValue] = NOTHING
    limits: Mapping[str, Limits] = NOTHING
    references: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    scan: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    path: Path = Path()

    def found(
        self, document: Document, kind: str, start: int, end: int, fix: Fix | None = None, **evidence: EvidenceValue
    ) -> Finding:
        """A finding of this rule at code points `start` to `end` of the document; (0, 0) is the whole of it."""
        span = Span(start, end)
        match = document.text[start:end]
        card = self.kinds.get(kind) or next(iter(self.kinds.values()))
        return Finding(
            rule=self.id, kind=kind, severity=card.severity or self.severity, path=document.path,
            record=document.record, start=document.position(start), end=document.position(end),
            message=card.message.format_map(_Shown(match=match, **evidence)), match=match, evidence=evidence, fix=fix,
            excerpt=excerpt(document, span), fingerprint=fingerprint(document, self.id, kind, span),
        )

    def lexicon(self, language: str, name: str = "terms") -> Lexicon:
        """The entries of `<rule>/<name>.<language>.txt` beside the card; empty if there is none."""
        return lexicon_of(self.path, language, name)

    def languages(self, name: str = "terms") -> frozenset[str]:
        """The languages that this lexicon exists in; a document in any other is passed over."""
        return frozenset(language for lexicon, language in lexicon_files(self.path) if lexicon == name)

    def files(self, name: str) -> list[Path]:
        """The files of this lexicon, one a language."""
        return [path for (lexicon, _), path in lexicon_files(self.path).items() if lexicon == name]

    def scanned_lexicons(self) -> Mapping[tuple[str, str], Path]:
        """The files of the lexicons that join the shared automaton, by (name, language)."""
        return {(name, language): path for (name, language), path in lexicon_files(self.path).items() if name in self.scan}

    def with_parameters(self, values: Mapping[str, Any]) -> Rule:
        """This rule with other parameters. Raises UsageError for an unknown name or a wrong type."""
        for name, value in values.items():
            if name not in self.parameters:
                raise UsageError(f"rule {self.id}: unknown parameter '{name}'{nearest(name, self.parameters)}")
            default = self.parameters[name]
            if type(value) is not type(default) and not (isinstance(default, float) and type(value) is int):
                wanted = type(default).__name__
                raise UsageError(f"rule {self.id}: parameter '{name}' wants {wanted}, not {value!r}")
            if problem := self.limits.get(name, Limits()).problem(value):
                raise UsageError(f"rule {self.id}: parameter '{name}' is {value!r}, {problem}")
        return self._replace(parameters={**self.parameters, **values})

    def with_severity(self, severity: Severity) -> Rule:
        """This rule with one severity for all its kinds: a person's word counts more than the card's."""
        kinds = {name: kind._replace(severity=None) for name, kind in self.kinds.items()}
        return self._replace(severity=severity, kinds=kinds)

    def examples(self) -> tuple[Example, ...]:
        """The examples of the card, in file order; raises RuleFileError."""
        tables = parse_toml(self.path, self.path.read_text("utf-8"))
        return tuple(
            _example(self.path, status, row) for status in ("bad", "good", "todo") for row in tables.get(status, [])
        )


class _Shown(dict[str, Any]):
    """What a message shows of the match and the evidence, cropped; nothing for a name that a checker left out."""

    def __getitem__(self, name: str) -> Any:
        value = self.get(name, "")
        if isinstance(value, list):
            value = ", ".join(map(str, value))
        return _cropped(value, _MAX_QUOTED if name in ("match", "repair") else _MAX_EVIDENCE) if isinstance(value, str) else value


def _cropped(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


@cache
def read_lexicon(path: Path) -> Lexicon:
    """Read one entry a line; `#` begins a comment line, a tab separates an entry from its tag."""
    return tuple(Entry(*line.partition("\t")[::2]) for line in lexicon_lines(path))


@cache
def lexicon_lines(path: Path) -> Sequence[str]:
    """The entries of a lexicon file as they stand there, each with its tag."""
    lines = path.read_text("utf-8").split("\n")  # universal newlines: no \r is left
    return [line for line in lines if line and line[0] != "#"]


def lexicon_of(card: Path, language: str, name: str) -> Lexicon:
    """The entries of one lexicon of a card; empty if there is none."""
    path = lexicon_files(card).get((name, language))
    return read_lexicon(path) if path else ()


@cache
def lexicon_files(card: Path) -> Mapping[tuple[str, str], Path]:
    """The lexicons that belong to a card, by name and language: `<card>/<name>.<language>.txt`.

    Cards of one's own may have them in `lexicons/` too, as `<card>.<language>.txt` (the name is `terms`) or
    `<card>.<name>.<language>.txt`.
    """
    if not card.name:
        return {}  # a rule that no file declares
    found, shared, own = {}, card.parent / "lexicons", card.with_suffix("")
    for folder, prefix in ((shared, f"{card.stem}."), (own, "")):
        for file in _names(folder):
            name, _, language = file.removeprefix(prefix).removesuffix(".txt").rpartition(".")
            if file.startswith(prefix) and (name or prefix):
                found[name or "terms", language] = folder / file
    return found


@cache
def _names(folder: Path) -> Sequence[str]:
    names = os.listdir(folder) if folder.is_dir() else ()  # noqa: PTH208 (names: a path for each of hundreds takes long)
    return sorted(name for name in names if name.endswith(".txt"))


def builtin_folder() -> Path:
    """The rules that ship with the package: inside the wheel, or beside the package in a checkout."""
    package = Path(__file__).parent
    shipped = package / "_rules"
    # Beside an installed package stands a stranger's `rules/`, if any: only our own checkout counts.
    return shipped if shipped.is_dir() or not (package.parent / "pyproject.toml").is_file() else package.parent / "rules"


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


def _read_card(path: Path, *, validate: bool) -> dict[str, Any]:
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RuleFileError(f"{shown(path)}: cannot be read: {error}") from None
    if validate:
        _validate(path, text)
    head = _EXAMPLES.search(text)
    return parse_toml(path, text[: head.start()] if head else text)


def _rule(path: Path, card: Mapping[str, Any]) -> Rule:
    return Rule(
        id=card["id"], checker=_checker(card), severity=Severity.parse(card["severity"]), summary=card["summary"],
        rationale=card["rationale"].strip(), kinds={name: _kind(kind) for name, kind in card["kinds"].items()},
        parameters=card.get("parameters", {}),
        limits={name: Limits(**limits) for name, limits in card.get("limits", {}).items()}, references=tuple(card.get("references", ())),
        aliases=tuple(card.get("aliases", ())), scan=tuple(card.get("scan", ())), terms=tuple(card.get("terms", ())),
        patterns=tuple(card.get("patterns", ())), path=path,
    )


def _checker(card: Mapping[str, Any]) -> str:
    """The name in the registry; an older name counts."""
    name: str = card["checker"]
    return FORMER_CHECKERS.get(name, name)


def parse_toml(path: Path, text: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line (\d+)", str(error))
        raise RuleFileError(f"{shown(path)}:{place[1] if place else 1}: not valid TOML: {error}") from None


def nearest(name: str, known: Sequence[str] | Mapping[str, Any]) -> str:
    """' (did you mean …?)', or '' where nothing is near."""
    from difflib import get_close_matches

    close = get_close_matches(name, list(known), 1)
    return f" (did you mean '{close[0]}'?)" if close else f" (known: {', '.join(sorted(known))})" if known else ""


def _kind(table: Mapping[str, Any]) -> Kind:
    severity = table.get("severity")
    return Kind(table["message"], Severity.parse(severity) if severity else None, tuple(table.get("yields", ())))


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

    card = parse_toml(path, text)
    for problem in problems("rule", card):
        raise RuleFileError(f"{shown(path)}:{_line_of(text, problem.path)}: {problem.message}")
    if card["id"] != path.stem:
        raise RuleFileError(f"{shown(path)}:{_line_of(text, ('id',))}: id '{card['id']}' must be the file's name, '{path.stem}'")
    _validate_checker(path, text, card)


def _validate_checker(path: Path, text: str, card: Mapping[str, Any]) -> None:
    """The checker must be one of the registry; messages, limits and patterns must be such that it can use them."""
    from corpuslint.checkers import CORPUS_CHECKERS, DOCUMENT_CHECKERS, INDEX_CHECKERS, evidence
    from corpuslint.checkers.existence import compile_pattern
    from corpuslint.suppress import UNUSED

    known = {*DOCUMENT_CHECKERS, *CORPUS_CHECKERS, *INDEX_CHECKERS, UNUSED}
    if (name := _checker(card)) not in known:
        raise RuleFileError(f"{shown(path)}:{_line_of(text, ('checker',))}: unknown checker '{name}'{nearest(name, sorted(known))}")
    for kind, table in card["kinds"].items():
        for problem in evidence.problems(table["message"], _checker(card), kind):
            raise RuleFileError(f"{shown(path)}:{_line_of(text, ('kinds', kind, 'message'))}: message of '{kind}': {problem}")
    _validate_parameters(path, text, card)
    for pattern in card.get("patterns", ()):
        if problem := compile_pattern(pattern).problem:
            raise RuleFileError(f"{shown(path)}:{_line_of(text, ('patterns',))}: pattern '{pattern}' cannot be used: {problem}")


def _validate_parameters(path: Path, text: str, card: Mapping[str, Any]) -> None:
    """Limits are those of a parameter that is a number, and its default keeps them."""
    parameters = card.get("parameters", {})
    for name in card.get("limits", {}):
        value = parameters.get(name)
        if not isinstance(value, int | float) or isinstance(value, bool):
            raise RuleFileError(f"{shown(path)}:{_line_of(text, ('limits', name))}: limits of '{name}', which is no parameter with a number")
    for name, value in parameters.items():
        if problem := Limits(**card.get("limits", {}).get(name, {})).problem(value):
            raise RuleFileError(f"{shown(path)}:{_line_of(text, ('parameters', name))}: parameter '{name}' is {value!r}, {problem}")


def _line_of(text: str, keys: Sequence[str | int]) -> int:
    """The line where the deepest named key of the path stands; 1 if it cannot be told."""
    at, line = 0, 1
    for key in keys:
        pattern = rf"^[ \t]*\[*(?:[\w.\"'-]+\.)?[\"']?{re.escape(str(key))}\b"
        if isinstance(key, str) and (m := re.compile(pattern, re.MULTILINE).search(text, at)):
            at, line = m.start(), text.count("\n", 0, m.start()) + 1
    return line


def lexicon_problems(path: Path) -> Iterator[str]:
    """What is wrong with a lexicon file: not NFC, unsorted, double, or without provenance in its header."""
    import unicodedata

    text = path.read_text("utf-8")
    lines = [line for line in text.split("\n") if line and not line.startswith("#")]
    if not text.startswith("#"):
        yield "has no provenance header"
    if unicodedata.normalize("NFC", text) != text:
        yield "is not NFC"
    if lines != sorted(lines):
        yield f"is not sorted at {next(b for a, b in zip(lines, sorted(lines), strict=True) if a != b)!r}"
    terms = [line.partition("\t")[0] for line in lines]
    if len(set(terms)) != len(terms):
        yield f"has {next(t for t in terms if terms.count(t) > 1)!r} twice"
