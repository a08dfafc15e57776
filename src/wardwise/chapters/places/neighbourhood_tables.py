"""Tables of neighbourhoods, and of the curve of concentration."""

from __future__ import annotations

from wardwise.chapters.places.findings import Neighbourhood, PlacesFindings
from wardwise.chapters.places.ward_tables import MANY, TOP
from wardwise.document.blocks import Align, Column, Table
from wardwise.document.initials import capital
from wardwise.document.phrases import verdict_cell
from wardwise.document.sources import source_line
from wardwise.document.text import say
from wardwise.document.words import between, decimal, percent, rounded, signed_percent, whole


POINTS = (
    "Map points are those that published records are moved to and that any month held has a crime "
    "at; each stands for several addresses. With fewer crimes than points the Gini is the one that "
    "allows for it."
)


def top_neighbourhoods_table(found: PlacesFindings) -> Table:
    """The neighbourhoods with most offences, and whether their counts changed."""
    return Table(
        name="neighbourhoods-first",
        caption=f"Neighbourhoods of {found.area.name} with most offences, {found.period.label}",
        columns=(
            Column("Neighbourhood (LSOA)", Align.LEFT),
            Column("Ward", Align.LEFT),
            Column("Offences"),
            Column("Per 1,000 residents"),
            Column("99.8% interval", quiet=True),
            Column("On the year before"),
            Column("Verdict", Align.LEFT),
        ),
        rows=tuple(
            (
                one.area.name,
                one.ward,
                whole(one.count),
                decimal(one.rate),
                between(one.rate, 1),
                signed_percent(one.change) if one.change else "–",
                verdict_cell(one.change) if one.change else "–",
            )
            for one in found.neighbourhoods[:TOP]
        ),
        notes=(MANY,),
        source=source_line(found.source, found.period),
    )


def neighbourhoods_table(
    found: PlacesFindings, shown: tuple[Neighbourhood, ...], *, name: str, where: str
) -> Table:
    """Neighbourhoods with counts and rates: what a map is drawn from."""
    return Table(
        name=name,
        caption=f"Recorded offences by neighbourhood (LSOA) of {where}, {found.period.label}",
        columns=(
            Column("Neighbourhood (LSOA)", Align.LEFT),
            Column("Ward", Align.LEFT),
            Column("Offences"),
            Column("99.8% interval, offences", quiet=True),
            Column("Per 1,000 residents"),
            Column("99.8% interval, rate", quiet=True),
        ),
        rows=tuple(
            (
                one.area.name,
                one.ward,
                whole(one.count),
                between(one.count),
                decimal(one.rate),
                between(one.rate, 1),
            )
            for one in shown
        ),
        source=source_line(found.source, found.period),
        appendix=True,
    )


def ways_table(found: PlacesFindings) -> Table:
    """Half of what is in how few places: by count and by harm, by neighbourhood and by point."""
    return Table(
        name="concentration-ways",
        sheet="Concentration",
        caption="How few places hold half",
        columns=(
            Column("Half of", Align.LEFT),
            Column("Places"),
            Column("Of"),
            Column("Share of them"),
            Column("By chance alone"),
            Column("Gini"),
        ),
        rows=tuple(
            (
                capital(way.name),
                whole(way.places),
                whole(way.of),
                percent(way.share),
                percent(way.chance),
                decimal(way.gini, 2),
            )
            for way in found.ways
        ),
        notes=(say(POINTS),) if any(way.by_point for way in found.ways) else (),
        source=source_line(found.source, found.period),
    )


def curve_table(found: PlacesFindings) -> Table:
    """Points of the curve of concentration beside chance."""
    points = found.spread.points if found.spread else ()
    return Table(
        name="concentration-table",
        caption=f"Share of offences in the neighbourhoods of {found.area.name} that have most",
        columns=(
            Column("Neighbourhoods with most offences", Align.LEFT),
            Column("Share of neighbourhoods, %", quiet=True),
            Column("Offences as recorded, %"),
            Column("By chance alone, %"),
        ),
        rows=tuple(
            (
                f"the first {point.places}",
                rounded(point.places_percent, 1),
                percent(point.recorded),
                percent(point.by_chance),
            )
            for point in points
        ),
        source=source_line(found.source, found.period),
        appendix=True,
    )
