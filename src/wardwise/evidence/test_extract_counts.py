"""Counts of an extract: which months it covers, and the chosen rows in the place of open data."""

from __future__ import annotations

from typing import Any

import pytest

from tests.partner_extract import CRIMES, moment, partner_tables
from tests.tidy_force import lsoa_codes, stored, tidy_tables
from wardwise.domain.figure import Ask, Json
from wardwise.domain.period import Month
from wardwise.evidence.asks import answer
from wardwise.evidence.extract_counts import covered, tables_of, whole_months
from wardwise.evidence.tables import Tables


AREA = "E06999991"
CHOSEN: dict[str, Json] = {
    "area": AREA,
    "name": "Burglary",
    "dataset": "recorded_crime",
    "offences": ["Burglary"],
    "flags": [],
    "codes": [],
}


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return stored(tmp_path_factory.mktemp("extract_counts"), tidy_tables() | partner_tables())


def _month(text: str, rows: int, first: str, last: str) -> dict[str, Any]:
    return {"month": text, "rows": rows, "first_day": first, "last_day": last}


def test_a_month_in_which_the_extract_breaks_off_is_not_covered() -> None:
    # the median of 40, 100, 104, 110 and 30 is 100: April with 40 < 50 is left out; August ends
    # on the 12th, 19 days before the month's end, and is left out although 60 > 50
    found = [
        _month("2024-04", 40, "2024-04-01", "2024-04-30"),
        _month("2024-05", 100, "2024-05-01", "2024-05-31"),
        _month("2024-06", 104, "2024-06-01", "2024-06-30"),
        _month("2024-07", 110, "2024-07-02", "2024-07-31"),
        _month("2024-08", 60, "2024-08-01", "2024-08-12"),
    ]
    assert covered(found) == (Month(2024, 5), Month(2024, 6), Month(2024, 7))


def test_a_month_that_begins_late_is_not_covered() -> None:
    found = [
        _month("2024-05", 100, "2024-05-09", "2024-05-31"),
        _month("2024-06", 100, "2024-06-01", "2024-06-30"),
    ]
    assert covered(found) == (Month(2024, 6),)


def test_an_extract_without_rows_covers_nothing() -> None:
    assert covered([]) == ()


def test_the_made_up_extract_covers_its_three_years(tables: Tables) -> None:
    months = whole_months(tables, area=AREA, dataset="recorded_crime")
    assert (str(months[0]), str(months[-1]), len(months)) == ("2022-01", "2024-12", 36)


def slowly(year: int, *, unlocated: bool, lsoa: str | None = None) -> int:
    """Burglaries of the year by the rule of the made-up extract, one by one.

    Burglary is n % 3 == 0; every ninth has no place, and of the others every tenth lies in
    another district; every fiftieth, from the 49th, is set aside.
    """
    codes = [code for code, _ in lsoa_codes()]
    found = 0
    for n in range(CRIMES):
        if n % 3 != 0 or n % 50 == 49 or moment(n).year != year:
            continue
        place = None if n % 9 == 0 else codes[8 if n % 10 == 0 else n % 8]
        inside = unlocated if place is None else place in codes[:8]
        if inside and (lsoa is None or place == lsoa):
            found += 1
    return found


@pytest.mark.parametrize("unlocated", [True, False])
def test_the_chosen_rows_answer_in_the_place_of_open_data(tables: Tables, unlocated: bool) -> None:
    asked: dict[str, Json] = {
        "source": "partner:recorded_crime",
        "area": AREA,
        "offence": "Burglary",
        "first": "2023-01",
        "last": "2023-12",
    }
    chosen = CHOSEN | {"unlocated": unlocated}
    found = answer(tables, Ask("offences", asked | {"chosen": chosen}))
    assert found == slowly(2023, unlocated=unlocated)
    assert slowly(2023, unlocated=True) > slowly(2023, unlocated=False)
    # without 'chosen' the question is put to open data, which have nothing of that source
    assert answer(tables, Ask("offences", asked)) == 0


def test_neighbourhoods_in_the_order_of_their_codes(tables: Tables) -> None:
    asked: dict[str, Json] = {
        "source": "partner:recorded_crime",
        "area": AREA,
        "offence": "Burglary",
        "first": "2024-01",
        "last": "2024-12",
        "chosen": CHOSEN | {"unlocated": False},
    }
    codes = [code for code, _ in lsoa_codes()][:8]
    expected = [float(slowly(2024, unlocated=False, lsoa=code)) for code in codes]
    assert answer(tables, Ask("offences_by_lsoa", asked)) == expected


def test_a_view_is_made_once_and_leaves_the_tables_alone(tables: Tables) -> None:
    chosen = CHOSEN | {"unlocated": False}
    view = tables_of(tables, chosen)
    assert tables_of(tables, dict(reversed(chosen.items()))) is view
    assert tables_of(tables, None) is tables
    assert set(view.tables) == set(tables.tables)
    assert tables["offence_count"] is not view["offence_count"]
