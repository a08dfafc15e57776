"""Recommendations: written or taken from the build, changed, decided."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Max

from wardwise_web.assessments.models import Cycle
from wardwise_web.core.audit.services import record
from wardwise_web.core.moves import check_move
from wardwise_web.core.once import check_not_twice
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import check_can
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.plan.models import Recommendation, RecommendationMove
from wardwise_web.plan.rules import (
    author_of,
    check_version,
    faults_of_recommendation,
    refuse_faults,
)
from wardwise_web.plan.states import RECOMMENDATION_MOVES, RecommendationState
from wardwise_web.plan.terms import RecommendationTerms


def write_recommendation(*, cycle: Cycle, terms: RecommendationTerms, by: Actor) -> Recommendation:
    """Propose one; it has the next number of its year."""
    check_can(by, Verb.CREATE, Thing(Kind.RECOMMENDATION, cycle.partnership_id, cycle_id=cycle.pk))
    refuse_faults(faults_of_recommendation(terms))
    with transaction.atomic():
        Cycle.objects.select_for_update().get(pk=cycle.pk)  # one number for each
        twins = cycle.recommendations.filter(
            state=RecommendationState.PROPOSED, text=terms.text, about=terms.about, to=terms.to
        )
        check_not_twice(twins, what="This recommendation")
        last = cycle.recommendations.aggregate(last=Max("number"))["last"] or 0
        made = Recommendation.objects.create(
            cycle=cycle, number=last + 1, written_by_id=author_of(by), **_fields(terms)
        )
        RecommendationMove.objects.create(
            recommendation=made,
            state=RecommendationState.PROPOSED,
            by_id=author_of(by),
            note="Proposed by the build." if terms.from_build else "Written.",
        )
        details = {"text": terms.text, "findings": [one["id"] for one in terms.findings]}
        record("recommendation.proposed", by=by, thing=made.as_thing(), details=details)
    return made


def change_recommendation(
    *, recommendation: Recommendation, terms: RecommendationTerms, version: int, by: Actor
) -> None:
    """Other words or other findings; refused to who began from an older version."""
    check_can(by, Verb.WRITE, recommendation.as_thing())
    refuse_faults(faults_of_recommendation(terms))
    with transaction.atomic():
        locked = Recommendation.objects.select_for_update().get(pk=recommendation.pk)
        check_version(held=locked.version, given=version)
        was = {
            name: held
            for name, value in _fields(terms).items()
            if (held := getattr(locked, name)) != value
        }
        for name, value in _fields(terms).items():
            setattr(locked, name, value)
        locked.version += 1
        locked.save()
        details = {"was": was, "now": {name: getattr(locked, name) for name in was}}
        record("recommendation.changed", by=by, thing=locked.as_thing(), details=details)


def decide_recommendation(
    *, recommendation: Recommendation, to: RecommendationState, note: str, by: Actor
) -> None:
    """Accept, change, reject or defer: by whom and why stands in a row of its own."""
    check_can(by, Verb.APPROVE, recommendation.as_thing())
    with transaction.atomic():
        locked = Recommendation.objects.select_for_update().get(pk=recommendation.pk)
        check_move(
            RECOMMENDATION_MOVES,
            now=RecommendationState(locked.state),
            to=to,
            roles=by.roles,
            reason=note,
        )
        locked.state = to
        locked.save(update_fields=["state"])
        RecommendationMove.objects.create(
            recommendation=locked, state=to, by_id=author_of(by), note=note
        )
        details = {"to": to}
        record(
            "recommendation.decided", by=by, thing=locked.as_thing(), details=details, reason=note
        )


def _fields(terms: RecommendationTerms) -> dict[str, object]:
    return {
        "text": terms.text,
        "about": terms.about,
        "to": terms.to,
        "findings": [dict(one) for one in terms.findings],
        "no_finding_because": terms.no_finding_because,
        "no_action_because": terms.no_action_because,
        "from_build": terms.from_build,
    }
