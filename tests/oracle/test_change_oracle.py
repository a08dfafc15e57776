"""Change between two counts against other people's numbers."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

from wardwise.measures.change.change_percent import change_percent


@pytest.mark.shared
def test_the_ratio_of_two_counts_and_its_limits(shared: Path) -> None:
    text = (shared / "oracles" / "wdd_poisson" / "expected.json").read_text(encoding="utf-8")
    case = json.loads(text)["wdd_notebook"]["cumulative_last_week"]
    change = change_percent(before=case["cum_control"], after=case["cum_treated"], level=0.9)
    assert isinstance(change.value, float)
    assert 1 + change.value / 100 == pytest.approx(case["irr"], abs=1e-6)
    assert change.lower is not None
    assert change.upper is not None
    limits = (1 + change.lower / 100, 1 + change.upper / 100)
    assert limits == pytest.approx(tuple(case["irr_ci90"]), abs=1e-6)


def test_the_exact_test_agrees_with_scipy() -> None:
    from scipy.stats import binomtest

    for before, after, days in [(3, 14, 365), (18, 7, 366), (0, 8, 365), (40, 12, 180)]:
        change = change_percent(before=before, after=after, days_after=days)
        chance = days / (days + 365)
        test = binomtest(after, before + after, chance)
        interval = test.proportion_ci(0.95, "exact")
        if change.upper is not None:
            share = 1 + change.upper / 100  # of the count itself, whatever the days
            assert share / (1 + share) == pytest.approx(interval.high)
        tails = [
            binomtest(after, before + after, chance, alternative=side).pvalue
            for side in ("less", "greater")
        ]
        assert change.p_value == pytest.approx(min(1, 2 * min(tails)))
        assert change.p_value is not None
        assert math.isfinite(change.p_value)
