"""Mid-2020 residents by ward, age and sex, in the layout of the published tables."""

from __future__ import annotations

import csv
import gzip
import io
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from wardwise.demo.land import Land
from wardwise.demo.people import People


Ints = NDArray[np.int64]

AGES = (*map(str, range(90)), "90+")
HEADER = (
    "Ward Code 1",
    "Ward Name 1",
    "LA Code (2021 boundaries)",
    "LA name (2021 boundaries)",
    "All Ages",
    *AGES,
)
TITLE = (
    "Table SAPE23DT8a: Mid-2020 Population Estimates for 2020 Wards and 2021 LAs in England and "
    "Wales by Single Year of Age and Sex, {sex} - Experimental Statistics"
)
NOTES = (
    "1. The wards and their residents are made up.",
    "Every ward is large enough to stand by itself.",
)


def write_ward_ages(folder: Path, land: Land, people: People) -> None:
    """Three tables: the thousands parted by commas, the header on the fifth line, notes below."""
    everybody = np.zeros((len(land.ward_code), len(AGES)), dtype=np.int64)
    np.add.at(everybody, land.ward_of, people.ages)
    females = _females(everybody)
    for sex, counts in (
        ("Persons", everybody),
        ("Females", females),
        ("Males", everybody - females),
    ):
        text = _table(land, sex, counts)
        path = folder / f"ward_Mid-2020_{sex}-Table_1.csv.gz"
        path.write_bytes(gzip.compress(text.encode(), compresslevel=3, mtime=0))


def _females(everybody: Ints) -> Ints:
    """Rather under half of the children, and more of the old the older they are."""
    share = 0.488 + 0.0002 * np.arange(len(AGES)) + 1.4e-7 * np.arange(len(AGES)) ** 3
    females: Ints = np.floor(everybody * share + 0.5).astype(np.int64)
    return females


def _table(land: Land, sex: str, counts: Ints) -> str:
    blank = [""] * len(HEADER)
    rows = [["Contents", *blank[1:]], blank, [TITLE.format(sex=sex), *blank[1:]], blank]
    rows.append(list(HEADER))
    for ward, code in enumerate(land.ward_code):
        district = land.ward_district[ward]
        names = [land.ward_name[ward], land.district_code[district], land.district_name[district]]
        ages = counts[ward].tolist()
        rows.append([code, *names, *(f"{n:,}" for n in (sum(ages), *ages))])
    rows += [blank, *([note, *blank[1:]] for note in NOTES)]
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator="\n").writerows(rows)
    return written.getvalue()
