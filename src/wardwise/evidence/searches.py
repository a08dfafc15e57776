"""Stop and search in the partnership's area, by ethnic group."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from wardwise.domain.evidence import NotHeld, Place, Searches
from wardwise.domain.period import Month, Period
from wardwise.evidence.questions.searches import (
    search_counts,
    search_months,
    searches_not_located,
    searches_of_force,
)
from wardwise.evidence.same_force import same_force
from wardwise.evidence.tables import Tables, number, records
from wardwise.reference.load import load_table


NEEDED = NotHeld("records of stop and search with a place", "the police force")
NOT_STATED = "Not stated"
NOTHING_FOUND = ("A no further action disposal", "Nothing found - no further action")
OTHER = "Other ethnic group"


@dataclass
class _Totals:
    """Searches, those with a result, those that led to something, and what was looked for."""

    all: Counter[str] = field(default_factory=Counter)
    known: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    objects: Counter[str] = field(default_factory=Counter)


@cache
def _labels() -> dict[str, str]:
    rows = load_table("ethnic_label").rows
    return {
        str(row["label"]): str(row["ethnic_group"])
        for row in rows
        if row["defined_by"] == "self-defined" and row["ethnic_group"]
    }


def ethnic_group(label: str | None) -> str:
    """The Census group of a self-defined ethnicity as forces write it; a new label is other."""
    if not label or "not stated" in label.lower():
        return NOT_STATED
    return _labels().get(label, OTHER)


def searches(tables: Tables, place: Place, period: Period) -> Searches | NotHeld:
    """Searches of people located in the partnership, beside those located in its force area."""
    if "stop_search_record" not in tables:
        return NEEDED
    dates = records(search_months(tables))
    forces = tuple(
        sorted({row["force"] for row in dates if same_force(row["force"], place.force.name)})
    )
    held = {Month.parse(row["month"]) for row in dates if row["force"] in forces}
    run = latest_run(held, period)
    if run is None:
        return NEEDED
    window = {"first": str(run.first), "last": str(run.last)}
    found = records(search_counts(tables, area=place.area.code, **window))
    in_force = records(search_counts(tables, area=place.force.code, **window))
    ours, theirs = _totals(found), _totals(in_force)
    asked: dict[str, Any] = {"forces": list(forces), **window}
    return Searches(
        source="police_uk",
        period=run,
        by_ethnicity=dict(ours.all),
        found=dict(ours.found),
        outcome_known=dict(ours.known),
        by_object=dict(ours.objects),
        force_total=int(number(searches_of_force(tables, **asked)) or 0),
        force_unlocated=int(number(searches_not_located(tables, **asked)) or 0),
        in_force=dict(theirs.all),
        in_force_found=dict(theirs.found),
        in_force_outcome_known=dict(theirs.known),
        labels=_labels_held([*found, *in_force]),
        led_to_nothing=NOTHING_FOUND,
        forces=forces,
    )


def latest_run(held: set[Month], period: Period) -> Period | None:
    """The months of the period without a gap that end with the latest one held."""
    inside = [month for month in period.months if month in held]
    if not inside:
        return None
    first = last = inside[-1]
    while first > period.first and first.plus(-1) in held:
        first = first.plus(-1)
    return Period(first, last)


def _totals(rows: list[dict[str, Any]]) -> _Totals:
    totals = _Totals()
    for row in rows:
        group, n = ethnic_group(row["self_defined_ethnicity"]), row["searches"]
        totals.all[group] += n
        totals.objects[row["object_of_search"] or "Not recorded"] += n
        if row["outcome"]:
            totals.known[group] += n
        if row["outcome"] and row["outcome"] not in NOTHING_FOUND:
            totals.found[group] += n
    return totals


def _labels_held(rows: list[dict[str, Any]]) -> dict[str, tuple[str, ...]]:
    groups: dict[str, set[str]] = {}
    for row in rows:
        label = row["self_defined_ethnicity"] or ""
        groups.setdefault(ethnic_group(label), set()).add(label)
    return {group: tuple(sorted(labels)) for group, labels in groups.items()}
