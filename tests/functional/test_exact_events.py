"""Events with exact points: by a slow second working, and by the questions of their recipes."""

from __future__ import annotations

from datetime import date, datetime

import numpy as np
import pytest

from tests.partner_extract import partner_tables
from tests.partner_rows import YEAR, Row, chosen
from tests.tidy_force import desk_of, stored, tidy_tables
from wardwise.domain.events import NO_DAY, NO_POINT, OPEN_TOO_LONG, ExactEvents
from wardwise.domain.nothing import NotKnown
from wardwise.domain.people_recorded import Addresses
from wardwise.evidence.asks import answer
from wardwise.evidence.tables import Tables
from wardwise.figures.exact_events import exact_events
from wardwise.figures.people_selected import Selected, select
from wardwise.reference.national_grid import to_national_grid


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return stored(tmp_path_factory.mktemp("events"), tidy_tables() | partner_tables())


@pytest.fixture(scope="module")
def every(tables: Tables) -> Selected:
    held = select(
        desk_of(tables), name="All", offences=("Burglary", "Robbery", "Violence with injury")
    )
    assert isinstance(held, Selected)
    return held


def _middle(row: Row) -> int:
    """Days since 1970 of the middle of the span, worked with the clock."""
    start = datetime.fromisoformat(row["from_moment"])
    end = datetime.fromisoformat(row["to_moment"]) if row["to_moment"] else start
    middle = start + (end - start) / 2  # a date alone is at its own midnight: the same day
    return (middle.date() - date(1970, 1, 1)).days


@pytest.mark.parametrize("longest_days", [None, 7.0])
def test_events_by_a_slow_second_working(every: Selected, longest_days: float | None) -> None:
    rows = {name: table.to_pylist() for name, table in partner_tables().items()}
    crimes = chosen(rows, *YEAR)
    placed = [row for row in crimes if row["longitude"] is not None]
    # every fourth lasts 200 hours, which is more than seven days, unless only its date is known
    long = [row for row in placed if longest_days and _hours(row) > 24 * longest_days]
    kept = [row for row in placed if row not in long]
    found = exact_events(every, longest_days=longest_days)
    assert isinstance(found, ExactEvents)
    assert found.day.tolist() == [_middle(row) for row in kept]
    east, north = to_national_grid(
        np.array([row["longitude"] for row in kept]), np.array([row["latitude"] for row in kept])
    )
    assert found.easting == pytest.approx(east, abs=0.006)
    assert found.northing == pytest.approx(north, abs=0.006)
    assert [found.lsoas[n] for n in found.lsoa] == [row["lsoa_code"] for row in kept]
    assert found.of == len(crimes)
    assert found.left_out == {
        NO_POINT: len(crimes) - len(placed),
        NO_DAY: 0,
        OPEN_TOO_LONG: len(long),
    }


def _hours(row: Row) -> float:
    if row["to_moment"] is None:
        return 0
    start, end = (datetime.fromisoformat(row[name]) for name in ("from_moment", "to_moment"))
    return (end - start).total_seconds() / 3600


@pytest.mark.parametrize("longest_days", [None, 7.0])
def test_the_questions_give_the_same_events(
    every: Selected, tables: Tables, longest_days: float | None
) -> None:
    found = exact_events(every, longest_days=longest_days)
    assert isinstance(found, ExactEvents)
    assert len(found) == len(found.day) > 100
    for name, held in (
        ("eastings", found.easting),
        ("northings", found.northing),
        ("days", found.day),
    ):
        assert answer(tables, found.asks[name]) == held.tolist()


def test_points_that_stand_for_no_address_are_refused(every: Selected) -> None:
    none = Addresses(np.full(len(every.crimes), -1, dtype=np.int32), "the points are published")
    held = Selected(
        every.desk,
        type(every.held)(**{**vars(every.held), "addresses": none}),
        every.name,
        every.chosen,
    )
    refused = exact_events(held)
    assert isinstance(refused, NotKnown)
    assert refused.reason == "the points are published"
