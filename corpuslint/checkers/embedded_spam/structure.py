"""The shape of a stretch of text: what tells a list of keywords from prose, in any language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from corpuslint.checkers.embedded_spam.weights import WEIGHTS
from corpuslint.lazy import regex
from corpuslint.text.language import function_words
from corpuslint.text.languages import unspaced_scripts
from corpuslint.text.punctuation import BEHIND_STOP, OTHER_STOPS
from corpuslint.text.scripts import main_script

# The scripts that write no space between words: their prose is told by the particles it cannot do without.
_PARTICLES = {
    "zh": regex("[的了在是和不我有这這他们們也为為与與就将將被从從及对對]"),
    "ja": regex("[はがをにでとのもへや](?![ァ-ヶ])|です|ます|した|ない|から|まで|って|れる|して"),
    "th": regex("ที่|และ|ของ|ใน|ไม่|ว่า|ได้|เป็น|มี|จะ|ให้|กับ|จาก|การ|แต่|เขา|นี้|โดย|แล้ว|ซึ่ง"),
    "ko": regex("[은는이가을를의에도로과와](?![가-힣])|다(?=[.\\s\"”]|$)|습니다|에서|에게|으로|하고|했|있"),
}
# For languages that the shared table of function words lacks.
_WORDS = {
    "ar": "في من على إلى أن ان التي الذي هذا هذه ما لا قد كان كانت بين مع عن بعد قبل كما وقال إنه أنه لم لن ولم حيث كل أو ثم وقد ذلك أي وهو وهي",
    "fa": "در به از که این است را با برای آن و یک خود تا بر شد بود می هم اما او شده آنها ها ما کرد گفت نیز وی یا هر باید شود دارد های کند",
    "ur": "کے کی میں ہے اور سے کا کو اس نے کہ یہ پر ہیں کر بھی تھا تو جو ان ایک ہو گیا نہیں وہ لیے",
    "hi": "के में है की से का को और ने पर यह कि हैं एक था इस भी हो कर नहीं तो वह उन या थे गया लिए अपने जो ही",
    "bn": "এবং এই যে করে তার না থেকে এক তিনি হয় ও জন্য এর কিন্তু হয়েছে সঙ্গে তাদের পর আর করা ছিল বলে একটি",
    "he": "של את על לא הוא עם כי זה גם היא אני אם כל יש אבל או היה מה הם כך אחרי בין ידי אל",
    "el": "και το να του η της με που την από για τα είναι των σε ο οι στο θα τη στην τον δεν τους ότι αλλά ήταν αυτό έχει",
    "ta": "மற்றும் ஒரு என்று இந்த அவர் இது என அது",
    "te": "మరియు ఒక ఈ ఆ కూడా అని",
    "sw": "ya na wa kwa ni katika la za cha kuwa hii hiyo alisema baada yake ambayo kama lakini hata huo pia vya",
}
_WORD = regex(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_SENTENCE_END = regex(rf"[.?…。？{OTHER_STOPS}:][{BEHIND_STOP}」』]*\s*$")
"""Of prose: not the exclamation marks of advertising."""
CONTACT = regex(
    r"https?://|www\.|t\.me/|wa\.me/|(?<![\w.])@\w{4,}|[\w.+-]+@[\w-]+\.\w|\+?\d[\d ()-]{8,}\d|"
    r"\b[\w-]+\.(?:com|net|org|top|xyz|click|site|online|shop|club|vip|bet|info|example)\b", re.IGNORECASE,
)
SYMBOL = regex("[\u2190-\u21ff\u2460-\u24ff\u25a0-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff₽₹$€£%|★✓•+]|!!|100%")


class Shape(NamedTuple):
    """`words`: units of the stretch; `prose`: how much of it are words that only prose has (0 to about 0.5); `ended`: by
    a full stop, not an exclamation mark; `titled`: a capital, or a letter that has none, stands first."""

    words: int
    prose: float
    ended: bool
    titled: bool
    contact: bool
    symbols: int
    repeated: int
    capitals: float
    script: str


def shape(text: str, language: str) -> Shape:
    words = [word.lower() for word in _WORD.findall(text)]
    main = main_script(text)
    units = len(words)
    if main in unspaced_scripts():
        units = max(units, sum(map(str.isalpha, text)) // WEIGHTS.letters_of_a_word)
    letters = [c for c in text if c.isalpha() and (c.islower() or c.isupper())]
    return Shape(
        words=units,
        prose=prose(text, words, main, language),
        ended=bool(_SENTENCE_END.search(text)),
        titled=not text.lstrip()[:1].islower(),
        contact=bool(CONTACT.search(text)),
        symbols=len(SYMBOL.findall(text)),
        repeated=repeated(words),
        capitals=sum(c.isupper() for c in letters) / len(letters) if letters else 0.0,
        script=main,
    )


def repeated(words: Sequence[str]) -> int:
    """Words said again within one stretch; the shortest do not count."""
    return sum(count - 1 for word, count in Counter(words).items() if len(word) >= WEIGHTS.repeated_word)


def prose(text: str, words: Sequence[str], main: str, language: str) -> float:
    """The share of function words (particles per letter, scaled, where words are not spaced)."""
    if not text:
        return 0.0
    if main == "CJK":
        kana = any("\u3040" <= c <= "\u309f" for c in text)
        return _density(text, "ja" if kana else "zh")
    if main in ("THAI", "HANGUL"):
        return _density(text, "th" if main == "THAI" else "ko")
    if not words:
        return 0.0
    tables = _closed_class()
    counts: Counter[str] = Counter(tag for word in words for tag in tables.get(word, ()))
    most = max(counts[language], max(counts.values(), default=0))
    return most / len(words)


def _density(text: str, language: str) -> float:
    letters = sum(c.isalpha() for c in text)
    return min(1.0, WEIGHTS.particles * len(_PARTICLES[language].findall(text)) / letters) if letters else 0.0


@cache
def _closed_class() -> dict[str, tuple[str, ...]]:
    table = dict(function_words())
    for language, words in _WORDS.items():
        for word in words.split():
            table[word] = (*table.get(word, ()), language)
    return table
