"""Mail addresses: which are a person's by their look, which are any box, which are a role's, an example's, a program's."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import pairwise
from unicodedata import combining, normalize

from corpuslint.checkers.personal_data.weights import WEIGHTS
from corpuslint.lazy import regex

_ADDRESS = regex(r"(?<![\w.+/@%=&-])(?:mailto:)?([^\W_][\w.+-]{0,63})@((?:[^\W_][\w-]{0,62}\.){1,5}[^\W\d_]{2,18})(?![\w@]|:\w|/)")
_PART = regex(r"[._+-]+")
_HEXADECIMAL = regex(r"[0-9a-f]+")
_EXAMPLES = ("example", "test", "invalid", "localhost", "local", "internal")
"""Top-level domains for tests and examples (RFC 2606, RFC 6761)."""
_SAMPLES = frozenset({
    "acme", "company", "domain", "domaine", "dominio", "domena", "emailaddress", "example", "exemple", "ejemplo", "beispiel", "mail", "mycompany",
    "mydomain", "mysite", "sample", "site", "test", "website", "yourcompany", "yourdomain", "yoursite", "yourwebsite", "xxx", "xyz", "abc",
})
"""Names of domains in addresses that stand for any."""
_NAMES = frozenset({
    "apellido", "cognome", "doe", "firstname", "imie", "lastname", "nachname", "nazwisko", "nombre", "nome", "nom", "naam", "prenom", "prénom", "sobrenome",
    "surname", "vorname", "xx", "xxx", "xxxx",
})
"""What stands in addresses for anybody's name."""
_FILES = frozenset({"bmp", "css", "gif", "html", "jpeg", "jpg", "js", "json", "pdf", "php", "png", "svg", "webp"})
"""Endings of files: `logo@2x.png`."""


_PRIVATE = frozenset({
    "aol", "bluewin", "free", "freenet", "gmail", "gmx", "googlemail", "hotmail", "icloud", "laposte", "libero", "live", "mac", "me", "msn", "naver", "orange",
    "outlook", "proton", "protonmail", "rediffmail", "t-online", "uol", "wanadoo", "web", "yahoo", "yandex", "ymail",
})
"""Names of domains in which people have their own addresses."""
_WORD = regex(r"[^\W\d_]+")
_SHORT = 4
"""Letters of the shortest name that is looked for."""
_NEAR = 120
"""Code points to either side in which a person's name stands."""
_INITIALS = 3
"""Letters before a surname in an address, at most."""


def addresses(text: str, roles: Collection[str]) -> Iterator[tuple[int, int]]:
    """Where each stands, in code points, without `mailto:`; no role's, no example."""
    for match in _ADDRESS.finditer(text):
        name, domain = match[1].lower(), match[2].lower()
        if not _is_sample(name, domain) and not _is_role(name, roles) and not _is_serial(name):
            yield match.start(1), match.end(2)


def is_person(text: str, start: int, end: int) -> bool:
    """Whether the address is a person's: by two names in it, by whom it is rented from, or by a name that stands nearby."""
    name, domain = text[start:end].lower().split("@")
    parts = name.replace("_", ".").split(".")
    if (len(parts) > 1 and all(part.replace("-", "").isalpha() for part in parts)) or not _PRIVATE.isdisjoint(domain.split(".")[:-1]):
        return True
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    names = [*_names(before), *(word for word in _names(after) if word != name)]
    return any(name.endswith(word) and len(name) - len(word) <= _INITIALS for word in names)


def _names(text: str) -> Iterator[str]:
    """The longer words of each two that begin with a capital and stand side by side, as a person's names do, without accents."""
    for first, second in pairwise(_WORD.finditer(text)):
        if first[0][0].isupper() and second[0][0].isupper() and not text[first.end() : second.start()].strip(" ."):
            yield from (plain(word.lower()) for word in (first[0], second[0]) if len(word) >= _SHORT)


def plain(text: str) -> str:
    """The text without its accents."""
    return "".join(char for char in normalize("NFD", text) if not combining(char))


def _is_sample(name: str, domain: str) -> bool:
    *_, owner, top = domain.split(".")
    return top in _EXAMPLES or top in _FILES or owner in _SAMPLES or not _NAMES.isdisjoint(_PART.split(name))


def _is_role(name: str, roles: Collection[str]) -> bool:
    """Whether the name, its first or its last part, is an office's, or stands for any."""
    first, *rest = _PART.split(name.strip("._+-"))
    return any(part in roles for part in (name, first, *rest[-1:]))


def _is_serial(name: str) -> bool:
    """Whether a program made the name, of a message or a bounce."""
    longest = max((len(run) for run in _HEXADECIMAL.findall(name)), default=0)
    return sum(map(str.isdigit, name)) > WEIGHTS.serial * len(name) or longest > WEIGHTS.hexadecimal
