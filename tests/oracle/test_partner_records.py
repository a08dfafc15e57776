"""The three real files, by mapping alone, against counts worked with the standard library."""

from __future__ import annotations

import csv
import datetime
import gzip
import io
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from wardwise.domain.settings import PartnerFileSettings
from wardwise.sources.imported import Imported
from wardwise.sources.partner_files import Areas, Door, Keys, read_partner_files


pytestmark = pytest.mark.shared
ROOT = Path(__file__).resolve().parents[2]
NIBRS = "fbi_nibrs_dc_2021.zip"
SHOOTINGS = "nypd_shootings_2006_2020.csv.gz"
THEFTS = "nyc_vehicle_thefts.csv.gz"
# what the victim was, after the words "Victim was", in the groups of the mapping
KINDS = {
    "Partner": "spouse, common-law spouse, boyfriend/girlfriend, homosexual relationship",
    "Former partner": "ex-spouse, ex-relationship (ex-boyfriend/girlfriend)",
    "Family": "parent, child, sibling, grandparent, grandchild, in-law, stepparent, stepchild, "
    "stepsibling, child of boyfriend or girlfriend, other family member",
    "Known otherwise": "acquaintance, friend, neighbor, babysittee, employee, employer, "
    "otherwise known",
    "Stranger": "stranger",
    "Each harmed the other": "offender",
}
RELATIONSHIPS: dict[str, str | None] = {
    label: kind for kind, labels in KINDS.items() for label in labels.split(", ")
}
RELATIONSHIPS["relationship unknown"] = None


def _read(shared: Path, file: str, mapping: str, *datasets: str) -> Imported:
    files = [
        PartnerFileSettings(
            dataset=dataset,
            file=f"records/{file}",
            mapping=mapping,
            supplier="a supplier",
            received_on=datetime.date(2026, 11, 1),
            controller="the publisher",
            gateway="other: open data",
            purpose="test",
            retain_until=datetime.date(2030, 1, 1),
            marking="OFFICIAL",
        )
        for dataset in datasets
    ]
    door = Door(Keys(b"a made-up secret for tests 0123456789"), Areas(None, None))
    return read_partner_files(files, folders=[shared / "data", ROOT / "mappings"], door=door)


@pytest.fixture(scope="module")
def nibrs(shared: Path) -> Imported:
    datasets = ("recorded_crime", "victims", "suspects", "relationships")
    return _read(shared, NIBRS, "fbi_nibrs", *datasets)


@pytest.fixture(scope="module")
def shootings(shared: Path) -> Imported:
    return _read(shared, SHOOTINGS, "nypd_shootings", "recorded_crime", "victims", "suspects")


@pytest.fixture(scope="module")
def thefts(shared: Path) -> Imported:
    return _read(shared, THEFTS, "nyc_vehicle_thefts", "recorded_crime")


def _zipped(shared: Path, name: str) -> Iterator[dict[str, str]]:
    with zipfile.ZipFile(shared / "data" / "records" / NIBRS) as opened:
        yield from csv.DictReader(io.StringIO(opened.read(name).decode()))


def _gzipped(shared: Path, name: str) -> list[dict[str, str]]:
    with gzip.open(shared / "data" / "records" / name, "rt", encoding="utf-8-sig") as stream:
        return list(csv.DictReader(stream))


def _lines(imported: Imported) -> dict[str, tuple[int, int]]:
    return {
        row["dataset"]: (row["rows_in"], row["rows_used"])
        for row in imported.tables["partner_file"].to_pylist()
    }


def _of(imported: Imported, dataset: str) -> pa.Table:
    people = imported.tables["partner_person"]
    return people.filter(pc.equal(people["dataset"], dataset))


def test_nothing_is_lost(nibrs: Imported, shootings: Imported, thefts: Imported) -> None:
    for imported in (nibrs, shootings, thefts):
        rows_in, used = (sum(one) for one in zip(*_lines(imported).values(), strict=True))
        aside = sum(imported.tables["set_aside"]["rows"].to_pylist())
        assert rows_in == used + aside


def test_nibrs_has_the_published_numbers_of_rows(nibrs: Imported) -> None:
    # 5,889 victims are businesses, society and other bodies; of 17,259 offenders nothing is known
    assert _lines(nibrs) == {
        "recorded_crime": (36_130, 36_130),
        "victims": (35_424, 35_424 - 5_889),
        "suspects": (35_425, 35_425 - 17_259),
        "relationships": (17_817, 17_817),
    }
    assert len(set(nibrs.tables["partner_record"]["record_key"].to_pylist())) == 30_813


