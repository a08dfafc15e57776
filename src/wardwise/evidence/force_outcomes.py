"""What became of the offences of the whole force area, as the Home Office publishes it."""

from __future__ import annotations

import numpy as np

from wardwise.domain.evidence import ForceOutcomes, NotHeld, Place
from wardwise.domain.period import Period
from wardwise.evidence.questions.force import outcome_forces, outcomes_by_quarter
from wardwise.evidence.same_force import as_written
from wardwise.evidence.tables import Tables, records
from wardwise.reference.load import load_table


NEEDED = NotHeld("outcomes of recorded crime by force and quarter", "the Home Office")
MOST = 4
"""Quarters: a year."""


def force_outcomes(tables: Tables, place: Place) -> ForceOutcomes | NotHeld:
    """The latest four quarters that are held for the force of the partnership."""
    if "force_outcome" not in tables:
        return NEEDED
    names = [str(row["force"]) for row in records(outcome_forces(tables))]
    force = as_written(names, place.force.name)
    if force is None:
        return NEEDED
    found = records(outcomes_by_quarter(tables, force=force))
    quarters = sorted({Period.parse(row["first_month"], row["last_month"]) for row in found})
    types_of = _types()
    groups, group_of = tuple(types_of), {n: name for name, ns in types_of.items() for n in ns}
    held = quarters[-MOST:]
    offences = tuple(sorted({row["offence_group"] for row in found if row["offences"]}))
    counts = np.zeros((len(offences), len(held), len(groups)), dtype=np.int64)
    for row in found:
        quarter = Period.parse(row["first_month"], row["last_month"])
        if quarter in held and row["offence_group"] in offences:
            group = groups.index(group_of[row["outcome_type"]])
            at = (offences.index(row["offence_group"]), held.index(quarter), group)
            counts[at] += row["offences"]
    return ForceOutcomes(
        source="home_office_outcomes",
        force=force,
        offences=offences,
        quarters=tuple(held),
        groups=groups,
        types_of=types_of,
        counts=counts,
    )


def _types() -> dict[str, tuple[int, ...]]:
    """Outcome group → the Home Office's types in it, in the order of the printed groups."""
    order = dict.fromkeys(str(row["outcome_group"]) for row in load_table("outcome_group").rows)
    found: dict[str, tuple[int, ...]] = dict.fromkeys(order, ())
    for row in load_table("home_office_outcome").rows:
        name = str(row["outcome_group"])
        found[name] = (*found[name], int(str(row["outcome_type"])))
    return {name: types for name, types in found.items() if types}
