"""A data folder of a made-up force: two districts, six LSOAs, in the layout of the real files.

Sampleton has the wards Eastgate (001A, 002A) and Westgate (003A, 004A); Otherham has Northside
(001A, 002A). Of the LSOAs of 2011, one of Sampleton was split into 002A and 003A and two were
merged into 004A; the others did not change.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from pathlib import Path


SAMPLETON, OTHERHAM = "E06999991", "E06999992"
LSOAS = {
    "E01999991": ("Sampleton 001A", "E05999991", "Eastgate", SAMPLETON, "Sampleton"),
    "E01999992": ("Sampleton 002A", "E05999991", "Eastgate", SAMPLETON, "Sampleton"),
    "E01999993": ("Sampleton 003A", "E05999992", "Westgate", SAMPLETON, "Sampleton"),
    "E01999994": ("Sampleton 004A", "E05999992", "Westgate", SAMPLETON, "Sampleton"),
    "E01999995": ("Otherham 001A", "E05999993", "Northside", OTHERHAM, "Otherham"),
    "E01999996": ("Otherham 002A", "E05999993", "Northside", OTHERHAM, "Otherham"),
}
OLD = [
    ("E01999991", "E01999991", "U"),
    ("E01888882", "E01999992", "S"),
    ("E01888882", "E01999993", "S"),
    ("E01888884", "E01999994", "M"),
    ("E01888885", "E01999994", "M"),
    ("E01999995", "E01999995", "U"),
    ("E01999996", "E01999996", "U"),
]
IMD_2019 = {  # LSOA 2011 → rank, tenth, residents of mid-2020
    "E01999991": (10, 1, 1000),
    "E01888882": (50, 5, 2000),
    "E01888884": (20, 2, 1000),
    "E01888885": (80, 8, 3000),
    "E01999995": (90, 9, 1000),
    "E01999996": (100, 10, 1000),
}
RESIDENTS = dict(zip(LSOAS, (1000, 1100, 1200, 1300, 1400, 1500), strict=True))
HOUSEHOLDS = dict(zip(LSOAS, (400, 450, 500, 550, 600, 650), strict=True))
WEST, SOUTH, SIDE = -0.42, 51.88, 0.01


def write_csv(path: Path, rows: Sequence[Sequence[object]]) -> Path:
    """Rows as a CSV in UTF-8."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def sample_folder(path: Path) -> Path:
    """The whole folder, written under ``path``."""
    _geography(path / "geography")
    _population(path / "population")
    _deprivation(path / "imd")
    for district in (SAMPLETON, OTHERHAM):
        write_outlines(path, district=district)
    return path


def _geography(folder: Path) -> None:
    names = ("code", "name")
    write_csv(
        folder / "lookup_lsoa21_ward24_ltla24.csv",
        [
            [f"{level}_{part}" for level in ("lsoa21", "ward24", "ltla24") for part in names],
            *(
                (code, name, ward, ward_name, district, district_name)
                for code, (name, ward, ward_name, district, district_name) in LSOAS.items()
            ),
        ],
    )
    write_csv(
        folder / "lookup_ltla24_csp24_pfa24.csv",
        [
            [f"{level}_{part}" for level in ("ltla24", "csp24", "pfa24") for part in names],
            (SAMPLETON, "Sampleton", "E22999991", "Sampleton", "E23999991", "Sampleshire"),
            (OTHERHAM, "Otherham", "E22999992", "Otherham", "E23999991", "Sampleshire"),
        ],
    )
    write_csv(
        folder / "LSOA11_LSOA21_LAD22_exact_fit_V3.csv",
        [
            ("LSOA11CD", "LSOA11NM", "LSOA21CD", "LSOA21NM", "CHGIND", "LAD22CD"),
            *(
                (old, LSOAS[new][0], new, LSOAS[new][0], change, LSOAS[new][3])
                for old, new, change in OLD
            ),
        ],
    )
    write_csv(
        folder / "lsoa_latlong.csv",
        [
            ("LSOACD", "latitude", "longitude"),
            *((code, *_centre(position)) for position, code in enumerate(LSOAS)),
        ],
    )
    write_csv(
        folder / "ruc21_lsoa21.csv",
        [("lsoa21_code", "classification"), *((code, "Urban") for code in LSOAS)],
    )


