"""How many offences were recorded?"""

from __future__ import annotations

from wardwise.domain.offences import ANTI_SOCIAL_BEHAVIOUR
from wardwise.evidence.tables import Expression, Tables


def of_offence(table: Expression, offence: str | None) -> Expression:
    """Rows of one offence group; None is all recorded crime, which ASB is not."""
    if offence is None:
        return table.filter(table.offence != ANTI_SOCIAL_BEHAVIOUR)
    return table.filter(table.offence == offence)


def in_area(tables: Tables, table: Expression, area: str) -> Expression:
    """Rows that are located in the area."""
    members = tables["area_lsoa"]
    inside = members.filter(members.area_code == area)
    return table.semi_join(inside, "lsoa_code")


def counted(tables: Tables, *, source: str, first: str, last: str) -> Expression:
    """Rows of one source from the first to the last month, both included."""
    table = tables["offence_count"]
    return table.filter(table.source == source, table.month >= first, table.month <= last)


def offences(
    tables: Tables, *, source: str, area: str, offence: str | None, first: str, last: str
) -> Expression:
    """Offences located in the area, first to last month inclusive. Unit: offences."""
    table = in_area(tables, counted(tables, source=source, first=first, last=last), area)
    return of_offence(table, offence).offences.sum().coalesce(0).cast("int64")


def monthly_offences(
    tables: Tables, *, source: str, area: str, offence: str | None, first: str, last: str
) -> Expression:
    """The same month by month; a month without a row is not in the answer."""
    table = in_area(tables, counted(tables, source=source, first=first, last=last), area)
    return (
        of_offence(table, offence)
        .group_by("month")
        .aggregate(offences=lambda t: t.offences.sum().cast("int64"))
        .order_by("month")
    )


def monthly_by_lsoa(tables: Tables, *, source: str, area: str) -> Expression:
    """Columns lsoa_code, month, offence, offences: every LSOA of the area."""
    table = tables["offence_count"]
    return (
        in_area(tables, table.filter(table.source == source), area)
        .group_by("lsoa_code", "month", "offence")
        .aggregate(offences=lambda t: t.offences.sum().cast("int64"))
        .order_by("lsoa_code", "month", "offence")
    )


def monthly_by_district(tables: Tables, *, source: str) -> Expression:
    """Columns district_code, month, offence, offences: every district the source locates."""
    table = tables["offence_count"]
    lsoa = tables["lsoa"].select("lsoa_code", "district_code")
    return (
        table.filter(table.source == source)
        .inner_join(lsoa, "lsoa_code")
        .group_by("district_code", "month", "offence")
        .aggregate(offences=lambda t: t.offences.sum().cast("int64"))
        .order_by("district_code", "month", "offence")
    )


def rows_of_forces(
    tables: Tables, *, source: str, forces: list[str], first: str, last: str
) -> Expression:
    """Rows of those forces, located or not; no force named means all that the source holds."""
    table = counted(tables, source=source, first=first, last=last)
    return table.filter(table.force.isin(forces)) if forces else table


def rows_held(
    tables: Tables, *, source: str, forces: list[str], offence: str | None, first: str, last: str
) -> Expression:
    """Rows of those forces, located or not. Unit: records."""
    table = rows_of_forces(tables, source=source, forces=forces, first=first, last=last)
    return of_offence(table, offence).offences.sum().coalesce(0).cast("int64")


def rows_not_located(
    tables: Tables, *, source: str, forces: list[str], offence: str | None, first: str, last: str
) -> Expression:
    """Rows of those forces that have no LSOA. Unit: records."""
    table = rows_of_forces(tables, source=source, forces=forces, first=first, last=last)
    table = of_offence(table.filter(table.lsoa_code.isnull()), offence)
    return table.offences.sum().coalesce(0).cast("int64")


def forces_named(tables: Tables, *, source: str) -> Expression:
    """Column force: every force that the source's rows name."""
    table = tables["offence_count"]
    return table.filter(table.source == source, table.force.notnull()).select("force").distinct()


def not_located(
    tables: Tables, *, source: str, forces: list[str], first: str, last: str
) -> Expression:
    """Columns offence, located, not_located: the source's rows with and without an LSOA."""
    table = rows_of_forces(tables, source=source, forces=forces, first=first, last=last)
    return (
        table.group_by("offence")
        .aggregate(
            rows=lambda t: t.offences.sum().cast("int64"),
            not_located=lambda t: (
                t.offences.sum(where=t.lsoa_code.isnull()).coalesce(0).cast("int64")
            ),
        )
        .order_by("offence")
    )


def offences_together(
    tables: Tables, *, source: str, area: str, offences: list[str], first: str, last: str
) -> Expression:
    """Offences of several groups together, located in the area. Unit: offences."""
    table = in_area(tables, counted(tables, source=source, first=first, last=last), area)
    return table.filter(table.offence.isin(offences)).offences.sum().coalesce(0).cast("int64")
