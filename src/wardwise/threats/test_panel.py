"""What a panel's marks make, worked by hand."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from wardwise.domain.nothing import NotKnown
from wardwise.threats.coverage import CountedThreat, counted_threats, coverage
from wardwise.threats.departures import departures, order_of_tiers, tiers_by_score
from wardwise.threats.factors import Side
from wardwise.threats.panel import Panel, PanelFactor, panel_scores, placed
from wardwise.threats.panel_stability import panel_stability
from wardwise.threats.panel_steps import first_threats, survivals
from wardwise.threats.scoring import RiskScore


FACTORS = (PanelFactor("physical", Side.HARM, 1), PanelFactor("volume", Side.LIKELIHOOD, 1))
NOTHING = ((None, None),) * 3
PANEL = Panel(
    threats=("Robbery", "Fire", "Fraud"),
    factors=FACTORS,
    agencies=("Police", "Police", "Fire"),
    marks=(
        ((4, 2), (1, 1), (1, 4)),
        ((3, 2), (1, 1), (None, None)),
        ((2, 3), (4, 2), (1, None)),
    ),
    given=NOTHING,
)


def test_each_agency_counts_once_however_many_it_sends() -> None:
    # Robbery, physical: police (4 + 3) / 2 = 3.5, fire 2; (3.5 + 2) / 2 = 2.75. Fraud, volume:
    # the police alone know it
    assert panel_scores(PANEL) == ((2.75, 2.5), (2.5, 1.5), (1.0, 4.0))


def test_risk_and_place_follow_from_the_scores() -> None:
    found = placed(PANEL)
    risks = [one.risk.value for one in found if isinstance(one.risk, RiskScore)]
    assert risks == [2.75 * 2.5, 2.5 * 1.5, 4.0]
    assert [one.rank for one in found] == [1, 3, 2]


def test_an_agreed_score_stands_whatever_the_marks() -> None:
    agreed = replace(PANEL, given=((None, None), (4.0, 4.0), (None, None)))
    assert panel_scores(agreed)[1] == (4.0, 4.0)
    assert [one.rank for one in placed(agreed)] == [2, 1, 3]


def test_what_nobody_knows_has_no_risk_and_no_place() -> None:
    unknown = replace(PANEL, marks=tuple((*rows[:2], (None, 3.0)) for rows in PANEL.marks))
    last = placed(unknown)[2]
    assert isinstance(last.risk, NotKnown)
    assert isinstance(last.rank, NotKnown)
    found = panel_stability(unknown, k=1, seed=1, draws=200)
    assert found.top_percent[2] is None
    assert (found.rank_lower[2], found.rank_upper[2]) == (0, 0)
    assert survivals(unknown, k=1)[2].by_steps is None


def test_threats_that_tie_share_the_better_place() -> None:
    level = replace(PANEL, given=((2.0, 2.0), (2.0, 2.0), (1.0, 1.0)))
    assert [one.rank for one in placed(level)] == [1, 1, 3]


def test_the_draws_of_scorers_are_those_that_can_be_counted() -> None:
    """Two scorers of two agencies, drawn with replacement: four draws, each as likely."""
    panel = Panel(
        threats=("Robbery", "Fire"),
        factors=FACTORS,
        agencies=("Police", "Fire"),
        marks=(((4, 4), (1, 1)), ((1, 1), (3, 3))),
        given=((None, None), (None, None)),
    )
    # Both: 2.5² against 2², robbery. Police twice: robbery. Fire twice: fire. So 3 of 4
    wins = [sum(mark * weight for mark, weight in ((4, 1 - f), (1, f))) for f in (0, 0.5, 1)]
    assert wins == [4, 2.5, 1]
    found = panel_stability(panel, k=1, seed=3, draws=40_000, weights_vary_percent=0)
    assert found.top_percent[0] == pytest.approx(75, abs=1)
    assert found.top_percent[1] == pytest.approx(25, abs=1)


def test_weights_alone_move_an_agreed_order() -> None:
    """One side with two factors: the order turns where one weight outweighs the other."""
    factors = (
        PanelFactor("physical", Side.HARM, 1),
        PanelFactor("financial", Side.HARM, 1),
        PanelFactor("volume", Side.LIKELIHOOD, 1),
    )
    panel = Panel(("A", "B"), factors, (), (), ((4, 1, 2), (1, 4, 2)))
    found = panel_stability(panel, k=1, seed=5, draws=40_000)
    assert found.top_percent[0] == pytest.approx(50, abs=1)
    assert panel_stability(panel, k=1, seed=5, draws=100, weights_vary_percent=0).rank_upper == (
        1,
        1,
    )


def test_the_same_seed_gives_the_same_answer() -> None:
    assert panel_stability(PANEL, k=1, seed=7, draws=1500) == panel_stability(
        PANEL, k=1, seed=7, draws=1500
    )


def test_every_single_step_is_tried() -> None:
    """Against all of them worked one by one."""
    base = [list(row) for row in panel_scores(PANEL)]
    places: list[set[int]] = [set(), set(), set()]
    for n, f, change in product(range(3), range(2), (-1, 0, 1)):
        tried = [list(row) for row in base]
        tried[n][f] = min(4, max(1, (tried[n][f] or 0) + change))
        for at, one in enumerate(placed(PANEL, scores=tried)):
            assert isinstance(one.rank, int)
            places[at].add(one.rank)
    found = survivals(PANEL, k=1)
    assert [one.by_steps for one in found] == [(min(one), max(one)) for one in places]


def test_a_place_that_a_step_takes_away_is_told_with_the_step() -> None:
    first, fire, fraud = survivals(PANEL, k=1)
    assert first.is_first
    assert not fire.is_first
    # Fraud with physical 2 has 2 × 4 = 8, over 6.875
    assert "Fraud, physical +1" in first.moved_by
    assert "Fraud, physical +1" in fraud.moved_by
    assert not first.survives


def test_another_harm_index_gives_another_place() -> None:
    other = {"typical severity": ((1.0, 1.0), (4.0, 4.0), (1.0, 4.0))}
    first, fire, _ = survivals(PANEL, k=1, others=other)
    assert first.by_index == (1, 3)
    assert fire.by_index == (1, 3)
    assert "typical severity" in fire.moved_by


def test_a_part_is_not_first_beside_its_whole() -> None:
    assert first_threats(PANEL, k=2) == ("Robbery", "Fraud")
    assert first_threats(replace(PANEL, relatives=((0, 2),)), k=2) == ("Robbery", "Fire")


RANKS = {"a": 1, "b": 2, "c": 2, "d": 4, "e": None}


@pytest.mark.parametrize(
    ("adopted", "departing"),
    [
        ({"a": "priority", "b": "focus", "c": "focus", "d": "monitor", "e": "monitor"}, ()),
        # b and c tie across the border of the two tiers: either may be the priority
        ({"a": "priority", "b": "priority", "c": "focus", "d": "monitor", "e": "monitor"}, ()),
        ({"a": "priority", "b": "focus", "c": "priority", "d": "monitor", "e": "monitor"}, ()),
        ({"a": "monitor", "b": "focus", "c": "focus", "d": "priority", "e": "monitor"}, ("a", "d")),
        (
            {"a": "priority", "b": "monitor", "c": "monitor", "d": "monitor", "e": "priority"},
            ("e",),
        ),
    ],
)
def test_departures_from_the_order(adopted: dict[str, str], departing: tuple[str, ...]) -> None:
    assert departures(ranks=RANKS, adopted=adopted) == departing


def test_a_tier_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="expected one of priority"):
        tiers_by_score(ranks=RANKS, adopted={"a": "urgent"})


def test_the_highest_tier_is_first() -> None:
    tiers = {"a": "monitor", "b": "priority", "c": "monitor"}
    assert order_of_tiers(["a", "b", "c"], tiers) == ("b", "a", "c")


def test_what_is_within_another_is_counted_once() -> None:
    threats = [
        CountedThreat("Burglary", (), 100, 10),
        CountedThreat("Residential burglary", ("Burglary",), 60, 12),
        CountedThreat("Robbery", ("Serious violence",), 100, 90),
        CountedThreat("Other", (), 200, None),
    ]
    # Whole: burglary 100 + robbery 100 + other 200 = 400; harm 1,000 + 9,000
    both = coverage(threats=threats, chosen={"Burglary", "Residential burglary"})
    assert (both.volume_percent, both.harm_percent) == (25, 10)
    part = coverage(threats=threats, chosen={"Residential burglary", "Serious violence"})
    assert part.volume_percent == 40
    assert part.harm_percent == pytest.approx(100 * 9720 / 10_000)
    assert part.no_weight == ("Other",)
    assert isinstance(coverage(threats=[], chosen={"x"}).volume_percent, NotKnown)


def test_counted_offences_are_read_from_the_file_and_themes_are_not() -> None:
    rows: list[dict[str, object]] = [
        {
            "name": "Robbery",
            "kind": "offence",
            "within": ["Serious violence"],
            "volume": {"value": 10},
            "severity": {"value": 700.5},
        },
        {"name": "Fire", "kind": "theme", "within": [], "volume": {"value": 3}, "severity": None},
        {"name": "Homicide", "kind": "offence", "within": [], "volume": {"value": None}},
    ]
    assert counted_threats(rows) == (CountedThreat("Robbery", ("Serious violence",), 10, 700.5),)
