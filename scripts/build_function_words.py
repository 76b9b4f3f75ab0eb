"""Derive rules/lexicons/function-words.txt: the most frequent words of each language, for telling languages apart.

Run: python scripts/build_function_words.py > rules/lexicons/function-words.txt   (needs wordfreq)
"""

from __future__ import annotations

import unicodedata

import wordfreq

LANGUAGES = ["bg", "bs", "ca", "cs", "da", "de", "en", "es", "fi", "fr", "hu", "id", "is", "it", "lt", "lv", "mk", "ms", "nb", "nl", "pl", "pt", "ro", "ru", "sk", "sl", "sv", "tr", "uk", "vi"]
# Not in wordfreq; short lists of closed-class words written by hand.
BY_HAND = {
    "az": "və bu bir ilə üçün ki də da olan edir daha onun sonra kimi ən çox isə artıq əgər hər mən sən biz siz onlar nə",
    "et": "ja on ei see et ta kui oli ka mis ning aga oma või siis seda kes nii selle nende olid mida pole juba veel",
    "eu": "eta da ez bat du izan dira dute zen ere egin baina hau hori zuen bere edo den gero beste baino",
    "hr": "je i u se da na su za od što kao ne koji bi nije ali samo koja kako po biti te ili nego tijekom",
    "kk": "және мен бұл үшін бір деп да де болып бар оның осы ол сол бойынша туралы жылы кейін еді екен емес қазақстан",
    "ky": "жана менен бул үчүн бир деп да болуп бар анын ошол ал боюнча жөнүндө жылы кийин эле эмес кыргызстан",
    "mn": "ба нь бол энэ юм байна гэж их бөгөөд тухай хийх болон байсан мөн дээр түүний тэр манай улсын",
    "tg": "ва дар аз ба ки бо барои ин аст мекунад буд шуд то онро ҳам худ вай ё он тоҷикистон",
    "uz": "va bu bir bilan uchun ham deb edi esa bo'lgan uning shu keyin yoki haqida lekin yil o'z u emas",
    "be": "і ў на не з што да як гэта па але для яго быў ад за так яны калі гэты таксама",
    "tt": "һәм белән бу бер өчен дип да дә булган иде аның шул кебек соң турында яки ул бик",
    "tk": "we bu bir bilen üçin hem diýip edip bolan onuň şol soň ýa-da barada ol türkmenistan",
    "ga": "agus an na is ar ag a i ní go le bhí sé tá do sa seo nó mar leis ach",
    "cy": "a yn y i mae ar yr o ei bod wedi gan am ond oedd hyn nid eu mewn neu",
    "af": "die en van in is nie het 'n wat met dat hy vir om was op sy te aan ek",
    "gl": "de e a o que do da en un unha para con os non as se por como máis ao dos é",
    "mt": "u ta li il f' minn ma din dan hija huwa għal kien biex mhux jew kull dawn",
    "sq": "dhe të në e i për me një që nga si është më ka nuk do u janë por kjo ky kanë edhe duke ishte",
    "fil": "ang ng sa na at mga ay ni para si ito hindi kung may siya nang din ko rin niya",
    "sw": "ya na wa kwa ni katika za la kuwa cha hii alisema yake pia hiyo kama lakini au watu baada huo sana hata bila tu",
    "lb": "an de déi d' vun der net mat op ass den dat en fir ech och si ze eng zu",
}
COUNT = 45


def main() -> None:
    print("# The most frequent words of each language, for telling languages apart; one language a line.")
    print("# Derived by scripts/build_function_words.py from the word lists of wordfreq 3.1.1 (CC BY-SA 4.0);")
    print("# " + " ".join(sorted(BY_HAND)) + ": written by hand (closed-class words).")
    rows = {lang: BY_HAND[lang].split() for lang in BY_HAND}
    for lang in LANGUAGES:
        words = [w for w in wordfreq.top_n_list(lang, 120) if w.isalpha() or "'" in w]
        rows[lang] = words[:COUNT]
    for lang in sorted(rows):
        print(f"{lang}: {unicodedata.normalize('NFC', ' '.join(dict.fromkeys(rows[lang])))}")


main()
