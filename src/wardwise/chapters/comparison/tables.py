"""The chapter's tables: every headline offence, its change, and the force's districts."""

from __future__ import annotations

from collections.abc import Sequence

from wardwise.chapters.comparison.findings import (
    ComparisonFindings,
    DistrictRow,
    Peer,
    Published,
    Recorded,
    Standing,
)
from wardwise.chapters.comparison.places import place_cell
from wardwise.document.blocks import Align, Cell, Column, Table
from wardwise.document.phrases import limits, verdict_cell, verdict_of
from wardwise.document.sources import source_line
from wardwise.document.text import Number, Text, say
from wardwise.document.words import between, decimal, signed_percent, whole
from wardwise.domain.figure import Figure
from wardwise.domain.offences import ALL_RECORDED_CRIME
from wardwise.domain.verdict import Verdict


MOVED = (Verdict.ROSE, Verdict.FELL)
ON_PAGE = 25  # rows of a table that paper can carry
SMALL_BASE = "[u]"
PARTS = say(
    "Under each rule the first row is a group of offences and the rows below it are parts of it; "
    "the two kinds of burglary are parts of burglary."
)


def name_of(one: Standing) -> str:
    """The published name; rates by households say so."""
    name = one.offence or ALL_RECORDED_CRIME
    return f"{name}, per 1,000 households" if one.households else name


def offence_table(found: ComparisonFindings, published: Published) -> Table:
    """Our rate, each comparator's and both ranks, in the published order."""
    return Table(
        name="comparison-offences",
        caption=f"Offences per 1,000 residents in {found.area.name} and beside whom it is "
        f"compared, {published.period.label}",
        columns=(
            Column("Offence", Align.LEFT),
            Column(found.area.name),
            Column("95% interval", quiet=True),
            Column("Most similar, middle"),
            Column(f"{found.force.name} force area"),
            Column("England and Wales"),
            Column("Place among similar"),
            Column("Place in the force"),
        ),
        rows=tuple(_offence_row(one) for one in published.standings),
        notes=(
            say(
                "Places run from the highest rate, 1st; in brackets, the places that the data "
                "allow. A rate is beyond chance above or below the middle where all of these are "
                "on one side. Rates use the publisher's own numbers of residents and households."
            ),
            PARTS,
            *(Text((note,)) for note in published.notes),
        ),
        source=source_line("ons_csp_tables", published.period),
        emphasis=(0,),
        groups=_groups(published.standings),
    )


def _offence_row(one: Standing) -> tuple[Cell, ...]:
    return (
        name_of(one),
        decimal(one.ours, 2),
        between(one.ours, 2),
        decimal(one.similar, 2),
        decimal(one.force, 2),
        decimal(one.country, 2),
        place_cell(one.among_similar),
        place_cell(one.in_force),
    )


def _groups(standings: Sequence[Standing]) -> tuple[int, ...]:
    return tuple(n for n, one in enumerate(standings) if n and not one.part)


def change_table(found: ComparisonFindings, published: Published) -> Table:
    """Groups of offences, and the parts of them that moved here: ours beside two others'."""
    rows = [
        one
        for one in published.standings
        if not one.households and (not one.part or verdict_of(one.changes.ours) in MOVED)
    ]
    return Table(
        name="comparison-changes",
        caption=f"Change on the year before, groups and parts that moved, {published.period.label}",
        columns=(Column("Offence", Align.LEFT), *_change_columns(found)),
        rows=tuple((name_of(one), *_change_cells(one)) for one in rows),
        notes=_change_notes(rows),
        source=source_line("ons_csp_tables", published.period),
        emphasis=(0,),
        groups=_groups(rows),
    )


