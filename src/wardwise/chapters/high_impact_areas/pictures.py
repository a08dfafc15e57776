"""The areas on the map, and beside it what they hold for their people."""

from __future__ import annotations

from wardwise.chapters.high_impact_areas.findings import HighImpactFindings
from wardwise.chapters.high_impact_areas.reading import areas_in_words, by_number, in_a_sentence
from wardwise.chapters.high_impact_areas.tables import neighbourhoods_table
from wardwise.document.pictures import AreaValue, Bar, Bars, Map, MapBesideChart
from wardwise.document.sources import NAMES
from wardwise.document.words import decimal, percent, rounded, whole
from wardwise.domain.figure import Figure
from wardwise.figures.area_profiles import ProfileLine
from wardwise.figures.classes import round_breaks
from wardwise.figures.high_impact import HighImpact


SHOWN = 14
"""Lines that the chart has room for."""


def areas_picture(findings: HighImpactFindings, found: HighImpact) -> MapBesideChart:
    """Map beside quotients with their intervals."""
    return MapBesideChart(
        name="high-impact",
        title=_title(found),
        subtitle="Recorded offences by neighbourhood (LSOA), the "
        f"{by_number(found, 'area', 'areas')} outlined; beside, share of each thing "
        f"over share of residents; {findings.period.label}",
        source=NAMES.get(findings.source, findings.source),
        alt=_alt(findings, found),
        table=neighbourhoods_table(findings, found),
        where=_map(findings, found),
        months=_chart(found),
    )


def _title(found: HighImpact) -> str:
    share, people = percent(found.crime.share, 0).text, percent(found.residents.share, 0).text
    return f"{share} of recorded crime was where {people} of residents live"


def _alt(findings: HighImpactFindings, found: HighImpact) -> str:
    lines = [line for line in _drawn(found) if line.quotient.status == "known"]
    most, least = lines[0], lines[-1]
    their = by_number(found, "its", "their")
    return (
        f"{areas_in_words(found)}, outlined on a map of {findings.area.name}. {their.capitalize()} "
        f"share of {in_a_sentence(most.thing.name)} is {decimal(most.quotient).text} times {their} "
        f"share of residents, of {in_a_sentence(least.thing.name)} "
        f"{decimal(least.quotient).text} times."
    )


def _map(findings: HighImpactFindings, found: HighImpact) -> Map:
    return Map(
        name="high-impact-map",
        title="",
        subtitle="",
        source="",
        alt="",
        table=None,
        layer="lsoa",
        areas=tuple(
            AreaValue(
                lsoa.code, lsoa.name, _number(count), f"{lsoa.name}: {whole(count).text} offences"
            )
            for lsoa, count in findings.neighbourhoods
        ),
        breaks=round_breaks(_number(count) for _, count in findings.neighbourhoods),
        unit="offences",
        outlined=found.areas.codes,
    )


def _number(figure: Figure) -> float | None:
    return figure.number if figure.status == "known" else None


def _drawn(found: HighImpact) -> list[ProfileLine]:
    """Crime, harm and the lines with the highest quotients, the highest first."""
    known = [line for line in found.tested if line.quotient.status == "known"]
    wanted = [line for line in known if line in (found.crime, found.harm)]
    others = sorted(
        (line for line in known if line not in wanted), key=lambda line: -line.quotient.number
    )
    shown = [*wanted, *others[: SHOWN - len(wanted)]]
    return sorted(shown, key=lambda line: -line.quotient.number)


def _chart(found: HighImpact) -> Bars:
    return Bars(
        name="high-impact-quotients",
        title="",
        subtitle="",
        source="",
        alt="",
        table=None,
        bars=tuple(
            Bar(
                line.thing.name,
                line.quotient.number,
                line.quotient.interval.lower if line.quotient.interval else None,
                line.quotient.interval.upper if line.quotient.interval else None,
                ours=line in (found.crime, found.harm),
            )
            for line in _drawn(found)
        ),
        unit="times the share of residents",
        dots=True,
        reference=(1.0, f"their share, {rounded(1, 0)}"),
        places=1,
    )
