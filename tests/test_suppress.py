"""Accepted findings and what accepts nothing: judged only where the run saw it all; the file shrinks by prune alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuslint.baseline import FINGERPRINTS, Baseline, load_baseline, prune_baseline, update_baseline
from corpuslint.card import load_rule
from corpuslint.config.settings import Config, load_config
from corpuslint.data import builtin_folder
from corpuslint.document import Document, Position
from corpuslint.errors import UsageError
from corpuslint.finding import Finding, Severity, number_equals
from corpuslint.rule import Rule
from corpuslint.suppress import UNUSED, Judged, accept

RULE = Rule("mojibake", "mojibake", Severity.ERROR, "", "", {})


def finding(match: str = "x", path: str = "seeds/a.txt", rule: str = "mojibake", record: str | None = None) -> Finding:
    document = Document.from_text(match, path=path, record=record)
    start, end = document.position(0), document.position(len(match))
    return Finding(rule, "kind", Severity.ERROR, path, record, start, end, "message", match, fingerprint=f"{rule}-{match}")


def configured(folder: Path, text: str = "") -> Config:
    (folder / "corpuslint.toml").write_text(text)
    return load_config(folder)


def suppression(rule: str = "mojibake", document: str = "seeds/a.txt", match: str | None = None) -> str:
    table = f"[[suppress]]\nrule = {json.dumps(rule)}\ndocument = {json.dumps(document)}\nreason = 'as printed'\n"
    return table if match is None else f"{table}match = {json.dumps(match)}\n"


def judged(*documents: str, rules: tuple[str, ...] = ("mojibake",), **aliases: str) -> Judged:
    return Judged(frozenset(documents), frozenset({*rules, UNUSED}), aliases)


def unused(config: Config, what: Judged, *findings: Finding) -> list[tuple[str, int, str]]:
    _, _, found = accept(findings, config, load_baseline(config.baseline), judged=what)
    assert {f.rule for f in found} <= {UNUSED}
    return [(f.path, f.start.line, f.message) for f in found]


@pytest.mark.parametrize(("text", "kept"), [
    (suppression(), []), (suppression(document="seeds/*"), []), (suppression(document="a.txt"), []), (suppression(match="x"), []),
    (suppression(match="y"), ["x"]), (suppression(rule="broken-word"), ["x"]), (suppression(document="seeds/b.txt"), ["x"]), ("", ["x"]),
])
def test_a_suppression_takes_what_it_names(text: str, kept: list[str], tmp_path: Path) -> None:
    left, accepted, _ = accept([finding()], configured(tmp_path, text), Baseline(Path()), judged=Judged())
    assert [f.match for f in left] == kept
    assert [(a.reason, a.source) for a in accepted] == ([] if kept else [("as printed", "suppression")])


def test_white_space_in_a_match_and_records_and_aliases(tmp_path: Path) -> None:
    text = suppression(match="a b") + suppression(document="data.jsonl#7") + suppression(rule="old-name", document="seeds/c.txt")
    findings = [finding("a\n b"), finding(path="data.jsonl", record="7"), finding(path="data.jsonl", record="8"), finding(path="seeds/c.txt")]
    what = Judged(aliases={"old-name": "mojibake"})
    kept, accepted, _ = accept(findings, configured(tmp_path, text), Baseline(Path()), judged=what)
    assert [f.document for f in kept] == ["data.jsonl#8"]
    assert len(accepted) == 3


def test_the_baseline_takes_its_finding_in_its_document_only(tmp_path: Path) -> None:
    config = configured(tmp_path)
    first, second = number_equals([finding(), finding()])
    assert update_baseline(config.baseline, [first], "old") == f"{_shown(config)}: 1 added, 0 kept"
    elsewhere = finding(path="seeds/b.txt")
    kept, accepted, _ = accept([first, second, elsewhere], config, load_baseline(config.baseline), judged=Judged())
    assert kept == [second, elsewhere]
    assert [(a.finding, a.reason, a.source) for a in accepted] == [(first, "old", "baseline")]


def test_a_line_more_above_does_not_matter(tmp_path: Path) -> None:
    config = configured(tmp_path)
    update_baseline(config.baseline, [finding()], "old")
    moved = finding()._replace(start=Position(9, 1, 80), end=Position(9, 2, 81))
    assert accept([moved], config, load_baseline(config.baseline), judged=Judged())[0] == []


def test_what_accepts_nothing_is_found_at_its_line(tmp_path: Path) -> None:
    config = configured(tmp_path, suppression() + suppression(document="seeds/b.txt"))
    update_baseline(config.baseline, [finding("gone"), finding("here")], "old")
    what = judged("seeds/INDEX.md", "seeds/a.txt", "seeds/b.txt")
    assert unused(config, what, finding("here")) == [
        ("corpuslint-baseline.json", 4, "mojibake in seeds/a.txt is accepted and no longer found: `corpuslint baseline prune`"),
        ("corpuslint.toml", 5, "suppression of mojibake in seeds/b.txt matches nothing: delete it"),
    ]


def test_an_unused_entry_carries_the_severity_of_its_rule(tmp_path: Path) -> None:
    config = configured(tmp_path, suppression())
    rule = load_rule(builtin_folder() / f"{UNUSED}.toml")._replace(severity=Severity.INFO)
    _, _, (found,) = accept([], config, Baseline(Path()), judged=judged("seeds/a.txt"), rule=rule)
    assert (found.severity, found.match) == (Severity.INFO, "[[suppress]]")
    assert found.excerpt


@pytest.mark.parametrize(("document", "what", "is_judged"), [
    ("seeds/a.txt", judged("seeds/a.txt"), True), ("seeds/a.txt", judged("seeds/b.txt"), False), ("seeds/a.txt", judged(), False),
    ("seeds/a.txt", judged("seeds/a.txt", rules=("broken-word",)), False), ("seeds/*.txt", judged("seeds/INDEX.md"), True),
    ("seeds/*.txt", judged("seeds/a.txt"), False), ("**/a.txt", judged("seeds/INDEX.md"), False), ("**/a.txt", judged("INDEX.md"), True),
    ("seeds/gone.txt", judged("seeds/INDEX.md"), True), ("seeds/gone.txt", judged(), False), ("data.jsonl#7", judged("data.jsonl"), True),
    ("data.jsonl#7", judged("seeds/INDEX.md"), False), ("seeds/", judged("seeds/INDEX.md"), True),
])
def test_only_what_the_run_saw_is_judged(document: str, what: Judged, is_judged: bool, tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    for name in ("seeds/a.txt", "seeds/b.txt", "data.jsonl"):
        (tmp_path / name).write_text("x")
    assert bool(unused(configured(tmp_path, suppression(document=document)), what)) is is_judged


def test_nothing_is_judged_where_the_rule_is_off(tmp_path: Path) -> None:
    config = configured(tmp_path, suppression())
    assert unused(config, Judged(frozenset({"seeds/a.txt"}), frozenset({"mojibake"}))) == []


def test_an_update_adds_and_keeps_reasons_and_a_prune_drops(tmp_path: Path) -> None:
    config = configured(tmp_path)
    path = config.baseline
    update_baseline(path, [finding("a"), finding("b")], "first")
    assert update_baseline(path, [finding("b"), finding("c")], "second").endswith("1 added, 2 kept")
    assert [(e.match, e.reason) for e in load_baseline(path).entries] == [("a", "first"), ("b", "first"), ("c", "second")]
    before = path.read_bytes()
    _, _, found = accept([finding("b")], config, load_baseline(path), judged=judged("seeds/a.txt"))
    assert path.read_bytes() == before
    assert prune_baseline(path, [*found, finding("c")]).endswith("2 dropped, 1 kept")
    assert [(e.match, e.reason) for e in load_baseline(path).entries] == [("b", "first")]
    assert prune_baseline(path, found).endswith("0 dropped, 1 kept")


def test_the_file_is_the_same_whatever_the_order_and_names_no_line(tmp_path: Path) -> None:
    findings = [finding(match, path) for match in "cab" for path in ("seeds/b.txt", "seeds/a.txt")]
    update_baseline(tmp_path / "a.json", findings, "r")
    update_baseline(tmp_path / "b.json", findings[:2], "r")
    update_baseline(tmp_path / "b.json", reversed(findings), "r")
    text = (tmp_path / "a.json").read_text()
    assert text == (tmp_path / "b.json").read_text()
    assert text.splitlines()[:4] == [
        "{", '  "version": 1,', '  "accepted": [',
        '    {"document": "seeds/a.txt", "record": null, "rule": "mojibake", "kind": "kind", "match": "a", "fingerprint": "mojibake-a", "reason": "r"},',
    ]
    assert "line" not in text
    assert [e.line for e in load_baseline(tmp_path / "a.json").entries] == [4, 5, 6, 7, 8, 9]


TEXT = st.lists(st.characters() | st.sampled_from(['"fingerprint":', "\\", "\n", "\ud800", "\u202e"]), max_size=12).map("".join)


@given(st.lists(st.tuples(TEXT, TEXT, st.none() | TEXT), max_size=5, unique=True))
def test_any_finding_is_found_again_at_its_line(tmp_path_factory: pytest.TempPathFactory, parts: list[tuple[str, str, str | None]]) -> None:
    path = tmp_path_factory.mktemp("baseline") / "b.json"
    findings = [finding(match, name, record=record) for match, name, record in parts]
    update_baseline(path, findings, "because\n\"fingerprint\": 1")
    baseline = load_baseline(path)
    config = load_config(path.parent)
    assert accept(findings, config, baseline, judged=Judged())[0] == []
    assert [entry.line for entry in baseline.entries] == list(range(4, 4 + len(findings)))


@pytest.mark.parametrize(("text", "message"), [
    ("{\n<<<<<<< HEAD\n", ":2: not valid JSON"), ("[]", ":1: not a baseline"), ('{"version": 2, "accepted": []}', ":1: version 2"),
    ('{"version": 1,\n"accepted": [\n{"fingerprint": "a"}]}', ":3: an entry has the keys document,"),
    ("[" * 100_000, ":1: nested too deeply"), ('{"accepted": [1], "version": 1}', ":1: an entry has the keys"),
    ('{"version": 1, "accepted": [\n{"document": 1, "record": null, "rule": "", "kind": "", "match": "", "fingerprint": "", "reason": ""}]}',
     ":2: 'document' is 1, not a string"),
])
def test_a_damaged_baseline_is_one_line(text: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "b.json").write_text(text)
    with pytest.raises(UsageError) as caught:
        load_baseline(tmp_path / "b.json")
    assert f"b.json{message}" in str(caught.value)


def test_a_baseline_that_is_no_text_or_no_file(tmp_path: Path) -> None:
    (tmp_path / "b.json").write_bytes(b"{\n\xff}")
    with pytest.raises(UsageError, match=r"b\.json:2: not valid UTF-8"):
        load_baseline(tmp_path / "b.json")
    with pytest.raises(UsageError, match="cannot be read"):
        load_baseline(tmp_path)
    assert load_baseline(tmp_path / "none.json").entries == ()


def _shown(config: Config) -> str:
    from corpuslint.config.file import shown

    return shown(config.baseline)


def _aged(path: Path) -> None:
    """The file as it was when fingerprints were made otherwise."""
    rows = json.loads(path.read_text())
    del rows["fingerprints"]
    for row in rows["accepted"]:
        row["fingerprint"] = f"old-{row['fingerprint']}"
    path.write_text(json.dumps(rows))


def test_an_older_baseline_accepts_as_many_as_it_names_by_their_text(tmp_path: Path) -> None:
    config = configured(tmp_path)
    first, second = finding("a"), finding("a")._replace(fingerprint="mojibake-a2")
    update_baseline(config.baseline, [first], "old")
    _aged(config.baseline)
    baseline = load_baseline(config.baseline)
    kept, accepted, unused = accept([first, second, finding("b")], config, baseline, judged=judged("seeds/a.txt"))
    assert [f.fingerprint for f in kept] == [second.fingerprint, "mojibake-b"]
    assert [(a.finding, a.reason) for a in accepted] == [(first, "old")]
    assert unused == []


def test_update_renews_an_older_baseline_and_keeps_its_reasons(tmp_path: Path) -> None:
    config = configured(tmp_path)
    update_baseline(config.baseline, [finding("a"), finding("gone")], "old")
    _aged(config.baseline)
    found = [finding("a"), finding("b")]
    kept, accepted, _ = accept(found, config, load_baseline(config.baseline), judged=Judged())
    assert update_baseline(config.baseline, kept, "new", accepted).endswith("1 added, 2 kept")
    renewed = load_baseline(config.baseline)
    assert renewed.fingerprints == FINGERPRINTS
    assert [(e.match, e.reason, e.fingerprint) for e in renewed.entries] == [
        ("a", "old", "mojibake-a"), ("b", "new", "mojibake-b"), ("gone", "old", "old-mojibake-gone"),
    ]
    assert accept(found, config, renewed, judged=Judged())[0] == []


def test_pruning_leaves_an_older_baseline_what_it_is(tmp_path: Path) -> None:
    config = configured(tmp_path)
    update_baseline(config.baseline, [finding("gone"), finding("here")], "old")
    _aged(config.baseline)
    _, _, found = accept([finding("here")], config, load_baseline(config.baseline), judged=judged("seeds/a.txt"))
    prune_baseline(config.baseline, found)
    left = load_baseline(config.baseline)
    assert [e.match for e in left.entries] == ["here"]
    assert left.fingerprints == 1
    assert accept([finding("here")], config, left, judged=Judged())[0] == []
