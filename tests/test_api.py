"""The package from Python: what `check` and `check_text` take, what they read, and what they refuse."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

import corpuslint
from tests.projects import DAMAGED, DATED, enter


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return enter(tmp_path, monkeypatch, {
        "seeds/a.txt": DAMAGED, "seeds/INDEX.md": "| path |\n| --- |\n| a.txt |\n", "b.txt": f"{DATED}A man sat in the cafÃ© all day.\n",
    })


@pytest.mark.parametrize(("paths", "found"), [
    ("seeds", ["seeds/a.txt"]), ("b.txt", ["b.txt"]), (Path("b.txt"), ["b.txt"]), (PurePosixPath("seeds/a.txt"), ["seeds/a.txt"]),
    (["seeds", Path("b.txt")], ["b.txt", "seeds/a.txt"]), (("b.txt", "b.txt"), ["b.txt"]), ({"b.txt"}, ["b.txt"]),
    ((name for name in ["b.txt"]), ["b.txt"]), ([], ["seeds/a.txt"]), ((), ["seeds/a.txt"]), ("seeds/INDEX.md", ["seeds/a.txt"]),
])
def test_a_path_or_paths(paths: Any, found: list[str]) -> None:
    report = corpuslint.check(paths)
    assert [(finding.path, finding.rule) for finding in report.findings] == [(path, "mojibake") for path in found]


@pytest.mark.parametrize("start", ["seeds", Path("seeds")])
def test_the_configuration_is_looked_for_from_the_start(start: Any, project: Path) -> None:
    (project / "seeds/corpuslint.toml").write_text('ignore = ["mojibake"]\n', "utf-8")
    assert corpuslint.check("seeds/a.txt").findings
    assert corpuslint.check("seeds/a.txt", start).findings == ()


@pytest.mark.parametrize(("paths", "message"), [
    (5, "paths wants a path or paths, not int"), (None, "paths wants a path or paths, not NoneType"),
    (b"seeds", "paths wants a path or paths, not bytes"), ([b"seeds"], "a path is a string or an os.PathLike, not bytes"),
    ([["seeds"]], "a path is a string or an os.PathLike, not list"), ([None], "a path is a string or an os.PathLike, not NoneType"),
])
def test_what_is_no_path_is_a_type_error(paths: Any, message: str) -> None:
    with pytest.raises(TypeError, match=f"^{message}$"):
        corpuslint.check(paths)


@pytest.mark.parametrize("path", ["", "gone.txt"])
def test_a_path_that_is_not_there_is_a_usage_error(path: str) -> None:
    with pytest.raises(corpuslint.UsageError):
        corpuslint.check(path)


def test_a_text_is_checked_without_any_configuration(project: Path) -> None:
    (project / "corpuslint.toml").write_text('ignore = ["mojibake"]\n', "utf-8")
    assert corpuslint.check("b.txt").findings == ()
    assert [finding.rule for finding in corpuslint.check_text(DAMAGED)] == ["mojibake"]
    (project / "corpuslint.toml").write_text("selct = 1\n", "utf-8")
    assert [finding.match for finding in corpuslint.check_text(DAMAGED, language="en")] == ["Ã©"]


@pytest.mark.parametrize(("text", "metadata", "message"), [
    (b"x", {}, "text wants a string, not bytes"), (None, {}, "text wants a string, not NoneType"),
    ("x", {"date": 2022}, "date wants a string, not int"),
])
def test_what_is_no_text_is_a_type_error(text: Any, metadata: dict[str, Any], message: str) -> None:
    with pytest.raises(TypeError, match=f"^{message}$"):
        corpuslint.check_text(text, **metadata)


def test_kinds_in_preview_are_silent() -> None:
    assert corpuslint.check_text("Read on.<br />It is <b>late</b>.", date="2022-11-08") == []


def test_metadata_may_have_any_name() -> None:
    assert corpuslint.check_text("x", text="y", date="2022-11-08") == []


def test_every_name_is_there_and_typed() -> None:
    assert all(getattr(corpuslint, name) is not None for name in corpuslint.__all__)
    assert (Path(corpuslint.__file__).parent / "py.typed").is_file()
    with pytest.raises(AttributeError, match="no attribute 'lint'"):
        _ = corpuslint.lint


def test_the_import_costs_nothing() -> None:
    code = "import sys; import corpuslint; print(sorted(m for m in sys.modules if m.startswith('corpuslint.') or m in ('pathlib', 'json')))"
    assert subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True, cwd=Path(__file__).parent.parent).stdout == "[]\n"
