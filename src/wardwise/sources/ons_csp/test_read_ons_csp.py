"""The ONS partnership tables: a made-up workbook by hand, and the published one whole."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.sample_workbook import sample_sheets, write_workbook
from wardwise.sources.ons_csp import read_ons_csp
from wardwise.sources.ons_csp.rows import _unrounded
from wardwise.sources.ons_csp.table import Value


Row = dict[str, Any]


def _rows(folder: Path) -> list[Row]:
    found: list[Row] = read_ons_csp([folder]).tables["official_count"].to_pylist()
    return found


def _one(rows: list[Row], **wanted: object) -> Row:
    found = [row for row in rows if all(row[column] == value for column, value in wanted.items())]
    assert len(found) == 1, (wanted, len(found))
    return found[0]


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> list[Row]:
    folder = tmp_path_factory.mktemp("data")
    write_workbook(folder / "ons" / "tables.xlsx", sample_sheets())
    return _rows(folder)


def test_the_later_year_has_counts_rates_and_change(rows: list[Row]) -> None:
    row = _one(rows, csp_name="Sampleton", offence="Residential burglary", last_month="2024-03")
    assert (row["offences"], row["residents"], row["households"]) == (100, 4600, 1900)
    # 100 / 4,600 × 1,000 = 21.74; 100 / 1,900 × 1,000 = 52.63; (100 − 80) / 80 = 25%
    assert row["rate_per_1000_residents"] == pytest.approx(21.739, abs=0.001)
    assert row["rate_per_1000_households"] == pytest.approx(52.632, abs=0.001)
    assert row["change_percent"] == 25.0
    assert (row["first_month"], row["level"]) == ("2023-04", "partnership")


@pytest.mark.parametrize(
    ("rate", "residents"),
    [
        (100 / 4.578, 4578),  # 4,578 is 4,600 in hundreds: what ONS divided by
        (100 / 4.7, 4600),  # 4,700 is not: the printed one stands
        (None, 4600),
    ],
)
def test_residents_printed_in_hundreds_come_back_from_the_rate(
    rate: float | None, residents: int
) -> None:
    counts = {"Robbery": Value(100.0, None), "Homicide": Value(0.0, None)}
    rates = {"Robbery": Value(rate, None), "Homicide": Value(0.0, None)}
    assert _unrounded(4600, counts, rates, per="") == residents
    assert _unrounded(None, counts, rates, per="") is None


def test_the_year_before_has_counts_alone(rows: list[Row]) -> None:
    row = _one(rows, csp_name="Sampleton", offence=None, last_month="2023-03")
    assert (row["offences"], row["residents"], row["change_percent"]) == (80, None, None)


def test_rates_per_household_are_of_residential_burglary_only(rows: list[Row]) -> None:
    assert {row["offence"] for row in rows if row["rate_per_1000_households"] is not None} == {
        "Residential burglary"
    }


def test_markers_are_kept_apart_from_numbers(rows: list[Row]) -> None:
    row = _one(
        rows, csp_name="Otherham", offence="Violence against the person", last_month="2024-03"
    )
    assert (row["change_percent"], row["symbol"], row["offences"]) == (None, "[u]", 50)
    unassigned = _one(rows, level="unassigned", offence=None, last_month="2024-03")
    assert (unassigned["csp_name"], unassigned["residents"], unassigned["symbol"]) == (
        "Unassigned Sampleshire",
        None,
        "[x]",
    )


def test_names_lose_spaces_and_note_markers_and_keep_the_note(rows: list[Row]) -> None:
    row = _one(rows, csp_name="Sampleton", offence=None, last_month="2024-03")
    assert row["force_name"] == "Sampleshire"
    assert row["note"] == "Covers Sampleton, Farton. There is an undercount of burglary."
    # 'Combined Local Authorities' is not a district
    assert row["district_code"] is None


def test_of_two_editions_the_later_one_is_used(tmp_path: Path) -> None:
    write_workbook(tmp_path / "ons" / "older.xlsx", sample_sheets(year=2023))
    write_workbook(tmp_path / "ons" / "newer.xlsx", sample_sheets(year=2024))
    found = _rows(tmp_path)
    # the year to March 2023 is in both: 80 in the later edition's C5, 100 in the earlier's C2
    assert _one(found, csp_name="Sampleton", offence=None, last_month="2023-03")["offences"] == 80
    assert _one(found, csp_name="Sampleton", offence=None, last_month="2022-03")["offences"] == 80


def test_the_year_is_read_from_the_title(tmp_path: Path) -> None:
    write_workbook(tmp_path / "ons" / "any name.xlsx", sample_sheets(year=2031))
    assert {row["last_month"] for row in _rows(tmp_path)} == {"2031-03", "2030-03"}


@pytest.fixture(scope="module")
def published(shared: Path) -> list[Row]:
    return _rows(shared / "data")


@pytest.mark.shared
@pytest.mark.parametrize(
    ("csp_code", "last_month", "offences"),
    [
        ("E22000337", "2024-12", 24_959),  # Dudley
        ("E22000010", "2024-12", 20_031),  # Luton
        ("E22000010", "2023-12", 18_991),
    ],
)
def test_published_totals(
    published: list[Row], csp_code: str, last_month: str, offences: int
) -> None:
    row = _one(published, csp_code=csp_code, last_month=last_month, offence=None)
    assert row["offences"] == offences


@pytest.mark.shared
def test_dudley_has_the_published_rate(published: list[Row]) -> None:
    row = _one(published, csp_code="E22000337", last_month="2024-12", offence=None)
    assert round(row["rate_per_1000_residents"], 2) == 76.80


@pytest.mark.shared
def test_every_published_rate_follows_from_its_count(published: list[Row]) -> None:
    """Populations are printed in hundreds; the ones used come back from the rates themselves."""
    wrong, checked = [], 0
    for row in published:
        if row["rate_per_1000_residents"] is None or row["offences"] is None:
            continue
        rate = 1000 * row["offences"] / row["residents"]
        if abs(rate - row["rate_per_1000_residents"]) > 1e-9 * rate:
            wrong.append((row["csp_name"] or row["force_name"], row["offence"]))
        checked += 1
    assert checked > 8_000
    assert wrong == []


@pytest.mark.shared
def test_every_published_change_follows_from_the_two_counts(published: list[Row]) -> None:
    before = {_key(row): row["offences"] for row in published if row["last_month"] == "2023-12"}
    wrong, checked = [], 0
    for row in published:
        if row["change_percent"] is None or row["offences"] is None:
            continue
        earlier = before[_key(row)]
        change = 100 * (row["offences"] - earlier) / earlier
        if abs(change - row["change_percent"]) > 1e-6:
            wrong.append((row["csp_name"] or row["force_name"], row["offence"], change))
        checked += 1
    assert checked > 7_000
    assert wrong == []


def _key(row: Row) -> tuple[Any, ...]:
    return tuple(row[name] for name in ("level", "force_name", "csp_name", "offence"))


@pytest.mark.shared
def test_the_unassigned_lines_carry_their_own_force(published: list[Row]) -> None:
    # as published, those of Gwent and Surrey carry the codes of South Wales and Kent
    codes = {row["force_name"]: row["force_code"] for row in published if row["level"] == "force"}
    for row in published:
        if row["level"] == "unassigned":
            assert row["force_code"] == codes[row["force_name"]]


@pytest.mark.shared
def test_partnerships_and_the_unassigned_add_up_to_the_force(published: list[Row]) -> None:
    totals: dict[tuple[str, str], int] = {}
    for row in published:
        if row["level"] in ("partnership", "unassigned") and row["offence"] is None:
            key = row["force_name"], row["last_month"]
            totals[key] = totals.get(key, 0) + (row["offences"] or 0)
    wrong = {
        key: (row["offences"], totals[key])
        for row in published
        if row["level"] == "force" and row["offence"] is None
        for key in [(row["force_name"], row["last_month"])]
        if totals[key] != row["offences"]
    }
    assert wrong == {}
