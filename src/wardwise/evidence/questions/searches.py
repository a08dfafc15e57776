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
    return _labelled(tables, area, labels, first, last).count().cast("int64")


def searches_with_result(
    tables: Tables, *, area: str, labels: list[str], first: str, last: str
) -> Expression:
    """Those of them whose outcome is recorded. Unit: searches."""
    table = _labelled(tables, area, labels, first, last)
    return table.filter(_has_result(table)).count().cast("int64")


def searches_that_found(
    tables: Tables, *, area: str, labels: list[str], nothing: list[str], first: str, last: str
) -> Expression:
    """Those of them whose outcome is none of the outcomes that are nothing. Unit: searches."""
    table = _labelled(tables, area, labels, first, last)
    return table.filter(_has_result(table), ~table.outcome.isin(nothing)).count().cast("int64")


def searches_of_force(tables: Tables, *, forces: list[str], first: str, last: str) -> Expression:
    """Searches by the force under its names, located or not. Unit: searches."""
    return _by_force(tables, forces, first, last).count().cast("int64")


def searches_not_located(tables: Tables, *, forces: list[str], first: str, last: str) -> Expression:
    """Searches by the force that no area can be given. Unit: searches."""
    table = _by_force(tables, forces, first, last)
    return table.filter(table.lsoa_code.isnull()).count().cast("int64")


def search_months(tables: Tables) -> Expression:
    """Columns force, month: every month in which a force has a search of a person."""
    table = search_records(tables, first="0000-00", last="9999-99")
    return table.select("force", "month").distinct().order_by("force", "month")


def _by_force(tables: Tables, forces: list[str], first: str, last: str) -> Expression:
    table = search_records(tables, first=first, last=last)
    return table.filter(table.force.isin(forces))


def _labelled(tables: Tables, area: str, labels: list[str], first: str, last: str) -> Expression:
    table = in_area(tables, search_records(tables, first=first, last=last), area)
    named = table.self_defined_ethnicity.isin(labels)
    missing = table.self_defined_ethnicity.isnull() if "" in labels else named
    return table.filter(named | missing)


def _has_result(table: Expression) -> Expression:
    return table.outcome.notnull() & (table.outcome != "")
