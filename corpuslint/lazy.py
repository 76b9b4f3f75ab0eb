"""Functions by name, imported when they are first called: a table of them costs nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def lazy(target: str) -> Callable[..., Any]:
    """The function `package.module:name`, which is looked up at the first call."""
    found: list[Callable[..., Any]] = []

    def call(*arguments: Any) -> Any:
        if not found:
            from importlib import import_module

            module, _, name = target.partition(":")
            found.append(getattr(import_module(module), name))
        return found[0](*arguments)

    return call
