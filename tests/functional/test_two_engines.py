"""The questions are written once: DuckDB and PySpark in local mode give equal answers."""

from __future__ import annotations

import shutil
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from wardwise.evidence import map_points
from wardwise.evidence.areas import area_lsoa
from wardwise.evidence.extract_counts import tables_of
from wardwise.evidence.questions import (
    by_area,
    force,
    land,
    linkage,
    offences,
    official,
    partner_places,
    partners,
    people,
    points,
    records,
    residents_by_age,
    returns,
    searches,
)
from wardwise.evidence.tables import Tables, open_tables, rows
from wardwise.sources.tidy import tidy_rows


pytestmark = [
    pytest.mark.slow,
    pytest.mark.spark,
    pytest.mark.skipif(shutil.which("java") is None, reason="PySpark needs Java, not found here"),
    # Spark's own Python code warns of what pandas will change; that is Spark's to mend
    pytest.mark.filterwarnings("ignore"),
]

OFFENCES = ("Burglary", "Drugs", "Anti-social behaviour")
LSOAS = [f"E0199999{n}" for n in range(4)]


def _tables() -> dict[str, pa.Table]:
    """A small made-up force: four LSOAs, two districts, eight months."""
    lsoa = tidy_rows("lsoa", [_lsoa(n) for n in range(4)])
    counts = [
        {
            "source": "police_uk",
            "force": "Sampleshire Police",
            "month": f"2024-{month:02d}",
            "lsoa_code": LSOAS[place] if place < 4 else None,
            "offence": offence,
            "offences": 1 + (7 * month + 3 * place + 5 * kind) % 11,
        }
        for month in range(1, 9)
        for place in range(5)
        for kind, offence in enumerate(OFFENCES)
    ]
    return {
        "lsoa": lsoa,
        "area_lsoa": area_lsoa(lsoa, {"OWN-1": (LSOAS[0], LSOAS[3])}),
        "lsoa_neighbour": tidy_rows("lsoa_neighbour", [_pair(n) for n in range(6)]),
        "lsoa_land": tidy_rows(
            "lsoa_land",
            [
                {"lsoa_code": code, "hectares": 12.5, "outline": f"00{n}"}
                for n, code in enumerate(LSOAS)
            ],
        ),
        "offence_count": tidy_rows("offence_count", counts),
        "area_month_held": tidy_rows("area_month_held", [_held(n) for n in range(16)]),
        "offence_record": tidy_rows("offence_record", [_record(n) for n in range(40)]),
        "stop_search_record": tidy_rows("stop_search_record", [_search(n) for n in range(30)]),
        "ethnicity": tidy_rows(
            "ethnicity",
            [{"district_code": "E06999991", "ethnic_group": "White", "people": 812}],
        ),
        "ward_age": tidy_rows("ward_age", [_aged(n) for n in range(24)]),
        "partner_linkage": tidy_rows("partner_linkage", [LINKED]),
        "official_count": tidy_rows("official_count", [_official(n) for n in range(3)]),
        "force_quarter": tidy_rows("force_quarter", [_quarter(n) for n in range(6)]),
        "partner_record": tidy_rows("partner_record", [_crime(n) for n in range(40)]),
        "partner_person": tidy_rows("partner_person", [_named(n) for n in range(60)]),
        "partner_return": tidy_rows("partner_return", [_returned(n) for n in range(24)]),
        "partner_file": tidy_rows("partner_file", [_sent(n) for n in range(2)]),
    }


