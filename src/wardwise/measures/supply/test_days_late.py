"""Due days and lateness, from a calendar."""

from __future__ import annotations

import pytest

from wardwise.measures.supply.days_late import days_late, due_on


@pytest.mark.parametrize(
    ("ends", "due"),
    [
        # the first period of the Regulations, July to September 2007, by the end of December
        ("2007-09", "2007-12-31"),
        ("2023-12", "2024-03-31"),
        ("2024-03", "2024-06-30"),
        ("2024-06", "2024-09-30"),
    ],
)
def test_due_at_the_end_of_the_next_quarter(ends: str, due: str) -> None:
    assert due_on(quarter_ends=ends).isoformat() == due


@pytest.mark.parametrize(
    ("received", "late"),
    [
        ("2024-06-30", 0),  # the last day is in time
        ("2024-07-01", 1),
        ("2024-02-01", 0),
        ("2025-06-30", 365),  # no 29 February between them
    ],
)
def test_days_after_the_day_it_was_due(received: str, late: int) -> None:
    assert days_late(quarter_ends="2024-03", received_on=received) == late


def test_a_month_that_ends_no_quarter_is_refused() -> None:
    with pytest.raises(ValueError, match="does not end a quarter"):
        due_on(quarter_ends="2024-04")
