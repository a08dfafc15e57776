"""Maps of wards and neighbourhoods, and the curve of concentration."""

from __future__ import annotations

from wardwise.chapters.places.findings import Neighbourhood, PlaceLine, PlacesFindings
from wardwise.chapters.places.reading import SMALL
from wardwise.chapters.places.tables import curve_table, neighbourhoods_table
from wardwise.document.blocks import Align, Column, Table
from wardwise.document.phrases import verdict_of
from wardwise.document.pictures import AreaValue, Concentration, Map, MapPair
from wardwise.document.sources import NAMES, source_line
from wardwise.document.words import between, decimal, percent, rounded, whole
from wardwise.domain.figure import Figure
from wardwise.domain.verdict import Verdict
from wardwise.figures.classes import round_breaks
from wardwise.figures.concentration_curve import Spread


RATE, COUNT = "offences per 1,000 residents", "offences"


def number_of(figure: Figure) -> float | None:
    """The number, or None where it is not known."""
    return figure.number if figure.status == "known" else None


def place_maps(found: PlacesFindings, lines: tuple[PlaceLine, ...], *, layer: str) -> MapPair:
    """Rate beside count: where people come to shop or go out, the rate alone misleads."""
    title = _pair_title(found) if layer == "ward" else "The areas of the partnership's own"
    name = f"{layer}-maps"
    return MapPair(
        name=name,
        title=title,
        subtitle=f"Recorded offences per 1,000 residents, left, and offences, right; "
        f"{found.period.label}",
        source=NAMES.get(found.source, found.source),
        alt=_pair_alt(lines),
        table=_pair_table(found, lines, name),
        left=_place_map(found, lines, layer, unit=RATE),
        right=_place_map(found, lines, layer, unit=COUNT),
    )


def _place_map(
    found: PlacesFindings, lines: tuple[PlaceLine, ...], layer: str, *, unit: str
) -> Map:
    """Classes are those of the wards, so that both maps can be read together."""
    of_wards = [line.rate if unit == RATE else line.count for line in found.wards]
    shown = [(line, line.rate if unit == RATE else line.count) for line in lines]
    values = [number_of(figure) for _, figure in shown]
    return Map(
        name=f"{layer}-maps-{'rate' if unit == RATE else 'count'}",
        title="",
        subtitle="",
        source="",
        alt="",
        table=None,
        layer=layer,
        areas=tuple(
            AreaValue(line.area.code, line.area.name, value, tells(line))
            for (line, _), value in zip(shown, values, strict=True)
        ),
        breaks=round_breaks(number_of(figure) for figure in of_wards),
        unit=unit,
    )


def tells(line: PlaceLine) -> str:
    """What a map says of a ward under the pointer."""
    rank = ""
    if line.rank and line.rank.status == "known" and line.rank.interval:
        limits = line.rank.interval
        rank = (
            f"; place {rounded(line.rank.number, 0)} by rate "
            f"({rounded(limits.lower, 0)} to {rounded(limits.upper, 0)})"
        )
    return (
        f"{line.area.name}: {whole(line.count).text} offences, {decimal(line.rate).text} per "
        f"1,000 residents ({between(line.rate, 1)}){rank}"
    )


def _pair_title(found: PlacesFindings) -> str:
    known = [line for line in found.wards if line.rank and line.rank.status == "known"]
    if len(known) < 2:
        return "Offences by ward"
    most = found.wards[0].area.name
    top = min(known, key=lambda line: line.rank.number if line.rank else 0.0)
    limits = top.rank.interval if top.rank else None
    if limits is None or limits.upper > 1:
        return f"Most offences were recorded in {most}; no ward's rate is clearly the highest"
    if top.area.name == most:
        return f"Most offences and the highest rate were both recorded in {most}"
    return f"Most offences were recorded in {most}, the highest rate in {top.area.name}"


def _pair_alt(lines: tuple[PlaceLine, ...]) -> str:
    known = [line for line in lines if line.count.status == line.rate.status == "known"]
    if not known:
        return "Two maps without values: the counts are not known."
    most, least = known[0], known[-1]
    high = max(known, key=lambda line: line.rate.number)
    low = min(known, key=lambda line: line.rate.number)
    return (
        f"Offences run from {whole(least.count).text} in {least.area.name} to "
        f"{whole(most.count).text} in {most.area.name}; the rate per 1,000 residents from "
        f"{decimal(low.rate).text} in {low.area.name} to {decimal(high.rate).text} in "
        f"{high.area.name}."
    )


def _pair_table(found: PlacesFindings, lines: tuple[PlaceLine, ...], name: str) -> Table:
    return Table(
        name=f"{name}-table",
        caption=f"Offences and rates as mapped, {found.period.label}",
        columns=(Column("Area", Align.LEFT), Column("Per 1,000 residents"), Column("Offences")),
        rows=tuple((line.area.name, decimal(line.rate), whole(line.count)) for line in lines),
        source=source_line(found.source, found.period),
        appendix=True,
    )


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
        title=f"{n} of {of} neighbourhoods hold half of the offences: {beyond}",
        subtitle="Cumulative share of recorded offences by cumulative share of neighbourhoods "
        f"(LSOAs); {found.period.label}; chance by residents, 999 draws",
        source=NAMES.get(found.source, found.source),
        alt=f"Half of the offences lie in {percent(half).text} of neighbourhoods; by chance alone "
        f"it would be {percent(spread.chance_places).text}.",
        table=curve_table(found),
        places_percent=spread.curve.places_percent,
        offences_percent=spread.curve.offences_percent,
        chance_percent=spread.chance.offences_percent,
        marked=(half.number, 50.0, f"half in {percent(half).text} of places"),
    )


def moved(lines: tuple[PlaceLine, ...], verdict: Verdict) -> tuple[PlaceLine, ...]:
    """Wards whose change has this word."""
    return tuple(line for line in lines if verdict_of(line.change) is verdict)
