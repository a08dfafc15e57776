"""How complete the archives are: against the Home Office, and against one another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from wardwise.domain.offences import ANTI_SOCIAL_BEHAVIOUR
from wardwise.domain.period import Month, Period
from wardwise.sources.completeness import (
    COMPLETE_FROM,
    HeldByForce,
    Judged,
    completeness_table,
    expected_by_quarter,
    judge_force,
)
from wardwise.sources.force_names import force_key
from wardwise.sources.month_held import month_held_table
from wardwise.sources.places import Places
from wardwise.sources.police_uk.batch import Batch
from wardwise.sources.police_uk.extracts import Choice
from wardwise.sources.police_uk.schema import SOURCE, Kind


def judge_completeness(
    counts: pa.Table,
    *,
    batch: Batch,
    choices: Sequence[Choice],
    force_quarter: pa.Table | None,
    places: Places,
) -> pa.Table:
    """The tidy table ``completeness``: the whole force, located or not."""
    expected = expected_by_quarter(force_quarter)
    judged: dict[str, list[Judged]] = {}
    for force, months in _held(counts, batch.of(Kind.STREET)).items():
        judged[force] = judge_force(HeldByForce(force, months), expected=expected)
    for force, stretch in _below_the_other_extract(choices, batch):
        judged[force].append(stretch)
    named = {places.force_name(force): stretches for force, stretches in judged.items()}
    return completeness_table(named, source=SOURCE)


def districts_held(street: Batch, *, places: Places) -> pa.Table:
    """The tidy table ``area_month_held``: the districts of every force that has a file.

    A force's file of a month holds all of that force's districts. A row that another
    force's file places in a district does not make the district held.
    """
    months: dict[str, set[str]] = {}
    for file in street.files:
        months.setdefault(force_key(file.force), set()).add(file.source.name.month)
    held = {
        district: there
        for force, there in months.items()
        for district in places.districts.get(force, ())
    }
    return month_held_table(held, source=SOURCE, months=set().union(*months.values()))


def _held(counts: pa.Table, street: Batch) -> Mapping[str, dict[Month, int]]:
    """Force → month → offences without ASB; a file with ASB alone is a month held, with 0."""
    found: dict[str, dict[Month, int]] = {}
    for file in street.files:
        found.setdefault(file.force, {})[Month.parse(file.source.name.month)] = 0
    crimes = counts.filter(pc.not_equal(counts["offence"], ANTI_SOCIAL_BEHAVIOUR))
    totals = crimes.group_by(["force", "month"]).aggregate([("offences", "sum")])
    for row in totals.to_pylist():
        found[row["force"]][Month.parse(row["month"])] = row["offences_sum"]
    return found


def _below_the_other_extract(
    choices: Sequence[Choice], batch: Batch
) -> Iterator[tuple[str, Judged]]:
    """Months where the extract that is used holds under 97% of the rows of the other."""
    for choice in choices:
        if choice.kind is not Kind.STREET:
            continue
        other = choice.later if choice.kept == choice.earlier else choice.earlier
        kept, more = batch.files[choice.kept].rows, batch.files[other].rows
        if kept < COMPLETE_FROM * more:
            month = Month.parse(choice.month)
            why = f"the extract that is used holds {kept:,} rows, and another {more:,}"
            yield (
                batch.files[choice.kept].force,
                Judged(Period(month, month), kept, more, kept / more, "incomplete", why),
            )
