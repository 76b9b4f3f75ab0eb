"""What holds for every text, under all rules at once."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpuslint.card import builtin_rules
from corpuslint.document import Document
from corpuslint.engine import RuleSet, check_document
from corpuslint.finding import Finding
from corpuslint.fixes.fixer import fix_text

RULES = RuleSet(builtin_rules())
# Pieces that checkers look for, so that random texts reach past their gates.
PIECES = [
    "The vote was held on Sunday.", "Published on Monday, 9 November 2022", "Ã©", "â€œ", "caf&eacute;", "\\u2019", "=C3=A9", "\ufffd",
    "??????", "锟斤拷", "人粪命运共后体", "ofthe", "gov ernment", "develop-\nment", "the the", "e l e c t i o n", "wоrd", "zero\u200bwidth",
    "ﬁnd", "the best city in the world", "widely regarded as", "second to none", "Share this article", "© 2021", "Home | News | Sport",
    "slot gacor casino bonus http://x.example", "<div style='display:none'>", "casino казино 赌场", "8 ноября 2022 г.", "令和4年11月8日",
    "\n\n", "\n", "\r\n", " ", "\t", "\udcff", "\x00", "\x85", "\u202e", "İ", "ß", "़", "😀", "a" * 200,
]
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(st.characters(codec=None, exclude_categories=()), max_size=12)), max_size=14)
SLOW = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def found(text: str) -> list[Finding]:
    result = check_document(Document.from_text(text), RULES)
    assert result.failures == []
    return result.findings


@given(TEXTS)
@SLOW
def test_findings_and_edits_lie_inside_the_text(pieces: list[str]) -> None:
    text = " ".join(pieces)
    findings = found(text)
    for finding in findings:
        assert 0 <= finding.start.offset <= finding.end.offset <= len(text)
        assert finding.match == text[finding.start.offset : finding.end.offset]
        assert "{" not in finding.message or "{" in text
        edits = finding.fix.edits if finding.fix else ()
        assert all(0 <= edit.start <= edit.end <= len(text) for edit in edits)
        for excerpt in finding.excerpt:
            assert 0 <= excerpt.start <= excerpt.end <= len(excerpt.text)
    assert findings == sorted(findings, key=Finding.sort_key)
    assert len({finding.fingerprint for finding in findings}) == len(findings)


@given(TEXTS)
@SLOW
def test_checking_twice_gives_the_same(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert found(text) == found(text)


@given(TEXTS)
@SLOW
def test_safe_fixes_come_to_an_end_and_leave_nothing_to_fix(pieces: list[str]) -> None:
    fixed = fix_text(" ".join(pieces), found, ("safe",)).text
    assert [f.match for f in found(fixed) if f.fix and f.fix.safety == "safe"] == []
    assert fix_text(fixed, found, ("safe",)).text == fixed


@given(st.integers(1, 40))
@settings(deadline=None, max_examples=5)
def test_fingerprints_survive_lines_above(lines: int) -> None:
    text = "Published 8 November 2022\n\nThe vote was held near the cafÃ© of the town.\n"
    before = [f.fingerprint for f in found(text) if f.rule == "mojibake"]
    after = [f.fingerprint for f in found("The town was quiet.\n" * lines + text) if f.rule == "mojibake"]
    assert len(before) == 1
    assert before == after
