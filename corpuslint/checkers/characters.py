"""Which characters a text has beyond the usual ones, for a checker to know in advance what it need not look for."""

from __future__ import annotations

_PLAIN = bytes((*b"\t\n\r", *range(0x20, 0x7F)))


def unusual(text: str) -> frozenset[str]:
    """The characters that are neither printable ASCII nor a usual white space; a few µs for a page of English.

    Bytes are taken out of UTF-8 at ten times the speed at which characters go into a set.
    """
    rest = text.encode("utf-8", "surrogatepass").translate(None, _PLAIN)
    return frozenset(rest.decode("utf-8", "surrogatepass"))
