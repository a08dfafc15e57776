"""One million recorded crimes and 1,200,000 victims of a made-up force, from CSV to the store.

Mapping, checks, keys, ages at the event, places by point and the store itself are in the time;
making the files and reading the geography are not. Goal: 60 s on two cores, under 2 GB.

    python benchmarks/partner_import.py            # prints one JSON line
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import pandas as pd


CRIMES, PEOPLE = 1_000_000, 1_200_000
GOAL_SECONDS, GOAL_MB = 60, 2048
SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
FORCE = "Bedfordshire"
MAPPING = """
mapping: made_up_force
version: 1.0.0
system: A made-up force, for a benchmark
file: {kind: csv, encoding: utf-8, delimiter: ","}
datasets:
  recorded_crime:
    columns:
      crime_reference: {column: CRIME_REF}
      offence: {column: OFFENCE, otherwise: keep}
      recorded_on: {column: RECORDED, format: "%d/%m/%Y"}
      from: {column: [DATE_FROM, TIME_FROM], format: "%d/%m/%Y %H:%M"}
      to: {column: [DATE_TO, TIME_TO], format: "%d/%m/%Y %H:%M"}
      easting: {column: EASTING}
      northing: {column: NORTHING}
      domestic_abuse: {column: DA, yes: [Y], blank: "no"}
      alcohol: {column: ALC, yes: [Y], blank: "no"}
  victims:
    columns:
      crime_reference: {column: CRIME_REF}
      person: {column: [SURNAME, DOB]}
      born_on: {column: DOB, format: "%d/%m/%Y"}
      sex: {column: SEX}
"""


def make_files(folder: Path) -> None:
    """Two CSV files and their mapping."""
    chance = np.random.default_rng(20241101)
    partners = folder / "partners"
    partners.mkdir(parents=True)
    (folder / "made_up_force.yaml").write_text(MAPPING, "utf-8")
    start = np.datetime64("2023-01-01T00:00") + chance.integers(0, 730 * 1440, CRIMES)
    end = start + chance.integers(0, 2880, CRIMES) * (chance.random(CRIMES) < 0.4)
    references = [f"40/{n:07d}/23" for n in range(CRIMES)]
    offences = np.array(["Violence without injury", "Shoplifting", "Criminal damage", "Burglary"])
    crimes = pd.DataFrame(
        {
            "CRIME_REF": references,
            "OFFENCE": offences[chance.integers(0, 4, CRIMES)],
            "RECORDED": _written(end + chance.integers(0, 20000, CRIMES), "%d/%m/%Y"),
            "DATE_FROM": _written(start, "%d/%m/%Y"),
            "TIME_FROM": _written(start, "%H:%M"),
            "DATE_TO": _written(end, "%d/%m/%Y"),
            "TIME_TO": _written(end, "%H:%M"),
            "EASTING": chance.integers(494_000, 524_000, CRIMES),
            "NORTHING": chance.integers(216_000, 262_000, CRIMES),
            "DA": np.where(chance.random(CRIMES) < 0.15, "Y", ""),
            "ALC": np.where(chance.random(CRIMES) < 0.1, "Y", ""),
        }
    )
    crimes.to_csv(partners / "crimes.csv", index=False)
    born = np.datetime64("1930-01-01T00:00") + chance.integers(0, 33_000, PEOPLE) * 1440
    people = pd.DataFrame(
        {
            "CRIME_REF": np.array(references)[chance.integers(0, CRIMES, PEOPLE)],
            "SURNAME": [f"Person {n}" for n in chance.integers(0, 900_000, PEOPLE)],
            "DOB": _written(born, "%d/%m/%Y"),
            "SEX": np.array(["M", "F", "U"])[chance.integers(0, 3, PEOPLE)],
        }
    )
    people.to_csv(partners / "victims.csv", index=False)


def _written(at: np.ndarray, form: str) -> pd.Index:
    return pd.DatetimeIndex(at).strftime(form)


def measure(folder: Path) -> dict[str, object]:
    """Seconds, rows and peak of one import into a store."""
    import pyarrow.compute as pc

    from wardwise.domain.settings import PartnerFileSettings
    from wardwise.sources.geography import read_geography
    from wardwise.sources.partner_files import Areas, Door, Keys, read_partner_files
    from wardwise.sources.places import Places
    from wardwise.store.tidy import TidyStore

    geography = read_geography([SHARED]).tables
    places = Places(
        geography["lsoa"], geography["lsoa_2011"], (SHARED,), frozenset({FORCE.lower()})
    )
    law = {
        "controller": "A made-up force",
        "gateway": "s.115",
        "purpose": "A benchmark",
        "retain_until": "2030-03-31",
        "marking": "OFFICIAL",
        "mapping": "made_up_force",
        "supplier": "A made-up force",
        "received_on": "2025-06-01",
    }
    files = [
        PartnerFileSettings(dataset="recorded_crime", file="crimes.csv", **law),
        PartnerFileSettings(dataset="victims", file="victims.csv", **law),
    ]
    door = Door(Keys(b"a made-up secret of a benchmark 1234"), Areas(places, None))
    start, processor = time.perf_counter(), time.process_time()
    imported = read_partner_files(files, folders=[folder], door=door)
    TidyStore(folder / "store").put("a" * 64, tables=imported.tables, notices=imported.notices)
    seconds, processor = time.perf_counter() - start, time.process_time() - processor
    lines = imported.tables["partner_file"]
    crimes = imported.tables["partner_record"]
    return {
        "seconds": seconds,
        "cpu_seconds": processor,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "rows": pc.sum(lines["rows_in"]).as_py(),
        "located": pc.sum(crimes["lsoa_code"].is_valid()).as_py(),
        "with_an_age": pc.sum(imported.tables["partner_person"]["age"].is_valid()).as_py(),
    }


def main() -> None:
    """Make the files, measure in a process of its own, print one line."""
    if len(sys.argv) == 2:
        print(json.dumps(measure(Path(sys.argv[1]))))
        return
    if not SHARED.is_dir():
        raise SystemExit("the real open data (../shared/data) are not here")
    with tempfile.TemporaryDirectory(prefix="wardwise-bench-") as scratch:
        make_files(Path(scratch))
        done = subprocess.run(
            [sys.executable, __file__, scratch], check=True, capture_output=True, text=True
        )
    found = json.loads(done.stdout.splitlines()[-1])
    if found["rows"] != CRIMES + PEOPLE:
        raise SystemExit(f"{found['rows']:,} of {CRIMES + PEOPLE:,} rows are accounted for")
    result = {
        "name": "partner_import",
        "seconds": round(found["seconds"], 1),
        "cpu_seconds": round(found["cpu_seconds"], 1),
        "peak_mb": round(found["peak_mb"]),
        "goal": f"{CRIMES:,} crimes and {PEOPLE:,} people in at most {GOAL_SECONDS} s and"
        f" {GOAL_MB} MB",
        "met": found["seconds"] <= GOAL_SECONDS and found["peak_mb"] <= GOAL_MB,
        "rows": found["rows"],
        "located": found["located"],
        "with_an_age": found["with_an_age"],
    }
    print(json.dumps(result))


if __name__ == "__main__":
    main()
