"""One file, the nearest; every key and rule name checked, with its line; the quick check agrees with jsonschema."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from referencing import Registry

from corpuslint.config.settings import Config, Settings, check_rule_ids, load_config
from corpuslint.config.suppression import Suppression
from corpuslint.config.toml_lines import line_of
from corpuslint.errors import UsageError
from corpuslint.finding import Severity
from corpuslint.globs import literal_folder, matches
from corpuslint.rule import Rule
from corpuslint.schemas import load
from corpuslint.schemas.quick import valid


def write(folder: Path, text: str, name: str = "corpuslint.toml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")
    return folder / name


def error(folder: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> str:
    write(folder, text)
    monkeypatch.chdir(folder)
    with pytest.raises(UsageError) as caught:
        load_config(folder)
    return str(caught.value)


def test_defaults_stand_at_the_git_root(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "a" / "b").mkdir(parents=True)
    config = load_config(tmp_path / "a" / "b")
    assert (config.root, config.path) == (tmp_path, None)
    assert config.fail_on is Severity.WARNING
    assert config.index.path == tmp_path / "seeds" / "INDEX.md"
    assert config.baseline == tmp_path / "corpuslint-baseline.json"
    assert config.max_file_size == 20_000_000


def test_the_nearest_file_counts_alone(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    write(tmp_path, 'ignore = ["mojibake"]')
    write(tmp_path / "a", '[tool.corpuslint]\nselect = ["mojibake"]', "pyproject.toml")
    write(tmp_path / "a" / "b", '[project]\nname = "corpuslint-user"', "pyproject.toml")
    config = load_config(tmp_path / "a" / "b")
    assert config.root == tmp_path / "a"
    assert config.settings == Settings(select=("mojibake",))


def test_nothing_is_read_above_the_git_root(tmp_path: Path) -> None:
    write(tmp_path, "broken = ")
    (tmp_path / "a" / ".git").mkdir(parents=True)
    assert load_config(tmp_path / "a").path is None


def test_corpuslint_toml_is_preferred_to_pyproject(tmp_path: Path) -> None:
    write(tmp_path, '[tool.corpuslint]\nfail-on = "error"', "pyproject.toml")
    write(tmp_path, 'fail-on = "never"')
    assert load_config(tmp_path).fail_on is None


def test_all_keys(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    write(tmp_path, """
select = ["mojibake", "broken-word"]
ignore = ["boilerplate"]
fail-on = "error"
severity = { mojibake = "info" }
rule-folders = ["mine"]
baseline = "accepted.json"
max-file-size = 1000

[index]
path = "corpus/INDEX.md"
required = ["title"]
defaults = { language = "en" }

[jsonl]
text = "body"

[rules.mojibake]
min = 3
words = ["a", "b"]

[[per-document]]
paths = ["poems/**"]
ignore = ["broken-word"]

[[suppress]]
rule = "mojibake"
document = "a.txt"
reason = "as printed"
""")
    config = load_config(tmp_path)
    assert config.settings.select == ("mojibake", "broken-word")
    assert config.settings.severity == (("mojibake", Severity.INFO),)
    assert config.settings.parameters_by_rule() == {"mojibake": {"min": 3, "words": ["a", "b"]}}
    assert config.rule_folders == (tmp_path / "mine",)
    assert config.index.defaults == {"language": "en"}
    assert (config.jsonl_id, config.jsonl_text) == ("id", "body")
    assert config.suppressions == (Suppression("mojibake", "a.txt", None, "as printed", 26),)
    assert config.max_file_size == 1000


def test_per_document_settings_add_up_in_order(tmp_path: Path) -> None:
    write(tmp_path, """
