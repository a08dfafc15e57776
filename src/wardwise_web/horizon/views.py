"""Pages of the register of what may come."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from wardwise_web.assessments.models import Cycle
from wardwise_web.core.exports.services import export
from wardwise_web.core.exports.sheet import Sheet
from wardwise_web.core.pages import PartnershipRequest, page, show
from wardwise_web.core.permissions.can import can, check_can
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.horizon.forms import EndingForm, ItemForm, OwnerForm, ViewForm
from wardwise_web.horizon.models import HorizonItem
from wardwise_web.horizon.presenters import HEADINGS, cells_of, initial_of, score_words
from wardwise_web.horizon.selectors import items_of, items_of_cycle, score_of
from wardwise_web.horizon.services import (
    OWNERS,
    Likelihood,
    Stale,
    add_item,
    change_item,
    give_view,
    hand_over,
    tell_ending,
)
from wardwise_web.horizon.words import Outcome
from wardwise_web.people.selectors import people_in


@page(Verb.READ, Kind.HORIZON_ITEM)
def register(request: PartnershipRequest) -> HttpResponse:
    """One year's register, this year's if none is named, with last year's score."""
    thing = Thing(Kind.HORIZON_ITEM, request.partnership.pk)
    check_can(request.actor, Verb.READ, thing)
    cycles = list(request.partnership.cycles.all())
    asked = request.GET.get("year")
    cycle = next((one for one in cycles if one.name == asked), cycles[0] if cycles else None)
    items = list(items_of_cycle(cycle)) if cycle else []
    if form := request.GET.get("form"):
        sheet = Sheet("Horizon scan", "OFFICIAL", HEADINGS, [cells_of(one) for one in items])
        return export(sheet, form=form, by=request.actor, thing=thing)
    return show(
        request,
        "horizon/register.html",
        cycle=cycle,
        cycles=cycles,
        items=items,
        score=score_words(score_of(cycle)) if cycle else "",
        before=_score_before(cycle),
        may_add=bool(cycle) and cycle == cycles[0] and can(request.actor, Verb.CREATE, thing),
        may_export=can(request.actor, Verb.EXPORT, thing),
    )


@page(Verb.CREATE, Kind.HORIZON_ITEM, methods=("GET", "POST"))
def add(request: PartnershipRequest) -> HttpResponse:
    """Put something on this year's register."""
    cycle = request.partnership.cycles.first()
    if cycle is None:
        raise Http404
    form = ItemForm(request.POST or None)
    view_form = ViewForm(request.POST or None)
    if form.is_valid() & view_form.is_valid():
        item = add_item(
            cycle=cycle,
            said=form.said(),
            view=Likelihood(**view_form.cleaned_data),
            by=request.actor,
        )
        messages.success(request, "It is on the register.")
        return redirect("horizon_item", request.partnership.slug, item.pk)
    return show(request, "horizon/add.html", form=form, view_form=view_form)


@page(Verb.READ, Kind.HORIZON_ITEM)
def item_page(request: PartnershipRequest, item_id: int) -> HttpResponse:
    """One item: what is thought of it, since when, and what became of it."""
    item = _item(request, item_id)
    check_can(request.actor, Verb.READ, item.as_thing())
    may_write = can(request.actor, Verb.WRITE, item.as_thing())
    return show(request, "horizon/item.html", item=item, may_write=may_write)


@page(Verb.WRITE, Kind.HORIZON_ITEM, methods=("GET", "POST"))
def change(request: PartnershipRequest, item_id: int) -> HttpResponse:
    """Say it otherwise; a save in between is shown above one's own words."""
    item = _item(request, item_id)
    check_can(request.actor, Verb.WRITE, item.as_thing())
    form = ItemForm(request.POST or None, initial=initial_of(item))
    theirs = None
    if form.is_valid():
        try:
            version = form.cleaned_data["version"] or 0
            change_item(item=item, said=form.said(), version=version, by=request.actor)
        except Stale as stale:
            messages.error(request, str(stale))
            theirs = item
            form = ItemForm({**request.POST.dict(), "version": item.version})
            form.is_valid()
        else:
            messages.success(request, "Saved.")
            return redirect("horizon_item", request.partnership.slug, item.pk)
    return show(request, "horizon/change.html", form=form, item=item, theirs=theirs)


@page(Verb.WRITE, Kind.HORIZON_ITEM, methods=("GET", "POST"))
def give_away(request: PartnershipRequest, item_id: int) -> HttpResponse:
    """Another owner."""
    item = _item(request, item_id)
    check_can(request.actor, Verb.WRITE, item.as_thing())
    others = people_in(request.partnership, OWNERS).exclude(pk=item.owner_id)
    form = OwnerForm(request.POST or None, people=others)
    if form.is_valid():
        hand_over(item=item, to=form.chosen(), by=request.actor)
        messages.success(request, f"{form.chosen()} owns it now.")
        return redirect("horizon_item", request.partnership.slug, item.pk)
    return show(request, "core/form.html", form=form, heading=item.title, button="Hand it over")


@page(Verb.WRITE, Kind.HORIZON_ITEM, methods=("GET", "POST"))
def view(request: PartnershipRequest, item_id: int) -> HttpResponse:
    """How likely it is thought to be now."""
    item = _item(request, item_id)
    check_can(request.actor, Verb.WRITE, item.as_thing())
    form = ViewForm(request.POST or None)
    if form.is_valid():
        give_view(item=item, view=Likelihood(**form.cleaned_data), by=request.actor)
        messages.success(request, "Your view is kept beside the ones before.")
        return redirect("horizon_item", request.partnership.slug, item.pk)
    return show(request, "core/form.html", form=form, heading=item.title, button="Save this view")


@page(Verb.WRITE, Kind.HORIZON_ITEM, methods=("GET", "POST"))
def end(request: PartnershipRequest, item_id: int) -> HttpResponse:
    """What became of it."""
    item = _item(request, item_id)
    check_can(request.actor, Verb.WRITE, item.as_thing())
    form = EndingForm(request.POST or None)
    if form.is_valid():
        outcome = Outcome(form.cleaned_data["outcome"])
        note = form.cleaned_data["note"]
        tell_ending(item=item, outcome=outcome, note=note, by=request.actor)
        messages.success(request, "Kept. It counts in the score of its year.")
        return redirect("horizon_item", request.partnership.slug, item.pk)
    return show(request, "core/form.html", form=form, heading=item.title, button="Save")


def _item(request: PartnershipRequest, item_id: int) -> HorizonItem:
    return get_object_or_404(items_of(request.partnership), pk=item_id)


def _score_before(cycle: Cycle | None) -> str:
    """How the year before was foreseen, where any of it came to a yes or a no."""
    if cycle is None or cycle.before is None:
        return ""
    found = score_of(cycle.before)
    return "" if not found.counted else f"{cycle.before.name}: {score_words(found)}"
