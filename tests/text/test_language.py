"""Languages are told by script or by their most frequent words; too little text is `und`."""

from __future__ import annotations

import pytest

from corpuslint.text.language import detect


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The vote was held on the third anniversary of the resignation, and many people came to it."),
        ("de", "Die Wahl fand am Sonntag statt, und viele Menschen kamen mit ihren Kindern in die Stadt."),
        ("tr", "Bu seçim için çok önemli bir gün ve bu nedenle herkes daha fazla bilgi istiyor."),
        ("ru", "Это было в начале года, и все они не знали, что будет с ними на этом пути."),
        ("kk", "Бұл сайлау туралы және оның нәтижесі бойынша бір пікір болып отыр деп айтты."),
        ("ja", "これは日本語の文章です。"),
        ("zh", "人类命运共同体研究院"),
        ("fa", "این یک متن فارسی است که گفته می‌شود"),
        ("ar", "هذا نص باللغة العربية عن الانتخابات"),
        ("und", "Nursultan Nazarbayev"),
        ("und", "12 34"),
    ],
)
def test_detect(language: str, text: str) -> None:
    assert detect(text) == language
