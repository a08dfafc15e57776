"""Bytes looked at one at a time, and eight at a time."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


Bytes = NDArray[np.uint8]


def byte_at(data: Bytes, at: int) -> int:
    """One byte. Compiled, it looks at no bounds: neither ``at`` nor the end is checked."""
    return int(data[at])


def word_at(data: Bytes, at: int) -> np.uint64:
    """Eight bytes as one number, the first the lowest; compiled, without bounds as well."""
    word: np.uint64 = data[at : at + 8].view("<u8")[0]
    return word
