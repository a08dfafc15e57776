"""What is compiled does what the same function does in Python."""

from __future__ import annotations

from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numba import types

from wardwise.sources.police_uk.compiled import Bytes, byte_at, compiled, part, word_at


@part
def twice(number: int) -> int:
    """Called by compiled functions and from Python alike."""
    return 2 * number


def first_byte_and_word(data: Bytes, at: int) -> tuple[int, np.uint64]:
    """The byte and the eight bytes from a place on."""
    return byte_at(data, at), word_at(data, at)


look = compiled(
    types.Tuple((types.int64, types.uint64))(types.uint8[::1], types.int64), first_byte_and_word
)


@given(st.binary(min_size=8, max_size=40), st.data())
def test_bytes_and_words_are_those_of_python(text: bytes, drawn: st.DataObject) -> None:
    at = drawn.draw(st.integers(0, len(text) - 8))
    data = np.frombuffer(text, dtype=np.uint8).copy()
    word = np.uint64(int.from_bytes(text[at : at + 8], "little"))
    expected = text[at], word
    assert look(data, at) == expected
    assert first_byte_and_word(data, at) == expected


def test_parts_stay_plain_functions() -> None:
    def plus_one(number: int) -> int:
        return twice(number) + 1

    assert twice(4) == 8
    assert compiled(types.int64(types.int64), plus_one)(4) == 9


def test_where_no_code_can_be_kept_it_is_compiled_for_this_run() -> None:
    # Numba finds no folder for a function that came from no file, as for one in a folder that
    # cannot be written to when there is no home folder either
    made: dict[str, Any] = {}
    exec(compile("def plus_two(number):\n    return number + 2\n", "<no file>", "exec"), made)
    assert compiled(types.int64(types.int64), made["plus_two"])(3) == 5
