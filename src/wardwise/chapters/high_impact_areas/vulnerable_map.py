"""The map of the vulnerable localities index, and the index of every neighbourhood."""

from __future__ import annotations

from wardwise.chapters.high_impact_areas.findings import HighImpactFindings
from wardwise.document.blocks import Align, Column, Table
from wardwise.document.initials import capital
from wardwise.document.pictures import AreaValue, Map
from wardwise.document.sources import NAMES, source_line
from wardwise.document.words import decimal, in_words, rounded, whole
from wardwise.figures.vulnerability import Vulnerability


BREAKS = (50.0, 100.0, 150.0)


def vulnerable_map(findings: HighImpactFindings, found: Vulnerability) -> Map:
    """Every LSOA by its index."""
    high = len(found.above)
    above = f"a vulnerability index above {rounded(found.threshold, 0)}"
    title = f"{capital(in_words(high))} neighbourhoods have {above}"
    if high < 2:
        title = f"{'One' if high else 'No'} neighbourhood has {above}"
    first = max(found.places, key=lambda one: one[1].number)
    last = min(found.places, key=lambda one: one[1].number)
    return Map(
        name="vulnerable-map",
        title=title,
        subtitle="Vulnerable localities index by neighbourhood (LSOA), 100 being the partnership's "
        f"average; {findings.period.label}",
        source=NAMES.get(findings.source, findings.source),
        alt=f"{title}. The index runs from {whole(last[1]).text} in {last[0].name} to "
        f"{whole(first[1]).text} in {first[0].name}.",
        table=_index_table(findings, found),
        layer="lsoa",
        areas=tuple(
            AreaValue(area.code, area.name, figure.number, f"{area.name}: {whole(figure).text}")
            for area, figure in found.places
        ),
        breaks=tuple(sorted({*BREAKS, found.threshold})),
        unit="index, 100 = average",
        compact=True,
    )


def _index_table(findings: HighImpactFindings, found: Vulnerability) -> Table:
    return Table(
        name="vulnerable-index",
        sheet="Vulnerable localities",
        caption="Vulnerable localities index by neighbourhood, the highest first",
        columns=(
            Column("Neighbourhood (LSOA)", Align.LEFT),
            Column("Code", Align.LEFT, quiet=True),
            Column("Index"),
        ),
        rows=tuple(
            (area.name, area.code, decimal(figure, 0))
            for area, figure in sorted(found.places, key=lambda one: -one[1].number)
        ),
        source=source_line(findings.source, findings.period),
        appendix=True,
        off_paper=True,
    )
