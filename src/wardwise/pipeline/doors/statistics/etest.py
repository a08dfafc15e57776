"""``wardwise measure etest``: two small counts set against each other exactly."""

from __future__ import annotations

import argparse

from wardwise.pipeline.doors.door import Answer, Door


def _arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("--first", default="first", help="column of events in the first")
    command.add_argument("--second", default="second", help="column of events in the second")
    command.add_argument("--exposure-first", help="column of the first's length, people …")
    command.add_argument("--exposure-second", help="column of the second's")
    command.add_argument("--difference", type=float, default=0.0, help="of the rates if by chance")


def _work(given: argparse.Namespace) -> Answer:
    import numpy as np

    from wardwise.measures.effect.e_test import exact_difference_p_value
    from wardwise.pipeline.doors.columns import Columns

    columns = Columns.read(given.file)
    first, second = columns.counts(given.first), columns.counts(given.second)
    exposures = [
        columns.numbers(name) if name else np.ones(len(first))
        for name in (given.exposure_first, given.exposure_second)
    ]
    rows = zip(first, second, *exposures, strict=True)
    return {
        "p_values": [
            exact_difference_p_value(
                first=float(one),
                second=float(two),
                exposure_first=float(length_one),
                exposure_second=float(length_two),
                difference=given.difference,
            )
            for one, two, length_one, length_two in rows
        ]
    }


DOOR = Door(
    name="etest",
    told="two small counts set against each other exactly, row by row",
    method="A row is one comparison: columns of the first and the second count, and of their "
    "exposures where they differ. Krishnamoorthy and Thomson (2004), two-sided, Poisson.",
    arguments=_arguments,
    work=_work,
)
