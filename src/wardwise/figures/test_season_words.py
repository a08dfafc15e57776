"""What is said of a season, by what was found."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from tests.builders import AREA, desk_with
from wardwise.figures.season_words import season_words, stretches
from wardwise.figures.seasons import season
from wardwise.measures.time.month_index import MonthIndex


def said(months: Sequence[float], seed: int = 1) -> str:
    random = np.random.default_rng(seed)
    values = [int(n) for n in random.poisson(np.tile(months, 3))]
    desk = desk_with(monthly={"Robbery": values})
    found = season(desk, area=AREA, offence="Robbery")
    assert isinstance(found.index, MonthIndex)
    return str(season_words("robberies", found, found.index))


@pytest.mark.parametrize(
    ("months", "told"),
    [
        ((12,), "in December"),
        ((5, 6, 7, 8), "from May to August"),
        ((1, 2, 12), "from December to February"),
        ((1, 6, 7, 8, 12), "from June to August and from December to January"),
        (tuple(range(1, 13)), "all year"),
        ((), ""),
    ],
)
def test_stretches_go_round_the_end_of_the_year(months: tuple[int, ...], told: str) -> None:
    assert stretches(months) == told


def test_a_stretch_a_single_month_and_nothing_are_told_apart() -> None:
    summer = said([100] * 5 + [170] * 3 + [100] * 4)
    december = said([100] * 11 + [160])
    assert summer.startswith("Robberies run high from June to August, most of all in")
    assert december.startswith("Robberies peak in December, at 1")
    assert "has at least half as many again as one in" in summer
    assert summer.endswith("Three years are few to rest that on.")


def test_what_is_even_is_said_in_one_short_sentence() -> None:
    found = {said([100] * 12, seed) for seed in range(8)}
    assert all(text.count(". ") == 0 for text in found)
    assert any(text.startswith("Robberies show no season in three years.") for text in found)
    assert any(
        text.startswith("Three years show no season in robberies: ")
        and " where 100 is the average day, which chance may give" in text
        for text in found
    )
