from __future__ import annotations

import pytest

from corpuslint.card import load_rule
from corpuslint.data import builtin_folder, lexicon_problems
from corpuslint.document import Document
from corpuslint.engine import RuleSet, check_document

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
    for name, language in (("lookalike", "zh"), ("words", "en"), ("phrase", "en"), ("confused", "en")):
        assert not list(lexicon_problems(builtin_folder() / "broken-word" / f"{name}.{language}.txt"))
    table = dict(RULE.lexicon("zh", "lookalike"))
    assert all(len(char) == 1 and char not in others for char, others in table.items())
    assert "土" in table["士"] and "未" in table["末"]
