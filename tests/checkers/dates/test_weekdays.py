"""The weekday beside a date, and how far the date with it reaches."""

from __future__ import annotations

import pytest

from corpuslint.checkers.dates.finder import find


@pytest.mark.parametrize(
    ("language", "text", "weekday", "match"),
    [
        ("en", "Sun, Mar 17, 2021", 7, "Sun, Mar 17, 2021"),
        ("en", "Sunday Mar 17, 2021", 7, "Sunday Mar 17, 2021"),
        ("en", "Sunday\n17 March 2021", 0, "17 March 2021"),
        ("en", "Sunday\nMarch 17, 2021", 0, "March 17, 2021"),
        ("en", "on Sunday, the 17 March 2021", 0, "17 March 2021"),
        ("en", "on Monday the 5 March 2021 ruling", 0, "5 March 2021"),
        ("en", "17 March 2021, Wednesday", 3, "17 March 2021, Wednesday"),
        ("en", "17 March 2021 (Wed)", 3, "17 March 2021 (Wed"),
        ("en", "17 March 2021 Wednesday night", 3, "17 March 2021 Wednesday"),
        ("en", "17 March 2021 Wednesday night was", 0, "17 March 2021"),
        ("en", "17 March 2021 Sunday Times", 0, "17 March 2021"),
        # A short form is a weekday where no word stands before it, and it has a capital or is the language's.
        ("en", "Baltimore Sun Mar 17, 2021", 0, "Mar 17, 2021"),
        ("en", "Baltimore Sun\nMar 17, 2021", 0, "Mar 17, 2021"),
        ("en", "Baltimore Sunday Mar 17, 2021", 7, "Sunday Mar 17, 2021"),
        ("en", "Baltimore: Sun Mar 17, 2021", 7, "Sun Mar 17, 2021"),
        ("en", "Paper\nSun Mar 17, 2021", 7, "Sun Mar 17, 2021"),
        ("de", "sun, 17. März 2021", 0, "17. März 2021"),
        ("de", "Sun, 17. März 2021", 7, "Sun, 17. März 2021"),
        ("de", "mi, 17. März 2021", 3, "mi, 17. März 2021"),
        ("fr", "mar. 17 mars 2021", 2, "mar. 17 mars 2021"),
        ("es", "mar 17 de marzo de 2021", 2, "mar 17 de marzo de 2021"),
        ("de", "am Mittwoch, den 17. März 2021", 3, "Mittwoch, den 17. März 2021"),
        ("de", "Mittwoch den 17. März 2021", 3, "Mittwoch den 17. März 2021"),
        ("es", "el miércoles 17 de marzo de 2021", 3, "miércoles 17 de marzo de 2021"),
        ("es", "Reunión el 17 de marzo de 2021, miércoles", 0, "17 de marzo de 2021"),
        ("pt", "quarta-feira, 17 de março de 2021", 3, "quarta-feira, 17 de março de 2021"),
        ("vi", "Thứ Tư, ngày 17 tháng 3 năm 2021", 3, "Thứ Tư, ngày 17 tháng 3 năm 2021"),
        ("th", "วันพุธที่ 17 มีนาคม 2564", 3, "วันพุธที่ 17 มีนาคม 2564"),
        ("ja", "2021年3月17日（水）", 3, "2021年3月17日（水）"),
        ("ja", "2021年3月17日水曜", 3, "2021年3月17日水曜"),
        ("ja", "2021年3月17日日本", 0, "2021年3月17日"),
        ("ja", "2021-03-17 (水)", 3, "2021-03-17 (水)"),
        ("en", "2021-03-17 (水)", 0, "2021-03-17"),
        ("en", "2021年3月17日（水）", 3, "2021年3月17日（水）"),
        ("zh", "2021年3月14日 星期天", 7, "2021年3月14日 星期天"),
        ("zh", "2021-03-14 周日", 7, "2021-03-14 周日"),
        ("ko", "2021년 3월 17일(수)", 3, "2021년 3월 17일(수)"),
        ("kk", "2021 жылғы 17 наурыз, сәрсенбі", 3, "2021 жылғы 17 наурыз, сәрсенбі"),
        ("ru", "17 марта 2021 г., среда", 3, "17 марта 2021 г., среда"),
        ("en", "On June 9, 2019", 0, "June 9, 2019"),
    ],
)
def test_weekday(language: str, text: str, weekday: int, match: str) -> None:
    assert [(item.weekday, text[item.first : item.last]) for item in find(text, language)] == [(weekday, match)]
