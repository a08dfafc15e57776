"""police.uk archives of a made-up force to tidy tables, from files on disk."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from tests.police_uk_folder import (
    CODES,
    FORCE,
    crime,
    crime_id,
    csv_text,
    nuisance,
    outcome,
    put,
    search,
    street_name,
    unlocated,
    zipped,
)
from tests.sample_folder import OTHERHAM, SAMPLETON, SIDE, SOUTH, WEST, sample_folder
from wardwise.sources.geography import read_geography
from wardwise.sources.imported import Imported
from wardwise.sources.police_uk import count_police_uk, read_police_uk
from wardwise.sources.police_uk.schema import Kind


def read(path: Path, *, force_quarter: pa.Table | None = None) -> Imported:
    """Read what lies under the folder, with the made-up geography."""
    geography = read_geography([sample_folder(path)]).tables
    return read_police_uk(
        folders=[path],
        lsoas=geography["lsoa"],
        lsoa_2011=geography["lsoa_2011"],
        force_quarter=force_quarter,
    )


def counted(imported: Imported) -> dict[tuple[str, str | None, str], int]:
    """Month, LSOA and offence → offences."""
    return {
        (row["month"], row["lsoa_code"], row["offence"]): row["offences"]
        for row in imported.tables["offence_count"].to_pylist()
    }


def total(table: pa.Table, column: str) -> int:
    """Sum of a column, nought if there are no rows."""
    return int(pc.sum(table[column]).as_py() or 0)


def check_accounts(imported: Imported) -> None:
    """Rows in = rows used + rows set aside, and the records say the same as the counts."""
    files, aside = imported.tables["file_read"], imported.tables["set_aside"]
    assert total(files, "rows_in") == total(files, "rows_used") + total(aside, "rows")
    records = imported.tables["offence_record"].to_pylist()
    from_records: dict[tuple[str, str | None, str], int] = {}
    for row in records:
        assert row["used"] == (row["set_aside"] is None)
        assert (row["lsoa_code"] is None) == (row["not_located"] is not None)
        if row["used"]:
            key = (row["month"], row["lsoa_code"], row["offence"])
            from_records[key] = from_records.get(key, 0) + 1
    assert from_records == counted(imported)


def test_a_folder_is_counted_by_month_lsoa_and_offence(tmp_path: Path) -> None:
    put(tmp_path, csv_text([crime(1), crime(2), nuisance(), nuisance(), unlocated(3)]))
    put(tmp_path, csv_text([crime(4, month="2023-06", at=5)], kind=Kind.STREET), month="2023-06")
    imported = read(tmp_path)
    assert counted(imported) == {
        ("2023-05", CODES[0], "Burglary"): 2,
        ("2023-05", CODES[0], "Anti-social behaviour"): 2,
        ("2023-05", None, "Burglary"): 1,
        ("2023-06", CODES[5], "Burglary"): 1,
    }
    check_accounts(imported)


def test_a_zip_gives_the_same_as_the_folder_it_unpacks_to(tmp_path: Path) -> None:
    text = csv_text([crime(1), crime(2, at=3), unlocated(3)])
    put(tmp_path / "folder", text)
    zipped(tmp_path / "zip", {street_name(): text})
    folder, archive = read(tmp_path / "folder"), read(tmp_path / "zip")
    assert folder.tables["offence_count"].equals(archive.tables["offence_count"])
    assert archive.tables["file_read"]["path"].to_pylist() == ["police_uk/archive.zip"]
    assert folder.tables["file_read"]["path"].to_pylist() == [
        "police_uk/2023-05/2023-05-sampleshire-street.csv"
    ]


def test_a_record_says_its_file_and_line(tmp_path: Path) -> None:
    put(tmp_path, csv_text([crime(1), crime(2), crime(3)]))
    rows = read(tmp_path).tables["offence_record"].to_pylist()
    # The header is line 1, so that the first record is line 2
    assert [(row["row"], row["crime_id"]) for row in rows] == [
        (2, crime_id(1)),
        (3, crime_id(2)),
        (4, crime_id(3)),
    ]
    assert {(row["file"], row["force"]) for row in rows} == {(street_name(), FORCE)}


def test_blank_lines_do_not_move_the_line_numbers(tmp_path: Path) -> None:
    header, first, second = csv_text([crime(1), crime(2)]).splitlines()
    put(tmp_path, "\n".join([header, first, "", "", second, "", ""]))
    imported = read(tmp_path)
    assert imported.tables["offence_record"]["row"].to_pylist() == [2, 5]
    check_accounts(imported)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (csv_text([crime(1)]).replace("\n", "\r\n").encode(), ""),
        (csv_text([crime(1)]).rstrip("\n").encode(), ""),
        (csv_text([crime(1)]).encode("utf-8-sig"), "byte order mark"),
        (csv_text([crime(1)]).encode("utf-16"), "UTF-16"),
        (csv_text([crime(1, Location="Café")]).encode("cp1252"), "read as Windows-1252"),
        (csv_text([crime(1, Location="Café")]).encode(), ""),
        (csv_text([crime(1, Location='"High Street, Luton"')]).encode(), ""),
        (csv_text([crime(1, Location='"High\nStreet"')]).encode(), ""),
        (
            csv_text([crime(1)]).replace("Crime type", "crime_type", 1).encode(),
            "order and spelling",
        ),
    ],
    ids=[
        "CRLF",
        "no last line end",
        "BOM",
        "UTF-16",
        "Windows-1252",
        "accents",
        "quoted comma",
        "quoted line break",
        "older spelling",
    ],
)
def test_harmless_differences_are_read_and_said(tmp_path: Path, data: bytes, said: str) -> None:
    put(tmp_path, data)
    imported = read(tmp_path)
    assert counted(imported) == {("2023-05", CODES[0], "Burglary"): 1}
    assert (said in " ".join(imported.notices)) if said else imported.notices == ()
    check_accounts(imported)


def test_empty_columns_at_the_end_and_another_order_are_read(tmp_path: Path) -> None:
    header, row = csv_text([crime(1)]).splitlines()
    cells = [line.split(",") for line in (header, row)]
    turned = "\n".join(",".join([*line[::-1], "", ""]) for line in cells)
    put(tmp_path, turned)
    imported = read(tmp_path)
    assert counted(imported) == {("2023-05", CODES[0], "Burglary"): 1}
    assert "published order" in imported.notices[0]


def test_a_file_without_the_columns_that_older_files_lack_is_read(tmp_path: Path) -> None:
    header, row = csv_text([crime(1)]).splitlines()
    put(tmp_path, f"{header.removesuffix(',Context')}\n{row.removesuffix(',')}\n")
    assert counted(read(tmp_path)) == {("2023-05", CODES[0], "Burglary"): 1}


def test_merged_lsoas_are_carried_and_split_ones_go_by_their_point(tmp_path: Path) -> None:
    put(
        tmp_path,
        csv_text(
            [
                crime(1, at=3, LSOA_code="E01888884"),  # merged into the fourth LSOA
                crime(2, at=1, LSOA_code="E01888882"),  # split: its point is in the second
                crime(3, at=2, LSOA_code="E01888882"),  # split: its point is in the third
                crime(4, at=5, LSOA_code="E01888882"),  # split: its point is in neither
                crime(5, LSOA_code="E01888882", Longitude="", Latitude=""),
                crime(6, LSOA_code="S01000001"),
            ]
        ),
    )
    imported = read(tmp_path)
    assert counted(imported) == {
        ("2023-05", CODES[3], "Burglary"): 1,
        ("2023-05", CODES[1], "Burglary"): 1,
        ("2023-05", CODES[2], "Burglary"): 1,
        ("2023-05", None, "Burglary"): 3,
    }
    check_accounts(imported)
    reasons = imported.tables["offence_record"]["not_located"].to_pylist()
    assert "split" in reasons[3]
    assert "split" in reasons[4]
    assert "not of England or Wales" in reasons[5]


def test_a_split_lsoa_without_outlines_is_not_known(tmp_path: Path) -> None:
    put(tmp_path, csv_text([crime(1, at=1, LSOA_code="E01888882")]))
    geography = read_geography([sample_folder(tmp_path)]).tables
    for outlines in (tmp_path / "geography").rglob("lsoa*.geojson"):
        outlines.unlink()
    imported = read_police_uk(
        folders=[tmp_path], lsoas=geography["lsoa"], lsoa_2011=geography["lsoa_2011"]
    )
    assert counted(imported) == {("2023-05", None, "Burglary"): 1}


def test_the_same_record_published_twice_is_used_once(tmp_path: Path) -> None:
    put(
        tmp_path,
        csv_text(
            [
                crime(1, Last_outcome_category="Status update unavailable"),
                crime(1, Last_outcome_category="Local resolution"),
                crime(2),
                crime(2, Crime_type="Drugs"),  # the same reference, another offence
                nuisance(),
                nuisance(),
            ]
        ),
    )
    imported = read(tmp_path)
    assert counted(imported) == {
        ("2023-05", CODES[0], "Burglary"): 2,
        ("2023-05", CODES[0], "Drugs"): 1,
        ("2023-05", CODES[0], "Anti-social behaviour"): 2,
    }
    used = imported.tables["offence_record"]["used"].to_pylist()
    assert used == [False, True, True, True, True, True]  # the outcome that says something stays
    check_accounts(imported)


def test_a_month_that_no_file_holds_is_not_held(tmp_path: Path) -> None:
    put(tmp_path, csv_text([crime(1)]))
    put(tmp_path, csv_text([crime(2, month="2023-07")]), month="2023-07")
    held = {
        (row["district_code"], row["month"]): row["held"]
        for row in read(tmp_path).tables["area_month_held"].to_pylist()
    }
    # No crime at all was recorded in Otherham, which is nought and not unknown
    assert held == {
        (district, month): month != "2023-06"
        for district in (SAMPLETON, OTHERHAM)
        for month in ("2023-05", "2023-06", "2023-07")
    }


def test_the_later_extract_is_used_and_what_changed_is_counted(tmp_path: Path) -> None:
    put(tmp_path, csv_text([crime(1), crime(2), crime(3), nuisance()]), extract="earlier")
    later = [
        crime(2, Crime_type="Drugs"),
        crime(3, at=1, Last_outcome_category="Local resolution"),
        crime(4),
        nuisance(),
    ]
    put(tmp_path, csv_text(later), extract="later")
    put(tmp_path, csv_text([crime(9, month="2023-06")]), month="2023-06", extract="later")
    imported = read(tmp_path)
    row = imported.tables["extract_comparison"].to_pylist()[0]
    assert row["kept"] == row["later"]
    names = ("appeared", "vanished", "in_both")
    assert [row[name] for name in names] == [1, 1, 2]
    changed = ("offence_changed", "place_changed", "outcome_changed")
    assert [row[name] for name in changed] == [1, 1, 1]
    check_accounts(imported)


def test_a_renumbered_lsoa_is_no_change_of_place(tmp_path: Path) -> None:
    put(tmp_path, csv_text([crime(1, at=3, LSOA_code="E01888884")]), extract="earlier")
    put(tmp_path, csv_text([crime(1, at=3)]), extract="later")
    put(tmp_path, csv_text([crime(9, month="2023-06")]), month="2023-06", extract="later")
    assert read(tmp_path).tables["extract_comparison"]["place_changed"].to_pylist() == [0]


def test_a_later_extract_over_five_percent_smaller_yields(tmp_path: Path) -> None:
    # 94 rows are 6% fewer than 100
    put(tmp_path, csv_text([crime(n) for n in range(100)]), extract="earlier")
    put(tmp_path, csv_text([crime(n) for n in range(94)]), extract="later")
    put(tmp_path, csv_text([crime(999, month="2023-06")]), month="2023-06", extract="later")
    imported = read(tmp_path)
    row = imported.tables["extract_comparison"].to_pylist()[0]
    assert row["kept"] == row["earlier"]
    assert counted(imported)["2023-05", CODES[0], "Burglary"] == 100
    assert "6.0% fewer rows (94 against 100)" in imported.notices[0]
    check_accounts(imported)


def test_a_later_extract_just_five_percent_smaller_is_used_and_marked(tmp_path: Path) -> None:
    put(tmp_path, csv_text([crime(n) for n in range(100)]), extract="earlier")
    put(tmp_path, csv_text([crime(n) for n in range(95)]), extract="later")
    put(tmp_path, csv_text([crime(999, month="2023-06")]), month="2023-06", extract="later")
    imported = read(tmp_path)
    assert counted(imported)["2023-05", CODES[0], "Burglary"] == 95
    below = [
        row for row in imported.tables["completeness"].to_pylist() if row["status"] == "incomplete"
    ]
    assert [(row["first_month"], row["held"], row["expected"]) for row in below] == [
        ("2023-05", 95, 100)
    ]


def test_outcomes_and_searches_are_read_with_their_places(tmp_path: Path) -> None:
    put(tmp_path, csv_text([crime(1)]))
    put(tmp_path, csv_text([outcome(1), outcome(1)], kind=Kind.OUTCOMES), kind=Kind.OUTCOMES)
    searches = [
        search(at=4),
        search(Longitude="", Latitude=""),
        search(Longitude=f"{WEST - 2 * SIDE}", Latitude=f"{SOUTH}"),
        search(Date="2023-04-30T23:41:00+00:00"),  # the first hour of May in summer time
    ]
    put(tmp_path, csv_text(searches, kind=Kind.STOP_AND_SEARCH), kind=Kind.STOP_AND_SEARCH)
    tables = read(tmp_path).tables
    assert tables["outcome_record"]["lsoa_code"].to_pylist() == [CODES[0], CODES[0]]
    found = tables["stop_search_record"]
    assert found["lsoa_code"].to_pylist() == [CODES[4], None, None, CODES[0]]
    assert set(found["month"].to_pylist()) == {"2023-05"}
    assert set(found["force"].to_pylist()) == {FORCE}


def test_counting_alone_gives_the_same_counts(tmp_path: Path) -> None:
    put(tmp_path, csv_text([crime(1), crime(1), crime(2, LSOA_code="E01888882"), unlocated(3)]))
    whole = read(tmp_path)
    geography = read_geography([tmp_path]).tables
    alone = count_police_uk(
        folders=[tmp_path], lsoas=geography["lsoa"], lsoa_2011=geography["lsoa_2011"]
    )
    assert alone.tables["offence_count"].equals(whole.tables["offence_count"])


def test_reading_twice_gives_the_same_tables(tmp_path: Path) -> None:
    put(tmp_path, csv_text([crime(n, at=n % 6) for n in range(50)]))
    first, second = read(tmp_path), read(tmp_path)
    assert all(table.equals(second.tables[name]) for name, table in first.tables.items())
    assert first.notices == second.notices


def test_litter_in_a_zip_is_passed_over(tmp_path: Path) -> None:
    zipped(
        tmp_path,
        {
            street_name(): csv_text([crime(1)]),
            f"__MACOSX/2023-05/._{street_name()[8:]}": b"\x00",
            ".DS_Store": b"\x00",
        },
    )
    assert counted(read(tmp_path)) == {("2023-05", CODES[0], "Burglary"): 1}


def test_a_file_of_capitals_is_read_and_one_of_another_kind_is_named(tmp_path: Path) -> None:
    put(tmp_path, csv_text([crime(1)]))
    june = put(tmp_path, csv_text([crime(2, month="2023-06")]), month="2023-06")
    june.rename(june.with_suffix(".CSV"))
    for name in ("2023-07.7z", "2023-08-sampleshire-street.csv.gz"):
        (tmp_path / "police_uk" / name).write_bytes(b"packed")
    zipped(
        tmp_path, {street_name("2023-09"): csv_text([crime(3, month="2023-09")])}, name="a/b.zip"
    )
    imported = read(tmp_path)
    assert {month for month, *_ in counted(imported)} == {"2023-05", "2023-06"}
    (said,) = (notice for notice in imported.notices if notice.startswith("Not read"))
    for name in ("2023-07.7z", "2023-08-sampleshire-street.csv.gz", "a/b.zip"):
        assert f"police_uk/{name}" in said


def test_searches_that_are_alike_are_used_and_their_number_is_said(tmp_path: Path) -> None:
    put(tmp_path, csv_text([crime(1)]))
    searches = [search(), search(), search(), search(at=1)]
    put(tmp_path, csv_text(searches, kind=Kind.STOP_AND_SEARCH), kind=Kind.STOP_AND_SEARCH)
    imported = read(tmp_path)
    assert imported.tables["stop_search_record"]["used"].to_pylist() == [True] * 4
    # three are alike: two of them repeat the first
    assert any(notice.startswith("2 of 4 stop and search") for notice in imported.notices)
