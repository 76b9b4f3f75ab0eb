"""Dates are found where they stand, in many calendars, digits and orders; what only looks like one is left alone."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuslint.checkers.dates.calendars import gregorian, kanji_number
from corpuslint.checkers.dates.finder import find
from corpuslint.checkers.dates.names import fold_name, lookup

FOUND = [
    ("en", "Wed, 17 Mar 2021 10:15:00 GMT", "Wed, 17 Mar 2021"),
    ("en", "March 17th, 2021", "March 17th, 2021"),
    ("en", "17th of March, 2021", "17th of March, 2021"),
    ("en", "By Ina Holm17 March 202110:15Share", "17 March 2021"),
    ("en", "HarbourMar 17, 2021Share", "Mar 17, 2021"),
    ("en", "March 17, 20213 years", "March 17, 2021"),
    ("en", "17\nMar\n2021", "17\nMar\n2021"),
    ("en", "17 Mar '21", "17 Mar '21"),
    ("en", "17-Mar-21", "17-Mar-21"),
    ("en", "2021-03-17T10:15:00Z", "2021-03-17"),
    ("en", "3/17/2021", "3/17/2021"),
    ("en", "Date:2021-03-17", "2021-03-17"),
    ("zh", "发布时间:2021-3-17 8:03", "2021-3-17"),
    ("de", "Mittwoch, den 17. März 2021", "Mittwoch, den 17. März 2021"),
    ("de", "17.3.21, 10 Uhr", "17.3.21"),
    ("fr", "mercredi 17 mars 2021", "mercredi 17 mars 2021"),
    ("es", "17 de marzo de 2021", "17 de marzo de 2021"),
    ("pt", "quarta-feira, 17 de março de 2021", "quarta-feira, 17 de março de 2021"),
    ("ca", "17 d’abril de 2021", "17 d’abril de 2021"),
    ("ru", "в среду, 17 марта 2021 года", "среду, 17 марта 2021"),
    ("kk", "2021 жылғы 17 наурыз, сәрсенбі", "2021 жылғы 17 наурыз, сәрсенбі"),
    ("kk", "2021 жылдың 17 наурызында", "2021 жылдың 17 наурызында"),
    ("uz", "2021-yil 17-mart", "2021-yil 17-mart"),
    ("tr", "17 Mart 2021 Çarşamba 10:15", "17 Mart 2021 Çarşamba"),
    ("hu", "2021. március 17., szerda", "2021. március 17., szerda"),
    ("hu", "2021. 03. 17. 10:15", "2021. 03. 17"),
    ("lt", "2021 m. kovo 17 d.", "2021 m. kovo 17"),
    ("lv", "2021. gada 17. marts", "2021. gada 17. marts"),
    ("pl", "17 III 2021", "17 III 2021"),
    ("vi", "Thứ Tư, ngày 17 tháng 3 năm 2021", "Thứ Tư, ngày 17 tháng 3 năm 2021"),
    ("ar", "١٧ آذار ٢٠٢١", "١٧ آذار ٢٠٢١"),
    ("ar", "17 مارس/ آذار 2021", "17 مارس/ آذار 2021"),
    ("ar", "17 تشرين الثاني 2021", "17 تشرين الثاني 2021"),
    ("fa", "۲۷ اسفند ۱۳۹۹", "۲۷ اسفند ۱۳۹۹"),
    ("fa", "۱۳۹۹/۱۲/۲۷", "۱۳۹۹/۱۲/۲۷"),
    ("he", "יום רביעי, 17 במרץ 2021", "יום רביעי, 17 במרץ 2021"),
    ("hi", "१७ मार्च २०२१", "१७ मार्च २०२१"),
    ("bn", "১৭ ফেব্রুয়ারি ২০২১", "১৭ ফেব্রুয়ারি ২০২১"),
    ("th", "17 มี.ค. 2564", "17 มี.ค. 2564"),
    ("th", "17 มี.ค. 64 เวลา", "17 มี.ค. 64"),
    ("zh", "2021年3月17日 星期三", "2021年3月17日 星期三"),
    ("zh", "二〇二一年三月十七日", "二〇二一年三月十七日"),
    ("zh", "民國110年3月17日", "民國110年3月17日"),
    ("zh", "２０２１年３月１７日", "２０２１年３月１７日"),
    ("ja", "令和3年3月17日（水）", "令和3年3月17日（水）"),
    ("ko", "2021년 3월 17일(수)", "2021년 3월 17일(수)"),
    ("ko", "입력2021.03.17. 오후", "2021.03.17"),
]


@pytest.mark.parametrize(("language", "text", "match"), FOUND)
def test_found(language: str, text: str, match: str) -> None:
    (item,) = find(text, language)
    assert text[item.first : item.last] == match
    assert item.day is not None
    assert item.day.replace(month=3) == date(2021, 3, 17)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Version 10.12.2, address 10.11.20.22, call 20-22-11 or 0171-2021-03-17"),
        ("en", "3 out of 2015 people had 2 marks"),
        ("en", "In May 17 of 2021 people came"),
        ("en", "The score was 21:14 in 2021, then 17:3"),
        ("en", "Baltimore Sun"),
        ("pt", "3 em 2021"),
        ("und", ""),
    ],
)
def test_not_a_date(language: str, text: str) -> None:
    assert find(text, language) == ()


@pytest.mark.parametrize(
    ("language", "text", "weekday"),
    [
        ("en", "Baltimore Sun Mar 17, 2021", 0),
        ("en", "Baltimore Sun\nMar 17, 2021", 0),
        ("en", "Sun, Mar 17, 2021", 7),
        ("en", "On June 9, 2019", 0),
        ("en", "on Monday the 5 March 2021 ruling", 0),
        ("en", "17 March 2021 Sunday Times", 0),
        ("fr", "mar. 17 mars 2021", 2),
        ("es", "mar 17 de marzo de 2021", 2),
    ],
)
def test_weekday(language: str, text: str, weekday: int) -> None:
    assert [item.weekday for item in find(text, language)] == [weekday]


def test_both_readings_of_an_ambiguous_date() -> None:
    (item,) = find("08/11/2022", "fr")
    assert (item.day, item.swapped) == (date(2022, 11, 8), date(2022, 8, 11))
    (item,) = find("08/11/2022", "en")
    assert (item.day, item.swapped) == (date(2022, 8, 11), date(2022, 11, 8))


@pytest.mark.parametrize("text", ["30 February 2022", "31/04/2021", "2022-13-45", "29 February 2023"])
def test_no_such_day_is_found_all_the_same(text: str) -> None:
    assert [item.day for item in find(text, "en")] == [None]


def test_the_language_decides_between_months_of_one_name() -> None:
    assert [item.day for item in find("8 listopada 2022", "pl")] == [date(2022, 11, 8)]
    assert [item.day for item in find("8 listopada 2022", "hr")] == [date(2022, 10, 8)]


def test_calendars() -> None:
    assert gregorian("p", 1401, 8, 17) == date(2022, 11, 8)
    assert gregorian("h", 1444, 4, 14) == date(2022, 11, 9)
    assert gregorian("j", 1917, 10, 25) == date(1917, 11, 7)
    assert gregorian("m", 2022, 2, 30) is None
    assert gregorian("p", 1401, 12, 31) is None
    assert [kanji_number(digits) for digits in ("二〇二二", "十一", "三十", "二十五", "元")] == [2022, 11, 30, 25, 1]


def test_names_are_folded() -> None:
    assert fold_name("Févr.") == "fevr"
    assert fold_name("KASIM") == fold_name("kasım")
    name = lookup("Nov.", "m", "en")
    assert name is not None
    assert name.number == 11


@given(st.dates(min_value=date(1600, 1, 1), max_value=date(2400, 1, 1)), st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%d.%m.%Y"]))
def test_every_day_is_read_back(day: date, form: str) -> None:
    assert [item.day for item in find(f"x {day.strftime(form)} y", "en")] == [day]


@given(st.text(alphabet=st.sampled_from("0123456789./-年月日 MaynoveJul,'\n٣۴：\udc80"), max_size=80))
def test_any_text(text: str) -> None:
    end = 0
    for item in find(text, "und"):
        assert end <= item.start < item.end <= len(text)
        assert item.first <= item.start
        assert item.end <= item.last <= len(text)
        end = item.end


LONG_FORMS = (
    "af ar az be bg bn bs ca cs cy da de el en es et eu fa fi fil fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko ky lb lo lt lv "
    "mk ml mr ms mt my nb ne nl pa pl ps pt ro ru si sk sl so sq sr sv sw ta te tg th tk tr uk ur uz vi zh"
)


@pytest.mark.parametrize("language", LONG_FORMS.split())
def test_the_long_form_of_each_language(language: str) -> None:
    dates = pytest.importorskip("babel.dates")
    for day in (date(2021, 3, 17), date(2022, 11, 8), date(2020, 5, 24)):
        text = dates.format_date(day, "long", locale=language)
        assert [item.day for item in find(text, language)] == [day], text
