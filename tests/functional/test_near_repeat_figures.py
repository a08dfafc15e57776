"""Figures of near repeats: every one is worked again from the stored rows."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.partner_extract import partner_tables
from tests.tidy_force import desk_of, stored, tidy_tables
from wardwise.domain.figure import Figure, Recipe
from wardwise.domain.nothing import NotKnown
from wardwise.domain.recipe_json import parse_recipe, recipe_json
from wardwise.evidence.recompute import Memo, recompute
from wardwise.evidence.tables import Tables
from wardwise.figures.exact_events import exact_events
from wardwise.figures.near_repeats import NearRepeat, near_repeat
from wardwise.figures.people_selected import select


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return stored(tmp_path_factory.mktemp("near"), tidy_tables() | partner_tables())


@pytest.fixture(scope="module")
def found(tables: Tables) -> NearRepeat:
    """Every crime of the extract as if it were one offence: a third are at sixty places."""
    names = ("Burglary", "Robbery", "Violence with injury")
    selected = select(desk_of(tables), name="All", offences=names)
    assert not isinstance(selected, NotKnown)
    events = exact_events(selected, longest_days=7)
    assert not isinstance(events, NotKnown)
    return near_repeat(selected, events, looks=3)


def _figures(found: NearRepeat) -> Iterator[Figure]:
    yield from (found.used, found.of_all, found.near, found.near_by_chance)
    yield from (cell for row in found.ratios for cell in row if cell is not None)
    if found.window:
        yield from vars(found.window).values()


def test_every_figure_is_made_again(found: NearRepeat, tables: Tables) -> None:
    memo: Memo = {}
    figures = [one for one in _figures(found) if isinstance(one, Figure)]
    assert len(figures) > 10
    for figure in figures:
        assert isinstance(figure.recipe, Recipe)
        assert figure is found.of_all or figure.recipe.arguments["looks"] == 3
        read = parse_recipe(recipe_json(figure.recipe))
        again = recompute(read, tables, memo)
        assert isinstance(again, int | float)
        assert again == pytest.approx(figure.number)
        assert figure.marking != "OFFICIAL"
    assert len({one.figure_id for one in figures}) == len(figures)
