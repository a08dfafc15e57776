"""Reading the register."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet

from wardwise.domain.nothing import NotKnown
from wardwise.measures.agreement.brier_score import brier_score
from wardwise_web.assessments.models import Cycle
from wardwise_web.horizon.models import Ending, HorizonItem, View
from wardwise_web.horizon.words import BANDS, Outcome
from wardwise_web.people.models import Partnership


@dataclass(frozen=True)
class Scored:
    """How well a year's items were foreseen."""

    score: float | NotKnown
    counted: int
    partly: int
    still_open: int


def items_of(partnership: Partnership) -> QuerySet[HorizonItem]:
    """Every item, the next review first."""
    return partnership.horizon_items.select_related("owner", "cycle").prefetch_related(
        Prefetch("views", View.objects.order_by("given_at", "id")),
        Prefetch("endings", Ending.objects.order_by("told_at", "id")),
    )


def items_of_cycle(cycle: Cycle) -> QuerySet[HorizonItem]:
    """The register of one year."""
    return items_of(cycle.partnership).filter(cycle=cycle)


def due_for_review(partnership: Partnership, person_id: int, by: date) -> list[HorizonItem]:
    """What a person has to look at again by a day: theirs, and not over."""
    mine = items_of(partnership).filter(owner_id=person_id, review_on__lte=by)
    return [item for item in mine if not is_over(item)]


def is_over(item: HorizonItem) -> bool:
    """Whether what became of it is known."""
    return item.ending is not None and item.ending.outcome != Outcome.OPEN


def score_of(cycle: Cycle) -> Scored:
    """The Brier score of a year's items that came to a yes or a no.

    Each is scored by the middle of the band of the last view that was given before its end was
    told: a view given afterwards foresaw nothing.
    """
    likelihoods, happened, partly, still_open = [], [], 0, 0
    for item in items_of_cycle(cycle):
        ending = item.ending
        if ending is None or ending.outcome == Outcome.OPEN:
            still_open += 1
        elif ending.outcome == Outcome.PARTLY:
            partly += 1
        else:
            before = [one for one in item.views.all() if one.given_at < ending.told_at]
            last = max(before, key=lambda one: (one.given_at, one.pk), default=None)
            if last is not None:
                likelihoods.append(BANDS[last.likelihood].middle)
                happened.append(ending.outcome == Outcome.HAPPENED)
    score = brier_score(likelihoods=likelihoods, happened=happened)
    return Scored(score, len(likelihoods), partly, still_open)
