"""What the cells of an index may hold, beyond what a pattern can say. Our own: plain jsonschema lets unknown formats pass."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from urllib.parse import urlsplit

from corpuslint.lazy import regex

_DATE = regex(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_LANGUAGE = regex(r"([A-Za-z]{2,3})(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?(?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*"
                       r"(?:-x(?:-[A-Za-z0-9]{1,8})+)?")
_NO_URL = regex(r'[\x00-\x20\x7f-\xa0<>"\\\ud800-\udfff]')
_MAX_LICENSE = 200
# ISO 639-1, so that `kz`, `ua`, `jp`, `cn` or `cz`, which are countries, are not taken for languages.
_ISO_639_1 = (
    " aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el "
    "en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it "
    "iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt "
    "my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk "
    "sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi "
    "yo za zh zu "
)


def is_date(value: str) -> bool:
    """A day, month or year of the calendar in ISO 8601's extended form (`date.fromisoformat` takes `2023-W12` too)."""
    match = _DATE.fullmatch(value)
    try:
        return match is not None and bool(date(int(match[1]), int(match[2] or 1), int(match[3] or 1)))
    except ValueError:
        return False


def is_language(value: str) -> bool:
    """A BCP 47 tag whose language, where it has two letters, is one of ISO 639-1."""
    match = _LANGUAGE.fullmatch(value)
    return match is not None and (len(match[1]) == 3 or f" {match[1].lower()} " in _ISO_639_1)


@lru_cache(maxsize=256)
def is_license(value: str) -> bool:
    """An SPDX licence expression, `LicenseRef-…` included."""
    from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

    if len(value) > _MAX_LICENSE:
        return False
    try:
        return bool(canonicalize_license_expression(value))
    except (InvalidLicenseExpression, RecursionError, MemoryError, SyntaxError, ValueError):
        return False


def is_url(value: str) -> bool:
    """An http or https address with a host, and without a user's name or password."""
    try:
        parts = urlsplit(value)
        host = parts.hostname if parts.port is None or parts.port else None
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(host) and "@" not in parts.netloc and not _NO_URL.search(value)


FORMATS: Mapping[str, Callable[[str], bool]] = {
    "date-or-unknown": lambda value: value == "unknown" or is_date(value),
    "language-tag": is_language,
    "partial-date": is_date,
    "spdx-expression": is_license,
    "web-address": is_url,
}
