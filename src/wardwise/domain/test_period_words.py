"""Periods as publishers write them."""

from __future__ import annotations

import pytest

from wardwise.domain.period_words import period_of


@pytest.mark.parametrize(
    ("words", "months"),
    [
        ("2024", "2024-01/2024-12"),
        ("2024-03", "2024-03/2024-03"),
        ("March 2024", "2024-03/2024-03"),
        ("2024/25", "2024-04/2025-03"),
        ("1999/00", "1999-04/2000-03"),
        ("academic year 2023/24", "2023-09/2024-08"),
        ("Year ending March 2024", "2023-04/2024-03"),
        ("Jan to Dec 2024", "2024-01/2024-12"),
        ("Oct 2023 to Sep 2024", "2023-10/2024-09"),
        ("2022/23 to 2024/25", "2022-04/2025-03"),
        ("2022 to 2024", "2022-01/2024-12"),
    ],
)
def test_what_is_understood(words: str, months: str) -> None:
    assert str(period_of(words)) == months


@pytest.mark.parametrize(
    "words", ["", "latest", "2024/26", "2024-13", "24/25", "Dec to Jan", "2024 to 2022", "Q1 2024"]
)
def test_what_is_not(words: str) -> None:
    assert period_of(words) is None
