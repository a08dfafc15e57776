"""What speaks for and against, and what decided: worked by hand on a handful of candidates."""

from __future__ import annotations

from dataclasses import replace

import pytest

from wardwise.domain.nothing import NotKnown
from wardwise.domain.settings import PriorityOverride
from wardwise.domain.verdict import Verdict
from wardwise.measures.compare.rank import Rank
from wardwise.threats import ONS_SEVERITY, CandidateEvidence, Reading, case
from wardwise.threats.case import speaks_for
from wardwise.threats.facts import peers_told
from wardwise.threats.field import Field, Scored
from wardwise.threats.propose import Proposal
from wardwise.threats.scoring import RiskScore
from wardwise.threats.stability import TopShare
from wardwise.threats.test_assess import (
    CANDIDATES,
    FALLING,
    HIGHEST,
    LOWEST,
    MIDDLE,
    RISING,
    Change,
    assess,
    counted,
)
from wardwise.threats.why import last_by_score


def on_the_line(name: str, severity: float, lower: float, upper: float) -> CandidateEvidence:
    """Counted, with a severity whose range may reach across a line."""
    return replace(
        counted(name, 900, severity),
        severity={ONS_SEVERITY: Reading(severity, lower, upper)},
    )


def test_whatever_is_proposed_has_something_for_and_something_against_it() -> None:
    for one in assess().proposed:
        assert one.case.lifting
        assert one.case.lowering
        assert "Against it: " in str(one.reason)
    for one in assess().candidates:
        if one.name not in {each.name for each in assess().proposed}:
            assert one.case.lifting == one.case.lowering == ()


def test_a_fall_leads_what_speaks_against_and_a_rise_what_speaks_for() -> None:
    fell = assess([counted("Residential burglary", 900, 520.0, change=FALLING, peers=LOWEST)], k=1)
    first = fell.proposed[0].case.lowering[0]
    assert (first.about, str(first.clause)) == ("trend", "it fell by 15.0% over the year")
    rose = assess([counted("Robbery", 900, 520.0, change=RISING), *CANDIDATES[4:7]], k=1)
    assert rose.proposed[0].case.lifting[0].about == "trend"


def test_a_change_of_the_published_year_says_so_where_records_tell_of_a_later_one() -> None:
    risen = Reading(12.0, 4.0, 20.0)
    later = replace(
        counted("Robbery", 900, 520.0),
        later=risen,
        later_verdict=Verdict.ROSE,
        later_year="2025",
    )
    words = str(assess([later, *CANDIDATES[4:7]], k=1).proposed[0].reason)
    assert "In police records of 2025 it rose by 12.0%." in words
    assert "no clear change over the published year" in words


def test_the_others_are_set_beside_the_last_in_order_where_two_have_one_risk() -> None:
    # both have a risk of 6: the order between them is the proposal's own, by the draws
    risk = RiskScore(6.0, 3.0, 2.0)
    alike = tuple(
        Scored(counted(name, 900, 520.0), {}, risk, rank, TopShare(share, 1, 2, 5.0, 7.0, 10))
        for rank, (name, share) in enumerate((("Robbery", 20.0), ("Burglary", 60.0)), 1)
    )
    field = Field(scored=alike, weights={}, scheme=ONS_SEVERITY, k=2)
    proposal = Proposal(("Burglary", "Robbery"), {}, {})
    assert last_by_score(field, proposal) is alike[0]


def test_a_place_in_the_middle_and_no_clear_change_are_no_reason_for() -> None:
    # others fell and stand low: against them the middle would score higher, and says nothing
    others = [
        counted(name, 900, 60.0, change=FALLING, peers=LOWEST)
        for name in ("Other theft", "Bicycle theft", "Theft from the person")
    ]
    made = assess([counted("Robbery", 900, 800.0), *others], k=1).proposed[0]
    assert not {"trend", "peers"} & {fact.about for fact in made.case.lifting}
    assert "level" in {fact.about for fact in made.case.lowering}


@pytest.mark.parametrize(("rank", "told"), [(HIGHEST, 1), (MIDDLE, 0), (LOWEST, -1)])
def test_a_place_is_told_only_where_all_it_may_be_lie_on_one_side(rank: Rank, told: int) -> None:
    # of 16 the middle is 8.5: 1 to 3 above, 4 to 12 across, 14 to 16 below
    assert peers_told(rank) == told


def test_a_place_in_the_lower_half_is_not_said_to_be_the_highest_that_it_may_hold() -> None:
    # 14th, and 13th for all we know: it may stand higher than 14th
    def told(rank: Rank) -> str:
        made = assess([counted("Robbery", 900, 800.0, peers=rank), *CANDIDATES[4:7]], k=1)
        return {one.about: str(one.clause) for one in made.proposed[0].case.lowering}["peers"]

    only = "among similar partnerships it ranks only 14th of 16, "
    assert told(Rank(14, 13, 14, 16, 12, 2, 0, 3.0, 0.95)) == only + "13th or 14th"
    assert told(Rank(14, 12, 14, 16, 11, 2, 0, 3.0, 0.95)) == only + "anywhere from 12th to 14th"


