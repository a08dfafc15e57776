"""The table of a half-page: the three largest groups, and those that stand out."""

from __future__ import annotations

from wardwise.chapters.places.findings import ClosePlace, GroupInPlace, PlacesFindings
from wardwise.chapters.places.reading import above_usual, name_of
from wardwise.document.blocks import Align, Cell, Column, Table
from wardwise.document.phrases import verdict_cell
from wardwise.document.sources import source_line
from wardwise.document.words import between, decimal, signed_percent, whole
from wardwise.domain.figure import Figure


LARGEST, STAND_OUT = 3, 2
SMALL = 20  # a percentage of fewer is not printed


def close_table(found: PlacesFindings, place: ClosePlace) -> Table:
    """Groups of the place beside the whole partnership."""
    largest = place.groups[:LARGEST]
    others = [group for group in above_usual(place.groups) if group not in largest]
    rows = (*largest, *others[:STAND_OUT])
    return Table(
        name=f"{name_of(place.line.area)}-groups",
        caption=f"{place.line.area.name}: the largest groups"
        + (", and those that stand out" if others else ""),
        columns=(
            Column("Offence group", Align.LEFT),
            Column("Offences"),
            Column("Per 1,000 residents"),
            Column(f"Per 1,000 in {found.area.name}", quiet=True),
            Column("Times usual share"),
            Column("99.8% interval", quiet=True),
            Column("On the year before"),
            Column("Verdict", Align.LEFT),
        ),
        rows=tuple(_row(group) for group in rows),
        source=source_line(found.source, found.period),
        groups=(len(largest),) if others else (),
    )


def _row(group: GroupInPlace) -> tuple[Cell, ...]:
    return (
        group.offence,
        whole(group.count),
        decimal(group.rate),
        decimal(group.whole_rate),
        decimal(group.quotient, 2),
        between(group.quotient, 2),
        _percentage(group.change),
        verdict_cell(group.change),
    )


def _percentage(change: Figure) -> Cell:
    """A change in percent, where there was enough before to speak of percent."""
    before = change.comparison.baseline_value if change.comparison else None
    if isinstance(before, int) and before < SMALL:
        return "–"
    return signed_percent(change)
