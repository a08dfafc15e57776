"""What nobody sees before the reveal, on any page, list or count."""

from __future__ import annotations

import pytest

from wardwise_web.priorities.tests.conftest import by_position, score_all
from wardwise_web.priorities.tests.test_pages import SECRET, at, own


@pytest.mark.parametrize(
    "who",
    ["analyst", "manager", "fire", "board", "assurer", "scrutiny", "auditor", "administrator"],
)
def test_before_the_reveal_nobody_meets_anothers_mark_anywhere(seats, blind, sign_in, who):
    score_all(seats, blind, "police", by_position)
    client, threat = sign_in(who), blind.threats.first()
    pages = [
        at("partnership_home"),
        at("scoring"),
        at("scoring_round", blind.pk),
        at("scoring_live", blind.pk),
        at("scoring_live_part", blind.pk),
        at("scoring_results", blind.pk),
        at("scoring_results", blind.pk) + "?form=csv",
        at("scoring_sensitivity", blind.pk),
        at("threat_result", blind.pk, threat.pk),
        at("export_marks", blind.pk) + "?form=csv",
        at("scoring_threats", blind.pk) + "?form=csv",
        own(blind, seats, "police"),
        own(blind, seats, "police", threat),
        at("priorities_of_round", blind.pk),
        at("audit"),
        at("audit") + "?form=csv",
        at("own_acts"),
    ]
    for page in pages:
        answer = client.get(page, follow=True)
        told = answer.content.decode("utf-8", "replace")
        assert SECRET not in told, page
        assert "Krippendorff" not in told, page


def test_while_blind_the_screen_tells_how_many_have_finished_and_no_more(seats, blind, sign_in):
    score_all(seats, blind, "police", by_position)
    told = sign_in("manager").get(at("scoring_live_part", blind.pk)).content.decode()
    assert "1 of 3 scorers have finished" in told
    assert "&lt;td" not in told
    assert "Robbery" not in told
