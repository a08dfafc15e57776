"""Rounds, their long lists, criteria and panels."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils import timezone

from wardwise_web.assessments.models import Cycle
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.people.models import Holding, Partnership
from wardwise_web.people.selectors import holdings_at
from wardwise_web.priorities.models import (
    Criterion,
    Round,
    RoundStatus,
    Scorer,
    Threat,
)
from wardwise_web.priorities.states import Side, Source


YEAR_BEFORE = ("before__placements", "before__outcomes")


def rounds_of(partnership: Partnership) -> QuerySet[Round]:
    """The partnership's rounds, the latest year first."""
    return Round.objects.filter(partnership=partnership).select_related(
        "cycle", "build", "criteria", "partnership"
    )


def cycle_to_score(partnership: Partnership) -> Cycle | None:
    """The latest cycle that has no round yet."""
    latest = Cycle.objects.filter(partnership=partnership).first()
    if latest is None or Round.objects.filter(cycle=latest).exists():
        return None
    return latest


def statuses_of(scoring: Round) -> QuerySet[RoundStatus]:
    """What happened to a round, the oldest first."""
    return scoring.statuses.select_related("by")


def holdings_now_of(partnership: Partnership) -> QuerySet[Holding]:
    """Who holds what for which agency now, by name."""
    held = holdings_at(timezone.now()).filter(partnership=partnership)
    return held.select_related("person", "agency").order_by("agency__name", "person__name")


def threats_of_round(scoring: Round) -> QuerySet[Threat]:
    """Its whole long list, left out or not."""
    return scoring.threats.select_related("round", "before", "before__round__cycle")


def long_list_of(scoring: Round) -> QuerySet[Threat]:
    """The same with what was decided of each a year before, for a page that tells it."""
    return threats_of_round(scoring).prefetch_related(*YEAR_BEFORE)


def scored_threats(scoring: Round) -> QuerySet[Threat]:
    """What the panel scores."""
    return threats_of_round(scoring).filter(left_out_because="")


def criteria_of(scoring: Round) -> QuerySet[Criterion]:
    """Every factor of the round's set."""
    return Criterion.objects.filter(criteria_id=scoring.criteria_id)


def panel_criteria(scoring: Round) -> QuerySet[Criterion]:
    """What the panel marks, capacity among it."""
    return criteria_of(scoring).filter(source=Source.PANEL)


def scorers_of(scoring: Round) -> QuerySet[Scorer]:
    """The panel as it is."""
    return scoring.scorers.filter(left_because="").select_related("agency", "person", "round")


def places_in(partnership: Partnership) -> QuerySet[Scorer]:
    """Every place on every panel, with its round and no more: it is asked for at every mark."""
    held = Scorer.objects.filter(left_because="", round__partnership=partnership)
    return held.select_related("round").order_by()


def scorer_in(scoring: Round, actor: Actor) -> Scorer | None:
    """This person's place on the panel, if they have one."""
    if actor.person_id is None:
        return None
    return scorers_of(scoring).filter(person_id=actor.person_id).first()


def capacity_criteria(scoring: Round) -> QuerySet[Criterion]:
    """What stands beside risk."""
    return criteria_of(scoring).filter(side=Side.CAPACITY)
