"""A withheld number is neither nought nor a fault, and what it can be at most is kept."""

from __future__ import annotations

from pathlib import Path

from tests.partner_folder import asked, read, written


HEADER = "PERIOD,ITEM,N,OF"


def rows_of(folder: Path, *lines: str) -> list[dict[str, object]]:
    written(folder, "tests.csv", [HEADER, *lines])
    found: list[dict[str, object]] = (
        read(folder, asked("drug_tests", "tests.csv")).tables["partner_return"].to_pylist()
    )
    return found


def test_a_withheld_number_is_used_and_says_what_it_can_be(tmp_path: Path) -> None:
    few, star, known = rows_of(
        tmp_path, "2024-01,positive,<5,40", "2024-02,positive,*,40", "2024-03,positive,7,*"
    )
    assert (few["used"], few["value"], few["withheld"], few["at_most"]) == (True, None, "value", 4)
    assert (star["used"], star["value"], star["withheld"], star["at_most"]) == (
        True,
        None,
        "value",
        None,
    )
    assert (known["value"], known["of"], known["withheld"]) == (7, None, "of")


def test_what_is_no_number_and_no_mark_is_still_set_aside(tmp_path: Path) -> None:
    (row,) = rows_of(tmp_path, "2024-01,positive,n/a,40")
    assert not row["used"]
    assert row["withheld"] is None
