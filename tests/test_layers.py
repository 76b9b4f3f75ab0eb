"""The layers that pyproject.toml declares: nothing imports upwards, and no import leads back to where it came from."""

from __future__ import annotations

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "corpuslint"


def _modules() -> dict[str, Path]:
    paths = {".".join(path.relative_to(ROOT).with_suffix("").parts): path for path in PACKAGE.rglob("*.py")}
    return {name.removesuffix(".__init__"): path for name, path in paths.items()}


MODULES = _modules()


def _imported(path: Path) -> set[str]:
    """The modules of ours that a file names in any import, wherever it stands (in a function, under TYPE_CHECKING), and in `lazy`."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            below = {f"{node.module}.{alias.name}" for alias in node.names}
            names.update(below & MODULES.keys() if below <= MODULES.keys() else {node.module, *(below & MODULES.keys())})
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "lazy":
            names.update(str(argument.value).partition(":")[0] for argument in node.args if isinstance(argument, ast.Constant))
    return names & MODULES.keys()


IMPORTS = {name: _imported(path) - {name} for name, path in MODULES.items()}


def test_no_import_leads_back_to_where_it_came_from() -> None:
    try:
        TopologicalSorter(IMPORTS).prepare()
    except CycleError as error:
        pytest.fail(" → ".join(reversed(error.args[1])))


def test_nobody_imports_the_package_itself() -> None:
    assert [name for name, imported in IMPORTS.items() if "corpuslint" in imported] == []
