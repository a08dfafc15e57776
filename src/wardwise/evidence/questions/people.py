"""Who lives there?"""

from __future__ import annotations

from wardwise.evidence.questions.offences import in_area
from wardwise.evidence.tables import Expression, Tables


def residents(tables: Tables, *, area: str) -> Expression:
    """Census 2021 usual residents of the area's LSOAs. Unit: people."""
    return in_area(tables, tables["lsoa"], area).residents.sum().cast("int64")


def households(tables: Tables, *, area: str) -> Expression:
    """Census 2021 households of the area's LSOAs. Unit: households."""
    return in_area(tables, tables["lsoa"], area).households.sum().cast("int64")


def households_deprived(tables: Tables, *, area: str) -> Expression:
    """Households deprived in two or more of the four Census dimensions. Unit: households."""
    return in_area(tables, tables["lsoa"], area).households_deprived.sum().cast("int64")


def residents_in_most_deprived(
    tables: Tables, *, area: str, edition: str, tenths: int
) -> Expression:
    """Residents of LSOAs in the most deprived tenths of England. Unit: people."""
    table = in_area(tables, tables["lsoa"], area)
    decile = table[f"{edition.replace('_', '')}_decile"]
    return table.filter(decile <= tenths).residents.sum().coalesce(0).cast("int64")


def people_of_group(tables: Tables, *, area: str, group: str) -> Expression:
    """Census 2021 residents of one ethnic group in the district or partnership. Unit: people."""
    districts = in_area(tables, tables["lsoa"], area).select("district_code").distinct()
    table = tables["ethnicity"].semi_join(districts, "district_code")
    return table.filter(table.ethnic_group == group).people.sum().cast("int64")


def residents_by_lsoa(tables: Tables, *, area: str) -> Expression:
    """One row per LSOA of the area with everything that the geography knows of it."""
    return in_area(tables, tables["lsoa"], area).order_by("lsoa_code")
