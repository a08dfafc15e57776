"""Stop and search files. Who is searched depends on place, age and the model's own rates only."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from wardwise.demo.files.csv_text import Lines, column
from wardwise.demo.files.police_uk import name_of
from wardwise.demo.files.street import Made
from wardwise.demo.randomness import stream
from wardwise.domain.period import Month


Ints = NDArray[np.int64]

HEADER = (
    "Type", "Date", "Part of a policing operation", "Policing operation", "Latitude", "Longitude",
    "Gender", "Age range", "Self-defined ethnicity", "Officer-defined ethnicity", "Legislation",
    "Object of search", "Outcome", "Outcome linked to object of search",
    "Removal of more than just outer clothing",
)  # fmt: skip
A_MONTH = 255  # searches by the force
NO_PLACE = 0.14
# Self-defined group, what the officer put down, share of searches; the shares are made up
ETHNICITY = (
    ("White - English/Welsh/Scottish/Northern Irish/British", "White", 0.52),
    ("White - Any other White background", "White", 0.08),
    ("White - Irish", "White", 0.01),
    ("Asian/Asian British - Pakistani", "Asian", 0.06),
    ("Asian/Asian British - Indian", "Asian", 0.02),
    ("Asian/Asian British - Any other Asian background", "Asian", 0.05),
    ("Black/African/Caribbean/Black British - African", "Black", 0.04),
    ("Black/African/Caribbean/Black British - Caribbean", "Black", 0.03),
    ("Black/African/Caribbean/Black British - Any other Black/African/Caribbean background",
     "Black", 0.02),
    ("Mixed/Multiple ethnic groups - White and Black Caribbean", "Black", 0.02),
    ("Mixed/Multiple ethnic groups - White and Asian", "Asian", 0.01),
    ("Other ethnic group - Any other ethnic group", "Other", 0.01),
    ("Other ethnic group - Not stated", "White", 0.09),
    ("", "", 0.04),
)  # fmt: skip
AGES = (("10-17", 0.14), ("18-24", 0.27), ("25-34", 0.21), ("over 34", 0.26), ("", 0.12))
GENDERS = (("Male", 0.86), ("Female", 0.10), ("", 0.04))
TYPES = (("Person search", 0.78), ("Person and Vehicle search", 0.18), ("Vehicle search", 0.04))
DRUGS, PACE = (
    "Misuse of Drugs Act 1971 (section 23)",
    "Police and Criminal Evidence Act 1984 (section 1)",
)
REASONS = (
    (DRUGS, "Controlled drugs", 0.70),
    (PACE, "Offensive weapons", 0.14),
    (PACE, "Article for use in theft", 0.11),
    (PACE, "Stolen goods", 0.03),
    (PACE, "Articles for use in criminal damage", 0.01),
    ("Firearms Act 1968 (section 47)", "Firearms", 0.01),
)
OUTCOMES = (
    ("A no further action disposal", 0.75),
    ("Community resolution", 0.12),
    ("Arrest", 0.09),
    ("Summons / charged by post", 0.03),
    ("Caution (simple or conditional)", 0.01),
)
LINKED = (("", 0.70), ("True", 0.22), ("False", 0.08))
NO, YES = "False", "True"


def stop_search_files(made: Made, *, seed: int) -> dict[str, bytes]:
    """One file a month, in order of time."""
    random, months = stream(seed, "stop and search"), made.crimes.months
    month = np.repeat(np.arange(len(months)), random.poisson(A_MONTH, len(months)))
    lines = Lines(HEADER, _columns(random, made, month))
    return {
        name_of(months[n], "stop-and-search"): lines.file(np.flatnonzero(month == n))
        for n in range(len(months))
    }


def _columns(random: np.random.Generator, made: Made, month: Ints) -> list[pa.Array | str]:
    rows = len(month)
    ethnicity = _drawn(random, rows, [share for *_, share in ETHNICITY])
    reason = _drawn(random, rows, [share for *_, share in REASONS])
    latitude, longitude = _places(random, made, rows)
    return [
        _picked(random, rows, TYPES),
        pa.array(_times(random, month, made.crimes.months)),
        _picked(random, rows, ((NO, 0.88), (YES, 0.12))),
        "",  # no operation is named
        latitude,
        longitude,
        _picked(random, rows, GENDERS),
        _picked(random, rows, AGES),
        column([own for own, _, _ in ETHNICITY], ethnicity),
        column([officer for _, officer, _ in ETHNICITY], ethnicity),
        column([law for law, _, _ in REASONS], reason),
        column([sought for _, sought, _ in REASONS], reason),
        _picked(random, rows, OUTCOMES),
        _picked(random, rows, LINKED),
        _picked(random, rows, ((NO, 0.965), (YES, 0.035))),
    ]


def _drawn(random: np.random.Generator, rows: int, shares: list[float]) -> Ints:
    share = np.array(shares)
    drawn: Ints = random.choice(len(share), rows, p=share / share.sum())
    return drawn


def _picked(
    random: np.random.Generator, rows: int, cells: tuple[tuple[str, float], ...]
) -> pa.Array:
    return column([text for text, _ in cells], _drawn(random, rows, [share for _, share in cells]))


def _times(random: np.random.Generator, month: Ints, months: tuple[Month, ...]) -> list[str]:
    """A minute of the month's first 28 days for each search, in order."""
    of_month = random.integers(0, 28 * 24 * 60, len(month))
    minute = of_month[np.lexsort((of_month, month))]
    day, hour, past = minute // 1440 + 1, minute // 60 % 24, minute % 60
    return [
        f"{months[m]}-{d:02d}T{h:02d}:{p:02d}:00+00:00"
        for m, d, h, p in zip(month, day, hour, past, strict=True)
    ]


def _places(random: np.random.Generator, made: Made, rows: int) -> tuple[pa.Array, pa.Array]:
    """Where people are: by residents' offences in public, so mostly in the towns."""
    lively = made.crimes.expected.sum(axis=(1, 2))
    lsoa = random.choice(made.crimes.lsoas, rows, p=lively / lively.sum())
    point = random.integers(made.points.weight.shape[1], size=rows)
    at = lsoa * made.points.weight.shape[1] + point
    at[random.random(rows) < NO_PLACE] = -1
    flat = made.points.position.reshape(-1, 2)
    latitude, longitude = ([f"{value:.6f}" for value in flat[:, axis]] for axis in (1, 0))
    return column(latitude, at), column(longitude, at)
