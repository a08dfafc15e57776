"""Who has not been heard, and how much public concern weighs."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from wardwise.domain.nothing import NotKnown
from wardwise_web.assessments.models import Cycle
from wardwise_web.consultation.forms.answers import (
    AffectedForm,
    WeightForm,
    initial_of_affected,
)
from wardwise_web.consultation.models import Survey
from wardwise_web.consultation.presenters.concern import (
    RANK_HEADINGS,
    rank_cells,
    ranking_words,
)
from wardwise_web.consultation.presenters.results import (
    HEARD_HEADINGS,
    heard_rows,
    listed,
    not_asked,
    unheard_words,
)
from wardwise_web.consultation.selectors import affected_of, surveys_of
from wardwise_web.consultation.selectors.concern import Rankings, rankings, round_of
from wardwise_web.consultation.selectors.results import heard_of, properties_of, replies_of
from wardwise_web.consultation.services import Stale
from wardwise_web.consultation.services.answers import add_affected, change_affected
from wardwise_web.consultation.services.concern import give_concern
from wardwise_web.consultation.states import ASKED
from wardwise_web.consultation.views.loading import cycle_of, readable, register_of, tabs_for
from wardwise_web.core.exports.services import export
from wardwise_web.core.exports.sheet import Sheet
from wardwise_web.core.pages import PartnershipRequest, page, show
from wardwise_web.core.permissions.can import can, check_can
from wardwise_web.core.permissions.markings import LOWEST
from wardwise_web.core.permissions.thing import Kind, Thing, Verb


@page(Verb.READ, Kind.SURVEY)
def heard(request: PartnershipRequest) -> HttpResponse:
    """Replies by group against residents, survey by survey; and who is particularly affected."""
    thing = register_of(Kind.SURVEY, request.partnership)
    check_can(request.actor, Verb.READ, thing)
    cycle = request.partnership.cycles.first()
    found = [_of_survey(one) for one in _asked(request, cycle)] if cycle else []
    if form := request.GET.get("form"):
        rows = [
            (one["survey"].title, name, *row)
            for one in found
            for name, _, groups in one["tables"]
            for row in groups
        ]
        headings = ("Survey", "Asked of people", *HEARD_HEADINGS)
        sheet = Sheet("Who has not been heard", LOWEST, headings, rows)
        return export(sheet, form=form, by=request.actor, thing=thing)
    return show(
        request,
        "consultation/heard.html",
        tabs=tabs_for(request.actor, request.partnership.slug, here="not_heard"),
        cycle=cycle,
        found=found,
        headings=HEARD_HEADINGS,
        affected=[
            (one, can(request.actor, Verb.WRITE, one.as_thing()))
            for one in affected_of(request.partnership).filter(cycle=cycle)
        ],
        may_add=bool(cycle)
        and can(request.actor, Verb.CREATE, Thing(Kind.ANSWER, request.partnership.pk)),
        may_export=can(request.actor, Verb.EXPORT, thing),
    )


@page(Verb.CREATE, Kind.ANSWER, methods=("GET", "POST"))
def add_group(request: PartnershipRequest) -> HttpResponse:
    """Name a group that is particularly affected."""
    cycle = cycle_of(request)
    form = AffectedForm(request.POST or None)
    if form.is_valid():
        named = form.cleaned_data["group"]
        if affected_of(request.partnership).filter(cycle=cycle, group=named).exists():
            form.add_error("group", "This group is on the list already")
        else:
            add_affected(cycle=cycle, said=form.said(), by=request.actor)
            messages.success(request, f"{named} is on the list.")
            return redirect("not_heard", request.partnership.slug)
    return _form(request, form, "Name a group that is particularly affected")


@page(Verb.WRITE, Kind.ANSWER, methods=("GET", "POST"))
def change_group(request: PartnershipRequest, affected_id: int) -> HttpResponse:
    """Say how they were heard."""
    affected = get_object_or_404(affected_of(request.partnership), pk=affected_id)
    check_can(request.actor, Verb.WRITE, affected.as_thing())
    form = AffectedForm(request.POST or None, initial=initial_of_affected(affected))
    theirs: list[tuple[str, str]] = []
    if form.is_valid():
        try:
            version = form.cleaned_data["version"] or 0
            change_affected(affected=affected, said=form.said(), version=version, by=request.actor)
        except Stale as stale:
            messages.error(request, str(stale))
            theirs = [("Why", affected.why), ("How they were heard", affected.heard)]
            data = request.POST.copy()
            data["version"] = str(affected.version)
            form = AffectedForm(data)
            form.is_valid()
        else:
            messages.success(request, "Saved.")
            return redirect("not_heard", request.partnership.slug)
    return show(
        request, "consultation/change.html", form=form, heading=affected.group, theirs=theirs
    )


@page(Verb.READ, Kind.SURVEY)
def concern(request: PartnershipRequest) -> HttpResponse:
    """The order of the build's threats with a weight on public concern, and with none."""
    thing = register_of(Kind.SURVEY, request.partnership)
    check_can(request.actor, Verb.READ, thing)
    cycle = request.partnership.cycles.first()
    form = WeightForm(request.GET if "weight" in request.GET else None)
    weight = float(form.cleaned_data["weight"]) if form.is_valid() else None
    found = _rankings(request, cycle, weight)
    rows = [] if isinstance(found, NotKnown) else [rank_cells(one) for one in found.threats]
    if kind := request.GET.get("form"):
        sheet = Sheet("Public concern", LOWEST, RANK_HEADINGS, rows)
        return export(sheet, form=kind, by=request.actor, thing=thing)
    if not form.is_bound and not isinstance(found, NotKnown):
        form = WeightForm(initial={"weight": f"{found.weight:g}"})
    return show(
        request,
        "consultation/concern.html",
        tabs=tabs_for(request.actor, request.partnership.slug, here="public_concern"),
        form=form,
        refused=found.reason if isinstance(found, NotKnown) else "",
        words=[] if isinstance(found, NotKnown) else ranking_words(found),
        sources=[]
        if isinstance(found, NotKnown)
        else sorted({one.concern.source for one in found.threats if one.concern}),
        headings=RANK_HEADINGS,
        rows=rows,
        round=round_of(cycle) if cycle and _may_give(request, cycle) else None,
        query=f"weight={form['weight'].value() or ''}&",
        may_export=can(request.actor, Verb.EXPORT, thing),
    )


