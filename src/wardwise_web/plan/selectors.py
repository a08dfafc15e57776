"""Every reading of the plan, from the partnership down."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.shortcuts import get_object_or_404

from wardwise_web.assessments.models import Cycle
from wardwise_web.core.pages import NoYear
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import can
from wardwise_web.core.permissions.thing import Verb
from wardwise_web.people.models import Partnership
from wardwise_web.people.selectors import people_in
from wardwise_web.plan.choices import FACTORS, Factor, Scale
from wardwise_web.plan.models import (
    Action,
    Evidence,
    Indicator,
    Milestone,
    Recommendation,
    Service,
)
from wardwise_web.plan.states import CARRIED, LIVE, OWNERS, ActionState


def cycle_of(partnership: Partnership, name: str = "") -> Cycle:
    """The year asked for, or the latest; NoYear before the first is begun."""
    cycles = partnership.cycles.all()
    found: Cycle | None = get_object_or_404(cycles, name=name) if name else cycles.first()
    if found is None:
        raise NoYear
    return found


def actions_of(cycle: Cycle, actor: Actor) -> list[Action]:
    """The actions of a year that this person may read, with what a list shows of each."""
    found = cycle.actions.select_related(
        "owner", "owner_agency", "recommendation__cycle", "cycle"
    ).prefetch_related("milestones", "measured_by__indicator", "rebaselines", "moves")
    return [one for one in found if can(actor, Verb.READ, one.as_thing())]


def action_of(partnership: Partnership, pk: int) -> Action:
    """One action of the partnership."""
    found = Action.objects.select_related("cycle", "owner", "owner_agency", "recommendation__cycle")
    return get_object_or_404(found, pk=pk, cycle__partnership=partnership)


def recommendation_for(action: Action, actor: Actor) -> Recommendation | None:
    """What an action rests on, if this person may read it: it may not be circulated yet."""
    found = action.recommendation
    return found if found is not None and can(actor, Verb.READ, found.as_thing()) else None


def milestone_of(action: Action, pk: int) -> Milestone:
    """One milestone of an action."""
    return get_object_or_404(action.milestones, pk=pk)


def evidence_of(action: Action, pk: int) -> Evidence:
    """One piece of evidence of an action."""
    return get_object_or_404(action.evidence, pk=pk)


def recommendations_of(cycle: Cycle, actor: Actor) -> list[Recommendation]:
    """The recommendations of a year that this person may read."""
    found = cycle.recommendations.select_related("cycle").prefetch_related("actions", "moves__by")
    return [one for one in found if can(actor, Verb.READ, one.as_thing())]


def recommendation_of(partnership: Partnership, pk: int) -> Recommendation:
    """One recommendation of the partnership."""
    found = Recommendation.objects.select_related("cycle", "written_by")
    return get_object_or_404(found, pk=pk, cycle__partnership=partnership)


def indicators_of(partnership: Partnership, actor: Actor) -> list[Indicator]:
    """The indicators that this person may read, by theme and code."""
    found = partnership.indicators.select_related("owner", "owner_agency")
    return [one for one in found if can(actor, Verb.READ, one.as_thing())]


def indicator_of(partnership: Partnership, code: str) -> Indicator:
    """One indicator by its code."""
    return get_object_or_404(
        partnership.indicators.select_related("owner", "owner_agency"), code=code
    )


def services_of(partnership: Partnership, actor: Actor) -> list[Service]:
    """The services that this person may read."""
    found = partnership.services.select_related("agency")
    return [one for one in found if can(actor, Verb.READ, one.as_thing())]


def service_of(partnership: Partnership, pk: int) -> Service:
    """One service of the partnership."""
    return get_object_or_404(partnership.services, pk=pk)


@dataclass(frozen=True)
class Orphans:
    """Broken chains, each with the reason where one was given."""

    recommendations: tuple[Recommendation, ...]
    actions: tuple[Action, ...]
    indicators: tuple[Indicator, ...]
    findings: tuple[tuple[str, str], ...]  # id and claim
    ownerless: tuple[Action, ...] = ()  # whose owner may no longer write to any action


def orphans_of(cycle: Cycle, actor: Actor, *, findings: Iterable[tuple[str, str]] = ()) -> Orphans:
    """Recommendations without an action, actions without an indicator, and the other way round.

    ``findings`` are the key findings of the build, as id and claim.
    """
    recommendations = recommendations_of(cycle, actor)
    actions = actions_of(cycle, actor)
    measured = {
        link.indicator_id for one in actions if one.state in LIVE for link in one.measured_by.all()
    }
    rested_on = {found["id"] for one in recommendations for found in one.findings}
    return Orphans(
        recommendations=tuple(
            one for one in recommendations if one.state in CARRIED and not _acted_on(one)
        ),
        actions=tuple(one for one in actions if one.state in LIVE and not one.measured_by.all()),
        indicators=tuple(
            one for one in indicators_of(cycle.partnership, actor) if one.pk not in measured
        ),
        findings=tuple(pair for pair in findings if pair[0] not in rested_on),
        ownerless=tuple(ownerless(cycle.partnership, actions)),
    )


def ownerless(partnership: Partnership, actions: Iterable[Action]) -> list[Action]:
    """Actions in hand whose owner holds no role any more in which to work on them."""
    working = set(people_in(partnership, OWNERS).values_list("pk", flat=True))
    return [one for one in actions if one.state in LIVE and one.owner_id not in working]


def _acted_on(recommendation: Recommendation) -> bool:
    """Whether an action carries it that was not stopped."""
    return any(one.state != ActionState.STOPPED for one in recommendation.actions.all())


@dataclass(frozen=True)
class FundingEnd:
    """Money that runs out: what it pays for, whose, how much, when."""

    on: date
    what: str
    agency: str
    funding: str
    cost: Decimal | None
    action: Action | None = None
    service: Service | None = None


def funding_ends_of(cycle: Cycle, actor: Actor) -> list[FundingEnd]:
    """Every end of funding of live actions and open services, the earliest first."""
    of_actions = [
        FundingEnd(
            one.funding_ends_on, str(one), one.owner_agency.name, one.funding, one.cost, action=one
        )
        for one in actions_of(cycle, actor)
        if one.funding_ends_on and one.state in LIVE
    ]
    of_services = [
        FundingEnd(
            one.funding_ends_on, one.name, one.agency.name, one.funding, one.cost, service=one
        )
        for one in services_of(cycle.partnership, actor)
        if one.funding_ends_on and one.is_open
    ]
    return sorted([*of_actions, *of_services], key=lambda end: (end.on, end.what))


@dataclass(frozen=True)
class GapRow:
    """A factor and how many open services act on it, scale by scale."""

    factor: Factor
    services: tuple[int, ...]  # in the order of the scales
    measured_by: Indicator | None

    @property
    def is_gap(self) -> bool:
        """Whether no service acts on it at any scale."""
        return not any(self.services)


def gap_matrix(partnership: Partnership, actor: Actor) -> list[GapRow]:
    """Every factor of the library against the services that act on it."""
    counted = Counter(
        (code, one.scale)
        for one in services_of(partnership, actor)
        if one.is_open
        for code in one.factors
    )
    measured = {
        one.factor: one.indicator
        for one in partnership.factor_measures.select_related("indicator")
        if can(actor, Verb.READ, one.indicator.as_thing())
    }
    return [
        GapRow(
            factor,
            tuple(counted[factor.code, scale.value] for scale in Scale),
            measured.get(factor.code),
        )
        for factor in FACTORS
    ]


def pounds_by_scale(services: Iterable[Service]) -> dict[Scale, tuple[Decimal, int]]:
    """Yearly cost of the open services at each scale, and how many say no cost."""
    found = {scale: (Decimal(0), 0) for scale in Scale}
    for one in services:
        if one.is_open:
            total, silent = found[Scale(one.scale)]
            found[Scale(one.scale)] = (
                (total + one.cost, silent) if one.cost is not None else (total, silent + 1)
            )
    return found
