from __future__ import annotations

import pytest

from corpuslint.card import load_rule
from corpuslint.checkers.broken_word.cjk import _as_it_stands, _misread
from corpuslint.data import builtin_folder
from corpuslint.document import Document
from corpuslint.engine import RuleSet, check_document
from tests.checkers.broken_word.made import made_words

RULE = load_rule(builtin_folder() / "broken-word.toml")


def found(text: str) -> list[tuple[str, str]]:
    result = check_document(Document.from_text(text), RuleSet((RULE,)))
    assert not result.failures
    return [(f.match, str(f.evidence["repair"])) for f in result.findings if f.kind == "cjk"]


@pytest.mark.parametrize(("text", "expected"), [
    ("人工智熊的发展", [("人工智熊", "人工智能")]),
    ("中华人民共利国", [("中华人民共利国", "中华人民共和国")]),
    ("Press release\n\n信息技木\n\nPublished in 2022", [("信息技木", "信息技术")]),
])
def test_look_alikes(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("text", [
    "中华人民共和国成立七十周年。",
    "美国选手乔丹·斯皮思以5-4的比分不敌对手。",
    "我们的工作是证明这一点，而不是给用户讲故事。",
    "人工智熊とは何か、という問いに答える。",
    "人", "人人", "",
])
def test_silence(text: str) -> None:
    assert found(text) == []


def test_the_relation_is_one_of_single_characters() -> None:
    table = dict(RULE.lexicon("zh", "lookalike"))
    assert all(len(char) == 1 and char not in others for char, others in table.items())
    assert "土" in table["士"] and "未" in table["末"]


ALIKE = {"熊": "能态", "木": "术"}


@pytest.mark.parametrize(("run", "zipfs", "expected"), [
    # a word of four: three characters that are no word each are 3 x (1 - 9) beside it
    ("人工智熊", {"人工智能": 3.0}, [("人工智熊", "人工智能")]),
    ("的人工智熊", {"人工智能": 3.0}, [("人工智熊", "人工智能")]),
    ("人工智熊的", {"人工智能": 3.0}, [("人工智熊", "人工智能")]),
    ("工智熊人", {"工智能人": 3.0}, [("工智熊人", "工智能人")]),
    ("熊人工智", {"能人工智": 3.0}, [("熊人工智", "能人工智")]),
    ("人熊工智", {"人能工智": 3.0}, [("人熊工智", "人能工智")]),
    # one word of three needs more, its middle being the odd one or not
    ("工智熊", {"工智能": 2.96}, []),
    ("工智熊", {"工智能": 3.0}, [("工智熊", "工智能")]),
    ("工熊智", {"工能智": 3.0}, [("工熊智", "工能智")]),
    ("工熊智", {"工能智": 2.96}, []),
    ("工熊智", {"工能智": 3.0, "工熊": 1.0}, []),
    ("工熊智", {"工能智": 3.0, "熊智": 1.0}, []),
    ("熊智工", {"能智工": 3.0}, [("熊智工", "能智工")]),
    # the likelier of two
    ("人工智熊", {"人工智能": 3.0, "人工智态": 4.0}, [("人工智熊", "人工智态")]),
    ("人工智熊", {"人工智能": 4.0, "人工智态": 3.0}, [("人工智熊", "人工智能")]),
    # a usual pair, a particle, a word that stands there already
    ("人工智熊", {"人工智能": 3.0, "智熊": 4.0}, []),
    ("人工智熊", {"人工智能": 3.0, "智熊": 3.96}, [("人工智熊", "人工智能")]),
    ("人工熊智", {"人工能智": 3.0, "熊智": 4.0}, []),
    ("人工智熊", {"人工智能": 3.0, "熊": 6.76}, []),
    ("人工智熊", {"人工智能": 3.0, "熊": 6.68}, [("人工智熊", "人工智能")]),
    ("人工智熊", {"人工智能": 6.0, "人工智熊": 2.52}, []),
    # the rest is a word by itself
    ("人工智熊", {"人工智能": 6.0, "人工智": 0.4}, []),
    ("熊人工智", {"能人工智": 6.0, "人工智": 0.4}, []),
    ("人熊工智", {"人能工智": 6.0, "人": 5.0, "工智": 0.4}, [("人熊工智", "人能工智")]),
    # by three powers of ten likelier: -9 + zipf against the sum of the parts
    ("人工智熊", {"人工智能": 5.0, "人工": 5.48, "智熊": 3.48}, [("人工智熊", "人工智能")]),
    ("人工智熊", {"人工智能": 2.52, "人工": 5.0, "智熊": 3.6}, []),
    # another character is odd, or the look-alike is none
    ("人工丙熊", {"人工智能": 6.0}, []),
    ("人工智丙", {"人工智能": 6.0}, []),
    ("人工智熊", {"人工智丙": 6.0}, []),
    # seven characters are a word, eight are none
    ("甲乙丙丁戊己熊", {"甲乙丙丁戊己能": 3.0}, [("甲乙丙丁戊己熊", "甲乙丙丁戊己能")]),
    ("甲乙丙丁戊己庚熊", {"甲乙丙丁戊己庚能": 3.0}, []),
    # each has its place
    ("人工智熊信息技木", {"人工智能": 3.0, "信息技术": 3.0}, [("人工智熊", "人工智能"), ("信息技木", "信息技术")]),
])
def test_a_run_of_characters(run: str, zipfs: dict[str, float], expected: list[tuple[str, str]]) -> None:
    found = list(_misread(run, 10, made_words(zipfs).lexicon, ALIKE))
    assert [(run[b.start - 10 : b.end - 10], b.repair) for b in found] == expected


def test_the_likeliest_cut() -> None:
    lexicon = made_words({"人工": 5.0, "智能": 5.0, "人": 6.0}).lexicon
    assert _as_it_stands("", lexicon) == 0.0
    assert _as_it_stands("人", lexicon) == pytest.approx(-3.0)
    assert _as_it_stands("工", lexicon) == pytest.approx(-8.0)
    assert _as_it_stands("人工", lexicon) == pytest.approx(-4.0)
    assert _as_it_stands("人工智能", lexicon) == pytest.approx(-8.0)
    assert _as_it_stands("人智能", lexicon) == pytest.approx(-7.0)


def test_a_text_with_kana_is_japanese() -> None:
    assert found("人工智熊") and not found("人工智熊 ぁ") and not found("人工智熊 ヿ") and found("人工智熊 \u3040")
