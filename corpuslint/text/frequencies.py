"""Word frequencies as a memory-mapped file: compiled once from the lists that ship with the package or with
wordfreq and simplemma, opened for next to nothing.

A compiled lexicon is a header, three arrays of 32-bit numbers, the entries, and a text (all lengths in the header):

    slots         a hash table, open addressing: offset of an entry plus 1, or 0
    forwards      offsets of the frequent entries in the order of their UTF-8 bytes: words that begin so
    backwards     the same in the order of the bytes read from the end: words that end so
    entries       length of the word in bytes, frequency, flags (a byte each), then the word in UTF-8
    rare          words of the curated dictionary that no frequency list has, sorted, a newline around each

The frequency byte is the Zipf value (log10 of occurrences in 10^9 words) times 25; flag 1 says that the curated
dictionary has the word. Words are lower case. The last number of the header is a checksum of all that follows: a
file that was damaged is compiled anew.
"""

from __future__ import annotations

import hashlib
import mmap
import os
import sys
import zlib
from array import array
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cache, partial, reduce
from importlib.util import find_spec
from pathlib import Path
from struct import Struct
from struct import error as struct_error
from typing import NamedTuple

from corpuslint.cache.compiled import compiled
from corpuslint.cache.folder import cache_folder, keep, open_kept

_MAGIC = b"corpuslint lexicon 8\n"
_HEADER = Struct("<24s7I")
_MEMO = 200_000
_SCALE = 25
_CURATED = 1
_FREQUENT = 2.5
"""Zipf value from which a word stands in the two orders, which keeps them small."""
_HASHED = 300_000
"""A curated dictionary up to this size goes into the hash table as a whole, a larger one into the text of rare words."""
_IN_MEMORY = 2
"""Lexicons whose pages stay in memory: that of the text at hand, and the one before it."""
_SHIPPED = Path(__file__).parents[1] / "frequencies"
"""Lists in place of those of wordfreq, `<language>.txt.xz`."""
_LARGE = 500_000
"""A frequency list of this size needs no second dictionary: it holds the inflected forms itself."""


class Entry(NamedTuple):
    """`zipf` is 0.0 for a word that no frequency list has; `curated`: a dictionary made by people has it."""

    zipf: float
    curated: bool

    @property
    def known(self) -> bool:
        return self.curated or self.zipf > 0


UNKNOWN = Entry(0.0, False)
_RARE = Entry(0.0, True)
_in_use: dict[str, Lexicon] = {}
"""By language, the one that was asked for last at the end."""
_ENTRIES: list[Entry] = [Entry((code >> 1) / _SCALE, bool(code & _CURATED)) for code in range(512)]


