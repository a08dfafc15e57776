"""Density against sums written out, and against scipy; the boundary; the rules of bandwidth."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import shapely
from scipy.stats import gaussian_kde

from wardwise.measures.density import density_loops
from wardwise.measures.density.abramson import abramson_bandwidths
from wardwise.measures.density.bandwidths import (
    crime_map_bandwidth,
    normal_reference_bandwidth,
    spacing_of_points,
)
from wardwise.measures.density.densest_land import densest_land
from wardwise.measures.density.kernel_density import kernel_density
from wardwise.measures.density.land import Land


ODD = shapely.Polygon(
    [(0, 0), (900, 0), (1000, 700), (400, 1000), (0, 600)], [[(300, 300), (400, 300), (400, 500)]]
)


def heights(away: np.ndarray, radius: float, kernel: str) -> np.ndarray:
    """The kernel at these distances, in parts of its height in the middle."""
    if kernel == "gaussian":
        return np.where(away <= 5e9, np.exp(-0.5 * (away / radius) ** 2), 0.0)
    return np.where(away < radius, (1 - (away / radius) ** 2) ** 2, 0.0)


def slowly(
    points: np.ndarray, outline: Any, cell: float, radii: np.ndarray, kernel: str
) -> dict[tuple[float, float], float]:
    """Every cell asked of every event; the part inside from cells far beyond the boundary."""
    middles = np.arange(-60 * cell, 1000 + 60 * cell, cell) + cell / 2
    everywhere = np.array([(x, y) for y in middles for x in middles])
    inside = shapely.intersects_xy(outline, everywhere)
    density = np.zeros(inside.sum())
    for point, radius in zip(points, radii, strict=True):
        given = heights(np.hypot(*(everywhere - point).T), radius, kernel)
        part = given[inside].sum() / given.sum()
        if part < 0.1:
            continue
        volume = np.pi * radius**2 / 3 if kernel == "quartic" else 2 * np.pi * radius**2
        density += given[inside] / part / volume * 1e6
    return {(x, y): value for (x, y), value in zip(everywhere[inside], density, strict=True)}


@pytest.mark.parametrize("kernel", ["quartic", "gaussian"])
@pytest.mark.parametrize("as_written", [False, True])
def test_density_is_the_sum_written_out(
    monkeypatch: pytest.MonkeyPatch, kernel: str, as_written: bool
) -> None:
    if as_written:
        for loop in ("quartic_at", "part_inside", "weights_inside", f"spread_{kernel}"):
            monkeypatch.setattr(density_loops, loop, getattr(density_loops, loop).py_func)
    random = np.random.default_rng(3)
    points = random.uniform(-100, 1100, (25, 2))
    radii = random.uniform(90, 160, 25) if kernel == "quartic" else random.uniform(45, 70, 25)
    found = kernel_density(
        points=points, outline=ODD, cell_metres=40, bandwidth_metres=radii, kernel=kernel
    )
    wanted = slowly(points, ODD, 40, radii, kernel)
    rows, columns = np.nonzero(found.land.inside)
    assert len(rows) == len(wanted)
    for row, column in zip(rows, columns, strict=True):
        middle = (found.land.west + 40 * (column + 0.5), found.land.south + 40 * (row + 0.5))
        # the Gaussian ends at five standard deviations, in a square
        assert found.per_km2[row, column] == pytest.approx(
            wanted[middle], rel=1e-9 if kernel == "quartic" else 1e-4, abs=1e-3
        )
    assert np.isnan(found.per_km2[~found.land.inside]).all()
    assert 0 < found.left_out == 25 - found.events


def test_the_peak_is_the_sum_of_every_event_to_the_last_one() -> None:
    points = np.random.default_rng(5).normal(5000, 300, (400, 2))
    found = kernel_density(
        points=points,
        outline=shapely.box(0, 0, 10_000, 10_000),
        cell_metres=100,
        bandwidth_metres=150,
        kernel="gaussian",
    )
    peak = np.unravel_index(np.nanargmax(found.per_km2), found.per_km2.shape)
    x, y = found.peak_at
    one = 1 / (2 * np.pi * 150.0**2 * len(points))
    by_hand = one * np.exp(-0.5 * (((points - (x, y)) / 150.0) ** 2).sum(axis=1)).sum()
    assert found.per_km2[peak] == pytest.approx(by_hand * len(points) * 1e6, rel=1e-6)


@pytest.mark.parametrize("kernel", ["quartic", "gaussian"])
def test_scipy_gives_the_same_with_its_own_bandwidth(kernel: str) -> None:
    # scipy scales the points' covariance: points with a round one have the same width each way
    turns = np.linspace(0, 2 * np.pi, 60, endpoint=False)
    points = 5000 + 400 * np.column_stack((np.cos(turns), np.sin(turns)))
    theirs = gaussian_kde(points.T, bw_method=0.5)
    wide = float(np.sqrt(theirs.covariance[0, 0]))
    if kernel == "quartic":
        wide *= np.sqrt(8)
    found = kernel_density(
        points=points,
        outline=shapely.box(0, 0, 10_000, 10_000),
        cell_metres=50,
        bandwidth_metres=wide,
        kernel=kernel,
    )
    rows, columns = np.nonzero(found.land.inside)
    middles = np.vstack((columns, rows)) * 50 + 25
    density = theirs(middles) * 60 * 1e6
    same = found.per_km2[found.land.inside]
    if kernel == "gaussian":
        assert same == pytest.approx(density, rel=1e-5, abs=density.max() * 1e-5)
    else:  # another shape that spreads as far
        assert same.max() == pytest.approx(density.max(), rel=0.1)


@pytest.mark.parametrize("kernel", ["quartic", "gaussian"])
def test_no_event_is_lost_over_the_boundary(kernel: str) -> None:
    points = np.random.default_rng(8).uniform(20, 980, (200, 2))
    found = kernel_density(
        points=points,
        outline=shapely.box(0, 0, 1000, 1000),
        cell_metres=10,
        bandwidth_metres=100,
        kernel=kernel,
    )
    assert found.events == 200
    assert np.nansum(found.per_km2) * found.land.cell_km2 == pytest.approx(200, rel=1e-3)


def test_many_events_shared_by_two_threads_are_the_same_sum() -> None:
    points = np.random.default_rng(9).uniform(0, 1000, (60_000, 2))
    land = {"outline": shapely.box(0, 0, 1000, 1000), "cell_metres": 50, "bandwidth_metres": 150}
    whole = kernel_density(points=points, **land).per_km2
    parts = [kernel_density(points=points[n::2], **land).per_km2 for n in (0, 1)]
    assert whole == pytest.approx(parts[0] + parts[1], rel=1e-12)


def test_what_cannot_be_is_refused() -> None:
    land: dict[str, Any] = {"outline": shapely.box(0, 0, 1000, 1000), "cell_metres": 50}
    with pytest.raises(ValueError, match="fewer than 2 cells"):
        kernel_density(points=[[1, 1]], bandwidth_metres=99, **land)
    with pytest.raises(ValueError, match="expected quartic or gaussian"):
        kernel_density(points=[[1, 1]], bandwidth_metres=100, kernel="triangle", **land)
    with pytest.raises(ValueError, match="not known"):
        kernel_density(points=[[1, np.nan]], bandwidth_metres=100, **land)
    with pytest.raises(ValueError, match="an easting and a northing each"):
        kernel_density(points=[[1, 2, 3]], bandwidth_metres=100, **land)
    with pytest.raises(ValueError, match="2 bandwidths for 1 events"):
        kernel_density(points=[[1, 1]], bandwidth_metres=[100, 200], **land)
    with pytest.raises(ValueError, match="expected a length over 0"):
        Land.of(land["outline"], cell_metres=0)
    with pytest.raises(ValueError, match="is empty"):
        Land.of(shapely.Polygon(), cell_metres=10)
    with pytest.raises(ValueError, match="larger cells"):
        Land.of(land["outline"], cell_metres=0.1)
    with pytest.raises(ValueError, match="No cell"):
        Land.of(shapely.box(0, 0, 4, 4), cell_metres=10)


def test_no_events_are_a_flat_nought() -> None:
    found = kernel_density(
        points=[], outline=shapely.box(0, 0, 100, 100), cell_metres=10, bandwidth_metres=50
    )
    assert found.events == 0
    assert found.peak_per_km2 == 0
    with pytest.raises(ValueError, match="no part of it is the densest"):
        densest_land(surface=found)


def test_the_densest_land_is_counted_from_the_densest_cell_down() -> None:
    points = [[50, 50], [950, 950]]
    surface = kernel_density(
        points=points, outline=shapely.box(0, 0, 1000, 1000), cell_metres=10, bandwidth_metres=40
    )
    found = densest_land(surface=surface, events_percent=[50, 99.9])
    # two discs of radius 40 m are 2π 0.04² = 0.01005 km²: 1% of a square kilometre
    assert found.km2[1] == pytest.approx(0.0100, abs=0.001)
    assert found.land_percent[1] == pytest.approx(1.0, abs=0.1)
    assert found.land_percent[0] < found.land_percent[1] / 3
    with pytest.raises(ValueError, match="0 to 100"):
        densest_land(surface=surface, events_percent=[100])


def test_both_coordinates_decide_how_wide_to_smooth() -> None:
    random = np.random.default_rng(1)
    x, y = random.normal(0, 100, 5000), random.normal(0, 3000, 5000)
    one = normal_reference_bandwidth(points=np.column_stack((x, y)), kernel="gaussian")
    other = normal_reference_bandwidth(points=np.column_stack((y, x)), kernel="gaussian")
    assert one == pytest.approx(other)
    # √((100² + 3000²)/2) × 5000^(−1/6) = 2122.5 × 0.2418 = 513
    assert one == pytest.approx(513, rel=0.05)
    assert normal_reference_bandwidth(points=np.column_stack((x, y))) == pytest.approx(one * 8**0.5)
    with pytest.raises(ValueError, match="at one place"):
        normal_reference_bandwidth(points=[[1, 1], [1, 1]])
    with pytest.raises(ValueError, match="expected quartic"):
        normal_reference_bandwidth(points=[[1, 1], [2, 2]], kernel="flat")


def test_a_cell_is_a_part_of_the_shorter_side_unless_points_are_coarser() -> None:
    # 8,000 / 150 = 53.3, to 10 m: 50; 5 × 50 = 250
    square = shapely.box(0, 0, 8000, 20_000)
    assert crime_map_bandwidth(outline=square).bandwidth_metres == 250
    # three spacings are 309 m: 61.8 m a cell, to 10 m upwards 70; 5 × 70 = 350
    assert crime_map_bandwidth(outline=square, spacing_metres=103).bandwidth_metres == 350
    with pytest.raises(ValueError, match="no extent"):
        crime_map_bandwidth(outline=shapely.box(0, 0, 0, 10))


def test_places_that_are_not_apart_have_no_spacing() -> None:
    with pytest.raises(ValueError, match="fewer than two places"):
        spacing_of_points(points=[[1, 1], [1, 1]])


def test_a_boundary_may_come_in_parts() -> None:
    halves = [shapely.box(0, 0, 500, 1000), shapely.box(500, 0, 1000, 1000)]
    whole = Land.of(shapely.box(0, 0, 1000, 1000), cell_metres=100)
    parts = Land.of([half.wkb_hex for half in halves], cell_metres=100)
    assert (parts.inside == whole.inside).all()
    with pytest.raises(ValueError, match="well-known binary"):
        Land.of(["zz"], cell_metres=100)


def test_bandwidths_go_with_the_root_of_the_pilot() -> None:
    land: dict[str, Any] = {"outline": shapely.box(0, 0, 2000, 2000), "cell_metres": 20}
    points = np.array([[500, 500]] * 4 + [[1500, 1500], [-50, 500]])
    found = abramson_bandwidths(points=points, pilot_metres=200, **land)
    # pilot 4 : 1, so that widths are as 1 : 2; the one outside has the pilot's own
    assert found[4] / found[0] == pytest.approx(2, rel=1e-3)
    assert found[5] == 200
    crowd = np.vstack((np.tile([500, 500], (2000, 1)), [[1500, 1500]]))
    assert abramson_bandwidths(points=crowd, pilot_metres=200, **land)[-1] == 600
