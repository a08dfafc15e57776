"""CSV text, against Python's own reader."""

from __future__ import annotations

import csv
import io

import numpy as np

from wardwise.demo.files.csv_text import Lines, column, hexadecimal


def test_cells_come_back_as_they_went_in() -> None:
    cells = ["plain", "with, comma", 'with "marks"', ""]
    rows = np.array([1, 3, 0, 2, -1])
    written = Lines(["a", "b"], [column(cells, rows), "same"]).file(np.array([4, 0, 3]))
    read = list(csv.reader(io.StringIO(written.decode(), newline="")))
    assert read == [["a", "b"], ["", "same"], ["with, comma", "same"], ['with "marks"', "same"]]
    assert written.endswith(b"\r\n")


def test_no_rows_are_a_header() -> None:
    assert Lines(["a"], [column(["x"], np.array([0]))]).file(np.array([], int)) == b"a\r\n"


def test_names_are_64_digits_and_differ() -> None:
    names = hexadecimal(np.random.default_rng(1), 50).to_pylist()
    assert len(set(names)) == 50
    assert all(len(name) == 64 and int(name, 16) >= 0 for name in names)
