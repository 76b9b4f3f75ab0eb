"""What is made when it is first used: functions by name, and regular expressions."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, AnyStr, cast


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


_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split", "pattern")


class _Regex:
    """A regular expression that is compiled when one of its methods is first asked for."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self._source: tuple[Any, int] = pattern, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(*self._source)
        # Found on the object itself from now on, at no more cost than on the compiled one.
        self.__dict__.update((method, getattr(compiled, method)) for method in _METHODS)
        return getattr(compiled, name)


def regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """`re.compile`, put off until the first use: a run uses few of two hundred, and compiling all takes 0.1 s."""
    return cast("re.Pattern[AnyStr]", _Regex(pattern, flags))
