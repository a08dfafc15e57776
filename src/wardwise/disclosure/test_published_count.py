"""What the public may see of a partner's count."""

from __future__ import annotations

import pytest

from wardwise.disclosure.published_count import published_count
from wardwise.domain.nothing import Withheld


@pytest.mark.parametrize("count", range(8))
def test_small_counts_are_withheld_nought_among_them(count: int) -> None:
    assert isinstance(published_count(count), Withheld)


@pytest.mark.parametrize(
    ("count", "printed"), [(8, 10), (12, 10), (12.5, 15), (13, 15), (100, 100)]
)
def test_others_are_rounded_to_five(count: float, printed: int) -> None:
    assert published_count(count) == printed


def test_a_negative_count_is_refused() -> None:
    with pytest.raises(ValueError, match="count is"):
        published_count(-1)
