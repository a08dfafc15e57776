"""Every builder's figure is made again from the stored rows by its recipe alone."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from tests.figure_builders import BUILDERS, BURGLARY, VIOLENCE, ward_of, weights_of
from tests.tidy_force import desk_of, stored, tidy_tables
from wardwise import chapters, figures
from wardwise.contents import ASSESSMENT
from wardwise.domain.figure import Ask, Recipe
from wardwise.domain.period import Period
from wardwise.domain.recipe_json import parse_recipe, recipe_json
from wardwise.evidence.asks import NUMBERS, SERIES
from wardwise.evidence.recompute import Memo, function_of, recompute
from wardwise.evidence.tables import Tables, open_tables
from wardwise.figures.concentration_curve import spread
from wardwise.figures.desk import Desk
from wardwise.figures.harm import harm_figure, weight_figure
from wardwise.figures.harm_changes import harm_change_figure
from wardwise.figures.harm_rates import harm_rate_figure
from wardwise.figures.harm_shares import count_share_figure, harm_share_figure
from wardwise.figures.harm_weights import coverage_figure, typical_weight_figure
from wardwise.figures.offences import offences_figure
from wardwise.figures.place_shares import area_share_figure, quotient_figure
from wardwise.figures.rates import rate_figure
from wardwise.figures.threats import threats_found
from wardwise.figures.ward_ranks import ward_rank_figure


@pytest.fixture(scope="module")
def tables(force_tables: Tables, force_desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The stored tables, with what the draws of the threat assessment were made from."""
    ranges = json.dumps(threats_found(force_desk).assessment.ranges)
    path = tmp_path_factory.mktemp("ranges") / "threat_range.parquet"
    pq.write_table(pa.table({"ranges": [ranges]}), path)
    return Tables({**force_tables.tables, **open_tables({"threat_range": path}).tables})


@pytest.fixture(scope="module")
def memo() -> Memo:
    """Answers that several figures ask for."""
    return {}


@pytest.mark.parametrize("name", sorted(BUILDERS))
def test_a_figure_is_made_again_from_the_rows(
    force_desk: Desk, tables: Tables, memo: Memo, name: str
) -> None:
    worked = 0
    for figure in BUILDERS[name](force_desk):
        if figure.recipe is None or figure.status != "known":
            continue
        # by way of the text in findings.json, as `explain` reads it
        recipe = parse_recipe(json.loads(json.dumps(recipe_json(figure.recipe))))
        again = recompute(recipe, tables, memo)
        assert again == pytest.approx(figure.number, rel=1e-9, abs=1e-9), figure
        worked += 1
    assert worked > 0


@pytest.mark.parametrize("name", sorted(BUILDERS))
def test_every_question_and_measure_of_a_recipe_exists(force_desk: Desk, name: str) -> None:
    for figure in BUILDERS[name](force_desk):
        assert figure.unit
        assert figure.sources
        if figure.recipe is not None:
            _check(figure.recipe)


def _check(recipe: Recipe) -> None:
    counted_only = set(recipe.arguments) == {"answer"}
    assert function_of(recipe.measure) is not None or counted_only, recipe.measure
    for value in recipe.arguments.values():
        if isinstance(value, Ask):
            assert value.question in {**NUMBERS, **SERIES}
        elif isinstance(value, Recipe):
            _check(value)


def test_a_range_holds_its_value(force_desk: Desk) -> None:
    # the forecast and the rank too: an interval that leaves out its own figure is none
    for build in BUILDERS.values():
        for figure in build(force_desk):
            if figure.interval is not None and figure.status == "known":
                slack = 1e-9 * max(1.0, abs(figure.number))
                assert figure.interval.lower - slack <= figure.number, figure
                assert figure.number <= figure.interval.upper + slack, figure


def test_every_builder_is_tried_here_or_called_for_a_chapter() -> None:
    rooms = [Path(str(room.__path__[0])) for room in (figures, chapters)]
    code = "".join(path.read_text("utf-8") for room in rooms for path in room.rglob("*.py"))
    builders = re.findall(r"^def ([a-z]\w*)\([^)]*\) -> [^:]*Figure\b", code, re.MULTILINE)
    assert "offences_figure" in builders
    unused = [name for name in builders if not re.search(rf"(?<!def ){name}\(", code)]
    assert unused == []


def test_a_period_that_is_not_held_gives_not_known_and_never_nought(force_desk: Desk) -> None:
    long_ago = Period.parse("2019-01", "2019-12")
    figure = offences_figure(force_desk, area=force_desk.area, period=long_ago, offence=None)
    assert figure.status == "not_known"
    rate = rate_figure(force_desk, area=force_desk.area, period=long_ago, offence=None)
    assert rate.value == figure.value
    ward = ward_of(force_desk)
    share = area_share_figure(force_desk, area=ward, period=long_ago, offence=BURGLARY)
    quotient = quotient_figure(force_desk, area=ward, period=long_ago, offence=BURGLARY)
    ranked = ward_rank_figure(force_desk, ward=ward, period=long_ago, offence=BURGLARY)
    harm = harm_figure(
        force_desk, weights_of(force_desk), area=force_desk.area, period=long_ago, offence=None
    )
    assert {one.status for one in (share, quotient, ranked, harm)} == {"not_known"}
    assert spread(force_desk, offence=BURGLARY, period=long_ago) is None


def test_a_group_without_a_weight_has_no_harm(force_desk: Desk) -> None:
    weights = weights_of(force_desk)
    lighter = replace(
        weights, police_uk={k: v for k, v in weights.police_uk.items() if k != BURGLARY}
    )
    desk = force_desk
    made = (
        harm_figure(desk, lighter, area=desk.area, period=desk.latest, offence=None),
        harm_rate_figure(desk, lighter, area=desk.area),
        harm_share_figure(desk, lighter, area=desk.area, offence=VIOLENCE),
        harm_change_figure(desk, lighter),
        weight_figure(desk, lighter, offence=BURGLARY, official=False),
        typical_weight_figure(desk, lighter, offence=BURGLARY),
        coverage_figure(desk, lighter, offence=BURGLARY),
    )
    assert {figure.status for figure in made} == {"not_known"}


STILL_MADE = (
    "counts",
    "rates",
    "changes",
    "control charts",
    "harm",
    "over time",
    "supply",
    "threats",
)
OF_NO_YEAR = {"dispersion", "risk_score", "top_share"}


@pytest.fixture(scope="module")
def half_held(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The same force, of whose latest year only July to December are held."""
    tables = tidy_tables()
    for name in ("offence_count", "offence_record", "area_month_held"):
        tables[name] = tables[name].filter(pc.greater_equal(tables[name]["month"], "2024-07"))
    return desk_of(stored(tmp_path_factory.mktemp("half_held"), tables))


def test_where_the_year_is_half_held_nothing_is_made_up(half_held: Desk) -> None:
    made = [figure for name in STILL_MADE for figure in BUILDERS[name](half_held)]
    made += [count_share_figure(half_held, offence=VIOLENCE)]
    years = [one for one in made if one.period == half_held.latest and "police_uk" in one.sources]
    assert len(years) > 40
    known = [one for one in years if one.status == "known" and one.measure not in OF_NO_YEAR]
    assert known == []
    for figure in made:
        if figure.comparison is not None and "police_uk" in figure.sources:
            assert figure.comparison.verdict == "not comparable"


def test_every_chapter_can_be_written_of_a_year_that_is_half_held(half_held: Desk) -> None:
    for chapter in ASSESSMENT:
        findings = chapter.analyse(half_held)
        if chapter.is_told(findings):
            section = chapter.write(findings)
            assert section.blocks or section.sections
