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
