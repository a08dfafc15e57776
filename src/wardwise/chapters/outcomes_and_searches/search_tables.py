"""Tables and picture of stop and search by self-defined ethnicity."""

from __future__ import annotations

from wardwise.chapters.outcomes_and_searches.findings import SearchesFound, SearchRow
from wardwise.chapters.outcomes_and_searches.key_findings import furthest_above
from wardwise.chapters.outcomes_and_searches.people import people_of
from wardwise.document.bars import bar_of
from wardwise.document.blocks import Align, Cell, Column, Table
from wardwise.document.pictures import Bars
from wardwise.document.sources import NAMES, searches_line
from wardwise.document.text import say
from wardwise.document.words import NOT_APPLICABLE, between, decimal, whole
from wardwise.domain.area import Area
from wardwise.domain.figure import Figure


def rate_table(found: SearchesFound, area: Area, force: Area) -> Table:
    """Searches against residents, and so many times the White rate."""
    return Table(
        name="searches",
        caption=f"Searches of people in {area.name} by self-defined ethnicity, "
        f"{found.period.label}",
        columns=(
            Column("Ethnic group", Align.LEFT),
            Column("Residents, 2021"),
            Column("Searches"),
            Column("Per 1,000 residents"),
            Column("Times the White rate"),
            Column("95% interval of that", quiet=True),
            Column(f"Same, {force.name} force area"),
            Column("Led to action, %"),
            Column("95% interval", quiet=True),
        ),
        rows=tuple(_rate_row(row) for row in found.rows),
        notes=(
            say(
                "Searches of vehicles alone are left out. A ratio of 1 is the rate of White "
                "residents. A search led to action if its outcome was other than no further action."
            ),
        ),
        source=f"{searches_line(found.source, found.period)}; {NAMES['census_2021']}",
        groups=(1, len(found.rows) - 1),
    )


def _rate_row(row: SearchRow) -> tuple[Cell, ...]:
    return (
        row.group,
        whole(row.residents) if row.residents else NOT_APPLICABLE,
        whole(row.searches),
        decimal(row.rate) if row.rate else NOT_APPLICABLE,
        decimal(row.ratio, 2) if row.ratio else NOT_APPLICABLE,
        between(row.ratio, 2) if row.ratio else NOT_APPLICABLE,
        decimal(row.force_ratio, 2) if row.force_ratio else NOT_APPLICABLE,
        decimal(row.finds),
        between(row.finds, 1),
    )


def rate_picture(found: SearchesFound, area: Area, force: Area) -> Bars:
    """Searches for every 1,000 residents by group, the highest first."""
    rows = [row for row in found.rows if row.rate]
    rows.sort(key=lambda row: -_number(row.rate))
    white = found.rows[0].rate
    marked = white is not None and white.status == "known"
    return Bars(
        name="search-rates",
        title=_title(found, area),
        subtitle="Searches of people for every 1,000 residents of the same group, with 95% "
        f"intervals; {area.name}, {found.period.label}",
        source=f"{searches_line(found.source, found.period)}; {NAMES['census_2021']}",
        alt=" ".join(
            f"{row.group}: {decimal(row.rate).text} ({between(row.rate, 1)})."
            for row in rows
            if row.rate
        ),
        table=_numbers_table(found, area, force),
        bars=tuple(bar_of(row.group, row.rate, ours=True) for row in rows),
        unit="searches per 1,000 residents of the group",
        dots=True,
        reference=(_number(white), "White residents") if marked else None,
    )


def _title(found: SearchesFound, area: Area) -> str:
    row = furthest_above(found.rows)
    if row is None or row.ratio is None:
        return f"No group was searched in {area.name} clearly more often than White people"
    return (
        f"By residents, {people_of(row.group)} were searched {decimal(row.ratio).text} times as "
        "often as White people, where ethnicity was stated"
    )


def _numbers_table(found: SearchesFound, area: Area, force: Area) -> Table:
    return Table(
        name="search-numbers",
        caption=f"Rates of search and what it led to in {area.name}, {found.period.label}",
        columns=(
            Column("Ethnic group", Align.LEFT),
            Column("Per 1,000 residents"),
            Column("95% interval", quiet=True),
            Column("Searches with a recorded outcome"),
            Column("Led to action, %"),
            Column("95% interval of that", quiet=True),
            Column(f"Led to action, {force.name} force area, %"),
        ),
        rows=tuple(
            (
                row.group,
                decimal(row.rate) if row.rate else NOT_APPLICABLE,
                between(row.rate, 1) if row.rate else NOT_APPLICABLE,
                whole(row.results),
                decimal(row.finds),
                between(row.finds, 1),
                decimal(row.force_finds),
            )
            for row in found.rows
        ),
        source=searches_line(found.source, found.period),
        appendix=True,
    )


def _number(figure: Figure | None) -> float:
    return figure.number if figure and figure.status == "known" else -1.0
