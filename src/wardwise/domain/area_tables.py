"""The shape of every tidy table of areas, their people and their land: column → type."""

from __future__ import annotations


# One row per LSOA 2021 of England and Wales: the geography and its people
LSOA = {
    "lsoa_code": "string",
    "lsoa_name": "string",
    "ward_code": "string",
    "ward_name": "string",
    "district_code": "string",
    "district_name": "string",
    "csp_code": "string",
    "csp_name": "string",
    "force_code": "string",
    "force_name": "string",
    "latitude": "double?",
    "longitude": "double?",
    "residents": "int64?",  # Census 2021 usual residents
    "households": "int64?",  # Census 2021
    "households_deprived": "int64?",  # Census 2021, two or more of the four dimensions
    "imd2019_decile": "int64?",  # 1 = most deprived tenth of England
    "imd2019_rank": "int64?",
    "imd2025_decile": "int64?",
    "imd2025_rank": "int64?",
    "imd2025_score": "double?",
    "imd2025_income": "double?",  # score of the domain: share of people
    "imd2025_employment": "double?",
    "imd2025_education": "double?",
    "aged_15_24": "double?",  # mid-2020, carried from LSOAs of 2011
    "rural_urban": "string?",
}

# LSOAs of the partnership that share an edge or a corner, each way round
LSOA_NEIGHBOUR = {
    "lsoa_code": "string",
    "neighbour_code": "string",
}

# Land within the outline, of the LSOAs of the partnership
LSOA_LAND = {
    "lsoa_code": "string",
    "hectares": "double",
    "outline": "string?",  # hexadecimal well-known binary, British National Grid metres
}

LSOA_2011 = {
    "lsoa11_code": "string",
    "lsoa21_code": "string",
    "change": "string",  # U unchanged, S split, M merged, X irregular
}

DISTRICT = {
    "district_code": "string",
    "district_name": "string",
    "csp_code": "string",
    "csp_name": "string",
    "force_code": "string",
    "force_name": "string",
    "residents": "int64?",
    "households": "int64?",
    "younger": "int64?",  # Census 2021, aged 0 to 15
    "working_age": "int64?",  # 16 to 64
    "older": "int64?",  # 65 and over
    "males": "int64?",
    "females": "int64?",
}

ETHNICITY = {
    "district_code": "string",
    "ethnic_group": "string",  # the five high-level groups of Census 2021
    "people": "int64",
}

# Mid-year residents by ward of that year; 90 is 90 and over
WARD_AGE = {
    "source": "string",  # 'mid_2020'
    "year": "int32",
    "ward_code": "string",
    "district_code": "string",  # of today
    "age": "int32",
    "residents": "int64",
    "females": "int64",
    "males": "int64",
}

AREA_TABLES = {
    "lsoa": LSOA,
    "lsoa_neighbour": LSOA_NEIGHBOUR,
    "lsoa_land": LSOA_LAND,
    "lsoa_2011": LSOA_2011,
    "district": DISTRICT,
    "ethnicity": ETHNICITY,
    "ward_age": WARD_AGE,
}
