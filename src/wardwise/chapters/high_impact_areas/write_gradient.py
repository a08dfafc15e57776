"""The words and the chart on deprivation: how much higher crime is where people have least."""

from __future__ import annotations

from dataclasses import replace

from wardwise.chapters.high_impact_areas.findings import HighImpactFindings
from wardwise.chapters.high_impact_areas.vulnerable_map import vulnerable_map
from wardwise.document.blocks import Align, Column, Note, NoteKind, Paragraph, Table
from wardwise.document.pictures import Bar, Bars, MapBesideChart
from wardwise.document.section import Block
from wardwise.document.sources import NAMES, source_line
from wardwise.document.text import Text, say
from wardwise.document.words import between, decimal
from wardwise.domain.figure import Figure
from wardwise.domain.nothing import NotKnown
from wardwise.figures.deprivation_gradient import Gradient


FIFTHS = ("Least deprived fifth", "Second", "Third", "Fourth", "Most deprived fifth")
WAYS = {1: "is higher", -1: "is lower", 0: "is not clearly different"}
CENTRES = (
    "Shops, stations and the night-time economy often stand in the most deprived neighbourhoods: "
    "what is recorded there befalls visitors as well, and a rate by residents counts these above "
    "the line and not below it."
)
METHOD = (
    "A straight line through all neighbourhoods, in the order of their rank in the English "
    "indices of 2025 and weighted by residents, {moves} by {slope} ({limits}) offences per 1,000 "
    "from one end to the other{unsure}: the slope index of inequality, whose interval has the "
    "neighbourhoods' scatter about the line in it. It is of places, and not of who lives there."
)


def gradient_blocks(findings: HighImpactFindings) -> tuple[Block, ...]:
    """One sentence, one chart."""
    found = findings.gradient
    if isinstance(found, NotKnown):
        return (Note(NoteKind.MISSING, say(f"How crime follows deprivation: {found.reason}.")),)
    return (
        Paragraph(_answer(findings, found), lead=True),
        deprivation_picture(findings, found),
        *((Note(NoteKind.ALTERNATIVE, say(CENTRES)),) if found.side > 0 else ()),
        Note(NoteKind.METHOD, _method(found)),
    )


def _answer(findings: HighImpactFindings, found: Gradient) -> Text:
    return say(
        "Recorded crime in {place} {way} where people are more deprived: {least} offences per "
        "1,000 residents in the least deprived fifth of residents, {most} in the most deprived."
        + (
            " Most of that difference is between the fourth fifth and the last." * _is_a_step(found)
        ),
        place=findings.area.name,
        way=WAYS[found.side],
        least=decimal(found.fifths[0]),
        most=decimal(found.fifths[-1]),
    )


def _is_a_step(found: Gradient) -> bool:
    """Whether the last fifth alone makes most of a rise, beyond what its interval leaves open."""
    least, fourth, most = (found.fifths[n] for n in (0, 3, 4))
    if found.side <= 0 or not fourth.interval or not most.interval:
        return False
    apart = fourth.interval.upper < most.interval.lower
    return apart and most.number - fourth.number > (most.number - least.number) / 2


def _method(found: Gradient) -> Text:
    """The slope through all neighbourhoods: no place is at either of its ends."""
    return say(
        METHOD,
        moves="rises" if found.side > 0 else "changes",
        slope=decimal(found.slope),
        limits=between(found.slope, 1),
        unsure="" if found.side else ", which may be nothing",
    )


def deprivation_picture(findings: HighImpactFindings, found: Gradient) -> Bars | MapBesideChart:
    """The rates by fifth, beside the map of vulnerable places where there is one."""
    chart, vulnerable = _chart(findings, found), findings.vulnerable
    if isinstance(vulnerable, NotKnown):
        return chart
    where = vulnerable_map(findings, vulnerable)
    return MapBesideChart(
        name="deprivation-and-vulnerable",
        title=f"{_title(found)}; {where.title[:1].lower()}{where.title[1:]}",
        subtitle=f"Vulnerable localities index by neighbourhood (LSOA), 100 = average; beside, "
        "recorded offences per 1,000 residents by fifth of residents, by how deprived their "
        f"neighbourhood is, with 95% intervals; {findings.period.label}",
        source=chart.source,
        alt=f"{where.alt} {chart.alt}",
        table=where.table,
        where=replace(where, title="", subtitle="", source="", alt="", table=None, compact=False),
        months=replace(chart, title="", subtitle="", source="", alt="", table=None),
    )


def _chart(findings: HighImpactFindings, found: Gradient) -> Bars:
    return Bars(
        name="deprivation-gradient",
        title=_title(found),
        subtitle="Recorded offences per 1,000 residents by fifth of residents, in the order of how "
        f"deprived their neighbourhood is; {findings.period.label}; 95% intervals",
        source=NAMES.get(findings.source, findings.source),
        alt=_alt(found),
        table=_table(findings, found),
        bars=tuple(
            Bar(
                name,
                rate.number,
                rate.interval.lower if rate.interval else None,
                rate.interval.upper if rate.interval else None,
            )
            for name, rate in _named(found)
        ),
        unit="offences per 1,000 residents",
        dots=True,
    )


def _named(found: Gradient) -> list[tuple[str, Figure]]:
    return list(zip(FIFTHS, found.fifths, strict=False))


def _title(found: Gradient) -> str:
    return f"Recorded crime {WAYS[found.side]} where people are more deprived"


def _alt(found: Gradient) -> str:
    first, last = found.fifths[0], found.fifths[-1]
    return (
        f"{_title(found)}: {decimal(first).text} offences per 1,000 residents in the least "
        f"deprived fifth, {decimal(last).text} in the most deprived."
    )


def _table(findings: HighImpactFindings, found: Gradient) -> Table:
    return Table(
        name="deprivation-gradient-table",
        sheet="Deprivation and crime",
        caption="Recorded offences per 1,000 residents by fifth of residents",
        columns=(
            Column("Residents, by how deprived their neighbourhood is", Align.LEFT),
            Column("Per 1,000"),
            Column("95% interval", quiet=True),
        ),
        rows=tuple((name, decimal(rate), between(rate, 1)) for name, rate in _named(found)),
        source=source_line(findings.source, findings.period),
        appendix=True,
        off_paper=True,
    )