ignore = ["a"]
[rules.x]
one = 1
two = 2
[[per-document]]
paths = ["poems/**"]
select = ["b"]
severity = { b = "info" }
[per-document.rules.x]
two = 3
[[per-document]]
paths = ["*.md"]
select = ["c"]
ignore = ["d"]
""")
    config = load_config(tmp_path)
    assert config.for_document("prose/a.txt") is config.settings
    poem = config.for_document("poems/old/a.md")
    assert (poem.select, poem.ignore) == (("c",), ("a", "d"))
    assert poem.severity == (("b", Severity.INFO),)
    assert poem.parameters_by_rule() == {"x": {"one": 1, "two": 3}}
    assert hash(poem) == hash(config.for_document("poems/b.md"))


@pytest.mark.parametrize(("text", "message"), [
    ('\nselct = ["a"]', "corpuslint.toml:2: unknown key 'selct' (did you mean 'select'?)"),
    ('[index]\n\npth = "x"', "corpuslint.toml:3: unknown key 'pth' (did you mean 'path'?)"),
    ('select = "a"', "corpuslint.toml:1: 'select' wants a list, not 'a'"),
    ("select = []", "corpuslint.toml:1: 'select' has 0 entries, wants 1 or more"),
    ('a = 1\nb = [', "corpuslint.toml:2: not valid TOML"),
    ('fail-on = "warn"', "corpuslint.toml:1: 'fail-on' is 'warn'; allowed: error, warning, info, never"),
    ("[severity]\nmojibake = 'high'", "corpuslint.toml:2: 'mojibake' is 'high'; allowed: error, warning, info"),
    ('[[suppress]]\nrule = "a"\ndocument = "b"\nreason = "c"\n[[suppress]]\nrule = "a"\ndocument = "b"',
     "corpuslint.toml:5: 'suppress.1' lacks the key 'reason'"),
    ('[[suppress]]\nrule = "a"\ndocument = "b"\nreason = " "', "corpuslint.toml:4: 'suppress.0.reason' is ' ', which tells nothing"),
    ("max-file-size = 0", "corpuslint.toml:1: 'max-file-size' is 0, wants 1 or more"),
    ("max-file-size = true", "corpuslint.toml:1: 'max-file-size' wants a whole number, not True"),
    ("rule-folders = ['nowhere']", "corpuslint.toml:1: rule folder 'nowhere' does not exist"),
    ("[index]\ndefaults = { language = 'kz' }", "corpuslint.toml:2: 'language' is 'kz', which is no language-tag"),
    ("[index.defaults]\nlicence = 'MIT'", "corpuslint.toml:2: unknown key 'licence' (did you mean 'license'?)"),
])
def test_errors_are_one_line_with_a_place(text: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert error(tmp_path, text, monkeypatch).startswith(message)


def test_bytes_that_are_no_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "corpuslint.toml").write_bytes(b'select = ["a"]\n\nignore = ["\xff"]')
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match=r"^corpuslint\.toml:3: not valid UTF-8$"):
        load_config(tmp_path)


def test_an_explicit_file_counts_and_must_be_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, 'ignore = ["a"]')
    other = write(tmp_path / "other", 'ignore = ["b"]', "mine.toml")
    assert load_config(tmp_path, other).settings.ignore == ("b",)
    with pytest.raises(UsageError, match=r"absent\.toml: cannot be read: No such file"):
        load_config(tmp_path, Path("absent.toml"))


def _rule(name: str, **parameters: Any) -> Rule:
    return Rule(name, "x", Severity.ERROR, "", "", {}, parameters, aliases=(f"old-{name}",))


@pytest.mark.parametrize(("text", "message"), [
    ('ignore = ["mojibake", "brokn-word"]', ":1: unknown rule 'brokn-word' (did you mean 'broken-word'?)"),
    ("[severity]\nbroken-word = 'info'\nx = 'info'", ":3: unknown rule 'x'"),
    ("[rules.mojibake]\nmin = 1\nmim = 2", ":3: rule mojibake: unknown parameter 'mim' (did you mean 'min'?)"),
    ("[rules.mojibake]\nmin = 'a'", ":2: rule mojibake: parameter 'min' wants int, not 'a'"),
    ("[[per-document]]\npaths = ['a']\n[per-document.rules.x]\ny = 1", ":3: unknown rule 'x'"),
    ("[[suppress]]\nrule = 'x'\ndocument = 'a'\nreason = 'b'", ":2: unknown rule 'x'"),
])
def test_rules_and_parameters_must_exist(text: str, message: str, tmp_path: Path) -> None:
    write(tmp_path, text)
    known = {name: rule for rule in (_rule("mojibake", min=1), _rule("broken-word")) for name in (rule.id, *rule.aliases)}
    with pytest.raises(UsageError) as caught:
        check_rule_ids(load_config(tmp_path), known)
    assert message in str(caught.value)


def test_aliases_of_rules_are_known(tmp_path: Path) -> None:
    write(tmp_path, 'select = ["old-mojibake"]\n[rules.old-mojibake]\nmin = 2')
    check_rule_ids(load_config(tmp_path), {"old-mojibake": _rule("mojibake", min=1)})


def test_a_good_configuration_costs_no_import_of_jsonschema(tmp_path: Path) -> None:
    import subprocess

    write(tmp_path, "[index]\ndefaults = { language = 'en' }")
    code = "import sys; from pathlib import Path; from corpuslint.config.settings import load_config; load_config(Path()); " \
           "sys.exit('jsonschema' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=False).returncode == 0


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 3) | st.floats(allow_nan=False) | st.sampled_from(["", "a", "error", "never"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(
        ["select", "ignore", "paths", "path", "rule", "document", "reason", "match", "x", "rules", "severity", "defaults"]
    ), inner, max_size=4),
    max_leaves=8,
)


@settings(max_examples=200)
@given(st.dictionaries(st.sampled_from([*load("config")["properties"], "x"]), VALUES, max_size=3))
def test_the_quick_check_agrees_with_jsonschema(table: dict[str, Any]) -> None:
    schema = load("config")
    assert valid(schema, table, {}) == Draft202012Validator(schema, registry=Registry()).is_valid(table)


def test_the_quick_check_knows_every_keyword_of_the_configuration() -> None:
    assert valid(load("config"), {"per-document": [{"paths": ["a"], "rules": {"x": {"y": 1}}}], "index": {"required": ["a"]}}, {})
    assert not valid({"$ref": "https://example.org/x"}, {}, {})


@pytest.mark.parametrize(("pattern", "path", "expected"), [
    ("*.txt", "a/b/c.txt", True), ("a/*.txt", "a/b/c.txt", False), ("a/**/c.txt", "a/c.txt", True),
    ("a/**", "a/b/c.txt", True), ("a/", "a/b/c.txt", True), ("a/", "b/a/c.txt", False), ("**/c.*", "c.txt", True),
    ("a/b/c.txt", "a/b/c.txt", True), ("[ab]/?.txt", "b/c.txt", True), ("", "a", False), ("a", "a", True),
])
def test_globs(pattern: str, path: str, expected: bool) -> None:
    assert matches(pattern, path) is expected


def test_no_glob_hangs() -> None:
    assert not matches("/".join(["**", "*a*a*a*a"] * 30), "/".join(["a" * 200] * 60) + "b")


@pytest.mark.parametrize(("pattern", "expected"), [
    ("seeds/a.txt", None), ("seeds/*.txt", "seeds/"), ("seeds/", "seeds/"), ("**/a", ""), ("a.txt", ""), ("a/b*/c", "a/"),
])
def test_the_folder_that_a_glob_spells_out(pattern: str, expected: str | None) -> None:
    assert literal_folder(pattern) == expected


def test_lines_of_keys() -> None:
    text = 'a = 1\ntext = """\nb = 2\n"""\n[t]\nb.c = 3\n"q.r" = 4\n[[u]]\nx = 1\n[[u]]\nx = 2\n[u.v]\ny = { z = 1 }\n'
    places = {("a",): 1, ("t", "b", "c"): 6, ("t", "q.r"): 7, ("u", 1, "x"): 11, ("u", 1, "v", "y", "z"): 13, ("u", 0): 8, ("none",): 1}
    assert {path: line_of(text, path) for path in places} == places


def test_printed_paths_are_relative_and_never_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    (real / ".git").mkdir(parents=True)
    link.symlink_to(real)
    config: Config = load_config(real)
    monkeypatch.chdir(real)
    assert config.relative(Path("a/../b.txt")) == "b.txt"
    assert config.relative(link / "b.txt") == "b.txt"
    assert config.relative(tmp_path / "c.txt") == "../c.txt"
