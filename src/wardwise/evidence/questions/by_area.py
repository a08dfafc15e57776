"""How many offences were recorded in each of several areas, in one question?"""

from __future__ import annotations

from wardwise.evidence.questions.offences import counted, of_offence
from wardwise.evidence.tables import Expression, Tables


def _inside(tables: Tables, areas: list[str]) -> Expression:
    members = tables["area_lsoa"]
    return members.filter(members.area_code.isin(areas))


def _located(
    tables: Tables, areas: list[str], source: str, offence: str | None, first: str, last: str
) -> Expression:
    table = of_offence(counted(tables, source=source, first=first, last=last), offence)
    return table.inner_join(_inside(tables, areas), "lsoa_code")


def offences(
    tables: Tables, *, source: str, areas: list[str], offence: str | None, first: str, last: str
) -> Expression:
    """Columns area_code, offences; an area without a row is not in the answer."""
    return (
        _located(tables, areas, source, offence, first, last)
        .group_by("area_code")
        .aggregate(offences=lambda t: t.offences.sum().cast("int64"))
        .order_by("area_code")
    )


def monthly_offences(
    tables: Tables, *, source: str, areas: list[str], offence: str | None, first: str, last: str
) -> Expression:
    """Columns area_code, month, offences; a month without a row is not in the answer."""
    return (
        _located(tables, areas, source, offence, first, last)
        .group_by("area_code", "month")
        .aggregate(offences=lambda t: t.offences.sum().cast("int64"))
        .order_by("area_code", "month")
    )


def months_held(
    tables: Tables, *, source: str, areas: list[str], first: str, last: str
) -> Expression:
    """Columns area_code, month: months that the source holds for every district touched."""
    lsoa = tables["lsoa"].select("lsoa_code", "district_code")
    touched = _inside(tables, areas).inner_join(lsoa, "lsoa_code")
    touched = touched.select("area_code", "district_code").distinct()
    wanted = touched.group_by("area_code").aggregate(districts=lambda t: t.count())
    held = tables["area_month_held"]
    held = held.filter(held.source == source, held.month >= first, held.month <= last, held.held)
    months = (
        touched.inner_join(held.select("district_code", "month"), "district_code")
        .group_by("area_code", "month")
        .aggregate(found=lambda t: t.count())
    )
    both = months.inner_join(wanted, "area_code")
    return both.filter(both.found == both.districts).select("area_code", "month")


def monthly_groups(tables: Tables, *, source: str, areas: list[str]) -> Expression:
    """Columns area_code, offence, month, offences: every group and month that has a row."""
    table = tables["offence_count"]
    located = table.filter(table.source == source).inner_join(_inside(tables, areas), "lsoa_code")
    return located.group_by("area_code", "offence", "month").aggregate(
        offences=lambda t: t.offences.sum().cast("int64")
    )


def people(tables: Tables, *, areas: list[str]) -> Expression:
    """Residents and households by area, and the highest tenth of deprivation of its LSOAs."""
    located = tables["lsoa"].inner_join(_inside(tables, areas), "lsoa_code")
    return located.group_by("area_code").aggregate(
        residents=lambda t: t.residents.sum().cast("int64"),
        households=lambda t: t.households.sum().cast("int64"),
        households_deprived=lambda t: t.households_deprived.sum().cast("int64"),
        imd2019_decile=lambda t: t.imd2019_decile.max(),
        imd2025_decile=lambda t: t.imd2025_decile.max(),
    )


def monthly_offences_of_each(
    tables: Tables, *, source: str, areas: list[str], offences: list[str], first: str, last: str
) -> Expression:
    """Columns area_code, month, offence, offences; a month without a row is not in the answer."""
    table = counted(tables, source=source, first=first, last=last)
    located = table.filter(table.offence.isin(offences))
    return (
        located.inner_join(_inside(tables, areas), "lsoa_code")
        .group_by("area_code", "month", "offence")
        .aggregate(offences=lambda t: t.offences.sum().cast("int64"))
        .order_by("area_code", "month", "offence")
    )
