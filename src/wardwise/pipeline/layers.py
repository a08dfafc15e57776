"""The GIS layers of a run: ward and LSOA results under their outlines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wardwise.domain.area import Area
from wardwise.domain.boundaries import Boundaries
from wardwise.domain.figure import Figure
from wardwise.figures.desk import Desk
from wardwise.figures.offences import offences_figure
from wardwise.figures.rates import rate_figure


if TYPE_CHECKING:
    from geopandas import GeoDataFrame


def result_layers(
    desk: Desk, boundaries: Boundaries
) -> tuple[dict[str, GeoDataFrame], dict[str, str]]:
    """Layers 'ward', 'lsoa' and 'own', with one column per offence group, and what each means."""
    meanings = {
        _column(offence): f"{offence}: recorded in the period; empty where not known"
        for offence in desk.offences
    }
    place = desk.evidence.place
    areas = {"ward": place.wards, "lsoa": place.lsoas, "own": place.own}
    layers = {
        layer: _layer(desk, boundaries.layers[layer], inside)
        for layer, inside in areas.items()
        if inside and layer in boundaries.layers
    }
    return layers, meanings


def _layer(desk: Desk, outlines: GeoDataFrame, areas: tuple[Area, ...]) -> GeoDataFrame:
    import pandas as pd

    frame = pd.DataFrame([_row(desk, area) for area in areas])
    joined = outlines[["code", "name", "geometry"]].merge(frame, on="code", how="inner")
    found: GeoDataFrame = joined
    return found


def _row(desk: Desk, area: Area) -> dict[str, object]:
    whole = offences_figure(desk, area=area, period=desk.latest, offence=None)
    rate = rate_figure(desk, area=area, period=desk.latest, offence=None)
    groups = {
        _column(name): _number(offences_figure(desk, area=area, period=desk.latest, offence=name))
        for name in desk.offences
    }
    return {
        "code": area.code,
        "residents": desk.evidence.people.residents.get(area.code),
        "offences": _number(whole),
        "rate_per_1000_residents": _number(rate),
        "lower": rate.interval.lower if rate.interval else None,
        "upper": rate.interval.upper if rate.interval else None,
        "figure_id": rate.figure_id,
        "period_start": str(desk.latest.first),
        "period_end": str(desk.latest.last),
        **groups,
    }


def _number(figure: Figure) -> float | None:
    return float(figure.number) if figure.status == "known" else None


def _column(offence: str) -> str:
    return offence.lower().replace(" ", "_").replace("-", "_")
