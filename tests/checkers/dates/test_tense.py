"""Whether a sentence tells of a date as past."""

from __future__ import annotations

import pytest

from corpuslint.checkers.dates.finder import find
from corpuslint.checkers.dates.tense import is_past, tenses_of
from tests.checkers.dates.texts import rule


def past(text: str, language: str) -> bool:
    tenses = tenses_of(rule("date-conflict").lists, language)
    assert tenses is not None
    return is_past(text, find(text, language)[0], tenses)


D = "4 May 2022"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The verb stands before the date, or behind it where next to nothing stands before it.
        (f"The dam was opened on {D}.", True),
        (f"The dam is opened on {D}.", False),
        (f"The dam collapsed on {D}.", True),
        (f"The dam collapsed aa bb cc dd {D}.", True),
        (f"The dam collapsed aa bb cc dd ee {D}.", True),
        (f"The dam collapsed aa bb cc dd ee ff {D}.", False),
        (f"On {D} the dam collapsed.", True),
        (f"Ab bc cd {D} the dam collapsed.", True),
        (f"Ab bc cd de {D} the dam collapsed.", False),
        (f"At bc cd de ef fg gh {D} the dam collapsed.", True),
        (f"At bc is de ef {D} the dam collapsed.", False),
        (f"On {D} aa bb cc dd ee ff gg hh ii jj kk ll mm collapsed.", True),
        (f"On {D} aa bb cc dd ee ff gg hh ii jj kk ll mm nn collapsed.", False),
        (f"Something else, the dam collapsed on {D}.", True),
        (f"The dam collapsed, ab bc cd de {D}.", False),
        # Endings tell nothing of a name, a short word, or what an article makes an adjective.
        (f"On {D} the dam flooded.", True),
        (f"On {D} the dam Flooded.", False),
        (f"On {D} the flooded dam.", False),
        (f"On {D} all is red.", False),
        (f"On {D} dam used.", True),
        (f"On {D} dam axed.", True),
        # A plan, a limit, an announcement.
        (f"The dam will collapse, as it collapsed on {D}.", False),
        (f"The dam collapsed on {D}, and will again.", False),
        (f"The dam collapsed before {D}.", False),
        (f"The dam collapsed until about {D}.", False),
        (f"The dam collapsed until about the {D}.", False),
        (f"Until about some day then collapsed {D}.", True),
        (f"The band announced a concert on {D}.", False),
        (f"She was named captain for the match on {D}.", False),
        (f"For the match she was named captain on {D}.", True),
        # Quoted.
        (f"“The dam collapsed on {D}.", False),
        (f"It said. “The dam collapsed on {D}.", False),
        (f"It said: “\nThe dam collapsed on {D}.", False),
        # Its own sentence.
        (f"The dam collapsed. On {D}.", False),
        (f"On {D}. The dam collapsed.", False),
        (f"The dam collapsed\nOn {D}\nit collapsed", False),
        (f"On {D} {'a' * 386} collapsed.", True),
        (f"On {D} {'a' * 390} collapsed.", False),
        (f"The dam collapsed {'a' * 300} {D}.", False),
    ],
)
def test_english(text: str, expected: bool) -> None:
    assert past(text, "en") is expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # The verb stands second, and the participle late.
        ("de", "Am 4. Mai 2022 wurde die Brücke eröffnet.", True),
        ("de", "Die Brücke wurde am 4. Mai 2022 eröffnet.", True),
        ("de", "Die Brücke wird am 4. Mai 2022 eröffnet.", False),
        ("de", "Am 4. Mai 2022 wurde die Brücke.", True),
        ("de", "Am 4. Mai 2022 die ganze große Brücke wurde eröffnet.", False),
        ("de", "Am 4. Mai 2022 hat der Bau begonnen.", True),
        ("de", "Am 4. Mai 2022 hat der Bau.", False),
        ("de", "Am 4. Mai 2022 hat aa bb cc dd ee ff gg hh ii jj kk ll mm begonnen.", True),
        ("de", "Am 4. Mai 2022 hat aa bb cc dd ee ff gg hh ii jj kk ll mm nn begonnen.", False),
        ("de", "Am 4. Mai 2022 ist der Bau, wie es war.", False),
        ("de", "Am 4. Mai 2022 begann der Bau.", True),
        ("de", "Am 4. Mai 2022 der Bau begann.", True),
        ("de", "Am 4. Mai 2022 der ganze Bau begann.", False),
        ("de", "Der Bau begann gestern 4. Mai 2022.", True),
        ("de", "Der Bau begann gestern schon 4. Mai 2022.", False),
        # Limits behind the date, where a language has postpositions.
        ("tr", "Köprü 4 Mayıs 2022 tarihinde açıldı.", True),
        ("tr", "Köprü 4 Mayıs 2022 tarihine kadar açıldı.", False),
        # Without spaces: nothing but past forms behind the date.
        ("zh", "大桥于2022年5月4日通车了。", True),
        ("zh", "大桥将于2022年5月4日通车了。", False),
        ("zh", "大桥通车了，2022年5月4日。", False),
        ("ja", "橋は2022年5月4日に開通した。", True),
        ("ru", "5 июня 2022 года состоялся референдум.", True),
        ("ru", "5 июня 2022 года состоится референдум.", False),
    ],
)
def test_languages(language: str, text: str, expected: bool) -> None:
    assert past(text, language) is expected


def test_a_language_without_words_has_no_tenses() -> None:
    assert tenses_of(rule("date-conflict").lists, "qaa") is None
