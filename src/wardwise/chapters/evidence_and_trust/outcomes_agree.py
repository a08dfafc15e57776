"""The outcomes of the records against those that the Home Office published for the force."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.document.blocks import Align, Column, Note, NoteKind, Paragraph, Table
from wardwise.document.section import Block, Section
from wardwise.document.sources import NAMES, source_line
from wardwise.document.text import say
from wardwise.document.words import decimal, percent
from wardwise.domain.area import Area
from wardwise.domain.evidence import ForceOutcomes, NotHeld, Outcomes
from wardwise.domain.figure import Figure
from wardwise.domain.period import Period
from wardwise.figures.desk import Desk
from wardwise.figures.force_outcomes import force_outcome_share_figure, quarters_in_common
from wardwise.figures.outcome_shares import OutcomeAsked, outcome_share_figure


@dataclass(frozen=True)
class OutcomesAgree:
    """Share of each outcome group in the force area: of the records, and as published."""

    force: Area
    source: str
    held_to: Period
    published_of: Period
    period: Period | None  # quarters that both hold
    rows: tuple[tuple[str, Figure, Figure], ...]


def outcomes_agree(desk: Desk) -> OutcomesAgree | None:
    """Both sources beside one another; None where one of them is not held."""
    held, published = desk.evidence.outcomes, desk.evidence.force_outcomes
    if isinstance(held, NotHeld) or isinstance(published, NotHeld):
        return None
    period = quarters_in_common(desk, published, held)
    return OutcomesAgree(
        force=desk.evidence.place.force,
        source=held.source,
        held_to=Period(held.months[0], held.months[-1]),
        published_of=published.period,
        period=period,
        rows=_rows(desk, held, published, period) if period else (),
    )


def _rows(
    desk: Desk, held: Outcomes, published: ForceOutcomes, period: Period
) -> tuple[tuple[str, Figure, Figure], ...]:
    force = desk.evidence.place.force
    return tuple(
        (
            group,
            outcome_share_figure(desk, held, OutcomeAsked(force, period, None, group)),
            force_outcome_share_figure(desk, published, offence=None, group=group, period=period),
        )
        for group in published.groups
        if group in held.groups
    )


def agree_sections(found: OutcomesAgree | None) -> tuple[Section, ...]:
    """A section only where both sources are held."""
    if found is None:
        return ()
    return (Section("Outcomes against the Home Office", "evidence-outcomes", _blocks(found)),)


def _blocks(found: OutcomesAgree) -> tuple[Block, ...]:
    if found.period is None:
        return (
            Note(
                NoteKind.MISSING,
                say(
                    "Not checked: the records run to {last} and the published outcomes are of "
                    "offences recorded from {published}, so that there is no quarter whose "
                    "offences are in both and old enough.",
                    last=found.held_to.last.label,
                    published=found.published_of.label,
                ),
            ),
        )
    (group, ours, theirs), *_ = sorted(found.rows, key=_apart, reverse=True)
    return (
        Paragraph(
            say(
                "Of offences recorded by the {force} force in {period}, the two sources differ "
                "most in '{group}': {ours} of the records and {theirs} as the Home Office has it.",
                force=found.force.name,
                period=found.period.label,
                group=group.lower(),
                ours=percent(ours),
                theirs=percent(theirs),
            ),
            lead=True,
        ),
        _table(found, found.period),
    )


def _apart(row: tuple[str, Figure, Figure]) -> float:
    known = row[1].status == row[2].status == "known"
    return abs(row[1].number - row[2].number) if known else -1.0


def _table(found: OutcomesAgree, period: Period) -> Table:
    return Table(
        name="outcomes-agree",
        caption=f"Outcomes of offences recorded in the {found.force.name} force area, "
        f"{period.label}",
        columns=(
            Column("Outcome", Align.LEFT),
            Column("Records, %"),
            Column("Home Office, %"),
        ),
        rows=tuple((group, decimal(ours), decimal(theirs)) for group, ours, theirs in found.rows),
        notes=(
            say(
                "Records are those with a neighbourhood. The two were taken from the force's "
                "system on different days, so that outcomes given in between are in one only."
            ),
        ),
        source=f"{source_line(found.source, period)}; {NAMES['home_office_outcomes']}",
    )
