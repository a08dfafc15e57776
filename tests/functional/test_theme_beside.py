"""A theme counted in admissions: postcode districts, and beside them flagged crimes and calls."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pyarrow as pa
import pytest

from tests.partner_extract import partner_tables
from tests.partner_rows import YEAR, Row, chosen
from tests.tidy_force import desk_of, stored, tidy_tables
from wardwise.chapters.profile import CHAPTER
from wardwise.chapters.profile.findings import OwnCounts, Profile
from wardwise.domain.nothing import NotKnown
from wardwise.domain.recipe_json import parse_recipe, recipe_json
from wardwise.domain.settings import PriorityOverride, PrioritySettings
from wardwise.evidence.recompute import recompute
from wardwise.evidence.tables import Tables
from wardwise.figures.desk import Desk
from wardwise.sources.tidy import tidy_rows


NAME = "Substance misuse"
DISTRICTS = {"XY1": 40, "XY2": 9, "XY3": 3, "XY4": 20, None: 2}
"""Admissions a year by postcode district: 74."""


def _admissions() -> Iterator[Row]:
    """The same in each of three years, one every fourth day."""
    row = 1
    for year in (2022, 2023, 2024):
        places = [name for name, n in DISTRICTS.items() for _ in range(n)]
        for n, place in enumerate(places):
            row += 1
            day = date(year, 1, 1) + timedelta(days=n * 364 // (len(places) - 1))
            yield {
                "source": "partner:hospital_admissions",
                "dataset": "hospital_admissions",
                "supplier": "Sampleshire Integrated Care Board",
                "file": "admissions.csv",
                "row": row,
                "record_key": f"a{row:04d}",
                "category": "F10-F19",
                "recorded_on": str(day),
                "from_moment": f"{day}T00:00",
                "to_moment": f"{day}T23:59",
                "time_precision": "date",
                "month": f"{day:%Y-%m}",
                "outward_postcode": place,
                "place_precision": "outward" if place else "none",
                "used": True,
            }


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    made = partner_tables()
    more = tidy_rows("partner_record", list(_admissions()))
    file = made["partner_file"].to_pylist()[0] | {
        "source": "partner:hospital_admissions",
        "dataset": "hospital_admissions",
        "supplier": "Sampleshire Integrated Care Board",
        "path": "admissions.csv",
    }
    held = {
        "partner_record": pa.concat_tables([made["partner_record"], more]),
        "partner_file": pa.concat_tables([made["partner_file"], tidy_rows("partner_file", [file])]),
    }
    return stored(tmp_path_factory.mktemp("beside"), tidy_tables() | made | held)


@pytest.fixture(scope="module")
def found(tables: Tables) -> Any:
    desk = desk_of(tables)
    wanted = (PriorityOverride(candidate=NAME, propose=True, reason="x"),)
    chosen_ones = PrioritySettings(count=1, overrides=wanted)
    settings = desk.settings.model_copy(update={"priorities": chosen_ones})
    return CHAPTER.analyse(Desk(desk.evidence, settings))


@pytest.fixture(scope="module")
def profile(found: Any) -> Profile:
    one: Profile = next(one for one in found.profiles if one.name == NAME)
    return one


def _own(profile: Profile) -> OwnCounts:
    assert isinstance(profile.own, OwnCounts)
    return profile.own


def test_admissions_are_told_by_postcode_district(profile: Profile) -> None:
    # 74 in the year, 72 with a district: 40 of 72 is 55.6%. XY3 has 3, fewer than 5, and with it
    # goes XY4, the last by name that is not small: 3 + 20 is 5 or more for each of the two
    groups = _own(profile).districts
    assert groups is not None
    assert _own(profile).crimes.value == 74
    assert [(one.name, one.count.status) for one in groups.groups] == [
        ("XY1", "known"),
        ("XY2", "known"),
        ("XY3", "withheld"),
        ("XY4", "withheld"),
    ]
    first = groups.groups[0]
    assert first.count.value == 40
    assert first.share.number == pytest.approx(100 * 40 / 72)
    assert groups.missing.number == pytest.approx(100 * 2 / 74)


def test_districts_are_no_map(profile: Profile) -> None:
    assert isinstance(profile.geography, NotKnown)
    assert "postcode districts" in profile.geography.reason


def test_flagged_crimes_stand_beside_and_are_not_added(profile: Profile) -> None:
    # no ambulance calls are held, and of the two flags the extract fills alcohol alone
    (told,) = profile.beside
    rows = {name: table.to_pylist() for name, table in partner_tables().items()}
    flagged = [row for row in chosen(rows, *YEAR) if "alcohol" in (row["flags"] or "").split(";")]
    assert told.own.crimes.value == len(flagged)
    assert told.own.crimes.sources == ("partner:recorded_crime",)
    assert _own(profile).crimes.sources == ("partner:hospital_admissions",)


def test_what_is_no_crime_is_counted_in_records(profile: Profile) -> None:
    own = _own(profile)
    assert {own.crimes.unit, *(one.unit for one in own.months.years)} == {"records"}
    (told,) = profile.beside
    assert {told.own.crimes.unit, *(one.unit for one in told.own.months.years)} == {"offences"}


def test_districts_are_made_again_from_the_stored_rows(profile: Profile, tables: Tables) -> None:
    groups = _own(profile).districts
    assert groups is not None
    for one in (groups.groups[0].count, groups.groups[0].share, groups.missing):
        assert one.recipe is not None
        again = recompute(parse_recipe(recipe_json(one.recipe)), tables)
        assert again == pytest.approx(one.number)


def test_the_profile_says_where_and_what_else_lies_where(found: Any) -> None:
    section = next(one for one in CHAPTER.write(found).sections if one.title == NAME)
    (places,) = [one for one in section.sections if one.title == "Geographic profile"]
    words = " ".join(str(getattr(block, "text", "")) for block in places.blocks)
    assert words.startswith("Of the hospital admissions for drugs or alcohol")
    assert "there are no rates" in words
    assert "the two are never added" in words
    assert "Not known" not in words
