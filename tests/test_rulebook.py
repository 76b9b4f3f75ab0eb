"""A rule book travels by content: wherever it is unpickled it finds the same, or says that it cannot."""

from __future__ import annotations

import json
import pickle
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from corpuslint import rulebook as module
from corpuslint.card import load_rule
from corpuslint.config.settings import load_config
from corpuslint.data import MissingData, WordLists, beside
from corpuslint.document import Document
from corpuslint.engine import check_document
from corpuslint.errors import UsageError
from corpuslint.finding import Failure, Finding
from corpuslint.rulebook import RuleBook, rule_book

ROOT = Path(__file__).parent.parent
CARD = """
id = "our-term"
checker = "{checker}"
severity = "warning"
summary = "s"
rationale = "r"
scan = ["terms"]
[kinds.{kind}]
message = "{{match}}"
"""
TEXT = "The gizmo is here, and the Zahnrad.\n\nThe gizmo is there.\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "corpuslint.toml").write_text('rule-folders = ["house"]\nselect = ["our-term"]\n')
    (tmp_path / "house" / "our-term").mkdir(parents=True)
    (tmp_path / "house" / "our-term.toml").write_text(CARD.format(checker="existence", kind="term"))
    (tmp_path / "house" / "our-term" / "terms.de.txt").write_text("# ours\nZahnrad\n")
    (tmp_path / "house" / "lexicons").mkdir()
    (tmp_path / "house" / "lexicons" / "our-term.en.txt").write_text("# ours\r\ngizmo\tb\r\n")
    return tmp_path


def book_of(project: Path) -> RuleBook:
    beside.cache_clear()
    return rule_book(load_config(project))


def found(book: RuleBook, text: str = TEXT) -> tuple[list[Finding], list[Failure]]:
    result = check_document(Document.from_text(text, id="a.txt"), book.base)
    return result.findings, result.failures


def test_a_pickled_book_finds_the_same_where_its_folder_is_gone(project: Path) -> None:
    book = book_of(project)
    data = pickle.dumps(book)
    expected = found(book)
    assert [f.match for f in expected[0]] == ["gizmo", "Zahnrad", "gizmo"]
    shutil.rmtree(project / "house")
    assert found(pickle.loads(data)) == expected


def test_a_pickled_book_finds_the_same_where_a_list_has_changed(project: Path) -> None:
    data = pickle.dumps(book_of(project))
    (project / "house" / "our-term" / "terms.de.txt").write_text("# ours\nSchraube\n")
    assert [f.match for f in found(pickle.loads(data))[0]] == ["gizmo", "Zahnrad", "gizmo"]


def test_a_pickle_of_a_pickled_book_is_as_good(project: Path) -> None:
    data = pickle.dumps(book_of(project))
    shutil.rmtree(project / "house")
    assert [f.match for f in found(pickle.loads(pickle.dumps(pickle.loads(data))))[0]] == ["gizmo", "Zahnrad", "gizmo"]


def test_where_the_files_are_the_same_they_are_read_and_nothing_is_unpacked(project: Path) -> None:
    rule = load_rule(project / "house" / "our-term.toml")
    lists = pickle.loads(pickle.dumps(rule.lists))
    assert lists.sources() == rule.lists.sources() == [
        str(project / "house" / "lexicons" / "our-term.en.txt"), str(project / "house" / "our-term" / "terms.de.txt"),
    ]
    (project / "house" / "our-term" / "terms.de.txt").unlink()
    assert lists.entries("terms", "de") == (("Zahnrad", ""),)
    assert str(project) not in " ".join(lists.sources())
    assert lists.digest == pickle.loads(pickle.dumps(lists)).digest


def test_a_list_that_is_gone_is_a_failure(project: Path) -> None:
    book = book_of(project)
    (project / "house" / "our-term" / "terms.de.txt").unlink()
    findings, failures = found(book)
    assert findings == []
    assert len(failures) == 1
    assert failures[0].rule == "our-term"
    assert "the word list our-term/terms.de.txt is not there any more" in failures[0].message
    with pytest.raises(MissingData, match=r"the word list our-term/terms\.de\.txt is not there any more"):
        pickle.dumps(book)


