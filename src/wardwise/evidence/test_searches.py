"""Ethnic groups as forces write them, the months that are held, and what led to something."""

from __future__ import annotations

import pytest

from wardwise.domain.evidence import NotHeld, Searches
from wardwise.domain.period import Month, Period
from wardwise.evidence.searches import ethnic_group, latest_run, searches
from wardwise.evidence.tables import Tables
from wardwise.figures.desk import Desk


YEAR = Period.parse("2024-01", "2024-12")


@pytest.mark.parametrize(
    ("label", "group"),
    [
        ("White - Roma", "White"),
        ("Asian/Asian British - Chinese", "Asian, Asian British or Asian Welsh"),
        ("Other ethnic group - Not stated", "Not stated"),
        ("Other ethnic group - Arab", "Other ethnic group"),
        ("A label that is new this year", "Other ethnic group"),
        ("", "Not stated"),
        (None, "Not stated"),
    ],
)
def test_a_label_has_its_census_group(label: str | None, group: str) -> None:
    assert ethnic_group(label) == group


def test_the_latest_run_of_months_stops_at_a_gap() -> None:
    held = {Month(2024, n) for n in (1, 2, 3, 5, 6, 7)}
    assert latest_run(held, YEAR) == Period.parse("2024-05", "2024-07")
    assert latest_run({Month(2024, 4)}, YEAR) == Period.parse("2024-04", "2024-04")
    assert latest_run({Month(2020, 4)}, YEAR) is None
    but_two = {month for month in YEAR.months if month not in (Month(2024, 3), Month(2024, 12))}
    assert latest_run(but_two, YEAR) == Period.parse("2024-04", "2024-11")
    # no more than the period, however far back the source goes
    assert latest_run({Month(2023, 12), *YEAR.months}, YEAR) == YEAR


def test_searches_of_vehicles_alone_and_rows_set_aside_are_not_counted(force_desk: Desk) -> None:
    found = force_desk.evidence.searches
    assert isinstance(found, Searches)
    assert found.period == YEAR
    # of 400 rows a third (n % 3 == 2: 133) are of vehicles alone, and every fiftieth (n % 50
    # == 0: 8, of which n % 3 == 2 are n = 50, 200, 350) is set aside: 400 − 133 − 5 = 262
    assert found.force_total == 262
    # of n % 9 == 0 (45 rows; multiples of 9 are multiples of 3, so none is n % 3 == 2), those
    # not set aside: n = 0 and 9 × 50 = 450 > 399 leave only n = 0 out → 44
    assert found.force_unlocated == 44
    assert sum(found.in_force.values()) == 262 - 44
    assert sum(found.by_object.values()) == sum(found.by_ethnicity.values())
    for group, searched in found.by_ethnicity.items():
        assert found.found.get(group, 0) <= found.outcome_known.get(group, 0) <= searched
    assert found.labels["Not stated"] == ("", "Other ethnic group - Not stated")
    assert found.forces == ("Sampleshire Police",)


def test_without_records_of_the_period_searches_are_not_held(
    force_desk: Desk, force_tables: Tables
) -> None:
    long_ago = Period.parse("2019-01", "2019-12")
    assert isinstance(searches(force_tables, force_desk.evidence.place, long_ago), NotHeld)
    none = Tables({})
    assert isinstance(searches(none, force_desk.evidence.place, YEAR), NotHeld)
