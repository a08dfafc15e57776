"""Who was stopped and searched, and what was found?"""

from __future__ import annotations

from wardwise.evidence.questions.offences import in_area
from wardwise.evidence.tables import Expression, Tables


def search_records(tables: Tables, *, first: str, last: str) -> Expression:
    """Searches of people that count, first to last month inclusive; vehicles alone are not."""
    table = tables["stop_search_record"]
    of_people = table.type.isnull() | (table.type != "Vehicle search")
    return table.filter(table.used, of_people, table.month >= first, table.month <= last)


def search_counts(tables: Tables, *, area: str, first: str, last: str) -> Expression:
    """Columns self_defined_ethnicity, object_of_search, outcome, linked_to_object, searches."""
    return (
        in_area(tables, search_records(tables, first=first, last=last), area)
        .group_by("self_defined_ethnicity", "object_of_search", "outcome", "linked_to_object")
        .aggregate(searches=lambda t: t.count().cast("int64"))
        .order_by("self_defined_ethnicity", "object_of_search", "outcome", "linked_to_object")
    )


def searches(tables: Tables, *, area: str, labels: list[str], first: str, last: str) -> Expression:
    """Searches in the area of people who gave one of those ethnicities. Unit: searches."""
    table = in_area(tables, search_records(tables, first=first, last=last), area)
    named = table.self_defined_ethnicity.isin(labels)
    missing = table.self_defined_ethnicity.isnull() if "" in labels else named
    return table.filter(named | missing).count().cast("int64")


def searches_not_located(tables: Tables, *, first: str, last: str) -> Expression:
    """Searches of the force that no area can be given. Unit: searches."""
    table = search_records(tables, first=first, last=last)
    return table.filter(table.lsoa_code.isnull()).count().cast("int64")
