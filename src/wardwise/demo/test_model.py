"""The model of Exampleshire: what is planted is there, and the noise is as wide as it says."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from wardwise.demo import truths as planted
from wardwise.demo.crimes import Crimes, make_crimes, month_effects, overdispersed
from wardwise.demo.headlines import HEADLINES, headline_counts
from wardwise.demo.land import Land, make_land
from wardwise.demo.model_table import model_table
from wardwise.demo.names import DISTRICTS
from wardwise.demo.people import People, make_people
from wardwise.demo.points import make_points
from wardwise.demo.truths import Size, Truths
from wardwise.demo.vintage import code_of_point, half_outlines, make_lsoa_2011
from wardwise.domain.offences import POLICE_UK_OFFENCES
from wardwise.domain.period import Month, Period


SEED = 3
NONE = Truths.all_of(Size.NONE)


@pytest.fixture(scope="module")
def land() -> Land:
    return make_land(SEED)


@pytest.fixture(scope="module")
def people(land: Land) -> People:
    return make_people(land, SEED)


def expected(land: Land, people: People, truths: Truths) -> Crimes:
    return make_crimes(land, people, truths=truths, seed=SEED)


def test_noise_has_the_variance_that_phi_says() -> None:
    # variance φ × mean: 3 × 50 = 150; of 20,000 draws the standard error of it is about 1.5
    drawn = overdispersed(np.random.default_rng(1), np.full(20_000, 50.0), phi=3.0)
    assert drawn.mean() == pytest.approx(50, abs=0.4)
    assert drawn.var() == pytest.approx(150, abs=6)


def test_noise_keeps_its_phi_when_places_are_added_up() -> None:
    drawn = overdispersed(np.random.default_rng(2), np.full((20_000, 10), 5.0), phi=3.0).sum(axis=1)
    assert drawn.var() / drawn.mean() == pytest.approx(3, abs=0.12)


def test_only_the_season_that_is_planted_is_there() -> None:
    months = Period(Month(2024, 1), Month(2024, 12)).months
    column = list(model_table("offence")["offence"]).index(planted.SEASON)
    flat = month_effects(months, truths=NONE)[:, column]
    assert flat.tolist() == [month.days for month in months]
    tall = month_effects(months, truths=Truths(season=Size.LARGE))[:, column]
    # July is the peak: 31 days × (1 + 0.55); January is opposite: 31 × (1 − 0.55)
    assert tall[6] == pytest.approx(31 * 1.55)
    assert tall[0] == pytest.approx(31 * 0.45)


def test_the_rise_is_in_exampleshires_last_twelve_months_and_nowhere_else(
    land: Land, people: People
) -> None:
    before = expected(land, people, NONE)
    after = expected(land, people, Truths(Size.LARGE, Size.NONE, Size.NONE, Size.NONE))
    ratio = after.expected / before.expected
    column = before.offences.index(planted.RISE)
    assert ratio[:125, -12:, column] == pytest.approx(1.5)
    ratio[:125, -12:, column] = 1
    assert ratio == pytest.approx(1.0)


def test_the_recording_change_is_the_whole_forces_from_its_month_on(
    land: Land, people: People
) -> None:
    before = expected(land, people, NONE)
    after = expected(land, people, Truths(Size.NONE, Size.SMALL, Size.NONE, Size.NONE))
    column = before.offences.index(planted.RECORDING)
    ratio = (after.expected / before.expected)[:, :, column]
    since = before.months.index(planted.RECORDING_CHANGED)
    assert ratio[:, since:] == pytest.approx(1.15)
    assert ratio[:, :since] == pytest.approx(1.0)


def test_the_hot_ward_has_its_multiple_of_the_others_rate(land: Land, people: People) -> None:
    crimes = expected(land, people, Truths(Size.NONE, Size.NONE, Size.NONE, Size.MEDIUM))
    burglary = crimes.expected[:125, :, crimes.offences.index(planted.HOT)].sum(axis=1)
    hot = land.ward_of[:125] == land.ward_named(planted.HOT_WARD)
    rate = burglary[hot].sum() / people.residents[:125][hot].sum()
    others = burglary[~hot].sum() / people.residents[:125][~hot].sum()
    assert rate / others == pytest.approx(2.5)


def test_the_island_has_the_areas_it_should(land: Land) -> None:
    assert [int((land.district_of == d).sum()) for d in range(len(DISTRICTS))] == [
        lsoas for *_, lsoas in DISTRICTS
    ]
    assert len(set(land.lsoa_code)) == len(set(land.lsoa_name)) == land.lsoas
    assert shapely.coverage_is_valid(land.outline)
    assert shapely.area(land.outline).min() > 0


def test_every_snap_point_is_in_its_lsoa(land: Land) -> None:
    points = make_points(land, SEED).position
    outline = land.outline[:, None]
    assert shapely.intersects_xy(outline, points[..., 0], points[..., 1]).all()


def test_lsoas_of_2011_are_halves_and_pairs_of_those_of_2021(land: Land) -> None:
    vintage, points = make_lsoa_2011(land, SEED), make_points(land, SEED)
    merged = np.flatnonzero(vintage.change == "M")
    assert (len(merged), int((vintage.change == "S").sum())) == (4, 18)
    codes = code_of_point(land, points, vintage)
    for position in merged:
        west, east = half_outlines(land, int(position))
        for code, (longitude, latitude) in zip(
            codes[position], points.position[position], strict=True
        ):
            half = west if code == vintage.west[position] else east
            assert shapely.intersects_xy(half, longitude, latitude)


def test_headlines_add_up_and_every_offence_has_codes() -> None:
    table = model_table("code")
    counts = headline_counts(np.arange(1, len(table) + 1)[None])[0]
    of = dict(zip(HEADLINES, counts.tolist(), strict=True))
    for headline, parts in HEADLINES.items():
        if len(parts) > 1:
            assert of[headline] == sum(of[part] for part in parts)
    assert of["Total recorded crime"] == len(table) * (len(table) + 1) // 2
    assert set(table["offence"]) | {"Anti-social behaviour"} == set(POLICE_UK_OFFENCES)
