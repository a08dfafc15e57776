"""Identifiers as runs of words, and where they stand in bytes: one pass, however many there are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numba
import numpy as np
from numpy.typing import NDArray


PREFIX, WHOLE = 1, 2
Bytes = NDArray[np.uint8]
Hashes = NDArray[np.uint64]
_START, _TIMES = np.uint64(14695981039346656037), np.uint64(1099511628211)


@dataclass(frozen=True, eq=False)
class Known:
    """Runs of words in small letters. Every run and every beginning of one lies in a table.

    The table finds by the hash of a run; what it finds is held against the run itself.
    """

    runs: frozenset[bytes]
    hashes: Hashes
    kinds: Bytes

    @classmethod
    def of(cls, runs: Iterable[tuple[str, ...]]) -> Known:
        """A table of runs of words, which are ASCII."""
        whole = {" ".join(words).encode("ascii") for words in runs}
        kinds: dict[int, int] = {}
        for run in whole:
            words = run.split()
            for n in range(1, len(words) + 1):
                key = _hash(np.frombuffer(b" ".join(words[:n]), np.uint8))
                kinds[key] = kinds.get(key, 0) | (WHOLE if n == len(words) else PREFIX)
        size = 1 << max(8, (4 * len(kinds)).bit_length())
        keys = np.fromiter(kinds, np.uint64, len(kinds))
        values = np.fromiter(kinds.values(), np.uint8, len(kinds))
        return cls(frozenset(whole), *_table(keys, values, size))

    def found_in(self, data: bytes) -> frozenset[str]:
        """The runs that stand in the bytes, whatever parts their words."""
        text = np.frombuffer(data, np.uint8)
        spans = _scan(text, self.hashes, self.kinds)
        said = {b" ".join(_parted(text[start:end]).tobytes().split()) for start, end in spans}
        return frozenset(run.decode("ascii") for run in said & self.runs)


def without_tags(data: bytes) -> bytes:
    """The bytes without what stands between < and >."""
    return _untagged(np.frombuffer(data, np.uint8)).tobytes()


@numba.njit
def _is_word(byte: int) -> bool:
    return 97 <= byte <= 122 or 48 <= byte <= 57


@numba.njit
def _is_in_word(text: Bytes, at: int) -> bool:
    """Letters and digits, but a T between two digits parts a date from a time."""
    if text[at] == 116 and 0 < at < len(text) - 1:
        return not (48 <= text[at - 1] <= 57 and 48 <= text[at + 1] <= 57)
    return _is_word(text[at])


@numba.njit
def _hash(run: Bytes) -> int:
    found = _START
    for byte in run:
        found = (found ^ np.uint64(byte)) * _TIMES
    return found


@numba.njit
def _slot(hashes: Hashes, kinds: Bytes, key: int) -> int:
    mask = np.uint64(len(hashes) - 1)
    at = (key ^ (key >> np.uint64(29))) & mask
    while kinds[at] and hashes[at] != key:
        at = (at + np.uint64(1)) & mask
    return at


@numba.njit
def _table(keys: Hashes, values: Bytes, size: int) -> tuple[Hashes, Bytes]:
    hashes, kinds = np.zeros(size, np.uint64), np.zeros(size, np.uint8)
    for n in range(len(keys)):
        at = _slot(hashes, kinds, keys[n])
        hashes[at], kinds[at] = keys[n], values[n]
    return hashes, kinds


@numba.njit
def _scan(text: Bytes, hashes: Hashes, kinds: Bytes) -> NDArray[np.int64]:
    """Starts and ends of what the table knows, each of its runs once."""
    spans, told, size = np.empty((64, 2), np.int64), np.zeros(len(kinds), np.bool_), 0
    at, end = 0, len(text)
    while at < end:
        if not _is_in_word(text, at):
            at += 1
            continue
        start, here, key, known, first = at, at, _START, True, -1
        while known:
            while here < end and _is_in_word(text, here):
                key = (key ^ np.uint64(text[here])) * _TIMES
                here += 1
            first = here if first < 0 else first
            slot = _slot(hashes, kinds, key)
            if kinds[slot] & WHOLE and not told[slot]:
                told[slot] = True
                if size == len(spans):
                    spans = np.concatenate((spans, np.empty((size, 2), np.int64)))
                spans[size, 0], spans[size, 1] = start, here
                size += 1
            known = kinds[slot] & PREFIX != 0
            while here < end and not _is_in_word(text, here):
                here += 1
            known = known and here < end
            key = (key ^ np.uint64(32)) * _TIMES
        at = first
    return spans[:size]


@numba.njit
def _parted(text: Bytes) -> Bytes:
    """The words of a text with blanks for whatever stands between them."""
    found = np.full(len(text), np.uint8(32))
    for at in range(len(text)):
        if _is_in_word(text, at):
            found[at] = text[at]
    return found


@numba.njit
def _untagged(text: Bytes) -> Bytes:
    found, size, opened = np.empty(len(text), np.uint8), 0, -1
    for at in range(len(text)):
        if opened >= 0 and text[at] == 62:
            opened = -1
        elif opened < 0 and text[at] == 60:
            opened = at
        elif opened < 0:
            found[size] = text[at]
            size += 1
    # what is opened and never closed is no tag
    rest = text[opened:] if opened >= 0 else text[:0]
    return np.concatenate((found[:size], rest))
