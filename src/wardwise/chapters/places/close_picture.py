"""The picture of a half-page: where in the place, and month by month."""

from __future__ import annotations

from dataclasses import replace

from wardwise.chapters.places.findings import ClosePlace, Neighbourhood, PlacesFindings
from wardwise.chapters.places.reading import name_of
from wardwise.chapters.places.ward_maps import COUNT, number_of
from wardwise.document.pictures import AreaValue, ControlChart, Map, MapBesideChart
from wardwise.document.sources import NAMES
from wardwise.document.words import rounded, whole
from wardwise.figures.classes import round_breaks
from wardwise.figures.control_pictures import control_alt, control_table, control_title


SEASON_OUT = "its season taken out, "


def close_picture(found: PlacesFindings, place: ClosePlace) -> MapBesideChart:
    """Offences by neighbourhood, and the control chart of the whole place."""
    name = name_of(place.line.area)
    where = place.line.area.name
    return MapBesideChart(
        name=name,
        title=_title(place),
        subtitle=f"By neighbourhood (LSOA), {found.period.label}; beneath, by month in the whole "
        f"of it, {SEASON_OUT if place.chart.series.season_out else ''}with process limits",
        source=NAMES.get(found.source, found.source),
        alt=f"{where}. {_map_words(place)} {control_alt(place.chart.series)}",
        table=replace(
            control_table((place.chart,), name=name, source=found.source), sheet=f"{where} months"
        ),
        where=_map(found, place, name),
        months=ControlChart(
            name=f"{name}-months",
            title="",
            subtitle="",
            source="",
            alt="",
            table=None,
            series=place.chart.series,
        ),
        stacked=True,
    )


def _title(place: ClosePlace) -> str:
    series = place.chart.series
    title = control_title(series).replace(series.name, f"Offences in {place.line.area.name}", 1)
    return title.replace(" its usual", " their usual", 1)


def _map(found: PlacesFindings, place: ClosePlace, name: str) -> Map:
    """The place outlined, with what is around it."""
    return Map(
        name=f"{name}-map",
        title="",
        subtitle="",
        source="",
        alt="",
        table=None,
        layer="lsoa",
        areas=tuple(_count_of(one) for one in found.neighbourhoods),
        breaks=round_breaks([number_of(one.count) for one in found.neighbourhoods]),
        unit=COUNT,
        focus=(place.line.area.code,),
    )


def _count_of(one: Neighbourhood) -> AreaValue:
    return AreaValue(
        one.area.code,
        one.area.name,
        number_of(one.count),
        f"{one.area.name}: {whole(one.count).text}",
    )


def _map_words(place: ClosePlace) -> str:
    known = [one for one in place.neighbourhoods if one.count.status == "known"]
    if not known:
        return "The counts of its neighbourhoods are not known."
    most, least = known[0], known[-1]
    return (
        f"Of its {rounded(len(known), 0)} neighbourhoods {most.area.name} had most offences "
        f"({whole(most.count).text}), {least.area.name} fewest ({whole(least.count).text})."
    )
