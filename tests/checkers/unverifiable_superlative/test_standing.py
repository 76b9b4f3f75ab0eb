"""Which claims stand, and which are mild: what is in preview."""

from __future__ import annotations

import pytest

from corpuslint.card import builtin_rule
from corpuslint.engine import RuleSet, check_text

RULES = RuleSet((builtin_rule("unverifiable-superlative"),))


def kinds(text: str, language: str = "en") -> list[str]:
    return [finding.kind for finding in check_text(text, RULES, language=language)]


@pytest.mark.parametrize(("text", "kind"), [
    ("The harbour is the busiest and the most beautiful in the country.", "superlative"),  # how far it reaches
    ("Yesterday Aronsen Holding opened the most beautiful tower.", "superlative"),  # of a name
    ("The tower is the most beautiful building.", "superlative"),  # said of something
    ("Our most beautiful tower opens today.", "superlative"),
    ("The firm sells state-of-the-art pumps.", "peacock"),
    ("The hall holds the legendary Marit Aronsen archive.", "peacock"),
    ("He was praised for his masterful diplomacy.", "peacock"),
    ("Their brilliant and unforgettable songs fill two albums.", "peacock"),
    ("The view from the tower is without equal.", "absolute"),
    ("Our leader's historic mission goes on.", "absolute"),
    ("The hall was opened by an esteemed engineer.", "peacock"),  # whose esteem?
    ("He is the most popular leader in the country.", "superlative"),
])
def test_what_stands(text: str, kind: str) -> None:
    assert kinds(text) == [kind]


@pytest.mark.parametrize(("text", "kind"), [
    ("They opened the most beautiful tower.", "ranking"),  # of nobody in particular
    ("The most beautiful tower in the country", "ranking"),  # no sentence
    ("The most beautiful tower in the country!", "ranking"),  # exclaimed
    ("I think that it is the most beautiful tower in the country.", "ranking"),
    ("The town has the most popular square in the country.", "ranking"),  # counted by those who like it
    ("Our firm sells lovely pumps.", "praise"),
    ("It sells truly lovely pumps.", "praise"),  # spoken, not doubled
    ("It sells elegant, polished pumps.", "praise"),  # doubled, and weak
    ("It sells excellent pumps...", "praise"),
    ("Thanks for these state-of-the-art pumps.", "praise"),
    ("The firm sells lovely pumps.", "praise"),
    ("The pump is a must-have for gardens.", "praise"),
    ("The choir is the worst in the country.", "ranking"),
    ("Today the club's most beautiful tower opened.", "ranking"),  # among its own
    ("The pump is best-in-class on water (88%) in this test.", "praise"),  # scored
    ("The lovely pump Aronsen Red was green.", "praise"),  # of a name, but a taste
    ("The lovely pump, Aronsen Red, was green.", "praise"),  # a comma parts it from the name
    ("The firm sells state-of-the-art pumps!", "praise"),
    ("State-of-the-art pumps", "praise"),
    ("For me the firm sells state-of-the-art pumps.", "praise"),
])
def test_what_is_mild(text: str, kind: str) -> None:
    assert kinds(text) == [kind]


FILLER = "The train leaves at nine and arrives at noon. "


@pytest.mark.parametrize(("claims", "filler", "kind"), [(4, 20, "peacock"), (3, 10, "praise"), (4, 30, "praise")])
def test_a_text_that_is_dense_with_praise_means_it(claims: int, filler: int, kind: str) -> None:
    assert kinds("The firm sells lovely pumps. " * claims + FILLER * filler) == [kind] * claims


@pytest.mark.parametrize(("spoken", "filler", "kind"), [(1, 1, "peacock"), (2, 1, "praise"), (2, 20, "peacock")])
def test_where_single_persons_talk_nothing_stands(spoken: int, filler: int, kind: str) -> None:
    assert kinds("The firm sells state-of-the-art pumps. " + "That is what I saw. " * spoken + FILLER * filler) == [kind]


def test_a_capital_tells_no_name_where_all_nouns_have_one() -> None:
    assert kinds("Gestern hat die Stadt den schönsten Turm eröffnet.", "de") == ["ranking"]


def test_a_name_tells_no_place_where_all_nouns_have_a_capital() -> None:
    assert kinds("Sie zeigt die besten Startpunkte im Verein und auf Reisen.", "de") == ["ranking"]


@pytest.mark.parametrize(("cited", "kind"), [(1, "peacock"), (2, "praise")])
def test_in_a_scholarly_text_nothing_stands(cited: int, kind: str) -> None:
    assert kinds("The firm sells state-of-the-art pumps. " + "See Aronsen et al. there. " * cited) == [kind]


@pytest.mark.parametrize(("text", "kind"), [
    ("Our depot lies in town. We sell pumps.\n- State-of-the-art tools", "peacock"),  # a firm about itself
    ("Our depot lies in town. They sell pumps.\n- State-of-the-art tools", "praise"),
    ("Our depot lies in town. We sell pumps.\n- Lovely tools", "praise"),  # no set phrase
    ("Join us in our state-of-the-art depot!", "peacock"),
])
def test_where_a_firm_talks_its_set_phrases_need_no_prose(text: str, kind: str) -> None:
    assert kinds(text) == [kind]


@pytest.mark.parametrize(("text", "match", "language"), [
    ("Bu, dünyanın en güzel şehridir.", "dünyanın en güzel şehridir", "tr"),  # before it
    ("Он был лучшим врачом страны.", "лучшим врачом страны", "ru"),  # tied to the noun by its case
])
def test_how_far_a_claim_reaches_without_articles(text: str, match: str, language: str) -> None:
    assert [(f.match, f.kind) for f in check_text(text, RULES, language=language)] == [(match, "superlative")]


@pytest.mark.parametrize(("text", "language", "kind"), [
    ("Dank seiner visionären Führung wurde die Straße gebaut.", "de", "peacock"),
    ("Dank seiner visionären Zeichnung wurde die Straße gebaut.", "de", "praise"),
    ("Se construyó gracias a su liderazgo visionario.", "es", "peacock"),  # the noun stands first
    ("The mayor hired talented people.", "en", "praise"),
])
def test_those_who_lead(text: str, language: str, kind: str) -> None:
    assert kinds(text, language) == [kind]


def test_what_one_person_enjoyed_is_not_dense() -> None:
    assert kinds("The firm sells lovely pumps. " * 4 + FILLER * 20 + "I saw it, and I left.") == ["praise"] * 4


@pytest.mark.parametrize("text", ["It is the state of the art.", "Bonds of `2 crore outstanding were listed."])
def test_what_praises_nothing(text: str) -> None:
    assert kinds(text) == []


def test_a_rank_with_a_number_is_no_name() -> None:
    assert kinds("The firm is the No. 1 retailer in the country.") == ["absolute"]


def test_an_absolute_of_a_firm_about_itself_stands() -> None:
    assert kinds("Our pumps and our service are the ultimate in comfort. We sell them in our shops.") == ["absolute"]
