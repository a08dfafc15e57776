"""The highest of several protective markings."""

from __future__ import annotations

import pytest

from wardwise.domain.marking import highest_marking


@pytest.mark.parametrize(
    ("markings", "highest"),
    [
        ([], "OFFICIAL"),
        (["OFFICIAL", "OFFICIAL-SENSITIVE"], "OFFICIAL-SENSITIVE"),
        (["official sensitive – personal", "OFFICIAL"], "official sensitive – personal"),
        (["SECRET", "Restricted"], "SECRET"),
        (["Restricted", "OFFICIAL-SENSITIVE"], "Restricted"),  # unknown: rather too high
        (["SECRET", "TOP SECRET"], "TOP SECRET"),
    ],
)
def test_highest(markings: list[str], highest: str) -> None:
    assert highest_marking(markings) == highest
