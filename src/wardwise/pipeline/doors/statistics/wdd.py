"""``wardwise measure wdd``: what an initiative changed beyond its control, next door included."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

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
    found = weighted_displacement_difference(
        counts=rows.table(columns.counts(given.count)),
        time_weights=_weight(columns, rows, given.time_weight, along=1),
        area_weights=_weight(columns, rows, given.area_weight, along=0),
        harm_weights=_weight(columns, rows, given.harm, along=2),
        phi=given.phi,
        level=given.level,
    )
    return {"roles": rows.names[0], "offences": rows.names[2], "difference": found}


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
