"""Scans worked by hand, and against a second implementation that looks at every window."""

from __future__ import annotations

from math import log
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from wardwise.measures.scan.bernoulli_scan import bernoulli_scan
from wardwise.measures.scan.clusters import ScanFound
from wardwise.measures.scan.likelihood import (
    bernoulli_log_likelihood_ratio,
    poisson_log_likelihood_ratio,
)
from wardwise.measures.scan.permutation_scan import by_margins, permutation_scan
from wardwise.measures.scan.poisson_scan import poisson_scan
from wardwise.measures.scan.replicates import counts_of
from wardwise.measures.scan.scan_dispersion import area_dispersions, scan_dispersion
from wardwise.measures.scan.windows import ScanWindows, scan_windows


Floats = NDArray[np.float64]


def _every_window(windows: ScanWindows) -> list[tuple[int, list[int], int, int]]:
    """Centre, areas, first and last period of each."""
    return [
        (centre, windows.order[centre, : size + 1].tolist(), first, last)
        for centre in range(windows.areas)
        for size in range(windows.reach[centre])
        if windows.is_zone[centre, size]
        for first, last in zip(windows.first.tolist(), windows.last.tolist(), strict=True)
    ]


def _slow(counts: Floats, expected: Floats, windows: ScanWindows) -> dict[int, float]:
    """The best score of each centre, window by window, straight from the formula."""
    best = dict.fromkeys(range(windows.areas), 0.0)
    for centre, areas, first, last in _every_window(windows):
        inside = float(counts[areas, first : last + 1].sum())
        mean = float(expected[areas, first : last + 1].sum())
        if inside >= windows.fewest and inside > mean:
            score = poisson_log_likelihood_ratio(
                observed=inside, expected=mean, total=float(counts.sum())
            )
            best[centre] = max(best[centre], score)
    return best


def _data(seed: int, *, areas: int = 12, periods: int = 6) -> tuple[Floats, Floats, Floats]:
    random = np.random.default_rng(seed)
    counts = random.poisson(random.gamma(2, 2, (areas, 1)), (areas, periods)).astype(float)
    counts[0, 0] += 1
    x, y = random.integers(0, 5, (2, areas)).astype(float)
    return x, y, counts


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("still_on", [True, False])
def test_the_highest_score_is_that_of_looking_at_every_window(seed: int, still_on: bool) -> None:
    x, y, counts = _data(seed)
    limits: dict[str, Any] = {"still_on": still_on, "ties_together": bool(seed % 2)}
    windows = scan_windows(x=x, y=y, weights=counts.sum(axis=1), periods=6, limits=limits)
    found = permutation_scan(counts=counts, windows=windows, seed=seed, replicates=9)
    slow = _slow(counts, by_margins(counts), windows)
    assert found.clusters[0].score == pytest.approx(max(slow.values()), abs=1e-9)
    for one in found.clusters:
        assert one.score == pytest.approx(slow[one.centre], abs=1e-9)
        inside = counts[list(one.areas), one.first : one.last + 1].sum()
        assert one.observed == inside
        assert one.expected == pytest.approx(
            by_margins(counts)[list(one.areas), one.first : one.last + 1].sum()
        )


def test_clusters_share_no_area_and_come_in_order() -> None:
    x, y, counts = _data(3, areas=30)
    windows = scan_windows(
        x=x, y=y, weights=counts.sum(axis=1), periods=6, limits={"most_percent": 20}
    )
    found = permutation_scan(counts=counts, windows=windows, seed=1, replicates=19)
    areas = [area for one in found.clusters for area in one.areas]
    assert len(areas) == len(set(areas))
    scores = [one.score for one in found.clusters]
    assert scores == sorted(scores, reverse=True)
    assert found.p_value == found.clusters[0].p_value <= found.clusters[-1].p_value
    assert found.clusters[0].ratio == found.clusters[0].observed / found.clusters[0].expected


