"""The schema of a row and its formats; the quick check agrees with jsonschema; nothing is ever fetched."""

from __future__ import annotations

import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from referencing import Registry

from corpuslint import schemas
from corpuslint.schemas import load, problems
from corpuslint.schemas.formats import FORMATS, is_date, is_language, is_license, is_url
from corpuslint.schemas.quick import valid

VALUES = st.sampled_from([
    "", "a", "unknown", "2023", "2023-03", "2023-03-21", "2023-02-30", "20230321", "2023-W12-2", "２０２３", "en", "zh-Hant", "kz", "MIT", "CC BY",
    "LicenseRef-x", "https://a.b/c", "http://u@b/", "a" * 64, "A" * 64, "a" * 6000, "active", "gone", "é\n",
])
COLUMNS = st.sampled_from([*load("index-row")["properties"], "x-own", "x-Own", "titel", "X"])


@given(st.dictionaries(COLUMNS, VALUES, max_size=5))
def test_the_quick_check_agrees_with_jsonschema_on_rows(row: dict[str, str]) -> None:
    schema = load("index-row")
    checker = schemas._checker(FORMATS)
    validator = Draft202012Validator(schema, registry=Registry(), format_checker=checker)
    assert valid(schema, row, FORMATS) == validator.is_valid(row) == (not list(problems("index-row", row, FORMATS)))


@pytest.mark.parametrize("value", ["2023", "2023-03", "2023-03-21", "0001-01-01", "2024-02-29"])
def test_dates(value: str) -> None:
    assert is_date(value)


@pytest.mark.parametrize("value", [
    "", "20230321", "2023-W12-2", "2023-3-1", "2023-02-29", "2023-13", "0000", "２０２３", "2023-03-21\n", "21.03.2023", "2023-03-21T10:00",
])
def test_no_dates(value: str) -> None:
    assert not is_date(value)


@pytest.mark.parametrize(("value", "good"), [
    ("en", True), ("kaz", True), ("pt-BR", True), ("zh-Hant-TW", True), ("es-419", True), ("de-DE-1996", True), ("mul", True), ("EN", True),
    ("kz", False), ("jp", False), ("en_US", False), ("English", False), ("e", False), ("", False), ("en-", False), ("en, fr", False),
])
def test_languages(value: str, good: bool) -> None:
    assert is_language(value) is good


@pytest.mark.parametrize(("value", "good"), [
    ("MIT", True), ("mit", True), ("CC-BY-4.0 OR (MIT AND BSD-3-Clause)", True), ("LicenseRef-by-letter", True), ("GPL-2.0-only WITH Classpath-exception-2.0", True),
    ("CC BY", False), ("free", False), ("MIT OR", False), ("(" * 150, False), ("MIT " * 200, False), ("__import__('os')", False), ("\x00", False),
])
def test_licenses(value: str, good: bool) -> None:
    assert is_license(value) is good


@pytest.mark.parametrize(("value", "good"), [
    ("https://example.org", True), ("http://example.org:8080/a?b=c#d", True), ("https://пример.рф/а", True), ("https://[::1]/", True),
    ("ftp://example.org", False), ("https://", False), ("https://a b", False), ("https://u:p@example.org", False), ("javascript:alert(1)", False),
    ("https://[::1", False), ("https://a:99999/", False), ("//example.org", False), ("https://a/\u0000", False), ("https://a/<b>", False),
])
def test_addresses(value: str, good: bool) -> None:
    assert is_url(value) is good


def test_a_remote_reference_is_an_error_and_no_request(monkeypatch: pytest.MonkeyPatch) -> None:
    from referencing.exceptions import Unresolvable

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a request was made")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(schemas, "load", lambda _: {"$ref": "https://example.org/schema.json"})
    with pytest.raises(Exception, match="example") as caught:
        list(problems("config", {}))
    assert isinstance(caught.value, Unresolvable) or "Unresolvable" in type(caught.value).__name__


def test_deep_nesting_is_a_problem_and_no_crash() -> None:
    deep: object = {}
    for _ in range(5000):
        deep = {"select": deep}
    assert [p.message for p in problems("config", deep)][:1] != []
