"""Outlines, points and own areas."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from tests.sample_folder import LSOAS, OTHERHAM, SAMPLETON, SIDE, SOUTH, WEST, sample_folder, square
from wardwise.domain.boundaries import Boundaries
from wardwise.domain.settings import OwnAreaSettings
from wardwise.reference.national_grid import to_national_grid
from wardwise.sources.geography import read_geography
from wardwise.sources.geography.boundaries import read_boundaries
from wardwise.sources.geography.locate import locate_points
from wardwise.sources.geography.own_areas import OwnAreas, read_own_areas


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The made-up data folder."""
    return sample_folder(tmp_path)


@pytest.fixture
def boundaries(folder: Path) -> Boundaries:
    """Outlines of both districts."""
    return read_boundaries([folder], district_codes=[SAMPLETON, OTHERHAM])


def test_layers_are_sorted_by_code_on_the_national_grid(boundaries: Boundaries) -> None:
    assert list(boundaries.layers["lsoa"]["code"]) == sorted(LSOAS)
    assert list(boundaries.layers["ward"]["name"]) == ["Eastgate", "Westgate", "Northside"]
    assert boundaries.layers["lsoa"].crs.to_epsg() == 27700
    assert boundaries.vintage == {"lsoa": "LSOA 2021", "ward": "ward 2024"}


def test_a_feature_that_is_there_again_word_for_word_is_one_area(folder: Path) -> None:
    # as Hunmanby and Sherburn is among the published wards of North Yorkshire
    path = next((folder / "geography").rglob(f"lsoa_{SAMPLETON}.geojson"))
    found = json.loads(path.read_text("utf-8"))
    found["features"].append(found["features"][0])
    path.write_text(json.dumps(found), "utf-8")
    layers = read_boundaries([folder], district_codes=[SAMPLETON, OTHERHAM]).layers
    assert list(layers["lsoa"]["code"]) == sorted(LSOAS)


def test_a_hundredth_of_a_degree_is_about_687_by_1113_metres(boundaries: Boundaries) -> None:
    west, south, east, north = boundaries.layers["lsoa"].geometry.iloc[0].bounds
    # 111,320 m × cos 51.885° × 0.01 = 687 m; 111,260 m × 0.01 = 1,113 m; the grid turns a little
    assert east - west == pytest.approx(687, abs=45)
    assert north - south == pytest.approx(1113, abs=30)


def test_the_shift_grid_is_used() -> None:
    # the centre that ONS gives for the ward of Amblecote: 390531, 285510
    east, north = to_national_grid(np.array([-2.140805]), np.array([52.46746]))
    assert float(east[0]) == pytest.approx(390531, abs=0.6)
    assert float(north[0]) == pytest.approx(285510, abs=0.6)


def test_points_are_given_to_the_square_they_lie_in(boundaries: Boundaries) -> None:
    middle = SOUTH + SIDE / 2
    longitude = np.array([WEST + 0.005, WEST + 0.035, np.nan, 0.0, WEST + 0.035])
    latitude = np.array([middle, middle, middle, middle, middle])
    found = locate_points(longitude, latitude, boundaries=boundaries)
    assert list(found) == ["E01999991", "E01999994", None, None, "E01999994"]


def test_a_point_on_a_border_goes_to_the_first_code(boundaries: Boundaries) -> None:
    # the corner that 001A and 002A share
    corner = np.array([WEST + SIDE]), np.array([SOUTH])
    assert list(locate_points(*corner, boundaries=boundaries)) == ["E01999991"]


def test_wards_redrawn_since_are_put_together_from_their_lsoas(folder: Path) -> None:
    file = folder / "geography" / "case_areas" / f"ward_{SAMPLETON}.geojson"
    file.write_text(file.read_text("utf-8").replace("E05999992", "E05777777"), "utf-8")
    found = read_boundaries([folder], district_codes=[SAMPLETON])
    assert list(found.layers["ward"]["code"]) == ["E05999991", "E05999992"]
    assert "1 of its 2 wards" in found.vintage["ward"]


def _own(folder: Path, boundaries: Boundaries, *wanted: OwnAreaSettings) -> OwnAreas:
    lsoas = read_geography([folder]).tables["lsoa"]
    return read_own_areas(wanted, folders=[folder], lsoas=lsoas, boundaries=boundaries)


