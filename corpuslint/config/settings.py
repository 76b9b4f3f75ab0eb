"""The configuration: `corpuslint.toml`, or `[tool.corpuslint]` of pyproject.toml; the nearest one counts alone.

What it names lies in its folder, or in the project where it was itself named (`--config`).
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import reduce
from pathlib import Path
from typing import Any, NamedTuple

from corpuslint.config.file import ConfigFile, Found, find, folder_of, git_root, read
from corpuslint.config.suppression import Suppression
from corpuslint.config.toml_lines import KeyPath
from corpuslint.errors import UsageError, nearest, shown
from corpuslint.finding import NOTHING, Severity
from corpuslint.globs import matches
from corpuslint.inputs.files import absolute, name_of, text_of
from corpuslint.readers import MAX_EXPANSION
from corpuslint.rule import Rule

_MAX_FILE = 20_000_000
_TIMEOUT = 60.0
"""Seconds: the slowest documents known take a few; above it something is wrong, and the whole corpus waits."""
_BASELINE = "corpuslint-baseline.json"
_INDEX = "seeds/INDEX.md"


class Settings(NamedTuple):
    """What may differ from document to document; hashable, so that a rule set is compiled once for each."""

    select: tuple[str, ...] = ()
    """Rule ids or aliases, `RULE:KIND` for one kind; none: all rules."""
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, Severity], ...] = ()
    """Sorted by rule."""
    parameters: str = "{}"
    """`{rule: {name: value}}` as JSON with sorted keys."""
    preview: bool | None = False
    """Whether kinds in preview are on; None: as it is around these settings."""

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
            self.preview if other.preview is None else other.preview,
        )


class PerDocument(NamedTuple):
    """A `[[per-document]]` table: globs, and what changes for the documents that they match."""

    paths: tuple[str, ...]
    settings: Settings


class IndexSettings(NamedTuple):
    """`named` is the configuration that names the path; None for the default."""

    path: Path
    required: tuple[str, ...] = ()
    defaults: Mapping[str, str] = NOTHING
    named: ConfigFile | None = None


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
    exclude: tuple[str, ...] = ()
    """Patterns as in a .gitignore, relative to the root."""
    force_exclude: bool = False
    """Whether they hold for files that are named one by one, too."""
    max_file_size: int = _MAX_FILE
    """In bytes; of record files, for each record."""
    max_expansion: int = MAX_EXPANSION
    """How many times its size on disk an archive may hold."""
    document_timeout: float = _TIMEOUT
    document_memory: int = 0
    """In megabytes; of both, 0 is no bound."""
    jsonl_id: str = "id"
    jsonl_text: str = "text"
    jsonl_meta: str = "meta"
    note: str = ""
    """What a person should know of how the configuration was found."""

    @property
    def path(self) -> Path | None:
        """The file that the settings come from."""
        return self.file and self.file.path

    def for_document(self, path: str) -> Settings:
        """The settings of a document by its printed path: those of every matching table, merged in file order."""
        tables = [each.settings for each in self.per_document if any(matches(glob, path) for glob in each.paths)]
        return reduce(Settings.merged, tables, self.settings)

    def excluding(self, patterns: Sequence[str], *, force: bool) -> Config:
        """With patterns of a command line added."""
        return replace(self, exclude=(*self.exclude, *patterns), force_exclude=force) if patterns or force else self

    def no_index(self) -> UsageError:
        """What to say where the index is wanted and is not there."""
        place = self.relative(self.index.path)
        if self.index.named:
            message = f"no index at {place}: correct 'index.path', or make one with `corpuslint index init`"
            return self.index.named.error(("index", "path"), message)
        return UsageError(f"no path given, and no index at {place}: name files, or make one with `corpuslint index init`")

    def relative(self, path: Path) -> str:
        """What a file is called in every output: relative to the root, with `/`."""
        whole, root = absolute(path), self.root
        if not whole.is_relative_to(root):
            whole, root = Path(os.path.realpath(whole.parent)) / whole.name, Path(os.path.realpath(root))
        try:
            return text_of(Path(os.path.relpath(whole, root)).as_posix())
        except ValueError:  # another drive
            return whole.name


def load_config(start: Path, explicit: Path | None = None) -> Config:
    """The configuration for work in `start` (a folder or a file): the nearest file, else the defaults.

    Looked for from `start` up to the git root. An explicit file is used in place of that, for the project in which
    `start` lies: its paths are relative to the git root (else to `start`) and may leave it, and the index is the one
    that would be used without it, unless it names another. Raises UsageError (`path:line: …`).
    """
    project = git_root(start) or folder_of(start)
    if explicit is None:
        file, note = find(start)
        if file is None:
            return replace(_build({}, project), note=note)
        _validate(file, file.path.parent)
        _keep_inside(file)
        return replace(_build(file.table, file.path.parent, file), note=note)
    file, own = read(explicit), Found()
    with suppress(UsageError):  # whatever is wrong with the project's own is not asked for
        own = find(start)
    if own.file and own.file.path == file.path:
        project = file.path.parent
    _validate(file, project)
    config = _build(file.table, project, file)
    return config if config.index.named or own.file is None else replace(config, index=_index_of(own.file, config))


def _index_of(own: ConfigFile, config: Config) -> IndexSettings:
    """The index of the project's own configuration, in place of the default."""
    index = own.table.get("index", {})
    path = index.get("path", _INDEX) if isinstance(index, dict) else _INDEX
    if not isinstance(path, str) or not _is_inside(own.path.parent / name_of(path), own.path.parent):
        return config.index
    named = own if isinstance(index, dict) and "path" in index else None
    return config.index._replace(path=own.path.parent / name_of(path), named=named)


