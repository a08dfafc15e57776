"""Rates and changes against every cell of the published partnership tables."""

from __future__ import annotations

from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from wardwise.measures.change.change_percent import change_percent
from wardwise.measures.levels.rate import rate_per_1000_households, rate_per_1000_residents


pytestmark = pytest.mark.shared

Table = dict[tuple[str, str, str], dict[str, object]]


def _table(workbook: CalamineWorkbook, name: str) -> Table:
    rows = workbook.get_sheet_by_name(f"Table {name}").to_python()
    start = next(n for n, row in enumerate(rows) if str(row[0]).startswith("Police Force"))
    header = [" ".join(str(cell).split()) for cell in rows[start]]
    return {
        (str(row[0]), str(row[3]).strip(), str(row[4])): dict(zip(header, row, strict=True))
        for row in rows[start + 1 :]
        if row[0]
    }


@pytest.fixture(scope="module")
def workbook(shared: Path) -> CalamineWorkbook:
    return CalamineWorkbook.from_path(shared / "data/ons/policeforceareatablesyedecember2024.xlsx")


def test_published_changes(workbook: CalamineWorkbook) -> None:
    latest, before, change = (_table(workbook, name) for name in ("C2", "C5", "C3"))
    checked = 0
    for area, cells in change.items():
        for offence, published in cells.items():
            pair = before[area].get(offence), latest[area].get(offence)
            numbers = [n for n in (published, *pair) if isinstance(n, float)]
            if len(numbers) < 3:  # symbols: too few offences, or not available
                continue
            found = change_percent(before=numbers[1], after=numbers[2], days_after=366)
            assert found.value == pytest.approx(published, abs=1e-6), (area, offence)
            checked += 1
    assert checked > 5000


def test_published_rates(workbook: CalamineWorkbook) -> None:
    latest, rates = _table(workbook, "C2"), _table(workbook, "C4")
    checked = 0
    for area, cells in rates.items():
        bases = [n for n in list(cells.values())[6:8] if isinstance(n, float)]
        if len(bases) < 2:  # crimes not assigned to any partnership have no residents
            continue
        population, households = bases
        for offence, published in cells.items():
            count = latest[area].get(offence)
            if not (isinstance(published, float) and isinstance(count, float) and published):
                continue
            if offence.startswith(("Residential", "Domestic")):
                found = rate_per_1000_households(offences=count, households=households)
                base = households
            else:
                found = rate_per_1000_residents(offences=count, residents=population)
                base = population
            # the bases are printed rounded to a hundred, the rates worked from whole ones
            assert found.value == pytest.approx(published, rel=51 / base), (area, offence)
            checked += 1
    assert checked > 5000
