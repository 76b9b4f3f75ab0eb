"""What a document states of itself above its text; what is not as its column wants it states nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuslint.document import Document
from corpuslint.index.describe import describe
from corpuslint.index.front_matter import front_matter
from corpuslint.schemas import problems
from corpuslint.schemas.formats import FORMATS


@pytest.mark.parametrize(("block", "stated"), [
    ("title: The flood", {"title": "The flood"}), ("Title: 'It''s here' # today", {"title": "It's here"}),
    ('title: "A \\"b\\" \\u00e9"', {"title": 'A "b" é'}), ("title: X: y", {"title": "X: y"}), ("title: C# and F#", {"title": "C# and F#"}),
    ("title: >-\n  A long\n  title", {"title": "A long title"}), ("title:   spaced \t out  ", {"title": "spaced out"}),
    ("author: Ada", {"author": "Ada"}), ("authors: [Ada, 'Doe, Jo']", {"author": "Ada; Doe, Jo"}),
    ("authors:\n- Ada\n-  Bob # him", {"author": "Ada; Bob"}), ("author:\n  - name: Ada\n    mail: a@example.org", {"author": "Ada"}),
    ("date: 2022-11-08", {"date": "2022-11-08"}), ("date: 2022-11-08T10:00:00+01:00", {"date": "2022-11-08"}), ("date: 2022", {"date": "2022"}),
    ("published: 8 November 2022", {"date": "2022-11-08"}), ("pubDate: 2022-11", {"date": "2022-11"}), ("date: unknown", {"date": "unknown"}),
    ("lang: en_US", {"language": "en-US"}), ("license: CC BY 4.0", {"license": "CC-BY-4.0"}), ("licence: MIT", {"license": "MIT"}),
    ("source: https://example.org/a#b", {"source": "https://example.org/a#b"}), ("source: a book\nurl: http://example.org", {"source": "http://example.org"}),
    ("# a comment\n\ntags: [a]\nparams:\n  title: inner\ntitle: outer", {"title": "outer"}), ("title: first\ntitle: second", {"title": "second"}),
])
def test_what_is_stated(block: str, stated: dict[str, str]) -> None:
    for end in ("\n", "\r\n"):
        text = f"---\n{block}\n---\n\nThe text.\n".replace("\n", end)
        assert front_matter(text) == stated
        assert front_matter(f"\ufeff{text}") == stated


@pytest.mark.parametrize("block", [
    "", "title:", "title: ~", "title: null", "title: *a", "title: &a x", "title: !!python/object/apply:os.system ['x']", "title: {a: b}",
    "title: [a", "title: \"a", "date: 08/11/2022", "date: 2022-02-30", "date: soon", "language: English", "license: All rights reserved",
    "url: /local/x", "source: https://u:p@example.org", f"title: {'x' * 501}", "Just a sentence.\ntitle: x", "  title: x", "- title: x",
])
def test_what_states_nothing(block: str) -> None:
    assert front_matter(f"---\n{block}\n---\n\nThe text.\n") == {}


@pytest.mark.parametrize("text", [
    "", "---", "---\ntitle: x", "---\ntitle: x\n", "\n---\ntitle: x\n---\n", "title: x\n", "---\ntitle: x\n+++\n", "----\ntitle: x\n----\n",
    "+++\ntitle = x\n+++\n", f"+++\ntitle = {'[' * 5000}\n+++\n", f"---\n{'a: b' * 9000}\ntitle: x\n---\n",
])
def test_what_is_no_block(text: str) -> None:
    assert front_matter(text) == {}


def test_toml() -> None:
    block = "title = 'T'\nauthors = ['A', {name = 'B'}]\ndate = 2022-11-08T10:00:00Z\nlicense = 'MIT'\nlanguage = 3\n[params]\nlang = 'en'\n"
    assert front_matter(f"+++\n{block}+++\ntext") == {"title": "T", "author": "A; B", "date": "2022-11-08", "license": "MIT"}


def test_a_stated_title_is_the_title() -> None:
    assert describe(Document.from_text("+++\ntitle = 'The Flood'\n+++\n\nAnother Title Of This\n\nText.\n")).title == "The Flood"


@given(st.lists(st.sampled_from(["title", "date", "license", "url", "lang", "x"])), st.text(st.characters() | st.sampled_from("\n:-[]'\"#|>"), max_size=120))
def test_any_block_gives_cells_that_the_index_takes(keys: list[str], value: str) -> None:
    for block in (value, *(f"{key}: {value}" for key in keys)):
        for mark in ("---", "+++"):
            stated = front_matter(f"{mark}\n{block}\n{mark}\n")
            assert not list(problems("index-row", {"path": "-", **stated}, FORMATS))
