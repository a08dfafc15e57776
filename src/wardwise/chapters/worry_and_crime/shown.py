"""The four-way map, and the table of wards."""

from __future__ import annotations

from dataclasses import replace

from wardwise.chapters.worry_and_crime.findings import WorryFindings
from wardwise.chapters.worry_and_crime.words import called
from wardwise.document.blocks import Align, Column, Table
from wardwise.document.initials import capital
from wardwise.document.pictures import AreaValue, Map
from wardwise.document.sources import source_line
from wardwise.document.text import say
from wardwise.document.words import between, decimal, percent, some_of, whole
from wardwise.figures.survey import SOURCE
from wardwise.figures.worry import WardWorry, WorryFound
from wardwise.measures.worry.four_ways import FourWay


WAYS = (FourWay.CRIME, FourWay.NEITHER, FourWay.WORRY, FourWay.BOTH)
"""From most crime for its worry to most worry."""
BREAKS = (0.5, 1.5, 2.5)


def every_ward_table(findings: WorryFindings, found: WorryFound) -> Table:
    """Every ward with enough replies, the most worried first."""
    caption = f"Who feels unsafe, and recorded {called(found)}, by ward of {findings.area.name}"
    told = replace(_table(findings, found, found.wards), name="worry-by-ward", caption=caption)
    return replace(told, sheet="Worry and crime", appendix=True, off_paper=True)


def parted_table(findings: WorryFindings, found: WorryFound) -> Table | None:
    """Wards that are clearly one of the four, else those where the two part; None without any.

    Every ward, clear or not, is in the table of the map.
    """
    same = (FourWay.BOTH, FourWay.NEITHER)
    clear = [one for one in found.wards if one.parted.is_clear]
    shown = clear or [one for one in found.wards if one.parted.way not in same]
    return _table(findings, found, tuple(shown)) if shown else None


def _table(findings: WorryFindings, found: WorryFound, wards: tuple[WardWorry, ...]) -> Table:
    return Table(
        name="worry-parted",
        caption="Wards that are clearly of one of the four kinds"
        if all(one.parted.is_clear for one in wards)
        else "Wards where worry and crime seem to part, none of them clearly",
        columns=(
            Column("Ward", Align.LEFT),
            Column("Replies"),
            Column("Feel unsafe"),
            Column("99.8% interval", quiet=True),
            Column("Per 1,000"),
            Column("99.8% interval", quiet=True),
            Column("Beside the whole", Align.LEFT),
        ),
        rows=tuple(
            (
                one.ward.name,
                whole(one.replies),
                percent(one.worry, 0),
                between(one.worry),
                decimal(one.crime),
                between(one.crime, 1),
                f"{one.parted.way}{' (clear)' if one.parted.is_clear else ''}",
            )
            for one in wards
        ),
        notes=(
            say(
                "Offences per 1,000 residents. Clear: both intervals leave out the whole's figure."
            ),
        ),
        source=f"{source_line(findings.source, found.period)}; {source_line(SOURCE, found.asked)}",
    )


def four_way_map(findings: WorryFindings, found: WorryFound, *, table: Table) -> Map:
    """Every ward by which of the four it is; those with too few replies have no class."""
    by_code = {one.ward.code: one for one in found.wards}
    wards = [*(one.ward for one in found.wards), *found.left_out]
    clear = [one for way in (FourWay.CRIME, FourWay.WORRY) for one in found.of(way, clear=True)]
    return Map(
        name="worry-map",
        title=f"In {some_of(len(clear), len(found.wards))} wards worry and crime clearly part",
        subtitle=f"Share who feel unsafe, {found.asked.label}, and {called(found)} per 1,000 "
        f"residents, {found.period.label}, each against {findings.area.name} as a whole",
        source=table.source,
        alt=" ".join(
            f"{capital(way)}: {', '.join(names) or 'no ward'}."
            for way in WAYS
            for names in [[one.ward.name for one in found.of(way)]]
        ),
        table=table,
        layer="ward",
        areas=tuple(_value(ward.code, ward.name, by_code.get(ward.code)) for ward in wards),
        breaks=BREAKS,
        unit="crime and worry",
        classes=tuple(str(way) for way in WAYS),
        below=1,
        compact=True,
    )


def _value(code: str, name: str, one: WardWorry | None) -> AreaValue:
    if one is None:
        return AreaValue(code, name, None, f"{name}: fewer than 30 replies")
    tells = (
        f"{name}: {one.parted.way}; {percent(one.worry, 0).text} feel unsafe "
        f"({between(one.worry)}), {decimal(one.crime).text} offences per 1,000"
    )
    return AreaValue(code, name, float(WAYS.index(one.parted.way)), tells)