def test_the_answer_is_the_same_on_any_number_of_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    def both() -> list[ScanFound]:
        x, y, counts = _data(5)
        windows = scan_windows(x=x, y=y, weights=counts.sum(axis=1), periods=6)
        in_space = scan_windows(x=x, y=y, weights=counts.sum(axis=1))
        once = counts.sum(axis=1)
        return [
            permutation_scan(counts=counts, windows=windows, seed=1, replicates=50),
            permutation_scan(counts=counts, windows=windows, seed=1, replicates=50, dispersion=2),
            poisson_scan(counts=once, expected=once + 3, windows=in_space, seed=1, replicates=50),
            bernoulli_scan(
                cases=once, controls=once[::-1], windows=in_space, seed=1, replicates=50
            ),
        ]

    two = both()
    monkeypatch.setattr("wardwise.measures.scan.replicates.CHUNKS", 1)
    assert both() == two


def test_poisson_p_is_that_of_the_law_itself() -> None:
    """Two areas alike and far apart, 6 events, circles of one area: the score is high enough when
    one of them has 5 or 6. P = 2 × (6 + 1) ÷ 64 = 0.21875."""
    windows = scan_windows(x=[0, 9], y=[0, 0], weights=[1, 1])
    found = poisson_scan(counts=[5, 1], expected=[4, 4], windows=windows, seed=2, replicates=9_999)
    assert found.p_value == pytest.approx(0.21875, abs=0.012)  # 3 standard errors


def test_unequal_expectations_are_drawn_by_their_shares() -> None:
    """Expected 1 : 3, 4 events. The second area's score reaches that of 4 : 0 only at 4 of 4
    (expected 3): 4·ln(4/3) = 1.15. The first's, of k of 4 (expected 1): 2 gives
    2·ln 2 + 2·ln(2/3) = 0.58, 3 gives 2.19. P = 0.75⁴ + 4·0.25³·0.75 + 0.25⁴ = 0.36719."""
    windows = scan_windows(x=[0, 9], y=[0, 0], weights=[1, 1])
    found = poisson_scan(counts=[0, 4], expected=[1, 3], windows=windows, seed=3, replicates=9_999)
    assert found.clusters[0].score == pytest.approx(4 * log(4 / 3))
    assert found.p_value == pytest.approx(0.36719, abs=0.015)


def test_permutation_p_is_that_of_the_law_itself() -> None:
    """Areas of 3 events each, 3 of the 6 in the last period, all 3 in the first area: of the
    C(6, 3) = 20 ways two have all three in one area. P = 0.1."""
    windows = scan_windows(x=[0, 9], y=[0, 0], weights=[1, 1], periods=2)
    found = permutation_scan(counts=[[0, 3], [3, 0]], windows=windows, seed=4, replicates=9_999)
    assert found.p_value == pytest.approx(0.1, abs=0.009)


def test_bernoulli_p_is_that_of_the_law_itself() -> None:
    """3 cases among 6 people in two areas of 3, all in one: 2 of 20 ways. P = 0.1."""
    windows = scan_windows(x=[0, 9], y=[0, 0], weights=[1, 1])
    found = bernoulli_scan(cases=[3, 0], controls=[0, 3], windows=windows, seed=5, replicates=9_999)
    assert found.p_value == pytest.approx(0.1, abs=0.009)
    # all inside: 3·ln(3/3) + 3·ln(3/3) − 6·ln(1/2) = 4.158883
    assert found.clusters[0].score == pytest.approx(-6 * log(0.5))


@pytest.mark.parametrize("seed", range(4))
def test_bernoulli_scores_are_those_of_the_formula(seed: int) -> None:
    x, y, counts = _data(seed)
    cases, controls = counts[:, 0] + 1, counts[:, 1]
    windows = scan_windows(x=x, y=y, weights=cases + controls)
    found = bernoulli_scan(cases=cases, controls=controls, windows=windows, seed=1, replicates=9)
    people = cases + controls
    best = max(
        bernoulli_log_likelihood_ratio(
            cases=cases[areas].sum(),
            people=people[areas].sum(),
            all_cases=cases.sum(),
            all_people=people.sum(),
        )
        for _, areas, _, _ in _every_window(windows)
        if cases[areas].sum() >= 2
    )
    assert found.clusters[0].score == pytest.approx(best, abs=1e-9)


