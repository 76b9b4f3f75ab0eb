"""What is no prose."""

from __future__ import annotations

import pytest

from corpuslint.text.masks import masks


@pytest.mark.parametrize(("text", "expected"), [
    ("plain text: nothing", []),
    ("---\ntitle: a\n---\nbody", ["---\ntitle: a\n---"]),
    ("\ufeff+++\na = 1\n+++\nbody", ["\ufeff+++\na = 1\n+++"]),
    ("--- no front matter", []),
    ("a\n```py\nx\n```\nb", ["```py\nx\n```"]),
    ("a\n~~~\nx", ["~~~\nx"]),
    ("see `x` and ``a b`` or ```", ["`x`", "``a b``"]),
    ("[a](b.md) [c][d]\n [d]: http://e.org", ["](b.md)", " [d]: http://e.org"]),
    ("at https://e.org/a?b, WWW.e.org or a.b+c@e.org!", ["https://e.org/a?b,", "WWW.e.org", "a.b+c@e.org"]),
    ("a @ b :// c", []),
])
def test_what_is_masked(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in masks(text, text.lower())] == expected
