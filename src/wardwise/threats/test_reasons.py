"""Reasons follow the evidence: what leads, what is said, what is never said twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from wardwise.domain.nothing import NotKnown
from wardwise.threats import Reading
from wardwise.threats.facts import facts
from wardwise.threats.field import Field, Scored
from wardwise.threats.reason import Mark, share, signed_percent
from wardwise.threats.test_assess import CANDIDATES, LOWEST, RISING, assess, counted


def test_no_two_reasons_read_the_same_with_the_numbers_swapped() -> None:
    shapes = [one.reason.shape for one in assess().candidates]
    assert len(set(shapes)) == len(shapes)


def test_two_candidates_that_differ_in_one_fact_are_told_apart() -> None:
    twin = replace(counted("Other theft", 210, 81.0), peers=LOWEST)
    made = assess((*CANDIDATES, twin))
    one, other = made.candidate("Theft from the person"), made.candidate("Other theft")
    assert one.reason.shape != other.reason.shape


def test_a_growing_problem_leads_with_its_growth_and_numbers_are_marks() -> None:
    violence = assess().candidate("Violence with injury")
    assert str(violence.reason).startswith("It rose by 22.0% over the year.")
    marks = {part.key: part.text for part in violence.reason.parts if isinstance(part, Mark)}
    assert marks["change"] == "22.0%"
    assert marks["volume"] == "2,400"
    assert marks["peers"] == "1st of 16"
    assert marks["top_percent"] == share(violence.share.top_percent)


def test_a_survey_moves_public_concern_and_is_said() -> None:
    worried = [
        replace(one, public_concern=Reading(41.0, 36.0, 46.0))
        if one.name == "Shoplifting"
        else replace(one, public_concern=Reading(3.0, 2.0, 4.0))
        for one in CANDIDATES[:-1]
    ]
    made = assess(worried)
    assert made.candidate("Shoplifting").scores["public_concern"].score == 4
    field = Field(
        tuple(
            Scored(one.evidence, one.scores, one.risk, one.rank, one.share)
            for one in made.candidates
        ),
        made.weights,
        made.scheme,
        made.k,
    )
    said = {
        fact.about: str(fact.clause)
        for fact in facts(next(o for o in field.scored if o.name == "Shoplifting"), field)
    }
    assert said["public_concern"] == "41% of residents name it as a big problem"


def test_an_incident_without_a_severity_says_what_its_harm_rests_on() -> None:
    nuisance = replace(counted("Anti-social behaviour", 4000, 1.0, change=RISING), severity={})
    made = assess((*CANDIDATES, nuisance)).candidate("Anti-social behaviour")
    assert isinstance(made.scores["severity"].score, NotKnown)
    assert "Against it: its harm rests on judgement alone, for want of a severity weight" in str(
        made.reason
    )


def test_a_place_in_the_lower_half_counts_against() -> None:
    rare_here = counted("Robbery", 1500, 800.0, peers=LOWEST)
    made = assess([rare_here if one.name == "Robbery" else one for one in CANDIDATES])
    assert (
        "Against it: most similar partnerships have clearly more of it (16th of 16, anywhere from"
        " 14th to 16th)" in str(made.candidate("Robbery").reason)
    )


def test_one_in_the_middle_of_everything_is_told_by_what_it_is() -> None:
    # every candidate has the same evidence but for its name: nothing pushes either way
    alike = [
        counted(name, 1000, 200.0)
        for name in ("Drug offences", "Public order offences", "Other crime")
    ]
    made = assess(alike, k=1)
    first = str(made.proposed[0].reason)
    assert first.startswith("No one factor lifts it: harm (")
    assert "Each one weighs 200 severity points." in first
    shapes = {one.reason.shape for one in made.candidates}
    assert len(shapes) == 3


def test_what_is_said_against_it_is_not_said_for_it_as_well() -> None:
    # without a severity, a change or a place among others there is little to be said for it
    counted_so = counted("Substance misuse", 1500, 1.0)
    misuse = replace(counted_so, severity={}, peers=NotKnown("nobody else counts it"))
    (made,) = (one for one in assess((*CANDIDATES, misuse)).proposed if one.name == misuse.name)
    assert "Against it: its harm rests on judgement alone" in str(made.reason)
    assert str(made.reason).count("no clear change") == 1


def test_where_it_falls_is_said_beside_the_score_and_moves_nothing() -> None:
    placed = [
        replace(one, concentration=Reading(3.2, 2.8, 3.9)) if one.name != "Shoplifting" else one
        for one in CANDIDATES
    ]
    before, after = assess(), assess(placed)
    assert [one.name for one in after.candidates] == [one.name for one in before.candidates]
    assert "Half of it falls in 3.2% of the neighbourhoods." in str(after.proposed[0].reason)


@pytest.mark.parametrize(
    ("value", "text"), [(99.97, "over 99%"), (100, "100%"), (0.02, "under 1%"), (0, "0%")]
)
def test_a_share_is_never_rounded_to_all_or_to_nothing(value: float, text: str) -> None:
    assert share(value) == text


def test_small_words() -> None:
    assert (signed_percent(3), signed_percent(-3)) == ("+3.0%", "−3.0%")
