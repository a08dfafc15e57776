"""What is answered together, or by a form, is what each question answers by itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow.compute as pc
import pytest

from tests.figure_builders import BUILDERS
from tests.tidy_force import stored, tidy_tables
from wardwise.domain.figure import Ask, Recipe
from wardwise.evidence.asks import NUMBERS, answer
from wardwise.evidence.forms import asked_rows
from wardwise.evidence.questions.offences import monthly_offences
from wardwise.evidence.recompute import name_of, recompute
from wardwise.evidence.tables import Tables, number, rows
from wardwise.evidence.together import answered_together
from wardwise.figures.desk import Desk


def asks_of(recipe: Recipe) -> list[Ask]:
    found = []
    for value in recipe.arguments.values():
        if isinstance(value, Ask):
            found.append(value)
        elif isinstance(value, Recipe):
            found += asks_of(value)
    return found


@pytest.fixture(scope="module")
def recipes(force_desk: Desk) -> list[Recipe]:
    made = (figure for build in BUILDERS.values() for figure in build(force_desk))
    return [figure.recipe for figure in made if figure.recipe and figure.status == "known"]


def test_what_is_answered_together_is_what_is_answered_alone(
    recipes: list[Recipe], force_tables: Tables
) -> None:
    together = answered_together(recipes, force_tables)
    asked = {name_of(ask): ask for recipe in recipes for ask in asks_of(recipe)}
    kinds = {ask.question for name, ask in asked.items() if name in together}
    assert kinds >= {"offences", "monthly_offences", "residents", "households"}
    for name, found in together.items():
        alone = answer(force_tables, asked[name])
        assert found == pytest.approx(alone, nan_ok=True), asked[name]
        assert type(found) is type(alone)


def test_a_form_answers_as_the_question_does(recipes: list[Recipe], force_tables: Tables) -> None:
    asked = {name_of(ask): ask for recipe in recipes for ask in asks_of(recipe)}
    numbers = [ask for ask in asked.values() if ask.question in NUMBERS]
    assert len({ask.question for ask in numbers}) > 15
    for ask in numbers:
        direct = number(NUMBERS[ask.question](force_tables, **ask.arguments))
        found = answer(force_tables, ask)
        assert (found, type(found)) == (direct, type(direct)), ask


def test_rows_by_a_form_are_the_rows_of_the_question(
    force_desk: Desk, force_tables: Tables
) -> None:
    for offence in ("Burglary", None, "Drugs", "a group's name with ' in it"):
        asked: dict[str, Any] = force_desk.ask(force_desk.area, force_desk.latest, offence)
        direct = rows(monthly_offences(force_tables, **asked))
        found = asked_rows(force_tables, monthly_offences, **asked)
        assert found.to_dict("list") == direct.to_dict("list")


def test_an_altered_row_alters_what_is_answered_together(
    force_desk: Desk, recipes: list[Recipe], tmp_path: Path
) -> None:
    tables = tidy_tables()
    table = tables["offence_count"]
    at = table.schema.get_field_index("offences")
    tables["offence_count"] = table.set_column(at, "offences", pc.add(table["offences"], 1))
    altered = stored(tmp_path, tables)
    together = answered_together(recipes, altered)
    ask = Ask("offences", force_desk.ask(force_desk.area, force_desk.latest, "Burglary"))
    burglary = Recipe("offences", {"count": ask}, "value")
    # eight LSOAs × twelve months have a row each, and every row counts one more
    more = recompute(burglary, altered, together) - force_desk.evidence.local.total(
        force_desk.latest, offence="Burglary", codes=None
    )
    assert more == 8 * 12


def test_an_area_that_is_not_held_is_asked_by_itself(force_tables: Tables) -> None:
    nobody = Recipe("share_percent", {"part": Ask("residents", {"area": "E00000000"})})
    assert answered_together([nobody], force_tables) == {}
    assert answered_together([], force_tables) == {}
