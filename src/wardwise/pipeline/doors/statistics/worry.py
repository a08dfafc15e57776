"""``wardwise measure worry``: who worries beside what was recorded, area by area."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, NoReturn

from wardwise.domain.errors import ExtractError
from wardwise.pipeline.doors.door import Answer, Door


if TYPE_CHECKING:
    from wardwise.domain.people_recorded import Marks
    from wardwise.pipeline.doors.columns import Columns


def _arguments(command: argparse.ArgumentParser) -> None:
    add = command.add_argument
    add("--area", required=True, help="column: the area where who replied lives")
    add("--worried", required=True, help="column: 1 where the reply says so, 0 where it does not")
    add("--weight", help="column: weight of the reply; without it all count alike")
    add("--offences", required=True, help="column: offences recorded in the area")
    add("--residents", required=True, help="column: residents of the area")
    add("--level", type=float, default=0.95, help="of the intervals (0.95)")
    add("--seed", type=int, default=1, help="of the draws (1)")


def _work(given: argparse.Namespace) -> Answer:
    import numpy as np

    from wardwise.domain.survey import FEWEST_SHOWN
    from wardwise.measures.levels.rate import rates_per_1000_residents
    from wardwise.measures.worry.rank_agreement import FEWEST as FEWEST_AREAS
    from wardwise.measures.worry.rank_agreement import rank_agreement
    from wardwise.measures.worry.shrunk_shares import shrunk_shares_percent
    from wardwise.pipeline.doors.columns import Columns

    table = Columns.read(given.file)
    areas, worried = table.text(given.area), table.numbers(given.worried)
    bad = np.flatnonzero(~np.isin(worried, (0, 1)))
    if len(bad):
        _refuse(table, row=bad[0], column=given.worried, problem="expected 1 or 0.")
    marks = worried == 1
    weights = table.numbers(given.weight) if given.weight else np.ones(len(areas))
    every = sorted(set(areas))
    names = [name for name in every if (areas == name).sum() >= FEWEST_SHOWN]
    if len(names) < FEWEST_AREAS:
        raise ValueError(
            f"{len(names)} of {len(every)} areas have {FEWEST_SHOWN} replies: it needs "
            f"{FEWEST_SHOWN} replies in each of {FEWEST_AREAS} areas at least."
        )
    own = [areas == name for name in names]
    shares = shrunk_shares_percent(
        weights=[weights[inside].tolist() for inside in own],
        marks=[marks[inside].tolist() for inside in own],
        level=given.level,
    )
    rates = rates_per_1000_residents(
        offences=_of_areas(table, given.offences, own),
        residents=_of_areas(table, given.residents, own),
    )
    return {
        "agreement": rank_agreement(
            first=shares.values, second=rates, seed=given.seed, level=given.level
        ),
        "worried_percent": shares.whole,
        "left_out": len(every) - len(names),
        "areas": [
            {
                "area": name,
                "replies": int(inside.sum()),
                "worried_percent": share.value,
                "lower": share.lower,
                "upper": share.upper,
                "offences_per_1000": rate,
            }
            for name, inside, share, rate in zip(names, own, shares.areas, rates, strict=True)
        ],
    }


def _of_areas(table: Columns, column: str, own: list[Marks]) -> list[float]:
    """The one number that every row of an area gives."""
    values = table.counts(column)
    for inside in own:
        rows = inside.nonzero()[0]
        differs = rows[values[rows] != values[rows[0]]]
        if len(differs):
            _refuse(
                table,
                row=differs[0],
                column=column,
                problem=f"it differs from row {rows[0] + 2} of the same area.",
            )
    return [float(values[inside][0]) for inside in own]


def _refuse(table: Columns, *, row: int, column: str, problem: str) -> NoReturn:
    raise ExtractError(
        file=table.file,
        row=int(row) + 2,
        column=column,
        problem=problem,
        remedy="A row is a reply: 1 or 0, and its area's offences and residents, the same in each.",
    )


DOOR = Door(
    name="worry",
    told="who worries beside what was recorded, area by area",
    method="A row is a reply, with the offences and residents of its area. Shares are weighted "
    "and drawn towards the whole's by a beta-binomial law (Kleinman 1973); Spearman's correlation "
    "of shares and rates, its interval from areas drawn again, p from random orders. Areas "
    "with fewer than 30 replies are left out; it needs twelve others at least.",
    arguments=_arguments,
    work=_work,
)
