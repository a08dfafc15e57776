"""The Poisson scan with chance as uneven as the counts: against a slow second working."""

from __future__ import annotations

import numpy as np
import pytest

from wardwise.measures.scan.expected_dispersion import expected_dispersion
from wardwise.measures.scan.likelihood import poisson_log_likelihood_ratio
from wardwise.measures.scan.poisson_scan import poisson_scan
from wardwise.measures.scan.windows import ScanWindows, scan_windows


SIDE = 5
X, Y = (axis.ravel().astype(float) for axis in np.meshgrid(np.arange(SIDE), np.arange(SIDE)))
PEOPLE = np.full(SIDE * SIDE, 1_500.0)


def over() -> ScanWindows:
    return scan_windows(x=X, y=Y, weights=PEOPLE, limits={"most_percent": 25.0})


def slowly(counts: np.ndarray, windows: ScanWindows) -> float:
    """The highest score, every circle in turn."""
    best, total = 0.0, int(counts.sum())
    for centre in range(windows.areas):
        for size in range(1, windows.reach[centre] + 1):
            inside = windows.order[centre, :size]
            if windows.is_zone[centre, size - 1] and counts[inside].sum() >= 2:
                mean = total * size / windows.areas
                score = poisson_log_likelihood_ratio(
                    observed=int(counts[inside].sum()), expected=mean, total=total
                )
                best = max(best, score)
    return best


def test_p_is_that_of_gamma_rates_drawn_by_another_generator() -> None:
    """Dirichlet rates of shape E ÷ (φ − 1), then multinomial counts, and every circle by hand."""
    rng, windows, phi = np.random.default_rng(11), over(), 6.0
    counts = rng.multinomial(500, rng.dirichlet(np.full(25, 20 / (phi - 1))))
    found = poisson_scan(
        counts=counts, expected=PEOPLE, windows=windows, seed=1, replicates=1_999, dispersion=phi
    )
    seen = slowly(counts, windows)
    assert found.clusters[0].score == pytest.approx(seen)
    by_chance = [
        slowly(rng.multinomial(500, rng.dirichlet(np.full(25, 20 / (phi - 1)))), windows)
        for _ in range(400)
    ]
    again = float(np.mean(np.array(by_chance) >= seen))
    assert 0.02 < again < 0.98
    assert found.p_value == pytest.approx(again, abs=0.08)  # 3 standard errors of 400 draws


def test_uneven_places_in_no_order_are_called_by_the_plain_scan_and_not_by_this() -> None:
    rng, windows, plain, honest = np.random.default_rng(2), over(), 0, 0
    for seed in range(40):
        rates = rng.lognormal(0, 1, 25)
        counts = rng.poisson(100 * rates / rates.mean())
        phi = expected_dispersion(counts=counts, expected=PEOPLE)
        asked = {"counts": counts, "expected": PEOPLE, "windows": windows, "seed": seed}
        plain += poisson_scan(**asked, replicates=99).p_value <= 0.05
        honest += poisson_scan(**asked, replicates=99, dispersion=phi).p_value <= 0.05
    assert plain == 40
    assert honest <= 5


def test_high_places_that_lie_together_are_found() -> None:
    rng = np.random.default_rng(3)
    near = (X < 2) & (Y < 2)
    counts = rng.poisson(np.where(near, 150, 40) * rng.gamma(10, 0.1, 25))
    phi = expected_dispersion(counts=counts, expected=PEOPLE)
    found = poisson_scan(counts=counts, expected=PEOPLE, windows=over(), seed=1, dispersion=phi)
    assert set(found.clusters[0].areas) <= set(np.flatnonzero(near).tolist())
    assert found.p_value < 0.05
    assert found.dispersion == phi


def test_dispersion_worked_by_hand_and_what_is_refused() -> None:
    # 60 over people 1 : 2 is 20 and 40: (10 − 20)²/20 + (50 − 40)²/40 = 7.5, over one degree
    assert expected_dispersion(counts=[10, 50], expected=[100, 200]) == pytest.approx(7.5)
    assert expected_dispersion(counts=[20, 40], expected=[100, 200]) == 1
    with pytest.raises(ValueError, match="above 0"):
        expected_dispersion(counts=[1, 2], expected=[0, 1])
    with pytest.raises(ValueError, match="two or more"):
        expected_dispersion(counts=[1, 2], expected=[1])
    with pytest.raises(ValueError, match="1 or more"):
        poisson_scan(counts=np.ones(25), expected=PEOPLE, windows=over(), seed=1, dispersion=0.5)