def test_urns_vary_as_much_as_they_should() -> None:
    """40 events of an area and 400 of another over two periods alike in all: the area's count in
    one of them has variance n·p·q·φ·n ÷ (φ − 1 + n) with φ = 3: 40·¼·3·40 ÷ 42 = 28.57."""
    from wardwise.measures.scan.draw_loops import drawn_from_urns

    area_of = np.repeat([0, 1], [40, 400])
    period_of = np.tile([0, 1], 220)
    strength = np.array([40 / 2, 400 / 2])
    drawn, found = np.zeros(440, np.int64), []
    for number in range(20_000):
        drawn_from_urns(area_of, period_of, strength, np.uint64(number * 7919 + 1), drawn)
        found.append(drawn[:40].sum())
    assert np.mean(found) == pytest.approx(20, abs=0.12)
    assert np.var(found) == pytest.approx(28.57, rel=0.04)


def test_dispersion_is_the_largest_over_stretches() -> None:
    """Margins 30, 30 and 30, 30: each cell expects 15. Σ(c − E)²/E = 4 × 5²/15 = 6.67, 1 degree."""
    assert scan_dispersion(counts=[[10, 20], [20, 10]]) == pytest.approx(100 / 15)
    # 8 a month and then 12, and the mirror image: each month expects 10 in each area, and
    # Σ(c − E)²/E = 24 × 4/10 = 9.6 over 11 degrees; half-years 48 and 72 expect 60:
    # 4 × 144/60 = 9.6 over 1 degree
    drift = np.array([[8] * 6 + [12] * 6, [12] * 6 + [8] * 6])
    assert scan_dispersion(counts=drift) == pytest.approx(9.6)
    assert scan_dispersion(counts=[[10, 10, 0], [10, 10, 0], [0, 0, 0]]) == 1.0


def test_an_area_has_its_own_dispersion_where_that_is_larger() -> None:
    """First two periods: 10 and 70 in the areas, 40 and 40 in the periods: 5, 5, 35 and 35 are
    expected. (9 − 5)²/5 × 2 = 6.4 for the first, over one degree; 16/35 × 2 = 0.9 for the other.
    Of all: months Σ = 6.4 + 0.9 over three degrees (the last two are as expected), 2.4; halves
    of two periods do not count, as three do not fit."""
    table = [[9, 1, 5, 5], [31, 39, 35, 35]]
    first, second = area_dispersions(counts=table, before=2)
    assert first == pytest.approx(6.4)
    assert second == pytest.approx(scan_dispersion(counts=table)) == pytest.approx(7.314286 / 3)
    with pytest.raises(ValueError, match="before is 5"):
        area_dispersions(counts=table, before=5)


def test_windows_stop_at_their_limits() -> None:
    ring = scan_windows(x=[0, 1, -1, 0, 0], y=[0, 0, 0, 1, -1], weights=[1] * 5)
    # round the middle: itself alone (20%), or all four neighbours at once (100%)
    assert ring.reach[0] == 1
    one = scan_windows(
        x=[0, 1, -1, 0, 0], y=[0, 0, 0, 1, -1], weights=[1] * 5, limits={"ties_together": False}
    )
    # 50% of five: two areas; the tie goes to the lesser x
    assert one.order[0, : one.reach[0]].tolist() == [0, 2]
    near = scan_windows(x=[0, 3, 9], y=[0, 0, 0], weights=[1] * 3, limits={"radius": 2})
    assert near.reach.tolist() == [1, 1, 1]
    short = scan_windows(x=[0, 3], y=[0, 0], weights=[1, 1], periods=9, limits={"longest": 1})
    assert (short.first.tolist(), short.last.tolist()) == ([8], [8])
    big = scan_windows(x=[0, 3], y=[0, 0], weights=[9, 1])
    assert big.reach.tolist() == [0, 1]


