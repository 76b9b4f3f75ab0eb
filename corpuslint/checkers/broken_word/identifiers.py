"""Whether a text speaks of code: then a strange word is as well an identifier (`helpDialog`, `atheris`)."""

from __future__ import annotations

import re

from corpuslint.checkers.broken_word.weights import WEIGHTS
from corpuslint.lazy import regex

# Signs in the names of programs. Each pattern begins with the sign, which is found at once; the name is looked for behind.
_NAMES = {
    "()": regex(r"\(\)(?<=\w\(\))"), "_": regex(r"_(?<=[A-Za-z]{2}_)[A-Za-z]\w"), "--": regex(r"--(?<![^\s\"'(]--)[a-z]+(?:-[a-z]+|=)"),
    "::": regex(r"::(?<=\w::)\w+"), "->": regex(r"->(?<=\w->)\w+"), "$": regex(r"\$[A-Z]{2,}"),
}
_BESIDE = 6
"""Code points to either side of the sign by which two names differ."""
_CODE = regex(r"(?<!`)`[^`\s][^`\n]*`(?!`)|^```", re.MULTILINE)


def speaks_code(text: str) -> bool:
    """Whether marked code stands in a text, or several names of programs."""
    if "`" in text and _CODE.search(text):
        return True
    names: set[str] = set()
    for match in (m for sign, pattern in _NAMES.items() if sign in text for m in pattern.finditer(text)):
        names.add(text[max(0, match.start() - _BESIDE) : match.end() + _BESIDE])
        if len(names) == WEIGHTS.identifiers:
            return True
    return False
