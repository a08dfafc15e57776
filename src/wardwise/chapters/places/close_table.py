"""The tables of the half-pages: a short one in each, and all their groups in full at the end."""

from __future__ import annotations

from wardwise.chapters.places.findings import ClosePlace, GroupInPlace, PlacesFindings
from wardwise.chapters.places.reading import USUAL_SHARE, above_usual, name_of
from wardwise.document.blocks import Align, Cell, Column, Table
from wardwise.document.phrases import verdict_cell
from wardwise.document.sources import source_line
from wardwise.document.text import say
from wardwise.document.words import between, decimal, signed_percent, whole
from wardwise.domain.figure import Figure


LARGEST, STAND_OUT = 3, 2
SMALL = 20  # a percentage of fewer is not printed


def shown_groups(place: ClosePlace) -> tuple[tuple[GroupInPlace, ...], tuple[GroupInPlace, ...]]:
    """The largest groups of the place, and those besides that stand out."""
    largest = place.groups[:LARGEST]
    others = [group for group in above_usual(place.groups) if group not in largest]
    return largest, tuple(others[:STAND_OUT])


def close_table(found: PlacesFindings, place: ClosePlace) -> Table:
    """The place's groups at a glance; how sure each is stands in the full table."""
    largest, others = shown_groups(place)
    return Table(
        name=f"{name_of(place.line.area)}-groups",
        sheet=f"{place.line.area.name} groups",
        caption="The largest groups" + (", and those that stand out" if others else ""),
        columns=(
            Column("Offence group", Align.LEFT),
            Column("Offences"),
            Column("Per 1,000"),
            Column("Times usual share"),
            Column("On the year before", Align.LEFT),
        ),
        rows=tuple(
            (
                group.offence,
                whole(group.count),
                decimal(group.rate),
                decimal(group.quotient, 2),
                verdict_cell(group.change),
            )
            for group in (*largest, *others)
        ),
        source=source_line(found.source, found.period),
        groups=(len(largest),) if others else (),
    )


def full_table(found: PlacesFindings, places: tuple[ClosePlace, ...]) -> Table:
    """The groups of every half-page beside the whole partnership, with their intervals."""
    rows: list[tuple[Cell, ...]] = []
    starts: list[int] = []
    for place in places:
        starts.append(len(rows))
        rows += [_row(place, group) for part in shown_groups(place) for group in part]
    return Table(
        name="places-close-groups",
        sheet="Places looked at, groups",
        caption="The largest groups of each place looked at, and those that stand out, in full",
        columns=(
            Column("Place", Align.LEFT),
            Column("Offence group", Align.LEFT),
            Column("Offences"),
            Column("Per 1,000 residents"),
            Column(f"Per 1,000 in {found.area.name}", quiet=True),
            Column("Times usual share"),
            Column("99.8% interval", quiet=True),
            Column("On the year before"),
            Column("Verdict", Align.LEFT),
        ),
        rows=tuple(rows),
        notes=(say(USUAL_SHARE, place=found.area.name),),
        source=source_line(found.source, found.period),
        groups=tuple(starts[1:]),
        appendix=True,
        off_paper=True,
    )


def _row(place: ClosePlace, group: GroupInPlace) -> tuple[Cell, ...]:
    return (
        place.line.area.name,
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
