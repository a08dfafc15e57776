"""The parts of the bundle: held, not held, and where each number comes from."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.tidy_force import (
    DISTRICTS,
    MONTHS,
    OUTCOMES,
    OWN,
    desk_of,
    settings,
    stored,
    tidy_tables,
)
from wardwise.domain.area import Area, AreaKind
from wardwise.domain.evidence import HarmWeights, NotHeld, OfficialTable, Outcomes
from wardwise.domain.figure import Ask, Json, Recipe
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Month, Period
from wardwise.domain.recipe_json import parse_recipe
from wardwise.evidence.asks import answer
from wardwise.evidence.outcomes import NONE_RECORDED
from wardwise.evidence.recompute import function_of, recompute
from wardwise.evidence.same_force import same_force
from wardwise.evidence.tables import Tables
from wardwise.evidence.unlocated import source_rows
from wardwise.figures.desk import Desk


YEAR = {"first": "2024-01", "last": "2024-12"}


def test_what_no_source_was_named_for_is_not_held_and_says_from_whom(tmp_path: Path) -> None:
    tables = tidy_tables()
    for name in ("official_count", "force_quarter", "completeness", "extract_comparison"):
        del tables[name]
    none = {"recorded_crime": "police_uk", "official": "none", "force_totals": "none"}
    found = desk_of(stored(tmp_path, tables), evidence=none).evidence
    for part in (found.official, found.outcomes, found.searches, found.harm):
        assert isinstance(part, NotHeld)
        assert part.from_whom
    assert found.completeness.stretches == ()
    assert found.quality.extracts == ()
    assert found.context.held == ()
    assert "Children in low-income families" in [one.what for one in found.context.missing]


def test_tables_that_a_source_did_not_write_are_not_held(tmp_path: Path) -> None:
    tables = tidy_tables()
    for name in ("official_count", "offence_record", "stop_search_record"):
        del tables[name]
    found = desk_of(stored(tmp_path, tables)).evidence
    for part in (found.official, found.outcomes, found.searches):
        assert isinstance(part, NotHeld)


def test_counts_are_of_the_rows_and_nought_where_there_is_none(
    force_desk: Desk, force_tables: Tables
) -> None:
    local = force_desk.evidence.local
    assert local.months == MONTHS
    period = Period.parse(**YEAR)
    asked = {"source": "police_uk", "area": "E06999991", "offence": None, **YEAR}
    assert local.total(period) == answer(force_tables, Ask("offences", asked))
    assert local.held.all()
    own = local.total(period, codes=force_desk.evidence.place.members[OWN.code])
    assert own == answer(force_tables, Ask("offences", asked | {"area": OWN.code}))


def test_a_month_that_the_source_does_not_hold_is_not_known(force_desk: Desk) -> None:
    wider = force_desk.evidence.wider
    llanwell = wider.total(Period.parse("2022-01", "2022-12"), codes=("W06999997",))
    assert isinstance(llanwell, NotKnown)
    assert "January 2022" in llanwell.reason
    assert isinstance(wider.total(Period.parse(**YEAR), codes=("W06999997",)), int)
    welland = Area("W15999991", "Welland", AreaKind.FORCE)
    counts, codes = force_desk.counts_of(welland)
    assert codes == ("W06999996", "W06999997")
    assert np.isnan(counts.series(codes=codes)[:12]).all()


def test_months_asked_again_are_not_known_where_none_is_held(force_tables: Tables) -> None:
    asked: dict[str, Json] = {"areas": ["W06999997", "E06999991"], "offence": None}
    asked |= {"source": "police_uk", "first": "2022-12", "last": "2023-01"}
    found = answer(force_tables, Ask("monthly_offences_of_areas", asked))
    assert np.isnan(found[0][0])
    assert found[0][1] > 0
    assert found[1][0] > 0


def test_a_month_of_no_known_name_is_not_known_and_one_without_a_row_is_nought(
    force_tables: Tables,
) -> None:
    months: list[Json] = ["2024-01", None, "2025-06"]
    asked: dict[str, Json] = {"area": "E06999991", "offence": "Drugs", "months": months}
    asked["source"] = "police_uk"
    known, gap, none = answer(force_tables, Ask("monthly_offences", asked))
    assert known > 0
    assert np.isnan(gap)
    assert none == 0.0


def test_rows_with_no_place_are_the_forces_own(force_desk: Desk, force_tables: Tables) -> None:
    evidence = force_desk.evidence
    for offence, rows in evidence.force_rows.items():
        assert 0 < evidence.unlocated[offence] < rows
    # Welland's rows are not Sampleshire's
    period = Period.parse(**YEAR)
    every = source_rows(force_tables, source="police_uk", force="Sampleshire", period=period)
    welsh = source_rows(force_tables, source="police_uk", force="Welland", period=period)
    assert every.forces == ("Sampleshire Police",)
    assert welsh.forces == ("Welland Police",)
    asked: dict[str, Json] = {"source": "police_uk", "forces": [], "offence": None, **YEAR}
    crimes = [name for name in every.rows if name != "Anti-social behaviour"]
    assert answer(force_tables, Ask("rows_held", asked)) == sum(
        part.rows[name] for part in (every, welsh) for name in crimes
    )


def test_outcomes_fall_into_their_groups_and_none_is_a_group(force_desk: Desk) -> None:
    found = force_desk.evidence.outcomes
    assert isinstance(found, Outcomes)
    local = force_desk.evidence.local
    assert int(found.counts.sum()) == int(local.counts.sum())
    assert found.groups[-1] == NONE_RECORDED
    held = {found.groups[n] for n in np.flatnonzero(found.counts.sum(axis=(0, 1)))}
    assert len(held) == len(OUTCOMES)  # each of the six is in a group of its own
    assert found.force_counts is not None
    assert (found.force_counts >= found.counts).all()


def test_the_published_tables_are_read_as_published(force_desk: Desk) -> None:
    table = force_desk.evidence.official
    assert isinstance(table, OfficialTable)
    assert (table.latest.label, table.before.label) == ("2024", "2023")
    assert len(table.partnerships) == len({row[1] for row in DISTRICTS.values()})
    homicide = table.rows["E22999991", "Homicide"]
    assert homicide.offences is None
    assert (homicide.symbol, homicide.note) == ("[u]", "Too few to publish.")
    # 0.1 of 736 offences, a sixth more: 736 × 0.1 × 1.15 = 84.64 → 85
    assert table.unassigned_offences == {"E23999991": 85}
    assert table.unassigned == {"E23999991": "Unassigned"}
    assert table.countries["K04000001"].name == "England and Wales"


def test_weights_are_of_the_forces_last_four_quarters(force_desk: Desk) -> None:
    weights = force_desk.evidence.harm
    assert isinstance(weights, HarmWeights)
    assert [str(quarter.first) for quarter in weights.quarters] == [
        f"2024-{n:02d}" for n in (1, 4, 7, 10)
    ]
    robbery = weights.police_uk["Robbery"]
    # one code of one weight: the mean, the middle and both limits are that weight
    assert robbery.value == pytest.approx(weights.by_code["34B"])
    assert robbery.typical == pytest.approx(robbery.value)
    burglary = weights.police_uk["Burglary"]
    assert weights.by_code["30C"] < burglary.value < weights.by_code["28E"]


def test_quality_owns_up(force_desk: Desk) -> None:
    quality = force_desk.evidence.quality
    assert quality.set_aside == (("police_uk", "a row twice", 40),)
    assert quality.notices == ("Made up.",)
    (month,) = quality.extracts
    assert (month.kept, month.month) == ("later", Month(2024, 3))
    assert [file.months for file in quality.files] == [
        "2022-01 to 2024-12",  # by source, then by path
        "",
        "2022-01 to 2024-12",
    ]
    problem = force_desk.evidence.completeness.problem(Period.parse("2022-03", "2022-12"))
    assert problem == "the source is incomplete for January 2022 to March 2022 (90% held)"
    assert force_desk.evidence.completeness.problem(Period.parse(**YEAR)) is None


def test_people_of_wider_areas_are_those_of_their_districts(force_desk: Desk) -> None:
    people = force_desk.evidence.people
    twin = sum(people.residents[code] for code in ("E07999994", "E07999995"))
    assert people.residents["E22999994"] == twin
    wards = [ward.code for ward in force_desk.evidence.place.wards]
    assert sum(people.residents[code] for code in wards) == people.residents["E06999991"]


def test_a_context_value_beside_england_and_the_region(force_desk: Desk) -> None:
    (held,) = force_desk.evidence.context.held
    assert (held.value, held.england, held.region) == (24.5, 20.1, 19.0)
    assert held.indicator not in [one.what for one in force_desk.evidence.context.missing]


def test_a_year_chosen_in_the_settings_is_the_latest(force_tables: Tables) -> None:
    desk = desk_of(force_tables, period={"year_ends": "2024-03"})
    assert desk.latest == Period.parse("2023-04", "2024-03")
    assert settings().period.last_month is None


def test_a_recipe_works_from_the_inside_out_and_takes_a_part(force_tables: Tables) -> None:
    inner = Recipe("residents", {"answer": Ask("residents", {"area": "E06999991"})})
    assert function_of("residents") is None
    assert recompute(inner, force_tables) > 0
    data = {
        "measure": "share_percent",
        "arguments": {"part": 5, "whole": {"ask": "lsoas", "arguments": {"area": "E06999991"}}},
        "take": "value",
    }
    # 5 of 8 LSOAs = 62.5%
    assert recompute(parse_recipe(data), force_tables) == 62.5


def test_one_force_under_two_names() -> None:
    assert same_force("Devon & Cornwall Police", "Devon and Cornwall")
    assert not same_force("Sussex Police", "Essex")
