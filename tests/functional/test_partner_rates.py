"""Rates of people are made again from the stored rows, and agree with a slow second working."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from tests.partner_extract import partner_tables
from tests.tidy_force import desk_of, stored, tidy_tables
from wardwise.domain.figure import Figure
from wardwise.domain.nothing import NotKnown
from wardwise.domain.recipe_json import parse_recipe, recipe_json
from wardwise.evidence.recompute import Memo, recompute
from wardwise.evidence.tables import Tables
from wardwise.figures.people_ages import AgeCurve
from wardwise.figures.people_found import PeopleFound, found_of
from wardwise.figures.people_peaks import key_years
from wardwise.figures.people_rated import Rated
from wardwise.figures.people_residents import ages_held
from wardwise.figures.people_selected import select_every


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return stored(tmp_path_factory.mktemp("rates"), tidy_tables() | partner_tables())


@pytest.fixture(scope="module")
def found(tables: Tables) -> PeopleFound:
    every = select_every(desk_of(tables))
    assert not isinstance(every, NotKnown)
    return found_of(every)


def _figures(found: PeopleFound) -> Iterator[Figure]:
    for part in found.roles.values():
        assert isinstance(part.rated, Rated)
        for rates in part.rated.by.values():
            yield from rates.rates
        if isinstance(part.rated.curve, AgeCurve):
            for year in part.rated.curve.years:
                yield from (year.people, year.residents, year.rate, year.usual)
    held = ages_held(found.selected.desk)
    assert not isinstance(held, NotKnown)
    three_years = found.selected.other(period=found.selected.held.period)
    years = key_years(three_years, role="victim", held=held)
    assert not isinstance(years, NotKnown)
    assert years
    for year in years:
        assert year.rate is not None
        assert year.expected_rate is not None
        yield from (year.people, year.expected, year.rate, year.expected_rate)


def test_every_rate_is_made_again_from_the_rows(found: PeopleFound, tables: Tables) -> None:
    memo: Memo = {}
    worked, ids = 0, Counter[str]()
    for figure in _figures(found):
        ids[figure.figure_id] += 1
        assert figure.recipe is not None
        recipe = parse_recipe(json.loads(json.dumps(recipe_json(figure.recipe))))
        if figure.status == "known":
            again = recompute(recipe, tables, memo)
            assert again == pytest.approx(figure.number, rel=1e-9, abs=1e-9), figure
            worked += 1
    assert worked > 150
    assert not [one for one, times in ids.items() if times > 1]


def test_the_rate_of_an_age_by_a_slow_second_working(found: PeopleFound) -> None:
    rows: dict[str, list[dict[str, Any]]] = {
        name: table.to_pylist() for name, table in (tidy_tables() | partner_tables()).items()
    }
    inside = {row["lsoa_code"] for row in rows["area_lsoa"] if row["area_code"] == "E06999991"} | {
        None
    }
    period = found.crimes.period
    crimes = {
        row["record_key"]
        for row in rows["partner_record"]
        if row["used"]
        and str(period.first) <= row["month"] <= str(period.last)
        and row["lsoa_code"] in inside
    }
    first: dict[Any, dict[str, Any]] = {}
    victims = [row for row in rows["partner_person"] if row["role"] == "victim"]
    for row in sorted(victims, key=lambda row: (row["event_on"], row["row"])):
        if row["record_key"] in crimes:
            first.setdefault(row["person_key"] or row["row"], row)
    ages = Counter(row["age"] for row in first.values())
    residents = Counter[int]()
    for row in rows["ward_age"]:
        if row["district_code"] == "E06999991":
            residents[row["age"]] += row["residents"]
    rates = found.roles["victim"].rated
    assert isinstance(rates, Rated)
    assert isinstance(rates.curve, AgeCurve)
    shown = [year for year in rates.curve.years if year.rate.status == "known"]
    assert len(shown) > 20
    for year in shown:
        assert year.rate.number == pytest.approx(1000 * ages[year.age] / residents[year.age])
