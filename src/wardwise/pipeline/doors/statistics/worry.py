"""``wardwise measure worry``: who worries beside what was recorded, area by area."""

from __future__ import annotations

import argparse

from wardwise.pipeline.doors.door import Answer, Door


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

    from wardwise.measures.levels.rate import rates_per_1000_residents
    from wardwise.measures.worry.rank_agreement import rank_agreement
    from wardwise.measures.worry.shrunk_shares import shrunk_shares_percent
    from wardwise.pipeline.doors.columns import Columns

    table = Columns.read(given.file)
    areas, marks = table.text(given.area), table.counts(given.worried) > 0
    weights = table.numbers(given.weight) if given.weight else np.ones(len(areas))
    names = sorted(set(areas))
    own = [areas == name for name in names]
    shares = shrunk_shares_percent(
        weights=[weights[inside].tolist() for inside in own],
        marks=[marks[inside].tolist() for inside in own],
        level=given.level,
    )
    offences, residents = table.counts(given.offences), table.counts(given.residents)
    rates = rates_per_1000_residents(
        offences=[float(offences[inside][0]) for inside in own],
        residents=[float(residents[inside][0]) for inside in own],
    )
    return {
        "agreement": rank_agreement(
            first=shares.values, second=rates, seed=given.seed, level=given.level
        ),
        "worried_percent": shares.whole,
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


DOOR = Door(
    name="worry",
    told="who worries beside what was recorded, area by area",
    method="A row is a reply, with the offences and residents of its area. Shares are weighted "
    "and drawn towards the whole's by a beta-binomial law (Kleinman 1973); Spearman's correlation "
    "of shares and rates, its interval from areas drawn again, p from random orders. Twelve "
    "areas at least.",
    arguments=_arguments,
    work=_work,
)
