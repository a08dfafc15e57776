"""One force under the names that suppliers give it."""

from __future__ import annotations

import pytest

from wardwise.sources.force_names import force_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bedfordshire Police", "bedfordshire"),
        ("Devon & Cornwall Police", "devon-and-cornwall"),
        ("Devon and Cornwall", "Devon & Cornwall"),
        ("London, City of", "City of London Police"),
        ("city-of-london", "London, City of"),
        ("Metropolitan Police Service", "Metropolitan Police"),
        ("metropolitan", "Metropolitan Police"),
        ("Greater Manchester Police", "greater-manchester"),
        ("Avon and Somerset Constabulary", "avon-and-somerset"),
        ("Dyfed-Powys Police", "Heddlu Dyfed-Powys"),
        ("Hampshire and Isle of Wight Constabulary", "Hampshire"),
        ("btp", "British Transport Police"),
        ("Police Service of Northern Ireland", "northern-ireland"),
    ],
)
def test_two_names_of_one_force_agree(one: str, other: str) -> None:
    assert force_key(one) == force_key(other)


def test_neighbouring_forces_stay_apart() -> None:
    names = ("West Mercia", "West Midlands", "North Wales", "South Wales", "City of London")
    assert len({force_key(name) for name in (*names, "Metropolitan Police")}) == 6
