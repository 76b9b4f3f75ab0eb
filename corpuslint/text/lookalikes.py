"""Letters of Cyrillic and Greek that cannot be told from Latin ones in print, and the Latin ones."""

from __future__ import annotations

from collections.abc import Mapping

CYRILLIC: Mapping[str, str] = dict(zip("аеорсухіјѕԛԝһӏАВЕКМНОРСТУХІЈЅԚԜҺӀ", "aeopcyxijsqwhlABEKMHOPCTYXIJSQWHI", strict=True))
GREEK: Mapping[str, str] = dict(zip("ονΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ovABEZHIKMNOPTYX", strict=True))
RARE_CYRILLIC = frozenset("ԛԝһӏԚԜҺӀ")
"""Those that only small languages have, so that no Latin letter stands for one."""