class Lexicon:
    """Look-ups in a compiled lexicon, with a memo per process; every query is total, whatever the bytes hold."""

    _data: mmap.mmap | bytes

    def __init__(self, data: mmap.mmap | bytes) -> None:
        """Raises ValueError or struct.error for what is no compiled lexicon; the body is not read."""
        magic, slots, frequent, entries, rare, curated, self.checksum, checksum = _HEADER.unpack_from(data)
        self._base = _HEADER.size + 4 * (slots + 2 * frequent)
        if magic.rstrip(b"\0") != _MAGIC or checksum != _checksum(slots, frequent, entries, rare, curated, self.checksum):
            raise ValueError("not a compiled lexicon")
        newlines = data[-rare : len(data) - rare + 1], data[-1:]
        if len(data) != self._base + entries + rare or newlines != (b"\n", b"\n") or not slots or slots & slots - 1:
            raise ValueError("a compiled lexicon of the wrong size")
        self._data, self._mask, self._rare = data, slots - 1, self._base + entries
        self.has_dictionary = curated > 0
        """Whether a curated dictionary stands beside the frequency list."""
        numbers = memoryview(data)[_HEADER.size : self._base].cast("I")
        self._slots = numbers[:slots]
        self._forwards, self._backwards = numbers[slots : slots + frequent], numbers[slots + frequent :]
        self._memo: dict[str, Entry] = {}
        self._zipfs: dict[str, float] = {}

    @property
    def is_small(self) -> bool:
        """Whether the frequency list is one of the short ones, which lack many a good word."""
        return len(self._slots) < 1 << 18

    def let_go(self) -> None:
        """Keep no page of the file in the memory of this process until it is asked for again; the memo stays."""
        if isinstance(self._data, mmap.mmap) and hasattr(self._data, "madvise"):  # not on Windows
            self._data.madvise(mmap.MADV_DONTNEED)

    def get(self, word: str) -> Entry:
        """The entry of a lower-case word; `UNKNOWN` if there is none."""
        entry = self._memo.get(word)
        if entry is None:
            if len(self._memo) >= _MEMO:
                self._memo.clear()
            key = word.encode("utf-8", "surrogatepass")
            entry = self._memo[word] = self._find(key) or (_RARE if self._is_rare(key) else UNKNOWN)
        return entry

    def zipf(self, word: str) -> float:
        """The Zipf value of a lower-case word, 0.0 if no frequency list has it; cheaper than `get`."""
        value = self._zipfs.get(word)
        if value is None:
            if len(self._zipfs) >= _MEMO:
                self._zipfs.clear()
            entry = self._find(word.encode("utf-8", "surrogatepass"))
            value = self._zipfs[word] = entry.zipf if entry else 0.0
        return value

    def starting(self, prefix: str, limit: int = 300) -> Iterator[tuple[str, Entry]]:
        """The first `limit` frequent words that begin with `prefix`, in the order of their bytes."""
        return self._range(self._forwards, prefix.encode("utf-8", "surrogatepass"), 1, limit)

    def ending(self, suffix: str, limit: int = 300) -> Iterator[tuple[str, Entry]]:
        """The first `limit` frequent words that end with `suffix`, in the order of their bytes from the end."""
        return self._range(self._backwards, suffix.encode("utf-8", "surrogatepass")[::-1], -1, limit)

    def _find(self, key: bytes) -> Entry | None:
        data: bytes | mmap.mmap = self._data
        slot, length, before = zlib.crc32(key) & self._mask, len(key), self._base - 1
        try:
            for slots in (self._slots[slot:], self._slots[:slot]):  # each once, though none be free
                for offset in slots:
                    if not offset:
                        return None
                    at = before + offset
                    if data[at] == length and data[at + 3 : at + 3 + length] == key:
                        code: int = data[at + 1] << 1 | data[at + 2] & _CURATED
                        return _ENTRIES[code]
        except IndexError:  # an offset beyond the end
            return None
        return None

    def _is_rare(self, key: bytes) -> bool:
        data, low, high = self._data, self._rare, len(self._data) - 1
        while low < high:
            start = data.rfind(b"\n", low, (low + high) // 2 + 1)
            start = low if start < 0 else start
            end = data.find(b"\n", start + 1)
            word = data[start + 1 : end]
            if word == key:
                return True
            if word < key:
                low = end
            else:
                high = start
        return False

    def _range(self, order: memoryview[int], key: bytes, step: int, limit: int) -> Iterator[tuple[str, Entry]]:
        low, high = 0, len(order)
        while low < high:
            middle = (low + high) // 2
            if self._word(order[middle])[::step] < key:
                low = middle + 1
            else:
                high = middle
        for offset in order[low : low + limit]:
            word = self._word(offset)
            at = self._base + offset
            if not word[::step].startswith(key) or at + 2 >= len(self._data):
                return
            yield word.decode("utf-8", "replace"), _ENTRIES[self._data[at + 1] << 1 | self._data[at + 2] & _CURATED]

    def _word(self, offset: int) -> bytes:
        at = self._base + offset
        length = self._data[at : at + 1] or b"\0"
        return self._data[at + 3 : at + 3 + length[0]]


def compile_lexicon(words: Iterable[tuple[str, float]], curated: Iterable[str] = (), least: float = _FREQUENT) -> bytes:
    """Pack lower-case words with their Zipf values, and the words of a curated dictionary.

    None of either comes twice. `least` is the Zipf value from which words can be looked up by their beginning or end.
    """
    # Of either there may be millions: a word is let go as soon as it is packed, and only the bytes of it remain.
    left, rare, listed = dict(words), bytearray(b"\n"), 0
    blob, places, frequent = bytearray(), array("I"), array("I")

    def pack(key: bytes, zipf: float, flags: int) -> None:
        if len(key) < 256:
            places.append(len(blob))
            if zipf >= least:
                frequent.append(len(blob))
            blob.extend(bytes((len(key), min(255, round(zipf * _SCALE)), flags)) + key)

    in_order, before = True, b""
    for word in curated:
        listed += 1
        zipf = left.pop(word, None)
        key = word.encode("utf-8", "surrogatepass")
        in_order, before = in_order and key > before, key
        if zipf is None:
            rare += key + b"\n"
        else:
            pack(key, zipf, _CURATED)
    while left:
        word, zipf = left.popitem()
        pack(word.encode("utf-8", "surrogatepass"), zipf, 0)
    if listed <= _HASHED:
        for key in bytes(rare).split():
            pack(key, 0.0, _CURATED)
        del rare[1:]
    if not in_order:  # the dictionaries of simplemma are
        rare[1:] = b"".join(key + b"\n" for key in sorted(rare.split()))
    forwards = array("I", sorted(frequent, key=lambda place: _key_at(blob, place)))
    backwards = array("I", sorted(frequent, key=lambda place: _key_at(blob, place)[::-1]))
    slots = _hash_table(blob, places)
    body: tuple[bytearray | array[int], ...] = (slots, forwards, backwards, blob, rare)
    facts = len(slots), len(frequent), len(blob), len(rare), listed, reduce(lambda sum_, part: zlib.crc32(part, sum_), body, 0)
    return b"".join((_HEADER.pack(_MAGIC, *facts, _checksum(*facts)), *body))


def _key_at(blob: bytearray, place: int) -> bytes:
    return bytes(blob[place + 3 : place + 3 + blob[place]])


def _hash_table(blob: bytearray, places: array[int]) -> array[int]:
    # A third to two thirds of the slots are taken: look-ups of words that are not there end soon, and the table stays small.
    size = 1 << max(4, (len(places) * 3).bit_length() - 1)
    slots, mask = array("I", bytes(4 * size)), size - 1
    for place in places:
        slot = zlib.crc32(_key_at(blob, place)) & mask
        while slots[slot]:
            slot = (slot + 1) & mask
        slots[slot] = place + 1
    return slots


def _checksum(*facts: int) -> int:
    # The byte order is part of it: the arrays are in the machine's own, and a cache may lie on a shared disk.
    return zlib.crc32(repr((sys.byteorder, array("I").itemsize, *facts)).encode())


def open_lexicon(language: str) -> Lexicon | None:
    """The lexicon of a language (ISO 639-1), compiled on first use; None if there is no list for it."""
    lexicon = _opened(language)
    if lexicon and next(reversed(_in_use), None) != language:
        _in_use.pop(language, None)
        _in_use[language] = lexicon
        if len(_in_use) > _IN_MEMORY:
            _in_use.pop(next(iter(_in_use))).let_go()
    return lexicon


@cache
def _opened(language: str) -> Lexicon | None:
    if (shipped := _SHIPPED / f"{language}.txt.xz").is_file():
        return _open(language, [shipped], partial(_compile_shipped, shipped))
    path = _data_file("wordfreq", f"data/large_{language}.msgpack.gz") or _data_file(
        "wordfreq", f"data/small_{language}.msgpack.gz"
    )
    if not path:
        return None
    dictionary = _data_file("simplemma", f"strategies/dictionaries/data/{language}.plzma")
    sources = [path, dictionary] if dictionary else [path]
    return _open(language, sources, partial(_compile_wordfreq, language, path, dictionary is not None))


def _compile_wordfreq(language: str, path: Path, has_dictionary: bool) -> bytes:
    from wordfreq import read_cBpack

    buckets = read_cBpack(str(path))
    if not has_dictionary or sum(not word.isdecimal() for bucket in buckets for word in bucket) >= _LARGE:
        return compile_lexicon(_frequencies(buckets))
    from simplemma.strategies.dictionaries import StreamDictionaryFactory

    dictionary = StreamDictionaryFactory().get_dictionary(language)  # with a third of the memory of the others
    return compile_lexicon(_frequencies(buckets), (word for word in dictionary if word.islower()))


def _frequencies(buckets: list[list[str]]) -> Iterator[tuple[str, float]]:
    """One list of words for each hundredth of a factor ten: index 100 is Zipf value 8. They are given away."""
    for index in range(len(buckets)):
        zipf, bucket, buckets[index] = (900 - index) / 100, buckets[index], []
        yield from ((word, zipf) for word in bucket if not word.isdecimal())


def _compile_shipped(path: Path) -> bytes:
    """Lines of word and frequency behind a header, of which every word can be looked up by its beginning or end."""
    import lzma

    with lzma.open(path, "rt", encoding="utf-8", newline="\n") as lines:
        fields = (line.rstrip("\n").split("\t") for line in lines if line[0] != "#")
        return compile_lexicon(((word, int(code) / _SCALE) for word, code in fields), least=0.0)


def _data_file(package: str, name: str) -> Path | None:
    """A data file of an installed package, which is not imported for it."""
    spec = find_spec(package)
    path = Path(spec.origin).parent / name if spec and spec.origin else None
    return path if path and path.is_file() else None


def _open(language: str, sources: list[Path], build: Callable[[], bytes]) -> Lexicon:
    """Map the compiled file; where there is none, or a damaged one, write it; where that fails, do without a file."""
    folder = cache_folder()
    if folder is None:
        return Lexicon(build())
    path = folder / f"{language}-{_key(sources)}.lexicon"
    with suppress(OSError, ValueError, struct_error):
        return _map(path)
    data = build()
    with suppress(OSError, ValueError, struct_error):
        keep(path, data)
        return _map(path)
    return Lexicon(data)


def _key(sources: list[Path]) -> str:
    """Of the format, and of the name and version of each source's package; of the content of what ships with this one."""
    facts = [_MAGIC.decode()]
    for source in sources:
        if source.parent == _SHIPPED:
            facts.append(hashlib.sha256(source.read_bytes()).hexdigest())
            continue
        package = next(p for p in source.parents if (p / "__init__.py").is_file() and not (p.parent / "__init__.py").is_file())
        stated = sorted(path.name for path in package.parent.glob(f"{package.name}-*.dist-info"))
        facts += [source.name, *stated, str(source.stat().st_size)]
    return hashlib.sha256("\n".join(facts).encode()).hexdigest()[:16]


def _map(path: Path) -> Lexicon:
    """The lexicon of a file. Raises OSError, ValueError or struct.error where there is none, or a damaged one."""
    with os.fdopen(open_kept(path), "rb") as file:
        data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    lexicon = Lexicon(data)

    def checksum() -> int:
        with memoryview(data)[_HEADER.size :] as body:
            return zlib.crc32(body)

    # The body is read once for each state of the file, not at each start: tens of megabytes.
    if compiled(f"checksum-{path.stem}", [path], checksum, int) != lexicon.checksum:
        raise ValueError("a damaged lexicon")
    lexicon.let_go()
    return lexicon
