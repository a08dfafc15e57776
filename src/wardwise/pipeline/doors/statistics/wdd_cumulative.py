"""``wardwise measure wdd-cumulative``: area less control since the start, step by step."""

from __future__ import annotations

import argparse

from wardwise.pipeline.doors.door import Answer, Door


def _arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("--treated", default="treated", help="column of events in the area")
    command.add_argument("--control", default="control", help="column of events in the control")
    command.add_argument("--phi", type=float, default=1.0, help="dispersion; 1 as published")
    command.add_argument("--level", type=float, default=0.95, help="of the limits at each step")


def _work(given: argparse.Namespace) -> Answer:
    from wardwise.measures.effect.cumulative_difference import cumulative_difference
    from wardwise.pipeline.doors.columns import Columns

    columns = Columns.read(given.file)
    found = cumulative_difference(
        treated=columns.counts(given.treated),
        control=columns.counts(given.control),
        phi=given.phi,
        level=given.level,
    )
    return {"since_the_start": found}


DOOR = Door(
    name="wdd-cumulative",
    told="area less control since the start, added up step by step",
    method="A row is one week or month since the start: columns of events in the area and in a "
    "control of its level. Wheeler and Ratcliffe (2018): difference and ratio with limits.",
    arguments=_arguments,
    work=_work,
)
