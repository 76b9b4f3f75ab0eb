"""Run the examples of a rule card: they are its documentation, and its tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from corpuslint.checkers import INDEX_CHECKERS
from corpuslint.document import Document
from corpuslint.engine import RuleSet, check_corpus, check_document
from corpuslint.finding import Finding
from corpuslint.fixes.fixer import fix_text
from corpuslint.rule import Example, Rule


def problems(rule: Rule, example: Example) -> Iterator[str]:
    """What the rule does otherwise than the example says; empty where all is as written. All kinds are on, and each place counts.

    `bad` and `todo` compare the matched texts in order (and kinds, and the fixed text, where given);
    `good` wants silence. Raises RuntimeError where a checker fails.
    """
    findings = run(rule, example)
    yield from _other_matches(example, tuple(match for f in findings for match in f.matches))
    kinds = tuple(f.kind for f in findings for _ in f.spans)
    if example.kinds not in (None, kinds):
        yield f"kinds {list(kinds)!r}, wanted {list(example.kinds or ())!r}"
    if example.fixed is not None and (fixed := _fixed(rule, example)) != example.fixed:
        yield f"fixes to {fixed!r}, wanted {example.fixed!r}"
    yield from (f"leaves a placeholder in {f.message!r}" for f in findings if "{" in f.message and "{" not in f.match)


def _other_matches(example: Example, matches: tuple[str, ...]) -> Iterator[str]:
    wanted = () if example.status == "good" else example.finds
    if wanted is None and not matches:
        yield "finds nothing"
    if wanted not in (None, matches):
        yield f"finds {list(matches)!r}, wanted {list(wanted or ())!r}"


def run(rule: Rule, example: Example) -> list[Finding]:
    """The rule's findings in the example's text, documents, or corpus of files."""
    if example.files:
        return _run_files(rule, example)
    rules = RuleSet((rule,))
    texts = example.documents or (example.text,)
    documents = [
        Document.from_text(text, id=f"document-{n}", metadata=example.meta) for n, text in enumerate(texts, 1)
    ]
    results = [check_document(document, rules) for document in documents]
    summaries = [result.summaries for result in results]
    found, failures = check_corpus(summaries, rules, lambda wanted: ((n, documents[n]) for n in sorted(wanted)))
    for failure in [*(f for result in results for f in result.failures), *failures]:
        raise RuntimeError(failure.message)
    return [*(f for result in results for f in result.findings), *found]


def _fixed(rule: Rule, example: Example) -> str:
    def check(text: str) -> list[Finding]:
        return check_document(Document.from_text(text, metadata=example.meta), RuleSet((rule,))).findings

    return fix_text(example.text, check, ("safe", "unsafe")).text


def _run_files(rule: Rule, example: Example) -> list[Finding]:
    """Write the little corpus to a temporary folder and check its index; whole, where the rule is about the run."""
    from corpuslint.config.settings import load_config
    from corpuslint.index.checks import check_index
    from corpuslint.index.entries import read_index
    from corpuslint.rulebook import DEFAULT, rule_book
    from corpuslint.run import check

    with TemporaryDirectory(prefix="corpuslint-") as folder:
        root = Path(folder)
        (root / ".git").mkdir()  # the search for a configuration ends here
        for name, content in example.files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode("utf-8", "surrogateescape"))
        config = load_config(root)
        if rule.checker in INDEX_CHECKERS:
            findings, failures = check_index(read_index(root / "INDEX.md", config), [rule], config)
        else:
            report = check([root / "INDEX.md"], rule_book(config, DEFAULT))
            findings, failures = [f for f in report.findings if f.rule == rule.id], [*report.failures]
    for failure in failures:
        raise RuntimeError(failure.message)
    return findings
