"""Objects of this room on which its addresses are tried, role by role."""

from __future__ import annotations

from datetime import date

from tests.web.routes import Sample
from wardwise_web.assessments.services import begin_cycle, use_build
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.priorities.selectors import panel_criteria, rounds_of, scorers_of
from wardwise_web.priorities.services.moves import move_round
from wardwise_web.priorities.services.rounds import begin_round, name_scorer
from wardwise_web.priorities.states import RoundState
from wardwise_web.priorities.views.loading import marks_of_round, state_of_marks
from wardwise_web.priorities.views.priorities import adopted_of
from wardwise_web.priorities.views.rounds import list_of


ON_ROUND = (
    "scoring_round",
    "scoring_terms",
    "scoring_criteria",
    "change_criteria",
    "scoring_threats",
    "add_threat",
    "scoring_panel",
    "name_scorer",
    "scoring_live",
    "scoring_live_part",
    "scoring_results",
    "scoring_sensitivity",
    "agree_rest",
    "record_meeting",
    "record_dissent",
)
ON_THREAT = ("leave_out_threat", "add_pull", "set_concern", "vote_again", "end_vote")
ON_PRIORITIES = ("priorities_of_round", "fill_priorities", "adopt_priorities")


def samples(play):
    """Rounds that are blind, agreed and closed; a scorer's own place in each."""
    rounds = [*rounds_of(play.partnership), _blind(play)]
    new = Thing(Kind.SCORING, play.partnership.pk)
    adopted = adopted_of(play.partnership)
    found = {
        "scoring": [Sample(list_of(play.partnership))],
        "begin_scoring": [Sample(new)],
        "priorities": [Sample(adopted)],
        "register": [Sample(adopted)],
    }
    for scoring in rounds:
        here = {"round_id": scoring.pk}
        about = here | {"threat_id": scoring.threats.first().pk}
        whole, tiers = scoring.as_thing(), scoring.as_priorities()
        marks = marks_of_round(scoring)
        place = scorers_of(scoring).get(person=play.people["police"])
        own = place.as_thing(state_of_marks(scoring))
        mine = about | {"scorer_id": place.pk}
        rows = {name: Sample(whole, here) for name in ON_ROUND}
        rows |= {name: Sample(whole, about) for name in ON_THREAT}
        rows |= {name: Sample(tiers, here) for name in ON_PRIORITIES}
        rows |= {
            "move_scoring": Sample(whole, here | {"to": "revealed"}),
            "take_off_panel": Sample(whole, here | {"scorer_id": place.pk}),
            "agree_score": Sample(
                whole, about | {"criterion_id": panel_criteria(scoring).first().pk}
            ),
            "threat_result": Sample(marks, about),
            "export_marks": Sample(marks, here, verb=Verb.EXPORT),
            "own_scores": Sample(own, here | {"scorer_id": place.pk}),
            "score_threat": Sample(own, mine),
            "declare_interest": Sample(own, mine),
            "place_threat": Sample(tiers, about),
            "record_outcome": Sample(tiers, about),
        }
        for name, sample in rows.items():
            found.setdefault(name, []).append(sample)
    return found


def _blind(play):
    """A round that is open for scoring: of an earlier year, so that this year stays the last."""
    analyst, manager = play.actor("analyst"), play.actor("manager")
    cycle = begin_cycle(
        partnership=play.partnership,
        name="2024/25",
        starts_on=date(2024, 10, 1),
        ends_on=date(2025, 9, 30),
        by=manager,
    )
    use_build(cycle=cycle, build=rounds_of(play.partnership)[0].build, by=analyst)
    cycle.refresh_from_db()
    scoring = begin_round(cycle=cycle, score_by=date(2024, 11, 29), by=analyst)
    for who in ("police", "fire", "health"):
        agency = play.agencies[who]
        name_scorer(scoring=scoring, person=play.people[who], agency=agency, by=analyst)
    move_round(scoring=scoring, to=RoundState.OPEN, reason="", by=manager)
    return scoring