@page(Verb.WRITE, Kind.SCORING, methods=("POST",))
def give(request: PartnershipRequest) -> HttpResponse:
    """Hand what residents say to the panel that scores."""
    scoring = round_of(cycle_of(request))
    if scoring is None:
        raise Http404
    check_can(request.actor, Verb.WRITE, scoring.as_thing())
    number = give_concern(scoring=scoring, by=request.actor)
    messages.success(request, f"The round has them now, for {number} threats.")
    return redirect("public_concern", request.partnership.slug)


def _may_give(request: PartnershipRequest, cycle: Cycle) -> bool:
    scoring = round_of(cycle)
    return scoring is not None and can(request.actor, Verb.WRITE, scoring.as_thing())


def _rankings(
    request: PartnershipRequest, cycle: Cycle | None, weight: float | None
) -> Rankings | NotKnown:
    if cycle is None:
        return NotKnown("there is no year yet")
    # the order of threats is the build's: whoever may not read it sees none
    if cycle.build and not can(request.actor, Verb.READ, cycle.build.as_thing()):
        return NotKnown("the order of the threats is for those who may read the build")
    return rankings(cycle, weight=weight)


def _asked(request: PartnershipRequest, cycle: Cycle) -> list[Survey]:
    asked = surveys_of(request.partnership).filter(cycle=cycle, state__in=ASKED)
    return readable(asked, request.actor)


def _of_survey(survey: Survey) -> dict[str, Any]:
    """A survey's properties with tables and sentences."""
    replies, properties = replies_of(survey), properties_of(survey)
    groups = [(one, heard_of(one, replies)) for one in properties]
    missing = not_asked([one.name for one in properties])
    return {
        "survey": survey,
        "replies": replies.number,
        "tables": [(one.name, one.source, heard_rows(rows)) for one, rows in groups],
        "unheard": [words for one, rows in groups for words in unheard_words(one.name, rows)],
        "not_asked": listed(missing) if missing else "",
    }


def _form(request: PartnershipRequest, form: Form, heading: str) -> HttpResponse:
    back = reverse("not_heard", args=[request.partnership.slug])
    return show(request, "core/form.html", form=form, heading=heading, button="Keep it", back=back)
