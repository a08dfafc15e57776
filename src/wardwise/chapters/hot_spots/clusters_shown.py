"""The table of clusters of late, and the map of where they lie."""

from __future__ import annotations

from collections.abc import Mapping

from wardwise.chapters.hot_spots.clusters_words import where
from wardwise.document.blocks import Align, Column, Table
from wardwise.document.initials import capital
from wardwise.document.pictures import AreaValue, Map
from wardwise.document.sources import NAMES, source_line
from wardwise.document.text import say
from wardwise.document.words import decimal, in_words, whole
from wardwise.domain.area import Area
from wardwise.figures.scanned import Scanned


CLASSES = ("in no cluster", "in one", "in more than one")
BREAKS = (0.5, 1.5)


def clusters_table(scans: Scanned, ward_names: Mapping[str, str], *, source: str) -> Table:
    """A line for each cluster, the least likely by chance first."""
    return Table(
        name="clusters-lately",
        caption=f"More offences than the place's own share, in months to {scans.period.last.label}",
        columns=(
            Column("Offences", Align.LEFT),
            Column("Where", Align.LEFT),
            Column("Since", Align.LEFT),
            Column("Recorded"),
            Column("Expected"),
            Column("Times"),
            Column("p", quiet=True),
        ),
        rows=tuple(
            (
                one.offence or "All recorded crime",
                capital(where(one, ward_names)),
                one.since.first.label,
                whole(one.recorded),
                whole(one.expected),
                decimal(one.ratio),
                decimal(one.chance, 3),
            )
            for one in scans.clusters
        ),
        notes=(
            say(
                "p: how often data without a cluster have one as strong anywhere. A cluster is "
                "told if p times the {looks} scans is under 0.05.",
                looks=str(scans.looks),
            ),
        ),
        source=source_line(source, scans.period),
    )


def clusters_map(
    scans: Scanned, lsoas: tuple[Area, ...], ward_names: Mapping[str, str], *, table: Table
) -> Map:
    """Every neighbourhood by whether it lies in a cluster."""
    inside: dict[str, list[str]] = {area.code: [] for area in lsoas}
    for one in scans.clusters:
        since = f"{one.offence or 'all recorded crime'} since {one.since.first.label}"
        for area in one.areas:
            inside[area.code].append(since)
    n = len(scans.clusters)
    number = sum(bool(told) for told in inside.values())
    return Map(
        name="clusters-map",
        title=f"{capital(in_words(number))} of {len(lsoas)} neighbourhoods lie in a cluster of late"
        if number > 1
        else "One neighbourhood is a cluster of late",
        subtitle=f"Neighbourhoods (LSOAs) in the {in_words(n)} cluster{'s' if n > 1 else ''} of "
        "the table",
        source=NAMES.get(table.source, table.source),
        alt=" ".join(
            f"{capital(where(one, ward_names))}: {one.offence or 'all recorded crime'} since "
            f"{one.since.first.label}, {whole(one.recorded).text} where "
            f"{whole(one.expected).text} were expected."
            for one in scans.clusters
        ),
        table=table,
        layer="lsoa",
        areas=tuple(
            AreaValue(
                area.code,
                area.name,
                float(min(len(inside[area.code]), 2)),
                f"{area.name}, {ward_names[area.code]}: "
                + ("; ".join(inside[area.code]) or "in no cluster"),
            )
            for area in lsoas
        ),
        breaks=BREAKS,
        unit="clusters of late",
        classes=CLASSES,
        compact=True,
    )
