"""Maps of hot spots by class."""

from __future__ import annotations

from wardwise.chapters.hot_spots.findings import HotSpotsFindings
from wardwise.chapters.hot_spots.tables import called, places_table
from wardwise.document.initials import capital, small
from wardwise.document.pictures import AreaValue, Map, MapPair
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
    one = _map(found, found.whole, "hot-spots-map")
    n = in_words(len(found.whole.codes))
    return Map(
        name=one.name,
        title=f"{capital(n)} of {len(found.lsoas)} neighbourhoods are hot spots of recorded crime"
        if found.whole.codes
        else f"No neighbourhood of {found.area.name} is a hot spot beyond chance",
        subtitle=_subtitle(found),
        source=NAMES.get(found.source, found.source),
        alt=_alt(found, found.whole),
        table=places_table(found, found.whole, name="hot-spots-mapped", appendix=True),
        layer="lsoa",
        areas=one.areas,
        breaks=BREAKS,
        unit="hot spots of all recorded crime",
        classes=CLASSES,
        below=1,
        compact=True,
    )


def group_maps(found: HotSpotsFindings) -> MapPair:
    """The two groups whose hot spots differ most from those of all crime."""
    left, right = found.groups[:2]
    names = [small(str(one.offence)) for one in (left, right)]
    return MapPair(
        name="hot-spots-groups",
        title=f"Hot spots of {names[0]} and of {names[1]} lie apart from those of all crime",
        subtitle=_subtitle(found),
        source=NAMES.get(found.source, found.source),
        alt=f"{_alt(found, left)} {_alt(found, right)}",
        table=places_table(found, left, right, name="hot-spots-groups-mapped", appendix=True),
        left=_map(found, left, "hot-spots-left"),
        right=_map(found, right, "hot-spots-right"),
    )


def _subtitle(found: HotSpotsFindings) -> str:
    years = found.whole.years
    return (
        f"Neighbourhoods (LSOAs) by how long they and those round them have held more offences "
        f"than chance would deal them, {in_words(len(years))} years to {found.period.last.label}"
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
        unit=called(one),
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
