"""Stop and search in the partnership's area, by ethnic group."""

from __future__ import annotations

from collections import Counter
from functools import cache

from wardwise.domain.evidence import NotHeld, Place, Searches
from wardwise.domain.period import Period
from wardwise.evidence.questions.searches import search_counts, search_records, searches_not_located
from wardwise.evidence.tables import Tables, number, records
from wardwise.reference.load import load_table


NEEDED = NotHeld("records of stop and search with a place", "the police force")
NOT_STATED = "Not stated"
NOTHING_FOUND = ("A no further action disposal", "Nothing found - no further action")
OTHER = "Other ethnic group"


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
    """Searches of people in the period, located in the partnership."""
    if "stop_search_record" not in tables:
        return NEEDED
    window = {"first": str(period.first), "last": str(period.last)}
    found = records(search_counts(tables, area=place.area.code, **window))
    if not found:
        return NEEDED
    totals: dict[str, Counter[str]] = {name: Counter() for name in ("all", "found", "known", "of")}
    for row in found:
        group, n = ethnic_group(row["self_defined_ethnicity"]), row["searches"]
        totals["all"][group] += n
        totals["of"][row["object_of_search"] or "Not recorded"] += n
        if row["outcome"]:
            totals["known"][group] += n
        if row["outcome"] and row["outcome"] not in NOTHING_FOUND:
            totals["found"][group] += n
    return Searches(
        source="police_uk",
        period=period,
        by_ethnicity=dict(totals["all"]),
        found=dict(totals["found"]),
        outcome_known=dict(totals["known"]),
        by_object=dict(totals["of"]),
        force_total=int(number(search_records(tables, **window).count()) or 0),
        force_unlocated=int(number(searches_not_located(tables, **window)) or 0),
    )
