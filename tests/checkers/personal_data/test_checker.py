"""`personal-data`: exact places, and what looks alike and is nobody's."""

from __future__ import annotations

from functools import cache

import pytest

from corpuslint.card import load_rule
from corpuslint.checkers.personal_data.checker import check
from corpuslint.checkers.personal_data.mail import is_person
from corpuslint.data import builtin_folder
from corpuslint.document import Document
from corpuslint.finding import Finding, Severity
from corpuslint.rule import Rule


@cache
def rule() -> Rule:
    return load_rule(builtin_folder() / "personal-data.toml")


def find(text: str) -> list[Finding]:
    return list(check(Document.from_text(text), rule()))


def shown(text: str) -> list[tuple[str, list[str]]]:
    """Kind and the texts of its places."""
    return sorted((finding.kind, [text[start:end] for start, end in finding.spans]) for finding in find(text))


def test_the_rule_is_off_until_it_is_asked_for() -> None:
    assert all(kind.preview for kind in rule().kinds.values())
    assert rule().severity == Severity.INFO


def test_one_value_is_one_finding() -> None:
    text = "+49 711 482 91-37, 0049 (0)711 48291-37, tel. 0711/4829137; ada.finch@oakford.org, Ada.Finch@Oakford.org, b.stone@oakford.org"
    (phone, first, second) = sorted(find(text), key=lambda finding: (finding.kind != "phone", finding.start.offset))
    assert [text[start:end] for start, end in phone.places] == ["+49 711 482 91-37", "0711/4829137"]
    assert [text[start:end] for start, end in first.places] == ["ada.finch@oakford.org", "Ada.Finch@Oakford.org"]
    assert (second.match, second.places, second.fix) == ("b.stone@oakford.org", (), None)


@pytest.mark.parametrize(("text", "kind", "match"), [
    ("a mailto:ada.finch@oakford.org.", "mail", "ada.finch@oakford.org"), ("<ada_finch@oakford.co.uk>", "mail", "ada_finch@oakford.co.uk"),
    ("finchling77@gmail.com", "mail", "finchling77@gmail.com"), ("Ada Finch (afinch@oakford.org)", "mail", "afinch@oakford.org"),
    ("José Peña, jpena@oakford.org", "mail", "jpena@oakford.org"), ("afinch@oakford.org", "mailbox", "afinch@oakford.org"),
    ("anne-karen.finch@oakford.org", "mail", "anne-karen.finch@oakford.org"), ("mill-house@oakford.org", "mailbox", "mill-house@oakford.org"),
])
def test_addresses(text: str, kind: str, match: str) -> None:
    assert shown(text) == [(kind, [match])]


