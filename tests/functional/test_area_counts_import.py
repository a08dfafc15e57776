"""Tables of counts by area of a made-up force to tidy tables, from files on disk."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from tests.sample_folder import OTHERHAM, SAMPLETON, sample_folder
from wardwise.domain.period import Period
from wardwise.sources.area_counts import read_area_counts
from wardwise.sources.geography import read_geography
from wardwise.sources.imported import Imported


Cell = tuple[str, str | None, str, int]
NAMES = ("month", "lsoa_code", "crime_type", "crime_count")
MAY: list[Cell] = [
    ("2023-05", "E01999991", "Burglary", 3),
    ("2023-05", "E01999994", "Anti-social behaviour", 5),
    ("2023-05", "E01888884", "Burglary", 2),  # LSOA 2011, merged into E01999994
    ("2023-05", "E01888885", "Burglary", 4),  # LSOA 2011, merged into E01999994
    ("2023-05", "E01888882", "Burglary", 1),  # LSOA 2011, split: a count has no point
    ("2023-05", "E01999995", "Burglary", 6),
    ("2023-05", None, "Burglary", 7),
]


def table(cells: list[Cell]) -> pa.Table:
    """Cells as the supplier's table."""
    return pa.table(dict(zip(NAMES, map(list, zip(*cells, strict=True)), strict=True)))


def read(path: Path, *, force_quarter: pa.Table | None = None) -> Imported:
    """Read what lies under the folder, with the made-up geography."""
    geography = read_geography([sample_folder(path)]).tables
    return read_area_counts(
        folders=[path],
        lsoas=geography["lsoa"],
        lsoa_2011=geography["lsoa_2011"],
        force_quarter=force_quarter,
    )


def put(path: Path, cells: list[Cell]) -> None:
    """Write a parquet table."""
    (path / "area_counts").mkdir()
    pq.write_table(table(cells), path / "area_counts" / "counts.parquet")


def counted(imported: Imported) -> list[tuple[object, ...]]:
    """Month, LSOA, offence, offences and force of every row."""
    rows = imported.tables["offence_count"].to_pylist()
    return [
        tuple(row[name] for name in ("month", "lsoa_code", "offence", "offences", "force"))
        for row in rows
    ]


EXPECTED = [
    # Not located: 7 without a code and 1 in an LSOA that was split
    ("2023-05", None, "Burglary", 8, None),
    ("2023-05", "E01999991", "Burglary", 3, "Sampleshire"),
    ("2023-05", "E01999994", "Burglary", 6, "Sampleshire"),  # 2 + 4
    ("2023-05", "E01999994", "Anti-social behaviour", 5, "Sampleshire"),
    ("2023-05", "E01999995", "Burglary", 6, "Sampleshire"),
]


def test_counts_are_carried_to_the_lsoas_of_2021(tmp_path: Path) -> None:
    put(tmp_path, MAY)
    assert counted(read(tmp_path)) == EXPECTED


def test_a_csv_gives_the_same_as_a_parquet(tmp_path: Path) -> None:
    (tmp_path / "area_counts").mkdir()
    lines = [",".join("" if cell is None else str(cell) for cell in row) for row in MAY]
    text = "\r\n".join([",".join(NAMES), *lines, "", ""])
    (tmp_path / "area_counts" / "counts.csv").write_bytes(text.encode("utf-8-sig"))
    imported = read(tmp_path)
    assert counted(imported) == EXPECTED
    assert "byte order mark" in imported.notices[0]


def test_rows_in_are_rows_used_and_set_aside(tmp_path: Path) -> None:
    # In June Otherham has nothing, and Sampleton 1 where it had 15: the force is judged by
    # the median district, so that both are compared with themselves and are held
    put(tmp_path, [*MAY, ("2023-06", "E01999991", "Drugs", 1)])
    tables = read(tmp_path).tables
    files, aside = tables["file_read"], tables["set_aside"]
    rows = pc.sum(files["rows_used"]).as_py() + (pc.sum(aside["rows"]).as_py() or 0)
    assert rows == pc.sum(files["rows_in"]).as_py() == 8


def test_a_district_without_a_row_in_a_month_is_not_held(tmp_path: Path) -> None:
    put(tmp_path, [*MAY, *((("2023-06", cell[1], cell[2], cell[3])) for cell in MAY[:2])])
    held = {
        (row["district_code"], row["month"]): row["held"]
        for row in read(tmp_path).tables["area_month_held"].to_pylist()
    }
    assert held == {
        (SAMPLETON, "2023-05"): True,
        (SAMPLETON, "2023-06"): True,
        (OTHERHAM, "2023-05"): True,
        (OTHERHAM, "2023-06"): False,
    }


def test_below_97_percent_is_incomplete_even_if_it_is_always_so(tmp_path: Path) -> None:
    # Located crimes: 3 + 2 + 4 + 6 = 15 a month, 45 a quarter. Of 48 offences that is 93.75%,
    # below 97% in both quarters: a force that locates more later would seem to have more crime.
    months = [str(month) for month in Period.parse("2023-04", "2023-09").months]
    put(tmp_path, [(month, *cell[1:]) for month in months for cell in MAY])
    quarters = [
        {"force": "Sampleshire", "offence_group": "Theft offences", "offences": 48}
        | {"first_month": first, "last_month": last}
        for first, last in (("2023-04", "2023-06"), ("2023-07", "2023-09"))
    ]
    rows = read(tmp_path, force_quarter=pa.Table.from_pylist(quarters)).tables["completeness"]
    assert [(row["held"], row["expected"], row["status"]) for row in rows.to_pylist()] == [
        (45, 48, "incomplete")
    ] * 2
    assert "rows without an LSOA name no force" in rows["why"][0].as_py()
