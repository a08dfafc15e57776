"""Ages and age groups, and completed years from a date of birth."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pytest

from wardwise.domain.mapping import ColumnMapping
from wardwise.sources.partner_files.numbers import read_ages, read_bands
from wardwise.sources.partner_files.persons import _completed


ANY = ColumnMapping(column=("x",), not_known=("Unknown",), codes={"NB": "0"})


@pytest.mark.parametrize(
    ("cell", "low", "high"),
    [
        ("18-24", 18, 24),
        ("18 to 24", 18, 24),
        ("18 – 24 years", 18, 24),
        ("<18", 0, 17),
        ("Under 18", 0, 17),
        ("65+", 65, None),
        ("65 and over", 65, None),
        ("Over 65", 66, None),
        ("30", 30, 30),
    ],
)
def test_age_groups_as_suppliers_write_them(cell: str, low: int, high: int | None) -> None:
    cells, upper = read_bands(pa.array([cell]), ANY)
    assert (cells.values.to_pylist(), upper.to_pylist()) == ([low], [high])
    assert not cells.fault.any()


@pytest.mark.parametrize("cell", ["1020", "940", "224", "24-18", "teens", "-5", "120+"])
def test_what_is_no_age_group_is_a_fault(cell: str) -> None:
    cells, _ = read_bands(pa.array([cell]), ANY)
    assert cells.values.to_pylist() == [None]
    assert cells.fault.tolist() == [1]


def test_ages_from_nought_to_a_hundred_and_ten() -> None:
    cells = read_ages(pa.array(["0", "110", "111", "-1", "30.0", "30.5", "nb", "UNKNOWN", ""]), ANY)
    assert cells.values.to_pylist() == [0, 110, None, None, 30, None, 0, None, None]
    assert [cells.reasons[n - 1][:9] if n else "" for n in cells.fault.tolist()] == [
        "",
        "",
        "an age ab",
        "an age be",
        "",
        "not an ag",
        "",
        "",
        "",
    ]


def test_completed_years_worked_by_hand() -> None:
    # the day before a birthday, the birthday, born on a leap day before and on 1 March
    born = ["1990-05-14", "1990-05-14", "2004-02-29", "2004-02-29", "2024-05-15"]
    event = ["2024-05-13", "2024-05-14", "2023-02-28", "2023-03-01", "2024-05-14"]
    years = _completed(np.array(born, "datetime64[D]"), np.array(event, "datetime64[D]"))
    assert years.tolist() == [33, 34, 18, 19, -1]