@pytest.mark.parametrize("text", [
    "info@oakford.org", "info.north@oakford.org", "north-press@oakford.org", "No-Reply@oakford.org", "ada@example.com", "ada@mail.example.org", "ada@host.test",
    "ada@yourdomain.de", "vorname.nachname@oakford.org", "xxx@oakford.org", "logo@2x.png", "@ada@oakford.social", "ada@localhost", "git@forge.org:ada/boat",
    "https://oakford.org/?q=ada.finch@oakford.org", "https://ada.finch@oakford.org/", "20120317.8841@mail.oakford.org", "9f86d081884c7d659@oakford.org", "a @ b.org", "@", "a@",
])
def test_addresses_of_nobody(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(("text", "match"), [
    ("+44 20 7946 1234", "+44 20 7946 1234"), ("+1 (646) 307-1963.", "+1 (646) 307-1963"), ("+491711234567", "+491711234567"), ("(+52) 55 5538 5518", "+52) 55 5538 5518"),
    ("(413) 682-0917, ext. 5", "(413) 682-0917"), ("413-682-0917", "413-682-0917"), ("413.682.0917", "413.682.0917"), ("1-413-682-0917", "1-413-682-0917"),
    ("Tél. : 04.66.38.61.58", "04.66.38.61.58"), ("Telefon 043 499 18 60", "043 499 18 60"), ("тел.: 8 495 123-45-67", "8 495 123-45-67"), ("전화: 02-3456-7890", "02-3456-7890"),
    ("电话：86-10-68892232", "86-10-68892232"), ("WhatsApp: 0160 - 24 24 25 0", "0160 - 24 24 25 0"), ("Tel. (030) 78 95 47 78", "(030) 78 95 47 78"),
])
def test_telephones(text: str, match: str) -> None:
    ((kind, (found,)),) = shown(text)
    assert (kind, found.removeprefix("(")) == ("phone", match.removeprefix("("))


@pytest.mark.parametrize("text", [
    "+48.856614123", "+12345678", "+1250000000", "+1234567890123456", "x+44 20 7946 1234", "+44 20 7946 1234%", "043 499 18 60", "1-800-682-0917", "(888) 682-0917",
    "(212) 555-0147", "413-682.0917", "413-682-0917-3", "case 413-682-0917", "#413-682-0917", "ISBN 413-682-0917", "2021-03-17", "tel 2021-03-17 12", "cell: 12", "hotel 043 499 18 60",
    "+1 111 111 1111", "1 413 682 0917", "(013) 682-0917",
])
def test_what_is_no_telephone(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(("text", "kind"), [
    ("DE68 2105 0170 0012 3456 78", "iban"), ("DE68210501700012345678", "iban"), ("NO93 8601 1117 947", "iban"), ("BE68 5390 0754 7034", "iban"),
    ("4539 1488 0343 6467", "card"), ("4539-1488-0343-6467", "card"), ("3471 926580 27310", "card"), ("card 4539148803436467", "card"),
])
def test_accounts(text: str, kind: str) -> None:
    assert shown(text) in ([(kind, [text])], [(kind, [text.removeprefix("card ")])])


@pytest.mark.parametrize("text", [
    "DE68 2105 0170 0012 3456 79", "DE68 2105 0170 0012 3456", "XX68 2105 0170 0012 3456 78", "DE89 3704 0044 0532 0130 00", "aDE68210501700012345678",
    "4539 1488 0343 6468", "4539148803436467", "4539 1488-0343 6467", "9539 1488 0343 6467", "4111 1111 1111 1111", "4539 1488 0343 6467 1", "card 1.4539148803436467",
])
def test_what_is_no_account(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(("text", "person"), [
    ("ask a.b@c.org", True), ("a.b2@c.org", False), ("Ada Finch afinch@c.org", True), ("Ada M. Finch, finch@c.org", True), ("Finch Mill, finch@c.org", True),
    ("Finch annafinch@c.org", False), ("Ada Finch annafinch@c.org", False), ("Ada finch afinch@c.org", False), ("Finch, afinch@c.org", False),
    ("Ada\nFinch afinch@c.org", False), ("afinch@yahoo.fr", True),
])
def test_persons(text: str, person: bool) -> None:
    start = text.rfind(" ") + 1
    assert is_person(text, start, len(text)) == person


def test_a_name_behind_the_address_has_an_initial_in_it() -> None:
    assert is_person("afinch@c.org, Ada Finch", 0, 12)
    assert not is_person("finch@c.org, Ada Finch", 0, 11)


def test_code_and_web_addresses_are_silent() -> None:
    mail = "ada.finch@oakford.org"
    assert find(f"```\n{mail}\n```\n\n~~~ sh\n{mail}\n~~~\n\nhttps://oakford.org/{mail}") == []
    assert shown(f"```\n{mail}\n```\n\n{mail}") == [("mail", [mail])]


def test_roles_are_a_parameter() -> None:
    own = rule().with_parameters({"roles": ["finch"]})
    text = "ada.finch@oakford.org info@oakford.org"
    assert [finding.match for finding in check(Document.from_text(text), own)] == ["info@oakford.org"]
