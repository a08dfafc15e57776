"""Names of one force as suppliers write them."""

from __future__ import annotations

import pytest

from wardwise.evidence.same_force import same_force


@pytest.mark.parametrize(
    ("written", "ours"),
    [
        ("Bedfordshire Police", "Bedfordshire"),
        ("City of London Police", "London, City of"),
        ("Devon & Cornwall Police", "Devon and Cornwall"),
        ("Metropolitan Police Service", "Metropolitan Police"),
        ("Avon and Somerset Constabulary", "Avon and Somerset"),
    ],
)
def test_one_force_under_two_names(written: str, ours: str) -> None:
    assert same_force(written, ours)


@pytest.mark.parametrize(
    ("written", "ours"),
    [
        ("West Midlands Police", "West Mercia"),
        ("North Yorkshire Police", "South Yorkshire"),
        ("British Transport Police", "Bedfordshire"),
        ("Metropolitan Police Service", "London, City of"),
    ],
)
def test_two_forces_with_a_word_in_common(written: str, ours: str) -> None:
    assert not same_force(written, ours)
