"""Accepted findings: suppressions, which a person writes, against the findings of a run; and what matches nothing."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from corpuslint.baseline import UNUSED, Baseline, BaselineEntry, Key, load_baseline
from corpuslint.config.suppression import Suppression
from corpuslint.document import Document
from corpuslint.finding import NOTHING, Accepted, Finding
from corpuslint.globs import literal_folder
from corpuslint.inputs.files import name_of

if TYPE_CHECKING:
    from corpuslint.config.settings import Config
    from corpuslint.rule import Rule

__all__ = ["UNUSED", "Judged", "accept", "load_baseline"]

class Judged(NamedTuple):
    """What a run covered whole and without a failure: printed paths of documents and indexes, and rule ids.

    Only acceptances of these can be called unused. `off` has the kinds of a rule that did not run; `aliases` maps other names
    of rules to their ids.
    """

    documents: frozenset[str] = frozenset()
    rules: frozenset[str] = frozenset()
    aliases: Mapping[str, str] = NOTHING
    off: Mapping[str, tuple[str, ...]] = NOTHING

    def ran(self, entry: BaselineEntry) -> bool:
        """Whether its rule ran, and its kind."""
        return entry.rule in self.rules and entry.kind not in self.off.get(entry.rule, ())

    def folders(self) -> Iterator[str]:
        """The folders of the indexes that were covered, with a slash at the end ('' for the root)."""
        return (name.removesuffix("INDEX.md") for name in self.documents if name.rsplit("/", 1)[-1] == "INDEX.md")


def accept(
    findings: Iterable[Finding], config: Config, baseline: Baseline, *, judged: Judged, rule: Rule | None = None
) -> tuple[list[Finding], list[Accepted], list[Finding]]:
    """Part the findings into those that stay and those that somebody accepted, and find what accepts nothing.

    `rule` is the card `unused-acceptance` as configured (None: as it ships); its findings, the third part,
    stand in the baseline or the configuration file.
    """
    findings = list(findings)
    suppressions = [(judged.aliases.get(s.rule, s.rule), s) for s in config.suppressions]
    kept: list[Finding] = []
    accepted: list[Accepted] = []
    used: set[Key | Suppression] = set()
    for finding, entry in zip(findings, baseline.accepting(findings), strict=True):
        covering = [s for name, s in suppressions if s.covers(finding, name)]
        used.update(covering)
        if entry:
            used.add(entry.key)
        if covering:
            accepted.append(Accepted(finding, covering[0].reason, "suppression"))
        elif entry:
            accepted.append(Accepted(finding, entry.reason, "baseline"))
        else:
            kept.append(finding)
    unused = list(_unused(config, baseline, judged, used, rule)) if UNUSED in judged.rules else []
    return kept, accepted, unused


def _unused(
    config: Config, baseline: Baseline, judged: Judged, used: set[Key | Suppression], rule: Rule | None
) -> Iterator[Finding]:
    rule = rule or _card()
    if entries := [e for e in baseline.entries if e.key not in used and judged.ran(e) and _is_covered(e.document, judged, config)]:
        document = _document(baseline.path, config)
        for entry in entries:
            yield _at(document, rule, "baseline", entry.line, entry.rule, entry.shown, entry.fingerprint)
    suppressions = _unused_suppressions(config, judged, used)
    if suppressions and config.path:
        document = _document(config.path, config)
        for suppression in suppressions:
            yield _at(document, rule, "suppression", suppression.line, suppression.rule, suppression.document)


def _unused_suppressions(config: Config, judged: Judged, used: set[Key | Suppression]) -> list[Suppression]:
    return [
        s for s in config.suppressions
        if s not in used and judged.aliases.get(s.rule, s.rule) in judged.rules and _is_covered(s.document, judged, config)
    ]


def _is_covered(glob: str, judged: Judged, config: Config) -> bool:
    """Whether the run saw all documents that the glob can name: the one that it spells out, or those of an index.

    A document that is gone needs no acceptance.
    """
    names = {glob, glob.partition("#")[0]}  # of a record, the file
    if not names.isdisjoint(judged.documents):
        return True
    folder = literal_folder(glob)
    if folder is None:
        return bool(judged.documents) and not any(os.path.lexists(config.root / name_of(name)) for name in names)
    return any(folder.startswith(covered) for covered in judged.folders())


def _card() -> Rule:
    from corpuslint.card import builtin_rule

    return builtin_rule(UNUSED)


def _document(path: Path, config: Config) -> Document:
    return Document.from_bytes(path.read_bytes(), path=config.relative(path))


def _at(document: Document, rule: Rule, kind: str, line: int, of: str, where: str, entry: str = "") -> Finding:
    start, end = document.lines[min(line, len(document.lines)) - 1]
    start += len(document.text[start:end]) - len(document.text[start:end].lstrip())
    return rule.found(document, kind, start, end, None, of=of, where=where, entry=entry)
