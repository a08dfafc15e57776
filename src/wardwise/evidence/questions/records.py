"""What became of the records?"""

from __future__ import annotations

from wardwise.evidence.questions.offences import in_area, of_offence
from wardwise.evidence.tables import Expression, Tables


def used_records(tables: Tables, *, area: str, first: str, last: str) -> Expression:
    """Records that count, located in the area, first to last month inclusive."""
    table = tables["offence_record"]
    within = table.filter(table.used, table.month >= first, table.month <= last)
    return in_area(tables, within, area)


def outcome_counts(tables: Tables, *, area: str, first: str, last: str) -> Expression:
    """Columns offence, month, outcome, offences: the last outcome of each record."""
    return (
        used_records(tables, area=area, first=first, last=last)
        .group_by("offence", "month", "outcome")
        .aggregate(offences=lambda t: t.count().cast("int64"))
        .order_by("offence", "month", "outcome")
    )


def offences_with_outcome(
    tables: Tables, *, area: str, offence: str | None, outcomes: list[str], first: str, last: str
) -> Expression:
    """Records of the offence whose last outcome is one of those named. Unit: offences."""
    table = of_offence(used_records(tables, area=area, first=first, last=last), offence)
    return table.filter(table.outcome.isin(outcomes)).count().cast("int64")


def offences_without_outcome(
    tables: Tables, *, area: str, offence: str | None, outcomes: list[str], first: str, last: str
) -> Expression:
    """Records with no outcome, or with one that is none of those named. Unit: offences."""
    table = of_offence(used_records(tables, area=area, first=first, last=last), offence)
    unknown = table.outcome.isnull() | ~table.outcome.isin(outcomes)
    return table.filter(unknown).count().cast("int64")
