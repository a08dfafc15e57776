"""Who lives there?"""

from __future__ import annotations

from wardwise.evidence.questions.offences import in_area
from wardwise.evidence.tables import Expression, Tables


AGE_BANDS = {"0 to 15": "younger", "16 to 64": "working_age", "65 and over": "older"}


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


def people_of_age(tables: Tables, *, area: str, band: str) -> Expression:
    """Census 2021 residents of one age band in the area's districts. Unit: people."""
    return _of_districts(tables, area)[AGE_BANDS[band]].sum().cast("int64")


def people_of_sex(tables: Tables, *, area: str, sex: str) -> Expression:
    """Census 2021 residents of one sex in the area's districts. Unit: people."""
    return _of_districts(tables, area)[sex].sum().cast("int64")


def lsoas(tables: Tables, *, area: str) -> Expression:
    """LSOAs of the area. Unit: areas."""
    return in_area(tables, tables["lsoa"], area).count()


def wards(tables: Tables, *, area: str) -> Expression:
    """Wards that the LSOAs of the area lie in. Unit: areas."""
    return in_area(tables, tables["lsoa"], area).ward_code.nunique()


def wards_with_most_deprived(tables: Tables, *, area: str, edition: str, tenths: int) -> Expression:
    """Wards with at least one LSOA in the most deprived tenths of England. Unit: areas."""
    table = in_area(tables, tables["lsoa"], area)
    decile = table[f"{edition.replace('_', '')}_decile"]
    return table.filter(decile <= tenths).ward_code.nunique()


def lsoas_in_most_deprived(tables: Tables, *, area: str, edition: str, tenths: int) -> Expression:
    """LSOAs of the area in the most deprived tenths of England. Unit: areas."""
    table = in_area(tables, tables["lsoa"], area)
    return table.filter(table[f"{edition.replace('_', '')}_decile"] <= tenths).count()


def deprivation_tenth(tables: Tables, *, area: str, edition: str) -> Expression:
    """The tenth of England that an LSOA is in, 1 being the most deprived."""
    return in_area(tables, tables["lsoa"], area)[f"{edition.replace('_', '')}_decile"].max()


def _of_districts(tables: Tables, area: str) -> Expression:
    districts = in_area(tables, tables["lsoa"], area).select("district_code").distinct()
    return tables["district"].semi_join(districts, "district_code")


def residents_by_lsoa(tables: Tables, *, area: str) -> Expression:
    """One row per LSOA of the area with everything that the geography knows of it."""
    return in_area(tables, tables["lsoa"], area).order_by("lsoa_code")
