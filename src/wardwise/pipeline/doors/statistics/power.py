"""``wardwise measure power``: in how many months would a fall be visible?"""

from __future__ import annotations

import argparse

from wardwise.pipeline.doors.door import Answer, Door
from wardwise.pipeline.doors.given_numbers import chance, times


def _arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("--treated", default="treated", help="column of events in the area")
    command.add_argument("--control", default="control", help="column of events in the control")
    command.add_argument("--fall", type=float, required=True, help="fall hoped for, in percent")
    command.add_argument("--months", type=times, default=12, help="months after the start")
    command.add_argument("--phi", type=float, default=1.0, help="dispersion")
    command.add_argument("--level", type=float, default=0.95, help="of the limits")
    command.add_argument("--power", type=chance, default=0.8, help="chance of seeing it")


def _work(given: argparse.Namespace) -> Answer:
    from wardwise.measures.effect.visible import difference_visible, months_until_visible
    from wardwise.pipeline.doors.columns import Columns

    columns = Columns.read(given.file)
    asked = {
        "treated": columns.counts(given.treated),
        "control": columns.counts(given.control),
        "fall_percent": given.fall,
        "phi": given.phi,
        "level": given.level,
        "power": given.power,
    }
    return {
        "events_a_month": float(asked["treated"].mean()),
        "control_a_month": float(asked["control"].mean()),
        "visible": difference_visible(**asked, months=given.months),
        "months_until_visible": months_until_visible(**asked),
    }


DOOR = Door(
    name="power",
    told="in how many months a fall would be visible, before the money is spent",
    method="A row is one month before the start: columns of events in the area and in its "
    "control. Normal power of the weighted displacement difference of Wheeler and Ratcliffe "
    "(2018), the control at the area's level, as many months before as after.",
    arguments=_arguments,
    work=_work,
)
