"""Every builder's figure is made again from the stored rows by its recipe alone."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.tidy_force import OWN
from wardwise import chapters, figures
from wardwise.contents import ASSESSMENT
from wardwise.domain.area import Area
from wardwise.domain.evidence import HarmWeights, OfficialTable
from wardwise.domain.figure import Ask, Figure, Recipe
from wardwise.domain.period import Period
from wardwise.domain.recipe_json import parse_recipe, recipe_json
from wardwise.evidence.asks import NUMBERS, SERIES
from wardwise.evidence.recompute import Memo, function_of, recompute
from wardwise.evidence.tables import Tables, open_tables
from wardwise.figures.changes import change_figure
from wardwise.figures.concentration_curve import spread
from wardwise.figures.concentrations import concentration
from wardwise.figures.contributions import contribution_figures
from wardwise.figures.control import control
from wardwise.figures.counted import households_figure, residents_figure
from wardwise.figures.desk import Desk
from wardwise.figures.dispersions import dispersion_figures
from wardwise.figures.forecasts import outlook
from wardwise.figures.harm import harm_figure, weight_figure
from wardwise.figures.harm_changes import harm_change_figure
from wardwise.figures.harm_rates import harm_rate_figure
from wardwise.figures.harm_shares import count_share_figure, harm_share_figure
from wardwise.figures.harm_weights import coverage_figure, typical_weight_figure
from wardwise.figures.offences import offences_figure
from wardwise.figures.official import (
    official_change_figure,
    official_offences_figure,
    official_rate_figure,
)
from wardwise.figures.part_of_group import part_of_group_figure
from wardwise.figures.peers import above_median_figure, median_rate_figure, rated
from wardwise.figures.place_shares import area_share_figure, quotient_figure
from wardwise.figures.places_counted import lsoas_figure, places_figure
from wardwise.figures.population import (
    ENGLAND_AND_WALES,
    count_figure,
    difference_figure,
    share_figure,
    similar_median_figure,
)
from wardwise.figures.population_traits import DEPRIVED_HOUSEHOLDS, most_deprived, traits_of_people
from wardwise.figures.ranks import rank_found
from wardwise.figures.rates import rate_figure
from wardwise.figures.seasons import season
from wardwise.figures.stable import stability
from wardwise.figures.supply import against, percent_of
from wardwise.figures.threat_scores import risk_figure, top_share_figure
from wardwise.figures.threats import threats_found
from wardwise.figures.ward_ranks import ward_rank_figure


BURGLARY, VIOLENCE = "Burglary", "Violence and sexual offences"


def _weights(desk: Desk) -> HarmWeights:
    assert isinstance(desk.evidence.harm, HarmWeights)
    return desk.evidence.harm


def _table(desk: Desk) -> OfficialTable:
    assert isinstance(desk.evidence.official, OfficialTable)
    return desk.evidence.official


def _ours(desk: Desk) -> Area:
    return _table(desk).partnerships[desk.evidence.place.csp_code]


def _peers(desk: Desk) -> tuple[Area, ...]:
    similar = [one.area for one in desk.evidence.comparators.most_similar]
    return rated(_table(desk), similar, ours=desk.evidence.place.csp_code)


def _ward(desk: Desk) -> Area:
    return desk.evidence.place.wards[0]


def _counts(desk: Desk) -> Iterator[Figure]:
    for area in (desk.area, _ward(desk), desk.evidence.place.lsoas[2], OWN, *_districts(desk)):
        for offence in (None, BURGLARY):
            yield offences_figure(desk, area=area, period=desk.latest, offence=offence)
        yield rate_figure(desk, area=area, period=desk.latest, offence=None)


def _districts(desk: Desk) -> tuple[Area, ...]:
    return (desk.evidence.place.force, *desk.evidence.comparators.force_peers[1:])


def _rates(desk: Desk) -> Iterator[Figure]:
    for households in (False, True):
        yield rate_figure(
            desk, area=desk.area, period=desk.latest, offence=BURGLARY, households=households
        )


def _changes(desk: Desk) -> Iterator[Figure]:
    for area in (desk.area, _ward(desk), desk.evidence.place.force):
        for before in (desk.before, desk.three_years[1]):
            yield change_figure(
                desk, area=area, period=desk.latest, before=before, offence=BURGLARY
            )


def _control(desk: Desk) -> Iterator[Figure]:
    found = control(desk, area=desk.area, offence=VIOLENCE)
    yield from (*found.months[:3], *found.equal_months[:3], *found.limits)


def _harm(desk: Desk) -> Iterator[Figure]:
    weights = _weights(desk)
    for offence in (None, BURGLARY):
        yield harm_figure(desk, weights, area=desk.area, period=desk.latest, offence=offence)
    yield weight_figure(desk, weights, offence=BURGLARY, official=False)
    yield weight_figure(desk, weights, offence="Residential burglary", official=True)
    yield typical_weight_figure(desk, weights, offence=VIOLENCE)
    yield coverage_figure(desk, weights, offence=VIOLENCE)
    yield harm_rate_figure(desk, weights, area=desk.area)
    yield harm_change_figure(desk, weights)
    yield count_share_figure(desk, offence=VIOLENCE)
    for typical in (False, True):
        yield harm_share_figure(desk, weights, area=desk.area, offence=VIOLENCE, typical=typical)
    yield harm_share_figure(desk, weights, area=_ward(desk), offence=None)


def _official(desk: Desk) -> Iterator[Figure]:
    table, ours = _table(desk), _ours(desk)
    for offence in (None, "Residential burglary"):
        for period in (table.latest, table.before):
            yield official_offences_figure(desk, table, area=ours, offence=offence, period=period)
        yield official_change_figure(desk, table, area=ours, offence=offence, group=BURGLARY)
    for households in (False, True):
        yield official_rate_figure(
            desk, table, area=ours, offence="Residential burglary", households=households
        )
    yield official_rate_figure(desk, table, area=table.forces["E23999991"], offence=None)
    yield official_rate_figure(desk, table, area=table.countries["K04000001"], offence=None)
    yield part_of_group_figure(desk, table, offence="Drug offences", group="Drugs")


def _peer_figures(desk: Desk) -> Iterator[Figure]:
    table, peers = _table(desk), _peers(desk)
    for households in (False, True):
        yield median_rate_figure(
            desk, table, peers=peers, offence="Robbery", among="peers", households=households
        )
        yield rank_found(
            desk,
            table,
            peers=peers,
            offence="Robbery",
            group="Robbery",
            among="peers",
            households=households,
        ).figure
    yield above_median_figure(
        desk, table, peers=peers, offence="Robbery", group="Robbery", among="peers"
    )


def _people(desk: Desk) -> Iterator[Figure]:
    traits = [*traits_of_people(desk), DEPRIVED_HOUSEHOLDS, most_deprived("imd_2025", 2)]
    for trait in traits:
        yield count_figure(desk, desk.area, trait)
        yield share_figure(desk, desk.area, trait)
        yield similar_median_figure(desk, trait)
        yield difference_figure(desk, desk.area, trait, other=desk.evidence.place.force)
        yield share_figure(desk, ENGLAND_AND_WALES, trait)
    yield residents_figure(desk, desk.area)
    yield households_figure(desk, OWN)


def _places(desk: Desk) -> Iterator[Figure]:
    found = concentration(desk, offence=BURGLARY, period=desk.latest)
    yield from (found.places, found.chance)
    yield places_figure(desk, found, offence=BURGLARY, period=desk.latest)
    yield lsoas_figure(desk)
    curve = spread(desk, offence=BURGLARY, period=desk.latest)
    assert curve is not None
    yield from (curve.places, curve.places_of, curve.chance_places, curve.gini)
    for point in curve.points:
        yield from (point.recorded, point.by_chance)
    lasting = stability(desk, offence=BURGLARY)
    yield from (lasting.overlap, lasting.by_chance)
    yield area_share_figure(desk, area=_ward(desk), period=desk.latest, offence=BURGLARY)
    yield quotient_figure(desk, area=_ward(desk), period=desk.latest, offence=BURGLARY)
    yield ward_rank_figure(desk, ward=_ward(desk), period=desk.latest, offence=BURGLARY)


def _over_time(desk: Desk) -> Iterator[Figure]:
    yield outlook(desk, area=desk.area, offence=VIOLENCE).figure
    yield from season(desk, area=desk.area, offence=VIOLENCE).months
    found = dispersion_figures(desk, offence=BURGLARY)
    yield from (found.phi, found.areas, found.wards)
    yield from contribution_figures(desk, offences=(BURGLARY, "Drugs", VIOLENCE)).values()


def _supply(desk: Desk) -> Iterator[Figure]:
    held = offences_figure(desk, area=desk.area, period=desk.latest, offence=BURGLARY)
    whole = offences_figure(desk, area=desk.area, period=desk.latest, offence=None)
    published = official_offences_figure(
        desk, _table(desk), area=_ours(desk), offence=None, period=desk.latest
    )
    yield percent_of(held, whole, detail="of all")
    yield against(whole, published, detail="against the published")


def _threats(desk: Desk) -> Iterator[Figure]:
    found = threats_found(desk)
    for one in found.assessment.candidates[:4]:
        for take in ("value", "harm", "likelihood"):
            yield risk_figure(desk, found, one, take=take)
        yield top_share_figure(desk, found, one)
    for candidate in found.candidates.values():
        yield from candidate.figures.values()


def _printed(desk: Desk) -> Iterator[Figure]:
    """One figure of each kind of sum and question that each chapter prints."""
    kinds = set()
    for chapter in ASSESSMENT:
        for figure in chapter.write(chapter.analyse(desk)).figures:
            kind = (chapter.name, figure.measure, _shape(figure.recipe))
            if figure.status == "known" and kind not in kinds:
                kinds.add(kind)
                yield figure


def _shape(recipe: Recipe | None) -> str:
    if recipe is None:
        return ""
    parts = {
        name: value.question if isinstance(value, Ask) else type(value).__name__
        for name, value in recipe.arguments.items()
    }
    return f"{parts}{recipe.take}"


BUILDERS: Mapping[str, Callable[[Desk], Iterable[Figure]]] = {
    "counts": _counts,
    "rates": _rates,
    "changes": _changes,
    "control charts": _control,
    "harm": _harm,
    "published": _official,
    "peers": _peer_figures,
    "people": _people,
    "places": _places,
    "over time": _over_time,
    "supply": _supply,
    "threats": _threats,
    "printed by the chapters": _printed,
}


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
    share = area_share_figure(force_desk, area=_ward(force_desk), period=long_ago, offence=BURGLARY)
    quotient = quotient_figure(
        force_desk, area=_ward(force_desk), period=long_ago, offence=BURGLARY
    )
    ranked = ward_rank_figure(force_desk, ward=_ward(force_desk), period=long_ago, offence=BURGLARY)
    harm = harm_figure(
        force_desk, _weights(force_desk), area=force_desk.area, period=long_ago, offence=None
    )
    assert {one.status for one in (share, quotient, ranked, harm)} == {"not_known"}
    assert spread(force_desk, offence=BURGLARY, period=long_ago) is None


def test_a_group_without_a_weight_has_no_harm(force_desk: Desk) -> None:
    weights = _weights(force_desk)
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
