"""Derive rules/dates/names.mul.txt: the names of months and weekdays, from CLDR.

Run: python scripts/build_dates.py > rules/dates/names.mul.txt   (needs babel)

One name a line, folded as `corpuslint.checkers.dates.names.fold_name` does; behind the tab what it names: m1 to
m12 a month, p1 to p12 a month of the Persian calendar, h1 to h12 of the Islamic, d1 to d7 a weekday from
Monday, each with its languages.
"""

from __future__ import annotations

from collections import defaultdict

import babel
from babel import Locale, localedata

from corpuslint.checkers.dates.names import fold_name

LANGUAGES = (
    "af am ar as az be bg bn bs ca ckb cs cy da de dsb el en es et eu fa fi fil fo fr fy ga gd gl gu ha he hi hr hsb hu hy id "
    "ig is it ja ka kk km kn ko kok ky lb lo lt lv mk ml mn mr ms mt my nb ne nl nn or pa pl ps pt rm ro ru sd se si sk sl so "
    "sq sr sv sw ta te tg th ti tk to tr tt ug uk ur uz vi wo xh yo zh zu"
)
# Forms that CLDR lacks and texts have: other spellings, short forms without a point, cases after a day.
# Written by hand.
MORE_MONTHS = {
    "bn": "জানুয়ারী ফেব্রুয়ারী - - - - - আগষ্ট - - - -",
    "de": "jänner feber maerz - - - - - - - - -|- - mrz - - - - - - - - -", "en": "- - - - - - - - sept - - -",
    "es": "- - - - - - - - setiembre - - -",
    "fr": "- fév - - - - - - - - - -|janv févr mars avr mai juin juil aout sept oct nov déc",
    "hi": "- - - - - - - - सितम्बर अक्टूबर नवम्बर दिसम्बर", "id": "- pebruari - - - - - - - - nopember -",
    "ka": "იანვარს თებერვალს მარტს აპრილს მაისს ივნისს ივლისს აგვისტოს სექტემბერს ოქტომბერს ნოემბერს დეკემბერს",
    "si": "ජනවාරි පෙබරවාරි මාර්තු අප්‍රේල් මැයි ජූනි ජූලි අගෝස්තු සැප්තැම්බර් ඔක්තෝබර් නොවැම්බර් දෙසැම්බර්",
    "nl": "- - mrt - - - - - - - - -", "ru": "янв фев мар апр мая июн июл авг сен окт ноя дек",
    "sr": "- - - - - jуна jула - - - - -", "sv": "- - - - - - - - sept - - -", "tl": "- - - - - - - - - - nob dis",
    "uk": "січ лют бер кві тра чер лип сер вер жов лис гру",
}
MORE_DAYS = {
    "en": "- tues - thur - - -|- - - thurs - - -", "ru": "- - среду - пятницу субботу -",
    "uk": "- - середу - п'ятницю суботу -|- - - - пятницю - -", "pl": "- - środę - - sobotę niedzielę",
    "cs": "- - středu - - sobotu neděli", "sk": "- - stredu - - sobotu nedeľu", "be": "- - сераду - пятніцу суботу нядзелю",
    "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira - -", "hr": "- - srijedu - - subotu nedjelju",
    "bs": "- - srijedu - - subotu nedjelju", "sr": "- - среду - - суботу недељу", "sl": "- - sredo - - soboto nedeljo",
    "fi": "maanantaina tiistaina keskiviikkona torstaina perjantaina lauantaina sunnuntaina", "de": "- - - - - sonnabend -",
    "pa": "- - - - - ਸਨਿੱਚਰਵਾਰ -", "ps": "دونۍ درېنۍ څلرنۍ پینځنۍ - - یونۍ",
    "lv": "pirmdien otrdien trešdien ceturtdien piektdien sestdien svētdien",
    "lt": "pirmadienį antradienį trečiadienį ketvirtadienį penktadienį šeštadienį sekmadienį",
}
PERSIAN = {"fa": "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند|- - - - امرداد - - - - دیماه - -"}
AFGHAN = {"fa": "حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت",
          "ps": "وری غویی غبرګولی چنګاښ زمری وږی تله لړم لیندۍ مرغومی سلواغه کب"}
ISLAMIC = {"ar": "محرم صفر ربيع_الأول ربيع_الآخر جمادى_الأولى جمادى_الآخرة رجب شعبان رمضان شوال ذو_القعدة ذو_الحجة|"
           "- - ربيع_أول ربيع_الثاني جمادى_الاول جمادى_الثانية - - - - ذي_القعدة ذي_الحجة"}
# Not the short stand-alone forms: babel resolves their alias to another locale's names.
FORMS = (("format", "wide"), ("format", "abbreviated"), ("stand-alone", "wide"))
ENGLISH = frozenset([*Locale("en").months["format"]["wide"].values(), *Locale("en").days["format"]["wide"].values(),
                     *Locale("en").months["format"]["abbreviated"].values(), *Locale("en").days["format"]["abbreviated"].values()])


def own(table: dict[int, str], language: str) -> dict[int, str]:
    """Nothing where a locale has no names of its own and babel answers with the root's, which are English."""
    borrowed = 4 * len(ENGLISH & set(table.values())) >= 3 * len(table) and language != "en"
    return {} if borrowed else table


def forms(name: str, kind: str, language: str) -> list[str]:
    """The name, and as it stands in running text: without its 'de' or article, with the Hebrew 'in'."""
    bare = name.removeprefix("de ").removeprefix("d’").removeprefix("e ")
    return [name, bare, f"ב{name}"] if language == "he" and kind == "m" else [name, bare]


def main() -> None:
    names: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for identifier in sorted(localedata.locale_identifiers()):
        language = identifier.split("_")[0]
        if language in LANGUAGES.split():
            locale = Locale.parse(identifier)
            for tables, kind in ((locale.months, "m"), (locale.days, "d")):
                for context, width in FORMS:
                    for number, name in own(dict(tables[context][width]), language).items():
                        for form in forms(name, kind, language):
                            add(names, form, f"{kind}{number + (kind == 'd')}", language)
    for kind, tables in (("m", MORE_MONTHS), ("d", MORE_DAYS), ("p", PERSIAN), ("p", AFGHAN), ("h", ISLAMIC)):
        for language, rows in tables.items():
            for row in rows.split("|"):
                for number, name in enumerate(row.split(), 1):
                    add(names, name.replace("_", " "), f"{kind}{number}", language)
    print("# Names of months and weekdays, folded (lower case, no accents), with what they name and their languages.")
    print(f"# Derived by scripts/build_dates.py from the Unicode CLDR data of babel {babel.__version__}")
    print("# (Unicode License v3, © Unicode, Inc.); further forms, Persian and Islamic months: by hand.")
    for name in sorted(names):
        print(f"{name}\t{' '.join(f'{key}:' + ','.join(sorted(langs)) for key, langs in sorted(names[name].items()))}")


def add(names: dict[str, dict[str, set[str]]], name: str, key: str, language: str) -> None:
    folded = fold_name(name).strip()
    if len(folded) > 1 and not any(char.isdigit() for char in folded) and folded != "-" and folded not in "iii iv vi vii viii ix xi xii":
        names[folded][key].add(language)


main()