def _pair(n: int) -> dict[str, object]:
    """A row of four: each touches the next."""
    one, other = LSOAS[n // 2], LSOAS[n // 2 + 1]
    return {"lsoa_code": (one, other)[n % 2], "neighbour_code": (other, one)[n % 2]}


def _aged(n: int) -> dict[str, object]:
    return {
        "source": "mid_2020",
        "year": 2020,
        "ward_code": f"E0599999{n % 3}",
        "district_code": f"E0699999{1 + n % 2}",
        "age": n // 3,
        "residents": 30 + n,
        "females": 15 + n // 2,
        "males": 15 + n - n // 2,
    }


LINKED: dict[str, object] = {
    "files": "a.csv; b.csv",
    "rows_compared": 80,
    "records": 60,
    "pairs": 12,
    "pairs_accepted": 7,
    "pairs_expected_wrong": 1.25,
    "pairs_expected_missed": 0.5,
    "people": 55,
    "people_in_several_files": 5,
    "threshold": 0.9,
}


def _crime(n: int) -> dict[str, object]:
    return {
        "source": "partner:recorded_crime",
        "dataset": "recorded_crime",
        "supplier": "Sampleshire Police",
        "file": "crimes.csv",
        "row": n + 2,
        "record_key": f"r{n}",
        "offence": OFFENCES[n % 2],
        "offence_code": "28E" if n % 4 else None,
        "from_moment": f"2024-{1 + n % 8:02d}-10T{n % 24:02d}:30",
        "time_precision": "exact",
        "month": f"2024-{1 + n % 8:02d}",
        "lsoa_code": LSOAS[n % 4] if n % 5 else None,
        **({"longitude": n % 6 / 7, "latitude": 52 + n % 6 / 7} if n % 4 else {}),
        "place_precision": "point" if n % 4 else "lsoa" if n % 5 else "none",
        "flags": ("knife;alcohol", "alcohol", None)[n % 3],
        "flags_known": "knife;alcohol",
        "flags_not_known": "knife" if n % 4 == 1 else None,
        "used": n % 9 != 0,
    }


def _named(n: int) -> dict[str, object]:
    return {
        "source": "partner:victims",
        "dataset": "victims",
        "supplier": "Sampleshire Police",
        "file": "victims.csv",
        "row": n + 2,
        "role": "victim" if n % 3 else "suspect",
        "person_key": f"p{n % 11}" if n % 6 else None,
        "record_key": f"r{n % 40}",
        "event_on": f"2024-{1 + n % 8:02d}-10" if n % 7 else None,
        "age_low": 20 + n % 3 if n % 4 else None,
        "age_high": 20 + n % 3 if n % 4 else None,
        "sex": ("F", "M", None)[n % 3],
        "home_lsoa": LSOAS[n % 4] if n % 5 else None,
        "used": n % 13 != 0,
    }


def _returned(n: int) -> dict[str, object]:
    """Two returns, of which the second says half of the first again."""
    again = n >= 16
    at = n - 16 if again else n
    return {
        "source": "partner:drug_tests",
        "dataset": "drug_tests",
        "supplier": "Sampleshire Police",
        "file": "second.csv" if again else "first.csv",
        "row": n + 2,
        "first_month": f"2024-{1 + 3 * (at % 4):02d}",
        "last_month": f"2024-{3 + 3 * (at % 4):02d}",
        "area_code": "E06999991" if at % 3 else None,
        "item": ("Tests", "Positive tests")[at // 4 % 2],
        "category": "Adults" if at < 8 else None,
        "value": None if n == 5 else float(10 + n),
        "of": 40.0 if n % 2 else None,
        "withheld": "value" if n == 5 else None,
        "at_most": 4.0 if n == 5 else None,
        "used": n != 3,
    }


def _sent(n: int) -> dict[str, object]:
    text = ("sha256", "mapping", "mapping_version", "mapping_sha256", "key_fingerprint",
            "controller", "gateway", "purpose", "retain_until")  # fmt: skip
    return {
        **dict.fromkeys(text, "x"),
        "source": "partner:drug_tests",
        "dataset": "drug_tests",
        "supplier": "Sampleshire Police",
        "path": ("first.csv", "second.csv")[n],
        "bytes": 1,
        "marking": "OFFICIAL",
        "received_on": f"2025-0{n + 1}-10",
        "rows_in": 24,
        "rows_used": 23,
    }


def _lsoa(n: int) -> dict[str, object]:
    return {
        "lsoa_code": LSOAS[n],
        "lsoa_name": f"Sampleton 00{n}A",
        "ward_code": f"E0599999{n // 2}",
        "ward_name": "Eastgate",
        "district_code": f"E0699999{1 + n // 2}",
        "district_name": "Sampleton",
        "csp_code": "E22999991",
        "csp_name": "Sampleton",
        "force_code": "E23999991",
        "force_name": "Sampleshire",
        "latitude": 52 + n / 100 if n else None,
        "longitude": n / 100 if n else None,
        "residents": 1_500 + n,
        "households": 600 + n,
        "households_deprived": 90 + n,
        "imd2025_decile": 1 + 3 * n,
    }


def _held(n: int) -> dict[str, object]:
    return {
        "source": "police_uk",
        "month": f"2024-{1 + n // 2:02d}",
        "district_code": f"E0699999{1 + n % 2}",
        "held": n != 7,
    }


def _record(n: int) -> dict[str, object]:
    return {
        "source": "police_uk",
        "force": "Sampleshire Police",
        "extract": "a",
        "file": "f.csv",
        "row": n + 2,
        "month": f"2024-{1 + n % 8:02d}",
        "offence": OFFENCES[n % 3],
        "lsoa_code": LSOAS[n % 4] if n % 5 else None,
        "longitude": -0.4 - n % 4 / 100 if n % 5 else None,
        "latitude": 51.9 if n % 5 else None,
        "outcome": ("Suspect charged", None, "Under investigation")[n % 3],
        "used": n % 7 != 0,
    }


def _search(n: int) -> dict[str, object]:
    return {
        "source": "police_uk",
        "force": "Sampleshire Police",
        "extract": "a",
        "file": "s.csv",
        "row": n + 2,
        "month": f"2024-{1 + n % 8:02d}",
        "type": ("Person search", "Vehicle search", None)[n % 3],
        "self_defined_ethnicity": ("White - Irish", None)[n % 2],
        "object_of_search": "Controlled drugs",
        "outcome": "Arrest" if n % 4 else None,
        "lsoa_code": LSOAS[n % 4] if n % 3 else None,
        "used": True,
    }


def _official(n: int) -> dict[str, object]:
    return {
        "source": "ons_csp_tables",
        "level": "partnership",
        "force_code": "E23999991",
        "csp_code": "E22999991",
        "offence": (None, "Burglary", "Robbery")[n],
        "first_month": "2024-01",
        "last_month": "2024-12",
        "offences": 100 * (n + 1),
        "residents": 3_000,
        "households": 1_200,
    }


def _quarter(n: int) -> dict[str, object]:
    return {
        "source": "home_office_prc",
        "force": "Sampleshire",
        "first_month": "2024-01",
        "last_month": "2024-03",
        "offence_code": f"{n % 3}A",
        "offence_description": "x",
        "offence_group": "Theft offences",
        "offence_subgroup": "Burglary",
        "offences": 5 + n,
        "territorial": True,
    }


Question = Callable[[Tables], Any]
PERIOD = {"first": "2024-02", "last": "2024-07"}
COUNTED = {"source": "police_uk", **PERIOD}
SEVERAL = {"areas": ["E05999990", "OWN-1"], **COUNTED}
CRIMES: dict[str, Any] = {
    "area": "E06999991",
    **PERIOD,
    "offences": ["Drugs"],
    "flags": ["knife"],
    "codes": ["28E"],
}
EXTRACT: dict[str, Any] = {
    "area": "E06999991",
    "dataset": "recorded_crime",
    "offences": ["Drugs"],
    "flags": ["knife"],
    "codes": ["28E"],
}
RETURNED: dict[str, Any] = {
    "dataset": "drug_tests",
    "areas": ["E06999991", ""],
    "items": ["Tests", "Positive tests"],
    "categories": ["Adults", ""],
    "periods": ["2024-01/2024-03", "2024-04/2024-06"],
}
WEIGHTS = {"28E": 10.5, "34B": 3.0}
FRAMES: dict[str, Question] = {
    "neighbours": lambda t: land.neighbours(t, area="E05999990"),
    "land": lambda t: land.land(t, area="OWN-1"),
    "map_points": lambda t: map_points.at_points(t, source="police_uk", area="E06999991"),
    "points": lambda t: points.points(t, area="E06999991", offence="Drugs", **COUNTED),
    "centres": lambda t: land.centres(t, area="OWN-1"),
    "returned": lambda t: returns.lines(t, dataset="drug_tests"),
    "returned_by": lambda t: returns.suppliers(t),
    "extract_crimes": lambda t: partners.crimes(t, **CRIMES).select("row", "flags"),
    "extract_days": lambda t: partners.days_of_months(
        t, area="E06999991", dataset="recorded_crime"
    ),
    "extract_places": lambda t: partners.counts_by_place(t, **EXTRACT),
    "extract_months": lambda t: offences.monthly_offences(
        tables_of(t, EXTRACT | {"name": "Drugs", "unlocated": True}),
        source="partner:recorded_crime",
        area="E06999991",
        offence="Drugs",
        **PERIOD,
    ),
    "extract_held": lambda t: by_area.months_held(
        tables_of(t, EXTRACT | {"name": "Drugs", "unlocated": False}),
        source="partner:recorded_crime",
        areas=["E06999991"],
        **PERIOD,
    ),
    "extract_parts": lambda t: partners.parts(t, role="victim", **CRIMES).select("row"),
    "extract_people": lambda t: partners.people(t, role="victim", **CRIMES).select("row"),
    "extract_ages": lambda t: partners.people_by(
        t, role="victim", columns=["age_low", "age_high"], **CRIMES
    ),
    "extract_homes": lambda t: partners.people_by_home(t, role="victim", **CRIMES),
    "extract_events": lambda t: partners.events_of_each(t, role="victim", **CRIMES),
    "extract_addresses": lambda t: partner_places.address_events(t, **CRIMES),
    "extract_spans_at_addresses": lambda t: partner_places.spans_at_addresses(t, **CRIMES),
    "extract_at_each": lambda t: partner_places.events_of_each_address(t, **CRIMES),
    "extract_harm": lambda t: partner_places.harm_of_each(
        t, role="victim", weights=WEIGHTS, **CRIMES
    ),
    "extract_harm_at_each": lambda t: partner_places.harm_of_each_address(
        t, weights=WEIGHTS, **CRIMES
    ),
    "extract_journeys": lambda t: partner_places.journeys(t, role="victim", **CRIMES),
    "monthly": lambda t: offences.monthly_offences(t, area="OWN-1", offence=None, **COUNTED),
    "by_area": lambda t: by_area.offences(t, offence="Drugs", **SEVERAL),
    "monthly_of_each": lambda t: by_area.monthly_offences_of_each(
        t, offences=["Drugs", "Burglary"], **SEVERAL
    ),
    "monthly_by_area": lambda t: by_area.monthly_offences(t, offence=None, **SEVERAL),
    "months_held": lambda t: by_area.months_held(t, **SEVERAL),
    "by_lsoa": lambda t: offences.monthly_by_lsoa(t, source="police_uk", area="E06999991"),
    "by_district": lambda t: offences.monthly_by_district(t, source="police_uk"),
    "not_located": lambda t: offences.not_located(t, forces=["Sampleshire Police"], **COUNTED),
    "outcomes": lambda t: records.outcome_counts(t, area="E22999991", **PERIOD),
    "searches": lambda t: searches.search_counts(t, area="E22999991", **PERIOD),
    "residents_by_district": lambda t: residents_by_age.by_district(t),
    "residents_by_age": lambda t: residents_by_age.by_age(t, area="E22999991"),
    "codes": lambda t: force.force_codes(t, force="Sampleshire", first="2024-01", last="2024-03"),
}
SCALARS: dict[str, Question] = {
    "returned_count": lambda t: returns.counted(t, **RETURNED),
    "returned_at_most": lambda t: returns.counted_at_most(t, **RETURNED),
    "returned_of": lambda t: returns.denominators(t, **RETURNED),
    "extract_flagged": lambda t: partners.crimes_flagged(t, flag="alcohol", **CRIMES),
    "extract_answered": lambda t: partners.crimes_answered(t, flag="knife", **CRIMES),
    "extract_named": lambda t: partners.people_counted(t, role="suspect", **CRIMES),
    "extract_exact": lambda t: partner_places.located_exactly(t, **CRIMES),
    "extract_weighed": lambda t: partner_places.weighed(t, weights=WEIGHTS, **CRIMES),
    "offences": lambda t: offences.offences(t, area="E05999991", offence="Drugs", **COUNTED),
    "offences_together": lambda t: offences.offences_together(
        t, area="E05999991", offences=["Drugs", "Burglary"], **COUNTED
    ),
    "residents": lambda t: people.residents(t, area="OWN-1"),
    "linked_from": lambda t: linkage.linkage_counted(t, what="threshold"),
    "likely_wrong": lambda t: linkage.linkage_counted(t, what="pairs_expected_wrong"),
    "deprived": lambda t: people.residents_in_most_deprived(
        t, area="E22999991", edition="imd_2025", tenths=2
    ),
    "group": lambda t: people.people_of_group(t, area="E06999991", group="White"),
    "published": lambda t: official.official_offences(
        t, area="E22999991", offence="Burglary", last_month="2024-12"
    ),
    "charged": lambda t: records.offences_with_outcome(
        t, area="E22999991", offence=None, outcomes=["Suspect charged"], **PERIOD
    ),
    "no_outcome": lambda t: records.offences_without_outcome(
        t, area="E22999991", offence=None, outcomes=["Suspect charged"], **PERIOD
    ),
    "with_result": lambda t: searches.searches_with_result(
        t, area="E22999991", labels=["White - Irish", ""], **PERIOD
    ),
    "found": lambda t: searches.searches_that_found(
        t, area="E22999991", labels=["White - Irish"], nothing=["Caution"], **PERIOD
    ),
    "of_force": lambda t: searches.searches_of_force(t, forces=["Sampleshire Police"], **PERIOD),
    "no_place": lambda t: searches.searches_not_located(t, forces=["Sampleshire Police"], **PERIOD),
    "stopped": lambda t: searches.searches(
        t, area="E22999991", labels=["White - Irish", ""], **PERIOD
    ),
}


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Tables, Tables]]:
    """The same files opened by both engines; Spark is stopped by the session that started it."""
    folder = tmp_path_factory.mktemp("tables")
    paths: dict[str, Path] = {}
    for name, table in _tables().items():
        paths[name] = folder / f"{name}.parquet"
        pq.write_table(table, paths[name])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import ibis
        from pyspark.sql import SparkSession

        session = (
            SparkSession.builder.master("local[1]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", "1")
            .config("spark.sql.session.timeZone", "UTC")
            .getOrCreate()
        )
        try:
            spark = open_tables(paths, connection=ibis.pyspark.connect(session))
            yield open_tables(paths), spark
        finally:
            session.stop()


@pytest.mark.parametrize("name", sorted(FRAMES))
def test_tables_of_answers_are_equal(both: tuple[Tables, Tables], name: str) -> None:
    ours, theirs = (rows(FRAMES[name](tables)) for tables in both)
    columns = list(ours.columns)
    keys = [column for column in columns if ours[column].dtype.kind not in "if"]
    plain = [frame.astype(object).where(frame.notna(), None) for frame in (ours, theirs)]
    ordered = [
        frame.sort_values(keys, key=lambda c: c.astype(str), ignore_index=True) for frame in plain
    ]
    pd.testing.assert_frame_equal(*ordered, check_dtype=False)
    assert len(ours) > 0


@pytest.mark.parametrize("name", sorted(SCALARS))
def test_single_numbers_are_equal(both: tuple[Tables, Tables], name: str) -> None:
    ours, theirs = (SCALARS[name](tables).to_pandas() for tables in both)
    assert int(ours) == int(theirs)
    assert int(ours) > 0
