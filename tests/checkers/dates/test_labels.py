"""Words that tell what a date is for, and headings of comments and of lists of other texts."""

from __future__ import annotations

import pytest

from corpuslint.checkers.dates.labels import heading, labels


@pytest.mark.parametrize(
    ("lowered", "tag"),
    [
        ("comments", "com"),
        ("comments (3)", "com"),
        ("3 comments", "com"),
        ("related articles", "rel"),
        ("related articles and more of", "rel"),  # three words more
        ("related articles and more of them", ""),  # four
        ("kommentare", "com"),
        ("похожие статьи", "rel"),
        ("相关阅读", "rel"),
        ("相关阅读一二三四", "rel"),  # four characters more
        ("相关阅读一二三四五", ""),
        ("the bridge", ""),
        ("мост", ""),
        ("123", ""),
        ("", ""),
    ],
)
def test_heading(lowered: str, tag: str) -> None:
    assert heading(lowered) == tag


@pytest.mark.parametrize(
    ("lowered", "language", "expected"),
    [
        ("published on 8", "en", [("published on", "pub")]),
        ("last updated 8", "en", [("last updated", "upd")]),
        ("published 8, updated 9", "en", [("published", "pub"), ("updated", "upd")]),
        ("republished 8", "en", []),
        ("veröffentlicht am 8", "de", [("veröffentlicht am", "pub")]),
        ("veröffentlicht am 8", "fr", [("veröffentlicht am", "pub")]),  # too long for an accident
        ("stand: 8", "de", [("stand", "state")]),
        ("stand: 8", "fr", []),  # too short
        ("stand: 8", "und", [("stand", "state")]),
        ("updated 8", "de", [("updated", "upd")]),
        ("by jo", "de", [("by", "by")]),  # English counts everywhere
    ],
)
def test_labels(lowered: str, language: str, expected: list[tuple[str, str]]) -> None:
    hits = labels(lowered, language)
    assert [(hit.term, hit.tag) for hit in hits] == expected
    assert all(lowered[hit.start : hit.end] == hit.term for hit in hits)


def test_a_word_that_goes_on_with_a_vowel_sign_is_no_label() -> None:
    (hit,) = labels("प्रकाशित 8", "hi")
    assert (hit.term, hit.tag) == ("प्रकाशित", "pub")
    assert labels("प्रकाशितो 8", "hi") == ()
