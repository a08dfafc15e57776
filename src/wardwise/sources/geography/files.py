"""The published files that geographies, populations and deprivation are read from."""

from __future__ import annotations

from wardwise.sources.geography.csv_columns import CsvFile


WARDS = CsvFile(
    "geography/lookup_lsoa21_ward24_ltla24.csv.gz",
    "LSOA 2021 to ward 2024 to district 2024, best fit",
    "ons_geography",
    dict.fromkeys(
        (
            "lsoa21_code",
            "lsoa21_name",
            "ward24_code",
            "ward24_name",
            "ltla24_code",
            "ltla24_name",
        ),
        "text",
    ),
)
PARTNERSHIPS = CsvFile(
    "geography/lookup_ltla24_csp24_pfa24.csv.gz",
    "district 2024 to partnership 2024 to police force area 2024",
    "ons_geography",
    dict.fromkeys(
        (
            "ltla24_code",
            "ltla24_name",
            "csp24_code",
            "csp24_name",
            "pfa24_code",
            "pfa24_name",
        ),
        "text",
    ),
    key=("ltla24_code", "csp24_code"),
)
OLD_LSOAS = CsvFile(
    "geography/LSOA11_LSOA21_LAD22_exact_fit_V3.csv.gz",
    "LSOA 2011 to LSOA 2021, exact fit, with the change indicator",
    "ons_geography",
    dict.fromkeys(("LSOA11CD", "LSOA11NM", "LSOA21CD", "CHGIND", "LAD22CD"), "text"),
    key=("LSOA11CD", "LSOA21CD"),
)
CENTRES = CsvFile(
    "geography/lsoa_latlong.csv.gz",
    "centres of LSOAs",
    "ons_geography",
    {"LSOACD": "text", "latitude": "number", "longitude": "number"},
    required=False,
)
RURAL_URBAN = CsvFile(
    "geography/ruc21_lsoa21.csv.gz",
    "rural-urban classification 2021 by LSOA 2021",
    "ons_geography",
    {"lsoa21_code": "text", "classification": "text"},
    required=False,
)
RESIDENTS = CsvFile(
    "population/census2021_TS001_usual_residents_LSOA21.csv.gz",
    "Census 2021 table TS001, usual residents by LSOA 2021",
    "census_2021",
    {"mnemonic": "text", "total": "count"},
)
HOUSEHOLDS = CsvFile(
    "population/household_type21_lsoa21.csv.gz",
    "Census 2021 households by kind of dwelling and LSOA 2021",
    "census_2021",
    {"lsoa21_code": "text", "total_households": "count"},
    rows_alike=True,
)
DEPRIVED_HOUSEHOLDS = CsvFile(
    "imd/census21_deprivation_england_wales_lsoa21.csv.gz",
    "Census 2021 households by number of deprivation dimensions and LSOA 2021",
    "census_2021",
    {
        "lsoa21_code": "text",
        "households_number_deprivation_dimensions": "count",
        "count": "count",
    },
    required=False,
    key=("lsoa21_code", "households_number_deprivation_dimensions"),
)
OLD_RESIDENTS = CsvFile(
    "population/population20_lsoa11.csv.gz",
    "mid-2020 residents by LSOA 2011",
    "mid_2020",
    {
        "lsoa11_code": "text",
        "total_population": "count",
        **dict.fromkeys(map(str, range(15, 25)), "count"),
    },
    required=False,
)
IMD_2019 = CsvFile(
    "imd/imd2019_england_lsoa11.csv.gz",
    "Index of Multiple Deprivation 2019 by LSOA 2011, England",
    "imd_2019",
    {"lsoa11_code": "text", "IMD_decile": "tenth", "IMD_rank": "count"},
    required=False,
)
IMD_2025 = CsvFile(
    "imd/imd2025_england_lsoa21.csv.gz",
    "Index of Multiple Deprivation 2025 by LSOA 2021, England",
    "imd_2025",
    {
        "lsoa21_code": "text",
        "IMD_decile": "tenth",
        "IMD_rank": "count",
        **dict.fromkeys(
            ("IMD_score", "Income_score", "Employment_score", "Education_score"), "amount"
        ),
    },
    required=False,
)
DISTRICT_HOUSEHOLDS = CsvFile(
    "population/households21_england_wales_ltla23.csv.gz",
    "Census 2021 households by district 2023",
    "census_2021",
    {"ltla23_code": "text", "households": "count"},
    required=False,
)
AGES = CsvFile(
    "population/age_gender21_ltla21_ew.csv.gz",
    "Census 2021 residents by three ages, sex and district 2021",
    "census_2021",
    {
        "ltla21_code": "text",
        **dict.fromkeys(
            (
                "total_population",
                "total_females",
                "total_males",
                "younger_females",
                "working_age_females",
                "younger_males",
                "working_age_males",
            ),
            "count",
        ),
    },
    required=False,
)
ETHNICITY = CsvFile(
    "population/ethnicity21_ltla21.csv.gz",
    "Census 2021 residents by ethnic group and district 2021",
    "census_2021",
    {"ltla21_code": "text", "ethnic_group": "text", "value": "amount"},
    required=False,
    key=("ltla21_code", "ethnic_group"),
)

NAMES = (
    "WARDS",
    "PARTNERSHIPS",
    "OLD_LSOAS",
    "CENTRES",
    "RURAL_URBAN",
    "RESIDENTS",
    "HOUSEHOLDS",
    "DEPRIVED_HOUSEHOLDS",
    "OLD_RESIDENTS",
    "IMD_2019",
    "IMD_2025",
    "DISTRICT_HOUSEHOLDS",
    "AGES",
    "ETHNICITY",
)
