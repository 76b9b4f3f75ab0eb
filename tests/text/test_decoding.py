"""Any bytes become text."""

from __future__ import annotations

import pytest

from corpuslint.text.decoding import Decoded, decode


@pytest.mark.parametrize(("data", "expected"), [
    (b"", ("", "utf-8")),
    (b"a\0", ("a\0", "utf-8")),
    ("é".encode(), ("é", "utf-8")),
    (b"\xe9", ("\udce9", "utf-8")),
    ("\ufeffa".encode(), ("\ufeffa", "utf-8-sig")),
    ("ab".encode("utf-16"), ("ab", "utf-16-le")),
    (b"\xfe\xff\0a\0b", ("ab", "utf-16-be")),
    ("ab".encode("utf-32"), ("ab", "utf-32-le")),
    (b"\0\0\xfe\xff\0\0\0a", ("a", "utf-32-be")),
    ("ab".encode("utf-16-le"), ("ab", "utf-16-le")),
    ("ab".encode("utf-16-be"), ("ab", "utf-16-be")),
    (("ab" * 3000).encode("utf-16-be"), ("ab" * 3000, "utf-16-be")),
    (b"a\0b\0c\0d\0" + b"ef" * 2, ("abcd\u6665\u6665", "utf-16-le")),
    (b"a\0b\0" + b"cdefgh", ("a\0b\0cdefgh", "utf-8")),
    (b"\0\0\0\0", ("\0\0\0\0", "utf-8")),
])
def test_an_encoding_that_announces_itself(data: bytes, expected: Decoded) -> None:
    assert decode(data) == expected
