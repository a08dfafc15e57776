"""The real archives: the counts that others have, and what we found in them."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from wardwise.domain.offences import ANTI_SOCIAL_BEHAVIOUR
from wardwise.sources.area_counts import read_area_counts
from wardwise.sources.geography import read_geography
from wardwise.sources.home_office import read_home_office
from wardwise.sources.imported import Imported
from wardwise.sources.police_uk import read_police_uk


pytestmark = [pytest.mark.shared, pytest.mark.slow]


@pytest.fixture(scope="module")
def geography(shared: Path) -> dict[str, pa.Table]:
    """The real geography."""
    return dict(read_geography([shared / "data"]).tables)


@pytest.fixture(scope="module")
def force_quarter(shared: Path) -> pa.Table:
    """The real Home Office totals."""
    return read_home_office([shared / "data"]).tables["force_quarter"]


@pytest.fixture(scope="module")
def both(shared: Path, geography: dict[str, pa.Table], force_quarter: pa.Table) -> Imported:
    """The Bedfordshire archive and its earlier extract."""
    return read_police_uk(
        folders=[shared / "data"],
        lsoas=geography["lsoa"],
        lsoa_2011=geography["lsoa_2011"],
        force_quarter=force_quarter,
    )


@pytest.fixture(scope="module")
def later(
    shared: Path,
    geography: dict[str, pa.Table],
    force_quarter: pa.Table,
    tmp_path_factory: pytest.TempPathFactory,
) -> Imported:
    """The Bedfordshire archive alone."""
    folder = tmp_path_factory.mktemp("later") / "police_uk"
    folder.mkdir()
    name = "bedfordshire_2021-05_2024-04.zip"
    (folder / name).symlink_to(shared / "data" / "police_uk" / name)
    return read_police_uk(
        folders=[folder.parent],
        lsoas=geography["lsoa"],
        lsoa_2011=geography["lsoa_2011"],
        force_quarter=force_quarter,
    )


@pytest.fixture(scope="module")
def counts(shared: Path, geography: dict[str, pa.Table], force_quarter: pa.Table) -> Imported:
    """The table of counts of England and Wales."""
    return read_area_counts(
        folders=[shared / "data"],
        lsoas=geography["lsoa"],
        lsoa_2011=geography["lsoa_2011"],
        force_quarter=force_quarter,
    )


def located(imported: Imported, lsoa: pa.Table, district: str, months: str) -> pa.Table:
    """Located counts of a district in the months that begin so."""
    inside = lsoa.filter(pc.equal(lsoa["district_name"], district))["lsoa_code"]
    table = imported.tables["offence_count"]
    table = table.filter(pc.is_in(table["lsoa_code"], inside.combine_chunks()))
    return table.filter(pc.starts_with(table["month"], months))


def offences(table: pa.Table, offence: str | None = None, *, with_asb: bool = False) -> int:
    """Offences of one type, or of all."""
    if offence is not None:
        table = table.filter(pc.equal(table["offence"], offence))
    elif not with_asb:
        table = table.filter(pc.not_equal(table["offence"], ANTI_SOCIAL_BEHAVIOUR))
    return int(pc.sum(table["offences"]).as_py() or 0)


@pytest.mark.parametrize(
    ("district", "crimes"),
    [("Luton", 17_917), ("Bedford", 13_599), ("Central Bedfordshire", 15_434)],
)
def test_located_crimes_of_2023(
    both: Imported, geography: dict[str, pa.Table], district: str, crimes: int
) -> None:
    assert offences(located(both, geography["lsoa"], district, "2023-")) == crimes


def test_violence_in_luton_in_2023(both: Imported, geography: dict[str, pa.Table]) -> None:
    luton = located(both, geography["lsoa"], "Luton", "2023-")
    assert offences(luton, "Violence and sexual offences") == 7_149


def test_every_row_of_the_archive_is_accounted_for(both: Imported, later: Imported) -> None:
    for imported, rows in ((later, 182_113 + 150_417 + 11_810), (both, 344_340 + 56_285)):
        files, aside = imported.tables["file_read"], imported.tables["set_aside"]
        assert pc.sum(files["rows_in"]).as_py() == rows
        assert pc.sum(files["rows_used"]).as_py() + pc.sum(aside["rows"]).as_py() == rows


def test_184_crime_ids_come_twice_and_183_of_them_are_one_record(later: Imported) -> None:
    assert pc.sum(later.tables["set_aside"]["rows"]).as_py() == 183
    assert any("1 Crime ID stands" in notice for notice in later.notices)


def test_rows_without_an_lsoa_stay_with_the_force(later: Imported) -> None:
    records = later.tables["offence_record"]
    assert pc.sum(pc.is_null(records["lsoa_code"])).as_py() == 6_381


def test_searches_without_coordinates(later: Imported) -> None:
    searches = later.tables["stop_search_record"]
    assert (len(searches), pc.sum(pc.is_null(searches["longitude"])).as_py()) == (11_810, 2_319)


def test_the_archive_alone_is_incomplete_at_its_start(later: Imported) -> None:
    shares = {
        row["first_month"]: (row["share"], row["status"])
        for row in later.tables["completeness"].to_pylist()
    }
    for quarter, share in (("2021-07", 0.87), ("2021-10", 0.87), ("2022-01", 0.92)):
        assert shares[quarter][0] == pytest.approx(share, abs=0.015)
        assert shares[quarter][1] == "incomplete"
    after = [share for quarter, (share, _) in shares.items() if "2022-04" <= quarter < "2024-04"]
    assert min(after) > 0.99


def test_january_2022_yields_to_the_earlier_extract(both: Imported) -> None:
    rows = both.tables["extract_comparison"].to_pylist()
    yielded = [row["month"] for row in rows if row["kept"] == row["earlier"]]
    assert yielded == ["2022-01"]
    first = rows[0]
    assert (first["rows_earlier"], first["rows_later"]) == (4_934, 4_084)
    # with it the quarter is complete: 12,692 of 12,853
    quarter = {row["first_month"]: row for row in both.tables["completeness"].to_pylist()}
    assert quarter["2022-01"]["status"] == "complete"


def test_may_2022_in_both_extracts(both: Imported) -> None:
    may = both.tables["extract_comparison"].to_pylist()[4]
    assert may["month"] == "2022-05"
    assert (may["rows_earlier"], may["rows_later"], may["in_both"]) == (5_505, 5_814, 4_305)
    assert may["vanished"] + may["in_both"] == 4_447  # Crime IDs in the earlier extract


def test_dudley_in_august_2024(counts: Imported, geography: dict[str, pa.Table]) -> None:
    dudley = located(counts, geography["lsoa"], "Dudley", "2024-08")
    # the published 2,501 includes 216 of anti-social behaviour
    assert offences(dudley, with_asb=True) == 2_501
    assert offences(dudley) == 2_501 - 216
    for offence, count in (
        ("Violence and sexual offences", 907),
        ("Shoplifting", 296),
        ("Vehicle crime", 243),
    ):
        assert offences(dudley, offence) == count


def test_forces_that_did_not_publish_are_not_held(
    counts: Imported, geography: dict[str, pa.Table]
) -> None:
    lsoa = geography["lsoa"]
    force = dict(
        zip(lsoa["district_code"].to_pylist(), lsoa["force_name"].to_pylist(), strict=True)
    )
    gone: dict[str, set[str]] = {}
    for row in counts.tables["area_month_held"].to_pylist():
        if not row["held"]:
            gone.setdefault(force[row["district_code"]], set()).add(row["month"])
    assert gone.pop("Gwent") == {"2025-09", "2025-10", "2025-11", "2025-12"}
    assert gone.pop("Dyfed-Powys") == {"2024-02", "2024-03", "2024-04"}
    assert len(gone.pop("Greater Manchester")) == 32
    assert not gone
    manchester = located(counts, lsoa, "Manchester", "20")
    assert len(manchester) == 0


def test_every_offence_of_the_table_is_accounted_for(counts: Imported) -> None:
    used = pc.sum(counts.tables["offence_count"]["offences"]).as_py()
    assert used == 15_997_830 - 3_403  # 3,403 lie in forces that are not held
    files, aside = counts.tables["file_read"], counts.tables["set_aside"]
    rows = files["rows_used"][0].as_py() + pc.sum(aside["rows"]).as_py()
    assert rows == files["rows_in"][0].as_py() == 5_320_944