def every_offence_table(found: ComparisonFindings, published: Published) -> Table:
    """Every headline offence, drawn or not: where it stands and how it changed."""
    rows = [one for one in published.standings if not one.households]
    return Table(
        name="comparison-above-table",
        caption=f"Every headline offence in {found.area.name}: against the middle of the most "
        f"similar partnerships, and on the year before, {published.period.label}",
        columns=(
            Column("Offence", Align.LEFT),
            Column(f"Offences, {found.area.name}"),
            Column("Above or below the middle, percent"),
            Column("95% interval of that", quiet=True),
            Column("Place among similar"),
            *_change_columns(found),
        ),
        rows=tuple(
            (
                name_of(one),
                whole(one.count),
                signed_percent(one.above),
                limits(one.above),
                place_cell(one.among_similar),
                *_change_cells(one),
            )
            for one in rows
        ),
        notes=(PARTS, *_change_notes(rows)),
        source=source_line("ons_csp_tables", published.period),
        emphasis=(0,),
        groups=_groups(rows),
        appendix=True,
    )


def _change_columns(found: ComparisonFindings) -> tuple[Column, ...]:
    return (
        Column(found.area.name),
        Column("95% interval", quiet=True),
        Column("Verdict", Align.LEFT),
        Column("Force area", Align.LEFT),
        Column("England and Wales", Align.LEFT),
    )


def _change_cells(one: Standing) -> tuple[Cell, ...]:
    changes = one.changes
    ours = changes.ours
    return (
        Number(SMALL_BASE, ours) if changes.is_small else signed_percent(ours),
        "–" if changes.is_small else limits(ours),
        verdict_cell(ours),
        _with_verdict(changes.force),
        _with_verdict(changes.country),
    )


def _change_notes(rows: list[Standing]) -> tuple[Text, ...]:
    return (_small_base(),) if any(one.changes.is_small for one in rows) else ()


def _small_base() -> Text:
    return say(
        "[u]: the publisher gives no percentage, because so few were recorded the year before. "
        "The verdict is of the two counts."
    )


def _with_verdict(change: Figure) -> Text:
    return Text((signed_percent(change), f" {verdict_cell(change)}"))


def peer_table(peers: tuple[Peer, ...], *, name: str, caption: str, source: str) -> Table:
    """The same numbers as a picture of partnerships."""
    return Table(
        name=name,
        caption=caption,
        columns=(
            Column("Partnership", Align.LEFT),
            Column("Offences per 1,000 residents"),
            Column("95% interval", quiet=True),
            Column("Change on the year before"),
            Column("95% interval of the change", quiet=True),
            Column("Verdict", Align.LEFT),
        ),
        rows=tuple(
            (
                one.area.name,
                decimal(one.rate),
                between(one.rate, 1),
                signed_percent(one.change),
                limits(one.change),
                verdict_cell(one.change),
            )
            for one in peers
        ),
        source=source,
        emphasis=tuple(n for n, one in enumerate(peers) if one.ours),
        appendix=True,
    )


def district_table(found: ComparisonFindings, recorded: Recorded) -> Table:
    """Districts of the force in the recorded-crime source, the force area last."""
    rows = (*recorded.districts, *((recorded.force,) if recorded.force else ()))
    return Table(
        name="comparison-districts",
        caption=f"All recorded crime in the districts of {found.force.name}, "
        f"{recorded.period.label}",
        columns=(
            Column("District", Align.LEFT),
            Column("Offences"),
            Column("Per 1,000 residents"),
            Column("95% interval", quiet=True),
            Column("On the year before"),
            Column("95% interval of the change", quiet=True),
            Column("Verdict", Align.LEFT),
        ),
        rows=tuple(_district_row(row, found) for row in rows),
        source=source_line(recorded.source, recorded.period),
        emphasis=tuple(n for n, row in enumerate(rows) if row.ours),
        groups=(len(recorded.districts),) if recorded.force else (),
        appendix=len(rows) > ON_PAGE,
    )


def _district_row(row: DistrictRow, found: ComparisonFindings) -> tuple[Cell, ...]:
    is_force = row.area.code == found.force.code
    return (
        f"{row.area.name} force area" if is_force else row.area.name,
        whole(row.count),
        decimal(row.rate),
        between(row.rate, 1),
        signed_percent(row.change),
        limits(row.change),
        verdict_cell(row.change),
    )
