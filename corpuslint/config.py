"""The configuration: `corpuslint.toml`, or `[tool.corpuslint]` of pyproject.toml; the nearest one counts alone."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import reduce
from pathlib import Path
from typing import Any, NamedTuple

from corpuslint.config_file import ConfigFile, find, folder_of, git_root
from corpuslint.errors import UsageError
from corpuslint.files import absolute
from corpuslint.finding import NOTHING, Severity
from corpuslint.globs import matches
from corpuslint.rule import Rule, nearest
from corpuslint.suppress import Suppression
from corpuslint.toml_lines import KeyPath

_MAX_FILE = 20_000_000
_BASELINE = "corpuslint-baseline.json"
_INDEX = "seeds/INDEX.md"


class Settings(NamedTuple):
    """What may differ from document to document; hashable, so that a rule set is compiled once for each."""

    select: tuple[str, ...] = ()
    """Rule ids or aliases; none: all rules."""
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, Severity], ...] = ()
    """Sorted by rule."""
    parameters: str = "{}"
    """`{rule: {name: value}}` as JSON with sorted keys."""

    def parameters_by_rule(self) -> dict[str, dict[str, Any]]:
        parameters: dict[str, dict[str, Any]] = json.loads(self.parameters)
        return parameters

    def merged(self, other: Settings) -> Settings:
        """These settings with the other's `select` in place of their own, where it has one, and all else added."""
        parameters = self.parameters_by_rule()
        for rule, values in other.parameters_by_rule().items():
            parameters[rule] = {**parameters.get(rule, {}), **values}
        return Settings(
            other.select or self.select, (*self.ignore, *other.ignore),
            tuple(sorted({**dict(self.severity), **dict(other.severity)}.items())), _canonical(parameters),
        )


class PerDocument(NamedTuple):
    """A `[[per-document]]` table: globs, and what changes for the documents that they match."""

    paths: tuple[str, ...]
    settings: Settings


class IndexSettings(NamedTuple):
    path: Path
    required: tuple[str, ...] = ()
    defaults: Mapping[str, str] = NOTHING


@dataclass(frozen=True)
class Config:
    """All settings of a run. Paths are absolute; `root` is what documents' printed paths are relative to."""

    root: Path
    file: ConfigFile | None = field(repr=False, compare=False)
    settings: Settings
    fail_on: Severity | None
    rule_folders: tuple[Path, ...]
    baseline: Path
    index: IndexSettings
    per_document: tuple[PerDocument, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    max_file_size: int = _MAX_FILE
    """In bytes."""
    jsonl_id: str = "id"
    jsonl_text: str = "text"
    jsonl_meta: str = "meta"

    @property
    def path(self) -> Path | None:
        """The file that the settings come from."""
        return self.file and self.file.path

    def for_document(self, path: str) -> Settings:
        """The settings of a document by its printed path: those of every matching table, merged in file order."""
        tables = [each.settings for each in self.per_document if any(matches(glob, path) for glob in each.paths)]
        return reduce(Settings.merged, tables, self.settings)

    def relative(self, path: Path) -> str:
        """What a file is called in every output: relative to the root, with `/`."""
        whole, root = absolute(path), self.root
        if not whole.is_relative_to(root):
            whole, root = Path(os.path.realpath(whole.parent)) / whole.name, Path(os.path.realpath(root))
        try:
            return Path(os.path.relpath(whole, root)).as_posix()
        except ValueError:  # another drive
            return whole.name


def load_config(start: Path, explicit: Path | None = None) -> Config:
    """The configuration for work in `start` (a folder or a file): the nearest file, else the defaults.

    Looked for from `start` up to the git root. Raises UsageError (`path:line: …`).
    """
    file = find(start, explicit)
    if file is None:
        return _build({}, git_root(start) or folder_of(start))
    _validate(file)
    return _build(file.table, file.path.parent, file)


def check_rule_ids(config: Config, known: Mapping[str, Rule]) -> None:
    """See that every rule and parameter the configuration names exists. Raises UsageError (`path:line: …`)."""
    file = config.file
    if file is None:
        return
    for keys, name, values in _mentions(file.table):
        if name not in known:
            table = keys[: keys.index(name) + 1] if name in keys else keys
            raise file.error(table, f"unknown rule '{name}'{nearest(name, known)}")
        try:
            known[name].with_parameters(values)
        except UsageError as error:
            raise file.error(keys, str(error)) from None


def _mentions(table: Mapping[str, Any]) -> Iterator[tuple[KeyPath, str, Mapping[str, Any]]]:
    """Where a rule is named: keys, name, and the parameters given there."""
    for key in ("select", "ignore", "severity"):
        for name in table.get(key, ()):
            yield ((key, name) if key == "severity" else (key,)), name, {}
    for name, values in table.get("rules", {}).items():
        for parameter, value in values.items() or [(None, None)]:
            yield ("rules", name, parameter or ""), name, {} if parameter is None else {parameter: value}
    for number, suppression in enumerate(table.get("suppress", ())):
        yield ("suppress", number, "rule"), suppression["rule"], {}
    for number, nested in enumerate(table.get("per-document", ())):
        for keys, name, values in _mentions(nested):
            yield ("per-document", number, *keys), name, values


def _validate(file: ConfigFile) -> None:
    from corpuslint.schemas import problems
    from corpuslint.schemas.formats import FORMATS

    for problem in problems("config", file.table):
        raise file.error(problem.path, problem.message)
    defaults = {"path": "-", **file.table.get("index", {}).get("defaults", {})}
    for problem in problems("index-row", defaults, FORMATS):
        raise file.error(("index", "defaults", *problem.path), problem.message)
    for folder in file.table.get("rule-folders", ()):
        if not (file.path.parent / folder).is_dir():
            raise file.error(("rule-folders",), f"rule folder '{folder}' does not exist")


def _build(table: Mapping[str, Any], root: Path, file: ConfigFile | None = None) -> Config:
    index, jsonl, fail_on = table.get("index", {}), table.get("jsonl", {}), table.get("fail-on", "warning")
    return Config(
        root=root,
        file=file,
        settings=_settings(table),
        fail_on=None if fail_on == "never" else Severity.parse(fail_on),
        rule_folders=tuple(root / folder for folder in table.get("rule-folders", ())),
        baseline=root / table.get("baseline", _BASELINE),
        index=IndexSettings(root / index.get("path", _INDEX), tuple(index.get("required", ())), index.get("defaults", {})),
        per_document=tuple(PerDocument(tuple(t["paths"]), _settings(t)) for t in table.get("per-document", ())),
        suppressions=tuple(
            Suppression(t["rule"], t["document"], t.get("match"), t["reason"], file.line("suppress", n) if file else 1)
            for n, t in enumerate(table.get("suppress", ()))
        ),
        max_file_size=int(table.get("max-file-size", _MAX_FILE)),
        **{f"jsonl_{key}": name for key, name in jsonl.items()},
    )


def _settings(table: Mapping[str, Any]) -> Settings:
    severity = sorted((rule, Severity.parse(name)) for rule, name in table.get("severity", {}).items())
    rules = _canonical(table.get("rules", {}))
    return Settings(tuple(table.get("select", ())), tuple(table.get("ignore", ())), tuple(severity), rules)


def _canonical(parameters: Mapping[str, Any]) -> str:
    return json.dumps(parameters, sort_keys=True)
