"""The pytest plugin in projects of its own: what is collected, what fails, and that nothing of a corpus is executed."""

from __future__ import annotations

import subprocess
import sys
from fnmatch import fnmatchcase as fnmatch
from pathlib import Path

import pytest

from tests.projects import CLEAN, DAMAGED, own_cache

pytest_plugins = ["pytester"]

TABLE = "| path | date |\n| --- | --- |\n"


@pytest.fixture
def project(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """A project with a test of its own, `testpaths` that name only that, and an index of one clean document."""
    own_cache(pytester.path / ".cache", monkeypatch)
    (pytester.path / ".git").mkdir()
    pytester.makepyprojecttoml("[tool.corpuslint]\n[tool.pytest.ini_options]\ntestpaths = ['tests']\n")
    write(pytester, "tests/test_own.py", "def test_own(): pass\n")
    write(pytester, "seeds/clean.txt", CLEAN)
    write(pytester, "seeds/INDEX.md", f"{TABLE}| clean.txt | 2022-11-08 |\n")
    return pytester


def write(pytester: pytest.Pytester, name: str, text: str) -> None:
    path = pytester.path / name
    path.parent.mkdir(exist_ok=True, parents=True)
    path.write_text(text, "utf-8")


def add(pytester: pytest.Pytester, name: str, text: str) -> None:
    write(pytester, f"seeds/{name}", text)
    with (pytester.path / "seeds/INDEX.md").open("a", encoding="utf-8") as index:
        index.write(f"| {name} | 2022-11-08 |\n")


def test_a_clean_corpus_passes_beside_the_projects_own_tests(project: pytest.Pytester) -> None:
    result = project.runpytest_inprocess("-v")
    assert result.ret == 0
    result.stdout.fnmatch_lines([
        "tests/test_own.py::test_own PASSED*",
        "seeds/INDEX.md::index::missing-document PASSED*",
        "seeds/INDEX.md::clean.txt::mojibake PASSED*",
    ])


def test_a_new_row_gives_new_items_and_its_findings_without_other_change(project: pytest.Pytester) -> None:
    before = len(project.runpytest_inprocess("--co", "-q").outlines)
    add(project, "new.txt", DAMAGED)
    assert len(project.runpytest_inprocess("--co", "-q").outlines) > before
    result = project.runpytest_inprocess()
    result.assert_outcomes(failed=1, passed=result.parseoutcomes()["passed"])
    result.stdout.fnmatch_lines([
        "error[[]mojibake[]]*",
        " --> seeds/new.txt:3:31",
        "*The vote was held near the cafÃ© of the town.",
        "FAILED seeds/INDEX.md::new.txt::mojibake*",
    ])


def test_items_are_selected_by_rule_document_and_mark(project: pytest.Pytester) -> None:
    add(project, "new.txt", DAMAGED)
    project.runpytest_inprocess("-k", "mojibake and new").assert_outcomes(failed=1, deselected=project_items(project) - 1)
    project.runpytest_inprocess("seeds/INDEX.md::clean.txt::mojibake").assert_outcomes(passed=1)
    assert project.runpytest_inprocess("-m", "not corpuslint").parseoutcomes()["passed"] == 1
    project.runpytest_inprocess("tests/test_own.py").assert_outcomes(passed=1)


def test_what_is_below_the_threshold_passes_and_is_shown(project: pytest.Pytester) -> None:
    """A date that the row answers with `unknown` is a finding of severity info."""
    write(project, "seeds/undated.txt", "The vote was held on Sunday, and many people came to it.\n")
    with (project.path / "seeds/INDEX.md").open("a", encoding="utf-8") as index:
        index.write("| undated.txt | unknown |\n")
    item = "seeds/INDEX.md::undated.txt::missing-date"
    result = project.runpytest_inprocess(item, "-rP")
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["info[[]missing-date[]] nobody knows when this was published*"])
    write(project, "pyproject.toml", "[tool.corpuslint]\nfail-on = 'info'\n")
    project.runpytest_inprocess(item).assert_outcomes(failed=1)
    write(project, "pyproject.toml", "[tool.corpuslint]\nseverity = {missing-date = 'error'}\n")
    project.runpytest_inprocess(item).assert_outcomes(failed=1)


def project_items(project: pytest.Pytester) -> int:
    return sum("::" in line for line in project.runpytest_inprocess("--co", "-q").outlines)


