"""``wardwise measure gini``: how concentrated events are over places."""

from __future__ import annotations

import argparse

from wardwise.pipeline.doors.door import Answer, Door


def _arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--counts", required=True, help="column of events in each place: one row a place"
    )


def _work(given: argparse.Namespace) -> Answer:
    from wardwise.measures.place.gini import generalised_gini, gini
    from wardwise.pipeline.doors.columns import Columns

    counts = Columns.read(given.file).counts(given.counts)
    return {
        "places": len(counts),
        "events": float(counts.sum()),
        "gini": gini(counts=counts),
        "generalised_gini": generalised_gini(counts=counts),
    }


DOOR = Door(
    name="gini",
    told="one number for concentration, plain and for fewer events than places",
    method="A row is a place, places without events included. Gini (1912); generalised Gini of "
    "Bernasco and Steenbeek (2017), which is relative to the most even spread possible.",
    arguments=_arguments,
    work=_work,
)
