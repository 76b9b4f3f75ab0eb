"""Markup that came along with a text."""

from __future__ import annotations

import pytest

from corpuslint.card import builtin_rule
from corpuslint.engine import RuleSet, check_text


def found(rule: str, text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(finding.kind, finding.matches) for finding in check_text(text, RuleSet((builtin_rule(rule),)))]


@pytest.mark.parametrize(("text", "expected"), [
    ("One<br/>two <b>three</b>", [("tag", ("<br/>", "<b>", "</b>"))]),
    ("One <p\nclass='x'>two", [("tag", ("<p\nclass='x'>",))]),
    ("One <!-- no --> two", [("tag", ("<!-- no -->",))]),
    ("One <nobody> two <a b> three", []),
    ("Hello {{ user.name | upper }} and ${total} and <%= x %>", [("template", ("{{ user.name | upper }}", "<%= x %>", "${total}"))]),
    ("Costs $5 and 10% {of it}", []),
    ("[vc_row][vc_column width=\"1/2\"]Text[/vc_column]", [("shortcode", ("[vc_row]", "[vc_column width=\"1/2\"]", "[/vc_column]"))]),
    ("He [laughs] at [page_2]", []),
    ("#menu a:hover { color: red } and so on", [("style", ("#menu a:hover { color: red }",))]),
    ('{"name": "x", "size": 3, "list": []}', [("script", ('{"name": "x", "size": 3, "list": []}',))]),
    ("gtag('event', 'x')", [("script", ("gtag('event', 'x')",))]),
    ("//cdn.example.org/a_200.webp", [("image", ("//cdn.example.org/a_200.webp",))]),
    ("data-toggle=\"x\" aria-label='y'", [("attribute", ("data-toggle=\"x\"", "aria-label='y'"))]),
    ("In CSS, #menu { color: red } makes it red.", []),
    ("a List<U> of b", []), ("a <U>b</U> c", [("tag", ("<U>", "</U>"))]),
    ("# Air\n\nCO<sub>2</sub><br/>", []), ("# Air\n\n<p>CO</p>", [("tag", ("<p>", "</p>"))]),
    ("---\ntitle: x\n---\n<p>y</p>", []), ("---\n<p>y</p>", [("tag", ("<p>", "</p>"))]),
    ("Photo:\n//cdn.example.org/a_200.webp", []), ("Photo\n//cdn.example.org/a_200.webp", [("image", ("//cdn.example.org/a_200.webp",))]),
    ("The api, its methods, variables and strings: <p>a</p>", []), ("The api, its methods and strings: <p>a</p>", [("tag", ("<p>", "</p>"))]),
    ("{{ a ? 'x' : \"y\" }} and {{.}}", [("template", ("{{ a ? 'x' : \"y\" }}", "{{.}}"))]), ("x^{{a}} \\frac{{a}}{{b}}", []),
    ("rel\na\nhref\n/b\nclass\nc", [("attribute", ("rel\na\nhref\n/b\nclass\nc",))]), ("title\nA\ntype\nB", []),
    ("all of expr:href='data:label.url' here", []),
    ("```\n<b>code</b>\n```\n`<br>`", []),
])
def test_remnants_of_markup(text: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert sorted(found("markup-remnant", text)) == sorted((kind, tuple(sorted(matches, key=text.find))) for kind, matches in expected)
