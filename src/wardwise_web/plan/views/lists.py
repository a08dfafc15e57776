"""The action list, the plan on a page, broken chains, the ends of funding."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils import timezone

from wardwise_web.core.exports.services import export
from wardwise_web.core.pages import PartnershipRequest, page, show
from wardwise_web.core.permissions.can import can, check_can
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.plan.advice import advice_of
from wardwise_web.plan.choices import Scale
from wardwise_web.plan.presenters import PACE_RULE, Filters, months_of, row_of, tallies
from wardwise_web.plan.selectors import (
    actions_of,
    cycle_of,
    funding_ends_of,
    orphans_of,
    recommendation_for,
    recommendations_of,
)
from wardwise_web.plan.sheets import actions_sheet, funding_sheet, orphans_sheet
from wardwise_web.plan.states import CARRIED


def _year(request):
    cycle = cycle_of(request.partnership, request.GET.get("year", ""))
    thing = Thing(Kind.ACTION, request.partnership.pk, cycle_id=cycle.pk)
    check_can(request.actor, Verb.READ, thing)  # what is published alone opens no list
    return cycle, thing


@page(Verb.READ, Kind.ACTION)
def action_list(request: PartnershipRequest) -> HttpResponse:
    """Every action of the year, narrowed as asked."""
    cycle, thing = _year(request)
    today = timezone.localdate()
    every = [row_of(one, on=today) for one in actions_of(cycle, request.actor)]
    asked = Filters(**{name: request.GET.get(name, "") for name in Filters.__dataclass_fields__})
    rows = [row for row in every if asked.keeps(row)]
    if "form" in request.GET:
        sheet = actions_sheet(rows, year=cycle.name, marking=cycle.marking)
        return export(sheet, form=request.GET["form"], by=request.actor, thing=thing)
    return show(
        request,
        "plan/actions.html",
        cycle=cycle,
        rows=rows,
        every=every,
        late=sum(1 for row in every if row.days_late),
        tallies=tallies(every),
        asked=asked,
        choices=_choices(every),
        linked={one.action.pk for one in rows if recommendation_for(one.action, request.actor)},
        rule=PACE_RULE,
        may_begin=can(request.actor, Verb.CREATE, thing),
        may_export=can(request.actor, Verb.EXPORT, thing),
        query=request.GET.urlencode(),
        marking=cycle.marking,
    )


def _choices(every):
    """What each filter can be set to, from the rows that are there."""
    words = dict.fromkeys(row.standing.word for row in every)
    owners = {str(row.action.owner_id): row.action.owner.name for row in every}
    agencies = {str(row.action.owner_agency_id): row.action.owner_agency.name for row in every}
    return [
        ("standing", "Standing", [*((word, word) for word in words), ("Late", "Past its date")]),
        ("agency", "Agency", sorted(agencies.items(), key=lambda pair: pair[1])),
        ("owner", "Owner", sorted(owners.items(), key=lambda pair: pair[1])),
        ("scale", "Scale", [(str(one.value), one.word) for one in Scale]),
    ]


@page(Verb.READ, Kind.ACTION)
def on_a_page(request: PartnershipRequest) -> HttpResponse:
    """The plan on one side: goals by scale, recommendations that were taken, what is done."""
    cycle, _ = _year(request)
    today = timezone.localdate()
    rows = [row_of(one, on=today) for one in actions_of(cycle, request.actor)]
    goals = {one.scale: one for one in cycle.goals.all()}
    return show(
        request,
        "plan/on_a_page.html",
        cycle=cycle,
        columns=[
            (scale, goals.get(scale.value), [row for row in rows if row.action.scale == scale])
            for scale in reversed(Scale)
        ],
        recommendations=[
            one for one in recommendations_of(cycle, request.actor) if one.state in CARRIED
        ],
        marking=cycle.marking,
    )


@page(Verb.READ, Kind.ACTION)
def orphans(request: PartnershipRequest) -> HttpResponse:
    """Links that are missing."""
    cycle, thing = _year(request)
    claims = advice_of(cycle, request.actor).claims
    found = orphans_of(cycle, request.actor, findings=claims)
    if "form" in request.GET:
        sheet = orphans_sheet(found, marking=cycle.marking)
        return export(sheet, form=request.GET["form"], by=request.actor, thing=thing)
    return show(
        request,
        "plan/orphans.html",
        cycle=cycle,
        found=found,
        may_export=can(request.actor, Verb.EXPORT, thing),
        marking=cycle.marking,
    )


@page(Verb.READ, Kind.ACTION)
def funding(request: PartnershipRequest) -> HttpResponse:
    """When which money ends."""
    cycle, thing = _year(request)
    ends = funding_ends_of(cycle, request.actor)
    if "form" in request.GET:
        sheet = funding_sheet(ends, marking=cycle.marking)
        return export(sheet, form=request.GET["form"], by=request.actor, thing=thing)
    return show(
        request,
        "plan/funding.html",
        cycle=cycle,
        months=months_of(ends),
        today=timezone.localdate(),
        may_export=can(request.actor, Verb.EXPORT, thing),
        marking=cycle.marking,
    )