@pytest.mark.slow
def test_accepted_findings_are_xfailed_with_their_reason(project: pytest.Pytester) -> None:
    add(project, "new.txt", DAMAGED)
    subprocess.run(
        [sys.executable, "-m", "corpuslint", "baseline", "update", "--reason", "as it came"], cwd=project.path, check=True,
        capture_output=True,
    )
    result = project.runpytest_inprocess("-rx")
    result.assert_outcomes(xfailed=1, passed=result.parseoutcomes()["passed"])
    result.stdout.fnmatch_lines(["XFAIL seeds/INDEX.md::new.txt::mojibake - 1 accepted: as it came"])
    write(project, "seeds/new.txt", CLEAN.replace("Sunday", "a Sunday"))
    result = project.runpytest_inprocess()
    result.assert_outcomes(failed=1, passed=result.parseoutcomes()["passed"])
    result.stdout.fnmatch_lines(["FAILED seeds/INDEX.md::index::unused-acceptance*"])


def test_problems_of_the_index_are_items_and_documents_that_are_missing_are_skipped(project: pytest.Pytester) -> None:
    write(project, "seeds/INDEX.md", f"{TABLE}| clean.txt | 2022-11-08 |\n| gone.txt | soon |\n| ../x | |\n")
    result = project.runpytest_inprocess("-rf")
    assert result.ret == 1
    result.stdout.fnmatch_lines([
        "FAILED seeds/INDEX.md::index::invalid-metadata*",
        "FAILED seeds/INDEX.md::index::missing-document*",
        "FAILED seeds/INDEX.md::index::unsafe-path*",
    ])
    assert result.parseoutcomes()["failed"] == 3


def test_names_that_pytest_would_split_are_encoded(project: pytest.Pytester) -> None:
    add(project, "a[1] %.txt", CLEAN.replace("vote", "poll"))
    result = project.runpytest_inprocess("seeds/INDEX.md::a%5B1%5D %25.txt::mojibake")
    result.assert_outcomes(passed=1)


SLOW = pytest.mark.slow


@pytest.mark.parametrize("arguments", [
    [], pytest.param(["--doctest-glob=*.txt", "seeds"], marks=SLOW), pytest.param(["seeds/test_evil.txt"], marks=SLOW),
    pytest.param(["--doctest-modules", "seeds/test_evil.py"], marks=SLOW), ["."],
])
@pytest.mark.slow
def test_nothing_under_the_corpus_is_executed(project: pytest.Pytester, arguments: list[str]) -> None:
    code = "import pathlib; pathlib.Path(__file__).with_suffix('.executed').write_text('x')\n"
    for name in ("conftest.py", "test_evil.py", "__init__.py", "deep/conftest.py", "deep/test_more.py"):
        write(project, f"seeds/{name}", code)
    add(project, "test_evil.txt", f"{CLEAN}\n>>> import pathlib; pathlib.Path('doctest.executed').write_text('x')\n")
    project.runpytest_subprocess(*arguments)
    assert list(project.path.rglob("*.executed")) == []


def test_a_project_without_configuration_is_untouched(pytester: pytest.Pytester) -> None:
    write(pytester, "seeds/INDEX.md", f"{TABLE}| gone.txt | |\n")
    write(pytester, "test_own.py", "def test_own(): pass\n")
    pytester.runpytest_inprocess("-rA").assert_outcomes(passed=1)


def test_a_wrong_configuration_is_a_usage_error(project: pytest.Pytester) -> None:
    project.makepyprojecttoml("[tool.corpuslint]\nselct = []\n")
    result = project.runpytest_subprocess()
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["ERROR: corpuslint: pyproject.toml:2: unknown key 'selct' (did you mean 'select'?)"])


@pytest.mark.parametrize(("table", "message"), [
    ("[tool.corpuslint.index]\npath = 'seedz/INDEX.md'\n",
     "pyproject.toml:2: no index at seedz/INDEX.md: correct 'index.path', or make one with `corpuslint index init`"),
    pytest.param("[tool]\ncorpuslint = 3\n", "pyproject.toml:2: 'tool.corpuslint' wants a table, not 3", marks=SLOW),
    pytest.param("[tool]\ncorpuslint = {ignore = ['mojibak']}\n", "pyproject.toml:2: unknown rule 'mojibak' (did you mean 'mojibake'?)", marks=SLOW),
    pytest.param("[tool.corpuslint]\nbaseline = '../x.json'\n",
     "pyproject.toml:2: 'baseline' names '../x.json', which leaves the project; `--config pyproject.toml` allows it", marks=SLOW),
    ("[tool.corpuslint]\nrule-folders = ['house']\n", "house/bad.toml:1: unknown key 'idd' (did you mean 'id'?)"),
    pytest.param("[tool.corpuslint]\nbaseline = 'house/broken.json'\n", "house/broken.json:2: not valid JSON*", marks=SLOW),
])
def test_what_the_command_calls_wrong_usage_the_plugin_calls_so_too(project: pytest.Pytester, table: str, message: str) -> None:
    project.makepyprojecttoml(table)
    write(project, "house/bad.toml", "idd = 'x'\n")
    write(project, "house/broken.json", "{\n")
    command = [sys.executable, "-m", "corpuslint", "check"]
    done = subprocess.run(command, cwd=project.path, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 2
    line = done.stderr.removeprefix("error: ").rstrip("\n")
    assert fnmatch(line, message.replace("[", "[[]"))
    result = project.runpytest_subprocess()
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    assert [error for error in result.errlines if error] == [f"ERROR: corpuslint: {line}"]


def test_what_the_command_passes_over_is_skipped_with_the_reason(project: pytest.Pytester) -> None:
    project.makepyprojecttoml("[tool.corpuslint]\nexclude = ['raw/']\n[tool.pytest.ini_options]\ntestpaths = ['tests']\n")
    add(project, "raw/new.txt", DAMAGED)
    add(project, "some.txt", "\0" + DAMAGED)
    result = project.runpytest_inprocess("-rs", "-k", "mojibake or missing-document")
    result.assert_outcomes(passed=2, skipped=2, deselected=result.parseoutcomes()["deselected"])
    result.stdout.fnmatch_lines_random(["SKIPPED * passed over: excluded", "SKIPPED * passed over: binary"])


def test_a_project_without_an_index_is_told_so(pytester: pytest.Pytester) -> None:
    pytester.makepyprojecttoml("[tool.corpuslint]\n")
    write(pytester, "test_own.py", "def test_own(): pass\n")
    result = pytester.runpytest_inprocess()
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["corpuslint: nothing is checked: no index at seeds/INDEX.md"])


