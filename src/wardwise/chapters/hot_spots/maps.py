"""Maps of hot spots by class."""

from __future__ import annotations

from dataclasses import replace

from wardwise.chapters.hot_spots.findings import HotSpotsFindings
from wardwise.chapters.hot_spots.tables import called, places_table
from wardwise.document.initials import capital
from wardwise.document.pictures import AreaValue, Map
from wardwise.document.sources import NAMES
from wardwise.document.words import in_words, whole
from wardwise.figures.hot_spots import HotSpotsFound
from wardwise.measures.hot_spots.hot_spot_classes import HotSpotClass


CLASSES = ("fading", "not a hot spot", "new", "persistent", "long-term active")
VALUES = {
    HotSpotClass.FADING: -1.0,
    HotSpotClass.NEW: 1.0,
    HotSpotClass.PERSISTENT: 2.0,
    HotSpotClass.LONG_TERM: 3.0,
}
"""Off and on may be chance and is not mapped."""
BREAKS = (-0.5, 0.5, 1.5, 2.5)


def whole_map(found: HotSpotsFindings) -> Map:
    """Every neighbourhood by its class, for all recorded crime."""
    n = in_words(len(found.whole.codes))
    return replace(
        _map(found, found.whole, "hot-spots-map"),
        title=f"{capital(n)} of {len(found.lsoas)} neighbourhoods are hot spots of recorded crime"
        if found.whole.codes
        else f"No neighbourhood of {found.area.name} is a hot spot beyond chance",
        subtitle=_subtitle(found),
        source=NAMES.get(found.source, found.source),
        alt=_alt(found, found.whole),
        table=places_table(found, found.whole, name="hot-spots-mapped", appendix=True),
    )


def group_map(found: HotSpotsFindings) -> Map:
    """The group whose hot spots differ most from those of all crime."""
    one = found.groups[0]
    where = "" if str(one.offence) in found.elsewhere else ", in part,"
    return replace(
        _map(found, one, "hot-spots-group-map"),
        title=f"Hot spots of {called(one)} lie{where} elsewhere than those of all crime",
        subtitle=_subtitle(found),
        source=NAMES.get(found.source, found.source),
        alt=_alt(found, one),
        table=places_table(found, *found.groups, name="hot-spots-groups-mapped", appendix=True),
    )


def _subtitle(found: HotSpotsFindings) -> str:
    years = found.whole.years
    return (
        f"Neighbourhoods (LSOAs) that with those round them hold more offences than chance would "
        f"give them, {in_words(len(years))} years to {found.period.last.label}"
    )


def _map(found: HotSpotsFindings, one: HotSpotsFound, name: str) -> Map:
    kinds = {place.area.code: place for place in one.places}
    areas = []
    for area in found.lsoas:
        place = kinds.get(area.code)
        value = VALUES.get(place.kind, 0.0) if place else 0.0
        words = f"{place.kind}, {whole(place.count).text} offences" if place else "not a hot spot"
        areas.append(
            AreaValue(
                area.code, area.name, value, f"{area.name}, {found.ward_names[area.code]}: {words}"
            )
        )
    return Map(
        name=name,
        title="",
        subtitle="",
        source="",
        alt="",
        table=None,
        layer="lsoa",
        areas=tuple(areas),
        breaks=BREAKS,
        unit=f"hot spots, {called(one)}",
        classes=CLASSES,
        below=1,
    )


def _alt(found: HotSpotsFindings, one: HotSpotsFound) -> str:
    by_kind = [
        f"{kind}: {', '.join(names)}"
        for kind in VALUES
        if (names := [place.area.name for place in one.places if place.kind is kind])
    ]
    return f"{capital(called(one))}. " + (
        "; ".join(by_kind) + "." if by_kind else f"None in {found.area.name}."
    )
