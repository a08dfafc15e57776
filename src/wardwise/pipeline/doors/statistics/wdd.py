"""``wardwise measure wdd``: what an initiative changed beyond its control, next door included."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from wardwise.domain.errors import ExtractError
from wardwise.pipeline.doors.door import Answer, Door


if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from wardwise.pipeline.doors.columns import Columns
    from wardwise.pipeline.doors.crossed import Crossed

ROLES = ("treated", "control", "displacement", "displacement_control")
PERIODS = ("before", "after")


def _arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("--role", default="role", help=f"column of areas: {', '.join(ROLES)}")
    command.add_argument("--period", default="period", help="column of periods: before, after")
    command.add_argument("--count", default="count", help="column of events")
    command.add_argument("--offence", help="column of kinds of offence, where there are several")
    command.add_argument("--harm", help="column of the harm of one event, the same for an offence")
    command.add_argument("--time-weight", help="column of the length of the period")
    command.add_argument("--area-weight", help="column of the size of the area")
    command.add_argument("--phi", type=float, default=1.0, help="dispersion; 1 as published")
    command.add_argument("--level", type=float, default=0.95, help="of the limits")


def _work(given: argparse.Namespace) -> Answer:
    from wardwise.measures.effect.displacement_difference import weighted_displacement_difference
    from wardwise.pipeline.doors.columns import Columns
    from wardwise.pipeline.doors.crossed import Crossed

    columns = Columns.read(given.file)
    sides = {given.role: ROLES, given.period: PERIODS}
    rows = Crossed.of(columns, sides, free=given.offence)
    _check_roles(rows, given.role)
    found = weighted_displacement_difference(
        counts=rows.table(columns.counts(given.count)),
        time_weights=_weight(columns, rows, given.time_weight, along=1),
        area_weights=_sizes(columns, rows, given.area_weight),
        harm_weights=_weight(columns, rows, given.harm, along=2),
        phi=given.phi,
        level=given.level,
    )
    return {"roles": rows.names[0], "offences": rows.names[2], "difference": found}


def _check_roles(rows: Crossed, column: str) -> None:
    """A role that is left out is no nought: without it another would be taken for it."""
    held = rows.names[0]
    wanted = ROLES[:3] if ROLES[3] in held else ROLES[:2]
    missing = next((role for role in wanted if role not in held), None)
    if missing is not None:
        raise ExtractError(
            file=rows.file,
            column=column,
            problem=f"found no row of the role {missing}.",
            remedy=f"Add its rows, before and after: {', '.join(wanted)} are needed.",
        )


def _sizes(columns: Columns, rows: Crossed, column: str | None) -> list[float] | None:
    """The control's twice where it serves next door too."""
    if column is None:
        return None
    sizes = [float(size) for size in _weight(columns, rows, column, along=0)]
    return [*sizes, sizes[1]] if len(sizes) == 3 else sizes


def _weight(
    columns: Columns, rows: Crossed, column: str | None, *, along: int
) -> NDArray[np.float64]:
    import numpy as np

    if column is None:
        return np.ones(rows.shape[along])
    return rows.along(columns.numbers(column), along, column)


DOOR = Door(
    name="wdd",
    told="weighted displacement difference of an initiative, with limits",
    method="A row is one area in one period: role (treated, control and, if watched, displacement "
    "and displacement_control), period (before, after), count; several offences a row each. "
    "Weights of time, area and harm as columns. Wheeler and Ratcliffe (2018): sum of signed "
    "counts, variance the sum of counts, times phi.",
    arguments=_arguments,
    work=_work,
)
