"""The rule book: which rules, with which parameters, hold for which document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from corpuslint.card import builtin_rules, load_folder
from corpuslint.checkers import CORPUS_CHECKERS
from corpuslint.config.settings import Config, Settings, check_rule_ids
from corpuslint.data import all_shared, receive_shared
from corpuslint.engine import RuleSet, Watch
from corpuslint.errors import UsageError, nearest, shown
from corpuslint.executors.bounds import Bounds
from corpuslint.rule import Rule
from corpuslint.version import __version__

Value = TypeVar("Value")


class Options(NamedTuple):
    """What one call asks for, beside its paths and the configuration. `jobs` 0: as many as there are cores."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    jobs: int = 1
    cache: bool = False
    changed_only: bool = False
    today: str = ""
    stdin_name: str | None = None
    watch: Watch | None = None
    """Told what the engine does; it does all in this process then, and asks no cache."""
    document_timeout: float | None = None
    document_memory: int | None = None
    """None: what the configuration says."""


DEFAULT = Options()


@dataclass(frozen=True, eq=False)
class RuleBook:
    """All known rules, and which of them apply to a document.

    A pickle of it holds the word lists, so that it finds the same where no card's folder is; every worker compiles its own.
    """

    cards: tuple[Rule, ...]
    config: Config
    options: Options = DEFAULT
    whole: bool = True
    """Whether corpus rules run too: they say nothing where a run covers a part."""

    def __call__(self, path: str) -> RuleSet:
        """The compiled rules for the document of this path."""
        return self._compiled(self.config.for_document(path)) if self.config.per_document else self.base

    @cached_property
    def base(self) -> RuleSet:
        """The rules where no per-document settings apply."""
        return self._compiled(self.config.settings)

    @property
    def bounds(self) -> Bounds:
        """What the check of one document may take."""
        asked, config = self.options, self.config
        return Bounds(
            config.document_timeout if asked.document_timeout is None else asked.document_timeout,
            config.document_memory if asked.document_memory is None else asked.document_memory,
        )

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The rule's id by each of its names."""
        return {name: rule.id for rule in self.cards for name in (rule.id, *rule.aliases)}

    @cached_property
    def _sets(self) -> dict[Settings, RuleSet]:
        return {}

    def _compiled(self, settings: Settings) -> RuleSet:
        if settings not in self._sets:
            self._sets[settings] = RuleSet(tuple(self._enabled(settings)), self.options.watch)
        return self._sets[settings]

    def _enabled(self, settings: Settings) -> Iterator[Rule]:
        """The rules under these settings."""
        wanted, severity = self._wanted(settings), self._by_id(dict(settings.severity))
        values = self._by_id(settings.parameters_by_rule())
        for rule in self.cards:
            if rule.id in wanted and (self.whole or rule.checker not in CORPUS_CHECKERS):
                rule = rule.with_parameters({**values.get(rule.id, {}), **self._today(rule)})
                yield rule.with_severity(severity[rule.id]) if rule.id in severity else rule

    def _wanted(self, settings: Settings) -> set[str]:
        """The ids of the rules that are asked for; `--select` and `--ignore` have the last word for every document."""
        asked = self.options
        chosen = self._ids(asked.select or settings.select) or set(self.names.values())
        return chosen - (self._ids(settings.ignore) - self._ids(asked.select)) - self._ids(asked.ignore)

    def _today(self, rule: Rule) -> dict[str, str]:
        return {"today": self.options.today} if self.options.today and "today" in rule.parameters else {}

    def _ids(self, names: Iterable[str]) -> set[str]:
        return {self.names[name] for name in names}

    def _by_id(self, values: Mapping[str, Value]) -> dict[str, Value]:
        return {self.names[name]: value for name, value in values.items()}

    def __getstate__(self) -> dict[str, object]:
        own = {"cards": self.cards, "config": self.config, "options": self.options, "whole": self.whole}
        return {**own, "version": __version__, "shared": dict(all_shared())}

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Raises UsageError where another version made the pickle: it would not find the same."""
        if (version := state.pop("version")) != __version__:
            raise UsageError(f"a rule book of corpuslint {version} cannot be used by {__version__}")
        receive_shared(state.pop("shared"))
        self.__dict__.update(state)


def rule_book(config: Config, options: Options = DEFAULT) -> RuleBook:
    """Load every rule card, the user's own too. Raises UsageError for a bad card, a word list that is missing or an unknown rule."""
    cards = list(builtin_rules())
    for folder in config.rule_folders:
        cards += map(_with_its_lists, load_folder(folder))
    known: dict[str, Rule] = {}
    for rule in cards:
        for name in (rule.id, *rule.aliases):
            if name in known:
                raise UsageError(f"{rule.path}: rule '{name}' is also defined in {known[name].path}")
            known[name] = rule
    check_rule_ids(config, known)
    for name in (*options.select, *options.ignore):
        if name not in known:
            raise UsageError(f"unknown rule '{name}'{nearest(name, known)}")
    if options.select and {known[name].id for name in options.select} <= {known[name].id for name in options.ignore}:
        raise UsageError("nothing was checked: --select and --ignore leave no rule")
    return RuleBook(tuple(sorted(cards, key=lambda rule: rule.id)), config, options)


def _with_its_lists(rule: Rule) -> Rule:
    """The rule, whose card names no list that is not there. Raises UsageError."""
    known = {name for name, _ in rule.lists}
    for name in rule.scan:
        if name not in known:
            missing = f"'{name}', which is not there: {rule.id}/{name}.LANGUAGE.txt{nearest(name, sorted(known))}"
            raise UsageError(f"{shown(rule.path)}: scan names the word list {missing}")
    return rule
