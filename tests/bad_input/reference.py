"""Faults of geographies and reference tables, each by its cause: what is said, the exit code."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.bad_input.case import Act, Case, Make
from tests.sample_folder import SAMPLETON, sample_folder, write_csv
from wardwise.reference.load import load_table, read_table
from wardwise.sources.geography import read_geography
from wardwise.sources.new_partnership import new_partnership


WARDS = "geography/lookup_lsoa21_ward24_ltla24.csv"
PARTNERSHIPS = "geography/lookup_ltla24_csp24_pfa24.csv"
RESIDENTS = "population/census2021_TS001_usual_residents_LSOA21.csv"
HOUSEHOLDS = "population/household_type21_lsoa21.csv"
ETHNICITY = "population/ethnicity21_ltla21.csv"
IMD_2025 = "imd/imd2025_england_lsoa21.csv"
ARAB = "E06999991,Other ethnic group: Arab (number),7\n"


def _geography(name: str, change: Callable[[Path], object]) -> Make:
    """The made-up folder after a change to one of its files."""

    def make(path: Path) -> Act:
        change(sample_folder(path) / name)
        return partial(read_geography, [path])

    return make


def _replaced(name: str, old: str, new: str, count: int = -1) -> Make:
    def change(file: Path) -> None:
        file.write_text(file.read_text("utf-8").replace(old, new, count), "utf-8")

    return _geography(name, change)


def _in_windows_encoding(file: Path) -> None:
    file.write_bytes(file.read_text("utf-8").replace("Eastgate", "Éastgate").encode("cp1252"))


def _cut_short(file: Path) -> None:
    packed = gzip.compress(file.read_bytes())
    file.unlink()
    file.with_name(file.name + ".gz").write_bytes(packed[:-30])


def _bomb(file: Path) -> None:
    """Eight megabytes of noughts, which pack to eight kilobytes."""
    file.unlink()
    file.with_name(file.name + ".gz").write_bytes(gzip.compress(bytes(8 * 1024**2)))


def _another_total(file: Path) -> None:
    file.write_text(file.read_text("utf-8") + "E01999991,401.0,Flat,1\n", "utf-8")


def _header_again(file: Path) -> None:
    lines = file.read_text("utf-8").splitlines()
    file.write_text("\n".join([*lines[:3], lines[0], *lines[3:]]) + "\n", "utf-8")


def _table(text: str, **changed: object) -> Make:
    """A reference table of two columns, with that text."""
    sidecar: dict[str, object] = {
        "title": "Sample",
        "version": "1",
        "date": "2026-11-20",
        "source": "made up",
        "licence": "made up",
        "key": ["code"],
        "fields": {
            "code": {"type": "string", "about": "code"},
            "weight": {"type": "number", "about": "weight"},
        },
    }
    return lambda _: partial(read_table, "sample", text=text, sidecar=sidecar | changed)


def _new(code: str, source: str = "police_uk") -> Make:
    return lambda path: partial(new_partnership, code, source=source, folders=[sample_folder(path)])


def _two_partnerships(path: Path) -> Act:
    """Sampleton's district with a second partnership, as Buckinghamshire has four."""
    folder = sample_folder(path)
    names = ("code", "name")
    one = (SAMPLETON, "Sampleton", "E22000303", "Aylesbury Vale", "E23999991", "Sampleshire")
    two = (SAMPLETON, "Sampleton", "E22000306", "Chiltern", "E23999991", "Sampleshire")
    other = ("E06999992", "Otherham", "E22999992", "Otherham", "E23999991", "Sampleshire")
    levels = ("ltla24", "csp24", "pfa24")
    write_csv(
        folder / PARTNERSHIPS,
        [[f"{level}_{part}" for level in levels for part in names], one, two, other],
    )
    old = folder / "geography" / "LSOA11_LSOA21_LAD22_exact_fit_V3.csv"
    text = old.read_text("utf-8").replace("Sampleton 001A", "Chiltern 001A")
    old.write_text(text.replace("Sampleton 00", "Aylesbury Vale 00"), "utf-8")
    return partial(new_partnership, SAMPLETON, source="police_uk", folders=[folder])


