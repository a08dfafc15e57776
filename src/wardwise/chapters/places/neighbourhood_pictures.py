"""The map of neighbourhoods, and the curve of concentration."""

from __future__ import annotations

from wardwise.chapters.places.findings import Neighbourhood, PlacesFindings
from wardwise.chapters.places.neighbourhood_tables import curve_table, neighbourhoods_table
from wardwise.chapters.places.reading import SMALL
from wardwise.chapters.places.ward_maps import RATE, number_of
from wardwise.document.pictures import AreaValue, Concentration, Map
from wardwise.document.sources import NAMES
from wardwise.document.words import between, decimal, percent, rounded, whole
from wardwise.figures.classes import round_breaks
from wardwise.figures.concentration_curve import Spread


def neighbourhood_map(found: PlacesFindings) -> Map:
    """Every LSOA by its rate; those with too few offences hatched."""
    return Map(
        name="neighbourhood-map",
        title=_map_title(found),
        subtitle=f"Recorded offences per 1,000 residents by neighbourhood (LSOA), under ward "
        f"outlines; {found.period.label}; hatched: fewer than {SMALL} offences",
        source=NAMES.get(found.source, found.source),
        alt=_map_alt(found),
        table=neighbourhoods_table(
            found, found.neighbourhoods, name="neighbourhoods", where=found.area.name
        ),
        layer="lsoa",
        areas=tuple(_rate_of(one) for one in found.neighbourhoods),
        breaks=round_breaks(_judged(found.neighbourhoods)),
        unit=RATE,
        interactive=True,
    )


def _judged(shown: tuple[Neighbourhood, ...]) -> list[float | None]:
    return [number_of(one.rate) for one in shown if not _too_small(one)]


def _too_small(one: Neighbourhood) -> bool:
    return one.count.status == "known" and one.count.number < SMALL


def _rate_of(one: Neighbourhood) -> AreaValue:
    return AreaValue(
        one.area.code,
        one.area.name,
        number_of(one.rate),
        f"{one.area.name}, {one.ward}: {whole(one.count).text} offences, {decimal(one.rate).text} "
        f"per 1,000 residents ({between(one.rate, 1)})",
        hatched=_too_small(one),
    )


def _map_title(found: PlacesFindings) -> str:
    usual = found.whole.rate
    limits = [one.rate.interval for one in found.neighbourhoods if one.rate.interval]
    if usual.status != "known" or not limits:
        return f"Offences by neighbourhood of {found.area.name}"
    above = sum(1 for one in limits if one.lower > usual.number)
    below = sum(1 for one in limits if one.upper < usual.number)
    if not above and not below:
        return f"No neighbourhood's rate is clearly above or below {found.area.name}'s own"
    return (
        f"The rate of {rounded(above, 0)} neighbourhoods is clearly above {found.area.name}'s own, "
        f"that of {rounded(below, 0)} clearly below"
    )


def _map_alt(found: PlacesFindings) -> str:
    known = [one for one in found.neighbourhoods if one.rate.status == "known"]
    if not known:
        return "A map without values: the counts are not known."
    high = max(known, key=lambda one: one.rate.number)
    low = min(known, key=lambda one: one.rate.number)
    hatched = sum(_too_small(one) for one in known)
    return (
        f"{_map_title(found)}. The rate runs from {decimal(low.rate).text} per 1,000 residents in "
        f"{low.area.name} ({low.ward}) to {decimal(high.rate).text} in {high.area.name} "
        f"({high.ward}); {rounded(hatched, 0)} are hatched."
    )


def curve_picture(found: PlacesFindings, spread: Spread) -> Concentration:
    """The curve of concentration with that of chance."""
    n, of = whole(spread.places).text, whole(spread.places_of).text
    beyond = "more concentrated than chance" if spread.beyond_chance else "as chance would have it"
    half = spread.share.places
    return Concentration(
        name="concentration",
        title=f"Half of the offences lie in {n} of {of} neighbourhoods: {beyond}",
        subtitle="Cumulative share of recorded offences by cumulative share of neighbourhoods "
        f"(LSOAs); {found.period.label}; chance by residents, 999 trials",
        source=NAMES.get(found.source, found.source),
        alt=f"Half of the offences lie in {percent(half).text} of neighbourhoods; by chance alone "
        f"it would be {percent(spread.chance_places).text}.",
        table=curve_table(found),
        places_percent=spread.curve.places_percent,
        offences_percent=spread.curve.offences_percent,
        chance_percent=spread.chance.offences_percent,
        marked=(half.number, 50.0, f"half in {percent(half).text} of places"),
    )
