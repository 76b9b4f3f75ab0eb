"""The layers that pyproject.toml declares: nothing imports upwards, and no import leads back to where it came from."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
import tomllib
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


def _layers() -> dict[str, int]:
    """Each module's layer by pyproject.toml, 0 at the top; of those that a longer name stands for, the longest."""
    (contract,) = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    declared = {name: number for number, layer in enumerate(contract["layers"]) for name in layer.split(" | ")}
    above = {name: [n for n in declared if name == n or name.startswith(f"{n}.")] for name in MODULES}
    return {name: declared[max(found, key=len)] for name, found in above.items() if found}


LAYERS = _layers()


def test_every_module_has_a_layer() -> None:
    rooms = {name for name in MODULES if any(other.startswith(f"{name}.") for other in MODULES)}
    assert MODULES.keys() - LAYERS.keys() - rooms == set()


def test_nothing_imports_upwards_not_even_by_a_name_that_is_looked_up_late() -> None:
    edges = ((name, imported) for name in LAYERS for imported in IMPORTS[name] & LAYERS.keys())
    assert [edge for edge in edges if LAYERS[edge[1]] < LAYERS[edge[0]]] == []


def test_the_command_of_contributing_says_the_same() -> None:
    pytest.importorskip("importlinter", reason="an environment without the extra `dev`")
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", env={**os.environ, "PYTHONUTF8": "1"}, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
