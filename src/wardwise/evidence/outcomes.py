"""What became of the records, by offence, month and group of outcomes."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from wardwise.domain.evidence import NotHeld, Outcomes, Place
from wardwise.domain.period import Month, Period
from wardwise.evidence.questions.records import outcome_counts
from wardwise.evidence.tables import Tables, records
from wardwise.reference.load import load_table


NONE_RECORDED = "No outcome recorded"
NEEDED = NotHeld("records of offences with their outcomes", "the police force")


def outcomes(tables: Tables, place: Place) -> Outcomes | NotHeld:
    """The last outcome of every located record of the partnership, beside its force area's."""
    if "offence_record" not in tables:
        return NEEDED
    ever = {"first": "0000-00", "last": "9999-99"}
    found = records(outcome_counts(tables, area=place.area.code, **ever))
    if not found:
        return NEEDED
    offences = tuple(sorted({row["offence"] for row in found}))
    months = Period.parse(min(row["month"] for row in found), max(r["month"] for r in found)).months
    in_force = records(outcome_counts(tables, area=place.force.code, **ever))
    groups = _groups()
    names = (*groups, NONE_RECORDED)
    return Outcomes(
        source="police_uk",
        offences=offences,
        months=months,
        groups=names,
        counts=_cube(found, offences, months, names),
        force_counts=_cube(in_force, offences, months, names),
        outcomes_of=groups,
    )


def _groups() -> dict[str, tuple[str, ...]]:
    """Group → outcomes as published, in the order of the reference table."""
    groups: dict[str, tuple[str, ...]] = {}
    for row in load_table("outcome_group").rows:
        name = str(row["outcome_group"])
        groups[name] = (*groups.get(name, ()), str(row["outcome"]))
    return groups


def _cube(
    rows: list[dict[str, Any]],
    offences: tuple[str, ...],
    months: tuple[Month, ...],
    groups: tuple[str, ...],
) -> NDArray[np.int64]:
    """Shape: offences × months × groups. Rows of other offences or months are left out."""
    group_of = {name: group for group, names in _groups().items() for name in names}
    counts = np.zeros((len(offences), len(months), len(groups)), dtype=np.int64)
    offence_at = {name: n for n, name in enumerate(offences)}
    month_at = {str(month): n for n, month in enumerate(months)}
    for row in rows:
        if row["offence"] in offence_at and row["month"] in month_at:
            group = group_of.get(row["outcome"] or "", NONE_RECORDED)
            at = (offence_at[row["offence"]], month_at[row["month"]], groups.index(group))
            counts[at] += row["offences"]
    return counts
