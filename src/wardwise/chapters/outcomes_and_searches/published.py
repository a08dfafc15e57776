"""The force's outcomes as the Home Office publishes them: another year, the whole force."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.document.blocks import Align, Column, Paragraph, Table
from wardwise.document.section import Block
from wardwise.document.sources import source_line
from wardwise.document.text import say
from wardwise.document.words import between, decimal, percent, whole
from wardwise.domain.area import Area
from wardwise.domain.evidence import ForceOutcomes, NotHeld
from wardwise.domain.figure import Figure
from wardwise.domain.offences import ALL_RECORDED_CRIME
from wardwise.domain.period import Period
from wardwise.figures.desk import Desk
from wardwise.figures.force_outcomes import (
    force_outcome_count_figure,
    force_outcome_share_figure,
)


CHARGED, NO_SUSPECT = "Charged or summonsed", "No suspect identified"
NOT_PROSECUTED = "Suspect not prosecuted"
ON_PAGE = {
    CHARGED: "Charged, %",
    "Dealt with out of court": "Out of court, %",
    NOT_PROSECUTED: "Suspect, not prosecuted, %",
    NO_SUSPECT: "No suspect, %",
    "Still under investigation": "Still open, %",
}


@dataclass(frozen=True)
class PublishedRow:
    """One published offence group of the force; None is all of them."""

    offence: str | None
    offences: Figure
    shares: dict[str, Figure]


@dataclass(frozen=True)
class Published:
    """All recorded crime first, then by the share charged, highest first."""

    source: str
    force: Area
    period: Period
    rows: tuple[PublishedRow, ...]


def published(desk: Desk) -> Published | None:
    """The latest published year of the force; None where the table is not held."""
    held = desk.evidence.force_outcomes
    if isinstance(held, NotHeld):
        return None
    rows = [_row(desk, held, offence) for offence in held.offences]
    rows.sort(key=lambda row: (-row.shares[CHARGED].number, str(row.offence)))
    return Published(
        source=held.source,
        force=desk.evidence.place.force,
        period=held.period,
        rows=(_row(desk, held, None), *rows),
    )


def _row(desk: Desk, held: ForceOutcomes, offence: str | None) -> PublishedRow:
    period = held.period
    return PublishedRow(
        offence=offence,
        offences=force_outcome_count_figure(desk, held, offence=offence, group=None, period=period),
        shares={
            group: force_outcome_share_figure(
                desk, held, offence=offence, group=group, period=period
            )
            for group in ON_PAGE
        },
    )


def published_blocks(found: Published) -> tuple[Block, ...]:
    """One sentence and the table by offence group."""
    shares = found.rows[0].shares
    return (
        Paragraph(
            say(
                "The Home Office publishes how offences recorded by the whole {force} force ended. "
                "Of those of {year}, {charged} had ended with a charge or summons ({range}); for "
                "{unsolved} no suspect was identified; for {suspect} there was a suspect who was "
                "not prosecuted.",
                force=found.force.name,
                year=found.period.label,
                charged=percent(shares[CHARGED]),
                range=between(shares[CHARGED], 1, "%"),
                unsolved=percent(shares[NO_SUSPECT]),
                suspect=percent(shares[NOT_PROSECUTED]),
            )
        ),
        _table(found),
    )


def _table(found: Published) -> Table:
    return Table(
        name="outcomes-force",
        caption=f"Outcomes of offences recorded by the {found.force.name} force, "
        f"{found.period.label}",
        columns=(
            Column("Offence group", Align.LEFT),
            Column("Offences"),
            *(Column(heading) for heading in ON_PAGE.values()),
        ),
        rows=tuple(
            (
                row.offence or ALL_RECORDED_CRIME,
                whole(row.offences),
                *(decimal(row.shares[group]) for group in ON_PAGE),
            )
            for row in found.rows
        ),
        notes=(
            say(
                "Of the whole force, not of the partnership, and by the Home Office's own offence "
                "groups. The latest offences have had least time to end. Charged holds offences "
                "taken into consideration. Smaller outcomes are left out, so shares do not add to "
                "100."
            ),
        ),
        source=source_line(found.source, found.period),
        emphasis=(0,),
        groups=(1,),
    )
