"""A cache changes nothing but the time: equal results, a miss whenever anything differs, and no error ever."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuslint import data
from corpuslint.cache import results as module
from corpuslint.cache.results import Cache, ruleset_digest
from corpuslint.card import load_rule
from corpuslint.document import Document, Position
from corpuslint.engine import Result, RuleSet
from corpuslint.finding import Edit, ExcerptLine, Failure, Finding, Fix, Severity

DOCUMENT = Document.from_text("text", id="a.txt", metadata={"language": "en"})
CARD = """
id = "x"
checker = "existence"
severity = "warning"
summary = "s"
rationale = "r"
scan = ["terms"]
[parameters]
most = 3
[kinds.term]
message = "{match}"
"""


def finding(**fields: Any) -> Finding:
    known = {
        "rule": "x", "kind": "k", "severity": Severity.ERROR, "path": "a.txt", "record": None, "start": Position(1, 1, 0),
        "end": Position(1, 5, 4), "message": "m", "match": "text", "fingerprint": "f",
        "evidence": {"n": 1, "share": 0.1, "terms": ["a", "b"], "sure": True, "word": "\ud800"},
        "fix": Fix("drop", (Edit(0, 4, ""),), "safe"), "excerpt": (ExcerptLine(1, "text", 0, 4),),
    }
    return Finding(**{**known, **fields})


RESULT = Result([finding(), finding(fix=None, excerpt=(), evidence={})], [], {"near-duplicate": ["a.txt", None, 1, "abc"]})


def open_cache(folder: Path, digest: str = "rules") -> Cache:
    return Cache(folder, lambda _: digest)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A cache that knows DOCUMENT."""
    cache = open_cache(tmp_path / "cache")
    cache.put(DOCUMENT, RESULT)
    cache.close()
    return tmp_path / "cache"


def test_a_second_run_has_the_very_result(folder: Path) -> None:
    assert open_cache(folder).get(DOCUMENT) == RESULT
    assert open_cache(folder.parent / "other").get(DOCUMENT) is None


def test_new_results_are_written_when_the_cache_is_no_longer_used(tmp_path: Path) -> None:
    cache = open_cache(tmp_path)
    cache.put(DOCUMENT, RESULT)
    del cache
    assert open_cache(tmp_path).get(DOCUMENT) == RESULT


@pytest.mark.parametrize("change", [
    {"digest": "other"}, {"path": "b.txt"}, {"record": "1"}, {"metadata": {}}, {"encoding": "utf-16-le"}, {"id": "b"},
])
def test_another_document_is_a_miss(folder: Path, change: dict[str, Any]) -> None:
    assert open_cache(folder).get(replace(DOCUMENT, **change)) is None


def test_other_rules_are_a_miss(folder: Path) -> None:
    assert open_cache(folder, "others").get(DOCUMENT) is None


def test_a_result_with_failures_is_not_kept(tmp_path: Path) -> None:
    cache = open_cache(tmp_path)
    cache.put(DOCUMENT, Result([], [Failure("a.txt", "crashed")], {}))
    cache.close()
    assert open_cache(tmp_path).get(DOCUMENT) is None


def test_the_digest_of_rules_tells_every_difference(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "lexicons").mkdir()
    lexicon = tmp_path / "lexicons" / "x.en.txt"
    lexicon.write_text("# made up\nword\n")
    (tmp_path / "x.toml").write_text(CARD)
    rule = load_rule(tmp_path / "x.toml")

    def digest(*rules: Any) -> str:
        return ruleset_digest(RuleSet(rules))

    same = digest(rule)
    assert digest(load_rule(tmp_path / "x.toml")) == same
    seen = {
        same, digest(), digest(rule, rule), digest(rule.with_parameters({"most": 4})),
        digest(rule._replace(severity=Severity.INFO)), digest(rule._replace(kinds={})),
    }
    lexicon.write_text("# made up\nwork\n")
    seen.add(digest(rule))
    (tmp_path / "lexicons" / "x.fr.txt").write_text("# made up\nmot\n")
    data._names.cache_clear()
    rule = rule._replace(lists=data.beside.__wrapped__(tmp_path / "x.toml"))
    seen.add(digest(rule))
    monkeypatch.setattr(module, "_environment", lambda: "another version")
    seen.add(digest(rule))
    assert len(seen) == 9


