"""The rule book: which rules, with which parameters, hold for which document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from corpuslint.card import builtin_rules, load_folder
from corpuslint.checkers import CORPUS_CHECKERS
from corpuslint.config.settings import Config, Settings, check_rule_ids, named
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
    preview: bool | None = None
    """Whether kinds in preview are on, for every document; None: what the configuration says."""


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
        """The rules under these settings, each with the kinds that are on; one without any is left out."""
        wanted, severity = self.chosen(settings), self._by_id(dict(settings.severity))
        values = self._by_id(settings.parameters_by_rule())
        for rule in self.cards:
            if rule.id in wanted and (self.whole or rule.checker not in CORPUS_CHECKERS):
                rule = rule.with_parameters({**values.get(rule.id, {}), **self._today(rule)}).with_kinds(wanted[rule.id])
                yield rule.with_severity(severity[rule.id]) if rule.id in severity else rule

    def chosen(self, settings: Settings) -> dict[str, set[str]]:
        """The kinds that are on, by rule; `--select` and `--ignore` have the last word for every document.

        A rule's name stands for its kinds that are not in preview (all of them, where preview is on); to leave out, for all. What
        the configuration leaves out comes back where `--select` names it just so, or names it by its kind.
        """
        asked = self.options
        preview = self.preview(settings)
        left_out = {*self._kinds(settings.ignore, preview=True)} - {
            *self._kinds(set(asked.select) - self._in_part(settings.ignore), preview=True)
        }
        chosen: dict[str, set[str]] = {}
        for rule, kind in self._kinds(asked.select or settings.select or [rule.id for rule in self.cards], preview=preview):
            chosen.setdefault(rule, set()).add(kind)
        for rule, kind in left_out.union(self._kinds(asked.ignore, preview=True)):
            chosen.get(rule, set()).discard(kind)
        return {rule: kinds for rule, kinds in chosen.items() if kinds}

    def preview(self, settings: Settings) -> bool:
        """Whether kinds in preview are on."""
        return bool(settings.preview if self.options.preview is None else self.options.preview)

    def _kinds(self, names: Iterable[str], *, preview: bool) -> Iterator[tuple[str, str]]:
        """Rule and kind of all that these names stand for."""
        for name in names:
            rule_name, colon, kind = name.partition(":")
            rule = self._rules[self.names[rule_name]]
            yield from ((rule.id, k) for k, card in rule.kinds.items() if k == kind or (not colon and (preview or not card.preview)))

    def _in_part(self, ignored: Iterable[str]) -> set[str]:
        """The names of rules of which only a kind is left out: `--select` of the whole rule does not bring that back."""
        return {
            name for each in ignored if ":" in each for name, rule in self.names.items() if rule == self.names[each.partition(":")[0]]
        }.difference(ignored)

    @cached_property
    def _rules(self) -> dict[str, Rule]:
        return {rule.id: rule for rule in self.cards}

    def _today(self, rule: Rule) -> dict[str, str]:
        return {"today": self.options.today} if self.options.today and "today" in rule.parameters else {}

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
        named(name, known)
    book = RuleBook(tuple(sorted(cards, key=lambda rule: rule.id)), config, options)
    _see_that_something_runs(book, known)
    return book


def _see_that_something_runs(book: RuleBook, known: Mapping[str, Rule]) -> None:
    """Raises UsageError where nothing is left to run, or a rule was named that only has kinds in preview, and preview is off."""
    asked, settings = book.options, book.config.settings
    chosen = book.chosen(settings)
    for name in () if book.preview(settings) else asked.select or settings.select:
        rule = known[name.partition(":")[0]]
        if ":" not in name and all(kind.preview for kind in rule.kinds.values()) and rule.id not in chosen:
            first = next(iter(rule.kinds))
            raise UsageError(
                f"nothing of rule '{name}' would be checked: it is in preview. --preview (or `preview = true`) turns it on, "
                f"and --select {name}:{first} one kind of it"
            )
    if asked.select and not chosen:
        raise UsageError("nothing was checked: --select and --ignore leave no rule")


def _with_its_lists(rule: Rule) -> Rule:
    """The rule, whose card names no list that is not there. Raises UsageError."""
    known = {name for name, _ in rule.lists}
    for name in rule.scan:
        if name not in known:
            missing = f"'{name}', which is not there: {rule.id}/{name}.LANGUAGE.txt{nearest(name, sorted(known))}"
            raise UsageError(f"{shown(rule.path)}: scan names the word list {missing}")
    return rule
