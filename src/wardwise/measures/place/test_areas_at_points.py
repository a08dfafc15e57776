"""Points in areas: the same answer as shapely, borders, corners and holes included."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import pytest
import shapely

from wardwise.measures.place import area_index_loops, side_loops
from wardwise.measures.place.areas_at_points import AreaIndex, areas_at_points


def slowly(x: np.ndarray, y: np.ndarray, areas: np.ndarray) -> list[int]:
    """Every area asked in turn whether it and the point meet."""
    points = shapely.points(x, y)
    met = np.array([shapely.intersects(area, points) for area in areas])
    return [int(np.argmax(column)) if column.any() else -1 for column in met.T]


def as_written(loop: Any) -> Any:
    """A compiled loop as Python runs it."""
    return loop.py_func


def covering(count: int, seed: int) -> np.ndarray:
    """A square kilometre cut into areas without a gap."""
    square = shapely.box(0, 0, 1000, 1000)
    middles = np.random.default_rng(seed).uniform(0, 1000, (count, 2))
    cells = shapely.voronoi_polygons(shapely.MultiPoint(middles), extend_to=square)
    made: np.ndarray = shapely.intersection(shapely.get_parts(cells), square)
    return made


def knobbly(seed: int) -> np.ndarray:
    """Overlapping areas with whole-number corners: level edges, holes, several parts."""
    random, made = np.random.default_rng(seed), []
    for number in range(30):
        middle = random.integers(0, 40, 2)
        turns = np.sort(random.uniform(0, 2 * np.pi, random.integers(3, 9)))
        corners = np.round(middle + 8 * np.column_stack((np.cos(turns), np.sin(turns))))
        area = shapely.make_valid(shapely.Polygon(corners), method="structure")
        if number % 3 == 0:
            area = shapely.difference(area, shapely.box(*(middle - 2), *(middle + 2)))
        if number % 4 == 0:
            area = shapely.union(area, shapely.transform(area, np.array([20, 3]).__add__))
        if area.geom_type in ("Polygon", "MultiPolygon") and not area.is_empty:
            made.append(area)
    return np.array(made, dtype=object)


def test_areas_that_cover_the_land_hold_the_points_that_shapely_says() -> None:
    areas = covering(60, seed=2)
    corners = shapely.get_coordinates(areas)  # each is a corner of about three areas
    anywhere = np.random.default_rng(3).uniform(-20, 1020, (3000, 2))
    x, y = np.vstack((anywhere, corners, (corners[:-1] + corners[1:]) / 2)).T
    found = areas_at_points(eastings=x, northings=y, areas=areas)
    assert found.tolist() == slowly(x, y, areas)


@pytest.mark.parametrize("seed", range(8))
def test_corners_level_edges_holes_and_several_parts_make_no_difference(seed: int) -> None:
    areas = knobbly(seed)
    x, y = (axis.ravel() for axis in np.meshgrid(np.arange(-12, 75, 0.5), np.arange(-12, 60, 0.5)))
    found = areas_at_points(eastings=x, northings=y, areas=areas)
    assert found.tolist() == slowly(x, y, areas)


def test_points_as_near_to_an_edge_as_numbers_allow_are_put_on_the_right_side() -> None:
    areas = covering(40, seed=5)
    edges = np.repeat(shapely.boundary(areas), 40)
    along = np.random.default_rng(6).uniform(0, 1, len(edges))
    x, y = shapely.get_coordinates(shapely.line_interpolate_point(edges, along, normalized=True)).T
    for near in (x, np.nextafter(x, 0), np.nextafter(x, 2000)):
        found = areas_at_points(eastings=near, northings=y, areas=areas)
        assert found.tolist() == slowly(near, y, areas)


def test_far_from_the_origin_too() -> None:
    areas = shapely.transform(knobbly(1), lambda at: at * 0.1 + [530_000.1, 180_000.3])
    x, y = np.random.default_rng(1).uniform((529_998, 179_998), (530_008, 180_007), (4000, 2)).T
    x, y = (
        np.append(x, shapely.get_coordinates(areas)[:, 0]),
        np.append(y, shapely.get_coordinates(areas)[:, 1]),
    )
    found = areas_at_points(eastings=x, northings=y, areas=areas)
    assert found.tolist() == slowly(x, y, areas)


def test_a_point_that_is_not_known_is_nowhere() -> None:
    areas = [shapely.box(0, 0, 10, 10)]
    x, y = [np.nan, 5, np.inf, -np.inf, 5], [5, np.nan, 5, 5, 5]
    assert areas_at_points(eastings=x, northings=y, areas=areas).tolist() == [-1, -1, -1, -1, 0]


def test_no_areas_and_empty_areas_hold_nothing() -> None:
    assert areas_at_points(eastings=[1], northings=[1], areas=[]).tolist() == [-1]
    areas = [shapely.Polygon(), shapely.box(0, 0, 2, 2), shapely.Polygon()]
    assert areas_at_points(eastings=[1, 3], northings=[1, 3], areas=areas).tolist() == [1, -1]


def test_more_points_than_one_thread_takes() -> None:
    x = np.linspace(-1, 11, 250_001)
    found = areas_at_points(
        eastings=x, northings=np.full(len(x), 5.0), areas=[shapely.box(0, 0, 10, 10)]
    )
    assert found.tolist() == [0 if 0 <= at <= 10 else -1 for at in x]


def test_what_is_no_area_is_refused() -> None:
    with pytest.raises(ValueError, match="no polygon"):
        areas_at_points(eastings=[1], northings=[1], areas=[shapely.Point(1, 1)])
    with pytest.raises(ValueError, match="expected as many"):
        AreaIndex.of([shapely.box(0, 0, 1, 1)]).at([1, 2], [1])


def test_the_side_of_a_line_is_that_of_exact_fractions() -> None:
    random = np.random.default_rng(9)
    for _ in range(300):
        ax, ay, bx, by = random.uniform(0, 1, 4) * 10.0 ** random.integers(-3, 6)
        part = random.uniform()
        px, py = ax + part * (bx - ax), ay + part * (by - ay)
        a, b, p = (tuple(map(Fraction, at)) for at in ((ax, ay), (bx, by), (px, py)))
        exact = (a[0] - p[0]) * (b[1] - p[1]) - (a[1] - p[1]) * (b[0] - p[0])
        sign = (exact > 0) - (exact < 0)
        at = (ax, ay, bx, by, px, py)
        assert side_loops.side(*at) == side_loops.exact_side(*at) == sign
        assert as_written(side_loops.side)(*at) == sign
        assert as_written(side_loops.exact_side)(*at) == sign


def test_the_loops_as_written_give_what_the_compiled_ones_give(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    areas = knobbly(2)[:10]
    x, y = np.random.default_rng(4).integers(-10, 50, (2, 300)).astype(float)
    wanted = areas_at_points(eastings=x, northings=y, areas=areas).tolist()
    for loop in ("is_inside", "edges_in_rows", "columns_of", "passed_cells", "locate"):
        monkeypatch.setattr(area_index_loops, loop, as_written(getattr(area_index_loops, loop)))
    assert areas_at_points(eastings=x, northings=y, areas=areas).tolist() == wanted
