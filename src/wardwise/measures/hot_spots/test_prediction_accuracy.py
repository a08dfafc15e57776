"""Hit rate, PAI and PEI, and what a choice at random would give."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from wardwise.measures.hot_spots import prediction_accuracy as module
from wardwise.measures.hot_spots.prediction_accuracy import prediction_accuracy


BEFORE = [10, 9, 1, 0, 3, 2, 1, 5, 0, 0]
AFTER = [12, 2, 8, 0, 1, 2, 0, 4, 1, 0]


def test_two_of_ten_by_hand() -> None:
    found = prediction_accuracy(before=BEFORE, after=AFTER, top_percent=20)
    # the first two held 12 + 2 of 30; the best two hold 12 + 8
    assert (found.places, found.of) == (2, 10)
    assert found.hit_percent == pytest.approx(100 * 14 / 30)
    assert found.best_percent == pytest.approx(100 * 20 / 30)
    assert found.pai == pytest.approx((14 / 30) / 0.2)
    assert found.pei == pytest.approx(14 / 20)
    assert found.chance_percent == pytest.approx(20)


def test_the_limits_of_chance_are_those_of_every_pair() -> None:
    sums = sorted(sum(pair) for pair in combinations(AFTER, 2))
    found = prediction_accuracy(before=BEFORE, after=AFTER, top_percent=20, level=0.9)
    # 45 pairs: under 5% are 2 at most, and 5% of 45 is 2.25
    lower, upper = found.chance_lower * 0.3, found.chance_upper * 0.3
    assert found.method == "exact"
    assert sum(one < lower - 1e-9 for one in sums) <= 0.05 * 45
    assert sum(one <= lower + 1e-9 for one in sums) > 0.05 * 45
    assert sum(one > upper + 1e-9 for one in sums) <= 0.05 * 45
    assert sum(one >= upper - 1e-9 for one in sums) > 0.05 * 45


def test_values_that_are_not_whole_take_the_normal_limits() -> None:
    found = prediction_accuracy(before=BEFORE, after=np.array(AFTER) + 0.5, top_percent=20)
    assert found.method == "normal"
    assert found.chance_lower == 0.0
    assert found.chance_upper > 20


def test_a_law_of_billions_of_steps_is_not_worked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MANY", 10)
    assert prediction_accuracy(before=BEFORE, after=AFTER, top_percent=20).method == "normal"


def test_all_places_find_everything() -> None:
    found = prediction_accuracy(before=BEFORE, after=AFTER, top_percent=100)
    assert (found.hit_percent, found.pai, found.pei) == (100, 1, 1)
    assert (found.chance_lower, found.chance_upper) == (100, 100)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"before": [1, 2]}, "2 and 10 places"),
        ({"top_percent": 0}, "top_percent is 0"),
        ({"top_percent": 101}, "top_percent is 101"),
        ({"after": [0] * 10}, "No offence"),
        ({"before": [float("nan")] * 10}, "not known"),
    ],
)
def test_what_cannot_be_is_refused(change: dict[str, object], said: str) -> None:
    given: dict[str, object] = {"before": BEFORE, "after": AFTER, "top_percent": 10, **change}
    with pytest.raises(ValueError, match=said):
        prediction_accuracy(**given)  # type: ignore[arg-type]