@pytest.mark.parametrize(("scan", "message"), [
    ("phrases", r"our-term\.toml: scan names the word list 'phrases', which is not there: our-term/phrases\.LANGUAGE\.txt \(known: terms\)"),
    ("term", r"our-term\.toml: scan names the word list 'term', which is not there: our-term/term\.LANGUAGE\.txt \(did you mean 'terms'\?\)"),
])
def test_a_card_whose_list_was_never_there_is_refused(project: Path, scan: str, message: str) -> None:
    path = project / "house" / "our-term.toml"
    path.write_text(path.read_text().replace('["terms"]', f'["{scan}"]'))
    with pytest.raises(UsageError, match=message):
        book_of(project)


@pytest.mark.parametrize(("former", "name"), [
    ("claims", "unverifiable-superlative"), ("duplicates", "near-duplicate"), ("encoding", "mojibake"), ("residue", "boilerplate"),
    ("spam", "embedded-spam"),
])
def test_a_card_may_give_the_former_name_of_a_checker(project: Path, former: str, name: str) -> None:
    (project / "house" / "our-term.toml").write_text(CARD.format(checker=former, kind="term"))
    assert load_rule(project / "house" / "our-term.toml").checker == name


def test_lists_that_arrive_damaged_are_no_lists(project: Path) -> None:
    lists = load_rule(project / "house" / "our-term.toml").lists
    _, (name, files, carried) = lists.__reduce__()  # type: ignore[misc]
    shutil.rmtree(project / "house")
    broken = WordLists(name, files, carried._replace(digest="0" * 40))
    with pytest.raises(MissingData, match="the word lists of our-term arrived damaged"):
        broken.entries("terms", "de")


def test_another_version_does_not_use_the_book(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = pickle.dumps(book_of(project))
    monkeypatch.setattr(module, "__version__", "0.0.9")
    with pytest.raises(UsageError, match=r"a rule book of corpuslint [\d.]+ cannot be used by 0\.0\.9"):
        pickle.loads(data)


def test_two_books_of_the_same_lists_share_what_is_made_of_them(project: Path) -> None:
    data = pickle.dumps(load_rule(project / "house" / "our-term.toml"))
    assert pickle.loads(data).lists is pickle.loads(data).lists


_SEND = """
import json, pickle, sys
from pathlib import Path
from corpuslint.card import examples_of
from corpuslint.config.settings import load_config
from corpuslint.document import Document
from corpuslint.engine import check_document
from corpuslint.rulebook import rule_book

def result(book, text, meta):
    found = check_document(Document.from_text(text, metadata=meta), book.base)
    return [repr(finding) for finding in found.findings], [failure.message for failure in found.failures]

if sys.argv[1] == "send":
    book = rule_book(load_config(Path.cwd()))
    texts = [
        (example.text, dict(example.meta)) for rule in book.cards
        for example in [e for e in examples_of(rule) if e.status == "bad" and e.text][::2]
    ]
    data = pickle.dumps(book)
    Path("sent").write_bytes(pickle.dumps((data, texts, [result(book, *each) for each in texts])))
else:
    data, texts, expected = pickle.loads(Path("sent").read_bytes())
    book = pickle.loads(data)
    print(json.dumps([len(texts), sum(len(f) for f, _ in expected), [each for each, e in zip(texts, expected) if result(book, *each) != tuple(e) and list(result(book, *each)) != list(e)]]))
"""


@pytest.mark.slow
def test_the_rules_that_ship_are_sent_too(tmp_path: Path) -> None:
    """A copy of the package, whose rules are taken away between the two processes."""
    shutil.copytree(ROOT / "corpuslint", tmp_path / "corpuslint", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "rules", tmp_path / "corpuslint" / "_rules")
    (tmp_path / "work").mkdir()

    def run(what: str) -> str:
        command = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n{_SEND}", what]
        return subprocess.run(command, cwd=tmp_path / "work", check=True, capture_output=True, text=True, encoding="utf-8").stdout

    run("send")
    assert len((tmp_path / "work" / "sent").read_bytes()) < 2_000_000
    (tmp_path / "corpuslint" / "_rules").rename(tmp_path / "elsewhere")
    texts, findings, different = json.loads(run("receive"))
    assert texts > 40
    assert findings > texts
    assert different == []
