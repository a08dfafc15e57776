"""Where a person arrives: their partnerships, and what needs them in each."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect

from wardwise_web.core.pages import PartnershipRequest, page, show
from wardwise_web.core.permissions.thing import Kind, Verb
from wardwise_web.core.rooms import tasks_of_rooms
from wardwise_web.people.selectors import partnerships_of


@page(Verb.READ, Kind.OWN_PAGE)
def home(request: PartnershipRequest) -> HttpResponse:
    """Straight to the one partnership, or a list of several."""
    found = list(partnerships_of(request.user))  # type: ignore[arg-type]
    if len(found) == 1:
        return redirect("partnership_home", found[0].slug)
    return show(request, "people/home.html", partnerships=found)


@page(Verb.READ, Kind.OWN_PAGE)
def partnership_home(request: PartnershipRequest) -> HttpResponse:
    """What needs me today, what changed since I was last here, where the year stands."""
    tasks = tasks_of_rooms(request.actor, request.partnership)
    return show(request, "people/partnership_home.html", tasks=tasks)


@page(Verb.READ, Kind.OWN_PAGE)
def own_account(request: PartnershipRequest) -> HttpResponse:
    """One's own name, address, roles and ways to sign in."""
    return show(request, "people/own_account.html", person=request.user)
