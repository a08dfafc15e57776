"""Where a person arrives: their partnerships, and what needs them in each."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from wardwise_web.core.pages import PartnershipRequest, page, show
from wardwise_web.core.permissions.thing import Kind, Verb
from wardwise_web.core.rooms import news_of_rooms, standing_of_rooms, tasks_of_rooms
from wardwise_web.people.selectors import partnerships_of
from wardwise_web.people.services import begin_visit


SHOWN = 15
FIRST_LOOK = timedelta(weeks=4)  # who was never here is told of the last four weeks


@page(Verb.READ, Kind.OWN_PAGE)
def home(request: PartnershipRequest) -> HttpResponse:
    """Straight to the one partnership, or a list of several."""
    found = list(partnerships_of(request.user))
    if len(found) == 1:
        return redirect("partnership_home", found[0].slug)
    return show(request, "people/home.html", partnerships=found)


@page(Verb.READ, Kind.OWN_PAGE)
def partnership_home(request: PartnershipRequest) -> HttpResponse:
    """What needs me today, what changed since I was last here, where the year stands."""
    before = _visit_before(request)
    since = before or timezone.now() - FIRST_LOOK
    news = news_of_rooms(request.actor, request.partnership, since)
    return show(
        request,
        "people/partnership_home.html",
        tasks=tasks_of_rooms(request.actor, request.partnership),
        since=since,
        is_first=before is None,
        news=news[:SHOWN],
        more=max(len(news) - SHOWN, 0),
        standing=standing_of_rooms(request.actor, request.partnership),
    )


def _visit_before(request: PartnershipRequest) -> datetime | None:
    """The visit before this one, if any; it stays the same while they are signed in."""
    if "since" not in request.session:
        before = begin_visit(person=request.user)
        request.session["since"] = before.isoformat() if before else ""
    told = request.session["since"]
    return datetime.fromisoformat(told) if told else None
