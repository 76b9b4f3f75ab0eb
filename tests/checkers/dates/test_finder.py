"""Dates are found where they stand, in many calendars, digits and orders; what only looks like one is left alone."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuslint.checkers.dates.finder import find
from tests.checkers.dates.texts import days

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


def test_both_readings_of_an_ambiguous_date() -> None:
    (item,) = find("08/11/2022", "fr")
    assert (item.day, item.swapped) == (date(2022, 11, 8), date(2022, 8, 11))
    (item,) = find("08/11/2022", "en")
    assert (item.day, item.swapped) == (date(2022, 8, 11), date(2022, 11, 8))


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        # A year first, in numbers: what belongs to something longer is no date.
        ("en", "2021-03-17", "2021-03-17"),
        ("en", "2021 - 03 - 17", "2021-03-17"),
        ("en", "2021-03/17", None),
        ("en", "2021-03-171", None),
        ("en", "12021-03-17", None),
        ("en", "x-2021-03-17", None),
        ("en", "1.2021-03-17", None),
        ("en", "1:2021-03-17", None),
        ("en", "Date:2021-03-17", "2021-03-17"),
        ("en", ":2021-03-17", "2021-03-17"),
        ("en", "-2021-03-17", "2021-03-17"),
        ("en", " -2021-03-17", "2021-03-17"),
        ("en", "a/2021-03-17", "2021-03-17"),
        ("en", "a/2021/03/17", "2021-03-17"),
        ("en", "a-2021/03/17", None),
        ("en", "v2021-03-17", None),
        ("en", "#2021-03-17", None),
        ("de", "№2021-03-17", None),
        ("en", "2021-03-17-5", None),
        ("en", "2021-03-17.5", None),
        ("en", "2021-03-17-a", None),
        ("en", "2021-03-17 5", "2021-03-17"),
        ("en", "2021-03-1710:15", None),
        ("en", "2021-03-17T10:15", "2021-03-17"),
        ("mn", "2021 оны 3-р сарын 17", "2021-03-17"),
        ("ja", "2021年3月17日", "2021-03-17"),
        ("en", "2021年13月17日", ""),
        # A year first, with a name.
        ("hu", "2021. március 17.", "2021-03-17"),
        ("en", "2021, March 17", "2021-03-17"),
        ("en", "2021 March 17:30", None),
        ("en", "2021 people March 17", "2021-03-17"),
        ("en", "2021 of the March 17", None),
        ("kk", "2021 жылы 17 наурыз", "2021-03-17"),
        ("kk", "2021 адам 17 наурыз", None),
        ("lv", "2021. gada 17. marts", "2021-03-17"),
        # A day first.
        ("en", "17/03/2021", "2021-03-17"),
        ("en", "a/17/03/2021", None),
        ("en", "a-17/03/2021", None),
        ("en", "17/03/202", None),
        ("en", "17/03/20211", None),
        ("en", "117/03/2021", None),
        ("ja", "令和3年3月17日", "2021-03-17"),
        ("ja", "令和 3年3月17日", None),
        ("ja", "  3年3月17日", None),
        ("vi", "17 tháng 3, 2021", "2021-03-17"),
        ("en", "March 17, 2021", "2021-03-17"),
        ("en", "Marxx 17, 2021", None),
        ("en", "March 17 2021", "2021-03-17"),
        ("ar", "تشرين الثاني 17, 2021", "2021-11-17"),
        ("en", "EnvironmentMar 17, 2021", "2021-03-17"),
        ("en", "environmentmar 17, 2021", None),
        ("ar", "17 تشرين الثاني 2021", "2021-11-17"),
        ("ar", "17 كانون الثاني 2021", "2021-01-17"),
        ("en", "17 people 2021", None),
        # Two digits of a year: what follows must not go on.
        ("en", "17 Mar '21 x", "2021-03-17"),
        ("en", "17-Mar-21 x", "2021-03-17"),
        ("en", "17/Mar/21 x", "2021-03-17"),
        ("de", "17.März.21 x", None),
        ("en", "17 Mar 21 x", None),
        ("en", "17 Mar 21", "2021-03-17"),
        ("en", "17 Mar 21, x", "2021-03-17"),
        ("en", "17 Mar 21| x", "2021-03-17"),
        ("en", "(17 Mar 21) x", "2021-03-17"),
        ("en", "17 Mar 21\nx", "2021-03-17"),
        ("en", "17 Mar 21:30", None),
        ("th", "17 มี.ค. 64 x", "2021-03-17"),
        ("th", "17 Jan 64 x", "1964-01-17"),
        ("th", "17 March 64 x", "1964-03-17"),
        ("en", "17 มี.ค. 64", "1964-03-17"),
        # Roman numerals.
        ("pl", "17 III 2021", "2021-03-17"),
        ("pl", "17.XII.2021", "2021-12-17"),
        ("pl", "17 IIX 2021", None),
        ("pl", "17 III 20211", None),
        # Years of the Republic of China.
        ("zh", "79/3/17", None),
        ("zh", "110/3/17", "2021-03-17"),
        ("zh", "110年3月17日", "2021-03-17"),
        ("zh", "民國110年3月17日", "2021-03-17"),
        ("zh", "150/3/17", "2061-03-17"),
        ("zh", "151/3/17", None),
        ("zh", "079/3/17", None),
        ("zh", "080/3/17", "1991-03-17"),
        ("en", "110/3/17", None),
        ("zh", "v110/3/17", None),
        # Kanji numbers: four of a year, or an era before them.
        ("zh", "二〇二一年三月十七日", "2021-03-17"),
        ("ja", "令和三年三月十七日", "2021-03-17"),
        ("ja", "令和元年三月十七日", "2019-03-17"),
        ("zh", "二一年三月十七日", None),
        ("zh", "二〇二一年十三月十七日", ""),
    ],
)
def test_forms(language: str, text: str, day: str | None) -> None:
    assert days(text, language) == ([] if day is None else [day])


@pytest.mark.parametrize(
    ("language", "text", "match"),
    [
        ("ja", "x令和3年3月17日y", "令和3年3月17日"),
        ("zh", "x民國110年3月17日y", "民國110年3月17日"),
        ("zh", "x110年3月17日y", "110年3月17日"),
        ("zh", "x110/3/17y", "110/3/17"),
        ("ja", "x令和三年三月十七日y", "令和三年三月十七日"),
        ("kk", "2021 жылғы 17 наурыз күні", "2021 жылғы 17 наурыз"),
        ("hu", "2021. március 17-én este", "2021. március 17"),
        ("en", "EnvironmentNov 17, 2021", "Nov 17, 2021"),
        ("ar", "في تشرين الثاني 17, 2021", "تشرين الثاني 17, 2021"),
    ],
)
def test_extent(language: str, text: str, match: str) -> None:
    assert [text[item.start : item.end] for item in find(text, language)] == [match]


def test_dates_come_in_text_order_whatever_their_digits() -> None:
    assert days("二〇二一年三月十七日 2020-01-02 二〇一九年三月十七日 2018-01-02", "zh") == ["2021-03-17", "2020-01-02", "2019-03-17", "2018-01-02"]


def test_a_date_ends_before_the_next_one_begins() -> None:
    assert days("2021-03-17 18 March 2021 2021-03-19", "en") == ["2021-03-17", "2021-03-18", "2021-03-19"]


@pytest.mark.parametrize("text", ["30 February 2022", "31/04/2021", "2022-13-45", "29 February 2023"])
def test_no_such_day_is_found_all_the_same(text: str) -> None:
    assert [item.day for item in find(text, "en")] == [None]


def test_the_language_decides_between_months_of_one_name() -> None:
    assert [item.day for item in find("8 listopada 2022", "pl")] == [date(2022, 11, 8)]
    assert [item.day for item in find("8 listopada 2022", "hr")] == [date(2022, 10, 8)]


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
