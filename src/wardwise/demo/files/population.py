"""Population, households, ethnicity and deprivation in the layout of the open data folder."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from wardwise.demo.files.tables_out import write_csv_gz
from wardwise.demo.files.ward_ages import write_ward_ages
from wardwise.demo.land import Land
from wardwise.demo.people import ETHNIC_GROUPS, People
from wardwise.demo.vintage import Lsoa2011


Ints = NDArray[np.int64]

# The groups of Census 2021 within each high-level group, with the made-up share of each
DETAILED = {
    ETHNIC_GROUPS[0]: {"Bangladeshi": 15, "Chinese": 10, "Indian": 25, "Pakistani": 35,
                       "Other Asian": 15},
    ETHNIC_GROUPS[1]: {"African": 55, "Caribbean": 30, "Other Black": 15},
    ETHNIC_GROUPS[2]: {"White and Asian": 30, "White and Black African": 15,
                       "White and Black Caribbean": 30,
                       "Other Mixed or Multiple ethnic groups": 25},
    ETHNIC_GROUPS[3]: {"English, Welsh, Scottish, Northern Irish or British": 88, "Irish": 1,
                       "Gypsy or Irish Traveller": 1, "Roma": 1, "Other White": 9},
    ETHNIC_GROUPS[4]: {"Arab": 30, "Any other ethnic group": 70},
}  # fmt: skip
HOUSEHOLD_TYPES = {
    "Detached": 20,
    "Semi-detached": 33,
    "Terraced": 25,
    "In a purpose-built block of flats or tenement": 16,
    "Part of a converted or shared house, including bedsits": 3,
    "Part of another converted building, for example, former school, church or warehouse": 1,
    "In a commercial building, for example, in an office building, hotel or over a shop": 1,
    "A caravan or other mobile or temporary structure": 1,
}


def write_population(folder: Path, land: Land, people: People, vintage: Lsoa2011) -> None:
    """Every file of ``population/`` that is read."""
    write_csv_gz(
        folder / "census2021_TS001_usual_residents_LSOA21.csv.gz", _residents(land, people)
    )
    write_csv_gz(folder / "population20_lsoa11.csv.gz", _ages_2011(land, people, vintage))
    write_csv_gz(folder / "age_gender21_ltla21_ew.csv.gz", _ages_of_districts(land, people))
    write_csv_gz(folder / "ethnicity21_lsoa21.csv.gz", _ethnicity_of_lsoas(land, people))
    write_csv_gz(folder / "ethnicity21_ltla21.csv.gz", _ethnicity_of_districts(land, people))
    write_csv_gz(folder / "household_type21_lsoa21.csv.gz", _household_types(land, people))
    write_ward_ages(folder, land, people)
    households = land.by_district(people.households)
    write_csv_gz(
        folder / "households21_england_wales_ltla23.csv.gz",
        pd.DataFrame({"ltla23_code": land.district_code, "households": households}),
    )


def _residents(land: Land, people: People) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "total": people.residents,
            "2021 super output area - lower layer": land.lsoa_name,
            "mnemonic": land.lsoa_code,
        }
    )


def _ages_2011(land: Land, people: People, vintage: Lsoa2011) -> pd.DataFrame:
    """Mid-2020 by LSOA of 2011: merged LSOAs are halved, split ones added."""
    rows = vintage.rows()
    position = np.array([row[1] for row in rows])
    halves = np.bincount(position, minlength=land.lsoas)[position]
    ages = pd.DataFrame(people.ages[position] // halves[:, None], columns=range(91))
    ages = ages.rename(columns=lambda age: "90+" if age == 90 else str(age))
    ages.insert(0, "total_population", ages.sum(axis=1))
    ages.insert(0, "lsoa11_code", [row[0] for row in rows])
    ages.insert(0, "lsoa11_name", land.lsoa_name[position])
    return ages.groupby("lsoa11_code", as_index=False, sort=True).agg(
        {
            name: "first" if name == "lsoa11_name" else "sum"
            for name in ages
            if name != "lsoa11_code"
        }
    )[list(ages)]


def _ages_of_districts(land: Land, people: People) -> pd.DataFrame:
    ages = land.by_district(people.ages)
    thirds = {
        "younger": ages[:, :16].sum(axis=1),
        "working_age": ages[:, 16:65].sum(axis=1),
        "older": ages[:, 65:].sum(axis=1),
    }
    females = {name: number // 2 + number // 100 for name, number in thirds.items()}
    males = {name: number - females[name] for name, number in thirds.items()}
    table = {
        "ltla21_code": land.district_code,
        "total_population": sum(thirds.values()),
        "total_females": sum(females.values()),
        "total_males": sum(males.values()),
    }
    table |= {f"{name}_females": number for name, number in females.items()}
    table |= {f"{name}_males": number for name, number in males.items()}
    return pd.DataFrame(table)


def _ethnicity_of_lsoas(land: Land, people: People) -> pd.DataFrame:
    groups = len(ETHNIC_GROUPS)
    residents = np.repeat(people.residents, groups)
    return pd.DataFrame(
        {
            "lsoa21_code": np.repeat(land.lsoa_code, groups),
            "total_residents": residents,
            "ethnic_group": np.tile(ETHNIC_GROUPS, land.lsoas),
            "n": people.ethnicity.ravel(),
            "prop": people.ethnicity.ravel() / residents,
        }
    )


def _ethnicity_of_districts(land: Land, people: People) -> pd.DataFrame:
    """Long, the detailed groups once as a number and once as a percentage."""
    totals = land.by_district(people.ethnicity)
    numbers, percents = [], []
    for position, (group, parts) in enumerate(DETAILED.items()):
        share = np.array(list(parts.values())) / sum(parts.values())
        people_of = np.floor(totals[:, [position]] * share).astype(np.int64)
        people_of[:, 0] += totals[:, position] - people_of.sum(axis=1)
        for column, part in enumerate(parts):
            name = f"{group}: {part}"
            percent = (100 * people_of[:, column] / totals.sum(axis=1)).round(1)
            numbers.append(_one_group(land, f"{name} (number)", people_of[:, column]))
            percents.append(_one_group(land, f"{name} (percent)", percent))
    return pd.concat(numbers + percents, ignore_index=True)


def _one_group(land: Land, name: str, values: NDArray[np.generic]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "ltla21_code": land.district_code,
            "ltla21_name": land.district_name,
            "ethnic_group": name,
            "value": values.astype(float),
        }
    )


def _household_types(land: Land, people: People) -> pd.DataFrame:
    share = np.array(list(HOUSEHOLD_TYPES.values())) / sum(HOUSEHOLD_TYPES.values())
    number = np.floor(people.households[:, None] * share).astype(np.int64)
    number[:, 1] += people.households - number.sum(axis=1)
    total = np.repeat(people.households, len(share))
    return pd.DataFrame(
        {
            "lsoa21_code": np.repeat(land.lsoa_code, len(share)),
            "total_households": total,
            "type": np.tile(list(HOUSEHOLD_TYPES), land.lsoas),
            "n": number.ravel(),
            "prop": number.ravel() / total,
        }
    )
