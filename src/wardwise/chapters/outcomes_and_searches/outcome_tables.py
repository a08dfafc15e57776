"""Tables of outcomes: all crime by group, the main groups by offence, and every group."""

from __future__ import annotations

from wardwise.chapters.outcomes_and_searches.findings import OutcomeRow, OutcomesFound
from wardwise.document.blocks import Align, Cell, Column, Table
from wardwise.document.sources import source_line
from wardwise.document.text import say
from wardwise.document.words import between, decimal, whole
from wardwise.domain.area import Area
from wardwise.domain.offences import ALL_RECORDED_CRIME


# Columns of the page: the outcome group, and its shorter heading
ON_PAGE = {
    "Dealt with out of court": "Out of court, %",
    "Suspect not prosecuted": "Suspect, not prosecuted, %",
    "No suspect identified": "No suspect, %",
    "Still under investigation": "Still open, %",
}


def group_table(found: OutcomesFound, area: Area, force: Area) -> Table:
    """All recorded crime by outcome group, beside the force area."""
    row = found.whole
    return Table(
        name="outcome-groups",
        caption=f"Last outcome of offences recorded in {area.name}, {found.period.label}",
        columns=(
            Column("Outcome", Align.LEFT),
            Column("Offences"),
            Column("Share, %"),
            Column("95% interval", quiet=True),
            Column(f"{force.name} force area, %"),
        ),
        rows=tuple(
            (name, whole(count), decimal(share), between(share, 1, "%"), decimal(beside))
            for name, count, share, beside in zip(
                found.groups, row.counts, row.shares, found.force, strict=True
            )
        ),
        source=source_line(found.source, found.period),
        groups=(len(found.groups) - 2,),
        appendix=True,
    )


def offence_table(found: OutcomesFound, area: Area, force: Area) -> Table:
    """The main outcomes by offence, the share charged highest first."""
    return Table(
        name="outcomes",
        caption=f"Outcomes of offences recorded in {area.name} by group, {found.period.label}",
        columns=(
            Column("Offence group", Align.LEFT),
            Column("Offences"),
            Column("Charged, %"),
            Column("95% interval", quiet=True),
            Column(f"Charged, {force.name} force area, %"),
            *(Column(ON_PAGE[name]) for name in _held(found)),
            Column("Not known, %"),
        ),
        rows=tuple(_offence_row(found, row) for row in found.rows),
        notes=(
            say(
                "Charged holds summonses, and cases that reached a court whatever it decided. Not "
                "known holds offences whose outcome is published as unavailable and those with "
                "none. Smaller groups of outcomes are in the workbook, so shares do not add to 100."
            ),
        ),
        source=source_line(found.source, found.period),
        emphasis=(0,),
        groups=(1,),
    )


def _held(found: OutcomesFound) -> list[str]:
    """Groups of the page that any offence has: one that is nought throughout tells nothing."""
    shares = dict(zip(found.groups, found.whole.shares, strict=True))
    return [
        name
        for name in ON_PAGE
        if name in shares and (shares[name].status != "known" or shares[name].number > 0)
    ]


def _offence_row(found: OutcomesFound, row: OutcomeRow) -> tuple[Cell, ...]:
    shares = dict(zip(found.groups, row.shares, strict=True))
    return (
        row.offence or ALL_RECORDED_CRIME,
        whole(row.offences),
        decimal(row.charged),
        between(row.charged, 1),
        decimal(row.force_charged),
        *(decimal(shares[name]) for name in _held(found)),
        decimal(row.missing),
    )


def every_outcome_table(found: OutcomesFound, area: Area) -> Table:
    """Counts of every outcome group by offence: for the workbook and the screen."""
    return Table(
        name="outcomes-counts",
        caption=f"Offences recorded in {area.name} by last outcome, {found.period.label}",
        columns=(
            Column("Offence group", Align.LEFT),
            Column("Offences"),
            *(Column(name) for name in found.groups),
        ),
        rows=tuple(
            (
                row.offence or ALL_RECORDED_CRIME,
                whole(row.offences),
                *(whole(count) for count in row.counts),
            )
            for row in found.rows
        ),
        source=source_line(found.source, found.period),
        emphasis=(0,),
        groups=(1,),
        appendix=True,
    )
