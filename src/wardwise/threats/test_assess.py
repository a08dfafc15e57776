"""The whole assessment on a handful of candidates, worked by hand."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pytest

from wardwise.domain.errors import SettingsError
from wardwise.domain.nothing import NotKnown
from wardwise.domain.settings import PriorityOverride
from wardwise.domain.verdict import Verdict
from wardwise.measures.compare.rank import Rank
from wardwise.threats import (
    JUDGED_HARM,
    MEASURES,
    ONS_SEVERITY,
    TYPICAL_SEVERITY,
    CandidateEvidence,
    CandidateKind,
    Choices,
    Reading,
    ThreatAssessment,
    Tier,
    assess_threats,
    confidence_grade,
    judged_harm,
)


@dataclass(frozen=True)
class Change:
    """A change in percent with its limits and the word for it."""

    value: float
    lower: float
    upper: float
    verdict: Verdict


RISING = Change(22.0, 14.0, 30.0, Verdict.ROSE)
LEVEL = Change(1.0, -6.0, 8.0, Verdict.NO_CLEAR_CHANGE)
FALLING = Change(-15.0, -22.0, -7.0, Verdict.FELL)
MIDDLE = Rank(8, 4, 12, 16, 3, 4, 0, 5.0, 0.95)
HIGHEST = Rank(1, 1, 3, 16, 0, 13, 0, 5.0, 0.95)
LOWEST = Rank(16, 14, 16, 16, 13, 0, 0, 5.0, 0.95)


def counted(
    name: str,
    volume: float,
    severity: float,
    *,
    change: Change = LEVEL,
    peers: Rank = MIDDLE,
) -> CandidateEvidence:
    """A counted offence in a partnership of 250,000 people."""
    return CandidateEvidence(
        name=name,
        kind=CandidateKind.OFFENCE,
        confidence=confidence_grade(events=volume),
        volume=Reading(volume, 0.97 * volume, 1.03 * volume),
        rate=Reading(volume / 250, 0.97 * volume / 250, 1.03 * volume / 250),
        change=Reading(change.value, change.lower, change.upper),
        verdict=change.verdict,
        forecast=Reading(0.0, -4.0, 4.0),
        severity={
            ONS_SEVERITY: Reading(severity, 0.98 * severity, 1.02 * severity),
            TYPICAL_SEVERITY: Reading(severity / 8, severity / 8, severity / 8),
        },
        peers=peers,
        judged=judged_harm(name),
    )


SLAVERY = CandidateEvidence(
    name="Modern slavery",
    kind=CandidateKind.THEME,
    confidence=confidence_grade(events=NotKnown("open data do not count it")),
    volume=NotKnown("open data do not count it"),
    judged=judged_harm("Modern slavery"),
    data_needed="referrals to the National Referral Mechanism",
    held_by="the Home Office",
)
CANDIDATES = (
    counted("Violence with injury", 2400, 300.0, change=RISING, peers=HIGHEST),
    counted("Residential burglary", 900, 520.0, change=FALLING),
    counted("Shoplifting", 2800, 11.9, change=RISING),
    counted("Robbery", 300, 800.0, peers=LOWEST),
    counted("Vehicle offences", 1900, 62.0),
    counted("Bicycle theft", 150, 15.2, change=FALLING, peers=LOWEST),
    counted("Theft from the person", 200, 80.0),
    SLAVERY,
)


def assess(
    candidates: Sequence[CandidateEvidence] = CANDIDATES,
    *,
    k: int = 3,
    overrides: Sequence[PriorityOverride] = (),
    weights: Mapping[str, float] | None = None,
) -> ThreatAssessment:
    return assess_threats(
        candidates=candidates,
        choices=Choices(k=k, seed=20241101, weights=weights or {}, overrides=overrides, draws=2000),
    )


def test_a_risk_worked_by_hand() -> None:
    # Bicycle theft. Harm: severity 15.2 → 1 (weight 4); physical 0, psychological 1,
    # financial 2, community 1, environment 0 (weight 1 each); concern not known:
    # (4×1 + 0 + 1 + 2 + 1 + 0) / 9 = 8/9. Likelihood: 150 a year → 2 (weight 2); 0.6 per
    # 1,000 → 1 (3); fell → 1 (2); forecast level → 2 (1); 16th of 16 → 1 (2):
    # (4 + 3 + 2 + 2 + 2) / 10 = 1.3
    risk = assess().candidate("Bicycle theft").risk
    assert not isinstance(risk, NotKnown)
    assert (risk.harm, risk.likelihood) == pytest.approx((8 / 9, 1.3))
    assert risk.value == pytest.approx(8 / 9 * 1.3)


def test_the_order_is_that_of_risk_and_the_unknown_stand_last() -> None:
    made = assess()
    ranks = [one.rank for one in made.candidates if isinstance(one.rank, int)]
    assert ranks == sorted(ranks)
    assert made.candidates[0].name == "Violence with injury"
    assert made.candidates[-1].name == "Modern slavery"
    assert [one.name for one in made.proposed] == [one.name for one in made.candidates[:3]]


def test_a_candidate_without_a_count_is_not_known_and_never_nought() -> None:
    slavery = assess().candidate("Modern slavery")
    assert slavery.tier is Tier.NOT_KNOWN
    assert slavery.risk == NotKnown("there is no count of it")
    assert isinstance(slavery.rank, NotKnown)
    assert isinstance(slavery.cell, NotKnown)
    assert slavery.share.risk_upper > 8  # its likelihood could be anything
    assert str(slavery.reason).startswith(
        "Not scored: open data do not count it. Needed: referrals to the National Referral"
        " Mechanism. Held by: the Home Office. By judgement it does grave harm to the mind (people"
        " held and used)."
    )


def test_a_count_that_nothing_with_a_weight_rests_on_is_not_known_either() -> None:
    bare = CandidateEvidence(
        name="Bare",
        kind=CandidateKind.OFFENCE,
        confidence=confidence_grade(events=500),
        volume=Reading(500, 450, 550),
    )
    made = assess((*CANDIDATES, bare))
    assert made.candidate("Bare").tier is Tier.NOT_KNOWN
    assert "nothing that has a weight is known" in str(made.candidate("Bare").risk)
    assert made.candidate("Bare").share.rank_upper == 0


def test_what_is_not_counted_may_still_have_a_severity() -> None:
    weighed = replace(SLAVERY, severity={ONS_SEVERITY: Reading(1069.0, 1000.0, 1100.0)})
    made = assess((*CANDIDATES[:-1], weighed)).candidate("Modern slavery")
    assert made.scores["severity"].score == 4
    assert made.tier is Tier.NOT_KNOWN


def test_nothing_recorded_is_a_risk_of_nought_and_is_said() -> None:
    nil = counted("Homicide", 0, 7973.4)
    made = assess((*CANDIDATES, nil)).candidate("Homicide")
    assert not isinstance(made.risk, NotKnown)
    assert (made.risk.value, made.share.risk_upper, made.tier) == (0, 0, Tier.ORDINARY)
    assert str(made.reason) == "None was recorded in the year."


def test_nothing_of_no_risk_is_proposed_to_fill_a_place() -> None:
    nil = counted("Homicide", 0, 7973.4)
    assert assess((nil, SLAVERY), k=2).proposed == ()


def test_a_part_and_its_whole_are_not_proposed_together() -> None:
    whole = counted("Violence against the person", 6000, 260.0, change=RISING, peers=HIGHEST)
    part = replace(CANDIDATES[0], within=("Violence against the person",))
    made = assess((whole, part, *CANDIDATES[1:]))
    names = [one.name for one in made.proposed]
    assert len(names) == 3
    assert len({"Violence against the person", "Violence with injury"} & set(names)) == 1
    passed = {"Violence against the person", "Violence with injury"} - set(names)
    assert "which is" in str(made.candidate(passed.pop()).reason)


def test_people_may_decide_otherwise_and_the_reason_is_printed() -> None:
    made = assess(
        overrides=(
            PriorityOverride(
                candidate="Modern slavery", propose=True, reason="The board asked for it."
            ),
            PriorityOverride(
                candidate="Violence with injury", propose=False, reason="Led by the region"
            ),
        )
    )
    assert made.proposed[0].name == "Modern slavery"
    assert len(made.proposed) == 3
    assert str(made.proposed[0].reason).startswith("Proposed by decision: The board asked for it.")
    violence = made.candidate("Violence with injury")
    assert violence.tier is Tier.WATCH
    assert violence.decision is not None
    assert str(violence.reason).startswith("Not proposed by decision: Led by the region.")
    assert "By its score it stands 1st." in str(violence.reason)


def test_more_decisions_than_places_make_more_priorities() -> None:
    wanted = ("Bicycle theft", "Theft from the person")
    made = assess(
        k=1,
        overrides=[
            PriorityOverride(candidate=name, propose=True, reason="Asked for") for name in wanted
        ],
    )
    assert tuple(one.name for one in made.proposed) == wanted


@pytest.mark.parametrize(
    ("names", "says"),
    [
        (("Robery",), r"overrides\[1\].candidate: found 'Robery'.*Did you mean 'Robbery'"),
        (("Piracy",), "expected one of the 8 candidates. Correct"),
        (("Robbery", "Robbery"), r"overrides\[2\].candidate: 'Robbery' is decided twice"),
    ],
)
def test_a_decision_about_nobody_is_a_settings_error(names: tuple[str, ...], says: str) -> None:
    decided = [PriorityOverride(candidate=name, propose=True, reason="r") for name in names]
    with pytest.raises(SettingsError, match=says):
        assess(overrides=decided)


@pytest.mark.parametrize("candidates", [(SLAVERY, SLAVERY), ()])
def test_no_candidate_or_two_of_one_name_are_refused(
    candidates: tuple[CandidateEvidence, ...],
) -> None:
    with pytest.raises(ValueError, match="a name of its own"):
        assess(candidates)


def test_what_rose_beyond_chance_is_watched() -> None:
    shoplifting = assess().candidate("Shoplifting")
    assert shoplifting.tier is Tier.WATCH
    assert "It is watched because it rose beyond chance." in str(shoplifting.reason)
    assert assess().candidate("Bicycle theft").tier is Tier.ORDINARY


def test_the_other_harm_indices_say_who_changes_places() -> None:
    made = assess()
    ranks = made.candidate("Residential burglary").rank_by_scheme
    assert set(ranks) == {ONS_SEVERITY, TYPICAL_SEVERITY, JUDGED_HARM}
    for change in made.changes:
        one = made.candidate(change.candidate)
        assert change.rank == one.rank
        assert change.rank_by_scheme == one.rank_by_scheme[change.scheme]
        assert change.rank != change.rank_by_scheme
        assert change.leaves <= (one.tier is Tier.PRIORITY)
    assert {change.candidate for change in made.changes if change.enters or change.leaves}


def test_an_index_that_agrees_changes_nobody() -> None:
    same = [
        replace(one, severity={**one.severity, TYPICAL_SEVERITY: one.severity[ONS_SEVERITY]})
        for one in CANDIDATES[:-1]
    ]
    assert not [c for c in assess(same).changes if c.scheme == TYPICAL_SEVERITY]


def test_the_inputs_are_plain_and_make_the_same_figures_again() -> None:
    made = assess()
    ranges = json.loads(json.dumps(made.ranges))
    for position, name in enumerate(made.names):
        again = MEASURES["top_share"](
            ranges=ranges, ours=position, k=made.k, seed=made.seed, draws=made.draws
        )
        assert again == made.candidate(name).share


def test_every_figure_of_a_candidate_lies_in_its_own_range() -> None:
    for one in assess().candidates:
        if isinstance(one.rank, int) and not isinstance(one.risk, NotKnown):
            assert one.share.risk_lower <= one.risk.value <= one.share.risk_upper
            assert one.share.rank_lower <= one.rank <= one.share.rank_upper
