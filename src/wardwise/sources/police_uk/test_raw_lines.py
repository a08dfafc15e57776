"""Lines as bytes, against Python's own way of splitting them."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from wardwise.sources.police_uk.raw_lines import begin_alike, find_lines, possible_repeats


ID = "ab" * 32
AFTER = "2023-05,Sampleshire Police,"
PADDING = "Sampleshire Police,,,No Location,,,Drugs,,"


def as_bytes(text: str) -> np.ndarray:
    """A text as an array of bytes."""
    return np.frombuffer(text.encode(), dtype=np.uint8)


@given(
    st.lists(st.text("abc,", min_size=2, max_size=9), max_size=8), st.sampled_from(["\n", "\r\n"])
)
def test_lines_are_found_where_python_finds_them(rows: list[str], end: str) -> None:
    text = end.join(["header", *rows])
    for closed in (text, text + end, text + end + end):
        data = as_bytes(closed)
        lines = find_lines(data)
        found = [
            bytes(data[start:stop]).decode().rstrip("\r")
            for start, stop in zip(lines.starts, lines.ends, strict=True)
        ]
        assert found == rows
        assert lines.records == len(rows)
        assert not lines.is_odd


def test_a_blank_line_between_rows_is_odd() -> None:
    assert find_lines(as_bytes("header\nrow\n\nrow\n")).is_odd
    assert not find_lines(as_bytes("header\nrow\n\n\n")).is_odd


def test_lines_that_begin_alike() -> None:
    good = f"header\n{ID},{AFTER}{PADDING}\n,{AFTER}{PADDING}\n"
    for text, alike in (
        (good, True),
        (good.replace("05", "06", 1), False),  # another month in the first row
        (good.replace("shire", "shore", 1), False),  # another force
        (good.replace("ab", "a", 1), False),  # a Crime ID of 63 characters
        (good[: -len(PADDING) - 9], False),  # cut off
        ("header\n", True),
    ):
        data = as_bytes(text)
        assert begin_alike(data, find_lines(data), after_id=AFTER.encode()) is alike


def test_only_lines_that_share_the_beginning_of_an_id_are_named() -> None:
    ids = ["1" * 64, "2" * 64, "1" * 8 + "3" * 56, "", ""]
    text = "header\n" + "".join(f"{one},{AFTER}{PADDING}\n" for one in ids)
    data = as_bytes(text)
    assert possible_repeats(data, find_lines(data)).tolist() == [0, 2]
