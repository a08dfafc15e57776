"""Two years' densities: p as by every way of turning months about, level and power."""

from __future__ import annotations

from itertools import product
from typing import Any

import numpy as np
import pytest
import shapely

from wardwise.measures.density import density_change as change_file
from wardwise.measures.density import density_loops
from wardwise.measures.density.density_change import density_change
from wardwise.measures.density.kernel_density import kernel_density


LAND = shapely.box(0, 0, 3000, 3000)


def bursts(seed: int, *, more: int = 0, spell: int = 1) -> tuple[np.ndarray, np.ndarray]:
    """Two years alike, three crimes together on average; ``more`` in the later at one place."""
    random = np.random.default_rng(seed)
    middles = random.uniform(300, 2700, (12, 2))
    of = random.choice(12, 700, p=random.dirichlet(np.ones(12)))
    size = 1 + random.poisson(2, 700)
    place = np.repeat(middles[of] + random.normal(0, 250, (700, 2)), size, axis=0)
    month = np.repeat(random.integers(0, 24, 700), size) + random.integers(0, spell, size.sum())
    place = np.vstack((place + random.normal(0, 60, place.shape), np.tile(middles[0], (more, 1))))
    return place, np.append(np.minimum(month, 23), random.integers(12, 24, more))


def test_p_is_the_part_of_all_ways_in_which_the_largest_difference_is_as_large(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(change_file, "_lasting", lambda _: 1.0)
    points, months = bursts(4, more=30)
    found = density_change(points=points, months=months, outline=LAND, bandwidth_metres=500)
    shown = found.land.inside
    fields = np.array(
        [
            kernel_density(
                points=points[months == n], outline=LAND, cell_metres=100, bandwidth_metres=500
            ).per_km2[shown]
            for n in range(24)
        ]
    )
    each = np.array(
        [
            kernel_density(
                points=[one], outline=LAND, cell_metres=100, bandwidth_metres=500
            ).per_km2[shown]
            for one in points[::1]
            if ((one > 0) & (one < 3000)).all()
        ]
    )
    assert len(each) <= len(points)
    assert found.before[shown] == pytest.approx(fields[:12].sum(axis=0), rel=1e-9)
    assert found.after[shown] == pytest.approx(fields[12:].sum(axis=0), rel=1e-9)
    parts = fields[12:] - fields[:12]
    chance = found.z[shown]
    scale = np.divide(parts.sum(axis=0), chance, out=np.ones_like(chance), where=chance != 0)
    parts = np.where(chance != 0, parts / scale, 0)
    ways = np.array(list(product((1, -1), repeat=12)))
    largest = np.abs(ways @ parts).max(axis=1)
    for cell in range(0, shown.sum(), 37):
        as_large = (largest >= abs(parts[:, cell].sum()) * (1 - 1e-9)).mean()
        assert found.p_value[shown][cell] == pytest.approx(as_large, abs=1e-9)


def test_the_loops_as_written_give_what_the_compiled_ones_give(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    land: dict[str, Any] = {"outline": shapely.box(0, 0, 1000, 1000), "bandwidth_metres": 500}
    points = np.random.default_rng(2).uniform(0, 1000, (40, 2))
    months = np.arange(40) % 24
    compiled = density_change(points=points, months=months, **land)
    for name in ("add_squares", "highest_of_turns"):
        monkeypatch.setattr(density_loops, name, getattr(density_loops, name).py_func)
    written = density_change(points=points, months=months, **land)
    assert written.z == pytest.approx(compiled.z, nan_ok=True)
    assert written.p_value == pytest.approx(compiled.p_value, nan_ok=True)


@pytest.mark.slow
@pytest.mark.parametrize("spell", [1, 3])
def test_where_nothing_changed_something_is_called_changed_in_one_area_of_twenty(
    spell: int,
) -> None:
    called = [
        density_change(points=points, months=months, outline=LAND, bandwidth_metres=400).smallest_p
        < 0.05
        for points, months in (bursts(seed, spell=spell) for seed in range(200))
    ]
    # 10 of 200 are meant; 18 or more would come by chance in 1 study of 100
    assert sum(called) < 18


def test_a_place_where_crime_grew_is_found_and_no_other() -> None:
    points, months = bursts(1, more=120)
    found = density_change(points=points, months=months, outline=LAND, bandwidth_metres=400)
    assert found.more_km2 > 0
    assert found.less_km2 == 0
    x, y = points[-1]
    row, column = int((y - found.land.south) / 80), int((x - found.land.west) / 80)
    assert found.is_more[row, column]
    before, after = found.in_more
    assert after - before > 100
    assert found.in_less == (0, 0)


def test_turned_about_more_is_less() -> None:
    points, months = bursts(1, more=120)
    land: dict[str, Any] = {"outline": LAND, "bandwidth_metres": 400}
    forth = density_change(points=points, months=months, **land)
    back = density_change(points=points, months=(months + 12) % 24, **land)
    assert forth.more_km2 == back.less_km2
    assert forth.in_more == back.in_less[::-1]


def test_looks_make_p_larger() -> None:
    points, months = bursts(1, more=120)
    land: dict[str, Any] = {"outline": LAND, "bandwidth_metres": 400}
    one = density_change(points=points, months=months, **land)
    three = density_change(points=points, months=months, looks=3, **land)
    assert three.p_value == pytest.approx(np.minimum(3 * one.p_value, 1), nan_ok=True)


def test_no_event_is_no_change() -> None:
    found = density_change(points=[], months=[], outline=LAND, bandwidth_metres=400)
    assert (found.more_km2, found.less_km2, found.smallest_p) == (0, 0, 1)


def test_what_cannot_be_is_refused() -> None:
    land: dict[str, Any] = {"outline": LAND, "bandwidth_metres": 400}
    with pytest.raises(ValueError, match="between 0 and 23"):
        density_change(points=[[1, 1]], months=[24], **land)
    with pytest.raises(ValueError, match="2 months for 1 points"):
        density_change(points=[[1, 1]], months=[1, 2], **land)
    with pytest.raises(ValueError, match="expected 1 or more"):
        density_change(points=[[1, 1]], months=[1], looks=0, **land)
