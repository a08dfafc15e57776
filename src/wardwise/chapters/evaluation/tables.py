"""Before and after in the areas of an initiative, and the months drawn."""

from __future__ import annotations

from wardwise.chapters.evaluation.sizes import range_of
from wardwise.chapters.evaluation.verdicts import headline_of
from wardwise.document.blocks import Align, Cell, Column, Table
from wardwise.document.initials import capital
from wardwise.document.pictures import ControlCharts
from wardwise.document.sources import NAMES
from wardwise.document.text import Number
from wardwise.document.words import rounded, whole
from wardwise.domain.figure import Figure
from wardwise.domain.settings_of_initiatives import Role
from wardwise.figures.initiatives import Evaluated, Line


ROLES = {
    Role.AREA: "area",
    Role.CONTROL: "control",
    Role.DISPLACEMENT: "next door",
    Role.DISPLACEMENT_CONTROL: "control of next door",
}


def before_and_after(one: Evaluated, *, source: str) -> Table:
    """A line for each area; the difference beside those that have a control."""
    effects = one.effects
    beside = {Role.AREA: effects.local, Role.DISPLACEMENT: effects.displacement}
    rows = [_row(line, beside.get(line.role)) for line in one.lines]
    if effects.displacement is not None:
        rows.append(("All of it", "–", "–", _signed(effects.total), range_of(effects.total)))
    return Table(
        name=f"evaluation-{one.initiative.slug}",
        caption=f"{one.initiative.name}: before and after",
        columns=(
            Column("Where", Align.LEFT),
            Column(one.spans.before.label),
            Column(one.spans.after.label),
            Column("Difference beyond the control"),
            Column("95% interval", quiet=True),
        ),
        rows=tuple(rows),
        source=NAMES.get(source, source),
        emphasis=(0,),
    )


def _row(line: Line, difference: Figure | None) -> tuple[Cell, ...]:
    where = f"{capital(line.area.name)} ({ROLES[line.role]})"
    ends: tuple[Cell, Cell] = ("–", "–")
    if difference is not None:
        ends = _signed(difference), range_of(difference)
    return (where, whole(line.before), whole(line.after), *ends)


def _signed(figure: Figure) -> Number:
    if figure.status != "known":
        return whole(figure)
    sign = "+" if round(figure.number) > 0 else ""
    return Number(sign + rounded(figure.number, 0), figure)


def months_picture(one: Evaluated, table: Table) -> ControlCharts:
    """The months of the area with its control, and next door, beside it."""
    shown = [line.area.name for line in one.lines]
    return ControlCharts(
        name=f"{table.name}-months",
        title=headline_of(one),
        subtitle="By month, each on its own scale, with the mean and limits before the start and "
        f"since; {shown[0]} first, then its control{' and next door' if len(shown) > 2 else ''}",
        source=table.source,
        alt=" ".join(
            f"{capital(line.area.name)}: {whole(line.before).text} in {one.spans.before.label}, "
            f"{whole(line.after).text} in {one.spans.after.label}."
            for line in one.lines
        ),
        table=table,
        series=one.series,
    )
