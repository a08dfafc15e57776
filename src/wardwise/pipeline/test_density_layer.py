"""The layer of density: land put together of cells, and no layer where there is no density."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyogrio
import pytest

from wardwise.chapters.hot_spots.density import analyse
from wardwise.chapters.hot_spots.test_density import points_desk
from wardwise.pipeline.density_layer import MEANINGS, density_layer
from wardwise.render.gis.geopackage import write_geopackage


@dataclass(frozen=True)
class Found:
    """As the chapter gives it."""

    parts: dict[str, Any] = field(default_factory=dict)


def test_land_is_as_large_as_the_figures_say(tmp_path: Path) -> None:
    found = analyse(points_desk(grew=25))
    assert found is not None
    layers = density_layer({"hot_spots": Found({"density": found})})
    frame = layers["density"]
    whole = frame[frame["offence"].isna()]
    half = whole[whole["offences_percent"] == 50].iloc[0]
    share, land = found.whole.density.land[1].number, found.whole.density.surface.land
    assert half["km2"] == pytest.approx(share / 100 * land.km2)
    assert half.geometry.area / 1e6 == pytest.approx(half["km2"])
    rose = whole[whole["what"] == "rose"].iloc[0]
    assert found.whole.moved is not None
    assert rose["km2"] == pytest.approx(found.whole.moved.more_km2.number)
    write_geopackage(layers, tmp_path / "results.gpkg", meanings=MEANINGS)
    assert len(pyogrio.read_dataframe(tmp_path / "results.gpkg", layer="density")) == len(frame)


@pytest.mark.parametrize("findings", [{}, {"hot_spots": Found()}])
def test_no_density_is_no_layer(findings: dict[str, Any]) -> None:
    assert density_layer(findings) == {}