def test_the_digest_knows_the_lists_of_its_rules_and_of_no_other(tmp_path: Path) -> None:
    for name in "xy":
        (tmp_path / name).mkdir()
        (tmp_path / name / "terms.en.txt").write_text("# made up\nword\n")
        (tmp_path / f"{name}.toml").write_text(CARD.replace('"x"', f'"{name}"'))
    rules = RuleSet((load_rule(tmp_path / "x.toml"),))
    before = ruleset_digest(rules)
    (tmp_path / "y" / "terms.en.txt").write_text("# made up\nwork\n")
    assert ruleset_digest(rules) == before
    (tmp_path / "x" / "terms.en.txt").write_text("# made up\nwork\n")
    assert ruleset_digest(rules) != before


def test_the_digest_knows_the_tables_that_all_rules_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = ruleset_digest(RuleSet(()))
    for name, lists in data.all_shared().items():
        changed = {**data.all_shared(), name: data.WordLists(name, dict.fromkeys(lists, tmp_path / "other.txt"))}
        (tmp_path / "other.txt").write_text("# made up\n")
        monkeypatch.setattr(module, "all_shared", lambda changed=changed: changed)
        assert ruleset_digest(RuleSet(())) != before, name


@pytest.mark.parametrize(("folder", "counts"), [
    ("ahocorasick_rs-9.0.dist-info", True), ("charset_normalizer-9.0.dist-info", True), ("google_re2-9.0.dist-info", True),
    ("ftfy-9.0.dist-info", True), ("markdown_it_py-9.0.dist-info", True), ("simplemma-9.0.dist-info", True), ("wordfreq-9.0.dist-info", True),
    ("rich-9.0.dist-info", False), ("ftfy-9.0", False), ("ftfy_extras-9.0.dist-info", False),
])
def test_the_digest_knows_the_libraries_that_decide_and_no_neighbour(
    folder: str, counts: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = module._environment.__wrapped__()
    (tmp_path / folder).mkdir()
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path)])
    assert (module._environment.__wrapped__() != before) is counts


def test_every_library_that_decides_is_found() -> None:
    found = {module._plain(name.partition("-")[0]) for name in module._library_versions()}
    assert found == module._LIBRARIES


def test_what_the_whole_corpus_shows_is_kept_for_the_same_documents(tmp_path: Path) -> None:
    other, calls = replace(DOCUMENT, digest="other"), []

    def run(*documents: Document, failures: tuple[Failure, ...] = ()) -> object:
        cache = open_cache(tmp_path)
        for document in documents:
            cache.get(document)
        return cache.corpus(lambda: (calls.append(1), ([finding()], list(failures)))[1])  # type: ignore[func-returns-value]

    assert run(DOCUMENT, other, failures=(Failure("", "crashed"),)) == ([finding()], [Failure("", "crashed")])
    assert run(DOCUMENT, other) == run(DOCUMENT, other) == ([finding()], [])
    assert len(calls) == 2
    run(other, DOCUMENT)
    run(DOCUMENT)
    assert len(calls) == 4


