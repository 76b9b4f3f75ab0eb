"""What the tests share: a text, its findings, and small vocabularies, so that a test shows the whole list that it reads."""

from __future__ import annotations

from corpuslint.card import load_rule
from corpuslint.checkers.boilerplate.lookup import Lookup, by_head
from corpuslint.checkers.boilerplate.matching import Networks
from corpuslint.checkers.boilerplate.vocabulary import Vocabulary
from corpuslint.data import Entry, builtin_folder
from corpuslint.document import Document
from corpuslint.engine import RuleSet, check_document
from corpuslint.finding import Finding

RULE = load_rule(builtin_folder() / "boilerplate.toml")
RULES = RuleSet((RULE,))
NETWORKS = Networks.of(["facebook", "truth social", "truth social plus"])
PARAGRAPH = (
    "The bridge over the river was closed to lorries on Monday after engineers found a crack in its third pier. "
    "The council expects that the repair will take until the autumn and cost four million, most of it borrowed. "
    "Drivers must take the road through the valley, which is a quarter of an hour longer and narrow in places. "
    "Nobody was hurt, and the trains below run as before, the spokesman of the council said in the town hall."
)


def vocabulary(*entries: str) -> Vocabulary:
    """Of entries as they stand in a list: the template, and behind a tab kind and certainty."""
    return Vocabulary.of((Lookup(by_head(Entry(*entry.partition("\t")[::2]) for entry in entries)),), NETWORKS)


def found(text: str, language: str = "en") -> list[Finding]:
    result = check_document(Document.from_text(text, metadata={"language": language}), RULES)
    assert result.failures == []
    return result.findings


def lines(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [(finding.match, finding.kind) for finding in found(text, language)]


def repaired(text: str, findings: list[Finding]) -> str:
    edits = [edit for finding in findings if finding.fix for edit in finding.fix.edits]
    for start, end, replacement in sorted(edits, reverse=True):
        text = text[:start] + replacement + text[end:]
    return text