def test_nibrs_victims_by_age_sex_and_offences_by_hour(nibrs: Imported, shared: Path) -> None:
    people = [row for row in _zipped(shared, "NIBRS_VICTIM.csv") if row["victim_type_id"] in "45"]
    victims = [row for row in _of(nibrs, "victims").to_pylist() if row["used"]]
    expected = Counter(row["sex_code"] for row in people)
    assert Counter(row["sex"] for row in victims) == {
        "F": expected["F"],
        "M": expected["M"],
        None: expected["U"],
    }
    single = [row for row in people if row["age_code_range_high"] in ("", "00")]
    ages = Counter(int(row["age_num"]) for row in single if row["age_num"].isdigit())
    del ages[0]  # the code 00 is not known, and is not an age
    assert Counter(row["age"] for row in victims if row["age"]) == ages
    hours = {
        row["incident_id"]: row["incident_hour"] for row in _zipped(shared, "NIBRS_incident.csv")
    }
    offences = Counter(hours[row["incident_id"]] for row in _zipped(shared, "NIBRS_OFFENSE.csv"))
    found = Counter(
        str(int(row["from_moment"][11:13])) if row["time_precision"] == "hour" else ""
        for row in nibrs.tables["partner_record"].to_pylist()
    )
    assert found == offences


def test_nibrs_relationships_flags_and_weapons(nibrs: Imported, shared: Path) -> None:
    names = {
        row["relationship_id"]: row["relationship_name"]
        for row in _zipped(shared, "NIBRS_RELATIONSHIP.csv")
    }
    expected = Counter(
        RELATIONSHIPS[names[row["relationship_id"]].lower().removeprefix("victim was ")]
        for row in _zipped(shared, "NIBRS_VICTIM_OFFENDER_REL.csv")
    )
    found = Counter(nibrs.tables["partner_relationship"]["relationship"].to_pylist())
    assert found == expected
    alcohol = {
        row["offense_id"]
        for row in _zipped(shared, "NIBRS_SUSPECT_USING.csv")
        if row["suspect_using_id"] == "1"
    }
    knives = {
        row["offense_id"]
        for row in _zipped(shared, "NIBRS_WEAPON.csv")
        if row["weapon_id"] in ("21", "52")
    }
    flags = [str(row).split(";") for row in nibrs.tables["partner_record"]["flags"].to_pylist()]
    assert sum("alcohol" in one for one in flags) == len(alcohol)
    assert sum("knife" in one for one in flags) == len(knives)
    keys = set(_of(nibrs, "victims")["person_key"].to_pylist())
    assert set(nibrs.tables["partner_relationship"]["victim_key"].to_pylist()) <= keys


def test_shootings_have_their_victims_incidents_and_faults(
    shootings: Imported, shared: Path
) -> None:
    rows = _gzipped(shared, SHOOTINGS)
    described = [
        row for row in rows if row["PERP_AGE_GROUP"] or row["PERP_SEX"] or row["PERP_RACE"]
    ]
    alike = {
        tuple(row[name] for name in ("INCIDENT_KEY", "PERP_AGE_GROUP", "PERP_SEX", "PERP_RACE"))
        for row in described
    }
    assert _lines(shootings) == {
        "recorded_crime": (23_585, 23_585 - 5_021),
        "victims": (23_585, 23_585),
        "suspects": (23_585, len(alike)),
    }
    bands = {
        "<18": (0, 17),
        "18-24": (18, 24),
        "25-44": (25, 44),
        "45-64": (45, 64),
        "65+": (65, None),
        "UNKNOWN": (None, None),
    }
    expected = Counter(bands[row["VIC_AGE_GROUP"]] for row in rows)
    victims = _of(shootings, "victims").to_pylist()
    assert Counter((row["age_low"], row["age_high"]) for row in victims) == expected
    faults = shootings.tables["partner_fault"].to_pylist()
    wrong = [
        n for n, row in enumerate(rows, start=2) if row["PERP_AGE_GROUP"] in ("1020", "940", "224")
    ]
    assert [(row["row"], row["reason"]) for row in faults] == [
        (n, "not an age group") for n in wrong
    ]
    places = Counter(shootings.tables["partner_record"]["not_located"].to_pylist())
    assert places == {"its point lies outside Great Britain": 23_585}


def test_thefts_have_their_starts_and_ends(thefts: Imported, shared: Path) -> None:
    rows = _gzipped(shared, THEFTS)
    records = thefts.tables["partner_record"].to_pylist()
    assert len(rows) == len(records) == 35_746
    for row, record in zip(rows, records, strict=True):
        assert record["from_moment"] == row["date_start"].replace(" ", "T")
        later = row["date_end"] > row["date_start"]
        assert record["to_moment"] == (row["date_end"].replace(" ", "T") if later else None)
        alone = "exact" if row["date_end"] else "one end"
        assert record["time_precision"] == ("span" if later else alone)
        assert record["longitude"] == float(row["longitude"])
