"""How many people of each age, sex and ethnic group live there?

Ages and sexes are of the mid-year table by ward, ethnic groups of the Census; both are asked of
the whole districts that the area lies in.
"""

from __future__ import annotations

from typing import Any

from wardwise.evidence.questions.offences import in_area
from wardwise.evidence.questions.people import people_of_group
from wardwise.evidence.tables import Expression, Tables, number, records


COLUMN_OF = {"F": "females", "M": "males"}


def by_district(tables: Tables) -> Expression:
    """Columns source, year, district_code, age, residents, females, males; every age of each."""
    table = tables["ward_age"]
    return (
        table.group_by("source", "year", "district_code", "age")
        .aggregate(
            residents=table.residents.sum().cast("int64"),
            females=table.females.sum().cast("int64"),
            males=table.males.sum().cast("int64"),
        )
        .order_by("district_code", "age")
    )


def by_age(tables: Tables, *, area: str) -> Expression:
    """Columns age, residents, females, males of the area's districts."""
    districts = in_area(tables, tables["lsoa"], area).select("district_code").distinct()
    table = tables["ward_age"].semi_join(districts, "district_code")
    return (
        table.group_by("age")
        .aggregate(
            residents=lambda t: t.residents.sum().cast("int64"),
            females=lambda t: t.females.sum().cast("int64"),
            males=lambda t: t.males.sum().cast("int64"),
        )
        .order_by("age")
    )


def residents_in_groups(
    tables: Tables, *, area: str, by: str, groups: list[Any]
) -> list[int | None]:
    """Residents of each group: bands of ages, single ages, sexes or ethnic groups.

    None where a group is none of the Census's. An upper age of None is an open end.
    """
    if by == "ethnicity":
        asked = (number(people_of_group(tables, area=area, group=name)) for name in groups)
        return [None if found is None else int(found) for found in asked]
    found = records(by_age(tables, area=area))
    if by == "sex":
        return [
            sum(row[COLUMN_OF[name]] for row in found) if name in COLUMN_OF else None
            for name in groups
        ]
    bands = [group if by == "age band" else (group, group) for group in groups]
    return [
        sum(
            row["residents"]
            for row in found
            if low <= row["age"] and (high is None or row["age"] <= high)
        )
        for low, high in bands
    ]


def residents_by_age(tables: Tables, *, area: str, youngest: int, oldest: int) -> list[int | None]:
    """Residents of each single year of age, first to last."""
    ages = list(range(youngest, oldest + 1))
    return residents_in_groups(tables, area=area, by="age", groups=ages)
