"""Tables of groups: harm, weights, change."""

from __future__ import annotations

from wardwise.chapters.harm.findings import GroupHarm, HarmFindings
from wardwise.document.blocks import Align, Cell, Column, Table
from wardwise.document.phrases import limits, verdict_cell
from wardwise.document.sources import NAMES, source_line
from wardwise.document.text import say
from wardwise.document.words import between, decimal, signed_percent, whole
from wardwise.domain.figure import Figure
from wardwise.domain.offences import ALL_RECORDED_CRIME


def group_table(found: HarmFindings) -> Table:
    """How many, what they weigh, and each group's part by two indices."""
    return Table(
        name="harm-groups",
        caption=f"Offences and harm by group in {found.area.name}, {found.period.label}",
        columns=(
            Column("Offence group", Align.LEFT),
            Column("Offences"),
            Column("Part of offences, %"),
            Column("Harm, points"),
            Column("Range of the weights", quiet=True),
            Column("Part of harm, %"),
            Column("By typical weights, %"),
        ),
        rows=(*(_group_row(group) for group in found.groups), _total_row(found)),
        notes=(
            say(
                "Harm is offences × mean weight. The typical weight is that of the middle offence "
                "of the group, which a few grave ones do not move. Anti-social behaviour has no "
                "weight and is left out."
            ),
        ),
        source=source_line(found.source, found.period),
        groups=(len(found.groups),),
        emphasis=(len(found.groups),),
    )


def _group_row(group: GroupHarm) -> tuple[Cell, ...]:
    return (
        group.offence,
        whole(group.count),
        decimal(group.count_share),
        whole(group.harm),
        _range(group.harm),
        decimal(group.share),
        decimal(group.by_typical),
    )


def _total_row(found: HarmFindings) -> tuple[Cell, ...]:
    return (
        ALL_RECORDED_CRIME,
        whole(found.total_count),
        "100.0",
        whole(found.total),
        _range(found.total),
        "100.0",
        "100.0",
    )


def _range(figure: Figure, places: int = 0) -> str:
    lower, _, upper = (told := between(figure, places)).partition(" to ")
    return "one weight" if lower == upper else told


def weight_table(found: HarmFindings) -> Table:
    """What one offence of each group weighs, and how well that is known."""
    ordered = sorted(
        found.groups,
        key=lambda group: -group.weight.number if group.weight.status == "known" else 0.0,
    )
    return Table(
        name="harm-weights",
        caption=f"What one offence of each group weighs in {found.force.name}",
        columns=(
            Column("Offence group", Align.LEFT),
            Column("Mean weight, points"),
            Column("Range", quiet=True),
            Column("Middle offence, points"),
            Column("Offences with a weight, %"),
        ),
        rows=tuple(
            (
                group.offence,
                decimal(group.weight),
                _range(group.weight, 1),
                decimal(group.typical),
                decimal(group.coverage),
            )
            for group in ordered
        ),
        source=f"{NAMES['home_office_prc']}, {found.weights_from.label}; {found.scheme}",
    )


def change_table(found: HarmFindings) -> Table:
    """Harm and count beside one another."""
    return Table(
        name="harm-change",
        caption=f"Change of harm and of the count in {found.area.name}, {found.period.label}",
        columns=(
            Column("", Align.LEFT),
            Column("On the year before"),
            Column("95% interval", quiet=True),
            Column("Verdict", Align.LEFT),
        ),
        rows=tuple(
            (name, signed_percent(change), limits(change), verdict_cell(change))
            for name, change in (("Harm", found.change), ("Count", found.count_change))
        ),
        source=source_line(found.source, found.period),
        appendix=True,
        off_paper=True,  # the sentence above has both changes and their verdicts
    )
