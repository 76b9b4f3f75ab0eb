"""Executors only schedule: batches of documents in, their results out in the same order, whoever did the work."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from corpuslint.document import Document

BATCH_DOCUMENTS = 64
BATCH_SIZE = 1_000_000
"""Code points: enough work to hide the way to a worker and back, little enough to keep memory flat."""


def batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """Cut a stream into batches by count and size."""
    batch: list[Document] = []
    size = 0
    for document in documents:
        batch.append(document)
        size += len(document.text)
        if len(batch) >= BATCH_DOCUMENTS or size >= BATCH_SIZE:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def cores() -> int:
    """The cores that this process may use, not those that the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
