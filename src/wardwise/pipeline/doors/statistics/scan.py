"""``wardwise measure scan``: the most likely clusters, in space or in space and time."""

from __future__ import annotations

import argparse

from wardwise.pipeline.doors.door import Answer, Door
from wardwise.pipeline.doors.given_numbers import times


MODELS = ("poisson", "bernoulli", "permutation")


def _arguments(command: argparse.ArgumentParser) -> None:
    add = command.add_argument
    add("--model", required=True, choices=MODELS, help="what is expected, and how chance falls")
    add("--x", required=True, help="column: position eastwards, on a plane")
    add("--y", required=True, help="column: position northwards, in the same unit")
    add("--place", help="column: the place's name, for the answer")
    add("--cases", help="column: events of the row; without it each row is one event")
    add("--population", help="column, poisson: people of the place, or events expected there")
    add("--controls", help="column, bernoulli: controls of the place")
    add("--date", help="column: date of the row; or give --period")
    add("--period", help="column: number of the row's period, such as a month's")
    add("--days", type=times, default=1, help="days put together as one period, with --date")
    add("--first", type=int, help="number of the first period, where it has no row")
    add("--last", type=int, help="number of the last period, where it has no row")
    add("--most", type=float, default=50, help="largest circle, percent of people or events (50)")
    add("--longest", type=float, default=50, help="longest cluster, percent of the periods (50)")
    add("--radius", type=float, default=float("inf"), help="largest circle, its radius")
    add("--retrospective", action="store_true", help="also clusters that are over")
    add("--ties", choices=("together", "one-by-one"), default="together",
        help="places equally far from a centre; SaTScan lets them in one by one")  # fmt: skip
    add(
        "--dispersion",
        type=float,
        default=1,
        help="poisson, permutation: φ where there is no cluster (1)",
    )
    add("--seed", type=int, default=1, help="of the replicates (1)")
    add("--replicates", type=int, default=999, help="data sets without a cluster (999)")


def _work(given: argparse.Namespace) -> Answer:
    from wardwise.pipeline.doors.scanned_rows import ScannedRows

    rows = ScannedRows.read(given)
    found = rows.scan(given)
    return {
        "places": len(rows.names),
        "periods": rows.counts.shape[1],
        "events": found.total,
        "replicates": found.replicates,
        "clusters": [
            {
                "places": [rows.names[place] for place in one.areas],
                "radius": one.radius,
                "first_period": rows.first + one.first,
                "last_period": rows.first + one.last,
                "observed": one.observed,
                "expected": one.expected,
                "log_likelihood_ratio": one.score,
                "p": one.p_value,
            }
            for one in found.clusters
        ],
    }


DOOR = Door(
    name="scan",
    told="the most likely clusters in space, or in space and time",
    method="Rows with one position are one place. Kulldorff (1997): circles round every place up "
    "to a part of all people or events; the highest log likelihood ratio against that of data "
    "sets without a cluster, p by Monte Carlo; later clusters share no place with earlier ones "
    "and have two events at least. poisson: events against people, each event by itself, or as "
    "uneven as --dispersion has it. "
    "bernoulli: cases among cases and controls. permutation: Kulldorff and others (2005), events "
    "alone, their times shuffled, or drawn from urns where --dispersion is above 1.",
    arguments=_arguments,
    work=_work,
)
