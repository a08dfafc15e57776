"""What became of the records, by offence, month and group of outcomes."""

from __future__ import annotations

import numpy as np

from wardwise.domain.evidence import NotHeld, Outcomes, Place
from wardwise.domain.period import Period
from wardwise.evidence.questions.records import outcome_counts
from wardwise.evidence.tables import Tables, records
from wardwise.reference.load import load_table


NONE_RECORDED = "No outcome recorded"


def outcomes(tables: Tables, place: Place) -> Outcomes | NotHeld:
    """The last outcome of every located record of the partnership."""
    if "offence_record" not in tables:
        return NotHeld("records of offences with their outcomes", "the police force")
    group_of = {str(row["outcome"]): str(row["outcome_group"]) for row in _table()}
    found = records(outcome_counts(tables, area=place.area.code, first="0000-00", last="9999-99"))
    if not found:
        return NotHeld("records of offences with their outcomes", "the police force")
    offences = tuple(sorted({row["offence"] for row in found}))
    months = Period.parse(min(row["month"] for row in found), max(r["month"] for r in found)).months
    groups = (*dict.fromkeys(group_of.values()), NONE_RECORDED)
    counts = np.zeros((len(offences), len(months), len(groups)), dtype=np.int64)
    month_of = {str(month): n for n, month in enumerate(months)}
    for row in found:
        group = group_of.get(row["outcome"] or "", NONE_RECORDED)
        at = (offences.index(row["offence"]), month_of[row["month"]], groups.index(group))
        counts[at] += row["offences"]
    return Outcomes("police_uk", offences, months, groups, counts)


def _table() -> tuple[dict[str, object], ...]:
    return tuple(dict(row) for row in load_table("outcome_group").rows)
