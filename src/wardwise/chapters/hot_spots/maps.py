"""Maps of hot spots by class."""

from __future__ import annotations

from dataclasses import replace

from wardwise.chapters.hot_spots.findings import HotSpotsFindings
from wardwise.chapters.hot_spots.tables import called, places_table
from wardwise.document.initials import capital
from wardwise.document.pictures import AreaValue, Map, MapPair, Picture
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


def hot_map(found: HotSpotsFindings) -> Map | MapPair:
    """All recorded crime, beside it the group whose hot spots differ most, if one does."""
    whole = _map(found, found.whole, "hot-spots-whole")
    told = Picture(
        name="hot-spots-map",
        title=_title(found),
        subtitle=_subtitle(found),
        source=NAMES.get(found.source, found.source),
        alt=" ".join(_alt(found, one) for one in (found.whole, *found.groups[:1])),
        table=places_table(
            found, found.whole, *found.groups, name="hot-spots-mapped", appendix=True
        ),
    )
    if not found.groups:
        return replace(whole, **vars(told), compact=True)
    return MapPair(**vars(told), left=whole, right=_map(found, found.groups[0], "hot-spots-apart"))


def _title(found: HotSpotsFindings) -> str:
    n = len(found.whole.codes)
    if not n:
        return f"No neighbourhood of {found.area.name} is a hot spot of recorded crime"
    counted = f"{capital(in_words(n))} of {len(found.lsoas)} neighbourhoods"
    title = f"{counted} {'are hot spots' if n > 1 else 'is a hot spot'} of recorded crime"
    if not found.groups:
        return title
    first = found.groups[0]
    part = "" if str(first.offence) in found.elsewhere else " in part"
    return f"{title}; those of {called(first)} lie elsewhere{part}"


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