CASES: list[Case] = [
    (
        "a packed lookup would unpack to a thousand times its size",
        _geography(WARDS, _bomb),
        15,
        (f"{WARDS}.gz", "would unpack to more than", "zip bomb"),
    ),
    (
        "the ward lookup is missing",
        _geography(WARDS, Path.unlink),
        16,
        (WARDS, "none of the 1 data folders"),
    ),
    (
        "the ward lookup is an empty file",
        _geography(WARDS, lambda file: file.write_bytes(b"")),
        16,
        (WARDS, "empty"),
    ),
    (
        "a packed lookup is cut short",
        _geography(WARDS, _cut_short),
        15,
        (f"{WARDS}.gz", "damaged or cut short"),
    ),
    (
        "a lookup is in a Windows encoding",
        _geography(WARDS, _in_windows_encoding),
        10,
        (WARDS, "not UTF-8"),
    ),
    (
        "a lookup is parted by semicolons",
        _replaced(WARDS, ",", ";"),
        10,
        ("row 1, column 'lsoa21_code'", "semicolons"),
    ),
    (
        "a column of a lookup has been renamed",
        _replaced(PARTNERSHIPS, "csp24_code", "CSP code"),
        10,
        (PARTNERSHIPS, "row 1, column 'csp24_code'", "CSP code"),
    ),
    (
        "a column of a lookup is there twice",
        _replaced(PARTNERSHIPS, "csp24_name", "csp24_code"),
        10,
        ("row 1, column 'csp24_code'", "twice"),
    ),
    (
        "a row of a lookup has a cell too many",
        _replaced(PARTNERSHIPS, "E23999991,Sampleshire", "E23999991,Sample,shire", 1),
        10,
        (PARTNERSHIPS, "row 2", "found 7 cells, expected 6"),
    ),
    (
        "the heading is repeated among the rows",
        _geography(HOUSEHOLDS, _header_again),
        10,
        (HOUSEHOLDS, "row 4", "'total_households'", "expected a number"),
    ),
    (
        "a population has a comma put in by a spreadsheet",
        _replaced(RESIDENTS, "1100", '"1,100"'),
        10,
        (RESIDENTS, "row 3", "'1,100'", "expected a number"),
    ),
    (
        "a population is below nought",
        _replaced(RESIDENTS, "1100", "-1100"),
        10,
        (RESIDENTS, "row 3, column 'total'", "found -1100", "0 or more"),
    ),
    (
        "a population is not a whole number",
        _replaced(RESIDENTS, "1100", "1100.5"),
        10,
        (RESIDENTS, "row 3, column 'total'", "found 1100.5", "whole number"),
    ),
    (
        "an LSOA is in a population file twice",
        _replaced(RESIDENTS, "E01999992", "E01999991"),
        10,
        (RESIDENTS, "row 3, column 'mnemonic'", "E01999991 is there twice"),
    ),
    (
        "an LSOA has two numbers of households",
        _geography(HOUSEHOLDS, _another_total),
        10,
        (HOUSEHOLDS, "row 8", "E01999991 is there twice with another number"),
    ),
    (
        "an ethnic group of a district is there twice",
        _geography(ETHNICITY, lambda file: file.write_text(file.read_text("utf-8") + ARAB)),
        10,
        (ETHNICITY, "row 6", "E06999991, Other ethnic group: Arab (number) is there twice"),
    ),
    (
        "a tenth of deprivation is eleven",
        _replaced(IMD_2025, "E01999991,1,", "E01999991,11,"),
        10,
        (IMD_2025, "row 2, column 'IMD_decile'", "found 11", "a tenth from 1 to 10"),
    ),
    (
        "a file that is named as packed is not",
        _geography(RESIDENTS, lambda file: file.rename(file.with_name(file.name + ".gz"))),
        15,
        (f"{RESIDENTS}.gz", "damaged or cut short"),
    ),
    (
        "a latitude is a word",
        _geography(
            "geography/lsoa_latlong.csv",
            lambda file: file.write_text("LSOACD,latitude,longitude\nE01999991,north,-0.4\n"),
        ),
        10,
        ("geography/lsoa_latlong.csv", "row 2", "'north'", "expected a number"),
    ),
    (
        "an LSOA is in the ward lookup twice",
        _replaced(WARDS, "E01999992", "E01999991"),
        10,
        (WARDS, "row 3", "E01999991 is there twice"),
    ),
    (
        "a district is in one lookup and not in the other",
        _replaced(PARTNERSHIPS, "E06999992", "E06999999"),
        11,
        ("1 districts", "first: E06999992", "of the same year"),
    ),
    (
        "the populations are of LSOAs of another year",
        _replaced(RESIDENTS, "E0199999", "E0188888"),
        11,
        (RESIDENTS, "0 of 6 LSOAs of 2021", "another year"),
    ),
    (
        "a new partnership's code is not known",
        _new("E06999990"),
        11,
        ("'E06999990'", "Did you mean", "Sampleton"),
    ),
    (
        "a new partnership is asked for by a misspelt name",
        _new("Smapleton"),
        11,
        ("'Smapleton'", "E06999991 Sampleton"),
    ),
    (
        "a new partnership's source is not one of ours",
        _new(SAMPLETON, "police uk"),
        13,
        ("'police uk'", "Did you mean 'police_uk'?"),
    ),
    (
        "a district holds several partnerships",
        _two_partnerships,
        11,
        ("holds 2 partnerships", "E22000303 Aylesbury Vale", "E22000306 Chiltern"),
    ),
    (
        "a reference table is asked for that there is not",
        lambda _: partial(load_table, "no_such_table"),
        11,
        ("no such reference table", "severity_weight"),
    ),
    (
        "a reference table's columns are not those of its sidecar",
        _table("code,points\na,1\n"),
        11,
        ("sample.csv, row 1", "code, points", "code, weight"),
    ),
    (
        "a reference table has words where a number belongs",
        _table("code,weight\na,heavy\n"),
        11,
        ("row 2, column 'weight'", "'heavy'", "a number"),
    ),
    (
        "a reference table has an empty cell",
        _table("code,weight\na,\n"),
        11,
        ("row 2, column 'weight'", "found nothing"),
    ),
    (
        "a reference table has a row twice",
        _table("code,weight\na,1\na,2\n"),
        11,
        ("row 3", "a is there twice"),
    ),
    (
        "a reference table has a row cut short",
        _table("code,weight\na\n"),
        11,
        ("row 2", "found 1 cells, expected 2"),
    ),
    (
        "a sidecar names a type that there is not",
        _table("code,weight\na,1\n", fields={"code": {"type": "words"}}),
        11,
        ("fields.code.type", "'words'", "string"),
    ),
]
