"""The pytest plugin: collects the corpus index and the rule cards of a project that is configured for corpuslint.

This module is imported at every pytest start of everyone who has the package: it imports pytest and the standard
library only, and does nothing where the project has no configuration of ours.
"""

from __future__ import annotations

import types
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from corpuslint.pytest_items import Project

_PROJECT = pytest.StashKey["Project"]()


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("corpuslint", "corpus linting")
    group.addoption("--corpuslint", action="store_true", help="check the corpus though the project has no [tool.corpuslint]")
    parser.addini(
        "corpuslint_granularity",
        "one test item per 'rule' of a document, or per 'document'; 'auto' changes to documents above 5,000 items",
        default="auto",
    )


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    """Find the project before pytest imports a conftest.py, so that none under the corpus is."""
    if not (early_config.known_args_namespace.corpuslint or _is_configured(early_config.rootpath)):
        return
    from corpuslint.errors import UsageError
    from corpuslint.pytest_items import Project

    try:
        project = Project.load(early_config.rootpath)
    except UsageError as error:
        from corpuslint.outputs.sanitize import visible

        raise pytest.UsageError(f"corpuslint: {visible(str(error))}") from None
    early_config.stash[_PROJECT] = project
    for conftest in _conftests(project):
        # A plugin registered under the file's name is what pytest takes for the file once imported.
        early_config.pluginmanager.register(types.ModuleType("corpuslint_blocked_conftest"), name=str(conftest))


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "corpuslint(rule, document): an item of the corpuslint plugin")
    project = config.stash.get(_PROJECT, None)
    if project is None or config.args_source is config.ArgsSource.ARGS:
        return
    started = [Path(config.invocation_params.dir, argument) for argument in config.args]
    for path in project.collected:
        if not any(path.is_relative_to(parent) for parent in started):
            config.args.append(str(path))


def pytest_report_header(config: pytest.Config) -> list[str]:
    """Say what a person may take for checked and is not."""
    project = config.stash.get(_PROJECT, None)
    if project is None:
        return []
    from corpuslint.cache.folder import notes
    from corpuslint.outputs.sanitize import visible

    return [f"corpuslint: {note}" for note in (*project.notes(), *map(visible, notes()))]


@pytest.hookimpl(wrapper=True)
def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> Generator[None, list[Any], list[Any]]:
    """Collect the index and the rule cards; under the corpus folder nothing else is collected, nor executed."""
    found = yield
    project = parent.config.stash.get(_PROJECT, None)
    if project is None:
        return found
    if (own := project.collector(file_path, parent)) is not None:
        return [own]
    return [] if project.is_corpus(file_path) else found


@pytest.hookimpl(tryfirst=True)
def pytest_collect_directory(path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """A folder of the corpus is never a package whose __init__.py is imported."""
    project = parent.config.stash.get(_PROJECT, None)
    if project is None or not project.is_corpus(path):
        return None
    folder: pytest.Dir = pytest.Dir.from_parent(parent, path=path)
    return folder


def _conftests(project: Project) -> Iterator[Path]:
    if project.corpus is not None:
        yield from project.corpus.rglob("conftest.py")


def _is_configured(root: Path) -> bool:
    if (root / "corpuslint.toml").is_file():
        return True
    try:
        text = (root / "pyproject.toml").read_bytes()
        if b"corpuslint" not in text:
            return False
        import tomllib

        tool = tomllib.loads(text.decode("utf-8-sig")).get("tool", {})
    except (OSError, ValueError, RecursionError):  # pytest itself says what is wrong with it
        return False
    return not isinstance(tool, dict) or "corpuslint" in tool
