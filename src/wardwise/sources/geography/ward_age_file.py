"""One published table of residents by ward and single year of age, each cell looked at."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray
from pyarrow import csv as arrow_csv

from wardwise.sources.data_folders import DataFile
from wardwise.sources.geography.ward_age_checks import (
    ALL_AGES,
    DISTRICT,
    WARD,
    refuse,
    refuse_lost,
    refuse_other_sums,
    refuse_twice,
)
from wardwise.sources.unpacking import unpack_gzip


OLDEST = 90
"""The last age, and everybody older. Unit: years."""
AGES = (*(str(age) for age in range(OLDEST)), f"{OLDEST}+")
WANTED = (WARD, DISTRICT, ALL_AGES, *AGES)
TITLE = re.compile(r"Mid-(\d{4}) Population Estimates.*\b(Persons|Males|Females)\b")
PREAMBLE = 20
"""Lines in which the header has to be found."""
A_CODE, A_COUNT = r"^[EW]05\d{6}$", r"^(\d{1,9}|\d{1,3}(,\d{3}){1,2})$"


@dataclass(frozen=True, eq=False)
class WardAges:
    """Residents of one sex, or of both. Shape of ``residents``: wards × 91 ages."""

    file: str
    year: int
    sex: str  # 'Persons', 'Males' or 'Females'
    wards: tuple[str, ...]
    districts: tuple[str, ...]  # as they were in the table's own year
    residents: NDArray[np.int64]
    rows_in: int  # lines below the header

    @property
    def notes(self) -> int:
        """Lines below the header that are no ward: blank ones and notes."""
        return self.rows_in - len(self.wards)


def read_ward_ages(file: DataFile) -> WardAges:
    """Every ward of the table; ExtractError names the first cell that cannot be so."""
    packed = file.path.name.endswith(".gz")
    text = unpack_gzip(file.raw, file=file.name) if packed else file.raw
    header, year, sex = _opening(file.name, text)
    rows = _rows(file.name, text, header)
    code = rows[WARD].to_numpy(zero_copy_only=False).astype(str)
    at = np.flatnonzero(pc.match_substring_regex(rows[WARD], A_CODE).to_numpy())
    refuse_lost(file.name, rows, at, header)
    refuse_twice(file.name, code[at], at + header + 2)
    counts = np.stack([_counts(file.name, rows, name, at, header) for name in (ALL_AGES, *AGES)])
    refuse_other_sums(file.name, counts, at + header + 2)
    districts = rows[DISTRICT].take(pa.array(at)).to_pylist()
    return WardAges(
        file=file.name,
        year=year,
        sex=sex,
        wards=tuple(code[at].tolist()),
        districts=tuple(districts),
        residents=counts[1:].T,
        rows_in=len(rows),
    )


def _opening(file: str, text: bytes) -> tuple[int, int, str]:
    """The line of the header counted from nought, the year, and whose residents they are."""
    lines = [line.decode("utf-8-sig", "replace") for line in text.split(b"\n", PREAMBLE)[:PREAMBLE]]
    header = next((n for n, line in enumerate(lines) if line.startswith(f"{WARD},")), None)
    titles = [found for line in lines[:header] if (found := TITLE.search(line))]
    if header is None or not titles:
        what = f"a header that begins '{WARD}'" if header is None else "a title with year and sex"
        refuse(file, f"found none in the first {PREAMBLE} lines, expected {what}.")
    return header, int(titles[0][1]), titles[0][2]


def _rows(file: str, text: bytes, header: int) -> pa.Table:
    """The columns that are wanted, as text, a row for every line below the header."""
    try:
        table = arrow_csv.read_csv(
            pa.BufferReader(text),
            # blank lines are rows too, so that a fault carries its line
            parse_options=arrow_csv.ParseOptions(ignore_empty_lines=False),
            read_options=arrow_csv.ReadOptions(use_threads=False, skip_rows=header),
            convert_options=arrow_csv.ConvertOptions(
                column_types=dict.fromkeys(WANTED, pa.string()),
                include_columns=list(WANTED),
                strings_can_be_null=False,
            ),
        )
    except (KeyError, pa.ArrowInvalid) as fault:
        missing = re.search(r"Column '([^']+)'", str(fault))
        named = f"column '{missing[1]}' is not there" if missing else "its rows differ in length"
        refuse(file, f"{named}, expected a ward, its district, all ages and each of 0 to 90+.")
    return table.combine_chunks()


def _counts(
    file: str, rows: pa.Table, name: str, at: NDArray[np.int64], header: int
) -> NDArray[np.int64]:
    """A column of whole numbers, thousands parted by commas."""
    cells = rows[name].take(pa.array(at))
    wrong = np.flatnonzero(~pc.match_substring_regex(cells, A_COUNT).to_numpy())
    if len(wrong):
        n = int(wrong[0])
        found = cells[n].as_py()[:40]
        expected = "expected a whole number, 0 or more."
        line = int(at[n]) + header + 2
        refuse(file, f"found '{found}', {expected}", row=line, column=name)
    numbers: NDArray[np.int64] = (
        pc.replace_substring(cells, ",", "").cast(pa.int64()).to_numpy().astype(np.int64)
    )
    return numbers