def check_rule_ids(config: Config, known: Mapping[str, Rule]) -> None:
    """See that every rule and parameter the configuration names exists. Raises UsageError (`path:line: …`)."""
    file = config.file
    if file is None:
        return
    for keys, name, values in _mentions(file.table):
        try:
            named(name, known, with_kind=keys[-1] in ("select", "ignore")).with_parameters(values)
        except UnknownRule as error:
            raise file.error(keys[: keys.index(name) + 1] if name in keys else keys, str(error)) from None
        except UsageError as error:
            raise file.error(keys, str(error)) from None


class UnknownRule(UsageError):  # noqa: N818 (named for what is wrong)
    """A name that is no rule's, or no kind's of its rule."""


def named(name: str, known: Mapping[str, Rule], *, with_kind: bool = True) -> Rule:
    """The rule of a name, which may be `RULE:KIND`. Raises UnknownRule."""
    rule_name, colon, kind = name.partition(":") if with_kind else (name, "", "")
    if rule_name not in known:
        raise UnknownRule(f"unknown rule '{rule_name}'{nearest(rule_name, known)}")
    if colon and kind not in known[rule_name].kinds:
        raise UnknownRule(f"rule {rule_name} has no kind '{kind}'{nearest(kind, known[rule_name].kinds)}")
    return known[rule_name]


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


def _keep_inside(file: ConfigFile) -> None:
    """See that a configuration that was found names nothing outside of its project, by links neither."""
    table = file.table
    index = [(("index", "path"), table["index"]["path"])] if "path" in table.get("index", {}) else []
    baseline = [(("baseline",), table["baseline"])] if "baseline" in table else []
    folders = [(("rule-folders",), folder) for folder in table.get("rule-folders", ())]
    for keys, name in (*index, *baseline, *folders):
        if not _is_inside(file.path.parent / name_of(name), file.path.parent):
            raise file.error(keys, (
                f"'{'.'.join(keys)}' names {name!r}, which leaves the project; "
                f"`--config {shown(file.path)}` allows it"
            ))


def _is_inside(path: Path, folder: Path) -> bool:
    try:
        return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(git_root(folder) or folder))
    except ValueError:  # a NUL, which no path has
        return False


def _validate(file: ConfigFile, root: Path) -> None:
    from corpuslint.schemas import problems
    from corpuslint.schemas.formats import FORMATS

    for problem in problems("config", file.table):
        raise file.error(problem.path, problem.message)
    defaults = {"path": "-", **file.table.get("index", {}).get("defaults", {})}
    for problem in problems("index-row", defaults, FORMATS):
        raise file.error(("index", "defaults", *problem.path), problem.message)
    for folder in file.table.get("rule-folders", ()):
        if not (root / name_of(folder)).is_dir():
            raise file.error(("rule-folders",), f"rule folder '{folder}' does not exist")


def _build(table: Mapping[str, Any], root: Path, file: ConfigFile | None = None) -> Config:
    index, jsonl, fail_on = table.get("index", {}), table.get("jsonl", {}), table.get("fail-on", "warning")
    return Config(
        root=root,
        file=file,
        settings=Settings().merged(_settings(table)),
        fail_on=None if fail_on == "never" else Severity.parse(fail_on),
        rule_folders=tuple(root / name_of(folder) for folder in table.get("rule-folders", ())),
        baseline=root / name_of(table.get("baseline", _BASELINE)),
        index=IndexSettings(
            root / name_of(index.get("path", _INDEX)), tuple(index.get("required", ())), index.get("defaults", {}),
            file if "path" in index else None,
        ),
        exclude=tuple(table.get("exclude", ())),
        per_document=tuple(PerDocument(tuple(t["paths"]), _settings(t)) for t in table.get("per-document", ())),
        suppressions=tuple(
            Suppression(t["rule"], t["document"], t.get("match"), t["reason"], file.line("suppress", n) if file else 1)
            for n, t in enumerate(table.get("suppress", ()))
        ),
        max_file_size=int(table.get("max-file-size", _MAX_FILE)),
        max_expansion=int(table.get("max-expansion", MAX_EXPANSION)),
        document_timeout=float(table.get("document-timeout", _TIMEOUT)),
        document_memory=int(table.get("document-memory", 0)),
        **{f"jsonl_{key}": name for key, name in jsonl.items()},
    )


def _settings(table: Mapping[str, Any]) -> Settings:
    severity = sorted((rule, Severity.parse(name)) for rule, name in table.get("severity", {}).items())
    rules = _canonical(table.get("rules", {}))
    return Settings(
        tuple(table.get("select", ())), tuple(table.get("ignore", ())), tuple(severity), rules, table.get("preview"),  # None: as it is around them
    )


def _canonical(parameters: Mapping[str, Any]) -> str:
    return json.dumps(parameters, sort_keys=True)