def test_a_score_that_hangs_on_a_line_says_which_and_what_it_would_lose() -> None:
    # very grave from 500: 514 (476 to 553) scores 4, and 3 at its lower end.
    # judged 0, 3, 3, 3, 1: harm (4·4 + 10) / 9 = 2.889, one lower (4·3 + 10) / 9 = 2.444;
    # likelihood: frequency 3·2, volume 3·3, trend 2·2, forecast 2·1, peers 2·2 = 25 / 10 = 2.5;
    # 2.889 × 2.5 = 7.22, one lower 6.11; the rival, grave at 400 and as often, 22/9 × 2.5 = 6.11
    burglary = on_the_line("Residential burglary", 514, 476, 553)
    beaten = assess([burglary, on_the_line("Burglary", 400, 400, 400)], k=1)
    risk = beaten.proposed[0].risk
    assert isinstance(risk, RiskScore)
    assert risk.value == pytest.approx(26 / 9 * 2.5)
    # at the same risk the place is not lost
    assert "line" not in {fact.about for fact in beaten.proposed[0].case.lowering}
    above = replace(on_the_line("Burglary", 400, 400, 400), peers=HIGHEST)
    lost = assess([burglary, above], k=1).proposed[0]
    told = {fact.about: str(fact.clause) for fact in lost.case.lowering}
    assert told["line"] == (
        "its place hangs on a line: from 500 severity points each it counts as very grave, and it "
        "weighs 514.0 (476.0 to 553.0); a step lower it would lose its place"
    )
    clear = on_the_line("Residential burglary", 560, 505, 620)
    kept = assess([clear, above], k=1).proposed[0]
    assert "line" not in {fact.about for fact in kept.case.lowering}


def test_what_decided_is_the_factor_that_cost_most_against_the_last_proposed() -> None:
    # robbery 300 a year is weekly (2), burglary 900 daily (3): frequency costs 2/10 of a step;
    # volume 1.2 and 3.6 for every 1,000: moderate (2) and high (3) costs 3/10, and decides
    last = counted("Residential burglary", 900, 520.0)
    made = assess([last, counted("Robbery", 300, 520.0)], k=1)
    reason = str(made.candidate("Robbery").reason)
    # the scores that are judged: 2, 3, 2, 3, 1 against 0, 3, 3, 3, 1
    words = "Volume: moderate, against high; its harm is the greater."
    assert reason == f"It is next in line. {words}"


def test_a_factor_that_the_last_proposed_has_no_score_for_is_set_against_its_mean() -> None:
    nuisance = replace(
        counted("Anti-social behaviour", 4000, 1.0, change=RISING, peers=HIGHEST), severity={}
    )
    made = assess([nuisance, counted("Shoplifting", 4000, 11.9, change=RISING, peers=HIGHEST)], k=1)
    # judged 0, 2, 1, 4, 3: harm 10 / 5 = 2.0; light is 1
    assert str(made.candidate("Shoplifting").reason).startswith(
        "It is next in line. Severity: light; for anti-social behaviour it is not known "
        "(its harm: 2.0 of 4)."
    )


def test_equal_risks_stand_by_the_draws_and_not_by_the_alphabet() -> None:
    # the same scores, and so the same risk; the second is known less well, so fewer draws
    first = counted("Alpha", 900, 300.0)
    wide = Change(1.0, -40.0, 60.0, Verdict.NO_CLEAR_CHANGE)
    second = counted("Beta", 900, 300.0, change=wide)
    judged = {name: Reading(2.0, 1.0, 3.0, method="alike") for name in first.judged}
    made = assess([replace(one, judged=judged) for one in (first, second)], k=1)
    alpha, beta = made.candidate("Alpha"), made.candidate("Beta")
    assert alpha.rank == beta.rank == 1
    best = max((alpha, beta), key=lambda one: one.share.top_percent)
    assert made.proposed[0].name == best.name
    assert alpha.share.top_percent != beta.share.top_percent


def test_a_decision_and_an_uncounted_theme_have_their_own_case() -> None:
    board = PriorityOverride(candidate="Modern slavery", propose=True, reason="The board said so.")
    theme = assess(k=1, overrides=[board]).proposed[0]
    assert isinstance(theme.risk, NotKnown)
    assert str(theme.case.lifting[0].clause) == "people decided so: The board said so"
    assert "nobody has counted it here" in str(theme.case.lowering[0].clause)


def test_a_fall_in_later_records_leads_what_speaks_against() -> None:
    fell = replace(
        counted("Vehicle offences", 1900, 62.0),
        later=Reading(-19.5, -28.2, -9.3),
        later_verdict=Verdict.FELL,
        later_year="2025",
    )
    made, plain = assess([fell], k=1), assess([counted("Vehicle offences", 1900, 62.0)], k=1)
    assert str(made.proposed[0].case.lowering[0].clause) == (
        "in police records of 2025 it fell by 19.5%"
    )
    # shown and never scored
    assert made.proposed[0].risk == plain.proposed[0].risk


def test_two_in_one_place_are_said_to_share_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two lines of a table that both say 4th would look like a slip."""
    monkeypatch.setattr(case, "facts", lambda *_: ())  # none lifts it by itself
    scored = tuple(
        Scored(
            counted(name, 900, 520.0), {}, RiskScore(risk, 3.0, risk / 3), rank,
            TopShare(50.0, 1, 3, 5.0, 7.0, 10),
        )
        for name, risk, rank in (("Robbery", 6.0, 1), ("Burglary", 6.0, 1), ("Arson", 3.0, 3))
    )  # fmt: skip
    field = Field(scored=scored, weights={}, scheme=ONS_SEVERITY, k=3)
    said = [str(speaks_for(one, field, Proposal((), {}, {}))[0].clause) for one in scored]
    assert said[0].endswith("together put it 1st, level with another")
    assert said[1].endswith("together put it 1st, level with another")
    assert said[2].endswith("together put it 3rd")
