"""The GeoPackage: national grid, explained columns, the same bytes twice."""

from __future__ import annotations

import time

import geopandas as gpd
import pyogrio
import pytest
from shapely.geometry import box

from wardwise.render.gis import write_geopackage


@pytest.fixture
def wards() -> gpd.GeoDataFrame:
    squares = [box(400_000 + x, 200_000, 401_000 + x, 201_000) for x in (0, 1_000)]
    table = {"code": ["W1", "W2"], "name": ["North", "South"], "offences": [12.0, None]}
    return gpd.GeoDataFrame(table, geometry=squares, crs=27700)


def test_layers_come_back_in_british_national_grid(wards, tmp_path):
    write_geopackage({"ward": wards.to_crs(4326), "lsoa": wards}, tmp_path / "r.gpkg")
    read = gpd.read_file(tmp_path / "r.gpkg", layer="ward")
    assert read.crs.to_epsg() == 27700
    assert list(read["code"]) == ["W1", "W2"]
    assert read["offences"].isna().tolist() == [False, True]
    assert gpd.read_file(tmp_path / "r.gpkg", layer="lsoa").area.tolist() == [1e6, 1e6]


def test_every_column_is_explained_inside(wards, tmp_path):
    write_geopackage({"ward": wards}, tmp_path / "r.gpkg")
    explained = pyogrio.read_dataframe(tmp_path / "r.gpkg", layer="columns")
    assert list(explained["column"]) == ["code", "name", "offences"]
    assert explained["meaning"].str.len().min() > 10


def test_a_column_without_a_meaning_is_refused_and_nothing_is_left(wards, tmp_path):
    with pytest.raises(ValueError, match="no meaning is given for column 'wibble'"):
        write_geopackage({"ward": wards.assign(wibble=1)}, tmp_path / "r.gpkg")
    assert list(tmp_path.iterdir()) == []


def test_a_layer_may_bring_its_own_meanings(wards, tmp_path):
    layers = {"ward": wards.assign(gap=[1.5, 2.5])}
    write_geopackage(layers, tmp_path / "r.gpkg", meanings={"gap": "Metres to the next ward"})
    assert gpd.read_file(tmp_path / "r.gpkg", layer="ward")["gap"].tolist() == [1.5, 2.5]


def test_the_clock_does_not_show(wards, tmp_path):
    write_geopackage({"ward": wards}, tmp_path / "a.gpkg")
    time.sleep(1.1)  # the file's own times have whole seconds
    write_geopackage({"ward": wards}, tmp_path / "b.gpkg")
    assert (tmp_path / "a.gpkg").read_bytes() == (tmp_path / "b.gpkg").read_bytes()


def test_an_older_file_is_replaced_whole(wards, tmp_path):
    write_geopackage({"ward": wards, "lsoa": wards}, tmp_path / "r.gpkg")
    write_geopackage({"ward": wards}, tmp_path / "r.gpkg")
    assert "lsoa" not in pyogrio.list_layers(tmp_path / "r.gpkg")[:, 0]
