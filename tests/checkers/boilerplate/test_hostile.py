"""What no text must do: hide its findings' places, fail, or take long."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpuslint.checkers.boilerplate.checker import check
from corpuslint.document import Document
from tests.checkers.boilerplate.samples import PARAGRAPH, RULE, found, repaired

PIECES = st.sampled_from([
    "Home", "Share", "Facebook", "©", "2021", "all rights reserved", "News", "Read more", "Menu", PARAGRAPH, "|", ">", "\n", "\n\n", "  ", ":", ",",
    "[x](y)", "\udc80", "\x00", "分享", "首页", "शेयर करें", "İ", "e\u0301", "\u200c", "\u2028", "\"", "- ",
])


@settings(deadline=None, max_examples=150)
@given(st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=25).map("".join), st.sampled_from(["en", "de", "zh", "fa", "und", "sw"]))
def test_any_text_is_checked_and_the_repair_settles(text: str, language: str) -> None:
    findings = found(text, language)
    document = Document.from_text(text)
    assert all(0 <= f.span.start < f.span.end <= len(text) for f in findings)
    assert all(text[f.span.start : f.span.end] == f.match == f.match.strip() for f in findings)
    assert len({document.position(f.span.start).line for f in findings}) == len(findings)
    edits = sorted(edit for f in findings if f.fix for edit in f.fix.edits)
    assert all(a.end <= b.start for a, b in pairwise(edits))
    assert len(repaired(text, findings)) <= len(text)


@pytest.mark.parametrize("unit", ["Share on Facebook\n", "Home\n", "News\n", "Home | ", "share ", "© 2021 ", "[(", ": , "])
@pytest.mark.slow
def test_the_cost_grows_with_the_size(unit: str) -> None:
    def seconds(size: int) -> float:
        document = Document.from_text(unit * size, metadata={"language": "en"})
        started = time.process_time()
        for _ in check(document, RULE):
            pass
        return time.process_time() - started

    seconds(10)
    assert seconds(8000) < 10 * seconds(2000) + 0.2
