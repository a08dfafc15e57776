"""Figures about people: made again from the stored rows, and by a slow second working."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from tests.partner_extract import partner_tables
from tests.partner_rows import YEAR, Row, chosen, once, parts
from tests.tidy_force import desk_of, stored, tidy_tables
from wardwise.domain.figure import Figure, Recipe
from wardwise.domain.nothing import NotKnown
from wardwise.domain.recipe_json import parse_recipe, recipe_json
from wardwise.evidence.recompute import Memo, recompute
from wardwise.evidence.tables import Tables
from wardwise.figures.desk import Desk
from wardwise.figures.people_again import Again, addresses_again, people_again
from wardwise.figures.people_flags import flag_lines, vulnerability
from wardwise.figures.people_groups import Groups, people_figure, people_groups
from wardwise.figures.people_homes import HomesFound, homes_found
from wardwise.figures.people_hours import hours
from wardwise.figures.people_peaks import age_peak
from wardwise.figures.people_selected import Selected, select
from wardwise.figures.people_together import co_offending_figure, overlap_figure
from wardwise.figures.repeat_years import YearAgainstYear


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return stored(tmp_path_factory.mktemp("partners"), tidy_tables() | partner_tables())


@pytest.fixture(scope="module")
def desk(tables: Tables) -> Desk:
    return desk_of(tables)


@pytest.fixture(scope="module")
def every(desk: Desk) -> Selected:
    held = select(desk, name="All", offences=("Burglary", "Robbery", "Violence with injury"))
    assert isinstance(held, Selected)
    return held


@pytest.fixture(scope="module")
def rows() -> dict[str, list[Row]]:
    return {name: table.to_pylist() for name, table in partner_tables().items()}


def _figures(found: Selected) -> Iterator[Figure]:
    for role in ("victim", "suspect", "offender"):
        yield people_figure(found, role)
        for by in ("age band", "sex", "ethnicity", "relationship", "home"):
            groups = people_groups(found, role=role, by=by)
            if isinstance(groups, Groups):
                yield groups.missing
                for group in groups.groups:
                    yield from (group.count, group.share)
        yield from _of_again(people_again(found, role=role))
        homes = homes_found(found, role=role)
        assert isinstance(homes, HomesFound)
        yield homes.missing
        for group in homes.groups:
            yield from (group.count, group.share)
        far = homes.distances
        yield from (far.median, *far.quartiles, far.same_neighbourhood)
    yield from _of_again(addresses_again(found))
    for figure in (
        overlap_figure(found),
        overlap_figure(found, role="suspect", other="victim"),
        co_offending_figure(found, role="suspect"),
    ):
        assert isinstance(figure, Figure)
        yield figure
    union = vulnerability(found)
    assert union is not None
    yield union.share
    for line in flag_lines(found):
        yield from (line.share, line.used)
    table = hours(found)
    assert not isinstance(table, NotKnown)
    yield table.certain
    yield from (table.cells[hour][day] for hour in (0, 7, 23) for day in range(7))


def _of_again(again: Again) -> Iterator[Figure]:
    if isinstance(again.share, Figure):
        yield again.share
    for line in () if isinstance(again.course, NotKnown) else again.course:
        yield from (line.share, line.even)
    if isinstance(again.years, YearAgainstYear):
        yield from (again.years.before, again.years.after, again.years.points)
    for one in () if isinstance(again.most, NotKnown) else again.most:
        yield from (one.share, one.chance)
        yield from () if one.harm is None else (one.harm,)


def test_every_figure_about_people_is_made_again_from_the_rows(
    every: Selected, tables: Tables
) -> None:
    memo: Memo = {}
    worked = 0
    for figure in _figures(every):
        assert figure.recipe is not None
        recipe = parse_recipe(json.loads(json.dumps(recipe_json(figure.recipe))))
        again = recompute(recipe, tables, memo)
        if figure.status == "known":
            assert again == pytest.approx(figure.number, rel=1e-9, abs=1e-9), figure
            worked += 1
    assert worked > 150


def test_figures_carry_the_highest_marking_of_the_files(every: Selected) -> None:
    assert {figure.marking for figure in _figures(every)} == {"OFFICIAL-SENSITIVE"}


def test_ids_of_figures_are_unlike(every: Selected) -> None:
    ids = [figure.figure_id for figure in _figures(every)]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("role", ["victim", "suspect", "offender"])
def test_people_and_bands_by_a_slow_second_working(
    every: Selected, rows: dict[str, list[Row]], role: str
) -> None:
    people = once(parts(rows, role, chosen(rows, *YEAR)))
    assert people_figure(every, role).value == len(people)
    ages = people_groups(every, role=role, by="age band")
    assert isinstance(ages, Groups)
    for (low, high), count in zip(ages.bands, ages.true_counts, strict=True):
        top = 200 if high is None else high
        assert count == sum(1 for row in people if row["age"] and low <= row["age"] <= top)
    sexes = people_groups(every, role=role, by="sex")
    assert isinstance(sexes, Groups)
    expected = Counter(row["sex"] for row in people)
    assert dict(zip(sexes.keys, sexes.true_counts, strict=True)) == {
        sex: n for sex, n in expected.items() if sex
    }


def test_repeats_by_a_slow_second_working(every: Selected, rows: dict[str, list[Row]]) -> None:
    days: dict[str, list[date]] = {}
    for row in parts(rows, "victim", chosen(rows, "2022-01", "2024-12")):
        if row["person_key"]:
            days.setdefault(row["person_key"], []).append(date.fromisoformat(row["event_on"]))
    last = date.fromisoformat(every.held.last_day)
    firsts = {who: min(found) for who, found in days.items()}
    followed = [who for who, first in firsts.items() if (last - first).days >= 365]
    again = [
        who for who in followed if any(0 < (day - firsts[who]).days <= 365 for day in days[who])
    ]
    figure = people_again(every, role="victim").share
    assert isinstance(figure, Figure)
    assert figure.number == pytest.approx(100 * len(again) / len(followed))


def test_overlap_and_flags_by_a_slow_second_working(
    every: Selected, rows: dict[str, list[Row]]
) -> None:
    crimes = chosen(rows, *YEAR)
    victims, suspects = (
        {row["person_key"] for row in parts(rows, role, crimes) if row["person_key"]}
        for role in ("victim", "suspect")
    )
    figure = overlap_figure(every)
    assert isinstance(figure, Figure)
    assert figure.number == pytest.approx(100 * len(victims & suspects) / len(victims))
    union = vulnerability(every)
    assert union is not None
    hurt = {"domestic_abuse", "child_abuse", "hate_race"}
    flagged = sum(1 for row in crimes if hurt & set((row["flags"] or "").split(";")))
    assert union.share.number == pytest.approx(100 * flagged / len(crimes))
    assert union.doubled
    lines = {line.name: line for line in flag_lines(every)}
    # alcohol is answered in every second row of the file
    answered = sum(1 for row in crimes if row["flags_not_known"] is None)
    assert lines["Alcohol"].used.number == pytest.approx(100 * answered / len(crimes))


def test_hours_hold_every_crimeonce(every: Selected, rows: dict[str, list[Row]]) -> None:
    table = hours(every)
    assert not isinstance(table, NotKnown)
    crimes = chosen(rows, *YEAR)
    assert table.found.events == len(crimes)
    assert sum(cell.number for row in table.cells for cell in row) == pytest.approx(len(crimes))
    # known to the hour are the exact ones; those of a date alone are spread over 24 hours
    exact = sum(1 for row in crimes if row["time_precision"] == "exact")
    assert table.certain.number == pytest.approx(100 * exact / len(crimes))


def test_suspects_and_proved_offenders_are_never_mixed(every: Selected) -> None:
    one, other = (people_figure(every, role) for role in ("suspect", "offender"))
    assert one.sources == ("partner:recorded_crime", "partner:suspects")
    assert other.sources == ("partner:recorded_crime", "partner:offenders")
    assert one.value != other.value


def test_the_peak_is_of_people_for_each_year_of_age(every: Selected) -> None:
    ages = people_groups(every, role="victim", by="age band")
    assert isinstance(ages, Groups)
    peak = age_peak(every, ages)
    spread = {
        group.name: n / ((90 if high is None else high) - low + 1)
        for group, n, (low, high) in zip(ages.groups, ages.true_counts, ages.bands, strict=True)
    }
    assert peak.group.name == max(spread, key=lambda name: spread[name])
    assert peak.group.name in peak.may_be


def test_the_six_busiest_hours_are_the_largest_sum_round_the_clock(every: Selected) -> None:
    table = hours(every)
    assert not isinstance(table, NotKnown)
    by_hour = table.found.by_hour
    sums = [sum(by_hour[(first + n) % 24] for n in range(6)) for first in range(24)]
    assert table.busiest == sums.index(max(sums))
    assert table.six_hours.number == pytest.approx(100 * max(sums) / table.found.events)


def test_crimes_are_chosen_by_name_by_code_and_by_flag(
    desk: Desk, tables: Tables, rows: dict[str, list[Row]]
) -> None:
    crimes = chosen(rows, *YEAR)
    cases: tuple[tuple[dict[str, Any], Any], ...] = (
        ({"offences": ("Robbery",)}, lambda row: row["offence"] == "Robbery"),
        ({"offences": (), "codes": ("8N", "28E")}, lambda row: row["offence"] != "Robbery"),
        (
            {"offences": (), "flags": ("hate_race",)},
            lambda row: "hate_race" in (row["flags"] or ""),
        ),
    )
    for asked, wanted in cases:
        found = select(desk, name="X", **asked)
        assert isinstance(found, Selected)
        assert found.n == sum(1 for row in crimes if wanted(row))
        recipe = Recipe("partner_crimes", {"answer": found.ask("partner_crimes")})
        assert recompute(recipe, tables) == found.n
