"""Bytes that are no UTF-8."""

from __future__ import annotations

import pytest

from corpuslint.card import load_rule
from corpuslint.checkers.broken_word.checker import check as check_words
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
