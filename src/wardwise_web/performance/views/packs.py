"""Packs: asked for in one press, opened, given out, handed out."""

from __future__ import annotations

import hashlib

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from wardwise_web.assessments.publish import TYPES as FORMS
from wardwise_web.core.pages import PartnershipRequest, page, show
from wardwise_web.core.permissions.can import can, check_can
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.performance.choices import Audience, PackState
from wardwise_web.performance.forms import PackForm
from wardwise_web.performance.periods import last_day, month_of
from wardwise_web.performance.selectors import pack_of, packs_of
from wardwise_web.performance.services.packs import ask_for_pack, circulate_pack, make_pack_again
from wardwise_web.performance.views.shared import crumbs, may_hand_in
from wardwise_web.plan.selectors import cycle_of


TYPES = {f"pack.{form}": kind for form, kind in FORMS.items()}


@page(Verb.READ, Kind.PACK)
def packs(request: PartnershipRequest) -> HttpResponse:
    """The packs that one may read."""
    cycle = cycle_of(request.partnership)
    thing = Thing(Kind.PACK, request.partnership.pk, cycle_id=cycle.pk)
    return show(
        request,
        "performance/packs.html",
        packs=packs_of(request.partnership, request.actor),
        may_hand_in=may_hand_in(request),
        may_make=can(request.actor, Verb.CREATE, thing),
        crumbs=crumbs(request),
        marking=cycle.marking,
    )


@page(Verb.CREATE, Kind.PACK, methods=("GET", "POST"))
def press(request: PartnershipRequest) -> HttpResponse:
    """One press makes a pack."""
    cycle = cycle_of(request.partnership)
    thing = Thing(Kind.PACK, request.partnership.pk, cycle_id=cycle.pk)
    check_can(request.actor, Verb.CREATE, thing)
    quarters = _quarters()
    form = PackForm(
        request.POST or None,
        quarters=[(text, text) for text in quarters],
        initial={"quarter": next(iter(quarters))},
    )
    if request.method == "POST" and form.is_valid():
        made = ask_for_pack(
            cycle=cycle,
            quarter_ends=quarters[form.cleaned_data["quarter"]],
            audience=Audience(form.cleaned_data["audience"]),
            by=request.actor,
        )
        messages.success(request, "The pack is being made. This page shows when it is there.")
        return redirect("pack", request.partnership.slug, made.pk)
    return show(
        request,
        "core/form.html",
        heading="Make a pack",
        lead="The scorecard, every indicator with its chart, the actions, and what is late.",
        form=form,
        button="Make the pack",
        back=reverse("packs", args=[request.partnership.slug]),
        crumbs=crumbs(request),
        marking=cycle.marking,
    )


def _quarters():
    """The last four quarters that have ended, the latest first, by their words."""
    this = month_of(timezone.localdate())
    end = this.plus(-1 - (this.number - 1) % 3)
    found = {}
    for n in range(4):
        last = end.plus(-3 * n)
        found[f"{last.plus(-2).label} to {last.label}"] = last_day(last)
    return found


@page(Verb.READ, Kind.PACK)
def one(request: PartnershipRequest, pk: int) -> HttpResponse:
    """How far it is; once it is made, its papers and their hashes."""
    found = pack_of(request.partnership, request.actor, pk)
    may_give = found.state == PackState.MADE and can(request.actor, Verb.CREATE, found.as_thing())
    return show(
        request,
        "performance/pack.html",
        pack=found,
        papers=[(name, found.hashes[name]) for name in TYPES if name in found.hashes],
        waits=found.state == PackState.ASKED,
        may_give=may_give,
        may_take=can(request.actor, Verb.EXPORT, found.as_thing()),
        crumbs=[*crumbs(request), {"text": "Packs", "href": "../"}],
        marking=found.marking,
    )


@page(Verb.CREATE, Kind.PACK, methods=("POST",))
def circulate(request: PartnershipRequest, pk: int) -> HttpResponse:
    """Give it to its audience."""
    found = pack_of(request.partnership, request.actor, pk)
    circulate_pack(pack=found, by=request.actor)
    messages.success(request, f"The pack is given out to: {found.audience}.")
    return redirect("pack", request.partnership.slug, pk)


@page(Verb.READ, Kind.PACK, methods=("POST",))
def again(request: PartnershipRequest, pk: int) -> HttpResponse:
    """Make it again from its plain data, and compare byte for byte."""
    found = pack_of(request.partnership, request.actor, pk)
    if told := make_pack_again(pack=found, by=request.actor):
        messages.error(request, " ".join(told))
    else:
        messages.success(request, "It was made again from its plain data: the same, to the byte.")
    return redirect("pack", request.partnership.slug, pk)


@page(Verb.READ, Kind.PACK)
def hand_out(request: PartnershipRequest, pk: int, name: str) -> HttpResponse:
    """One of its papers, if it is still as it was made."""
    found = pack_of(request.partnership, request.actor, pk)
    check_can(request.actor, Verb.READ, found.as_thing())
    if name not in TYPES or name not in found.hashes:
        raise Http404
    content = (found.folder / name).read_bytes()
    if hashlib.sha256(content).hexdigest() != found.hashes[name]:
        lines = ["The file is not as it was made, so it is not handed out. Tell the auditor."]
        heading = "This pack was altered"
        return show(request, "core/message.html", status=409, heading=heading, lines=lines)
    ending = name.rsplit(".", 1)[1]
    title = f"{found.audience}-pack-{found.quarter_ends:%Y-%m}.{ending}"
    if found.is_plan:
        title = f"plan-{found.cycle.name.replace('/', '-')}-approved.{ending}"
    return HttpResponse(
        content,
        content_type=TYPES[name],
        headers={"Content-Disposition": f'attachment; filename="{title}"'},
    )
