"""Knox's test against the Near Repeat Calculator, NearRepeat for R, and pointpats."""

from __future__ import annotations

import csv
import json
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.stats import poisson

from wardwise.measures.near_repeats.knox import Knox, knox


pytestmark = pytest.mark.shared

FOLDER = Path("oracles") / "near_repeat"
LABEL_CORRECT = [
    [29, 4, 5, 2], [45, 15, 7, 2], [106, 48, 21, 13], [88, 64, 46, 15],
    [206611, 138108, 88321, 36415],
]  # fmt: skip


@pytest.fixture
def expected(shared: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((shared / FOLDER / "expected.json").read_text("utf-8"))
    return found


def _dated(file: Path) -> dict[str, Any]:
    """A file without a row of names: x, y, date."""
    with file.open(newline="") as lines:
        rows = [(float(x), float(y), date.fromisoformat(day.strip())) for x, y, day in
                csv.reader(lines)]  # fmt: skip
    return {
        "x": [x for x, _, _ in rows],
        "y": [y for _, y, _ in rows],
        "times": [day.toordinal() for _, _, day in rows],
    }


def _named(file: Path) -> dict[str, Any]:
    with file.open(newline="") as lines:
        rows = [[float(cell) for cell in row] for row in list(csv.reader(lines))[1:]]
    return dict(zip(("x", "y", "times"), np.array(rows).T, strict=True))


def _limits(limits: list[float | str]) -> tuple[float, ...]:
    return tuple(float(limit) for limit in limits)


def _as_published(case: dict[str, Any], events: dict[str, Any], **more: Any) -> Knox:
    bands = {
        "space": _limits(case["sds"]),
        "time": _limits(case["tds"]),
        "closed": case.get("closed", "left"),
        "metric": "manhattan",
    }
    return knox(**events, bands=bands, **more)


@pytest.mark.parametrize(
    "case", ["burglary_month1_NRC_style", "burglary_month1_mimic_NRC_contents"]
)
def test_pairs_of_burglaries_under_both_readings_of_the_labels(
    shared: Path, expected: dict[str, Any], case: str
) -> None:
    published = expected["arson_and_burglary_vignettes"][case]
    found = _as_published(published, _dated(shared / FOLDER / "chicago_be_month1.csv"))
    assert found.observed.tolist() == published["observed"]


def test_modes_give_the_two_tables_of_burglaries(shared: Path, expected: dict[str, Any]) -> None:
    """From the limits that a person types, 0 to 300 m by 100 and 0 to 21 days by 7.

    The label-correct table of the vignette has bands 1 to under 101 m, for whole metres. These
    distances are not whole, so that bands to just 100 m hold another count where it falls
    between: that table is given by its own limits, and by ``mode`` the calculator's.
    """
    events = _dated(shared / FOLDER / "chicago_be_month1.csv")
    typed = {"space": (0, 100, 200, 300, np.inf), "time": (0, 7, 14, 21, np.inf)}
    calculator = knox(**events, bands={**typed, "metric": "manhattan", "mode": "calculator"})
    published = expected["arson_and_burglary_vignettes"]["burglary_month1_mimic_NRC_contents"]
    assert calculator.observed.tolist() == published["observed"]
    by_label = knox(
        **events,
        bands={
            "space": (0, 1, 101, 201, 301, np.inf),
            "time": (0, 8, 15, 22, np.inf),
            "closed": "left",
            "metric": "manhattan",
        },
    )
    assert by_label.observed.tolist() == LABEL_CORRECT
    # closed on the right, whole days need no such care: 0 to 7 holds the seventh
    right = knox(**events, bands={**typed, "metric": "manhattan", "same_place": True})
    assert right.time_pairs == by_label.time_pairs


def test_ratios_and_p_of_burglaries_within_the_error_of_999_permutations(
    shared: Path, expected: dict[str, Any]
) -> None:
    """The published ratios are over the mean of 999 permutations, of which ours is the limit.

    Its error is our exact deviation over √999; the p of either is off by at most 4 × √(p(1−p)/999)
    each, for 12 cells.
    """
    published = expected["arson_and_burglary_vignettes"]["burglary_month1_999"]
    events = _dated(shared / FOLDER / "chicago_be_month1.csv")
    found = _as_published(published, events, permutations=999, seed=1)
    assert found.observed.tolist() == published["observed"]
    their_mean = found.observed / np.array(published["knox_ratio_mean"])
    assert (np.abs(their_mean - found.expected) < 4 * found.deviation / np.sqrt(999)).all()
    assert found.p is not None
    theirs = np.array(published["p"])
    error = np.sqrt(2 * np.maximum(theirs * (1 - theirs), 0.001) / 999)
    assert (np.abs(found.p - theirs) < 4 * error).all()
    assert found.window is not None
    assert (found.window.space_bands, found.window.time_bands) == ((0, 1), (0, 0))


@pytest.mark.parametrize(
    ("case", "closed", "lowest", "highest"),
    [
        ("left_closed_right_open", "left", False, False),
        ("right_closed_left_open", "right", False, False),
        ("include_lowest_right_open", "left", False, True),
        ("include_lowest_right_closed", "right", True, False),
    ],
)
def test_four_conventions_of_limits(
    shared: Path, expected: dict[str, Any], case: str, closed: str, lowest: bool, highest: bool
) -> None:
    published = expected["arson_and_burglary_vignettes"]["breaks_20_points"]
    found = knox(
        **_named(shared / FOLDER / "breaks_vignette_points.csv"),
        bands={
            "space": _limits(published["sds"]),
            "time": _limits(published["tds"]),
            "closed": closed,
            "lowest": lowest,
            "highest": highest,
            "metric": "manhattan",
        },
    )
    assert found.observed.tolist() == published[case]


def test_arson_is_the_calculators_but_for_two_pairs(shared: Path, expected: dict[str, Any]) -> None:
    """What differs is known: one pair 0.559 m apart, one at 399.96 m, put a band further or
    nearer by the calculator's arithmetic; ours is that of double precision."""
    published = expected["arson_NRC_1.3"]
    events = _dated(shared / FOLDER / "chicago_arson.csv")
    found = knox(
        **events,
        bands={
            "space": (0, 200, 400, 600, np.inf),
            "time": (0, 1, 2, 3, np.inf),
            "metric": "manhattan",
            "mode": "calculator",
        },
    )
    assert found.space_labels[1:4] == ("1 to 200", "201 to 400", "401 to 600")
    assert found.time_labels == ("0 to 1", "2 to 2", "3 to 3", "more than 3")
    ours = np.array(published["observed_recomputed_by_us_double_precision"])
    assert found.observed.tolist() == ours.tolist()
    printed = np.array(published["observed_as_NRC_printed"])
    differing = {(int(i), int(j)): int(n) for i, j in np.argwhere(ours != printed)
                 for n in [ours[i, j] - printed[i, j]]}  # fmt: skip
    assert differing == {(0, 0): 1, (1, 0): -1, (2, 3): 1, (3, 3): -1}
    far = _distances(events)
    assert np.isclose(far, 0.559, atol=0.001).sum() == 1
    assert np.isclose(far, 399.96, atol=0.01).any()


def _distances(events: dict[str, Any]) -> NDArray[np.float64]:
    x, y = np.array(events["x"]), np.array(events["y"])
    one, other = np.triu_indices(len(x), 1)
    found: NDArray[np.float64] = np.abs(x[one] - x[other]) + np.abs(y[one] - y[other])
    return found


def test_two_points_that_the_calculator_puts_one_band_too_far(
    shared: Path, expected: dict[str, Any]
) -> None:
    """100 m and 3 days apart, with bands of 100 m and 3 days."""
    assert expected["pathological_two_points"]["true"] == "one pair, 100 m and 3 days apart"
    with (shared / FOLDER / "pathological_example.csv").open(newline="") as lines:
        rows = list(csv.DictReader(lines))
    days = [date(*map(int, reversed(row["t"].split("/")))).toordinal() for row in rows]
    events = {"x": [float(row["x"]) for row in rows], "y": [float(row["y"]) for row in rows]}
    bands = {"space": (0, 100, 200), "time": (0, 3, 6)}
    found = knox(**events, times=days, bands=bands)
    assert (found.space_labels[0], found.time_labels[0]) == ("[0, 100]", "[0, 3]")
    assert found.observed.tolist() == [[1, 0], [0, 0]]
    wrong = knox(**events, times=days, bands={**bands, "mode": "calculator"})
    # 'same location', '1 to 100' and '101 to 200' by '0 to 3' and '4 to 6'
    assert wrong.observed.tolist() == [[0, 0], [0, 0], [0, 1]]


def test_burkitts_lymphoma(shared: Path, expected: dict[str, Any]) -> None:
    """Both limits closed. pointpats prints P(X > 13) for its Poisson p; P(X ≥ 13) is 0.222."""
    published = expected["burkitt"]
    events = _named(shared / FOLDER / "burkitt.csv")
    bands = {"space": (0, published["delta"], np.inf), "time": (0, published["tau"], np.inf)}
    found = knox(**events, bands=bands, permutations=999, seed=12345)
    assert found.observed.tolist() == published["observed_2x2"]
    assert found.expected.tolist() == [
        pytest.approx(row, rel=1e-6) for row in published["expected_2x2"]
    ]
    mean = found.expected[0, 0]
    assert poisson.sf(13, mean) == pytest.approx(published["p_poisson_as_published_by_pointpats"])
    assert poisson.sf(12, mean) == pytest.approx(0.2223, abs=1e-4)
    # theirs is of 99 permutations: a standard error of 0.041
    assert found.p is not None
    assert found.p[0, 0] == pytest.approx(published["p_sim_99_numpyseed12345"], abs=3 * 0.041)


def test_mean_and_variance_are_those_of_many_permutations(shared: Path) -> None:
    """A slow second working on the burglaries: 2,000 permutations by NumPy."""
    events = _dated(shared / FOLDER / "chicago_be_month1.csv")
    space, time = (0, 200, 400), (0, 7, 14)
    found = knox(**events, bands={"space": space, "time": time, "metric": "manhattan"})
    far, random = _distances(events), np.random.default_rng(1)
    one, other = np.triu_indices(len(events["x"]), 1)
    near = far <= space[-1]
    one, other, band = one[near], other[near], np.searchsorted(space, far[near])
    days = np.array(events["times"])
    counts = []
    for _ in range(2_000):
        dealt = random.permutation(days)
        apart = np.searchsorted(time, np.abs(dealt[one] - dealt[other]))
        counts.append([[((np.maximum(band, 1) == k) & (np.maximum(apart, 1) == m)).sum()
                        for m in (1, 2)] for k in (1, 2)])  # fmt: skip
    drawn = np.array(counts)
    error = found.deviation / np.sqrt(2_000)
    for k, m in product(range(2), range(2)):
        assert abs(drawn[:, k, m].mean() - found.expected[k, m]) < 4 * error[k, m]
        # a standard deviation of 2,000 draws is within 4/√4,000 of its limit
        assert drawn[:, k, m].std() == pytest.approx(found.deviation[k, m], rel=0.064)


def test_ratios_that_the_calculator_prints_for_burglaries(shared: Path) -> None:
    """Same location, 1 to 100 and 101 to 200 by 0 to 7: 1.652, 1.685 and 1.318, each of p 0.05,
    over the means of 19 permutations."""
    found = knox(
        **_dated(shared / FOLDER / "chicago_be_month1.csv"),
        bands={
            "space": (0, 100, 200, 300, np.inf),
            "time": (0, 7, 14, 21, np.inf),
            "metric": "manhattan",
            "mode": "calculator",
        },
        permutations=999,
        seed=1,
    )
    their_mean = found.observed[:3, 0] / np.array([1.652, 1.685, 1.318])
    error = found.deviation[:3, 0] / np.sqrt(19)
    assert (np.abs(their_mean - found.expected[:3, 0]) < 4 * error).all()
    assert found.p is not None
    assert (found.p[:3, 0] <= 0.05).all()
