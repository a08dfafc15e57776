"""The owner's commentary, and what is done about a red."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from wardwise_web.core.pages import PartnershipRequest, page
from wardwise_web.core.permissions.thing import Kind, Verb
from wardwise_web.performance.forms import CommentForm, CorrectForm
from wardwise_web.performance.selectors import series_of
from wardwise_web.performance.services.words import comment_on, correct
from wardwise_web.performance.views.shared import asked, may
from wardwise_web.plan.selectors import action_of, actions_of, cycle_of


def _latest(indicator):
    """The first day of the last period with a reading, or of this month."""
    series = series_of(indicator)
    if series is None or series.last_known is None:
        return timezone.localdate().replace(day=1)
    return series.last_known.reading.first


@page(Verb.COMMENT, Kind.INDICATOR, methods=("GET", "POST"))
def comment(request: PartnershipRequest, code: str) -> HttpResponse:
    """Words on the latest period."""
    indicator = may(request, code, Verb.COMMENT)
    form = CommentForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        text = form.cleaned_data["text"]
        comment_on(indicator=indicator, first=_latest(indicator), text=text, by=request.actor)
        messages.success(request, "Your commentary is kept, with your name and the date.")
        return redirect("indicator", request.partnership.slug, indicator.code)
    return asked(request, indicator, heading=f"Comment on {indicator}", form=form)


@page(Verb.COMMENT, Kind.INDICATOR, methods=("GET", "POST"))
def corrective(request: PartnershipRequest, code: str) -> HttpResponse:
    """What is done because it is off target."""
    indicator = may(request, code, Verb.COMMENT)
    cycle = cycle_of(request.partnership)
    actions = [(str(one.pk), str(one)) for one in actions_of(cycle, request.actor)]
    form = CorrectForm(request.POST or None, actions=actions)
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data["action"]
        correct(
            indicator=indicator,
            first=_latest(indicator),
            action=action_of(request.partnership, int(chosen)) if chosen else None,
            text=form.cleaned_data["text"],
            by=request.actor,
        )
        messages.success(request, "What is done about it is kept.")
        return redirect("indicator", request.partnership.slug, indicator.code)
    return asked(request, indicator, heading=f"What is done about {indicator}?", form=form)