def test_own_areas_from_a_list(folder: Path, boundaries: Boundaries) -> None:
    own = _own(
        folder, boundaries, OwnAreaSettings(name="The Estate", lsoas=("E01999992", "E01999991"))
    )
    ((area, codes),) = own.members.items()
    assert (area.code, area.name) == ("OWN-the-estate", "The Estate")
    assert codes == ("E01999991", "E01999992")
    assert own.rules[area.code] == "The 2 LSOAs that the settings list."


def test_own_areas_from_an_outline_take_lsoas_by_their_centre(
    folder: Path, boundaries: Boundaries
) -> None:
    # from the west border to 0.6 of the third square: the centres of 001A, 002A and 003A are in
    ring = square(0, 2)
    ring[1][0] = ring[2][0] = WEST + SIDE * 2.6
    outline = {"type": "Polygon", "coordinates": [ring]}
    feature = {"type": "Feature", "properties": {"area": "Old Town"}, "geometry": outline}
    whole = {"type": "FeatureCollection", "features": [feature]}
    (folder / "towns.geojson").write_text(json.dumps(whole), "utf-8")
    own = _own(folder, boundaries, OwnAreaSettings(name="Old Town", file="towns.geojson"))
    assert list(own.members.values()) == [("E01999991", "E01999992", "E01999993")]
    # 1,000 + 1,100 + 0.6 × 1,200 = 2,820 of 3,300 people: 85.5%
    assert own.people_inside_percent["OWN-old-town"] == pytest.approx(85.5, abs=0.2)
    assert list(own.added_to(boundaries).layers["own"]["name"]) == ["Old Town"]


def test_an_outline_that_crosses_itself_is_mended_and_said(
    folder: Path, boundaries: Boundaries
) -> None:
    # a bow tie: its two corners on the east are changed over
    ring = square(0, 2)
    ring[1], ring[2] = ring[2], ring[1]
    outline = {"type": "Polygon", "coordinates": [ring]}
    feature = {"type": "Feature", "properties": {}, "geometry": outline}
    whole = {"type": "FeatureCollection", "features": [feature]}
    (folder / "bow.geojson").write_text(json.dumps(whole), "utf-8")
    drawn = OwnAreaSettings(name="Bow", file="bow.geojson")
    (said,) = _own(folder, boundaries, drawn).notices
    assert said.startswith("Own area 'Bow': its outline crosses itself and was mended.")


def test_own_areas_that_share_an_lsoa_are_said(folder: Path, boundaries: Boundaries) -> None:
    one = OwnAreaSettings(name="One", lsoas=("E01999991", "E01999992"))
    two = OwnAreaSettings(name="Two", lsoas=("E01999992", "E01999993"))
    far = OwnAreaSettings(name="Far", lsoas=("E01999994",))
    (said,) = _own(folder, boundaries, one, two, far).notices
    assert said.startswith("Own areas 'One' and 'Two' overlap: LSOAs in both: 1.")


def test_a_geopackage_on_the_national_grid_is_taken_as_it_is(
    folder: Path, boundaries: Boundaries
) -> None:
    boundaries.layers["ward"].to_file(folder / "areas.gpkg", driver="GPKG")
    settings = OwnAreaSettings(name="all", file="areas.gpkg", name_column="name")
    own = _own(folder, boundaries, settings)
    assert {area.name: len(codes) for area, codes in own.members.items()} == {
        "Eastgate": 2,
        "Westgate": 2,
        "Northside": 2,
    }


@pytest.mark.shared
@pytest.mark.parametrize("district", ["E08000025", "E06000032", "W06000015"])
def test_the_national_archive_serves_any_district(shared: Path, district: str) -> None:
    found = read_boundaries([shared / "data"], district_codes=[district])
    assert found.layers["lsoa"].geometry.is_valid.all()
    assert len(found.layers["ward"]) > 5


@pytest.mark.shared
def test_the_districts_of_england_and_wales(shared: Path) -> None:
    found = read_boundaries([shared / "data"], district_codes=["E06000032"], layers=("district",))
    assert len(found.layers["district"]) == 318
    assert found.layers["district"].geometry.is_valid.all()


def test_the_credit_is_of_whoever_drew_the_outlines(folder: Path) -> None:
    assert "Office for National Statistics" in _boundaries_of(folder).credit
    said = folder / "geography" / "case_areas" / "credit.txt"
    said.write_text("Drawn by the parish.\n", "utf-8")
    assert _boundaries_of(folder).credit == "Drawn by the parish."


def _boundaries_of(folder: Path) -> Boundaries:
    return read_boundaries([folder], district_codes=[SAMPLETON])
