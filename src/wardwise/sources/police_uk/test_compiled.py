"""What is compiled does what the same function does in Python."""

from __future__ import annotations

import ctypes
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numba import carray

from wardwise.sources.police_uk.compiled import compiled
from wardwise.sources.police_uk.machine_code import load
from wardwise.sources.police_uk.plain_bytes import Bytes, byte_at, word_at


def twice(number: int) -> int:
    """Called by compiled functions and from Python alike."""
    return 2 * number


def look(at: Any, n: Any) -> Any:
    """The byte and the eight bytes from a place on, and whether twice the place is 8."""
    data, seen = carray(at[0], n[0], np.uint8), carray(at[1], 2, np.uint64)
    seen[0], seen[1] = byte_at(data, n[1]), word_at(data, n[1])
    return twice(n[1]) == 8


LOOK = load(compiled(look, parts=[twice]))


def looked(data: Bytes, at: int) -> tuple[list[int], bool]:
    """What the compiled function writes, and what it gives back."""
    seen = np.zeros(2, dtype=np.uint64)
    given = LOOK(
        (ctypes.c_void_p * 2)(data.ctypes.data, seen.ctypes.data),
        (ctypes.c_int64 * 2)(len(data), at),
    )
    return seen.tolist(), given


@given(st.binary(min_size=8, max_size=40), st.data())
def test_bytes_and_words_are_those_of_python(text: bytes, drawn: st.DataObject) -> None:
    at = drawn.draw(st.integers(0, len(text) - 8))
    data = np.frombuffer(text, dtype=np.uint8).copy()
    word = int.from_bytes(text[at : at + 8], "little")
    assert looked(data, at) == ([text[at], word], at == 4)
    assert [byte_at(data, at), int(word_at(data, at))] == [text[at], word]


def test_parts_stay_plain_functions() -> None:
    assert twice(4) == 8


def allocate(at: Any, n: Any) -> Any:  # noqa: ARG001  every compiled function takes both
    """Needs Numba's own library beside it."""
    return np.zeros(n[0]).sum() == 0.0


def test_what_would_not_load_alone_is_refused() -> None:
    with pytest.raises(RuntimeError, match="would not load alone"):
        compiled(allocate, parts=[])
