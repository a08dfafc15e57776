"""Tables of hot spots: each place, and each group on a line."""

from __future__ import annotations

from collections import Counter

from wardwise.chapters.hot_spots.findings import HotSpotsFindings
from wardwise.document.blocks import Align, Cell, Column, Table
from wardwise.document.initials import small
from wardwise.document.sources import source_line
from wardwise.document.text import say
from wardwise.document.words import between, decimal, percent, whole
from wardwise.domain.area import Area
from wardwise.figures.harm_hot_spots import HotByHarm
from wardwise.figures.hot_spots import HotSpotsFound
from wardwise.figures.predictions import Prediction
from wardwise.measures.hot_spots.hot_spot_classes import HOT, HotSpotClass


MOST_ROWS = 12


def called(one: HotSpotsFound) -> str:
    """What the offences are called."""
    return small(one.offence) if one.offence else "all recorded crime"


def places_table(
    found: HotSpotsFindings, *groups: HotSpotsFound, name: str, appendix: bool = False
) -> Table:
    """Every place with a class; on paper the first of them."""
    several = len(groups) > 1
    held = [(one, place) for one in groups for place in one.places]
    first = (Column("Offences counted", Align.LEFT),) if several else ()
    harm = found.by_harm if groups == (found.whole,) else None
    weighed = (Column("Severity points"), Column("By harm", Align.LEFT))
    return Table(
        name=name,
        caption=f"Hot spots of {' and of '.join(called(one) for one in groups)} in "
        f"{found.area.name}, {found.period.label}",
        columns=(
            *first,
            Column("Neighbourhood (LSOA)", Align.LEFT),
            Column("Ward", Align.LEFT),
            Column("Class", Align.LEFT),
            Column("Offences"),
            Column("Years hot", quiet=True),
            *(weighed if isinstance(harm, HotByHarm) else ()),
        ),
        rows=tuple(
            (
                *((called(one),) if several else ()),
                place.area.name,
                place.ward,
                str(place.kind),
                whole(place.count),
                whole(place.years_hot),
                *(_harm_cells(harm, place.area) if isinstance(harm, HotByHarm) else ()),
            )
            for one, place in (held if appendix else held[:MOST_ROWS])
        ),
        notes=() if appendix or len(held) <= MOST_ROWS else (say("The workbook has the others."),),
        source=source_line(found.source, found.period),
        appendix=appendix,
    )


def _harm_cells(harm: HotByHarm, area: Area) -> tuple[Cell, ...]:
    return whole(harm.harm[area.code]), "hot" if harm.is_hot[area.code] else "not hot"


def groups_table(found: HotSpotsFindings) -> Table:
    """Where each group's hot spots are, by ward."""
    return Table(
        name="hot-spots-by-group",
        caption=f"Hot spots by offence group, {found.period.label}",
        columns=(
            Column("Offence group", Align.LEFT),
            Column("Hot neighbourhoods by ward", Align.LEFT),
            Column("Offences in them"),
        ),
        rows=tuple(_group_row(one) for one in (found.whole, *found.groups)),
        source=source_line(found.source, found.period),
        emphasis=(0,),
    )


def _group_row(one: HotSpotsFound) -> tuple[Cell, ...]:
    fading = _wards(one, (HotSpotClass.FADING,))
    parts = [_wards(one, HOT), f"fading: {fading}" if fading else ""]
    where = "; ".join(part for part in parts if part) or "none"
    return one.offence or "All recorded crime", where, percent(one.hot_percent)


def _wards(one: HotSpotsFound, kinds: tuple[HotSpotClass, ...]) -> str:
    """``Kilnfield 5, Market and Minster 1, of them new 1``."""
    held = Counter(place.ward for place in one.places if place.kind in kinds)
    new = sum(place.kind is HotSpotClass.NEW for place in one.places if place.kind in kinds)
    named = ", ".join(f"{ward} {n}" for ward, n in held.most_common())
    return f"{named}, of them new {new}" if new else named


def foretold_table(found: HotSpotsFindings) -> Table:
    """Hit rate beside chance and beside the best, for shares of neighbourhoods and groups."""
    rows = (*found.foretold, *found.foretold_groups)
    return Table(
        name="hot-spots-foretold",
        caption=f"Share of offences of {found.period.label} in the neighbourhoods that had most "
        f"in {found.before.label}",
        columns=(
            Column("Offence group", Align.LEFT),
            Column("Chosen"),
            Column("Found"),
            Column("At random", quiet=True),
            Column("At best", quiet=True),
            Column("PAI"),
            Column("PEI"),
        ),
        rows=tuple(_foretold_row(one) for one in rows),
        notes=(
            say(
                "At random: 95 choices of 100. PAI (prediction accuracy index): the share "
                "found over the share of neighbourhoods, 1 by chance. PEI (prediction efficiency "
                "index): the share found over the most that so many could have found, 1 at best."
            ),
        ),
        source=source_line(found.source, found.period),
        groups=(len(found.foretold),) if found.foretold_groups else (),
    )


def _foretold_row(one: Prediction) -> tuple[Cell, ...]:
    return (
        one.offence or "All recorded crime",
        say("{n} (" + str(one.top_percent) + "%)", n=whole(one.places)),
        percent(one.hits),
        between(one.chance, 1, "%"),
        percent(one.best),
        decimal(one.pai),
        decimal(one.pei, 2),
    )
