"""Repeats, their harm, addresses and homes: each by a slow second working from the rows."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.partner_extract import partner_tables
from tests.partner_rows import INSIDE, YEAR, Row, chosen, once, parts
from tests.tidy_force import desk_of, stored, tidy_tables
from wardwise.domain.figure import Figure
from wardwise.domain.nothing import NotKnown
from wardwise.evidence.harm import code_weights
from wardwise.figures.desk import Desk
from wardwise.figures.people_again import addresses_again, people_again
from wardwise.figures.people_homes import HomesFound, homes_found
from wardwise.figures.people_selected import Selected, select
from wardwise.sources.tidy import tidy_rows


@pytest.fixture(scope="module")
def every(extract_desk: Desk) -> Selected:
    held = select(
        extract_desk, name="All", offences=("Burglary", "Robbery", "Violence with injury")
    )
    assert isinstance(held, Selected)
    return held


@pytest.fixture(scope="module")
def rows() -> dict[str, list[Row]]:
    return {name: table.to_pylist() for name, table in partner_tables().items()}


def test_addresses_by_a_slow_second_working(every: Selected, rows: dict[str, list[Row]]) -> None:
    crimes = [row for row in chosen(rows, "2022-01", "2024-12") if row["longitude"] is not None]
    days: dict[tuple[float, float], list[date]] = {}
    for row in crimes:
        day = date.fromisoformat(row["from_moment"][:10])
        days.setdefault((row["longitude"], row["latitude"]), []).append(day)
    last, watched = date.fromisoformat(every.held.last_day), timedelta(days=365)
    gaps = [
        next((day - first for day in sorted(found) if timedelta(0) < day - first <= watched), None)
        for found in days.values()
        if (first := min(found)) + watched <= last
    ]
    soon = [gap for gap in gaps if gap is not None]
    again = addresses_again(every)
    assert isinstance(again.share, Figure)
    assert again.share.number == pytest.approx(100 * len(soon) / len(gaps))
    assert not isinstance(again.course, NotKnown)
    for line in again.course:
        if line.share.status == "known":
            within = sum(gap <= timedelta(days=line.days) for gap in soon)
            assert line.share.number == pytest.approx(100 * within / len(soon))
    # the year's own: the most repeated fifth of addresses, the last of them in part
    counts = Counter(
        (row["longitude"], row["latitude"]) for row in crimes if YEAR[0] <= row["month"] <= YEAR[1]
    )
    held, left = 0.0, len(counts) / 5
    for n in sorted(counts.values(), reverse=True):
        held, left = held + n * min(left, 1), left - min(left, 1)
    assert not isinstance(again.most, NotKnown)
    assert again.most[2].share.number == pytest.approx(100 * held / sum(counts.values()))


def test_harm_of_the_most_repeated_by_a_slow_second_working(
    every: Selected, rows: dict[str, list[Row]]
) -> None:
    crimes = {row["record_key"]: row for row in chosen(rows, *YEAR)}
    weights = code_weights()
    harm: dict[str, list[float]] = {}
    for who, record in {
        (row["person_key"], row["record_key"])
        for row in parts(rows, "suspect", list(crimes.values()))
        if row["person_key"]
    }:
        harm.setdefault(who, []).append(weights[crimes[record]["offence_code"]])
    # by number of crimes; of those with as many as one another each counts as their mean
    by_events: dict[int, list[float]] = {}
    for found in harm.values():
        by_events.setdefault(len(found), []).append(sum(found))
    held, left = 0.0, len(harm) / 5
    for n in sorted(by_events, reverse=True):
        part = min(left, len(by_events[n]))
        held, left = held + part * sum(by_events[n]) / len(by_events[n]), left - part
    most = people_again(every, role="suspect").most
    assert not isinstance(most, NotKnown)
    figure = most[2].harm
    assert figure is not None
    every_harm = sum(sum(found) for found in harm.values())
    assert figure.number == pytest.approx(100 * held / every_harm)
    assert figure.number != pytest.approx(most[2].share.number)


def test_homes_by_a_slow_second_working(every: Selected, rows: dict[str, list[Row]]) -> None:
    crimes = {row["record_key"]: row for row in chosen(rows, *YEAR)}
    wards = {row["lsoa_code"]: row["ward_code"] for row in tidy_tables()["lsoa"].to_pylist()}
    own = other = outside = unknown = 0
    for row in once(parts(rows, "suspect", list(crimes.values()))):
        home, place = row["home_lsoa"], crimes[row["record_key"]]["lsoa_code"]
        if home is None or place is None:
            unknown += 1
        elif wards[home] == wards[place]:
            own += 1
        elif home in INSIDE:
            other += 1
        else:
            outside += 1
    homes = homes_found(every, role="suspect")
    assert isinstance(homes, HomesFound)
    assert [group.count.number for group in homes.groups] == [own, other, outside]
    whole = own + other + outside
    assert homes.missing.number == pytest.approx(100 * unknown / (whole + unknown))
    assert homes.groups[0].share.number == pytest.approx(100 * own / whole)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"place_precision": "lsoa", "longitude": None, "latitude": None}, "by neighbourhood"),
        ({"place_precision": "postcode", "longitude": None, "latitude": None}, "by postcode"),
        # forty corners, as on a map of points that stand for several addresses
        ({"place_precision": "point"}, "so many others"),
    ],
)
def test_addresses_are_refused_where_places_are_not_exact(
    tmp_path: Path, changed: Row, said: str
) -> None:
    made = partner_tables()
    crimes = made["partner_record"].to_pylist()
    for n, row in enumerate(crimes):
        corner = {"longitude": -0.4 + n % 40 / 1000, "latitude": 52.0}
        row.update({**corner, **changed})
    made["partner_record"] = tidy_rows("partner_record", crimes)
    desk = desk_of(stored(tmp_path, tidy_tables() | made))
    found = select(desk, name="All", offences=("Burglary", "Robbery", "Violence with injury"))
    assert isinstance(found, Selected)
    again = addresses_again(found)
    for part in (again.share, again.course, again.years, again.most):
        assert isinstance(part, NotKnown)
        assert said in part.reason


def test_published_points_are_not_taken_for_addresses(tmp_path: Path) -> None:
    made, tables = partner_tables(), tidy_tables()
    points = [
        (row["longitude"] + 1e-6, row["latitude"] - 1e-6)
        for row in made["partner_record"].to_pylist()
        if row["longitude"] is not None
    ]
    published = tables["offence_record"].to_pylist()
    for n, row in enumerate(published):
        row["longitude"], row["latitude"] = points[n % len(points)]
    tables["offence_record"] = tidy_rows("offence_record", published)
    desk = desk_of(stored(tmp_path, tables | made))
    found = select(desk, name="All", offences=("Burglary",))
    assert isinstance(found, Selected)
    share = addresses_again(found).share
    assert isinstance(share, NotKnown)
    assert "published points" in share.reason
