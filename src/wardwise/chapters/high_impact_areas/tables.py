"""The profile as tables: the short one on the page, all of it in the workbook."""

from __future__ import annotations

from collections.abc import Sequence

from wardwise.chapters.high_impact_areas.findings import HighImpactFindings
from wardwise.chapters.high_impact_areas.reading import by_number, verdict
from wardwise.document.blocks import Align, Cell, Column, Table
from wardwise.document.sources import NAMES, source_line
from wardwise.document.text import Text, say
from wardwise.document.words import between, decimal, percent, whole
from wardwise.figures.area_profiles import ProfileLine
from wardwise.figures.high_impact import HighImpact


def profile_table(findings: HighImpactFindings, found: HighImpact) -> Table:
    """Land and people, crime and harm, then every offence group, then what partners hold."""
    first = [found.land, found.residents, found.crime, *([found.harm] if found.harm else [])]
    lines = [*first, *_largest_first(found.offences), *found.partners]
    return Table(
        name="high-impact-profile",
        sheet="High-impact areas",
        caption=f"What the {by_number(found, 'area holds', 'areas hold')} of "
        f"{findings.area.name}'s, {findings.period.label}",
        columns=(
            Column("Of the partnership's", Align.LEFT),
            Column(by_number(found, "In the area", "In the areas")),
            Column("Times share of residents"),
            Column("95% interval", quiet=True),
            Column("Areas drawn at random", quiet=True),
            Column("Test", Align.LEFT),
        ),
        rows=tuple(_row(line, found) for line in lines),
        notes=_notes(findings, lines),
        source=_sources(lines),
        groups=tuple(n for n in (len(first), len(first) + len(found.offences)) if n < len(lines)),
    )


def _row(line: ProfileLine, found: HighImpact) -> tuple[Cell, ...]:
    is_base = line in (found.land, found.residents)
    return (
        line.thing.name,
        percent(line.share),
        "–" if is_base else decimal(line.quotient),
        "–" if is_base else between(line.quotient, 1),
        between(line.beside_chance, 1) if line.beside_chance else "–",
        "–" if is_base else verdict(line),
    )


def _notes(findings: HighImpactFindings, lines: Sequence[ProfileLine]) -> tuple[Text, ...]:
    few = (
        f"[c] is of fewer than {findings.least}, or would give away a number that is: a share of a "
        "total that is known tells the count."
    )
    return (say(few),) if any(line.share.status == "withheld" for line in lines) else ()


def _sources(lines: Sequence[ProfileLine]) -> str:
    named = dict.fromkeys(source for line in lines for source in line.share.sources)
    return "; ".join(NAMES.get(source, source) for source in named)


def _largest_first(lines: Sequence[ProfileLine]) -> list[ProfileLine]:
    return sorted(lines, key=lambda line: (-line.quotient.number, line.thing.name))


def moved_table(findings: HighImpactFindings, found: HighImpact) -> Table:
    """The quotients with the boundary moved in and out."""
    as_it_is = (
        "as it is",
        decimal(found.crime.quotient, 2),
        decimal(found.harm.quotient, 2) if found.harm else "–",
    )
    rows: list[tuple[Cell, ...]] = [
        (
            f"{'out' if metres > 0 else 'in'} by {abs(metres):g} m",
            decimal(crime, 2),
            decimal(harm, 2) if harm else "–",
        )
        for metres, crime, harm in found.moved
    ]
    return Table(
        name="high-impact-moved",
        sheet="High-impact areas moved",
        caption="Times the share of residents, with the boundary moved",
        columns=(Column("Boundary", Align.LEFT), Column("Recorded crime"), Column("Harm")),
        rows=(rows[0], as_it_is, rows[1]),
        source=source_line(findings.source, findings.period),
        appendix=True,
        off_paper=True,
    )


def neighbourhoods_table(findings: HighImpactFindings, found: HighImpact) -> Table:
    """Every LSOA of the areas."""
    named = {code: part.name for part in found.areas.parts for code in part.codes}
    inside = [(lsoa, count) for lsoa, count in findings.neighbourhoods if lsoa.code in named]
    return Table(
        name="high-impact-neighbourhoods",
        sheet="High-impact neighbourhoods",
        caption=f"Neighbourhoods (LSOAs) of the high-impact {by_number(found, 'area', 'areas')}",
        columns=(
            Column("Area", Align.LEFT),
            Column("Neighbourhood (LSOA)", Align.LEFT),
            Column("Code", Align.LEFT, quiet=True),
            Column("Offences"),
        ),
        rows=tuple(
            (named[lsoa.code], lsoa.name, lsoa.code, whole(count))
            for lsoa, count in sorted(inside, key=lambda pair: (named[pair[0].code], pair[0].code))
        ),
        source=source_line(findings.source, findings.period),
        appendix=True,
        off_paper=True,
    )
