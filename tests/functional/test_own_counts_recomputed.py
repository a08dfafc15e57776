"""Every number of an extract's own months and places is made again from its rows alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.partner_extract import partner_tables
from tests.tidy_force import desk_of, stored, tidy_tables
from wardwise.chapters.profile.current_situation import analyse_situation
from wardwise.chapters.profile.findings import OwnCounts
from wardwise.chapters.profile.own_counts import analyse_own
from wardwise.chapters.profile.people import analyse_people
from wardwise.domain.figure import Ask, Figure, Recipe
from wardwise.domain.nothing import NotKnown
from wardwise.evidence.recompute import recompute
from wardwise.evidence.tables import Tables
from wardwise.evidence.together import answered_together
from wardwise.figures.candidates import candidates


NAME = "Violence with injury"


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return stored(tmp_path_factory.mktemp("own"), tidy_tables() | partner_tables())


@pytest.fixture(scope="module")
def figures(tables: Tables) -> list[Figure]:
    desk = desk_of(tables)
    candidate = next(one for one in candidates(desk) if one.evidence.name == NAME)
    situation = analyse_situation(desk, candidate)
    people = analyse_people(desk, candidate, situation)
    own = analyse_own(desk, candidate, situation, people)
    assert isinstance(own, OwnCounts)
    return [figure for figure in _of(own) if figure.status == "known"]


def _of(own: OwnCounts) -> Iterator[Figure]:
    yield from (own.crimes, own.located, *own.season.months, *own.months.years)
    yield from (own.months.change, own.months.outlook, *own.months.chart.limits)
    yield from (*own.months.chart.months, *own.months.chart.equal_months)
    yield from (one for one in (own.same_year, own.beside) if one is not None)
    places = own.geography
    assert not isinstance(places, NotKnown)
    yield from (places.places, places.concentration.places, places.concentration.chance)
    yield from (places.stability.overlap, places.stability.by_chance)
    yield from (figure for _, figure in places.lsoas)
    for line in places.wards:
        yield from (line.count, line.rate, line.change)


def test_each_is_made_again_alone_and_together(figures: list[Figure], tables: Tables) -> None:
    assert len(figures) > 100
    together = answered_together([one.recipe for one in figures if one.recipe], tables)
    for figure in figures:
        assert figure.recipe is not None
        alone = recompute(figure.recipe, tables)
        assert alone == pytest.approx(figure.number), (figure.measure, figure.detail)
        assert recompute(figure.recipe, tables, dict(together)) == pytest.approx(alone)


def test_counts_are_asked_of_the_extract_alone(figures: list[Figure]) -> None:
    counted = [ask for one in figures if one.recipe for ask in _asks(one.recipe)]
    open_data = [
        ask for ask in counted if "source" in ask.arguments and "chosen" not in ask.arguments
    ]
    assert not open_data
    assert any("chosen" in ask.arguments for ask in counted)


def _asks(recipe: Recipe) -> Iterator[Ask]:
    for value in recipe.arguments.values():
        if isinstance(value, Ask):
            yield value
        elif isinstance(value, Recipe):
            yield from _asks(value)
