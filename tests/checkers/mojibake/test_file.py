"""Bytes that are no UTF-8."""

from __future__ import annotations

import pytest

from corpuslint.card import load_rule
from corpuslint.checkers.broken_word.checker import check as check_words
from corpuslint.checkers.mojibake.damage import Damage
from corpuslint.checkers.mojibake.file import MAX_CONVERTED, _converted, _price, foreign, name, undecodable
from corpuslint.checkers.mojibake.weights import WEIGHTS
from corpuslint.data import builtin_folder
from corpuslint.document import Document
from corpuslint.text.decoding import decode
from tests.checkers.mojibake.texts import CHINESE, CZECH, FRENCH, GREEK, JAPANESE, RUSSIAN, found, repaired


def test_undecodable_bytes_are_read_in_the_likely_code_page() -> None:
    text = decode("Nous avons mangé à Orléans".encode("cp1252")).text
    findings = found(text, language="fr")
    assert {f.kind for f in findings} == {"undecodable"}
    assert repaired(text, findings) == "Nous avons mangé à Orléans"


FOREIGN = {
    "ru": (RUSSIAN, ("cp1251", "koi8-r", "cp866", "iso8859-5")), "fr": (FRENCH.replace("’", "'"), ("cp1252", "latin-1", "cp437", "cp850", "mac-roman")),
    "zh": (CHINESE, ("gb18030",)), "ja": (JAPANESE, ("cp932", "euc_jp")), "el": (GREEK, ("cp1253",)), "cs": (CZECH, ("cp1250", "iso8859-2")),
    "ko": ("저녁이 되자 모두 불 주위에 모여 옛날 이야기를 했습니다. 오늘은 날씨가 따뜻합니다.", ("euc_kr",)),
    "zh-Hant": ("晚上大家圍坐在火邊，講述著過去的故事，直到天亮才回家休息。今天天氣很好。", ("big5",)),
}
NAMES = {
    "cp1251": "windows-1251", "koi8-r": "KOI8-R", "cp866": "CP866", "iso8859-5": "ISO-8859-5", "cp1252": "ISO-8859-1 (windows-1252)",
    "latin-1": "ISO-8859-1 (windows-1252)", "cp437": "CP437", "cp850": "CP437", "mac-roman": "MACINTOSH", "gb18030": "GB18030", "cp932": "SHIFT_JIS",
    "euc_jp": "EUC-JP", "cp1253": "windows-1253", "cp1250": "windows-1250", "iso8859-2": "ISO-8859-2", "euc_kr": "EUC-KR", "big5": "BIG5",
}


@pytest.mark.parametrize(("text", "codec"), [(text, codec) for text, codecs in FOREIGN.values() for codec in codecs])
def test_a_file_in_another_encoding_is_one_finding_that_names_it(text: str, codec: str) -> None:
    [finding] = found(decode(text.encode(codec)).text)
    assert (finding.kind, finding.span) == ("undecodable", (0, 0))
    named = NAMES[codec]
    assert finding.message == f"not UTF-8: the file reads as {named}, convert it, e.g. iconv -f {named.split()[0]} -t UTF-8"
    assert finding.fix is not None and finding.fix.safety == "unsafe"
    assert finding.fix.edits[0].replacement == text


def test_a_few_bad_bytes_keep_their_places() -> None:
    text = decode("Er sagte: «Größe» und ging, ".encode() + b"\xff, \xfe und mehr als das").text
    assert [(f.kind, f.match) for f in found(text)] == [("undecodable", "\udcff"), ("undecodable", "\udcfe")]


def test_a_text_in_another_encoding_has_no_broken_words() -> None:
    text = decode((CZECH * 5).encode("cp1250")).text
    rule = load_rule(builtin_folder() / "broken-word.toml")
    assert list(check_words(Document.from_text(text, metadata={"language": "cs"}), rule)) == []


def test_bytes_that_no_encoding_explains_are_one_finding() -> None:
    findings = found(decode(bytes(range(128, 256)) * 40).text)
    assert {finding.span for finding in findings} == {(0, 0)}


@pytest.mark.parametrize(
    ("before", "data", "after", "language", "repair", "codec"),
    [
        ("mang", b"\xe9", " une", "fr", "é", "cp1252"), ("k", b"\xe8", "da", "cs", "č", "cp1250"), ("mang", b"\x8e", " une pomme", "fr", "é", "Mac Roman"),
        ("caf", b"\xe9", " x", "xx", "é", "cp1252"),
    ],
)
def test_bytes_are_read_as_the_words_around_them_say(before: str, data: bytes, after: str, language: str, repair: str, codec: str) -> None:
    text = decode(f"{before}".encode() + data + f"{after} le soir, à l’école et à la fête".encode() * 2).text
    [damage] = undecodable(Document.from_text(text, metadata={"language": language}))
    assert (text[damage.start : damage.end], damage.repair, damage.true) == (data.decode("utf-8", "surrogateescape"), repair, codec)


def test_a_text_without_bad_bytes_has_none() -> None:
    assert list(undecodable(Document.from_text("mangé"))) == []


def test_a_large_file_is_named_without_its_text() -> None:
    text = decode((RUSSIAN * 200).encode("koi8-r")).text
    assert foreign(text) == Damage("undecodable", 0, 0, RUSSIAN * 200, "UTF-8", "KOI8-R")
    assert foreign(text * (MAX_CONVERTED // len(text) + 1)).repair is None
    assert foreign(text * (MAX_CONVERTED // len(text))).repair is not None


def test_bytes_that_the_encoding_cannot_read_leave_no_text() -> None:
    text = decode(CHINESE.encode("gb18030")).text
    assert _converted(text, "gb18030") == CHINESE
    assert _converted(text[:-1], "gb18030") is None


@pytest.mark.parametrize(
    ("codec", "text", "called"),
    [
        ("cp1252", "\udc80", "windows-1252"), ("latin-1", "\udc9f", "windows-1252"), ("cp1252", "\udca0", "ISO-8859-1 (windows-1252)"), ("latin-1", "", "ISO-8859-1 (windows-1252)"),
        ("cp1251", "", "windows-1251"), ("cp852", "", "CP852"), ("koi8-r", "", "KOI8-R"), ("gb18030", "", "GB18030"), ("cp874", "", "TIS-620"),
    ],
)
def test_an_encoding_has_the_name_that_iconv_knows(codec: str, text: str, called: str) -> None:
    assert name(codec, text) == called


@pytest.mark.parametrize(("codec", "text"), [("koi8-r", RUSSIAN), ("cp1251", RUSSIAN), ("cp866", RUSSIAN), ("cp1250", CZECH), ("cp1253", GREEK), ("cp1252", FRENCH)])
def test_the_usual_encoding_of_a_script_is_taken_where_both_read_it(codec: str, text: str) -> None:
    assert _price(text.encode(codec), codec) is not None
    prices = {other: price for other in ("koi8-r", "cp1251", "cp866", "cp1250", "cp1253", "cp1252") if (price := _price(text.encode(codec), other)) is not None}
    assert min(prices, key=prices.__getitem__) == codec


def test_a_rare_encoding_costs_more() -> None:
    usual, rare = _price(b"abc", "cp1251"), _price(b"abc", "koi8-r")
    assert usual is not None
    assert rare == usual + WEIGHTS.rare_encoding


def test_what_was_cut_is_no_loss_but_more_is() -> None:
    assert _price(b"\xff", "gb18030") is not None
    assert _price(b"\xff \xff", "gb18030") is None
