"""Severity-weighted figures worked by hand, and what is said where there is no weight."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.builders import AREA, WARDS, desk_with
from wardwise.domain.evidence import GroupWeight, HarmWeights
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Month, Period
from wardwise.domain.verdict import Verdict
from wardwise.figures.desk import Desk
from wardwise.figures.harm import harm_figure, harm_groups, weight_figure
from wardwise.figures.harm_changes import harm_change_figure
from wardwise.figures.harm_rates import harm_rate_figure
from wardwise.figures.harm_shares import count_share_figure, harm_share_figure
from wardwise.figures.harm_weights import coverage_figure, typical_weight_figure


MONTHLY = {"Burglary": [2] * 24, "Drugs": [10] * 24, "Anti-social behaviour": [99] * 24}
WEIGHTS = HarmWeights(
    scheme="made-up weights",
    version="0",
    force="Sampleshire",
    quarters=(Period.parse("2024-01", "2024-03"), Period.parse("2024-04", "2024-06")),
    police_uk={
        "Burglary": GroupWeight(400.0, 300.0, 500.0, 350.0, 90.0, ("28E",)),
        "Drugs": GroupWeight(10.0, 8.0, 12.0, 9.0, 100.0, ("92D",)),
    },
    official={"Residential burglary": GroupWeight(450.0, 450.0, 450.0, 450.0, 80.0, ("28E",))},
    by_code={"28E": 450.0, "92D": 10.0},
)


def test_a_score_is_counts_by_weights_and_leaves_out_what_is_no_crime() -> None:
    desk = desk_with(MONTHLY)
    assert harm_groups(desk) == ["Burglary", "Drugs"]
    score = harm_figure(desk, WEIGHTS, area=AREA, period=desk.latest, offence=None)
    # 24 × 400 + 120 × 10 = 10,800; below it √((24 × 100)² + (120 × 2)²) = 2,412.0, because
    # the weights of two groups are not low together
    assert score.value == 10_800.0
    assert score.interval is not None
    assert score.interval.lower == pytest.approx(10_800 - 2_411.97, abs=0.01)
    one = harm_figure(desk, WEIGHTS, area=AREA, period=desk.latest, offence="Drugs")
    assert one.value == 1_200.0
    rate = harm_rate_figure(desk, WEIGHTS, area=AREA)
    # 10,800 points among 4,000 residents: 2,700 for every 1,000
    assert rate.value == 2_700.0


def test_shares_of_harm_and_of_counts_are_of_the_same_year() -> None:
    desk = desk_with(MONTHLY)
    # burglary: 9,600 of 10,800 points by the mean, 24 × 350 = 8,400 of 9,480 by the middle
    mean = harm_share_figure(desk, WEIGHTS, area=AREA, offence="Burglary")
    assert mean.number == pytest.approx(100 * 9_600 / 10_800)
    middle = harm_share_figure(desk, WEIGHTS, area=AREA, offence="Burglary", typical=True)
    assert middle.number == pytest.approx(100 * 8_400 / 9_480)
    # 24 of 144 offences
    assert count_share_figure(desk, offence="Burglary").number == pytest.approx(100 / 6)
    # everything lies in the first LSOA, which is in the first ward
    ward = harm_share_figure(desk, WEIGHTS, area=WARDS[0], offence=None)
    assert ward.value == 100.0


def test_weights_are_of_the_force_and_of_its_quarters() -> None:
    desk = desk_with(MONTHLY)
    mean = weight_figure(desk, WEIGHTS, offence="Burglary", official=False)
    assert (mean.value, str(mean.period)) == (400.0, "2024-01/2024-06")
    assert mean.area == desk.evidence.place.force
    published = weight_figure(desk, WEIGHTS, offence="Residential burglary", official=True)
    assert published.value == 450.0
    assert typical_weight_figure(desk, WEIGHTS, offence="Drugs").value == 9.0
    assert coverage_figure(desk, WEIGHTS, offence="Burglary").value == 90.0


def test_a_change_of_harm_is_tested_and_a_break_of_one_group_forbids_it() -> None:
    desk = desk_with(MONTHLY | {"Burglary": [2] * 12 + [6] * 12})
    change = harm_change_figure(desk, WEIGHTS)
    # (72 × 400 + 1,200) ÷ (24 × 400 + 1,200) = 30,000 ÷ 10,800; the test is by the day
    assert change.number == pytest.approx(100 * (30_000 / 10_800 - 1))
    assert change.comparison is not None
    assert change.comparison.verdict is Verdict.ROSE
    broken = replace(desk.evidence, breaks=((Month(2024, 3), "Drugs", "a new system"),))
    gone = harm_change_figure(Desk(broken, desk.settings), WEIGHTS)
    assert gone.comparison is not None
    assert gone.comparison.verdict is Verdict.NOT_COMPARABLE
    assert gone.value == NotKnown("the series breaks in March 2024: a new system")


def test_nothing_is_weighed_where_something_is_not_known() -> None:
    gap = desk_with(MONTHLY, missing=(Month(2024, 5),))
    assert gap.latest == Period.parse("2024-01", "2024-12")
    made = (
        harm_figure(gap, WEIGHTS, area=AREA, period=gap.latest, offence=None),
        harm_rate_figure(gap, WEIGHTS, area=AREA),
        harm_share_figure(gap, WEIGHTS, area=AREA, offence="Burglary"),
        harm_change_figure(gap, WEIGHTS),
        count_share_figure(gap, offence="Burglary"),
    )
    assert {figure.status for figure in made} == {"not_known"}
    nobody = replace(gap.evidence, people=replace(gap.evidence.people, residents={}))
    whole = desk_with(MONTHLY)
    empty = Desk(replace(whole.evidence, people=nobody.people), whole.settings)
    unknown = NotKnown("the number of residents is not known")
    assert harm_rate_figure(empty, WEIGHTS, area=AREA).value == unknown
    none = desk_with({"Burglary": [0] * 24, "Drugs": [0] * 24})
    assert count_share_figure(none, offence="Drugs").value == NotKnown("no crime")
    assert harm_share_figure(none, WEIGHTS, area=AREA, offence="Drugs").value == NotKnown("no harm")
