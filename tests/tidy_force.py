"""A made-up country as stored tidy tables: one partnership in detail, enough to compare with.

Sampleton (district E06999991, partnership E22999991) has eight LSOAs in two wards. Its force,
Sampleshire, has three more partnerships, of which Twinford is of two districts. Two more
partnerships lie in Welland, a force of Wales. Counts follow a rule, so that nothing is random.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from wardwise.domain.area import Area, AreaKind
from wardwise.domain.period import Month, Period
from wardwise.domain.settings import Settings
from wardwise.evidence.areas import area_lsoa
from wardwise.evidence.bundle import build_evidence
from wardwise.evidence.tables import Tables, open_tables
from wardwise.figures.desk import Desk
from wardwise.sources.tidy import tidy_frame, tidy_rows


LAST = Month(2024, 12)
MONTHS = Period.ending(LAST, months=36).months
QUARTERS = tuple(Period(first, first.plus(2)) for first in MONTHS[24::3])
FORCE = ("E23999991", "Sampleshire")
WELSH = ("W15999991", "Welland")
# district: name, partnership, its name, force, LSOAs
DISTRICTS = {
    "E06999991": ("Sampleton", "E22999991", "Sampleton", FORCE, 8),
    "E06999992": ("Otherham", "E22999992", "Otherham", FORCE, 2),
    "E06999993": ("Thirdby", "E22999993", "Thirdby", FORCE, 2),
    "E07999994": ("Twin East", "E22999994", "Twinford", FORCE, 2),
    "E07999995": ("Twin West", "E22999994", "Twinford", FORCE, 2),
    "W06999996": ("Aberwell", "W22999995", "Aberwell", WELSH, 2),
    "W06999997": ("Llanwell", "W22999996", "Llanwell", WELSH, 2),
}
OFFENCES = {  # in an LSOA and a usual month
    "Anti-social behaviour": 4,
    "Burglary": 2,
    "Drugs": 1,
    "Robbery": 1,
    "Violence and sexual offences": 5,
}
HEADLINES = {  # published offence: in a year of Sampleton
    "Drug offences": 130,
    "Homicide": 1,
    "Non-residential burglary": 60,
    "Residential burglary": 170,
    "Robbery": 90,
    "Sexual offences": 75,
    "Violence with injury": 210,
}
CODES = {  # Home Office code: subgroup, offences in a quarter
    "28E": ("Residential burglary", 400),
    "30C": ("Non-residential burglary", 150),
    "34B": ("Robbery of personal property", 120),
    "8N": ("Violence with injury", 500),
    "1": ("Homicide", 2),
    "19C": ("Rape offences", 40),
    "92D": ("Possession of drugs", 200),
}
OUTCOMES = (
    "Suspect charged",
    "Investigation complete; no suspect identified",
    "Unable to prosecute suspect",
    "Local resolution",
    "Under investigation",
    None,
)
OWN = Area("OWN-TOWN", "Town centre", AreaKind.OWN)


def lsoa_codes() -> list[tuple[str, str]]:
    """LSOA and district, in order."""
    return [
        (f"{code[0]}01{int(code[-2:]):03d}{n:03d}1", code)
        for code, (*_, lsoas) in DISTRICTS.items()
        for n in range(lsoas)
    ]


def own_areas() -> dict[Area, tuple[str, ...]]:
    """The town centre: the second and third LSOA, in one ward."""
    ours = [code for code, _ in lsoa_codes()][1:3]
    return {OWN: tuple(ours)}


def tidy_tables() -> dict[str, pa.Table]:
    """Every table of a run, by name."""
    records = _records()
    located = records.groupby(["source", "month", "lsoa_code", "offence", "force"], dropna=False)
    counts = located.size().rename("offences").reset_index()
    lsoa = tidy_rows("lsoa", list(_lsoas()))
    return {
        "lsoa": lsoa,
        "area_lsoa": area_lsoa(lsoa, {area.code: inside for area, inside in own_areas().items()}),
        "district": tidy_rows("district", list(_districts())),
        "ethnicity": tidy_rows("ethnicity", list(_ethnicity())),
        "ward_age": tidy_rows("ward_age", list(_ward_ages())),
        "offence_record": tidy_frame("offence_record", records),
        "offence_count": tidy_frame("offence_count", counts),
        "area_month_held": tidy_rows("area_month_held", list(_held())),
        "stop_search_record": tidy_rows("stop_search_record", list(_searches())),
        "official_count": tidy_rows("official_count", list(_official())),
        "force_quarter": tidy_rows("force_quarter", list(_quarters())),
        "force_outcome": tidy_rows("force_outcome", list(_force_outcomes())),
        "completeness": tidy_rows("completeness", list(_completeness())),
        "extract_comparison": tidy_rows("extract_comparison", [_extracts()]),
        "file_read": tidy_rows("file_read", list(_files())),
        "set_aside": tidy_rows("set_aside", [_set_aside()]),
        "context_indicator": tidy_rows("context_indicator", [_indicator()]),
    }


def stored(folder: Path, tables: Mapping[str, pa.Table] | None = None) -> Tables:
    """The tables as parquet in the folder, opened for questions."""
    paths = {}
    for name, table in (tables or tidy_tables()).items():
        paths[name] = folder / f"{name}.parquet"
        pq.write_table(table, paths[name])
    return open_tables(paths)


def settings(**changes: object) -> Settings:
    """Settings that call for every source."""
    given: dict[str, object] = {
        "partnership": {"code": "E06999991", "name": "Sampleton", "force": "Sampleshire"},
        "evidence": {
            "recorded_crime": "police_uk",
            "outcomes": "police_uk",
            "stop_and_search": "police_uk",
            "context": ["made_up.csv"],
        },
        "comparators": {"count": 3},
        "places": {"commissioned": ["Eastgate"]},
        "threat": {"draws": 200},
    }
    return Settings.model_validate(given | changes)


def desk_of(tables: Tables, **changes: object) -> Desk:
    """The desk as a run lays it out from those tables."""
    chosen = settings(**changes)
    evidence = build_evidence(tables, settings=chosen, own=own_areas(), notices=("Made up.",))
    return Desk(evidence, chosen)


def _records() -> pd.DataFrame:
    """One row per record; every fortieth has no LSOA."""
    cells = [
        (month, place, lsoa, district, offence, _count(m, place, kind, usual))
        for m, month in enumerate(MONTHS)
        for place, (lsoa, district) in enumerate(lsoa_codes())
        for kind, (offence, usual) in enumerate(OFFENCES.items())
    ]
    frame = pd.DataFrame(cells, columns=["month", "place", "lsoa_code", "district", "offence", "n"])
    frame = frame.loc[frame.index.repeat(frame["n"])].reset_index(drop=True)
    frame["lsoa_code"] = frame["lsoa_code"].where(frame.index % 40 != 0)
    welsh = frame["district"].str.startswith("W")
    frame["force"] = welsh.map({True: "Welland Police", False: "Sampleshire Police"})
    frame["month"] = frame["month"].astype(str)
    frame["row"] = frame.index + 2
    frame["outcome"] = [OUTCOMES[(n * 5 + n // 7) % len(OUTCOMES)] for n in frame.index]
    frame["not_located"] = frame["lsoa_code"].isna().map({True: "no LSOA", False: None})
    frame["used"] = True
    for column, text in (("source", "police_uk"), ("extract", "a"), ("file", "made-up.csv")):
        frame[column] = text
    for column in ("crime_id", "longitude", "latitude", "location", "set_aside"):
        frame[column] = None
    return frame


def _count(month: int, place: int, kind: int, usual: int) -> int:
    """More burglary in the last year, more violence in summer, most of all in the third LSOA."""
    n = usual + (7 * month + 3 * place + 5 * kind) % 3
    n += 3 if kind == 1 and month >= 24 else 0
    n += 4 if kind == 4 and MONTHS[month].number in (6, 7, 8) else 0
    return n * 3 if place == 2 else n


def _lsoas() -> Iterator[dict[str, object]]:
    for n, (code, district) in enumerate(lsoa_codes()):
        name, csp, csp_name, force, _ = DISTRICTS[district]
        east = n % 8 < 4 or district != "E06999991"
        english = district.startswith("E")
        yield {
            "lsoa_code": code,
            "lsoa_name": f"{name} {n:03d}A",
            "ward_code": f"{district[0]}05{district[-3:]}{'001' if east else '002'}",
            "ward_name": "Eastgate" if east else "Westgate",
            "district_code": district,
            "district_name": name,
            "csp_code": csp,
            "csp_name": csp_name,
            "force_code": force[0],
            "force_name": force[1],
            "latitude": 51.8 + 0.01 * n + 0.002 * (n % 3),
            "longitude": -0.4 + 0.005 * n,
            "residents": 1_500 + 37 * n,
            "households": 600 + 11 * n,
            "households_deprived": 80 + 13 * (n % 6),
            "imd2019_decile": 1 + n % 10 if english else None,
            "imd2025_decile": 1 + (n * 3) % 10 if english else None,
            "rural_urban": "Rural town" if n % 5 == 4 else "Urban city",
        }


def _districts() -> Iterator[dict[str, object]]:
    lsoas = list(_lsoas())
    for n, (code, (name, csp, csp_name, force, _)) in enumerate(DISTRICTS.items()):
        people = sum(int(str(r["residents"])) for r in lsoas if r["district_code"] == code)
        homes = sum(int(str(r["households"])) for r in lsoas if r["district_code"] == code)
        yield {
            "district_code": code,
            "district_name": name,
            "csp_code": csp,
            "csp_name": csp_name,
            "force_code": force[0],
            "force_name": force[1],
            "residents": people,
            "households": homes,
            "younger": people // 5 - 3 * n,
            "working_age": people - people // 5 - people // 6 + 3 * n,
            "older": people // 6,
            "males": people // 2 - n,
            "females": people - people // 2 + n,
        }


def _ethnicity() -> Iterator[dict[str, object]]:
    groups = {
        "White": 60,
        "Asian, Asian British or Asian Welsh": 20,
        "Black, Black British, Black Welsh, Caribbean or African": 10,
        "Mixed or Multiple ethnic groups": 6,
        "Other ethnic group": 4,
    }
    for n, row in enumerate(_districts()):
        for m, (group, share) in enumerate(groups.items()):
            people = int(str(row["residents"])) * share // 100 + n * m
            yield {
                "district_code": row["district_code"],
                "ethnic_group": group,
                "people": people,
            }


def _ward_ages() -> Iterator[dict[str, object]]:
    """Two wards of each district: 60 of each age in the one and 40 in the other, 55 females."""
    for code in DISTRICTS:
        for ward, females, males in (("1", 33, 27), ("2", 22, 18)):
            for age in range(91):
                yield {
                    "source": "mid_2020",
                    "year": 2020,
                    "ward_code": f"E05{code[-5:]}{ward}",
                    "district_code": code,
                    "age": age,
                    "residents": females + males,
                    "females": females,
                    "males": males,
                }


def _held() -> Iterator[dict[str, object]]:
    """Llanwell has no month of 2022."""
    for month in MONTHS:
        for district in DISTRICTS:
            gone = district == "W06999997" and month.year == 2022
            yield {
                "source": "police_uk",
                "month": str(month),
                "district_code": district,
                "held": not gone,
            }


def _searches() -> Iterator[dict[str, object]]:
    labels = (
        "White - Irish",
        "Asian/Asian British - Indian",
        "Black/African/Caribbean/Black British - African",
        "Other ethnic group - Not stated",
        None,
    )
    ends = ("Arrest", "A no further action disposal", None, "Community resolution")
    codes = [code for code, district in lsoa_codes() if district.startswith("E")]
    for n in range(400):
        yield {
            "source": "police_uk",
            "force": "Sampleshire Police",
            "extract": "a",
            "file": "made-up-stop-and-search.csv",
            "row": n + 2,
            "month": str(MONTHS[24 + n // 3 % 12]),
            "type": ("Person search", "Person and Vehicle search", "Vehicle search")[n % 3],
            "self_defined_ethnicity": labels[(n * 7) % 5],
            "object_of_search": ("Controlled drugs", "Offensive weapons", None)[n % 7 % 3],
            "outcome": ends[n % 11 % 4],
            "linked_to_object": None,
            "lsoa_code": codes[n % len(codes)] if n % 9 else None,
            "used": n % 50 != 0,
            "set_aside": None if n % 50 else "a row twice",
        }


def _official() -> Iterator[dict[str, object]]:
    partnerships = {row[1]: row for row in DISTRICTS.values()}
    for n, (csp, (_, _, name, force, _)) in enumerate(partnerships.items()):
        named = {"csp_code": csp, "csp_name": name, "force_code": force[0], "force_name": force[1]}
        yield from _published("partnership", named, size=1 + n / 10)
    sampleshire = {"force_code": FORCE[0], "force_name": FORCE[1]}
    yield from _published("force", sampleshire, size=5)
    yield from _published("unassigned", sampleshire | {"csp_name": "Unassigned"}, size=0.1)
    country = {"force_code": "K04000001", "force_name": "England and Wales"}
    yield from _published("country", country, size=90)


def _published(level: str, named: dict[str, str], *, size: float) -> Iterator[dict[str, object]]:
    counts: list[tuple[str | None, int]] = [(None, sum(HEADLINES.values())), *HEADLINES.items()]
    for year, growth in ((2023, 1.0), (2024, 1.15)):
        for offence, usual in counts:
            offences = round(usual * size * growth)
            hidden = offence == "Homicide" and year == 2024 and level == "partnership"
            yield {
                "source": "ons_csp_tables",
                "level": level,
                **named,
                "offence": offence,
                "first_month": f"{year}-01",
                "last_month": f"{year}-12",
                "offences": None if hidden else offences,
                "residents": round(13_000 * size),
                "households": round(5_200 * size),
                "rate_per_1000_residents": None if hidden else offences / (13 * size),
                "change_percent": 15.0 if year == 2024 else None,
                "symbol": "[u]" if hidden else None,
                "note": "Too few to publish." if hidden else None,
            }


def _quarters() -> Iterator[dict[str, object]]:
    for f, force in enumerate(("Sampleshire", "Welland", "Farshire")):
        for q, quarter in enumerate(QUARTERS):
            for n, (code, (subgroup, usual)) in enumerate(CODES.items()):
                yield {
                    "source": "home_office_prc",
                    "force": force,
                    "first_month": str(quarter.first),
                    "last_month": str(quarter.last),
                    "offence_code": code,
                    "offence_description": "made up",
                    "offence_group": "made up",
                    "offence_subgroup": subgroup,
                    "offences": usual + (3 * q + 7 * n + 11 * f) % 13,
                    "territorial": True,
                }


def _force_outcomes() -> Iterator[dict[str, object]]:
    """The year 2023 of two forces: a tenth charged, a fifth still open, the rest no suspect."""
    for f, force in enumerate(("Sampleshire", "Welland")):
        for quarter in (Period(first, first.plus(2)) for first in MONTHS[12:24:3]):
            for n, group in enumerate(("Robbery", "Theft offences")):
                for kind, offences in ((1, 30), (0, 60), (18, 210)):
                    yield {
                        "source": "home_office_outcomes",
                        "force": force,
                        "first_month": str(quarter.first),
                        "last_month": str(quarter.last),
                        "offence_group": group,
                        "outcome_type": kind,
                        "offences": offences * (1 + n + f),
                        "territorial": True,
                    }


def _completeness() -> Iterator[dict[str, object]]:
    for n, first in enumerate(MONTHS[::3]):
        yield {
            "source": "police_uk",
            "force": "Sampleshire Police",
            "first_month": str(first),
            "last_month": str(first.plus(2)),
            "held": 900 if n == 0 else 995,
            "expected": 1_000,
            "share": 0.9 if n == 0 else 0.995,
            "status": "incomplete" if n == 0 else "complete",
            "why": "made up",
        }


def _extracts() -> dict[str, object]:
    changed = {"offence_changed": 1, "place_changed": 2, "outcome_changed": 3}
    compared = {"appeared": 5, "vanished": 4, "in_both": 395, **changed}
    kept = {"earlier": "a", "later": "b", "kept": "b", "why": "the later is used"}
    rows = {"rows_earlier": 399, "rows_later": 400}
    return {"source": "police_uk", "month": "2024-03", **kept, **rows, **compared}


def _files() -> Iterator[dict[str, object]]:
    for n, (source, path) in enumerate(
        (
            ("police_uk", "police_uk/made-up.zip"),
            ("police_uk", "police_uk/more-made-up.zip"),
            ("ons_csp_tables", "ons/tables.xlsx"),
        )
    ):
        yield {
            "source": source,
            "path": path,
            "sha256": f"{n}" * 64,
            "bytes": 1_000 + n,
            "rows_in": 500 + n,
            "rows_used": 480 + n,
            "first_month": "2022-01" if n else None,
            "last_month": "2024-12" if n else None,
            "licence": "Open Government Licence v3.0",
            "note": None,
        }


def _set_aside() -> dict[str, object]:
    return {"source": "police_uk", "file": "made-up.zip", "reason": "a row twice", "rows": 40}


def _indicator() -> dict[str, object]:
    return {
        "source": "context",
        "indicator": "Children in low-income families",
        "area_code": "E06999991",
        "period": "2023/24",
        "value": 24.5,
        "lower": 23.0,
        "upper": 26.0,
        "unit": "percent",
        "england": 20.1,
        "region": 19.0,
        "published_by": "Department for Work and Pensions",
        "published_on": "2025-03-27",
    }
