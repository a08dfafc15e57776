"""Where a person arrives: their partnerships, and what needs them in each."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import redirect

from wardwise_web.core.pages import PartnershipRequest, page, show
from wardwise_web.core.permissions.thing import Kind, Verb
from wardwise_web.core.rooms import news_of_rooms, standing_of_rooms, tasks_of_rooms
from wardwise_web.people.selectors import partnerships_of
from wardwise_web.people.services import begin_visit


SHOWN = 15


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
    since = _since(request)
    news = news_of_rooms(request.actor, request.partnership, since)
    return show(
        request,
        "people/partnership_home.html",
        tasks=tasks_of_rooms(request.actor, request.partnership),
        since=since,
        news=news[:SHOWN],
        more=max(len(news) - SHOWN, 0),
        standing=standing_of_rooms(request.actor, request.partnership),
    )


def _since(request: PartnershipRequest) -> datetime:
    """The visit before this one; it stays the same while they are signed in."""
    told = request.session.get("since")
    if told is None:
        told = begin_visit(person=request.user).isoformat()
        request.session["since"] = told
    return datetime.fromisoformat(told)
