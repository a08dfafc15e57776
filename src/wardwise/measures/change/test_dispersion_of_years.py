"""φ of yearly counts: by hand, where nothing can be said, and the false alarms that it leaves."""

from __future__ import annotations

import numpy as np
import pytest

from wardwise.domain.verdict import Verdict
from wardwise.measures.change.change_percent import change_percent
from wardwise.measures.change.dispersion_of_years import dispersion_of_years


def test_two_areas_by_hand() -> None:
    # n = 100 and 100, p = 120 / 200 = 0.6, N = 200: z² = (70 − 60)² / (100 × .6 × .4 × .5) = 8.33
    # for both areas; the mean of z² / φ is .9205369, so φ = 8.33 / .9205369 = 9.0527
    found = dispersion_of_years(before=[30, 50], after=[70, 50], groups=["A", "A"])
    assert found.phi == pytest.approx(9.0527, abs=1e-4)
    assert (found.areas, found.groups, found.degrees_of_freedom) == (2, 1, 1)


def test_what_a_whole_force_did_is_no_irregularity_of_its_areas() -> None:
    before, after = [100, 200, 300, 400], [150, 300, 150, 200]
    apart = dispersion_of_years(before=before, after=after, groups=["A", "A", "B", "B"])
    assert (apart.phi, apart.phi_years, apart.groups) == (1.0, 0.0, 2)
    assert dispersion_of_years(before=before, after=after, groups=["A"] * 4).phi > 10


def test_one_area_that_did_change_widens_little() -> None:
    before, after = [1000] * 20, [1040, 960] * 10
    calm = dispersion_of_years(before=before, after=after, groups=["A"] * 20).phi
    doubled = dispersion_of_years(before=before, after=[*after[:-1], 2000], groups=["A"] * 20).phi
    # Pearson's mean square of the same would be over 25
    assert calm < doubled < 6


def test_few_offences_lone_areas_and_gaps_are_left_out() -> None:
    nan = float("nan")
    found = dispersion_of_years(
        before=[100, 120, 19, 500, nan, 80],
        after=[110, 100, 400, 10_000, 50, nan],
        groups=["A", "A", "A", "B", "A", "A"],
    )
    assert (found.areas, found.groups) == (2, 1)
    none = dispersion_of_years(before=[100, 5], after=[200, 90], groups=["A", "A"])
    assert (none.phi, none.areas) == (1.0, 0)
    assert dispersion_of_years(before=[], after=[], groups=[]).areas == 0


def test_shapes_that_differ_and_counts_below_nought_are_refused() -> None:
    with pytest.raises(ValueError, match="expected the same"):
        dispersion_of_years(before=[1, 2], after=[1, 2], groups=["A"])
    with pytest.raises(ValueError, match="before"):
        dispersion_of_years(before=[-1], after=[1], groups=["A"])


@pytest.mark.parametrize("phi", [1.0, 4.0, 12.0])
def test_the_planted_dispersion_is_found_and_false_alarms_are_one_in_twenty(phi: float) -> None:
    # 60 seeds of 300 areas in 40 forces: forces move, areas only vary, φ times a Poisson count
    found, alarms = [], []
    for seed in range(60):
        before, after, groups = planted(seed, phi=phi, truly=0.0)
        spread = dispersion_of_years(before=before, after=after, groups=groups).phi
        found.append(spread)
        alarms.append(called(before, after, spread, which=np.arange(0, 300, 15)))
    assert np.mean(found) == pytest.approx(phi, rel=0.08)
    assert 0.03 < np.mean(alarms) < 0.065


def test_with_a_tenth_of_areas_truly_changed_false_alarms_do_not_grow_and_they_are_found() -> None:
    quiet, moved = [], []
    for seed in range(60):
        before, after, groups = planted(seed, phi=4.0, truly=0.5)
        spread = dispersion_of_years(before=before, after=after, groups=groups).phi
        quiet.append(called(before, after, spread, which=np.arange(0, 300, 15)))
        moved.append(called(before, after, spread, which=np.arange(3, 300, 10)))
    assert np.mean(quiet) < 0.05
    assert np.mean(moved) > 0.9


def planted(seed: int, *, phi: float, truly: float) -> tuple[list[float], list[float], list[str]]:
    """Two years of 300 areas; every tenth from the fourth on rose by ``truly``, a share."""
    draw = np.random.default_rng(seed)
    size = np.exp(draw.uniform(np.log(400), np.log(4000), 300))
    force = np.arange(300) % 40
    # areas 0, 15, 30 … are those looked at: their forces do not move, so a change is a false alarm
    moves = np.exp(draw.normal(0, 0.1, 40))
    moves[force[::15]] = 1.0
    change = moves[force]
    change[3::10] *= 1 + truly
    return (
        irregular(draw, size, phi),
        irregular(draw, size * change, phi),
        [str(number) for number in force],
    )


def irregular(draw: np.random.Generator, mean: np.ndarray, phi: float) -> list[float]:
    """Counts with variance φ times the mean: clusters of offences come together."""
    if phi == 1:
        return [float(n) for n in draw.poisson(mean)]
    return [float(n) for n in draw.negative_binomial(mean / (phi - 1), 1 / phi)]


def called(before: list[float], after: list[float], phi: float, *, which: np.ndarray) -> float:
    """Share of the areas named whose change is called one."""
    words = [
        change_percent(before=before[n], after=after[n], phi=phi).verdict for n in which.tolist()
    ]
    return sum(word is not Verdict.NO_CLEAR_CHANGE for word in words) / len(words)
