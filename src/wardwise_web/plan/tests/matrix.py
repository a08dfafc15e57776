"""Objects of this room on which its addresses are tried, role by role."""

from __future__ import annotations

from tests.web.routes import Sample
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.plan.states import ActionState


LISTS = ("plan", "plan_on_a_page", "plan_orphans", "plan_funding", "goals")
WRITTEN = ("action_change", "action_update", "milestone_add", "plan_evidence_add",
           "plan_evidence_none")  # fmt: skip


def samples(play):
    """Actions in hand, waiting to be closed and closed; a recommendation of each kind."""
    partnership = play.partnership
    cycle = partnership.cycles.first()
    year = {"partnership_id": partnership.pk, "cycle_id": cycle.pk}
    new = Thing(Kind.ACTION, **year)
    actions = [
        cycle.actions.filter(state=state).first()
        for state in (ActionState.IN_HAND, ActionState.CLOSING, ActionState.CLOSED)
    ]
    in_hand, _, closed = actions
    each = [Sample(one.as_thing(), {"pk": one.pk}) for one in actions]
    recommendations = [cycle.recommendations.get(number=n) for n in (1, 6)]
    of_each = [Sample(one.as_thing(), {"pk": one.pk}) for one in recommendations]
    proposed = recommendations[1]
    register = Thing(Kind.RECOMMENDATION, **year, state=cycle.state)
    service = partnership.services.first()
    new_service = Sample(Thing(Kind.SERVICE, partnership.pk))
    step, shown = in_hand.milestones.first(), closed.evidence.first()
    return {
        **{name: [Sample(new)] for name in LISTS},
        "action_add": [Sample(new)],
        "action": each,
        **dict.fromkeys(WRITTEN, each),
        "action_new_date": each,
        "action_move": [
            Sample(in_hand.as_thing(), {"pk": in_hand.pk, "to": "deferred"}, Verb.APPROVE),
        ],
        "milestone_finish": [
            Sample(in_hand.as_thing(), {"pk": in_hand.pk, "step": step.pk}),
        ],
        "plan_evidence": [
            # a link is no file: the row is there, and nothing is handed out
            Sample(Thing(Kind.AUDIT, None, "nothing"), {"pk": closed.pk, "shown": shown.pk}),
        ],
        "recommendations": [Sample(register)],
        "recommendation_add": [Sample(register)],
        "recommendation_take": [Sample(register)],
        "recommendation": of_each,
        "recommendation_change": of_each,
        "recommendation_decide": [
            Sample(proposed.as_thing(), {"pk": proposed.pk, "to": "accepted"}),
        ],
        "services": [new_service],
        "factors": [new_service],
        "service_add": [new_service],
        "services_file": [new_service],
        "service_change": [Sample(service.as_thing(), {"pk": service.pk})],
        "factor_measure": [Sample(Thing(Kind.INDICATOR, partnership.pk), {"factor": "poverty"})],
        "goal_set": [Sample(cycle.as_thing(), {"scale": 1})],
    }
