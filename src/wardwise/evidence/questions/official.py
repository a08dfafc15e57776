"""What did the Office for National Statistics publish?"""

from __future__ import annotations

from wardwise.evidence.tables import Expression, Tables


def published(tables: Tables, *, area: str, offence: str | None, last_month: str) -> Expression:
    """The published row of one area, offence and year; offence None is the total."""
    table = tables["official_count"]
    whole = table.level.isin(["force", "country"])
    place = (table.csp_code == area) | (whole & (table.force_code == area))
    named = table.offence.isnull() if offence is None else table.offence == offence
    return table.filter(place, named, table.last_month == last_month)


def official_offences(
    tables: Tables, *, area: str, offence: str | None, last_month: str
) -> Expression:
    """The published count. Unit: offences."""
    return published(tables, area=area, offence=offence, last_month=last_month).offences.max()


def official_offences_together(
    tables: Tables, *, area: str, offences: list[str], last_month: str
) -> Expression:
    """The published counts of several offences, added up. Unit: offences."""
    table = tables["official_count"]
    rows = table.filter(
        table.csp_code == area, table.offence.isin(offences), table.last_month == last_month
    )
    return rows.offences.sum().cast("int64")


def official_offences_unassigned(
    tables: Tables, *, area: str, offence: str | None, last_month: str
) -> Expression:
    """The published count of a force that is in none of its partnerships. Unit: offences."""
    table = tables["official_count"]
    named = table.offence.isnull() if offence is None else table.offence == offence
    rows = table.filter(
        table.level == "unassigned", table.force_code == area, named, table.last_month == last_month
    )
    return rows.offences.sum().cast("int64")


def official_offences_of_partnerships(
    tables: Tables, *, offence: str | None, last_month: str
) -> Expression:
    """Partnership, force and the published count of one year, in order of partnership code."""
    table = tables["official_count"]
    named = table.offence.isnull() if offence is None else table.offence == offence
    found = table.filter(table.level == "partnership", named, table.last_month == last_month)
    return (
        found.group_by("csp_code")
        .aggregate(force_code=found.force_code.max(), offences=found.offences.max())
        .order_by("csp_code")
    )


def official_residents(tables: Tables, *, area: str, last_month: str) -> Expression:
    """The population that the published rates use, as published. Unit: people."""
    return published(tables, area=area, offence=None, last_month=last_month).residents.max()


def official_households(tables: Tables, *, area: str, last_month: str) -> Expression:
    """The households that the published rates use, as published. Unit: households."""
    return published(tables, area=area, offence=None, last_month=last_month).households.max()


def official_table(tables: Tables) -> Expression:
    """Every published row."""
    return tables["official_count"]