def test_rule_cards_of_ones_own_are_collected(project: pytest.Pytester) -> None:
    project.makepyprojecttoml("[tool.corpuslint]\nrule-folders = ['house']\n[tool.pytest.ini_options]\ntestpaths = ['tests']\n")
    write(project, "house/our-term.toml", (
        'id = "our-term"\nchecker = "existence"\nseverity = "warning"\nsummary = "s"\nrationale = "r"\nterms = ["synergy"]\n'
        '[kinds.term]\nmessage = "{match}"\n[[bad]]\ntext = "More synergy"\nfinds = ["synergy"]\n'
        '[[good]]\ntext = "Our synergy"\nwhy = "wrong on purpose"\n[[todo]]\ntext = "Synergies"\nfinds = ["Synergies"]\nwhy = "no plural yet"\n'
    ))
    result = project.runpytest_inprocess("-k", "house or our-term.toml", "-v")
    result.stdout.fnmatch_lines([
        "house/our-term.toml::bad-0 PASSED*", "house/our-term.toml::good-0 FAILED*", "house/our-term.toml::todo-0 XFAIL*",
    ])


@pytest.mark.slow
def test_hostile_text_is_escaped_in_the_report(project: pytest.Pytester) -> None:
    add(project, "new.txt", "Published 8 November 2022\n\nA \x1b]0;t\x07 cafÃ© \u202e and ##[error]\n")
    result = project.runpytest_subprocess("--color=no")
    assert result.ret == 1
    assert not any(c in result.stdout.str() for c in ("\x1b", "\u202e", "##["))


@SLOW
def test_xdist_and_junitxml_give_the_same_outcomes(project: pytest.Pytester) -> None:
    add(project, "new.txt", DAMAGED)
    alone = project.runpytest_subprocess("--junitxml=out.xml").parseoutcomes()
    assert project.runpytest_subprocess("-n", "2", "--dist", "loadscope").parseoutcomes() == alone
    xml = (project.path / "out.xml").read_text("utf-8")
    assert 'name="document" value="seeds/new.txt"' in xml
    assert 'name="fingerprint"' in xml


def test_one_item_a_document_on_request(project: pytest.Pytester) -> None:
    add(project, "new.txt", DAMAGED)
    result = project.runpytest_inprocess("-o", "corpuslint_granularity=document", "-v")
    result.stdout.fnmatch_lines(["seeds/INDEX.md::clean.txt PASSED*", "seeds/INDEX.md::new.txt FAILED*"])


def test_the_plugin_module_imports_pytest_and_the_standard_library_only() -> None:
    code = (
        "import sys, pytest; before = set(sys.modules); import corpuslint.pytest_plugin; "
        "print(sorted(m for m in set(sys.modules) - before))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path(__file__).parent)
    assert done.stdout.strip() == "['corpuslint', 'corpuslint.pytest_plugin']"


@SLOW
def test_pytest_says_in_its_header_that_the_cache_is_not_used(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    pytester.makepyprojecttoml("[tool.corpuslint]\n")
    cache = pytester.path / "cache"
    cache.mkdir()
    cache.chmod(0o777)
    monkeypatch.setenv("CORPUSLINT_CACHE_DIR", str(cache))
    shown = pytester.runpytest_subprocess().stdout.str()
    assert f"corpuslint: the cache folder {cache} is not used: others can write in it (mode 0777" in shown
    assert list(cache.iterdir()) == []