def _population(folder: Path) -> None:
    write_csv(
        folder / "census2021_TS001_usual_residents_LSOA21.csv",
        [
            ("total", "2021 super output area - lower layer", "mnemonic"),
            *((people, LSOAS[code][0], code) for code, people in RESIDENTS.items()),
            ("", "", ""),
            ("", "counts perturbed by small amounts", ""),
        ],
    )
    write_csv(
        folder / "household_type21_lsoa21.csv",
        [
            ("lsoa21_code", "total_households", "type", "n"),
            *((code, f"{homes}.0", "Detached", 1) for code, homes in HOUSEHOLDS.items()),
        ],
    )
    write_csv(
        folder / "population20_lsoa11.csv",
        [
            ("lsoa11_code", "total_population", *map(str, range(15, 25))),
            *((code, people, *[people // 100] * 10) for code, (_, _, people) in IMD_2019.items()),
        ],
    )
    groups = ("White: Irish (number)", "White: Roma (number)", "White: Roma (percent)")
    write_csv(
        folder / "ethnicity21_ltla21.csv",
        [
            ("ltla21_code", "ethnic_group", "value"),
            *((SAMPLETON, group, 10 + n) for n, group in enumerate(groups)),
            (SAMPLETON, "Other ethnic group: Arab (number)", 7),
        ],
    )
    write_csv(
        folder / "age_gender21_ltla21_ew.csv",
        [
            [
                "ltla21_code",
                "total_population",
                "total_females",
                "total_males",
                "younger_females",
                "working_age_females",
                "younger_males",
                "working_age_males",
            ],
            (SAMPLETON, 4600, 2400, 2200, 400, 1500, 450, 1350),
        ],
    )


def _deprivation(folder: Path) -> None:
    write_csv(
        folder / "imd2019_england_lsoa11.csv",
        [
            ("lsoa11_code", "IMD_decile", "IMD_rank"),
            *((code, decile, rank) for code, (rank, decile, _) in IMD_2019.items()),
        ],
    )
    write_csv(
        folder / "imd2025_england_lsoa21.csv",
        [
            (
                "lsoa21_code",
                *(f"IMD_{what}" for what in ("decile", "rank", "score")),
                *(f"{domain}_score" for domain in ("Income", "Employment", "Education")),
            ),
            ("E01999991", 1, 5, 60.5, 0.3, 0.2, 55.1),
        ],
    )
    write_csv(
        folder / "census21_deprivation_england_wales_lsoa21.csv",
        [
            ("lsoa21_code", "households_number_deprivation_dimensions", "count"),
            *(("E01999991", dimensions, 10 * (dimensions + 1)) for dimensions in range(5)),
        ],
    )


def _centre(position: int) -> tuple[float, float]:
    return SOUTH + SIDE / 2, WEST + SIDE * (position + 0.5)


def write_outlines(
    path: Path, *, district: str, lsoa_column: str = "LSOA21CD", ward_column: str = "WD24CD"
) -> None:
    """Squares in a row from west to east, each LSOA 0.01 degrees wide."""
    squares = {
        code: (position, described)
        for position, (code, described) in enumerate(LSOAS.items())
        if described[3] == district
    }
    lsoas = [
        _feature(lsoa_column, code, described[0], position, 1)
        for code, (position, described) in squares.items()
    ]
    wards: dict[str, tuple[int, str]] = {}
    for position, described in squares.values():
        wards.setdefault(described[1], (position, described[2]))
    outlines = [
        _feature(ward_column, code, name, first, 2) for code, (first, name) in wards.items()
    ]
    for layer, features in (("lsoa", lsoas), ("ward", outlines)):
        file = path / "geography" / "case_areas" / f"{layer}_{district}.geojson"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")


def _feature(column: str, code: str, name: str, first: int, wide: int) -> dict[str, object]:
    return {
        "type": "Feature",
        "properties": {column: code, column[:-2] + "NM": name},
        "geometry": {"type": "Polygon", "coordinates": [square(first, wide)]},
    }


def square(first: int, wide: int = 1) -> list[list[float]]:
    """The ring of a rectangle that begins at the ``first`` LSOA from the west."""
    west, east, south, north = (
        WEST + SIDE * first,
        WEST + SIDE * (first + wide),
        SOUTH,
        SOUTH + SIDE,
    )
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]
