"""A made-up force's extract as stored tidy rows: crimes, victims, suspects, proved offenders.

For the made-up country of ``tests/tidy_force.py``. Everything follows a rule, so that nothing is
random: crimes over three years, every ninth with no place and every tenth in another district;
the others have a point.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pyarrow as pa

from tests.tidy_force import lsoa_codes
from wardwise.sources.tidy import tidy_rows


CRIMES = 1_502
FIRST = datetime(2022, 1, 1, 7, 30, tzinfo=UTC)
OFFENCES = ("Burglary", "Robbery", "Violence with injury")
SAME = {"supplier": "Sampleshire Police", "used": True}
Row = dict[str, object]


def partner_tables() -> dict[str, pa.Table]:
    """Every partner table, by name."""
    crimes = list(_crimes())
    people = [*_victims(), *_suspects("suspect", 2), *_suspects("offender", 5)]
    return {
        "partner_record": tidy_rows("partner_record", crimes),
        "partner_person": tidy_rows("partner_person", people),
        "partner_file": tidy_rows("partner_file", list(_files())),
    }


def moment(n: int) -> datetime:
    """When the nth crime began: 17½ hours apart, so that every hour and weekday occurs."""
    return FIRST + timedelta(hours=17.5 * n)


def _crimes() -> Iterator[Row]:
    codes = [code for code, _ in lsoa_codes()]
    for n in range(CRIMES):
        start = moment(n)
        length = (0, 2, 9, 200)[n % 4]
        flags = [name for name, every in FLAGS.items() if n % every == 0]
        precision = "date" if n % 11 == 0 else "span" if length else "exact"
        yield {
            **SAME,
            "source": "partner:recorded_crime",
            "dataset": "recorded_crime",
            "file": "crimes.csv",
            "row": n + 2,
            "record_key": f"r{n:04d}",
            "offence": OFFENCES[n % 3],
            "offence_code": ("28E", "34B", "8N")[n % 3],
            "recorded_on": str(start.date() + timedelta(days=n % 3)),
            "from_moment": start.strftime("%Y-%m-%dT00:00" if n % 11 == 0 else "%Y-%m-%dT%H:%M"),
            "to_moment": (start + timedelta(hours=length)).strftime("%Y-%m-%dT%H:%M")
            if precision == "span"
            else None,
            "time_precision": precision,
            "month": start.strftime("%Y-%m"),
            "lsoa_code": None if n % 9 == 0 else codes[8 if n % 10 == 0 else n % 8],
            **_point(n),
            "flags": ";".join(flags) or None,
            "flags_known": ";".join(FLAGS),
            "flags_not_known": "alcohol" if n % 2 else None,
            "used": n % 50 != 49,
            "set_aside": "a reason" if n % 50 == 49 else None,
        }


def _point(n: int) -> Row:
    """Three crimes in ten at one of sixty places, each of the others at one of its own."""
    if n % 9 == 0:
        return {"place_precision": "none"}
    place = n // 10 % 60 if n % 10 < 3 else 100 + n
    longitude, latitude = -0.4 + place / 10_000, 52 + place % 7 / 10_000
    return {"place_precision": "point", "longitude": longitude, "latitude": latitude}


FLAGS = {"domestic_abuse": 4, "child_abuse": 14, "hate_race": 25, "alcohol": 6}


def _person(role: str, n: int, row: int, who: int) -> Row:
    dataset = f"{role}s"
    age = 10 + (who * 7) % 40 if who % 13 else None
    return {
        **SAME,
        "source": f"partner:{dataset}",
        "dataset": dataset,
        "file": f"{dataset}.csv",
        "row": row,
        "role": role,
        "person_key": f"p{who:04d}" if who % 17 else None,
        "record_key": f"r{n:04d}",
        "event_on": str(moment(n).date()),
        "age": age,
        "age_low": age,
        "age_high": age,
        "sex": ("F", "M", "M", None)[who % 4],
        "ethnicity": ("White", "White", "Asian", "Black", None)[who % 5] if who % 60 else "Other",
        "home_lsoa": None if who % 7 == 0 else lsoa_codes()[who % 10][0],
        "relationship": ("Stranger", "Partner", None)[who % 3] if role == "victim" else None,
    }


def _victims() -> Iterator[Row]:
    """One a crime; the first 37 people come again and again."""
    for n in range(CRIMES):
        who = n // 5 % 37 if n % 5 == 0 else 100 + n
        yield _person("victim", n, n + 2, who)


def _suspects(role: str, every: int) -> Iterator[Row]:
    """One for some crimes, and sometimes a second; some of them are victims too."""
    row = 1
    for n in range(0, CRIMES, every):
        for second in range(2 if n % 3 == 0 else 1):
            row += 1
            yield _person(role, n, row, (n + 40 * second) % 300)


def _files() -> Iterator[Row]:
    for dataset, marking in (
        ("recorded_crime", "OFFICIAL-SENSITIVE"),
        ("victims", "OFFICIAL-SENSITIVE"),
        ("suspects", "OFFICIAL"),
        ("offenders", "OFFICIAL"),
    ):
        yield {
            "source": f"partner:{dataset}",
            "dataset": dataset,
            "supplier": "Sampleshire Police",
            "path": f"{dataset}.csv",
            "sha256": "0" * 64,
            "bytes": 1,
            "mapping": "sampleshire",
            "mapping_version": "1.0.0",
            "mapping_sha256": "0" * 64,
            "key_fingerprint": "0" * 16,
            "controller": "Chief Constable of Sampleshire Police",
            "gateway": "s.115",
            "purpose": "Strategic assessment",
            "retain_until": "2030-03-31",
            "marking": marking,
            "received_on": "2025-01-10",
            "first_day": "2022-01-01",
            "last_day": str(date(2024, 12, 31)),
            "rows_in": 1,
            "rows_used": 1,
        }
