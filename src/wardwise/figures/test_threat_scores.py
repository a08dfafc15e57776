"""A score's range holds the score."""

from __future__ import annotations

from dataclasses import replace

from wardwise.domain.nothing import NotKnown
from wardwise.figures.desk import Desk
from wardwise.figures.threat_scores import risk_figure
from wardwise.figures.threats import threats_found


def test_a_score_that_the_middle_of_the_draws_leaves_out_is_in_its_range(force_desk: Desk) -> None:
    found = threats_found(force_desk)
    one = next(one for one in found.assessment.candidates if not isinstance(one.risk, NotKnown))
    assert not isinstance(one.risk, NotKnown)
    score = one.risk.value
    for lower, upper, expected in (
        (score - 3, score - 1, (score - 3, score)),  # every factor stands at the top of the scale
        (score + 1, score + 3, (score, score + 3)),
        (score - 1, score + 1, (score - 1, score + 1)),
    ):
        drawn = replace(one, share=replace(one.share, risk_lower=lower, risk_upper=upper))
        interval = risk_figure(force_desk, found, drawn).interval
        assert interval is not None
        assert (interval.lower, interval.upper) == expected