def damage(path: Path) -> Iterator[bytes]:
    data = path.read_bytes()
    yield from (b"", b"SQLite format 3\0", b"\0" * len(data), data[: len(data) // 2], data[:4096], os.urandom(3000))
    for at in range(0, len(data), 97):
        yield data[:at] + bytes([data[at] ^ 255]) + data[at + 1 :]


def test_a_damaged_file_is_a_miss_and_heals(folder: Path) -> None:
    path = folder / "results.sqlite3"
    for damaged in damage(path):
        path.write_bytes(damaged)
        assert open_cache(folder).get(DOCUMENT) in (None, RESULT)
    path.write_bytes(b"no database at all" * 99)
    for _ in range(2):
        cache = open_cache(folder)
        cache.put(DOCUMENT, RESULT)
        cache.close()
    assert open_cache(folder).get(DOCUMENT) == RESULT


@pytest.mark.parametrize("value", [b"", b"null", b"[]", b'{"findings": [[]]}', b'{"findings": 5}', b"\xff", b"[" * 99_999])
def test_a_value_of_another_shape_is_a_miss(folder: Path, value: bytes) -> None:
    cache = open_cache(folder)
    cache._store.put(cache._key(DOCUMENT), value)
    cache.close()
    assert open_cache(folder).get(DOCUMENT) is None


def test_a_value_that_was_changed_is_a_miss(folder: Path) -> None:
    with sqlite3.connect(folder / "results.sqlite3") as connection:
        connection.execute("UPDATE results SET value = replace(value, 'text', 'lies')")
    connection.close()
    assert open_cache(folder).get(DOCUMENT) is None


def test_a_folder_that_cannot_be_used_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "results.sqlite3").mkdir()
    for folder in (tmp_path / "file", tmp_path, Path("/proc/none")):
        cache = open_cache(folder)
        cache.put(DOCUMENT, RESULT)
        assert cache.get(DOCUMENT) is None
        assert cache.corpus(lambda: ([], [])) == ([], [])
        cache.close()


def test_a_locked_file_is_no_error(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_WAIT", 0.01)
    other = sqlite3.connect(folder / "results.sqlite3", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    cache = open_cache(folder)
    assert cache.get(DOCUMENT) is None
    cache.put(DOCUMENT, RESULT)
    cache.close()
    other.close()
    assert open_cache(folder).get(DOCUMENT) == RESULT


@pytest.mark.slow
def test_a_full_disk_is_no_error(tmp_path: Path) -> None:
    program = (
        "import resource, signal; from tests.cache.test_results import *; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)); cache = open_cache(Path({0!r}))\n"
        "[cache.put(replace(DOCUMENT, digest=str(n)), RESULT) for n in range(500)]; cache.close(); print('fine')"
    )
    done = subprocess.run([sys.executable, "-c", program.format(str(tmp_path))], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr, done.returncode) == ("fine\n", "", 0)


@pytest.mark.slow
def test_runs_at_once_lose_nothing(tmp_path: Path) -> None:
    program = (
        "import sys; from tests.cache.test_results import *; cache = open_cache(Path({0!r}))\n"
        "for n in range(60): cache.put(replace(DOCUMENT, digest=sys.argv[1] + str(n)), RESULT)"
    )
    runs = [subprocess.Popen([sys.executable, "-c", program.format(str(tmp_path)), name]) for name in "abc"]
    assert [run.wait() for run in runs] == [0, 0, 0]
    cache = open_cache(tmp_path)
    assert all(cache.get(replace(DOCUMENT, digest=f"{name}{n}")) == RESULT for name in "abc" for n in range(60))


def test_what_is_not_used_for_a_month_goes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def day(number: int) -> Cache:
        monkeypatch.setattr(module.time, "time", lambda: number * 86_400.0)
        return open_cache(folder)

    day(40_000).put(DOCUMENT, RESULT)
    assert day(40_020).get(DOCUMENT) == RESULT
    day(40_045).put(replace(DOCUMENT, digest="other"), RESULT)
    assert day(40_045).get(DOCUMENT) == RESULT
    day(40_090).put(replace(DOCUMENT, digest="other"), RESULT)
    assert day(40_090).get(DOCUMENT) is None


TEXT = st.text(alphabet=st.characters(), max_size=20)
PLACE = st.builds(Position, st.integers(1), st.integers(1), st.integers(0))
FINDINGS = st.builds(
    Finding, TEXT, TEXT, st.sampled_from(Severity), TEXT, st.none() | TEXT, PLACE, PLACE, TEXT, TEXT,
    st.dictionaries(TEXT, TEXT | st.integers() | st.floats(allow_nan=False) | st.booleans() | st.lists(TEXT, max_size=3), max_size=3),
    st.none() | st.builds(Fix, TEXT, st.lists(st.builds(Edit, st.integers(0), st.integers(0), TEXT), max_size=3).map(tuple),
                          st.sampled_from(["safe", "unsafe", "display"])),
    st.lists(st.builds(ExcerptLine, st.integers(1), TEXT, st.integers(0), st.integers(0)), max_size=3).map(tuple), TEXT,
    number=st.none(),  # a run gives it to each finding, kept or new
)


@given(FINDINGS)
def test_every_field_of_a_finding_comes_back(found: Finding) -> None:
    again = module._finding(json.loads(json.dumps(module._record(found))))
    assert again == found
    assert repr(again) == repr(found)