def test_nothing_to_scan_is_no_cluster() -> None:
    flat = scan_windows(x=[0, 3], y=[0, 0], weights=[1, 1])
    timed = scan_windows(x=[0, 3], y=[0, 0], weights=[1, 1], periods=2)
    assert poisson_scan(counts=[0, 0], expected=[1, 1], windows=flat, seed=1).clusters == ()
    assert permutation_scan(counts=[[0, 0], [0, 0]], windows=timed, seed=1).p_value == 1.0
    assert bernoulli_scan(cases=[1, 1], controls=[0, 0], windows=flat, seed=1).clusters == ()
    assert bernoulli_scan(cases=[0, 0], controls=[1, 0], windows=flat, seed=1).clusters == ()
    even = permutation_scan(counts=[[5, 5], [5, 5]], windows=timed, seed=1, replicates=9)
    assert even.clusters == ()


def test_what_cannot_be_is_refused() -> None:
    flat = scan_windows(x=[0, 3], y=[0, 0], weights=[1, 1])
    timed = scan_windows(x=[0, 3], y=[0, 0], weights=[1, 1], periods=2)
    with pytest.raises(ValueError, match="2 places and 1 weights"):
        scan_windows(x=[0, 3], y=[0, 0], weights=[1])
    with pytest.raises(ValueError, match="some above 0"):
        scan_windows(x=[0, 3], y=[0, 0], weights=[0, 0])
    with pytest.raises(ValueError, match="periods is 0"):
        scan_windows(x=[0, 3], y=[0, 0], weights=[1, 1], periods=0)
    with pytest.raises(ValueError, match="2 areas × 1 periods"):
        counts_of("counts", [1, 2, 3], flat)
    with pytest.raises(ValueError, match="whole numbers"):
        counts_of("counts", [1, 0.5], flat)
    with pytest.raises(ValueError, match="expected has the shape"):
        poisson_scan(counts=[1, 1], expected=[1, 1, 1], windows=flat, seed=1)
    with pytest.raises(ValueError, match="all of them known"):
        poisson_scan(counts=[1, 1], expected=[1, np.nan], windows=flat, seed=1)
    with pytest.raises(ValueError, match="where none are expected"):
        poisson_scan(counts=[1, 1], expected=[1, 0], windows=flat, seed=1)
    with pytest.raises(ValueError, match="replicates is 0"):
        poisson_scan(counts=[1, 1], expected=[1, 1], windows=flat, seed=1, replicates=0)
    with pytest.raises(ValueError, match="dispersion is"):
        permutation_scan(counts=[[1, 1], [1, 1]], windows=timed, seed=1, dispersion=0.5)
    with pytest.raises(ValueError, match="two or more areas"):
        scan_dispersion(counts=[1, 2])
    with pytest.raises(ValueError, match="expected 0 to the total"):
        poisson_log_likelihood_ratio(observed=1, expected=0, total=2)
    with pytest.raises(ValueError, match="a control is not a case"):
        bernoulli_log_likelihood_ratio(cases=3, people=2, all_cases=3, all_people=5)


def test_more_events_than_can_be_drawn_one_by_one_are_refused() -> None:
    """A thousand million million of them would be drawn for years."""
    windows = scan_windows(x=[0, 1, 5], y=[0, 0, 0], weights=[1, 1, 1])
    with pytest.raises(ValueError, match=r"counts add up to 1,000,000,000,000,002: expected"):
        counts_of("counts", [1e15, 1, 1], windows)


def test_no_more_than_expected_is_no_score() -> None:
    assert poisson_log_likelihood_ratio(observed=2, expected=3, total=9) == 0.0
    assert poisson_log_likelihood_ratio(observed=9, expected=3, total=9) == pytest.approx(
        9 * log(3)
    )
    assert bernoulli_log_likelihood_ratio(cases=1, people=4, all_cases=4, all_people=8) == 0.0
