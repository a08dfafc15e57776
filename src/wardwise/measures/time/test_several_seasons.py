"""Several seasons at once: planted ones come out, and what cannot be is refused."""

from __future__ import annotations

import numpy as np
import pytest

from wardwise.domain.nothing import NotKnown
from wardwise.measures.time.several_seasons import SeveralSeasons, several_seasons


DAY = np.arange(3 * 365)
WEEK = np.array([0, 0, 0, 0, 4, 8, 2.0])[DAY % 7]
YEAR = 5 * np.sin(2 * np.pi * DAY / 365)


def test_a_planted_week_and_year_come_out_and_sum_up() -> None:
    noise = np.random.default_rng(3).normal(0, 1, len(DAY))
    values = 50 + 0.01 * DAY + WEEK + YEAR + noise
    found = several_seasons(values=values, periods=[365, 7])
    assert isinstance(found, SeveralSeasons)
    assert found.periods == (7, 365)
    parts = np.array(found.trend) + np.sum(found.seasons, axis=0) + np.array(found.rest)
    assert parts == pytest.approx(values)
    week, year = np.array(found.seasons)
    assert np.abs(week - (WEEK - WEEK.mean())).mean() < 0.6
    assert np.corrcoef(year, YEAR)[0, 1] > 0.95
    assert min(found.strengths) > 0.6


def test_two_cycles_or_a_gap_are_not_known() -> None:
    assert isinstance(several_seasons(values=np.ones(28), periods=[7, 14]), NotKnown)
    gap = np.where(DAY == 40, np.nan, WEEK)
    assert isinstance(several_seasons(values=gap, periods=[7, 365]), NotKnown)


@pytest.mark.parametrize("periods", [[], [1, 7], [7, 7], [2, 3, 4, 5, 6, 7, 8]])
def test_periods_that_cannot_be_are_refused(periods: list[int]) -> None:
    with pytest.raises(ValueError, match="one to six"):
        several_seasons(values=np.ones(99), periods=periods)
